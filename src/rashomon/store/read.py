"""Reading from the desk, in the types of `model`. Every query has an order of its own."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rashomon.errors import NO_ARTICLE
from rashomon.model import (
    Article,
    Copy,
    Material,
    Mention,
    Moment,
    Name,
    NameLink,
    Page,
    Rejected,
    Statement,
    Story,
)
from rashomon.store import findings, rows
from rashomon.store.findings import Bundle
from rashomon.store.many import select_in as select_in


def page_ids(db: sqlite3.Connection) -> set[str]:
    return {row["id"] for row in db.execute("SELECT id FROM pages")}


def has_page(db: sqlite3.Connection, page_id: str) -> bool:
    return db.execute("SELECT 1 FROM pages WHERE id = ?", (page_id,)).fetchone() is not None


def page(db: sqlite3.Connection, page_id: str) -> Page | None:
    row = db.execute(f"{rows.PAGES} WHERE p.id = ?", (page_id,)).fetchone()
    return None if row is None else rows.page_of(row)


def page_text(db: sqlite3.Connection, page_id: str) -> str:
    """The page's text, which the ranges of articles and of what was left out index."""
    row = db.execute(f"{rows.PAGES} WHERE p.id = ?", (page_id,)).fetchone()
    return "" if row is None else rows.shown(row["packed"], row["start"], row["size"])


def rejected(db: sqlite3.Connection, page_id: str) -> list[Rejected]:
    query = 'SELECT * FROM rejected WHERE page_id = ? ORDER BY start, "end", reason'
    return [
        Rejected(
            r["page_id"], None if r["start"] is None else (r["start"], r["end"]),
            r["stage"], r["reason"],
        )
        for r in db.execute(query, (page_id,))
    ]  # fmt: skip


def fetched(db: sqlite3.Connection) -> dict[str, str]:
    """When pages were taken, where known."""
    query = "SELECT id, fetched_at FROM pages WHERE fetched_at IS NOT NULL"
    return {row["id"]: row["fetched_at"] for row in db.execute(query)}


def articles(db: sqlite3.Connection, *, as_read: bool = False) -> Iterator[Article]:
    """All articles, by page and place."""
    for row in db.execute(f"{rows.ARTICLES} ORDER BY page_id, place, id"):
        yield rows.article_of(row, as_read=as_read)


def articles_by_id(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Article]:
    query = rows.ARTICLES + " WHERE id IN ({ids})"
    return {row["id"]: rows.article_of(row) for row in select_in(db, query, list(ids))}


def article(db: sqlite3.Connection, article_id: str) -> Article | None:
    return articles_by_id(db, [article_id]).get(article_id)


def article_ids(db: sqlite3.Connection) -> list[str]:
    return [row["id"] for row in db.execute("SELECT id FROM articles ORDER BY page_id, place, id")]


def copies(db: sqlite3.Connection) -> list[Copy]:
    return [rows.copy_of(r) for r in db.execute("SELECT * FROM copies ORDER BY article_id")]


def stories(db: sqlite3.Connection) -> list[Story]:
    """All stories, by id."""
    members = _grouped(db, "SELECT * FROM story_articles ORDER BY story_id, position")
    related = _grouped(db, "SELECT * FROM story_related ORDER BY story_id, position")
    return [
        rows.story_of(row, members.get(row["id"], ()), related.get(row["id"], ()))
        for row in db.execute("SELECT * FROM stories ORDER BY id")
    ]


def _grouped(db: sqlite3.Connection, query: str) -> dict[str, list[sqlite3.Row]]:
    return {k: list(g) for k, g in groupby(db.execute(query), key=lambda row: str(row["story_id"]))}


def story(db: sqlite3.Connection, story_id: str) -> Story | None:
    row = db.execute("SELECT * FROM stories WHERE id = ?", (story_id,)).fetchone()
    if row is None:
        return None
    members = db.execute(
        "SELECT * FROM story_articles WHERE story_id = ? ORDER BY position", (story_id,)
    ).fetchall()
    related = db.execute(
        "SELECT * FROM story_related WHERE story_id = ? ORDER BY position", (story_id,)
    ).fetchall()
    return rows.story_of(row, members, related)


def story_moved(db: sqlite3.Connection, story_id: str) -> str | None:
    """Where the address of a story that is no more leads."""
    row = db.execute("SELECT new_id FROM story_moved WHERE old_id = ?", (story_id,)).fetchone()
    return None if row is None else str(row["new_id"])


