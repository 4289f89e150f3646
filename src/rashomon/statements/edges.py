"""Where the words begin and end, set right after tagging: hearers, colons, brackets, another's clause."""

from __future__ import annotations

from rashomon.statements import around, clauses, comments, mains, others, parts
from rashomon.statements.document import Document, Range
from rashomon.statements.drafts import Draft
from rashomon.statements.lexicon import forms
from rashomon.statements.words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    PLAIN_VERBS,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
)

_JOINTS = frozenset(("and", "but", "though"))
_SAYING = frozenset("saying writing telling stating claiming arguing adding warning".split())
_MODALS = frozenset("would will could should might may can must is was has".split())


def mend(document: Document, made: Draft) -> None:
    """Sets the ends of a content right; what is said stays where it stood."""
    if made.cue is None or not made.content:
        return
    parts.mend(document, made)
    if made.content:
        _as_saying(document, made)
    if not made.content:
        return
    _put_so(document, made)
    _pointer_of_source(document, made)
    before = list(made.content)
    own = [*before] if len(before) == 1 else _own_parts(document, made)
    start, end = own[0]
    start, end = _past_participle(document, made, start, end)
    start = _from_that(document, made, start)
    start = _from_clause(document, made, start)
    start = _from_first(document, made, start)
    own[0] = (start, end)
    start, end = own[-1]
    end = _past_pair(document, made, start, end)
    end = _with_verb(document, made, start, end)
    held = set(document.lower[start:end])
    if ")" in held:
        end = _inside_bracket(document, made, start, end)
    if not held.isdisjoint(others.DASHES):
        end = _inside_pair(document, made, start, end)
    if not held.isdisjoint(_JOINTS):
        end = others.before_another(document, made, start, end)
        end = others.before_silence(document, made, start, end)
    if "even" in held:
        end = others.before_even(document, made, start, end)
    if not others.VIEWS.isdisjoint(held):
        end = others.before_view(document, made, start, end)
    end = _before_source(document, made, start, end)
    if "as" in held:
        end = others.before_as(document, made, start, end)
    if "as" in held or "during" in held:
        end = others.before_circumstance(document, made, start, end)
    if "after" in held:
        end = others.before_after(document, made, start, end)
    if not others.RESULTS.isdisjoint(held):
        end = others.before_result(document, made, start, end)
    if made.lemma == "order":
        end = others.before_deed(document, made, start, end)
    if document.region[start] < 0 or document.region[start] != document.region[end - 1]:
        if "," in held:
            end = mains.end_of(document, made, start, end)
        if "," in held or made.regions:
            end = comments.end_of(document, made, start, end)
    if end - 2 > start and document.lower[end - 1] in _SAYING and document.outside(end - 1):
        end -= document.lower[end - 2] in _JOINTS  # "praised the tide and saying | online it ..."
    while end - 1 > start and document.lower[end - 1] in _JOINTS and document.outside(end - 1):
        end -= 1
    own[-1] = (start, end)
    if own == before:
        return
    made.content = [span for part in own if (span := document.trim(part)) is not None]
    made.regions = around.regions_of(document, made.content)


def _own_parts(document: Document, made: Draft) -> list[Range]:
    """The parts of a content that are no title, no conclusion and no other cue's, or all of them."""
    found = [
        part
        for part in made.content
        if not (
            _after_finding(document, made, part)
            or _after_cue(document, made, part)
            or _is_title(document, made, part)
            or others.is_number(document, part)
            or others.is_of_source(document, made, part)
        )
    ]
    return [_past_cue(document, made, part) for part in found or made.content]


