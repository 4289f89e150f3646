"""Thresholds of grouping, each with where it came from."""

from __future__ import annotations

# What is read of an article. News tells its event in its head; see docs/stories.md.
TITLE_CHARACTERS = 400
LEAD_CHARACTERS = 3_000
LEAD_WORDS = 150
STEM_LETTERS = 6
CAPITALS_OF_A_HEADLINE = 0.7
HINT_DAYS = 3.0

# Word weights.
PRIOR_DOCUMENTS = 500.0
PRIOR_UNKNOWN = 2e-4
COMMON = 0.1
WINDOW_DAYS = 14.0
NEIGHBOURS = 30
TITLE_BOOST = 2.0
LEAST_IDF = 1.5
ROUGH = 0.15
GAP_WHEN_UNKNOWN = 1.0
MOST_ODDS = 6.0
MISSING = -4.0
LEAN = -1.0
PAIR_WEIGHTS = (
    -8.662,
    4.318,
    -15.279,
    1.298,
    2.423,
    -3.87,
    26.189,
    -1.411,
    -0.207,
    0.151,
    0.352,
    -1.0,
    -0.1,
)
RELATED = -2.5
MOST_RELATED = 8
REASON_NAMES = 3
REASON_NUMBERS = 2
