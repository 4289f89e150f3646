"""Runs of words, hashed: what an article may share with another to the letter."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from rashomon.stories import settings, weights

HASH = np.dtype("<u4")
_ONE = np.uint64(1)
_ONES = np.ones(settings.RUN_WORDS, dtype=np.uint64)
_FACTORS = np.array(
    [pow(0x9E3779B97F4A7C15, k + 1, 1 << 64) for k in range(settings.RUN_WORDS)], dtype=np.uint64
)


def hashed(stems: Sequence[str]) -> bytes:
    """Hashes of the runs of `settings.RUN_WORDS` stems, in their order, 4 bytes each.

    Left out are runs with fewer than `settings.RUN_UNCOMMON` words that are not common.
    """
    if len(stems) < settings.RUN_WORDS:
        return b""
    codes = np.fromiter(map(_code, stems), np.uint64, len(stems))
    # Sums of products that wrap around: a polynomial of the words, in their order.
    sums = np.convolve(codes >> _ONE, _FACTORS, "valid")
    uncommon = np.convolve(codes & _ONE, _ONES, "valid")
    kept = sums[uncommon >= settings.RUN_UNCOMMON]
    found: bytes = ((kept ^ kept >> np.uint64(29)) >> np.uint64(16)).astype(HASH).tobytes()
    return found


@lru_cache(maxsize=1 << 16)
def _code(word: str) -> int:
    """A hash whose last bit says whether the word is uncommon."""
    return zlib.crc32(word.encode("utf-8", "surrogatepass")) << 1 | (
        word not in weights.common_words()
    )
