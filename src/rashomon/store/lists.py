"""Lists of the desk for programs, page by page: each page says where the next one begins.

A page begins after a key that its rows are ordered by, not after a number of rows: what comes to
the desk meanwhile neither repeats a row nor leaves one out.
"""

from __future__ import annotations

import base64
import binascii
import json
import sqlite3
from collections.abc import Sequence

from rashomon.model import Statement
from rashomon.store import findings, lookup, ranking, read
from rashomon.store.ranking import StoryRow

Key = tuple[str | int | float | None, ...]


def cursor(key: Sequence[str | int | float | None]) -> str:
    """A key as a word for an address."""
    text = json.dumps(list(key), separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def key_of(value: str, length: int) -> Key | None:
    """The key of a cursor; None for what is none of that length."""
    try:
        found = json.loads(base64.urlsafe_b64decode(value + "=" * (-len(value) % 4)))
    except (ValueError, binascii.Error, RecursionError):
        return None
    good = isinstance(found, list) and len(found) == length
    return tuple(found) if good and all(map(_is_stored, found)) else None


def _is_stored(value: object) -> bool:
    """Whether SQLite takes a value: of whole numbers 64 bits, and no half of a surrogate pair."""
    if isinstance(value, int):
        return -(2**63) <= value < 2**63
    if isinstance(value, str):
        return not any("\ud800" <= sign <= "\udfff" for sign in value)
    return value is None or isinstance(value, float)


def stories(
    db: sqlite3.Connection, after: Key | None, limit: int
) -> tuple[list[StoryRow], Key | None]:
    """The foremost stories after `after`: (the day that counts, weight, last date, id).

    The cursor keeps the day, so that the order of its pages holds.
    """
    day, place = ranking.newest_day(db), None
    if after is not None:
        day = None if after[0] is None else str(after[0])
        weight = float(max(-1, min(after[1], 1e9))) if isinstance(after[1], int | float) else 0.0
        place = ranking.Place(weight, str(after[2]), str(after[3]))
    places = ranking.foremost(db, day, limit=limit + 1, after=place)
    found = ranking.story_rows_of(db, [one.id for one in places[:limit]])
    if len(places) <= limit:
        return found, None
    last = places[limit - 1]
    return found, (day, last.weight, last.last, last.id)


def article_ids(
    db: sqlite3.Connection, after: Key | None, limit: int, *, outlet: str | None = None
) -> tuple[list[str], Key | None]:
    """Articles, the last that came first; `after` is (number,)."""
    values: list[object] = []
    where = "WHERE 1"
    if after is not None:
        where, values = where + " AND number < ?", [after[0]]
    if outlet is not None:
        where, values = where + " AND outlet = ?", [*values, outlet]
    query = f"SELECT number, id FROM articles {where} ORDER BY number DESC LIMIT ?"
    rows = db.execute(query, (*values, limit + 1)).fetchall()
    following = (rows[limit - 1]["number"],) if len(rows) > limit else None
    return [row["id"] for row in rows[:limit]], following


def statements(
    db: sqlite3.Connection,
    after: Key | None,
    limit: int,
    *,
    article: str | None = None,
    story: str | None = None,
    name: str | None = None,
    less_sure: bool = False,
) -> tuple[list[Statement], Key | None]:
    """Statements, the last that were found first; of an article, a story or a speaker's name,
    where these are given. The sure ones, with `less_sure` all. `after` is (number,)."""
    parts, values = ["f.first IS NOT NULL"], list[object]()
    top = after[0] if after is not None and isinstance(after[0], int) else None
    if top is not None:
        parts.append("f.first < ?")
        values.append(top)
    if article is not None:
        parts.append("a.id = ?")
        values.append(article)
    if story is not None:
        parts.append("a.id IN (SELECT article_id FROM story_articles WHERE story_id = ?)")
        values.append(story)
    if name is not None:
        parts.append("a.id IN (SELECT article_id FROM name_links WHERE name_id = ?)")
        values.append(name)
    query = f"{findings.ALL} WHERE {' AND '.join(parts)} ORDER BY f.first DESC"
    called = {} if name is None else lookup.name_articles(db, name)
    found: list[tuple[int, Statement]] = []
    for row in db.execute(query, values):
        said = enumerate(findings.of_row(row).statements, row["first"])
        found += [
            (number, s)
            for number, s in reversed(list(said))
            if (top is None or number < top)
            and (less_sure or s.sure)
            and (name is None or s.speaker in called.get(s.article_id, ()))
        ]
        if len(found) > limit:
            break
    following = (found[limit - 1][0],) if len(found) > limit else None
    return [s for _, s in found[:limit]], following


def name_ids(
    db: sqlite3.Connection, after: Key | None, limit: int, *, start: str = "", kind: str = ""
) -> tuple[list[str], Key | None]:
    """Names by their canonical form; `after` is (canonical, id)."""
    parts, values = ["1"], list[object]()
    if after is not None:
        parts.append("(canonical > ? OR (canonical = ? AND id > ?))")
        values += [after[0], after[0], after[1]]
    if start:
        parts.append("canonical >= ? AND canonical < ?")
        values += [start, start + "\U0010ffff"]
    if kind:
        parts.append("type = ?")
        values.append(kind)
    query = f"SELECT id, canonical FROM names WHERE {' AND '.join(parts)} ORDER BY canonical, id LIMIT ?"
    rows = db.execute(query, (*values, limit + 1)).fetchall()
    following = (rows[limit - 1]["canonical"], rows[limit - 1]["id"]) if len(rows) > limit else None
    return [row["id"] for row in rows[:limit]], following


def article_counts(db: sqlite3.Connection, name_ids: Sequence[str]) -> dict[str, int]:
    """How many articles speak of each name."""
    query = (
        "SELECT name_id, count(DISTINCT article_id) AS n FROM name_links WHERE name_id IN ({ids})"
    )
    found = read.select_in(db, query, name_ids, " GROUP BY name_id")
    return {row["name_id"]: row["n"] for row in found}


def outlets(
    db: sqlite3.Connection, after: Key | None, limit: int
) -> tuple[list[tuple[str, int]], Key | None]:
    """Outlets by name, with their articles; `after` is (name,)."""
    where, values = ("WHERE outlet > ?", [after[0]]) if after else ("WHERE outlet IS NOT NULL", [])
    query = f"SELECT outlet, count(*) AS n FROM articles {where} GROUP BY outlet ORDER BY outlet LIMIT ?"
    rows = db.execute(query, (*values, limit + 1)).fetchall()
    following = (rows[limit - 1]["outlet"],) if len(rows) > limit else None
    return [(row["outlet"], row["n"]) for row in rows[:limit]], following
