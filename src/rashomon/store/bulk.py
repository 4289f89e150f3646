"""Writing what was found in articles, table by table: within a transaction of the desk."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from rashomon.model import Mention, Moment, Statement
from rashomon.store import rows


def mentions(db: sqlite3.Connection, found: Iterable[Mention]) -> None:
    db.executemany(
        "INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?, ?, ?, ?)",
        [rows.mention_row(one) for one in found],
    )


def statements(db: sqlite3.Connection, found: Iterable[tuple[Statement, str]]) -> None:
    """Each with the text of its article."""
    db.executemany(
        "INSERT OR IGNORE INTO statements VALUES (NULL" + ", ?" * 16 + ")",
        [rows.statement_row(one, text) for one, text in found],
    )


def moments(db: sqlite3.Connection, found: Iterable[Moment]) -> None:
    db.executemany(
        "INSERT OR IGNORE INTO moments VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [rows.moment_row(one) for one in found],
    )
