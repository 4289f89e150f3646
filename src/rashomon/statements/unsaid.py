"""Cues with which no words are told: the writer's own voice, questions, hypotheses, consequences."""

from __future__ import annotations

from rashomon.statements import clauses
from rashomon.statements.document import Document
from rashomon.statements.drafts import Draft
from rashomon.statements.lexicon import AMBIGUOUS, Cue, forms
from rashomon.statements.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    BODY_NOUNS,
    CLAUSE_STARTERS,
    DETERMINERS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
)

_MODALS = frozenset("would should must ought could might may can".split())
# What someone would have or would rather is told of him; what he would say is not.
_WISHES = frozenset("like prefer love want welcome support oppose favour favor hope".split())
_ASKING = frozenset(
    "who whom whose what which when where why how is are was were do does did has have had will "
    "would can could should must may might".split()
)
# "is supposed to say", "seemed to suggest".
_NOT_YET = frozenset(
    "supposed expected set scheduled likely unlikely able unable forced due poised about ready "
    "needs need".split()
)
# What a deed shows is the outlet's reading of it: "hired 200 people, suggesting that ...".
_SHOWING = frozenset(
    "suggest indicate signal show prove demonstrate confirm highlight underscore underline reveal "
    "imply".split()
)
_EVENTS = frozenset(
    "activity move moves visit visits crisis sign signs fact facts trend trends attack attacks war "
    "talks win loss defeat victory increase drop rise fall gain gains losses shift change changes "
    "history past case effort efforts issue issues incident incidents meeting deal strike "
    "strikes decision decisions absence presence step steps law laws".split()
)
_OF_EVENTS = ("ations", "itions", "ity", "ness", "ism", "ience", "ignation", "ption", "osure")
_NAMING = frozenset(("call", "dub", "nickname", "label", "brand"))
_PERCEIVING = frozenset("hear learn know understand find realise realize feel see".split())
_BEFORE_NOUNS = frozenset("the a an his her its their our your my another every each".split())
# Takes a thing as well as a clause: "claimed the seat", "protested the ban".
_CLAIMED = frozenset(("claim", "protest"))
_IMPERSONAL = frozenset(("clear", "unclear", "obvious", "certain", "sure", "known", "confident"))
_TAKES_A_NAME = frozenset("naAiO")


def is_unsaid(document: Document, made: Draft) -> bool:
    """Whether a cue outside quotations, with none in its content, tells of no words."""
    if made.cue is None:
        return False
    if made.kind == "P":
        return document.lower[made.content[0][0]] in ("which", "who")
    if _is_condition(document, made) or _is_noun_after_verb(document, made):
        return True
    if made.regions:
        return False
    return (
        _own_voice(document, made)
        or _describes_a_thing(document, made)
        or _is_asked(document, made)
        or _is_supposed(document, made)
        or _is_consequence(document, made)
        or _is_a_sign(document, made)
        or _names_a_thing(document, made)
        or _is_noun(document, made)
        or _is_impersonal(document, made)
        or _perceives_a_thing(document, made)
        or _without_clause(document, made)
    )


def _is_condition(document: Document, made: Draft) -> bool:
    """ "if they want", "will be left to wonder": nobody has said or wanted it."""
    assert made.cue is not None
    source = made.source
    led = document.lower[source[0] - 1] if source is not None and source[0] > 0 else ""
    if made.kind == "A" and led in ("if", "unless", "whether"):
        return True
    group = document.lower[made.cue[0] : made.anchor] if made.anchor >= 0 else []
    before = document.lower[max(0, made.cue[0] - 2) : made.cue[0]]
    return [*before, *group][-2:] == ["left", "to"]


def _is_noun_after_verb(document: Document, made: Draft) -> bool:
    """ "told them three stories", "repeated that claim": a thing, and no words of it."""
    start, end = made.content[0]
    cue = _entry(document, made)
    if cue is not None and cue.form in ("base", "s") and made.anchor > 0:
        before = forms().get(document.lower[made.anchor - 1], ())
        if any(other.lemma in _DENYING for other in before):
            return True  # "rejected claims that": the one who rejects does not claim
    if start <= made.anchor or made.regions:
        return False
    if made.lemma == "tell" and not made.plain and document.lower[start] != "to":
        return not (
            document.lower[start] in CLAUSE_STARTERS
            or document.lower[start - 1] in CLAUSE_STARTERS
            or clauses.sure_verb(document, start, end)
            or (
                document.lower[start] not in DETERMINERS
                and clauses.verb_inside(document, start, end)
            )
        )
    if document.lower[start - 1] != "that":
        return False
    if document.lower[start] in _DECIDED:  # "must regret that ruling and had ..."
        return start + 1 == end or document.lower[start + 1] in ("and", "but", ",")
    return document.lower[start] in _SAYINGS


