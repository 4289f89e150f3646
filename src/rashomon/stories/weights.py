"""How much a word says: inverse document frequency, steadied by what is common anywhere.

On five pages counts say nothing: a word in three of five may be "the" or the story's own. So
every word starts with `settings.PRIOR_DOCUMENTS` imagined articles in which it stands as often as
in `common_words.txt` (words of eleven languages) or, where it is not listed, hardly ever.
A large desk outweighs them.
"""

from __future__ import annotations

import math
import zlib
from functools import lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from rashomon.stories import settings
from rashomon.stories.words import stem

Floats = NDArray[np.float64]


@lru_cache(maxsize=1)
def common_words() -> dict[str, float]:
    """Share of short texts that hold a word of this stem, for common words."""
    shares: dict[str, float] = {}
    table = resources.files("rashomon.stories").joinpath("common_words.txt")
    for line in table.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        percent, *words = line.split()
        for word in words:
            key = stem(word)
            # Forms of one stem add up: either may stand in a text.
            shares[key] = min(0.99, shares.get(key, 0.0) + int(percent) / 100)
    return shares


@lru_cache(maxsize=1)
def _common_codes() -> tuple[NDArray[np.uint32], Floats]:
    """The words of `common_words` by `bags.code`, ascending, with their shares."""
    shares: dict[int, float] = {}
    for word, share in common_words().items():
        number = zlib.crc32(word.encode())
        shares[number] = max(share, shares.get(number, 0.0))
    found = sorted(shares.items())
    return np.array([n for n, _ in found], np.uint32), np.array([share for _, share in found])


def idf(terms: NDArray[np.uint32], document_counts: Floats, documents: int) -> Floats:
    """Natural log of one over the share of articles that hold each term, at least 0."""
    codes, shares = _common_codes()
    at = np.minimum(np.searchsorted(codes, terms), len(codes) - 1)
    prior = np.where(codes[at] == terms, shares[at], settings.PRIOR_UNKNOWN)
    more = imagined(documents)
    share = (document_counts + more * prior) / (documents + more)
    return np.asarray(np.maximum(0.0, -np.log(np.minimum(1.0, share))))


def imagined(documents: int) -> float:
    """How many articles are imagined beside `documents` real ones."""
    return min(settings.PRIOR_MOST, settings.PRIOR_LEAST + settings.PRIOR_GROWTH * documents)


def idf_outside(idf: Floats, documents: int, inside: Floats, members: Floats) -> Floats:
    """The idf of words among all articles but `members`, of which `inside` hold each."""
    every = documents + imagined(documents)
    left = np.maximum(np.exp(-idf) * every - inside, 0.01)
    return np.asarray(-np.log(left / np.maximum(every - members, 1.0)))


def chosen(documents: int) -> float:
    """How much a desk is a choice of pages (1) and no stream (0), by its size."""
    small, large = math.log(settings.SMALL_DESK), math.log(settings.STREAM)
    return 1 - min(1.0, max(0.0, (math.log(max(documents, 1)) - small) / (large - small)))
