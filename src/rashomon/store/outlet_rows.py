"""What the pages of outlets ask of the desk. Every query has its order."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon import outlets
from rashomon.model import Relation
from rashomon.store import narrow, read
from rashomon.store.lookup import marks


@dataclass(frozen=True, slots=True)
class OutletRow:
    """An outlet in a list: how many articles it has here, how many of them are no copies, and
    the day of the last."""

    name: str
    articles: int
    own: int
    last: str | None


def forms(db: sqlite3.Connection) -> dict[str, list[str]]:
    """The outlets of the desk by canonical name, each with its names as articles have them."""
    found: dict[str, list[str]] = {}
    for written in narrow.outlets_written(db):
        found.setdefault(outlets.canonical(written), []).append(written)
    return found


def listed(db: sqlite3.Connection) -> list[OutletRow]:
    """All outlets, those of most articles first."""
    query = (
        "SELECT a.outlet, count(*) AS n, sum(c.parent_id IS NULL) AS own,"
        " max(CASE WHEN a.published GLOB '????-??-??*' THEN substr(a.published, 1, 10) END) AS last"
        " FROM articles a LEFT JOIN copies c ON c.article_id = a.id"
        " WHERE a.outlet IS NOT NULL GROUP BY a.outlet"
    )
    made: dict[str, OutletRow] = {}
    for row in db.execute(query):
        name = outlets.canonical(row["outlet"])
        before = made.get(name, OutletRow(name, 0, 0, None))
        last = max((day for day in (before.last, row["last"]) if day), default=None)
        made[name] = OutletRow(name, before.articles + row["n"], before.own + row["own"], last)
    return sorted(made.values(), key=lambda one: (-one.articles, one.name))


def article_ids(
    db: sqlite3.Connection, names: Sequence[str], *, limit: int, offset: int = 0
) -> list[str]:
    """The articles of an outlet that is called `names`, the newest first, the undated last."""
    query = (
        f"SELECT id FROM articles WHERE outlet IN ({marks(len(names))})"
        " ORDER BY published IS NULL, published DESC, id LIMIT ? OFFSET ?"
    )
    return [row["id"] for row in db.execute(query, (*names, limit, offset))]


def relations(db: sqlite3.Connection, names: Sequence[str]) -> list[tuple[Relation | None, int]]:
    """How many of its articles are copies, by what they are of their parent; None counts those
    that are no copies. Most first."""
    query = (
        "SELECT CASE WHEN c.parent_id IS NOT NULL THEN c.relation END AS relation, count(*) AS n"
        " FROM articles a LEFT JOIN copies c ON c.article_id = a.id"
        f" WHERE a.outlet IN ({marks(len(names))}) GROUP BY 1 ORDER BY n DESC, 1"
    )
    return [(row["relation"], row["n"]) for row in db.execute(query, list(names))]


def took_from(db: sqlite3.Connection, names: Sequence[str]) -> list[tuple[str | None, int]]:
    """Whose articles it copied, most first."""
    return _with(db, names, "c.article_id = mine.id", "c.parent_id")


def was_taken_by(db: sqlite3.Connection, names: Sequence[str]) -> list[tuple[str | None, int]]:
    """Who copied its articles, most first."""
    return _with(db, names, "c.parent_id = mine.id", "c.article_id")


def _with(
    db: sqlite3.Connection, names: Sequence[str], mine: str, other: str
) -> list[tuple[str | None, int]]:
    query = (
        f"SELECT other.outlet, count(*) AS n FROM articles mine JOIN copies c ON {mine}"
        f" JOIN articles other ON other.id = {other}"
        f" WHERE mine.outlet IN ({marks(len(names))}) AND c.parent_id IS NOT NULL"
        " GROUP BY other.outlet"
    )
    counts: dict[str | None, int] = {}
    for row in db.execute(query, list(names)):
        name = None if row["outlet"] is None else outlets.canonical(row["outlet"])
        counts[name] = counts.get(name, 0) + row["n"]
    return sorted(counts.items(), key=lambda item: (-item[1], item[0] or ""))


def speakers(
    db: sqlite3.Connection, ids: Sequence[str], *, limit: int
) -> list[tuple[str, str | None, int]]:
    """Whom the articles `ids` quote: (name, its id where it has one, statements), most first."""
    linked = {(x.article_id, x.referent): x.name_id for x in read.links(db, ids)}
    query = "SELECT id, canonical FROM names WHERE id IN ({ids})"
    shown = {
        row["id"]: str(row["canonical"])
        for row in read.select_in(db, query, sorted(set(linked.values())))
    }
    counts: Counter[tuple[str, str | None]] = Counter()
    for said in read.statements(db, ids):
        if said.speaker is not None:
            name_id = linked.get((said.article_id, said.speaker))
            counts[shown.get(name_id or "", said.speaker), name_id] += 1
    most = sorted(counts.items(), key=lambda one: (-one[1], one[0][0], one[0][1] or ""))
    return [(who, name_id, n) for (who, name_id), n in most[:limit]]


def days(db: sqlite3.Connection, names: Sequence[str]) -> tuple[str | None, str | None]:
    """The first and last day on which it published something here."""
    query = (
        "SELECT min(substr(published, 1, 10)) AS first, max(substr(published, 1, 10)) AS last"
        f" FROM articles WHERE outlet IN ({marks(len(names))}) AND published GLOB '????-??-??*'"
    )
    row = db.execute(query, list(names)).fetchone()
    return (row["first"], row["last"])
