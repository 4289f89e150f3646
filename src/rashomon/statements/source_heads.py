"""The noun at the head of a long subject, of which the noun beside its verb was taken."""

from __future__ import annotations

from rashomon.statements import sources
from rashomon.statements.document import Document, Range
from rashomon.statements.traits import agent, people
from rashomon.statements.words import (
    ADVERBS,
    BODY_NOUNS,
    PERSON_NOUNS,
    PLAIN_VERBS,
    PREPOSITIONS,
    PRONOUNS,
)

# What leads to a clause, so that a noun phrase right after it is its subject.
OPENING = frozenset(
    ", ; : – — ( that as but because while when whether if although though since".split()
)
# Tokens from the noun of a poll to its verb.
LONGEST_SUBJECT = 30
_FOUND = frozenset(
    "found finds find showed shows show suggested suggests indicated indicates revealed reveals "
    "concluded concludes estimated estimates".split()
)
_PAPERS = frozenset("poll survey study report analysis review paper audit".split())
_RUN = frozenset("run led held kept written sent made drawn won built".split())
_BESIDE = frozenset("familiar close briefed".split())


def example(document: Document, source: Range) -> Range:
    """The yards of "Even the largest yards, such as | Vesna, which float, have said"."""
    start = source[0]
    lower = document.lower
    led = lower[max(0, start - 2) : start] == ["such", "as"]
    stop = start - 2 if led else start - 1
    if not led and (start < 2 or lower[stop] not in ("including", "like")):
        return source
    first = document.sentences[document.sentence[start]][0]
    if document.words[stop - 1] != "," or stop - 2 < first:
        return source
    found = sources.before(document, stop - 1, first)
    if found is None or found[1] != stop - 1 or not lower[stop - 2].endswith("s"):
        return source
    if lower[found[0] - 1] in PREPOSITIONS and found[0] > first:
        return source
    return found


def without_coming(document: Document, source: Range) -> Range:
    """ "The leaflet" of "The leaflet also comes after ..."."""
    start, end = source
    if document.lower[end - 1] not in ("comes", "came"):
        return source
    end -= 1
    while end - 1 > start and document.lower[end - 1] in ADVERBS:
        end -= 1
    return (start, end) if end > start else source


def paper(document: Document, source: Range, cue: Range) -> Range:
    """The poll of "that a poll released today, or filled with praise for | the guild, found"."""
    start = source[0]
    lower = document.lower
    if lower[cue[1] - 1] not in _FOUND or lower[start - 1] not in PREPOSITIONS or start < 4:
        return source
    first = max(document.sentences[document.sentence[start]][0], start - LONGEST_SUBJECT)
    for at in range(start - 2, first, -1):
        if document.words[at] in ",;:()" or not document.outside(at):
            return source
        if lower[at] not in _PAPERS or not lower[at + 1].endswith("ed"):
            continue
        found = sources.before(document, at + 1, first)
        if found is None or found[1] != at + 1 or lower[found[0]] not in ("a", "an", "the", "one"):
            return source
        led = found[0] == first or lower[found[0] - 1] in OPENING | {"but", "and"}
        return found if led else source
    return source


def run_by(document: Document, source: Range, cue: Range) -> Range:
    """The account of "An account run by | the rowers said"."""
    start, end = source
    lower = document.lower
    if cue[0] != end or start < 4 or lower[start - 1] != "by":
        return source
    made = start - 2
    if not (lower[made].endswith("ed") or lower[made] in _RUN) or not document.outside(made):
        return source
    at = made
    while at > 1 and (lower[at - 1] in ADVERBS or sources.is_adverb(lower[at - 1])):
        at -= 1
    first = document.sentences[document.sentence[start]][0]
    found = sources.before(document, at, first) if at > first else None
    if found is None or found[1] != at or lower[at - 1] in PLAIN_VERBS | PRONOUNS:
        return source
    led = found[0] == first or lower[found[0] - 1] in OPENING | {"but", "and"}
    articled = lower[found[0]] in ("a", "an", "the", "one", "another")
    noun = lower[at - 1]
    speaks = noun in BODY_NOUNS | PERSON_NOUNS | {"account"} or agent(noun) or people(noun)
    return (found[0], end) if led and articled and speaks else source


def familiar(document: Document, source: Range) -> Range:
    """The pilot of "a pilot familiar with | the plan told"."""
    start = source[0]
    lower = document.lower
    if start < 4 or lower[start - 1] not in ("with", "to", "on") or lower[start - 2] not in _BESIDE:
        return source
    noun = lower[start - 3]
    if noun not in PERSON_NOUNS and not agent(noun) and not people(noun):
        return source
    first = document.sentences[document.sentence[start]][0]
    found = sources.before(document, start - 2, first) if start - 2 > first else None
    return (found[0], source[1]) if found is not None and found[1] == start - 2 else source
