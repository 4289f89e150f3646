"""The whole of a source of which only a part stands right beside its verb."""

from __future__ import annotations

from rashomon.statements import around, clauses, sources
from rashomon.statements.document import Document, Range
from rashomon.statements.predicates import HANGING, is_past
from rashomon.statements.traits import agent, people
from rashomon.statements.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    BODY_NOUNS,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
)

_OWNS = ("'s", "’s", "'", "’")
_RELATIVES = frozenset(("who", "that", "which", "whose"))
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten several many few dozens hundreds thousands some "
    "both all most other another".split()
)
_WITH_PARTICIPLE = frozenset("first also newly just recently originally".split())
# Things after which a name opens a clause of its own: "the site Brill ran".
THINGS = frozenset(
    "document paper statement report study letter memo website site page book story article film "
    "programme program post note plan bill deal policy".split()
)
# The longest stretch, in tokens, between a subject and the noun before its verb.
LONGEST_STRETCH = 30
# The longest source that keeps what hangs on its noun: "The coast guard in Dorsel".
LONGEST_WHOLE = 10


def whole(document: Document, source: Range, cue: Range | None) -> Range:
    """`source` with what belongs to it: its head, its owner's thing, its number.

    `cue` is that of its statement, before or after it.
    """
    source = _without_participle(document, source)
    if cue is not None and cue[1] <= source[0]:
        source = _without_clause(document, source)
    if (
        source[0] > 1
        and document.words[source[0] - 1] == "&"
        and document.words[source[0] - 2][0].isupper()
    ):
        source = source[0] - 2, source[1]  # "AT&T"
    if cue is None:
        return source
    if cue[0] >= source[1]:
        source = _past_occasion(document, source)
        headed = _headed(document, source, cue)
        if headed is not None:
            return headed
        source = _listed(document, source), _noun_after(document, source, cue)
    source = _numbered(document, source[0]), _owned(document, source, cue)
    return _whose(document, source) if cue[1] == source[0] else source


def _past_occasion(document: Document, source: Range) -> Range:
    """ "Lind" of "In | her last letter Lind said" and "Guild statement Bo Lind, its head"."""
    start, end = source
    comma = next((at for at in range(start, end) if document.words[at] in (",", "(")), end)
    at = comma
    while at - 1 > start and document.words[at - 1][0].isupper():
        at -= 1
    first = document.sentences[document.sentence[start]][0]
    led = start == first or document.lower[start - 1] in ("in", "on", "at", "during", "after")
    if not led or at in (comma, start) or document.lower[at - 1] not in THINGS:
        return source
    if document.lower[start] in ("a", "an", "the") and start == first:
        return source  # "The site Brill ran"
    return (at, end) if comma - at > 1 or start > first else source


_LINKING = PREPOSITIONS - {"by", "than", "as", "like", "unlike"}
_BE_OR_BY = BE | {"by"}


def _headed(document: Document, source: Range, cue: Range) -> Range | None:
    """The subject in whose end the source stands: "Clerks with the mill hit by thunder said"."""
    start = source[0]
    first, last = document.sentences[document.sentence[start]]
    lower = document.lower
    first = around.floor(document, start, first)
    if start - first < 2 or not document.outside(start) or lower[start] in PRONOUNS:
        return None
    linked = lower[start - 1] in _LINKING
    verb = lower[start - 1] in _BE_OR_BY or is_past(document, start - 1)
    if not linked and not verb and not lower[start - 1].endswith("ed"):
        return None
    if lower[first] in CONJUNCTIONS or lower[first] in ("if", "when"):
        return None
    subject = around.subject(document, first, cue[0], last)
    if subject is None or subject[1] > start or subject[0] >= start:
        return None
    alone = subject[1] - subject[0] == 1 and lower[subject[0]] in PRONOUNS
    if alone or lower[subject[0]] == "there" or _verb_in(document, range(*subject)):
        return None
    stretch = range(subject[1], start)
    if len(stretch) > LONGEST_STRETCH or not stretch:
        return None
    if any(document.words[at] in ",;:()–—" or not document.outside(at) for at in stretch):
        return None
    told = next((at for at in stretch if lower[at] in _RELATIVES), start)
    hung = range(subject[1], told)
    if hung and (lower[hung[0]] not in PREPOSITIONS or _verb_in(document, hung)):
        return None
    if told < start:
        if lower[told] == "that" and not clauses.sure_verb(document, told + 1, start):
            return None
        return (subject[0], told) if told - subject[0] <= LONGEST_WHOLE else subject
    if not linked:
        return None
    noun = lower[subject[1] - 1]
    if not (
        document.words[subject[1] - 1][0].isupper()
        or noun in BODY_NOUNS
        or agent(noun)
        or people(noun)
    ):
        return None
    if source[1] - subject[0] > LONGEST_WHOLE:
        return subject
    return subject[0], source[1]


_OPENING = PREPOSITIONS | CONJUNCTIONS | TIMES | DETERMINERS


