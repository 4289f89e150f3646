"""Runs of words, hashed: what an article may share with another to the letter."""

from __future__ import annotations

import zlib
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from rashomon.stories import settings, weights

HASH = np.dtype("<u4")
CODE_BITS = 2  # of `coded`, that do not belong to the hash
_UNCOMMON, _NUMBER = 1, 2
_FACTORS = [np.uint64(pow(0x9E3779B97F4A7C15, k + 1, 1 << 64)) for k in range(settings.RUN_WORDS)]


@lru_cache(maxsize=1 << 17)
def coded(word: str) -> int:
    """A stem as a number: its CRC-32, whether it is a number itself, and whether it is uncommon."""
    flags = _NUMBER * word[:1].isdigit() + _UNCOMMON * (word not in weights.common_words())
    return zlib.crc32(word.encode("utf-8", "surrogatepass")) << CODE_BITS | flags


def hashed(
    stems: NDArray[np.uint64], start: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.uint32]]:
    """Hashes of the runs of `settings.RUN_WORDS` stems within each item, in their order.

    Item i has the stems `start[i]` to `start[i + 1]`, as `coded`; its runs are given likewise: where
    they begin, and all of them. Left out are runs with fewer than `settings.RUN_UNCOMMON` words that
    are not common.
    """
    count = len(stems) - settings.RUN_WORDS + 1
    if count < 1:
        return np.zeros(len(start), dtype=np.int64), np.zeros(0, dtype=HASH)
    uncommon = np.zeros(count, dtype=np.uint8)
    bit = (stems & np.uint64(_UNCOMMON)).astype(np.uint8)
    for k in range(settings.RUN_WORDS):
        uncommon += bit[k : k + count]
    kept = uncommon >= settings.RUN_UNCOMMON
    # No run goes over the end of an item.
    over = (start[1:-1, None] - np.arange(1, settings.RUN_WORDS)).ravel()
    kept[over[(over >= 0) & (over < count)]] = False
    codes = stems >> np.uint64(CODE_BITS)
    # Sums of products that wrap around: a polynomial of the words, in their order.
    sums = np.zeros(count, dtype=np.uint64)
    for k, factor in enumerate(reversed(_FACTORS)):
        sums += codes[k : k + count] * factor
    found = sums[kept]
    places = np.concatenate(([0], np.cumsum(kept)))
    return (
        places[np.minimum(start, count)].astype(np.int64),
        ((found ^ found >> np.uint64(29)) >> np.uint64(16)).astype(HASH),
    )
