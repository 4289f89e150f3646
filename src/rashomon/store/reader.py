"""The reader's own layer on the desk: what was seen, read, saved, judged, noted and hidden.

Writing functions are called within a transaction of the desk; `now` is ISO 8601, UTC.
"""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from rashomon.model import Article, Span, content_id
from rashomon.store import lookup, read

MarkKind = Literal["seen", "read", "saved", "useful"]
Marked = Literal["article", "story"]
Field = Literal["text", "title"]

# Characters of a note's words, of its own text, and of what is kept beside the words.
MOST_WORDS, MOST_BODY, CONTEXT = 5_000, 20_000, 48
# A visit ends with this long without any page.
VISIT = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Mark:
    """`value` is 1; for "useful" -1 says that it was not. `id` is an article's or a story's."""

    kind: MarkKind
    what: Marked
    id: str
    value: int
    outlet: str | None
    title: str | None
    url: str | None
    text_hash: str | None
    made_at: str


@dataclass(frozen=True, slots=True)
class Note:
    """A note on words of an article: `exact`, which stood at `start` to `end` of its `field`
    between `prefix` and `suffix`. The article may have left the desk; the words stay."""

    id: str
    article_id: str
    field: Field
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    text_hash: str
    url: str | None
    page_id: str | None
    outlet: str | None
    title: str | None
    body: str
    made_at: str
    changed_at: str


def text_hash(article: Article) -> str:
    """The same for the same text, on whatever page it stands."""
    return content_id("reader", " ".join(article.text.split()))


def mark(
    db: sqlite3.Connection, kind: MarkKind, articles: Iterable[Article], value: int, now: str
) -> None:
    """Marks articles; 0 takes the mark away. What is marked so already keeps its time."""
    for article in articles:
        if not value:
            unmark(db, kind, "article", article.id)
            continue
        db.execute(
            "INSERT INTO reader_marks VALUES (?, 'article', ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET value = excluded.value",
            (
                kind, article.id, value, text_hash(article), article.url, article.page_id,
                article.outlet, article.title, now,
            ),
        )  # fmt: skip


def mark_story(
    db: sqlite3.Connection, kind: MarkKind, story_id: str, title: str, value: int, now: str
) -> None:
    """Marks a story; 0 takes the mark away."""
    if not value:
        unmark(db, kind, "story", story_id)
        return
    db.execute(
        "INSERT INTO reader_marks VALUES (?, 'story', ?, ?, NULL, NULL, NULL, NULL, ?, ?)"
        " ON CONFLICT DO UPDATE SET value = excluded.value",
        (kind, story_id, value, title, now),
    )


def unmark(db: sqlite3.Connection, kind: MarkKind, what: Marked, some_id: str) -> None:
    db.execute(
        "DELETE FROM reader_marks WHERE kind = ? AND what = ? AND id = ?", (kind, what, some_id)
    )


def forget_read(db: sqlite3.Connection) -> None:
    """Forgets what was seen and read, and when the desk was looked at."""
    db.execute("DELETE FROM reader_marks WHERE kind IN ('seen', 'read')")
    db.execute("DELETE FROM reader_visits")


def marks_of(db: sqlite3.Connection, what: Marked, ids: Sequence[str]) -> dict[str, dict[str, int]]:
    """For each of `ids` that is marked: kind to value."""
    query = "SELECT * FROM reader_marks WHERE id IN ({ids})"
    found: dict[str, dict[str, int]] = {}
    for row in read.select_in(db, query, ids):
        if row["what"] == what:
            found.setdefault(row["id"], {})[row["kind"]] = row["value"]
    return found


def all_marks(db: sqlite3.Connection, kind: MarkKind | None = None) -> list[Mark]:
    """Marks, the newest first."""
    where = "" if kind is None else " WHERE kind = ?"
    query = f"SELECT * FROM reader_marks{where} ORDER BY made_at DESC, kind, what, id"
    return [
        Mark(
            r["kind"], r["what"], r["id"], r["value"], r["outlet"], r["title"], r["url"],
            r["text_hash"], r["made_at"],
        )
        for r in db.execute(query, () if kind is None else (kind,))
    ]  # fmt: skip


def note(
    article: Article, span: Span, body: str, now: str, field: Field = "text", id: str | None = None
) -> Note:
    """A note on a span of an article; raises `ValueError` where the span is none."""
    text = article.text if field == "text" else article.title or ""
    start, end = span.start, span.end
    if not 0 <= start < end <= len(text) or end - start > MOST_WORDS:
        raise ValueError("a note needs words of the article")
    return Note(
        id or str(uuid.uuid4()), article.id, field, start, end, text[start:end],
        text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], text_hash(article),
        article.url, article.page_id, article.outlet, article.title, body[:MOST_BODY], now, now,
    )  # fmt: skip


def add_note(db: sqlite3.Connection, value: Note) -> None:
    """Writes a note; one of the same id is replaced."""
    db.execute(
        "INSERT OR REPLACE INTO reader_notes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            value.id, value.article_id, value.field, value.start, value.end, value.exact,
            value.prefix, value.suffix, value.text_hash, value.url, value.page_id, value.outlet,
            value.title, value.body, value.made_at, value.changed_at,
        ),
    )  # fmt: skip


