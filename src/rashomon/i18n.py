"""The language in which the program speaks to a reader: its words, numbers and dates.

English is the language of the source: its words are the ids of the catalogues in `locale/`, which
hold one more language each (gettext, made and read with Babel). Which one is spoken is a context
variable, so that views stay functions of what they show: a page sets it for its request, and
everything else (the terminal, the JSON API, exports) speaks English.
"""

from __future__ import annotations

import gettext as _gettext
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

SOURCE = "en"
DOMAIN = "rashomon"
FOLDER = Path(__file__).parent / "locale"
# The variant whose dates, lists and numbers a language has: days stand before months.
_VARIANTS = {"en": "en_GB"}

_spoken: ContextVar[str] = ContextVar("language", default=SOURCE)


def language() -> str:
    """The language that is spoken, as HTML names it ("en", "de")."""
    return _spoken.get()


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speaks `code` within; English where there is no catalogue of it."""
    token = _spoken.set(code if code in languages() else SOURCE)
    try:
        yield
    finally:
        _spoken.reset(token)


@cache
def languages() -> dict[str, str]:
    """The languages that can be spoken, each with its own name for itself."""
    found = sorted(p.parent.parent.name for p in FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
    return {code: _named(code) for code in (SOURCE, *found)}


def _named(code: str) -> str:
    name = str(_locale(code).languages.get(code, code))
    return name[:1].upper() + name[1:]


@cache
def _catalogue(code: str) -> _gettext.NullTranslations:
    if code == SOURCE:
        return _gettext.NullTranslations()
    with (FOLDER / code / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as file:
        return _gettext.GNUTranslations(file)


def mark(message: str) -> str:
    """`message` as it is: a word of a table, which is translated where it is used."""
    return message


def mark_many(one: str, many: str) -> tuple[str, str]:
    """The same of a pair for counts."""
    return one, many


def gettext(message: str, /, **values: object) -> str:
    """`message` in the language that is spoken, with `values` in its %(places)s."""
    code = _spoken.get()
    text = message if code == SOURCE else _catalogue(code).gettext(message)
    return text % values if values else text


def pgettext(context: str, message: str, /, **values: object) -> str:
    """The same for a word that other languages say differently by what it is said of."""
    code = _spoken.get()
    text = message if code == SOURCE else _catalogue(code).pgettext(context, message)
    return text % values if values else text


def ngettext(one: str, many: str, count: int, /, **values: object) -> str:
    """The form for `count` things; %(num)s is the count as the language writes it."""
    code = _spoken.get()
    if code == SOURCE:
        text = one if count == 1 else many
    else:
        text = _catalogue(code).ngettext(one, many, count)
    return text % {"num": number(count), **values}


@cache
def _locale(code: str) -> Locale:
    # The terminal starts without Babel, and needs it for dates alone.
    from babel.core import Locale

    return Locale.parse(_VARIANTS.get(code, code))


def locale() -> Locale:
    """Babel's data of the language that is spoken."""
    return _locale(_spoken.get())


def direction() -> str:
    """ "ltr" or "rtl"."""
    return locale().text_direction


def number(value: int) -> str:
    """A whole number as the language writes it: 1,204 or 1.204."""
    code = _spoken.get()
    return f"{value:,}" if code == SOURCE else _number(code, value)


@lru_cache(maxsize=4_096)
def _number(code: str, value: int) -> str:
    from babel.numbers import format_decimal

    return format_decimal(value, locale=_locale(code))


def listed(parts: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    from babel.lists import format_list

    return format_list(parts, locale=locale())


def language_name(code: str) -> str | None:
    """What the language of a text is called."""
    return locale().languages.get(code.replace("-", "_").partition("_")[0])


_ASKED = re.compile(r"\s*([A-Za-z]{1,8})(?:-[A-Za-z0-9-]*)?\s*(?:;\s*q\s*=\s*([\d.]{1,6})\s*)?")


def wanted(header: str, known: Mapping[str, str] | None = None) -> str:
    """The language that an Accept-Language header likes best of those that can be spoken; English
    where it names none of them."""
    known = languages() if known is None else known
    best, most = SOURCE, 0.0
    for part in header[:1_000].split(","):
        match = _ASKED.fullmatch(part)
        if match is None or match[1].lower() not in known:
            continue
        try:
            weight = float(match[2]) if match[2] else 1.0
        except ValueError:
            continue
        if weight > most:
            best, most = match[1].lower(), weight
    return best


# The months as stages write them, whatever is spoken.
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
