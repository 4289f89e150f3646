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
# ... and, for how alike they are, the nearest ones.
NEAR = 3
# Characters of a unit whose words are counted; the rest of a longer one tells nothing new.
WORDS_OF = 6000
# Characters at each end of a unit that patterns are matched against (bounds the time they take).
EDGE = 320

# An article has at least this many words of body; shorter ones are named "too short". News in
# brief runs to 30 words; a caption or a promotion seldom has 25.
MIN_WORDS = 25

# Least chance of any label: keeps one unit that looks like nothing from deciding for an article.
LEAST = 1e-4

# Longer units (log of their words and one) are no headline, standfirst, byline or sub-head: 80 words.
NO_HEAD_WORDS = 4.4
# From 200 words on a unit is seldom anything but an article in one line, whatever captions stand in it:
# weight (log) against "other".
LONG_TEXT_WORDS = 5.3
LONG_TEXT_WEIGHT = 4.0
# Encoded data (hexadecimal, base 64) has more digits than this share of its signs; text has not.
DATA_DIGITS = 0.25
# Three words do not begin an article.
LEAST_FIRST_WORDS = 1.5

# Weight (log) for prose in a script without spaces being an article's text: the forests were trained
# on English, and what they miss there are its words. Set by hand so that it outweighs that.
UNSPACED_WEIGHT = 3.0

# Chance of beginning an article from which a unit inside a body gets a second look. With 0.02 some
# beginnings are missed where nothing stands between stories.
SECOND_LOOK = 0.01
# Lines above an article that are looked at again for its head, and the longest such (log words).
HEAD_LINES = 6
HEAD_WORDS = 4.1
# Weight of that look beside the first forest's. Of 0, 0.25, 0.5 and 1 more is better on hand-made
# layouts (titles .947, .954, .960) and less on others (.890, .888, .873).
HEADS_WEIGHT = 0.25
# Least chance of being a headline, standfirst or sub-head at which a short unit at a body's end is
# measured as the next article's head.
HEAD_CHANCE = 0.03
# Second looks, each with the pieces that the one before made; a third changed almost nothing.
LOOKS = 2
# Weight of the second look's log odds; 1 takes them as they are.
LOOK_WEIGHT = 1.0
# A line of five words or more of whose words this share more stand in what follows than in what went
# before, where few of the names that follow are known, speaks for a beginning with this weight (log).
# Of 2, 2.5 and 3, 2 was best or level on the ten hand-made layouts (F1 .967 to .969), on open.jsonl
# (.952 to .953) and on 260 composed pages (.881 to .882); of 0, 1.5 and 2 for REGISTER, 2 was best on
# the hand-made ones.
HEADED = 2.0
HEADED_GAIN = 0.4
HEADED_WORDS = 1.7
HEADED_KNOWN = 0.25
# ... and a line that is set like two others or more, which are headlines by this chance on average.
REGISTER = 2.0
REGISTER_SHARE = 0.5

# Where at most this share of a page's articles has a head, a place without one on either side gets
# this weight (log): two articles that are read as one are both lost, one that is cut in two is one.
# Of 0, 1.5 and 2.2, 1.5 was best on layouts with nothing between their stories (F1 .73 to .76), and
# level on the hand-made ones.
BARE = 1.5
BARE_TITLED = 0.3

# A page is read in stretches of this many units, which bounds memory; news pages have hundreds.
STRETCH = 4000
# Units of a page that are read at all; the rest is named "page too long". A list of 20,000 lines is
# no page of news, and reading it would take many seconds.
MOST_UNITS = 20_000
# Lines of a page that are looked at, before those of one paragraph are joined to a unit: what a page
# of the size that intake lets through has at 80 characters a line. A line takes 200 bytes or more.
MOST_LINES = 200_000
# Units times different words (or names) of a stretch: what is compared grows with this product, in
# time and memory. News has some 2 million in 100 kB, 5 in 200 and 16 in 400; words that hardly ever
# come again (random ones, numbers, pairs of characters) have that many in 100 kB.
STRETCH_CELLS = 16_000_000
# ... which is counted from so many characters of a page on; fewer cannot have much more.
STRETCH_FREE = 200_000
# Sets of words times words from which sets are compared a few at a time, by the words alone that one
# of those few has: pages of 20 kB of news have 37,000 at most.
MANY_MARKS = 1 << 20

# A box in the middle of an article: at most this many units after its "Read more" (a caption of
# up to two lines and a headline), none longer than this (natural log of its words plus one).
EMBED_REACH = 3
EMBED_WORDS = 3.6
# Weight (log) for the units of a box with a caption being no part of the article.
BOX_WEIGHT = 5.0

# Weight (log) against a line that tells of an update being text.
APART_WEIGHT = 12.0
# Characters of a line at most that gives an article's age or day and little else.
AGE_LINE = 60

# Words under which a body that stops without a full stop is a teaser that was cut off.
CUT_WORDS = 130
# A piece of fewer words without a headline, among reply buttons and bare times, is a comment.
COMMENT_WORDS = 160
COMMENT_CHATTER = 3
# ... and with a heading of comments at most 58 units above (natural log).
COMMENT_REACH = 4.1
# Units after an article that are searched for its credit, its author's life, its source.
TAIL = 12

# Share of a page's other articles that must have headlines for a lone standfirst to be one.
EVEN_SHARE = 0.85

# A teaser has at most this many words, unless it ends in a mark that says that it was cut.
TEASER_WORDS = 220
