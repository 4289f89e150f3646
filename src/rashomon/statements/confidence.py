"""How often readers found statements right that were found in a like way.

The judge's chance was fitted to PolNeAR, where beliefs and half-told words count as well; what a
reader calls right is less. `_READ` turns one into the other.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from rashomon.model import StatementKind
from rashomon.statements import clauses, descriptions
from rashomon.statements.document import Document
from rashomon.statements.drafts import Draft

# The judge's chance, and the share of statements about there that readers found right: 1,280 stated
# ones (`benchmarks/readings`, third and fourth), and 480 older ones below, in steps, monotone. Words
# in quotation marks alone are the most often whole, those in part the least: .91 of 467 quoted ones
# were right, .78 of 612 told ones, .75 of 201 of both.
_READ: dict[StatementKind, NDArray[np.float64]] = {
    "direct": np.array(
        [[0.42, 0.3], [0.6, 0.45], [0.7, 0.6], [0.8, 0.75], [0.88, 0.84], [0.92, 0.89],
         [0.97, 0.93]]
    ),
    "indirect": np.array(
        [[0.42, 0.3], [0.6, 0.35], [0.7, 0.5], [0.75, 0.6], [0.82, 0.66], [0.86, 0.7], [0.9, 0.77],
         [0.97, 0.83], [1.1, 0.9]]
    ),
    "mixed": np.array(
        [[0.42, 0.2], [0.6, 0.3], [0.7, 0.4], [0.75, 0.45], [0.82, 0.55], [0.86, 0.61], [0.9, 0.72],
         [0.97, 0.83], [1.1, 0.87]]
    ),
}  # fmt: skip
# A quotation under nobody's name: none of nine was found right.
OPEN = 0.2
# Words left to a pronoun or to "who": as above.
_POINTING = frozenset("he she they it we i you who which that this these those".split())
# "The musician", "this lawmaker": somebody the text names elsewhere, and not found. Of nine, four right.
UNFOUND = 0.6
_DEFINITE = frozenset("the this that his her their its".split())
# "The statement read": somebody's, whom the text tells, and not found. Of four, none right.
_ISSUED = frozenset("statement release group chart communique communiqué".split())
# "He", where the one who fits best leads the next by less than NARROW (`pronouns.scores`: a sentence
# counts 1): of 20 read, 13 right; of 30 that led by up to half a sentence more, 28.
NARROW = 0.75
GUESSED = 0.6
# A quotation that no verb gives, after a sentence of the reporter's on other things: of eight without
# a cue four were right.
STRAY = 0.6
LONG_ENOUGH = 6
# "She wrote about the flood": what the words were about. None of three was found right.
TOPIC = 0.6
_OWN = frozenset("he she they his her their him them it its who".split())
_THIRD = frozenset("he she his her he's he’s she's she’s".split())
# Those whom news leaves unnamed: "the official said" is all that can be known.
_ANONYMOUS = frozenset(
    "source official diplomat aide adviser advisor person spokesperson spokesman spokeswoman".split()
)
# A sentence that is a clause and ", SOURCE said": the judge gives many of them little, since in
# PolNeAR the source is often told apart from them. Of 100 such that were read, 96 were right.
WHOLE_CLAUSE = 0.9
_SPEECH = frozenset({"S", "P"})
# Beliefs and intentions in the writer's own words: 44 of 46 that the judge gave BELIEVED were right.
BELIEF = 0.85
BELIEVED = 0.75
_SUBORDINATE = frozenset(
    "if whether that because although though while whereas when who what".split()
)
_AFTER = frozenset(". , ; — – ( on in at to late early during who".split())


def of(document: Document, made: Draft, speaker: str | None, kind: StatementKind) -> float:
    """The confidence of one attribution under `speaker`, 0 to 1 in steps of .01."""
    if speaker is None or speaker.lower() in _POINTING:
        return OPEN
    chance = min(made.chance, made.follows.chance) if made.follows is not None else made.chance
    share = float(np.interp(chance, *_READ[kind].T))
    if share < WHOLE_CLAUSE and _is_whole_clause(document, made):
        share = WHOLE_CLAUSE
    if kind == "indirect" and made.kind not in _SPEECH and chance >= BELIEVED:
        share = max(share, BELIEF)
    if made.source is not None and _is_unfound(document, made, speaker):
        share *= UNFOUND
    if made.lead < NARROW:
        share *= GUESSED
    if made.cue is None and (_is_stray(document, made, speaker) or _tells_of(document, made)):
        share *= STRAY
    if made.kind in _SPEECH and made.start and document.lower[made.start - 1] == "about":
        share *= TOPIC
    return round(share, 2)


def _is_stray(document: Document, made: Draft, speaker: str) -> bool:
    """Whether a quotation without a cue comes after a sentence that has nothing of its speaker."""
    if made.source is not None or made.follows is None:
        return False
    before = made.follows
    ends = [end for _, end in before.content]
    ends += [span[1] for span in (before.cue, before.source) if span is not None]
    first = document.sentence[max(ends) - 1] + 1
    name = speaker.split()[-1].lower()
    for number in range(first, document.sentence[made.start]):
        start, end = document.sentences[number]
        if end - start < LONG_ENOUGH or not document.outside(start):
            continue
        words = document.lower[start:end]
        if name not in words and _OWN.isdisjoint(words):
            return True
    return False


def _tells_of(document: Document, made: Draft) -> bool:
    """Whether the words under a label tell of whom it names: "Brill: She has promised a dam"."""
    if made.source is None or made.regions or document.slice(made.source).isupper():
        return False  # capitals label the lines of a transcript
    start = made.content[0][0]
    return start > made.source[1] and document.lower[start] in _THIRD


def _is_unfound(document: Document, made: Draft, speaker: str) -> bool:
    """Whether the source is one described person whom the text did not tell the name of."""
    assert made.source is not None
    start, end = made.source
    return (
        end - start <= 3
        and document.lower[start] in _DEFINITE
        and document.slice(made.source) == speaker
        and document.lower[end - 1] not in _ANONYMOUS
        and (
            descriptions.is_one_person(document.lower[end - 1])
            or document.lower[end - 1] in _ISSUED
        )
    )


def _is_whole_clause(document: Document, made: Draft) -> bool:
    """Whether the words fill their sentence up to ", SOURCE said" or ", said SOURCE"."""
    if made.source is None or made.cue is None or len(made.content) != 1:
        return False
    start, end = made.content[0]
    head, tail = min(made.source, made.cue), max(made.source, made.cue)
    sentence = document.sentence[start]
    return (
        made.kind in _SPEECH
        and start == document.sentences[sentence][0]
        and document.lower[start] not in _SUBORDINATE
        and document.words[end : end + 1] == [","]
        and end + 1 == head[0]
        and head[1] == tail[0]
        and tail[1] <= document.sentences[sentence][1]
        and (
            made.lemma == "tell"
            or tail[1] == document.sentences[sentence][1]
            or _AFTER.issuperset(document.lower[tail[1] : tail[1] + 1])
        )
        and ":" not in document.words[start:end]
        and clauses.verb_inside(document, start, end)
    )
