"""Thresholds of asking. All were set on examples/questions/tuning.jsonl, over the sample newsroom;
examples/questions/held-out.jsonl was written at the same time and not looked at meanwhile."""

from __future__ import annotations

# Articles that are read for sentences, and sentences that are weighed.
ARTICLES = 40
SENTENCES = 4_000
# Characters of a text that are read.
LOOK = 60_000
# Words of a question that are looked for, the rarest first.
TERMS = 12
# A word counts whole in the sentence, less in the headline, in the sentence before, and elsewhere
# in the article.
# A word that only says the same counts a little less.
LIKE = 0.93
IN_TITLE, IN_NEIGHBOUR, IN_ARTICLE = 0.6, 0.5, 0.3
# The share of a question's weight that an answering passage holds at least.
ENOUGH = 0.62
# A rare word (of at most this many articles, or of this share of them) may not be missing from the
# passage and its surroundings.
RARE_ARTICLES, RARE_SHARE = 3, 0.1
# What an answer loses that is of the right kind and perhaps not the one that was asked for.
DOUBT = 0.06
# Other tellings are shown beside the first where they score this share of it.
BESIDE = 0.8
PASSAGES = 8
# Articles beyond which a word is not counted further.
COUNTED = 5_000
# Articles with one of a few words up to which all of them are ranked; of more, those are left out
# that cannot answer.
RANKED = 1_000
