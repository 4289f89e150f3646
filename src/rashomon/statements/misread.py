"""Cues that the words around them show to be nouns, names or another's wish, with quotations too."""

from __future__ import annotations

from rashomon.statements import things
from rashomon.statements.document import Document, Range
from rashomon.statements.drafts import Draft
from rashomon.statements.lexicon import forms
from rashomon.statements.traits import agent
from rashomon.statements.words import (
    ADVERBS,
    AUXILIARIES,
    BODY_NOUNS,
    CLAUSE_STARTERS,
    DETERMINERS,
    NEGATIONS,
    PERSON_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
)

_OWNS = ("'s", "’s")
_PLURALS = frozenset("people men women children police media staff data".split())
_NAMING = frozenset("call dub nickname label name title entitle".split())
# After these with an object "to" tells what another is to say: "asked the clerk to urge them".
_ASKING = frozenset(
    "ask asks asked asking urge urges urged urging want wants wanted invite invites invited inviting "
    "expect expects expected order orders ordered ordering encourage encouraged encouraging beg begs "
    "begged implore implored instruct instructed instructing need needs needed require required "
    "press pressed pressing pressure pressured pressuring allow allowed allowing".split()
)
_HAVING = frozenset("have has had having give gives gave get gets got no final".split())
_FINITE = AUXILIARIES - {"'s", "’s", "being", "having", "been", "be", "get", "got", "going", "gets"}


def is_misread(document: Document, made: Draft) -> bool:
    """Whether a cue is no verb, or names a thing, or is what another is asked to say."""
    if made.cue is None or made.kind == "P" or made.anchor < 0:
        return False
    source = made.source
    if document.lower[made.anchor] == "writing" and document.lower[made.anchor - 1] == "in":
        return True  # "must agree, in writing, that ..."
    return (
        _noun_after_noun(document, made)
        or _object_noun(document, made)
        or _titled(document, made)
        or _asked_of(document, made)
        or _purpose_of(document, made)
        or _by_thing(document, made)
        or (source is not None and source[1] - source[0] == 1 and _one_word(document, made))
    )


_BEFORE_BASE = AUXILIARIES | NEGATIONS | {"to"}


def _only_base(document: Document, made: Draft) -> bool:
    """Whether the cue's own word can only be a base form, with no auxiliary or "to" before it."""
    assert made.cue is not None
    if not _BEFORE_BASE.isdisjoint(document.lower[made.cue[0] : made.anchor]):
        return False
    entries = [cue for cue in forms().get(document.lower[made.anchor], ()) if not cue.rest]
    return bool(entries) and all(cue.form == "base" for cue in entries)


def _noun_after_noun(document: Document, made: Draft) -> bool:
    """ "A bomb blast in ...", "The K9 order had been": a base form after one thing is a noun."""
    source, at = made.source, made.anchor
    if source is None or source[1] != at or not _only_base(document, made) or made.plain:
        return False
    words = document.lower[source[0] : source[1]]
    if words[-1] in PRONOUNS | _PLURALS | DETERMINERS or words[-1].endswith("s") or "and" in words:
        return False
    following = document.lower[at + 1] if at + 1 < document.size else ""
    return following in _FINITE or following in ("in", "at", "on", "over", "of", "from")


def _object_noun(document: Document, made: Draft) -> bool:
    """ "has final say on": what somebody has."""
    assert made.cue is not None
    source, at = made.source, made.anchor
    if source is None or source[1] >= at or not _only_base(document, made):
        return False
    before = document.lower[at - 1]
    if before in ADVERBS | PREPOSITIONS or before.endswith("ly"):
        return False
    gap = document.lower[source[1] : at]
    return any(word in _HAVING for word in gap) and gap[-1] not in AUXILIARIES | NEGATIONS


def _titled(document: Document, made: Draft) -> bool:
    """ "a poem called “Winter Harbour”": a participle right after a thing gives its name."""
    assert made.cue is not None
    source, at = made.source, made.anchor
    start, end = made.content[0]
    if (
        made.lemma not in _NAMING
        or source is None
        or source[1] != at
        or not document.lower[at].endswith("ed")
        or start <= at
        or document.lower[source[0]] not in ("a", "an", "one", "another")
        or any(document.words[near][0].isupper() for near in range(source[0] + 1, source[1]))
    ):
        return False
    noun = document.lower[source[1] - 1]
    if noun in PERSON_NOUNS | BODY_NOUNS or agent(noun):
        return False
    held = [near for near in range(start, end) if document.region[near] >= 0]
    long = [near for near in held if len(document.words[near]) > 3]
    return bool(long) and all(document.words[near][0].isupper() for near in long)


