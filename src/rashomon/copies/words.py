"""The words of a text as numbers, for any script, in a few passes of numpy.

A word is a run of letters and digits, folded in case, without accents, apostrophes, soft hyphens
or combining marks; in scripts that are written without spaces each sign is a word. A word's
number is a polynomial hash of its code points, so it is the same in every process.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.uint64]
Offsets = NDArray[np.int64]

_BREAK, _DROP, _LETTER, _SIGN, _UNSEEN = 0, 1, 2, 3, 9
_LINE, _OPEN, _CLOSE, _STRAIGHT = 4, 5, 6, 7
_MARKS = (
    {"\n": _LINE, '"': _STRAIGHT}
    | dict.fromkeys("“«„「『", _OPEN)
    | dict.fromkeys("”»」』", _CLOSE)
)
_kind = np.full(0x110000, _UNSEEN, dtype=np.uint8)
_folded = np.zeros(0x110000, dtype=np.uint32)

# Apostrophes go without a break: "don't", "don’t" and "dont" are one word.
_APOSTROPHES = frozenset("'’‘ʼ`´")
# Written without spaces: Thai, Lao, Myanmar, Khmer, kana, Han.
_SIGNS = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3005, 0x3007), (0x3040, 0x30FF),
    (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF),
)  # fmt: skip

# An odd multiplier has an inverse modulo 2**64, which lets a prefix sum give every word's hash.
_BASE = 0x9E3779B97F4A7C15
_INVERSE = pow(_BASE, -1, 1 << 64)


class Words(NamedTuple):
    """Words of a text: `numbers` their hashes, `signs` True where a word is one unspaced sign,
    `starts` and `ends` their code point offsets in the text; `turns` are the offsets at which
    the text goes into double quotation marks and out of them, by turns."""

    numbers: Numbers
    signs: NDArray[np.bool_]
    starts: Offsets
    ends: Offsets
    turns: tuple[int, ...]


def _classify(code: int) -> tuple[int, int]:
    character = chr(code)
    if character in _APOSTROPHES:
        return _DROP, 0
    if character in _MARKS:
        return _MARKS[character], 0
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf", "Cs"):
        return _DROP, 0
    if category[0] not in "LNM":
        return _BREAK, 0
    folded = unicodedata.normalize("NFKD", character).lower()
    base = ord(folded[0]) if folded else code
    if any(low <= code <= high for low, high in _SIGNS):
        return _SIGN, base
    return _LETTER, base


def _powers(base: int, count: int) -> Numbers:
    powers = np.full(count, base, dtype=np.uint64)
    powers[0] = 1
    return np.multiply.accumulate(powers)


class _Tables:
    """Powers of the multiplier and of its inverse, grown as longer texts come."""

    up = _powers(_BASE, 1 << 14)
    down = _powers(_INVERSE, 1 << 14)


def powers(count: int) -> tuple[Numbers, Numbers]:
    """The first `count` powers of the multiplier and of its inverse."""
    if count > len(_Tables.up):
        size = 1 << (count - 1).bit_length()
        _Tables.up, _Tables.down = _powers(_BASE, size), _powers(_INVERSE, size)
    return _Tables.up[:count], _Tables.down[:count]


def mix(numbers: Numbers) -> Numbers:
    """Spread the bits (the finisher of splitmix64), so that order says nothing of the words."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))


def runs(values: Numbers, starts: Offsets, ends: Offsets) -> Numbers:
    """A hash of each run `values[start:end]`, by prefix sums."""
    up, down = powers(len(values) + 1)
    sums = np.zeros(len(values) + 1, dtype=np.uint64)
    np.cumsum((values + np.uint64(1)) * up[:-1], out=sums[1:])
    return mix((sums[ends] - sums[starts]) * down[starts])


def words(text: str) -> Words:
    """The words of `text`."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds = _kind[codes]
    if (kinds == _UNSEEN).any():
        for code in np.unique(codes[kinds == _UNSEEN]).tolist():
            _kind[code], _folded[code] = _classify(code)
        kinds = _kind[codes]
    turns = _turns(kinds)
    kept = None
    if (kinds == _DROP).any():
        kept = np.flatnonzero(kinds != _DROP)
        kinds, codes = kinds[kept], codes[kept]
    letter = np.zeros(len(kinds) + 2, dtype=np.int8)
    letter[1:-1] = kinds == _LETTER
    edges = np.flatnonzero(letter[1:] != letter[:-1])
    starts, ends = edges[0::2], edges[1::2]
    unspaced = np.zeros(len(starts), dtype=np.bool_)
    places = np.flatnonzero(kinds == _SIGN)
    if len(places):
        starts, ends = np.concatenate((starts, places)), np.concatenate((ends, places + 1))
        unspaced = np.concatenate((unspaced, np.ones(len(places), dtype=np.bool_)))
        order = np.argsort(starts, kind="stable")
        starts, ends, unspaced = starts[order], ends[order], unspaced[order]
    numbers = runs(_folded[codes].astype(np.uint64), starts, ends)
    if kept is not None and len(starts):
        starts, ends = kept[starts], kept[ends - 1] + 1
    return Words(numbers, unspaced, starts, ends, turns)


def _turns(kinds: NDArray[np.uint8]) -> tuple[int, ...]:
    """Where quoting begins and ends; the end of a line ends it, for marks that were not closed."""
    places = np.flatnonzero(kinds >= _LINE)
    places = places[kinds[places] != _UNSEEN]
    turns: list[int] = []
    inside = False
    for place, kind in zip(places.tolist(), kinds[places].tolist(), strict=True):
        opens = kind == _OPEN or (kind == _STRAIGHT and not inside)
        if opens != inside:
            turns.append(place)
            inside = opens
    return tuple(turns)