def _as_saying(document: Document, made: Draft) -> None:
    """ "The Courier quoted a clerk as saying that ...": the clerk's words, by way of the Courier."""
    start, end = made.content[0]
    source = made.source
    if made.lemma not in ("cite", "quote") or start <= made.anchor or source is None:
        return
    at = next(
        (
            at
            for at in range(start + 1, end - 1)
            if document.lower[at] == "as" and document.lower[at + 1] in _SAYING
        ),
        None,
    )
    if at is None:  # "cited two officials saying that ..."
        at = next(
            (at for at in range(start + 1, min(end - 3, start + 9)) if _says(document, at)), 0
        )
        at = at - 1 if at else None
    if at is None or not document.outside(at):
        return
    named = document.trim((start, at if document.lower[at] == "as" else at + 1))
    if named is None:
        return
    begin = at + 3 if document.lower[at + 2 : at + 3] == ["that"] else at + 2
    words = document.trim((begin, end))
    if words is None:
        assert made.cue is not None
        head = min(source[0], made.cue[0])
        first = document.sentences[document.sentence[head]][0]
        comma = around.comma_before(document, head, first)
        if comma is None or any(
            clauses.speech_form(document, near, ("past", "s")) for near in range(first, comma)
        ):
            made.content = []
            return
        words = document.trim((first, comma))
    if words is None:
        return
    made.via = [(document.slice(source), source), *made.via]
    made.source, made.content = named, [words]
    made.regions = around.regions_of(document, made.content)


def _says(document: Document, at: int) -> bool:
    return document.lower[at] == "saying" and document.lower[at - 1] != "as"


def _pointer_of_source(document: Document, made: Draft) -> None:
    """ "“Not so,” | that report read": the determiner is the source's."""
    source = made.source
    start, end = made.content[0]
    if source is None or end != source[0] or end - start < 3:
        return
    if document.lower[end - 1] in ("that", "this", "the", "a", "an") and document.outside(end - 1):
        span = document.trim((start, end - 1))
        if span is not None:
            made.content[0] = span
            made.source = (source[0] - 1, source[1])


def _put_so(document: Document, made: Draft) -> None:
    """ "“a fine mess,” as Lind puts it, the pier is ...": the quotation before it."""
    source = made.source
    if made.lemma != "put it" or source is None or made.content[0][0] <= made.anchor:
        return
    if source[0] < 3 or document.lower[source[0] - 1] != "as":
        return
    number = around.quoted_before(document, source[0] - 1)
    if number < 0 or document.region[made.content[0][0]] >= 0:
        return
    words = document.trim(document.region_tokens[number])
    if words is not None:
        made.content = [words]
        made.regions = around.regions_of(document, made.content)


def _after_finding(document: Document, made: Draft, part: Range) -> bool:
    """ "CLAUSE, according to the Courier, so it is likely that ...": the outlet concludes."""
    source = made.source
    if made.kind != "P" or source is None or part == made.content[0] or part[0] < source[1]:
        return False
    return document.region[part[0]] < 0 and "so" in document.lower[source[1] : part[0] + 1]


def _past_cue(document: Document, made: Draft, part: Range) -> Range:
    """ "“...,” said Lind, but | added “...”": the second cue is no part of the words."""
    start, end = part
    if part == made.content[0] or end - start < 3 or not document.is_mark[start + 1]:
        return part
    return (start + 1, end) if clauses.speech_form(document, start, ("past", "s")) else part


def _is_title(document: Document, made: Draft, part: Range) -> bool:
    """ "After “Song of the Sea,” Lind told the hall “...”": a name beside the words."""
    assert made.cue is not None
    start, end = part
    if len(made.content) < 2 or document.region[start] < 0 or end - start > 6 or end > made.cue[0]:
        return False
    if end - start < 2 or document.lower[max(0, start - 2)] in (",", ":"):
        return False
    long = [at for at in range(start, end) if len(document.words[at]) > 3]
    capital = all(document.words[at][0].isupper() for at in long)
    return capital and len(long) > 1 and start - 1 > document.sentences[document.sentence[start]][0]


def _after_cue(document: Document, made: Draft, part: Range) -> bool:
    """ "“We won,” Lind said, noting that among them were ..., the old ones": of another cue."""
    assert made.cue is not None
    if part == made.content[0] or part[0] < made.cue[1] or document.region[part[0]] >= 0:
        return False
    if document.sentence[part[0]] != document.sentence[made.cue[0]]:
        return False
    return any(clauses.speech_form(document, at, ("ing",)) for at in range(made.cue[1], part[0]))


