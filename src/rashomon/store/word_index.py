"""The desk's word indexes: which texts hold a word, and how often, without the places of words.

A record has a main text and a second one: of an article its text and title, of a statement its words
and speaker. FTS5 keeps for each word the records that hold it and no more (`detail=none`), so what
else is known of a word stands in the index as words of its own:

    w       the main text holds it          w!3     ... three times (from 2 on)
    w#      the second text holds it        w#2     ... twice (from 2 on)

and so do some words in a row: two common ones, `of~the`; two that stand with capitals somewhere in the
main text, `ada~tomm`, each time that they stand in the record, with capitals or without; and of a speaker
any two. So a record that has a pair in one of its texts has it as often as it is there in both; one that
has its words and not the pair may still hold it, and is looked into (see `in_a_row`).

Texts are folded and cut by `words`, which a question goes through as well. How many words a record has
stands in `word_counts`. Functions that write are called within a transaction of the desk.
"""

from __future__ import annotations

import sqlite3
import struct
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from rashomon.store import words

Numbers = NDArray[np.int64]
Counts = NDArray[np.float64]

TIMES, SECOND = "!", "#"
_AFTER = "$"  # of ASCII's signs the next one
_SHELF_BITS = 10  # of a number: so many records share a row of `word_counts`
_SHELF = 1 << _SHELF_BITS
_MOST = 65_535  # words of a record that are counted


@dataclass(frozen=True, slots=True)
class Index:
    """An index: its table, and `part` tells its rows of `word_counts` from the others'."""

    table: str
    part: int
    pairs: bool = False  # of its second texts, which are short, any two words in a row

    @property
    def shelf(self) -> int:
        """The key of its first row of `word_counts`."""
        return self.part << 40


# A text and, where there is one, a second text.
Texts = tuple[str, str | None]
ARTICLES = Index("articles_fts", 1)
STATEMENTS = Index("statements_fts", 2, pairs=True)


def listed(index: Index, texts: Texts) -> tuple[str, int]:
    """The words of a record as the index holds them, and how many it has."""
    first, second = texts
    there, beside = words.split(first), words.split(second or "")
    count = len(there) + len(beside)
    names = words.names(first)
    if index.pairs:
        names.update(pairwise(beside))
    names = {two for two in names if not words.COMMON.issuperset(two)}  # these are `pairs`
    main = Counter([*there, *words.pairs(there), *words.those(there, names)])
    held = [*main, *[f"{w}{TIMES}{n}" for w, n in main.items() if n > 1]]
    if beside:
        for word, n in Counter(
            [*beside, *words.pairs(beside), *words.those(beside, names)]
        ).items():
            held.append(word + SECOND)
            if n > 1:
                held.append(f"{word}{SECOND}{n}")
    return " ".join(held), min(count, _MOST)


def put(db: sqlite3.Connection, index: Index, records: Sequence[tuple[int, Texts]]) -> None:
    """Add records by number, one after the other."""
    made = [(number, *listed(index, texts)) for number, texts in records]
    db.executemany(
        f"INSERT INTO {index.table} (rowid, words) VALUES (?, ?)", [one[:2] for one in made]
    )
    _counted(db, index, {number: count for number, _, count in made})


def forget(db: sqlite3.Connection, index: Index, records: Sequence[tuple[int, Texts]]) -> None:
    """Take records out that were put in with the same texts."""
    made = [(number, *listed(index, texts)) for number, texts in records]
    db.executemany(
        f"INSERT INTO {index.table} ({index.table}, rowid, words) VALUES ('delete', ?, ?)",
        [one[:2] for one in made],
    )
    _counted(db, index, dict.fromkeys((number for number, _, _ in made), 0))


