"""Thresholds of the contrasts, with where each came from."""

from __future__ import annotations

# Quotations. From a reading of some 310 differences of 175 stories: trimmed quotations held 7 of
# the last 8 where the missing part was asked to be a clause of its own; altered ones 10 worth, 9
# trivial, 4 false at eight words and a likeness of .78.
SHARED_RUN = 4  # words in a row that two quotations of one utterance share
TRIMMED_AT_LEAST = 3  # words missing before a trim is told
ALTERED_AT_LEAST = 8
ALTERED_LIKENESS = 0.78
# A telling is full, so that what it lacks was left out, from this length on (words).
FULL_WORDS = 250
FULL_SHARE = 0.6  # of the median length of the story's tellings

MOST_WORDS_SHOWN = 600  # characters of a span, by the data model
MOST_OF_A_KIND = 12
MOST_OF_A_STORY = 30
OMITTED_AT_LEAST = 6  # words of a quotation before its lack is told
SHORTEST_NAME_PART = 4
# Near spellings of one part of a folded name: Kiev/Kyiv .85 by Jaro-Winkler; the fold itself rests
# on more than likeness, so that this only tells another spelling from another part.
NAME_PART_LIKENESS = 0.75
MOST_SIDES = 8  # tellings shown of one difference
