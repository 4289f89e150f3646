"""Thresholds of the timeline, each with where it came from."""

# A candidate on the side of which the verb does not speak counts as so much farther; without a
# verb, one ahead does. On half of TimeBank and AQUAINT 2 to 8, and 1.2 to 3, score alike for days
# and months; for quarters 3 is best, 6 loses half a point of value F1.
AGAINST_VERB = 4.0
AGAINST_VERB_QUARTER = 3.0
AHEAD_UNSAID = 2.0
# The same, times so much, where the expression opens its sentence and a past verb follows.
SURE = 4

# How far back, in characters, the date may stand that "two days later" is counted from: about
# three sentences. A guess from reading; no corpus marks such chains.
ANCHOR_REACH = 600

# How many tokens before an expression, and after it, its verb may stand.
REACH_BACK = 14
REACH_AHEAD = 8

# Sentences are taken to be no longer than so many tokens, so that any text is read in linear time.
SENTENCE_REACH = 120

# "Tuesday's decision" has no verb of its own: only what stands right before it counts.
REACH_OF_OWNER = 4

# Within how many tokens behind "two days after" the date may stand that it hangs on.
DATE_BEHIND = 6

# How far back a quarter may stand that "the quarter" and "a year ago" of a report on results
# mean. On half of TimeBank and AQUAINT .1 of value F1 above no limit.
QUARTER_REACH = 1500
