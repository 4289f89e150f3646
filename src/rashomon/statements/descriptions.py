"""Whom a description means: "the deputy minister", "the newspaper", "the group"."""

from __future__ import annotations

from rashomon.statements.context import MOST_CANDIDATES, Context
from rashomon.statements.document import Range
from rashomon.statements.drafts import Draft
from rashomon.statements.people import is_outlet
from rashomon.statements.words import BODY_NOUNS, DETERMINERS, PERSON_NOUNS, PREPOSITIONS

# "the lawmaker" may be one whose role has any of these words. General knowledge of offices.
_KINDS: dict[str, frozenset[str]] = {
    "lawmaker": frozenset("mp senator congressman congresswoman representative deputy lawmaker member sen. rep. legislator parliamentarian".split()),
    "legislator": frozenset("mp senator congressman congresswoman representative deputy lawmaker member sen. rep.".split()),
    "leader": frozenset("president chief head chairman chairwoman premier minister leader king chancellor general secretary".split()),
    "official": frozenset("minister secretary deputy adviser advisor aide governor spokesman spokeswoman official director head chief mayor envoy ambassador commissioner representative chancellor".split()),
    "diplomat": frozenset("minister ambassador envoy diplomat consul representative".split()),
    "envoy": frozenset("envoy ambassador representative negotiator".split()),
    "politician": frozenset("minister mp senator president governor mayor leader candidate lawmaker congressman premier chancellor".split()),
    "cleric": frozenset("bishop metropolitan priest patriarch imam archbishop pope cardinal pastor cleric".split()),
    "executive": frozenset("ceo chairman director president executive chief founder".split()),
    "billionaire": frozenset("founder ceo businessman tycoon billionaire investor".split()),
    "academic": frozenset("professor researcher fellow historian scientist economist lecturer".split()),
    "expert": frozenset("professor researcher fellow historian scientist economist analyst expert director".split()),
    "analyst": frozenset("analyst fellow researcher expert historian scientist".split()),
    "spokesperson": frozenset("spokesman spokeswoman spokesperson".split()),
    "spokesman": frozenset("spokesman spokesperson press".split()),
    "spokeswoman": frozenset("spokeswoman spokesperson press".split()),
    "official's": frozenset(),
    "premier": frozenset("premier prime".split()),
    "statesman": frozenset("president minister chancellor premier".split()),
    "commander": frozenset("general commander colonel admiral commander-in-chief".split()),
    "general": frozenset("general gen. commander".split()),
    "candidate": frozenset("candidate nominee".split()),
    "businessman": frozenset("ceo founder chairman businessman developer".split()),
    "minister": frozenset("minister".split()),
    "man": frozenset(),
    "woman": frozenset(),
}  # fmt: skip
_OPEN = frozenset(
    "man woman official politician expert leader speaker author scholar veteran".split()
)
_BODY_SIGNS: dict[str, tuple[str, ...]] = {
    "ministry": ("ministry",),
    "paper": (),
    "newspaper": (),
    "outlet": (),
    "broadcaster": (),
    "magazine": (),
    "agency": ("agency", "service", "bureau"),
    "department": ("department",),
    "committee": ("committee",),
    "party": ("party",),
    "company": (),
    "firm": (),
    "group": ("group",),
    "commission": ("commission",),
    "bank": ("bank",),
    "court": ("court",),
    "university": ("university",),
}
# Bodies that are called "the group": no firms.
_GROUP_SIGNS = tuple(
    "coalition alliance union association network federation league campaign movement society "
    "collective watchdog foundation front".split()
)
# A name before one of these is likely its subject.
_ON_AIR = ("radio", "tv", "television", "channel")
# Nouns for people whom news leaves unnamed.
_UNNAMED = frozenset("official source diplomat aide adviser lawyer person officer".split())
_MEDIA = frozenset(("paper", "newspaper", "outlet", "broadcaster", "magazine", "channel"))


def titled(context: Context, span: Range, made: Draft) -> tuple[str, bool] | None:
    """ "the foreign minister", "the paper": the one whose role or kind fits."""
    document = context.document
    end = span[1]
    for at in range(span[0] + 1, span[1]):
        if document.lower[at] in PREPOSITIONS:
            end = at
            break
    noun = document.lower[end - 1]
    modifiers = [document.words[at] for at in range(span[0] + 1, end - 1)]
    if noun in _BODY_SIGNS:
        return _body(context, span, noun)
    if noun == "source" or (noun in _UNNAMED and _unnamed(context, span, noun)):
        return None
    if noun not in PERSON_NOUNS or (noun.endswith("s") and noun not in ("boss",)):
        return None
    extra = [document.words[at] for at in range(end, span[1]) if document.words[at][0].isupper()]
    best: tuple[float, str] | None = None
    latest: dict[str, int] = {}
    for entity in context.people.between(0, span[0])[-10 * MOST_CANDIDATES :]:
        if entity.type == "person":
            latest[entity.referent] = entity.span[0]
    for order, (referent, at) in enumerate(latest.items()):
        person = context.people.known[referent]
        if (noun in ("woman", "spokeswoman") and person.gender == "m") or (
            noun in ("man", "spokesman") and person.gender == "f"
        ):
            continue
        if noun in person.roles:
            score = 4.0
        elif person.roles & _KINDS.get(noun, frozenset()):
            score = 2.5
        elif noun in _OPEN and context.history and context.history[-1][1] == referent:
            score = 0.8
        else:
            continue
        for word in modifiers + extra:
            if word.lower() in person.roles or word.lower() in referent.lower():
                score += 1.5
            elif word[0].isupper() and person.nations:
                score -= 3.0
            elif word[0].islower():
                score -= 0.5
        distance = document.paragraph[span[0]] - document.paragraph[at]
        score -= 0.3 * min(distance, 8)
        if context.history and context.history[-1][1] == referent:
            score += 0.9
        score += 0.01 * order
        if any(start <= at < stop for start, stop in made.content):
            score -= 1.5
        if best is None or score > best[0]:
            best = (score, referent)
    if best and best[0] > 0.5:
        return best[1], True
    return _ahead(context, span, noun, modifiers)


