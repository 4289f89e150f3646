"""Words made comparable: spelling, numerals, contractions and punctuation folded."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_new = tuple.__new__  # one word in two is made here: half the time of the call by name
_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*(?:(?:st|nd|rd|th)\b)?|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)?"
)
# General English. British and American spellings meet in the endings below.
_NUMERALS = {
    w: str(n)
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
}
_ORDINALS = {
    w: str(n)
    for n, w in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth".split(), start=1
    )
}
_CONTRACTIONS = {
    "won't": "will not", "can't": "can not", "cannot": "can not", "n't": " not",
    "'re": " are", "'ve": " have", "'ll": " will", "'m": " am", "it's": "it is",
    "that's": "that is", "there's": "there is", "let's": "let us", "he's": "he is",
    "she's": "she is", "what's": "what is", "who's": "who is", "'d": " would",
    "gonna": "going to", "wanna": "want to", "cause": "because", "ok": "okay",
}  # fmt: skip
_ABBREVIATIONS = {
    "usa": "united states", "uk": "united kingdom", "eu": "european union",
    "un": "united nations", "percent": "per cent", "mr": "", "mrs": "",
    "ms": "", "dr": "", "pres": "president", "gov": "governor", "sen": "senator",
}  # fmt: skip
_ENDINGS = ((re.compile(r"is(e|ed|es|ing|ation)$"), r"iz\1"), (re.compile(r"our(s|ed)?$"), r"or\1"))


class Token(NamedTuple):
    """A comparable word and where it stands in the text."""

    form: str
    start: int
    end: int


@lru_cache(maxsize=20_000)
def fold(word: str) -> tuple[str, ...]:
    """The comparable forms of one written word; none for a title such as "Mr"."""
    if word in ("US", "U.S."):  # "us" is a word of its own
        return ("united", "states")
    word = word.casefold().replace("’", "'")
    if word[0].isdigit():
        return (word.rstrip("stndrh").replace(",", ""),)
    word = word.replace(".", "")
    for short, long in _CONTRACTIONS.items():
        if word == short or (short[0] in "'n" and word.endswith(short)):
            word = word[: -len(short)] + long
            break
    word = word.removesuffix("'s").removesuffix("'")
    forms = []
    for part in word.split():
        part = _NUMERALS.get(part) or _ORDINALS.get(part) or _ABBREVIATIONS.get(part, part)
        for ending, other in _ENDINGS:
            part = ending.sub(other, part)
        forms += part.split()
    return tuple(forms)


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Comparable words of text[start:end], with their places in `text`."""
    found = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        first, last = match.span()
        for form in fold(match.group()):
            found.append(_new(Token, (form, first, last)))
    return found


def grams(forms: list[str], size: int) -> set[tuple[str, ...]]:
    """All runs of `size` words."""
    return set(zip(*(forms[i:] for i in range(size)), strict=False))
