"""How likely each unit is to be each part of an article, from its features."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rashomon.reading.flattened import labels
from rashomon.reading.flattened.boundaries import BOUNDARY
from rashomon.reading.flattened.features import COLUMN, NAMES, Matrix
from rashomon.reading.flattened.forest import load
from rashomon.reading.flattened.heads import HEADS, settle_heads
from rashomon.reading.flattened.labels import Scores
from rashomon.reading.flattened.neighbours import NEARBY
from rashomon.reading.flattened.settings import (
    BARE,
    BARE_TITLED,
    HEADED,
    HEADED_GAIN,
    HEADED_KNOWN,
    HEADED_WORDS,
    LEAST,
    LEAST_FIRST_WORDS,
    LONG_TEXT_WEIGHT,
    LONG_TEXT_WORDS,
    LOOK_WEIGHT,
    NO_HEAD_WORDS,
    REGISTER,
    REGISTER_SHARE,
)
from rashomon.reading.flattened.units import Unit
from rashomon.reading.flattened.voices import VOICES, measure_voices

# Trained by training/pages/train.py; docs/reading-flattened.md is its card.
_UNITS = "units.npz"
_STARTS = "starts.npz"
_HEADS = "heads.npz"
# What no long unit is.
_HEAD_PARTS = [labels.TITLE, labels.STANDFIRST, labels.META, labels.SUBHEAD]


def score(features: Matrix, units: Sequence[Unit]) -> Scores:
    """Log probabilities, units by `labels.LABELS`, none below `LEAST`."""
    forest = load(_UNITS, NAMES + VOICES)
    odds = forest.log_odds(np.hstack([features, measure_voices(units, features)]))
    words = features[:, COLUMN["words"]]
    odds[np.flatnonzero(words > NO_HEAD_WORDS)[:, None], _HEAD_PARTS] = -np.inf
    odds[words > LONG_TEXT_WORDS, labels.OTHER] -= LONG_TEXT_WEIGHT
    odds[words < LEAST_FIRST_WORDS, labels.FIRST] = -np.inf
    odds -= odds.max(axis=1, keepdims=True)
    chances = np.exp(odds)
    chances /= chances.sum(axis=1, keepdims=True)
    return np.log(np.maximum(chances, LEAST))


def settle(scores: Scores, places: Sequence[int], rows: Matrix) -> Scores:
    """`scores` with FIRST against BODY at `places` as the second look (`rows`) sees it.

    The two keep the chance they had together.
    """
    forest = load(_STARTS, BOUNDARY + NEARBY)
    odds = forest.log_odds(rows)[:, 0] * LOOK_WEIGHT + _by_head(rows)
    settled = scores.copy()
    both = np.logaddexp(scores[places, labels.FIRST], scores[places, labels.BODY])
    settled[places, labels.FIRST] = both - np.logaddexp(0, -odds)
    settled[places, labels.BODY] = both - np.logaddexp(0, odds)
    return settled


def _by_head(rows: Matrix) -> Matrix:
    """What the head above a place says for an article's beginning (log), beside the forest.

    A head that is told again in what follows and is not about what went before; and one that is set
    like the page's headlines. And, where the page hardly has heads, that there is none.
    """
    at = {name: k for k, name in enumerate(BOUNDARY)}
    gain = rows[:, at["right_title_right"]] - rows[:, at["right_title_left"]]
    told = (
        (gain >= HEADED_GAIN) & (rows[:, at["title_words"]] >= HEADED_WORDS)
        & (rows[:, at["names_known"]] <= HEADED_KNOWN)
    )  # fmt: skip
    alike = (
        (rows[:, at["style_alike"]] >= 2) & (rows[:, at["style_titles"]] >= REGISTER_SHARE)
        & (rows[:, at["title_words"]] >= HEADED_WORDS)
    )  # fmt: skip
    bare = (
        (rows[:, at["right_title"]] == 0) & (rows[:, at["left_title"]] == 0)
        & (rows[:, at["page_titled"]] <= BARE_TITLED)
    )  # fmt: skip
    weight: Matrix = (
        HEADED * told.astype(np.float32) + REGISTER * alike.astype(np.float32)
        + BARE * bare.astype(np.float32)
    )  # fmt: skip
    return weight


def name_parts(scores: Scores, lines: Sequence[tuple[int, int]], rows: Matrix) -> Scores:
    """`scores` with the lines above articles as the look at heads (`rows`) names them."""
    return settle_heads(scores, lines, load(_HEADS, HEADS).log_odds(rows))