def _unnamed(context: Context, span: Range, noun: str) -> bool:
    """Whether "the official" is one whom the article has not named: "a senior official"."""
    document = context.document
    floor = document.paragraphs[max(0, document.paragraph[span[0]] - 6)][0]
    for at in range(span[0] - 1, floor, -1):
        if document.lower[at] != noun:
            continue
        head = at - 1
        while head > floor and at - head < 5 and document.lower[head] not in DETERMINERS:
            head -= 1
        after = document.words[at + 1] if at + 1 < document.size else ""
        if document.lower[head] in ("a", "an", "one", "another"):
            return after != "," or not document.words[at + 2][:1].isupper()
    return False


def _ahead(
    context: Context, span: Range, noun: str, modifiers: list[str]
) -> tuple[str, bool] | None:
    """A title in a standfirst or lead, whose name comes in the next paragraphs."""
    document = context.document
    last = min(document.paragraph[span[0]] + 2, len(document.paragraphs) - 1)
    if document.paragraph[span[0]] > 1 and context.history:
        return None
    fitting: list[str] = []
    for entity in context.people.between(span[1], document.paragraphs[last][1])[:MOST_CANDIDATES]:
        person = context.people.known[entity.referent]
        fits = noun in person.roles and all(
            word.lower() in person.roles for word in modifiers if word[0].isupper()
        )
        if entity.type == "person" and fits and entity.referent not in fitting:
            fitting.append(entity.referent)
    return (fitting[0], True) if len(fitting) == 1 else None


def _body(context: Context, span: Range, noun: str) -> tuple[str, bool] | None:
    document = context.document
    signs = _BODY_SIGNS[noun]
    for at in range(span[0] - 1, max(0, span[0] - 400), -1):
        # "the newspaper Hlas" before, "the newspaper" now.
        if document.lower[at] == noun and document.words[at + 1][0].isupper():
            end = at + 2
            while end < span[0] and document.words[end][0].isupper():
                end += 1
            return document.slice((at + 1, end)), False
    modifiers = document.lower[span[0] + 1 : span[1] - 1]
    if noun in _MEDIA:
        for where, name, person in reversed(context.history[-MOST_CANDIDATES:]):
            if document.sentence[span[0]] - document.sentence[where] > 8:
                break
            if not person and is_outlet(name) and _fits(modifiers, name):
                return name, False
    floor = document.paragraphs[max(0, document.paragraph[span[0]] - 6)][0]
    near = context.people.between(floor, span[0])[-MOST_CANDIDATES:]
    rivals = {e.referent for e in near if e.type == "organisation" and not is_outlet(e.referent)}
    for entity in reversed(near):
        if entity.type == "person" or any(
            entity.span[0] >= a and entity.span[1] <= b for a, b in (span,)
        ):
            continue
        name = entity.referent
        lowered = name.lower()
        if not _fits(modifiers, name):
            continue
        if noun in ("paper", "newspaper") and any(word in lowered for word in _ON_AIR):
            continue
        if noun in _MEDIA and is_outlet(name):
            return name, False
        if signs and any(sign in lowered for sign in signs):
            return name, False
        if (
            noun == "agency"
            and name.isupper()
            and 2 < len(name) < 6
            and entity.type == "organisation"
        ):
            return name, False
        if noun == "group" and any(sign in lowered for sign in _GROUP_SIGNS):
            return name, False
        if (
            noun in ("company", "firm")
            and entity.type == "organisation"
            and len(rivals) == 1
            and any(name == past for _, past, _ in context.history[-MOST_CANDIDATES:])
        ):
            return name, False
    for where, name, person in reversed(context.history[-MOST_CANDIDATES:]):
        if (
            not person
            and noun in _MEDIA
            and name.lower().startswith("the ")
            and name[4:5].isupper()
            and name.lower().split()[-1] not in BODY_NOUNS
        ):
            return name, False
        if document.sentence[span[0]] - document.sentence[where] > 6:
            break
    return None


def _fits(modifiers: list[str], name: str) -> bool:
    """Whether the words before "company" or "agency" are words of the name."""
    return all(word in name.lower() for word in modifiers)
