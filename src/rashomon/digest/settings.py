"""Thresholds of the brief. Set by reading briefs of some thirty stories, not by a benchmark."""

from __future__ import annotations

MOST_SENTENCES = 5
FEWEST_SENTENCES = 3
# Words of a sentence that can stand alone on a page's first screen.
SHORTEST = 8
LONGEST = 48
# What a sentence's place in its article counts: leads are written to stand alone.
PLACE_WEIGHTS = (1.0, 0.7, 0.5, 0.35)
LATER_PLACE_WEIGHT = 0.25
# A sentence that shares more of its words with one taken before says the same again.
MOST_SHARED = 0.45
# A second sentence from the same telling counts less than a first from another.
SAME_TELLING_WEIGHT = 0.55
# Characters at the start of a sentence in which a word that points backwards makes it lean.
LOOKING_BACK = 60
