"""Words in a row: looked for in the texts that hold them all, for the word index knows no places."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from rashomon.store import blocks, findings, rows, word_index, words
from rashomon.store.asking import Phrase
from rashomon.store.word_index import Index, Texts

# How often a phrase stands in the main text of a record, and in its second one.
Times = tuple[int, int]

_MANY = 300  # records of which several stand in a block
_TEXTS = (
    "SELECT a.number, a.title, a.own, a.ranges, CASE WHEN a.own"
    " THEN (SELECT t.text FROM article_bodies t WHERE t.number = a.number)"
    " ELSE b.packed END AS stored, p.start AS shown_start, p.size AS shown_size"
    " FROM json_each(?) n CROSS JOIN articles a ON a.number = n.value"
    " CROSS JOIN pages p ON p.id = a.page_id CROSS JOIN page_blocks b ON b.number = p.block"
    " ORDER BY p.block, p.start"
)


def texts(
    db: sqlite3.Connection, index: Index, numbers: Iterable[int]
) -> Iterator[tuple[int, Texts]]:
    """The texts of records, folded, by number."""
    wanted = json.dumps(sorted(numbers))
    many = wanted.count(",") > _MANY
    if index is word_index.ARTICLES:
        for row in db.execute(_TEXTS, (wanted,)):
            if many and not row["own"]:
                blocks.open_whole(row["stored"])
            title = row["title"]
            yield (
                row["number"],
                (words.folded(rows.text_of(row)), None if title is None else words.folded(title)),
            )
        return
    for number, said, speaker in findings.said(db, wanted):
        yield number, (words.folded(said), None if speaker is None else words.folded(speaker))


def find(
    db: sqlite3.Connection, index: Index, phrases: Sequence[Phrase], numbers: Iterable[int]
) -> dict[Phrase, dict[int, Times]]:
    """Of the records `numbers`, those in which each of `phrases` stands in a row, and how often."""
    found: dict[Phrase, dict[int, Times]] = {phrase: {} for phrase in phrases}
    for number, (main, second) in texts(db, index, numbers):
        for phrase, there in found.items():
            times = (
                _times(phrase.words, main) if phrase.part != "second" else 0,
                _times(phrase.words, second) if phrase.part != "main" and second else 0,
            )
            if any(times):
                there[number] = times
    return found


def _times(phrase: Sequence[str], text: str) -> int:
    """How often words stand in a row in a folded text."""
    found = _row(tuple(phrase)).finditer(text)
    return sum(1 for m in found if m.start() == 0 or text[m.start() - 1] == " ")


@lru_cache(maxsize=256)
def _row(phrase: tuple[str, ...]) -> re.Pattern[str]:
    # Only the first word is passed by: "a b a" stands twice in "a b a b a".
    rest = "".join(f" +{re.escape(word)}" for word in phrase[1:])
    return re.compile(f"{re.escape(phrase[0])}(?={rest}(?![^ ]))")
