"""Thresholds of grouping, each with where it came from.

"Fitted" is by `python -m benchmarks.training.stories` on half of the stories of three sets; "tried"
is a choice among a few values on the same half; "set" is a judgement. See docs/stories.md.
"""

from __future__ import annotations

# What is read of an article. 400 words: tried 80, 150, 300, 400, 600; a lead has no more.
TITLE_CHARACTERS = 400
LEAD_CHARACTERS = 4_000
LEAD_WORDS = 400
STEM_LETTERS = 6  # tried 5, 6, 8: within .3 points of each other
CAPITALS_OF_A_HEADLINE = 0.7  # set: above it a headline writes all words with capitals
HINT_DAYS = 3.0  # set: how far a date in the text may lie from the article's own

# Word weights. Imagined articles: 300 and 5 for each real one, at most 1,000 (tried 200, 500, 1,000
# and 1,500 on large sets; fewer on a small desk, where its own counts must show what all share).
PRIOR_LEAST = 300.0
PRIOR_GROWTH = 5.0
PRIOR_MOST = 1000.0
PRIOR_UNKNOWN = 2e-4  # set: share of articles that hold a word that is not in the table
LEAST_IDF = 1.5  # a word in a fifth of all articles or more is left out; 1.0 and 2.2 are no better
TITLE_BOOST = 1.0  # uses that a title adds to a word: tried 0, .5, 1, 2, 4
STRONG_WORD = 0.15  # set: a word's part of an article's vector from which it is a main one

# Runs of words shared to the letter. All but the first two were set, not tried.
RUN_WORDS = 5  # a quotation of eight words cut from ten still has four
RUN_UNCOMMON = 2  # words of a run that must not stand in `common_words.txt`
RUN_FEW = 4  # articles that may hold a run before it says less,
RUN_MOST = 40  # and above which it says nothing
RUN_DAYS = 7.0  # days from its first holder to its last above which it is background
RUNS_ENOUGH = 40.0  # above it two are copies, which is not ours to say
RUNS_UNKNOWN = 0.35  # of two articles of one source: moves the score as little as knowing nothing

# Candidates. Lower and more of them gained less than .1 point.
WINDOW_DAYS = 14.0
NEIGHBOURS = 30
ROUGH = 0.1

# Pairs: log odds. `LEAN` is the default of the one setting that moves joining: tried -1.6 to 0.
LEAN = -1.0
MOST_ODDS = 6.0
MISSING = -4.0  # a pair that was not compared, or is less alike than this
NEAR_TITLE = 1.0
USUALLY_NEAR = 0.7  # tried .5, .7, .9, 1.2: .7 is best where half of the articles stand alone
DAYS_WHEN_UNKNOWN = 2.0  # set: an undated article is treated as one two days off
DAYS_HINTED = 1.0  # set: what a weekday, a common page or runs of words take off that or add
RUNS_STRONG = 4.0  # set: shared runs from which that holds; four are eight words on end
# Fitted; first the constant, then the columns of `likeness.inputs`. The last three (days) are set.
PAIR_WEIGHTS: tuple[float, ...] = (
    -4.717, -6.641, -11.886, 1.526, 2.128, -2.167, 3.126, 17.955, -0.298, -0.13, 0.482, 5.107, 5.045, 1.168, -2.0, -1.0, -0.1,
)  # fmt: skip

# A desk of up to 30 articles is a choice of pages, one of 300 a stream; between them by logarithm.
# Tried on desks of 6 to 40 like articles drawn from the sets, on one of five pages on one war and
# on the sample newsroom: being the nearest asks for more likeness, and days cost less where titles
# are alike, as nobody took in what came between.
SMALL_DESK = 30
STREAM = 300
CHOSEN_NEAR = 0.2  # more nearness than `USUALLY_NEAR`; tried 0 to .5, recall falls above .2
CHOSEN_TIME = 0.7  # how much of the cost of days falls away where titles are as alike as
CHOSEN_TITLE = 0.3  # this; less where they are less
CHOSEN_CAUTION = 0.5  # log odds asked for instead

# Large stories. From 5 articles on (tried 4 to 8: lower merges more small stories wrongly).
LARGE = 5
TOPIC_ROUNDS = 8
TOPIC_LEAN = 0.0
TOPIC_MISSING = -2.0
TOPIC_WINDOW_DAYS = 7.0
# Fitted; first the constant, then the columns of `topics.inputs`. The last three (days) are set.
TOPIC_WEIGHTS: tuple[float, ...] = (
    -1.529, 10.672, -6.767, -15.793, 22.366, 0.205, 0.197, 0.988, -0.221, -0.515, -3.0, -4.0, -0.2,
)  # fmt: skip
# A pair's own words: the sum over words of the share of both that holds them, times what their idf
# outside the pair is above `TOPIC_RARE`. Tried 0, .1, .3, .6, 1, 1.5: above .6 titles lose recall.
TOPIC_RARE = 3.5
TOPIC_OWN = 0.6
CHOSEN_OWN = 3.0  # set: the same on a desk that is a choice of pages

# What is shown.
RELATED = -2.5  # log odds of the best pair from which two stories are linked
MOST_RELATED = 8
REASON_NAMES = 3
REASON_NUMBERS = 2
