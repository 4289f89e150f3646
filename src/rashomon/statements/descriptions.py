"""Whom a description means: "the deputy minister", "the Ohio Democrat", "the 56-year-old"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.statements.callings import (
    KINDS,
    NOT_IN_OFFICE,
    OFFICES,
    PARTIES,
    PARTY_WORDS,
    POLITICAL,
    RANKS,
    SEVERAL,
    SOLE,
    UNNAMED,
    VARIATION,
)
from rashomon.statements.context import MOST_CANDIDATES, Context
from rashomon.statements.document import Range
from rashomon.statements.drafts import Draft
from rashomon.statements.people import Person, is_nation
from rashomon.statements.traits import FEMALE_NOUNS, MALE_NOUNS, STATES, agent
from rashomon.statements.words import DETERMINERS, PREPOSITIONS

_TELLING = (["charge"], ["question"], ["whose"])
_ELSE = frozenset(("different", "another", "other", "second", "separate"))
_AGED = re.compile(r"(\d{1,3})-year-old")
# Mentions from which an article may be about one person, and how far he must lead the next.
FEWEST_MENTIONS = 4
AHEAD_IN_MENTIONS = 3
# Points from which a description is that of one person, and by which he must lead the next.
ENOUGH = 2.0
LEAD = 0.4


@dataclass(slots=True)
class _Phrase:
    """ "the Ohio Democrat": its noun, the words before it, those of what hangs on it."""

    noun: str
    modifiers: list[str]
    owner: list[str]
    age: int | None = None


def titled(context: Context, span: Range, made: Draft) -> tuple[str, bool] | None:
    """The one person whose role, party, age or place fits "the foreign minister", if it is one."""
    phrase = _parse(context, span)
    if phrase is None or _told_apart(context, span):
        return None
    if phrase.age is None and (
        phrase.noun == "source" or _unnamed(context, span, phrase.noun, phrase.modifiers)
    ):
        return None
    ranked = sorted(
        ((-score, name) for name, score in _scores(context, span, phrase, made).items())
    )
    if ranked and -ranked[0][0] >= ENOUGH:
        if len(ranked) == 1 or ranked[1][0] - ranked[0][0] >= LEAD:
            return ranked[0][1], True
        return None
    return _ahead(context, span, phrase)


def _told_apart(context: Context, span: Range) -> bool:
    """Whether a phrase tells who is meant, of whom so far nothing is told: "the keeper in charge"."""
    lower = context.document.lower
    at = next((at for at in range(span[0] + 1, span[1]) if lower[at] in PREPOSITIONS), span[1])
    following = lower[at + 1 : span[1]]
    return at < span[1] and lower[at] in ("in", "behind", "with") and following[:1] in _TELLING


def _parse(context: Context, span: Range) -> _Phrase | None:
    document = context.document
    end = span[1]
    for at in range(span[0] + 1, span[1]):
        if document.lower[at] in PREPOSITIONS or document.words[at] in (",", "(", "–", "—"):
            end = at
            break
    if end - 1 <= span[0]:
        return None
    noun = document.lower[end - 1]
    modifiers = [document.words[at] for at in range(span[0] + 1, end - 1)]
    if len(modifiers) == 2 and modifiers[1] == "and" and is_one_person(modifiers[0]):
        modifiers = []  # "the baker and poet" is one
    owner = [document.words[at] for at in range(end, span[1]) if document.words[at][0].isupper()]
    aged = _AGED.fullmatch(noun) or next(
        (match for word in modifiers if (match := _AGED.fullmatch(word.lower()))), None
    )
    old = document.text[document.chars(span)[0] : document.chars(span)[1]].lower()
    aged = aged or re.match(r"the (\d{1,3})[- ]year[- ]old\b", old)
    age = int(aged.group(1)) if aged else None
    if noun == "commander" and document.lower[end : end + 2] == ["in", "chief"]:
        return _Phrase("president", modifiers, [])
    if age is None and not is_one_person(noun):
        return None
    return _Phrase(noun, [word for word in modifiers if not _AGED.fullmatch(word)], owner, age)


def is_one_person(noun: str) -> bool:
    """Whether a noun, in lower case, describes one person: "the senator", "the 56-year-old"."""
    if _AGED.fullmatch(noun):
        return True
    if noun.endswith("s") and noun not in ("boss", "actress", "heiress", "princess", "duchess"):
        return False
    return noun not in SEVERAL and (agent(noun) or noun in VARIATION or noun in KINDS)


def kinds(noun: str) -> frozenset[str]:
    """Words of roles whose bearer may be called by a noun: "senator" for "lawmaker"."""
    return KINDS.get(noun, frozenset())


def _scores(context: Context, span: Range, phrase: _Phrase, made: Draft) -> dict[str, float]:
    document = context.document
    latest: dict[str, int] = {}
    counts: dict[str, int] = {}
    for entity in context.people.between(0, span[0])[-10 * MOST_CANDIDATES :]:
        if entity.type == "person" and not _in_direct(context, made, entity.span[0]):
            latest[entity.referent] = entity.span[0]
            counts[entity.referent] = counts.get(entity.referent, 0) + 1
    own = context.people.inside(made.content[0]) if made.content[0][0] > span[0] else []
    not_self = {e.referent for e in own if e.span[0] < made.content[0][0] + 8}
    speaker = next((name for _, name, one in reversed(context.history[-3:]) if one), None)
    before, placed_at = _subject_before(context, span[0])
    here = _subject_here(context, span[0])
    # Where another stands nearer, named or not, its place in the text says nothing.
    alone = _main_here(context, span[0]) is None and not (
        context.history
        and not context.history[-1][2]
        and context.history[-1][0] > placed_at
        and context.history[-1][1].lower().startswith(("a ", "an ", "one ", "another "))
    )
    central = _central(context, span[0], phrase, counts) if before is None else None
    result: dict[str, float] = {}
    holder = _holder(context, phrase, counts)
    for referent, at in latest.items():
        person = context.people.known[referent]
        if holder is not None and referent != holder and phrase.noun not in person.roles:
            continue
        if referent in not_self or referent == here or not _may_be(person, phrase):
            continue
        fit = _fit(person, referent, phrase)
        varied = phrase.noun in VARIATION or phrase.age is not None
        if fit < 1.0 and not varied:
            continue
        distance = document.paragraph[span[0]] - document.paragraph[at]
        score = fit - 0.25 * min(distance, 6) + 0.05 * min(counts[referent], 8)
        if referent == before:
            score += 1.6
        if referent == speaker:
            score += 1.3
        if fit < 1.0 and person.roles & SOLE and phrase.age is None and _is_calling(phrase.noun):
            continue  # "the drummer" is not the governor
        if fit < 1.0:
            # Nothing but its place in the text speaks for it: the one spoken of right before.
            near = document.sentence[at] == document.sentence[span[0]] and referent == speaker
            placed = distance <= 1 and alone and referent in (before, speaker)
            score += 0.8 if placed or near else -3.0
            if not placed and alone and distance <= 2 and referent == central:
                score += 4.0 + ENOUGH
        if any(start <= at < stop for start, stop in made.content):
            score -= 1.5
        result[referent] = score
    return result


def _holder(context: Context, phrase: _Phrase, counts: dict[str, int]) -> str | None:
    """The one person named so far who is said to hold an office of which there is one.

    Of those who are named more often none may be without an office.
    """
    if phrase.noun not in SOLE or phrase.modifiers or phrase.owner:
        return None
    known = context.people.known
    holders = [
        name
        for name in counts
        if phrase.noun in known[name].roles and not known[name].roles & NOT_IN_OFFICE
    ]
    if len(holders) != 1:
        return None
    most = counts[holders[0]]
    rivals = (name for name in counts if counts[name] > most)
    return holders[0] if all(known[name].roles & OFFICES for name in rivals) else None


def _is_calling(noun: str) -> bool:
    """Whether a noun is a trade or an art, and no office, rank or party."""
    return noun not in OFFICES | RANKS | PARTY_WORDS | POLITICAL | KINDS["politician"]


def _central(context: Context, token: int, phrase: _Phrase, counts: dict[str, int]) -> str | None:
    """Whom an article is about, or whom alone the sentence before names, for an age or a calling."""
    if phrase.age is None and phrase.noun in OFFICES | PARTY_WORDS | RANKS:
        return None
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    most = counts[ranked[0]] if ranked else 0
    next_ = counts[ranked[1]] if len(ranked) > 1 else 0
    if most >= max(FEWEST_MENTIONS, AHEAD_IN_MENTIONS * next_):
        return ranked[0]
    document = context.document
    number = document.sentence[token]
    if phrase.age is None or not number:
        return None
    first = document.sentences[number - 1][0]
    near = {
        e.referent
        for e in context.people.between(first, token)
        if e.type == "person" and e.referent in counts
    }
    return next(iter(near)) if len(near) == 1 else None


def _in_direct(context: Context, made: Draft, at: int) -> bool:
    """Whether a name stands in the very quotation whose speaker is sought."""
    return context.document.region[at] >= 0 and any(s <= at < e for s, e in made.content)


def _may_be(person: Person, phrase: _Phrase) -> bool:
    """Whether nothing known of a person speaks against a description."""
    noun = phrase.noun
    if noun in SOLE and {f"{noun}'s", f"{noun}’s"} & person.roles:
        return False  # "Karl Lind, the mayor's son": "the mayor" is another
    if (noun in FEMALE_NOUNS and person.gender == "m") or (
        noun in MALE_NOUNS and person.gender == "f"
    ):
        return False
    if phrase.age is not None and person.age is not None and phrase.age != person.age:
        return False
    words = {noun, *(word.lower() for word in phrase.modifiers)}
    for party in PARTIES[:2]:
        others = PARTIES[1] if party is PARTIES[0] else PARTIES[0]
        if words & party and person.roles & others and not person.roles & party:
            return False
    states = person.roles & STATES
    if states and words & STATES and not states & words:
        return False
    kinds = KINDS.get(noun, frozenset((noun,))) | {noun}
    if noun in OFFICES:
        return not person.roles & OFFICES or bool(person.roles & kinds)
    return True


def _fit(person: Person, referent: str, phrase: _Phrase) -> float:
    """How much of a description is known to be true of a person."""
    score = 0.0
    if phrase.noun in person.roles:
        score += 3.6
    elif person.roles & KINDS.get(phrase.noun, frozenset()):
        score += 2.4
    if phrase.age is not None:
        score += 6.0 if person.age == phrase.age else 0.0
    for word in phrase.modifiers + phrase.owner:
        lower = word.lower()
        if lower in person.roles or lower in referent.lower().split():
            score += 1.3
        elif (
            word[0].isupper()
            and person.nations
            and lower not in PARTY_WORDS
            and (phrase.age is None or lower in STATES or is_nation(word))
        ):
            score -= 3.0
        elif word[0].isupper() and is_nation(word) and lower not in PARTY_WORDS:
            score -= 1.0  # of another country, for all that is known
        elif word[0].islower() and lower not in DETERMINERS:
            score -= 0.3
    return score


def _subject_before(context: Context, token: int) -> tuple[str | None, int]:
    """The person that the sentence before is about, in this paragraph or the one before, and where."""
    document = context.document
    number = document.sentence[token] - 1
    while (
        number >= 0
        and document.paragraph[token] - document.paragraph[document.sentences[number][0]] <= 1
    ):
        first, last = document.sentences[number]
        for entity in context.people.between(first, last):
            if entity.type == "person" and context.is_main_subject(entity):
                return entity.referent, entity.span[0]
        if document.outside(first):
            return None, -1
        number -= 1
    return None, -1


def _subject_here(context: Context, token: int) -> str | None:
    """Who said something earlier in this sentence, and so is not whom it describes."""
    document = context.document
    first = document.sentences[document.sentence[token]][0]
    for entity in context.people.between(first, token):
        after = document.lower[entity.span[1] : entity.span[1] + 1]
        if entity.type == "person" and after in (["said"], ["told"], ["says"]):
            return entity.referent
    return None


def _main_here(context: Context, token: int) -> str | None:
    """Whom a sentence is about whose later clause holds the description."""
    document = context.document
    first = document.sentences[document.sentence[token]][0]
    for entity in context.people.between(first, token):
        if entity.type == "person" and context.is_main_subject(entity):
            return entity.referent
    return None


def _unnamed(context: Context, span: Range, noun: str, modifiers: list[str]) -> bool:
    """Whether "the official" is one whom the article has not named: "a senior official"."""
    document = context.document
    floor = document.paragraphs[max(0, document.paragraph[span[0]] - 6)][0]
    for at in range(span[0] - 1, floor, -1):
        if document.lower[at] != noun:
            continue
        head = at - 1
        while head > floor and at - head < 6 and document.lower[head] not in DETERMINERS:
            if not document.words[head][0].isalnum():
                break
            head -= 1
        if document.lower[head] == "another" or document.lower[head + 1] in _ELSE:
            continue  # "a different judge" is not "the judge"
        if document.lower[head] not in ("a", "an", "one"):
            if noun in UNNAMED or modifiers:
                continue
            return False
        after = document.words[at + 1] if at + 1 < document.size else ""
        if after == "," and document.words[at + 2 : at + 3] and document.words[at + 2][0].isupper():
            return False  # "a retired clerk, Ada Brill,"
        if after[:1].isupper():
            return False  # "a clerk Ada Brill"
        # "Ada Brill, a retired clerk": named before.
        named = document.words[head - 1] in (",", "(", "–", "—") and any(
            e.type == "person" and e.span[1] == head - 1
            for e in context.people.between(max(0, head - 8), head)
        )
        copula = document.lower[head - 1] in ("is", "was", "as", "became", "been")
        return not (named or copula)
    return False


def _ahead(context: Context, span: Range, phrase: _Phrase) -> tuple[str, bool] | None:
    """A title in a standfirst or lead, whose name comes in the next paragraphs."""
    document = context.document
    last = min(document.paragraph[span[0]] + 2, len(document.paragraphs) - 1)
    if document.paragraph[span[0]] > 1 and context.history:
        return None
    fitting: list[str] = []
    for entity in context.people.between(span[1], document.paragraphs[last][1])[:MOST_CANDIDATES]:
        person = context.people.known[entity.referent]
        fits = phrase.noun in person.roles and _may_be(person, phrase)
        fits = fits and all(
            word.lower() in person.roles for word in phrase.modifiers if word[0].isupper()
        )
        if entity.type == "person" and fits and entity.referent not in fitting:
            fitting.append(entity.referent)
    return (fitting[0], True) if len(fitting) == 1 else None
