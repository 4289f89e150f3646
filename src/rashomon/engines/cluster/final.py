"""The last step of the flow: records as the rows of CONTRACT's tables (see `tables`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from daft import DataFrame, DataType, Series, col

from rashomon.engines.cluster import tables
from rashomon.engines.cluster.maps import Row, batch, unnested
from rashomon.engines.cluster.records import load, load_all
from rashomon.model import (
    Article,
    Contrast,
    Copy,
    Mention,
    Moment,
    Name,
    NameLink,
    Page,
    Rejected,
    Statement,
    Story,
)


def tables_of(
    pages: DataFrame, read: DataFrame, articles: DataFrame, copies: DataFrame, stories: DataFrame,
    found: DataFrame, folded: DataFrame, links: DataFrame, differ: DataFrame,
) -> Iterator[tuple[str, DataFrame]]:  # fmt: skip
    """The name and rows of each table of `tables.COLUMNS`, from the steps of the flow."""
    named = links.join(folded.select("name", col("record").alias("named")), on="name")
    named = named.groupby("id").agg(
        col("record").list_agg().alias("links"), col("named").list_agg().alias("names")
    )
    as_read = read.select("id", col("record").alias("read"))
    whole = articles.join(as_read, on="id").join(found.select("id", "failed"), on="id")
    said = found.join(named, on="id", how="left")
    yield "pages", _each("pages", pages, _page, "record", "origin", "fetched", "text")
    yield "articles", _each("articles", whole, _article, "record", "read", "failed")
    yield "rejected", _many("rejected", pages, _rejected, "rejected")
    yield "copies", _each("copies", copies, _copy, "record")
    yield "stories", _each("stories", stories, _story, "record")
    columns = ("story", "statements", "links", "names")
    yield "statements", _many("statements", said, _statements, *columns)
    yield "less_sure", _many("less_sure", said, _less_sure, *columns)
    yield "timeline", _many("timeline", found, _moments, "story", "moments")
    yield "mentions", _many("mentions", found, _mentions, "mentions")
    yield "names", _each("names", folded, _name, "record")
    yield "name_links", _each("name_links", links, _link, "record")
    yield "contrasts", _many("contrasts", differ, _contrasts, "contrasts")


def _each(table: str, held: DataFrame, make: Callable[..., Row], *names: str) -> DataFrame:
    """One row of `table` for each of `held`."""
    return _many(table, held, lambda *values: [make(*values)], *names)


def _many(table: str, held: DataFrame, make: Callable[..., list[Row]], *names: str) -> DataFrame:
    """Any number of rows of `table` for each of `held`, from its columns `names`."""
    columns = tables.COLUMNS[table]

    @batch({"rows": DataType.list(DataType.struct(dict(columns)))}, 256)
    def rows(*values: Series) -> list[Row]:
        return [{"rows": make(*row)} for row in zip(*(v.to_pylist() for v in values), strict=True)]

    made = held.select(rows(*(col(name) for name in names)).alias("made"))
    made = unnested(made, ("rows",)).explode("rows").where(col("rows").not_null())
    return unnested(made.select(col("rows").alias("made")), columns)


def _page(record: str, origin: str, fetched: str | None, text: str | None) -> Row:
    return tables.page(replace(load(Page, record), origin=origin, fetched_at=fetched), text)


def _article(record: str, read: str, failed: str | None) -> Row:
    return tables.article(load(Article, record), load(Article, read), failed)


def _rejected(texts: list[str]) -> list[Row]:
    return [tables.rejected(one) for one in load_all(Rejected, texts)]


def _copy(record: str) -> Row:
    return tables.copy(load(Copy, record))


def _story(record: str) -> Row:
    return tables.story(load(Story, record))


def _statements(
    story: str | None, texts: list[str], links: list[str] | None, names: list[str] | None
) -> list[Row]:
    return _said(story, texts, links, names, sure=True)


def _less_sure(
    story: str | None, texts: list[str], links: list[str] | None, names: list[str] | None
) -> list[Row]:
    return _said(story, texts, links, names, sure=False)


def _said(
    story: str | None,
    texts: list[str],
    links: list[str] | None,
    names: list[str] | None,
    *,
    sure: bool,
) -> list[Row]:
    called = {name.id: name.canonical for name in load_all(Name, names or ())}
    meant = {link.referent: called[link.name_id] for link in load_all(NameLink, links or ())}
    return [
        tables.statement(one, story, meant.get(one.speaker or "", one.speaker))
        for one in load_all(Statement, texts)
        if one.sure == sure
    ]


def _moments(story: str | None, texts: list[str]) -> list[Row]:
    return [tables.moment(one, story) for one in load_all(Moment, texts)]


def _mentions(texts: list[str]) -> list[Row]:
    return [tables.mention(one) for one in load_all(Mention, texts)]


def _name(record: str) -> Row:
    return tables.name(load(Name, record))


def _link(record: str) -> Row:
    return tables.name_link(load(NameLink, record))


def _contrasts(texts: list[str]) -> list[Row]:
    return [tables.contrast(one) for one in load_all(Contrast, texts)]
