"""A text as tokens and as a string with one class character for each of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate, repeat

from rashomon.timeline.lexicon import CLASSES

# A token with the white space behind it, so that the tokens make up the whole text. A blank
# line is a token of its own, so that no expression reaches over it.
_TOKEN = re.compile(
    r"[A-Za-z]++ (?=\S)|"  # most words: what follows would give the same, and later
    r"(?:[^\W\d_]+(?:\.[mM]\b\.?)?|\d+|[^\w\s]|_|\n(?=[ \t\r]*\n)|\s)"
    r"(?: ?(?![\s])|(?:[^\S\n]+|\n(?![ \t\r]*\n))*)"
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """`words[i]` stands at `starts[i]` of the text; `classes[i]` is its class."""

    words: list[str]
    starts: list[int]
    classes: str

    def end(self, index: int) -> int:
        """Where token `index` ends in the text."""
        return self.starts[index] + len(self.words[index])


def tokenise(text: str) -> Tokens:
    """Words, numbers, marks; digits and letters are apart ("14th" is two tokens)."""
    spaced = _TOKEN.findall(text)
    starts = list(accumulate(map(len, spaced), initial=0))
    words = list(map(str.rstrip, spaced))
    classes = "".join(map(CLASSES.get, words, repeat("x")))
    return Tokens(words, starts, classes)
