"""Search over articles and statements."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.i18n import gettext as _
from rashomon.model import Span, Statement
from rashomon.store import find, lookup, read
from rashomon.store.lookup import Hit
from rashomon.views import words
from rashomon.views.bound import bind
from rashomon.views.pieces import Piece
from rashomon.views.sayings import Speaker, speakers
from rashomon.views.snippets import marked, snippet
from rashomon.views.source import Source, source
from rashomon.views.story import cast_of, material_of
from rashomon.views.suggest import suggestions

PAGE = 20
STATEMENTS = 8


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article with a snippet of its text; `href` opens it at the snippet's first found word."""

    source: Source
    title: tuple[Piece, ...]
    snippet: tuple[Piece, ...]
    href: str
    story_id: str | None
    story_title: str | None


@dataclass(frozen=True, slots=True)
class FoundName:
    id: str
    canonical: str
    type: str
    articles: int

    @property
    def href(self) -> str:
        return f"/name/{self.id}"


@dataclass(frozen=True, slots=True)
class SearchView:
    """What was found for `query`; the counts are of all that was found, the lists of one page.

    `speakers` are those of the sure statements that were found, with these statements alone; the
    same words in several tellings are one of them. `less_sure` are those of the other statements,
    which the counts hold as well. `suggestions` are questions that find something
    where this one does not. `many_...` say that there are more than counted, of which the newest
    come first; `odd` are parts of the question that could not be read ("before:noon").
    """

    query: str
    article_count: int
    statement_count: int
    articles: tuple[FoundArticle, ...]
    speakers: tuple[Speaker, ...]
    names: tuple[FoundName, ...]
    page: int
    pages: int
    suggestions: tuple[str, ...] = ()
    statements_held: int = 0
    many_articles: bool = False
    many_statements: bool = False
    odd: tuple[str, ...] = ()
    less_sure: tuple[Speaker, ...] = ()

    @property
    def asked(self) -> bool:
        """Whether the question holds a word, or something that narrows it, at all."""
        return find.parse(self.query).asks

    @property
    def found(self) -> bool:
        return bool(self.article_count or self.statement_count or self.names)

    @property
    def more_articles(self) -> int:
        return self.article_count - len(self.articles) if self.page == 1 else 0

    @property
    def more_statements(self) -> int:
        """Statements that the first page does not hold."""
        return max(0, self.statement_count - self.statements_held) if self.page == 1 else 0

    @property
    def counted(self) -> str:
        counts = (
            (self.article_count, self.many_articles, "article"),
            (self.statement_count, self.many_statements, "statement"),
        )
        return ", ".join(
            _("more than %(number)s", number=said) if many else said
            for count, many, one in counts
            for said in (words.count(count, one),)
        )


def search(
    db: sqlite3.Connection,
    query: str,
    *,
    page: int = 1,
    articles: int = PAGE,
    statements: int = STATEMENTS,
) -> SearchView:
    """All words of `query` in one article or statement; "words in quotation marks" in a row;
    `speaker:`, `outlet:`, `before:` and `after:` narrow it.

    A page holds `articles` and `statements` at most.
    """
    asked = find.parse(query)
    if not asked.asks:
        return SearchView(query, 0, 0, (), (), (), 1, 1, odd=asked.odd)
    page = max(1, page)
    told = find.articles(db, asked, limit=articles, offset=(page - 1) * articles)
    said = find.statements(db, asked, limit=statements, offset=(page - 1) * statements)
    pages = max(1, -(-told.count // articles), -(-said.count // statements))
    if page > pages:
        return search(db, query, page=pages, articles=articles, statements=statements)
    plain = asked.phrases and not (asked.speakers or asked.narrowed)
    named = find.names_like(db, query) if page == 1 and plain else []
    nothing = not (told.count or said.count or named)
    sure, less_sure = _speakers(db, said.hits)
    return SearchView(
        query,
        told.count,
        said.count,
        _articles(db, told.hits, asked.phrases),
        sure,
        tuple(_named(db, named)),
        page,
        pages,
        suggestions(db, asked.phrases) if nothing and plain else (),
        len(said.hits),
        told.more,
        said.more,
        asked.odd,
        less_sure,
    )


def _named(db: sqlite3.Connection, found: Sequence[tuple[str, int]]) -> Iterator[FoundName]:
    for name_id, count in found:
        one = lookup.name(db, name_id)
        if one is not None:
            yield FoundName(one.id, one.canonical, one.type, count)


def _articles(
    db: sqlite3.Connection, hits: Sequence[Hit], phrases: Sequence[Sequence[str]]
) -> tuple[FoundArticle, ...]:
    ids = [h.article_id for h in hits]
    articles = read.articles_by_id(db, ids)
    copies = lookup.copies_of(db, ids)
    stories = lookup.stories_of_articles(db, ids)
    found = []
    for hit in hits:
        article = articles[hit.article_id]
        story_id, story_title = stories.get(article.id, (None, None))
        around = snippet(article.text, phrases)
        place = around.first
        found.append(
            FoundArticle(
                source(article, copies.get(article.id)),
                marked(article.title or _(words.NO_TITLE), phrases),
                around.pieces,
                words.article_path(article.id)
                if place is None
                else bind(article, Span(article.id, *place)).href,
                story_id,
                story_title,
            )
        )
    return tuple(found)


def _speakers(
    db: sqlite3.Connection, hits: Sequence[Hit]
) -> tuple[tuple[Speaker, ...], tuple[Speaker, ...]]:
    """The statements that were found by speaker, the speaker of the best one first; those of whom
    the text does not make clear who they are come last. The sure ones, and the others."""
    material = material_of(db, list(dict.fromkeys(h.article_id for h in hits)))
    cast = cast_of(material)
    rank = {hit.id: n for n, hit in enumerate(hits)}

    def place(one: Speaker) -> tuple[bool, int]:
        return not one.clear, min(rank[s.id] for s in (*one.sayings, *one.held))

    def ranked(statements: Sequence[Statement]) -> tuple[Speaker, ...]:
        found = sorted((s for s in statements if s.id in rank), key=lambda s: rank[s.id])
        return tuple(sorted(speakers(found, cast), key=place))

    return ranked(material.statements), ranked(material.less_sure)
