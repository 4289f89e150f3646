"""Candidate pairs: for each item its nearest ones within the window, from an index of words.

An item is an article (or a family of copies), or later a whole group of them: both are rows of
weighted words. One pass over time keeps the words of the active window as postings; the cost of
an item is that of the postings of its words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from rashomon.stories import settings, weights
from rashomon.stories.bags import NAME, NUMBER, TITLE, Bag

Codes = NDArray[np.uint32]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Rows:
    """Words by item: entries `start[i]` to `start[i + 1]` are those of item i, in `owner` order.

    `in_title`, `in_text` and `in_names` are the share of the item's articles that hold the word
    there (0 or 1 for one article), `uses` the weight of its frequency. `title`, `words` and
    `names` are idf-weighted vectors of length 1.
    """

    terms: Codes
    idf: Floats  # of each entry
    start: Ints
    owner: Ints
    term: Ints
    is_number: Flags
    in_title: Floats
    in_text: Floats
    in_names: Floats
    uses: Floats
    title: Floats
    words: Floats
    names: Floats
    title_length: Floats  # of each item's vector before it was made 1
    words_length: Floats
    documents: int  # how many items the idf is counted over
    desk: int  # how many items the desk has

    @property
    def count(self) -> int:
        """How many items there are."""
        return len(self.start) - 1


class Around(Protocol):
    """What stands around the items that are grouped, these included."""

    @property
    def documents(self) -> int:
        """How many items are looked at, for the say of words."""

    @property
    def desk(self) -> int:
        """How many items the desk has."""

    def holders(self, terms: Codes) -> Ints:
        """How many items hold each of `terms`, ascending."""

    def run_holders(self, runs: Codes) -> tuple[Ints, Floats, Floats]:
        """How many items hold each of `runs`, ascending, and from which day to which."""


@dataclass(frozen=True, slots=True)
class Times:
    """First and last day of each item, its middle, and hints; nan where unknown.

    `day_of_year` is 1 to 366, `weekday` 1 (Monday) to 7, of the undated alone.
    """

    first: Floats
    last: Floats
    middle: Floats
    day_of_year: Floats
    weekday: Floats


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of items, and for each word that a pair shares its two entries in `Rows`."""

    one: Ints
    other: Ints
    shared: Ints  # place of the pair
    in_one: Ints
    in_other: Ints

    def total(self, values: Floats) -> Floats:
        """Sum over each pair's shared words."""
        sums: Floats = np.bincount(self.shared, values, minlength=len(self.one)).astype(np.float64)
        return sums

    def most(self, values: Floats) -> Floats:
        """Maximum over each pair's shared words, at least 0."""
        result = np.zeros(len(self.one))
        np.maximum.at(result, self.shared, values)
        return result


def times(bag: Bag) -> Times:
    """The times of items."""
    middle = (bag.first + bag.last) / 2
    return Times(bag.first, bag.last, middle, bag.day_of_year, bag.weekday)


def rows(bag: Bag, around: Around | None = None) -> Rows:
    """The words of items with their weights; words that say next to nothing are left out."""
    terms, entry_term = np.unique(bag.term, return_inverse=True)
    if around is None:
        documents = desk = bag.count
        held = np.bincount(entry_term, minlength=len(terms))
    else:
        documents, desk = around.documents, around.desk
        held = around.holders(terms)
    idf = weights.idf(terms, held.astype(np.float64), documents)
    keep = idf[entry_term] >= settings.LEAST_IDF
    entry_term = entry_term[keep].astype(np.int64)
    flags = bag.flags[keep]
    counted = bag.uses[keep].astype(np.float64)
    in_title = (flags & TITLE > 0).astype(np.float64)
    frequency = np.where(counted > 0, 1 + np.log(np.maximum(counted, 1)), 0.0)
    return weighted(
        terms,
        idf[entry_term],
        bag.owner[keep],
        bag.count,
        entry_term,
        flags & NUMBER > 0,
        (in_title, np.ones(len(entry_term)), (flags & NAME > 0).astype(np.float64)),
        frequency + settings.TITLE_BOOST * in_title,
        (documents, desk),
    )


