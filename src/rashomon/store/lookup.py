"""What single pages ask of the desk: lists, counts, searches. Every query has its order."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model import Brief, Contrast, Copy, Name, Point, Story
from rashomon.store import read, rows, told
from rashomon.store.matching import Hit as Hit
from rashomon.store.matching import is_held as is_held
from rashomon.store.matching import match_of as match_of
from rashomon.store.matching import phrases_of as phrases_of
from rashomon.store.matching import search_articles as search_articles
from rashomon.store.matching import search_statements as search_statements
from rashomon.store.matching import words_of as words_of
from rashomon.store.ranking import StoryRow as StoryRow
from rashomon.store.ranking import story_count as story_count
from rashomon.store.ranking import story_rows as story_rows
from rashomon.store.ranking import story_rows_of as story_rows_of


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page in the list of what was left out; `reasons` counts parts by reason;
    `titles` are (id, title) of its first articles."""

    id: str
    origin: str
    media_type: str
    chars: int
    articles: int
    reasons: tuple[tuple[str, int], ...]
    refused: str | None
    titles: tuple[tuple[str, str | None], ...] = ()


def marks(count: int) -> str:
    return ", ".join("?" * count)


def per_story(db: sqlite3.Connection, table: str, ids: Sequence[str]) -> dict[str, int]:
    """Counts of sure statements, moments or copies of the articles of each of the stories `ids`."""
    if table not in ("statements", "moments", "copies") or not ids:
        return {}
    count, source = (
        "count(*)",
        "copies t ON t.article_id = m.article_id AND t.parent_id IS NOT NULL",
    )
    if table != "copies":
        count = "sum(t.statements - t.less_sure)" if table == "statements" else "sum(t.moments)"
        source = "articles a ON a.id = m.article_id JOIN findings t ON t.article = a.number"
    query = (
        f"SELECT m.story_id AS id, {count} AS n FROM story_articles m JOIN {source}"
        f" WHERE m.story_id IN ({marks(len(ids))}) GROUP BY m.story_id HAVING n > 0"
    )
    return {row["id"]: row["n"] for row in db.execute(query, list(ids))}


def contrast_counts(db: sqlite3.Connection, ids: Sequence[str]) -> dict[str, int]:
    query = (
        "SELECT story_id, contrasts AS n FROM told"
        f" WHERE contrasts > 0 AND story_id IN ({marks(len(ids))})"
    )
    return {row["story_id"]: row["n"] for row in db.execute(query, list(ids))}


def days_of(db: sqlite3.Connection, ids: Sequence[str]) -> dict[str, list[tuple[str, int]]]:
    """For each story the days on which its articles were published, with their number."""
    query = (
        "SELECT m.story_id AS id, substr(a.published, 1, 10) AS day, count(*) AS n"
        " FROM story_articles m JOIN articles a ON a.id = m.article_id"
        f" WHERE m.story_id IN ({marks(len(ids))}) AND a.published GLOB '????-??-??*'"
        " GROUP BY m.story_id, day ORDER BY m.story_id, day"
    )
    found: dict[str, list[tuple[str, int]]] = {}
    for row in db.execute(query, list(ids)):
        found.setdefault(row["id"], []).append((row["day"], row["n"]))
    return found


def outlets_of(db: sqlite3.Connection, ids: Sequence[str]) -> dict[str, list[tuple[str, bool]]]:
    """For each story its outlets, oldest first, and whether each has copies only."""
    query = (
        "SELECT m.story_id AS id, coalesce(a.outlet, '') AS outlet,"
        " min(c.parent_id IS NOT NULL) AS copy, min(m.position) AS place"
        " FROM story_articles m JOIN articles a ON a.id = m.article_id"
        " LEFT JOIN copies c ON c.article_id = a.id"
        f" WHERE m.story_id IN ({marks(len(ids))})"
        " GROUP BY m.story_id, coalesce(a.outlet, '') ORDER BY m.story_id, place"
    )
    found: dict[str, list[tuple[str, bool]]] = {}
    for row in db.execute(query, list(ids)):
        found.setdefault(row["id"], []).append((row["outlet"], bool(row["copy"])))
    return found


def brief(db: sqlite3.Connection, story_id: str) -> Brief:
    return told.brief(db, story_id)


