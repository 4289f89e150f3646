"""A linear chain over padded batches, in numpy: decoding, and what training needs."""

from __future__ import annotations

import numpy as np

from rashomon.statements.features import LABELS, Floats, Ints


def decode(scores: Floats, kinds: Ints, lengths: Ints, moves: Floats) -> Ints:
    """The best labels of all rows (Viterbi), which are those of all sequences in order.

    `moves` is (boundary kinds, labels, labels). A step is one of all sequences at once; beyond its
    end a sequence keeps the label that it had.
    """
    count, longest = len(lengths), int(lengths.max())
    alive = np.arange(longest) < lengths[:, None]
    own = np.zeros((count, longest, LABELS), dtype=np.float32)
    own[alive] = scores
    steps = np.zeros((count, longest), dtype=np.int64)
    steps[alive] = kinds
    own = np.ascontiguousarray(own.transpose(1, 2, 0))
    # (steps, labels from, labels to, sequences): the last axis is the long one.
    moved = moves.reshape(-1, LABELS * LABELS).T.take(steps.T, axis=1)
    moved = moved.reshape(LABELS, LABELS, longest, count).transpose(2, 0, 1, 3)
    best = np.empty((longest, LABELS, count), dtype=np.float32)
    best[0] = own[0]
    options = np.empty((LABELS, LABELS, count), dtype=np.float32)
    first, *others = options
    for before, move, here, add in zip(
        best[:, :, None], moved[1:], best[1:], own[1:], strict=False
    ):
        np.add(before, move, out=options)
        top = first
        for other in others:
            top = np.maximum(top, other, out=here)
        np.add(top, add, out=here)
    ways = best[:-1, :, None] + moved[1:]
    came = np.zeros((longest - 1, LABELS, count), dtype=np.int64)
    top = ways[:, 0]
    for label in range(1, LABELS):  # the first of equals, as argmax has it
        came = np.where(ways[:, label] > top, label, came)
        top = np.maximum(top, ways[:, label])
    came = np.where(alive.T[1:, None], came, np.arange(LABELS)[:, None])
    # A label of a sequence as one number, so that a step back is one look-up.
    came = came * count + np.arange(count)
    sequences = np.arange(count)
    state = best[lengths - 1, :, sequences].argmax(axis=1) * count + sequences
    labels = np.empty((longest, count), dtype=np.int64)
    labels[-1] = state
    for at in range(longest - 2, -1, -1):
        state = came[at].take(state)
        labels[at] = state
    result: Ints = (labels.T // count)[alive]
    return result
