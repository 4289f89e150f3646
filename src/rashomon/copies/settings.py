"""The numbers that the copies stage decides with, and where each came from.

"Tuned" means: on the copies benchmark, of which all families were looked at. Those without an
origin are plain choices that the invented cases of tests/copies bear out.
"""

# Fingerprints: Schleimer, Wilkerson, Aiken 2003. A gram is five words; a sign of a script written
# without spaces weighs half a word, so a gram of Chinese is ten signs.
GRAM_WEIGHT = 10
WORD_WEIGHT = 2
SIGN_WEIGHT = 1
WINDOW = 8

# Furniture: a fingerprint is common, and no longer says anything, when one outlet has it in more
# than OUTLET_COMMON different texts, or the desk in more than DESK_COMMON. Different texts are
# those with different least or greatest fingerprints, and addresses, so the versions and reprints of one
# article hardly count twice. Tuned: 3 parts all, 5 leaves a list of headlines of one outlet. FINDINGS has a cap of 50
# articles; a wire story has more reprints than that, hence texts and not articles are counted.
OUTLET_COMMON = 3
DESK_COMMON = 200

# Folding. Shares are of the fingerprints that are not common, of the article with fewer of them.
LEAST_SHARED = 3  # FINDINGS: "ask for three shared"
LEAST_SHARE = 0.25  # FINDINGS: reworded 1.0 at .3; .25 with the further conditions in pairs.py
# What an index counts before a pair is judged: below LEAST_SHARE, as it counts a repeated one once.
# Those of one address are judged whatever they share.
CANDIDATE_SHARE = 0.2
SURE_SHARE = 0.6  # below it what is shared must be spread over the whole text
SEGMENTS = 8  # a reworded copy shares something in most eighths of its text
SPREAD = 0.7
# and change as often as replaced words make it: .57 and more in 186 pairs of reworded copies of
# the copies benchmark, .20 to .50 in ten pairs of tellings that shared posts and agency
# paragraphs in leads with full text (the stories benchmark).
ALTERNATION = 0.54
TITLE_SHARE = 0.4  # under one title, sooner
SHORT = 24  # fingerprints, some 100 words: a teaser, which must share
SHORT_SHARE = 0.5  # this much
LEAD_PRINTS = 12  # beginning in the first 50 words of the longer one
OWN_SHARE = 0.25  # of the fingerprints outside quotation marks
FOOTER_PRINTS = 14  # some 60 words shared up to the end of both say nothing alone
REVISION_SHARE = 0.1  # at one address
DOCUMENT_SHARE = 0.9  # less than this, one block, both leads their own: a document both print
OWN_LEAD = 0.08  # a lead of one's own, of the text
BLOCK_DENSITY = 0.8  # a block has few gaps
PART_SHARE = 0.75  # a page that is another article to less than this has more to tell
INSIDE_SHARE = 0.15  # of a page that holds a whole article and is no reprint of it

BATCH = 2048  # articles joined at once, which bounds memory and changes nothing else

# Lineage: the parent is the earlier member from which the article is made at the least cost.
GAP_COST = 6.0  # each stretch inserted, deleted or replaced
WORD_COST = 1.0  # each word that the parent lacks
DELETED_COST = 0.001  # each word that the article lacks
TITLE_COST = 8.0  # another title
STATED_GAIN = 40.0  # the article names the outlet or the address as its source

# Relations.
TEASER_WORDS = 150  # no longer than this, and a lead of its parent
TEASER_SHARE = 0.5  # of the parent's length at most
FOOTER_WORDS = 60  # what stands after the cut of an excerpt at most
EXCERPT_DELETED = 0.2  # of the parent's words
CONTAINS_SHARE = 0.25  # of a page at least are words that its parent lacks,
CONTAINS_WORDS = 80  # so many of them in one stretch: more than furniture
REWORDED_SHARE = 0.03  # of the words replaced by others that are no other spelling
SPELLING_LIKENESS = 60.0  # rapidfuzz ratio, 0 to 100
MOST_CANDIDATES = 12  # parents compared in full, by shared fingerprints, in large families
