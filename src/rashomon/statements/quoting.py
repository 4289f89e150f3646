"""Words that one gives as another's: "Vesna quoted Lind as saying", "cited a clerk who said"."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.statements import around, clauses, sources
from rashomon.statements.document import Document, Range
from rashomon.statements.drafts import Draft
from rashomon.statements.heads import Heads
from rashomon.statements.lexicon import forms
from rashomon.statements.people import People
from rashomon.statements.predicates import noun_phrase
from rashomon.statements.words import ADVERBS, BE, PRONOUNS, TIMES

_QUOTED = frozenset("quoted quotes quoting quote cited cites citing cite".split())
_POINTED = _QUOTED | frozenset("pointed points pointing noted notes noting".split())
# Tokens from "quoted" to "as saying", and from a cue to the verb of the one who said it.
FARTHEST = 24
# Tokens of a content that must be left behind "who said".
FEWEST = 2
_TURNED = frozenset("said says added".split())
# Tokens of "Lind told the crew" at most.
WITHIN = 8


def give(document: Document, people_: People, drafts: Sequence[Draft]) -> list[Draft]:
    """Puts statements under the one who is quoted in them, by way of the one who quotes."""
    heads = Heads(document, people_)
    anchors = {made.anchor: made for made in drafts}
    kept: list[Draft] = []
    for made in drafts:
        kept.append(made)
        if made.cue is None or made.anchor < 0:
            continue
        if made.kind != "S" and made.lemma != "according to":
            continue
        anchor, by = made.anchor, made.source
        if document.lower[anchor] == "saying":
            said = _as_saying(document, made)
        elif by is not None and _POINTED.intersection(document.lower[slice(*made.cue)]):
            said = _in_words(document, made) or _in_which(document, made)
        elif by is not None:
            said = _said_within(document, made)
        else:
            continue
        if said is None:
            continue
        made.source = said
        other = anchors.get(made.anchor)
        if other is not None and other is not made:
            kept.pop()  # read by itself as well
            made = other
        if by is None or _overlap(by, said) or document.lower[by[0]] in PRONOUNS:
            continue
        named = heads.head(by)
        made.via.append((named.referent if named is not None else document.slice(by), by))
    return kept


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


def _said_within(document: Document, made: Draft) -> Range | None:
    """Lind of "“The weir is dry,” Lind told the crew, the Courier reported"."""
    assert made.cue is not None
    start, end = made.content[0]
    last = end
    while last > start and document.outside(last - 1) and not document.is_mark[last - 1]:
        last -= 1
    first = last
    while last > start and (document.is_mark[last - 1] or document.words[last - 1] == ","):
        last -= 1
    if not 2 <= end - first <= WITHIN or last - start < FEWEST or made.cue[0] < end:
        return None
    if any(document.outside(at) and not document.is_mark[at] for at in range(start, last)):
        return None  # words of two kinds
    turned = document.lower[first] in _TURNED
    found = sources.after(document, first + turned, end)
    if found is None or found[0] != first + turned or (turned and found[1] != end):
        return None
    verb = first if turned else found[1]
    if verb >= end or not clauses.speech_form(document, verb, ("past", "s")):
        return None
    if not turned and verb + 1 < end and document.lower[verb] != "told":
        return None
    words = document.trim((start, last))
    if words is None:
        return None
    made.content = [words, *made.content[1:]]
    made.cue, made.anchor = (verb, verb + 1), verb
    made.regions = around.regions_of(document, made.content)
    return found


def _in_words(document: Document, made: Draft) -> Range | None:
    """The clerk of "cited a clerk who said", Lind of "cited a note in which Lind said"."""
    assert made.cue is not None
    start, end = made.content[0]
    while start > made.cue[1] and document.is_mark[start - 1]:
        start -= 1
    if start != made.cue[1]:
        return None
    marks = start
    while marks < end and (document.is_mark[marks] or document.region[marks] >= 0):
        marks += 1  # "cited “two” clerks who"
    lower = document.lower
    near = range(marks, min(end, start + FARTHEST))
    who = next((at for at in near if lower[at] in ("who", "which") and document.outside(at)), end)
    if who + FEWEST >= end:
        return None
    if lower[who] == "which":
        found = sources.after(document, who + 1, end) if lower[who - 1] == "in" else None
        found = noun_phrase(document, found) if found is not None else None
        verb = found[1] if found is not None else end
    else:
        found = sources.after(document, marks, who)
        found = (start, who) if found is not None and found[1] == who else None
        verb = who + 1
    while verb < end and lower[verb] in ADVERBS:
        verb += 1
    if found is None or verb + FEWEST >= end:
        return None
    known = [
        cue
        for cue in forms().get(lower[verb], ())
        if cue.kind == "S" and not cue.rest and set("cnaoO") & set(cue.frames)
    ]
    rest = document.trim((verb + 1 + (lower[verb + 1] == "that"), end))
    if not known or rest is None:
        return None
    made.content = [rest, *made.content[1:]]
    made.cue, made.anchor = (max(who + 1, found[1]), verb + 1), verb
    made.lemma, made.denied = known[0].lemma, around.denied(known[0], False)
    made.regions = around.regions_of(document, made.content)
    return found


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
