"""Queries over lists of ids of any length."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

# SQLite's limit on host parameters is 32,766; ids go in in parts well below it.
_PART = 5_000


def select_in(
    db: sqlite3.Connection, query: str, ids: Sequence[str | int], order: str = ""
) -> Iterator[sqlite3.Row]:
    """Rows of `query`, whose {ids} stands for a list of marks, part by part."""
    for at in range(0, len(ids), _PART):
        part = ids[at : at + _PART]
        yield from db.execute(query.format(ids=", ".join("?" * len(part))) + order, part)
