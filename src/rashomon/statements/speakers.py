"""From the words that name a source to the one that the article means by them."""

from __future__ import annotations

from rashomon.statements import descriptions, nearer, organisations, pronouns, short_forms, unnamed
from rashomon.statements.context import Context
from rashomon.statements.document import Document, Range
from rashomon.statements.drafts import Draft
from rashomon.statements.people import gender_of
from rashomon.statements.traits import people
from rashomon.statements.words import PERSON_NOUNS

_PARTISANS = ("crats", "cans", "ians", "ists", "ives", "tories", "rals", "greens")
_COUNTED = frozenset("two three four five six seven eight nine ten several".split())
_GIVEN_OUT = frozenset("statement statements letter memo email post tweet".split())
_SOME = frozenset("dozen handful few couple majority number two three four five".split())


def _some_of(document: Document, span: Range, head: Range) -> bool:
    """Whether a phrase means some of those whom its name means: "many Democrats"."""
    lower, words = document.lower, document.words
    if head[1] - head[0] != 1 or not lower[head[0]].endswith(_PARTISANS):
        return False
    if head[1] < span[1] and lower[head[1]] in ("on", "in", "from", "of", "at", "who"):
        return True  # "Republicans on the Dorsel bench"
    if head[0] == span[0]:
        return False
    if lower[span[0]] not in ("a", "an", "the"):
        return True
    # "a move Republicans" is a thing of theirs.
    following = span[0] + 1
    return following < head[0] and (words[following][0].isupper() or lower[following] in _SOME)


class Resolver(Context):
    """Resolves sources in the order of the text; what was resolved before helps what follows."""

    def speaker(self, made: Draft) -> str | None:
        """The referent of a draft's source, its words where it stays open, None without one."""
        if made.source is None:
            return None
        document = self.document
        if made.cue is not None:
            beside = self.beside.get(document.sentence[made.cue[0]], ())
            made.source = nearer.source(document, made, beside) or made.source
        span = made.source
        words = document.slice(span)
        lower = document.lower[span[0]]
        name, person = words, False
        self.guessed = False
        if span[1] - span[0] == 1 and lower in ("he", "she", "him", "her", "his", "hers"):
            found = pronouns.person(self, span[0], gender_of(lower), made)
            if found is not None:
                name, person = found, True
                known = self.people.known.get(found)
                if known is not None and lower in ("she", "her"):
                    known.hints += 1
                elif known is not None and lower in ("he", "him", "his"):
                    known.hints -= 1
        elif lower in ("his", "her") and 1 < span[1] - span[0] <= 3 and self._writes(span):
            whose = pronouns.person(self, span[0], gender_of(lower), made)
            if whose is not None:
                name, person = whose, True  # "his statement read"
        elif (initialled := self._initials(span)) is not None:
            name, person = initialled, True
        elif span[1] - span[0] == 1 and lower in ("who", "it", "they", "them"):
            other = pronouns.antecedent(self, span[0], lower, made)
            if other is not None:
                name, person = other
        else:
            head = self.head(span) or self.apposed(span, made)
            if head is not None:
                name, person = head.referent, head.type == "person"
                if head.type == "place":
                    name = self.medium(span) or words
                elif head.type != "person" and _some_of(document, span, head.span):
                    name = words
            elif (medium := self.medium(span)) is not None:
                name = medium
            elif lower in ("the", "this", "that") or (
                lower in ("its", "their") and document.lower[span[1] - 1] not in PERSON_NOUNS
            ):
                # "Its foreign minister" is whose? Left as written rather than guessed.
                meant = unnamed.last(self, span) if lower == "this" else None
                meant = meant or organisations.body(self, span)
                meant = meant or descriptions.titled(self, span, made)
                if meant is not None:
                    name, person = meant
                elif lower == "the" and (someone := unnamed.same(self, span)) is not None:
                    name = someone
                elif lower == "its" and (owned := unnamed.body_of(self, span)) is not None:
                    name = owned
            elif lower in ("a", "an", "another"):
                name = unnamed.introduced(self, span) or name
                person = name != words
            elif lower in ("its", "their"):
                bearer = unnamed.office_of(self, span)
                if bearer is not None:
                    name, person = bearer, True
        if name == words and not person and (whole := short_forms.longer(self, span)) is not None:
            name = whole
        elif name == words and not person and (one := short_forms.named_after(self, span)):
            name, person = one, True
        if (self.guessed and name != words) or self._named_next(span):
            made.lead = 0.0
        self.history.append((span[0], name, person))
        return name

    def _named_next(self, span: Range) -> bool:
        """Whether the next sentences first name several whom a lead has counted: "Two pilots"."""
        document = self.document
        number = document.sentence[span[0]]
        noun = document.lower[span[1] - 1]
        if document.lower[span[0]] not in _COUNTED or document.paragraph[span[0]] > 1:
            return False
        if not (people(noun) or (noun in PERSON_NOUNS and noun.endswith("s"))):
            return False
        last = document.sentences[min(number + 2, len(document.sentences) - 1)][1]
        named = {e.referent for e in self.people.between(span[1], last) if e.type == "person"}
        before = {e.referent for e in self.people.between(0, span[0])}
        return len(named - before) > 1

    def _writes(self, span: Range) -> bool:
        """Whether a phrase is what one has given out: "her written statement"."""
        return self.document.lower[span[1] - 1] in _GIVEN_OUT

    def _initials(self, span: Range) -> str | None:
        """The one person of the article whose initials label a line: "KM: It rained"."""
        document = self.document
        label = document.words[span[0]]
        if span[1] - span[0] > 1 or not (2 <= len(label) <= 3 and label.isupper()):
            return None
        if document.words[span[1] : span[1] + 1] != [":"] or not label.isalpha():
            return None
        at = document.paragraphs[document.paragraph[span[0]]][0]
        bearers = {
            entity.referent
            for entity in self.people.entities
            if entity.type == "person"
            and "".join(word[0] for word in entity.referent.split()) == label
        }
        return next(iter(bearers)) if at == span[0] and len(bearers) == 1 else None
