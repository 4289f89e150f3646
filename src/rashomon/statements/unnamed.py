"""Those whom an article describes before it names them, or never names."""

from __future__ import annotations

from rashomon.statements import descriptions
from rashomon.statements.context import MOST_CANDIDATES, Context
from rashomon.statements.document import Range
from rashomon.statements.people import BODY_KINDS
from rashomon.statements.traits import agent
from rashomon.statements.words import (
    BODY_NOUNS,
    DETERMINERS,
    PERSON_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
)

_ONE = frozenset(("a", "an", "one", "another"))
# Sentences within which "the diplomat" is the one that was quoted last.
NEAR_SENTENCES = 8
_ADDRESS = frozenset("mr mrs ms mr. mrs. ms. sir lady".split())
_GUARDS = frozenset("guard police ministry parliament brigade navy army office".split())
_ELSE = frozenset(("different", "other", "second", "separate"))
# Tokens around a name in which the country of its office stands.
REACH = 6
# Words of an office that say nothing of which one it is.
_PLAIN = frozenset("its their the of for and former deputy acting".split())


def same(context: Context, span: Range) -> str | None:
    """The words for "a diplomat of the union" where "the diplomat" speaks on; else None.

    Only where the article has quoted one such person so far.
    """
    document = context.document
    words = document.lower[span[0] + 1 : span[1]]
    if not words or any(word in PREPOSITIONS for word in words):
        return None
    found: list[str] = []
    for where, name, person in context.history[-MOST_CANDIDATES:]:
        head = _unnamed_head(name)
        if person or head is None or head[-1] != words[-1]:
            continue
        if name.lower().split()[0] == "another" or head[0] in _ELSE:
            return None  # "a different judge": "the judge" may be either
        if not set(words[:-1]) <= set(head):
            continue
        if document.sentence[span[0]] - document.sentence[where] <= NEAR_SENTENCES:
            found.append(name)
        else:
            return None
    return found[0] if found and len(set(found)) == 1 else None


def last(context: Context, span: Range) -> tuple[str, bool] | None:
    """The one who spoke last, where "this strategist" is what he was called: his words."""
    document = context.document
    noun = document.lower[span[1] - 1]
    for where, name, person in context.history[-1:]:
        near = document.sentence[span[0]] - document.sentence[where] <= NEAR_SENTENCES
        if not person and near and name.lower().split()[-1] == noun:
            return name, False
    return None


def introduced(context: Context, span: Range) -> str | None:
    """Whom the next sentence first names, under a title that fits "a lone lawmaker"."""
    document = context.document
    head = _unnamed_head(document.slice(span))
    number = document.sentence[span[0]] + 1
    if head is None or number >= len(document.sentences):
        return None
    first, last = document.sentences[number]
    if document.paragraph[first] - document.paragraph[span[0]] > 1 or not document.outside(first):
        return None
    for entity in context.people.between(first, last)[:1]:
        person = context.people.known.get(entity.referent)
        if entity.type != "person" or person is None or not context.is_main_subject(entity):
            return None
        if any(e.referent == entity.referent for e in context.people.between(0, first)):
            return None
        kinds = descriptions.kinds(head[-1]) | {head[-1]}
        return entity.referent if person.roles & kinds else None
    return None


def _unnamed_head(name: str) -> list[str] | None:
    """ "a senior diplomat" of "A senior diplomat of the union"; None for any other phrase."""
    words = name.lower().replace(",", " ,").split()
    if len(words) < 2 or words[0] not in _ONE:
        return None
    end = next(
        (at for at, word in enumerate(words) if word in PREPOSITIONS or word == ","), len(words)
    )
    head = words[1:end]
    if not head or head[-1].endswith("s"):
        return None
    return head if head[-1] in PERSON_NOUNS or agent(head[-1]) else None


def office_of(context: Context, span: Range) -> str | None:
    """The one person who bears "its foreign minister" in the article, where nothing else is said.

    His role has all words of the office, and beside his name stands whose it is. Where none has
    such a role, the one whom the next paragraph names without a word of who he is: the lead has
    said that.
    """
    document = context.document
    words = {word for word in document.lower[span[0] : span[1]] if word not in _PLAIN}
    if not words or document.lower[span[1] - 1] not in PERSON_NOUNS:
        return None
    if document.lower[span[1] - 1].endswith("s"):
        return None
    owner = _owner(context, span)
    bearers: set[str] = set()
    owned: set[str] = set()
    for entity in context.people.entities:
        person = context.people.known.get(entity.referent)
        if entity.type != "person" or person is None or not words <= person.roles:
            continue
        bearers.add(entity.referent)
        near = document.lower[max(0, entity.span[0] - REACH) : entity.span[1] + REACH]
        if owner is not None and owner in near:
            owned.add(entity.referent)
    if len(owned) == 1:
        return next(iter(owned))
    if bearers or document.paragraph[span[0]] > 0:
        return None
    return _introduced_bare(context, span)


def body_of(context: Context, span: Range) -> str | None:
    """The words for "its coast guard" with whose it is, where the article has them: "the Kamba
    coast guard"."""
    document = context.document
    tail = document.lower[span[0] + 1 : span[1]]
    owner = _owner(context, span)
    if owner is None or not tail or tail[-1] not in BODY_KINDS | BODY_NOUNS | _GUARDS:
        return None
    for at in range(document.size - len(tail)):
        if document.lower[at] != owner:
            continue
        start = at + 1 + (document.lower[at + 1] in ("'s", "’s"))
        if document.lower[start : start + len(tail)] == tail:
            led = at > 0 and document.lower[at - 1] == "the"
            return document.slice((at - led, start + len(tail)))
    return None


def _owner(context: Context, span: Range) -> str | None:
    """The last word of the name that "its" goes back to: what its sentence or the last is about."""
    document = context.document
    number = document.sentence[span[0]]
    for near in (number, number - 1):
        main = context.main(near) if near >= 0 else None
        if main is None or main[1] > span[0]:
            continue
        end = main[0]
        while end < main[1] and document.words[end][0].isupper():
            end += 1
        if end > main[0] and document.lower[main[0]] not in DETERMINERS | PRONOUNS:
            return document.lower[end - 1]
    return None


def _introduced_bare(context: Context, span: Range) -> str | None:
    """The person that the second paragraph quotes by a bare name, of whom nothing is told."""
    document = context.document
    if len(document.paragraphs) < 2:
        return None
    first, last = document.paragraphs[1]
    if any(entity.type == "person" for entity in context.people.between(0, first)):
        return None
    for entity in context.people.between(first, last)[:1]:
        person = context.people.known.get(entity.referent)
        if entity.type != "person" or person is None or person.roles - _ADDRESS:
            return None
        following = document.lower[entity.span[1] : entity.span[1] + 1]
        told = following in (["told"], ["said"], ["says"])
        return entity.referent if told and document.outside(entity.span[0]) else None
    return None
