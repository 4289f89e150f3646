"""Boosted trees, evaluated with numpy alone.

Every split's test is made for all units at once; a test that fails rules out the leaves on its
left, as bits of a mask, and the leaf that a unit reaches is the lowest bit left (QuickScorer,
Lucchese et al. 2015). Trees have at most 16 leaves.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

# Units scored at once: what one level of the trees needs of them stays in a processor's cache.
_BATCH = 128


def _lowest_bits() -> NDArray[np.int8]:
    """For every mask of 16 bits the place of its lowest one."""
    masks = np.arange(1 << 16)
    places: NDArray[np.int8] = np.log2(np.maximum(masks & -masks, 1)).astype(np.int8)
    return places


_LOWEST = _lowest_bits()


@dataclass(frozen=True, slots=True)
class Forest:
    """`feature`, `threshold`: the distinct tests; `test`, `mask`: each split's test and the leaves
    that stay when it fails, levels by trees (a tree's splits in any order, one a level); `values`:
    trees by 16 leaf values; tree k adds to class k modulo `classes`."""

    feature: NDArray[np.int32]
    threshold: NDArray[np.float32]
    test: NDArray[np.int64]
    mask: NDArray[np.uint16]
    values: NDArray[np.float32]
    classes: int

    def log_odds(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        """Raw scores, rows by classes."""
        out = np.zeros((len(rows), self.classes))
        leaves = (np.arange(self.test.shape[1]) * self.values.shape[1])[:, None]
        values = self.values.ravel()
        for start in range(0, len(rows), _BATCH):
            # Tests and trees run down, units across: numpy then works on whole rows of units.
            part = np.ascontiguousarray(rows[start : start + _BATCH].T)
            fails = part.take(self.feature, axis=0) > self.threshold[:, None]
            stays = fails.astype(np.uint16) - np.uint16(1)  # all bits where the test holds
            left = stays.take(self.test[0], axis=0)
            left |= self.mask[0][:, None]
            for test, mask in zip(self.test[1:], self.mask[1:], strict=True):
                more = stays.take(test, axis=0)
                more |= mask[:, None]
                left &= more
            gained = values.take(leaves + _LOWEST.take(left))
            gained = gained.reshape(-1, self.classes, part.shape[1])
            out[start : start + part.shape[1]] = gained.sum(axis=0).T
        return out


def _level(splits: NDArray[Any], first: NDArray[np.int64], without: int) -> NDArray[Any]:
    """Splits, tree by tree, as levels by trees: each tree's first split, its second, and so on.

    Trees that have no such split get `without` there.
    """
    sizes = np.diff(np.append(first, len(splits)))
    levels = np.full((sizes.max(initial=1), len(first)), without, splits.dtype)
    tree = np.repeat(np.arange(len(first)), sizes)
    levels[np.arange(len(splits)) - first[tree], tree] = splits
    return levels


@lru_cache(maxsize=4)
def load(name: str, columns: tuple[str, ...]) -> Forest:
    """The forest shipped in this package under `name`, for rows with `columns`."""
    with resources.files("rashomon.reading.flattened").joinpath(name).open("rb") as file:
        data = np.load(file, allow_pickle=False)
        place = {column: k for k, column in enumerate(columns)}
        seen = np.array([place[column] for column in str(data["columns"]).split()], np.int32)
        return Forest(
            seen[data["feature"]], data["threshold"].astype(np.float32),
            _level(data["test"].astype(np.int64), data["first"], 0),
            _level(data["mask"].astype(np.uint16), data["first"], 0xFFFF),
            data["values"].astype(np.float32), int(data["classes"]),
        )  # fmt: skip
