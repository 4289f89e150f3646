"""A desk that has grown is put in order: the word indexes in one piece, what waits in blocks, and the
file without gaps.

All of it looks at the whole desk, and so is done only when it has grown by half since: seldom enough that
an article's share of it does not grow with the desk.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress

from rashomon.store import Desk, blocks, findings, word_index

GROWN = 1.5
_INDEXES = (word_index.ARTICLES.table, word_index.STATEMENTS.table)


def is_due(desk: Desk) -> bool:
    """Whether the desk has grown by half since it was last put in order."""
    query = "SELECT input FROM done WHERE stage = 'tidy' AND record = 'articles'"
    row = desk.db.execute(query).fetchone()
    held = _articles(desk.db)
    return held > 0 if row is None else held >= GROWN * int(row[0])


def tidy(desk: Desk) -> None:
    """Put the desk in order. Where that is cut short, nothing is lost, and the next build does it."""
    with desk.transaction() as db:
        for index in _INDEXES:
            db.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
        for shelf in (blocks.PAGES, findings.SHELF):
            blocks.settle(db, shelf)
    # A full disk or another program's hold on the desk leave the gaps, and no more.
    with suppress(sqlite3.Error):
        desk.db.execute("VACUUM")
        desk.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with desk.transaction() as db:
        held = str(_articles(db))
        db.execute("INSERT OR REPLACE INTO done VALUES ('tidy', 'articles', ?)", (held,))


def _articles(db: sqlite3.Connection) -> int:
    return int(db.execute("SELECT count(*) FROM articles").fetchone()[0])
