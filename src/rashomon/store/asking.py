"""What a search asks of the word index: groups of phrases, of each group one that a text must hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from rashomon.store import words
from rashomon.store.word_index import SECOND
from rashomon.store.words import PAIR

Part = Literal["both", "main", "second"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Folded words in a row, of which two common ones alone count as one, or the beginning of a word;
    `part` is where they may stand."""

    words: tuple[str, ...]
    begins: bool = False
    part: Part = "both"
    named: bool = False  # a speaker: pairs of the words in a row, all of which the index has

    @property
    def in_a_row(self) -> bool:
        """Whether the index does not say by itself which texts hold it."""
        return len(self.words) > 1 and not self.named

    @property
    def fts(self) -> str:
        """FTS5's query for the records that hold all its words, in a row or not."""
        held = [*self.words, *words.pairs(self.words)] if self.in_a_row else list(self.words)
        return "(" + " AND ".join(map(self._word, dict.fromkeys(held))) + ")"

    @property
    def sure(self) -> str:
        """FTS5's query for records that hold it for sure; none are known of three words in a row."""
        if not self.in_a_row:
            return self.fts
        return self._word(PAIR.join(self.words)) if len(self.words) == 2 else ""

    def _word(self, word: str) -> str:
        main, second = f'"{word}"', f'"{word}{SECOND}"'
        if self.begins:
            return main + " *"
        return {"main": main, "second": second, "both": f"({main} OR {second})"}[self.part]


# One phrase of each group; a text that holds none of a group's is not found.
Match = tuple[tuple[Phrase, ...], ...]


def speaker(text: str) -> Phrase:
    """What a speaker is called."""
    return _phrase(words.split(text), part="second", named=True)


def phrase(text: Iterable[str] | str, *, begins: bool = False, part: Part = "both") -> Phrase:
    """A phrase of words as they are written."""
    made = words.split(text if isinstance(text, str) else " ".join(text))
    return _phrase(made, begins=begins and len(made) == 1, part=part)


def _phrase(
    made: list[str], *, begins: bool = False, part: Part = "both", named: bool = False
) -> Phrase:
    if (named and len(made) > 1) or len(made) == 2:
        made = words.pairs(made, every=named) or made
    return Phrase(tuple(made), begins, part, named)


def all_of(phrases: Iterable[Sequence[str]], part: Part = "both") -> Match:
    """Texts that hold all of `phrases`; those without a word ask for nothing."""
    made = [phrase(one, part=part) for one in phrases]
    return tuple((one,) for one in made if one.words)


def fts(match: Match) -> str:
    """FTS5's query for records that hold the words of `match`, in a row or not."""
    return " AND ".join(
        "(" + " OR ".join(one.fts for one in group if one.words) + ")" for group in match
    )


def sure(match: Match) -> str:
    """FTS5's query for records that are known to hold `match`; "" where none can be."""
    groups = [[one.sure for one in group if one.words and one.sure] for group in match]
    if not all(groups):
        return ""
    return " AND ".join("(" + " OR ".join(group) + ")" for group in groups)


def can_hold(match: Match) -> bool:
    """Whether there is something to be looked for in each group."""
    return bool(match) and all(any(one.words for one in group) for group in match)
