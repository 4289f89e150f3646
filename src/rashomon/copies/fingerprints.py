"""Fingerprints of a text: winnowing (Schleimer, Wilkerson, Aiken, SIGMOD 2003).

Any stretch of WINDOW + 4 words that two texts share gives them a fingerprint in common.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from rashomon.copies import settings
from rashomon.copies.words import Numbers, Words, runs, words
from rashomon.model import Article

QUOTED = np.uint64(1)  # the lowest bit of a fingerprint: its gram starts inside quotation marks
HASH = np.uint64(0xFFFFFFFFFFFFFFFE)


def grams(found: Words) -> Numbers:
    """A hash of the gram that starts at each word, where the text is long enough for one."""
    count = len(found.numbers)
    if not found.signs.any():
        size = settings.GRAM_WEIGHT // settings.WORD_WEIGHT
        starts = np.arange(max(0, count - size + 1))
        return runs(found.numbers, starts, starts + size)
    weights = np.where(found.signs, settings.SIGN_WEIGHT, settings.WORD_WEIGHT)
    sums = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(weights)))
    starts = np.flatnonzero(sums[:-1] + settings.GRAM_WEIGHT <= sums[-1])
    ends = np.searchsorted(sums, sums[starts] + settings.GRAM_WEIGHT)
    return runs(found.numbers, starts, ends)


def winnow(hashes: Numbers) -> NDArray[np.int64]:
    """The places that winnowing takes: the least hash of each window, the last of equal ones."""
    count = len(hashes)
    size = min(settings.WINDOW, count)
    if count == 0:
        return np.zeros(0, dtype=np.int64)
    windows = np.lib.stride_tricks.sliding_window_view(hashes[::-1], size)
    places = np.argmin(windows, axis=1) + np.arange(len(windows))
    fresh = np.ones(len(places), dtype=np.bool_)
    fresh[1:] = places[1:] != places[:-1]
    taken: NDArray[np.int64] = (count - 1 - places[fresh])[::-1]
    return taken


def of_words(found: Words) -> Numbers:
    """The fingerprints of a text's words in its order; the lowest bit says whether it is quoted."""
    hashes = grams(found)
    if len(hashes) == 0:
        count = len(found.numbers)
        one = min(1, count)
        return runs(found.numbers, np.zeros(one, np.int64), np.full(one, count)) & HASH
    places = winnow(hashes)
    prints = hashes[places] & HASH
    if found.turns:
        inside = np.searchsorted(np.array(found.turns), found.starts[places]) & 1
        prints |= inside.astype(np.uint64)
    return prints


def fingerprint(article: Article) -> bytes:
    """The article's fingerprints, each eight bytes, little-endian, in the order of the text.

    A pure function of the title and the text, the same in every process, fit for storing. The
    title counts because a teaser often repeats it, and what one page has as its title is another
    page's first line.
    """
    text = article.text
    if article.title and text.strip() and not text.lstrip().startswith(article.title.strip()):
        text = article.title + "\n" + text
    return of_words(words(text)).astype("<u8").tobytes()


def hashes_of(prints: Numbers) -> Numbers:
    """The hashes in `prints`, ascending, each once."""
    hashes = np.sort(prints & HASH)
    fresh = np.ones(len(hashes), dtype=np.bool_)
    fresh[1:] = hashes[1:] != hashes[:-1]
    once: Numbers = hashes[fresh]
    return once


def unpack(stored: bytes) -> Numbers:
    """The numbers in what `fingerprint` gave."""
    return np.frombuffer(stored, dtype="<u8").astype(np.uint64)
