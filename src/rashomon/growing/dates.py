"""Dates on the desk, before grouping: of new articles, and of those whose copies changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from rashomon import dating
from rashomon.store import Desk, grown, todo, write

_BATCH = 2_000


def complete(desk: Desk) -> None:
    """Date the articles that are to be dated, a batch at a time."""
    while True:
        with desk.transaction() as db:
            batch = todo.of(db, "dates", _BATCH)
            if not batch:
                return
            _complete(db, batch)


def _complete(db: sqlite3.Connection, batch: Sequence[str]) -> None:
    """A date hangs on the article's page and family, and on the pages of the family's others."""
    family = grown.with_families(db, batch)
    seen = grown.with_pages(db, family)
    articles = grown.articles(db, seen, as_read=True)
    rows = grown.copies_of(db, seen)
    dated = dating.complete(articles, rows, grown.fetched(db, {a.page_id for a in articles}))
    mine = set(batch)
    write.first_dates(db, [a for a in dated if a.id in mine])
    todo.add(db, "stories", batch)
    todo.remove(db, "dates", batch)
