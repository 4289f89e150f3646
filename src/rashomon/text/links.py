"""Lists of links that a site prints inside its sentences, behind a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

# "Lind Bo Arne LindHarbour master quits Five things to know MORE": the name as the sentence has it,
# the same person's whole name as a link, headlines glued to it, and the word that ends them.
_WORD = r"[A-ZÀ-Þ][^\W\d_]*(?:['’.-][^\W\d_]+)*"
_NAME_AGAIN = re.compile(
    rf"\b(?P<kept>(?P<name>{_WORD})(?: (?:Jr\.?|Sr\.?|II|III)(?= ))?)"
    r"(?: [A-ZÀ-Þ(“\"'‘][^\s]{0,30}){0,6} (?P=name)"
    r"(?: (?:Jr\.?|Sr\.?|II|III))?(?=[A-ZÀ-Þ“\"‘'0-9$]| [A-ZÀ-Þ“\"‘'])"
)
_END = re.compile(r"\bMORE\b")
# Headlines of one list, in characters: the longest seen has 690.
_LONGEST = 900
_SHORTEST_WORDS = 4


def link_lists(text: str) -> Iterator[tuple[int, int]]:
    """Code points of each such list, from behind the name to the end of its last word."""
    if "MORE" not in text:
        return
    floor = 0
    # Where the first name that is told again begins, from a window's start on: windows overlap,
    # and what one has looked through in vain the next need not.
    nearest = -1
    for end in _END.finditer(text):
        line = max(text.rfind("\n", 0, end.start()) + 1, floor, end.start() - _LONGEST)
        if nearest < line:
            again = _NAME_AGAIN.search(text, line)
            nearest = again.start() if again else len(text)
        if nearest >= end.start():
            continue
        found = _NAME_AGAIN.search(text, nearest, end.start())
        if found is None:
            continue
        while (after := _NAME_AGAIN.search(text, found.end("name"), end.start())) is not None:
            if after.start() >= found.end():
                break
            found = after  # "Bo Lind Bo Arne Lind": the surname, which stands again last
        start = found.end("kept")
        if len(text[found.end() : end.start()].split()) >= _SHORTEST_WORDS:
            yield start, end.end()
        floor = end.end()


def without_links(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text with spaces in the place of the lists, and where they stood, in code points."""
    holes = tuple(link_lists(text))
    parts, at = [], 0
    for start, end in holes:
        parts += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*parts, text[at:]]) if holes else text, holes
