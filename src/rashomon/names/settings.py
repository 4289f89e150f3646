"""Thresholds of names, each with where it came from."""

from __future__ import annotations

# Longest name in words: "Mohammed bin Salman bin Abdulaziz Al Saud" has seven. By reason.
MAX_PERSON_WORDS = 6
# How far back from a name its role is read, in words ("former US deputy national security
# adviser"). By reason.
MAX_ROLE_WORDS = 8
# Longest description after a name ("Ann Ode, head of the institute, said"), characters. By reason.
MAX_APPOSITION = 90
# A line in which at least this share of the words that are not small ones is capitalised is a
# headline, in which a capital says nothing. Chosen on invented headlines; plain news prose stands near .15.
HEADLINE_SHARE = 0.6
# The same for a line that ends as a sentence does.
HEADLINE_SHARE_ENDED = 0.9
# Jaro-Winkler likeness of two surnames that may be one name misspelt, where given name, role and
# story agree as well. FINDINGS: true pairs .91 and above; no threshold decides alone.
SURNAME_LIKENESS = 0.82
# Letters at the start that two such surnames share. By reason: a mistranslation keeps the onset.
SURNAME_ONSET = 3
# What an article that was translated or reprinted weighs against others where forms of a name
# compete for the canonical one: an error of translation must not win a tie. By reason.
TRANSLATED_WEIGHT = 0.5
# Family names shorter than this are never held for misspelt forms of one another. By reason:
# one letter in four makes another name.
MIN_MISSPELT = 5
# How far back a full name may stand to be meant by a surname that two persons share, characters
# (about two paragraphs of news). By reason.
NEAR = 700
# Longest name of an outlet that is looked up, in words ("The Atlanta Journal-Constitution
# Weekend Edition" has six). By reason.
MAX_OUTLET_WORDS = 6
# A surname alone, which its story explains by no full name, is that of the desk's dominant person
# of the surname: named in full in at least so many stories, and in so many times as many as all
# others of the surname together. By reason; checked by reading on a sample of news on one country.
DOMINANT_STORIES = 8
DOMINANT_RATIO = 4
# Longest run of capitalised words that is read as one, in words; longer ones are cut. By reason: it
# keeps the patterns over runs linear on text that is all capitals.
MAX_RUN = 40
# Two articles that open with the same words are copies, which have one voice where forms of a name
# compete: so many characters are looked at, so many words must be there. By reason.
OPENING = 400
OPENING_WORDS = 25
