"""Postings of a shard in few bytes: keys in order, and a row for each.

Of a key the low bits stand as they are, and the high ones as the places of ones among zeros, each
zero a step up (Elias 1974; Fano 1971): two bits a key more than their entropy. Low bits and rows take
half bytes. Shards of older desks, with whole bytes for the steps from key to key, are read as well.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint32]

# Keys: their count, the first, the bytes of the high bits, and `_HALVES` with the half bytes of the low
# ones. As older desks have it: count, first key, steps that stand apart, and the bytes of the others.
_HEAD = struct.Struct("<IIIB")
_HALVES = 0x40
_MOST_HALVES = 7


def packed_keys(keys: Keys) -> bytes:
    """Keys in order."""
    count = len(keys)
    steps = keys - keys[0]
    halves = min(_MOST_HALVES, max(0, round(np.log2(max(int(steps[-1]), 1) / count) / 4)))
    high = (steps >> np.uint32(4 * halves)).astype(np.int64)
    ones = np.zeros(int(high[-1]) + count, dtype=np.uint8)
    ones[high + np.arange(count)] = 1
    upper = np.packbits(ones).tobytes()
    head = _HEAD.pack(count, int(keys[0]), len(upper), _HALVES | halves)
    return head + upper + _packed(steps, halves)


def unpacked_keys(shards: Sequence[bytes]) -> Keys:
    """The keys of shards that `packed_keys` packed."""
    heads = [_HEAD.unpack_from(shard) for shard in shards]
    if not all(head[3] & _HALVES for head in heads):
        return np.concatenate([_unpacked_keys(shard) for shard in shards])
    counts = np.array([head[0] for head in heads], dtype=np.int64)
    ends = [_HEAD.size + head[2] for head in heads]
    both = list(zip(shards, ends, strict=True))
    upper = np.frombuffer(b"".join(shard[_HEAD.size : end] for shard, end in both), np.uint8)
    # The places of ones among all bits, and from the first bit of each shard.
    starts = np.cumsum(counts) - counts
    sizes = np.array([head[2] for head in heads], dtype=np.int64)
    before = 8 * (np.cumsum(sizes) - sizes)
    high = np.flatnonzero(np.unpackbits(upper)) - np.arange(int(counts.sum()))
    high -= np.repeat(before - starts, counts)
    halves = np.array([head[3] & ~_HALVES for head in heads], dtype=np.int64)
    low = _unpacked([shard[end:] for shard, end in both], halves.tolist(), counts)
    firsts = np.array([head[1] for head in heads], dtype=np.uint32)
    keys: Keys = high.astype(np.uint32) << np.repeat(4 * halves, counts).astype(np.uint32)
    return (keys | low) + np.repeat(firsts, counts)


def packed_rows(rows: Keys) -> bytes:
    """Rows, each in as many half bytes as the largest needs; the first byte says how many."""
    halves = max(1, (int(rows.max()).bit_length() + 3) // 4)
    return bytes((_HALVES | halves,)) + _packed(rows, halves)


def unpacked_rows(shards: Sequence[bytes], counts: Sequence[int]) -> Keys:
    """The rows of shards that `packed_rows` packed, of as many as `counts` says."""
    # A whole byte of an older desk is two halves.
    halves = [s[0] & ~_HALVES if s[0] & _HALVES else 2 * s[0] for s in shards]
    return _unpacked([shard[1:] for shard in shards], halves, np.array(counts, dtype=np.int64))


def counts_of(shards: Sequence[bytes]) -> list[int]:
    """How many keys there are in each of shards that `packed_keys` packed."""
    return [_HEAD.unpack_from(shard)[0] for shard in shards]


def _packed(values: Keys, halves: int) -> bytes:
    """The lowest `halves` half bytes of values: whole bytes first, then what is left, two in one."""
    whole = values.astype("<u4").view(np.uint8).reshape(-1, 4)
    held = whole[:, : halves // 2].tobytes()
    if halves % 2:
        last = np.append(whole[:, halves // 2] & 15, np.zeros(len(values) % 2, dtype=np.uint8))
        held += (last[0::2] | last[1::2] << 4).tobytes()
    return held


def _unpacked(parts: Sequence[bytes], halves: Sequence[int], counts: NDArray[np.int64]) -> Keys:
    """The values of `parts`, as many as `counts` says of each."""
    made = np.zeros((int(counts.sum()), 4), dtype=np.uint8)
    owner = np.repeat(np.array(halves, dtype=np.int64), counts)
    for one in sorted(set(halves)):
        width, odd = divmod(one, 2)
        mine = [(p, c) for p, h, c in zip(parts, halves, counts.tolist(), strict=True) if h == one]
        there = owner == one
        if width:
            held = b"".join(part[: width * count] for part, count in mine)
            made[there, :width] = np.frombuffer(held, np.uint8).reshape(-1, width)
        if odd:
            held = b"".join(part[width * count :] for part, count in mine)
            pairs = np.frombuffer(held, np.uint8)
            both = np.stack((pairs & 15, pairs >> 4), axis=1).ravel()
            filled = np.array([count + count % 2 for _, count in mine], dtype=np.int64)
            at = np.arange(len(both)) - np.repeat(np.cumsum(filled) - filled, filled)
            real = at < np.repeat([count for _, count in mine], filled)
            made[there, width] = both[real]
    values: Keys = made.view("<u4").ravel().astype(np.uint32, copy=False)
    return values


def _unpacked_keys(shard: bytes) -> Keys:
    """The keys of a shard, of an older desk or not."""
    count, first, apart, width = _HEAD.unpack_from(shard)
    if width & _HALVES:
        return unpacked_keys([shard])
    rest = shard[_HEAD.size + 8 * apart :]
    steps = _unpacked([rest], [2 * width], np.array([count], dtype=np.int64))
    if apart:
        places, values = np.frombuffer(shard, "<u4", 2 * apart, _HEAD.size).reshape(2, apart)
        steps[places.astype(np.int64)] = values
    steps[0] = 0
    keys: Keys = np.cumsum(steps, dtype=np.uint32) + np.uint32(first)
    return keys
