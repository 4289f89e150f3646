"""How likely each unit is to be each part of an article, from its features."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.flattened.features import Matrix
from rashomon.reading.flattened.forest import load
from rashomon.reading.flattened.settings import LEAST

# Trained by training/pages/train.py; docs/reading-flattened.md is its card.
_UNITS = "units.npz"


def score(features: Matrix) -> NDArray[np.float64]:
    """Log probabilities, units by `labels.LABELS`, none below `LEAST`."""
    forest, _ = load(_UNITS)
    odds = forest.log_odds(features)
    odds -= odds.max(axis=1, keepdims=True)
    chances = np.exp(odds)
    chances /= chances.sum(axis=1, keepdims=True)
    return np.log(np.maximum(chances, LEAST))
