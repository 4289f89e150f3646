"""What an article's names and words tell of who is meant: shared by all ways of resolving."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from rashomon.statements import around, sources
from rashomon.statements.document import Document, Range
from rashomon.statements.drafts import Draft
from rashomon.statements.people import Entity, People
from rashomon.statements.predicates import noun_phrase
from rashomon.statements.traits import agent
from rashomon.statements.words import CONJUNCTIONS, DETERMINERS, PERSON_NOUNS, PREPOSITIONS

# How many names back a pronoun looks (ten times as many for a title).
MOST_CANDIDATES = 60
# A name before one of these is likely its subject.
_AFTER_SUBJECT = frozenset(
    "said has is was had told says will also met added did would could".split()
)
_ENDS = frozenset((",", "(", "who", "which", "–", "—"))
_MEDIA_NOUNS = frozenset(
    "agency newspaper paper daily channel broadcaster station outlet website magazine portal weekly".split()
)


# Roles of a body that stand between its name and a person's.
_SPEAKING = frozenset(
    "spokesman spokeswoman spokesperson president director chairman chairwoman chair chief head "
    "founder executive secretary analyst leader lawyer attorney economist researcher".split()
)


class Context:
    """An article's text, its people, its statements, and who spoke so far."""

    def __init__(self, document: Document, people: People, drafts: Sequence[Draft] = ()) -> None:
        self.document = document
        self.people = people
        # Contents of the drafts, in order, and the subjects of sentences looked at so far.
        self.told = sorted(part for made in drafts if made.kind == "S" for part in made.content)
        self.mains: dict[int, Range | None] = {}
        # (token of the source, referent, whether a person) of what was resolved so far.
        self.history: list[tuple[int, str, bool]] = []

    def head(self, span: Range) -> Entity | None:
        """The entity that the phrase names: at its head, not in what hangs on it."""
        document = self.document
        inside = self.people.inside(span)
        if not inside:
            return None
        if any(self._two(span, entity) for entity in inside if entity.type == "person"):
            return None
        single = self._described(span, inside)
        if single is not None:
            return single
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
        role = inside[-1]
        if (
            role.type == "person"
            and role.span[1] == span[1]
            and core_end < role.span[0]
            and document.words[core_end - 1][0].isupper()
            and document.lower[role.span[0] - 1] in _SPEAKING
        ):
            return role  # "Harbours for Dorsel (HFD) spokesman Bo Lind"
        for entity in reversed(inside):
            if self._taken(span, entity) or self._torn(span, entity):
                return None
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

    def _two(self, span: Range, last: Entity) -> bool:
        """Whether a phrase names others beside its last name: "the clerks and Governor Brill"."""
        document = self.document
        at = last.span[0] - 1
        while at > span[0] and document.words[at][0].isupper():
            at -= 1  # its titles
        if last.type != "person" or at <= span[0]:
            return False
        if last.span[1] != span[1] and document.lower[last.span[1]] not in ("of", "from", ","):
            return False
        if document.lower[at] != "and":
            return False
        # "president and chief executive Ada Brill" is one.
        return at == last.span[0] - 1 or document.words[at + 1][0].isupper()

    def _described(self, span: Range, inside: list[Entity]) -> Entity | None:
        """The one person of "Ada Brill, a poet and mother of Jan" or "the keeper, Ada Brill"."""
        document = self.document
        people = [entity for entity in inside if entity.type == "person"]
        if not people:
            return None
        first, last = people[0], people[-1]
        after = document.words[first.span[1]] if first.span[1] < span[1] else ""
        if after in (",", "(", "–", "—", "-") and self._led(span, first):
            joined = any(
                document.lower[at] in ("and", "or", "&")
                and any(e.type == "person" and at < e.span[0] <= at + 5 for e in people[1:])
                for at in range(first.span[1], span[1])
            )
            return None if joined else first
        owned = all(
            document.words[e.span[1] : e.span[1] + 1] in (["'s"], ["’s"], ["'"], ["’"])
            for e in people[:-1]
        )
        before = last.span[0] - 1
        while before > span[0] and document.words[before][0].isupper():
            before -= 1  # its titles
        if last.span[1] != span[1] or before <= span[0] or not owned:
            return None
        comma = next((at for at in range(before, span[0], -1) if document.words[at] == ","), before)
        plain = all(
            document.words[at][0].isalnum() and document.lower[at] not in PREPOSITIONS
            for at in range(comma + 1, last.span[0])
        )
        if document.words[comma] == "," and plain:
            before = comma
        if document.words[before] == "," and document.lower[last.span[0] - 1] != "and":
            places = all(document.words[at][0].isupper() for at in range(span[0], before))
            return None if places else last
        # "organizing director Ada Brill", and not "critics of Judge Brill".
        titled = document.lower[last.span[0] - 1] in PERSON_NOUNS
        plain = not any(
            document.lower[at] in PREPOSITIONS
            and (
                document.words[at - 1][0].islower()
                or document.lower[at - 1].endswith("s")
                or at == span[0] + 1
            )
            for at in range(span[0] + 1, last.span[0])
        )
        return last if titled and plain and not self._taken(span, last) else None

    def _torn(self, span: Range, entity: Entity) -> bool:
        """Whether a seat of government is the end of a longer name: "Save Brill DC"."""
        document = self.document
        at = entity.span[0] - 1
        if not entity.referent.endswith("(government)") or at < span[0]:
            return False
        return (
            document.words[at][0].isupper() and document.lower[at] not in DETERMINERS | PERSON_NOUNS
        )

    def _taken(self, span: Range, entity: Entity) -> bool:
        """Whether a name is the object of a participle: "the woman accusing nominee Karl Brill"."""
        document = self.document
        for at in range(span[0] + 1, entity.span[0]):
            lower = document.lower[at]
            if lower.endswith("ing") and document.words[at][0].islower() and len(lower) > 4:
                noun = document.lower[at - 1]
                if noun in PERSON_NOUNS or noun.endswith("s") or agent(noun):
                    return True
        return False

    def apposed(self, span: Range, made: Draft) -> Entity | None:
        """The one named behind a description: "said a witness, former adviser Ada Brill,"."""
        document = self.document
        at = span[1]
        if at + 1 >= document.size or document.words[at] != ",":
            return None
        noun = (
            next((n for n in range(span[0] + 1, at) if document.lower[n] in PREPOSITIONS), at) - 1
        )
        if document.lower[span[0]] not in DETERMINERS or document.words[noun][0].isupper():
            return None
        sentence = document.sentence[at]
        for entity in self.people.between(at + 1, min(at + 8, document.size)):
            start, end = entity.span
            if any(first <= start < last for first, last in made.content):
                return None
            if entity.type == "place" or (entity.type != "person" and start > at + 1):
                continue
            plain = all(
                document.words[near][0].isalnum()
                and document.lower[near] not in PREPOSITIONS
                and document.lower[near] not in CONJUNCTIONS
                for near in range(at + 1, start)
            )
            closed = end >= document.size or document.words[end] in (",", ".", ";", "(", "”")
            return entity if plain and closed and document.sentence[end - 1] == sentence else None
        return None

    def _led(self, span: Range, entity: Entity) -> bool:
        """Whether nothing but titles and descriptions stands between a phrase's start and a name."""
        return all(
            self.document.words[at][0].isalnum()
            and self.document.lower[at] not in PREPOSITIONS
            and self.document.lower[at] not in CONJUNCTIONS
            for at in range(span[0], entity.span[0])
        )

    def medium(self, span: Range) -> str | None:
        """The name in "the news agency Vesna"."""
        document = self.document
        start = span[1]
        while start > span[0] and document.words[start - 1][0].isupper():
            start -= 1
        if start - 1 > span[0] and start < span[1] and document.lower[start - 1] in _MEDIA_NOUNS:
            return document.slice((start, span[1]))
        return None

    def clashes(self, referent: str, gender: str) -> bool:
        """Whether what is known of a person's gender speaks against the pronoun."""
        person = self.people.known.get(referent)
        return bool(gender and person is not None and person.gender and person.gender != gender)

    def spoke(self, entity: Entity) -> bool:
        """Whether a statement near this mention was that person's."""
        return any(
            abs(where - entity.span[0]) <= 6 and name == entity.referent
            for where, name, _ in self.history[-MOST_CANDIDATES:]
        )

    def in_words(self, at: int) -> bool:
        """Whether a token stands in what someone is said to have said."""
        index = bisect_right(self.told, (at, self.document.size))
        return any(start <= at < end for start, end in self.told[max(0, index - 4) : index])

    def governed(self, entity: Entity) -> bool:
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
            return before is not None and self.governed(before)
        # "doubted by Prof X": the one who did it.
        return at >= 0 and document.lower[at] in PREPOSITIONS and document.lower[at] != "by"

    def main(self, number: int) -> Range | None:
        """The subject of a sentence's main clause, with a name in apposition to it."""
        if number not in self.mains:
            document = self.document
            first, last = document.sentences[number]
            found = around.subject(document, first, last, last) if first < last else None
            if found is None and first < last and document.outside(first):
                found = sources.after(document, first, last)
            elif (
                found is not None
                and document.lower[first] not in PREPOSITIONS
                and document.words[first + 1] != ","  # "Still, the port seems ..."
            ):
                found = sources.after(document, first, last) or found
            if found is not None and document.words[found[1] : found[1] + 1] == [","]:
                after = found[1] + 1
                while after < last and document.words[after][0].isupper():
                    after += 1
                if after > found[1] + 1 and document.words[after : after + 1] == [","]:
                    found = (found[0], after)
            self.mains[number] = noun_phrase(document, found) if found is not None else None
        return self.mains[number]

    def is_subject(self, entity: Entity) -> bool:
        """A name that is its sentence's subject, or that a verb of the subject follows."""
        at = entity.span[1]
        return self.is_main_subject(entity) or (
            at < self.document.size and self.document.lower[at] in _AFTER_SUBJECT
        )

    def is_main_subject(self, entity: Entity) -> bool:
        """A name that is the subject of its sentence's main clause."""
        document = self.document
        at = entity.span[1]
        main = self.main(document.sentence[entity.span[0]])
        if main is None or not (main[0] <= entity.span[0] and at <= main[1]):
            return False
        possessed = document.words[at : at + 1] in (["'s"], ["’s"], ["'"], ["’"])
        leads = entity.span[0] == main[0] or document.words[entity.span[0] - 1] == ","
        return not possessed and (leads or not self.governed(entity))