def _listed(document: Document, source: Range) -> int:
    """The start of "Clerk Bo Lind, | Captain Ada Brill and Moss": the first of three."""
    start, end = source
    first = document.sentences[document.sentence[start]][0]
    first = around.floor(document, start, first)
    left = range(first, start - 1)
    if not 2 <= len(left) <= LONGEST_WHOLE or document.words[start - 1] != ",":
        return start
    joined = "and" in document.lower[start:end] and "," not in document.words[start:end]
    named = document.words[start][0].isupper() and document.words[end - 1][0].isupper()
    plain = all(
        document.words[at].isalpha() and document.words[at][0].isupper() and document.outside(at)
        for at in left
    )
    opening = document.lower[first] in _OPENING
    return first if joined and named and plain and not opening else start


_OF_CLAUSES = CONJUNCTIONS - {"and", "or"}


def _verb_in(document: Document, stretch: range) -> bool:
    """Whether a stretch may hold a verb: "met in Dorsel", "to leave"."""
    lower, words = document.lower, document.words
    for at in stretch:
        led = at > stretch[0] and lower[at - 1] in DETERMINERS
        if clauses.sure_verb(document, at, at + 1) or lower[at] in _OF_CLAUSES:
            return True
        if lower[at] == "to" and words[at + 1].islower() and lower[at + 1] not in DETERMINERS:
            return True
        if led or not words[at].islower():
            continue  # "the flooded mill"
        if lower[at].endswith(("ed", "ing")) or clauses.speech_form(document, at, ("past", "s")):
            return True
        if is_past(document, at):
            return True
    return False


_OF_GROUP = ADVERBS | AUXILIARIES


def _noun_after(document: Document, source: Range, cue: Range) -> int:
    """The end past a noun of people that the source lacks: "LGBT | advocates said"."""
    end = source[1]
    if end + 1 > cue[0] or not document.words[end - 1][0].isalnum():
        return end
    next_ = document.lower[end + 1]
    noun = document.words[end].islower() and people(document.lower[end])
    if not noun or not document.words[end - 1][0].isupper():
        return end
    closed = end + 1 == cue[0] or next_ in _OF_GROUP or sources.is_adverb(next_)
    return end + 1 if closed else end


_NO_NOUNS = PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | DETERMINERS


def _owned(document: Document, source: Range, cue: Range) -> int:
    """The end past what the source owns: "says a note on Vesna Yard | 's website"."""
    end = source[1]
    if cue[1] > source[0] or end + 1 >= document.size or document.words[end] not in _OWNS[:2]:
        return end
    last = document.sentences[document.sentence[end]][1]
    at = end + 1
    while (
        at < min(last, end + 5)
        and document.words[at][0].isalnum()
        and document.lower[at] not in _NO_NOUNS
        and not sources.is_adverb(document.lower[at])
        and document.lower[at] not in TIMES
    ):
        at += 1
    return at if at > end + 1 else end


def _whose(document: Document, source: Range) -> Range:
    """A thing with whose it is: "according to a tally | from the Harbour Committee"."""
    start, end = source
    if end + 1 >= document.size or document.lower[end] not in ("from", "by", "of"):
        return source
    if not document.words[end - 1].islower() or document.lower[end - 1] in PRONOUNS:
        return source
    last = document.sentences[document.sentence[start]][1]
    owner = sources.after(document, end + 1, last)
    if owner is None or owner[1] - start > LONGEST_WHOLE + 2 or not document.outside(end + 1):
        return source
    named = document.words[owner[1] - 1][0].isupper() and document.lower[owner[0]] not in TIMES
    return (start, owner[1]) if named else source


def _numbered(document: Document, start: int) -> int:
    """The start of "two | other clerks", which a time may look like."""
    if start < 1 or not document.outside(start) or document.words[start][0].isupper():
        return start
    before = document.lower[start - 1]
    first = document.sentences[document.sentence[start]][0]
    if start - 1 >= first and before in _NUMBERS and document.lower[start] in ("other", "more"):
        return start - 1
    return start


def _without_clause(document: Document, source: Range) -> Range:
    """ "a paper" of "according to a paper Ada Brill signed"."""
    start, end = source
    at = end
    while at - 1 > start and document.words[at - 1][0].isupper():
        at -= 1
    if at == end or end >= document.size or document.lower[at - 1] not in THINGS:
        return source
    verb = document.words[end].islower() and is_past(document, end)
    return (start, at) if verb else source


def _without_participle(document: Document, source: Range) -> Range:
    """A source without the participle it ends with: "a report | released"; or with whose deed."""
    start, end = source
    word = document.lower[end - 1]
    if end - start < 3 or not document.words[end - 1].islower() or not word.endswith("ed"):
        return source
    noun = end - 2
    while noun - 1 > start and document.lower[noun] in _WITH_PARTICIPLE:
        noun -= 1
    before = document.lower[noun]
    if before in _RELATIVES and noun - 1 > start:
        return start, noun  # "a clerk who declined": to give a name
    if before in DETERMINERS | HANGING or not document.words[noun].isalpha():
        return source
    if not document.words[noun].islower() and noun + 2 == end:
        return source  # "a paper Lind signed"
    if end + 1 < document.size and document.lower[end] == "by":
        last = document.sentences[document.sentence[end]][1]
        by = sources.after(document, end + 1, last)
        if by is not None and by[1] - by[0] <= LONGEST_WHOLE:
            return start, by[1]
    return start, noun + 1
