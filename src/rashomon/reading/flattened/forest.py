"""Boosted trees, evaluated with numpy alone.

Every split's test is made for all units at once; a test that fails rules out the leaves on its
left, as bits of a mask, and the leaf that a unit reaches is the lowest bit left (QuickScorer,
Lucchese et al. 2015). Trees have at most 16 leaves.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

# Units scored at once: what the trees need of them then stays in a processor's cache.
_BATCH = 16


def _lowest_bits() -> NDArray[np.int8]:
    """For every mask of 16 bits the place of its lowest one."""
    masks = np.arange(1 << 16)
    places: NDArray[np.int8] = np.log2(np.maximum(masks & -masks, 1)).astype(np.int8)
    return places


_LOWEST = _lowest_bits()


@dataclass(frozen=True, slots=True)
class Forest:
    """`feature`, `threshold`: the distinct tests; `test`, `mask`: each split's test and the leaves
    that stay when it fails, split by split, tree by tree; `first`: where each tree's splits begin;
    `values`: trees by 16 leaf values; tree k adds to class k modulo `classes`."""

    feature: NDArray[np.int32]
    threshold: NDArray[np.float32]
    test: NDArray[np.int32]
    mask: NDArray[np.uint16]
    first: NDArray[np.int64]
    values: NDArray[np.float32]
    classes: int

    def log_odds(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        """Raw scores, rows by classes."""
        out = np.zeros((len(rows), self.classes))
        # Tests and trees run down, units across: numpy then works on whole rows of units.
        mask = self.mask[:, None]
        leaves = (np.arange(len(self.first)) * self.values.shape[1])[:, None]
        values = self.values.ravel()
        for start in range(0, len(rows), _BATCH):
            part = np.ascontiguousarray(rows[start : start + _BATCH].T)
            fails = part.take(self.feature, axis=0) > self.threshold[:, None]
            stays = fails.astype(np.uint16) - np.uint16(1)  # all bits where the test holds
            left = stays.take(self.test, axis=0)
            left |= mask
            leaf = _LOWEST.take(np.bitwise_and.reduceat(left, self.first, axis=0))
            gained = values.take(leaves + leaf).reshape(-1, self.classes, part.shape[1])
            out[start : start + part.shape[1]] = gained.sum(axis=0).T
        return out


@lru_cache(maxsize=4)
def load(name: str, columns: tuple[str, ...]) -> Forest:
    """The forest shipped in this package under `name`, for rows with `columns`."""
    with resources.files("rashomon.reading.flattened").joinpath(name).open("rb") as file:
        data = np.load(file, allow_pickle=False)
        place = {column: k for k, column in enumerate(columns)}
        seen = np.array([place[column] for column in str(data["columns"]).split()], np.int32)
        return Forest(
            seen[data["feature"]], data["threshold"].astype(np.float32),
            data["test"].astype(np.int32), data["mask"].astype(np.uint16),
            data["first"].astype(np.int64), data["values"].astype(np.float32), int(data["classes"]),
        )  # fmt: skip
