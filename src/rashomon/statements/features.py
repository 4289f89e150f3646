"""Integer features for the tagger: of every token, and of a token as seen from a cue.

The scheme is cue-first: candidates for cue words are scored by a linear model, and for each
accepted cue its source and content are tagged in a window of their own, with features relative
to that cue (side, distance, marks between). All is indices into one table of weights, so that a
document costs a few gathers and sums.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rashomon.statements.document import Document
from rashomon.statements.lexicon import forms
from rashomon.statements.words import (
    AUXILIARIES,
    BODY_NOUNS,
    CONJUNCTIONS,
    DETERMINERS,
    NEGATIONS,
    PERSON_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
)

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

TAGS = 40
_PUNCTUATION = {",": 22, ".": 23, "?": 23, "!": 23, ":": 24, ";": 25, "–": 25, "—": 25, "-": 25}
_OWN = {
    "that": 10, "to": 30, "who": 32, "which": 32, "according": 33, "by": 34, "of": 36,
    "'s": 29, "’s": 29, "and": 37, "but": 37, "as": 38,
}  # fmt: skip
PAD = 35
WINDOW = 70  # tokens to each side of a cue, long quotations shortened
EDGE = 5  # tokens kept at each end of a long quotation
LABELS = 3  # nothing, source, content


def _word_tag(lower: str) -> int:
    own = _OWN.get(lower)
    if own is not None:
        return own
    if not lower[0].isalnum():
        return _PUNCTUATION.get(lower, 28)
    if lower in NEGATIONS:
        return 8
    if lower in AUXILIARIES:
        return 7
    if lower in PRONOUNS or lower in ("him", "her", "them"):
        return 6
    if lower in DETERMINERS:
        return 4
    if lower in TIMES:
        return 11
    if lower in PREPOSITIONS:
        return 5
    if lower in CONJUNCTIONS:
        return 9
    cues = forms().get(lower)
    if cues is not None:
        first = cues[-1]
        if first.kind == "S":
            return {"past": 17, "s": 17, "base": 18, "ing": 19}[first.form]
        return 21 if first.kind == "F" else 20
    if lower in PERSON_NOUNS:
        return 12
    if lower in BODY_NOUNS:
        return 13
    if lower[0].isdigit():
        return 3
    if lower.endswith("ly") and len(lower) > 4:
        return 14
    if lower.endswith("ed") and len(lower) > 3:
        return 15
    if lower.endswith("ing") and len(lower) > 4:
        return 16
    if lower.endswith("s") and len(lower) > 3:
        return 31
    return 0


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Words and suffixes that have weights (0 is any other), and words that may be cues."""

    words: dict[str, int]
    suffixes: dict[str, int]
    cues: dict[str, int]


Row = tuple[int, int, int, int, bool, bool]


class Words(dict[str, Row]):
    """What is known of a word as it is written, kept from one document to the next.

    Its number in the vocabulary, that of its suffix, its tag, its number among the cues, whether it
    begins with a capital, and whether it is all capitals.
    """

    MOST = 300_000  # a guard: more are worked out anew

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._vocabulary = vocabulary

    def __missing__(self, word: str) -> Row:
        known, lower = self._vocabulary, word.lower()
        suffix = known.suffixes.get(lower[-3:], 0) if lower[0].isalpha() else 0
        row = (
            known.words.get(lower, 0), suffix, _word_tag(lower), known.cues.get(lower, 0),
            word[0].isupper(), len(word) > 1 and word.isupper(),
        )  # fmt: skip
        if len(self) < self.MOST:
            self[word] = row
        return row


def _tags(*numbers: int) -> npt.NDArray[np.bool_]:
    """For each tag whether it is one of these."""
    table = np.zeros(TAGS, dtype=bool)
    table[list(numbers)] = True
    return table


_MAY_BE_NAME = _tags(0, 3, 12, 13, 15, 16, 17, 18, 20, 31)
_SPEECH, _DASHES, _VERBS = _tags(17, 33), _tags(24, 25), _tags(7, 15, 17)


def sums(values: npt.NDArray[np.bool_]) -> Ints:
    """How many are true before each place, and before the end."""
    result = np.zeros(len(values) + 1, dtype=np.int64)
    np.cumsum(values, out=result[1:])
    return result


