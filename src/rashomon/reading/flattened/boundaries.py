"""A second look at where articles begin, with the whole pieces on both sides in view.

The first walk sees a few units around each place. Here each place at which an article may begin
is measured against all that would stand before and after it: whether they share words, names and
a headline; and how alike the page's pieces are anyway.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.flattened import labels
from rashomon.reading.flattened.features import COLUMN, Matrix
from rashomon.reading.flattened.lexicon import Lexicon, members, overlap, span
from rashomon.reading.flattened.settings import HEAD_CHANCE, SECOND_LOOK
from rashomon.reading.flattened.told import CELLS, Told

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
_PEOPLE = (
    "names_known", "pair_names", "reintroduced", "new_names", "leans_left", "leans_own",
    "names_shared", "left_known", "right_new",
)  # fmt: skip
_AT = {name: k for k, name in enumerate(BOUNDARY)}
# Where those of the unit and of the head stand here, and which features they are.
_UNIT_TO = [_AT[name] for name in _OF_UNIT]
_UNIT_FROM = [COLUMN[_COLUMN_OF.get(name, name)] for name in _OF_UNIT]
_HEAD_TO = [_AT[name] for name, _ in _OF_HEAD]
_HEAD_FROM = [COLUMN[source] for _, source in _OF_HEAD]

Scores = NDArray[np.float64]
Columns = dict[str, Any]
Style = tuple[int, bool, bool]


@dataclass(frozen=True, slots=True)
class _Place:
    """A place where an article may begin: before unit `k`, with the whole pieces on both sides.

    `left` and `right` are spans of places among the page's body units; `own` is true where `k` is
    no body unit and stands before those of `right`. `heads` are units at the end of the left piece
    that may be the right one's head, and are not in `left`; `left_start` is its first unit.
    """

    k: int
    chosen: bool
    left_start: int | None
    left: tuple[int, int]
    right: tuple[int, int]
    own: bool
    heads: list[int]

    def before(self, most: int) -> tuple[int, int]:
        """The last `most` body units of the left piece."""
        start, stop = self.left
        return max(start, stop - most), stop

    def after(self, most: int) -> tuple[int, int]:
        """The first `most` body units of the right piece, of which `k` is one in any case."""
        start, stop = self.right
        return start, min(stop, start + most - self.own)


def candidates(scores: Scores, path: Sequence[int], features: Matrix) -> list[int]:
    """Units of a body that begin an article, or might: those worth a second look."""
    prose = (features[:, COLUMN["prose"]] > 0).tolist()
    likely = (np.exp(scores[:, labels.FIRST]) > SECOND_LOOK).tolist()
    return [
        k
        for k, state in enumerate(path)
        if state == labels.F
        or (likely[k] and (state == labels.B or (state == labels.INSIDE and prose[k])))
    ]


def measure_boundaries(
    places: Sequence[int], scores: Scores, path: Sequence[int], features: Matrix, lexicon: Lexicon
) -> Matrix:
    """One row for each of `places`, columns as in `BOUNDARY`."""
    out = np.zeros((len(places), len(BOUNDARY)), dtype=np.float32)
    starts = [k for k, state in enumerate(path) if state == labels.F]
    bodies = [k for k, state in enumerate(path) if state in (labels.F, labels.B)]
    chances = np.exp(scores)
    seen = _places(places, path, starts, bodies, features, chances)
    titled = sum(1 for s in starts if s and path[s - 1] in (labels.T, labels.S, labels.M))
    heads, gap = _gaps(seen, bodies, scores, chances, features)
    columns: Columns = {
        "page_pieces": len(starts),
        "page_titled": titled / max(1, len(starts)),
        "chosen": [place.chosen for place in seen],
        "odds": scores[places, labels.FIRST] - scores[places, labels.BODY],
        "first_chance": scores[places, labels.FIRST],
        **_sides(seen, bodies, scores, features, lexicon),
        **_people(seen, bodies, lexicon),
        **gap,
    }
    for name, values in columns.items():
        out[:, _AT[name]] = values
    out[:, _UNIT_TO] = features[np.ix_(places, _UNIT_FROM)]
    headed = [i for i, head in enumerate(heads) if head is not None]
    above = [head for head in heads if head is not None]
    out[np.ix_(headed, _HEAD_TO)] = features[np.ix_(above, _HEAD_FROM)]
    told = Told(lexicon, bodies)
    like_page = told.page(starts)
    titles = [None if p.left_start is None else _title(p.left_start, path) for p in seen]
    most = max(1, CELLS // max(1, told.words))
    for a in range(0, len(seen), most):
        some = slice(a, a + most)
        for name, values in _told(seen[some], told, titles[some], heads[some], like_page).items():
            out[some, _AT[name]] = values
    return out


def _places(
    places: Sequence[int],
    path: Sequence[int],
    starts: list[int],
    bodies: list[int],
    features: Matrix,
    chances: Scores,
) -> list[_Place]:
    n = len(path)
    short = (features[:, COLUMN["words"]] < 3.3) & (features[:, COLUMN["sentences"]] <= 0)
    titles = chances[:, [labels.TITLE, labels.STANDFIRST, labels.SUBHEAD]].sum(axis=1)
    head = (short & (titles >= HEAD_CHANCE)).tolist()
    found = []
    for k in places:
        here = bisect_right(starts, k) - 1  # the piece that holds or begins at k
        chosen = path[k] == labels.F
        begin = starts[here] if here >= 0 else k
        left_start = (starts[here - 1] if here > 0 else None) if chosen else begin
        middle = bisect_left(bodies, k)
        first = middle if left_start is None else bisect_left(bodies, left_start)
        own = middle == len(bodies) or bodies[middle] != k
        stop = bisect_left(bodies, starts[here + 1] if here + 1 < len(starts) else n)
        last = middle
        while last - 1 > first and middle - last < 3 and head[bodies[last - 1]]:
            last -= 1
        found.append(
            _Place(k, chosen, left_start, (first, last), (middle, stop), own, bodies[last:middle])
        )
    return found


def _told(
    seen: Sequence[_Place],
    told: Told,
    titles: Sequence[int | None],
    heads: Sequence[int | None],
    like_page: float,
) -> Columns:
    """How alike both sides are, and on which side the headlines above them are told."""
    own = [p.k if p.own else -1 for p in seen]
    left = told.bags([p.before(40) for p in seen])
    right = told.bags([p.after(40) for p in seen], own)
    like = told.likeness(left, right)
    near = told.likeness(
        told.bags([p.before(3) for p in seen]), told.bags([p.after(3) for p in seen], own)
    )
    found: Columns = {
        "like": like, "like_near": near, "like_page": like_page, "like_over_page": like - like_page,
        "left_title": [title is not None for title in titles],
        "right_title": [head is not None for head in heads],
    }  # fmt: skip
    for side, lines in (("left", titles), ("right", heads)):
        rows = [i for i, line in enumerate(lines) if line is not None]
        units = [line for line in lines if line is not None]
        for name, bags in (("left", left), ("right", right)):
            shares = found[f"{side}_title_{name}"] = np.zeros(len(seen))
            shares[rows] = told.shares(units, bags, rows)
    found["title_versus"] = (
        found["right_title_right"] - found["right_title_left"]
        - found["left_title_right"] + found["left_title_left"]
    )  # fmt: skip
    return found


def _sides(
    seen: Sequence[_Place],
    bodies: list[int],
    scores: Scores,
    features: Matrix,
    lexicon: Lexicon,
) -> Columns:
    """How long both sides are, how they hang together inside, and how the left one begins and ends."""
    counts = np.diff(lexicon.edges)
    words: list[int] = np.cumsum([0, *counts[bodies].tolist()]).tolist()
    gaps = features[bodies, COLUMN["gap"]]
    credits = np.cumsum([0, *features[:, COLUMN["credit"]].tolist()])
    first, weekday, terminal, size = (
        [0.0] * len(seen), [0.0] * len(seen), [0.0] * len(seen), [0.0] * len(seen)
    )  # fmt: skip
    found: dict[str, list[float]] = {
        name: []
        for name in (
            "left_units",
            "right_units",
            "left_words",
            "right_words",
            "gap_left",
            "gap_right",
        )
    }
    credit = [0.0] * len(seen)
    for i, place in enumerate(seen):
        (a, b), (c, d) = place.left, place.right
        more = int(counts[place.k]) if place.own else 0
        found["left_units"].append(math.log1p(b - a))
        found["right_units"].append(math.log1p(d - c + place.own))
        found["left_words"].append(math.log1p(words[b] - words[a]))
        found["right_words"].append(math.log1p(words[d] - words[c] + more))
        found["gap_left"].append(_mean(gaps[max(a + 1, b - 12) : b]))
        c += not place.own
        found["gap_right"].append(_mean(gaps[c : min(d, c + 12)]))
        if b > a:
            begin, end = bodies[a], bodies[b - 1]
            weekday[i] = features[begin, COLUMN["weekday"]]
            first[i] = scores[begin, labels.FIRST]
            terminal[i] = features[end, COLUMN["terminal"]]
            size[i] = features[end, COLUMN["words"]]
            credit[i] = credits[place.k] - credits[end + 1]
    return {
        **found, "left_weekday": weekday, "left_first": first, "left_terminal": terminal,
        "left_last_words": size, "left_credit": credit,
    }  # fmt: skip


def _mean(gaps: NDArray[np.float32]) -> float:
    return np.add.reduce(gaps) / np.float32(len(gaps)) if len(gaps) else 0.5


def _gaps(
    seen: Sequence[_Place], bodies: list[int], scores: Scores, chances: Scores, features: Matrix
) -> tuple[list[int | None], Columns]:
    """What stands between the two sides; and which of its lines is most likely the right one's head."""
    styles = _styles(features)
    style_of = {k: style for style, some in styles.items() for k in some}
    head_like = (features[:, COLUMN["head_like"]] > 0).tolist()
    more = (features[:, COLUMN["more"]] + features[:, COLUMN["more_inline"]]).tolist()
    since_more = features[:, COLUMN["since_more"]].tolist()
    excess = features[:, COLUMN["blank_excess"]].tolist()
    title, subhead, meta, other = (
        chances[:, label].tolist()
        for label in (labels.TITLE, labels.SUBHEAD, labels.META, labels.OTHER)
    )
    title_odds = scores[:, labels.TITLE].tolist()
    heads: list[int | None] = []
    rows: list[dict[str, float]] = []
    for place in seen:
        k = place.k
        gap = range(
            bodies[place.left[1] - 1] + 1 if place.left[1] > place.left[0] else max(0, k - 6), k
        )
        lines = [j for j in gap if head_like[j] or j in place.heads][-3:]
        row: dict[str, float] = {
            "head_taken": len(place.heads),
            "gap_units": min(len(gap), 12),
            "gap_more": sum(more[j] for j in gap[-8:]),
            "gap_meta": sum(meta[j] for j in gap[-8:]),
            "gap_other": sum(other[j] for j in gap[-8:]),
        }
        rows.append(row)
        if not lines:
            row["title_odds_before"] = row["title_standfirst"] = row["gap_subhead"] = -10
            row["gap_since_more"] = since_more[k]
            heads.append(None)
            continue
        j = max(lines, key=title_odds.__getitem__)
        heads.append(j)
        row["title_chance"] = max(title[i] for i in lines)
        row["subhead_chance"] = max(subhead[i] for i in lines)
        row["title_odds_before"] = title_odds[j]
        row["title_standfirst"] = scores[j, labels.STANDFIRST]
        row["gap_subhead"] = scores[j, labels.SUBHEAD]
        row["excess_head"] = max(excess[i] for i in lines)
        row["style_words"] = features[j, COLUMN["style_words"]]
        others = [i for i in styles.get(style_of.get(j) or _style(features, j), []) if i != j]
        if others:
            row["style_alike"] = min(len(others), 12)
            row["style_titles"] = sum(title[i] for i in others) / len(others)
            row["style_subheads"] = sum(subhead[i] for i in others) / len(others)
    names = dict.fromkeys(name for row in rows for name in row)
    return heads, {name: [row.get(name, 0.0) for row in rows] for name in names}


