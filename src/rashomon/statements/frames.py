"""What a cue may stand beside: a quotation, a clause, a thing, an infinitive, a name after "said"."""

from __future__ import annotations

from rashomon.statements import around, clauses, sources
from rashomon.statements.document import Document, Range
from rashomon.statements.drafts import Draft
from rashomon.statements.lexicon import Cue
from rashomon.statements.words import (
    AUXILIARIES,
    BODY_NOUNS,
    DETERMINERS,
    PERSON_NOUNS,
    PREPOSITIONS,
)

# Lemmas that attribute whatever clause or quotation stands beside them.
CLOSERS = frozenset(
    "say add state claim write note report announce explain stress warn argue insist declare "
    "believe think reply respond tell admit confirm allege maintain tweet post recall continue "
    "emphasize emphasise observe remark estimate suggest assert acknowledge conclude predict urge "
    "joke quip indicate reveal complain contend boast comment".split()
)
# What follows the comma after a cue and does not go on with the content.
_NO_REST = frozenset(
    "who which while when after as though although in at according but and citing".split()
)


def names_speaker(
    document: Document, head: int, token: int, end: int, first: int, final: int, cue: Cue
) -> bool:
    """Whether a clause ends with ", said NAME": the name after the verb is the speaker's."""
    if (
        head != token
        or document.words[head - 1] != ","
        or cue.lemma not in CLOSERS
        or "o" in cue.frames
        or cue.form not in ("past", "s")
        or not clauses.sure_verb(document, first, head)
    ):
        return False
    start = clauses.skip_time(document, end, final)
    named = sources.after(document, start, final)
    if named is None or not (
        document.words[named[1] - 1][0].isupper()
        or document.lower[named[1] - 1] in PERSON_NOUNS | BODY_NOUNS
    ):
        return False
    return named[1] >= final or document.words[named[1]] in (",", "(", ";")


def clause_before(
    document: Document,
    comma: int,
    source: Range | None,
    cue_span: Range,
    cue: Cue,
    sentence: Range,
    negated: bool,
) -> Draft | None:
    """CLAUSE, X said; and CLAUSE, X said, REST."""
    first, final = sentence
    span = clauses.start_before(document, comma, first)
    trimmed = document.trim(span) if span is not None else None
    if trimmed is None:
        return None
    content = [trimmed]
    end = cue_span[1]
    if source is not None and end + 2 < final and document.words[end] == ",":
        following = document.lower[end + 1]
        if (
            document.words[end + 1][0].islower()
            and document.outside(end + 1)
            and not following.endswith("ing")
            and following not in _NO_REST
        ):
            rest = document.trim((end + 1, clauses.end_of(document, end + 1, final)))
            if rest is not None:
                content.append(rest)
    if len(content) == 1 and trimmed[1] - trimmed[0] < 2:
        return None
    return made_of(document, content, source, cue_span, cue, negated)


def quotation_before(
    document: Document,
    number: int,
    source: Range | None,
    cue_span: Range,
    cue: Cue,
    first: int,
    negated: bool,
) -> Draft | None:
    """ "...," he said: the quotation, with unquoted words before it in its sentence."""
    inner = document.region_tokens[number]
    mark = inner[0] - 1
    start = inner[0]
    first_of_quote = document.sentences[document.sentence[max(mark, 0)]][0]
    if mark > first_of_quote:
        # Unquoted words before it: "The bridge is a "gift to thieves," she said".
        begin = first_of_quote
        before = document.words[mark - 1]
        if before not in ":" and not (
            before == "," and clauses.speech_form(document, mark - 2, ("past", "s", "ing"))
        ):
            for at in range(mark - 1, first_of_quote, -1):
                if document.words[at] == ";" and document.outside(at):
                    begin = at + 1
                    break
            start = begin
    span = document.trim((start, inner[1]))
    if span is None:
        return None
    return made_of(document, [span], source, cue_span, cue, negated)


def content_from(document: Document, start: int, final: int) -> Range | None:
    if document.is_mark[start]:
        number = around.region_start(document, start)
        if number >= 0:
            inner = document.region_tokens[number]
            after = inner[1] + 1
            ended = inner[1] > inner[0] and document.words[inner[1] - 1][-1] in ".,!?…"
            if (
                inner[1] >= final - 1
                or ended
                or after >= final
                or document.words[after] in ".,;:!?)–—"
            ):
                return document.trim(inner)
    finish = clauses.end_of(document, start, final)
    # A quotation that runs past the sentence belongs to it whole.
    if finish > start and finish - 1 < document.size and document.region[finish - 1] >= 0:
        finish = max(finish, document.region_tokens[document.region[finish - 1]][1])
    return document.trim((start, finish))


def other_frames(document: Document, end: int, final: int, cue: Cue) -> int | None:
    """The start of a noun phrase, infinitive or label after the verb, as its frames allow."""
    at = clauses.skip_time(document, end, final)
    if at >= final:
        return None
    lower, word = document.lower[at], document.words[at]
    if "i" in cue.frames and lower == "to" and at + 1 < final:
        return at
    if "A" in cue.frames and lower != "as" and "as" not in document.lower[at : min(final, at + 14)]:
        return None
    if "a" in cue.frames or "A" in cue.frames:
        if lower == "as" and at + 1 < final:
            return at + 1
        if (
            document.is_mark[at]
            or word[0].isupper()
            or lower in DETERMINERS
            or lower in ("it", "him", "her", "them", "himself", "herself")
        ):
            return at
    if ("n" in cue.frames or "O" in cue.frames) and (
        document.is_mark[at]
        or word[0].isupper()
        or lower in DETERMINERS
        or lower in ("it", "him", "her", "them", "us", "what", "whether", "how")
        or (
            word[0].islower()
            and lower not in PREPOSITIONS
            and lower not in AUXILIARIES
            and lower not in ("and", "or", "but", "that", "to")
        )
    ):
        if (
            "O" in cue.frames
            and "n" not in cue.frames
            and "to" not in document.lower[at : min(final, at + 12)]
        ):
            return None
        return at
    return None


def made_of(
    document: Document,
    content: list[Range],
    source: Range | None,
    cue_span: Range,
    cue: Cue,
    negated: bool,
) -> Draft:
    anchor = cue_span[1] - 1 - len(cue.rest)
    opening = content[0][0] - 1
    return Draft(
        content, source, cue_span, cue.lemma, cue.kind, around.denied(cue, negated),
        around.regions_of(document, content), anchor=anchor,
        weak=cue.weak,
        plain=opening > anchor and document.lower[opening] in ("that", ":"),
    )  # fmt: skip
