"""The pipeline as tables: the same stage functions, in the same order, over Daft.

sources -> pages -> readings -> families -> dates -> stories -> findings -> names -> contrasts.
Maps hold one record at a time; copies and stories go through shuffles (`families`, `windows`);
dates are completed by what is connected through a page or a family; names are folded on the
driver. Each step is kept until the job is whole (`work`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from pathlib import Path
from typing import Any

from daft import DataFrame, DataType, Series, col, lit

from rashomon import contrasts, dating, names, settings
from rashomon.engines.cluster import families, final, maps, windows
from rashomon.engines.cluster.components import components
from rashomon.engines.cluster.maps import TEXT, TEXTS, Row, batch, unnested
from rashomon.engines.cluster.records import dump, load, load_all
from rashomon.engines.cluster.work import Work, frame, write
from rashomon.errors import NO_ARTICLE
from rashomon.model import (
    Article,
    Copy,
    Material,
    Mention,
    Moment,
    Name,
    NameLink,
    Rejected,
    Statement,
    Story,
    content_id,
)
from rashomon.progress import Progress
from rashomon.store.write import renamed
from rashomon.stories.telling import redated

VERSIONS = (
    settings.READING_VERSION, settings.CORPUS_VERSION, settings.FINDINGS_VERSION,
    settings.FOLD_VERSION, settings.STORY_VERSION,
)  # fmt: skip


def run(
    paths: Sequence[str], to: Path, show: Progress, fetched: str | None = None
) -> dict[str, int]:
    """Read `paths`, and leave the tables of `tables.COLUMNS` under `to`, a folder for each.

    A job of the same sources that was stopped goes on where it was.
    """
    work = Work(to / ".work", content_id("job", *VERSIONS, str(fetched), *paths))
    steps = _Steps(work, show)
    pages = steps.pages(paths, fetched)
    read = steps.articles(pages)
    copies = steps.copies(read)
    dated = steps.dated(read, copies, pages)
    stories, articles = steps.stories(dated, copies)
    found = steps.findings(articles)
    folded, links = steps.names(articles, found, stories)
    differ = steps.contrasts(stories, articles, copies, found, folded, links)
    with show.stage("writing tables"):
        held = (pages, read, articles, copies, stories, found, folded, links, differ)
        counts = {name: write(rows, to / name) for name, rows in final.tables_of(*held)}
    work.remove()
    return counts


class _Steps:
    """The steps, each kept under its name; all tables hold records of `model` as JSON text."""

    def __init__(self, work: Work, show: Progress) -> None:
        self.work = work
        self.show = show

    def _keep(self, name: str, make: Callable[[], DataFrame]) -> DataFrame:
        with self.show.stage(name):
            return self.work.keep(name.replace(" ", "-"), make)

    def pages(self, paths: Sequence[str], fetched: str | None) -> DataFrame:
        """(id, origin, fetched, record, refused, text, rejected, articles), one row a page."""

        def make() -> DataFrame:
            once = sources.where(col("id").not_null()).groupby("id")
            once = once.agg(
                col("origin").min(), col("fetched").min(),
                col("record").any_value(), col("refused").any_value(),
            )  # fmt: skip
            return maps.readings(once)

        sources = self._keep("sources", lambda: maps.pages(paths, fetched))
        lost = sources.where(col("id").is_null()).select("origin", "refused").to_pydict()
        for origin, reason in sorted(zip(lost["origin"], lost["refused"], strict=True)):
            self.show.refused(origin, reason)
        read = self._keep("reading pages", make)
        self._account(read)
        return read

    def _account(self, pages: DataFrame) -> None:
        """Count the pages that were read, and name those that hold no article."""
        bare = pages.where(col("articles").length() == 0).select("origin", "rejected").to_pydict()
        for origin, texts in sorted(zip(bare["origin"], bare["rejected"], strict=True)):
            whole = [one.reason for one in load_all(Rejected, texts) if one.range is None]
            self.show.refused(origin, whole[0] if whole else NO_ARTICLE)
        self.show.pages += pages.count_rows() - len(bare["origin"])

    def articles(self, pages: DataFrame) -> DataFrame:
        """(id, page, record): every article under an id of its own."""

        def make() -> DataFrame:
            found = pages.select(col("id").alias("page"), "articles").explode("articles")
            found = found.where(col("articles").not_null()).select(
                col("articles")["id"].alias("id"), "page", col("articles")["record"].alias("record")
            )
            twice = found.groupby("id").agg(
                col("page").count().alias("n"), col("page").min().alias("first")
            )
            twice = twice.where(col("n") > 1).select("id", "first").to_pydict()
            owners = dict(zip(twice["id"], twice["first"], strict=True))
            return _own_ids(found, owners) if owners else found

        return self._keep("articles", make)

    def copies(self, articles: DataFrame) -> DataFrame:
        """(id, family, record): the rows of all families."""
        sketches = self._keep("fingerprints", lambda: maps.sketches(articles))
        found = self._keep("families", lambda: families.families(sketches))
        return self._keep("folding copies", lambda: families.lineages(articles, found))

    def dated(self, articles: DataFrame, copies: DataFrame, pages: DataFrame) -> DataFrame:
        """(id, record): the articles with dates completed from pages, neighbours and copies.

        What lends a date goes by page and by family: what both connect is completed together.
        """

        def make() -> DataFrame:
            copied = copies.select("id", "family", col("record").alias("copy"))
            held = articles.join(copied, on="id", how="left")
            held = held.join(pages.select(col("id").alias("page"), "fetched"), on="page")
            edges = held.where(col("family").not_null())
            family = (lit("family ") + col("family")).alias("other")
            one = components(edges.select(col("page").alias("one"), family))
            held = held.join(
                one.select(col("node").alias("page"), "component"), on="page", how="left"
            )
            held = held.groupby(col("component").fill_null(col("page")).alias("group"))
            held = held.agg(*(col(name).list_agg() for name in _DATED))
            made = _complete(*(col(name) for name in _DATED))
            return exploded(unnested(held.select(made.alias("made")), _ARTICLES))

        return self._keep("dating articles", make)

    def stories(self, dated: DataFrame, copies: DataFrame) -> tuple[DataFrame, DataFrame]:
        """Stories (id, record), and articles (id, story, record) with dates from their story."""

        def make() -> DataFrame:
            stories = windows.grouped(dated, copies).collect()
            seats = stories.select(col("id").alias("story"), "articles").explode("articles")
            seats = seats.select("story", col("articles").alias("id"))
            held = dated.join(seats, on="id").groupby("story")
            held = held.agg(col("record").list_agg().alias("members"))
            held = stories.select(col("id").alias("story"), "record").join(held, on="story")
            made = _tell(col("record"), col("members")).alias("made")
            return unnested(held.select("story", made), ("record", "articles"))

        told = self._keep("grouping stories", make)
        inside = exploded(told.select("story", "articles"), "story")
        outside = dated.join(inside.select("id"), on="id", how="anti")
        outside = outside.select(lit(None).cast(TEXT).alias("story"), "id", "record")
        articles = self._keep("dated by stories", lambda: inside.concat(outside))
        return told.select(col("story").alias("id"), "record"), articles

    def findings(self, articles: DataFrame) -> DataFrame:
        """(id, story, mentions, statements, moments, failed)"""
        found = self._keep("who said what, and when", lambda: maps.findings(articles))
        return found.exclude("record")

    def names(
        self, articles: DataFrame, found: DataFrame, stories: DataFrame
    ) -> tuple[DataFrame, DataFrame]:
        """Names (id, record) and links (id of the article, name, record)."""

        def make() -> DataFrame:
            mentions = found.select("mentions").explode("mentions").to_pydict()["mentions"]
            folded, links = names.fold(
                load_all(Article, articles.select("record").to_pydict()["record"]),
                load_all(Mention, mentions),
                load_all(Story, stories.select("record").to_pydict()["record"]),
            )
            rows = [("name", n.id, n.id, dump(n)) for n in folded]
            rows += [("link", x.article_id, x.name_id, dump(x)) for x in links]
            columns = dict.fromkeys(("kind", "id", "name", "record"), TEXT)
            values = zip(*rows, strict=True) if rows else [[]] * len(columns)
            return frame(columns, dict(zip(columns, map(list, values), strict=True)))

        both = self._keep("folding names", make)
        kinds = (both.where(col("kind") == kind) for kind in ("name", "link"))
        one, other = (rows.select("id", "name", "record") for rows in kinds)
        return one, other

    def contrasts(
        self, stories: DataFrame, articles: DataFrame, copies: DataFrame, found: DataFrame,
        folded: DataFrame, links: DataFrame,
    ) -> DataFrame:  # fmt: skip
        """(story, contrasts): where the tellings of each story differ."""

        def make() -> DataFrame:
            linked = links.join(folded.select("name", col("record").alias("named")), on="name")
            linked = linked.groupby("id").agg(
                col("record").list_agg().alias("links"), col("named").list_agg().alias("names")
            )
            held = articles.join(
                copies.select("id", col("record").alias("copy")), on="id", how="left"
            )
            held = held.join(found.exclude("story", "failed"), on="id").join(
                linked, on="id", how="left"
            )
            held = held.where(col("story").not_null()).groupby("story")
            held = held.agg(*(col(name).list_agg() for name in _MATERIAL))
            held = held.join(
                stories.select(col("id").alias("story"), col("record").alias("told")), on="story"
            )
            made = _differ(col("told"), *(col(name) for name in _MATERIAL))
            return unnested(held.select("story", made.alias("made")), ("contrasts",))

        return self._keep("where they differ", make)


_ARTICLES = {"articles": DataType.list(DataType.struct({"id": TEXT, "record": TEXT}))}
_DATED = ("record", "copy", "page", "fetched")
_MATERIAL = ("record", "copy", "statements", "moments", "mentions", "links", "names")


def exploded(held: DataFrame, *keep: str) -> DataFrame:
    """Columns (`keep`, id, record), one row for each of `articles`."""
    rows = held.select(*keep, "articles").explode("articles").where(col("articles").not_null())
    return unnested(rows.select(*keep, col("articles").alias("made")), ("id", "record"))


def _rows_of(columns: Sequence[Series]) -> Iterator[tuple[Any, ...]]:
    return zip(*(column.to_pylist() for column in columns), strict=True)


def _article_rows(articles: Iterable[Article]) -> list[dict[str, str]]:
    return [{"id": article.id, "record": dump(article)} for article in articles]


def _own_ids(found: DataFrame, owners: dict[str, str]) -> DataFrame:
    """`found` where each id that several pages gave stays with its owner."""

    @batch({"id": TEXT, "record": TEXT}, 256)
    def own(records: Series) -> list[Row]:
        made: list[Row] = []
        for text in records.to_pylist():
            article = load(Article, text)
            if owners.get(article.id, article.page_id) != article.page_id:
                article = renamed(article)
            made.append({"id": article.id, "record": dump(article)})
        return made

    return unnested(found.select("page", own(col("record")).alias("made")), ("id", "record"))


@batch(_ARTICLES, 64, heavy=True)
def _complete(*columns: Series) -> list[Row]:
    made: list[Row] = []
    for records, copies, pages, taken in _rows_of(columns):
        found = sorted(load_all(Article, records), key=lambda a: (a.page_id, a.place, a.id))
        fetched = {page: when for page, when in zip(pages, taken, strict=True) if when}
        made.append(
            {"articles": _article_rows(dating.complete(found, load_all(Copy, copies), fetched))}
        )
    return made


@batch({"record": TEXT, **_ARTICLES}, 64)
def _tell(*columns: Series) -> list[Row]:
    made: list[Row] = []
    for record, members in _rows_of(columns):
        story = load(Story, record)
        dated = dating.complete_from_stories(load_all(Article, members), [story])
        story = redated(story, {article.id: article for article in dated})
        made.append({"record": dump(story), "articles": _article_rows(dated)})
    return made


@batch({"contrasts": TEXTS}, 8, heavy=True)
def _differ(*columns: Series) -> list[Row]:
    made: list[Row] = []
    for told, *held in _rows_of(columns):
        material = _material(load(Story, told), *held)
        made.append({"contrasts": [dump(one) for one in contrasts.find(material)]})
    return made


def _material(
    story: Story, records: list[str], copies: list[str | None], *held: list[list[str] | None]
) -> Material:
    """As `store.read.material` gives it, in the same order."""
    place = {article_id: n for n, article_id in enumerate(story.article_ids)}
    articles = sorted(load_all(Article, records), key=lambda article: place[article.id])
    statements, moments, mentions, links, named = (
        [text for texts in column for text in texts or ()] for column in held
    )
    # Sorted by article alone: within one they stand in their order already.
    said = sorted(load_all(Statement, statements), key=attrgetter("article_id"))
    return Material(
        story=story,
        articles=tuple(articles),
        copies=tuple(sorted(load_all(Copy, copies), key=lambda copy: copy.article_id)),
        statements=tuple(one for one in said if one.sure),
        moments=tuple(sorted(load_all(Moment, moments), key=attrgetter("article_id"))),
        mentions=tuple(sorted(load_all(Mention, mentions), key=attrgetter("article_id"))),
        names=tuple(sorted(load_all(Name, list(set(named))), key=attrgetter("id"))),
        links=tuple(sorted(load_all(NameLink, links), key=attrgetter("article_id", "referent"))),
        less_sure=tuple(one for one in said if not one.sure),
    )
