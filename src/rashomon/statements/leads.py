"""The name that opens a sentence and its description, before a verb of speech."""

from __future__ import annotations

from rashomon.statements import around, clauses, sources
from rashomon.statements.document import Document, Range
from rashomon.statements.drafts import Draft
from rashomon.statements.words import CONJUNCTIONS, DAYS, DETERMINERS, PREPOSITIONS, PRONOUNS, TIMES

_OPENING = frozenset((",", "(", "–", "—", "--", "-"))
_CLOSING = frozenset((",", ")", "–", "—", "--", "-"))
_LONGEST_NAME = 8
_BESIDE = frozenset(("who", "whose", "which", "one"))


def opening_name(document: Document, first: int, head: int) -> Range | None:
    """The name of "Bo Lind, 59, of Brill, who watched from the quay, said ..."; None for a clause.

    `first` is the sentence's first token, `head` that of the verb group.
    """
    if head - first < 4 or document.words[head - 1] not in _CLOSING:
        return None
    if document.lower[first] in ("the", "his", "her", "their", "its", "one", "another"):
        return _described(document, first, head)
    at = first
    while at < head and document.words[at][0].isupper() and document.words[at][0].isalpha():
        if (
            document.lower[at]
            in DETERMINERS | PREPOSITIONS | CONJUNCTIONS | DAYS | TIMES | PRONOUNS
        ):
            return None
        at += 1
    fewest = 2 if document.words[at] == "," else 1
    if not fewest <= at - first <= _LONGEST_NAME or document.words[at] not in _OPENING:
        return None
    if any(not document.outside(near) or document.words[near] == ";" for near in range(at, head)):
        return None
    led = at + 1
    if document.words[at] == "(":
        led = next((near for near in range(at, head) if document.words[near] == ")"), head) + 2
    plain = not clauses.sure_verb(document, at, head)
    relative = any(document.lower[near] in _BESIDE for near in range(led, min(led + 12, head)))
    return (first, at) if plain or relative else None


def _described(document: Document, first: int, head: int) -> Range | None:
    """The noun phrase of "The carmaker, which has turned to ferries, says ..."."""
    at = first + 1
    while at < min(head, first + _LONGEST_NAME) and document.words[at][0].isalpha():
        if document.lower[at] in CONJUNCTIONS | PRONOUNS or clauses.sure_verb(document, at, at + 1):
            return None
        at += 1
    if at - first < 2 or document.words[at] != "," or document.words[head - 1] != ",":
        return None
    if any(not document.outside(near) or document.words[near] == ";" for near in range(at, head)):
        return None
    led = document.lower[at + 1] in _BESIDE | {"a", "an"}
    return (first, at) if led and at + 3 < head else None


_LETTERS = frozenset(
    "letter letters statement memo note email emails tweet tweets message petition report complaint "
    "brief filing motion lawsuit suit opinion editorial article column post video op-ed".split()
)


def of_letter(document: Document, made: Draft) -> Range | None:
    """The subject of "The guild sent the yard a letter in May stating that ..."."""
    if made.cue is None or made.kind != "S" or made.anchor < 0:
        return None
    if not document.lower[made.anchor].endswith("ing") or made.cue[0] != made.anchor:
        return None
    first, last = document.sentences[document.sentence[made.anchor]]
    before = range(max(first, made.anchor - 9), made.anchor)
    if not any(document.lower[at] in _LETTERS and document.outside(at) for at in before):
        return None
    if any(document.words[at] == "," or not document.outside(at) for at in before):
        return None
    found = around.subject(document, first, made.cue[0], last)
    if found is None or found[1] >= made.cue[0]:
        return None
    start, end = found
    while end - start > 2 and document.lower[end - 1].endswith("ed"):
        end -= 1  # "The guild formed in May and sent ..."
    return start, end


def without_bracket(document: Document, source: Range) -> Range:
    """The name before a bracket of which only the end was taken: "Vesna Yard (ticker: VY)"."""
    start, end = source
    if document.words[end - 1] != ")" or "(" in document.words[start:end]:
        return source
    first = document.sentences[document.sentence[start]][0]
    for at in range(start - 1, max(first, start - 8), -1):
        if document.words[at] == "(":
            return sources.before(document, at, first) or source
    return source
