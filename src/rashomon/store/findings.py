"""What was found in an article - names, statements, moments - as one record of the desk (see `bundles`).

Statements are numbered over the desk in the order in which they were found, those of an article in a
row, the sure ones before the others, and the word index of statements knows them by number. Writing
functions are called within a transaction of the desk.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rashomon.model import ID_VERSION, Article, Mention, Statement
from rashomon.store import blocks, bundles, rows, word_index
from rashomon.store.bundles import Bundle as Bundle
from rashomon.store.bundles import bundle as bundle
from rashomon.store.bundles import packed as packed
from rashomon.store.bundles import unpacked as unpacked
from rashomon.store.many import select_in

SHELF = blocks.Shelf("finding_blocks", "findings", "article", 32_768, 7)

# Between the parts of what is said.
_BETWEEN = " … "


def words_of(statement: Statement, text: str) -> str:
    """The words of a statement, as they are searched for."""
    return _BETWEEN.join(text[span.start : span.end] for span in statement.content)


def put(db: sqlite3.Connection, article: Article, found: Bundle) -> None:
    """What was found in an article, in place of what was found there before."""
    query = "SELECT number FROM articles WHERE id = ?"
    number = int(db.execute(query, (article.id,)).fetchone()[0])
    forget(db, number, article.id, article.text)
    _put(db, number, article.text, found)


def _put(db: sqlite3.Connection, number: int, text: str, found: Bundle) -> None:
    first = next_number(db) if found.statements else None
    things = packed(found)
    db.execute(
        "INSERT INTO findings (article, first, statements, less_sure, moments, size)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (number, first, len(found.statements), found.less, len(found.moments), len(things)),
    )
    blocks.put(db, SHELF, number, things)
    index(db, first, text, found)


def index(db: sqlite3.Connection, first: int | None, text: str, found: Bundle) -> None:
    """Put the words of statements, whose numbers begin with `first`, into the word index."""
    if first is not None:
        word_index.put(db, word_index.STATEMENTS, _spoken(first, text, found))


def _spoken(first: int, text: str, found: Bundle) -> list[tuple[int, word_index.Texts]]:
    """Statements by number: their words, and who speaks."""
    return [(first + n, (words_of(s, text), s.speaker)) for n, s in enumerate(found.statements)]


def next_number(db: sqlite3.Connection) -> int:
    """The number of the next statement that comes to the desk."""
    last = db.execute(
        "SELECT first + statements FROM findings WHERE first IS NOT NULL"
        " ORDER BY first DESC LIMIT 1"
    ).fetchone()
    return 1 if last is None else int(last[0])


def add(db: sqlite3.Connection, article: Article, more: Bundle) -> None:
    """Add to what was found in an article."""
    had = of(db, [article.id]).get(article.id, Bundle())
    put(
        db, article,
        bundle(had.mentions + more.mentions, had.statements + more.statements,
               had.moments + more.moments),
    )  # fmt: skip


def forget(db: sqlite3.Connection, number: int, article_id: str, text: str) -> None:
    """What was found in an article is no more."""
    row = db.execute(f"{ALL} WHERE f.article = ?", (number,)).fetchone()
    if row is None:
        return
    if row["first"] is not None:
        spoken = _spoken(row["first"], text, of_row(row))
        word_index.forget(db, word_index.STATEMENTS, spoken)
    db.execute("DELETE FROM findings WHERE article = ?", (number,))


# Rows of what was found, with the ids of articles `a` and the blocks.
ALL = (
    "SELECT a.id, f.*, b.packed FROM findings f JOIN articles a ON a.number = f.article"
    " JOIN finding_blocks b ON b.number = f.block"
)


def of_row(row: sqlite3.Row) -> Bundle:
    """What a row of `ALL` holds."""
    return unpacked(row["id"], blocks.unpacked(row["packed"], row["start"], row["size"]))


def of(db: sqlite3.Connection, ids: Sequence[str]) -> dict[str, Bundle]:
    """What was found in the articles `ids`, by the order of their ids."""
    query = ALL + " WHERE a.id IN ({ids})"
    found = {row["id"]: of_row(row) for row in select_in(db, query, sorted(set(ids)))}
    return {i: found[i] for i in sorted(found)}


def each(db: sqlite3.Connection) -> Iterator[tuple[str, Bundle]]:
    """What was found in each article of the desk, by the order of their ids."""
    for row in db.execute(ALL + " ORDER BY a.id"):
        yield row["id"], of_row(row)


def all_mentions(db: sqlite3.Connection) -> Iterator[Mention]:
    """All mentions, by the order of their articles' ids, and nothing else of what was found."""
    for row in db.execute(ALL + " ORDER BY a.id"):
        stored = blocks.unpacked(row["packed"], row["start"], row["size"])
        yield from bundles.mentions(row["id"], bundles.parts(stored)[0])


def counts(db: sqlite3.Connection) -> tuple[int, int]:
    """How many sure statements and how many moments there are."""
    query = (
        "SELECT coalesce(sum(statements - less_sure), 0), coalesce(sum(moments), 0) FROM findings"
    )
    statements, moments = db.execute(query).fetchone()
    return int(statements), int(moments)


# The number of the article that the statement of number {0} stands in.
ARTICLE_OF = "(SELECT o.article FROM findings o WHERE o.first <= {0} ORDER BY o.first DESC LIMIT 1)"


