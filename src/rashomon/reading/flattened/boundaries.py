"""A second look at where articles begin, with the whole pieces on both sides in view.

The first walk sees a few units around each place. Here each place at which an article may begin
is measured against all that would stand before and after it: whether they share words, names and
a headline; and how alike the page's pieces are anyway.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.flattened import labels
from rashomon.reading.flattened.features import COLUMN, Matrix
from rashomon.reading.flattened.lexicon import Lexicon, overlap, union
from rashomon.reading.flattened.settings import SECOND_LOOK

BOUNDARY = (
    "chosen", "odds", "title_odds_before", "left_units", "right_units", "left_words", "right_words",
    "like", "like_near", "like_page", "like_over_page", "left_title", "left_title_left",
    "left_title_right", "right_title", "right_title_right", "right_title_left", "title_versus",
    "gap_units", "gap_more", "gap_meta", "gap_other", "gap_since_more", "reintroduced",
    "new_names", "names_known", "pronoun", "quote", "lower", "dateline", "dateline_date",
    "left_terminal", "left_credit", "copies_title", "title_words", "title_case", "title_caps",
    "title_terminal", "title_question", "blank", "page_pieces", "page_titled", "relative",
    "lead_words", "left_last_words", "first_chance", "repeat_start", "repeat_end", "gap_subhead",
    "pair_names", "title_standfirst", "style_alike", "style_titles", "style_subheads",
    "style_words", "excess", "excess_head",
)  # fmt: skip


def candidates(scores: NDArray[np.float64], path: Sequence[int], features: Matrix) -> list[int]:
    """Units of a body that begin an article, or might: those worth a second look."""
    prose = features[:, COLUMN["prose"]] > 0
    found = []
    for k, state in enumerate(path):
        chance = math.exp(scores[k, labels.FIRST])
        if (
            state == labels.F
            or (state == labels.B and chance > SECOND_LOOK)
            or (state == labels.INSIDE and prose[k] and chance > SECOND_LOOK)
        ):
            found.append(k)
    return found


def measure_boundaries(
    places: Sequence[int],
    scores: NDArray[np.float64],
    path: Sequence[int],
    features: Matrix,
    lexicon: Lexicon,
) -> Matrix:
    """One row for each of `places`, columns as in `BOUNDARY`."""
    n = len(path)
    starts = [k for k in range(n) if path[k] == labels.F]
    bodies = [k for k in range(n) if path[k] in (labels.F, labels.B)]
    piece_of = np.searchsorted(starts, np.arange(n), side="right")
    bags = [
        union(lexicon.contents, bodies_between(bodies, start, stop)[:30])
        for start, stop in zip(starts, [*starts[1:], n], strict=False)
    ]
    page_like = _page_likeness(lexicon, bags)
    titled = sum(1 for s in starts if s and path[s - 1] in (labels.T, labels.S, labels.M))
    styles = _styles(features)
    rows = np.zeros((len(places), len(BOUNDARY)), dtype=np.float32)
    at = {name: i for i, name in enumerate(BOUNDARY)}
    column = COLUMN
    for r, k in enumerate(places):
        row = rows[r]
        here = int(piece_of[k]) - 1  # the piece that holds or begins at k
        begin = starts[here] if here >= 0 else k
        chosen = path[k] == labels.F
        left_start = (starts[here - 1] if here > 0 else None) if chosen else begin
        if left_start is None:
            left: list[int] = []
        else:
            left = bodies_between(bodies, left_start, k)
        stop = starts[here + 1] if here + 1 < len(starts) else n
        right = bodies_between(bodies, k, stop)
        if not right or right[0] != k:
            right = [k, *right]
        near, far = left[-3:], right[:3]
        gap = list(range(left[-1] + 1, k)) if left else list(range(max(0, k - 6), k))
        left_bag = union(lexicon.contents, left[-40:])
        right_bag = union(lexicon.contents, right[:40])
        row[at["chosen"]] = chosen
        row[at["odds"]] = scores[k, labels.FIRST] - scores[k, labels.BODY]
        row[at["first_chance"]] = scores[k, labels.FIRST]
        row[at["left_units"]], row[at["right_units"]] = (
            math.log1p(len(left)),
            math.log1p(len(right)),
        )
        row[at["left_words"]] = math.log1p(sum(len(lexicon.tokens[j]) for j in left))
        row[at["right_words"]] = math.log1p(sum(len(lexicon.tokens[j]) for j in right))
        like = lexicon.likeness(left_bag, right_bag)
        row[at["like"]] = like
        row[at["like_near"]] = lexicon.likeness(
            union(lexicon.contents, near), union(lexicon.contents, far)
        )
        row[at["like_page"]] = page_like
        row[at["like_over_page"]] = like - page_like
        left_title = _title(left_start, path) if left_start is not None else None
        if left_title is not None:
            bag = lexicon.contents[left_title]
            row[at["left_title"]] = 1
            row[at["left_title_left"]] = overlap(bag, left_bag)
            row[at["left_title_right"]] = overlap(bag, right_bag)
        heads = [j for j in gap if features[j, column["head_like"]] > 0]
        if heads:
            j = max(heads[-3:], key=lambda j: scores[j, labels.TITLE])
            bag = lexicon.contents[j]
            row[at["right_title"]] = 1
            row[at["right_title_right"]] = overlap(bag, right_bag)
            row[at["right_title_left"]] = overlap(bag, left_bag)
            row[at["title_odds_before"]] = scores[j, labels.TITLE]
            row[at["title_standfirst"]] = scores[j, labels.STANDFIRST]
            row[at["gap_subhead"]] = scores[j, labels.SUBHEAD]
            row[at["excess_head"]] = max(features[i, column["blank_excess"]] for i in heads[-3:])
            row[at["style_words"]] = features[j, column["style_words"]]
            others = [i for i in styles.get(_style(features, j), []) if i != j]
            if others:
                chances = np.exp(scores[others])
                row[at["style_alike"]] = min(len(others), 12)
                row[at["style_titles"]] = chances[:, labels.TITLE].mean()
                row[at["style_subheads"]] = chances[:, labels.SUBHEAD].mean()
            for name, source in (
                ("copies_title", "copies"), ("title_words", "words"), ("title_case", "title_case"),
                ("title_caps", "caps"), ("title_terminal", "terminal"), ("title_question", "question"),
                ("gap_since_more", "since_more"),
            ):  # fmt: skip
                row[at[name]] = features[j, column[source]]
        else:
            row[at["title_odds_before"]] = row[at["title_standfirst"]] = -10
            row[at["gap_subhead"]] = -10
            row[at["gap_since_more"]] = features[k, column["since_more"]]
        row[at["title_versus"]] = (
            row[at["right_title_right"]] - row[at["right_title_left"]]
            - row[at["left_title_right"]] + row[at["left_title_left"]]
        )  # fmt: skip
        row[at["gap_units"]] = min(len(gap), 12)
        for j in gap[-8:]:
            row[at["gap_more"]] += features[j, column["more"]] + features[j, column["more_inline"]]
            row[at["gap_meta"]] += math.exp(scores[j, labels.META])
            row[at["gap_other"]] += math.exp(scores[j, labels.OTHER])
        known = union(lexicon.names, left[-12:])
        mine = lexicon.names[k]
        row[at["names_known"]] = overlap(union(lexicon.names, far), known)
        fulls_left = set().union(*(lexicon.fulls[j] for j in left[-40:]))
        new = [pair for pair in lexicon.fulls[k] if pair not in fulls_left]
        row[at["pair_names"]] = min(len(new), 5)
        row[at["reintroduced"]] = min(3, sum(pair[1].casefold() in known for pair in new))
        row[at["new_names"]] = 1 - overlap(mine, known) if mine else 0.5
        for name, source in (
            ("pronoun", "pronoun"), ("quote", "quote"), ("lower", "lower"), ("dateline", "dateline"),
            ("dateline_date", "dateline_date"), ("blank", "blank"), ("lead_words", "words"),
            ("relative", "relative"), ("excess", "blank_excess"), ("repeat_start", "repeat_start"), ("repeat_end", "repeat_end"),
        ):  # fmt: skip
            row[at[name]] = features[k, column[source]]
        if left:
            last = left[-1]
            row[at["left_terminal"]] = features[last, column["terminal"]]
            row[at["left_last_words"]] = features[last, column["words"]]
            row[at["left_credit"]] = features[last + 1 : k, column["credit"]].sum()
        row[at["page_pieces"]] = len(starts)
        row[at["page_titled"]] = titled / max(1, len(starts))
    return rows


def _style(features: Matrix, k: int) -> tuple[int, bool, bool]:
    """How a headline is set: its capitals and the empty lines around it."""
    row = features[k]
    kind = 2 if row[COLUMN["caps"]] > 0.8 else int(row[COLUMN["title_case"]] > 0.75)
    return kind, bool(row[COLUMN["blank"]] > 0), bool(row[COLUMN["blank_after"]] > 0)


def _styles(features: Matrix) -> dict[tuple[int, bool, bool], list[int]]:
    """The heads near prose by their style: what some of them are, the others probably are too."""
    groups: dict[tuple[int, bool, bool], list[int]] = {}
    near = (features[:, COLUMN["to_prose"]] <= 3) & (features[:, COLUMN["head_like"]] > 0)
    for k in np.flatnonzero(near):
        groups.setdefault(_style(features, int(k)), []).append(int(k))
    return groups


def bodies_between(bodies: list[int], start: int, stop: int) -> list[int]:
    """Body units from `start` up to `stop`."""
    low, high = np.searchsorted(bodies, [start, stop])
    return bodies[int(low) : int(high)]


def _title(start: int, path: Sequence[int]) -> int | None:
    """The headline or standfirst above a body's first unit."""
    k = start - 1
    best = None
    while k >= 0 and start - k <= 12 and path[k] in (labels.T, labels.S, labels.M, labels.BETWEEN):
        if path[k] == labels.T or (path[k] == labels.S and best is None):
            best = k
        k -= 1
    return best


def _page_likeness(lexicon: Lexicon, bags: list[frozenset[str]]) -> float:
    """Mean likeness of the page's pieces two apart (of neighbours where there are only two)."""
    step = 2 if len(bags) > 2 else 1
    pairs = [
        lexicon.likeness(a, b) for a, b in zip(bags, bags[step:], strict=False) if a and b
    ]  # fmt: skip
    return sum(pairs) / len(pairs) if pairs else 0.1
