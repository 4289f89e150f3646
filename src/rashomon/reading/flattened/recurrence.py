"""Where the content words of units come again in the prose around them, for all units at once.

Prose units have positions 0 to p - 1; a place b lies before the prose unit b, p at the page's end.
A word is in a window of prose beside a place where its nearest use on that side is near enough,
so one sorted list of uses tells of every window.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.flattened.lexicon import Lexicon
from rashomon.reading.flattened.settings import NEAR, WINDOW

Floats = NDArray[np.float64]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Recurrence:
    """By unit, 0 where it has no content words: the share of its words in the `WINDOW` prose units
    after and before; the summed inverse frequencies, by word, of those after only; its likeness to
    the `NEAR` units before and after; the share of its words in the next prose unit. By place:
    `gap`, 1 less the likeness of the prose before and after; `across`, the likeness of the two
    prose units that meet there."""

    after: Floats
    before: Floats
    rare_after: Floats
    like_before: Floats
    like_after: Floats
    in_next: Floats
    gap: Floats
    across: Floats


def recurrence(lexicon: Lexicon, prose: NDArray[np.bool_]) -> Recurrence:
    """Measure the words of `lexicon` against the units that are `prose`."""
    n = len(prose)
    after_of = np.cumsum(prose)
    before_of: Places = after_of - prose
    last = int(after_of[-1]) if n else 0
    unit, word, weight = lexicon.unit, lexicon.word, lexicon.heavy
    # A use of a word as one number: sorted, the uses of a word stand together in page order.
    stride = last + 1
    used = prose[unit]
    uses = np.sort(word[used] * stride + before_of[unit[used]])
    heavy = lexicon.by_word[uses // stride]

    base = word * stride
    far = np.int64(1 << 40)
    padded = np.concatenate([[-far], uses, [far]])
    here, ahead = base + before_of[unit], base + after_of[unit]
    before = np.searchsorted(uses, here)  # in `padded`, the use before
    next_use = padded[np.searchsorted(uses, ahead) + 1] - ahead
    last_use = here - padded[before]
    # Another word's uses are not this one's.
    next_use = np.where(next_use + after_of[unit] < stride, next_use, far)
    last_use = np.where(last_use <= before_of[unit], last_use, far)

    def per_unit(chosen: NDArray[np.bool_], weights: Floats | None = None) -> Floats:
        return _sums(unit[chosen], None if weights is None else weights[chosen], n)

    size = np.maximum(np.bincount(unit, minlength=n), 1)
    in_after, in_before = next_use < WINDOW, last_use <= WINDOW
    own = _sums(unit, weight, n)
    windows = _window_weights(uses, heavy, stride)
    like_before = _cosine(
        per_unit(last_use <= NEAR, weight), own, windows[before_of]
    )  # fmt: skip
    like_after = _cosine(per_unit(next_use < NEAR, weight), own, windows[after_of + NEAR])
    gap, across = _between(uses, heavy, stride, windows, last)
    return Recurrence(
        per_unit(in_after) / size, per_unit(in_before) / size,
        per_unit(in_after & ~in_before, lexicon.rare) / size, like_before, like_after,
        per_unit(next_use == 0) / size, gap, across,
    )  # fmt: skip


def _sums(rows: Places, weights: Floats | None, size: int) -> Floats:
    return np.bincount(rows, weights, size).astype(np.float64, copy=False)


def _cosine(shared: Floats, a: Floats, b: Floats) -> Floats:
    product = a * b
    return np.divide(
        shared, np.sqrt(product), out=np.zeros(len(shared)), where=(shared > 0) & (product > 0)
    )


def _window_weights(uses: Places, heavy: Floats, stride: int) -> Floats:
    """The weight of the words in `NEAR` prose units from place i - NEAR on, for each i."""
    at = uses % stride
    same = np.zeros(len(uses), bool)
    same[1:] = uses[1:] // stride == uses[:-1] // stride
    back = np.where(same, np.diff(at, prepend=0), NEAR)  # distance to the word's use before
    out = np.zeros(stride + NEAR)
    for reach in range(NEAR):
        # A window that begins `reach` before a use counts it if the use before lies outside.
        counted = back > reach
        out += _sums(at[counted] - reach + NEAR, heavy[counted], stride + NEAR)
    return out


def _between(
    uses: Places, heavy: Floats, stride: int, windows: Floats, last: int
) -> tuple[Floats, Floats]:
    """`gap` and `across` of `Recurrence`."""
    at, words = uses % stride, uses // stride
    pair = words[1:] == words[:-1]
    first, second, shared = at[:-1][pair], at[1:][pair], heavy[1:][pair]
    both = np.zeros(stride)
    for reach in range(NEAR):
        place = second - reach
        counted = (place > first) & (place <= first + NEAR)
        both += _sums(place[counted], shared[counted], stride)
    gap = 1 - _cosine(both, windows[:stride], windows[NEAR:])
    single = _sums(at, heavy, stride)
    next_to = second == first + 1
    meets = _sums(second[next_to], shared[next_to], stride)
    across = np.zeros(stride)
    across[1:] = _cosine(meets[1:], single[:-1], single[1:])
    return gap, across
