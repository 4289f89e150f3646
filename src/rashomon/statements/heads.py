"""Whom a phrase with names in it means: the one at its head, not what hangs on it."""

from __future__ import annotations

from rashomon.statements.document import Document, Range
from rashomon.statements.drafts import Draft
from rashomon.statements.people import TITLES, Entity, People, is_nation
from rashomon.statements.traits import agent
from rashomon.statements.whole_sources import THINGS
from rashomon.statements.words import CONJUNCTIONS, DETERMINERS, PERSON_NOUNS, PREPOSITIONS

_ENDS = frozenset((",", "(", "who", "which", "–", "—"))
_MEDIA_NOUNS = frozenset(
    "agency newspaper paper daily channel broadcaster station outlet website magazine portal weekly".split()
)


# Roles of a body that stand between its name and a person's.
_SPEAKING = frozenset(
    "spokesman spokeswoman spokesperson president director chairman chairwoman chair chief head "
    "founder executive secretary analyst leader lawyer attorney economist researcher".split()
)


_COUNTRIES = frozenset(("US", "U.S.", "UK", "U.K.", "American", "British", "EU"))
# Offices that stand before "of" and what they are of, and then the name.
_OFFICES = frozenset(
    "secretary chairman chairwoman chair president director minister head chief speaker governor "
    "commissioner superintendent dean chancellor commander archbishop bishop undersecretary "
    "ambassador vice-president professor editor manager".split()
)


_OFFICE_WORDS = frozenset("office department ministry bureau board committee institute".split())
_COMMITTEES = frozenset("committee subcommittee commission council department agency".split())
_OFFICERS = _OFFICES | PERSON_NOUNS | frozenset(("delegate", "negotiator", "counsel"))


