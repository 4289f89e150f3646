"""The words of a page's units, and how alike stretches of them are."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, count

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.flattened import words as w
from rashomon.reading.flattened.units import Unit

Bag = frozenset[str]
# Words from which a unit counts as prose for how common a word is on the page.
LONG = 12


@dataclass(frozen=True, slots=True)
class Weighed:
    """A set of words and the sum of their weights."""

    bag: Bag
    heft: float


@dataclass(frozen=True, slots=True)
class Lexicon:
    """For each unit its tokens, content words, names and full names.

    `weight` is a word's squared inverse frequency among the page's units: what all of a page
    speaks of says little about where one article ends. `unit`, `word`, `heavy` and `rare` are the
    content words once more, as rows: the unit, a number for the word, its weight and the root of
    that; `by_word` is the weight of each number.
    """

    tokens: list[list[str]]
    contents: list[Bag]
    names: list[Bag]
    fulls: list[frozenset[tuple[str, str]]]
    weight: dict[str, float]
    unit: NDArray[np.int64]
    word: NDArray[np.int64]
    heavy: NDArray[np.float64]
    rare: NDArray[np.float64]
    by_word: NDArray[np.float64]

    def heft(self, bag: Bag) -> float:
        """The summed weight of `bag`."""
        return sum(map(self.weight.__getitem__, bag))

    def like(self, a: Weighed, b: Weighed) -> float:
        """Cosine of two sets of content words, 0 to 1."""
        if not a.bag or not b.bag:
            return 0.0
        shared = a.bag & b.bag
        return self.heft(shared) / math.sqrt(a.heft * b.heft) if shared else 0.0

    def likeness(self, a: Bag, b: Bag) -> float:
        """The same for sets that have not been weighed."""
        return self.like(Weighed(a, self.heft(a)), Weighed(b, self.heft(b)))


def read_words(units: Sequence[Unit]) -> Lexicon:
    """The lexicon of a page's units."""
    tokens = [w.tokens(unit.text) for unit in units]
    ordered = [w.content(toks) for toks in tokens]
    contents = [frozenset(words) for words in ordered]
    number: defaultdict[str, int] = defaultdict(count().__next__)
    word = np.fromiter(map(number.__getitem__, chain.from_iterable(ordered)), np.int64)
    size = np.array([len(words) for words in ordered])
    long = np.array([len(toks) >= LONG for toks in tokens])
    times = np.bincount(word[np.repeat(long, size)], minlength=len(number))
    total = max(1, int(long.sum()))
    by_count = np.array([
        max(0.01, math.log((1 + total) / (0.5 + often))) ** 2 for often in range(total + 1)
    ])  # fmt: skip
    by_word = by_count[times]
    weight = dict(zip(number, by_word.tolist(), strict=True))
    heavy = by_word[word]
    unit = np.repeat(np.arange(len(units)), size)
    proper = [w.proper(toks) for toks in tokens]
    return Lexicon(
        tokens, contents, [names for names, _ in proper], [pairs for _, pairs in proper],
        weight, unit, word, heavy, np.sqrt(heavy), by_word,
    )  # fmt: skip


def union(bags: Sequence[Bag], which: Iterable[int]) -> Bag:
    """All words of the chosen bags."""
    return frozenset().union(*(bags[k] for k in which))


def overlap(a: Bag, b: Bag) -> float:
    """Share of `a` that is in `b`; 0 where `a` is empty."""
    return len(a & b) / len(a) if a else 0.0
