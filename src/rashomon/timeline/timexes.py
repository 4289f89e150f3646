"""Date expressions of a text with TIMEX3 values (TimeML 1.2.1; UzZaman et al., TempEval-3, 2013).

A text becomes tokens and a string of token classes; one grammar runs over that string; what it
finds is read by `resolve`. The method is of our own making, in the line of rule systems such
as HeidelTime (Strötgen and Gertz, 2010).
"""

from __future__ import annotations

from rashomon.timeline.calendar import Written
from rashomon.timeline.foreign import find_foreign
from rashomon.timeline.grammar import GRAMMAR, START
from rashomon.timeline.resolve import Reader, Timex
from rashomon.timeline.tokens import tokenise

__all__ = ["Timex", "timexes"]


def timexes(text: str, dct: str | None, language: str = "en") -> tuple[Timex, ...]:
    """The date expressions of `text` in its order, resolved against `dct`.

    `dct` is the text's own date, ISO 8601, as precise as known: 2025-08-07, 2025-08, 2025, or
    None. Offsets are code points, end-exclusive. `language` is an ISO 639-1 code; for other
    languages than English, absolute dates and names of months are found (see `foreign`).
    """
    written = Written.of(dct)
    if language not in ("en", "und"):
        return find_foreign(text, written, language)
    tokens = tokenise(text)
    reader = Reader(text, tokens, written)
    found: list[Timex] = []
    position = 0
    classes = tokens.classes
    while begin := START.search(classes, position):
        start = begin.start()
        match = GRAMMAR.match(classes, start)
        if match is None:
            position = start + 1
            continue
        end = match.end()
        form = match.lastgroup or ""
        read = reader.read(form, start, end)
        if read:
            found += read
            position = max(reader.consumed, start + 1)
        else:
            position = start + 1
    return tuple(found)