_DENYING = frozenset(("deny", "reject", "dismiss", "dispute", "refute", "rebut", "contradict"))
_SAYINGS = frozenset(
    "statement claim view point argument idea message sentiment position call promise pledge "
    "proposal offer plan deal bid request suggestion notion question assessment commitment theme charge".split()
)


_DECIDED = frozenset("decision move ruling verdict threat outcome choice policy".split())


def _own_voice(document: Document, made: Draft) -> bool:
    """ "we recommend", "you might call it": the writer, or anybody."""
    source = made.source
    if source is None:
        return False
    last = document.lower[source[1] - 1]
    if last in ("i", "we", "you") and source[1] - source[0] > 1:
        return document.lower[source[1] - 2] not in ("and", "or")  # "Last week I was proud to"
    return document.lower[source[0]].replace("’", "'").split("'")[0] in (
        "i",
        "we",
        "you",
    ) and document.words[source[0] + 1 : source[0] + 2] != ["."]


def _is_asked(document: Document, made: Draft) -> bool:
    """ "Did the mayor say that ...?": a question in the outlet's own words."""
    assert made.cue is not None
    first, last = document.sentences[document.sentence[made.cue[0]]]
    while first < last and document.lower[first] in ("but", "and", "so", "or", "then", ","):
        first += 1
    if document.lower[first] in ("why", "how") and document.lower[first + 1] in AUXILIARIES:
        return document.outside(first)  # "Why didn't anybody tell"
    if document.words[last - 1] != "?" or not document.outside(last - 1):
        return False
    return document.lower[first] in _ASKING and document.outside(first)


def _is_supposed(document: Document, made: Draft) -> bool:
    """ "would say", "is expected to announce": nothing was said yet, or ever."""
    assert made.cue is not None
    anchor = made.anchor if made.anchor >= 0 else made.cue[0]
    if made.lemma == "suppose" and document.lower[anchor - 1] in BE | NEGATIONS:
        return True
    group = [
        document.lower[at] for at in range(made.cue[0], anchor) if document.words[at][0].islower()
    ]
    if any(word in NEGATIONS for word in group):
        return made.kind == "A" and bool({"may", "might"} & set(group))  # "may not want"
    if any(word in _MODALS for word in group):
        return made.lemma not in _WISHES
    if "will" in group and made.lemma in _SHOWING | {"determine", "decide", "find"}:
        return True
    at = made.cue[0] - 1
    if at > 0 and document.lower[at] == "to":
        return document.lower[at - 1] in _NOT_YET
    return group[-1:] == ["to"] and len(group) > 1 and group[-2] in _NOT_YET


def _is_consequence(document: Document, made: Draft) -> bool:
    """ "added 200 jobs, suggesting that ...": a participle whose clause says nothing."""
    assert made.cue is not None
    at = made.anchor
    source = made.source
    if (
        at < 0
        or made.lemma not in _SHOWING
        or not document.lower[at].endswith("ing")
        or document.words[made.cue[0] - 1] != ","
        or source is None
        or source[1] > made.cue[0]
        or document.lower[source[1] - 1] in BODY_NOUNS
    ):
        return False
    return not any(
        _is_speech(document, before)
        or (
            clauses.speech_form(document, before, ("past", "s", "ing"))
            and document.lower[before] != "added"
        )
        for before in range(source[1], made.cue[0])
    )


def _is_speech(document: Document, at: int) -> bool:
    """Whether a mark opens or closes more than a word or two: 'bore a "C", indicating'."""
    if not document.is_mark[at]:
        return False
    inner = (
        document.region_tokens[document.region[at - 1]] if document.region[at - 1] >= 0 else None
    )
    if inner is None and at + 1 < document.size and document.region[at + 1] >= 0:
        inner = document.region_tokens[document.region[at + 1]]
    return inner is None or inner[1] - inner[0] > 2


def _is_a_sign(document: Document, made: Draft) -> bool:
    """ "the activity in the port suggests that": an event, neither a person nor a document."""
    source = made.source
    if made.lemma not in _SHOWING or source is None:
        return False
    head = source[1] - 1
    for at in range(source[0] + 1, source[1]):
        if document.lower[at] in PREPOSITIONS or document.words[at] == ",":
            head = at - 1
            break
    noun = document.lower[head]
    return (
        document.words[head][0].islower()
        and noun not in BODY_NOUNS
        and (noun in _EVENTS or noun.endswith(_OF_EVENTS))
    )


