"""The catalogues of messages: python tests/i18n/messages.py

Takes the messages out of the sources and templates, writes `locale/rashomon.pot`, leads the
catalogue of each language on to it (a new message is empty until somebody translates it, one that
is gone goes) and compiles what is whole. A new language: make `locale/CODE/LC_MESSAGES` first.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from rashomon import i18n

ROOT = Path(i18n.__file__).parent
METHODS = [("**/templates/**.html", "jinja2"), ("**.py", "python")]
# The functions whose arguments are messages: those of rashomon.i18n, by the names they go by.
KEYWORDS = {
    "_": None,
    "gettext": None,
    "mark": None,
    "mark_many": (1, 2),
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
# Written into the heads of the files: a date that changes nothing would be in every difference.
DATED = datetime(2026, 11, 22, tzinfo=UTC)


def extracted() -> Catalog:
    """The messages of the sources, as they are now."""
    found = Catalog(
        domain=i18n.DOMAIN, project="Rashomon", version="", copyright_holder="the Rashomon authors",
        charset="utf-8", creation_date=DATED, revision_date=DATED, fuzzy=False,
        msgid_bugs_address="", last_translator="", language_team="",
        header_comment="# Messages of Rashomon. Apache-2.0, as the program.",
    )  # fmt: skip
    for name, _, message, _, context in extract_from_dir(
        ROOT, METHODS, {"**/templates/**.html": {"trimmed": "true", "encoding": "utf-8"}},
        KEYWORDS, directory_filter=lambda path: not Path(path).name.startswith((".", "__")),
    ):  # fmt: skip
        if name != "i18n.py":
            found.add(message, None, [(name, 0)], context=context)
    return found


def path_of(code: str, ending: str = "po") -> Path:
    return i18n.FOLDER / code / "LC_MESSAGES" / f"{i18n.DOMAIN}.{ending}"


def read(code: str) -> Catalog:
    with path_of(code).open("rb") as file:
        return read_po(file, locale=code, domain=i18n.DOMAIN)


def written(catalog: Catalog, *, template: bool = False) -> bytes:
    out = io.BytesIO()
    write_po(
        out, catalog, width=100, include_lineno=False, ignore_obsolete=True, sort_by_file=True,
        omit_header=template,
    )  # fmt: skip
    return out.getvalue()


def compiled(catalog: Catalog) -> bytes:
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def codes() -> list[str]:
    return sorted(path.parent.name for path in i18n.FOLDER.glob("*/LC_MESSAGES"))


def led_on(code: str) -> Catalog:
    """The catalogue of a language with the messages of the sources."""
    made = extracted()
    made.locale = code
    if path_of(code).is_file():
        known = read(code)
        for message in made:
            old = known.get(message.id, message.context) if message.id else None
            if old is not None:
                message.string = old.string
    return made


def main() -> None:
    (i18n.FOLDER / f"{i18n.DOMAIN}.pot").write_bytes(written(extracted(), template=True))
    for code in codes():
        catalog = led_on(code)
        path_of(code).write_bytes(written(catalog))
        path_of(code, "mo").write_bytes(compiled(catalog))
        empty = sum(not all(_strings(message.string)) for message in catalog if message.id)
        print(f"{code}: {len(catalog)} messages, {empty} not translated")


def _strings(string: object) -> tuple[str, ...]:
    return string if isinstance(string, tuple) else (str(string or ""),)


if __name__ == "__main__":
    main()
