"""The reader's own layer, as it is shown: notes beside their words, what was kept, what is new."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from rashomon import outlets
from rashomon.i18n import gettext as _
from rashomon.model import Article, Span
from rashomon.store import anchors, lookup, read, reader
from rashomon.store.reader import MarkKind, Note
from rashomon.views import words
from rashomon.views.bound import Words, bind
from rashomon.views.pieces import Mark
from rashomon.views.source import Source, cut, source

# Marks that one page lists.
PAGE = 200
_TITLE = 120
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note with the words that it is on; `words` is None where they are on the desk no more,
    and `exact` has them all the same."""

    id: str
    body: str
    exact: str
    words: Words | None
    source: Source | None
    outlet: str | None
    title: str | None
    made_at: str
    changed_at: str

    @property
    def href(self) -> str:
        return f"/notes#n-{self.id}" if self.words is None else self.words.href


@dataclass(frozen=True, slots=True)
class Kept:
    """An article or story that was saved or judged. `there` says that the desk has it still;
    `judged` is 1 for useful, -1 for not useful, 0 for neither."""

    what: str
    id: str
    title: str
    outlet: str | None
    judged: int
    made_at: str
    there: bool

    @property
    def href(self) -> str:
        return f"/story/{self.id}" if self.what == "story" else words.article_path(self.id)


@dataclass(frozen=True, slots=True)
class Own:
    """What the reader did with one article or story; `judged` as in `Kept`."""

    read: bool = False
    saved: bool = False
    judged: int = 0
    seen: bool = False


@dataclass(frozen=True, slots=True)
class ReaderView:
    """All that the reader keeps on the desk. `waiting` counts notes whose words are on it no
    more."""

    notes: tuple[NoteView, ...]
    saved: tuple[Kept, ...]
    judged: tuple[Kept, ...]
    hidden: tuple[str, ...]
    read_count: int
    waiting: int


def own(db: sqlite3.Connection, what: reader.Marked, ids: Sequence[str]) -> dict[str, Own]:
    """What the reader did with each of `ids`; all of them are in it."""
    found = reader.marks_of(db, what, ids)
    none: dict[str, int] = {}
    return {
        i: Own(
            "read" in (kinds := found.get(i, none)),
            "saved" in kinds,
            kinds.get("useful", 0),
            "seen" in kinds or "read" in kinds,
        )
        for i in ids
    }


def notes_of(db: sqlite3.Connection, found: Sequence[Note]) -> tuple[NoteView, ...]:
    """Notes with their words, as far as these are on the desk."""
    ids = list(dict.fromkeys(n.article_id for n in found))
    articles = read.articles_by_id(db, ids)
    copies = lookup.copies_of(db, ids)
    made = []
    for one in found:
        article = articles.get(one.article_id)
        here = None
        if article is not None:
            here = one if _stands(one, article) else anchors.anchored(one, article)
        made.append(
            NoteView(
                one.id,
                one.body,
                one.exact,
                None
                if article is None or here is None
                else bind(article, Span(article.id, here.start, here.end), here.field),
                None if article is None else source(article, copies.get(article.id)),
                one.outlet,
                one.title,
                one.made_at,
                one.changed_at,
            )
        )
    return tuple(made)


def _stands(note: Note, article: Article) -> bool:
    text = article.text if note.field == "text" else article.title or ""
    return text[note.start : note.end] == note.exact


def notes(db: sqlite3.Connection, article_id: str) -> tuple[NoteView, ...]:
    """The notes on one article, by place."""
    return notes_of(db, reader.notes(db, article_id))


def marks(found: Sequence[NoteView]) -> list[Mark]:
    """The words in the text that notes are on, as marks."""
    return [
        Mark(n.words.start, n.words.end, "own", f"n={n.id}")
        for n in found
        if n.words is not None and n.words.field == "text"
    ]


def layer(db: sqlite3.Connection) -> ReaderView:
    """All that the reader keeps, the newest first."""
    found = notes_of(db, reader.notes(db))
    count = "SELECT count(*) FROM reader_marks WHERE kind = 'read'"
    return ReaderView(
        found,
        _kept(db, "saved"),
        _kept(db, "useful"),
        reader.hidden(db),
        int(db.execute(count).fetchone()[0]),
        sum(n.words is None for n in found),
    )


def _kept(db: sqlite3.Connection, kind: MarkKind) -> tuple[Kept, ...]:
    marked = reader.all_marks(db, kind)[:PAGE]
    articles = read.articles_by_id(db, [m.id for m in marked if m.what == "article"])
    stories = {
        r.id: r for r in lookup.story_rows_of(db, [m.id for m in marked if m.what == "story"])
    }
    judged = {
        what: reader.marks_of(db, what, [m.id for m in marked if m.what == what])
        for what in ("article", "story")
    }
    made = []
    for one in marked:
        row = stories.get(one.id)
        article = articles.get(one.id)
        title = one.title or _(words.NO_TITLE)
        if row is not None and one.what == "story":
            title = row.title
        elif article is not None:
            title = source(article).headline
        made.append(
            Kept(
                one.what,
                one.id,
                cut(title, _TITLE),
                one.outlet,
                judged[one.what].get(one.id, {}).get("useful", 0),
                one.made_at,
                row is not None or article is not None,
            )
        )
    return tuple(made)


class Hidden:
    """The outlets that a reader hides, by any name that they go by."""

    def __init__(self, names: Sequence[str] = ()) -> None:
        self._out = frozenset(outlets.canonical(name) for name in names) | frozenset(names)

    def __contains__(self, outlet: object) -> bool:
        if not self._out or not isinstance(outlet, str):
            return False
        return outlet in self._out or outlets.canonical(outlet) in self._out

    def parted(self, items: Sequence[T]) -> tuple[Sequence[T], Sequence[T]]:
        """`items` that have an outlet, or a source that has one, and those of hidden outlets."""
        if not self._out:
            return items, ()
        kept: list[T] = []
        folded: list[T] = []
        for item in items:
            home: Any = getattr(item, "source", item)
            (folded if home.outlet in self else kept).append(item)
        return kept, folded

    def left_out(self, names: Sequence[str]) -> tuple[str, ...]:
        """Names of outlets without the hidden ones."""
        return tuple(name for name in names if name not in self)
