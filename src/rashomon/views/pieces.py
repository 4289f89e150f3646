"""Text cut at the edges of all that is marked in it, so that overlapping marks stay right."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Mark:
    """text[start:end] carries the class `name`. `anchor` becomes the id of its first piece."""

    start: int
    end: int
    name: str
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with one set of marks. `names` are sorted; `anchors` begin here."""

    text: str
    names: tuple[str, ...]
    anchors: tuple[str, ...] = ()


def pieces(text: str, start: int, end: int, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """text[start:end] cut at every edge of `marks`, which may nest and overlap."""
    inside = [m for m in marks if m.start < end and m.end > start and m.start < m.end]
    if not inside:
        return (Piece(text[start:end], ()),) if start < end else ()
    edges = {start, end}
    opened: dict[int, list[Mark]] = {}
    closed: dict[int, list[Mark]] = {}
    for mark in inside:
        first, last = max(start, mark.start), min(end, mark.end)
        edges |= {first, last}
        opened.setdefault(first, []).append(mark)
        closed.setdefault(last, []).append(mark)
    order = sorted(edges)
    active: dict[str, int] = {}
    found = []
    for a, b in itertools.pairwise(order):
        for mark in closed.get(a, ()):
            active[mark.name] -= 1
        for mark in opened.get(a, ()):
            active[mark.name] = active.get(mark.name, 0) + 1
        # An anchor stands where its mark starts, not again in the next paragraph.
        anchors = [m.anchor for m in opened.get(a, ()) if m.anchor is not None and m.start == a]
        names = tuple(sorted(n for n, count in active.items() if count > 0))
        found.append(Piece(text[a:b], names, tuple(dict.fromkeys(anchors))))
    return tuple(found)


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Spans of the lines of `text` that hold more than white space."""
    return [(m.start(), m.end()) for m in _PARAGRAPH.finditer(text) if not m.group().isspace()]


def touching(marks: Iterable[Mark], start: int, end: int) -> list[Mark]:
    return [m for m in marks if m.start < end and m.end > start]
