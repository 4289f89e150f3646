"""Runs of words, hashed: what an article may share with another to the letter."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from rashomon.stories import settings, weights

HASH = np.dtype("<u4")
_FACTORS = np.array(
    [pow(0x9E3779B97F4A7C15, k + 1, 1 << 64) for k in range(settings.RUN_WORDS)], dtype=np.uint64
)


def hashed(stems: Sequence[str]) -> bytes:
    """Hashes of the runs of `settings.RUN_WORDS` stems, sorted, 4 bytes each.

    Left out are runs with fewer than `settings.RUN_UNCOMMON` words that are not common.
    """
    length = settings.RUN_WORDS
    if len(stems) < length:
        return b""
    codes = np.array([_code(word) for word in stems], dtype=np.uint64)
    count = len(stems) - length + 1
    sums = np.zeros(count, dtype=np.uint64)
    uncommon = np.zeros(count, dtype=np.int64)
    for place in range(length):
        part = codes[place : place + count]
        sums += (part >> np.uint64(1)) * _FACTORS[place]
        uncommon += (part & np.uint64(1)).astype(np.int64)
    sums ^= sums >> np.uint64(29)
    found = (sums >> np.uint64(16)).astype(HASH)[uncommon >= settings.RUN_UNCOMMON]
    return np.unique(found).tobytes()


@lru_cache(maxsize=1 << 16)
def _code(word: str) -> int:
    """A hash whose last bit says whether the word is uncommon."""
    return zlib.crc32(word.encode("utf-8", "surrogatepass")) << 1 | (
        word not in weights.common_words()
    )
