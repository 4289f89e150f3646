"""A story as a reader sees it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.model import Article, Brief, Contrast, Material, Name, Span, Story
from rashomon.store import lookup, read
from rashomon.views import callings, dates, pictures, words
from rashomon.views.bound import Words, bind
from rashomon.views.calendar import Day, Named, timeline
from rashomon.views.callings import Called
from rashomon.views.ledger import Difference, differences
from rashomon.views.pictures import Axis, Coverage, Spark
from rashomon.views.sayings import Cast, Speaker, plain, speakers
from rashomon.views.source import Source, source
from rashomon.views.tellings import TellingView, flat, tellings

# Differences, speakers and dates that are open when the page is; the rest waits behind a summary.
OPEN_DIFFERENCES = 4
OPEN_SPEAKERS = 6
OPEN_SAYINGS = 4
OPEN_NAMES = 12
OPEN_TELLINGS = 12
OPEN_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the brief with its telling."""

    words: Words
    source: Source


@dataclass(frozen=True, slots=True)
class Joined:
    """Why an article stands in its story. `other` is the article it was joined to, if any."""

    source: Source
    other: Source | None
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class StoryLink:
    """Another story, in short."""

    id: str
    title: str
    tellings: int
    dates: str

    @property
    def href(self) -> str:
        return f"/story/{self.id}"


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story: counts, brief, differences, speakers, tellings, timeline, names, reasons."""

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

    @property
    def href(self) -> str:
        return f"/story/{self.id}"

    @property
    def counted(self) -> str:
        """ "4 independent tellings, 3 copies"."""
        said = words.count(self.telling_count, "independent telling")
        return said + (", " + words.count(self.copy_count, "copy", "copies")) * bool(
            self.copy_count
        )

    @property
    def spread(self) -> str:
        """ "6 outlets, 2 languages"; outlets that no page names are not counted."""
        said = [words.count(len(self.outlets), "outlet")] if self.outlets else []
        if len(self.languages) > 1:
            said.append(words.count(len(self.languages), "language"))
        return ", ".join(said)

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
    links = [
        StoryLink(r.id, r.title, r.tellings, dates.range_said(r.first_published, r.last_published))
        for r in related
    ]
    return view_of(
        material, lookup.contrasts(db, story_id), lookup.brief(db, story_id), links=links
    )


def view_of(
    material: Material,
    contrasts: Sequence[Contrast],
    brief: Brief,
    *,
    links: Sequence[StoryLink] = (),
) -> StoryView:
    """A story's view from what the desk knows of it."""
    articles = {a.id: a for a in material.articles}
    cast = cast_of(material)
    told = tellings(material.articles, cast.copies)
    days, undated = timeline(material.moments, articles, cast.copies)
    published = _published(material.articles)
    names = callings.called(material.mentions, cast.names, articles)
    return StoryView(
        id=material.story.id,
        title=material.story.title,
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
    )


def material_of(db: sqlite3.Connection, article_ids: Sequence[str]) -> Material:
    """What the desk knows of some articles, whatever stories they stand in."""
    return read.material(db, Story("", "", tuple(article_ids), None, None, (), 0))


def _with_spellings(found: Sequence[Speaker], names: Sequence[Called]) -> tuple[Speaker, ...]:
    """Speakers with the forms of their names that hold a word which the canonical one has not."""
    spelled = {}
    for one in names:
        known = set(plain(one.canonical).split())
        others = [c for c in one.callings if not set(plain(c.form).split()) <= known]
        spelled[one.name_id] = tuple(others[:2])
    return tuple(replace(s, called=spelled.get(s.name_id or "", ())) for s in found)


def cast_of(material: Material) -> Cast:
    """What names the speakers of a story's statements."""
    by_id = {n.id: n for n in material.names}
    names = name_table(material, by_id)
    return Cast(
        articles={a.id: a for a in material.articles},
        copies={c.article_id: c for c in material.copies},
        names=names,
        roles=callings.roles(material.mentions, names),
        by_id={s.id: s for s in material.statements},
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
        found.append(
            Joined(
                source(articles[join.article_id], cast.copies.get(join.article_id)),
                None if other is None else source(other, cast.copies.get(other.id)),
                join.score,
                join.reason,
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
