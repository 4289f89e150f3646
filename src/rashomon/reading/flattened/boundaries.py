"""A second look at where articles begin, with the whole pieces on both sides in view.

The first walk sees a few units around each place. Here each place at which an article may begin
is measured against all that would stand before and after it: whether they share words, names and
a headline; and how alike the page's pieces are anyway.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.flattened import labels
from rashomon.reading.flattened.features import COLUMN, Matrix
from rashomon.reading.flattened.lexicon import Lexicon, overlap, union
from rashomon.reading.flattened.settings import HEAD_CHANCE, SECOND_LOOK

Marks = NDArray[np.bool_]

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
    "gap_here", "gap_depth", "gap_rank", "gap_left", "gap_right", "across", "weekday", "opens_a", "opens_the",
    "leans_left", "leans_own", "names_shared", "left_known", "head_taken", "title_chance", "subhead_chance", "left_weekday",
    "left_first", "right_new",
)  # fmt: skip
# Columns that are features of the unit itself, and of the head above it.
_OF_UNIT = (
    "pronoun", "quote", "lower", "dateline", "dateline_date", "blank", "lead_words", "relative",
    "excess", "repeat_start", "repeat_end", "gap_here", "gap_depth", "gap_rank", "across", "weekday",
    "opens_a", "opens_the",
)  # fmt: skip
_COLUMN_OF = {"lead_words": "words", "excess": "blank_excess", "gap_here": "gap"}
_OF_HEAD = (
    ("copies_title", "copies"), ("title_words", "words"), ("title_case", "title_case"),
    ("title_caps", "caps"), ("title_terminal", "terminal"), ("title_question", "question"),
    ("gap_since_more", "since_more"),
)  # fmt: skip


class _Told:
    """What the body units of a page tell: sets of content words as marks, one place a word."""

    def __init__(self, lexicon: Lexicon, bodies: list[int]) -> None:
        self.bodies = bodies
        self._weights = lexicon.by_word
        edges = np.searchsorted(lexicon.unit, np.arange(len(lexicon.tokens) + 1))
        self._words = [lexicon.word[a:b] for a, b in pairwise(edges.tolist())]
        rows = [self._words[k] for k in bodies]
        self._rows = np.concatenate(rows) if rows else lexicon.word[:0]
        self._edges = np.cumsum([0, *map(len, rows)]).tolist()

    def _marks(self, *words: NDArray[np.int64]) -> Marks:
        marks = np.zeros(len(self._weights), bool)
        for some in words:
            marks[some] = True
        return marks

    def before(self, k: int, count: int, most: int) -> Marks:
        """The words of the last `most` of the `count` body units before unit `k`."""
        stop = bisect_left(self.bodies, k)
        start = stop - min(count, most)
        return self._marks(self._rows[self._edges[start] : self._edges[stop]])

    def after(self, k: int, count: int, most: int) -> Marks:
        """The words of unit `k` and the body units from it on, `count` in all, at most `most`."""
        start = bisect_left(self.bodies, k)
        count = min(count, most)
        if start == len(self.bodies) or self.bodies[start] != k:
            count -= 1
        rows = self._rows[self._edges[start] : self._edges[start + count]]
        return self._marks(self._words[k], rows)

    def _heft(self, marks: Marks) -> float:
        return float(marks @ self._weights)

    def likeness(self, a: Marks, b: Marks) -> float:
        """Cosine of two sets of words, 0 to 1."""
        shared = self._heft(a & b)
        return shared / math.sqrt(self._heft(a) * self._heft(b)) if shared else 0.0

    def share(self, unit: int, marks: Marks) -> float:
        """The share of a unit's words that are marked; 0 where it has none."""
        words = self._words[unit]
        return int(np.count_nonzero(marks[words])) / len(words) if len(words) else 0.0

    def page(self, starts: list[int]) -> float:
        """Mean likeness of the page's pieces two apart (of neighbours where there are only two)."""
        edges = [bisect_left(self.bodies, start) for start in starts]
        pieces = [
            self._marks(self._rows[self._edges[a] : self._edges[min(b, a + 30)]])
            for a, b in pairwise([*edges, len(self.bodies)])
        ]
        step = 2 if len(pieces) > 2 else 1
        pairs = [
            self.likeness(a, b)
            for a, b in zip(pieces, pieces[step:], strict=False)
            if a.any() and b.any()
        ]
        return sum(pairs) / len(pairs) if pairs else 0.1


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
    told = _Told(lexicon, bodies)
    page_like = told.page(starts)
    titled = sum(1 for s in starts if s and path[s - 1] in (labels.T, labels.S, labels.M))
    styles = _styles(features)
    page = {"like_page": page_like, "page_pieces": len(starts), "page_titled": titled / max(1, len(starts))}  # fmt: skip
    rows = []
    for k in places:
        here = bisect_right(starts, k) - 1  # the piece that holds or begins at k
        begin = starts[here] if here >= 0 else k
        chosen = path[k] == labels.F
        left_start = (starts[here - 1] if here > 0 else None) if chosen else begin
        left = [] if left_start is None else bodies_between(bodies, left_start, k)
        stop = starts[here + 1] if here + 1 < len(starts) else n
        right = bodies_between(bodies, k, stop)
        if not right or right[0] != k:
            right = [k, *right]
        heads = _heads_above(left, features, scores)
        left = left[: len(left) - len(heads)]
        edge = heads[0] if heads else k
        left_bag, right_bag = told.before(edge, len(left), 40), told.after(k, len(right), 40)
        like = told.likeness(left_bag, right_bag)
        row = {
            **page,
            "chosen": chosen,
            "odds": scores[k, labels.FIRST] - scores[k, labels.BODY],
            "first_chance": scores[k, labels.FIRST],
            "left_units": math.log1p(len(left)),
            "right_units": math.log1p(len(right)),
            "left_words": math.log1p(sum(len(lexicon.tokens[j]) for j in left)),
            "right_words": math.log1p(sum(len(lexicon.tokens[j]) for j in right)),
            "like": like,
            "like_near": told.likeness(
                told.before(edge, len(left), 3), told.after(k, len(right), 3)
            ),
            "like_over_page": like - page_like,
        }
        left_title = _title(left_start, path) if left_start is not None else None
        if left_title is not None:
            row["left_title"] = 1
            row["left_title_left"] = told.share(left_title, left_bag)
            row["left_title_right"] = told.share(left_title, right_bag)
        gap = range(left[-1] + 1 if left else max(0, k - 6), k)
        _gap(row, k, gap, heads, scores, features, styles, told, left_bag, right_bag)
        _names(row, k, left, right[:3], lexicon)
        _lean(row, lexicon, left, right)
        gaps = features[:, COLUMN["gap"]]
        row["gap_left"] = gaps[left[1:][-12:]].mean() if len(left) > 1 else 0.5
        row["gap_right"] = gaps[right[1:13]].mean() if len(right) > 1 else 0.5
        for name in _OF_UNIT:
            row[name] = features[k, COLUMN[_COLUMN_OF.get(name, name)]]
        if left:
            last = left[-1]
            row["left_weekday"] = features[left[0], COLUMN["weekday"]]
            row["left_first"] = scores[left[0], labels.FIRST]
            row["left_terminal"] = features[last, COLUMN["terminal"]]
            row["left_last_words"] = features[last, COLUMN["words"]]
            row["left_credit"] = sum(features[last + 1 : k, COLUMN["credit"]].tolist())
        rows.append([row.get(name, 0.0) for name in BOUNDARY])
    return np.array(rows, dtype=np.float32).reshape(len(places), len(BOUNDARY))


