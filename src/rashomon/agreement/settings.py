"""Thresholds of agreement, with where each came from.

Those of facts were set on stories of two and three tellings whose pairs of sentences were read
against their texts (docs/agreement.md has the counts); none was set on a benchmark's score.
"""

from __future__ import annotations

# A telling that may carry a point, in characters; teasers and stubs are no voices of their own.
SHORTEST_TELLING = 400
# A telling is full, so that what it lacks was left out: words, and share of the story's median.
# The same bounds as for omissions.
FULL_WORDS = 250
FULL_SHARE = 0.6
MOST_TELLINGS = 40  # of a story; further ones neither carry nor lack
ANCHOR_TELLINGS = (
    4  # whose sentences are looked for in the others: what most carry, one of them has
)

# Bounds on texts that are no articles, so that any text is compared in linear time: sentences and
# quotations of a telling, words of a quotation, places of one run of words.
MOST_SENTENCES = 300
MOST_QUOTATIONS = 300
MOST_QUOTED_WORDS = 400
MOST_PLACES = 24

# A sentence that can hold a fact, in words.
SHORTEST_SENTENCE = 6
LONGEST_SENTENCE = 70

CORE_WORDS = 2  # common words that all the sentences of a fact share ...
CORE_SPECIFIC = 1  # ... and names, numbers and dates ...
CORE_UNITS = 4  # ... and of all these together
CORE_WEIGHT = 9.0  # summed weights of what is shared, in nats of rarity within the story
LEAD_SENTENCES = 3  # of a telling; what is shared between leads ...
LEAD_WEIGHT = 8.0  # ... need weigh no more than this, and be no more than this share
LEAD_SHARE = 0.3
DENSE_WEIGHT = 10.0  # a core that stands in one clause of longer sentences ...
DENSE_SHARE = 0.6  # ... and is so much of what is said there
FEW_WORDS_WEIGHT = 12.0  # of a core of no more than `CORE_WORDS` and no number
# A count with two words is a fact too; smaller numbers are shared by chance.
COUNT_WEIGHT = 7.0
LEAST_COUNT = 3
CORE_SHARE = 0.45  # of the weight of the lighter of two sentences
# Not two voices but one text: words in a row, all but two in small letters ...
SAME_WORDS = 9
SAME_RUN = 4  # ... or shorter rows that are this part of the shorter sentence
SAME_PART = 0.65
COMMON_SHARE = 0.25  # of a story's sentences: a unit of more says nothing

# Texts that share so many sentences word for word, quotations left out, have one source.
WIRE_SENTENCES = 3
WIRE_RUN = 10

# Quotations: words in a row that tellings quote alike, and content words among them.
QUOTED_RUN = 6
QUOTED_STEMS = 2
LONGEST_QUOTED = 60

SEVERAL = 3  # voices that carry a point which most do not
MOST_POINTS = 24  # of a story
FIRST_POINTS = 5  # that a reader sees first ...
FIRST_OF_A_KIND = 3  # ... and how many of them are of one kind, while there are others
SAME_CORE = 0.5  # of the lighter core's weight: the same point again

# What only one of two tellings has. Set on 60 passages that were read: leads were false most often,
# as the other tells the same event in other words, and so were sentences of which it knows most.
ONLY_SHARE = 0.25  # of a sentence's weight in one place of the other telling: told there too
ONLY_KNOWN = (
    0.15,
    0.5,
)  # of a sentence's weight that stands anywhere there: of the matter, and new
ONLY_WEIGHT = 12.0  # of a sentence, before its lack is told
ONLY_WORDS = 40  # of a sentence: of a longer one a part may be told
ONLY_PLACES = (3, 25)  # sentences: not the lead, and not what is told in passing
ONLY_NEAR = 0.2  # of a number: one as near there is another value for the same thing
ONLY_RUN = 4  # words of a quotation in a row: told there too
ONLY_QUOTED = 7  # words of a quotation before its lack is told
MOST_ONLY = 3  # of each telling
