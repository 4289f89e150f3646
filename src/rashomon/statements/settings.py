"""Thresholds of the statements stage, and where each came from."""

from __future__ import annotations

# Whether the trained tagger helps the rules. With False the stage is rules alone, and no weights
# are read. The environment variable RASHOMON_TAGGER=0 switches it off as well.
TAGGER = True

# The longest sentence, in tokens, that the rules look at; longer ones are tables or junk.
MAX_SENTENCE = 250
# Words of a quotation that no cue claims, from which it is a statement of its own and not a name,
# a title or a scare quote. Chosen on PolNeAR train: shorter ones are rarely attributed.
MIN_ORPHAN_WORDS = 5
# A line above a quotation counts as its speaker's name and role up to this many words.
MAX_HEADING_WORDS = 30
# How many paragraphs back a pronoun or a title may look for its person.
RESOLVE_PARAGRAPHS = 4

# A cue is accepted from this chance on; below it a rule may still speak for the cue, down to the
# second figure. Both from a search on the last 100 documents of PolNeAR train, weights without them.
ACCEPT = 0.36
ACCEPT_WITH_RULE = 0.2
