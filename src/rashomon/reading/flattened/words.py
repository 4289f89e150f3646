"""Counting and comparing the words of units, in scripts with and without spaces."""

from __future__ import annotations

import re
from functools import lru_cache

from rashomon.reading.flattened.settings import WORDS_OF

# Scripts written without spaces between words: two characters stand for a word.
_UNSPACED = re.compile(r"[぀-ヿ㐀-䶿一-鿿豈-﫿฀-๿຀-໿က-႟ក-៿]")
_WORD = re.compile(r"[^\W\d_]++(?:['’\-][^\W\d_]++)*+|\d[\d.,:]*+")
_STOP = frozenset(
    [
        "this",
        "that",
        "with",
        "from",
        "have",
        "been",
        "were",
        "will",
        "would",
        "could",
        "should",
        "their",
        "there",
        "they",
        "them",
        "then",
        "than",
        "what",
        "when",
        "where",
        "which",
        "while",
        "about",
        "after",
        "before",
        "into",
        "over",
        "more",
        "most",
        "some",
        "such",
        "said",
        "says",
        "also",
        "only",
        "other",
        "just",
        "like",
        "very",
        "much",
        "many",
        "your",
        "yours",
        "ours",
        "here",
        "does",
        "doing",
        "done",
        "being",
        "because",
        "through",
        "during",
        "against",
        "between",
        "both",
        "each",
        "under",
        "again",
        "once",
        "these",
        "those",
    ]
)


def tokens(text: str) -> list[str]:
    """Words of the first `WORDS_OF` characters; pairs of characters where there are no spaces."""
    head = text[:WORDS_OF]
    if not head.isascii() and len(unspaced := _UNSPACED.findall(head)) * 3 > len(head):
        return [a + b for a, b in zip(unspaced[::2], unspaced[1::2], strict=False)]
    return _WORD.findall(head)


def unspaced(text: str) -> bool:
    """Whether a text's first characters are mostly of a script without spaces between words."""
    head = text[:200]
    return not head.isascii() and len(_UNSPACED.findall(head)) * 2 > len(head)


def content(words: list[str]) -> list[str]:
    """What is compared, each once: words of four letters or more and capitalised ones, folded."""
    found = dict.fromkeys(map(_compared, words))
    found.pop("", None)
    return list(found)


@lru_cache(maxsize=65536)
def _compared(word: str) -> str:
    """A word's folded start, enough for plurals and verb forms; "" where it is not compared."""
    if len(word) < 4 and (len(word) < 2 or word.islower()):
        return ""
    folded = word.casefold()
    if folded.endswith(("'s", "’s")):
        folded = folded[:-2]
    if folded in _STOP:
        return ""
    return folded[:6] if len(folded) > 6 else folded.rstrip("s") if len(folded) > 4 else folded


def proper(words: list[str]) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """Names: capitalised words that do not open the unit, folded; and full names: pairs of
    neighbouring capitalised words, mostly a person's."""
    names: list[str] = []
    pairs: list[tuple[str, str]] = []
    before = -2
    for place, word in enumerate(words):
        if word[0].isupper():
            if len(word) > 2:
                if place:
                    names.append(word.casefold())
                if before == place - 1:
                    pairs.append((words[before], word))
            before = place
    return frozenset(names), frozenset(pairs)
