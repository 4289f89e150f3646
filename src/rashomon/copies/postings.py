"""Which rows have a fingerprint: sorted runs of numpy arrays, merged as they grow."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.copies.words import Numbers

Places = NDArray[np.int64]


class Postings:
    """A log-structured index: each run is at least twice as long as the next, so that adding one
    article costs the logarithm of their number, and a posting takes twelve bytes."""

    def __init__(self) -> None:
        self._levels: list[tuple[Numbers, NDArray[np.int32]]] = []

    def push(self, hashes: Numbers, rows: Places, common: Numbers) -> None:
        """Add postings, sorted by hash; those of `common` hashes are dropped at merges."""
        self._levels.append((hashes, rows.astype(np.int32)))
        while len(self._levels) > 1 and len(self._levels[-2][0]) < 2 * len(self._levels[-1][0]):
            (late, late_rows), (early, early_rows) = self._levels.pop(), self._levels.pop()
            merged = np.concatenate((early, late))
            owners = np.concatenate((early_rows, late_rows))
            keep = ~member(merged, common)
            merged, owners = merged[keep], owners[keep]
            order = np.argsort(merged, kind="stable")
            self._levels.append((merged[order], owners[order]))

    def of(self, hashes: Numbers) -> tuple[Places, Places]:
        """For sorted `hashes`: places in `hashes`, and a row that has the hash at that place."""
        places, owners = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
        for known, rows in self._levels:
            low = np.searchsorted(known, hashes, side="left")
            counts = np.searchsorted(known, hashes, side="right") - low
            hit = np.flatnonzero(counts)
            places.append(np.repeat(hit, counts[hit]))
            owners.append(rows[_ranges(low[hit], counts[hit])].astype(np.int64))
        return np.concatenate(places), np.concatenate(owners)


def sorted_postings(prints: Sequence[Numbers], rows: Sequence[int]) -> tuple[Numbers, Places]:
    """All hashes of `prints` in order, with the row of each."""
    hashes = np.concatenate((np.zeros(0, dtype=np.uint64), *prints))
    owners = np.repeat(np.array(rows, dtype=np.int64), [len(p) for p in prints])
    order = np.argsort(hashes, kind="stable")
    return hashes[order], owners[order]


def member(hashes: Numbers, among: Numbers) -> NDArray[np.bool_]:
    """Which of `hashes` are in the sorted `among`."""
    if len(among) == 0:
        return np.zeros(len(hashes), dtype=np.bool_)
    places = np.searchsorted(among, hashes)
    places[places == len(among)] = 0
    found: NDArray[np.bool_] = among[places] == hashes
    return found


def distinct(groups: Places, values: Places) -> tuple[Places, Places]:
    """Each group, and how many different values it has; both below 2**31."""
    pairs = np.unique((groups << 32) | values)
    found, counts = np.unique(pairs >> 32, return_counts=True)
    return found, counts


def _ranges(low: Places, counts: Places) -> Places:
    """The integers of all ranges low[i] .. low[i] + counts[i], one after the other."""
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    ranges: Places = np.arange(total) + np.repeat(low - (ends - counts), counts)
    return ranges
