"""The words of a page's units, read once for all that compares or counts them.

A word is a number, by its first place on the page; a set of words is the bits of one whole number,
so that sets are united and compared by a machine's own steps, many words at each.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import chain, count
from operator import or_

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.flattened import words as w
from rashomon.reading.flattened.units import Unit
from rashomon.reading.flattened.word_classes import classes

Bag = int
Places = NDArray[np.int64]
# Words from which a unit counts as prose for how common a word is on the page.
LONG = 12
# Units by words that are marked at once when sets are made: bounds memory.
_CELLS = 1 << 22


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`tokens` are the words of each unit; `token` those of all units one after another, as numbers
    by the word's first place on the page, unit k having those from `edges[k]` to `edges[k + 1]`.
    `classes` says by token what the word is (`word_classes`), `opening` is each unit's first word in
    small letters.

    For each unit, as bits: `contents`, its words that are compared; `names`, capitalised words
    but its first; `fulls`, full names (pairs of neighbouring capitalised words, mostly a person's),
    and `lasts`, the second words of those, as bits of names. `last_of` is by full name the number
    of its second word as a name.

    `unit`, `word`, `heavy` and `rare` are the compared words as rows: the unit, a number for the
    word, its weight and the root of that. A weight is a squared inverse frequency among the page's
    units: what all of a page speaks of says little about where one article ends. `by_word` is the
    weight of each number.
    """

    tokens: list[list[str]]
    token: Places
    edges: Places
    classes: Places
    opening: list[str]
    contents: list[Bag]
    names: list[Bag]
    fulls: list[Bag]
    lasts: list[Bag]
    last_of: list[int]
    unit: Places
    word: Places
    heavy: NDArray[np.float64]
    rare: NDArray[np.float64]
    by_word: NDArray[np.float64]


def read_words(units: Sequence[Unit]) -> Lexicon:
    """The lexicon of a page's units."""
    tokens = [w.tokens(unit.text) for unit in units]
    counts = np.array([len(toks) for toks in tokens], np.int64)
    edges = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    number: defaultdict[str, int] = defaultdict(count().__next__)
    token = np.fromiter(map(number.__getitem__, chain.from_iterable(tokens)), np.int64)
    of_token = np.repeat(np.arange(len(units)), counts)
    known = list(map(_known, number))
    forms, classes_of, capitals, folded = zip(*known, strict=True) if known else ((), (), (), ())

    kind = _numbers(forms)
    unit, word = _once(of_token, kind[token])
    size = int(kind.max(initial=-1)) + 1
    long = counts >= LONG
    times = np.bincount(word[long[unit]], minlength=size)
    total = max(1, int(long.sum()))
    by_count = np.array([
        max(0.01, math.log((1 + total) / (0.5 + often))) ** 2 for often in range(total + 1)
    ])  # fmt: skip
    by_word = by_count[times]
    heavy = by_word[word]

    name = _numbers(folded)
    capital = np.array(capitals, bool)[token]
    inner = np.ones(len(token), bool)
    inner[edges[:-1][counts > 0]] = False
    named = inner & (name[token] >= 0)
    names = _sets(of_token[named], name[token[named]], len(units))
    second = np.flatnonzero(named[1:] & capital[:-1]) + 1
    pair, last = _pairs(token, second, name)
    return Lexicon(
        tokens, token, edges, np.array(classes_of, np.int64)[token], [toks[0].lower() if toks else "" for toks in tokens],
        _sets(unit, word, len(units)), names, _sets(of_token[second], pair, len(units)),
        _sets(of_token[second], name[token[second]], len(units)), last,
        unit, word, heavy, np.sqrt(heavy), by_word,
    )  # fmt: skip


def union(bags: Sequence[Bag], which: Iterable[int]) -> Bag:
    """All words of the chosen bags."""
    return reduce(or_, [bags[k] for k in which], 0)


def span(bags: Sequence[Bag], start: int, stop: int) -> Bag:
    """All words of the bags from `start` up to `stop`."""
    return reduce(or_, bags[start:stop], 0)


def overlap(a: Bag, b: Bag) -> float:
    """Share of `a` that is in `b`; 0 where `a` is empty."""
    return (a & b).bit_count() / a.bit_count() if a else 0.0


def members(bag: Bag) -> list[int]:
    """The numbers whose bits are set, in order."""
    found = []
    while bag:
        lowest = bag & -bag
        found.append(lowest.bit_length() - 1)
        bag ^= lowest
    return found


@lru_cache(maxsize=65536)
def _known(word: str) -> tuple[str, int, bool, str]:
    """What is compared of a word, its classes, whether it is capitalised, and it as a name."""
    upper = word[0].isupper()
    return (
        w.compared(word),
        classes(word),
        upper,
        word.casefold() if upper and len(word) > 2 else "",
    )


def _numbers(forms: Iterable[str]) -> Places:
    """A number for each form, equal ones alike, by first place; -1 for an empty one."""
    number: defaultdict[str, int] = defaultdict(count().__next__)
    number[""] = -1
    return np.fromiter(map(number.__getitem__, forms), np.int64)


def _once(unit: Places, member: Places) -> tuple[Places, Places]:
    """Pairs of unit and member, each once, by first place; members below 0 are left out."""
    some = member >= 0
    unit, member = unit[some], member[some]
    # One number holds unit, member and place: sorted, the first of each pair comes first.
    places = max(1, len(unit))
    key = np.sort(
        (unit * (int(member.max(initial=0)) + 1) + member) * places + np.arange(len(unit))
    )
    pair = key // places
    first = np.ones(len(key), bool)
    first[1:] = pair[1:] != pair[:-1]
    kept = np.sort(key[first] % places)
    return unit[kept], member[kept]


def _sets(unit: Places, member: Places, units: int) -> list[Bag]:
    """Each unit's members as the bits of a number. `unit` ascends."""
    width = int(member.max(initial=-1)) + 1
    if not width:
        return [0] * units
    found: list[Bag] = []
    step = max(1, _CELLS // width)
    for start in range(0, units, step):
        a, b = np.searchsorted(unit, [start, start + step])
        marks = np.zeros((min(step, units - start), width), bool)
        marks[unit[a:b] - start, member[a:b]] = True
        packed = np.packbits(marks, axis=1, bitorder="little")
        found += [int.from_bytes(row.tobytes(), "little") for row in packed]
    return found


def _pairs(token: Places, second: Places, name: Places) -> tuple[Places, list[int]]:
    """The full names whose second words stand at `second`, as numbers, and by number its name."""
    if not len(second):
        return second, []
    key = token[second - 1] * len(name) + token[second]
    kinds, pair = np.unique(key, return_inverse=True)
    return pair, name[kinds % len(name)].tolist()
