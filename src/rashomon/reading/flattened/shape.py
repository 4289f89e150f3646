"""What a unit looks like by itself: lengths, capitals, stops, and the patterns it matches.

What is counted is counted for all units of a page at once: a running sum over its words or
characters, of which a unit's share is the difference of two places. Several counts are fields of
one number; a difference of two sums is right in every field, whatever the sums carried over.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.flattened import patterns as p
from rashomon.reading.flattened.lexicon import Lexicon
from rashomon.reading.flattened.marks import MARKS, marks_of
from rashomon.reading.flattened.settings import EDGE, WORDS_OF
from rashomon.reading.flattened.units import Unit
from rashomon.reading.flattened.word_classes import BEYOND, COUNTED, EVERY, OPENS, PRONOUN

SHAPE = (
    "chars", "words", "terminal", "colon", "question", "cut", "cut_bracket", "upper", "lower",
    "digit", "quote", "bullet", "title_case", "caps", "digits", "punct", "sentences", "short_words",
    "commas", "separators", "url", "social", "quotes", "age", "date", "clock", "byline", "role",
    "more", "more_inline", "caption", "credit", "note", "bio", "legal", "cookie", "ask", "promo",
    "sponsored", "comment", "list_head", "furniture", "dateline", "dateline_date", "second",
    "pronoun", "name_line", "numbered", "source_age", "blank", "blank_after", "prose", "head_like",
    "rule", "chat", "articles", "auxiliaries", "verbal", "tweet",
    "weekday", "opens_a", "opens_the",
)  # fmt: skip
_AT = {name: k for k, name in enumerate(SHAPE)}
_MARKED = [_AT[name] for name in MARKS]

Counts = NDArray[np.int64]
# Words of a unit that are counted; a field holds more than that, and more than `EDGE`.
_WORDS_SEEN = 400
_BITS = 10
_FIELDS = 6
_FIELD = (1 << _BITS) - 1


def shapes(units: Sequence[Unit], lexicon: Lexicon) -> NDArray[np.float32]:
    """One row a unit, columns as in `SHAPE`."""
    out = np.zeros((len(units), len(SHAPE)), dtype=np.float32)
    if not units:
        return out
    texts = [unit.text for unit in units]
    heads = [text[:EDGE] for text in texts]
    sizes = [len(text) for text in texts]
    ascii_heads = np.array([head.isascii() for head in heads])
    letters, caps, digits, others, separators, quotes = _characters(heads)
    words = _Words(lexicon)
    count = words.size
    near = [words.first(name, 90) > 0 for name in ("bio", "legal", "cookie", "promo")]
    marks = np.array([
        marks_of(text, holds, of_unit, some)
        for text, holds, some, *of_unit in zip(
            texts, words.holds(sizes), (digits > 0).tolist(), *(x.tolist() for x in near), strict=True
        )
    ], np.int64)  # fmt: skip
    out[:, _MARKED] = marks[:, None] >> np.arange(len(MARKS)) & 1

    long_words, seen = words.first("long"), np.maximum(np.minimum(count, _WORDS_SEEN), 1)
    short_share = words.first("short") / seen
    sentences = np.array([_sentences(text) for text in texts])
    size = np.array(sizes)
    head_size = np.minimum(size, EDGE)
    terminal = out[:, _AT["terminal"]] > 0
    in60 = np.maximum(np.minimum(count, 60), 1)
    prose = ((count >= 12) & (terminal | (sentences > 0)) & (short_share > 0.12)) | (count >= 60)
    # Words of other scripts are counted short of what they are.
    prose |= ~ascii_heads & (size >= 30) & ((sentences > 0) | (terminal & (size >= 40)))
    begins = (out[:, _AT["upper"]] > 0) | (out[:, _AT["digit"]] > 0) | ~ascii_heads
    columns: dict[str, Counts | NDArray[np.float64] | NDArray[np.bool_] | list[float]] = {
        "chars": [math.log1p(min(n, 20000)) for n in sizes],
        "words": [math.log1p(n) for n in count.tolist()],
        "bullet": [unit.bullet for unit in units],
        "blank": [unit.blank for unit in units],
        "title_case": words.first("capital") / np.maximum(long_words, 1),
        "caps": caps / np.maximum(letters, 1),
        "digits": digits / head_size,
        "punct": others / head_size,
        "sentences": np.minimum(sentences, 12),
        "short_words": short_share,
        "commas": [min(text.count(","), 12) for text in texts] / np.maximum(count, 1) * 10,
        "separators": np.minimum(separators, 6),
        "social": [_social(head) for head in heads],
        "quotes": quotes > 0,
        "furniture": words.first("furniture", 40) / np.maximum(np.minimum(count, 40), 1),
        "second": words.first("second") / seen,
        "pronoun": [word in PRONOUN for word in lexicon.opening],
        "opens_a": [word in ("a", "an") for word in lexicon.opening],
        "opens_the": [word == "the" for word in lexicon.opening],
        "prose": prose,
        "head_like": ~terminal & ~prose & (count >= 3) & (count <= 45) & begins,
        "rule": letters == 0,
        "articles": words.first("article", 60) / in60 * 10,
        "auxiliaries": words.first("auxiliary", 60) / in60 * 10,
        "verbal": words.first("verbal", 80) > 0,
        "weekday": words.first("day", 60) > 0,
    }
    for name, values in columns.items():
        out[:, _AT[name]] = values
    return out


class _Words:
    """Counts of the classes of words at the beginning of every unit."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._starts, self._ends = lexicon.edges[:-1], lexicon.edges[1:]
        self.size = self._ends - self._starts
        counted = lexicon.classes & (1 << len(COUNTED)) - 1
        self._sums = [_running(spread[counted]) for spread in _SPREAD]
        self._seen: dict[tuple[int, int], Counts] = {}

    def first(self, name: str, most: int = _WORDS_SEEN) -> Counts:
        """How many of each unit's first `most` words are of a class."""
        part, place = divmod(COUNTED.index(name), _FIELDS)
        fields = self._seen.get((part, most))
        if fields is None:
            sums = self._sums[part]
            ends = np.minimum(self._starts + most, self._ends)
            fields = self._seen[part, most] = sums[ends] - sums[self._starts]
        return fields >> place * _BITS & _FIELD

    def holds(self, sizes: Sequence[int]) -> list[int]:
        """For each unit what its words may make a pattern match; see `marks.marks_of`."""
        classes = self._lexicon.classes
        full = np.flatnonzero(self.size)
        found = np.full(len(self.size), EVERY)
        if len(full):
            starts = self._starts[full]
            opening = classes[starts]
            second = classes[np.minimum(starts + 1, len(classes) - 1)]
            # The second word of a unit of one word is the next unit's: that does no harm.
            opens = (opening | second) & sum(OPENS.values())
            found[full] = np.bitwise_or.reduceat(classes, starts) & ~sum(OPENS.values()) | opens
        # Where the text has more words than were read, every pattern is tried.
        found[(np.array(sizes) > WORDS_OF) | (found & BEYOND > 0)] = EVERY
        held: list[int] = found.tolist()
        return held


