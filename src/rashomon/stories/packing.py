"""The words of items in few bytes: as they follow in the texts, by a dictionary of their own.

Which words an item has, how often, and its runs follow from that. The dictionary is in classes of
how often its words stand there, so that those of many uses have small numbers; zlib does the rest.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.stories.runs import CODE_BITS

Ints = NDArray[np.int64]
Codes = NDArray[np.uint64]
KEY_BITS = 32 + CODE_BITS
_NUMBER = 2
_HEAD = struct.Struct("<5I")


def keys(start: Ints, codes: Codes) -> Codes:
    """Each word of each item as one number, in the order of items and then of words."""
    owner = np.repeat(np.arange(len(start) - 1, dtype=np.uint64), np.diff(start))
    return owner << np.uint64(KEY_BITS) | codes


def term_of(keys: Codes) -> NDArray[np.uint32]:
    """The words of `keys`, as hashes."""
    return (keys >> np.uint64(CODE_BITS) & np.uint64(0xFFFFFFFF)).astype(np.uint32)


def is_number(keys: Codes) -> NDArray[np.uint8]:
    """1 for the words of `keys` that are numbers."""
    return (keys >> np.uint64(1) & np.uint64(1)).astype(np.uint8)


@dataclass(frozen=True, slots=True)
class Counted:
    """The words of items, each once: those of item i stand at `start[i]` to `start[i + 1]`."""

    start: Ints
    term: NDArray[np.uint32]
    uses: Ints
    number: NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Parts:
    """What is packed: the words of texts, as `runs.coded`; words that the text of an item lacks, by
    item, with whether they are numbers; signs of the words of items, in the order of `Counted`; and
    rows of eight bytes for each item."""

    stem_start: Ints
    stems: Codes
    extra_owner: Ints
    extra_term: NDArray[np.uint32]
    extra_number: NDArray[np.bool_]
    flags: NDArray[np.uint8]
    per_item: Ints


def packed(parts: Parts) -> bytes:
    """`parts` as bytes."""
    extra = parts.extra_term.astype(np.uint64) << np.uint64(CODE_BITS)
    extra |= np.uint64(_NUMBER) * parts.extra_number
    every = np.concatenate([parts.stems, extra])
    words, number, counts = np.unique(every, return_inverse=True, return_counts=True)
    classes = -np.floor(np.log2(np.maximum(counts, 1))).astype(np.int64)
    order = np.argsort(classes, kind="stable")
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    ids = place[number]
    words = words[order]
    terms = (words >> np.uint64(CODE_BITS)).astype(np.uint32)
    items = len(parts.stem_start) - 1
    width = _width(len(words))
    held = np.bincount(parts.extra_owner, minlength=items)
    head = _HEAD.pack(items, len(words), len(parts.stems), len(extra), len(parts.flags))
    return head + zlib.compress(
        b"".join(
            [
                ids.astype(width).tobytes(),
                _planes(np.diff(terms, prepend=np.uint32(0))),
                (words & np.uint64((1 << CODE_BITS) - 1)).astype(np.uint8).tobytes(),
                _planes(np.diff(parts.stem_start).astype(np.uint32)),
                _planes(held.astype(np.uint32)),
                parts.flags.tobytes(),
                parts.per_item.astype("<i8").tobytes(),
            ]
        ),
        9,
    )


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What `packed` packed; `ids` are places in `words`, of texts first."""

    stem_start: Ints
    stems: Codes
    flags: NDArray[np.uint8]
    per_item: Ints
    words: Codes
    ids: Ints
    extra_owner: Ints

    def counted(self) -> Counted:
        """The words of each item, each once."""
        size, items = max(len(self.words), 1), len(self.stem_start) - 1
        order = np.argsort(self.words, kind="stable")
        rank = np.empty(len(order), dtype=np.int64)
        rank[order] = np.arange(len(order))
        owner = np.repeat(np.arange(items), np.diff(self.stem_start))
        # In the last bit whether the text lacks the word.
        made = (np.concatenate([owner, self.extra_owner]) * size + rank[self.ids]) * 2
        made[len(owner) :] += 1
        narrow = items * size * 2 < 1 << 31
        made = np.sort(made.astype(np.int32) if narrow else made).astype(np.int64)
        first = np.flatnonzero(
            np.concatenate(([True], made[1:] != made[:-1])) if len(made) else made
        )
        found = made[first]
        uses = np.where(found & 1, 0, np.diff(np.append(first, len(made))))
        whose, at = np.divmod(found >> 1, size)
        words = self.words[order[at]]
        start = np.searchsorted(whose, np.arange(items + 1)).astype(np.int64)
        return Counted(start, term_of(words), uses, is_number(words))


def unpacked(stored: bytes, rows: int) -> Unpacked:
    """What `packed` packed, with so many `rows` for each item."""
    items, count, stems, extra, flags = _HEAD.unpack_from(stored)
    data = zlib.decompress(stored[_HEAD.size :])
    at = 0

    def take(kind: str, number: int) -> NDArray[np.generic]:
        nonlocal at
        found = np.frombuffer(data, dtype=np.dtype(kind), count=number, offset=at)
        at += found.nbytes
        return found

    def wide(number: int) -> NDArray[np.uint32]:
        return np.ascontiguousarray(take("u1", 4 * number).reshape(4, number).T).view("<u4").ravel()

    ids = take(_width(count), stems + extra).astype(np.int64)
    terms = np.cumsum(wide(count), dtype=np.uint32)
    words = terms.astype(np.uint64) << np.uint64(CODE_BITS) | take("u1", count).astype(np.uint64)
    lengths, held = wide(items), wide(items)
    signs = take("u1", flags).astype(np.uint8)
    return Unpacked(
        np.concatenate(([0], np.cumsum(lengths))).astype(np.int64),
        words[ids[:stems]],
        signs,
        take("<i8", rows * items).astype(np.int64).reshape(rows, items),
        words,
        ids,
        np.repeat(np.arange(items), held),
    )


def _width(count: int) -> str:
    return "<u2" if count <= 0xFFFF else "<u4"


def _planes(values: NDArray[np.uint32]) -> bytes:
    """The first bytes of all values, then the second ones: those of small values are mostly 0."""
    return np.ascontiguousarray(values.astype("<u4").view(np.uint8).reshape(-1, 4).T).tobytes()
