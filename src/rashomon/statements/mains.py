"""Where the main clause goes on after a cue in a clause that hangs on it."""

from __future__ import annotations

from rashomon.statements import clauses
from rashomon.statements.document import Document
from rashomon.statements.drafts import Draft
from rashomon.statements.lexicon import AMBIGUOUS, forms
from rashomon.statements.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CLAUSE_STARTERS,
    COMMON_VERBS,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
)

_FINITE = (AUXILIARIES | COMMON_VERBS) - frozenset(
    "'s ’s being having been be get got going gets do don't made said told held run set cut put "
    "read left found".split()
)
# What opens a clause that hangs on another, a few words before its subject.
_SUBORDINATE = frozenset("while although though whereas".split())
_NEAR = 6
_CLAUSAL = _FINITE | PRONOUNS | {"that", "to"}
_OPENING = PREPOSITIONS | CONJUNCTIONS | TIMES
_NO_SUBJECT = PREPOSITIONS | {"and", "or", "but", "who", "which", "to", "so"}
# The longest subject, in words, that is looked for after a comma.
_SUBJECT = 5


def comma_at(document: Document, at: int) -> bool:
    """Whether a comma stands at a token, or a closing mark with one inside it."""
    if document.words[at] == ",":
        return document.outside(at)
    return document.is_mark[at] and document.region[at - 1] >= 0 and document.words[at - 1] == ","


def end_of(document: Document, made: Draft, start: int, end: int) -> int:
    """The end of the words after a cue, before the clause goes on that its own hangs on."""
    if made.cue is None or start <= made.anchor or made.kind == "P":
        return end
    if _opens_by(document, made, start, end):
        return _before_source(document, made, start, end)
    if hangs(document, made):
        for at in range(start + 1, end - 2):
            if comma_at(document, at) and main_at(document, made, start, at, end):
                return at
    if not made.plain and document.region[start] < 0 and len(made.content) == 1:
        end = _before_pronoun(document, start, end)
    if document.lower[made.anchor].endswith("ing"):
        end = _before_verb(document, start, end)
    return end


def _opens_by(document: Document, made: Draft, start: int, end: int) -> bool:
    """ "By reporting that it burns, the Courier ...": the one who did so stands in the words."""
    source = made.source
    return source is not None and start + 2 < source[0] < source[1] < end


def _before_source(document: Document, made: Draft, start: int, end: int) -> int:
    assert made.source is not None
    assert made.cue is not None
    comma = made.source[0] - 1
    first = document.sentences[document.sentence[made.cue[0]]][0]
    if not comma_at(document, comma) or made.cue[0] - first > 2:
        return end
    return comma if clauses.verb_inside(document, start, comma) else end


def hangs(document: Document, made: Draft) -> bool:
    """Whether "while" or "although" opens the clause whose subject, or one of two, is the source."""
    source = made.source
    if source is None or made.cue is None or source[1] > made.cue[0]:
        return False
    first = document.sentences[document.sentence[source[0]]][0]
    for at in range(source[0] - 1, max(first - 1, source[0] - _NEAR), -1):
        lower = document.lower[at]
        if lower in _SUBORDINATE:  # not "the mill burnt, though bakers say ..., ..."
            led = at == first or document.lower[at - 1] in ("and", "but")
            return led or not clauses.sure_verb(document, first, at)
        if not document.outside(at) or lower in _FINITE or document.words[at] in ",;:":
            return False
    return False


def main_at(document: Document, made: Draft, start: int, comma: int, end: int) -> bool:
    """Whether a subject and its verb stand right after a comma, and a clause or a thing before it."""
    at = comma + 1
    if document.lower[at] in _NO_SUBJECT:
        return False
    led = made.plain or document.lower[start - 1] == "that"
    if led and not clauses.verb_inside(document, start, comma):
        return False  # "said that on a raft, ships ..."
    if document.words[at][0].isupper() and _described(document, at, end):
        return True
    if document.lower[at] in ("that", "this", "these", "those"):
        stop = next((near for near in range(at, end) if document.words[near] in ",;:"), end)
        return clauses.sure_verb(document, at + 1, stop)
    for near in range(at, min(at + _SUBJECT, end)):
        lower = document.lower[near]
        if not document.outside(near) or document.words[near] in ",;:":
            return False
        if near > at and lower in ("and", "or", "that", "who", "which"):
            return False
        if near > at and (lower in _FINITE or clauses.speech_form(document, near, ("past", "s"))):
            return True
    return False


def _described(document: Document, at: int, end: int) -> bool:
    """ "Bo Lind, her deputy": a name and what he is."""
    while at < end and document.words[at][0].isupper():
        at += 1
    if at + 2 >= end or document.words[at] != ",":
        return False
    return document.lower[at + 1] in ("a", "an", "the", "his", "her", "its", "their", "who")


def _before_pronoun(document: Document, start: int, end: int) -> int:
    """ "the way he attacked the mill, he liked it": no thing goes on with a pronoun and its verb."""
    first = document.lower[start]
    if first in _OPENING or _adverb(document, start):
        return end
    if document.lower[start - 1] in CLAUSE_STARTERS or document.words[start - 1] == ",":
        return end
    for at in range(start + 1, end - 2):
        if document.lower[at] in _CLAUSAL or not document.outside(at):
            return end
        if document.words[at] == "," and document.lower[at + 1] in ("he", "she", "they", "it"):
            verb = at + 2
            while verb < end - 1 and _adverb(document, verb):
                verb += 1
            lower = document.lower[verb]
            return at if lower in _FINITE or lower.endswith("ed") else end
    return end


def _before_verb(document: Document, start: int, end: int) -> int:
    """ "Lind, days after vowing that “it holds,” says ...": the verb of the one who vowed."""
    for at in range(start + 1, end - 2):
        if not document.is_mark[at] or not comma_at(document, at):
            continue
        verb = at + 1
        while verb < end - 1 and _adverb(document, verb):
            verb += 1
        lower = document.lower[verb]
        if lower in AUXILIARIES - BE or clauses.speech_form(document, verb, ("past", "s")):
            return at
    return end


def _adverb(document: Document, at: int) -> bool:
    lower = document.lower[at]
    return lower in ADVERBS or lower.endswith("ly")


def finite(document: Document, at: int) -> bool:
    """Whether a token can only be a finite verb, of speech, of belief or a common one."""
    lower = document.lower[at]
    if lower in _FINITE:
        return True
    found = forms().get(lower, ()) if lower not in AMBIGUOUS else ()
    return any(cue.form in ("past", "s") and not cue.rest for cue in found)


def goes_on(document: Document, at: int, end: int) -> bool:
    """ "Lind, who says that it holds, also called ...": an verb of hers, an adverb before it."""
    verb = at
    while verb < end - 1 and _adverb(document, verb):
        verb += 1
    if verb == at:
        return finite(document, at) and document.words[at][0].islower()
    if document.lower[verb] in DETERMINERS:
        return False
    lower = document.lower[verb]
    return lower in _FINITE or (lower.endswith("ed") and document.words[verb][0].islower())
