"""Words that one gives as another's: "Vesna quoted Lind as saying", "cited a clerk who said"."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.statements import around, clauses, sources
from rashomon.statements.document import Document, Range
from rashomon.statements.drafts import Draft
from rashomon.statements.heads import Heads
from rashomon.statements.lexicon import forms
from rashomon.statements.people import People
from rashomon.statements.traits import agent, people
from rashomon.statements.words import ADVERBS, BE, PERSON_NOUNS, PRONOUNS, TIMES

_QUOTED = frozenset("quoted quotes quoting quote cited cites citing cite".split())
_POINTED = _QUOTED | frozenset("pointed points pointing noted notes noting".split())
# Tokens from "quoted" to "as saying", and from a cue to the verb of the one who said it.
FARTHEST = 24
# Tokens of a content that must be left behind "who said".
FEWEST = 2


def give(document: Document, people_: People, drafts: Sequence[Draft]) -> None:
    """Puts statements under the one who is quoted in them, by way of the one who quotes."""
    heads = Heads(document, people_)
    for made in drafts:
        if made.kind != "S" or made.cue is None or made.anchor < 0:
            continue
        if document.lower[made.anchor] == "saying":
            said = _as_saying(document, made)
        elif made.source is not None and document.lower[made.anchor] in _POINTED:
            said = _who_said(document, made) or _in_which(document, made)
        else:
            continue
        if said is None:
            continue
        by, made.source = made.source, said
        if by is None or _overlap(by, said) or document.lower[by[0]] in PRONOUNS:
            continue
        named = heads.head(by)
        made.via.append((named.referent if named is not None else document.slice(by), by))


def _as_saying(document: Document, made: Draft) -> Range | None:
    """Lind of "Vesna Radio quoted Bo Lind as saying"."""
    assert made.cue is not None
    as_ = made.cue[0] - 1
    if document.lower[as_] != "as":
        return None
    first = document.sentences[document.sentence[as_]][0]
    for at in range(as_ - 1, max(first, as_ - FARTHEST), -1):
        if document.lower[at] not in _QUOTED:
            continue
        if not document.outside(at) or document.lower[at - 1] in BE:
            return None  # "Lind was quoted by Vesna Radio as saying"
        found = sources.after(document, at + 1, as_)
        if found is None or document.lower[found[0]] in ("me", "us", "it", "himself", "herself"):
            return None
        if any(document.lower[near] not in TIMES for near in range(found[1], as_)):
            return None
        return found
    return None


def _who_said(document: Document, made: Draft) -> Range | None:
    """The clerk of "Vesna Radio cited a clerk who said", whose words begin after that."""
    assert made.cue is not None
    start, end = made.content[0]
    while start > made.cue[1] and document.is_mark[start - 1]:
        start -= 1
    if start != made.cue[1] or len(made.content) != 1:
        return None
    marks = start
    while marks < end and (document.is_mark[marks] or document.region[marks] >= 0):
        marks += 1  # "cited “two” clerks who"
    who = next(
        (at for at in range(marks, min(end, start + FARTHEST)) if document.lower[at] == "who"), end
    )
    verb = who + 1
    while verb < end and document.lower[verb] in ADVERBS:
        verb += 1
    if verb + FEWEST >= end:
        return None
    known = [
        cue
        for cue in forms().get(document.lower[verb], ())
        if cue.kind == "S" and not cue.rest and {"c", "n"} & set(cue.frames)
    ]
    if not known:
        return None
    found = sources.after(document, marks, who)
    if found is None or found[1] != who:
        return None
    noun = document.lower[who - 1]
    if not (
        noun in PERSON_NOUNS or agent(noun) or people(noun) or document.words[who - 1].istitle()
    ):
        return None
    words = verb + 1 + (document.lower[verb + 1] == "that")
    rest = document.trim((words, end))
    if rest is None:
        return None
    made.content, made.cue, made.anchor = [rest], (who + 1, verb + 1), verb
    made.lemma, made.denied = known[0].lemma, around.denied(known[0], False)
    made.regions = around.regions_of(document, made.content)
    return start, who


def _in_which(document: Document, made: Draft) -> Range | None:
    """Lind of "the guild pointed to a speech in which Lind slammed": the words are his."""
    assert made.cue is not None
    start = made.content[0][0]
    while start > made.cue[1] and document.is_mark[start - 1]:
        start -= 1
    verb = start - 1
    if verb <= made.cue[1] or verb - made.cue[1] > FARTHEST:
        return None
    if not clauses.speech_form(document, verb, ("past", "s")):
        return None
    for at in range(verb - 1, made.cue[1] + 1, -1):
        if document.lower[at - 2 : at] != ["in", "which"] or not document.outside(at):
            continue
        found = sources.after(document, at, verb)
        if found is None or any(
            document.lower[near] not in ADVERBS for near in range(found[1], verb)
        ):
            return None
        made.cue, made.anchor = (found[1], verb + 1), verb
        return found
    return None


def _overlap(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]
