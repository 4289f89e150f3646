"""Whether words belong to an occasion of their own: another day, event or clause."""

from __future__ import annotations

import re

from rashomon.statements.document import Document, Range
from rashomon.statements.drafts import Draft
from rashomon.statements.traits import people
from rashomon.statements.words import DAYS, PERSON_NOUNS

_YEAR = re.compile(r"(?:19|20)\d\d")
# How far from a cue its sentence is searched, in tokens: a guard for endless sentences.
REACH = 120
# Other occasions than an interview at which words are spoken or written.
_EVENTS = frozenset(
    "forum rally hearing hearings conference debate speech briefing summit testimony town-hall "
    "statement tweet tweets letter memo memoir book op-ed video ceremony "
    "convention vigil sermon lawsuit filing editorial essay column".split()
)
_HEARERS = frozenset(
    "at reporters journalists supporters lawmakers donors voters workers students crowds".split()
)
_ASKED = frozenset(("Asked", "Pressed", "Questioned"))
# Tokens from a cue within which an event is the occasion of its words.
NEAR_CUE = 14


def nearby(document: Document, cue: Range) -> Range:
    """The sentence of a cue; of a very long one the part around it."""
    first, last = document.sentences[document.sentence[cue[0]]]
    return max(first, cue[0] - REACH), min(last, cue[1] + REACH)


def elsewhere(document: Document, made: Draft, before: Draft | None) -> bool:
    """Whether an interview is over: "has long said", or another occasion told of in between.

    What leads up to an interview is its own: "X has said. ... he told the Courier".
    """
    if made.cue is None:
        return False
    if document.lower[made.cue[0]] in ("has", "have"):
        return True
    if before is None or before.cue is None:
        return False
    since = document.sentences[document.sentence[max(before.content[-1][1], before.cue[1]) - 1]][1]
    first = document.sentences[document.sentence[min(made.start, made.cue[0])]][0]
    return any(
        document.outside(at)
        and (
            (document.lower[at] in _EVENTS and _held_there(document, since, at))
            or document.words[at] in _ASKED
        )
        for at in range(max(since, first - REACH), first)
    )


def is_new(document: Document, made: Draft) -> bool:
    """A day or an event of its own in the cue's sentence, outside what was said."""
    if made.cue is None:
        return False
    first, last = nearby(document, made.cue)
    for at in range(first, last):
        if not document.outside(at) or any(s <= at < e for s, e in made.content):
            continue
        lower = document.lower[at]
        if lower in DAYS and document.words[at][0].isupper():
            return True
        if _YEAR.fullmatch(lower) and at > first and document.lower[at - 1] in ("in", "since"):
            return True
        if lower in ("earlier", "previously", "since") and abs(at - made.cue[0]) < 4:
            return True
        near = abs(at - made.cue[0]) <= NEAR_CUE
        if near and lower in _EVENTS and _held_there(document, first, at):
            return True
        if lower in ("asked", "pressed", "questioned") and at == first:
            return True  # "Asked on the quay if ..., he said"
        following = document.lower[at + 1 : at + 3]
        if lower in ("speaking", "talking") and _HEARERS.intersection(following):
            return True  # "Speaking to reporters"
        if lower in ("told", "telling") and following[:1] in (["reporters"], ["journalists"]):
            return True
    return False


def _held_there(document: Document, first: int, at: int) -> bool:
    """Whether an event is where words were spoken: "at a rally", "during the hearing"."""
    for back in range(at - 1, max(first, at - 5) - 1, -1):
        lower = document.lower[back]
        if lower in ("at", "in", "during", "after", "before", "on"):
            return True
        if not document.words[back][0].isalnum() and document.words[back] not in ("'s", "’s"):
            return False
    return False


def of_its_own(document: Document, made: Draft) -> bool:
    """Whether several speak in a clause of their own: "it was over but | wardens said that"."""
    if made.source is None or made.cue is None or made.source[1] > made.cue[0]:
        return False
    start, end = made.source
    noun = document.lower[end - 1]
    return (
        start - 1 > document.sentences[document.sentence[start]][0]
        and document.lower[start - 1] in ("and", "but")
        and document.outside(start)
        and noun.endswith("s")
        and (noun in PERSON_NOUNS or people(noun))
    )
