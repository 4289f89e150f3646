"""Work to be done, a record at a time, so that what is done already is not looked at again.

Stages: "copies" (articles to be folded; "index" with the record "again" has all of them folded
anew), "dates" and "stories" (articles to be dated and grouped), "emptied" (stories that may hold nothing any more), "findings" (articles), "names"
(articles whose names are to be folded) and "story" (stories to be told).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable


def add(db: sqlite3.Connection, stage: str, records: Iterable[str]) -> None:
    """Put `records` of a stage in; called within a transaction of the desk."""
    db.executemany("INSERT OR IGNORE INTO todo VALUES (?, ?)", [(stage, one) for one in records])


def add_all(db: sqlite3.Connection, stage: str, table: str) -> None:
    """Put all of a table's ids in."""
    db.execute(f"INSERT OR IGNORE INTO todo SELECT ?, id FROM {table}", (stage,))


def remove(db: sqlite3.Connection, stage: str, records: Iterable[str]) -> None:
    """`records` of a stage are done."""
    db.executemany(
        "DELETE FROM todo WHERE stage = ? AND record = ?", [(stage, one) for one in records]
    )


def of(db: sqlite3.Connection, stage: str, most: int = -1) -> list[str]:
    """What is to be done of a stage, in order; `most` gives the first ones alone."""
    query = "SELECT record FROM todo WHERE stage = ? ORDER BY record LIMIT ?"
    return [row[0] for row in db.execute(query, (stage, most))]


def count(db: sqlite3.Connection, stage: str) -> int:
    """How much is to be done of a stage."""
    return int(db.execute("SELECT count(*) FROM todo WHERE stage = ?", (stage,)).fetchone()[0])


def raised(db: sqlite3.Connection, stage: str, version: str) -> bool:
    """Whether a stage was last done in another version, or never; it is noted that it is in this."""
    query = "SELECT input FROM done WHERE stage = 'version' AND record = ?"
    row = db.execute(query, (stage,)).fetchone()
    if row is not None and row[0] == version:
        return False
    db.execute("INSERT OR REPLACE INTO done VALUES ('version', ?, ?)", (stage, version))
    return True
