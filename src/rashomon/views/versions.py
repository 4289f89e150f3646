"""What was added to and removed from an article between two versions of it, word by word.

Paragraphs are set against each other first, then the words within those that changed
(Ratcliff and Obershelp 1988, as in Python's difflib). Parts too long for that are shown whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from rashomon.model import Article
from rashomon.views.source import Source, source

# Words of unchanged text that stand before and after a change.
AROUND = 10
# Changes that are shown; a rewritten article has its words beside it anyway.
MOST_CHANGES = 60
# Paragraphs, and words of a part, times those of the other, beyond which nothing is compared.
_MOST_CELLS = 1_000_000
_WORD = re.compile(r"\S+\s*")
_LINE = re.compile(r"[^\n]+\n*")

Edit = Literal["same", "added", "removed"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one change: words that both versions have, or one of them."""

    edit: Edit
    text: str


@dataclass(frozen=True, slots=True)
class Version:
    """Another version of an article, and the changes from the `earlier` to the `later` one.

    `added` and `removed` count words; `unshown` counts changes beyond MOST_CHANGES. Each change is
    a row of runs in reading order; the headline's comes first where it was changed.
    """

    earlier: Source
    later: Source
    other: Source
    added: int
    removed: int
    changes: tuple[tuple[Run, ...], ...]
    unshown: int


def version(here: Article, other: Article, *, other_first: bool) -> Version:
    """The changes between `here` and `other`, which is the earlier one where `other_first`."""
    old, new = (other, here) if other_first else (here, other)
    found: list[tuple[Run, ...]] = []
    if (old.title or "") != (new.title or ""):
        found += changes((old.title or "") + "\n", (new.title or "") + "\n")
    found += changes(old.text, new.text)
    counts = {"added": 0, "removed": 0, "same": 0}
    for runs in found:
        for run in runs:
            counts[run.edit] += len(run.text.split())
    return Version(
        source(old), source(new), source(other), counts["added"], counts["removed"],
        tuple(found[:MOST_CHANGES]), max(0, len(found) - MOST_CHANGES),
    )  # fmt: skip


def changes(old: str, new: str) -> list[tuple[Run, ...]]:
    """The changes from `old` to `new`, each with up to AROUND unchanged words on both sides."""
    found: list[tuple[Run, ...]] = []
    row: list[Run] = []
    for edit, text in _merged(_runs(old, new)):
        if edit != "same":
            row.append(Run(edit, text))
            continue
        words = _WORD.findall(text)
        if row and len(words) <= 2 * AROUND:
            row.append(Run("same", text))
            continue
        if row:
            found.append(_spaced([*row, Run("same", "".join(words[:AROUND]).rstrip() + " …")]))
        before = "".join(words[-AROUND:])
        row = [Run("same", ("… " if len(words) > AROUND else "") + before)] if before else []
    if any(run.edit != "same" for run in row):
        found.append(_spaced(row))
    return found


def _spaced(row: Sequence[Run]) -> tuple[Run, ...]:
    """Runs begin and end at words: the last words of one text need a space before the other's."""
    return tuple(
        run if n == len(row) - 1 or run.text[-1:].isspace() else Run(run.edit, run.text + " ")
        for n, run in enumerate(row)
    )


def _merged(runs: Iterator[tuple[Edit, str]]) -> Iterator[tuple[Edit, str]]:
    """Neighbours of one kind as one; white space alone is no change."""
    held: tuple[Edit, str] | None = None
    for edit, text in runs:
        if not text or (edit != "same" and text.isspace()):
            continue
        if held is not None and held[0] == edit:
            held = (edit, held[1] + text)
            continue
        if held is not None:
            yield held
        held = (edit, text)
    if held is not None:
        yield held


def _runs(old: str, new: str) -> Iterator[tuple[Edit, str]]:
    mine, theirs = _LINE.findall(old), _LINE.findall(new)
    for same, left, right in _blocks(mine, theirs):
        if same:
            yield "same", "".join(right)
            continue
        before, after = _WORD.findall("".join(left)), _WORD.findall("".join(right))
        for equal, gone, come in _blocks(before, after):
            if equal:
                yield "same", "".join(come)
            else:
                yield "removed", "".join(gone)
                yield "added", "".join(come)


def _blocks(
    old: Sequence[str], new: Sequence[str]
) -> Iterator[tuple[bool, Sequence[str], Sequence[str]]]:
    """Stretches of both that are equal but for white space at the end of parts, or are not."""
    mine, theirs = [one.rstrip() for one in old], [one.rstrip() for one in new]
    first = 0
    while first < min(len(mine), len(theirs)) and mine[first] == theirs[first]:
        first += 1
    last = 0
    while last < min(len(mine), len(theirs)) - first and mine[-1 - last] == theirs[-1 - last]:
        last += 1
    one, two = mine[first : len(mine) - last], theirs[first : len(theirs) - last]
    if first:
        yield True, old[:first], new[:first]
    if len(one) * len(two) > _MOST_CELLS:
        yield False, old[first : len(old) - last], new[first : len(new) - last]
    else:
        for name, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
            yield name == "equal", old[first + a : first + b], new[first + c : first + d]
    if last:
        yield True, old[len(old) - last :], new[len(new) - last :]
