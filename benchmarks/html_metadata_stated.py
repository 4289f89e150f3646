"""Title, author and date of real HTML pages whose JSON-LD states them, with the JSON-LD taken out.

  python -m benchmarks.html_metadata_stated FOLDER

FOLDER holds *.html.gz. What a page's own JSON-LD says of its article is the truth; its scripts
are then removed, and each system reads the rest: meta elements, classes, what is shown. Prints
precision and recall in percent for this library and for trafilatura with htmldate, over the pages
that state the field.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.html_metadata import Row, ours, theirs
from rashomon.reading.html_tree import parse
from rashomon.reading.metadata_dates import iso_date
from rashomon.reading.metadata_jsonld import described_articles

_SCRIPT = re.compile(r"<script[^>]{0,300}ld\+json[^>]{0,300}>.*?</script\s*>", re.I | re.S)
_WORD = re.compile(r"[^\W_]+")
FIELDS = ("title", "author", "date")
# Two titles are the same where they share so much of their words (Jaccard); names of authors
# where one holds the other's words, as either may name a role or a second author as well.
SAME = 0.6


def stated(html: str) -> Row | None:
    """Title, author and day that the page's one JSON-LD article states."""
    tree = parse(html)
    found = described_articles(tree) if tree is not None else ()
    if len(found) != 1:
        return None
    row = found[0]
    authors = [name for name in row.authors if not name.startswith("http")]
    return row.headline, ", ".join(authors) or None, iso_date(row.published)


def same(field: str, given: str | None, truth: str) -> bool:
    if given is None:
        return False
    if field == "date":
        return given[:10] == truth[:10]
    a, b = (set(_WORD.findall(text.casefold())) for text in (given, truth))
    if field == "author":
        return bool(a and b) and (a <= b or b <= a)
    return bool(a and b) and len(a & b) >= SAME * len(a | b)


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    files = sorted(Path(arguments[0]).glob("*.html.gz"))
    pages = []
    for path in files:
        html = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
        truth = stated(html)
        if truth is not None:
            pages.append((path.name, _SCRIPT.sub("", html), truth))
    systems: dict[str, Callable[[str, str | None], Row]] = {
        "rashomon": ours,
        "trafilatura with htmldate": theirs,
    }
    print(f"{len(pages)} of {len(files)} pages state one article; precision/recall (stated)")
    for name, system in systems.items():
        rows = [(system(html, None), truth) for _, html, truth in pages]
        cells = []
        for place, field in enumerate(FIELDS):
            known = [(given[place], truth[place]) for given, truth in rows if truth[place]]
            answers = sum(given is not None for given, _ in known)
            right = sum(same(field, given, truth or "") for given, truth in known)
            cells.append(
                f"{field} {100 * right / max(answers, 1):.0f}/{100 * right / max(len(known), 1):.0f} ({len(known)})"
            )
        print(f"{name:27} {'  '.join(cells)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
