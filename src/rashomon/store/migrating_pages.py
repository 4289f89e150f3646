"""0015 and 0023: pages as they stood before, each text and body packed by itself, into blocks."""

from __future__ import annotations

import json
import sqlite3
import zlib

from rashomon.store import blocks, findings, page_bodies, rows

_WINDOW = 32_768

# The rows of articles up to 0014, each with its text as if that were its own.
ARTICLES_BEFORE = (
    "SELECT 1 AS own, CASE WHEN a.own"
    " THEN (SELECT b.text FROM article_bodies b WHERE b.number = a.number)"
    " ELSE (SELECT rashomon_of_page(coalesce(p.text, p.body), a.ranges) FROM pages p"
    " WHERE p.id = a.page_id) END AS stored, a.* FROM articles a"
)

_AFTER = """
PRAGMA legacy_alter_table = ON
DROP TABLE pages
ALTER TABLE pages_small RENAME TO pages
PRAGMA legacy_alter_table = OFF
CREATE INDEX pages_origin ON pages (origin)
CREATE INDEX pages_reading ON pages (reading)
DELETE FROM done WHERE stage = 'reading'
CREATE TRIGGER pages_arrive AFTER INSERT ON pages BEGIN INSERT INTO arrivals SELECT new.id, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE NOT EXISTS (SELECT 1 FROM arrivals WHERE page_id = new.id); END
"""
# The texts, for people and their programs. `sqlar_uncompress` is in SQLite's own shell.
_TEXTS = """
CREATE VIEW article_texts AS
SELECT a.id AS article_id,
       CASE WHEN a.own THEN (
           SELECT CAST(sqlar_uncompress(b.text, 1100 * length(b.text)) AS TEXT)
           FROM article_bodies b WHERE b.number = a.number
       ) ELSE (
           SELECT coalesce(group_concat(substr(
                      shown.text, json_extract(r.value, '$[0]') + 1,
                      json_extract(r.value, '$[1]') - json_extract(r.value, '$[0]')
                  ), char(10, 10)), '')
           FROM (SELECT CAST(substr(sqlar_uncompress(b.packed, 4000 + 2 * b.size), p.start + 1, p.size)
                     AS TEXT) AS text
                 FROM pages p JOIN page_blocks b ON b.number = p.block
                 WHERE p.id = a.page_id LIMIT 1) shown,
                json_each(a.ranges) r
       ) END AS text
FROM articles a
"""


def carry_over(db: sqlite3.Connection) -> None:
    """Pages into blocks, in the order in which they came."""
    shelf = blocks.Shelf("page_blocks", "pages_small", "number", blocks.PAGES.full)
    query = "SELECT rowid, * FROM pages ORDER BY rowid"
    for row in db.execute(query):
        shown = row["body"] if row["text"] is None else row["text"]
        text = zlib.decompress(shown)
        body = text if row["text"] is None else _body(row["body"], text)
        held = page_bodies.stored(*(one.decode("utf-8", "surrogatepass") for one in (body, text)))
        db.execute(
            "INSERT INTO pages_small SELECT ?, id, origin, media_type, fetched_at, address, chars,"
            " NULL, NULL, ?, ?, (SELECT input FROM done WHERE stage = 'reading' AND record = p.id)"
            " FROM pages p WHERE p.rowid = ?",
            (row["rowid"], len(held.text), len(held.rest or b""), row["rowid"]),
        )
        blocks.put(db, shelf, row["rowid"], held.text + (held.rest or b""))
        if held.body is not None:
            db.execute("INSERT INTO page_bodies VALUES (?, ?)", (row["rowid"], held.body))
    for statement in _AFTER.strip().splitlines():
        db.execute(statement)
    db.execute(_TEXTS)


def again(db: sqlite3.Connection) -> None:
    """0023: pages and findings in larger blocks."""
    blocks.again(db, blocks.PAGES, "size + rest")
    blocks.again(db, findings.SHELF, "size")


def of_page(page: bytes, ranges: str) -> bytes:
    """The text of an article that is words of its page, packed by itself."""
    return rows.pack(rows.joined(rows.unpack(page), json.loads(ranges)))


def body_before(body: bytes, text: bytes) -> bytes:
    """0008: a body of which the page has a text, packed with that text for a dictionary."""
    packing = zlib.compressobj(6, zdict=zlib.decompress(text)[:_WINDOW])
    return packing.compress(zlib.decompress(body)) + packing.flush()


def _body(body: bytes, text: bytes) -> bytes:
    unpacking = zlib.decompressobj(zdict=text[:_WINDOW])
    return unpacking.decompress(body) + unpacking.flush()
