"""Features of many items as arrays, fit for storing: what grouping computes with.

A word is its CRC-32 here: of the words of a desk a few in a million share one, which changes the
weight of a rare word at most.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rashomon.stories import packing, runs, settings
from rashomon.stories.features import Features
from rashomon.stories.runs import CODE_BITS, coded

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

TITLE, NAME, NUMBER = 1, 2, 4
_MOST_USES = 0xFFFF
_FLAG_BITS = 3
_OFTEN = (1 << (8 - _FLAG_BITS)) - 1  # uses that a byte does not hold beside the flags


@dataclass(frozen=True, slots=True)
class Bag:
    """Items with their words and runs: those of item i stand at `start[i]` to `start[i + 1]`, in
    ascending order, and at `run_start[i]` to `run_start[i + 1]`. At `stem_start[i]` to
    `stem_start[i + 1]` stand the words as they follow in its text (see `runs.coded`), from which
    the others can be made again; there are none where they were not kept.

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
    stem_start: Ints
    stems: NDArray[np.uint64]
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
_ALL = (
    "start", "term", "uses", "flags", "run_start", "runs", "stem_start", "stems", *_PER_ITEM,
)  # fmt: skip
_TYPES: dict[str, Any] = {
    "start": "<i8", "term": "<u4", "flags": "u1", "run_start": "<i8", "runs": "<u4",
    **dict.fromkeys(_PER_ITEM, "<f8"), "source": "<i8", "page": "<i8",
}  # fmt: skip
_SMALL, _QUICK = b"\x01", b"\x02"  # how a bag was dumped


def code(word: str) -> int:
    """The number of a word."""
    return coded(word) >> CODE_BITS


def pack(items: Sequence[Features]) -> Bag:
    """The features of `items`, in their order."""
    stem_start, stems = _codes([item.stems for item in items])
    title_start, title = _codes([item.title for item in items])
    name_start, name = _codes([tuple(name for name, _ in item.names) for item in items])
    keys = {
        kind: packing.keys(start, codes)
        for kind, start, codes in (
            ("text", stem_start, stems), ("title", title_start, title), ("name", name_start, name),
        )
    }  # fmt: skip
    terms = np.unique(np.concatenate([keys["text"], keys["title"]]))
    flags = np.zeros(len(terms), dtype=np.uint8)
    for kind, sign in (("title", TITLE), ("name", NAME)):
        there = keys[kind][np.isin(keys[kind], terms)]
        flags[np.searchsorted(terms, there)] |= sign
    uses = np.bincount(np.searchsorted(terms, keys["text"]), minlength=len(terms))
    whens = [item.when for item in items]

    def times(values: list[float | int | None]) -> Floats:
        return np.array([np.nan if v is None else v for v in values], dtype=np.float64)

    def hashes(values: list[str]) -> Ints:
        return np.array([_long(value) for value in values], dtype=np.int64)

    owner = (terms >> np.uint64(packing.KEY_BITS)).astype(np.int64)
    return Bag(
        np.searchsorted(owner, np.arange(len(items) + 1)).astype(np.int64),
        packing.term_of(terms),
        np.minimum(uses, _MOST_USES).astype(np.uint16),
        flags | NUMBER * packing.is_number(terms),
        *runs.hashed(stems, stem_start),
        stem_start,
        stems,
        times([w.first for w in whens]),
        times([w.last for w in whens]),
        times([w.day_of_year for w in whens]),
        times([w.weekday for w in whens]),
        hashes([item.source for item in items]),
        hashes([item.page for item in items]),
        np.zeros(len(items)),
        np.zeros(len(items)),
    )


def _codes(words: Sequence[Sequence[str]]) -> tuple[Ints, NDArray[np.uint64]]:
    """Where the words of each item begin, and all of them as numbers."""
    lengths = [len(one) for one in words]
    start = np.concatenate(([0], np.cumsum(np.array(lengths, dtype=np.int64))))
    made = np.fromiter(map(coded, chain.from_iterable(words)), np.uint64, int(start[-1]))
    return start.astype(np.int64), made


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
    made = {name: np.concatenate([getattr(bag, name) for bag in bags]) for name in _ALL}
    for name in ("start", "run_start", "stem_start"):
        counts = [np.diff(getattr(bag, name)) for bag in bags]
        made[name] = np.concatenate(([0], np.cumsum(np.concatenate(counts)))).astype(np.int64)
    return Bag(**made)


