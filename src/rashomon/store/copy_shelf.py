"""The index of fingerprints on the desk: what `copies.CopyIndex` stands on.

One more article reads and writes as much on a large desk as on a small one, but for the logarithm
of the desk's size: postings stand in levels of growing size (O'Neil and others, The log-structured
merge-tree, 1996), each cut into shards of some 2 kB. Fingerprints are cut to 31 bits here; two
texts that share three of them by chance are told apart when they are judged.
"""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from rashomon import copies
from rashomon.copies import Sketch
from rashomon.copies import settings as limits
from rashomon.copies.fingerprints import QUOTED, unpack
from rashomon.copies.pairs import Judgement
from rashomon.copies.postings import Places, member
from rashomon.copies.shelf import Facts, facts_of, keys, twin_key
from rashomon.copies.words import Numbers
from rashomon.store import read, rows
from rashomon.store.copy_postings import DeskPostings

_SKETCHES_KEPT = 8_192  # in memory; the articles of a few batches
_FEW = 2_000  # rows that are looked up one by one
_HIGH = np.uint64(0xFFFFFFFE00000000)


class DeskShelf:
    """The tables copy_* of a desk; called within a transaction of it."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._sketches: OrderedDict[int, Sketch] = OrderedDict()
        self._postings = DeskPostings(db)
        self._facts = np.zeros((5, 1024), dtype=np.int64)
        self._known = np.zeros(1024, dtype=np.bool_)
        self._short: set[int] | None = None
        self._common: Numbers | None = None  # all of them, once a batch has asked
        self._edges: OrderedDict[int, dict[int, Judgement]] = OrderedDict()

    def clear(self) -> None:
        """Forget all articles."""
        for table in ("rows", "keys", "common", "edges", "postings", "levels"):
            self._db.execute(f"DELETE FROM copy_{table}")
        self.__init__(self._db)  # type: ignore[misc]

    def __len__(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM copy_rows").fetchone()[0])

    def row_of(self, article_id: str) -> int | None:
        query = (
            'SELECT "row" FROM copy_rows WHERE number = (SELECT number FROM articles WHERE id = ?)'
        )
        found = self._db.execute(query, (article_id,)).fetchone()
        return None if found is None else int(found[0])

    def add(self, sketch: Sketch) -> tuple[int, bool]:
        sketch = replace(sketch, prints=cut(sketch.prints))
        query = "SELECT number FROM articles WHERE id = ?"
        number = int(self._db.execute(query, (sketch.article_id,)).fetchone()[0])
        twin = twin_key(sketch)
        query = 'SELECT "row" FROM copy_rows WHERE twin = ? ORDER BY "row" LIMIT 1'
        found = self._db.execute(query, (twin,)).fetchone()
        row = number if found is None else int(found[0])
        facts = facts_of(sketch)
        self._db.execute(
            "INSERT INTO copy_rows VALUES (?, ?, ?, ?, ?, ?, ?, 0)", (number, row, twin, *facts)
        )
        if row == number:
            self._keep(row, sketch)
            self._learn(np.array([row]), np.array([[*facts, 0]]).T)
            self._db.executemany(
                "INSERT OR IGNORE INTO copy_keys VALUES (?, ?)",
                [(key, row) for key in keys(sketch)],
            )
        return row, row == number

    def names(self, row: int) -> Sequence[str]:
        query = (
            "SELECT a.id FROM articles a WHERE a.number = ? UNION SELECT a.id FROM copy_rows c"
            ' JOIN articles a ON a.number = c.number WHERE c."row" = ? AND c."row" <> c.number'
            " ORDER BY 1"
        )
        return [found[0] for found in self._db.execute(query, (row, row))]

    def sketch(self, row: int) -> Sketch:
        if row in self._sketches:
            return self._sketches[row]
        found = self._db.execute(f"{rows.ARTICLES} WHERE number = ?", (row,)).fetchone()
        # Made again from the text: kept, fingerprints are an eighth of it.
        sketch = copies.sketch(rows.article_of(found, as_read=True))
        sketch = replace(sketch, prints=cut(sketch.prints))
        self._keep(row, sketch)
        return sketch

    def _keep(self, row: int, sketch: Sketch) -> None:
        self._sketches[row] = sketch
        if len(self._sketches) > _SKETCHES_KEPT:
            self._sketches.popitem(last=False)

    def facts(self, rows: Places) -> Facts:
        top = int(rows.max()) + 1 if len(rows) else 0
        unknown = rows[~self._known[rows]] if top <= len(self._known) else rows
        if len(unknown):
            columns = "number, outlet, address, low, high, rare"
            wanted = np.unique(unknown)
            if len(wanted) > _FEW:
                found = self._db.execute(f"SELECT {columns} FROM copy_rows").fetchall()
            else:
                query = f"SELECT {columns} FROM copy_rows WHERE number IN ({{ids}})"
                found = list(read.select_in(self._db, query, wanted.tolist()))
            values = np.array([tuple(one) for one in found], dtype=np.int64).T
            self._learn(values[0], values[1:])
        return Facts(*self._facts[:, rows])

    def _learn(self, rows: Places, values: NDArray[np.int64]) -> None:
        top = int(rows.max()) + 1
        if top > len(self._known):
            more = 1 << (top - 1).bit_length()
            self._known = np.concatenate((self._known, np.zeros(more, dtype=np.bool_)))
            self._facts = np.concatenate((self._facts, np.zeros((5, more), np.int64)), axis=1)
        # What is known is as new as what is read, or newer.
        fresh = ~self._known[rows]
        self._facts[:, rows[fresh]] = values[:, fresh]
        self._known[rows] = True

    def set_rare(self, rows: Sequence[int], counts: Sequence[int]) -> None:
        self.facts(np.array(rows, dtype=np.int64))
        self._facts[4, rows] = counts
        self._db.executemany(
            "UPDATE copy_rows SET rare = ? WHERE number = ?", zip(counts, rows, strict=True)
        )
        if self._short is not None:
            for row, count in zip(rows, counts, strict=True):
                (self._short.add if count < limits.LEAST_SHARED else self._short.discard)(row)

    def short(self) -> Places:
        if self._short is None:
            query = f"SELECT number FROM copy_rows WHERE rare < {limits.LEAST_SHARED}"
            self._short = {int(found[0]) for found in self._db.execute(query)}
        return np.array(sorted(self._short), dtype=np.int64)

    def keyed(self, key: int) -> Sequence[int]:
        query = 'SELECT "row" FROM copy_keys WHERE key = ? ORDER BY "row"'
        return [int(found[0]) for found in self._db.execute(query, (key,))]

    def common(self, hashes: Numbers) -> NDArray[np.bool_]:
        if self._common is None and len(hashes) > _FEW:
            found = self._db.execute("SELECT hash FROM copy_common ORDER BY hash").fetchall()
            self._common = np.array([row[0] for row in found], np.uint64) << np.uint64(32)
        if self._common is not None:
            return member(hashes, self._common)
        query = "SELECT hash FROM copy_common WHERE hash IN ({ids})"
        wanted = np.unique(hashes >> np.uint64(32)).tolist()
        few = sorted(int(row[0]) for row in read.select_in(self._db, query, wanted))
        return member(hashes, np.array(few, dtype=np.uint64) << np.uint64(32))

    def mark_common(self, hashes: Numbers) -> None:
        values = [(int(one),) for one in (hashes >> np.uint64(32)).tolist()]
        self._db.executemany("INSERT OR IGNORE INTO copy_common VALUES (?)", values)
        if self._common is not None:
            self._common = np.union1d(self._common, hashes)

    def push(self, hashes: Numbers, rows: Places) -> None:
        self._postings.push((hashes >> np.uint64(32)).astype(np.uint32), rows.astype(np.uint32))

    def postings(self, hashes: Numbers) -> tuple[Places, Places]:
        return self._postings.of((hashes >> np.uint64(32)).astype(np.uint32))

    def edges(self, row: int) -> dict[int, Judgement]:
        if row not in self._edges:
            query = 'SELECT other, verdict, large, shared, part FROM copy_edges WHERE "row" = ?'
            self._edges[row] = {
                int(other): Judgement(verdict, large, shared, bool(part))
                for other, verdict, large, shared, part in self._db.execute(query, (row,))
            }
            if len(self._edges) > _SKETCHES_KEPT:
                self._edges.popitem(last=False)
        return self._edges[row]

    def link(self, row: int, other: int, judged: Judgement) -> None:
        self.edges(row)[other] = judged
        self._db.execute(
            "INSERT OR REPLACE INTO copy_edges VALUES (?, ?, ?, ?, ?, ?)",
            (row, other, judged.verdict, judged.large, judged.shared, judged.part),
        )

    def unlink(self, row: int, other: int) -> None:
        self.edges(row).pop(other, None)
        self.edges(other).pop(row, None)
        self._db.execute(
            'DELETE FROM copy_edges WHERE ("row" = ? AND other = ?) OR ("row" = ? AND other = ?)',
            (row, other, other, row),
        )

    def linked(self) -> Sequence[int]:
        query = (
            'SELECT "row" FROM copy_edges UNION SELECT "row" FROM copy_rows WHERE "row" <> number'
            " ORDER BY 1"
        )
        return [int(found[0]) for found in self._db.execute(query)]


def cut(prints: bytes) -> bytes:
    """Fingerprints of 31 bits, in the form of those of 63."""
    numbers = unpack(prints)
    return ((numbers & _HIGH) | (numbers & QUOTED)).astype("<u8").tobytes()