class Tokens:
    """Arrays over the tokens of one document."""

    def __init__(self, document: Document, known: Words) -> None:
        size = document.size
        columns = zip(*map(known.__getitem__, document.words), strict=True)
        word, suffix, tag, cue, capitals, uppers = columns
        self.word = np.array(word, dtype=np.int64)
        self.suffix = np.array(suffix, dtype=np.int64)
        self.tag = np.array(tag, dtype=np.int64)
        self.cue = np.array(cue, dtype=np.int64)
        capital, upper = np.array(capitals, dtype=bool), np.array(uppers, dtype=bool)
        region = np.array(document.region, dtype=np.int64)
        mark = np.array(document.is_mark, dtype=bool)
        self.region = region
        self.inside = region >= 0
        sentence = np.array(document.sentence, dtype=np.int64)
        self.sentence = sentence
        self.paragraph = np.array(document.paragraph, dtype=np.int64)
        # Capitals tell names from words, but not at the start of a sentence.
        starts = np.ones(size, dtype=bool)
        starts[1:] = sentence[1:] != sentence[:-1]
        self.starts = starts
        after_mark = np.zeros(size, dtype=bool)
        after_mark[1:] = mark[:-1]
        name = capital & ~starts & ~after_mark & _MAY_BE_NAME[self.tag]
        self.tag[name] = 1
        self.tag[upper & (self.tag == 1)] = 2
        opening = np.zeros(size, dtype=bool)
        opening[:-1] = mark[:-1] & self.inside[1:]
        self.tag[mark] = 27
        self.tag[mark & opening] = 26
        self.mark = mark
        self.capital = capital
        # The place of a token in its quotation: 0 outside, 1 first, 2 inside, 3 last.
        self.place = np.where(self.inside, 2, 0)
        first = self.inside.copy()
        first[1:] &= region[1:] != region[:-1]
        last = self.inside.copy()
        last[:-1] &= region[:-1] != region[1:]
        self.place[last] = 3
        self.place[first] = 1
        outside = ~self.inside
        self.commas = sums((self.tag == 22) & outside)
        self.marks = sums(mark)
        self.thats = sums((self.tag == 10) & outside)
        self.speech = sums(_SPEECH[self.tag] & outside)
        self.dashes = sums(_DASHES[self.tag] & outside)
        self.verbs = sums(_VERBS[self.tag] & outside)
        self.size = size

    def shifted(self, values: Ints, by: int, fill: int) -> Ints:
        """`values[i + by]`, `fill` beyond the ends."""
        result = np.full(self.size, fill, dtype=np.int64)
        if by > 0:
            result[:-by] = values[by:]
        elif by < 0:
            result[-by:] = values[:by]
        else:
            result[:] = values
        return result


class Layout:
    """Where each template's weights begin in the table."""

    def __init__(self) -> None:
        self.size = 0
        self.offsets: list[tuple[int, int]] = []

    def place(self, columns: Sequence[tuple[Ints, int]]) -> Ints:
        """Columns of values below their sizes, as indices into one table: shape (rows, columns).

        A column lies in one piece: so it is written, and so `totals` reads it.
        """
        total = 0
        result = np.empty((len(columns), len(columns[0][0])), dtype=np.int64)
        for number, (values, size) in enumerate(columns):
            np.add(values, total, out=result[number])
            total += size
        self.size = total
        return result.T


def totals(weights: Floats, table: Ints) -> Floats:
    """The sum of the weights of each row of indices; shape (rows,)."""
    result: Floats = weights.take(table.T).sum(axis=0)
    return result


def _bucket(values: Ints, bounds: Sequence[int]) -> Ints:
    return np.searchsorted(np.array(bounds), values, side="right").astype(np.int64)


def static(tokens: Tokens, vocabulary: Vocabulary, layout: Layout) -> Ints:
    """Features of every token by itself and its neighbours."""
    words, suffixes = len(vocabulary.words) + 1, len(vocabulary.suffixes) + 1
    tag, word = tokens.tag, tokens.word
    left, right = tokens.shifted(tag, -1, PAD), tokens.shifted(tag, 1, PAD)
    return layout.place(
        [
            (word, words),
            (tokens.shifted(word, -1, 0), words),
            (tokens.shifted(word, 1, 0), words),
            (tokens.suffix, suffixes),
            (tag * 4 + tokens.place, TAGS * 4),
            (left * 2 + tokens.starts, TAGS * 2),
            (right, TAGS),
            (tokens.shifted(tag, -2, PAD), TAGS),
            (tokens.shifted(tag, 2, PAD), TAGS),
            (left * TAGS + tag, TAGS * TAGS),
            (tag * TAGS + right, TAGS * TAGS),
            (left * TAGS + right, TAGS * TAGS),
        ]
    )


