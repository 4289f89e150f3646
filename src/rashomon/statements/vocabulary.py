"""What the tagger knows of a word by itself: its numbers in the vocabulary, and a tag."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.statements.lexicon import forms
from rashomon.statements.words import (
    AUXILIARIES,
    BODY_NOUNS,
    CONJUNCTIONS,
    DETERMINERS,
    NEGATIONS,
    PERSON_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
)

TAGS = 40
_PUNCTUATION = {",": 22, ".": 23, "?": 23, "!": 23, ":": 24, ";": 25, "–": 25, "—": 25, "-": 25}
_OWN = {
    "that": 10, "to": 30, "who": 32, "which": 32, "according": 33, "by": 34, "of": 36,
    "'s": 29, "’s": 29, "and": 37, "but": 37, "as": 38,
}  # fmt: skip


def _word_tag(lower: str) -> int:
    own = _OWN.get(lower)
    if own is not None:
        return own
    if not lower[0].isalnum():
        return _PUNCTUATION.get(lower, 28)
    if lower in NEGATIONS:
        return 8
    if lower in AUXILIARIES:
        return 7
    if lower in PRONOUNS or lower in ("him", "her", "them"):
        return 6
    if lower in DETERMINERS:
        return 4
    if lower in TIMES:
        return 11
    if lower in PREPOSITIONS:
        return 5
    if lower in CONJUNCTIONS:
        return 9
    cues = forms().get(lower)
    if cues is not None:
        first = cues[-1]
        if first.kind == "S":
            return {"past": 17, "s": 17, "base": 18, "ing": 19}[first.form]
        return 21 if first.kind == "F" else 20
    if lower in PERSON_NOUNS:
        return 12
    if lower in BODY_NOUNS:
        return 13
    if lower[0].isdigit():
        return 3
    if lower.endswith("ly") and len(lower) > 4:
        return 14
    if lower.endswith("ed") and len(lower) > 3:
        return 15
    if lower.endswith("ing") and len(lower) > 4:
        return 16
    if lower.endswith("s") and len(lower) > 3:
        return 31
    return 0


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Words and suffixes that have weights (0 is any other), and words that may be cues."""

    words: dict[str, int]
    suffixes: dict[str, int]
    cues: dict[str, int]


Row = tuple[int, int, int, int, bool, bool]


class Words(dict[str, Row]):
    """What is known of a word as it is written, kept from one document to the next.

    Its number in the vocabulary, that of its suffix, its tag, its number among the cues, whether it
    begins with a capital, and whether it is all capitals.
    """

    MOST = 300_000  # a guard: more are worked out anew

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._vocabulary = vocabulary

    def __missing__(self, word: str) -> Row:
        known, lower = self._vocabulary, word.lower()
        suffix = known.suffixes.get(lower[-3:], 0) if lower[0].isalpha() else 0
        row = (
            known.words.get(lower, 0), suffix, _word_tag(lower), known.cues.get(lower, 0),
            word[0].isupper(), len(word) > 1 and word.isupper(),
        )  # fmt: skip
        if len(self) < self.MOST:
            self[word] = row
        return row
