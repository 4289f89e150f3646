"""What the list of names asks of the desk."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from rashomon.model import Name
from rashomon.store import rows


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name in a list, with the number of articles and of stories that mention it."""

    name: Name
    articles: int
    stories: int


def count(db: sqlite3.Connection, type_: str | None, start: str) -> int:
    """How many names there are of a type (None: of any) whose canonical form begins with `start`."""
    where, values = _where(type_, start)
    return int(db.execute(f"SELECT count(*) FROM names WHERE {where}", values).fetchone()[0])


def listed(
    db: sqlite3.Connection, type_: str | None, start: str, *, limit: int, offset: int = 0
) -> list[NameRow]:
    """These names, in the order of their canonical forms."""
    where, values = _where(type_, start)
    query = (
        "SELECT n.*, count(DISTINCT l.article) AS articles,"
        " count(DISTINCT m.story_id) AS stories FROM"
        f" (SELECT * FROM names WHERE {where} ORDER BY canonical, id LIMIT ? OFFSET ?) n"
        " LEFT JOIN name_places l ON l.name = n.number"
        " LEFT JOIN articles a ON a.number = l.article"
        " LEFT JOIN story_articles m ON m.article_id = a.id"
        " GROUP BY n.id ORDER BY n.canonical, n.id"
    )
    found = db.execute(query, (*values, limit, offset))
    return [NameRow(rows.name_of(row), row["articles"], row["stories"]) for row in found]


def _where(type_: str | None, start: str) -> tuple[str, list[str]]:
    # A range and not LIKE: the index on canonical forms serves it.
    where, values = ["canonical >= ?", "canonical < ?"], [start, start + "\U0010ffff"]
    if type_ is not None:
        where, values = ["type = ?", *where], [type_, *values]
    return " AND ".join(where), values