def _names_a_thing(document: Document, made: Draft) -> bool:
    """ "a club called the Herons": a name, given by nobody."""
    assert made.cue is not None
    source = made.source
    return (
        made.lemma in _NAMING
        and source is not None
        and made.cue[0] in (source[1], source[1] + 1)
        and made.anchor == made.cue[0]
        and document.lower[made.anchor].endswith("ed")
        and any(
            document.lower[at] in ("a", "an")
            and (at == source[0] or document.lower[at - 1] in PREPOSITIONS)
            for at in range(source[0], source[1])
        )
    )


def _entry(document: Document, made: Draft) -> Cue | None:
    if made.anchor < 0:
        return None
    found = forms().get(document.lower[made.anchor], ())
    return next((cue for cue in found if cue.lemma == made.lemma), None)


def _is_noun(document: Document, made: Draft) -> bool:
    """ "awaited the report to see ...": the object of another verb that follows the source."""
    assert made.cue is not None
    cue = _entry(document, made)
    source = made.source
    if made.anchor >= 0 and document.lower[made.anchor].endswith("ing"):
        return document.lower[made.anchor + 1 : made.anchor + 2] == ["of"]  # "his slamming of"
    if (
        cue is not None
        and cue.form in ("base", "s")
        and document.lower[made.anchor - 1] in _BEFORE_NOUNS
        and document.lower[made.content[0][0] - 1] != "that"
    ):
        return True
    if made.lemma in _CLAIMED and cue is not None and cue.form in ("past", "s"):
        start, end = made.content[0]
        return (
            start > made.anchor and not made.plain and not clauses.verb_inside(document, start, end)
        )
    if (
        cue is None
        or cue.form not in ("base", "s")
        or document.lower[made.anchor] not in AMBIGUOUS
        or made.plain
        or source is None
        or source[1] >= made.cue[0]
        or document.lower[made.content[0][0] - 1] == "that"
    ):
        return False
    gap = range(source[1], made.cue[0])
    if document.words[gap[0]] in (",", "(", "–", "—", "who", "'s", "’s") or any(
        document.words[at] in (",", ")", "–", "—") for at in gap
    ):
        return False
    return any(
        document.words[at][0].isalpha()
        and document.lower[at] not in AUXILIARIES | ADVERBS | TIMES | PREPOSITIONS
        and not document.lower[at].endswith("ly")
        for at in gap
    )


def _describes_a_thing(document: Document, made: Draft) -> bool:
    """ "the solutions they considered", "the words she wants to hear": no comma, no clause."""
    source = made.source
    if source is None or made.cue is None or source[0] >= made.cue[0]:
        return False
    end = made.content[0][1]
    return end == source[0] and end <= made.cue[0] and document.outside(end - 1)


def _is_impersonal(document: Document, made: Draft) -> bool:
    """ "it was clear that": clear to all."""
    source = made.source
    return (
        made.lemma in _IMPERSONAL
        and source is not None
        and source[1] - source[0] == 1
        and document.lower[source[0]] in ("it", "this", "that", "there")
    )


def _perceives_a_thing(document: Document, made: Draft) -> bool:
    """ "heard the accounts", "learned the importance of": no view of anything."""
    start = made.content[0][0]
    if made.lemma not in _PERCEIVING or start < made.anchor:
        return False
    if made.lemma == "find" and (
        made.source is None or document.lower[made.source[0]] not in PRONOUNS
    ):
        return False
    if made.lemma == "see" and any(
        document.lower[at] == "as" for at in range(start, made.content[0][1])
    ):
        return False
    return not (
        document.lower[start - 1] in CLAUSE_STARTERS
        or document.lower[start] in CLAUSE_STARTERS
        or document.lower[start] in PRONOUNS | {"there", "no"}
    )


def _without_clause(document: Document, made: Draft) -> bool:
    """ "said goodbye", "posted a record": a verb of clauses with a thing for its object."""
    cue = _entry(document, made)
    start, end = made.content[0]
    if cue is None or start < made.anchor or made.plain or set(cue.frames) & _TAKES_A_NAME:
        return False
    if document.lower[start - 1] in CLAUSE_STARTERS or document.lower[start] in CLAUSE_STARTERS:
        return False
    if document.lower[start - 1] in PREPOSITIONS or document.lower[start] in PREPOSITIONS:
        return False
    if document.lower[start] not in DETERMINERS and end - start > 3:
        return False
    return not clauses.verb_inside(document, start, end)
