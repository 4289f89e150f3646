"""What a unit can be, and how units follow one another."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

# What is scored for each unit. FIRST is the first paragraph of an article's body.
LABELS = ("other", "title", "standfirst", "meta", "first", "body", "subhead", "teaser")
OTHER, TITLE, STANDFIRST, META, FIRST, BODY, SUBHEAD, TEASER = range(len(LABELS))

# States of the walk: "other" is three states, outside articles, between a head and its body,
# and inside a body (an embed, a caption, an advert), after which the body goes on.
STATES = (
    "outside",
    "title",
    "between",
    "meta",
    "standfirst",
    "first",
    "body",
    "subhead",
    "inside",
    "teaser",
)
LABEL_OF = np.array([OTHER, TITLE, OTHER, META, STANDFIRST, FIRST, BODY, SUBHEAD, OTHER, TEASER])
OUTSIDE, T, BETWEEN, M, S, F, B, H, INSIDE, Z = range(len(STATES))

Scores = NDArray[np.float64]
_NO = -1e9
# Weight against an article going on where a long repeat begins or ends.
_BROKEN = -12.0


def _moves() -> Scores:
    """Log weights of a state after another: what cannot be, and what is rare.

    Set by hand from how pages are built; the trained scores carry most of the evidence. What is a
    standfirst and what is a first paragraph hang together, which scores of single units do not
    know: of 0, 0.8 and 1.6 for that move, 1.6 was best on hand-made layouts and level elsewhere.
    """
    moves = np.full((len(STATES), len(STATES)), _NO)
    new = {T: 0.0, M: -1.0, S: -0.7, F: -1.0, Z: 0.0, OUTSIDE: 0.0}
    allowed: dict[int, dict[int, float]] = {
        OUTSIDE: new,
        T: {T: -0.3, M: 0.0, S: -0.3, F: 0.0, BETWEEN: -0.3, OUTSIDE: -1.5, Z: -0.3},
        BETWEEN: {BETWEEN: -0.2, T: -0.5, M: -0.3, S: -0.5, F: 0.0, OUTSIDE: -1.5, Z: -1.0},
        M: {M: -0.2, T: -0.5, S: -0.3, F: 0.0, BETWEEN: -0.3, OUTSIDE: -1.5, Z: -0.5},
        S: {M: -0.3, F: 1.6, BETWEEN: -0.5, S: -2.0, T: -3.0},
        F: {B: 0.0, H: -1.0, INSIDE: -1.0, **new},
        B: {B: 0.0, H: -0.7, INSIDE: -1.0, **new},
        H: {B: 0.0, INSIDE: -1.5, H: -2.5},
        INSIDE: {INSIDE: -0.1, B: 0.0, H: -0.7},
        Z: {**new, Z: 0.0},
    }
    for before, after in allowed.items():
        for state, weight in after.items():
            moves[before, state] = weight
    return moves


MOVES = _moves()
_BEGIN = np.array([0.0, 0.0, _NO, -0.5, -0.5, -0.7, _NO, _NO, _NO, 0.0])
_FINISH = np.array([0.0, -2.0, -2.0, -2.0, -5.0, 0.0, 0.0, _NO, _NO, 0.0])


def walk(scores: Scores, fresh: Collection[int] = ()) -> list[int]:
    """The best states for label `scores` (units by labels, log weights): Viterbi.

    `fresh` are units at which no article goes on from the unit before.
    """
    n = len(scores)
    if not n:
        return []
    emit = scores[:, LABEL_OF]
    for k in fresh:
        if k < n:
            emit[k, [B, H, INSIDE]] += _BROKEN
    # Moves by the state that comes, so that one row holds all ways into it.
    into = np.ascontiguousarray(MOVES.T)
    ways = np.empty_like(into)
    best = np.empty_like(emit)
    rows = list(best)
    rows[0][:] = _BEGIN + emit[0]
    for before, here, seen in zip(rows, rows[1:], list(emit)[1:], strict=False):
        np.add(into, before, out=ways)
        np.maximum.reduce(ways, axis=1, out=here)
        here += seen
    state = int((best[-1] + _FINISH).argmax())
    path = [state]
    back = (best[:-1, None, :] + into).argmax(axis=2).tolist()
    for came in reversed(back):
        state = came[state]
        path.append(state)
    path.reverse()
    return path
