"""A text as tokens and as a string with one class character for each of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import repeat

from rashomon.timeline.lexicon import CLASSES

# A blank line is a token of its own, so that no expression reaches over it.
_TOKEN = re.compile(r"[^\W\d_]+(?:\.[mM]\b\.?)?|\d+|[^\w\s]|\n(?=[ \t\r]*\n)")


@dataclass(frozen=True, slots=True)
class Tokens:
    """`words[i]` stands at `starts[i]:ends[i]` of the text; `classes[i]` is its class."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    classes: str


def tokenise(text: str) -> Tokens:
    """Words, numbers, marks; digits and letters are apart ("14th" is two tokens)."""
    words = _TOKEN.findall(text)
    starts = [match.start() for match in _TOKEN.finditer(text)]
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    classes = "".join(map(CLASSES.get, words, repeat("x")))
    return Tokens(words, starts, ends, classes)