def _past_participle(document: Document, made: Draft, start: int, end: int) -> Range:
    """Past "According to a report | released in May, ...": when it was, and not what it says."""
    source = made.source
    if made.kind != "P" or source is None or not source[1] <= start <= source[1] + 1:
        return start, end
    if not document.lower[start].endswith("ed") or document.words[start][0].isupper():
        return start, end
    if end - start < 2 or document.lower[start + 1] not in PREPOSITIONS:
        return start, end
    for at in range(start + 2, min(end + 1, start + 16, document.size - 2)):
        if document.words[at] == "," and document.outside(at):
            if at < end:
                return (at + 1, end) if clauses.verb_inside(document, at + 1, end) else (start, end)
            last = document.sentences[document.sentence[start]][1]
            return at + 1, clauses.end_of(document, at + 1, around.final(document, last))
    return start, end


def _from_that(document: Document, made: Draft, start: int) -> int:
    """ "said that would help": the pointer that was taken for a conjunction."""
    assert made.cue is not None
    that = start if document.lower[start] == "that" else start - 1
    if start <= made.anchor or document.lower[that] != "that" or not document.outside(start):
        return start
    if start - 1 == made.cue[1]:
        return start - 1 if document.lower[start] in _MODALS else start
    for at in range(made.cue[1], min(that - 1, made.cue[1] + 6)):
        if document.lower[at] in _SUBJECTS and document.lower[at + 1] in (
            "is",
            "was",
            "were",
            "are",
        ):
            return at  # "informed Lind there was proof that"
    return start


_SUBJECTS = frozenset("there he she they it".split())


def _from_clause(document: Document, made: Draft, start: int) -> int:
    """ "said the choice is plain: stay or go": the clause before the colon is said as well."""
    assert made.cue is not None
    opens = made.cue[1]
    if start <= made.anchor or made.kind == "P" or opens + 2 >= start:
        return start
    colon = start - 1
    while colon > opens and document.is_mark[colon]:
        colon -= 1
    if document.words[colon] != ":" or colon > opens + 25:
        return start
    opens = clauses.skip_time(document, opens, colon)
    if document.lower[opens] == "that":
        opens += 1
    if not all(document.outside(at) for at in range(opens, colon)):
        return start
    if not any("c" in cue.frames for cue in forms().get(document.lower[made.anchor], ())):
        return start
    lower = document.lower[opens]
    led = lower in (PRONOUNS | DETERMINERS) - {"this", "these", "one"}
    hears = any("o" in cue.frames for cue in forms()[document.lower[made.anchor]])
    sure = clauses.sure_verb(document, opens + 1, colon)
    if clauses.speech_form(document, colon - 1, ("past", "s", "ing")):
        return start
    if led and (sure or (not hears and clauses.verb_inside(document, opens, colon))):
        return opens
    return start


# Adverbs of a number that look like those of a verb: "said nearly half".
_OF_NUMBERS = frozenset(
    "nearly roughly approximately only almost exactly barely virtually merely fully another".split()
)


def _from_first(document: Document, made: Draft, start: int) -> int:
    """ "said that the talk that | he left is false", "vowed to end a rule that | ...": from the first."""
    assert made.cue is not None
    opens = made.cue[1]
    if start <= opens or made.kind == "P" or not document.outside(start - 1):
        return start
    before = document.lower[start - 1]
    if before in _OF_NUMBERS and start - 1 >= opens:
        return start - 1
    if start - 1 == opens and document.words[opens][0].islower():
        entry = {
            letter for cue in forms().get(document.lower[made.anchor], ()) for letter in cue.frames
        }
        if before == "that" and made.lemma in _LABELS:
            return opens  # "described that day as a feast"
        noun = not (entry & set("cqto")) and before not in PREPOSITIONS | ADVERBS | TIMES
        if noun and before not in AUXILIARIES | PRONOUNS | _HOW and before.isalpha():
            return opens  # "threatened further | raids"
    frames = [cue.frames for cue in forms().get(document.lower[made.anchor], ())]
    led = document.lower[opens] == "to" and any("i" in letters for letters in frames)
    if before == "that" and led and start - 1 > opens:
        return opens
    if before == "that":
        for at in range(start - 3, max(opens - 1, start - 7), -1):
            if document.lower[at] == "that" and document.lower[at + 1] in DETERMINERS:
                clear = not clauses.sure_verb(document, at + 1, start - 1)
                return at + 1 if clear else start
    return start