def contrasts(db: sqlite3.Connection, story_id: str, *, limit: int | None = None) -> list[Contrast]:
    """The differences of a story, best first; with `limit` the first ones."""
    return told.contrasts(db, story_id)[:limit]


def contrasts_of_article(db: sqlite3.Connection, article_id: str) -> list[Contrast]:
    """The differences that an article has a side in."""
    query = "SELECT story_id FROM story_articles WHERE article_id = ?"
    home = db.execute(query, (article_id,)).fetchone()
    found = [] if home is None else told.contrasts(db, home["story_id"])
    return [c for c in found if any(t.article_id == article_id for t in c.tellings)]


def points(db: sqlite3.Connection, story_id: str) -> list[Point]:
    """What the tellings of a story say alike, and what one says alone, in order of rank."""
    return told.points(db, story_id)


def story_of_article(db: sqlite3.Connection, article_id: str) -> Story | None:
    query = "SELECT story_id FROM story_articles WHERE article_id = ?"
    row = db.execute(query, (article_id,)).fetchone()
    return None if row is None else read.story(db, str(row["story_id"]))


def stories_of_articles(db: sqlite3.Connection, ids: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Article id to the id and title of its story."""
    query = (
        "SELECT m.article_id, s.id, s.title FROM story_articles m JOIN stories s"
        " ON s.id = m.story_id WHERE m.article_id IN ({ids})"
    )
    found = read.select_in(db, query, ids)
    return {row["article_id"]: (row["id"], row["title"]) for row in found}


def copies_of(db: sqlite3.Connection, ids: Sequence[str]) -> dict[str, Copy]:
    """The rows in `copies` of the articles `ids`."""
    found = read.select_in(db, "SELECT * FROM copies WHERE article_id IN ({ids})", ids)
    return {row["article_id"]: rows.copy_of(row) for row in found}


def family(db: sqlite3.Connection, article_id: str) -> list[Copy]:
    """All copies of the family that an article stands in, itself included."""
    query = (
        "SELECT * FROM copies WHERE family_id = (SELECT family_id FROM copies WHERE article_id = ?)"
        " ORDER BY article_id"
    )
    return [rows.copy_of(row) for row in db.execute(query, (article_id,))]


def name(db: sqlite3.Connection, name_id: str) -> Name | None:
    row = db.execute("SELECT * FROM names WHERE id = ?", (name_id,)).fetchone()
    return None if row is None else rows.name_of(row)


def name_articles(db: sqlite3.Connection, name_id: str) -> dict[str, list[str]]:
    """The articles that speak of a name, with what they call it as `Mention.referent` does."""
    query = "SELECT * FROM name_links WHERE name_id = ? ORDER BY article_id, referent"
    found: dict[str, list[str]] = {}
    for row in db.execute(query, (name_id,)):
        found.setdefault(row["article_id"], []).append(row["referent"])
    return found


def names_like(db: sqlite3.Connection, text: str, *, limit: int = 8) -> list[tuple[Name, int]]:
    """Names whose canonical form or a variant holds `text`, those of most articles first."""
    like = "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    query = (
        "SELECT n.*, count(DISTINCT l.article) AS articles FROM names n"
        " LEFT JOIN name_places l ON l.name = n.number"
        " WHERE n.canonical LIKE ? ESCAPE '\\' OR n.variants LIKE ? ESCAPE '\\'"
        " GROUP BY n.id ORDER BY articles DESC, n.canonical, n.id LIMIT ?"
    )
    return [(rows.name_of(r), r["articles"]) for r in db.execute(query, (like, like, limit))]


def page_rows(db: sqlite3.Connection, *, limit: int, offset: int = 0) -> list[PageRow]:
    """Pages by origin, with what was left out of each."""
    found = []
    query = (
        "SELECT id, origin, media_type, chars,"
        " (SELECT count(*) FROM articles a WHERE a.page_id = p.id) AS articles"
        " FROM pages p ORDER BY origin, id LIMIT ? OFFSET ?"
    )
    for row in db.execute(query, (limit, offset)).fetchall():
        reasons = db.execute(
            "SELECT reason, count(*) AS n FROM rejected WHERE page_id = ?"
            " GROUP BY reason ORDER BY n DESC, reason",
            (row["id"],),
        )
        titles = db.execute(
            "SELECT id, title FROM articles WHERE page_id = ? ORDER BY place, id LIMIT 4",
            (row["id"],),
        )
        found.append(
            PageRow(
                row["id"], row["origin"], row["media_type"], row["chars"], row["articles"],
                tuple((r["reason"], r["n"]) for r in reasons), read.refusal(db, row["id"]),
                tuple((r["id"], r["title"]) for r in titles),
            )
        )  # fmt: skip
    return found


def page_origin(db: sqlite3.Connection, page_id: str) -> tuple[str, str, str | None] | None:
    """A page's origin, media type and the time it was taken."""
    query = "SELECT origin, media_type, fetched_at FROM pages WHERE id = ?"
    row = db.execute(query, (page_id,)).fetchone()
    return None if row is None else (row["origin"], row["media_type"], row["fetched_at"])


def articles_of_page(db: sqlite3.Connection, page_id: str) -> list[str]:
    query = "SELECT id FROM articles WHERE page_id = ? ORDER BY place, id"
    return [row["id"] for row in db.execute(query, (page_id,))]


def stories_starting(
    db: sqlite3.Connection, start: str, *, limit: int = 12
) -> list[tuple[str, str]]:
    """(id, title) of the stories whose id starts with `start`."""
    if not re.fullmatch(r"[0-9a-zA-Z_-]{1,64}", start):
        return []
    query = "SELECT id, title FROM stories WHERE id >= ? AND id < ? ORDER BY id LIMIT ?"
    found = db.execute(query, (start, start + "\U0010ffff", limit))
    return [(row["id"], row["title"]) for row in found]


def known_words(db: sqlite3.Connection, *, limit: int = 5_000) -> list[str]:
    """Names, those of most articles first, then headlines, at most `limit` of each: what a
    misspelled question is compared with."""
    names = db.execute(
        "SELECT n.canonical, n.variants FROM names n LEFT JOIN name_places l ON l.name = n.number"
        " GROUP BY n.id ORDER BY count(l.article) DESC, n.canonical, n.id LIMIT ?",
        (limit,),
    )
    found = [form for row in names for form in (row["canonical"], *rows.variants_of(row))]
    titles = db.execute(
        "SELECT title FROM articles WHERE title IS NOT NULL ORDER BY number DESC LIMIT ?", (limit,)
    )
    return list(dict.fromkeys([*found, *(row["title"] for row in titles)]))


def where_is(db: sqlite3.Connection, some_id: str, *, limit: int = 6) -> list[tuple[str, str, str]]:
    """What on the desk has an id that is, or starts with, `some_id`: (kind, id, words)."""
    if not re.fullmatch(r"[0-9a-zA-Z_-]{4,64}", some_id):
        return []
    last = some_id + "\U0010ffff"
    found: list[tuple[str, str, str]] = []
    for kind, table, words in (
        ("story", "stories", "title"),
        ("article", "articles", "title"),
        ("name", "names", "canonical"),
        ("page", "pages", "origin"),
    ):
        query = (
            f"SELECT id, {words} AS words FROM {table} WHERE id >= ? AND id < ? ORDER BY id LIMIT ?"
        )
        rows_found = db.execute(query, (some_id, last, limit))
        found += [
            (kind, row["id"], _beginning(db, row["id"]) if row["words"] is None else row["words"])
            for row in rows_found
        ]
    return found[:limit]


def _beginning(db: sqlite3.Connection, article_id: str) -> str:
    article = read.article(db, article_id)
    return "" if article is None else article.text[:80]


def day_span(db: sqlite3.Connection) -> tuple[str | None, str | None]:
    """The first and last day on which an article of the desk was published."""
    query = (
        "SELECT substr(published, 1, 10) FROM articles WHERE published GLOB '????-??-??*'"
        " ORDER BY published {order} LIMIT 1"
    )
    ends = [db.execute(query.format(order=o)).fetchone() for o in ("ASC", "DESC")]
    first, last = (None if row is None else str(row[0]) for row in ends)
    return first, last


def refused_count(db: sqlite3.Connection) -> int:
    """How many pages gave no article."""
    query = (
        "SELECT count(*) FROM pages p"
        " WHERE NOT EXISTS (SELECT 1 FROM articles a WHERE a.page_id = p.id)"
    )
    return int(db.execute(query).fetchone()[0])


def rejected_count(db: sqlite3.Connection) -> int:
    """How many parts of pages were left out."""
    return int(db.execute("SELECT count(*) FROM left_out").fetchone()[0])
