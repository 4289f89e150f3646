"""Parts of a content that are none of its words: a question, a sign, a programme's name, a lead."""

from __future__ import annotations

from rashomon.statements import around, clauses
from rashomon.statements.document import Document, Range
from rashomon.statements.drafts import Draft
from rashomon.statements.words import DETERMINERS, PRONOUNS

_ASKED = frozenset("asked questioned pressed quizzed grilled".split())
_POINTING = frozenset("this that such these those".split())
_READING = frozenset("read reads reading".split())
_ONE = frozenset("a an the his her their another this one".split())
# How far before a part its "asked about" may stand, in words.
_QUESTION = 6


def mend(document: Document, made: Draft) -> None:
    """Leaves out of the content the parts that are others' words or nobody's."""
    if made.cue is None or made.source is None or not made.content:
        return
    last = made.content[-1]
    if last[1] <= made.cue[0]:
        clause = _that_clause(document, made)
        if clause is not None:
            made.content = [clause]
            made.regions = around.regions_of(document, made.content)
            return
    if made.lemma in _WRITING and made.content[0][0] > made.anchor:
        inner = _inside_paper(document, made)
        if inner is not None:
            made.content = [inner]
            made.regions = around.regions_of(document, made.content)
            return
    if len(made.content) == 1:
        only = _own(document, made, last)
        if only is last:
            return
        kept = [only]
    else:
        kept = [_own(document, made, part) for part in made.content]
        if kept == made.content:
            return
    made.content = [span for part in kept if part and (span := document.trim(part)) is not None]
    made.regions = around.regions_of(document, made.content)


def _own(document: Document, made: Draft, part: Range) -> Range | None:
    """A part without what is not of the words; each rule is asked where it can hold."""
    start = part[0]
    if start <= made.anchor:
        return None if _is_question(document, made, part) else part
    if document.is_mark[start] or document.is_mark[start - 1]:
        return _past_sign(document, made, part)
    if document.lower[start - 1] in _POINTING:
        part = _with_place(document, made, part)
    if ":" in document.words[start + 1 : start + 4]:
        part = _past_lead(document, made, part)
    return part


def without_programme(document: Document, made: Draft) -> None:
    """Leaves out to whom it was said: told “Morning in Orsk.” Done last, since what follows goes on."""
    if made.cue is None or len(made.content) < 2:
        return
    kept = [past for part in made.content if (past := _past_programme(document, made, part))]
    if kept != made.content:
        made.content = kept
        made.regions = around.regions_of(document, kept)


def _is_question(document: Document, made: Draft, part: Range) -> bool:
    """ "When asked about | the weir |, Lind said “...”": what the others wanted to know."""
    assert made.cue is not None
    start, end = part
    assert made.source is not None
    head = min(made.cue[0], made.source[0])
    if end > head or document.region[start] >= 0 or made.kind == "P":
        return False
    first = document.sentences[document.sentence[start]][0]
    if document.sentence[head] != document.sentence[start] or start - first > _QUESTION:
        return False
    led = document.lower[first : start + 1]
    asked = next((at for at, word in enumerate(led[:3]) if word in _ASKED), None)
    if asked is None or (asked and led[asked - 1] not in ("when", "if", "being", "was", ",")):
        return False
    return document.words[end : end + 1] == [","] and end + 1 >= head - 2


def _past_programme(document: Document, made: Draft, part: Range) -> Range | None:
    """ "“...,” Lind told | “Morning in Orsk.” | “We sing,” ...": to whom."""
    start, end = part
    at = start + 1 if document.is_mark[start] else start
    if part == made.content[0] or at != made.anchor + 2 or document.region[at] < 0:
        return part
    stop = document.region_tokens[document.region[at]][1]
    long = [near for near in range(at, stop) if len(document.words[near]) > 4]
    if stop - at > 12 or not all(document.words[near][0].isupper() for near in long):
        return part
    return document.trim((stop + 1, end)) if stop + 1 < end else None


