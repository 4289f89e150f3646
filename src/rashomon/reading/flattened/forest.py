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

# Units scored at once: bounds memory on very long pages.
_BATCH = 512


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
        trees = np.arange(len(self.first))
        for start in range(0, len(rows), _BATCH):
            part = rows[start : start + _BATCH]
            fails = part[:, self.feature] > self.threshold
            masks = np.where(fails[:, self.test], self.mask, np.uint16(0xFFFF))
            left = np.bitwise_and.reduceat(masks, self.first, axis=1)
            lowest = (left & (~left + np.uint16(1))).astype(np.float32)
            leaf = np.log2(lowest).astype(np.int8)
            gained = self.values[trees, leaf].reshape(len(part), -1, self.classes)
            out[start : start + len(part)] = gained.sum(axis=1)
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
