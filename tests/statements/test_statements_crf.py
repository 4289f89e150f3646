"""Decoding gives what trying all labels of each sequence gives, whatever lies beside it."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rashomon.statements import crf
from rashomon.statements.features import BOUNDARIES, LABELS


def _best(scores: np.ndarray, kinds: np.ndarray, moves: np.ndarray) -> float:
    return max(
        _worth(labels, scores, kinds, moves)
        for labels in product(range(LABELS), repeat=len(scores))
    )


def _worth(
    labels: tuple[int, ...], scores: np.ndarray, kinds: np.ndarray, moves: np.ndarray
) -> float:
    own = sum(float(scores[at, label]) for at, label in enumerate(labels))
    steps = pairwise(labels)
    return own + sum(float(moves[kinds[at + 1], one, two]) for at, (one, two) in enumerate(steps))


@given(st.lists(st.integers(1, 5), min_size=1, max_size=4), st.integers(0, 2**32 - 1))
def test_every_sequence_gets_its_best_labels(lengths: list[int], seed: int) -> None:
    draw = np.random.default_rng(seed)
    rows = sum(lengths)
    # Eighths, so that sums are exact and a tie is one.
    scores = draw.integers(-40, 40, (rows, LABELS)).astype(np.float32) / 8
    moves = draw.integers(-20, 20, (BOUNDARIES, LABELS, LABELS)).astype(np.float32) / 8
    kinds = draw.integers(0, BOUNDARIES, rows)
    labels = crf.decode(scores, kinds, np.array(lengths), moves)
    assert labels.shape == (rows,)
    end = 0
    for length in lengths:
        start, end = end, end + length
        part = scores[start:end], kinds[start:end], moves
        assert _worth(tuple(labels[start:end]), *part) == _best(*part)
