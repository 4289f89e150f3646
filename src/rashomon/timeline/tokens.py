"""A text as tokens and as a string with one class character for each of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import repeat

from rashomon.timeline.lexicon import CLASSES

# A blank line is a token of its own, so that no expression reaches over it.
_TOKEN = re.compile(r"\b[ap]\.m\b\.?|\d+|[^\W\d_]+|\n(?=[ \t\r]*\n)|[^\w\s]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tokens:
    """`words[i]` stands at `starts[i]:ends[i]` of the text; `classes[i]` is its class."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    classes: str


def tokenise(text: str) -> Tokens:
    """Words, numbers, marks; digits and letters are apart ("14th" is two tokens)."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(text):
        words.append(match.group())
        start, end = match.span()
        starts.append(start)
        ends.append(end)
    classes = "".join(map(CLASSES.get, words, repeat("x")))
    return Tokens(words, starts, ends, classes)
