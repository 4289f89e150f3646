"""The desk's word indexes: a reader's words as what is asked of them, and the texts that hold them."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.store import asking, findings, word_index
from rashomon.store.asking import Match
from rashomon.store.searching import Search

_TOKEN = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A row found by search: an article, or a statement with its article."""

    id: str
    article_id: str


def phrases_of(text: str) -> tuple[tuple[str, ...], ...]:
    """What a reader's `text` asks for: phrases of one word or, in quotation marks, of several."""
    parts = []
    for token in _TOKEN.finditer(text[:400]):
        words = _WORD.findall(token.group(1) if token.group(1) is not None else token.group(2))
        if words:
            parts.append(tuple(words))
    return tuple(parts[:24])


def words_of(text: str) -> list[str]:
    """The words of a text, as a question's are."""
    return _WORD.findall(text)


def match_of(phrases: Sequence[Sequence[str]]) -> Match:
    """What is asked of texts that hold all `phrases`."""
    return asking.all_of(phrases)


# How many times as much a word in the title weighs.
TITLE = 4.0
# Texts more than are asked for that are looked at, to put those that fit as well in order by id.
_ALIKE = 64


def best_articles(
    db: sqlite3.Connection, asked: Match, *, limit: int, title_weight: float = TITLE
) -> list[str]:
    """Ids of the articles that hold what is asked for best (BM25), a word in the title weighing
    `title_weight` times as much; those that do so alike are in the order of their ids."""
    return best_of(db, Search(db, word_index.ARTICLES, asked, title_weight), limit=limit)


def best_of(db: sqlite3.Connection, search: Search, *, limit: int) -> list[str]:
    """As `best_articles`, of a search that has begun."""
    found = sorted(search.best())[: limit + _ALIKE]
    ids = articles_numbered(db, [number for _, number in found])
    known = sorted((fit, ids[number]) for fit, number in found if number in ids)
    return [one for _, one in known[:limit]]


def articles_numbered(db: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, str]:
    """The ids of articles by number."""
    query = "SELECT a.number, a.id FROM json_each(?) n CROSS JOIN articles a ON a.number = n.value"
    return {row[0]: row[1] for row in db.execute(query, (json.dumps(list(numbers)),))}


def search_articles(
    db: sqlite3.Connection, asked: Match, *, limit: int, offset: int = 0
) -> list[Hit]:
    """Articles that hold what is asked for, best first; a word in the title weighs more."""
    found = best_articles(db, asked, limit=offset + limit)
    return [Hit(i, i) for i in found[offset:]]


def search_statements(
    db: sqlite3.Connection, asked: Match, *, limit: int, offset: int = 0
) -> list[Hit]:
    """Statements whose words or speaker hold what is asked for, best first."""
    found = sorted(Search(db, word_index.STATEMENTS, asked).best())[offset : offset + limit]
    made = findings.numbered(db, [number for _, number in found])
    return [Hit(s.id, s.article_id) for s in made]


def is_held(db: sqlite3.Connection, asked: Match) -> bool:
    """Whether an article or a statement holds what is asked for."""
    return any(
        Search(db, index, asked).count(1) for index in (word_index.ARTICLES, word_index.STATEMENTS)
    )
