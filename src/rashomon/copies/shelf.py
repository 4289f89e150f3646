"""Where an index of fingerprints keeps what it knows: in memory, or in a file (see `store`).

Articles that nothing tells apart take one row, so that many are as cheap as one.
"""

from __future__ import annotations

import hashlib
from bisect import insort
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from rashomon.copies import settings
from rashomon.copies.fingerprints import hashes_of, unpack
from rashomon.copies.pairs import Judgement
from rashomon.copies.postings import Places, Postings, member
from rashomon.copies.sketch import Sketch
from rashomon.copies.words import Numbers

_31_BITS = 0x7FFFFFFF


class Facts(NamedTuple):
    """What different texts are told by, for some rows: codes below 2**31 of the outlet (0 where
    it is unknown) and the address, of the least and the greatest fingerprint; `rare` counts
    fingerprints that were not common when the row was last judged."""

    outlet: Places
    address: Places
    low: Places
    high: Places
    rare: Places


class Shelf(Protocol):
    """What an index asks of its keeping."""

    def __len__(self) -> int:
        """How many articles there are."""

    def row_of(self, article_id: str) -> int | None:
        """The row of an article."""

    def add(self, sketch: Sketch) -> tuple[int, bool]:
        """The row of a new article, and whether that is new too."""

    def names(self, row: int) -> Sequence[str]:
        """The ids of a row's articles, in order."""

    def sketch(self, row: int) -> Sketch:
        """The sketch of a row's article, or of one like it."""

    def facts(self, rows: Places) -> Facts:
        """The facts of `rows`."""

    def set_rare(self, rows: Sequence[int], counts: Sequence[int]) -> None:
        """How many fingerprints of `rows` are not common."""

    def short(self) -> Places:
        """The rows with fewer than `settings.LEAST_SHARED` fingerprints that are not common."""

    def keyed(self, key: int) -> Sequence[int]:
        """The rows that have one of `keys`."""

    def common(self, hashes: Numbers) -> NDArray[np.bool_]:
        """Which of `hashes` are common."""

    def mark_common(self, hashes: Numbers) -> None:
        """`hashes`, ascending, are common from now on."""

    def push(self, hashes: Numbers, rows: Places) -> None:
        """Add postings, sorted by hash."""

    def postings(self, hashes: Numbers) -> tuple[Places, Places]:
        """As `Postings.of`."""

    def edges(self, row: int) -> dict[int, Judgement]:
        """The other rows that a row was joined with."""

    def link(self, row: int, other: int, judged: Judgement) -> None:
        """Join two rows, as seen from `row`."""

    def unlink(self, row: int, other: int) -> None:
        """Take a join back, on both sides."""

    def linked(self) -> Sequence[int]:
        """The rows that may stand in a family of two or more, ascending."""


class MemoryShelf:
    """A shelf that ends with the program."""

    def __init__(self) -> None:
        self._sketches: list[Sketch] = []  # by row, as all lists here
        self._named: list[list[str]] = []
        self._rows: dict[str, int] = {}
        self._twins: dict[int, int] = {}
        self._facts = np.zeros((5, 1024), dtype=np.int64)
        self._keyed: dict[int, list[int]] = defaultdict(list)
        self._common: Numbers = np.zeros(0, dtype=np.uint64)
        self._postings = Postings()
        self._edges: dict[int, dict[int, Judgement]] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def row_of(self, article_id: str) -> int | None:
        return self._rows.get(article_id)

    def add(self, sketch: Sketch) -> tuple[int, bool]:
        row = self._twins.setdefault(twin_key(sketch), len(self._sketches))
        new = row == len(self._sketches)
        if new:
            self._sketches.append(sketch)
            self._named.append([])
            if row == self._facts.shape[1]:
                self._facts = np.concatenate((self._facts, np.zeros_like(self._facts)), axis=1)
            self._facts[:4, row] = facts_of(sketch)
            for key in keys(sketch):
                self._keyed[key].append(row)
        self._rows[sketch.article_id] = row
        insort(self._named[row], sketch.article_id)
        return row, new

    def names(self, row: int) -> Sequence[str]:
        return self._named[row]

    def sketch(self, row: int) -> Sketch:
        return self._sketches[row]

    def facts(self, rows: Places) -> Facts:
        return Facts(*self._facts[:, rows])

    def set_rare(self, rows: Sequence[int], counts: Sequence[int]) -> None:
        self._facts[4, rows] = counts

    def short(self) -> Places:
        return np.flatnonzero(self._facts[4, : len(self._sketches)] < settings.LEAST_SHARED)

    def keyed(self, key: int) -> Sequence[int]:
        return self._keyed.get(key, ())

    def common(self, hashes: Numbers) -> NDArray[np.bool_]:
        return member(hashes, self._common)

    def mark_common(self, hashes: Numbers) -> None:
        self._common = np.union1d(self._common, hashes)

    def push(self, hashes: Numbers, rows: Places) -> None:
        self._postings.push(hashes, rows)

    def postings(self, hashes: Numbers) -> tuple[Places, Places]:
        return self._postings.of(hashes)

    def edges(self, row: int) -> dict[int, Judgement]:
        return self._edges.get(row, {})

    def link(self, row: int, other: int, judged: Judgement) -> None:
        self._edges.setdefault(row, {})[other] = judged

    def unlink(self, row: int, other: int) -> None:
        self._edges[row].pop(other, None)
        self._edges[other].pop(row, None)

    def linked(self) -> Sequence[int]:
        return [r for r, names in enumerate(self._named) if self._edges.get(r) or len(names) > 1]


def facts_of(sketch: Sketch) -> tuple[int, int, int, int]:
    """Outlet, address, least and greatest fingerprint of a sketch, as in `Facts`."""
    hashes = hashes_of(unpack(sketch.prints))
    low, high = (int(hashes[0]), int(hashes[-1])) if len(hashes) else (0, 0)
    return (
        _code(sketch.outlet) & _31_BITS if sketch.outlet else 0,
        _code(sketch.address or sketch.article_id) & _31_BITS,
        # The bits between: those above are alike in all least ones, those below may be cut off.
        low >> 33 & _31_BITS,
        high >> 33 & _31_BITS,
    )


def twin_key(sketch: Sketch) -> int:
    """The same for articles that nothing tells apart, below 2**63."""
    return _code(
        repr(
            (sketch.prints, sketch.title, sketch.kind, sketch.outlet, sketch.address,
             sketch.origins, sketch.published)
        )
    )  # fmt: skip


def keys(sketch: Sketch) -> list[int]:
    """What joins articles to be judged beside their words: a stated address, a teaser's title."""
    found = [f"address {origin}" for origin in sketch.origins]
    if sketch.address is not None:
        found.append(f"address {sketch.address}")
    if sketch.title:
        found.append(f"title {sketch.title} {sketch.outlet}")
    return [_code(key) for key in found]


def _code(text: str) -> int:
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little") >> 1
