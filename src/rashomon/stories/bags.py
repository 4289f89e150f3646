"""Features of many items as arrays, fit for storing: what grouping computes with.

A word is its CRC-32 here: of the words of a desk a few in a million share one, which changes the
weight of a rare word at most.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rashomon.stories import settings
from rashomon.stories.features import Features
from rashomon.stories.runs import HASH

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

TITLE, NAME, NUMBER = 1, 2, 4
_FLAG_BITS = 3
_OFTEN = (1 << (8 - _FLAG_BITS)) - 1  # uses that a byte does not hold beside the flags


@dataclass(frozen=True, slots=True)
class Bag:
    """Items with their words and runs: those of item i stand at `start[i]` to `start[i + 1]`, and
    at `run_start[i]` to `run_start[i + 1]`.

    `flags` say where a word stands (`TITLE`, `NAME`) and what it is (`NUMBER`); `uses` count it in
    the text. `first`, `last`, `day_of_year` and `weekday` are as in `When`, nan where unknown.
    `source` and `page` are hashes. `title_length` and `words_length` are the lengths of the item's
    vectors when it was last grouped, 0 before.
    """

    start: Ints
    term: NDArray[np.uint32]
    uses: NDArray[np.uint16]
    flags: NDArray[np.uint8]
    run_start: Ints
    runs: NDArray[np.uint32]
    first: Floats
    last: Floats
    day_of_year: Floats
    weekday: Floats
    source: Ints
    page: Ints
    title_length: Floats
    words_length: Floats

    @property
    def count(self) -> int:
        """How many items there are."""
        return len(self.start) - 1

    @property
    def owner(self) -> Ints:
        """The item of each word."""
        return np.repeat(np.arange(self.count), np.diff(self.start))

    @property
    def wide(self) -> NDArray[np.bool_]:
        """Items whose time is too vague for the window."""
        return ~(self.last - self.first <= settings.WINDOW_DAYS)


_PER_ITEM = (
    "first", "last", "day_of_year", "weekday", "source", "page", "title_length", "words_length",
)  # fmt: skip
_TYPES: dict[str, Any] = {
    "start": "<i8", "term": "<u4", "uses": "<u2", "flags": "u1", "run_start": "<i8", "runs": "<u4",
    **dict.fromkeys(_PER_ITEM, "<f8"), "source": "<i8", "page": "<i8",
}  # fmt: skip


@lru_cache(maxsize=1 << 17)
def code(word: str) -> int:
    """The number of a word."""
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


@lru_cache(maxsize=1 << 17)
def _numbered(word: str) -> int:
    """The number of a word, and in the last bit whether it is one itself."""
    return code(word) << 1 | word[:1].isdigit()


def pack(items: Sequence[Features]) -> Bag:
    """The features of `items`, in their order."""
    term: list[int] = []
    uses: list[int] = []
    flags: list[int] = []
    start = [0]
    for item in items:
        counts = dict(zip(item.lead, item.uses, strict=True))
        signs = dict.fromkeys(item.title, TITLE)
        for word in item.title:
            counts.setdefault(word, 0)
        for name, _ in item.names:
            signs[name] = signs.get(name, 0) | NAME
        term += map(_numbered, counts)
        uses += counts.values()
        flags += map(signs.get, counts, repeat(0))
        start.append(len(term))
    numbered = np.array(term, dtype=np.int64)
    whens = [item.when for item in items]

    def times(values: list[float | int | None]) -> Floats:
        return np.array([np.nan if v is None else v for v in values], dtype=np.float64)

    def hashes(values: list[str]) -> Ints:
        return np.array([_long(value) for value in values], dtype=np.int64)

    lengths = [len(item.runs) // HASH.itemsize for item in items]
    return Bag(
        np.array(start, dtype=np.int64),
        (numbered >> 1).astype(np.uint32),
        np.minimum(np.array(uses, dtype=np.int64), 0xFFFF).astype(np.uint16),
        np.array(flags, dtype=np.uint8) | NUMBER * (numbered & 1).astype(np.uint8),
        np.concatenate(([0], np.cumsum(lengths))).astype(np.int64),
        np.frombuffer(b"".join(item.runs for item in items), dtype=HASH),
        times([w.first for w in whens]),
        times([w.last for w in whens]),
        times([w.day_of_year for w in whens]),
        times([w.weekday for w in whens]),
        hashes([item.source for item in items]),
        hashes([item.page for item in items]),
        np.zeros(len(items)),
        np.zeros(len(items)),
    )


def _long(text: str) -> int:
    data = text.encode("utf-8", "surrogatepass")
    return zlib.crc32(data) << 31 | zlib.crc32(data[::-1] + b"\x00") >> 1


def distinct(values: Ints) -> Ints:
    """`np.unique`, by sorting: of many values with few that are equal that is much faster."""
    found = np.sort(values)
    if not len(found):
        return found
    return np.asarray(found[np.r_[True, found[1:] != found[:-1]]])


def joined(bags: Sequence[Bag]) -> Bag:
    """All items of `bags`, one after the other."""
    if len(bags) == 1:
        return bags[0]
    bags = bags or [pack(())]
    made = {name: np.concatenate([getattr(bag, name) for bag in bags]) for name in _TYPES}
    for name in ("start", "run_start"):
        counts = [np.diff(getattr(bag, name)) for bag in bags]
        made[name] = np.concatenate(([0], np.cumsum(np.concatenate(counts)))).astype(np.int64)
    return Bag(**made)


def chosen(bag: Bag, items: Ints) -> Bag:
    """The items at the places `items`, in that order."""
    made: dict[str, Any] = {name: getattr(bag, name)[items] for name in _PER_ITEM}
    for start, names in (("start", ("term", "uses", "flags")), ("run_start", ("runs",))):
        begin = getattr(bag, start)[items]
        counts = getattr(bag, start)[items + 1] - begin
        ends = np.cumsum(counts)
        total = int(ends[-1]) if len(ends) else 0
        at = np.arange(total) + np.repeat(begin - (ends - counts), counts)
        for name in names:
            made[name] = getattr(bag, name)[at]
        made[start] = np.concatenate(([0], ends)).astype(np.int64)
    return Bag(**made)


def dumped(bag: Bag) -> bytes:
    """`bag` as bytes, the same on every machine: uses and flags of a word in one byte, and apart
    the places and uses of the few words that are used often."""
    often = np.flatnonzero(bag.uses >= _OFTEN)
    uses = np.minimum(bag.uses, _OFTEN).astype(np.uint8)
    counts = np.array([bag.count, len(bag.term), len(bag.runs), len(often)], dtype="<i8")
    made = {name: getattr(bag, name) for name in _TYPES if name != "uses"}
    made["flags"] = made["flags"] | uses << _FLAG_BITS
    return b"".join(
        [
            *(part.astype(_TYPES[name]).tobytes() for name, part in made.items()),
            np.stack((often, bag.uses[often])).astype("<u4").tobytes(),
            counts.tobytes(),
        ]
    )


def loaded(stored: bytes) -> Bag:
    """What `dumped` gave."""
    items, words, runs, often = np.frombuffer(stored[-32:], dtype="<i8").tolist()
    sizes = {"start": items + 1, "run_start": items + 1, "runs": runs}
    sizes |= dict.fromkeys(("term", "flags"), words)
    at = 0
    made: dict[str, Any] = {}
    for name, form in _TYPES.items():
        if name != "uses":
            kind, count = np.dtype(form), sizes.get(name, items)
            made[name] = np.frombuffer(stored, dtype=kind, count=count, offset=at)
            at += kind.itemsize * count
    made["uses"] = (made["flags"] >> _FLAG_BITS).astype(np.uint16)
    made["flags"] = made["flags"] & np.uint8((1 << _FLAG_BITS) - 1)
    places, uses = np.frombuffer(stored, "<u4", 2 * often, at).reshape(2, often)
    made["uses"][places] = uses
    return Bag(**made)
