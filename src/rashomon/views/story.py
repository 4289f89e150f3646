"""A story as a reader sees it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.model import Article, Brief, Contrast, Material, Name, Point, Span, Story
from rashomon.store import lookup, read
from rashomon.views import callings, chapters, dates, pictures, words
from rashomon.views.agreed import Agreed, agreed
from rashomon.views.bound import Words, bind
from rashomon.views.calendar import Day, Named, timeline
from rashomon.views.callings import Called
from rashomon.views.chapters import ChapterView
from rashomon.views.ledger import Difference, differences
from rashomon.views.pictures import Axis, Coverage, Spark
from rashomon.views.sayings import Cast, Speaker, plain, speakers
from rashomon.views.source import Source, cut_title, source, stands_in
from rashomon.views.tellings import TellingView, flat, tellings

# Differences, speakers and dates that are open when the page is; the rest waits behind a summary.
OPEN_DIFFERENCES = 4
OPEN_SPEAKERS = 6
OPEN_SAYINGS = 4
OPEN_NAMES = 12
OPEN_TELLINGS = 12
OPEN_SENTENCES = 3
OPEN_SIDES = 4
OPEN_COPIES = 5
# Tellings of one reading that are named beyond those; in a story of hundreds the rest is counted.
MOST_ALSO = 40


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the brief with its telling."""

    words: Words
    source: Source


@dataclass(frozen=True, slots=True)
class Joined:
    """Why an article stands in its story. `other` is the article it was joined to, if any.

    `relation` is that of a copy to it ("teaser for"), `match` how sure the match of another one
    is ("strong", "likely", "weak"), of `score` in log odds.
    """

    source: Source
    other: Source | None
    score: float
    reason: str
    relation: str = ""
    match: str = ""


@dataclass(frozen=True, slots=True)
class StoryLink:
    """Another story, in short."""

    id: str
    title: str
    tellings: int
    dates: str
    stand_in: bool = False

    @property
    def href(self) -> str:
        return f"/story/{self.id}"


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story: counts, brief, differences, speakers, tellings, timeline, names, reasons.

    `speakers` say what the program is sure of, `less_sure` the rest.
    """

    id: str
    title: str
    telling_count: int
    copy_count: int
    article_count: int
    outlets: tuple[str, ...]
    languages: tuple[str, ...]
    dates: str
    minutes: int
    brief: tuple[Sentence, ...]
    differences: tuple[Difference, ...]
    speakers: tuple[Speaker, ...]
    tellings: tuple[TellingView, ...]
    days: tuple[Day, ...]
    undated: tuple[Named, ...]
    names: tuple[Called, ...]
    joins: tuple[Joined, ...]
    related: tuple[StoryLink, ...]
    spark: Spark | None
    axis: Axis | None
    coverage: Coverage | None
    stand_in: bool = False
    unknown_outlets: bool = False
    agreed: tuple[Agreed, ...] = ()
    alone: tuple[Agreed, ...] = ()
    chapters: tuple[ChapterView, ...] = ()
    lang: str | None = None
    statement_count: int = 0
    less_sure: tuple[Speaker, ...] = ()

    @property
    def less_sure_count(self) -> int:
        return sum(one.count for one in self.less_sure)

    @property
    def href(self) -> str:
        return f"/story/{self.id}"

    @property
    def counted(self) -> str:
        """ "6 independent tellings in 7 articles from 4 outlets"."""
        return words.counted(
            self.telling_count,
            self.article_count,
            len(self.outlets),
            unknown=self.unknown_outlets,
        )

    @property
    def spread(self) -> str:
        """ "2 languages", where there are several."""
        several = len(self.languages) > 1
        return words.count(len(self.languages), "language") if several else ""

    @property
    def one_year(self) -> bool:
        """Whether all its articles are of one year, which then need not be said of each."""
        sources = [n.source for t in self.tellings for _, n in flat(t.copies)]
        sources += [t.source for t in self.tellings]
        years = {s.published.iso[:4] for s in sources if s.published.iso}
        return len(years) == 1

    def more_differences(self) -> str:
        rest = [d.kind for d in self.differences[OPEN_DIFFERENCES:]]
        return words.kinds_counted(rest)


def story(db: sqlite3.Connection, story_id: str) -> StoryView | None:
    """The story `story_id`, or None where the desk has none."""
    found = read.story(db, story_id)
    if found is None:
        return None
    material = read.material(db, found)
    related = lookup.story_rows_of(db, found.related)
    links = [link_to(r) for r in related]
    return view_of(
        material,
        lookup.contrasts(db, story_id),
        lookup.brief(db, story_id),
        points=lookup.points(db, story_id),
        links=links,
    )


def link_to(row: lookup.StoryRow) -> StoryLink:
    """A story of a list, in short."""
    return StoryLink(
        row.id,
        cut_title(row.title) if row.stand_in else row.title,
        row.tellings,
        dates.range_said(row.first_published, row.last_published),
        row.stand_in,
    )


def view_of(
    material: Material,
    contrasts: Sequence[Contrast],
    brief: Brief,
    *,
    points: Sequence[Point] = (),
    links: Sequence[StoryLink] = (),
) -> StoryView:
    """A story's view from what the desk knows of it."""
    articles = {a.id: a for a in material.articles}
    cast = cast_of(material, own_forms=True)
    told = tellings(material.articles, cast.copies)
    days, undated = timeline(material.moments, articles, cast.copies)
    published = _published(material.articles)
    families = {a: cast.family(a) for a in articles}
    names = callings.called(material.mentions, cast.names, articles, families)
    titles = {" ".join((a.title or "").split()) for a in material.articles if not stands_in(a)}
    stand_in = " ".join(material.story.title.split()) not in titles
    return StoryView(
        id=material.story.id,
        title=cut_title(material.story.title) if stand_in else material.story.title,
        telling_count=material.story.tellings,
        copy_count=sum(cast.is_copy(a.id) for a in material.articles),
        article_count=len(material.articles),
        outlets=material.story.outlets,
        languages=tuple(
            sorted({n for a in material.articles if (n := words.language(a.language))})
        ),
        dates=dates.range_said(material.story.first_published, material.story.last_published),
        minutes=sum(t.source.minutes for t in told),
        brief=tuple(
            _sentence(s, articles, cast) for s in brief.sentences if s.article_id in articles
        ),
        differences=differences(contrasts, cast),
        speakers=_with_spellings(speakers(material.statements, cast), names),
        tellings=told,
        days=days,
        undated=undated,
        names=names,
        joins=_joins(material, articles, cast),
        related=tuple(links),
        spark=pictures.spark(published),
        axis=pictures.axis(days, published),
        coverage=pictures.coverage(told),
        stand_in=stand_in,
        agreed=agreed([p for p in points if p.carried != "one"], cast),
        alone=agreed([p for p in points if p.carried == "one"], cast),
        unknown_outlets=any(not a.outlet for a in material.articles),
        chapters=chapters.shown(material),
        lang=_title_lang(material),
        statement_count=len(material.statements),
        less_sure=_with_spellings(speakers(material.less_sure, cast), names),
    )


