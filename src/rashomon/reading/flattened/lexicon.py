"""The words of a page's units, and how alike stretches of them are."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.reading.flattened import words as w
from rashomon.reading.flattened.units import Unit

Bag = frozenset[str]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A set of words and the sum of their weights."""

    bag: Bag
    heft: float


@dataclass(frozen=True, slots=True)
class Lexicon:
    """For each unit its tokens, content words, names and full names.

    `weight` is a word's squared inverse frequency among the page's units: what all of a page
    speaks of says little about where one article ends.
    """

    tokens: list[list[str]]
    contents: list[Bag]
    names: list[Bag]
    fulls: list[frozenset[tuple[str, str]]]
    weight: dict[str, float]

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

    def rarity(self, bag: Bag) -> float:
        """Summed inverse frequencies of the words of `bag`."""
        return sum(math.sqrt(self.weight[word]) for word in bag)


def read_words(units: Sequence[Unit]) -> Lexicon:
    """The lexicon of a page's units."""
    tokens = [w.tokens(unit.text) for unit in units]
    contents = [w.content(toks) for toks in tokens]
    frequency: Counter[str] = Counter()
    for bag, toks in zip(contents, tokens, strict=True):
        if len(toks) >= 12:
            frequency.update(bag)
    total = max(1, sum(len(toks) >= 12 for toks in tokens))
    weight = {
        word: max(0.01, math.log((1 + total) / (0.5 + frequency[word]))) ** 2
        for bag in contents
        for word in bag
    }
    return Lexicon(
        tokens, contents, [w.names(t) for t in tokens], [w.pairs(t) for t in tokens], weight
    )


def union(bags: Sequence[Bag], which: Iterable[int]) -> Bag:
    """All words of the chosen bags."""
    return frozenset().union(*(bags[k] for k in which))


def overlap(a: Bag, b: Bag) -> float:
    """Share of `a` that is in `b`; 0 where `a` is empty."""
    return len(a & b) / len(a) if a else 0.0
