"""From items (articles, or families of copies) to clusters of items, with the pairs that decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.stories import clusters, likeness, pairs, settings
from rashomon.stories.features import Features


@dataclass(frozen=True, slots=True)
class Grouping:
    """`cluster[i]` names item i's cluster by its smallest item; `links[i]` lists i's scored pairs."""

    cluster: list[int]
    links: list[list[tuple[int, float, int]]]  # other item, score, place in `compared`
    compared: pairs.Pairs | None
    index: pairs.Index | None


def by_event(items: Sequence[Features], lean: float) -> Grouping:
    """Groups `items`, which must stand in the order of `time_key`."""
    alone = Grouping(list(range(len(items))), [[] for _ in items], None, None)
    if len(items) < 2:
        return alone
    whens = [item.when for item in items]
    wide = sum(is_wide(item) for item in items)
    index = pairs.index(items)
    compared = pairs.candidates(index, whens, wide)
    if not len(compared.later):
        return alone
    scores = likeness.scores(compared, whens).tolist()
    edges = list(zip(compared.later.tolist(), compared.earlier.tolist(), scores, strict=True))
    cluster = clusters.average_link(len(items), edges, settings.MISSING, lean)
    links: list[list[tuple[int, float, int]]] = [[] for _ in items]
    for place, (a, b, score) in enumerate(edges):
        links[a].append((b, score, place))
        links[b].append((a, score, place))
    return Grouping(cluster, links, compared, index)


def is_wide(item: Features) -> bool:
    """Whether an item's time is too vague for the window."""
    when = item.when
    return when.first is None or when.last is None or when.last - when.first > settings.WINDOW_DAYS


def time_key(item: Features, item_id: str) -> tuple[bool, float, float, str]:
    """Oldest first, vague ones last, ties by id."""
    when = item.when
    return (is_wide(item), when.first or 0.0, when.last or 0.0, item_id)
