"""Tellings that name both of two rival numbers, near one another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from rashomon.contrasts import settings
from rashomon.contrasts.candidate import Side
from rashomon.contrasts.lens import Lens
from rashomon.contrasts.quantities import quantities
from rashomon.model import Article, Span


def naming_both(lens: Lens, one: Article, two: Article, x: float, y: float) -> Iterator[Side]:
    """A side of each other telling that has both numbers within a few lines."""
    for article in lens.tellings:
        held = lens.values[article.id]
        if article.id in (one.id, two.id) or x not in held or y not in held:
            continue
        found = quantities(article.text)
        pairs = [
            (abs(a.start - b.start), min(a.start, b.start), max(a.end, b.end))
            for a, b in product(found, found)
            if a.value == x and b.value == y
        ]
        if pairs:
            distance, start, end = min(pairs)
            if distance <= settings.BOTH_WITHIN:
                yield Side(Span(article.id, start, end), "names both", "both")
