"""How likely each unit is to be each part of an article, from its features."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rashomon.reading.flattened import labels
from rashomon.reading.flattened.boundaries import BOUNDARY
from rashomon.reading.flattened.features import NAMES, Matrix
from rashomon.reading.flattened.forest import load
from rashomon.reading.flattened.labels import Scores
from rashomon.reading.flattened.settings import LEAST, LOOK_WEIGHT

# Trained by training/pages/train.py; docs/reading-flattened.md is its card.
_UNITS = "units.npz"
_STARTS = "starts.npz"


def score(features: Matrix) -> Scores:
    """Log probabilities, units by `labels.LABELS`, none below `LEAST`."""
    forest = load(_UNITS, NAMES)
    odds = forest.log_odds(features)
    odds -= odds.max(axis=1, keepdims=True)
    chances = np.exp(odds)
    chances /= chances.sum(axis=1, keepdims=True)
    return np.log(np.maximum(chances, LEAST))


def settle(scores: Scores, places: Sequence[int], rows: Matrix) -> Scores:
    """`scores` with FIRST against BODY at `places` as the second look (`rows`) sees it.

    The two keep the chance they had together.
    """
    forest = load(_STARTS, BOUNDARY)
    odds = forest.log_odds(rows)[:, 0] * LOOK_WEIGHT
    settled = scores.copy()
    both = np.logaddexp(scores[places, labels.FIRST], scores[places, labels.BODY])
    settled[places, labels.FIRST] = both - np.logaddexp(0, -odds)
    settled[places, labels.BODY] = both - np.logaddexp(0, odds)
    return settled
