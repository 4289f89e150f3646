"""The subject of a cue, where an object, a place or a hearer was taken for its source."""

from __future__ import annotations

from rashomon.statements import around, clauses, sources
from rashomon.statements.document import Document, Range
from rashomon.statements.drafts import Draft
from rashomon.statements.predicates import DESCRIBING, noun_phrase
from rashomon.statements.subjects import SENT
from rashomon.statements.words import (
    AUXILIARIES,
    BE,
    BODY_NOUNS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
)

_PASSED_ON = frozenset(
    "filed sent submitted addressed delivered released published issued obtained posted seen "
    "reviewed prepared compiled written signed".split()
)


def placed(document: Document, source: Range, made: Draft) -> Range:
    """The subject of "In June they called on ..." or ", the firm, which denied"."""
    start, end = source
    first, last = document.sentences[document.sentence[start]]
    if made.cue is None:
        return source
    if made.cue[0] < end:
        return _turned(document, source, made, first, last) or source
    if end < document.size and document.words[end] in ("'s", "’s") and end + 1 < made.cue[0]:
        owned = sources.after(document, start, made.cue[0])
        if owned is not None and (stop := _before_verb(document, end, owned[1])) > end + 1:
            return owned[0], stop  # "Velmark's interior minister"
    if (
        start - 2 >= first
        and document.lower[start - 1] in ("in", "at", "from", "on", "with")
        and document.lower[start - 2] in ("those", "many", "some", "others", "most", "people")
    ):
        return (start - 2, end)  # "those in favour of the ban"
    if end - 1 > start and document.lower[end - 1] == "who" and made.cue[0] > end:
        return start, end - 1  # "An envoy who | defected stated"
    acting = _acting(document, source, made, first, last)
    if acting is not None:
        return acting
    filed = _filed(document, start, first)
    if filed is not None and not any(
        clauses.speech_form(document, at, ("past", "s")) for at in range(start, end)
    ):
        return filed
    lower = document.lower[start]
    if lower in PREPOSITIONS and start == first and made.kind != "P":
        found: Range | None = None
        if any(document.words[at] == "," for at in range(start, made.cue[0])):
            found = around.subject(document, first, last, last)
        elif document.lower[end - 1] in PRONOUNS:
            found = (end - 1, end)
        elif end < made.cue[0]:
            found = sources.after(document, end, made.cue[0])
        if found is not None and found[1] <= made.cue[0]:
            return found
    if lower == "which" and end - start == 1 and made.cue[0] == end and start - 1 > first:
        stop = start - 1 if document.words[start - 1] == "," else start
        held = sources.before(document, stop, first)
        if held is not None and (
            document.words[held[1] - 1][0].isupper() or document.lower[held[1] - 1] in BODY_NOUNS
        ):
            return held
    return source


def _acting(document: Document, source: Range, made: Draft, first: int, last: int) -> Range | None:
    """The subject, where an object or a place was taken for it.

    "has imposed a fee of 5% and, last week, threatened", "filed a lawsuit in Orsk arguing".
    """
    assert made.cue is not None
    start, end = source
    if start - 2 < first or made.kind == "P" or not document.outside(start):
        return None
    before = document.lower[start - 1]
    joint = end - 1 if document.lower[end - 1] == "and" else end
    if document.words[joint] == ",":
        joint += 1
    if document.lower[joint] == "and" and joint < made.cue[0]:
        gap = range(joint + 1, made.cue[0])
        opened = made.cue[0] == joint + 1 or document.words[joint + 1] == ","
        if not opened or len(gap) > 7 or document.words[start][0].isupper():
            return None
        if not (before.endswith("ed") and document.lower[start] in DETERMINERS | {"its", "his"}):
            return None
    elif end == made.cue[0] and document.lower[made.anchor].endswith("ing"):
        placed = before in ("in", "at", "from", "near") and document.words[start][0].isupper()
        owed = document.lower[start - 2] in BODY_NOUNS | SENT
        if not (placed and owed):
            return None
    else:
        return None
    found = around.subject(document, first, made.cue[0], last)
    if found is None or found[1] >= start:
        return None
    found = noun_phrase(document, found)
    if not document.words[found[1] - 1][-1].isalnum():
        return None
    verb = document.lower[found[1]]
    return found if verb in AUXILIARIES or verb.endswith("ed") else None


def _turned(document: Document, source: Range, made: Draft, first: int, last: int) -> Range | None:
    """The subject of "Ada Brill, a keeper who had seen it, said she was tired".

    Read from behind, "said she" has the subject for its content; the content is put right.
    """
    assert made.cue is not None
    content = made.content[0]
    owned = document.lower[source[1] : source[1] + 1]
    clause = bool(owned) and owned[0] in BE - {"'s", "’s", "got", "get", "gets", "being"}
    if (
        not (document.lower[source[0]] in ("he", "she", "they", "it") or clause)
        or made.cue[1] != source[0]
        or not document.outside(content[0])
        or document.is_mark[content[0]]
        or len(made.content) != 1
        or content[1] > made.cue[0]
        or not clauses.speech_form(document, made.cue[1] - 1, ("past", "s"))
    ):
        return None
    subject = sources.after(document, content[0], made.cue[0])
    if subject is None or document.words[subject[1]] not in (",", "(", "–", "—", "-"):
        subject = sources.before(document, made.cue[0], max(first, content[0]))
    if subject is None or subject[1] > made.cue[0]:
        return None
    end = clauses.end_of(document, source[0], around.final(document, last))
    words = document.trim((source[0], end))
    if words is None or words[1] - words[0] < 3:
        return None
    made.content = [words]
    return subject


def _filed(document: Document, start: int, first: int) -> Range | None:
    """ "A complaint filed with the court alleged": the complaint, where the court is the source."""
    at = start - 1
    if at - 2 < first or document.lower[at] not in ("with", "to", "by", "in", "from", "at", "on"):
        return None
    if document.lower[at - 1] not in _PASSED_ON or document.lower[at - 2] not in BODY_NOUNS | SENT:
        return None
    return sources.before(document, at - 1, first)


def _before_verb(document: Document, start: int, end: int) -> int:
    """The end of an owned noun before its verb: "Velmark's clerks there emailed"."""
    for at in range(start, end):
        lower = document.lower[at]
        if lower in ("there", "here", "then"):
            return at
        if lower.endswith("ed") and document.words[at][0].islower() and lower not in DESCRIBING:
            return at
    return end