_LABELS = frozenset("describe call label brand characterize portray dub".split())
_HOW = frozenset("as that whether how what why if where when who which to so and".split())


def _past_pair(document: Document, made: Draft, start: int, end: int) -> int:
    """ "said the boats — both old — | are lost": on past the second dash to the verb."""
    if start <= made.anchor or end + 1 >= document.size or document.words[end] not in others.DASHES:
        return end
    if document.lower[end + 1] not in PLAIN_VERBS or not document.outside(end + 1):
        return end
    first = next((at for at in range(start, end) if document.words[at] in others.DASHES), None)
    if first is None or clauses.sure_verb(document, start, first):
        return end
    if document.sentence[end + 1] != document.sentence[end - 1]:
        return end
    final = around.final(document, document.sentences[document.sentence[end]][1])
    return clauses.end_of(document, end + 1, final)


def _with_verb(document: Document, made: Draft, start: int, end: int) -> int:
    """ "said that on a raft in May, | while ..., Lind sang": on to the clause itself."""
    led = made.plain or made.kind == "P" or document.lower[start - 1] == "that"
    if not led or start <= made.anchor:
        return end
    opens = start + 1 if document.lower[start] in ("shortly", "soon", "just") else start
    if document.lower[opens] not in PREPOSITIONS or not document.outside(end - 1):
        return end
    if end >= document.size or document.words[end] != "," or len(made.content) > 1:
        return end
    if document.sentence[end] != document.sentence[start]:
        return end
    if clauses.verb_inside(document, start, end):
        return end
    return around.final(document, document.sentences[document.sentence[end]][1])


def _inside_bracket(document: Document, made: Draft, start: int, end: int) -> int:
    """ "a song (which Lind says is old) was ...": no further than the bracket."""
    if start <= made.anchor:
        return end
    depth = 0
    for at in range(start, end):
        if document.words[at] == "(":
            depth += 1
        elif document.words[at] == ")" and document.outside(at):
            depth -= 1
            if depth < 0:
                return at if at > start else end
    return end


def _inside_pair(document: Document, made: Draft, start: int, end: int) -> int:
    """ "Lind — who has doubted her skill — is known": no further than the second dash."""
    if start <= made.anchor or not document.outside(start):
        return end
    close = next(
        (
            n
            for n in range(start, end)
            if document.words[n] in others.DASHES and document.outside(n)
        ),
        None,
    )
    if close is None:
        return end
    first = document.sentences[document.sentence[made.anchor]][0]
    opened = sum(
        document.words[at] in others.DASHES and document.outside(at) for at in range(first, start)
    )
    return close if opened % 2 else end


def _before_source(document: Document, made: Draft, start: int, end: int) -> int:
    """ "“...,” her press aide, Ana Moss, said": the description is no part of the words."""
    source = made.source
    if source is None or document.region[start] < 0 or document.region[end - 1] >= 0:
        return end
    if not 0 <= source[0] - end <= 1 or document.sentence[end - 1] != document.sentence[source[0]]:
        return end
    for at in range(end - 1, start, -1):
        if document.region[at] >= 0:
            return end
        if document.is_mark[at]:
            closed = document.words[at - 1][-1] in ",?!"
            plain = not clauses.sure_verb(document, at + 1, end)
            return at if closed and plain and document.region[at - 1] >= 0 else end
    return end