class Heads:
    """An article's text and its people, and which of them a phrase names."""

    def __init__(self, document: Document, people: People) -> None:
        self.document = document
        self.people = people

    def head(self, span: Range) -> Entity | None:
        """The entity that the phrase names: at its head, not in what hangs on it."""
        document = self.document
        span = self._without_seat(span)
        inside = self.people.inside(span)
        if not inside:
            return None
        if any(self._two(span, entity) for entity in inside if entity.type == "person"):
            return None
        if self._and_others(span) or self._numbered(span, inside[-1]):
            return None
        single = self._described(span, inside)
        if single is not None:
            return single
        if (named_last := self._of_two_callings(span, inside[-1])) is not None:
            return named_last
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
            if entity.span[0] > core_end and self._torn(span, entity):
                continue  # "Ada Brill of Capital Letters"
            if self._taken(span, entity) or self._torn(span, entity) or self._acts(span, entity):
                return None
            if self._foreign(span, entity):
                return None
            if entity.span[1] == core_end or (
                entity.span[1] == core_end - 1 and document.words[core_end - 1] in ("'", "’")
            ):
                if (
                    entity.type != "person"
                    and core_end < span[1]
                    and (
                        document.lower[core_end] == "of"
                        or (
                            document.lower[core_end] == "for"
                            and core_end + 1 < span[1]
                            and document.words[core_end + 1][0].isupper()
                        )
                    )
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

    def _without_seat(self, span: Range) -> Range:
        """A phrase without the bracket at its end: "Lind's deputy, Sen. Ada Brill (D-Orsk)"."""
        words = self.document.words
        if words[span[1] - 1] != ")":
            return span
        opened = next((at for at in range(span[1] - 2, span[0], -1) if words[at] == "("), span[1])
        return span[0], opened

    def _and_others(self, span: Range) -> bool:
        """Whether a list goes on past its names: "Lind, Brill and other keepers"."""
        return any(
            self.document.lower[at] == "and"
            and {"other", "others"} & set(self.document.lower[at + 1 : min(at + 4, span[1])])
            for at in range(span[0] + 1, span[1] - 1)
        )

    def _numbered(self, span: Range, entity: Entity) -> bool:
        """Whether a number opens a name of which only the rest is known: "12 Islands"."""
        words = self.document.words
        return (
            entity.span == (span[0] + 1, span[1])
            and words[span[0]].isdigit()
            and entity.type != "person"
            and not words[span[1] - 1].endswith("s")
        )

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
        if self._of_office(span, at, last):
            return False
        # "president and chief executive Ada Brill" is one.
        return at == last.span[0] - 1 or document.words[at + 1][0].isupper()

    def _of_two_callings(self, span: Range, last: Entity) -> Entity | None:
        """The one of "Brill ally and radio host Bo Lind", where neither noun is of several."""
        words, lower = self.document.words, self.document.lower
        if last.type != "person" or last.span[1] != span[1] or last.span[0] - 1 <= span[0]:
            return None
        joint = next((at for at in range(span[0] + 1, last.span[0]) if lower[at] == "and"), -1)
        if joint < 0 or lower[span[0]] in DETERMINERS or joint + 1 >= last.span[0]:
            return None
        one, other = lower[joint - 1], lower[last.span[0] - 1]
        inner = range(span[0], last.span[0])
        plain = all(words[at].isalpha() and lower[at] not in PREPOSITIONS for at in inner)
        single = not one.endswith("s") and not other.endswith("s")
        return last if plain and single and words[joint - 1].islower() and other.islower() else None

    def _of_office(self, span: Range, joint: int, last: Entity) -> bool:
        """Whether "and" stands inside the name of an office: "Office of Roads and Dykes head X"."""
        words, lower = self.document.words, self.document.lower
        office = next((at for at in range(span[0], joint) if lower[at] in _OFFICE_WORDS), joint)
        title = lower[last.span[0] - 1]
        titled = (title in PERSON_NOUNS or agent(title)) and last.span[0] - joint > 2
        persons = any(e.type == "person" for e in self.people.inside((span[0], joint)))
        capitals = all(words[at][0].isupper() for at in range(joint + 1, last.span[0]))
        if titled and capitals and not persons and last.span[0] - joint > 3:
            return True  # "Dykes and Lock Protection Commissioner Bo Lind"
        bodies = lower[joint + 2 : last.span[0] - 1]
        if titled and _COMMITTEES.intersection(bodies) and words[joint - 1][0].isupper():
            return True  # "Dykes and Locks Committee Chairman Bo Lind"
        return (
            titled
            and office + 1 < joint
            and lower[office + 1] == "of"
            and all(words[at][0].isupper() or lower[at] == "of" for at in range(office, joint))
        )

    def _described(self, span: Range, inside: list[Entity]) -> Entity | None:
        """The one person of "Ada Brill, a poet and mother of Jan" or "the keeper, Ada Brill"."""
        document = self.document
        people = [entity for entity in inside if entity.type == "person"]
        if not people:
            return None
        first, last = people[0], people[-1]
        if self._acts(span, last):
            return None
        if len(people) == 1 and (self._bears(span, last) or self._renamed(span, last)):
            return last
        joint = next((at for at in range(*span) if document.lower[at] == "and"), span[1])
        if last.span[1] == span[1] and self._of_office(span, joint, last):
            return last
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

    def _acts(self, span: Range, entity: Entity) -> bool:
        """Whether a name is the subject of a clause that hangs on a thing: "a paper Brill signed"."""
        at = entity.span[0] - 1
        return (
            entity.type == "person"
            and at > span[0]
            and self.document.words[at].islower()
            and self.document.lower[at] in THINGS
        )

    def _torn(self, span: Range, entity: Entity) -> bool:
        """Whether a name or a seat of government is the end of a longer name: "Save Brill DC"."""
        document = self.document
        at = entity.span[0] - 1
        if at >= span[0] and entity.type == "person" and " " not in entity.referent:
            # "Big Harbour": a name of two words of which one is known.
            before = document.words[at]
            return (
                before.isalpha()
                and before[0].isupper()
                and not before.isupper()
                and document.lower[at] not in DETERMINERS | PREPOSITIONS | PERSON_NOUNS | TITLES
                and not agent(document.lower[at])
                and not is_nation(before)
            )
        if not entity.referent.endswith("(government)") or at < span[0]:
            return False
        return (
            document.words[at][0].isupper() and document.lower[at] not in DETERMINERS | PERSON_NOUNS
        )

    def _bears(self, span: Range, named: Entity) -> bool:
        """Whether a phrase is an office, what it is of, and a name: "secretary of state Ada Brill".

        "A friend of the poet Ada Brill" and "critics of Governor Brill" are not she.
        """
        document = self.document
        lower, at = document.lower, named.span[0] - 1
        if named.span[1] != span[1] or named.span[1] - named.span[0] < 2 or at - 2 < span[0]:
            return False
        of = next((near for near in range(span[0], at) if lower[near] in PREPOSITIONS), at)
        before = document.words[at]
        return (
            lower[of] == "of"
            and of > span[0]
            and lower[of - 1] in _OFFICES
            and before.isalpha()
            and lower[at] not in PREPOSITIONS | DETERMINERS | PERSON_NOUNS | CONJUNCTIONS
            and not agent(lower[at])
            and not lower[at].endswith("s'")
            and all(document.words[near][0].isalnum() for near in range(span[0], at))
        )

    def _renamed(self, span: Range, named: Entity) -> bool:
        """ "Another clerk, former chief delegate to Norway Ada Brill"."""
        document = self.document
        comma = next((at for at in range(*span) if document.words[at] == ","), span[0])
        if named.span[1] != span[1] or comma <= span[0] or comma + 2 > named.span[0]:
            return False
        noun = document.lower[comma - 1]
        titled = self._titles(comma + 1, named.span[0])
        return titled and (noun in PERSON_NOUNS or agent(noun))

    def _titles(self, start: int, end: int) -> bool:
        """Whether nothing but an earlier office stands in a range: "former chief delegate to"."""
        document = self.document
        return (
            start < end
            and document.lower[start] in ("former", "then", "acting", "deputy", "retired")
            and all(
                document.words[at][0].isalnum() and document.lower[at] not in CONJUNCTIONS
                for at in range(start, end)
            )
            and any(document.lower[at] in _OFFICERS for at in range(start, end))
        )

    def _foreign(self, span: Range, entity: Entity) -> bool:
        """Whether a body is another country's than its name says: "Canada's Treasury" is not "US"."""
        words, at = self.document.words, entity.span[0] - 1
        home = entity.referent.split()[0]
        if entity.type != "organisation" or home not in _COUNTRIES or at <= span[0]:
            return False
        if words[at] in ("'s", "’s"):
            owner = words[at - 1]
            return owner[0].isupper() and owner not in _COUNTRIES | {"America", "Britain", "States"}
        return is_nation(words[at]) and words[at] not in _COUNTRIES

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
        partisan = document.lower[noun] in ("republican", "democrat", "conservative", "liberal")
        owned = {"'s", "’s"} & set(document.words[span[0] : noun])
        person = document.lower[noun] in PERSON_NOUNS or agent(document.lower[noun])
        if document.lower[span[0]] not in DETERMINERS and not (owned and person):
            return None
        if document.words[noun][0].isupper() and not partisan:
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
            plain = plain or self._titles(at + 1, start)
            closed = end >= document.size or document.words[end] in (",", ".", ";", "(", "”")
            closed = closed or document.lower[end] in ("of", "from")  # "Rep. Ada Brill of Orsk,"
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
        person = any(e.type == "person" and e.span[1] == span[1] for e in self.people.inside(span))
        if person or not start < span[1]:
            return None  # "the site Brill ran"
        if start - 1 > span[0] and document.lower[start - 1] in _MEDIA_NOUNS:
            return document.slice((start, span[1]))
        return None
