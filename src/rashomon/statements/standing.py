"""How an attribution stands in its sentence, as small numbers for the judge."""

from __future__ import annotations

from rashomon.statements import clauses, deeds
from rashomon.statements.document import Document
from rashomon.statements.drafts import Draft
from rashomon.statements.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    BODY_NOUNS,
    CLAUSE_STARTERS,
    COMMON_VERBS,
    DETERMINERS,
    NEGATIONS,
    PERSON_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
)

KINDS, OPENINGS, SOURCES, GROUPS, LEADS, GAPS, ENDS, SENTENCES = 5, 15, 13, 10, 14, 6, 6, 4
_KIND = {"S": 0, "A": 1, "F": 2, "P": 3}
_MODALS = frozenset("would could should might may must can ought".split())
_LEADS = {
    word: number
    for number, words in enumerate(
        ("if unless", "when once", "while though although", "because since", "that", "who which",
         "as", "after before", "and but or", ",", "to", "than"), 2
    )
    for word in words.split()
}  # fmt: skip
_SOURCES = {"he": 1, "she": 1, "they": 2, "it": 3, "i": 4, "we": 5, "you": 5, "who": 6, "which": 6}


def kind(document: Document, made: Draft) -> int:
    """The cue's class in the lexicon, or that it is none of the lexicon's."""
    return _KIND.get(made.kind, 4) if deeds.known(document, made) else 4


def opening(document: Document, made: Draft) -> int:
    """What the content opens with, where it follows its cue."""
    start = made.content[0][0]
    if made.anchor < 0 or start <= made.anchor:
        return 0
    lower, previous = document.lower[start], document.lower[start - 1]
    if document.region[start] >= 0:
        return 3 if document.is_mark[start - 1] else 4
    if previous == "that":
        return 1
    if previous == ":":
        return 2
    if document.is_mark[start]:
        return 3
    if previous == "as":
        return 7
    if lower == "to":
        return 5
    if lower in CLAUSE_STARTERS:
        return 6
    if lower in PRONOUNS or lower == "there":
        return 8
    if lower in DETERMINERS:
        return 9
    if lower in PREPOSITIONS or previous in PREPOSITIONS:
        return 10
    if document.words[start][0].isupper():
        return 11
    if lower.endswith("ing"):
        return 12
    return 13 if lower[0].isdigit() or lower[0] in "$€£" else 14


def has_verb(document: Document, made: Draft) -> int:
    """Whether the content is likely a clause."""
    return int(any(clauses.sure_verb(document, start, end) for start, end in made.content))


def source(document: Document, made: Draft) -> int:
    """What names the source."""
    if made.source is None:
        return 0
    start, end = made.source
    lower = document.lower[end - 1]
    if end - start == 1 and lower in _SOURCES:
        return _SOURCES[lower]
    if lower in ("some", "many", "others", "most", "few", "both", "all"):
        return 7
    head = end - 1
    for at in range(start + 1, end):
        if document.lower[at] in PREPOSITIONS or document.words[at] == ",":
            head = at - 1
            break
    noun = document.lower[head]
    if document.words[head][0].isupper():
        return 10
    if noun in PERSON_NOUNS:
        return 8
    if noun in BODY_NOUNS:
        return 9
    return 11 if noun.endswith("s") else 12


def group(document: Document, made: Draft) -> int:
    """The cue's verb group: plain, negated, modal, infinitive, participle."""
    if made.cue is None or made.anchor < 0:
        return 0
    words = document.lower[made.cue[0] : made.anchor]
    form = document.lower[made.anchor]
    if not NEGATIONS.isdisjoint(words):
        return 1
    if not _MODALS.isdisjoint(words):
        return 2
    if "will" in words:
        return 3
    if "to" in words or (made.cue[0] and document.lower[made.cue[0] - 1] == "to"):
        return 4
    if not BE.isdisjoint(words):
        return 5 if form.endswith("ing") else 7
    if any(word in ("has", "have", "had") for word in words):
        return 6
    if form.endswith("ing"):
        return 8
    return 0 if form.endswith(("ed", "s")) or form in COMMON_VERBS else 9


def lead(document: Document, made: Draft) -> int:
    """The word before the source, or before the cue where it comes first."""
    places = [span[0] for span in (made.source, made.cue) if span is not None]
    if not places:
        return 0
    at = min(places)
    if at == document.sentences[document.sentence[at]][0]:
        return 1
    return _LEADS.get(document.lower[at - 1], 0)


_PLAIN_BETWEEN = ADVERBS | AUXILIARIES | TIMES | PREPOSITIONS


def gap(document: Document, made: Draft) -> int:
    """What stands between source and cue."""
    if made.source is None or made.cue is None:
        return 5
    if made.source[0] >= made.cue[1]:
        return 4
    between = range(made.source[1], made.cue[0])
    if not between:
        return 0
    if document.words[between[0]] in (",", "(", "–", "—") or document.lower[between[0]] == "who":
        return 2
    plain = all(
        document.lower[at] in _PLAIN_BETWEEN or document.lower[at].endswith("ly") for at in between
    )
    return 1 if plain else 3


def ending(document: Document, made: Draft) -> int:
    """What follows the content."""
    end = made.content[-1][1]
    if end >= document.size or document.words[end] in (".", "!", "?"):
        return 0
    if document.is_mark[end]:
        return 1
    if document.paragraph[end] != document.paragraph[end - 1]:
        return 2
    if document.words[end] == ",":
        return 3
    return 4 if document.lower[end] in ("and", "but", "while", "as") else 5


def sentence(document: Document, made: Draft) -> int:
    """Whether the cue's sentence is a question, a headline, or has no stop."""
    at = made.cue[0] if made.cue is not None else made.content[0][0]
    first, last = document.sentences[document.sentence[at]]
    final = document.words[last - 1]
    if final == "?":
        return 1
    if document.in_capitals(first, min(last, first + 40)):
        return 2
    return 0 if final[-1] in ".!?…" or document.is_mark[last - 1] else 3


# Verbs that tell of a deed as often as of words where a thing follows: "rejected the motion".
_DEEDS = frozenset(
    "confirm reveal defend cite reject offer add protest recognize recognise propose attack refuse "
    "decline disclose dismiss see find show tell write read post report note back support oppose "
    "know question call reiterate tout slam resist want plan".split()
)


def is_doubtful(document: Document, made: Draft) -> bool:
    """Whether an attribution without a quotation stands in a frame that deeds stand in as well.

    An infinitive ("approached him to say"), a thing after a verb of deeds ("defended free
    speech"), words between source and cue that are no aside, a cue that the lexicon does not have.
    """
    if made.cue is None or made.kind == "P" or made.regions:
        return False
    if group(document, made) == 4 or kind(document, made) == 4:
        return True
    if gap(document, made) == 3 and document.lower[made.cue[0] - 1] not in (
        "and",
        "but",
        ",",
        "or",
    ):
        return True
    thing = opening(document, made) in (5, 9, 11, 14) and not has_verb(document, made)
    return thing and made.lemma in _DEEDS


def is_vague(document: Document, made: Draft) -> bool:
    """Whether "they", "it" or "some" is the source of words without a quotation: often no one's."""
    return not made.regions and made.kind != "P" and source(document, made) in (2, 3, 7)