def candidates(tokens: Tokens) -> Ints:
    """Tokens that may be cues: words known as such, outside quotations."""
    return np.flatnonzero((tokens.cue > 0) & ~tokens.inside & ~tokens.mark)


def gate(tokens: Tokens, at: Ints, vocabulary: Vocabulary, layout: Layout) -> Ints:
    """Features of cue candidates."""
    words, cues = len(vocabulary.words) + 1, len(vocabulary.cues) + 1
    tag, word, cue = tokens.tag, tokens.word, tokens.cue[at]
    shift = tokens.shifted
    before, after = shift(tag, -1, PAD)[at], shift(tag, 1, PAD)[at]
    before2, after2 = shift(tag, -2, PAD)[at], shift(tag, 2, PAD)[at]
    sentence = tokens.sentence
    first = np.searchsorted(sentence, sentence[at], side="left")
    last = np.searchsorted(sentence, sentence[at], side="right")
    marks_left = np.minimum(tokens.marks[at] - tokens.marks[first], 2)
    marks_right = np.minimum(tokens.marks[last] - tokens.marks[at], 2)
    near_left = np.minimum(tokens.marks[at] - tokens.marks[np.maximum(at - 6, 0)], 1)
    near_right = np.minimum(tokens.marks[np.minimum(at + 5, tokens.size)] - tokens.marks[at], 1)
    others = np.minimum(tokens.speech[at] - tokens.speech[first], 2) * 3 + np.minimum(
        tokens.speech[last] - tokens.speech[np.minimum(at + 1, tokens.size)], 2
    )
    upper = tokens.capital[at].astype(np.int64)
    earlier = shift(word, -1, 0)[at]
    return layout.place(
        [
            (cue, cues),
            (cue * TAGS + after, cues * TAGS),
            (cue * TAGS + before, cues * TAGS),
            (cue * 2 + near_left, cues * 2),
            (cue * 2 + near_right, cues * 2),
            (cue * 2 + upper, cues * 2),
            (earlier, words),
            (shift(word, 1, 0)[at], words),
            (shift(word, -2, 0)[at], words),
            (shift(word, 2, 0)[at], words),
            (tokens.suffix[at], len(vocabulary.suffixes) + 1),
            (tag[at] * TAGS + before, TAGS * TAGS),
            (tag[at] * TAGS + after, TAGS * TAGS),
            (before2 * TAGS + before, TAGS * TAGS),
            (after * TAGS + after2, TAGS * TAGS),
            (before * TAGS + after, TAGS * TAGS),
            (shift(tag, -3, PAD)[at], TAGS),
            (shift(tag, 3, PAD)[at], TAGS),
            (marks_left * 3 + marks_right, 9),
            (others * 2 + (tag[at] == 17), 18),
            (tag[at] * 9 + marks_left * 3 + marks_right, TAGS * 9),
            (_bucket(at - first, (1, 2, 4, 8, 14)) * 6 + _bucket(last - at, (2, 3, 5, 9, 15)), 36),
            (tag[at] * 9 + others, TAGS * 9),
        ]
    )


def windows(tokens: Tokens, cues: Ints) -> tuple[Ints, Ints]:
    """Rows of (cue number, token) for all cues, in order; windows of at most 2 * WINDOW + 1.

    A window holds tokens of the cue's paragraph and a little beyond, long quotations shortened.
    """
    # Whether a token is kept: not deep inside a long quotation.
    kept = np.ones(tokens.size, dtype=bool)
    inside = np.flatnonzero(tokens.inside)
    if len(inside):
        region = tokens.region[inside]
        start = inside[np.searchsorted(region, region, side="left")]
        stop = inside[np.searchsorted(region, region, side="right") - 1]
        deep = (inside - start >= EDGE) & (stop - inside >= EDGE)
        kept[inside[deep]] = False
    place = np.concatenate(([0], np.cumsum(kept)))
    shown = np.flatnonzero(kept)
    paragraph = tokens.paragraph
    low = np.searchsorted(paragraph, paragraph[cues], side="left")
    high = np.searchsorted(paragraph, paragraph[cues], side="right")
    # ", he said:" and the words in the next paragraph.
    beyond = (cues >= high - 3) & (high < tokens.size) & (tokens.tag[high - 1] == 24)
    following = np.searchsorted(paragraph, paragraph[high[beyond]], side="right")
    high[beyond] = np.minimum(following, high[beyond] + 2 * EDGE)
    low, high = np.maximum(low, cues - 400), np.minimum(high, cues + 400)
    first = np.maximum(place[low], place[cues] - WINDOW)
    lengths = np.minimum(place[high], place[cues] + WINDOW + 1) - first
    numbers = np.repeat(np.arange(len(cues)), lengths)
    before = np.cumsum(lengths) - lengths
    return numbers, shown[np.arange(len(numbers)) + (first - before)[numbers]]


