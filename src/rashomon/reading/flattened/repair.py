"""What a page's own cues say of the units in the middle of a body, put right after the walk."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.reading.flattened import labels
from rashomon.reading.flattened.features import COLUMN, Matrix
from rashomon.reading.flattened.settings import EMBED_REACH, EMBED_WORDS

_BODY = {labels.F, labels.B, labels.H}


def repair(states: Sequence[int], features: Matrix) -> list[int]:
    """`states` with the boxes that a "Read more" announces taken out of bodies.

    After such a line come a caption, a headline or both, and then the body goes on.
    """
    fixed = list(states)
    for k in range(len(fixed)):
        if features[k, COLUMN["more"]] <= 0 or fixed[k] not in (labels.INSIDE, labels.H):
            continue
        stop = _box_end(fixed, features, k)
        if stop is not None:
            for j in range(k, stop + 1):
                fixed[j] = labels.INSIDE
    return fixed


def _box_end(states: Sequence[int], features: Matrix, cue: int) -> int | None:
    """The last unit of the box that `cue` opens: a headline with prose of the body after it."""
    end = None
    for k in range(cue + 1, min(cue + 1 + EMBED_REACH, len(states) - 1)):
        if states[k] not in (labels.B, labels.H, labels.INSIDE):
            break
        if features[k, COLUMN["words"]] > EMBED_WORDS:
            break
        if not features[k, COLUMN["terminal"]] and features[k, COLUMN["upper"]] > 0:
            end = k
    if end is None or states[end + 1] not in _BODY:
        return None
    return end
