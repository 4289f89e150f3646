"""0009 and 0016: what was found in articles, as it stood before, and into blocks."""

from __future__ import annotations

import sqlite3
import zlib

from rashomon.model import Article
from rashomon.store import blocks, findings
from rashomon.store.findings import Bundle

_AFTER = (
    "PRAGMA legacy_alter_table = ON",
    "DROP TABLE findings",
    "ALTER TABLE findings_small RENAME TO findings",
    "PRAGMA legacy_alter_table = OFF",
    "DELETE FROM done WHERE stage = 'findings'",
    "CREATE TRIGGER findings_unblock AFTER DELETE ON findings BEGIN"
    " UPDATE finding_blocks SET records = records - 1 WHERE number = old.block;"
    " DELETE FROM finding_blocks WHERE number = old.block AND records < 1; END",
    "CREATE VIEW found AS SELECT a.number, a.id AS article_id, f.first,"
    " CAST(substr(sqlar_uncompress(b.packed, 4000 + 2 * b.size), f.start + 1, f.size) AS TEXT)"
    " AS things FROM findings f JOIN articles a ON a.number = f.article"
    " JOIN finding_blocks b ON b.number = f.block",
)


def carry_over(db: sqlite3.Connection) -> None:
    """0016: findings into blocks, in the order of their articles."""
    shelf = blocks.Shelf("finding_blocks", "findings_small", "article", findings.SHELF.full)
    query = (
        "SELECT f.*, d.input FROM findings f JOIN articles a ON a.number = f.article"
        " LEFT JOIN done d ON d.stage = 'findings' AND d.record = a.id ORDER BY f.article"
    )
    for row in db.execute(query):
        things = zlib.decompress(row["packed"])
        mark = None if row["input"] is None else findings.short_mark(row["input"])
        db.execute(
            "INSERT INTO findings_small VALUES (?, ?, ?, ?, ?, NULL, NULL, ?, ?)",
            (
                row["article"], row["first"], row["statements"], row["less_sure"], row["moments"],
                len(things), mark,
            ),
        )  # fmt: skip
        blocks.put(db, shelf, row["article"], things)
    for statement in _AFTER:
        db.execute(statement)


def put_before(db: sqlite3.Connection, article: Article, found: Bundle) -> None:
    """What was found in an article, as it was stored from 0009 to 0015."""
    query = "SELECT number FROM articles WHERE id = ?"
    number = int(db.execute(query, (article.id,)).fetchone()[0])
    first = findings.next_number(db) if found.statements else None
    db.execute(
        "INSERT INTO findings VALUES (?, ?, ?, ?, ?)",
        (
            number, first, len(found.statements), len(found.moments),
            zlib.compress(findings.packed(found)),
        ),
    )  # fmt: skip
