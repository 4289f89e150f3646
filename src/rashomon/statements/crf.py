"""A linear chain over padded batches, in numpy: decoding, and what training needs."""

from __future__ import annotations

import numpy as np

from rashomon.statements.features import LABELS, Floats, Ints


def pad(scores: Floats, kinds: Ints, lengths: Ints) -> tuple[Floats, Ints]:
    """Rows of all sequences, in order, as (sequences, longest, labels) and (sequences, longest)."""
    longest = int(lengths.max())
    batch = np.zeros((len(lengths), longest, LABELS), dtype=np.float32)
    steps = np.zeros((len(lengths), longest), dtype=np.int64)
    mask = np.arange(longest)[None, :] < lengths[:, None]
    batch[mask] = scores
    steps[mask] = kinds
    return batch, steps


def decode(scores: Floats, kinds: Ints, lengths: Ints, moves: Floats) -> Ints:
    """The best labels of all rows (Viterbi); `moves` is (boundary kinds, labels, labels)."""
    batch, steps = pad(scores, kinds, lengths)
    count, longest, _ = batch.shape
    back = np.zeros((count, longest, LABELS), dtype=np.int8)
    best = batch[:, 0, :].copy()
    for at in range(1, longest):
        options = best[:, :, None] + moves[steps[:, at]]
        back[:, at, :] = options.argmax(axis=1)
        new = options.max(axis=1) + batch[:, at, :]
        alive = (at < lengths)[:, None]
        best = np.where(alive, new, best)
    labels = np.zeros((count, longest), dtype=np.int64)
    rows = np.arange(count)
    state = best.argmax(axis=1)
    for at in range(longest - 1, -1, -1):
        ends = at < lengths
        labels[:, at] = np.where(ends, state, 0)
        if at:
            state = np.where(ends, back[rows, at, state], state)
    mask = np.arange(longest)[None, :] < lengths[:, None]
    result: Ints = labels[mask]
    return result
