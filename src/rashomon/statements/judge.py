"""A second look at every attribution found: how likely is it whole and under its source?

A linear model over what the rules and the tagger gave for one cue: how sure the cue is, how long
the content is and where it begins, whether the two agree, what else claims the same words.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

import numpy as np

from rashomon.statements import settings, standing
from rashomon.statements.document import Document, Range
from rashomon.statements.drafts import Draft
from rashomon.statements.features import Ints, Layout, Tokens, sums
from rashomon.statements.standing import KINDS
from rashomon.statements.vocabulary import TAGS, Vocabulary

_CHANCES = (0.12, 0.2, 0.28, 0.36, 0.44, 0.52, 0.6, 0.7, 0.8, 0.9, 0.96, 0.99)
_LENGTHS = (2, 3, 4, 6, 9, 13, 18, 26, 40, 70)
_STEPS = (-40, -20, -8, -3, -1, 0, 1, 2, 3, 5, 9, 16)
_SHARES = (0.01, 0.25, 0.5, 0.75, 0.99)
RULED, TAGGED = 1, 2


def _parts(made: Draft) -> list[Range]:
    """The tokens of a content as ranges in order that do not touch."""
    parts: list[Range] = []
    for start, end in sorted(part for part in made.content if part[0] < part[1]):
        if parts and start <= parts[-1][1]:
            parts[-1] = (parts[-1][0], max(end, parts[-1][1]))
        else:
            parts.append((start, end))
    return parts


def _shared(one: list[Range], other: list[Range]) -> int:
    """How many tokens two contents have in common."""
    return sum(
        max(0, min(end, last) - max(start, first)) for start, end in one for first, last in other
    )


def _rivals(held: list[list[Range]]) -> list[list[int]]:
    """For each content those that share tokens with it; of very many, those that begin nearest."""
    rivals: list[list[int]] = [[] for _ in held]
    still: list[int] = []
    for number in sorted((n for n, parts in enumerate(held) if parts), key=lambda n: held[n][0]):
        start = held[number][0][0]
        still = [n for n in still if held[n][-1][1] > start][-settings.MOST_RIVALS :]
        for other in still:
            if _shared(held[number], held[other]):
                rivals[number].append(other)
                rivals[other].append(number)
        still.append(number)
    return rivals


def _nested(size: int, drafts: list[tuple[Draft, int]], held: list[list[Range]]) -> set[int]:
    """Anchors that stand in the content of another cue."""
    steps, own = [0] * (size + 1), dict[int, int]()
    for (made, _), parts in zip(drafts, held, strict=True):
        for start, end in parts:
            steps[start] += 1
            steps[end] -= 1
            own[made.anchor] = own.get(made.anchor, 0) + (start <= made.anchor < end)
    holders = list(accumulate(steps))
    return {
        at
        for at in {made.anchor for made, _ in drafts}
        if 0 <= at < size and holders[at] > own.get(at, 0)
    }


def features(
    document: Document,
    tokens: Tokens,
    known: Vocabulary,
    drafts: list[tuple[Draft, int]],
    chances: dict[int, float],
    layout: Layout,
) -> Ints:
    """One row for each (draft, origin); origin is RULED, TAGGED, or 0 without a cue."""
    held = [_parts(made) for made, _ in drafts]
    sizes_of = [sum(end - start for start, end in parts) for parts in held]
    beside, inside = _rivals(held), _nested(document.size, drafts, held)
    in_marks = sums(tokens.inside).tolist()
    by_anchor: dict[int, list[int]] = {}
    for number, (made, _) in enumerate(drafts):
        by_anchor.setdefault(made.anchor, []).append(number)
    rows: list[list[int]] = []
    for number, (made, origin) in enumerate(drafts):
        own, length = held[number], sizes_of[number]
        anchor = made.anchor
        chance = chances.get(anchor, 0.0) if anchor >= 0 else 0.0
        agree = 0
        for other in by_anchor[anchor] if anchor >= 0 else ():
            if other != number:
                common = _shared(own, held[other])
                agree = 1 + bisect_right(_SHARES, common / (length + sizes_of[other] - common))
        rivals = 0.0
        for other in beside[number]:
            rival = drafts[other][0].anchor
            if rival != anchor and chances.get(rival, 0.0) >= chance:
                common = _shared(own, held[other])
                rivals = max(rivals, common / (length + sizes_of[other] - common))
        nested = int(anchor in inside)
        start, last = made.content[0][0], made.content[-1][1]
        step = start - anchor if start > anchor else min(-1, last - 1 - anchor)
        quoted = sum(in_marks[end] - in_marks[first] for first, end in own) / length
        quote = 0 if quoted < 0.02 else 2 if quoted > 0.9 else 1
        source = made.source
        source_tag = int(tokens.tag[source[1] - 1]) if source else 39
        source_step = 0
        if source and anchor >= 0:
            gap = anchor - source[1] if source[0] < anchor else source[0] - anchor
            source_step = 1 + bisect_right((1, 2, 3, 5, 9), gap) + (6 if source[0] > anchor else 0)
        cue = int(tokens.cue[anchor]) if anchor >= 0 else 0
        cue_tag = int(tokens.tag[anchor]) if anchor >= 0 else 39
        kind, opening = standing.kind(document, made), standing.opening(document, made)
        named, group = standing.source(document, made), standing.group(document, made)
        gap, verb = standing.gap(document, made), standing.has_verb(document, made)
        rows.append(
            [
                bisect_right(_CHANCES, chance) * 3 + origin,
                cue,
                cue_tag * 3 + origin,
                bisect_right(_LENGTHS, length) * 3 + quote,
                int(tokens.tag[start]) * 3 + quote,
                int(tokens.tag[last]) if last < tokens.size else 35,
                int(tokens.tag[start - 1]) if start else 35,
                bisect_right(_STEPS, step) * 3 + quote,
                min(len(made.content), 4) * 3 + quote,
                source_tag,
                source_step * 3 + quote,
                min(source[1] - source[0], 9) if source else 0,
                agree * 3 + origin,
                bisect_right(_SHARES, rivals) * 3 + quote,
                nested * 3 + quote,
                int(tokens.word[start]),
                int(tokens.word[source[1] - 1]) if source else 0,
                cue * 3 + quote,
                int(made.denied) * 3 + origin,
                (bisect_right(_LENGTHS, length) * TAGS + cue_tag),
                agree * 13 + bisect_right(_CHANCES, chance),
                int(tokens.starts[start]) * 3 + quote,
                (kind * standing.OPENINGS + opening) * 2 + verb,
                kind * standing.SOURCES + named,
                cue * standing.OPENINGS + opening,
                cue * standing.GROUPS + group,
                cue * standing.SOURCES + named,
                kind * standing.GROUPS + group,
                standing.lead(document, made) * KINDS + kind,
                gap * KINDS + kind,
                standing.ending(document, made) * standing.OPENINGS + opening,
                standing.sentence(document, made) * KINDS + kind,
                named * standing.GROUPS + group,
                (opening * standing.GAPS + gap) * 3 + origin,
            ]
        )
    words, cues = len(known.words) + 1, len(known.cues) + 1
    sizes = (
        13 * 3, cues, TAGS * 3, 33, TAGS * 3, TAGS, TAGS, 13 * 3, 15, TAGS, 13 * 3, 10, 7 * 3, 18,
        6, words, words, cues * 3, 6, 11 * TAGS, 7 * 13, 6,
        KINDS * standing.OPENINGS * 2, KINDS * standing.SOURCES, cues * standing.OPENINGS,
        cues * standing.GROUPS, cues * standing.SOURCES, KINDS * standing.GROUPS,
        standing.LEADS * KINDS, standing.GAPS * KINDS, standing.ENDS * standing.OPENINGS,
        standing.SENTENCES * KINDS, standing.SOURCES * standing.GROUPS,
        standing.OPENINGS * standing.GAPS * 3,
    )  # fmt: skip
    table = np.array(rows, dtype=np.int64).reshape(len(rows), len(sizes))
    return layout.shift(table, sizes)


def score(table: Ints, weights: np.ndarray) -> list[float]:
    """The chance of each row."""
    total = weights.take(table).sum(axis=1) + weights[-1]
    result: list[float] = (1 / (1 + np.exp(-np.clip(total, -30, 30)))).tolist()
    return result