def relative(
    tokens: Tokens, cue: Ints, token: Ints, vocabulary: Vocabulary, layout: Layout
) -> Ints:
    """Features of tokens as seen from their cues; `cue` and `token` are parallel positions."""
    cues, words = len(vocabulary.cues) + 1, len(vocabulary.words) + 1
    right = token > cue
    side = np.where(token == cue, 2, right.astype(np.int64))
    distance = np.abs(token - cue)
    near = _bucket(distance, (1, 2, 3, 4, 6, 9, 14, 21, 35))
    low, high = np.minimum(token, cue), np.maximum(token, cue)
    after_low = np.minimum(low + 1, tokens.size)

    def between(sums: Ints, most: int) -> Ints:
        count: Ints = np.minimum(np.maximum(sums[high] - sums[after_low], 0), most)
        return count

    commas, marks = between(tokens.commas, 3), between(tokens.marks, 3)
    speech, dashes = between(tokens.speech, 2), between(tokens.dashes, 1)
    thats, verbs = between(tokens.thats, 1), between(tokens.verbs, 2)
    apart = np.minimum(np.abs(tokens.sentence[token] - tokens.sentence[cue]), 2)
    place, tag = tokens.place[token], tokens.tag[token]
    cue_word, cue_tag = tokens.cue[cue], tokens.tag[cue]
    next_tag = tokens.shifted(tokens.tag, 1, PAD)[cue]
    last_tag = tokens.shifted(tokens.tag, -1, PAD)[cue]
    last2_tag = tokens.shifted(tokens.tag, -2, PAD)[cue]
    next_word = tokens.shifted(tokens.word, 1, 0)[cue]
    quoted_left = (tokens.marks[cue] - tokens.marks[np.maximum(cue - 7, 0)] > 0).astype(np.int64)
    quoted_right = (tokens.marks[np.minimum(cue + 8, tokens.size)] - tokens.marks[cue] > 0).astype(
        np.int64
    )
    quotes = (quoted_left * 2 + quoted_right) * 3 + side
    stepped = side * 10 + near
    next_side, last_side = next_tag * 3 + side, last_tag * 3 + side
    place_group = np.where(tokens.inside[token], 1, 0)
    same_region_next = (apart > 0).astype(np.int64)
    return layout.place(
        [
            (stepped, 30),
            (side * TAGS + tag, 3 * TAGS),
            (stepped * TAGS + tag, 30 * TAGS),
            (((side * 4 + commas) * 3 + apart) * 2 + place_group, 72),
            (((side * 4 + marks) * 4 + place) * 3 + apart, 144),
            ((side * 3 + speech) * 2 + dashes, 18),
            (((side * 2 + thats) * 4 + commas) * 3 + verbs, 72),
            (cue_word * 6 + side * 2 + place_group, cues * 6),
            ((cue_word * 3 + side) * 3 + np.minimum(commas, 2), cues * 9),
            ((cue_tag * 3 + side) * TAGS + tag, TAGS * 3 * TAGS),
            (next_side * 4 + commas, TAGS * 12),
            (last_side * 4 + commas, TAGS * 12),
            (next_side * 10 + near, TAGS * 30),
            (last_side * 10 + near, TAGS * 30),
            (last2_tag * 3 + side, TAGS * 3),
            (next_word * 3 + side, words * 3),
            (tokens.word[token] * 3 + side, words * 3),
            ((quotes * 2 + place_group) * 4 + commas, 96),
            ((quotes * 4 + marks) * 3 + apart, 144),
            ((last_side * 2 + place_group) * 2 + same_region_next, TAGS * 12),
            ((next_side * 2 + place_group) * 2 + same_region_next, TAGS * 12),
            ((verbs * 3 + side) * TAGS + tag, 9 * TAGS),
        ]
    )


BOUNDARIES = 6
_BOUNDARIES = np.zeros(TAGS, dtype=np.int64)
for _kind, _told in enumerate(((22,), (26, 27), (9, 10, 37), (23, 24, 25)), 1):
    _BOUNDARIES[list(_told)] = _kind


def boundary(tokens: Tokens, token: Ints) -> Ints:
    """What kind of step leads to a token: transitions have weights of their own for each."""
    kind = np.where(tokens.starts, 5, _BOUNDARIES[tokens.tag])
    return kind[token]
