"""The words of a text as the desk's word indexes have them: folded, and cut as FTS5's unicode61 does.

Letters, numbers and signs of private use make words; case falls, and so do the accents of Latin
letters (`remove_diacritics 2`). A text and a question go through the same function.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence, Set
from itertools import pairwise

# Words that stand in most English texts, and letters of "U.S.", "U.K.", "E.U.", "U.N.", "p.m.": two in a
# row are indexed as a word, for which texts hold the two says little of which hold them so.
COMMON = frozenset(
    "the of to and a in that is for it on was with as be by at he from his said are have an has not"
    " will they but their which were or been had who its we this would i you all u s k n e p m".split()
)
PAIR = "~"
_TWO = b"\1\1"
_ASCII = str.maketrans({n: chr(n).lower() if chr(n).isalnum() else " " for n in range(128)})
# Of signs beyond ASCII: the letter that it counts as, "" for an accent, or a gap.
_SIGNS: dict[str, str] = {}
_BEYOND = re.compile("[^\\x00-\\x7f]")
# Words with a capital beside each other, as names have them; of any alphabet that has capitals.
_CAPITAL = "".join(sign for sign in map(chr, range(0x530)) if sign.isupper())
_NAMES = re.compile(rf"\b[{_CAPITAL}]\w*+(?:[ \u00a0-][{_CAPITAL}]\w*+)++")
_MANY = 60  # different signs of a text above which one pass is faster than one for each
_ACCENTS = ("\u0300", "\u0331")


def folded(text: str) -> str:
    """`text` with its words folded, and spaces between them."""
    if not text.isascii():
        signs = sorted(set(_BEYOND.findall(text)))
        for sign in signs:
            if sign not in _SIGNS:
                _SIGNS[sign] = _sign(sign)
        if len(signs) > _MANY:
            text = text.translate({ord(sign): _SIGNS[sign] for sign in signs})
        else:
            for sign in signs:
                text = text.replace(sign, _SIGNS[sign])
    return text.translate(_ASCII)


def split(text: str) -> list[str]:
    """The words of a text, folded, in order."""
    return folded(text).split()


def pairs(there: Sequence[str], *, every: bool = False) -> list[str]:
    """Common words in a row, two by two, of words that `split` gave; or all words."""
    if every:
        return [f"{there[n]}{PAIR}{there[n + 1]}" for n in range(len(there) - 1)]
    common = bytes(map(COMMON.__contains__, there))
    found, at = [], common.find(_TWO)
    while at >= 0:
        found.append(f"{there[at]}{PAIR}{there[at + 1]}")
        at = common.find(_TWO, at + 1)
    return found


def names(text: str) -> set[tuple[str, str]]:
    """Words in a row that stand somewhere in a text with capitals, two by two; but for common ones,
    which a sentence begins with."""
    found = set[tuple[str, str]]()
    for run in set(_NAMES.findall(text)):
        there = split(run)
        found.update(two for two in pairwise(there) if COMMON.isdisjoint(two))
    return found


def those(there: Sequence[str], wanted: Set[tuple[str, str]]) -> list[str]:
    """Each time that two words of `wanted` stand in a row, of words that `split` gave."""
    return [f"{a}{PAIR}{b}" for a, b in pairwise(there) if (a, b) in wanted] if wanted else []


def _sign(sign: str) -> str:
    kind = unicodedata.category(sign)
    if kind[0] in "LN" or kind == "Co":
        base = unicodedata.normalize("NFD", sign)[0]
        if base.isascii() and base.isalpha():
            return base.lower()
        lower = sign.casefold()
        if len(lower) != 1:
            lower = sign.lower()
        return lower if len(lower) == 1 else sign
    return "" if _ACCENTS[0] <= sign <= _ACCENTS[1] else " "
