"""The desk's full-text index: a reader's words as its query, and the texts that hold them."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.store import findings

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
    for match in _TOKEN.finditer(text[:400]):
        words = _WORD.findall(match.group(1) if match.group(1) is not None else match.group(2))
        if words:
            parts.append(tuple(words))
    return tuple(parts[:24])


def words_of(text: str) -> list[str]:
    """The words of a text, as a question's are."""
    return _WORD.findall(text)


def match_of(phrases: Sequence[Sequence[str]]) -> str:
    """The FTS5 query for texts that hold all `phrases`."""
    return " ".join('"' + " ".join(words) + '"' for words in phrases)


# Texts more than are asked for that are looked at, to put those that fit as well in order by id.
_ALIKE = 64


def best_articles(
    db: sqlite3.Connection, match: str, *, limit: int, title_weight: float = 4.0
) -> list[str]:
    """Ids of the articles that hold the FTS5 query `match` best (BM25), a word in the title
    weighing `title_weight` times as much; those that do so alike are in the order of their ids."""
    # The index alone ranks; rows are looked up for those at the top only.
    query = (
        "SELECT a.id, f.fit FROM (SELECT rowid, bm25(articles_fts, 1.0, ?) AS fit"
        " FROM articles_fts WHERE articles_fts MATCH ? ORDER BY fit, rowid LIMIT ?) f"
        " CROSS JOIN articles a ON a.number = f.rowid"
    )
    found = [(row[1], row[0]) for row in db.execute(query, (title_weight, match, limit + _ALIKE))]
    return [one for _, one in sorted(found)[:limit]]


def search_articles(
    db: sqlite3.Connection, match: str, *, limit: int, offset: int = 0
) -> list[Hit]:
    """Articles that hold the FTS5 query `match`, best first; a word in the title weighs more."""
    # FTS5's own snippet() takes time that grows with the square of a long text's hits.
    found = best_articles(db, match, limit=offset + limit)
    return [Hit(i, i) for i in found[offset:]]


def search_statements(
    db: sqlite3.Connection, match: str, *, limit: int, offset: int = 0
) -> list[Hit]:
    """Statements whose words or speaker hold `match`, best first."""
    query = (
        "SELECT rowid FROM statements_fts WHERE statements_fts MATCH ?"
        " ORDER BY bm25(statements_fts), rowid LIMIT ? OFFSET ?"
    )
    numbers = [row[0] for row in db.execute(query, (match, limit, offset))]
    return [Hit(s.id, s.article_id) for s in findings.numbered(db, numbers)]


def found_count(db: sqlite3.Connection, table: str, match: str) -> int:
    """How many articles or statements hold `match`."""
    if table not in ("articles_fts", "statements_fts"):
        return 0
    query = f"SELECT count(*) FROM {table} WHERE {table} MATCH ?"
    return int(db.execute(query, (match,)).fetchone()[0])
