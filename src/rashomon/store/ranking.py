"""Stories by independent tellings and recency.

The newer of two stories that as many tell comes first; a story halves with each week that lies
between its last article and the newest one on the desk. Among stories of as many tellings that is
the order of an index, so the foremost of all are found among the foremost of each number of
tellings, and a desk of any size is ranked by looking at a few rows: nothing is kept beside the
stories themselves that could grow old while a build writes.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from operator import itemgetter

from rashomon.store import read

# Days after which a story whose last day is not known is taken to have ended.
UNDATED_DAYS = 60
# Rows up to which the foremost of each number of tellings are gathered; for what is further down
# all stories are put in order (15 ms for 10,000).
GATHERED = 1_000


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story in a list; `articles` is a count. `stand_in` says that its title is the headline of
    none of its articles, but words of a standfirst or a text."""

    id: str
    title: str
    first_published: str | None
    last_published: str | None
    outlets: tuple[str, ...]
    tellings: int
    articles: int
    stand_in: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a story stands: stories come by `weight` from the highest, then by `last` from the
    newest, then by `id`."""

    weight: float
    last: str
    id: str


# Which stories a list is of: a condition on `stories`, and its values (see `narrow.where`).
Among = tuple[str, Sequence[object]]
ALL: Among = ("1", ())
_TOLD_BY = {None: "1", True: "tellings > 1", False: "tellings <= 1"}

_DATED = "last_published GLOB '????-??-??*'"
_VAGUE = "last_published NOT GLOB '????-??-??*'"
_AGE = f"coalesce(max(0, ? - julianday(substr(last_published, 1, 10))), {UNDATED_DAYS})"
_WEIGHT = f"tellings / (1.0 + CASE WHEN {_DATED} THEN {_AGE} ELSE {UNDATED_DAYS} END / 7.0)"
_PLACE = f"id, coalesce(last_published, '') AS last, {_WEIGHT} AS weight"
_IN_ORDER = "ORDER BY weight DESC, last DESC, id"

_FACTS = """(SELECT count(*) FROM story_articles m WHERE m.story_id = s.id) AS articles,
 NOT EXISTS (
    SELECT 1 FROM story_articles m JOIN articles a ON a.id = m.article_id
    WHERE m.story_id = s.id AND trim(a.title, char(9, 10, 13, 32, 160)) = s.title
    AND a.headed
 ) AS stand_in"""


def story_rows(
    db: sqlite3.Connection,
    *,
    limit: int,
    offset: int = 0,
    several: bool | None = None,
    among: Among = ALL,
) -> list[StoryRow]:
    """Stories by independent tellings and recency; `several` keeps those that more than one
    (or, if False, only one) tells."""
    day, everything = newest_day(db), among[0] == ALL[0]
    if everything and 0 <= limit <= GATHERED - offset:
        found = foremost(db, day, limit=offset + limit, several=several)[offset:]
    else:
        # The index alone holds all that ranks them; a condition finds its stories by itself.
        index = "INDEXED BY stories_ranked" if everything else ""
        query = (
            f"SELECT {_PLACE} FROM stories {index} WHERE {_TOLD_BY[several]} AND {among[0]}"
            f" {_IN_ORDER} LIMIT ? OFFSET ?"
        )
        rows = db.execute(query, (_julian(db, day), *among[1], limit, offset))
        found = [_place(row) for row in rows]
    return story_rows_of(db, [place.id for place in found])


def newest_day(db: sqlite3.Connection) -> str | None:
    """The last day on which an article of a story was published, which ages are counted from."""
    query = (
        f"SELECT last_published FROM stories INDEXED BY stories_ranked WHERE tellings = ?"
        f" AND {_DATED} ORDER BY last_published DESC LIMIT 1"
    )
    newest = (db.execute(query, (number,)).fetchone() for number in _tellings(db))
    return max((str(row[0])[:10] for row in newest if row is not None), default=None)


def foremost(
    db: sqlite3.Connection,
    day: str | None,
    *,
    limit: int,
    several: bool | None = None,
    after: Place | None = None,
) -> list[Place]:
    """The first `limit` stories after a place, their ages counted from `day`."""
    julian = _julian(db, day)
    then, values = "", list[object]()
    if after is not None:
        then = " AND (weight < ? OR (weight = ? AND (last < ? OR (last = ? AND id > ?))))"
        values = [after.weight, after.weight, after.last, after.last, after.id]
    found: list[Place] = []
    for number in _tellings(db):
        if several is not None and several != (number > 1):
            continue
        if len(found) >= limit and number < found[limit - 1].weight:
            break  # even the newest of so few tellings comes later
        for condition, index, bounds in (
            (_DATED + _not_before(day, number, after), "stories_ranked", _edge(day, number, after)),
            (_VAGUE, "stories_vague", ()),
            ("last_published IS NULL", "stories_ranked", ()),
        ):
            # Within each of them the order of the index is that of the places.
            query = (
                f"SELECT * FROM (SELECT {_PLACE}, last_published FROM stories INDEXED BY {index}"
                f" WHERE tellings = ? AND {condition}) WHERE 1{then}"
                " ORDER BY last_published DESC, id LIMIT ?"
            )
            rows = db.execute(query, (julian, number, *bounds, *values, limit))
            found += [_place(row) for row in rows]
        found = _in_order(found)[:limit]
    return found


def _not_before(day: str | None, number: int, after: Place | None) -> str:
    return " AND last_published < ?" if _edge(day, number, after) else ""


def _edge(day: str | None, number: int, after: Place | None) -> tuple[str, ...]:
    """A time that all stories of `number` tellings lie before that come after a place: what stands
    before it in the index need not be looked at. None where that is not known."""
    if after is None or day is None or after.weight <= 0:
        return ()
    try:
        days = int(7 * (number / after.weight - 1)) - 2  # rounding, and the time of day
        return ((date.fromisoformat(day) - timedelta(days)).isoformat(),) if days > 0 else ()
    except (ValueError, OverflowError):
        return ()


def _tellings(db: sqlite3.Connection) -> list[int]:
    """The numbers of tellings that stories have, the highest first: a step of the index each."""
    query = (
        "WITH RECURSIVE t(n) AS (SELECT max(tellings) FROM stories UNION ALL"
        " SELECT (SELECT max(tellings) FROM stories WHERE tellings < t.n) FROM t"
        " WHERE t.n IS NOT NULL) SELECT n FROM t WHERE n IS NOT NULL"
    )
    return [row[0] for row in db.execute(query)]


def _julian(db: sqlite3.Connection, day: str | None) -> float | None:
    found: float | None = db.execute("SELECT julianday(?)", (day,)).fetchone()[0]
    return found


def _place(row: sqlite3.Row) -> Place:
    return Place(row["weight"], row["last"], row["id"])


def _in_order(places: list[Place]) -> list[Place]:
    keyed = [(place.weight, place.last, place.id, place) for place in places]
    keyed.sort(key=itemgetter(2))
    keyed.sort(key=itemgetter(0, 1), reverse=True)  # stable: ids stay in order
    return [one[3] for one in keyed]


def story_rows_of(db: sqlite3.Connection, ids: Sequence[str]) -> list[StoryRow]:
    """The stories `ids`, in that order; what is not there is left out."""
    query = f"SELECT s.*, {_FACTS} FROM stories s WHERE s.id IN ({{ids}})"
    found = {row["id"]: _story_row(row) for row in read.select_in(db, query, ids)}
    return [found[i] for i in ids if i in found]


def _story_row(row: sqlite3.Row) -> StoryRow:
    return StoryRow(
        row["id"], row["title"], row["first_published"], row["last_published"],
        tuple(json.loads(row["outlets"])), row["tellings"], row["articles"],
        bool(row["stand_in"]),
    )  # fmt: skip


def story_count(db: sqlite3.Connection, *, several: bool | None = None, among: Among = ALL) -> int:
    query = f"SELECT count(*) FROM stories WHERE {_TOLD_BY[several]} AND {among[0]}"
    return int(db.execute(query, among[1]).fetchone()[0])
