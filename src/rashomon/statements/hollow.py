"""Frames that look like speech and tell of none: comparisons, negations, infinitives, guesses."""

from __future__ import annotations

from rashomon.statements import clauses, misread, objects
from rashomon.statements.denials import CLAIMS
from rashomon.statements.document import Document
from rashomon.statements.drafts import Draft
from rashomon.statements.lexicon import AMBIGUOUS, forms
from rashomon.statements.words import (
    AUXILIARIES,
    CLAUSE_STARTERS,
    DETERMINERS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
)

_NEVER = NEGATIONS | frozenset("nor neither rarely seldom nowhere no little hardly".split())

_BACKING = frozenset("up out off down away back".split())


def is_hollow(document: Document, made: Draft) -> bool:
    """Whether nobody's words are told by a frame that has a verb of speech in it."""
    if made.cue is None or made.anchor < 0:
        return False
    if made.kind == "P":
        return _has_its_own(document, made)
    if _should_have(document, made):
        return True
    for rule in objects.BY_LEMMA.get(made.lemma, ()):
        if rule(document, made):
            return True
    return _by_content(document, made) or _by_source(document, made)


def _has_its_own(document: Document, made: Draft) -> bool:
    """ "“...,” he said, as told by a paper": the words are his, and the paper passes them on."""
    start, end = made.content[0]
    if len(made.content) > 1 and made.content[1][0] < made.anchor:
        end = made.content[1][1]
    if made.source is None or end > made.anchor or not document.outside(end - 1):
        return False
    if document.lower[end - 1] not in _SAID or end - 2 <= start:
        return False
    closing = next((at for at in range(end - 2, start, -1) if document.is_mark[at]), None)
    return closing is not None and end - closing <= 6 and document.region[closing - 1] >= 0


_SAID = frozenset("said says wrote added told tweeted".split())


def _should_have(document: Document, made: Draft) -> bool:
    """ "should never have told it", "would have warned them": nobody has."""
    assert made.cue is not None
    group = document.lower[made.cue[0] : made.anchor + 1]
    return "have" in group and any(word in group for word in ("should", "could", "would"))


def _by_content(document: Document, made: Draft) -> bool:
    """Whether how the words begin tells that they are none; each rule is asked where it can hold."""
    start, end = made.content[0]
    before = document.lower[start - 1] if start else ""
    if before == "that":
        return _pointer(document, made) or _noun_and_relative(document, made)
    if before == ",":
        return _compared(document, made)
    if before == "by":
        return _by_doing(document, made)
    if end - start <= 3 and _back_and_forth(document, made):
        return True
    if start < made.anchor and document.lower[start] in PREPOSITIONS:
        return _only_a_phrase(document, made)
    return document.lower[made.anchor].endswith("ing") and _gerund(document, made)


def _by_source(document: Document, made: Draft) -> bool:
    """Whether what stands before the source, or the source itself, tells that nobody spoke."""
    source = made.source
    if source is None:
        return False
    before = document.lower[source[0] - 1] if source[0] else ""
    if before == "to" and _to_do(document, made):
        return True
    if before in AUXILIARIES and _never(document, made):
        return True
    return _hardly_any(document, made) or _perhaps(document, made) or _anybody(document, made)


def _after(document: Document, made: Draft) -> bool:
    return made.content[0][0] > made.anchor


def _compared(document: Document, made: Draft) -> bool:
    """ "If it is as salty as guests claim, the cook was asleep": what follows is the outlet's."""
    source = made.source
    start = made.content[0][0]
    if source is None or made.cue is None or source[0] < 2 or start < made.cue[1]:
        return False
    before = document.lower[source[0] - 1]
    if before == "than":
        return True
    return before == "as" and "as" in document.lower[max(0, source[0] - 5) : source[0] - 1]


def _hardly_any(document: Document, made: Draft) -> bool:
    """ "Few keepers have backed him": nobody did."""
    source = made.source
    if source is None or document.lower[source[0]] != "few":
        return False
    return source[0] == 0 or document.lower[source[0] - 1] not in ("a", "the", "these")


