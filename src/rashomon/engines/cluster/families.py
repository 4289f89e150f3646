"""Copies through shuffles: the families that `copies.CopyIndex` finds, from tables.

Articles that nothing tells apart are one node. Fingerprints are shuffled to their owners, those
that are common are dropped, pairs that share enough are judged by the same function, and what
holds together is a component. What comes out is the same, whatever the partitions.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from daft import DataFrame, DataType, Expression, Series, col, lit
from numpy.typing import NDArray

from rashomon import copies
from rashomon.copies import pairs
from rashomon.copies import settings as limits
from rashomon.copies.dates import when
from rashomon.copies.fingerprints import HASH, hashes_of, unpack
from rashomon.copies.postings import member
from rashomon.engines.cluster.components import components
from rashomon.engines.cluster.maps import TEXT, Row, batch, unnested
from rashomon.engines.cluster.records import dump, load
from rashomon.model import Article, Copy

_PRINTS = {
    "least": DataType.int64(),
    "greatest": DataType.int64(),
    "hashes": DataType.list(DataType.int64()),
}
_COPY = {"id": TEXT, "family": TEXT, "record": TEXT}
_COPIES = DataType.list(DataType.struct(_COPY))
_SIDE = ("prints", "title", "kind", "outlet", "address", "origins", "published")
_JUDGED = {
    "verdict": TEXT,
    "large": DataType.int64(),
    "shared": DataType.int64(),
    "part": DataType.bool(),
}


def families(sketches: DataFrame) -> DataFrame:
    """Columns (id, family) of the articles of `sketches` that have copies."""
    named = sketches.select("id", "twin").collect()
    nodes = _nodes(sketches).collect()
    common = _common(nodes)
    edges = _held(_judged(nodes, _candidates(nodes, common), common).collect(), nodes)
    found = components(edges).select(col("node").alias("twin"), col("component").alias("family"))
    many = named.groupby("twin").agg(col("id").count().alias("many")).where(col("many") > 1)
    alone = many.join(found, on="twin", how="anti").select("twin", col("twin").alias("family"))
    return named.join(found.concat(alone), on="twin").select("id", "family")


def lineages(articles: DataFrame, families: DataFrame) -> DataFrame:
    """Columns (id, family, record): the `Copy` rows of all families; `articles` has (id, record)."""

    @batch({"copies": _COPIES}, 16, heavy=True)
    def hang(records: Series) -> list[Row]:
        return [
            {"copies": [_copy_row(row) for row in copies.lineage(_by_id(texts))]}
            for texts in records.to_pylist()
        ]

    held = families.join(articles, on="id").groupby("family").agg(col("record").list_agg())
    made = unnested(held.select(hang(col("record")).alias("made")), ("copies",))
    return unnested(made.explode("copies").select(col("copies").alias("made")), tuple(_COPY))


def _copy_row(made: Copy) -> dict[str, str]:
    return {"id": made.article_id, "family": made.family_id, "record": dump(made)}


def _by_id(texts: list[str]) -> list[Article]:
    return sorted((load(Article, text) for text in texts), key=lambda article: article.id)


def _nodes(sketches: DataFrame) -> DataFrame:
    """One row a twin: its least article's id, its sketch, and its fingerprints as a set."""

    @batch(_PRINTS, 1024)
    def spread(prints: Series) -> list[Row]:
        return [_ends(hashes_of(unpack(stored))) for stored in prints.to_pylist()]

    first = [col(name).any_value() for name in _SIDE]
    nodes = sketches.groupby("twin").agg(col("id").min(), *first)
    return unnested(nodes.with_column("made", spread(col("prints"))), _PRINTS)


def _ends(hashes: NDArray[np.uint64]) -> dict[str, object]:
    signed = _signed(hashes)
    return dict(zip(_PRINTS, (*(signed[:1] + signed[-1:] or (0, 0)), signed), strict=True))


def _signed(hashes: NDArray[np.uint64]) -> list[int]:
    # Daft 0.7 makes unsigned integers from Python's by way of floats, which loses their low bits.
    signed: list[int] = hashes.view(np.int64).tolist()
    return signed


def _postings(nodes: DataFrame) -> DataFrame:
    place = col("address").fill_null(col("id")).alias("address")
    posted = nodes.select("twin", "outlet", place, "least", "greatest", col("hashes").alias("hash"))
    return posted.explode("hash").where(col("hash").not_null())


def _common(nodes: DataFrame) -> NDArray[np.uint64]:
    """The fingerprints that say nothing any more; see `CopyIndex`."""
    postings = _postings(nodes)
    texts = (
        col("least").count_distinct().alias("least"),
        col("greatest").count_distinct().alias("greatest"),
    )
    desk = postings.groupby("hash").agg(*texts)
    desk = desk.where((col("least") > limits.DESK_COMMON) | (col("greatest") > limits.DESK_COMMON))
    outlet = postings.where(col("outlet") != "").groupby("hash", "outlet")
    outlet = outlet.agg(*texts, col("address").count_distinct().alias("addresses"))
    outlet = outlet.where(
        ((col("least") > limits.OUTLET_COMMON) | (col("greatest") > limits.OUTLET_COMMON))
        & (col("addresses") > limits.OUTLET_COMMON)
    )
    found = desk.select("hash").concat(outlet.select("hash")).distinct().to_pydict()["hash"]
    return np.sort(np.array(found, dtype=np.int64).view(np.uint64))


