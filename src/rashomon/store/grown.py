"""What the steps that let a desk grow ask of it: a few records of many, never all."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from rashomon.model import Article, Copy, Story
from rashomon.store import findings, read, rows


def articles(db: sqlite3.Connection, ids: Sequence[str], *, as_read: bool) -> list[Article]:
    """The articles `ids`, by page and place; `as_read` gives dates as reading found them."""
    query = rows.ARTICLES + " WHERE id IN ({ids})"
    found = [rows.article_of(row, as_read=as_read) for row in read.select_in(db, query, ids)]
    return sorted(found, key=lambda a: (a.page_id, a.place, a.id))


def first_dated(db: sqlite3.Connection, ids: Sequence[str]) -> list[Article]:
    """The articles `ids` with the dates that they were grouped by."""
    query = "SELECT * FROM first_dates WHERE article_id IN ({ids})"
    dates = {row["article_id"]: row for row in read.select_in(db, query, ids)}
    return [
        replace(a, published=row["published"], published_basis=row["basis"])
        if (row := dates.get(a.id))
        else a
        for a in articles(db, ids, as_read=True)
    ]


def numbers(db: sqlite3.Connection, ids: Sequence[str]) -> dict[str, int]:
    """The numbers of articles by id."""
    query = "SELECT id, number FROM articles WHERE id IN ({ids})"
    return {row["id"]: row["number"] for row in read.select_in(db, query, ids)}


def ids(db: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, str]:
    """The ids of articles by number."""
    query = "SELECT id, number FROM articles WHERE number IN ({ids})"
    return {row["number"]: row["id"] for row in read.select_in(db, query, numbers)}


def copies_of(db: sqlite3.Connection, ids: Sequence[str]) -> list[Copy]:
    """The rows of the articles `ids` that are folded."""
    query = "SELECT * FROM copies WHERE article_id IN ({ids})"
    found = [rows.copy_of(row) for row in read.select_in(db, query, ids)]
    return sorted(found, key=lambda copy: copy.article_id)


def copies_with(db: sqlite3.Connection, ids: Sequence[str]) -> list[Copy]:
    """The rows of all families that one of the articles `ids` stands in."""
    families = sorted({copy.family_id for copy in copies_of(db, ids)})
    query = "SELECT * FROM copies WHERE family_id IN ({ids})"
    return [rows.copy_of(row) for row in read.select_in(db, query, families)]


def with_families(db: sqlite3.Connection, ids: Iterable[str]) -> list[str]:
    """`ids` and all that stand in a family with one of them."""
    named = sorted(set(ids))
    return sorted({*named, *(copy.article_id for copy in copies_with(db, named))})


def with_pages(db: sqlite3.Connection, ids: Sequence[str]) -> list[str]:
    """`ids` and all articles of their pages."""
    query = "SELECT DISTINCT page_id FROM articles WHERE id IN ({ids})"
    pages = sorted({row["page_id"] for row in read.select_in(db, query, ids)})
    query = "SELECT id FROM articles WHERE page_id IN ({ids})"
    return sorted({row["id"] for row in read.select_in(db, query, pages)})


def fetched(db: sqlite3.Connection, pages: Collection[str]) -> dict[str, str]:
    """When `pages` were taken, where known."""
    query = "SELECT id, fetched_at FROM pages WHERE fetched_at IS NOT NULL AND id IN ({ids})"
    return {row["id"]: row["fetched_at"] for row in read.select_in(db, query, sorted(pages))}


def stories_with(db: sqlite3.Connection, ids: Sequence[str]) -> list[Story]:
    """The stories that one of the articles `ids` stands in, by id."""
    found = sorted(set(homes(db, ids).values()))
    return [story for one in found if (story := read.story(db, one)) is not None]


def homes(db: sqlite3.Connection, ids: Sequence[str]) -> dict[str, str]:
    """The story of each of the articles `ids`."""
    query = "SELECT article_id, story_id FROM story_articles WHERE article_id IN ({ids})"
    return {row["article_id"]: row["story_id"] for row in read.select_in(db, query, ids)}


def story_exists(db: sqlite3.Connection, story_id: str) -> bool:
    """Whether a story has this id."""
    return db.execute("SELECT 1 FROM stories WHERE id = ?", (story_id,)).fetchone() is not None


def to_group(db: sqlite3.Connection) -> list[tuple[str, str | None, str]]:
    """The articles that are to be grouped: id, the date that they are grouped by, and family, or
    the id where they stand alone."""
    query = (
        "SELECT t.record, coalesce(f.published, a.read_published), coalesce(c.family_id, t.record)"
        " FROM todo t JOIN articles a ON a.id = t.record"
        " LEFT JOIN first_dates f ON f.article_id = t.record"
        " LEFT JOIN copies c ON c.article_id = t.record"
        " WHERE t.stage = 'stories' ORDER BY t.record"
    )
    return [(row[0], row[1], row[2]) for row in db.execute(query)]


def done(db: sqlite3.Connection, stage: str, ids: Sequence[str]) -> dict[str, str]:
    """What of `ids` a stage has done: record to the input that it was done with."""
    if stage == "findings":
        return findings.marks(db, ids)
    query = "SELECT record, input FROM done WHERE stage = '{stage}' AND record IN ({{ids}})"
    found = read.select_in(db, query.format(stage=stage), ids)
    return {row["record"]: row["input"] for row in found}


def unread(db: sqlite3.Connection, version: str) -> list[str]:
    """Pages that were read in another version, or that failed."""
    query = "SELECT id FROM pages INDEXED BY pages_reading WHERE reading {} ?"
    found = [row for one in "<>" for row in db.execute(query.format(one), (version,))]
    return sorted(row["id"] for row in found)
