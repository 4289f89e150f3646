"""Thresholds of the flattened reader, each with where it came from."""

from __future__ import annotations

# Width, in characters, of lines that were broken by a program: e-mail and wire printers use 65-80.
WRAP_MIN, WRAP_MAX = 50, 84
# Share of a page's lines that must stop mid-sentence at that width before lines are joined.
WRAP_SHARE = 0.4

# A repeat is folded when this many words of prose come again in order (two paragraphs of news).
REPEAT_WORDS = 40
# From this many words on, what comes again is taken for whole articles: no article goes on over
# its edges. Shared background paragraphs and boilerplate stay below.
WHOLE_WORDS = 140
# Units that may differ within a repeat: an embed's caption and headline, a "Read more".
REPEAT_GAP = 3

# Prose units looked at on each side for what recurs: about one screen of an article.
WINDOW = 6
# Characters of a unit whose words are counted; the rest of a longer one tells nothing new.
WORDS_OF = 6000
# Characters at each end of a unit that patterns are matched against (bounds the time they take).
EDGE = 320

# An article has at least this many words of body; shorter ones are named "too short". News in
# brief runs to 30 words; a caption or a promotion seldom has 25.
MIN_WORDS = 25

# Least chance of any label: keeps one unit that looks like nothing from deciding for an article.
LEAST = 1e-4

# Chance of beginning an article from which a unit inside a body gets a second look.
SECOND_LOOK = 0.02
# Second looks, each with the pieces that the one before made; a third changed almost nothing.
LOOKS = 2
# Weight of the second look's log odds; 1 takes them as they are.
LOOK_WEIGHT = 1.0