def change_note(db: sqlite3.Connection, note_id: str, body: str, now: str) -> bool:
    """Whether there was such a note."""
    query = "UPDATE reader_notes SET body = ?, changed_at = ? WHERE id = ?"
    return db.execute(query, (body[:MOST_BODY], now, note_id)).rowcount > 0


def remove_note(db: sqlite3.Connection, note_id: str) -> bool:
    return db.execute("DELETE FROM reader_notes WHERE id = ?", (note_id,)).rowcount > 0


def notes(db: sqlite3.Connection, article_id: str | None = None) -> list[Note]:
    """All notes, the newest first; those of one article by place."""
    if article_id is None:
        found = db.execute("SELECT * FROM reader_notes ORDER BY made_at DESC, id")
    else:
        found = db.execute(
            'SELECT * FROM reader_notes WHERE article_id = ? ORDER BY field DESC, start, "end", id',
            (article_id,),
        )
    return [note_of(row) for row in found]


def one_note(db: sqlite3.Connection, note_id: str) -> Note | None:
    row = db.execute("SELECT * FROM reader_notes WHERE id = ?", (note_id,)).fetchone()
    return None if row is None else note_of(row)


def note_of(row: sqlite3.Row) -> Note:
    return Note(
        row["id"], row["article_id"], row["field"], row["start"], row["end"], row["exact"],
        row["prefix"], row["suffix"], row["text_hash"], row["url"], row["page_id"], row["outlet"],
        row["title"], row["body"], row["made_at"], row["changed_at"],
    )  # fmt: skip


def hide(db: sqlite3.Connection, outlet: str, hidden: bool, now: str) -> None:
    if hidden:
        db.execute("INSERT OR IGNORE INTO reader_hidden VALUES (?, ?)", (outlet, now))
    else:
        db.execute("DELETE FROM reader_hidden WHERE outlet = ?", (outlet,))


def hidden(db: sqlite3.Connection) -> tuple[str, ...]:
    """Outlets that the reader does not want to see named, in the order of their names."""
    query = "SELECT outlet FROM reader_hidden ORDER BY outlet"
    return tuple(row["outlet"] for row in db.execute(query))


def visit(db: sqlite3.Connection, now: str) -> None:
    """The desk is looked at: the visit under way goes on, or another one begins."""
    row = db.execute("SELECT * FROM reader_visits ORDER BY number DESC LIMIT 1").fetchone()
    if row is not None and _moment(now) - _moment(row["last_at"]) < VISIT:
        db.execute(
            "UPDATE reader_visits SET last_at = max(last_at, ?) WHERE number = ?",
            (now, row["number"]),
        )
        return
    db.execute("INSERT INTO reader_visits VALUES (NULL, ?, ?)", (now, now))


def last_look(db: sqlite3.Connection, now: str) -> str | None:
    """When the visit before the one under way ended; None where there was none."""
    rows = db.execute("SELECT last_at FROM reader_visits ORDER BY number DESC LIMIT 2").fetchall()
    ended = [r["last_at"] for r in rows if _moment(now) - _moment(r["last_at"]) >= VISIT]
    if ended:
        return str(ended[0])
    return str(rows[1]["last_at"]) if len(rows) == 2 else None


def fresh(
    db: sqlite3.Connection, story_ids: Sequence[str], since: str | None
) -> dict[str, list[str]]:
    """For each story, its articles that came to the desk after `since`, and were not seen.

    An article is not fresh where a telling with the same words was seen, or came before: a page
    that is taken again brings nothing new. Without `since`, nothing is.
    """
    if since is None:
        return {}
    if not story_ids:
        return {}
    query = f"""
        SELECT m.story_id, m.article_id FROM story_articles m
        JOIN articles a ON a.id = m.article_id
        JOIN arrivals v ON v.page_id = a.page_id
        LEFT JOIN copies c ON c.article_id = a.id
        WHERE m.story_id IN ({lookup.marks(len(story_ids))}) AND v.at > ?
        AND NOT EXISTS (SELECT 1 FROM reader_marks r
            WHERE r.id = a.id AND r.what = 'article' AND r.kind IN ('seen', 'read'))
        AND NOT EXISTS (SELECT 1 FROM reader_marks r
            WHERE r.url = a.url AND r.title IS a.title AND r.kind IN ('seen', 'read'))
        AND NOT (coalesce(c.relation, '') = 'identical' AND EXISTS (
            SELECT 1 FROM copies k JOIN articles b ON b.id = k.article_id
            LEFT JOIN arrivals w ON w.page_id = b.page_id
            WHERE k.family_id = c.family_id AND k.article_id <> a.id
            AND (coalesce(w.at, '') <= ? OR EXISTS (SELECT 1 FROM reader_marks r
                WHERE r.id = b.id AND r.kind IN ('seen', 'read')))))
        ORDER BY m.story_id, m.position"""
    found: dict[str, list[str]] = {}
    for row in db.execute(query, (*story_ids, since, since)):
        found.setdefault(row["story_id"], []).append(row["article_id"])
    return found


def _moment(value: str) -> datetime:
    return datetime.fromisoformat(value)
