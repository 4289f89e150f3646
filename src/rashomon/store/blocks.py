"""Records of a desk packed together: what many records share is stored once.

A block is several records as bytes, one after the other, in one zlib stream, which SQLite's own
shell can open. A record comes alone, in a block of its own whose number is below 0; when those that
wait so make up a block, they are put into one. So a record is packed twice at most, and a build of
one page costs the same on any desk. Functions that write are called within a transaction of the desk.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

_WAITING_LEVEL = 1  # of zlib: what waits is packed again
_LARGE = 49_152  # bytes of a block of which few are held open


@dataclass(frozen=True, slots=True)
class Shelf:
    """A table of blocks (number, records, size, packed), and the table whose rows say where a
    record stands: `block`, and `start` in bytes; `key` is the number of such a row. A block has
    `full` bytes or few more, packed at zlib's `level`."""

    blocks: str
    records: str
    key: str
    full: int
    level: int = 6


# At 64 kB generated articles take 6% less and pages of the web 3%, but words in a row are looked for in
# the texts, and to open a block for each of those would take twice as long.
PAGES = Shelf("page_blocks", "pages", "number", 32_768)


def packed(parts: Sequence[bytes], level: int = 6) -> bytes:
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


# What was opened of a block: records that came together are often read together. Some twenty megabytes
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
        made = packed([record], shelf.level)
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
        f"INSERT INTO {shelf.blocks} VALUES (?, ?, ?, ?)",
        (block, len(parts), size, packed(parts, shelf.level)),
    )
    start, places = 0, []
    for row, part in zip(waiting, parts, strict=True):
        places.append((block, start, -row["number"]))
        start += len(part)
    db.executemany(f"UPDATE {shelf.records} SET block = ?, start = ? WHERE {shelf.key} = ?", places)
    db.execute(f"DELETE FROM {shelf.blocks} WHERE number < 0")


def again(
    db: sqlite3.Connection, shelf: Shelf, size: str, made: Callable[[bytes], bytes] = bytes
) -> None:
    """All records put into blocks anew; `size` is SQL for the bytes of a record, and `made` gives
    what is to be stored in its place."""
    query = f"SELECT coalesce(max(number), 0) FROM {shelf.blocks}"
    last = max(0, db.execute(query).fetchone()[0])
    # What waits would be put together with what is new.
    waiting = dict(db.execute(f"SELECT number, packed FROM {shelf.blocks} WHERE number < 0"))
    db.execute(f"DELETE FROM {shelf.blocks} WHERE number < 0")
    query = (
        f"SELECT {shelf.key}, block, start, {size} FROM {shelf.records} WHERE block IS NOT NULL"
        f" ORDER BY {shelf.key}"
    )
    for number, block, start, held in db.execute(query).fetchall():
        found = f"SELECT packed FROM {shelf.blocks} WHERE number = ?"
        stored = waiting[block] if block < 0 else db.execute(found, (block,)).fetchone()[0]
        open_whole(stored)
        record = made(unpacked(stored, start, held))
        if len(record) != held:
            change = f"UPDATE {shelf.records} SET size = ? WHERE {shelf.key} = ?"
            db.execute(change, (len(record), number))
        put(db, shelf, number, record)
    db.execute(f"DELETE FROM {shelf.blocks} WHERE number BETWEEN 1 AND ?", (last,))
    settle(db, shelf)


def _next(db: sqlite3.Connection, shelf: Shelf) -> int:
    last = db.execute(f"SELECT max(number) FROM {shelf.blocks}").fetchone()[0]
    return max(int(last or 0), 0) + 1