def _gap(
    row: dict[str, float],
    k: int,
    gap: range,
    taken: list[int],
    scores: NDArray[np.float64],
    features: Matrix,
    styles: dict[tuple[int, bool, bool], list[int]],
    told: _Told,
    left_bag: Marks,
    right_bag: Marks,
) -> None:
    """What stands between the two sides, and whether one of its lines is the right one's head."""
    heads = [j for j in gap if features[j, COLUMN["head_like"]] > 0 or j in taken][-3:]
    row["head_taken"] = len(taken)
    if heads:
        row["title_chance"] = max(math.exp(scores[i, labels.TITLE]) for i in heads)
        row["subhead_chance"] = max(math.exp(scores[i, labels.SUBHEAD]) for i in heads)
        j = max(heads, key=lambda j: scores[j, labels.TITLE])
        row["right_title"] = 1
        row["right_title_right"] = told.share(j, right_bag)
        row["right_title_left"] = told.share(j, left_bag)
        row["title_odds_before"] = scores[j, labels.TITLE]
        row["title_standfirst"] = scores[j, labels.STANDFIRST]
        row["gap_subhead"] = scores[j, labels.SUBHEAD]
        row["excess_head"] = max(features[i, COLUMN["blank_excess"]] for i in heads)
        row["style_words"] = features[j, COLUMN["style_words"]]
        others = [i for i in styles.get(_style(features, j), []) if i != j]
        if others:
            row["style_alike"] = min(len(others), 12)
            for name, label in (("titles", labels.TITLE), ("subheads", labels.SUBHEAD)):
                row[f"style_{name}"] = np.exp(scores[others, label]).mean()
        for name, source in _OF_HEAD:
            row[name] = features[j, COLUMN[source]]
    else:
        row["title_odds_before"] = row["title_standfirst"] = row["gap_subhead"] = -10
        row["gap_since_more"] = features[k, COLUMN["since_more"]]
    row["title_versus"] = (
        row.get("right_title_right", 0) - row.get("right_title_left", 0)
        - row.get("left_title_right", 0) + row.get("left_title_left", 0)
    )  # fmt: skip
    row["gap_units"] = min(len(gap), 12)
    meta = other = more = 0.0
    for j in gap[-8:]:
        more += float(features[j, COLUMN["more"]] + features[j, COLUMN["more_inline"]])
        meta += math.exp(scores[j, labels.META])
        other += math.exp(scores[j, labels.OTHER])
    row["gap_more"], row["gap_meta"], row["gap_other"] = more, meta, other


