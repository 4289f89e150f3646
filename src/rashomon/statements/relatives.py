"""Whom "who" means: what its relative clause hangs on."""

from __future__ import annotations

from rashomon.statements import descriptions, sources
from rashomon.statements.context import Context
from rashomon.statements.document import Range
from rashomon.statements.drafts import Draft
from rashomon.statements.people import BODY_KINDS
from rashomon.statements.traits import FEMALE_NOUNS, MALE_NOUNS, agent, people
from rashomon.statements.words import (
    AUXILIARIES,
    DETERMINERS,
    PERSON_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    SEAT,
)


def antecedent(context: Context, token: int, made: Draft) -> tuple[str, bool] | None:
    """Whom the "who" at `token` means: (name or words, whether a person), or None."""
    document = context.document
    end = token - 1 if document.words[token - 1] == "," else token
    if document.words[token - 1] in ("–", "—", "-"):
        opened = _dash_before(context, token - 1)
        end = token - 1 if opened is None else opened
    first = document.sentences[document.sentence[token]][0]
    if (
        end - 2 > first
        and document.words[end - 2] == ","
        and SEAT.fullmatch(document.words[end - 1])
    ):
        end -= 2  # "Sen. Ada Brill, R-Utah, who"
    for entity in reversed(context.people.between(max(0, end - 12), end)):
        if entity.span[1] != end:
            continue
        several = _example_of(context, entity.span[0], token)
        if several is not None:
            return several, False
        if entity.type == "person":
            return entity.referent, True
        if not context.governed(entity) and not document.lower[end - 1].endswith("s"):
            return entity.referent, False
        break
    phrase = sources.before(document, end, first) if end > first else None
    if phrase is None:
        return None
    if document.lower[phrase[0] - 1] in ("on", "in", "at") and phrase[0] - 2 > first:
        # "some, particularly on the right, who"; "Ada Brill, the head of it in Orsk, who"
        phrase = sources.before(document, token, first)
        if phrase is None or document.words[phrase[0]][0].islower():
            return None
    head = context.head(phrase)
    if head is not None and head.type == "person":
        return head.referent, True
    if document.words[phrase[0] - 1] == "," and document.lower[phrase[0]] in DETERMINERS:
        for entity in context.people.between(max(0, phrase[0] - 8), phrase[0]):
            if entity.type == "person" and entity.span[1] == phrase[0] - 1:
                return entity.referent, True
    one = _apposed(context, phrase, first)
    if one is not None:
        return one, True
    phrase = _speaking(context, phrase, first)
    start = phrase[0]
    if document.lower[start].endswith("ed") and document.lower[start - 1] in AUXILIARIES:
        phrase = start + 1, phrase[1]  # "has alarmed top Democrats, who"
    if document.lower[phrase[0]] == "the":
        meant = descriptions.titled(context, phrase, made)
        if meant is not None:
            return meant  # "The president, who": the one whom the article means
    return document.slice(phrase), False


def _apposed(context: Context, phrase: Range, first: int) -> str | None:
    """Ada Brill in "Ada Brill, one of the port's pilots for nine years, who"."""
    document = context.document
    comma = next((at for at in range(phrase[0], first, -1) if document.words[at] == ","), first)
    if document.lower[comma + 1] not in ("a", "an", "the", "one"):
        return None
    if any(document.lower[at] in AUXILIARIES - {"'s", "’s"} for at in range(comma, phrase[1])):
        return None
    for entity in context.people.between(max(first, comma - 6), comma):
        if entity.type == "person" and entity.span[1] == comma:
            return entity.referent
    return None


def _speaking(context: Context, phrase: Range, first: int) -> Range:
    """`phrase`, or those further back where it is a thing: "clerks asking for aid to the isle, who"."""
    document = context.document
    noun = head_noun(context, phrase)
    of = next((at for at in range(*phrase) if document.lower[at] == "of"), phrase[1])
    tail = document.lower[phrase[1] - 1]
    if noun.endswith("ions") and of + 1 < phrase[1] and (people(tail) or tail in PERSON_NOUNS):
        return of + 1, phrase[1]  # "the loud objections of town clerks, who"
    if document.words[phrase[1] - 1][0].isupper() or noun in BODY_KINDS | PERSON_NOUNS:
        return phrase
    if agent(noun) or people(noun) or noun in PRONOUNS or noun.endswith("s"):
        return phrase
    for at in range(phrase[0] - 1, first, -1):
        lower = document.lower[at]
        if not document.outside(at) or document.words[at] in ",;:":
            break
        of_one = lower in PERSON_NOUNS | FEMALE_NOUNS | MALE_NOUNS
        if document.words[at].islower() and (people(lower) or of_one):
            found = sources.before(document, at + 1, first)
            return found if found is not None else phrase
    return phrase


def _example_of(context: Context, start: int, token: int) -> str | None:
    """Those of whom a name is one, where they are meant: "clerks such as Lind who have said"."""
    document = context.document
    at = start - 1
    while at > 0 and document.words[at][0].isupper():
        at -= 1  # its titles
    if document.lower[at] == "as" and document.lower[at - 1] == "such":
        end = at - 1
    elif document.lower[at] in ("like", "including"):
        end = at
    else:
        return None
    if document.lower[token + 1 : token + 2] not in (["have"], ["are"], ["were"], ["say"], ["do"]):
        return None
    end -= document.words[end - 1] == ","
    first = document.sentences[document.sentence[token]][0]
    phrase = sources.before(document, end, first) if end > first else None
    return document.slice(phrase) if phrase is not None else None


def _dash_before(context: Context, token: int) -> int | None:
    """The dash that a dash closes: "two women — A and B — who"."""
    document = context.document
    first = document.sentences[document.sentence[token]][0]
    for at in range(token - 1, first, -1):
        if document.words[at] in ("–", "—", "-"):
            return at
    return None


def head_noun(context: Context, span: Range) -> str:
    """The last noun before what hangs on it by a preposition."""
    for at in range(span[0] + 1, span[1]):
        if context.document.lower[at] in PREPOSITIONS:
            return context.document.lower[at - 1]
    return context.document.lower[span[1] - 1]
