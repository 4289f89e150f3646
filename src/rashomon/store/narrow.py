"""What narrows the list of stories down, and what there is to choose from."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rashomon.store.lookup import marks

Kind = Literal["several", "one", "differ"]


@dataclass(frozen=True, slots=True)
class Narrow:
    """Stories that one of `outlets` (names as articles have them) tells, in `language`, that
    mention one of `places` (ids of names), of a `kind`, with an article of `day` (ISO 8601).
    None leaves a thing open."""

    outlets: tuple[str, ...] | None = None
    language: str | None = None
    places: tuple[str, ...] | None = None
    kind: Kind | None = None
    day: str | None = None


OPEN = Narrow()


def where(narrow: Narrow) -> tuple[str, list[object]]:
    """The condition on `stories`, and its values; "1" where all is open."""
    parts: list[str] = []
    values: list[object] = []
    if narrow.outlets is not None:
        parts.append(_IN_ARTICLES.format(f"a.outlet IN ({marks(len(narrow.outlets))})"))
        values += narrow.outlets
    if narrow.day is not None:
        parts.append(_IN_ARTICLES.format("a.published >= ? AND a.published < ?"))
        values += [narrow.day, narrow.day + "U"]  # after any time of that day: "...T23:59Z"
    if narrow.language is not None:
        # Most articles of a desk are in one language: asked of each story, not of all articles.
        parts.append(
            "EXISTS (SELECT 1 FROM story_articles m JOIN articles a ON a.id = m.article_id"
            " WHERE m.story_id = stories.id AND a.language = ?)"
        )
        values.append(narrow.language)
    if narrow.places is not None:
        parts.append(
            "id IN (SELECT m.story_id FROM name_links l"
            " JOIN story_articles m ON m.article_id = l.article_id"
            f" WHERE l.name_id IN ({marks(len(narrow.places))}))"
        )
        values += narrow.places
    if narrow.kind == "differ":
        parts.append("id IN (SELECT story_id FROM told WHERE contrasts > 0)")
    return " AND ".join(parts) or "1", values


_IN_ARTICLES = (
    "id IN (SELECT m.story_id FROM articles a JOIN story_articles m ON m.article_id = a.id"
    " WHERE {})"
)


def languages(db: sqlite3.Connection) -> list[str]:
    """The languages of the desk's articles."""
    return _values(db, "language")


def outlets_written(db: sqlite3.Connection) -> list[str]:
    """The names of outlets as articles have them."""
    return _values(db, "outlet")


def _values(db: sqlite3.Connection, column: str) -> list[str]:
    # From one value to the next along the index, not through all rows.
    query = (
        f"WITH RECURSIVE t(x) AS (SELECT min({column}) FROM articles UNION ALL"
        f" SELECT (SELECT min({column}) FROM articles WHERE {column} > t.x) FROM t"
        " WHERE t.x IS NOT NULL) SELECT x FROM t WHERE x IS NOT NULL"
    )
    return [str(row["x"]) for row in db.execute(query)]


def places_called(db: sqlite3.Connection, form: str) -> list[str]:
    """The ids of the places whose canonical form is `form`, whatever its case."""
    query = (
        "SELECT id FROM names WHERE type = 'place' AND canonical IN (?, ?, ?)"
        " OR type = 'place' AND canonical = ? COLLATE NOCASE ORDER BY id"
    )
    found = db.execute(query, (form, form.title(), form.capitalize(), form))
    return [str(row["id"]) for row in found]


def days(db: sqlite3.Connection, *, before: str | None = None, limit: int = 14) -> list[str]:
    """Days on which articles were published, the last first, from the one before `before`."""
    found: list[str] = []
    edge = before or "\U0010ffff"
    while len(found) < limit:
        # One step down the index at a time: a desk of years has few days on its front page.
        row = db.execute(
            "SELECT published FROM articles WHERE published GLOB '????-??-??*'"
            " AND published < ? ORDER BY published DESC LIMIT 1",
            (edge,),
        ).fetchone()
        if row is None:
            break
        edge = str(row["published"])[:10]
        found.append(edge)
    return found


def day_after(db: sqlite3.Connection, day: str) -> str | None:
    """The next day on which an article was published."""
    query = (
        "SELECT published FROM articles WHERE published > ? AND published GLOB '????-??-??*'"
        " ORDER BY published LIMIT 1"
    )
    row = db.execute(query, (day + "U",)).fetchone()
    return None if row is None else str(row["published"])[:10]


def counted_on(db: sqlite3.Connection, listed: Sequence[str]) -> dict[str, int]:
    """How many articles were published on each of the days `listed`."""
    query = "SELECT count(*) AS n FROM articles WHERE published >= ? AND published < ?"
    return {day: db.execute(query, (day, day + "U")).fetchone()["n"] for day in listed}
