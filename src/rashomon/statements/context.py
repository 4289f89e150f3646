"""What an article's names and words tell of who is meant: shared by all ways of resolving."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from rashomon.statements import around, nearer, sources
from rashomon.statements.document import Document, Range
from rashomon.statements.drafts import Draft
from rashomon.statements.heads import Heads
from rashomon.statements.people import Entity, People
from rashomon.statements.predicates import noun_phrase
from rashomon.statements.subjects import OPENINGS
from rashomon.statements.words import DETERMINERS, PERSON_NOUNS, PREPOSITIONS

# How many names back a pronoun looks (ten times as many for a title).
MOST_CANDIDATES = 60
# A name before one of these is likely its subject.
_AFTER_SUBJECT = frozenset(
    "said has is was had told says will also met added did would could".split()
)


class Context(Heads):
    """An article's text, its people, its statements, and who spoke so far."""

    def __init__(self, document: Document, people: People, drafts: Sequence[Draft] = ()) -> None:
        super().__init__(document, people)
        # Contents of the drafts, in order, and the subjects of sentences looked at so far.
        self.told = sorted(part for made in drafts if made.kind == "S" for part in made.content)
        self.beside = nearer.by_sentence(document, drafts)
        self.mains: dict[int, Range | None] = {}
        # Whether the source resolved last may as well be another.
        self.guessed = False
        # (token of the source, referent, whether a person) of what was resolved so far.
        self.history: list[tuple[int, str, bool]] = []

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
            while first + 2 < last and self._opens(first):
                first += 1  # "And instead, the port"
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

    def _opens(self, at: int) -> bool:
        """Whether a word, or the comma after it, only leads to its sentence: "Instead, it held"."""
        document = self.document
        if document.words[at] == ",":
            return document.lower[at - 1] in OPENINGS
        return document.lower[at] in OPENINGS and document.words[at + 1] == ","

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
