"""A LightGBM model as the arrays that `rashomon.reading.flattened.forest` reads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np


def export(booster: Any, columns: tuple[str, ...], classes: int, target: Path) -> None:
    """Write the trees of `booster` (at most 16 leaves each) to `target`, a compressed npz."""
    tests: dict[tuple[int, float], int] = {}
    test, mask, first, values = [], [], [], []
    for info in booster.dump_model()["tree_info"]:
        leaves: list[float] = []
        splits: list[tuple[int, int]] = []

        def visit(
            node: dict[str, Any],
            leaves: list[float] = leaves,
            splits: list[tuple[int, int]] = splits,
        ) -> list[int]:
            if "leaf_value" in node and "split_index" not in node:
                leaves.append(node["leaf_value"])
                return [len(leaves) - 1]
            assert node["decision_type"] == "<="
            slot = len(splits)
            splits.append((0, 0))
            # x <= t goes left; a missing value does not occur
            left = visit(node["left_child"])
            right = visit(node["right_child"])
            key = (node["split_feature"], float(np.float32(node["threshold"])))
            keep = 0xFFFF
            for leaf in left:
                keep &= ~(1 << leaf)
            splits[slot] = (tests.setdefault(key, len(tests)), keep)
            return left + right

        visit(info["tree_structure"])
        first.append(len(test))
        for number, keep in splits or [(0, 0xFFFF)]:
            test.append(number)
            mask.append(keep)
        values.append([*leaves, *([0.0] * (16 - len(leaves)))])
    pairs = sorted(tests, key=lambda key: tests[key])
    np.savez_compressed(
        target, feature=np.array([f for f, _ in pairs], np.uint16), threshold=np.array([t for _, t in pairs], np.float32),
        test=np.array(test, np.uint16), mask=np.array(mask, np.uint16), first=np.array(first, np.uint32),
        values=np.array(values, np.float32), classes=np.array(classes), columns=np.array(" ".join(columns)),
    )  # fmt: skip