def mentions(db: sqlite3.Connection, ids: Sequence[str]) -> list[Mention]:
    """Mentions of the articles `ids`, by article and place."""
    return [m for found in findings.of(db, ids).values() for m in found.mentions]


def all_mentions(db: sqlite3.Connection) -> Iterator[Mention]:
    """All mentions, by article and place."""
    return findings.all_mentions(db)


def statements(db: sqlite3.Connection, ids: Sequence[str]) -> list[Statement]:
    """The sure statements of the articles `ids`, by article and place; speakers as the article has
    them."""
    return [s for found in findings.of(db, ids).values() for s in found.sure]


def moments(db: sqlite3.Connection, ids: Sequence[str]) -> list[Moment]:
    """Moments of the articles `ids`, by article and place."""
    return [m for found in findings.of(db, ids).values() for m in found.moments]


def names(db: sqlite3.Connection) -> list[Name]:
    return [rows.name_of(r) for r in db.execute("SELECT * FROM names ORDER BY id")]


def links(db: sqlite3.Connection, ids: Sequence[str]) -> list[NameLink]:
    query = "SELECT * FROM name_links WHERE article_id IN ({ids})"
    return [
        NameLink(r["article_id"], r["referent"], r["name_id"])
        for r in select_in(db, query, ids, " ORDER BY article_id, referent")
    ]


def material(db: sqlite3.Connection, story: Story) -> Material:
    """All that the desk knows of one story."""
    ids = list(story.article_ids)
    found = articles_by_id(db, ids)
    told: list[Bundle] = list(findings.of(db, ids).values())
    linked = links(db, ids)
    name_ids = sorted({link.name_id for link in linked})
    named = [
        rows.name_of(r) for r in select_in(db, "SELECT * FROM names WHERE id IN ({ids})", name_ids)
    ]
    folded = [
        rows.copy_of(r)
        for r in select_in(db, "SELECT * FROM copies WHERE article_id IN ({ids})", ids)
    ]
    return Material(
        story=story,
        articles=tuple(found[i] for i in ids if i in found),
        copies=tuple(sorted(folded, key=lambda c: c.article_id)),
        statements=tuple(s for one in told for s in one.sure),
        moments=tuple(m for one in told for m in one.moments),
        mentions=tuple(m for one in told for m in one.mentions),
        names=tuple(named),
        links=tuple(linked),
        less_sure=tuple(s for one in told for s in one.less_sure),
    )


def done(db: sqlite3.Connection, stage: str) -> dict[str, str]:
    """What of a stage is done: record to the input that it was done with."""
    query = "SELECT record, input FROM done WHERE stage = ?"
    return {row["record"]: row["input"] for row in db.execute(query, (stage,))}


def refusal(db: sqlite3.Connection, page_id: str) -> str | None:
    """Why a page has no article; None where it has one."""
    if db.execute("SELECT 1 FROM articles WHERE page_id = ?", (page_id,)).fetchone():
        return None
    query = "SELECT reason FROM rejected WHERE page_id = ? AND start IS NULL"
    row = db.execute(query, (page_id,)).fetchone()
    return NO_ARTICLE if row is None else str(row["reason"])


COUNTED = ("pages", "articles", "copies", "stories", "statements", "moments", "contrasts")


def counts(db: sqlite3.Connection, tables: Sequence[str] = COUNTED) -> dict[str, int]:
    """How many rows the desk has of each table that people ask about; of statements, sure ones."""
    of_findings = ("statements", "moments")
    found = {}
    if not set(tables).isdisjoint(of_findings):  # which goes through all articles
        found = dict(zip(of_findings, findings.counts(db), strict=True))
    sources = {"contrasts": "SELECT coalesce(sum(contrasts), 0) FROM told WHERE contrasts > 0"}
    return {
        t: found[t]
        if t in found
        else db.execute(sources.get(t, f"SELECT count(*) FROM {t}")).fetchone()[0]
        for t in tables
    }


def left_out_counts(db: sqlite3.Connection) -> dict[str, int]:
    """How many parts of pages were left out, by reason, most first."""
    query = "SELECT reason, count(*) AS n FROM left_out GROUP BY reason ORDER BY n DESC, reason"
    return {row["reason"]: row["n"] for row in db.execute(query)}
