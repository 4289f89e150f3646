"""Words of a text and their stems: no language is assumed."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from rashomon.stories import settings

# Runs of letters and digits, with an inner apostrophe or the points of "1.5" and "U.S.".
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|\d+(?:[.,]\d+)+")
# Scripts that write no spaces: Thai, Lao, Khmer, Myanmar, kana, CJK.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """`word` casefolded, without its possessive, cut to its first letters: no language assumed."""
    word = word.casefold().replace("’", "'")
    if word.endswith("'s"):
        word = word[:-2]
    return word.replace("'", "")[: settings.STEM_LETTERS]


def words(text: str, most: int = 10_000) -> list[tuple[str, int]]:
    """The words of `text` with where they start; runs of unspaced scripts as pairs of signs."""
    matches = islice(_WORD.finditer(text), most)
    if not _UNSPACED.search(text):
        return [(match.group(), match.start()) for match in matches]
    found: list[tuple[str, int]] = []
    for match in matches:
        word = match.group()
        if len(word) > 2 and _UNSPACED.search(word):
            found += [(word[i : i + 2], match.start() + i) for i in range(len(word) - 1)]
        else:
            found.append((word, match.start()))
        if len(found) >= most:
            break
    return found[:most]