def _title_lang(material: Material) -> str | None:
    """The language of the article whose headline the story has, else that of all of them."""
    title = " ".join(material.story.title.split())
    named = {a.language for a in material.articles if " ".join((a.title or "").split()) == title}
    found = named or {a.language for a in material.articles}
    return words.html_lang(found.pop()) if len(found) == 1 else None


def material_of(db: sqlite3.Connection, article_ids: Sequence[str]) -> Material:
    """What the desk knows of some articles, whatever stories they stand in."""
    return read.material(db, Story("", "", tuple(article_ids), None, None, (), 0))


def _with_spellings(found: Sequence[Speaker], names: Sequence[Called]) -> tuple[Speaker, ...]:
    """Speakers with the forms of their names that hold a word which the canonical one has not."""
    spelled = {}
    for one in names:
        known = set(plain(one.shown or one.canonical).split())
        others = [c for c in one.callings if not set(plain(c.form).split()) <= known]
        spelled[one.name_id] = tuple(others[:2])
    return tuple(replace(s, called=spelled.get(s.name_id or "", ())) for s in found)


def cast_of(material: Material, *, own_forms: bool = False) -> Cast:
    """What names the speakers of a story's statements; with `own_forms` as its tellings do most
    often, else by canonical names."""
    by_id = {n.id: n for n in material.names}
    names = name_table(material, by_id)
    return Cast(
        articles={a.id: a for a in material.articles},
        copies={c.article_id: c for c in material.copies},
        names=names,
        roles=callings.roles(material.mentions, names),
        by_id={s.id: s for s in material.statements},
        shown=callings.shown_forms(material.mentions, names) if own_forms else {},
    )


def name_table(material: Material, by_id: Mapping[str, Name]) -> dict[tuple[str, str], Name]:
    return {
        (link.article_id, link.referent): by_id[link.name_id]
        for link in material.links
        if link.name_id in by_id
    }


def _sentence(span: Span, articles: Mapping[str, Article], cast: Cast) -> Sentence:
    article = articles[span.article_id]
    return Sentence(bind(article, span), source(article, cast.copies.get(article.id)))


def _joins(material: Material, articles: Mapping[str, Article], cast: Cast) -> tuple[Joined, ...]:
    found = []
    for join in material.story.joins:
        if join.article_id not in articles:
            continue
        other = articles.get(join.other_id or "")
        relation, match, reason = words.join_reason(join.reason, join.score)
        found.append(
            Joined(
                source(articles[join.article_id], cast.copies.get(join.article_id)),
                None if other is None else source(other, cast.copies.get(other.id)),
                join.score,
                reason,
                relation if other is not None else "",
                match,
            )
        )
    return tuple(found)


def _published(articles: Sequence[Article]) -> list[tuple[str, int]]:
    counted: dict[str, int] = {}
    for article in articles:
        day = (article.published or "")[:10]
        bounds = dates.bounds_of(day)
        if bounds is not None and bounds[0] == bounds[1]:
            counted[day] = counted.get(day, 0) + 1
    return sorted(counted.items())