def _counted(db: sqlite3.Connection, index: Index, counts: dict[int, int]) -> None:
    by_shelf: dict[int, list[int]] = {}
    for number in counts:
        by_shelf.setdefault(number >> _SHELF_BITS, []).append(number)
    query = "SELECT counts FROM word_counts WHERE shelf = ?"
    write = "INSERT OR REPLACE INTO word_counts VALUES (?, ?)"
    for shelf, numbers in by_shelf.items():
        key = index.shelf + shelf
        row = db.execute(query, (key,)).fetchone()
        held = bytearray(b"" if row is None else row[0])
        held.extend(bytes(max(0, 2 * (max(numbers) % _SHELF + 1) - len(held))))
        for number in numbers:
            struct.pack_into("<H", held, 2 * (number % _SHELF), counts[number])
        db.execute(write, (key, bytes(held)))


def totals(db: sqlite3.Connection, index: Index) -> tuple[int, int]:
    """How many records there are that have words, and words in all of them."""
    query = "SELECT counts FROM word_counts WHERE shelf >= ? AND shelf < ?"
    rows = db.execute(query, (index.shelf, Index("", index.part + 1).shelf))
    held = np.frombuffer(b"".join(row[0] for row in rows), dtype="<u2")
    return int(np.count_nonzero(held)), int(held.sum(dtype=np.int64))


def lengths(db: sqlite3.Connection, index: Index, numbers: Numbers) -> Counts:
    """How many words each of the records has that are known by `numbers`, in order."""
    found = np.zeros(len(numbers), dtype=np.float64)
    shelves = numbers >> _SHELF_BITS
    edges = np.flatnonzero(np.diff(shelves, prepend=-1)).tolist()
    query = "SELECT counts FROM word_counts WHERE shelf = ?"
    for start, end in zip(edges, [*edges[1:], len(numbers)], strict=True):
        row = db.execute(query, (index.shelf + int(shelves[start]),)).fetchone()
        if row is not None:
            held = np.frombuffer(row[0], dtype="<u2")
            at = numbers[start:end] % _SHELF
            known = at < len(held)
            found[start:end][known] = held[at[known]]
    return found


def rowids(db: sqlite3.Connection, index: Index, match: str) -> Numbers:
    """The records that FTS5's query finds, in order."""
    query = f"SELECT rowid FROM {index.table} WHERE {index.table} MATCH ?"
    return np.array([row[0] for row in db.execute(query, (match,))], dtype=np.int64)


def forms(db: sqlite3.Connection, index: Index, word: str) -> list[tuple[str, int]]:
    """What is known of a folded word, as the index holds it, each with its number of records."""
    query = f"SELECT term, doc FROM {index.table}_terms WHERE term >= ? AND term < ?"
    return [(row[0], row[1]) for row in db.execute(query, (word, word + _AFTER))]


def places(
    db: sqlite3.Connection, index: Index, word: str, *, begins: bool = False
) -> Iterable[tuple[str, int]]:
    """What the index holds of a folded word, or of all words that begin so, record by record."""
    query = f"SELECT term, doc FROM {index.table}_places WHERE term >= ? AND term < ?"
    found = db.execute(query, (word, word + ("\U0010ffff" if begins else _AFTER)))
    return ((row[0], row[1]) for row in found if not begins or words.PAIR not in row[0])


def pair_times(
    db: sqlite3.Connection, index: Index, pair: Sequence[str]
) -> dict[int, tuple[int, int]]:
    """How often two folded words stand in a row in the main text and in the second one, for the
    records of which the index knows it."""
    found: dict[int, tuple[int, int]] = {}
    for term, number in places(db, index, words.PAIR.join(pair)):
        main, second = found.get(number, (0, 0))
        if SECOND in term:
            found[number] = main, second + int(worth(term, 1.0))
        else:
            found[number] = main + int(worth(term, 1.0)), second
    return found


def worth(term: str, weight: float) -> float:
    """What a word as the index holds it adds to how often the word stands in a record, where one in
    the second text weighs `weight`."""
    for sign, one in ((TIMES, 1.0), (SECOND, weight)):
        _word, there, number = term.partition(sign)
        if there:
            return one * (int(number) - 1) if number else one
    return 1.0
