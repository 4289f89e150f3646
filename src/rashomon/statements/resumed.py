"""Where the sentence that holds an attribution goes on: its words are the outlet's again."""

from __future__ import annotations

from rashomon.statements import clauses, mains
from rashomon.statements.document import Document
from rashomon.statements.drafts import Draft
from rashomon.statements.words import (
    AUXILIARIES,
    CLAUSE_STARTERS,
    COMMON_VERBS,
    DETERMINERS,
    NEGATIONS,
    PLAIN_VERBS,
    PREPOSITIONS,
    PRONOUNS,
)

_RELATIVES = frozenset(("who", "which", "whose", "whom", "where"))
_DASHES = frozenset("—–")


def end_of(document: Document, made: Draft, start: int, end: int) -> int:
    """The end of the words after a cue, before the clause that holds it goes on."""
    if made.cue is None or start <= made.anchor:
        return end
    end = _before_verb(document, made, start, end)
    end = _before_as(document, start, end)
    end = _before_time(document, made, start, end)
    end = _before_contrast(document, start, end)
    end = _before_deed(document, made, start, end)
    end = _before_next_cue(document, made, start, end)
    return _before_denial(document, start, end)


def _in_relative(document: Document, made: Draft) -> bool:
    """Whether the cue stands in ", who called ..." or ", in which he called ..."."""
    assert made.cue is not None
    source = made.source
    if source is not None and document.lower[source[0]] in ("who", "which"):
        return True
    first = document.sentences[document.sentence[made.cue[0]]][0]
    for at in range(made.cue[0] - 1, max(first, made.cue[0] - 25), -1):
        if document.words[at] != "," and document.words[at] not in _DASHES:
            continue
        led = document.lower[at + 1]
        return led in _RELATIVES or (
            led in PREPOSITIONS and document.lower[at + 2] in ("which", "whom", "whose")
        )
    return False


def _before_verb(document: Document, made: Draft, start: int, end: int) -> int:
    """Without ", was on leave" after ", who called the plan a farce": the main clause's verb."""
    if not _in_relative(document, made):
        return end
    for at in range(start + 1, end - 1):
        closed = document.is_mark[at] and document.words[at - 1] == ","
        if not closed and not (document.words[at] == "," and document.outside(at)):
            continue
        after = document.lower[at + 1]
        if not document.outside(at + 1):
            return end
        if after in PLAIN_VERBS and after not in ("'s", "’s", "being", "having"):
            return at
        if mains.goes_on(document, at + 1, end) and clauses.sure_verb(document, start, at):
            return at
        if (
            (closed or clauses.sure_verb(document, start, at))
            and after.endswith("ed")
            and document.words[at + 1][0].islower()
        ):
            return at
        if not closed:
            return end  # an aside: its second comma may stand before a verb of the same clause
    return end


def _before_as(document: Document, start: int, end: int) -> int:
    """Without ", as they again try to ...": the outlet's own view of it."""
    for at in document.places(",", start + 3, end - 3):
        if (
            document.outside(at)
            and document.lower[at + 1] == "as"
            and document.lower[at + 2] in ("he", "she", "they", "it")
        ):
            return at
    return end


_LABELS = frozenset(("call", "describe", "dub", "brand", "label", "refer to", "characterize"))
_OCCASION = frozenset(("as", "when", "while", "after", "during", "before"))


def _before_time(document: Document, made: Draft, start: int, end: int) -> int:
    """Without "as she defended him" after a name given in quotation marks."""
    if made.lemma not in _LABELS:
        return end
    for at in range(start + 1, end - 2):
        if document.is_mark[at] and document.region[at - 1] >= 0 and document.outside(at + 1):
            after = document.lower[at + 1]
            new = document.words[at - 1][-1] == "," and after.endswith("ed")
            if after in _OCCASION or new:
                return at + 1
    return end


