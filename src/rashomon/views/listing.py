"""Single articles, statements, names and outlets, as lists of the API hold them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model import Statement
from rashomon.store import lists, lookup, read
from rashomon.views import words
from rashomon.views.bound import Words, bind
from rashomon.views.source import Source, source


@dataclass(frozen=True, slots=True)
class ArticleItem:
    """An article in short, and its story."""

    source: Source
    story_id: str | None

    @property
    def href(self) -> str:
        return self.source.href


@dataclass(frozen=True, slots=True)
class StatementItem:
    """A statement with its words. `speaker` is as the article names it, `name_id` the name on the
    desk; `via` are those who passed it on, outermost first; `within` is the statement that it
    stands in. `speech` is false for beliefs and intentions. `confidence` is the share of statements
    found in a like way that readers found right, from 0 to 1; a desk states those that are `sure`."""

    id: str
    speaker: str | None
    name_id: str | None
    kind: str
    denied: bool
    speech: bool
    cue: str | None
    via: tuple[str, ...]
    within: str | None
    words: tuple[Words, ...]
    source: Source
    confidence: float
    sure: bool


@dataclass(frozen=True, slots=True)
class NameItem:
    """A person, place or organisation, its forms, and how many articles speak of it."""

    id: str
    canonical: str
    type: str
    variants: tuple[str, ...]
    article_count: int

    @property
    def href(self) -> str:
        return f"/name/{self.id}"


@dataclass(frozen=True, slots=True)
class OutletItem:
    """An outlet, and how many articles of it are on the desk."""

    name: str
    article_count: int

    @property
    def href(self) -> str:
        return f"/outlet/{words.article_path(self.name).removeprefix('/article/')}"


def articles(db: sqlite3.Connection, ids: Sequence[str]) -> tuple[ArticleItem, ...]:
    """The articles `ids`, in that order."""
    found = read.articles_by_id(db, ids)
    copies = lookup.copies_of(db, ids)
    stories = lookup.stories_of_articles(db, ids)
    return tuple(
        ArticleItem(source(found[i], copies.get(i)), stories.get(i, (None, None))[0])
        for i in ids
        if i in found
    )


def statements(db: sqlite3.Connection, made: Sequence[Statement]) -> tuple[StatementItem, ...]:
    """Statements, in that order."""
    ids = list(dict.fromkeys(s.article_id for s in made))
    articles = read.articles_by_id(db, ids)
    copies = lookup.copies_of(db, ids)
    names = {(x.article_id, x.referent): x.name_id for x in read.links(db, ids)}
    return tuple(
        StatementItem(
            s.id,
            s.speaker,
            names.get((s.article_id, s.speaker)) if s.speaker else None,
            s.kind,
            s.denied,
            s.speech,
            s.cue,
            s.via,
            s.within,
            tuple(bind(articles[s.article_id], span) for span in s.content),
            source(articles[s.article_id], copies.get(s.article_id)),
            s.confidence,
            s.sure,
        )
        for s in made
    )


def names(db: sqlite3.Connection, ids: Sequence[str]) -> tuple[NameItem, ...]:
    """The names `ids`, in that order."""
    counts = lists.article_counts(db, ids)
    found = (lookup.name(db, i) for i in ids)
    return tuple(
        NameItem(n.id, n.canonical, n.type, n.variants, counts.get(n.id, 0))
        for n in found
        if n is not None
    )
