"""The words of a unit, in scripts with and without spaces, and what of a word is compared."""

from __future__ import annotations

import re

from rashomon.reading.flattened.settings import WORDS_OF

# Scripts written without spaces between words: two characters stand for a word.
_UNSPACED = re.compile(r"[぀-ヿ㐀-䶿一-鿿豈-﫿฀-๿຀-໿က-႟ក-៿]")
_WORD = re.compile(r"[^\W\d_]++(?:['’\-][^\W\d_]++)*+|\d[\d.,:]*+")
# The same for text in Latin letters alone, twice as fast: a set of single characters is one
# look-up, a class like \W is a question to the table of all characters.
_LATIN = "".join(re.escape(c) for c in map(chr, range(0x250)) if c.isalnum() and not c.isdecimal())
_LATIN_WORD = re.compile(rf"[{_LATIN}]++(?:['’\-][{_LATIN}]++)*+|[0-9][0-9.,:]*+")
_NOT_LATIN = re.compile("[^\x00-\u024f\u2000-\u206f]")
_STOP = frozenset(
    "this that with from have been were will would could should their there they them then than "
    "what when where which while about after before into over more most some such said says also "
    "only other just like very much many your yours ours here does doing done being because "
    "through during against between both each under again once these those".split()
)


def tokens(text: str) -> list[str]:
    """Words of the first `WORDS_OF` characters; pairs of characters where there are no spaces."""
    head = text[:WORDS_OF]
    if head.isascii() or not _NOT_LATIN.search(head):
        return _LATIN_WORD.findall(head)
    if len(unspaced := _UNSPACED.findall(head)) * 3 > len(head):
        return [a + b for a, b in zip(unspaced[::2], unspaced[1::2], strict=False)]
    return _WORD.findall(head)


def unspaced(text: str) -> bool:
    """Whether a text's first characters are mostly of a script without spaces between words."""
    head = text[:200]
    return not head.isascii() and len(_UNSPACED.findall(head)) * 2 > len(head)


def compared(word: str) -> str:
    """What of a word is compared: its folded start, enough for plurals and verb forms.

    "" for what is not compared: words of less than four letters that are not capitalised, and
    such as stand in every text.
    """
    if len(word) < 4 and (len(word) < 2 or word.islower()):
        return ""
    folded = word.casefold()
    if folded.endswith(("'s", "’s")):
        folded = folded[:-2]
    if folded in _STOP:
        return ""
    return folded[:6] if len(folded) > 6 else folded.rstrip("s") if len(folded) > 4 else folded