def _before_contrast(document: Document, start: int, end: int) -> int:
    """Without ", while Democrats have been ...": the other side, in the outlet's words."""
    for at in document.places(",", start + 3, end - 4):
        if (
            document.outside(at)
            and document.lower[at + 1] == "while"
            and (
                document.words[at + 2][0].isupper()
                or document.lower[at + 2] in DETERMINERS | {"he", "she", "they"}
            )
            and clauses.sure_verb(document, at + 3, end)
        ):
            return at
    return end


def _before_deed(document: Document, made: Draft, start: int, end: int) -> int:
    """Without ", and offers some hints" after what someone is told to do, or ", so ..." after a poll."""
    if made.plain or document.lower[start - 1] == "that":
        return end
    present = document.lower[made.anchor].endswith("s")
    for at in document.places(",", start + 2, end - 4):
        if not document.outside(at):
            continue
        joint, verb = document.lower[at + 1], document.lower[at + 2]
        if made.kind == "F" and joint == "so" and clauses.sure_verb(document, at + 2, end):
            return at
        if joint != "and" or document.words[at + 2][0].isupper():
            continue
        same = verb.endswith("s") if present else verb.endswith("ed")
        if same and document.lower[at + 3] in DETERMINERS and document.lower[start] not in PRONOUNS:
            return at
    return end


_OPENINGS = CLAUSE_STARTERS | PRONOUNS
_LEADS = _OPENINGS | DETERMINERS


def _before_next_cue(document: Document, made: Draft, start: int, end: int) -> int:
    """Without "and warn that ..." after "fear that ...": the same voice, a statement of its own."""
    assert made.cue is not None
    form = document.lower[made.anchor]
    going = form.endswith("ing") and "are" in document.lower[made.cue[0] : made.anchor]
    if not going and (form.endswith(("ed", "s", "ing")) or form != made.lemma.split()[0]):
        return end
    led = _LEADS if going else _OPENINGS
    for at in range(start + 2, end - 3):
        joint = document.lower[at] in ("and", "but") and document.lower[at + 2] in led
        if joint and clauses.speech_form(document, at + 1, ("base",)):
            return at - 1 if document.words[at - 1] == "," else at
    return end


def _before_denial(document: Document, start: int, end: int) -> int:
    """Without ", but it did not say when": what was left unsaid is no part of the words."""
    for at in document.places(",", start + 2, end - 4):
        if (
            document.outside(at)
            and document.lower[at + 1] in ("but", "and", "though", "although")
            and document.lower[at + 2] in PRONOUNS
            and any(document.lower[near] in NEGATIONS for near in range(at + 3, at + 5))
            and any(
                document.lower[near]
                in ("say", "specify", "elaborate", "explain", "give", "name", "provide", "offer")
                for near in range(at + 4, min(at + 7, end))
            )
        ):
            return at
    return end


def before_main(document: Document, start: int, end: int) -> int:
    """The end of "As X said CLAUSE, MAIN" at the comma or dash that the main clause stands after."""
    open_dash = False
    for at in range(start + 2, end - 2):
        if not document.outside(at):
            continue
        if document.words[at] in _DASHES:
            open_dash = not open_dash
            after_pair = not open_dash
        elif document.words[at] == "," and not open_dash:
            after_pair = False
        else:
            continue
        if open_dash:
            continue
        if _is_clause(document, at + 1, end, strict=not after_pair):
            return at
    return end


def _is_clause(document: Document, start: int, end: int, *, strict: bool) -> bool:
    """Whether a subject and its verb follow, with no comma between."""
    stop = next(
        (at for at in range(start, min(end, start + 12)) if document.words[at] in ",;—–"), end
    )
    lower = document.lower[start]
    if lower in ("and", "or", "but", "who", "which", "that", "as", "to", "including"):
        return False
    for at in range(start + 1, min(stop, start + 9)):
        word = document.lower[at]
        if word in AUXILIARIES - {"'s", "’s", "being", "having"} or word in COMMON_VERBS:
            return True
        if not strict and word.endswith("ed") and document.words[at][0].islower():
            return True
        if strict and word in PREPOSITIONS | {"who", "that", "which"}:
            return False
    return False
