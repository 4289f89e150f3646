"""Copies on the desk: new articles meet the index of fingerprints, and the families that they
touch are looked at again."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from rashomon import copies
from rashomon.copies import settings as limits
from rashomon.model import Copy
from rashomon.progress import Step
from rashomon.store import Desk, grown, todo, write
from rashomon.store.copy_shelf import DeskShelf


def fold(desk: Desk, step: Step) -> None:
    """Fold the articles that are to be folded, a batch at a time."""
    shelf: DeskShelf | None = None
    version = -1
    while True:
        with desk.transaction() as db:
            # What another program has written meanwhile is read anew.
            if shelf is None or version != (version := _version(db)):
                shelf = DeskShelf(db)
            _begin_again(db, shelf)
            batch = todo.of(db, "copies", limits.BATCH)
            if not batch:
                return
            _fold(db, shelf, batch)
        step.advance(len(batch))


def _version(db: sqlite3.Connection) -> int:
    """Changes when another connection has written."""
    return int(db.execute("PRAGMA data_version").fetchone()[0])


def _begin_again(db: sqlite3.Connection, shelf: DeskShelf) -> None:
    """An index forgets nothing: where articles have gone, it is made again."""
    if todo.of(db, "index"):
        shelf.clear()
        todo.add_all(db, "copies", "articles")
        todo.remove(db, "index", ["again"])


def _fold(db: sqlite3.Connection, shelf: DeskShelf, batch: Sequence[str]) -> None:
    index = copies.CopyIndex(shelf)
    new = grown.articles(db, batch, as_read=True)
    changed = index.extend(copies.sketch(article) for article in new)
    touched: set[str] = set()
    families: list[tuple[str, ...]] = []
    for article_id in changed:
        if article_id not in touched:
            family = index.family_of(article_id)
            touched.update(family)
            families.append(family)
    before = {copy.article_id: copy for copy in grown.copies_with(db, sorted(touched))}
    made: list[Copy] = []
    for family in families:
        if len(family) > 1:
            known = [before[one] for one in family if one in before]
            articles = grown.articles(db, family, as_read=True)
            made += copies.lineage(articles, known)
    rows = {copy.article_id: copy for copy in made}
    write.copies_again(db, sorted(before.keys() | touched), made)
    moved = [one for one in sorted(before.keys() | touched) if before.get(one) != rows.get(one)]
    todo.add(db, "dates", [*batch, *moved])
    todo.remove(db, "copies", batch)