def weighted(
    terms: Codes,
    idf: Floats,
    owner: Ints,
    count: int,
    term: Ints,
    is_number: Flags,
    shares: tuple[Floats, Floats, Floats],
    uses: Floats,
    sizes: tuple[int, int],
) -> Rows:
    """`Rows` with their vectors, of entries sorted by owner; `sizes` are (documents, desk)."""
    in_title, in_text, in_names = shares
    start = np.concatenate([[0], np.cumsum(np.bincount(owner, minlength=count))])
    title, title_length = _unit(in_title * idf, owner, count)
    words, words_length = _unit(uses * idf, owner, count)
    return Rows(
        terms, idf, start.astype(np.int64), owner, term, is_number, in_title, in_text, in_names,
        uses, title, words, _unit(in_names * idf, owner, count)[0], title_length, words_length,
        *sizes,
    )  # fmt: skip


def _unit(values: Floats, owner: Ints, count: int) -> tuple[Floats, Floats]:
    """Vectors of length 1, and what their lengths were."""
    length = np.sqrt(np.bincount(owner, values**2, minlength=count))
    return values / np.maximum(length, 1e-9)[owner], length


def nearest(
    found: Rows, time: Times, wide: int, offered: Flags | None = None, window: float | None = None
) -> Pairs:
    """Each item with its nearest ones; items stand in the order of time, the last `wide` see all.

    Without `offered` an item sees those before it; with it, those that `offered` marks, on both
    sides in time.
    """
    window = settings.WINDOW_DAYS if window is None else window
    count, size_of_vocabulary = found.count, len(found.terms)
    shown = np.ones(count, dtype=bool) if offered is None else offered
    entries = np.flatnonzero(shown[found.owner])
    posted = entries[np.argsort(found.term[entries], kind="stable")]
    owner, title, words = found.owner[posted], found.title[posted], found.words[posted]
    twice = 2 * found.words
    begin = np.searchsorted(found.term[posted], np.arange(size_of_vocabulary + 1))
    lower, upper = begin[:-1].copy(), begin[:-1].copy()
    first = np.nan_to_num(time.first, nan=-np.inf)
    last = np.nan_to_num(time.last, nan=np.inf)
    expired = entered = 0
    reach = -np.inf
    numbers = np.arange(1 << 16)
    one: list[Ints] = []
    other: list[Ints] = []
    shared: list[Ints] = []
    in_one: list[Ints] = []
    in_other: list[Ints] = []
    made = 0
    for item in range(count):
        a, b = found.start[item], found.start[item + 1]
        terms = found.term[a:b]
        loose = item >= count - wide
        if offered is not None:
            reach = np.inf if loose else max(reach, last[item] + window)
        while entered < (item if offered is None else count) and (
            offered is None or first[entered] <= reach
        ):
            if shown[entered]:
                upper[found.term[found.start[entered] : found.start[entered + 1]]] += 1
            entered += 1
        while not loose and expired < item and last[expired] < first[item] - window:
            if shown[expired]:
                lower[found.term[found.start[expired] : found.start[expired + 1]]] += 1
            expired += 1
        low = begin[terms] if loose else lower[terms]
        base = 0 if loose else expired
        size = upper[terms] - low
        total = int(size.sum())
        if not total or entered <= base:
            continue
        if total > len(numbers):
            numbers = np.arange(2 * total)
        at = numbers[:total] + (low - size.cumsum() + size).repeat(size)
        them = owner[at]
        if base:
            them -= base
        nearness = found.title[a:b].repeat(size)
        nearness *= title[at]
        of_words = twice[a:b].repeat(size)
        of_words *= words[at]
        nearness += of_words
        rough = np.bincount(them, nearness, minlength=entered - base)
        if not loose:
            rough[last[base:entered] < first[item] - window] = 0.0
        if offered is not None:
            # Each pair once: of two that are offered, the later one finds the earlier.
            rough[item - base :] *= not shown[item]
            if item - base < len(rough):
                rough[item - base] = 0.0
        most = min(settings.NEIGHBOURS, len(rough))
        top = np.argpartition(-rough, most - 1)[:most] if len(rough) > most else np.arange(most)
        top = np.sort(top[rough[top] > settings.ROUGH])
        if not len(top):
            continue
        place = np.full(len(rough), -1, dtype=np.int64)
        place[top] = np.arange(made, made + len(top))
        made += len(top)
        pair = place[them]
        kept = (pair >= 0).nonzero()[0]
        one.append(np.full(len(top), item, dtype=np.int64))
        other.append(top + base)
        shared.append(pair[kept])
        in_one.append(np.arange(a, b).repeat(size)[kept])
        in_other.append(posted[at[kept]])
    if not made:
        none = np.zeros(0, dtype=np.int64)
        return Pairs(none, none, none, none, none)
    joined = [np.concatenate(part) for part in (one, other, shared, in_one, in_other)]
    return Pairs(*joined)
