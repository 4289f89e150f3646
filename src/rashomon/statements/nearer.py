"""Whose words a second verb has, where the noun phrase beside it is not the one."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.statements import sources
from rashomon.statements.document import Document, Range
from rashomon.statements.drafts import Draft
from rashomon.statements.predicates import is_past, noun_phrase
from rashomon.statements.traits import agent, people
from rashomon.statements.words import (
    ADVERBS,
    AUXILIARIES,
    BODY_NOUNS,
    PERSON_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
)

# Verbs that go on with words already begun.
_GOING_ON = frozenset("added adding continued continuing concluded concluding".split())
_OPENING = frozenset("when after as while because since before where".split())
# Tokens of a content in which its clause has its subject.
_SUBJECT = 4
# Tokens of a sentence within which a relative clause hangs on its subject.
_OPENED = 12
_REMARKS = frozenset("comments remarks words statements accusations allegations threats".split())
_TOLD = frozenset("said says told tells confirms reports notes adds wrote".split())
_LATER = frozenset("who which that and or but also then later".split())


def by_sentence(document: Document, drafts: Sequence[Draft]) -> dict[int, list[Draft]]:
    """Statements with a source and a cue, by the sentence of their cue."""
    result: dict[int, list[Draft]] = {}
    for made in drafts:
        if made.cue is not None and made.source is not None and made.kind == "S":
            result.setdefault(document.sentence[made.cue[0]], []).append(made)
    return result


def source(document: Document, made: Draft, beside: Sequence[Draft]) -> Range | None:
    """Another source for `made` than the one it has, where that cannot be; else None.

    `beside` are the statements of its sentence.
    """
    if made.source is None or made.cue is None or made.kind != "S" or made.anchor < 0:
        return None
    if made.cue[0] < made.source[1] or not document.outside(made.cue[0]):
        return None
    reported = _reported(document, made)
    if reported is not None:
        return reported
    before = document.lower[made.cue[0] - 1]
    if before not in (",", "and", "but", "–", "—"):
        return None
    described = _described(document, made) if before == "," else None
    if described is not None:
        return described
    goes_on = document.lower[made.anchor] in _GOING_ON
    participle = document.lower[made.anchor].endswith("ing")
    for other in beside[:12]:
        if other is made or other.source is None or other.cue is None:
            continue
        if other.cue[1] > made.source[0] or other.source == made.source:
            continue
        inside = any(start <= made.source[0] < end for start, end in other.content)
        governed = (
            document.lower[made.source[0] - 1] in PREPOSITIONS
            and made.source[1] + 2 >= (made.cue[0])
        )
        if (goes_on and inside) or ((goes_on or participle) and governed and not inside):
            return other.source
    joined = _joined(document, made) if participle and before == "," else None
    if joined is not None:
        return joined
    despite = _despite(document, made) if participle else None
    if despite is not None:
        return despite
    if participle and (_is_thing(document, made.source) or _named_again(document, made)):
        return _clause_subject(document, made)
    return None


def _reported(document: Document, made: Draft) -> Range | None:
    """The complaint of "The Courier confirmed that the complaint also noted"."""
    assert made.source is not None
    assert made.cue is not None
    for at in range(made.cue[0] - 1, max(made.source[1], made.cue[0] - _SUBJECT - 2), -1):
        if document.lower[at] != "that":
            continue
        start, end = at + 1, made.cue[0]
        if document.lower[start] not in ("the", "its", "their") or end - start < 2:
            return None
        inner = range(start + 1, end)
        plain = all(document.words[near].isalpha() for near in inner)
        if not plain or any(document.lower[near] in PREPOSITIONS | _LATER for near in inner):
            return None
        told = document.lower[at - 1].endswith("ed") or document.lower[at - 1] in _TOLD
        return (start, end) if told else None
    return None


def _described(document: Document, made: Draft) -> Range | None:
    """Lind of "Lind, who has dozed while in office, by all accounts, has said"."""
    assert made.source is not None
    if not made.source[0] or document.lower[made.source[0] - 1] not in PREPOSITIONS:
        return None
    first = document.sentences[document.sentence[made.source[0]]][0]
    relative = next(
        (
            at
            for at in range(first + 1, min(first + _OPENED, made.source[0] - 1))
            if document.words[at - 1] == "," and document.lower[at] == "who"
        ),
        None,
    )
    if relative is None or not document.words[first][0].isupper():
        return None
    found = sources.after(document, first, relative - 1)
    return found if found is not None and found[1] == relative - 1 else None


def _despite(document: Document, made: Draft) -> Range | None:
    """The clerks of "The mayor praised it, despite clerks in Orsk, Lind among them, saying"."""
    assert made.source is not None
    assert made.cue is not None
    for at in range(made.cue[0] - 2, made.source[1] - 1, -1):
        if document.lower[at] != "despite" or not document.outside(at):
            continue
        found = sources.after(document, at + 1, made.cue[0])
        if found is None or any(is_past(document, near) for near in range(at, made.cue[0])):
            return None
        end = next(
            (near for near in range(*found) if document.lower[near] in PREPOSITIONS), found[1]
        )
        noun = document.lower[end - 1]
        several = people(noun) or (noun in PERSON_NOUNS and noun.endswith("s"))
        return found if several else None
    return None


def _joined(document: Document, made: Draft) -> Range | None:
    """Brill of "Lind asked for a vote, but the reeve, Ada Brill, laughed, saying"."""
    assert made.source is not None
    assert made.cue is not None
    for at in range(made.cue[0] - 3, made.source[1], -1):
        if not document.outside(at) or document.words[at - 1] not in (",", ";"):
            continue
        if document.lower[at] not in ("and", "but", "while", "so", "yet"):
            continue
        if not any(is_past(document, near) for near in range(made.source[1], at)):
            return None  # "Lind, the reeve, and others sent a note, saying"
        found = sources.after(document, at + 1, made.cue[0])
        if found is None or document.lower[found[0]] in PRONOUNS:
            return None
        start, stop = noun_phrase(document, found)
        verb = _past_aside(document, stop, made.cue[0])
        noun = document.lower[stop - 1]
        someone = document.words[stop - 1][0].isupper() or noun in PERSON_NOUNS | BODY_NOUNS
        acts = verb < made.cue[0] - 1 and (
            is_past(document, verb) or document.lower[verb] in AUXILIARIES
        )
        return (start, stop) if acts and (someone or agent(noun) or people(noun)) else None
    return None


def _past_aside(document: Document, at: int, end: int) -> int:
    """The token after a bracket or an apposition that begins at `at`, and after adverbs."""
    closing = {"(": ")", ",": ","}.get(document.words[at]) if at < end else None
    if closing is not None:
        stop = next((near for near in range(at + 1, end) if document.words[near] == closing), end)
        at = stop + 1
    while at < end and (document.lower[at] in ADVERBS or sources.is_adverb(document.lower[at])):
        at += 1
    return at


def _is_thing(document: Document, span: Range) -> bool:
    """Whether a phrase is no person and no body: "The op-ed"."""
    last = document.words[span[1] - 1]
    noun = last.lower()
    if noun in _REMARKS:
        return True
    return (
        last[0].islower()
        and noun not in PERSON_NOUNS | BODY_NOUNS | PRONOUNS
        and not agent(noun)
        and not noun.endswith("s")
    )


def _named_again(document: Document, made: Draft) -> bool:
    """Whether the words go on to speak of their source by name: "Lind ..., saying Lind had"."""
    assert made.source is not None
    name = document.words[made.source[1] - 1]
    start, end = made.content[0]
    if not name[0].isupper() or not document.outside(start):
        return False
    return name in document.words[start : min(end, start + _SUBJECT)]


def _clause_subject(document: Document, made: Draft) -> Range | None:
    """The subject of the last clause before: "... after the guild closed the bar, saying"."""
    assert made.source is not None
    assert made.cue is not None
    for at in range(made.cue[0] - 2, made.source[1] - 1, -1):
        if document.lower[at] not in _OPENING or not document.outside(at):
            continue
        found = sources.after(document, at + 1, made.cue[0])
        if found is None:
            return None
        end = found[1]
        if document.words[end] == "(":
            verb = _past_aside(document, end, made.cue[0])
            return found if verb < made.cue[0] and is_past(document, verb) else None
        end = _past_aside(document, end, made.cue[0]) if found[1] - found[0] == 1 else end
        for verb in range(found[0] + 1, min(end + 1, made.cue[0])):
            past = document.lower[verb].endswith("ed") or is_past(document, verb)
            past = past or document.lower[verb] in AUXILIARIES - {"'s", "’s"}
            if document.words[verb].islower() and past:
                return (found[0], min(verb, found[1])) if verb > found[0] else None
        return None
    return None