def chosen(bag: Bag, items: Ints) -> Bag:
    """The items at the places `items`, in that order."""
    made: dict[str, Any] = {name: getattr(bag, name)[items] for name in _PER_ITEM}
    for start, names in (
        ("start", ("term", "uses", "flags")), ("run_start", ("runs",)), ("stem_start", ("stems",)),
    ):  # fmt: skip
        begin = getattr(bag, start)[items]
        counts = getattr(bag, start)[items + 1] - begin
        ends = np.cumsum(counts)
        total = int(ends[-1]) if len(ends) else 0
        at = np.arange(total) + np.repeat(begin - (ends - counts), counts)
        for name in names:
            made[name] = getattr(bag, name)[at]
        made[start] = np.concatenate(([0], ends)).astype(np.int64)
    return Bag(**made)


def dumped(bag: Bag, *, small: bool) -> bytes:
    """`bag` as bytes, the same on every machine: in a third of the bytes where it is to be `small`,
    and read in a fifth of the time where not."""
    # Words that are counted stand in the texts, unless these were not kept.
    if not small or int(bag.uses.sum()) != len(bag.stems):
        return _QUICK + _quick(bag)
    # Words of a title that the text lacks; of others all but the flags follows from the text.
    extra = np.flatnonzero(bag.uses == 0)
    number = (bag.flags[extra] & NUMBER) > 0
    per_item = np.stack([getattr(bag, name).view("<i8") for name in _PER_ITEM])
    return _SMALL + packing.packed(
        packing.Parts(
            bag.stem_start, bag.stems, bag.owner[extra], bag.term[extra], number,
            bag.flags & np.uint8(TITLE | NAME), per_item.astype("<i8"),
        )
    )  # fmt: skip


def loaded(stored: bytes) -> Bag:
    """What `dumped` gave; of one that is not small, without the words as they follow."""
    if stored[:1] == _QUICK:
        return _loaded_quick(stored[1:])
    found = packing.unpacked(stored[1:], len(_PER_ITEM))
    counted = found.counted()
    run_start, hashes = runs.hashed(found.stems, found.stem_start)
    per_item = {
        name: row if name in ("source", "page") else row.view("<f8")
        for name, row in zip(_PER_ITEM, found.per_item, strict=True)
    }
    return Bag(
        start=counted.start, term=counted.term,
        uses=np.minimum(counted.uses, _MOST_USES).astype(np.uint16),
        flags=found.flags | NUMBER * counted.number, run_start=run_start, runs=hashes,
        stem_start=found.stem_start, stems=found.stems, **per_item,
    )  # fmt: skip


def _quick(bag: Bag) -> bytes:
    """Uses and flags of a word in one byte, and apart
    the places and uses of the few words that are used often."""
    often = np.flatnonzero(bag.uses >= _OFTEN)
    uses = np.minimum(bag.uses, _OFTEN).astype(np.uint8)
    counts = np.array([bag.count, len(bag.term), len(bag.runs), len(often)], dtype="<i8")
    made = {name: getattr(bag, name) for name in _TYPES}
    made["flags"] = made["flags"] | uses << _FLAG_BITS
    return b"".join(
        [
            *(part.astype(_TYPES[name]).tobytes() for name, part in made.items()),
            np.stack((often, bag.uses[often])).astype("<u4").tobytes(),
            counts.tobytes(),
        ]
    )


def _loaded_quick(stored: bytes) -> Bag:
    items, words, runs, often = np.frombuffer(stored[-32:], dtype="<i8").tolist()
    sizes = {"start": items + 1, "run_start": items + 1, "runs": runs}
    sizes |= dict.fromkeys(("term", "flags"), words)
    at = 0
    made: dict[str, Any] = {}
    for name, form in _TYPES.items():
        kind, count = np.dtype(form), sizes.get(name, items)
        made[name] = np.frombuffer(stored, dtype=kind, count=count, offset=at)
        at += kind.itemsize * count
    made["uses"] = (made["flags"] >> _FLAG_BITS).astype(np.uint16)
    made["flags"] = made["flags"] & np.uint8((1 << _FLAG_BITS) - 1)
    places, uses = np.frombuffer(stored, "<u4", 2 * often, at).reshape(2, often)
    made["uses"][places] = uses
    nothing = np.zeros(items + 1, dtype=np.int64)
    return Bag(**made, stem_start=nothing, stems=np.zeros(0, dtype=np.uint64))
