"""From items (articles, or families of copies) to clusters of items, with the pairs that decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rashomon.stories import clusters, likeness, pairs, settings, shared_runs, topics
from rashomon.stories.features import Features


@dataclass(frozen=True, slots=True)
class Link:
    """One side of a compared pair: the other item, and how alike the two are (see `likeness.Likeness`)."""

    other: int
    score: float
    title: float
    words: float
    runs: float


@dataclass(frozen=True, slots=True)
class Grouping:
    """`cluster[i]` names item i's cluster by its smallest item; `idf` gives the say of words."""

    cluster: list[int]
    links: list[list[Link]]  # pairs in one cluster, and those near to it
    idf: dict[str, float]


def by_event(items: Sequence[Features], lean: float) -> Grouping:
    """Groups `items`, which must stand in the order of `time_key`."""
    rows = pairs.rows(items)
    time = pairs.times([item.when for item in items])
    near = pairs.nearest(rows, time, sum(is_wide(item) for item in items))
    alike = likeness.of_pairs(rows, near, time, shared_runs.of_pairs(items, time, near))
    # A pair that was found unlike says no more than one that was never compared.
    kept = alike.score > settings.MISSING
    one, other, score = near.one[kept], near.other[kept], alike.score[kept]
    evidence = (alike.title[kept], alike.words[kept], alike.runs[kept])
    edges = list(zip(one.tolist(), other.tolist(), score.tolist(), strict=True))
    cluster = np.array(
        clusters.average_link(len(items), edges, settings.MISSING, lean), dtype=np.int64
    )
    cluster = topics.merged(cluster, rows, time, lean - settings.LEAN + settings.TOPIC_LEAN)
    told = (cluster[one] == cluster[other]) | (score >= settings.RELATED)
    columns = (one, other, score, *evidence)
    links: list[list[Link]] = [[] for _ in items]
    for a, b, *values in zip(*(column[told].tolist() for column in columns), strict=True):
        links[a].append(Link(b, *values))
        links[b].append(Link(a, *values))
    entries, places = np.unique(rows.term, return_index=True)
    idf = {
        rows.terms[t]: v for t, v in zip(entries.tolist(), rows.idf[places].tolist(), strict=True)
    }
    return Grouping(cluster.tolist(), links, idf)


def is_wide(item: Features) -> bool:
    """Whether an item's time is too vague for the window."""
    when = item.when
    return when.first is None or when.last is None or when.last - when.first > settings.WINDOW_DAYS


def time_key(item: Features, item_id: str) -> tuple[bool, float, float, str]:
    """Oldest first, vague ones last, ties by id."""
    when = item.when
    return (is_wide(item), when.first or 0.0, when.last or 0.0, item_id)
