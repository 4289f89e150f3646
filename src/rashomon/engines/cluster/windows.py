"""Stories by windows of time, and what lies across their borders put together again.

A window is as many days as hold some thousands of articles. Where one holds all, they are grouped
as on one machine. Else each is grouped by itself, with some days more at both ends; the stories of two windows
are one where they share more than half of what both windows see of each. An article belongs
to the story that the window of its own day gives it; one without a day, to the story that it is
most like.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from daft import DataFrame, DataType, Series, col

from rashomon import outlets, stories
from rashomon.engines.cluster import settings
from rashomon.engines.cluster.components import components
from rashomon.engines.cluster.maps import TEXT, TEXTS, Row, batch, unnested
from rashomon.engines.cluster.records import dump, load_all
from rashomon.model import Article, Copy, Story
from rashomon.stories import families, grouping

_SPAN = {"first": DataType.float64(), "last": DataType.float64()}
_SEATS = DataType.list(DataType.struct({"window": DataType.int64(), "own": DataType.bool()}))
_MEMBERS = DataType.list(DataType.struct({"article": TEXT, "pull": DataType.float64()}))
_STORY = DataType.struct({"key": TEXT, "record": TEXT, "members": _MEMBERS})
_STORIES = {"stories": DataType.list(_STORY)}
# How much an article belongs to a story: its own window decides, then how alike it is.
_OWN, _GUEST = 1e9, -1e9


def grouped(articles: DataFrame, copies: DataFrame) -> DataFrame:
    """Columns (id, record, articles): the stories of `articles` (id, record), whose copies are
    `copies` (id, family, record); `articles` holds ids."""
    copied = copies.select("id", "family", col("record").alias("copy"))
    articles = articles.select("id", "record").join(copied, on="id", how="left")
    items = articles.groupby(col("family").fill_null(col("id")).alias("item")).agg(
        col("record").list_agg(), col("copy").list_agg()
    )
    items = unnested(items.with_column("made", _days(col("record"), col("copy"))), _SPAN).collect()
    day = items.where(col("first").not_null()).select(col("first").floor().alias("day"))
    held = day.groupby("day").agg(col("day").count().alias("items")).sort("day").to_pydict()
    starts = _starts(list(zip(held["day"], held["items"], strict=True)))
    found = _windows(items, starts)
    one = len(starts) < 2
    stories = found.select("record") if one else _across(found.collect(), articles)
    return unnested(stories.with_column("made", _seats_of(col("record"))), ("id", "articles"))


def _starts(days: Sequence[tuple[float, int]]) -> list[float]:
    """The first day of each window: as many days as hold enough items, and never too few days.

    `days` are (day, items), in order.
    """
    starts: list[float] = []
    counted = 0
    left = sum(items for _, items in days)
    for day, items in days:
        full = counted >= settings.WINDOW_ITEMS and day - starts[-1] >= settings.LEAST_DAYS
        # What is left must be worth a window of its own.
        if not starts or (full and 2 * left >= settings.WINDOW_ITEMS):
            starts.append(day)
            counted = 0
        counted += items
        left -= items
    return starts


@batch({"id": TEXT, "articles": TEXTS}, 1024)
def _seats_of(records: Series) -> list[Row]:
    found = load_all(Story, records.to_pylist())
    return [{"id": story.id, "articles": list(story.article_ids)} for story in found]


def _windows(items: DataFrame, starts: Sequence[float]) -> DataFrame:
    """Columns (key, window, record, members): the stories that each window sees."""

    @batch({"seats": _SEATS}, 4096)
    def seats(begin: Series, end: Series) -> list[Row]:
        spans = zip(begin.to_pylist(), end.to_pylist(), strict=True)
        return [{"seats": _seats(a, b, starts)} for a, b in spans]

    @batch(_STORIES, 1, heavy=True)
    def group(windows: Series, *columns: Series) -> list[Row]:
        rows = zip(windows.to_pylist(), *(c.to_pylist() for c in columns), strict=True)
        return [{"stories": _stories(*row)} for row in rows]

    placed = unnested(items.with_column("made", seats(col("first"), col("last"))), ("seats",))
    placed = placed.explode("seats").with_columns(
        {"window": col("seats")["window"], "own": col("seats")["own"]}
    )
    names = ("record", "copy", "own")
    held = placed.groupby("window").agg(*(col(name).list_agg() for name in names))
    made = group(col("window"), *(col(name) for name in names))
    found = unnested(held.select("window", made.alias("made")), ("stories",))
    found = found.explode("stories").where(col("stories").not_null())
    return unnested(
        found.select("window", col("stories").alias("made")), ("key", "record", "members")
    )


@batch(_SPAN, 1024, heavy=True)
def _days(records: Series, copies: Series) -> list[Row]:
    """The days of each item; none where they are too vague for a window."""
    made: list[Row] = []
    for texts, rows in zip(records.to_pylist(), copies.to_pylist(), strict=True):
        items = families.items(load_all(Article, texts), load_all(Copy, rows))
        when = None if not items or grouping.is_wide(items[0].features) else items[0].features.when
        made.append({"first": when and when.first, "last": when and when.last})
    return made


def _seats(begin: float | None, end: float | None, starts: Sequence[float]) -> list[Row]:
    """The windows that see an item of these days; all, where it has none."""
    if len(starts) < 2:
        return [{"window": 0, "own": True}]
    if begin is None or end is None:
        return [{"window": window, "own": False} for window in range(len(starts))]
    more = settings.OVERLAP_DAYS
    low, home, high = (
        max(0, bisect_right(starts, day) - 1) for day in (begin - more, begin, end + more)
    )
    return [{"window": window, "own": window == home} for window in range(low, high + 1)]


def _stories(
    window: int, records: list[list[str]], copies: list[list[str | None]], own: list[bool]
) -> list[Row]:
    """The stories of one window, each with how much its articles belong to it."""
    held = [load_all(Article, texts) for texts in records]
    rows = [row for texts in copies for row in load_all(Copy, texts)]
    mine = {
        article.id for articles, at in zip(held, own, strict=True) if at for article in articles
    }
    made: list[Row] = []
    for story in stories.group([article for articles in held for article in articles], rows):
        score = {join.article_id: join.score for join in story.joins}
        members = [
            {"article": i, "pull": _OWN if i in mine else score.get(i, _GUEST)}
            for i in story.article_ids
        ]
        key = f"{window} {story.id}"
        made.append({"key": key, "record": dump(story), "members": members})
    return made


def _across(found: DataFrame, articles: DataFrame) -> DataFrame:
    """Column (record): the stories of all windows put together; `articles` is (id, record, copy)."""
    seen = found.explode("members").select(
        "key", "window", col("members")["article"].alias("id"), col("members")["pull"].alias("pull")
    )
    seen = seen.collect()
    next_ = seen.select("id", (col("window") - 1).alias("window"), col("key").alias("other"))
    pairs = seen.join(next_, on=["id", "window"]).groupby("key", "other")
    pairs = pairs.agg(col("id").count().alias("shared")).collect()
    for end in ("key", "other"):
        pairs = pairs.join(pairs.groupby(end).agg(col("shared").sum().alias(f"of_{end}")), on=end)
    more = (col("shared") * 2 > col("of_key")) & (col("shared") * 2 > col("of_other"))
    one = components(pairs.where(more).select(col("key").alias("one"), "other"))
    best = seen.groupby("id").agg(col("pull").max())
    home = seen.join(best, on=["id", "pull"]).groupby("id").agg(col("key").min())
    story = col("component").fill_null(col("key")).alias("story")
    one = one.select(col("node").alias("key"), "component")
    members = home.join(one, on="key", how="left").select("id", story)
    members = members.join(articles, on="id").groupby("story")
    members = members.agg(col("record").list_agg(), col("copy").list_agg())
    told = found.join(one, on="key", how="left").select(col("record").alias("told"), story)
    told = told.groupby("story").agg(col("told").list_agg())
    made = _joined(col("told"), col("record"), col("copy")).alias("made")
    return unnested(told.join(members, on="story").select(made), ("record",))


@batch({"record": TEXT}, 256)
def _joined(told: Series, records: Series, copies: Series) -> list[Row]:
    made: list[Row] = []
    rows = zip(told.to_pylist(), records.to_pylist(), copies.to_pylist(), strict=True)
    for seen, texts, copied in rows:
        story = _join(load_all(Story, seen), load_all(Article, texts), load_all(Copy, copied))
        made.append({"record": dump(story)})
    return made


def _join(seen: Sequence[Story], articles: Sequence[Article], rows: Sequence[Copy]) -> Story:
    """One story of `articles`, as the windows that saw it have it; named as by the earliest."""
    seen = sorted(seen, key=lambda s: (s.first_published or "~", -len(s.article_ids), s.id))
    ordered = sorted(articles, key=families.oldest_first)
    ids = {article.id for article in ordered}
    whole = next((story for story in seen if set(story.article_ids) == ids), None)
    if whole is not None:
        return whole
    dates = [article.published for article in ordered if article.published]
    heads = [item.head for item in families.items(ordered, rows)]
    joins = {join.article_id: join for story in seen for join in story.joins}
    return replace(
        seen[0],
        article_ids=tuple(article.id for article in ordered),
        first_published=dates[0] if dates else None,
        last_published=dates[-1] if dates else None,
        outlets=tuple(dict.fromkeys(outlets.canonical(a.outlet) for a in ordered if a.outlet)),
        tellings=len({outlets.canonical(h.outlet) if h.outlet else "\x1f" + h.id for h in heads}),
        joins=tuple(joins[i] for i in (a.id for a in ordered) if i in joins),
        related=tuple(sorted({other for story in seen for other in story.related})),
    )
