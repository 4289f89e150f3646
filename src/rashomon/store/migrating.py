"""What the scripts of migrations call to carry rows over that SQL alone cannot read."""

from __future__ import annotations

import json
import sqlite3

from rashomon.store import rows


def register(db: sqlite3.Connection) -> None:
    """Make the functions known to a connection that migrates."""
    db.create_function("rashomon_pack", 1, rows.pack, deterministic=True)
    db.create_function("rashomon_joined", 3, _joined, deterministic=True)
    db.create_function("rashomon_body", 2, _body, deterministic=True)


def _joined(page: bytes, ranges: str | None, text: str) -> int:
    """Whether an article's text is its ranges of the page."""
    return int(ranges is not None and rows.joined(rows.unpack(page), json.loads(ranges)) == text)


def _body(body: bytes, text: bytes) -> bytes:
    return rows.pack_body(rows.unpack(body), text)
