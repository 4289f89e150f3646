"""Who an article speaks of: entities with their places, roles and signs of gender."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon import outlets
from rashomon.model import Mention
from rashomon.statements import surnames, traits
from rashomon.statements.document import Document, Range
from rashomon.statements.given import FEMALE_NAMES, MALE_NAMES
from rashomon.statements.surnames import Entity as Entity
from rashomon.statements.words import (
    BODY_NOUNS,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    FEMALE,
    MALE,
    PERSON_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
)

# General knowledge: agencies, broadcasters and platforms that news passes words on through.
AGENCIES = frozenset(
    "tass reuters afp ap upi dpa ansa efe kyodo xinhua yonhap kcna interfax bloomberg cnn bbc nbc "
    "cbs abc npr pbs msnbc cnbc axios politico rt aljazeera pti ani irna mehr fars sana anadolu "
    "ukrinform unian pap belta rferl".split()
)
PLATFORMS = frozenset(
    ("telegram", "twitter", "facebook", "instagram", "youtube", "tiktok", "weibo", "wechat",
     "vk", "linkedin", "reddit", "truth social", "threads", "bluesky", "whatsapp", "x", "medium",
     "snapchat", "viber", "rumble", "mastodon", "substack", "kakaotalk", "line")
)  # fmt: skip
OUTLET_WORDS = frozenset(
    "times post news journal guardian herald tribune telegraph observer gazette daily mail today "
    "chronicle radio tv television channel press agency weekly magazine newspaper broadcasting "
    "ledger examiner inquirer bulletin dispatch argus zeitung presse daybreak review "
    "wire newswire standard independent express courier".split()
)
# Bodies that have sites and channels of their own and are speakers, not outlets.
_BODIES = frozenset(
    ("white house", "kremlin", "pentagon", "congress", "senate", "state department", "parliament",
     "united nations", "nato", "european commission", "european parliament", "house", "bundestag",
     "vatican", "foreign ministry", "security council", "interpol", "world bank")
)  # fmt: skip
_PAPERS = frozenset(
    "times post guardian telegraph independent economist mirror economist spiegel bild monde figaro "
    "izvestia kommersant haaretz reuters novosti politico newsweek forbes axios izvestiya".split()
)
# What a body may be called for short.
BODY_KINDS = BODY_NOUNS | frozenset(
    "airline brokerage insurer lender retailer carmaker automaker manufacturer maker operator "
    "nonprofit non-profit charity think-tank tank centre center publisher supplier startup "
    "conglomerate giant utility developer carrier brand chain council chamber institution "
    "school college hospital society coalition league fund hotel laboratory lab startup "
    "consultancy operator hospital".split()
)
TITLES = frozenset(
    "mr. mrs. ms. dr. mr mrs ms dr sir lord lady dame sen. rep. gov. gen. col. lt. capt. prof. rev. "
    "president minister prime foreign defence defense finance interior deputy vice former then "
    "secretary senator congressman congresswoman representative governor mayor general colonel "
    "chancellor premier king queen prince princess pope judge justice professor spokesman "
    "spokeswoman ambassador envoy chairman chairwoman director chief mp speaker attorney "
    "representative leader aide adviser advisor special state commissioner".split()
)
_PARTICLES = frozenset("de da di van von der den al el bin ibn la le dos du ter abu".split())
# Pronouns that may be someone's, more of one kind than of the other, from which they tell.
SURE_HINTS = 2


@dataclass(slots=True)
class Person:
    """What is known of a referent: words of its roles, and its gender ("m", "f" or "")."""

    roles: set[str] = field(default_factory=set)
    nations: set[str] = field(default_factory=set)
    male: int = 0
    female: int = 0
    # "she" less "he" where it may mean this person.
    hints: int = 0
    age: int | None = None

    @property
    def gender(self) -> str:
        """The gender that titles and first names speak for, else the empty string."""
        lead = self.female - self.male
        if not lead:
            lead = self.hints // SURE_HINTS if self.hints > 0 else -(-self.hints // SURE_HINTS)
        return "f" if lead > 0 else "m" if lead < 0 else ""


class People:
    """Entities of a document in order, and what is known of each referent."""

    def __init__(self, document: Document, found: Sequence[Mention]) -> None:
        self.document = document
        self.entities = _given(document, found) if found else _light(document)
        self.entities.sort(key=lambda entity: entity.span)
        self.starts = [entity.span[0] for entity in self.entities]
        self.known: dict[str, Person] = {}
        roles = {(mention.referent, mention.role) for mention in found if mention.role}
        taken = {at for entity in self.entities for at in range(*entity.span)}
        for entity in self.entities:
            self._learn(entity, taken)
        self._learn_pronouns()
        for referent, role in sorted(roles, key=str):
            person = self.known.setdefault(referent, Person())
            words = re.findall(r"\w[\w'’.-]*", role or "")
            if words and words[0].lower() not in PREPOSITIONS:
                for word in words:
                    _role_word(person, word)

    def inside(self, span: Range) -> list[Entity]:
        """Entities that stand wholly within a range of tokens."""
        first = bisect_left(self.starts, span[0])
        result = []
        for entity in self.entities[first:]:
            if entity.span[0] >= span[1]:
                break
            if entity.span[1] <= span[1]:
                result.append(entity)
        return result

    def between(self, start: int, end: int) -> list[Entity]:
        """Entities that begin in [start, end)."""
        return self.entities[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _learn(self, entity: Entity, taken: set[int]) -> None:
        document = self.document
        person = self.known.setdefault(entity.referent, Person())
        if entity.type != "person":
            # "the airline Harka Air", "Kotra, a brokerage in Brill,"
            near = traits.before(document, entity.span[0], taken, BODY_KINDS)
            near += traits.after(document, entity.span[1])
            at = entity.span[0] - 1
            if at > 0 and document.words[at] == ",":
                near.append(document.words[at - 1])  # "the isle's oldest agency, Vesna Aid"
            person.roles.update(word.lower() for word in near if word.lower() in BODY_KINDS)
            return
        first = document.lower[entity.span[0]]
        names = entity.referent.lower().split()
        if first in ("ms.", "mrs.", "ms", "mrs", "lady", "dame") or (
            names and names[0] in FEMALE_NAMES
        ):
            person.female += 1
        elif first in ("mr.", "mr", "sir", "lord") or (names and names[0] in MALE_NAMES):
            person.male += 1
        described = traits.before(document, entity.span[0], taken)
        at = entity.span[0] - 1
        closed = document.words[entity.span[1] : entity.span[1] + 1] in ([","], ["."])
        if closed and at > 0 and document.words[at] == "," and traits.agent(document.lower[at - 1]):
            described.append(document.words[at - 1])  # "the boy's mother, Ada Brill,"
        apposed = traits.after(document, entity.span[1])
        if any(traits.agent(word.lower()) for word in apposed):
            described += apposed
        described += traits.predicate(document, entity.span[1])
        for word in described:
            _role_word(person, word)
        for word in traits.seat(document, entity.span):
            person.roles.add(word)
            if word in traits.STATES:
                person.nations.add(word)
        person.age = person.age or traits.age(document, entity.span)

    def _learn_pronouns(self) -> None:
        """Counts "he" and "she" for whom a sentence alone names, in it and as the next one opens."""
        document = self.document
        alone: dict[int, str | None] = {}
        first: dict[int, int] = {}
        for entity in self.entities:
            if entity.type == "person":
                number = document.sentence[entity.span[0]]
                held = alone.setdefault(number, entity.referent)
                first.setdefault(number, entity.span[1])
                if held != entity.referent:
                    alone[number] = None
        for number, referent in alone.items():
            if referent is None:
                continue
            begin, last = document.sentences[number]
            seen = [
                document.lower[at]
                for at in range(max(begin, first[number]), last)
                if document.lower[at] in ("he", "she") and document.outside(at)
            ][:1]
            if number + 1 < len(document.sentences) and number + 1 not in alone:
                opening = document.sentences[number + 1][0]
                if document.paragraph[opening] == document.paragraph[begin]:
                    seen += [document.lower[opening]]
            person = self.known[referent]
            person.hints += seen.count("she") - seen.count("he")


def _role_word(person: Person, word: str) -> None:
    lower = word.lower()
    if lower in DETERMINERS or lower in PREPOSITIONS:
        return
    person.roles.add(lower)
    if word[0].isupper() and lower not in TITLES and (is_nation(word) or lower in traits.STATES):
        person.nations.add(lower)
    if lower in traits.FEMALE_NOUNS or lower in ("mrs.", "ms.", "mrs", "ms"):
        person.female += 1
    elif lower in traits.MALE_NOUNS or lower in ("mr.", "mr", "bishop", "metropolitan"):
        person.male += 1


def _given(document: Document, found: Sequence[Mention]) -> list[Entity]:
    entities = []
    for mention in found:
        first = document.token_at(mention.start)
        last = bisect_left(document.starts, mention.end)
        if first < last:
            entities.append(Entity((first, last), mention.type, mention.referent))
    entities += surnames.bare(document, entities)
    surnames.keep(entities)
    surnames.keep_titles(document, entities)
    return entities


def _light(document: Document) -> list[Entity]:
    """Names by capitals alone, for when the names stage gave none."""
    entities: list[Entity] = []
    full: dict[str, str] = {}
    firsts: dict[str, list[str]] = {}
    at = 0
    while at < document.size:
        word = document.words[at]
        if not (word[0].isupper() and word[0].isalpha()) or document.lower[at] in DAYS | PRONOUNS:
            at += 1
            continue
        end = at + 1
        while (
            end < document.size
            and document.paragraph[end] == document.paragraph[at]
            and (
                (
                    document.words[end][0].isupper()
                    and document.words[end][0].isalpha()
                    and document.lower[end] not in PRONOUNS
                )
                or (
                    document.lower[end] in _PARTICLES
                    and end + 1 < document.size
                    and document.words[end + 1][0].isupper()
                )
            )
        ):
            end += 1
        start = at
        lower = document.lower
        for title in range(at, end - 1):
            if lower[end - 1] not in BODY_NOUNS and (
                lower[title] in TITLES or lower[title] in PERSON_NOUNS
            ):
                start = title + 1
        while start < end and (
            lower[start] in DETERMINERS
            or lower[start] in PREPOSITIONS
            or lower[start] in CONJUNCTIONS
            or (is_nation(document.words[start]) and end - start > 2)
        ):
            start += 1
        at = end
        if start >= end or (lower[start] in PERSON_NOUNS and end - start == 1):
            continue
        name = " ".join(document.words[start:end])
        last = document.words[end - 1]
        titled = start > 0 and (lower[start - 1] in TITLES or lower[start - 1] in PERSON_NOUNS)
        organisation = any(
            low in BODY_NOUNS or low in OUTLET_WORDS for low in lower[start:end]
        ) or (last.isupper() and len(last) > 1)
        if organisation:
            entities.append(Entity((start, end), "organisation", name))
            continue
        if end - start >= 2 or titled:
            if end - start >= 2:
                full.setdefault(last, name)
                held = firsts.setdefault(document.words[start], [])
                if name not in held:
                    held.append(name)
            entities.append(
                Entity((start, end), "person", full.get(last, name) if end - start == 1 else name)
            )
        elif last in firsts and len(firsts[last]) == 1:
            # Family name first, as in Chinese: "Liu Wenbo ... Liu".
            entities.append(Entity((start, end), "person", firsts[last][0]))
        elif last in full:
            entities.append(Entity((start, end), "person", full[last]))
        elif not _starts_sentence(document, start) or (
            document.words[end : end + 1]
            and document.lower[end]
            in (
                "said",
                "has",
                "says",
                "was",
                "is",
                "had",
                "'s",
                "’s",
            )
        ):
            entities.append(Entity((start, end), "place", name))
    return entities


def _starts_sentence(document: Document, token: int) -> bool:
    return document.sentences[document.sentence[token]][0] == token


def is_nation(word: str) -> bool:
    """Whether a word with a capital is likely that for a country's own: "Velmarkian"."""
    return word.lower().endswith(("ian", "ish", "ese", "ean", "can", "man")) or word in (
        "US",
        "UK",
        "EU",
        "U.S.",
        "U.K.",
        "French",
        "Dutch",
        "Greek",
        "Swiss",
        "Israeli",
        "Iraqi",
        "Czech",
        "Polish",
    )


def gender_of(pronoun: str) -> str:
    """ "m" for he, "f" for she, else the empty string."""
    return "m" if pronoun in MALE else "f" if pronoun in FEMALE else ""


def is_outlet(name: str) -> bool:
    """Whether a name is that of an agency, paper, broadcaster, by table or by its words."""
    lowered = name.lower().removeprefix("the ").strip()
    if lowered in _BODIES:
        return False
    if outlets.known(name) or lowered.replace(".", "") in AGENCIES:
        return True
    words = lowered.split()
    if len(words) == 1 and "." in words[0].strip("."):
        return "." not in words[0][-2:] and words[0][0].isalpha() and not name.isupper()
    if len(words) == 1 and words[0] in _PAPERS and name[:1].isupper():
        return True
    return (
        len(words) > 1
        and any(word in OUTLET_WORDS for word in words)
        and words[-1] not in ("secretary", "office", "conference")
    )


def is_platform(name: str) -> bool:
    """Whether a name is that of a social platform."""
    return name.lower() in PLATFORMS
