"""The name that opens a sentence and its description, before a verb of speech."""

from __future__ import annotations

from rashomon.statements import clauses
from rashomon.statements.document import Document, Range
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
