"""The score of a pair: log odds that two articles tell of one event."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rashomon.stories import settings
from rashomon.stories.features import When
from rashomon.stories.pairs import Floats, Pairs

_YEAR = 365.25


def days_apart(whens: Sequence[When], pairs: Pairs) -> Floats:
    """Days between the two of each pair, the width of vague dates left out; nan where unknown."""
    first = np.array([np.nan if w.first is None else w.first for w in whens])
    last = np.array([np.nan if w.last is None else w.last for w in whens])
    middle, width = (first + last) / 2, last - first
    i, j = pairs.later, pairs.earlier
    apart = np.abs(middle[i] - middle[j]) - np.maximum(0.0, (width[i] + width[j]) / 2 - 1)
    apart = np.maximum(0.0, apart)
    in_year = np.array([np.nan if w.day_of_year is None else w.day_of_year for w in whens])
    if not np.isnan(in_year).all():
        # A day without a year: what it is apart from the other's day in any year.
        known = np.where(np.isnan(in_year), (middle - _NEW_YEAR) % _YEAR + 0.5, in_year)
        turn = np.abs(known[i] - known[j]) % _YEAR
        partial = np.maximum(0.0, np.minimum(turn, _YEAR - turn) - 1)
        apart = np.where(np.isnan(apart), partial, apart)
    return np.asarray(apart)


_NEW_YEAR = 730120.0  # 1 January 2000 as an ordinal


def inputs(pairs: Pairs, apart: Floats) -> Floats:
    """What the score is computed from, a row a pair; see `settings.PAIR_WEIGHTS`."""
    title, words, names, cross, shared_names, numbers, top = pairs.values
    gap = np.where(np.isnan(apart), settings.GAP_WHEN_UNKNOWN, apart)
    return np.stack(
        [
            title,
            words,
            names,
            cross,
            np.sqrt(np.maximum(0.0, title)),
            np.sqrt(np.maximum(0.0, words)),
            title * words,
            np.log1p(shared_names),
            np.log1p(numbers),
            np.log1p(top),
            np.minimum(gap, 3.0),
            np.maximum(0.0, np.minimum(gap, 14.0) - 3.0),
        ],
        axis=1,
    )


def scores(pairs: Pairs, whens: Sequence[When]) -> Floats:
    """Log odds of each pair, cut to plus and minus `settings.MOST_ODDS`."""
    weights = np.array(settings.PAIR_WEIGHTS)
    odds = inputs(pairs, days_apart(whens, pairs)) @ weights[1:] + weights[0]
    return np.asarray(np.clip(odds, -settings.MOST_ODDS, settings.MOST_ODDS))
