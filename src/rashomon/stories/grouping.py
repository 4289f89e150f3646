"""From items (articles, or families of copies) to clusters of items, with the pairs that decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rashomon.stories import bags, clusters, likeness, pairs, settings, shared_runs, topics
from rashomon.stories.bags import Bag
from rashomon.stories.features import Features
from rashomon.stories.pairs import Around, Codes, Floats, Rows


@dataclass(frozen=True, slots=True)
class Link:
    """One side of a compared pair: the other item, and how alike the two are (see `likeness.Likeness`)."""

    other: int
    score: float
    title: float
    words: float
    runs: float


class Say:
    """The idf of words, by their number."""

    def __init__(self, terms: Codes, idf: Floats) -> None:
        self._terms, self._idf = terms, idf
        self._known: dict[int, float] | None = None

    def get(self, word: str, default: float = 0.0) -> float:
        """The idf of a word; `default` for one that no item holds, or nearly all."""
        if self._known is None:
            self._known = dict(zip(self._terms.tolist(), self._idf.tolist(), strict=True))
        return self._known.get(bags.code(word), default)


@dataclass(frozen=True, slots=True)
class Grouping:
    """`cluster[i]` names item i's cluster by its smallest item; `say` is that of words; `met` is how
    near the nearest is that each item has met."""

    cluster: list[int]
    links: list[list[Link]]  # pairs in one cluster, and those near to it
    say: Say
    met: Floats
    rows: Rows


def by_event(items: Sequence[Features], lean: float) -> Grouping:
    """Groups `items`, which must stand in the order of `time_key`."""
    return of_bag(bags.pack(items), lean)


def of_bag(
    bag: Bag, lean: float, around: Around | None = None, met: Floats | None = None
) -> Grouping:
    """Groups the items of `bag`, in the order of `time_key`: all of a desk, or those of it that
    `around` stands around, of which each had met another as near as `met` says."""
    rows = pairs.rows(bag, around)
    time = pairs.times(bag)
    near = pairs.nearest(rows, time, int(bag.wide.sum()))
    runs = shared_runs.of_pairs(bag, time, near, around)
    alike = likeness.of_pairs(rows, near, time, runs, met)
    # A pair that was found unlike says no more than one that was never compared.
    kept = alike.score > settings.MISSING
    one, other, score = near.one[kept], near.other[kept], alike.score[kept]
    evidence = (alike.title[kept], alike.words[kept], alike.runs[kept])
    edges = list(zip(one.tolist(), other.tolist(), score.tolist(), strict=True))
    cluster = np.array(
        clusters.average_link(bag.count, edges, settings.MISSING, lean), dtype=np.int64
    )
    cluster = topics.merged(cluster, rows, time, lean - settings.LEAN + settings.TOPIC_LEAN)
    told = (cluster[one] == cluster[other]) | (score >= settings.RELATED)
    columns = (one, other, score, *evidence)
    links: list[list[Link]] = [[] for _ in range(bag.count)]
    for a, b, *values in zip(*(column[told].tolist() for column in columns), strict=True):
        links[a].append(Link(b, *values))
        links[b].append(Link(a, *values))
    entries, places = np.unique(rows.term, return_index=True)
    nearest = likeness.nearest_met(rows, near)
    if met is not None:
        nearest = np.maximum(nearest, met)
    return Grouping(
        cluster.tolist(), links, Say(rows.terms[entries], rows.idf[places]), nearest, rows
    )


def is_wide(item: Features) -> bool:
    """Whether an item's time is too vague for the window."""
    when = item.when
    return when.first is None or when.last is None or when.last - when.first > settings.WINDOW_DAYS


def time_key(item: Features, item_id: str) -> tuple[bool, float, float, str]:
    """Oldest first, vague ones last, ties by id."""
    when = item.when
    return (is_wide(item), when.first or 0.0, when.last or 0.0, item_id)
