"""The items of the days around those that are new: what words and runs say there, and who is near.

A part of a desk is grouped by the counts of what stands around it, at the cost of the days that it
touches: a story outside of them stays as it is.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from rashomon.stories import bags, pairs, settings
from rashomon.stories.bags import TITLE, Bag
from rashomon.stories.pairs import Codes, Floats, Ints

_TABLE_BITS = 20


class Surroundings:
    """What `bag` holds, as `pairs.Around`; `desk` is how many items the desk has."""

    def __init__(self, bag: Bag, desk: int) -> None:
        self.bag = bag
        self.documents = bag.count
        self.desk = max(desk, bag.count)

    def holders(self, terms: Codes) -> Ints:
        """How many items hold each of `terms`, ascending."""
        _, at = _found(self.bag.term, terms)
        return np.bincount(at, minlength=len(terms))

    def run_holders(self, runs: Codes) -> tuple[Ints, Floats, Floats]:
        """How many items hold each of `runs`, ascending, and from which day to which."""
        first, last = np.full(len(runs), np.inf), np.full(len(runs), -np.inf)
        places, at = _found(self.bag.runs, runs)
        owner = np.searchsorted(self.bag.run_start, places, side="right") - 1
        # A run that an item holds twice counts once.
        held = np.unique(at * max(self.bag.count, 1) + owner)
        at, owner = held // max(self.bag.count, 1), held % max(self.bag.count, 1)
        np.minimum.at(first, at, np.nan_to_num(self.bag.first[owner], nan=np.inf))
        np.maximum.at(last, at, np.nan_to_num(self.bag.last[owner], nan=-np.inf))
        return np.bincount(at, minlength=len(runs)), first, last

    def likeness(self, new: Ints) -> Floats:
        """How near each item is to each of those at the places `new`, a row each; 0 to those
        outside the window. As `pairs.nearest` has it, but for lengths, which are as they were
        when an item was last grouped."""
        bag = self.bag
        rows = pairs.rows(bags.chosen(bag, new), self)
        places, at = _found(bag.term, rows.terms)
        idf = np.zeros(len(rows.terms))
        idf[rows.term] = rows.idf
        kept = idf[at] > 0
        places, at = places[kept], at[kept]
        owner = np.searchsorted(bag.start, places, side="right") - 1
        titled = (bag.flags[places] & TITLE) > 0
        uses = bag.uses[places].astype(np.float64)
        uses = np.where(uses > 0, 1 + np.log(np.maximum(uses, 1)), 0.0)
        uses += settings.TITLE_BOOST * titled
        title = titled * idf[at] / np.maximum(bag.title_length[owner], 1e-9)
        words = uses * idf[at] / np.maximum(bag.words_length[owner], 1e-9)
        found = np.zeros((len(new), bag.count))
        wide = bag.wide
        for n, item in enumerate(new.tolist()):
            mine = slice(int(rows.start[n]), int(rows.start[n + 1]))
            of_title, of_words = np.zeros(len(rows.terms)), np.zeros(len(rows.terms))
            of_title[rows.term[mine]] = rows.title[mine]
            of_words[rows.term[mine]] = rows.words[mine]
            near = of_title[at] * title + 2 * of_words[at] * words
            found[n] = np.bincount(owner, near, minlength=bag.count)
            if not wide[item]:
                found[n, ~self.between(float(bag.first[item]), float(bag.last[item]))] = 0.0
            found[n, item] = 0.0
        return found

    def between(self, first: float, last: float) -> NDArray[np.bool_]:
        """Which items stand within the window of some days, or at no time that is known."""
        late, early = last + settings.WINDOW_DAYS, first - settings.WINDOW_DAYS
        return np.asarray(self.bag.wide | ((self.bag.first <= late) & (self.bag.last >= early)))


def measured(bag: Bag) -> Bag:
    """`bag` with the lengths that its vectors have by the counts of its own items."""
    rows = pairs.rows(bag)
    return replace(bag, title_length=rows.title_length, words_length=rows.words_length)


def nearest(found: Floats) -> Ints:
    """The items of `Surroundings.likeness` that any of the new ones would be compared with."""
    most = min(settings.NEIGHBOURS, found.shape[1])
    near: list[Ints] = [np.zeros(0, dtype=np.int64)]
    for row in found:
        top = np.argpartition(-row, most - 1)[:most] if len(row) else near[0]
        near.append(top[row[top] > settings.ROUGH])
    return np.unique(np.concatenate(near))


def nearest_groups(found: Floats, group: Ints, most: int) -> Ints:
    """Of the large groups that items stand in (`group`, -1 for none), those nearest on average to
    any of the new ones: what most of a large story holds may draw in what is like none of it."""
    placed = np.flatnonzero(group >= 0)
    names, place = np.unique(group[placed], return_inverse=True)
    size = np.bincount(place, minlength=len(names))
    chosen: list[Ints] = [np.zeros(0, dtype=np.int64)]
    for row in found:
        mean = np.bincount(place, row[placed], minlength=len(names)) / np.maximum(size, 1)
        mean[size < settings.LARGE] = 0.0
        top = np.argsort(-mean, kind="stable")[:most]
        chosen.append(names[top[mean[top] > 0]])
    return np.unique(np.concatenate(chosen))


def _found(values: NDArray[np.uint32], wanted: Codes) -> tuple[Ints, Ints]:
    """Places in `values` of what is in the ascending `wanted`, and the place of each there."""
    none = np.zeros(0, dtype=np.int64)
    if not len(wanted) or not len(values):
        return none, none
    # A table by the first bits finds nearly all at once; those whose slot two share are searched.
    shift = np.uint32(32 - _TABLE_BITS)
    slots = wanted >> shift
    table = np.full(1 << _TABLE_BITS, -1, dtype=np.int32)
    table[slots] = np.arange(len(wanted), dtype=np.int32)
    guess = table[values >> shift]
    places = np.flatnonzero(guess >= 0)
    at, held = guess[places].astype(np.int64), values[places]
    shared = np.zeros(len(wanted), dtype=np.bool_)
    shared[1:] = slots[1:] == slots[:-1]
    again = np.flatnonzero(shared[at])
    at[again] = np.minimum(np.searchsorted(wanted, held[again]), len(wanted) - 1)
    right = wanted[at] == held
    return places[right], at[right]
