"""A look at the lines above each article that was found: headline, standfirst, byline, or none.

What a line above an article is shows best once the article is known: whether its words come again
in it, and what stands at the same place above the page's other articles.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.flattened import labels
from rashomon.reading.flattened.features import COLUMN, Matrix
from rashomon.reading.flattened.labels import Scores
from rashomon.reading.flattened.lexicon import Lexicon, overlap, union
from rashomon.reading.flattened.settings import HEAD_LINES, HEAD_WORDS, HEADS_WEIGHT, LEAST

# What a line in a head is told to be; the forest's classes in this order.
PARTS = (
    labels.OTHER, labels.TITLE, labels.STANDFIRST, labels.META, labels.BODY, labels.SUBHEAD,
)  # fmt: skip
_SEEN = (
    "chars", "words", "terminal", "question", "colon", "caps", "title_case", "articles", "auxiliaries",
    "verbal", "commas", "digits", "name_line", "age", "date", "byline", "role", "caption", "copies",
    "copy_near", "quote", "quotes", "blank", "blank_after", "bullet", "list_head", "more", "more_inline",
    "furniture", "numbered", "dateline", "sentences", "second", "separators", "sponsored", "comment",
    "credit", "note", "quotes_page", "told_later", "begins_next", "title_in_next", "same_template",
    "blank_excess", "head_like", "prose", "recurs_more", "weekday", "opens_a", "opens_the", "relative",
)  # fmt: skip
HEADS = (
    *_SEEN,
    *(f"chance_{labels.LABELS[k]}" for k in range(len(labels.LABELS))),
    "distance", "lines", "in_body", "in_right", "in_left", "in_lead", "lead_words", "right_units",
    "rest_title", "rest_standfirst", "longest", "longer", "above_title", "below_title", "below_standfirst",
    "same_title", "same_standfirst", "same_meta", "same_other", "page_titled", "page_standfirst", "page_starts",
    "title_words", "title_terminal", "title_case", "title_caps", "alike_words",
)  # fmt: skip
_COLUMNS = [COLUMN[name] for name in _SEEN]


def head_lines(path: Sequence[int], features: Matrix) -> list[tuple[int, int]]:
    """Pairs (line, first unit of the article below it): all that may be a part of its head."""
    found: list[tuple[int, int]] = []
    words = features[:, COLUMN["words"]]
    sentences = features[:, COLUMN["sentences"]]
    for k, state in enumerate(path):
        if state != labels.F:
            continue
        for j in range(k - 1, max(-1, k - 1 - HEAD_LINES), -1):
            if words[j] > HEAD_WORDS or path[j] == labels.Z:
                break
            if path[j] in (labels.F, labels.B) and (sentences[j] > 0 or words[j] > 3.3):
                break
            found.append((j, k))
    return found


def measure_heads(
    lines: Sequence[tuple[int, int]],
    scores: NDArray[np.float64],
    path: Sequence[int],
    features: Matrix,
    lexicon: Lexicon,
) -> Matrix:
    """One row for each of `lines`, columns as in `HEADS`."""
    rows = np.zeros((len(lines), len(HEADS)), dtype=np.float32)
    if not lines:
        return rows
    at = {name: i for i, name in enumerate(HEADS)}
    units = [j for j, _ in lines]
    rows[:, : len(_SEEN)] = features[np.ix_(units, _COLUMNS)]
    chances = np.exp(scores)
    rows[:, len(_SEEN) : len(_SEEN) + len(labels.LABELS)] = chances[units]
    starts = sorted({k for _, k in lines})
    groups: dict[int, list[int]] = {k: [] for k in starts}
    for j, k in lines:
        groups[k].append(j)
    pieces = _pieces(path, starts)
    kinds = _kinds(starts, path)
    titled = [k for k in starts if labels.TITLE in kinds[k].values()]
    chosen = [
        j for k in titled for j in groups[k] if path[j] == labels.T
    ]  # fmt: skip
    usual = features[chosen].mean(axis=0) if chosen else None
    words = features[:, COLUMN["words"]].tolist()
    title, standfirst = (chances[:, x].tolist() for x in (labels.TITLE, labels.STANDFIRST))
    contents = lexicon.contents
    told = {k: union(contents, pieces[k][:30]) for k in starts}
    earlier = {k: union(contents, pieces[i][-30:]) for i, k in pairwise(starts)}
    headed = {k for k in starts if labels.STANDFIRST in kinds[k].values()}
    for row, (j, k) in zip(rows, lines, strict=True):
        bag = contents[j]
        mates = [i for i in groups[k] if i != j]
        row[at["distance"]], row[at["lines"]] = k - j, len(mates) + 1
        row[at["in_body"]] = path[j] in (labels.B, labels.H)
        row[at["in_right"]] = overlap(bag, told[k])
        row[at["in_left"]] = overlap(bag, earlier.get(k, 0))
        row[at["in_lead"]] = overlap(bag, contents[k])
        row[at["lead_words"]] = words[k]
        row[at["right_units"]] = min(len(pieces[k]), 40)
        if mates:
            row[at["rest_title"]] = max(title[i] for i in mates)
            row[at["rest_standfirst"]] = max(standfirst[i] for i in mates)
            longest = max(words[i] for i in mates)
            row[at["longest"]] = words[j] >= longest
            row[at["longer"]] = words[j] - longest
            above, below = [i for i in mates if i < j], [i for i in mates if i > j]
            if above:
                row[at["above_title"]] = max(title[i] for i in above)
            if below:
                row[at["below_title"]] = max(title[i] for i in below)
                row[at["below_standfirst"]] = max(standfirst[i] for i in below)
        if len(starts) > 1:
            others = len(starts) - 1
            same = [kinds[i].get(k - j, -1) for i in starts if i != k]
            for name, part in (
                ("same_title", labels.TITLE), ("same_standfirst", labels.STANDFIRST),
                ("same_meta", labels.META), ("same_other", labels.OTHER),
            ):  # fmt: skip
                row[at[name]] = same.count(part) / others
            row[at["page_titled"]] = (len(titled) - (k in titled)) / others
            row[at["page_standfirst"]] = (len(headed) - (k in headed)) / others
    rows[:, at["page_starts"]] = min(len(starts), 12)
    if usual is not None:
        rows[:, at["title_words"]] = usual[COLUMN["words"]]
        rows[:, at["title_terminal"]] = usual[COLUMN["terminal"]]
        rows[:, at["title_case"]] = usual[COLUMN["title_case"]]
        rows[:, at["title_caps"]] = usual[COLUMN["caps"]]
        rows[:, at["alike_words"]] = features[units, COLUMN["words"]] - usual[COLUMN["words"]]
    return rows


def settle_heads(
    scores: Scores, lines: Sequence[tuple[int, int]], odds: NDArray[np.float64]
) -> Scores:
    """`scores` with the parts of `lines` as the forest's `odds` (lines by `PARTS`) see them.

    The parts keep the chance that they had together.
    """
    settled = scores.copy()
    places = np.ix_([j for j, _ in lines], PARTS)
    before = scores[places]
    together = np.logaddexp.reduce(before, axis=1, keepdims=True)
    logs = odds - np.logaddexp.reduce(odds, axis=1, keepdims=True)
    mixed = HEADS_WEIGHT * logs + (1 - HEADS_WEIGHT) * (before - together)
    mixed -= np.logaddexp.reduce(mixed, axis=1, keepdims=True)
    settled[places] = np.maximum(mixed, math.log(LEAST)) + together
    return settled


def _pieces(path: Sequence[int], starts: Sequence[int]) -> dict[int, list[int]]:
    """For each article's first unit its body's units, up to the next article."""
    found: dict[int, list[int]] = {k: [] for k in starts}
    current: list[int] | None = None
    for k, state in enumerate(path):
        if k in found:
            current = found[k]
        if current is not None and state in (labels.F, labels.B):
            current.append(k)
    return found


def _kinds(starts: Sequence[int], path: Sequence[int]) -> dict[int, dict[int, int]]:
    """What the walk made of the units at each distance above each article's first."""
    return {
        k: {
            k - j: int(labels.LABEL_OF[path[j]])
            for j in range(max(0, k - HEAD_LINES), k)
        }
        for k in starts
    }  # fmt: skip
