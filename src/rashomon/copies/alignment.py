"""How one text was made from another: which words they share in order, and the gaps between."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rashomon.copies.words import Numbers, Words, runs

_ANCHOR = 3  # words: short enough to survive between two replaced words


class Gap(NamedTuple):
    """A stretch that is not shared, as word places in the child and in the parent."""

    child_start: int
    child_end: int
    parent_start: int
    parent_end: int

    @property
    def inserted(self) -> int:
        return self.child_end - self.child_start

    @property
    def deleted(self) -> int:
        return self.parent_end - self.parent_start


@dataclass(frozen=True, slots=True)
class Alignment:
    """`matched` of the child's `child_words` words stand in the parent in the same order."""

    child_words: int
    parent_words: int
    matched: int
    gaps: tuple[Gap, ...]

    @property
    def share(self) -> float:
        """The share of the child's words that the parent has too."""
        return self.matched / self.child_words if self.child_words else 0.0


def align(child: Words, parent: Words) -> Alignment:
    """Align two texts on the grams of three words that the parent has once."""
    one, two = child.numbers, parent.numbers
    places = _anchors(one, two)
    places = _in_order(places)
    for _ in range(2):  # from the run before, then from the run after
        places = _extend(one, two, places)
        one, two, places = one[::-1], two[::-1], _mirrored(places, len(two))
    return Alignment(len(one), len(two), int((places >= 0).sum()), _gaps(places, len(two)))


def _anchors(one: Numbers, two: Numbers) -> NDArray[np.int64]:
    """For each word of `one` its place in `two`, or -1."""
    places = np.full(len(one), -1, dtype=np.int64)
    size = min(_ANCHOR, len(one), len(two))
    if size == 0:
        return places
    starts = np.arange(len(one) - size + 1)
    mine = runs(one, starts, starts + size)
    starts = np.arange(len(two) - size + 1)
    theirs = runs(two, starts, starts + size)
    order = np.argsort(theirs, kind="stable")
    ranked = theirs[order]
    low = np.searchsorted(ranked, mine)
    at = np.minimum(low, len(ranked) - 1)
    after = np.minimum(low + 1, len(ranked) - 1)
    once = (ranked[at] == mine) & ((after == at) | (ranked[after] != mine))
    found = np.flatnonzero(once)
    for step in range(size):
        places[found + step] = order[at[found]] + step
    return places


def _in_order(places: NDArray[np.int64]) -> NDArray[np.int64]:
    """Keep a longest set of matches that stand in the same order in both texts."""
    found = np.flatnonzero(places >= 0)
    values = places[found]
    if len(values) < 2 or bool((values[1:] > values[:-1]).all()):
        return places
    tails: list[int] = []
    heads: list[int] = []
    before = [-1] * len(values)
    for index, value in enumerate(values.tolist()):
        at = bisect_left(tails, value)
        before[index] = heads[at - 1] if at else -1
        if at == len(tails):
            tails.append(value)
            heads.append(index)
        else:
            tails[at] = value
            heads[at] = index
    kept = np.full(len(places), -1, dtype=np.int64)
    index = heads[-1]
    while index >= 0:
        kept[found[index]] = values[index]
        index = before[index]
    return kept


def _extend(one: Numbers, two: Numbers, places: NDArray[np.int64]) -> NDArray[np.int64]:
    """Match single words that stand as far from the match before them as in the other text."""
    count = len(places)
    if count == 0 or len(two) == 0:
        return places
    at = np.arange(count)
    last = np.maximum.accumulate(np.where(places >= 0, at, -1))
    known = last >= 0
    guess = np.where(known, places[np.maximum(last, 0)] + at - last, -1)
    # Not into what the next match covers.
    later = np.where(places >= 0, places, len(two))
    ceiling = np.minimum.accumulate(later[::-1])[::-1]
    fits = (places < 0) & (guess >= 0) & (guess < ceiling)
    fits[fits] = one[fits] == two[guess[fits]]
    return np.where(fits, guess, places)


def _mirrored(places: NDArray[np.int64], length: int) -> NDArray[np.int64]:
    flipped = places[::-1]
    return np.where(flipped >= 0, length - 1 - flipped, -1)


def _gaps(places: NDArray[np.int64], length: int) -> tuple[Gap, ...]:
    found = np.flatnonzero(places >= 0)
    mine = np.concatenate(([-1], found, [len(places)]))
    theirs = np.concatenate(([-1], places[found], [length]))
    breaks = np.flatnonzero((np.diff(mine) > 1) | (np.diff(theirs) > 1))
    return tuple(
        Gap(*gap)
        for gap in zip(
            (mine[breaks] + 1).tolist(),
            mine[breaks + 1].tolist(),
            (theirs[breaks] + 1).tolist(),
            theirs[breaks + 1].tolist(),
            strict=True,
        )
    )
