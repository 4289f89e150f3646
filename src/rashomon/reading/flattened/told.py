"""What stretches of a page's body units tell: sets of content words as rows of marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.flattened.lexicon import Lexicon
from rashomon.reading.flattened.settings import MANY_MARKS

Marks = NDArray[np.bool_]
Values = NDArray[np.float64]
# Units of a piece of the page that are compared with those of another.
_PIECE = 30
# Marks that are made at once: bounds memory.
CELLS = 1 << 22
# Sets of a great many that are compared at once.
_FEW = 32


class Told:
    """The words of the body units `bodies` (ascending), by their places among these.

    A bag is a row of marks, one for each of the page's words.
    """

    def __init__(self, lexicon: Lexicon, bodies: Sequence[int]) -> None:
        self._weights = lexicon.by_word
        edges = np.searchsorted(lexicon.unit, np.arange(len(lexicon.edges)))
        self._words = lexicon.word
        self._unit_edges: list[int] = edges.tolist()
        rows = [self._words_of(k) for k in bodies]
        self._body_words = np.concatenate(rows) if rows else lexicon.word[:0]
        self._edges = np.cumsum([0, *map(len, rows)]).tolist()
        self._bodies = bodies

    @property
    def words(self) -> int:
        """How many words the page has: the length of a bag."""
        return len(self._weights)

    def _words_of(self, unit: int) -> NDArray[np.int64]:
        return self._words[self._unit_edges[unit] : self._unit_edges[unit + 1]]

    def bags(self, spans: Sequence[tuple[int, int]], more: Sequence[int] = ()) -> Marks:
        """The words of each span of bodies, and of the unit that `more` has beside it, if not -1."""
        marks = np.zeros((len(spans), self.words), bool)
        for row, (start, stop) in zip(marks, spans, strict=True):
            row[self._body_words[self._edges[start] : self._edges[stop]]] = True
        for row, unit in zip(marks, more, strict=False):
            if unit >= 0:
                row[self._words_of(unit)] = True
        return marks

    def likeness(self, a: Marks, b: Marks) -> Values:
        """Cosine of two sets of words, 0 to 1, row by row."""
        if a.size <= MANY_MARKS:
            return _likeness(a, b, self._weights)
        alike = [np.zeros(0)]
        for start in range(0, len(a), _FEW):
            # Sets side by side are of neighbouring places, and have much the same words.
            few, others = a[start : start + _FEW], b[start : start + _FEW]
            some = np.flatnonzero(few.any(axis=0) | others.any(axis=0))
            alike.append(_likeness(few[:, some], others[:, some], self._weights[some]))
        return np.concatenate(alike)

    def shares(self, units: Sequence[int], bags: Marks, rows: Sequence[int]) -> Values:
        """The share of each unit's words that its row of `bags` has; 0 where it has none."""
        words = [self._words_of(unit) for unit in units]
        sizes = np.array([len(some) for some in words], np.int64)
        if not sizes.sum():
            return np.zeros(len(units))
        query = np.repeat(np.arange(len(units)), sizes)
        hits = bags[np.asarray(rows)[query], np.concatenate(words)]
        found: Values = np.bincount(query[hits], minlength=len(units)) / np.maximum(sizes, 1)
        return found

    def page(self, starts: Sequence[int]) -> float:
        """Mean likeness of the page's pieces two apart (of neighbours where there are only two)."""
        edges = [bisect_left(self._bodies, start) for start in starts]
        spans = [(a, min(b, a + _PIECE)) for a, b in pairwise([*edges, len(self._bodies)])]
        step = 2 if len(spans) > 2 else 1
        pairs: list[float] = []
        most = max(1, CELLS // max(1, self.words))
        for start in range(0, len(spans) - step, most):
            pieces = self.bags(spans[start : start + most + step])
            some: Marks = np.asarray(pieces.any(axis=1))
            alike = self.likeness(pieces[:-step], pieces[step:])
            pairs += alike[some[:-step] & some[step:]].tolist()
        return sum(pairs) / len(pairs) if pairs else 0.1


def _likeness(a: Marks, b: Marks, weights: Values) -> Values:
    shared: Values = (a & b) @ weights
    both = (a @ weights) * (b @ weights)
    return np.divide(shared, np.sqrt(both), out=np.zeros(len(shared)), where=shared > 0)