def _asked_of(document: Document, made: Draft) -> bool:
    """ "calling on both clerks to urge them": it is the caller's wish, and nobody urged yet."""
    assert made.cue is not None
    source = made.source
    at = made.cue[0] if document.lower[made.cue[0]] == "to" else made.cue[0] - 1
    if source is None or source[1] != at or document.lower[at] != "to":
        return False
    head = source[0] - 1
    while head > 0 and document.lower[head] in DETERMINERS:
        head -= 1
    if document.lower[head] in ("on", "upon") and head > 0:
        return document.lower[head - 1] in ("call", "calls", "called", "calling")
    return document.lower[head] in _ASKING


def _purpose_of(document: Document, made: Draft) -> bool:
    """ "The strategy is to deny them a majority": a plan, and no one's words."""
    assert made.cue is not None
    source = made.source
    if source is None or source[1] + 1 >= made.anchor or made.regions:
        return False
    if document.lower[source[1] : source[1] + 2] not in (["is", "to"], ["was", "to"]):
        return False
    return is_lifeless(document, source)


def _by_thing(document: Document, made: Draft) -> bool:
    """ "The benefits are many, supporting better care": no view, where a thing has it."""
    assert made.cue is not None
    if made.kind == "S" or made.source is None or made.regions:
        return False
    return document.lower[made.anchor].endswith("ing") and is_lifeless(document, made.source)


def _one_word(document: Document, made: Draft) -> bool:
    """Whether the one word of a source is an adjective or a verb."""
    return _plural_noun(document, made) or _imperative(document, made)


def _plural_noun(document: Document, made: Draft) -> bool:
    """ "rude replies from the guild are": a noun, and an adjective before it."""
    at, source = made.anchor, made.source
    if document.lower[at + 1 : at + 2] != ["from"] or made.content[0][0] > at:
        return False
    found = forms().get(document.lower[at], ())
    if not any(cue.form == "s" and not cue.rest for cue in found):
        return False
    return source is not None and source[1] == at and document.words[at - 1][0].islower()


def _imperative(document: Document, made: Draft) -> bool:
    """ "Stop any clerk on the quay and ask": the writer to his readers."""
    source = made.source
    if source is None or made.cue is None:
        return False
    if source[0] != document.sentences[document.sentence[source[0]]][0]:
        return False
    if source[1] >= made.cue[0] or not _only_base(document, made):
        return False
    return document.lower[source[1]] in ("any", "a", "an", "the", "your", "some", "one")


_PAPERS = frozenset(
    "nation country state town city village community school hospital company firm bank team "
    "account accounts ad ads advert analysis article articles bill book books column columns "
    "database editorial editorials email emails estimate estimates evidence file files footage "
    "guidance guideline guidelines headline headlines image images letter letters map maps "
    "model models note notes page papers paper passage petition photo photos picture pictures plan "
    "poster posters proposal publication recording recordings resolution rule rules script sign "
    "signs slide slides source sources story stories submission text texts tape tapes tests test "
    "transcript transcripts tweet tweets video videos voice voices warrant work writings".split()
)


def is_lifeless(document: Document, source: Range) -> bool:
    """Whether a noun phrase in lower case is no person, body, people, role or paper."""
    head = things.head_of(document, source)
    noun = document.lower[head]
    if not noun.isalpha() or noun in PRONOUNS | DETERMINERS or noun in _PLURALS:
        return False
    if any(document.words[at][0].isupper() for at in range(head, source[1])):
        return False
    if noun in PERSON_NOUNS | BODY_NOUNS | things.BODIES or agent(noun):
        return False
    single = noun.removesuffix("s")
    return not (agent(single) or {noun, single} & (PERSON_NOUNS | BODY_NOUNS | _PAPERS))


def finite_end(document: Document, made: Draft, start: int, end: int) -> int:
    """Before the main verb of "Lind's call to move the fund is fraught": the cue was its subject."""
    cue = made.cue
    if cue is None or made.regions or start < made.anchor or document.lower[start] != "to":
        return end
    owned = document.words[cue[0]] in _OWNS or (cue[0] > 0 and document.words[cue[0] - 1] in _OWNS)
    if not owned or not any(
        one.form == "base" for one in forms().get(document.lower[made.anchor], ())
    ):
        return end
    for at in range(start + 2, end - 1):
        if document.lower[at] in CLAUSE_STARTERS or document.words[at] == ",":
            return end
        if document.lower[at] in _FINITE - {"do"} and document.lower[at - 1] not in ("to", "and"):
            return at
    return end
