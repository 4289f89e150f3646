"""From the words that name a source to the one that the article means by them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from rashomon.statements import around, sources
from rashomon.statements.document import Document, Range
from rashomon.statements.drafts import Draft
from rashomon.statements.people import Entity, People, gender_of, is_outlet
from rashomon.statements.settings import CLEARLY_AHEAD, RESOLVE_PARAGRAPHS
from rashomon.statements.words import (
    BODY_NOUNS,
    DETERMINERS,
    PERSON_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
)

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
# How many names back a pronoun looks (ten times as many for a title).
MOST_CANDIDATES = 60
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
_PLURAL = ("s", "people", "police", "men", "women", "media", "staff", "some", "many", "few")
# Bodies that are called "the group": no firms.
_GROUP_SIGNS = tuple(
    "coalition alliance union association network federation league campaign movement society "
    "collective watchdog foundation front".split()
)
# A name before one of these is likely its subject.
_AFTER_SUBJECT = frozenset(
    "said has is was had told says will also met added did would could".split()
)
_ENDS = frozenset((",", "(", "who", "which", "–", "—"))
_SUBORDINATE = frozenset("when as after because while before since if though although".split())
_ON_AIR = ("radio", "tv", "television", "channel")
# Nouns for people whom news leaves unnamed.
_UNNAMED = frozenset("official source diplomat aide adviser lawyer person officer".split())
_MEDIA_NOUNS = frozenset(
    "agency newspaper paper daily channel broadcaster station outlet website magazine portal weekly".split()
)
_MEDIA = frozenset(("paper", "newspaper", "outlet", "broadcaster", "magazine", "channel"))


class Resolver:
    """Resolves sources in the order of the text; what was resolved before helps what follows."""

    def __init__(self, document: Document, people: People, drafts: Sequence[Draft] = ()) -> None:
        self.document = document
        self.people = people
        # Contents of the drafts, in order, and the subjects of sentences looked at so far.
        self.told = sorted(part for made in drafts if made.kind == "S" for part in made.content)
        self.mains: dict[int, Range | None] = {}
        # (token of the source, referent, whether a person) of what was resolved so far.
        self.history: list[tuple[int, str, bool]] = []

    def speaker(self, made: Draft) -> str | None:
        """The referent of a draft's source, its words where it stays open, None without one."""
        if made.source is None:
            return None
        span = made.source
        document = self.document
        words = document.slice(span)
        lower = document.lower[span[0]]
        name, person = words, False
        if span[1] - span[0] == 1 and lower in ("he", "she", "him", "her", "his", "hers"):
            found = self._pronoun(span[0], gender_of(lower), made)
            if found is not None:
                name, person = found, True
                known = self.people.known.get(found)
                if known is not None and lower in ("she", "her"):
                    known.female += 1
                elif known is not None and lower in ("he", "him", "his"):
                    known.male += 1
        elif span[1] - span[0] == 1 and lower in ("who", "it", "they", "them"):
            other = self._antecedent(span[0], lower)
            if other is not None:
                name, person = other
        else:
            head = self._head(span)
            if head is not None:
                name, person = head.referent, head.type == "person"
                if head.type == "place":
                    name = self._medium(span) or words
            elif (medium := self._medium(span)) is not None:
                name = medium
            elif lower in ("the", "this", "that", "his", "her", "its", "their"):
                titled = self._title(span, made)
                if titled is not None:
                    name, person = titled
        self.history.append((span[0], name, person))
        return name

    def _head(self, span: Range) -> Entity | None:
        """The entity that the phrase names: at its head, not in what hangs on it."""
        document = self.document
        inside = self.people.inside(span)
        if not inside:
            return None
        if any(document.lower[at] == "and" for at in range(*span)) and len(inside) > 1:
            first, last = inside[0].span, inside[-1].span
            if any(document.lower[at] == "and" for at in range(first[1], last[0])):
                return None
        core_end = span[1]
        for at in range(span[0] + 1, span[1]):
            if (document.lower[at] in PREPOSITIONS or document.lower[at] in _ENDS) and not any(
                e.span[0] <= at < e.span[1] for e in inside
            ):
                core_end = at
                break
        for entity in reversed(inside):
            if entity.span[1] == core_end or (
                entity.span[1] == core_end - 1 and document.words[core_end - 1] in ("'", "’")
            ):
                if (
                    entity.type != "person"
                    and core_end < span[1]
                    and document.lower[core_end] == "of"
                ):
                    return None  # "the Ministry of Defence": the whole phrase is the name
                if (
                    entity.type == "person"
                    or core_end - span[0] <= entity.span[1] - entity.span[0] + 4
                ):
                    return entity
        named = inside[-1]
        if (
            named.type == "person"
            and named.span[1] == span[1]
            and core_end < span[1]
            and document.words[named.span[0] - 1] == ","
            and document.words[core_end - 1][0].islower()
            and (document.words[core_end] == "," or document.lower[core_end - 1] in PERSON_NOUNS)
        ):
            return named  # "His counterpart, Mette Skovgaard", "A spokesman for the port, X"
        return None

    def _medium(self, span: Range) -> str | None:
        """The name in "the news agency Vesna"."""
        document = self.document
        start = span[1]
        while start > span[0] and document.words[start - 1][0].isupper():
            start -= 1
        if start - 1 > span[0] and start < span[1] and document.lower[start - 1] in _MEDIA_NOUNS:
            return document.slice((start, span[1]))
        return None

    def _pronoun(self, token: int, gender: str, made: Draft) -> str | None:
        """The person that "he" means; None where two fit as well as each other."""
        document = self.document
        paragraph = document.paragraph[token]
        floor = document.paragraphs[max(0, paragraph - RESOLVE_PARAGRAPHS)][0]
        sentence = document.sentence[token]
        own = made.content
        aside = document.lower[token - 1] in _SUBORDINATE if token else False
        best: dict[str, float] = {}
        candidates = self.people.between(floor, token)[-MOST_CANDIDATES:]
        # "Lind said the plan, which he called ...": the sentence has a subject of its own.
        here = any(
            e.type == "person" and document.sentence[e.span[0]] == sentence and self._is_subject(e)
            for e in candidates
        )
        for entity in candidates:
            if entity.type != "person" or self._clashes(entity.referent, gender):
                continue
            at = entity.span[0]
            if any(start <= at < end for start, end in own) or document.region[at] >= 0:
                continue
            score = 5.0 - (sentence - document.sentence[at])
            subject = self._is_subject(entity)
            if subject:
                score += 1.2
            if (
                not here
                and document.sentence[at] == sentence - 1
                and document.paragraph[at] == paragraph
                and self._is_main_subject(entity)
            ):
                score += 2.5  # whom the sentence before is about, whoever spoke further back
            if self._spoke(entity):
                score += 1.5
            following = document.words[entity.span[1]] if entity.span[1] < document.size else ""
            if following in ("'s", "’s", "'", "’"):
                score -= 1.2
            elif not subject and self._governed(entity):
                score -= 1.0
            if not subject and self._told(at):
                score -= 1.0  # spoken of in another's words
            if self.history and self.history[-1][1] == entity.referent:
                score += 1.0
            if aside and document.sentence[at] == sentence and subject:
                score += 3.0  # "hoped that X was joking when he said"
            score += 0.3 * at / (document.size + 1)
            best[entity.referent] = max(score, best.get(entity.referent, 0.0))
        for where, name, person in reversed(self.history[-MOST_CANDIDATES:]):
            if person:
                if self._clashes(name, gender):
                    continue
                if document.paragraph[where] >= paragraph - 1:
                    score = 5.0 - (sentence - document.sentence[where]) + 2.2
                    best[name] = max(score, best.get(name, 0.0))
                break
        if not best:
            return None
        ranked = sorted(best, key=lambda name: (-best[name], name))
        if len(ranked) > 1 and best[ranked[0]] - best[ranked[1]] < CLEARLY_AHEAD:
            return None
        return ranked[0]

    def _clashes(self, referent: str, gender: str) -> bool:
        """Whether what is known of a person's gender speaks against the pronoun."""
        person = self.people.known.get(referent)
        return bool(gender and person is not None and person.gender and person.gender != gender)

    def _spoke(self, entity: Entity) -> bool:
        """Whether a statement near this mention was that person's."""
        return any(
            abs(where - entity.span[0]) <= 6 and name == entity.referent
            for where, name, _ in self.history[-MOST_CANDIDATES:]
        )

    def _told(self, at: int) -> bool:
        """Whether a token stands in what someone is said to have said."""
        index = bisect_right(self.told, (at, self.document.size))
        return any(start <= at < end for start, end in self.told[max(0, index - 4) : index])

    def _governed(self, entity: Entity) -> bool:
        """Whether a preposition stands before a name, past its titles: "with President X"."""
        document = self.document
        at = entity.span[0] - 1
        floor = max(0, at - 4)
        while at >= floor and (
            document.words[at][0].isupper()
            or document.lower[at] in PERSON_NOUNS
            or document.lower[at] in DETERMINERS
        ):
            if document.lower[at] in PREPOSITIONS:
                return True
            at -= 1
        if at > 0 and document.lower[at] == "and":
            before = next((e for e in self.people.between(floor - 4, at) if e.span[1] == at), None)
            return before is not None and self._governed(before)
        # "doubted by Prof X": the one who did it.
        return at >= 0 and document.lower[at] in PREPOSITIONS and document.lower[at] != "by"

    def _main(self, number: int) -> Range | None:
        """The subject of a sentence's main clause, with a name in apposition to it."""
        if number not in self.mains:
            document = self.document
            first, last = document.sentences[number]
            found = around.subject(document, first, last, last) if first < last else None
            if found is None and first < last and document.outside(first):
                found = sources.after(document, first, last)
            elif found is not None and document.lower[first] not in PREPOSITIONS:
                found = sources.after(document, first, last) or found
            if found is not None and document.words[found[1] : found[1] + 1] == [","]:
                after = found[1] + 1
                while after < last and document.words[after][0].isupper():
                    after += 1
                if after > found[1] + 1 and document.words[after : after + 1] == [","]:
                    found = (found[0], after)
            self.mains[number] = found
        return self.mains[number]

    def _is_subject(self, entity: Entity) -> bool:
        """A name that is its sentence's subject, or that a verb of the subject follows."""
        at = entity.span[1]
        return self._is_main_subject(entity) or (
            at < self.document.size and self.document.lower[at] in _AFTER_SUBJECT
        )

    def _is_main_subject(self, entity: Entity) -> bool:
        """A name that is the subject of its sentence's main clause."""
        document = self.document
        at = entity.span[1]
        main = self._main(document.sentence[entity.span[0]])
        if main is None or not (main[0] <= entity.span[0] and at <= main[1]):
            return False
        possessed = document.words[at : at + 1] in (["'s"], ["’s"], ["'"], ["’"])
        return not possessed and (at == main[1] or not self._governed(entity))

    def _antecedent(self, token: int, lower: str) -> tuple[str, bool] | None:
        document = self.document
        if lower == "who":
            end = token - 1 if document.words[token - 1] == "," else token
            for entity in reversed(self.people.between(max(0, end - 12), end)):
                if entity.span[1] == end and (
                    entity.type == "person" or not self._governed(entity)
                ):
                    return entity.referent, entity.type == "person"
            first = document.sentences[document.sentence[token]][0]
            phrase = sources.before(document, end, first) if end > first else None
            if phrase is None:
                return None
            head = self._head(phrase)
            if head is not None and head.type == "person":
                return head.referent, True
            return document.slice(phrase), False
        # The subject of the clause or sentence before; speakers further back only if they fit.
        number = document.sentence[token]
        for near in (number, number - 1):
            if near < 0 or document.paragraph[document.sentences[near][0]] < (
                document.paragraph[token] - 1
            ):
                break
            main = self._main(near)
            if main is None or main[1] > token or main[1] - main[0] > 9:
                continue
            if document.lower[main[0]] in PRONOUNS:
                continue
            text = document.slice(main)
            head = self._head(main)
            if head is not None and head.type == "person":
                continue
            noun = self._head_noun(main)
            body = head is not None or noun in BODY_NOUNS or noun in PERSON_NOUNS
            if body and _is_plural(text) == (lower in ("they", "them")):
                name = head.referent if head is not None and head.type != "place" else text
                return name, False
            if body:
                return None if lower == "it" else self._last_plural(token)
        return self._last_plural(token, plural=lower in ("they", "them"))

    def _head_noun(self, span: Range) -> str:
        """The last noun before what hangs on it by a preposition."""
        for at in range(span[0] + 1, span[1]):
            if self.document.lower[at] in PREPOSITIONS:
                return self.document.lower[at - 1]
        return self.document.lower[span[1] - 1]

    def _last_plural(self, token: int, *, plural: bool = True) -> tuple[str, bool] | None:
        """The last speaker of a few sentences that is no person and fits in number."""
        document = self.document
        for where, name, person in reversed(self.history[-MOST_CANDIDATES:]):
            if document.sentence[token] - document.sentence[where] > 4:
                return None
            if person or name.lower() in ("he", "she", "it", "they", "who", "we", "i"):
                continue
            if _is_plural(name) == plural:
                return name, False
        return None

    def _title(self, span: Range, made: Draft) -> tuple[str, bool] | None:
        """ "the foreign minister", "the paper": the one whose role or kind fits."""
        document = self.document
        end = span[1]
        for at in range(span[0] + 1, span[1]):
            if document.lower[at] in PREPOSITIONS:
                end = at
                break
        noun = document.lower[end - 1]
        modifiers = [document.words[at] for at in range(span[0] + 1, end - 1)]
        if noun in _BODY_SIGNS:
            return self._body(span, noun)
        if noun == "source" or (noun in _UNNAMED and self._unnamed(span, noun)):
            return None
        if noun not in PERSON_NOUNS or (noun.endswith("s") and noun not in ("boss",)):
            return None
        extra = [
            document.words[at] for at in range(end, span[1]) if document.words[at][0].isupper()
        ]
        best: tuple[float, str] | None = None
        latest: dict[str, int] = {}
        for entity in self.people.between(0, span[0])[-10 * MOST_CANDIDATES :]:
            if entity.type == "person":
                latest[entity.referent] = entity.span[0]
        for order, (referent, at) in enumerate(latest.items()):
            person = self.people.known[referent]
            if (noun in ("woman", "spokeswoman") and person.gender == "m") or (
                noun in ("man", "spokesman") and person.gender == "f"
            ):
                continue
            if noun in person.roles:
                score = 4.0
            elif person.roles & _KINDS.get(noun, frozenset()):
                score = 2.5
            elif noun in _OPEN and self.history and self.history[-1][1] == referent:
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
            if self.history and self.history[-1][1] == referent:
                score += 0.9
            score += 0.01 * order
            if any(start <= at < stop for start, stop in made.content):
                score -= 1.5
            if best is None or score > best[0]:
                best = (score, referent)
        if best and best[0] > 0.5:
            return best[1], True
        return self._ahead(span, noun, modifiers)

    def _unnamed(self, span: Range, noun: str) -> bool:
        """Whether "the official" is one whom the article has not named: "a senior official"."""
        document = self.document
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

    def _ahead(self, span: Range, noun: str, modifiers: list[str]) -> tuple[str, bool] | None:
        """A title in a standfirst or lead, whose name comes in the next paragraphs."""
        document = self.document
        last = min(document.paragraph[span[0]] + 2, len(document.paragraphs) - 1)
        if document.paragraph[span[0]] > 1 and self.history:
            return None
        fitting: list[str] = []
        for entity in self.people.between(span[1], document.paragraphs[last][1])[:MOST_CANDIDATES]:
            person = self.people.known[entity.referent]
            fits = noun in person.roles and all(
                word.lower() in person.roles for word in modifiers if word[0].isupper()
            )
            if entity.type == "person" and fits and entity.referent not in fitting:
                fitting.append(entity.referent)
        return (fitting[0], True) if len(fitting) == 1 else None

    def _body(self, span: Range, noun: str) -> tuple[str, bool] | None:
        document = self.document
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
            for where, name, person in reversed(self.history[-MOST_CANDIDATES:]):
                if document.sentence[span[0]] - document.sentence[where] > 8:
                    break
                if not person and is_outlet(name) and _fits(modifiers, name):
                    return name, False
        floor = document.paragraphs[max(0, document.paragraph[span[0]] - 6)][0]
        for entity in reversed(self.people.between(floor, span[0])[-MOST_CANDIDATES:]):
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
                and any(name == past for _, past, _ in self.history[-MOST_CANDIDATES:])
            ):
                return name, False
        for where, name, person in reversed(self.history[-MOST_CANDIDATES:]):
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


def _is_plural(name: str) -> bool:
    return name.lower().endswith(_PLURAL) or " and " in name


def _fits(modifiers: list[str], name: str) -> bool:
    """Whether the words before "company" or "agency" are words of the name."""
    return all(word in name.lower() for word in modifiers)
