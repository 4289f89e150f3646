"""Where a long page is cut into stretches that are read one after another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rashomon.reading.flattened import words as w
from rashomon.reading.flattened.settings import STRETCH, STRETCH_CELLS, STRETCH_FREE, WORDS_OF
from rashomon.reading.flattened.units import Unit


def stretches(units: Sequence[Unit]) -> list[int]:
    """The units at which a stretch begins, 0 first: `STRETCH` units or `STRETCH_CELLS` after another.

    Pages of news seldom have a second one. Time and memory grow with a page's length alone so.
    """
    if sum(min(len(unit.text), WORDS_OF) for unit in units) <= STRETCH_FREE:
        return list(range(0, len(units), STRETCH))
    starts = [0]
    seen: set[str] = set()
    pairs: set[tuple[str, str]] = set()  # that may be full names
    for k, unit in enumerate(units):
        tokens = w.tokens(unit.text)
        capitals = [token[0].isupper() for token in tokens]
        seen.update(tokens)
        pairs.update(
            pair
            for pair, both in zip(pairwise(tokens), pairwise(capitals), strict=True)
            if all(both)
        )
        size = k + 1 - starts[-1]
        if size > STRETCH or (size > 1 and size * max(len(seen), len(pairs)) > STRETCH_CELLS):
            starts.append(k)
            seen, pairs = set(tokens), set()
    return starts
