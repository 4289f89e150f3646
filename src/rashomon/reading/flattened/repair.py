"""Boxes that a page announces in the middle of a body: "Read more", a caption, a headline.

What such a line says of the units after it is surer than their looks: it counts before the walk,
for boxes with a caption, and after it, for what the walk has left of a box in a body.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rashomon.reading.flattened import labels
from rashomon.reading.flattened import patterns as p
from rashomon.reading.flattened.features import COLUMN, Matrix
from rashomon.reading.flattened.labels import Scores
from rashomon.reading.flattened.settings import BOX_WEIGHT, EDGE, EMBED_REACH, EMBED_WORDS
from rashomon.reading.flattened.units import Unit

_BODY = {labels.F, labels.B, labels.H}


def mark_boxes(scores: Scores, features: Matrix, units: Sequence[Unit]) -> Scores:
    """`scores` with "READ MORE: ..." lines and boxes with caption and headline made "other".

    After such a box the body goes on. A line "Read more" with one headline after it may also end an
    article, before the next one: that is left to the walk. Sure captions and links that were run together
    with their label neither head nor begin one.
    """
    marked = scores.copy()
    for k in np.flatnonzero(features[:, COLUMN["caption"]] > 0).tolist():
        if features[k, COLUMN["words"]] < EMBED_WORDS + 1 and _sure_caption(units[k].text):
            marked[k, [labels.TITLE, labels.STANDFIRST, labels.FIRST]] -= BOX_WEIGHT
    for k in np.flatnonzero(features[:, COLUMN["head_like"]] > 0).tolist():
        if k and p.RUN_ON_LINK.match(units[k].text):
            marked[k, [labels.TITLE, labels.STANDFIRST, labels.FIRST]] -= BOX_WEIGHT
    for k in range(1, len(scores)):
        end = None
        if features[k, COLUMN["more_inline"]] > 0 and p.MORE_SURE.match(units[k].text[:EDGE]):
            end = k
        elif features[k, COLUMN["more"]] > 0 and features[k - 1, COLUMN["prose"]] > 0:
            end = _box_end(features, k)
            if end == k + 1:
                continue
            if end is not None:
                marked[end + 1, labels.FIRST] -= BOX_WEIGHT
        if end is not None:
            marked[k : end + 1, :] -= BOX_WEIGHT
            marked[k : end + 1, labels.OTHER] += BOX_WEIGHT
    return marked


def _sure_caption(text: str) -> bool:
    return bool(p.CAPTION_SURE.search(text[:60]) or p.CAPTION_SURE.search(text[-60:]))


def repair(states: Sequence[int], features: Matrix) -> list[int]:
    """`states` with the boxes that a "Read more" announces taken out of bodies.

    After such a line come a caption, a headline or both, and then the body goes on.
    """
    fixed = list(states)
    for k in range(len(fixed)):
        if features[k, COLUMN["more"]] <= 0 or fixed[k] not in (labels.INSIDE, labels.H):
            continue
        stop = _box_end(features, k)
        if stop is None or fixed[stop + 1] not in _BODY:
            continue
        if all(state in (*_BODY, labels.INSIDE) for state in fixed[k : stop + 1]):
            for j in range(k, stop + 1):
                fixed[j] = labels.INSIDE
    return fixed


def _box_end(features: Matrix, cue: int) -> int | None:
    """The last unit of the box that `cue` opens: a headline, with prose after it."""
    end = None
    for k in range(cue + 1, min(cue + 1 + EMBED_REACH, len(features) - 1)):
        row = features[k]
        if row[COLUMN["words"]] > EMBED_WORDS or row[COLUMN["more"]] > 0:
            break
        stops = row[COLUMN["terminal"]] > 0 and row[COLUMN["question"]] <= 0
        if not stops and row[COLUMN["lower"]] <= 0:
            end = k
    if end is None or features[end + 1, COLUMN["prose"]] <= 0:
        return None
    return end
