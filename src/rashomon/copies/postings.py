"""Which rows have a fingerprint: sorted runs of numpy arrays, merged as they grow."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.copies.words import Numbers

Places = NDArray[np.int64]


# Fewer runs to search, against more merging.
_RATIO = 8


class Postings:
    """A log-structured index: each run is several times as long as the next, so that adding one
    article costs the logarithm of their number, and a posting takes twelve bytes."""

    def __init__(self) -> None:
        self._levels: list[tuple[Numbers, NDArray[np.int32]]] = []

    def push(self, hashes: Numbers, rows: Places) -> None:
        """Add postings, sorted by hash."""
        self._levels.append((hashes, rows.astype(np.int32)))
        while len(self._levels) > 1 and len(self._levels[-2][0]) < _RATIO * len(
            self._levels[-1][0]
        ):
            late, early = self._levels.pop(), self._levels.pop()
            self._levels.append(_merged(early, late))

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


def _merged(
    early: tuple[Numbers, NDArray[np.int32]], late: tuple[Numbers, NDArray[np.int32]]
) -> tuple[Numbers, NDArray[np.int32]]:
    total = len(early[0]) + len(late[0])
    places = np.searchsorted(early[0], late[0], side="right") + np.arange(len(late[0]))
    rest = np.ones(total, dtype=np.bool_)
    rest[places] = False
    hashes, rows = np.empty(total, dtype=np.uint64), np.empty(total, dtype=np.int32)
    hashes[places], rows[places] = late
    hashes[rest], rows[rest] = early
    return hashes, rows


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
    pairs, _ = counted((groups << 32) | values)
    return counted(pairs >> 32)


def counted(values: Places) -> tuple[Places, Places]:
    """The values in ascending order, each once, and how often each comes; as `numpy.unique`,
    which hashes and is several times slower here."""
    ranked = np.sort(values)
    starts = np.flatnonzero(
        np.concatenate((np.ones(min(1, len(ranked)), np.bool_), ranked[1:] != ranked[:-1]))
    )
    return ranked[starts], np.diff(starts, append=len(ranked))


def _ranges(low: Places, counts: Places) -> Places:
    """The integers of all ranges low[i] .. low[i] + counts[i], one after the other."""
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    ranges: Places = np.arange(total) + np.repeat(low - (ends - counts), counts)
    return ranges
