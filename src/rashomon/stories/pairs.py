"""Candidate pairs: for each item its nearest ones within the window, from an index of words.

An item is an article (or a family of copies), or later a whole group of them: both are rows of
weighted words. One pass over time keeps the words of the active window as postings; the cost of
an item is that of the postings of its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.stories import settings, weights
from rashomon.stories.features import Features, When

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

    terms: list[str]
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

    @property
    def count(self) -> int:
        """How many items there are."""
        return len(self.start) - 1


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


def times(whens: Sequence[When]) -> Times:
    """The times of articles as arrays."""

    def array(values: list[float | int | None]) -> Floats:
        return np.array([np.nan if v is None else v for v in values], dtype=np.float64)

    first, last = array([w.first for w in whens]), array([w.last for w in whens])
    hints = array([w.day_of_year for w in whens]), array([w.weekday for w in whens])
    return Times(first, last, (first + last) / 2, *hints)


def rows(items: Sequence[Features]) -> Rows:
    """The words of articles with their weights; words that say next to nothing are left out."""
    vocabulary: dict[str, int] = {}
    term: list[int] = []
    uses: list[int] = []
    title: list[bool] = []
    named: list[bool] = []
    lengths: list[int] = []
    for item in items:
        counts = dict(item.lead)
        titled = frozenset(item.title)
        names = {name for name, _ in item.names}
        for word in item.title:
            counts.setdefault(word, 0)
        term += [vocabulary.setdefault(word, len(vocabulary)) for word in counts]
        uses += counts.values()
        title += [word in titled for word in counts]
        named += [word in names for word in counts]
        lengths.append(len(counts))
    terms = list(vocabulary)
    entry_term = np.array(term, dtype=np.int64)
    idf = weights.idf(
        terms, np.bincount(entry_term, minlength=len(terms)).astype(np.float64), len(items)
    )
    keep = idf[entry_term] >= settings.LEAST_IDF if terms else np.zeros(0, dtype=bool)
    entry_term = entry_term[keep]
    number = np.array([word[0].isdigit() for word in terms], dtype=bool)
    counted = np.array(uses, dtype=np.float64)[keep]
    in_title = np.array(title, dtype=np.float64)[keep]
    frequency = np.where(counted > 0, 1 + np.log(np.maximum(counted, 1)), 0.0)
    return weighted(
        terms,
        idf[entry_term],
        np.repeat(np.arange(len(items)), lengths)[keep],
        len(items),
        entry_term,
        number[entry_term] if terms else np.zeros(0, dtype=bool),
        (in_title, np.ones(len(entry_term)), np.array(named, dtype=np.float64)[keep]),
        frequency + settings.TITLE_BOOST * in_title,
    )


def weighted(
    terms: list[str],
    idf: Floats,
    owner: Ints,
    count: int,
    term: Ints,
    is_number: Flags,
    shares: tuple[Floats, Floats, Floats],
    uses: Floats,
) -> Rows:
    """`Rows` with their vectors, of entries sorted by owner."""
    in_title, in_text, in_names = shares
    start = np.concatenate([[0], np.cumsum(np.bincount(owner, minlength=count))])
    vectors = []
    for values in (in_title * idf, uses * idf, in_names * idf):
        length = np.sqrt(np.bincount(owner, values**2, minlength=count))
        vectors.append(values / np.maximum(length, 1e-9)[owner])
    return Rows(
        terms, idf, start.astype(np.int64), owner, term, is_number,
        in_title, in_text, in_names, uses, *vectors,
    )  # fmt: skip


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
    begin = np.searchsorted(found.term[posted], np.arange(size_of_vocabulary + 1))
    lower, upper = begin[:-1].copy(), begin[:-1].copy()
    first = np.nan_to_num(time.first, nan=-np.inf)
    last = np.nan_to_num(time.last, nan=np.inf)
    expired = entered = 0
    reach = -np.inf
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
        at = np.arange(total) + np.repeat(low - (np.cumsum(size) - size), size)
        mine = np.repeat(np.arange(a, b), size)
        them = owner[at] - base
        rough = np.bincount(
            them,
            found.title[mine] * title[at] + 2 * found.words[mine] * words[at],
            minlength=entered - base,
        )
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
        kept = pair >= 0
        one.append(np.full(len(top), item, dtype=np.int64))
        other.append(top + base)
        shared.append(pair[kept])
        in_one.append(mine[kept])
        in_other.append(posted[at[kept]])
    if not made:
        none = np.zeros(0, dtype=np.int64)
        return Pairs(none, none, none, none, none)
    joined = [np.concatenate(part) for part in (one, other, shared, in_one, in_other)]
    return Pairs(*joined)
