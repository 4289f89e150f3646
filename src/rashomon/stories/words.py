"""Words of a text and their stems: no language is assumed."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from rashomon.stories import settings

# Runs of letters and digits, with inner apostrophes; and the same for texts without underscores.
_WORD = re.compile(r"([^\W_]+(?:['’][^\W_]+)*)")
_PLAIN = re.compile(r"(\w+(?:['’]\w+)*)")
# Scripts that write no spaces: Thai, Lao, Khmer, Myanmar, kana, CJK.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """`word` casefolded, without its possessive, cut to its first letters: no language assumed."""
    word = word.casefold().replace("’", "'")
    if word.endswith("'s"):
        word = word[:-2]
    return word.replace("'", "")[: settings.STEM_LETTERS]


def words(text: str, most: int = 10_000) -> tuple[list[str], list[str]]:
    """The first `most` words of `text`, and the signs before each (up to four characters at
    least, or up to the word before it); runs of unspaced scripts as pairs of signs."""
    if text.isascii() or not _UNSPACED.search(text):
        parts = (_WORD if "_" in text else _PLAIN).split(text, most)  # signs and words by turns
        return parts[1::2], parts[:-1:2]
    found: list[tuple[str, int]] = []
    for match in islice(_WORD.finditer(text), most):
        word = match.group()
        if len(word) > 2 and _UNSPACED.search(word):
            found += [(word[i : i + 2], match.start() + i) for i in range(len(word) - 1)]
        else:
            found.append((word, match.start()))
        if len(found) >= most:
            break
    found = found[:most]
    return [word for word, _ in found], [text[max(0, at - 4) : at] for _, at in found]
