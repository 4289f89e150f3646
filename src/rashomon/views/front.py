"""The front page: stories by independent tellings and recency."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.i18n import gettext as _
from rashomon.store import lookup, narrow, read
from rashomon.store.lookup import StoryRow
from rashomon.views import choices, dates, pictures, stored, words
from rashomon.views.bound import bind
from rashomon.views.choices import EVERYTHING, Asked, Choice
from rashomon.views.pictures import Spark
from rashomon.views.source import cut_title, source
from rashomon.views.story import Sentence

PAGE = 24
CARD_SENTENCES = 2


@dataclass(frozen=True, slots=True)
class Chip:
    """An outlet of a story; `copy` where all that it has there are copies."""

    outlet: str
    copy: bool

    @property
    def said(self) -> str:
        """The outlet, or that it is not known."""
        return self.outlet if self.href else _(self.outlet)

    @property
    def href(self) -> str | None:
        """The outlet's page, where it is known."""
        return None if self.outlet == words.OUTLET_NOT_KNOWN else words.outlet_path(self.outlet)


@dataclass(frozen=True, slots=True)
class Point:
    """A difference in a list: its topic and kind; `href` opens its story there."""

    href: str
    topic: str
    kind: str
    kind_said: str


@dataclass(frozen=True, slots=True)
class Card:
    """A story in a list."""

    id: str
    title: str
    dates: str
    telling_count: int
    article_count: int
    copy_count: int
    statement_count: int
    difference_count: int
    outlets: tuple[Chip, ...]
    brief: tuple[Sentence, ...]
    differ: tuple[Point, ...]
    spark: Spark | None
    stand_in: bool = False

    @property
    def href(self) -> str:
        return f"/story/{self.id}"

    @property
    def lang(self) -> str | None:
        """The language of its brief, and so most likely of its title."""
        found = {sentence.words.lang for sentence in self.brief}
        return found.pop() if len(found) == 1 else None

    @property
    def counted(self) -> str:
        known = sum(chip.outlet != words.OUTLET_NOT_KNOWN for chip in self.outlets)
        return words.counted(
            self.telling_count, self.article_count, known, unknown=known < len(self.outlets)
        )


@dataclass(frozen=True, slots=True)
class FrontView:
    """`several` are stories with more than one independent telling, `single` those with one.

    `counts` are the desk's pages, articles and stories; `page` counts from 1 and holds PAGE stories. `choice`
    is what the list is narrowed down to.
    """

    several: tuple[Card, ...]
    single: tuple[Card, ...]
    several_count: int
    single_count: int
    counts: dict[str, int]
    left_out: int
    dates: str
    page: int
    pages: int
    choice: Choice


def front(db: sqlite3.Connection, *, page: int = 1, asked: Asked = EVERYTHING) -> FrontView:
    """Page `page` of the front page: stories of several tellings first, then the rest."""
    choice, narrowed = choices.chosen(db, asked)
    among = narrow.where(narrowed)
    many = 0 if narrowed.kind == "one" else lookup.story_count(db, several=True, among=among)
    one = 0 if narrowed.kind == "several" else lookup.story_count(db, several=False, among=among)
    pages = max(1, -(-(many + one) // PAGE))
    page = min(max(1, page), pages)
    offset = (page - 1) * PAGE
    several = []
    if offset < many:
        several = lookup.story_rows(db, limit=PAGE, offset=offset, several=True, among=among)
    single = []
    if len(several) < PAGE and one:
        left, first_one = PAGE - len(several), max(0, offset - many)
        single = lookup.story_rows(db, limit=left, offset=first_one, several=False, among=among)
    first, last = lookup.day_span(db)
    return FrontView(
        cards(db, several),
        cards(db, single),
        many,
        one,
        read.counts(db, ("pages", "articles", "stories")),
        lookup.rejected_count(db),
        dates.range_said(first, last),
        page,
        pages,
        choice,
    )


def cards(db: sqlite3.Connection, rows: Sequence[StoryRow]) -> tuple[Card, ...]:
    ids = [row.id for row in rows]
    if not ids:
        return ()
    statements = lookup.per_story(db, "statements", ids)
    copied = lookup.per_story(db, "copies", ids)
    differ = lookup.contrast_counts(db, ids)
    days = lookup.days_of(db, ids)
    outlets = lookup.outlets_of(db, ids)
    return tuple(
        Card(
            row.id,
            cut_title(row.title) if row.stand_in else row.title,
            dates.range_said(row.first_published, row.last_published),
            row.tellings,
            row.articles,
            copied.get(row.id, 0),
            statements.get(row.id, 0),
            differ.get(row.id, 0),
            _chips(outlets.get(row.id, [])),
            _brief(db, row.id),
            _points(db, row.id, 4 if n == 0 else 2) if differ.get(row.id) else (),
            pictures.spark(days.get(row.id, [])),
            row.stand_in,
        )
        for n, row in enumerate(rows)
    )


def _chips(outlets: Sequence[tuple[str | None, bool]]) -> tuple[Chip, ...]:
    """Those that are known first."""
    known = sorted(outlets, key=lambda one: not one[0])
    return tuple(Chip(name or words.OUTLET_NOT_KNOWN, copy) for name, copy in known)


def _brief(db: sqlite3.Connection, story_id: str) -> tuple[Sentence, ...]:
    spans = lookup.brief(db, story_id).sentences[:CARD_SENTENCES]
    articles = read.articles_by_id(db, sorted({s.article_id for s in spans}))
    return tuple(
        Sentence(bind(articles[s.article_id], s), source(articles[s.article_id]))
        for s in spans
        if s.article_id in articles
    )


def _points(db: sqlite3.Connection, story_id: str, most: int) -> tuple[Point, ...]:
    found = lookup.contrasts(db, story_id, limit=most)
    return tuple(
        Point(f"/story/{story_id}#d{c.rank}", stored.topic(c.topic), c.kind, words.kind(c.kind))
        for c in found
    )