def _never(document: Document, made: Draft) -> bool:
    """ "At no point did Okker suggest that ...", "nor has she said": turned, and negated."""
    source = made.source
    if source is None or made.cue is None or source[0] < 2 or source[1] > made.cue[0]:
        return False
    turn = source[0] - 1
    if document.lower[turn] in ("'s", "’s"):
        return False
    first = document.sentences[document.sentence[turn]][0]
    return any(
        document.lower[at] in _NEVER and document.outside(at)
        for at in range(max(first, turn - 4), turn)
    )


def _to_do(document: Document, made: Draft) -> bool:
    """ "a way to hush up reports that ...", "the wish to bake bread shows": an infinitive."""
    source = made.source
    if source is None or made.cue is None or source[1] > made.cue[0]:
        return False
    if document.words[source[0]][0].isupper():
        return False
    if document.lower[source[0]] in DETERMINERS | PRONOUNS or source[1] - source[0] < 2:
        return False
    return document.lower[source[1] - 1] in _BACKING or misread.is_lifeless(document, source)


def _gerund(document: Document, made: Draft) -> bool:
    """ "and praising her was no help": what somebody does is the subject."""
    if made.plain or made.regions:
        return False
    if not _after(document, made) or made.cue is None or made.cue[0] != made.anchor:
        return False
    entry = next(
        (one for one in forms().get(document.lower[made.anchor], ()) if not one.rest), None
    )
    if entry is None or set(entry.frames) & set("cqtwo"):
        return False
    start, end = made.content[0]
    at = start + 1
    while at < end and at < start + 6:
        if document.lower[at] in AUXILIARIES - {"'s", "’s", "being", "having", "been"}:
            return True
        if document.lower[at] in CLAUSE_STARTERS | PREPOSITIONS or document.words[at] == ",":
            return False
        at += 1
    return False


def _anybody(document: Document, made: Draft) -> bool:
    """ "People will say", "people have always wanted": nobody in particular."""
    source = made.source
    if source is None or made.cue is None or source[1] - source[0] != 1 or made.regions:
        return False
    if document.lower[source[0]] not in ("people", "everyone", "everybody", "anyone"):
        return False
    group = document.lower[made.cue[0] : made.anchor]
    return made.kind == "A" or "will" in group or "always" in group


def _back_and_forth(document: Document, made: Draft) -> bool:
    """ "He said, she said": words about words."""
    start, end = made.content[0]
    if len(made.content) > 1 or document.lower[start] not in PRONOUNS:
        return False
    return clauses.speech_form(document, end - 1, ("past", "s"))


def _pointer(document: Document, made: Draft) -> bool:
    """ "liked that tune", "agreed with that proposition": which one stands elsewhere."""
    start, end = made.content[0]
    if not _after(document, made) or made.regions or end - start > 2 or len(made.content) > 1:
        return False
    if document.lower[start] in CLAIMS:
        return False
    return not clauses.verb_inside(document, start, end)


def _by_doing(document: Document, made: Draft) -> bool:
    """ "ruled against him by allowing the sale": a deed."""
    start = made.content[0][0]
    if not _after(document, made) or made.regions:
        return False
    return document.lower[start].endswith("ing")


_GUESSING = frozenset("perhaps maybe possibly presumably".split())


def _perhaps(document: Document, made: Draft) -> bool:
    """ "Perhaps Lind believed that ...": a guess of the outlet's."""
    source = made.source
    if source is None or made.regions:
        return False
    words = document.lower[max(0, source[0] - 1) : source[0] + 1]
    return not _GUESSING.isdisjoint(words)


def _only_a_phrase(document: Document, made: Draft) -> bool:
    """ "Among other things, Lind said, ...": no clause."""
    start, end = made.content[0]
    if len(made.content) > 1 or made.regions:
        return False
    return not clauses.verb_inside(document, start, end)


def _noun_and_relative(document: Document, made: Draft) -> bool:
    """ "kept writing posts that read like a bill": a noun, and its relative clause."""
    start = made.content[0][0]
    if start - 2 != made.anchor or made.regions:
        return False
    if document.lower[made.anchor] not in AMBIGUOUS:
        return False
    return document.lower[start] in ("read", "contain", "include", "are", "were", "have", "show")