def _candidates(nodes: DataFrame, common: NDArray[np.uint64]) -> DataFrame:
    """Pairs (one, other) of twins that share enough to be judged, one < other."""

    @batch({"hash": DataType.list(DataType.int64()), "rare": DataType.int64()}, 1024)
    def rare(prints: Series) -> list[Row]:
        made: list[Row] = []
        for stored in prints.to_pylist():
            hashes = hashes_of(unpack(stored))
            hashes = hashes[~member(hashes, common)]
            made.append({"hash": _signed(hashes), "rare": len(hashes)})
        return made

    held = unnested(nodes.select("twin", rare(col("prints")).alias("made")), ("hash", "rare"))
    held = held.explode("hash").where(col("hash").not_null())
    left = held.select("hash", col("twin").alias("one"), col("rare").alias("rare_one"))
    right = held.select("hash", col("twin").alias("other"), col("rare").alias("rare_other"))
    shared = left.join(right, on="hash").where(col("one") < col("other"))
    shared = shared.groupby("one", "other").agg(
        col("hash").count().alias("shared"), col("rare_one").min(), col("rare_other").min()
    )
    # At least so many, or all of the shorter one; and no less than a share of it.
    enough = (col("shared") >= limits.LEAST_SHARED) | _of_either(1.0)
    enough = enough & _of_either(limits.CANDIDATE_SHARE)
    return shared.where(enough).select("one", "other").concat(_keyed(nodes)).distinct()


def _of_either(share: float) -> Expression:
    return (col("shared") >= col("rare_one") * share) | (col("shared") >= col("rare_other") * share)


def _keyed(nodes: DataFrame) -> DataFrame:
    """Pairs that a stated address or a title of one outlet joins."""
    own = nodes.select("twin", col("address").alias("key")).where(col("key").not_null())
    stated = nodes.select("twin", col("origins").alias("key")).explode("key")
    stated = stated.where(col("key").not_null())
    titled = nodes.where(col("title") != "0").select(
        "twin", (lit("\x1f") + col("title") + lit("\x1f") + col("outlet")).alias("key")
    )
    keys = own.concat(stated).concat(titled).distinct()
    left, right = (keys.select("key", col("twin").alias(name)) for name in ("one", "other"))
    return left.join(right, on="key").where(col("one") < col("other")).select("one", "other")


def _judged(nodes: DataFrame, found: DataFrame, common: NDArray[np.uint64]) -> DataFrame:
    """The pairs of `found` that are one article or hold one another, with `judge`'s words."""

    @batch(_JUDGED, 512, heavy=True)
    def judge(*columns: Series) -> list[Row]:
        rows = list(zip(*(column.to_pylist() for column in columns), strict=True))
        width = len(_SIDE)
        return [
            pairs.judge(_side(row[:width], common), _side(row[width:], common))._asdict()
            for row in rows
        ]

    for end in ("one", "other"):
        side = [col(name).alias(f"{end}_{name}") for name in _SIDE]
        found = found.join(nodes.select(col("twin").alias(end), *side), on=end)
    names = [f"{end}_{name}" for end in ("one", "other") for name in _SIDE]
    made = found.select("one", "other", judge(*(col(name) for name in names)).alias("made"))
    return unnested(made, _JUDGED).where(col("verdict") != "no")


def _side(values: tuple[Any, ...], common: NDArray[np.uint64]) -> pairs.Side:
    stored, title, kind, outlet, address, origins, published = values
    prints = unpack(stored)
    return pairs.Side(
        prints[~member(prints & HASH, common)], int(title), kind == "teaser", outlet, address,
        tuple(origins), when(published),
    )  # fmt: skip


def _held(edges: DataFrame, nodes: DataFrame) -> DataFrame:
    """The edges that hold families together. A page that holds several articles hangs on the one
    of which it has the most, and on none where it leads with another; see `CopyIndex`."""
    turned = edges.where(col("large") == 1).with_columns({"page": col("other"), "held": col("one")})
    straight = edges.where(col("large") == 0)
    turned = turned.concat(straight.with_columns({"page": col("one"), "held": col("other")}))
    folds = turned.where(col("verdict") == "fold")
    leads = folds.where(col("part")).select("page").distinct()
    inside = turned.where(col("verdict") == "inside").join(leads, on="page", how="anti")
    names = nodes.select(col("twin").alias("held"), "id")
    inside = inside.join(names, on="held").select("page", "held", "shared", "id")
    for key, rank in (("shared", col("shared").max()), ("id", col("id").min())):
        best = inside.groupby("page").agg(rank.alias("best"))
        inside = inside.join(best, on="page").where(col(key) == col("best"))
        inside = inside.select("page", "held", "shared", "id")
    kept = folds.select(col("one"), col("other"))
    return kept.concat(inside.select(col("page").alias("one"), col("held").alias("other")))
