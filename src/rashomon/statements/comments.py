"""Tails in which the outlet comments on what was said, or tells what came of it."""

from __future__ import annotations

from rashomon.statements import clauses
from rashomon.statements.document import Document
from rashomon.statements.drafts import Draft
from rashomon.statements.others import RESULTS
from rashomon.statements.words import PREPOSITIONS, PRONOUNS

# What the outlet calls the thing that was said to be done. On PolNeAR four of five such tails are
# no part of the words.
_STEPS = frozenset("move step practice tactic".split())
_LABELS = frozenset("call describe label brand dub characterize portray denounce".split())
_AFTER_STEP = frozenset("that which critics opponents supporters they he she it some many".split())
_BEARING = RESULTS | frozenset("referencing noting prompting referring".split())


def end_of(document: Document, made: Draft, start: int, end: int) -> int:
    """The end of the words without the outlet's comment on them."""
    if made.cue is None or start <= made.anchor or made.kind == "P":
        return end
    words = document.words
    for at in range(start + 1, end - 2):
        if words[at] == ",":
            if document.lower[at + 1] in ("a", "an") and _step(document, at + 1, end):
                return at if document.outside(at) else end
        elif document.is_mark[at] and document.region[at - 1] >= 0:
            if _second_verb(document, made, at + 1, end):
                return at + 1
            if words[at - 1] == "," and _after_quotation(document, made, at + 1, end):
                return at + 1
    return end


# What only somebody does who speaks: after a quotation it is the one who was quoted.
_SPOKE = frozenset(
    "said told added accused called denounced derided mocked blasted criticized criticised praised "
    "argued insisted vowed urged warned".split()
)


def _second_verb(document: Document, made: Draft, at: int, end: int) -> bool:
    """ "accused the guild of “games” | and derided Lind as ...": the next thing the source said."""
    if document.lower[at] not in ("and", "but") or at + 2 >= end:
        return False
    verb = at + 1 + document.lower[at + 1].endswith("ly")
    return document.lower[verb] in _SPOKE and document.lower[made.anchor].endswith(("ed", "d", "t"))


def _step(document: Document, at: int, end: int) -> bool:
    """ ", a move critics said ...", ", a step that ...": the outlet on the deed."""
    if at + 3 >= end or document.lower[at + 1] not in _STEPS:
        return False
    if document.lower[at + 2] in _AFTER_STEP or document.words[at + 2][0].isupper():
        return True
    near = range(at + 3, min(at + 6, end))
    return any(clauses.speech_form(document, verb, ("past", "s", "base")) for verb in near)


def _after_quotation(document: Document, made: Draft, at: int, end: int) -> bool:
    """Whether what follows a quotation that closes with a comma is the outlet's to the end."""
    if any(document.is_mark[near] for near in range(at, end - 1)):
        return document.lower[at] == "prompting" and document.outside(at)
    lower, after = document.lower[at], document.lower[at + 1]
    if lower in ("a", "an"):  # “rather late,” a mild word from somebody who ...
        again = any(  # “old stock,” a name for her knives, is worn
            document.words[near] == ","
            and (clauses.sure_verb(document, near, end) or _lone_verb(document, near, end))
            for near in range(at + 2, end - 1)
        )
        return document.words[at + 1][0].islower() and not again
    if lower == "which":
        return made.lemma in _LABELS
    if lower == "with":  # “on hold,” with the guild also reporting ...
        near = document.lower[at + 1 : min(at + 8, end)]
        return any(word.endswith("ing") for word in near) and after not in PRONOUNS
    if lower == "the" and end - at <= 6:  # “a farce,” the Courier reports
        told = clauses.speech_form(document, end - 1, ("past", "s"))
        return told or document.lower[end - 1] == "reports"
    return lower in _BEARING and after not in PREPOSITIONS - {"to"}


def _lone_verb(document: Document, comma: int, end: int) -> bool:
    """ "..., exists": one word in -s that ends the words."""
    last = document.words[end - 1]
    return end - comma == 2 and last[0].islower() and last.endswith("s")