def _past_sign(document: Document, made: Draft, part: Range) -> Range:
    """ "a flag that read | “Home.” | “We want to work,” he added": the flag's words first."""
    assert made.cue is not None
    start, end = part
    mark = start if document.is_mark[start] else start - 1
    if part == made.content[0] or not document.is_mark[mark] or mark <= made.cue[1]:
        return part
    if document.lower[mark - 1] not in _READING or mark + 1 >= end:
        return part
    if document.region[mark + 1] < 0:
        return part
    after = document.region_tokens[document.region[mark + 1]][1]
    return (min(after + 1, end), end)


# The words stand behind the paper's own verb: "wrote a note saying ...", "a memo in which he called ...".
_WRITING = frozenset("write post publish release issue share send tweet".split())


def _inside_paper(document: Document, made: Draft) -> Range | None:
    """ "posted a note calling | the fair “a mess”", "wrote a memo, in which he called | ...": its words."""
    assert made.cue is not None
    opens, end = made.cue[1], made.content[-1][1]
    if opens >= end or document.lower[opens] not in _ONE:
        return None
    for at in range(opens + 2, min(opens + 12, end - 2)):
        if not document.outside(at):
            return None
        if clauses.speech_form(document, at, ("ing",)):
            return _after_verb(document, at + 1, end)
        if document.lower[at : at + 2] == ["in", "which"]:
            verb = at + 3
            told = clauses.speech_form(document, verb, ("past", "s"))
            pronoun = document.lower[at + 2] in ("he", "she", "they")
            return _after_verb(document, verb + 1, end) if told and pronoun else None
        if document.words[at] in ";:" or document.lower[at] in ("that", "to", "and"):
            return None
    return None


def _after_verb(document: Document, start: int, end: int) -> Range | None:
    start += document.lower[start] == "that"
    return document.trim((start, end)) if end - start > 2 else None


def _past_lead(document: Document, made: Draft, part: Range) -> Range:
    """ "said this to the guild later that | month: “...”": the words begin after the colon."""
    start, end = part
    if start <= made.anchor or document.region[start] >= 0 or document.is_mark[start]:
        return part
    colon = next(
        (at for at in range(start, min(start + 4, end - 2)) if document.words[at] == ":"), 0
    )
    if (
        not colon
        or not document.is_mark[colon + 1]
        or document.lower[start] in DETERMINERS | PRONOUNS
    ):
        return part
    return part if clauses.verb_inside(document, start, colon) else (colon + 1, end)


def _with_place(document: Document, made: Draft, part: Range) -> Range:
    """ "said in this | kind of year, the ice ...": the words begin with "in"."""
    assert made.cue is not None
    start, end = part
    if start - 2 != made.cue[1] or not document.outside(start) or document.is_mark[start]:
        return part
    at = start - 2
    if document.lower[at] not in ("in", "at", "on", "under", "for", "during", "after"):
        return part
    comma = next((n for n in range(start, min(start + 6, end)) if document.words[n] == ","), 0)
    placed = comma and clauses.sure_verb(document, comma, end)
    return (at, end) if placed else part


def _that_clause(document: Document, made: Draft) -> Range | None:
    """ "... at night. A clerk confirmed to us that | it is shut": and not the sentence before."""
    assert made.cue is not None
    end = made.content[-1][1]
    if made.kind == "P" or made.source is None or made.source[0] > made.cue[0]:
        return None
    first, last = document.sentences[document.sentence[made.cue[0]]]
    at = made.cue[1]
    if end > first or at + 5 >= last or document.lower[at] not in ("to", "that"):
        return None
    that = next((n for n in range(at, at + 4) if document.lower[n] == "that"), None)
    if that is None or not document.outside(that):
        return None
    final = around.final(document, last)
    return document.trim((that + 1, clauses.end_of(document, that + 1, final)))
