"""What is kept of fingerprints in few bytes is what was put in."""

from __future__ import annotations

import struct
from itertools import chain

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.store.copy_packing import (
    Keys,
    counts_of,
    packed_keys,
    packed_rows,
    unpacked_keys,
    unpacked_rows,
)

NUMBERS = st.one_of(st.integers(0, 300), st.integers(0, 2**17), st.integers(0, 2**32 - 1))
SHARDS = st.lists(st.lists(NUMBERS, min_size=1, max_size=40), max_size=6)


@given(SHARDS, st.lists(st.booleans(), min_size=6, max_size=6))
def test_shards_are_as_they_were(shards: list[list[int]], old: list[bool]) -> None:
    keys = [np.array(sorted(one), dtype=np.uint32) for one in shards]
    rows = [np.array(one, dtype=np.uint32) for one in shards]
    held = [keys_before(k) if o else packed_keys(k) for k, o in zip(keys, old, strict=False)]
    beside = [rows_before(r) if o else packed_rows(r) for r, o in zip(rows, old, strict=False)]
    assert unpacked_keys(held).tolist() == list(chain(*map(sorted, shards)))
    assert counts_of(held) == [len(one) for one in shards]
    assert unpacked_rows(beside, counts_of(held)).tolist() == list(chain(*shards))


def keys_before(keys: Keys) -> bytes:
    """Keys as older desks have them: whole bytes for most steps, and the others apart."""
    steps = np.diff(keys, prepend=keys[:1])
    wide = np.flatnonzero(steps >> np.uint32(16))
    apart = np.stack((wide, steps[wide])).astype("<u4").tobytes()
    head = struct.pack("<IIIB", len(keys), int(keys[0]), len(wide), 2)
    return head + apart + steps.astype("<u2").tobytes()


def rows_before(rows: Keys) -> bytes:
    return b"\x04" + rows.astype("<u4").tobytes()


@pytest.mark.parametrize("bits", [10, 14, 17, 20, 24, 31])
def test_a_shard_takes_little_more_than_it_must(bits: int) -> None:
    keys = np.sort(np.random.default_rng(1).integers(0, 2**bits, 1000).astype(np.uint32))
    least = max(0.0, bits - np.log2(len(keys))) + 1.44
    assert 8 * len(packed_keys(keys)) < (least + 2.2) * len(keys) + 200
    assert len(packed_rows(np.arange(1000, dtype=np.uint32))) == 1 + 1500
