"""Records of a desk packed together: what many records share is stored once.

A block is several records as bytes, one after the other, in one zlib stream, which SQLite's own
shell can open. A record comes alone, in a block of its own whose number is below 0; when those that
wait so make up a block, they are put into one. So a record is packed twice at most, and a build of
one page costs the same on any desk. Functions that write are called within a transaction of the desk.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_WAITING_LEVEL = 1  # of zlib: what waits is packed again
_LARGE = 32_768  # bytes of a block of which few are held open


@dataclass(frozen=True, slots=True)
class Shelf:
    """A table of blocks (number, records, size, packed), and the table whose rows say where a
    record stands: `block`, and `start` in bytes; `key` is the number of such a row. A block has
    `full` bytes or few more."""

    blocks: str
    records: str
    key: str
    full: int


# A twentieth smaller at twice the size, but then opening them slows searches by a half.
PAGES = Shelf("page_blocks", "pages", "number", 16_384)


def packed(parts: Sequence[bytes], level: int = 9) -> bytes:
    """A block of records."""
    return zlib.compress(b"".join(parts), level)


def unpacked(block: bytes, start: int, size: int) -> bytes:
    """A record of a block."""
    end = start + size
    opened = _opened(block) if len(block) < _LARGE else _opened_large(block)
    # Readers of several threads share what is opened: each goes by what it holds itself.
    held = opened[0] if opened else b""
    if not opened:
        # Of a block that is asked for once, no more is opened than up to the record.
        held = zlib.decompressobj().decompress(block, max(end, 1))
    elif len(held) < end:
        held = zlib.decompress(block)
    opened[:] = [held]
    return held[start:end]


def open_whole(block: bytes) -> None:
    """Open all of a block of which more than one record is to be read."""
    opened = _opened(block) if len(block) < _LARGE else _opened_large(block)
    if not opened:
        opened[:] = [zlib.decompress(block)]


# What was opened of a block: records that came together are often read together. Some ten megabytes
# are held at most.
@lru_cache(maxsize=256)
def _opened(block: bytes) -> list[bytes]:
    return []


@lru_cache(maxsize=2)
def _opened_large(block: bytes) -> list[bytes]:
    return []


def put(db: sqlite3.Connection, shelf: Shelf, number: int, record: bytes) -> None:
    """Store the record of a row that is there, which had none before."""
    if len(record) >= shelf.full:
        block = _next(db, shelf)
        made = packed([record])
    else:
        block = -number
        made = packed([record], _WAITING_LEVEL)
    db.execute(f"INSERT INTO {shelf.blocks} VALUES (?, 1, ?, ?)", (block, len(record), made))
    db.execute(
        f"UPDATE {shelf.records} SET block = ?, start = 0 WHERE {shelf.key} = ?", (block, number)
    )
    if block < 0:
        query = f"SELECT sum(size) FROM {shelf.blocks} WHERE number < 0"
        if db.execute(query).fetchone()[0] >= shelf.full:
            settle(db, shelf)


def settle(db: sqlite3.Connection, shelf: Shelf) -> None:
    """Put the records that wait into one block, in the order in which they came."""
    query = f"SELECT number, packed FROM {shelf.blocks} WHERE number < 0 ORDER BY number DESC"
    waiting = db.execute(query).fetchall()
    if len(waiting) < 2:
        return
    parts = [zlib.decompress(row["packed"]) for row in waiting]
    block, size = _next(db, shelf), sum(map(len, parts))
    db.execute(
        f"INSERT INTO {shelf.blocks} VALUES (?, ?, ?, ?)", (block, len(parts), size, packed(parts))
    )
    start, places = 0, []
    for row, part in zip(waiting, parts, strict=True):
        places.append((block, start, -row["number"]))
        start += len(part)
    db.executemany(f"UPDATE {shelf.records} SET block = ?, start = ? WHERE {shelf.key} = ?", places)
    db.execute(f"DELETE FROM {shelf.blocks} WHERE number < 0")


def _next(db: sqlite3.Connection, shelf: Shelf) -> int:
    last = db.execute(f"SELECT max(number) FROM {shelf.blocks}").fetchone()[0]
    return max(int(last or 0), 0) + 1
