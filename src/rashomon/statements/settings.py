"""Thresholds of the statements stage, and where each came from."""

from __future__ import annotations

# Whether the trained tagger helps the rules. With False the stage is rules alone, and no weights
# are read. The environment variable RASHOMON_TAGGER=0 switches it off as well.
TAGGER = True

# Languages that the rules know; "und" is text too short to tell. Others get their quotations
# between marks, with the speaker left open.
LANGUAGES = ("en", "und")
# Tokens from which a quotation in such a language is a statement and not a name or a title.
MIN_QUOTED_WORDS = 4

# One of up to so many tokens, and of so many characters (in scripts without spaces a token is long),
# is a title where nothing around it speaks for speech.
MAX_TITLE_TOKENS = 8
MAX_TITLE_LETTERS = 60
# In such a language a quotation goes on with the one before it in its paragraph where no more tokens
# stand between them than an attribution has.
LONGEST_ATTRIBUTION = 14
# The longest sentence, in tokens, that the rules look at; longer ones are tables or junk.
MAX_SENTENCE = 250
# Words of a quotation that no cue claims, from which it is a statement of its own and not a name,
# a title or a scare quote. Chosen on PolNeAR train: shorter ones are rarely attributed.
MIN_ORPHAN_WORDS = 5
# A quotation that fills its line without a stop is a cross-heading below so many words.
MIN_HEADING_WORDS = 12
# A line above a quotation counts as its speaker's name and role up to this many words.
MAX_HEADING_WORDS = 30
# How many paragraphs back a pronoun or a title may look for its person.
RESOLVE_PARAGRAPHS = 4

# Cues below this chance are not tagged: of all gold cues of PolNeAR train fewer than 3% lie below.
WORTH_A_LOOK = 0.12
# An attribution is accepted from this judged chance on. Below it F1 on PolNeAR train (judge fitted on
# the other half) is a little higher, but on pages of other kinds half of what lies there is wrong.
ACCEPT = 0.42
# The same for frames that tell of deeds as often as of words (`standing.is_doubtful`).
ACCEPT_DOUBTFUL = 0.45
# Texts unlike the news that the weights come from must be surer: those where fewer than SPARSE of
# the sentences hold speech judged at SURE or more, and those of whose words more than ADDRESSES are
# "you" (reviews, advice, pages of firms). Of 20 attributions read there with a lesser chance 2 were right; on
# PolNeAR dev it costs .1 points of F1.
SPARSE = 0.06
FEW_SENTENCES = 6  # of a shorter text nothing is known
SURE = 0.75
ADDRESSES = 0.01
ACCEPT_ELSEWHERE = 0.7
# The same where "they", "it" or "some" is the source: the best of 0 to .7 on PolNeAR dev, in steps of .1.
ACCEPT_VAGUE = 0.5
# Two attributions whose words are this much the same are one: the surer stays. Half
# is better than more on 200 documents of PolNeAR train and on dev, by precision.
SAME_CONTENT = 0.5
# What a rule's attribution to a verb of speech gains over the tagger's, in judged chance: rules
# keep clauses whole on pages unlike those that the weights come from.
TRUST_IN_RULES = 0.1
# A tagged source of more tokens than this is a clause, not a source.
LONGEST_SOURCE = 14
# The same where the rule saw "that" or a colon after a verb of speech.
TRUST_IN_PLAIN = 0.1
# A tagged run that holds so many tokens of a quotation takes it whole.
WHOLE_FROM = 8
# A pronoun's likeliest person must lead the next by this much (a sentence counts 1): less is a guess.
CLEARLY_AHEAD = 0.25
# A sentence of more tokens than this is read as several: the rules look through a cue's whole
# sentence, so that work grows with its square. The longest of PolNeAR (924 articles) has 198.
LONGEST_SENTENCE = 600
# Contents that share words with one another, of which each is compared with so many at most; in
# news a few share the same words.
MOST_RIVALS = 100
# No more than this chance for frames that readers found wrong more often than PolNeAR does (`doubts.py`).
DOUBTED = 0.6
