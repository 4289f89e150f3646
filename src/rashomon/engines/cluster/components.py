"""Connected components of a graph that is held in a table of edges.

Few edges are joined on the driver (union-find); more than `most` go through label propagation:
each node takes the least label among its own and its neighbours', and that label's own label,
until none changes. Both give each node the least node of its component.
"""

from __future__ import annotations

from collections.abc import Iterable

import daft
from daft import DataFrame, DataType, col

from rashomon.engines.cluster import settings


def components(edges: DataFrame, most: int = settings.DRIVER_EDGES) -> DataFrame:
    """Columns (node, component) of text, for every node of `edges` (one, other)."""
    edges = edges.select("one", "other").where(col("one") != col("other")).distinct().collect()
    if edges.count_rows() <= most:
        held = edges.to_pydict()
        found = joined(zip(held["one"], held["other"], strict=True))
        return _table(list(found), list(found.values()))
    return _propagated(edges)


def joined(edges: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The least node of its component for each node of `edges`, nodes in order."""
    root: dict[str, str] = {}

    def find(node: str) -> str:
        while (up := root.setdefault(node, node)) != node:
            root[node] = root[up]
            node = up
        return node

    for one, other in edges:
        low, high = sorted((find(one), find(other)))
        root[high] = low
    return {node: find(node) for node in sorted(root)}


def _propagated(edges: DataFrame) -> DataFrame:
    both = edges.concat(edges.select(col("other").alias("one"), col("one").alias("other")))
    both = both.collect()
    labels = both.select(col("one").alias("node"), col("one").alias("component")).distinct()
    labels = labels.collect()
    while True:
        near = both.join(labels, left_on="other", right_on="node").select(
            col("one").alias("node"), "component"
        )
        least = labels.concat(near).groupby("node").agg(col("component").min())
        # The label's own label: halves the number of rounds that a long chain takes.
        up = least.select(col("node").alias("component"), col("component").alias("further"))
        fresh = least.join(up, on="component").select("node", col("further").alias("component"))
        fresh = fresh.collect()
        changed = fresh.join(
            labels.select("node", col("component").alias("before")), on="node"
        ).where(col("component") != col("before"))
        labels = fresh
        if changed.count_rows() == 0:
            return labels


def _table(nodes: list[str], labels: list[str]) -> DataFrame:
    text = DataType.string()
    table = daft.from_pydict({"node": nodes, "component": labels})
    return table.select(col("node").cast(text), col("component").cast(text))
