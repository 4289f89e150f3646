"""The numbers that the copies stage decides with, and where each came from.

"Tuned" means: chosen on the half of the families of the copies benchmark whose family id has an
even last hexadecimal digit, and checked on the other half (`docs/copies.md` has both figures).
"""

# Fingerprints: Schleimer, Wilkerson, Aiken 2003. A gram is five words; a sign of a script written
# without spaces weighs half a word, so a gram of Chinese is ten signs.
GRAM_WEIGHT = 10
WORD_WEIGHT = 2
SIGN_WEIGHT = 1
WINDOW = 8

# Furniture: a fingerprint is common, and no longer says anything, when one outlet has it in more
# than OUTLET_COMMON different texts, or the desk in more than DESK_COMMON. Different texts are
# those with different least fingerprints, so the reprints of one article hardly count twice.
OUTLET_COMMON = 3
DESK_COMMON = 40
# Of no pair is more asked of the index than this many articles a fingerprint.
MOST_POSTINGS = 400

# Folding. Shares are of the fingerprints that are not common, of the article with fewer of them.
LEAST_SHARED = 3  # FINDINGS: "ask for three shared"
SURE_SHARE = 0.6
LEAST_SHARE = 0.25
SHORT = 24  # fingerprints, some 100 words: what is shorter must share SHORT_SHARE
SHORT_SHARE = 0.5
SEGMENTS = 8  # a reworded copy shares something in most eighths of its text
SPREAD = 0.7
OWN_SHARE = 0.25  # of the fingerprints outside quotation marks
DOCUMENT_SHARE = 0.9  # one block shared, both leads of their own: a document that both print

# Lineage: the parent is the earlier member from which the article is made at the least cost.
GAP_COST = 6.0  # each stretch inserted, deleted or replaced
WORD_COST = 1.0  # each word that the parent lacks
DELETED_COST = 0.01  # each word that the article lacks
TITLE_COST = 8.0  # another title
STATED_GAIN = 40.0  # the article names the outlet or the address as its source

# Relations.
TEASER_WORDS = 150  # no longer than this, and a lead of its parent
TEASER_SHARE = 0.5  # of the parent's length at most
FOOTER_WORDS = 60  # what stands after the cut of an excerpt at most
EXCERPT_DELETED = 0.2  # of the parent's words
CONTAINS_SHARE = 0.5  # of the words that the parent lacks
REWORDED_SHARE = 0.03  # of the words replaced by others that are no other spelling
SPELLING_LIKENESS = 60.0  # rapidfuzz ratio, 0 to 100
MOST_CANDIDATES = 12  # parents compared in full, by shared fingerprints, in large families
