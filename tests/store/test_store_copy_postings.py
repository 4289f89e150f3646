"""What is kept of fingerprints in few bytes is what was put in."""

from __future__ import annotations

from itertools import chain

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rashomon.store.copy_postings import packed_keys, packed_rows, unpacked_keys, unpacked_rows

NUMBERS = st.one_of(st.integers(0, 300), st.integers(0, 2**17), st.integers(0, 2**32 - 1))
SHARDS = st.lists(st.lists(NUMBERS, min_size=1, max_size=40), max_size=6)


@given(SHARDS)
def test_shards_are_as_they_were(shards: list[list[int]]) -> None:
    keys = [np.array(sorted(one), dtype=np.uint32) for one in shards]
    rows = [np.array(one, dtype=np.uint32) for one in shards]
    assert unpacked_keys([packed_keys(one) for one in keys]).tolist() == list(
        chain(*map(sorted, shards))
    )
    assert unpacked_rows([packed_rows(one) for one in rows]).tolist() == list(chain(*shards))


def test_a_full_shard_takes_little_more_than_two_bytes_a_key() -> None:
    keys = np.sort(np.random.default_rng(1).integers(0, 2**24, 1000).astype(np.uint32))
    assert len(packed_keys(keys)) < 2.3 * len(keys)