def _people(seen: Sequence[_Place], bodies: list[int], lexicon: Lexicon) -> Columns:
    """Whether the people on the right are told anew, or known from the left."""
    names = [lexicon.names[k] for k in bodies]
    fulls = [lexicon.fulls[k] for k in bodies]
    lasts = [lexicon.lasts[k] for k in bodies]
    rows = []
    for place in seen:
        k = place.k
        mine, last = (lexicon.names[k], lexicon.lasts[k]) if place.own else (0, 0)
        far, four = place.before(40), place.after(4)
        known = span(names, *place.before(12))
        new = members(lexicon.fulls[k] & ~span(fulls, *far))
        begin = span(names, *four) | mine
        last_left, last_right = span(lasts, *far), span(lasts, *four) | last
        rows.append((
            overlap(span(names, *place.after(3)) | mine, known),
            min(len(new), 5),
            min(3, sum(1 for pair in new if known >> lexicon.last_of[pair] & 1)),
            1 - overlap(lexicon.names[k], known) if lexicon.names[k] else 0.5,
            min((begin & last_left & ~last_right).bit_count(), 5),
            min((begin & last_right).bit_count(), 5),
            overlap(begin, span(names, *far)),
            overlap(span(names, *place.before(3)), span(names, *place.after(12)) | mine),
            min((last_right & ~last_left).bit_count(), 6),
        ))  # fmt: skip
    columns = np.array(rows).reshape(len(seen), len(_PEOPLE)).T
    return dict(zip(_PEOPLE, columns, strict=True))


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


def _title(start: int, path: Sequence[int]) -> int | None:
    """The headline or standfirst above a body's first unit."""
    k = start - 1
    best = None
    while k >= 0 and start - k <= 12 and path[k] in (labels.T, labels.S, labels.M, labels.BETWEEN):
        if path[k] == labels.T or (path[k] == labels.S and best is None):
            best = k
        k -= 1
    return best
