"""Attributions by rules: cue words, quotation marks and the order of what stands around them."""

from __future__ import annotations

from rashomon.statements import around, clauses, frames, leads, sources
from rashomon.statements.document import Document, Range
from rashomon.statements.drafts import Draft
from rashomon.statements.lexicon import AMBIGUOUS, Cue, forms
from rashomon.statements.settings import MAX_SENTENCE
from rashomon.statements.words import (
    BE,
    DETERMINERS,
    NEGATIONS,
    TIMES,
)

# Determiners that may be a subject of their own.
PLURAL_SUBJECTS = frozenset("some many few most all both others these those several".split())


def draft(document: Document) -> list[Draft]:
    """Attributions that have a cue word, in the order of their cues."""
    table = forms()
    found: list[Draft] = []
    for first, last in document.sentences:
        if last - first > MAX_SENTENCE:
            continue
        in_sentence: list[Draft] = []
        for token, lower in enumerate(document.lower[first:last], first):
            cues = table.get(lower)
            if cues is None or not document.outside(token):
                continue
            made = _at(document, token, cues, first, last, in_sentence)
            if made is not None:
                in_sentence.append(made)
        found.extend(in_sentence)
    return found


def _at(
    document: Document,
    token: int,
    cues: tuple[Cue, ...],
    first: int,
    last: int,
    before: list[Draft],
) -> Draft | None:
    """The attribution of the cue word at `token`, of the first reading that fits."""
    for cue in cues:
        end = token + 1 + len(cue.rest)
        if end > last or tuple(document.lower[token + 1 : end]) != cue.rest:
            continue
        if cue.kind == "P":
            return _according(document, token, end, first, last, cue)
        made = _verb(document, token, end, first, last, cue, before)
        if made is not None:
            return made
    return None


def _according(
    document: Document, token: int, end: int, first: int, last: int, cue: Cue
) -> Draft | None:
    source = sources.after(document, end, last)
    if source is None:
        return None
    stop = source[1]
    # An apposition after the source: ", a senior official,"
    tail = stop
    while tail < last and document.words[tail] not in ",;:" and not document.is_mark[tail]:
        tail += 1
    opening = token == first or (
        token - first <= 3
        and all(
            document.lower[at] in ("but", "and", "however", ",", "meanwhile")
            for at in range(first, token)
        )
    )
    content: list[Range] = []
    if opening:
        if tail >= last:
            return None
        start = tail + (0 if document.is_mark[tail] else 1)
        finish = clauses.end_of(document, start, around.final(document, last))
        # ", a spokesman for the ministry, the plan": past the apposition.
        span = document.trim((start, finish))
        if span is not None:
            content.append(span)
    else:
        head = (
            token - 1
            if document.words[token - 1] == "," or document.words[token - 1] in "–—("
            else token
        )
        begin = first
        for at in range(token - 1, first, -1):
            if document.words[at] == ";" and document.outside(at):
                begin = at + 1
                break
        span = document.trim((begin, head))
        if span is not None:
            content.append(span)
        if (
            (
                tail < last - 3
                and document.words[tail] == ","
                and document.lower[tail + 1]
                not in ("who", "which", "and", "but", "a", "the", "as", "while", "adding")
            )
            and document.outside(tail + 1)
            and document.words[tail + 1][0].islower()
        ):
            rest = document.trim(
                (tail + 1, clauses.end_of(document, tail + 1, around.final(document, last)))
            )
            if rest is not None:
                content.append(rest)
    if not content:
        return None
    return frames.made_of(document, content, source, (token, end), cue, False)


