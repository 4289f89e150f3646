"""From states to pieces: which units are head, body and tail of one article or teaser."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.reading.flattened import labels
from rashomon.reading.flattened.features import COLUMN, Matrix
from rashomon.reading.flattened.settings import AGE_LINE
from rashomon.reading.flattened.units import Unit


@dataclass(slots=True)
class Piece:
    """An article or teaser before its parts are read: indices of units.

    `titles` are all printings of the headline, `metas` lines of byline, outlet or age, `between`
    other lines in the head, `inside` what interrupts the body, `tail` what follows it directly.
    """

    teaser: bool = False
    titles: list[int] = field(default_factory=list)
    metas: list[int] = field(default_factory=list)
    standfirst: list[int] = field(default_factory=list)
    between: list[int] = field(default_factory=list)
    body: list[int] = field(default_factory=list)
    inside: list[int] = field(default_factory=list)
    tail: list[int] = field(default_factory=list)

    def head(self) -> list[int]:
        return sorted([*self.titles, *self.metas, *self.between, *self.standfirst])


def collect(states: Sequence[int], breaks: frozenset[int]) -> list[Piece]:
    """The pieces in page order. `breaks` are units at which no article goes on."""
    pieces: list[Piece] = []
    current = Piece()

    def close() -> Piece:
        if current.body:
            pieces.append(current)
        return Piece()

    for k, state in enumerate(states):
        if k in breaks and current.body:
            current = close()
        if state == labels.OUTSIDE:
            if current.body:
                current = close()
            elif current.head():
                current = Piece()
        elif state == labels.Z:
            if current.body:
                current = close()
            current.teaser = True
            current.body = [k]
            current = close()
        elif state in (labels.B, labels.H):
            if current.body or current.head():
                current.body.append(k)
            else:
                current.body = [k]
        elif state == labels.INSIDE:
            (current.inside if current.body else current.between).append(k)
        else:
            if current.body:
                current = close()
            if state == labels.F:
                current.body.append(k)
            elif state == labels.T:
                current.titles.append(k)
            elif state == labels.M:
                current.metas.append(k)
            elif state == labels.S:
                current.standfirst.append(k)
            else:
                current.between.append(k)
    close()
    return pieces


def adopt_ages(pieces: Sequence[Piece], units: Sequence[Unit], features: Matrix) -> None:
    """A line right above an article's head that gives an age or a day belongs to the head.

    Unless the head has one of its own, or the line stands right under another article's text.
    """
    dated = features[:, COLUMN["age"]] + features[:, COLUMN["date"]] > 0
    end = -1
    for piece in pieces:
        head = piece.head()
        above = min([*head, piece.body[0]]) - 1
        free = above > end + (end >= 0) and dated[above] and not dated[head].any()
        if free and len(units[above].text) <= AGE_LINE:
            piece.metas.append(above)
        end = piece.body[-1]
