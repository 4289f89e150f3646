"""Thresholds of the contrasts, with where each came from."""

from __future__ import annotations

# Quotations. From a reading of some 310 differences of 175 stories: trimmed quotations held 7 of
# the last 8 where the missing part was asked to be a clause of its own; altered ones 10 worth, 9
# trivial, 4 false at eight words and a likeness of .78.
SHARED_RUN = 4  # words in a row that two quotations of one utterance share
TRIMMED_AT_LEAST = 3  # words missing before a trim is told
ALTERED_AT_LEAST = 8
ALTERED_LIKENESS = 0.78
# A telling is full, so that what it lacks was left out, from this length on (words).
FULL_WORDS = 250
FULL_SHARE = 0.4  # of the median length of the story's tellings

MOST_WORDS_SHOWN = 600  # characters of a span, by the data model
MOST_OF_A_KIND = 12
MOST_OF_A_STORY = 30
OMITTED_AT_LEAST = 5  # words of a quotation before its lack is told ...
# A lacking quotation is told from four signs of worth on (of six), as 17 of 28 such were found to be
# worth telling, and 7 of 35 others; the shortest and the longest are idle.
QUOTED_FROM = 12  # words
QUOTED_TO = 30
QUOTED_WORTH = 4
QUOTED_PLAIN = 3
OMITTED_PLAINLY = 6  # ... and of one that neither denies, accuses nor judges
SHORTEST_NAME_PART = 4
# Near spellings of one part of a folded name: Kiev/Kyiv .85 by Jaro-Winkler; the fold itself rests
# on more than likeness, so that this only tells another spelling from another part.
NAME_PART_LIKENESS = 0.75
MOST_SIDES = 8  # tellings shown of one difference
SHORTEST_QUOTATION = 3  # words; fewer are often marks of distance, not speech
MOST_BETWEEN_PARTS = 400  # characters of the writer's own words inside one utterance
LONGEST_REST = 400  # characters: a rest that is longer is another passage
REST_STEMS = 2  # content words that the missing part must have
TOLD_SHARE = 0.5  # of its content words in one sentence elsewhere: said in other words
SAME_BESIDE = 2  # words that are the same on each side of an edit ...
SAME_AROUND = 6  # ... and on both together
LONGEST_EDIT = 10  # words
GONE_STEMS = 2  # content words that are left out or put in
SAME_WORD = 0.85  # Jaro-Winkler: another form or spelling of one word
SAME_SHARE = 0.7  # of the shorter quotation: the same words under two cues
CUE_BESIDE = 60  # characters between a quotation and its cue
SPEAKER_BESIDE = 60
SURE_RUN = 5  # words in a row that are the same, where both name the same speaker ...
UNSURE_RUN = 7  # ... and where one names none
RUN_STEMS = 2
LOOSE_START = 2  # words by which the two sentences may begin or end apart
LONGEST_CUE = 2  # words
# Sorts of candidates that are found but not shown, as reading found them false more than one
# time in five, or idle far more often than worth telling (docs/differences.md has the counts).
HELD_BACK: frozenset[str] = frozenset(
    (
        "cut short, plainly",
        "spelling of a first name",
        "spelling, slight",
        "fact not found",
        "quotation not found, plain",
        "quotation not found, idle",
        "other speaker",
        "quotation not found, heard otherwise",
        "quotation not found, speaker not sure",
        "voice not found",
        "voice not found, plain",
        "one voice",
        "two voices",
        "headline leads, plainly",
        "headline leads, same act",
        "own words",
    )
)
# Of these, sorts that are shown where a story of three tellings has hardly anything else: fewer
# other differences than this. True as a rule, and worth telling one time in four (quotations) to
# two in five (headlines).
FALLBACK: dict[str, int] = {
    "quotation not found, plain": 1,
    "quotation not found, heard otherwise": 1,
    "headline leads, plainly": 2,
}
MOST_FALLBACKS = 2
COUNT_CONTEXT = 3  # stems that a count's sentence and its neighbour share with the other's
OMITTED_AT_MOST = 45  # words: a longer sentence is a statement's whole text
OMITTED_STEMS = 3  # content words of a quoted sentence before its lack is told
MOST_OMITTED = 3  # of a story
WORDS_IN_TOPIC = 9  # of a quotation that a topic names
LABEL_USES = 3  # uses of rival labels in all, before they are told
LABEL_USES_EACH = 1  # uses of each label that has no name beside it
PLAIN_MENTIONS = 2  # of a person, before a telling is said to describe without judgement
FACT_STEMS = 4  # content words that the two sentences with the number share
FACT_TOLD = 0.5  # of these in one sentence of the third telling: told without the number
MOST_FACTS = 1  # of a story
WORDS_OF_A_FACT = 7
LEAST_TOLD = 12  # smaller counts are told by chance
MEASURE_STEMS = 3  # content words that two sentences with a measure share ...
MEASURE_SHARE = 0.6  # ... and of the shorter one's
MEASURE_RATIO = 0.5  # of the smaller value to the larger: further apart, another thing is meant
FACT_EARLY = 8  # sentences: a fact is weighty where it stands early in one telling
UNSURE_LIKENESS = 0.9  # of two altered sentences, where one names no speaker
ROUGHLY = 0.8  # two estimates that are nearer than this are one
COUNT_RATIO = 0.2  # of the smaller count to the larger: further apart, another group is meant
MOST_VOICES = 2  # of a story
VOICE_FROM = 2  # charged in one telling and heated in both, or heated in both and for a side ...
HEADLINE_SHARED = 2  # content words of a headline that judges and of the plain one beside it
LEADS_OWN = 2  # content words that each of two headlines has for itself ...
LEADS_APART = 0.4  # ... and the share of the shorter one's that the other has not
LEADS_FAR = 0.7
LEADS_FROM = 1.5  # from this angle on two headlines are told; below, where little else is found
MOST_HEADLINES = 4
DEED_STEMS = 3  # content words that two accounts of one deed share
PLACE_STEMS = 4  # content words that two sentences with rival names of a place share ...
PLACE_SHARE = 0.4  # ... and of the shorter one's
BOTH_WITHIN = 300  # characters between two rival numbers that one telling names
LABEL_REACH = 80  # characters around a quick word in which a label stands
PART_AT_MOST = 60  # characters of a quotation that may be a part of a longer one
RETOLD_STEMS = 3  # content words that two translations of one sentence share ...
RETOLD_SHARE = 0.5  # ... and of the longer one's
WHOLE_LEAD = 1_200  # characters of a text that say what it is about
LEAD = 400  # characters of a text that say whether the event is still to come
SLIGHT_SPELLING = 2  # letters: transliteration, not another name
OWN_WORDS_SHOWN = 3  # judging words that a topic names
OWN_CLAUSE = 60  # characters: a shorter clause is shown with what stands around it
OWN_SHARED = 4  # content words that a judged sentence and the plain one beside it share ...
OWN_SHARE = 0.25  # ... and of the shorter one's
OWN_HEADS = 2  # content words on each side of a judging word: what is judged
OWN_CLAIM = 4  # content words on each side of a word that doubts: the claim; two of them count
OWN_NEAR = 1  # content words of the headlines' in a judged sentence
ALONE_WORDS = 5  # of a quotation: fewer are often marks of distance
ALONE_QUOTED = 2  # quotations of those whom a telling quotes alone
MOST_ALONE = 2  # persons whom a telling quotes alone
OTHERS_QUOTED = 2  # other persons whom another telling quotes beside one ...
OTHERS_OF_TWO = 3  # ... and beside two
OTHERS_SHOWN = 3  # of these
USUAL = 6  # pairs of sentences: a word that stands in more of an article's says little there
TOLD_RARE = 0.4  # of a quotation's telling words in one place: said in other words ...
TOLD_RARE_OF_MANY = 0.3  # ... or of these, where they are three
SAME_STATEMENT = 1_000  # characters: sentences that are nearer are of one source's statement
LEAD_NAMES = 0.5  # of the names that all leads of those that have it share