def _verb(
    document: Document, token: int, end: int, first: int, last: int, cue: Cue, before: list[Draft]
) -> Draft | None:
    head = around.group_start(document, token, first)
    group = document.lower[head:token]
    has_be = not BE.isdisjoint(group)
    negated = not NEGATIONS.isdisjoint(group)
    previous = document.lower[head - 1] if head > first else ""
    ambiguous = document.lower[token] in AMBIGUOUS and head == token
    final = around.final(document, last)
    if previous == "to":
        if head - 2 >= first and document.lower[head - 2] in (
            "declined",
            "refused",
            "failed",
            "able",
            "wants",
            "want",
        ):
            return None
        if "q" not in cue.frames:
            return None
    if group[:1] in (["'s"], ["’s"]) and previous in TIMES:
        return None  # "at Thursday's hearing"
    if cue.form == "ing" and not has_be:
        return _participle(document, token, head, end, first, final, cue, before)
    if cue.form == "base" and not around.base_ok(document, head, token, first):
        return None
    if cue.form == "past" and has_be:
        return None  # passive: who spoke stands elsewhere, if at all
    if ambiguous and not around.is_verb(document, token, end, first):
        return None
    if head == token and previous in DETERMINERS and previous not in PLURAL_SUBJECTS:
        return None  # "the alleged plot", "a proposed ban"
    floor = around.floor(document, head, first)
    subject_end = around.before_time(document, head, floor)
    source = sources.before(document, subject_end, floor) if subject_end > floor else None
    if (
        source is not None
        and source[1] - source[0] == 1
        and document.lower[source[0]].endswith("ing")
        and document.words[source[0]][0].islower()
    ):
        source = None
    if (
        source is not None
        and source[0] not in (first, floor)
        and frames.names_speaker(document, head, token, end, first, final, cue)
    ):
        source = None  # "Until Orsk, the law was obscure, said Bo Lind, a lawyer"
    if floor == first and (named := leads.opening_name(document, first, head)) is not None:
        told = clauses.content_after(document, end, final, cue) is not None
        source = named if told and (source is None or source[0] >= named[1]) else source
    if source is None and previous in ("and", "but", "or") and before and cue.form in ("past", "s"):
        source = before[-1].source  # "... and added that"
    quoted = around.quoted_before(document, source[0] if source else head)
    if (
        source is not None
        and document.lower[source[0]] in ("i", "you", "we")
        and source[1] - source[0] == 1
        and (cue.kind != "S" or document.lower[source[0]] == "you")
    ):
        return None  # the writer's own voice
    inverted: Range | None = None
    if source is None and "q" in cue.frames and cue.form in ("past", "s"):
        inverted = sources.after(document, clauses.skip_time(document, end, final), final)
    # What follows the verb.
    start = (
        clauses.content_after(document, end, final, cue) if (source or inverted is None) else None
    )
    if start is None and source is not None:
        start = frames.other_frames(document, end, final, cue)
    comma = around.comma_before(document, source[0] if source else head, first)
    before_fits = start is None or source is None or not document.is_mark[start]
    if quoted >= 0 and before_fits and ("q" in cue.frames or cue.lemma in frames.CLOSERS):
        hearer = start is None and "o" in cue.frames
        if inverted or (source and (hearer or around.closes(document, end, final))):
            return frames.quotation_before(
                document, quoted, source or inverted, (head, end), cue, first, negated
            )
    if start is not None and source is not None:
        content = frames.content_from(document, start, final)
        if content is not None:
            parts = [content]
            if quoted >= 0 and document.is_mark[start] and document.words[end] == ",":
                # "We came," she said, "and we stayed."
                opened = document.trim(document.region_tokens[quoted])
                parts = [opened, content] if opened is not None else parts
            return frames.made_of(document, parts, source, (head, end), cue, negated)
    if (
        comma is not None
        and (cue.lemma in frames.CLOSERS or "c" in cue.frames)
        and (source or inverted)
    ):
        if source is not None and not around.closes(document, end, final):
            return None
        return frames.clause_before(
            document, comma, source or inverted, (head, end), cue, (first, final), negated
        )
    if (
        source is not None
        and start is None
        and end + 2 < final
        and document.words[end] == ","
        and around.as_before(document, source[0], first)
    ):
        # "As the paper reported, CONTENT"
        span = document.trim((end + 1, clauses.end_of(document, end + 1, final)))
        if span is not None:
            return frames.made_of(document, [span], source, (head, end), cue, negated)
    return None


def _participle(
    document: Document,
    token: int,
    head: int,
    end: int,
    first: int,
    final: int,
    cue: Cue,
    before: list[Draft],
) -> Draft | None:
    """ ", adding that ...": its source is that of the clause it hangs on."""
    previous = document.lower[head - 1] if head > first else ""
    if previous in (
        "of",
        "to",
        "from",
        "in",
        "about",
        "the",
        "a",
        "an",
        "his",
        "her",
        "their",
        "on",
        "with",
        "'s",
        "’s",
    ):
        return None
    source: Range | None = None
    if (
        previous not in (",", "and", "but", "by", "after", "while", "for", "before", "without", "")
        and document.words[head - 1][0].isalnum()
    ):
        lows = document.lower[max(first, head - 8) : head]
        if "with" in lows:
            source = sources.before(document, head, first)
        else:
            return None
    start = clauses.content_after(document, end, final, cue)
    if start is None and (
        "n" in cue.frames
        or "a" in cue.frames
        or "A" in cue.frames
        or "O" in cue.frames
        or "i" in cue.frames
    ):
        start = frames.other_frames(document, end, final, cue)
    if start is None:
        return None
    if source is None:
        for earlier in reversed(before):
            if (
                earlier.source is not None
                and earlier.kind != "P"
                and not around.is_aside(document, earlier)
            ):
                source = earlier.source
                break
    if source is None:
        source = around.subject(document, first, head, final)
    content = frames.content_from(document, start, final)
    if content is None:
        return None
    return frames.made_of(document, [content], source, (head, end), cue, False)