def _running(values: Counts) -> Counts:
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(values)])


def _spread() -> list[Counts]:
    """For every set of `COUNTED` classes, as bits, the fields that it adds one to."""
    sets = np.arange(1 << len(COUNTED))
    parts = [np.zeros_like(sets) for _ in range(0, len(COUNTED), _FIELDS)]
    for k in range(len(COUNTED)):
        part, place = divmod(k, _FIELDS)
        parts[part] += (sets >> k & 1) << place * _BITS
    return parts


_SPREAD = _spread()


def _sentences(text: str) -> int:
    """How many sentences begin within the first 4,000 characters."""
    part = text[:4000]
    found = len(p.SENTENCE.findall(part))
    return found if part.isascii() else found + sum(map(part.count, p.FULL_STOPS))


def _social(head: str) -> int:
    return min(len(p.SOCIAL.findall(head)), 4) if "@" in head or "#" in head else 0


@lru_cache(maxsize=8192)
def _kind(character: str) -> int:
    """Fields: letter, capital, digit, none of these nor white space, separator, quotation mark."""
    kinds = (
        character.isalpha(), character.isupper(), character.isdigit(),
        not character.isalnum() and not character.isspace(),
        character in "|/•›»·→", character in '"“”«»„',
    )  # fmt: skip
    return sum(1 << place * _BITS for place, true in enumerate(kinds) if true)


# Of the characters up to here the kinds are looked up by number: Latin letters and punctuation.
_TABLE = np.array([_kind(chr(x)) for x in range(0x2070)], np.int64)


def _characters(heads: Sequence[str]) -> list[Counts]:
    """How many characters of each kind (`_kind`) every text has."""
    codes = np.frombuffer("".join(heads).encode("utf-32-le", "surrogatepass"), np.uint32)
    kinds = _TABLE.take(codes, mode="clip")
    far = np.flatnonzero(codes >= len(_TABLE))
    if len(far):
        kinds[far] = [_kind(chr(code)) for code in codes[far].tolist()]
    edges = np.cumsum([0, *map(len, heads)])
    sums = _running(kinds)
    fields = sums[edges[1:]] - sums[edges[:-1]]
    return [fields >> place * _BITS & _FIELD for place in range(_FIELDS)]