def _names(
    row: dict[str, float], k: int, left: list[int], far: list[int], lexicon: Lexicon
) -> None:
    """Whether the people on the right are told anew, or known from the left."""
    known = union(lexicon.names, left[-12:])
    mine = lexicon.names[k]
    row["names_known"] = overlap(union(lexicon.names, far), known)
    told = frozenset().union(*(lexicon.fulls[j] for j in left[-40:]))
    new = lexicon.fulls[k] - told
    row["pair_names"] = min(len(new), 5)
    row["reintroduced"] = min(3, sum(pair[1].casefold() in known for pair in new))
    row["new_names"] = 1 - overlap(mine, known) if mine else 0.5


def _heads_above(left: list[int], features: Matrix, scores: NDArray[np.float64]) -> list[int]:
    """Short units at the end of a body that may be the next article's head, as read so far."""
    found: list[int] = []
    for j in reversed(left[1:]):
        row = features[j]
        short = row[COLUMN["words"]] < 3.3 and row[COLUMN["sentences"]] <= 0
        chance = scores[j, [labels.TITLE, labels.STANDFIRST, labels.SUBHEAD]]
        if len(found) == 3 or not short or np.exp(chance).sum() < HEAD_CHANCE:
            break
        found.append(j)
    return found[::-1]


def _lean(row: dict[str, float], lexicon: Lexicon, left: list[int], right: list[int]) -> None:
    """Whether the right piece's first units speak of people whom only the left one introduces."""
    begin = right[:4]
    full_left = {pair[1].casefold() for j in left[-40:] for pair in lexicon.fulls[j]}
    full_right = {pair[1].casefold() for j in begin for pair in lexicon.fulls[j]}
    mine = union(lexicon.names, begin)
    known = union(lexicon.names, left[-40:])
    row["leans_left"] = min(len((mine & full_left) - full_right), 5)
    row["leans_own"] = min(len(mine & full_right), 5)
    row["names_shared"] = overlap(mine, known)
    row["left_known"] = overlap(union(lexicon.names, left[-3:]), union(lexicon.names, right[:12]))
    row["right_new"] = min(len(full_right - full_left), 6)


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
    return bodies[bisect_left(bodies, start) : bisect_left(bodies, stop)]


def _title(start: int, path: Sequence[int]) -> int | None:
    """The headline or standfirst above a body's first unit."""
    k = start - 1
    best = None
    while k >= 0 and start - k <= 12 and path[k] in (labels.T, labels.S, labels.M, labels.BETWEEN):
        if path[k] == labels.T or (path[k] == labels.S and best is None):
            best = k
        k -= 1
    return best
