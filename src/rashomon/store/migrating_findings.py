"""0009, 0016 and 0022: what was found in articles, as it stood before, into blocks, and in steps."""

from __future__ import annotations

import sqlite3
import zlib
from typing import Any

from rashomon.model import Article
from rashomon.store import blocks, bundles, findings
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


def renewed(stored: bytes) -> bytes:
    """A record as it is stored from 0022 on, of one as it was before: an object with the parts "m",
    "s" and "d", in which all places are counted from the start of the text."""
    made = bundles.parts(stored)
    if not isinstance(made, dict):  # found before 0009, and packed by today's program
        return stored
    before, mentions = 0, []
    for one in made["m"]:
        start, end, kind, referent, own, role = _full(one, 6)
        size = bundles.size(start, end, referent if own is None else own)
        values = [start - before, kind, referent, size, own, role]
        mentions.append(bundles.trimmed(values, bundles.OF_MENTION))
        before = start
    moments = [[a, b, c, d, e - d, f - d, g - f, h] for a, b, c, d, e, f, g, h in made["d"]]
    statements = [_statement(_full(one, 15)) for one in made["s"]]
    return bundles.dumped([mentions, statements, moments])


def _full(values: list[Any], count: int) -> list[Any]:
    return values + [None] * (count - len(values))


def _statement(v: list[Any]) -> list[Any]:
    content, via = v[6] or [], v[11] or []
    base = content[0][0] if content else 0
    return bundles.trimmed(
        [
            [[a, b - a] for a, b in content], v[7],
            v[0], *_step(v[1], v[2], base, v[0]), v[3], *_step(v[4], v[5], base, v[3]),
            v[14], v[8], v[9], v[10], [[a - base, b - a] for a, b in via], v[12], v[13],
        ],
        bundles.OF_STATEMENT,
    )  # fmt: skip


def _step(start: int | None, end: int | None, base: int, words: str | None) -> list[int | None]:
    if start is None or end is None:
        return [None, None]
    return [start - base, bundles.size(start, end, words)]


def in_steps(db: sqlite3.Connection) -> None:
    """0022: all records anew."""
    blocks.again(db, findings.SHELF, "size", renewed)
