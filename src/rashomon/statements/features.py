"""Integer features for the tagger: of every token, and of a token as seen from a cue.

The scheme is cue-first: candidates for cue words are scored by a linear model, and for each
accepted cue its source and content are tagged in a window of their own, with features relative
to that cue (side, distance, marks between). All is indices into one table of weights, so that a
document costs a few gathers and sums.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from rashomon.statements.document import Document
from rashomon.statements.vocabulary import TAGS, Vocabulary, Words

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

PAD = 35
_FARTHEST = 3  # how far to either side a token's neighbours are looked at
WINDOW = 70  # tokens to each side of a cue, long quotations shortened
EDGE = 5  # tokens kept at each end of a long quotation
LABELS = 3  # nothing, source, content


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
        beyond = np.full(_FARTHEST, PAD), np.zeros(_FARTHEST, dtype=np.int64)
        self._tags = np.concatenate((beyond[0], self.tag, beyond[0]))
        self._words = np.concatenate((beyond[1], self.word, beyond[1]))
        self.size = size

    def tags(self, by: int) -> Ints:
        """The tags of the tokens that stand `by` further on, `PAD` beyond the ends."""
        return self._tags[_FARTHEST + by :][: self.size]

    def words(self, by: int) -> Ints:
        """The words that stand `by` further on, 0 beyond the ends."""
        return self._words[_FARTHEST + by :][: self.size]


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

    def shift(self, table: Ints, sizes: Sequence[int]) -> Ints:
        """The same for columns that stand in one array of rows already."""
        starts = np.concatenate(([0], np.cumsum(sizes)))
        self.size = int(starts[-1])
        result: Ints = table + starts[:-1]
        return result


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
    left, right = tokens.tags(-1), tokens.tags(1)
    return layout.place(
        [
            (word, words),
            (tokens.words(-1), words),
            (tokens.words(1), words),
            (tokens.suffix, suffixes),
            (tag * 4 + tokens.place, TAGS * 4),
            (left * 2 + tokens.starts, TAGS * 2),
            (right, TAGS),
            (tokens.tags(-2), TAGS),
            (tokens.tags(2), TAGS),
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
    tag, cue = tokens.tag, tokens.cue[at]
    before, after = tokens.tags(-1)[at], tokens.tags(1)[at]
    before2, after2 = tokens.tags(-2)[at], tokens.tags(2)[at]
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
    earlier = tokens.words(-1)[at]
    return layout.place(
        [
            (cue, cues),
            (cue * TAGS + after, cues * TAGS),
            (cue * TAGS + before, cues * TAGS),
            (cue * 2 + near_left, cues * 2),
            (cue * 2 + near_right, cues * 2),
            (cue * 2 + upper, cues * 2),
            (earlier, words),
            (tokens.words(1)[at], words),
            (tokens.words(-2)[at], words),
            (tokens.words(2)[at], words),
            (tokens.suffix[at], len(vocabulary.suffixes) + 1),
            (tag[at] * TAGS + before, TAGS * TAGS),
            (tag[at] * TAGS + after, TAGS * TAGS),
            (before2 * TAGS + before, TAGS * TAGS),
            (after * TAGS + after2, TAGS * TAGS),
            (before * TAGS + after, TAGS * TAGS),
            (tokens.tags(-3)[at], TAGS),
            (tokens.tags(3)[at], TAGS),
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
    next_tag = tokens.tags(1)[cue]
    last_tag = tokens.tags(-1)[cue]
    last2_tag = tokens.tags(-2)[cue]
    next_word = tokens.words(1)[cue]
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
