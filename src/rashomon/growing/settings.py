"""The numbers by which a desk grows, and where each came from."""

from __future__ import annotations

# New items that are grouped at once: all of a desk of this size is one batch, grouped as a whole.
# It bounds memory, and how long another program waits to write; a batch takes some ten seconds.
BATCH = 8_000
# Items around new ones over which words are counted, where the window itself holds fewer: as many
# as outweigh the imagined articles of `stories.settings`.
LEAST_AROUND = 1_500
# The same where an item has no date and may belong anywhere: a smaller desk is looked at whole.
LEAST_AROUND_UNDATED = 3_000
# A batch this much smaller than what stands around it meets only what it is near to; a larger one
# all of it, and on a desk of at most a batch all of the desk. So growth costs a share of the whole
# at most, and parts that matter give the stories of one build. Set.
FEW_IN = 8
# New items that are compared with all around them at once, which bounds memory.
COMPARED_AT_ONCE = 128
# Large stories that a new item meets beside those of the items that it is near to; set.
LARGE_NEAR = 3
# Names are folded over the whole desk on a desk of up to so many articles, whatever is new: then
# they depend on what stands there alone, and not on how it came. Takes a second or two.
FOLD_WHOLE = 3_000
# On a larger one when so many articles, or such a share of those it had then, are new; in between
# new articles are bound to the names that are there. A share makes the cost of an article constant.
FOLD_LEAST = 200
FOLD_SHARE = 0.1
