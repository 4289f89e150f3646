"""An index of fingerprints that grows, and the pairs of articles that it joins.

What it gives depends on the set of articles alone: not on their order, and not on whether they
came at once or in parts. A fingerprint becomes common once enough different texts have it and
never ceases to be; when it does, the pairs of the articles that have it are judged again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.copies import settings
from rashomon.copies.fingerprints import HASH, unpack
from rashomon.copies.pairs import Side, judge
from rashomon.copies.sketch import Sketch
from rashomon.copies.words import Numbers

Rows = NDArray[np.int32]


class CopyIndex:
    """Articles, the fingerprints that they share, and the edges between copies."""

    def __init__(self) -> None:
        self._sketches: list[Sketch] = []
        self._rows: dict[str, int] = {}
        self._outlets: dict[str, int] = {}
        self._outlet = np.zeros(0, dtype=np.int32)
        self._least = np.zeros(0, dtype=np.uint64)
        self._rare = np.zeros(0, dtype=np.int32)
        self._common: Numbers = np.zeros(0, dtype=np.uint64)
        # Sorted runs of (fingerprint, row), each at least twice as long as the next.
        self._levels: list[tuple[Numbers, Rows]] = []
        self._edges: dict[int, dict[int, str]] = {}

    def __len__(self) -> int:
        return len(self._sketches)

    def __contains__(self, article_id: str) -> bool:
        return article_id in self._rows

    def add(self, sketch: Sketch) -> None:
        """Add one article; one that is known is left as it is."""
        self.extend((sketch,))

    def extend(self, sketches: Iterable[Sketch]) -> None:
        """Add articles; those that are known are left as they are."""
        first = len(self._sketches)
        for sketch in sketches:
            if sketch.article_id not in self._rows:
                self._rows[sketch.article_id] = len(self._sketches)
                self._sketches.append(sketch)
        fresh = range(first, len(self._sketches))
        if not fresh:
            return
        prints = [np.unique(unpack(self._sketches[row].prints) & HASH) for row in fresh]
        self._outlet = np.append(
            self._outlet,
            [self._outlets.setdefault(self._sketches[r].outlet, len(self._outlets)) for r in fresh],
        ).astype(np.int32)
        self._least = np.append(self._least, [p[0] if len(p) else 0 for p in prints]).astype(
            np.uint64
        )
        self._rare = np.append(self._rare, [0] * len(fresh)).astype(np.int32)
        hashes, rows = _sorted(prints, fresh)
        keep = ~_member(hashes, self._common)
        self._push(hashes[keep], rows[keep])
        touched = self._mark_common(np.unique(hashes[keep]))
        again = np.unique(np.concatenate((np.arange(fresh.start, fresh.stop), touched)))
        self._judge(again.astype(np.int32))

    def edges(self) -> list[tuple[str, str, str]]:
        """All joined pairs (article, article, verdict), each once, in order of the ids."""
        found = []
        for row, others in self._edges.items():
            for other, verdict in others.items():
                one, two = self._sketches[row].article_id, self._sketches[other].article_id
                if one < two:
                    found.append((one, two, verdict))
        return sorted(found)

    def _push(self, hashes: Numbers, rows: Rows) -> None:
        self._levels.append((hashes, rows))
        while len(self._levels) > 1 and len(self._levels[-2][0]) < 2 * len(self._levels[-1][0]):
            (h1, r1), (h2, r2) = self._levels.pop(), self._levels.pop()
            merged, owners = np.concatenate((h2, h1)), np.concatenate((r2, r1))
            keep = ~_member(merged, self._common)
            merged, owners = merged[keep], owners[keep]
            order = np.argsort(merged, kind="stable")
            self._levels.append((merged[order], owners[order]))

    def _postings(self, hashes: Numbers) -> tuple[NDArray[np.int64], Rows]:
        """For sorted `hashes`: places in `hashes`, and the rows that have the one there."""
        places, owners = [], []
        for known, rows in self._levels:
            low = np.searchsorted(known, hashes, side="left")
            counts = np.searchsorted(known, hashes, side="right") - low
            places.append(np.repeat(np.arange(len(hashes)), counts))
            owners.append(rows[_ranges(low, counts)])
        return np.concatenate(places), np.concatenate(owners)

    def _mark_common(self, hashes: Numbers) -> NDArray[np.int64]:
        """Find which of `hashes` are common now; the rows that have them."""
        places, rows = self._postings(hashes)
        counts = np.bincount(places, minlength=len(hashes))
        many = counts[places] > settings.OUTLET_COMMON
        places, rows = places[many], rows[many]
        if len(places) == 0:
            return np.zeros(0, dtype=np.int64)
        least = np.unique(self._least[rows], return_inverse=True)[1]
        outlet = self._outlet[rows].astype(np.int64)
        common = np.zeros(len(hashes), dtype=np.bool_)
        at, kinds = _distinct(places, least)
        common[at[kinds > settings.DESK_COMMON]] = True
        named = self._outlet[rows] != self._outlets.get("", -1)
        groups, group = np.unique(
            np.stack((places[named], outlet[named])), axis=1, return_inverse=True
        )
        if groups.size:
            at, kinds = _distinct(group.ravel(), least[named])
            common[groups[0][at[kinds > settings.OUTLET_COMMON]]] = True
        self._common = np.union1d(self._common, hashes[common])
        return np.unique(rows[common[places]]).astype(np.int64)

    def _side(self, row: int) -> Side:
        sketch = self._sketches[row]
        prints = unpack(sketch.prints)
        prints = prints[~_member(prints & HASH, self._common)]
        return Side(prints, sketch.title, sketch.kind == "teaser")

    def _judge(self, again: Rows) -> None:
        """Judge all pairs of the rows `again`, in place of what was known of them."""
        for row in again.tolist():
            for other in self._edges.pop(row, {}):
                self._edges.get(other, {}).pop(row, None)
        prints = [np.unique(unpack(self._sketches[row].prints) & HASH) for row in again.tolist()]
        hashes, owners = _sorted(prints, again.tolist())
        keep = ~_member(hashes, self._common)
        hashes, owners = hashes[keep], owners[keep]
        self._rare[again] = np.bincount(owners, minlength=len(self._rare))[again]
        places, rows = self._postings(hashes)
        one, two = owners[places].astype(np.int64), rows.astype(np.int64)
        # A pair of two that are both judged again comes from both: take it from the later.
        within = np.zeros(len(self._sketches), dtype=np.bool_)
        within[again] = True
        keep = (one > two) | ((one != two) & ~within[two])
        pairs, shared = np.unique((one[keep] << 32) | two[keep], return_counts=True)
        one, two = pairs >> 32, pairs & 0xFFFFFFFF
        least = np.minimum(self._rare[one], self._rare[two])
        floor = np.maximum(np.minimum(settings.LEAST_SHARED, least), settings.LEAST_SHARE * least)
        likely = shared >= floor
        sides: dict[int, Side] = {}
        for row, other in zip(one[likely].tolist(), two[likely].tolist(), strict=True):
            for index in (row, other):
                if index not in sides:
                    sides[index] = self._side(index)
            verdict = judge(sides[row], sides[other])
            if verdict != "no":
                self._edges.setdefault(row, {})[other] = verdict
                self._edges.setdefault(other, {})[row] = verdict

    def families(self) -> tuple[tuple[str, ...], ...]:
        """The families of two or more, as ids in order."""
        seen: set[int] = set()
        found = []
        for start in self._edges:
            if start in seen:
                continue
            members, stack = [], [start]
            seen.add(start)
            while stack:
                row = stack.pop()
                members.append(self._sketches[row].article_id)
                for other in self._edges.get(row, ()):
                    if other not in seen:
                        seen.add(other)
                        stack.append(other)
            if len(members) > 1:
                found.append(tuple(sorted(members)))
        return tuple(sorted(found))


def _sorted(prints: Sequence[Numbers], rows: Sequence[int]) -> tuple[Numbers, Rows]:
    hashes = np.concatenate(prints) if prints else np.zeros(0, dtype=np.uint64)
    owners = np.repeat(np.array(rows, dtype=np.int32), [len(p) for p in prints])
    order = np.argsort(hashes, kind="stable")
    return hashes[order], owners[order]


def _member(hashes: Numbers, among: Numbers) -> NDArray[np.bool_]:
    """Which of `hashes` are in the sorted `among`."""
    if len(among) == 0:
        return np.zeros(len(hashes), dtype=np.bool_)
    places = np.searchsorted(among, hashes)
    places[places == len(among)] = 0
    found: NDArray[np.bool_] = among[places] == hashes
    return found


def _ranges(low: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """The integers of all ranges low[i] .. low[i] + counts[i], one after the other."""
    ends = np.cumsum(counts)
    return np.arange(ends[-1] if len(ends) else 0) + np.repeat(low - (ends - counts), counts)


def _distinct(
    groups: NDArray[np.int64], values: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Each group, and how many different values it has."""
    pairs = np.unique((groups.astype(np.int64) << 32) | values.astype(np.int64))
    return np.unique(pairs >> 32, return_counts=True)
