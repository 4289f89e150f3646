"""0024: the word indexes of 0020, from the texts of the articles and of what is stated in them."""

from __future__ import annotations

import sqlite3

from rashomon.store import findings, rows, word_index


def carry_over(db: sqlite3.Connection) -> None:
    """All articles and statements, in the order of their numbers."""
    for row in db.execute(f"{rows.ARTICLES} ORDER BY number"):
        text = rows.text_of(row)
        word_index.put(db, word_index.ARTICLES, [(row["number"], (text, row["title"]))])
        query = f"{findings.ALL} WHERE f.article = ?"
        found = db.execute(query, (row["number"],)).fetchone()
        if found is not None and found["first"] is not None:
            findings.index(db, found["first"], text, findings.of_row(found))
    for index in (word_index.ARTICLES, word_index.STATEMENTS):
        db.execute(f"INSERT INTO {index.table} ({index.table}) VALUES ('optimize')")