def less_sure(db: sqlite3.Connection, numbers: Sequence[int]) -> set[int]:
    """Those of the statements, given by number, that are less sure."""
    query = (
        "SELECT n.value FROM json_each(?) n WHERE n.value >= (SELECT"
        " o.first + o.statements - o.less_sure FROM findings o WHERE o.first <= n.value"
        " ORDER BY o.first DESC LIMIT 1)"
    )
    return {row[0] for row in db.execute(query, (json.dumps(list(numbers)),))}


def numbers_in(db: sqlite3.Connection, articles: Sequence[int]) -> set[int]:
    """The numbers of all statements of articles, given by number."""
    query = "SELECT first, statements FROM findings WHERE first IS NOT NULL AND article IN ({ids})"
    found = select_in(db, query, articles)
    return {n for row in found for n in range(row["first"], row["first"] + row["statements"])}


def articles_of(db: sqlite3.Connection, numbers: Sequence[int]) -> list[str]:
    """For statements by number, the ids of their articles."""
    query = (
        f"SELECT a.id FROM json_each(?) n JOIN articles a ON a.number = {ARTICLE_OF.format('n.value')}"
        " ORDER BY n.key"
    )
    return [row[0] for row in db.execute(query, (json.dumps(list(numbers)),))]


def numbered(db: sqlite3.Connection, numbers: Sequence[int]) -> list[Statement]:
    """Statements by number, in the order of `numbers`."""
    query = (
        "SELECT n.value AS wanted, a.id, f.*, b.packed FROM json_each(?) n"
        f" CROSS JOIN findings f ON f.article = {ARTICLE_OF.format('n.value')}"
        " CROSS JOIN articles a ON a.number = f.article"
        " CROSS JOIN finding_blocks b ON b.number = f.block ORDER BY f.block, f.start"
    )
    made: dict[str, tuple[Statement, ...]] = {}
    found: dict[int, Statement] = {}
    for row in db.execute(query, (json.dumps(list(numbers)),)):
        if row["id"] not in made:
            made[row["id"]] = of_row(row).statements
        found[row["wanted"]] = made[row["id"]][row["wanted"] - row["first"]]
    return [found[n] for n in numbers if n in found]


def said(db: sqlite3.Connection, numbers: str) -> Iterator[tuple[int, str, str | None]]:
    """Of statements, whose numbers are a JSON list, the number, the words, and who speaks."""
    query = (
        "SELECT n.value AS wanted, f.*, b.packed, a.id, a.own, a.ranges, CASE WHEN a.own"
        " THEN (SELECT t.text FROM article_bodies t WHERE t.number = a.number)"
        " ELSE pb.packed END AS stored, p.start AS shown_start, p.size AS shown_size"
        f" FROM json_each(?) n CROSS JOIN findings f ON f.article = {ARTICLE_OF.format('n.value')}"
        " CROSS JOIN articles a ON a.number = f.article"
        " CROSS JOIN finding_blocks b ON b.number = f.block"
        " CROSS JOIN pages p ON p.id = a.page_id CROSS JOIN page_blocks pb ON pb.number = p.block"
        " ORDER BY p.block, p.start, n.value"
    )
    article, spoken, text = None, list[list[Any]](), ""
    for row in db.execute(query, (numbers,)):
        if row["article"] != article:
            article, text = row["article"], rows.text_of(row)
            stored = blocks.unpacked(row["packed"], row["start"], row["size"])
            spoken = bundles.parts(stored)[1]
        one = spoken[row["wanted"] - row["first"]]
        words = _BETWEEN.join(text[a:b] for a, b in bundles.contents(one))
        yield row["wanted"], words, bundles.speaker(one)


def short_mark(mark: str) -> bytes | str:
    """What findings were made with, as it is stored: the digits of an id as bytes."""
    if re.fullmatch(ID_VERSION + "[0-9a-f]{16}( .*)?", mark, re.DOTALL):
        return bytes.fromhex(mark[1:17]) + mark[17:].encode("utf-8", "surrogatepass")
    return mark


def _long_mark(stored: bytes | str) -> str:
    if isinstance(stored, str):
        return stored
    return ID_VERSION + stored[:8].hex() + stored[8:].decode("utf-8", "surrogatepass")


def mark(db: sqlite3.Connection, records: Iterable[tuple[str, str]]) -> None:
    """Note what the findings of articles, by id, were made with."""
    for article_id, made_with in records:
        query = "SELECT number FROM articles WHERE id = ?"
        row = db.execute(query, (article_id,)).fetchone()
        if row is None:
            continue
        query = "UPDATE findings SET mark = ? WHERE article = ?"
        if not db.execute(query, (short_mark(made_with), row["number"])).rowcount:
            _put(db, row["number"], "", Bundle())
            db.execute(query, (short_mark(made_with), row["number"]))


def marks(db: sqlite3.Connection, ids: Sequence[str]) -> dict[str, str]:
    """What the findings of those of the articles `ids` that have any were made with."""
    query = (
        "SELECT a.id, f.mark FROM articles a JOIN findings f ON f.article = a.number"
        " WHERE f.mark IS NOT NULL AND a.id IN ({ids})"
    )
    return {row["id"]: _long_mark(row["mark"]) for row in select_in(db, query, ids)}
