"""Which articles have a fingerprint: sorted levels on the desk, each eight times the one before.

A level holds its postings in order of a mixed key, cut into shards by the key's first bits, so
that one article reads few of them, and a batch whole levels.

A batch merges all levels that it fills into the next larger one. A few articles would wait for that,
too, whenever they happen to fill one: they go into the smallest level, and what is too much in a
level goes on to the next a shard at a time, each into the eight that hold its part of the keys
there. So a posting stands in one level at any time, and an article costs the same whenever it comes.
"""

from __future__ import annotations

import sqlite3

import numpy as np

from rashomon.copies.postings import Places
from rashomon.store import read
from rashomon.store.copy_packing import (
    Keys,
    counts_of,
    packed_keys,
    packed_rows,
    unpacked_keys,
    unpacked_rows,
)

_FIRST = 4_096  # postings of level 0 at most; some 30 articles; no more at once are "a few"
_GROWTH_BITS = 3
_SHARD = 256  # postings in a shard, on average at most
_LEVEL = 1 << 32
# Winnowing takes small hashes: an odd multiplier spreads them over the shards (Knuth, 6.4).
_MIX = np.uint32(2654435769)


class DeskPostings:
    """The tables copy_postings and copy_levels; called within a transaction of the desk."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._whole: dict[int, tuple[Keys, Keys]] = {}
        found = dict(db.execute("SELECT level, size FROM copy_levels ORDER BY level").fetchall())
        self._sizes: dict[int, int] = {level: size for level, size in found.items() if level >= 0}
        # Under -1 - level: the shard of a level that goes on next.
        self._next: dict[int, int] = {-1 - at: n for at, n in found.items() if at < 0}

    def push(self, hashes: Keys, rows: Keys) -> None:
        """Add postings."""
        if len(hashes) == 0:
            return
        keys = hashes * _MIX
        if len(keys) <= _FIRST and self._sizes:
            self._push_few(keys, rows)
            return
        parts = [(keys, rows)]
        level, total = 0, len(keys) + self._sizes.get(0, 0)
        while total > _capacity(level):
            level += 1
            total += self._sizes.get(level, 0)
        # Earlier ones first: of equal keys the order does not matter.
        parts += [self._all(one) for one in range(level + 1) if self._sizes.get(one)]
        keys, rows = (np.concatenate(part) for part in zip(*parts, strict=True))
        order = np.argsort(keys, kind="stable")
        keys, rows = keys[order], rows[order]
        for one in range(level + 1):
            self._whole.pop(one, None)
            if self._sizes.pop(one, 0):
                self._db.execute(
                    "DELETE FROM copy_postings WHERE shard >= ? AND shard < ?",
                    (one * _LEVEL, (one + 1) * _LEVEL),
                )
                self._db.execute("DELETE FROM copy_levels WHERE level = ?", (one,))
        self._sizes[level] = len(keys)
        self._db.execute("INSERT INTO copy_levels VALUES (?, ?)", (level, len(keys)))
        _write_shards(self._db, level, keys, rows)
        if len(parts) > 1 and total > _SHARD * 64:
            self._whole[level] = (keys, rows)

    def _push_few(self, keys: Keys, rows: Keys) -> None:
        self._into(0, keys, rows)
        level = 0
        while level in self._sizes:
            while self._sizes[level] > _capacity(level):
                self._sink(level)
            level += 1

    def _into(self, level: int, keys: Keys, rows: Keys) -> None:
        """Add postings to a level, by the shards that they fall into."""
        bits = _bits(level)
        touched = np.unique(keys.astype(np.uint64) >> np.uint64(32 - bits)).astype(np.int64)
        query = "SELECT hashes, rows FROM copy_postings WHERE shard IN ({ids}) ORDER BY shard"
        wanted = (touched + level * _LEVEL).tolist()
        there = list(read.select_in(self._db, query, wanted))
        if there:
            known = _joined(there)
            keys, rows = (np.concatenate(part) for part in zip(known, (keys, rows), strict=True))
            self._sizes[level] -= len(known[0])
        order = np.argsort(keys, kind="stable")
        keys, rows = keys[order], rows[order]
        edges = np.searchsorted(
            keys.astype(np.uint64),
            np.stack((touched, touched + 1)).astype(np.uint64) << (32 - bits),
        )
        self._db.executemany(
            "INSERT OR REPLACE INTO copy_postings VALUES (?, ?, ?)",
            (
                (level * _LEVEL + n, packed_keys(keys[a:b]), packed_rows(rows[a:b]))
                for n, a, b in zip(touched.tolist(), *edges.tolist(), strict=True)
            ),
        )
        self._resized(level, self._sizes.get(level, 0) + len(keys))

    def _sink(self, level: int) -> None:
        """Move a shard of a level on to the next, each in its turn."""
        base = level * _LEVEL
        query = "SELECT * FROM copy_postings WHERE shard >= ? AND shard < ? ORDER BY shard LIMIT 1"
        turn = base + self._next.get(level, 0)
        row = self._db.execute(query, (turn, base + _LEVEL)).fetchone()
        row = row or self._db.execute(query, (base, base + _LEVEL)).fetchone()
        keys, rows = _joined([row[1:]])
        self._db.execute("DELETE FROM copy_postings WHERE shard = ?", (row[0],))
        self._resized(level, self._sizes[level] - len(keys))
        self._next[level] = row[0] - base + 1
        self._db.execute(
            "INSERT OR REPLACE INTO copy_levels VALUES (?, ?)", (-1 - level, self._next[level])
        )
        self._into(level + 1, keys, rows)

    def _resized(self, level: int, size: int) -> None:
        self._whole.pop(level, None)
        self._sizes[level] = size
        self._db.execute("INSERT OR REPLACE INTO copy_levels VALUES (?, ?)", (level, size))

    def of(self, hashes: Keys) -> tuple[Places, Places]:
        """For hashes: places in them, and a row that has the hash at that place."""
        keys = hashes * _MIX
        order = np.argsort(keys, kind="stable")
        keys = keys[order]
        places, owners = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
        for level in sorted(self._sizes):
            known, rows = self._near(level, keys)
            low = np.searchsorted(known, keys, side="left")
            counts = np.searchsorted(known, keys, side="right") - low
            hit = np.flatnonzero(counts)
            places.append(np.repeat(order[hit], counts[hit]))
            ends = np.cumsum(counts[hit])
            total = int(ends[-1]) if len(ends) else 0
            at = np.arange(total) + np.repeat(low[hit] - (ends - counts[hit]), counts[hit])
            owners.append(rows[at].astype(np.int64))
        return np.concatenate(places), np.concatenate(owners)

    def _near(self, level: int, keys: Keys) -> tuple[Keys, Keys]:
        """The postings of the shards in which `keys` would stand, in order."""
        if level in self._whole:
            return self._whole[level]
        bits = _bits(level)
        shards = np.unique(keys >> np.uint32(32 - bits)) if bits else np.zeros(1, np.uint32)
        if 2 * len(shards) >= 1 << bits:
            return self._all(level)
        query = "SELECT hashes, rows FROM copy_postings WHERE shard IN ({ids})"
        wanted = (shards.astype(np.int64) + level * _LEVEL).tolist()
        return _joined(list(read.select_in(self._db, query, wanted, " ORDER BY shard")))

    def _all(self, level: int) -> tuple[Keys, Keys]:
        if level in self._whole:
            return self._whole[level]
        query = (
            "SELECT hashes, rows FROM copy_postings WHERE shard >= ? AND shard < ? ORDER BY shard"
        )
        found = _joined(self._db.execute(query, (level * _LEVEL, (level + 1) * _LEVEL)).fetchall())
        self._whole[level] = found
        return found


def cut_again(db: sqlite3.Connection) -> None:
    """Shards of another size, from those of every level that there is."""
    levels = [row[0] for row in db.execute("SELECT level FROM copy_levels WHERE level >= 0")]
    for level in levels:
        part = "shard >= ? AND shard < ?"
        ends = (level * _LEVEL, (level + 1) * _LEVEL)
        query = f"SELECT hashes, rows FROM copy_postings WHERE {part} ORDER BY shard"
        found = db.execute(query, ends).fetchall()
        if not found:
            continue
        keys, rows = _joined(found)
        db.execute(f"DELETE FROM copy_postings WHERE {part}", ends)
        _write_shards(db, level, keys, rows)
    # The turn of shards to go on begins anew.
    db.execute("DELETE FROM copy_levels WHERE level < 0")


def _write_shards(db: sqlite3.Connection, level: int, keys: Keys, rows: Keys) -> None:
    """All postings of a level, in order."""
    bits = _bits(level)
    edges = np.searchsorted(keys.astype(np.uint64), np.arange((1 << bits) + 1) << (32 - bits))
    db.executemany(
        "INSERT INTO copy_postings VALUES (?, ?, ?)",
        (
            (level * _LEVEL + n, packed_keys(keys[a:b]), packed_rows(rows[a:b]))
            for n, (a, b) in enumerate(zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True))
            if b > a
        ),
    )  # fmt: skip


def _capacity(level: int) -> int:
    return _FIRST << (_GROWTH_BITS * level)


def _bits(level: int) -> int:
    return (_capacity(level) // _SHARD).bit_length() - 1


def _joined(parts: list[sqlite3.Row]) -> tuple[Keys, Keys]:
    """The postings of shards, one after the other; decoded at once, for there may be hundreds."""
    keys, rows = [part[0] for part in parts], [part[1] for part in parts]
    return unpacked_keys(keys), unpacked_rows(rows, counts_of(keys))
