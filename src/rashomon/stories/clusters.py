"""Average-link agglomeration over a sparse graph of scored pairs.

A pair that was never compared counts as `missing`, a firm no, so that a chain of likely pairs
does not make a story. Ties are broken by place in the order of time, so the result depends on
nothing else.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence


def average_link(
    count: int, edges: Sequence[tuple[int, int, float]], missing: float, least: float
) -> list[int]:
    """The cluster of each of `count` items, named by its smallest item.

    `edges` are (item, item, score); two clusters join while the mean score over all pairs
    between them is above `least`, the best first.
    """
    near: list[dict[int, tuple[float, int]]] = [{} for _ in range(count)]
    for a, b, score in edges:
        near[a][b] = near[b][a] = (score, 1)
    size = [1] * count
    version = [0] * count
    into = list(range(count))
    heap = [(-score, min(a, b), max(a, b), 0, 0) for a, b, score in edges if score > least]
    heapq.heapify(heap)
    while heap:
        _, a, b, version_a, version_b = heapq.heappop(heap)
        if version[a] != version_a or version[b] != version_b:
            continue
        # The smaller item names the cluster; a version of -1 is a cluster that is no more.
        version[b] = -1
        into[b] = a
        size[a] += size[b]
        version[a] += 1
        del near[a][b], near[b][a]
        for other, (total, known) in near[b].items():
            before = near[a].get(other, (0.0, 0))
            del near[other][b]
            near[a][other] = near[other][a] = (before[0] + total, before[1] + known)
        near[b] = {}
        for other, (total, known) in near[a].items():
            possible = size[a] * size[other]
            score = (total + (possible - known) * missing) / possible
            if score > least:
                low, high = (a, other) if a < other else (other, a)
                heapq.heappush(heap, (-score, low, high, version[low], version[high]))
    for item in range(count):
        into[item] = into[into[item]]
    return into
