"""What stands near a place at which an article may begin: how likely its neighbours are to begin one.

Two paragraphs side by side do not both begin an article, and on a page where much looks like a
beginning one more is likelier than on a page where nothing does.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.flattened import labels
from rashomon.reading.flattened.features import COLUMN, Matrix
from rashomon.reading.flattened.labels import Scores
from rashomon.reading.flattened.lexicon import Lexicon
from rashomon.reading.flattened.told import CELLS, Told

NEARBY = (
    "odds_rank", "odds_over", "odds_over_before", "odds_over_after", "page_first", "page_prose_units",
    "page_heads", "like_cut", "cut_left", "cut_right", "like_in_left", "like_in_right", "like_before_in",
)  # fmt: skip
Places = NDArray[np.int64]
# Prose units on each side among which a place is the likeliest beginning or not.
_REACH = 4
# Words that two sides share are counted up to this many prose units away, or up to a likely beginning.
_FAR = 8
_LIKELY = 0.15


def measure_nearby(
    places: Sequence[int], scores: Scores, features: Matrix, lexicon: Lexicon
) -> Matrix:
    """One row for each of `places`, columns as in `NEARBY`; `scores` are the first forest's."""
    prose = np.flatnonzero(features[:, COLUMN["prose"]] > 0)
    odds = scores[prose, labels.FIRST] - scores[prose, labels.BODY]
    chance = np.exp(scores[prose, labels.FIRST])
    likely = chance > _LIKELY
    heads = features[:, COLUMN["head_like"]] > 0
    page = (
        float(chance.sum()), float(np.log1p(len(prose))),
        float(np.exp(scores[heads, labels.TITLE]).sum()) if heads.any() else 0.0,
    )  # fmt: skip
    rows = np.zeros((len(places), len(NEARBY)), dtype=np.float32)
    cuts: list[tuple[int, int, int, int, int]] = []
    for row, k in zip(rows, places, strict=True):
        p = int(np.searchsorted(prose, k))
        own = scores[k, labels.FIRST] - scores[k, labels.BODY]
        q = p + 1 if p < len(prose) and prose[p] == k else p
        before, after = odds[max(0, p - _REACH) : p], odds[q : q + _REACH]
        top_before = before.max() if len(before) else -9.0
        top_after = after.max() if len(after) else -9.0
        row[0] = np.count_nonzero(before > own) + np.count_nonzero(after > own)
        row[1:4] = own - max(top_before, top_after), own - top_before, own - top_after
        row[4:7] = page
        left, right = _cut(likely, p, q)
        if left < p:
            row[8], row[9] = p - left, right - p
        cuts.append((left, p, min(p + 1, len(prose)), q, right))
    told = Told(lexicon, prose.tolist())
    most = max(1, CELLS // max(1, told.words))
    for start in range(0, len(cuts), most):
        some = cuts[start : start + most]
        before = told.bags([(left, p) for left, p, *_ in some])
        after = told.bags([(p, right) for _, p, _, _, right in some])
        own = told.bags([(p, end) for _, p, end, _, _ in some])
        last = told.bags([(max(left, p - 1), p) for left, p, *_ in some])
        rest = told.bags([(left, max(left, p - 1)) for left, p, *_ in some])
        beyond = told.bags([(q, right) for _, _, _, q, right in some])
        here = rows[start : start + most]
        here[:, 7], here[:, 10] = told.likeness(before, after), told.likeness(rest, last)
        here[:, 11], here[:, 12] = told.likeness(own, beyond), told.likeness(before, own)
        here[[left == p for left, p, *_ in some], 11] = 0
    return rows


def _cut(likely: NDArray[np.bool_], p: int, q: int) -> tuple[int, int]:
    """The prose units before and from `p` on that no likely beginning divides from it."""
    left = p
    while left > 0 and p - left < _FAR:
        left -= 1
        if likely[left]:
            break
    right = q
    while right < len(likely) and right - p < _FAR and not likely[right]:
        right += 1
    return left, right
