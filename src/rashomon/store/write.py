"""Writing to the desk: each function is called within a transaction of the desk."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.model import (
    Article,
    Brief,
    Contrast,
    Copy,
    Mention,
    Moment,
    Name,
    NameLink,
    Page,
    Point,
    Reading,
    Rejected,
    Statement,
    Story,
    content_id,
)
from rashomon.store import rows


def _many(
    db: sqlite3.Connection, table: str, width: int, values: Iterable[Sequence[object]]
) -> None:
    marks = ", ".join("?" * width)
    db.executemany(f"INSERT INTO {table} VALUES ({marks})", values)


def page(db: sqlite3.Connection, page: Page, reading: Reading) -> bool:
    """A page with its articles and what was left out, in place of what was read of it before.

    Gives whether it was there before. Articles that both readings have keep their stories; what
    hung on the others is marked to be done again.
    """
    homes = _forget_page(db, page.id)
    text = None if reading.text == page.body else reading.text
    _many(db, "pages", 8, [rows.page_row(page, text)])
    for article in reading.articles:
        _article(db, article)
    rejected(db, reading.rejected)
    for home in homes or ():
        if db.execute("SELECT 1 FROM articles WHERE id = ?", (home["article_id"],)).fetchone():
            _many(db, "story_articles", 6, [tuple(home)])
    return homes is not None


def _forget_page(db: sqlite3.Connection, page_id: str) -> list[sqlite3.Row] | None:
    """Delete a page and all that hangs on it; gives its articles' places in stories, or None."""
    if db.execute("SELECT 1 FROM pages WHERE id = ?", (page_id,)).fetchone() is None:
        return None
    mine = "SELECT id FROM articles WHERE page_id = ?"
    homes = db.execute(
        f"SELECT * FROM story_articles WHERE article_id IN ({mine})", (page_id,)
    ).fetchall()
    db.execute(f"DELETE FROM done WHERE stage = 'findings' AND record IN ({mine})", (page_id,))
    _regroup(db, [row["story_id"] for row in homes])
    db.execute("DELETE FROM pages WHERE id = ?", (page_id,))
    return homes


def _regroup(db: sqlite3.Connection, story_ids: Iterable[str]) -> None:
    """Mark grouping and folding as not done, and these stories as not told."""
    db.execute("DELETE FROM done WHERE stage IN ('corpus', 'names')")
    db.executemany(
        "DELETE FROM done WHERE stage = 'story' AND record = ?", [(i,) for i in story_ids]
    )


def _article(db: sqlite3.Connection, article: Article) -> None:
    """An article under its id; where two records were given one id, the first by page keeps it.

    Which page came first in time must not matter, so the other may have to give it back.
    """
    row = db.execute("SELECT * FROM articles WHERE id = ?", (article.id,)).fetchone()
    if row is not None:
        other = rows.article_of(row, as_read=True)
        if other.page_id < article.page_id:
            article = _renamed(article)
        else:
            db.execute("DELETE FROM done WHERE stage = 'findings' AND record = ?", (other.id,))
            _regroup(db, [])
            db.execute("DELETE FROM articles WHERE id = ?", (other.id,))
            _article(db, _renamed(other))
    marks = ", ?" * 18
    db.execute(f"INSERT OR IGNORE INTO articles VALUES (NULL{marks})", rows.article_row(article))


def _renamed(article: Article) -> Article:
    return replace(article, id=content_id("taken", article.id, article.page_id, str(article.place)))


def rejected(db: sqlite3.Connection, values: Iterable[Rejected]) -> None:
    _many(db, "rejected", 5, [rows.rejected_row(r) for r in values])


def origin(db: sqlite3.Connection, page: Page) -> None:
    """The same page from another place: the first origin by name is kept, whatever came first."""
    db.execute(
        "UPDATE pages SET origin = min(origin, ?), "
        "fetched_at = min(coalesce(fetched_at, ?), coalesce(?, fetched_at)) WHERE id = ?",
        (page.origin, page.fetched_at, page.fetched_at, page.id),
    )


def copies(db: sqlite3.Connection, values: Iterable[Copy]) -> None:
    db.execute("DELETE FROM copies")
    _many(db, "copies", 6, [rows.copy_row(c) for c in values])


def dates(db: sqlite3.Connection, articles: Iterable[Article]) -> None:
    """The completed dates of `articles`."""
    db.executemany(
        "UPDATE articles SET published = ?, published_basis = ? WHERE id = ?"
        " AND (published IS NOT ? OR published_basis IS NOT ?)",
        [(a.published, a.published_basis, a.id, a.published, a.published_basis) for a in articles],
    )


def stories(db: sqlite3.Connection, values: Sequence[Story]) -> None:
    """All stories of the desk; those that are no more lead on to where most of them went."""
    before: dict[str, list[str]] = {}
    for row in db.execute("SELECT story_id, article_id FROM story_articles"):
        before.setdefault(row["story_id"], []).append(row["article_id"])
    _moved(db, before, values)
    db.execute("DELETE FROM story_related")
    db.execute("DELETE FROM story_articles")
    keep = {story.id for story in values}
    held = [row["id"] for row in db.execute("SELECT id FROM stories")]
    gone = [(i,) for i in held if i not in keep]
    db.executemany("DELETE FROM stories WHERE id = ?", gone)
    db.executemany(
        "INSERT INTO stories VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
        " title = excluded.title, first_published = excluded.first_published,"
        " last_published = excluded.last_published, outlets = excluded.outlets,"
        " tellings = excluded.tellings",
        [
            (s.id, s.title, s.first_published, s.last_published, rows.dump(s.outlets), s.tellings)
            for s in values
        ],
    )
    members, related = [], []
    for story in values:
        why = {j.article_id: j for j in story.joins}
        for position, article_id in enumerate(story.article_ids):
            join = why.get(article_id)
            reason = (join.other_id, join.score, join.reason) if join else (None, None, None)
            members.append((story.id, article_id, position, *reason))
        related += [(story.id, other, n) for n, other in enumerate(story.related)]
    _many(db, "story_articles", 6, members)
    _many(db, "story_related", 3, related)


def _moved(
    db: sqlite3.Connection, before: Mapping[str, Sequence[str]], now: Sequence[Story]
) -> None:
    keep = {story.id for story in now}
    home = {article: story.id for story in now for article in story.article_ids}
    moved = []
    for old, articles in before.items():
        if old in keep:
            continue
        counts: dict[str, int] = {}
        for article in articles:
            if article in home:
                counts[home[article]] = counts.get(home[article], 0) + 1
        if counts:
            moved.append((old, max(sorted(counts), key=lambda i: counts[i])))
    db.executemany("INSERT OR REPLACE INTO story_moved VALUES (?, ?)", moved)
    # Addresses that led to a story that has now moved itself lead straight on.
    db.executemany(
        "UPDATE story_moved SET new_id = ? WHERE new_id = ?", [(new, old) for old, new in moved]
    )
    db.executemany("DELETE FROM story_moved WHERE old_id = ?", [(i,) for i in sorted(keep)])


def article_findings(
    db: sqlite3.Connection,
    article: Article,
    mentions: Sequence[Mention],
    statements: Sequence[Statement],
    moments: Sequence[Moment],
) -> None:
    """What was found in one article, in place of what was found there before."""
    for table in ("mentions", "statements", "moments"):
        db.execute(f"DELETE FROM {table} WHERE article_id = ?", (article.id,))
    db.executemany(
        "INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?, ?, ?, ?)",
        [rows.mention_row(m) for m in mentions],
    )
    db.executemany(
        "INSERT OR IGNORE INTO statements VALUES (NULL" + ", ?" * 16 + ")",
        [rows.statement_row(s, article.text) for s in statements],
    )
    db.executemany(
        "INSERT OR IGNORE INTO moments VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [rows.moment_row(m) for m in moments],
    )


def names(db: sqlite3.Connection, values: Sequence[Name], links: Sequence[NameLink]) -> None:
    db.execute("DELETE FROM name_links")
    db.execute("DELETE FROM names")
    _many(
        db, "names", 5,
        [(n.id, n.canonical, n.type, rows.dump(n.variants), rows.dump(n.evidence)) for n in values],
    )  # fmt: skip
    _many(db, "name_links", 3, [(x.article_id, x.referent, x.name_id) for x in links])


def contrasts(db: sqlite3.Connection, story_id: str, values: Sequence[Contrast]) -> None:
    db.execute("DELETE FROM contrasts WHERE story_id = ?", (story_id,))
    for contrast in values:
        _many(
            db, "contrasts", 6,
            [(contrast.id, contrast.story_id, contrast.rank, contrast.topic, contrast.kind,
              contrast.strength)],
        )  # fmt: skip
        _many(
            db, "contrast_tellings", 7,
            [
                (contrast.id, n, t.article_id, t.field, t.span.start, t.span.end, t.reading)
                for n, t in enumerate(contrast.tellings)
            ],
        )  # fmt: skip


def points(db: sqlite3.Connection, story_id: str, values: Sequence[Point]) -> None:
    db.execute("DELETE FROM points WHERE story_id = ?", (story_id,))
    _many(db, "points", 5, [(p.id, p.story_id, p.rank, p.kind, p.carried) for p in values])
    _many(
        db, "point_tellings", 6,
        [
            (p.id, n, t.article_id, t.field, t.span.start, t.span.end)
            for p in values
            for n, t in enumerate(p.tellings)
        ],
    )  # fmt: skip
    lacking = [(p.id, n, i) for p in values for n, i in enumerate(p.lacking)]
    _many(db, "point_lacking", 3, lacking)


def brief(db: sqlite3.Connection, value: Brief) -> None:
    db.execute("DELETE FROM briefs WHERE story_id = ?", (value.story_id,))
    _many(
        db, "briefs", 5,
        [(value.story_id, n, s.article_id, s.start, s.end) for n, s in enumerate(value.sentences)],
    )  # fmt: skip


def done(db: sqlite3.Connection, stage: str, records: Iterable[tuple[str, str]]) -> None:
    """Mark `records` (id, input) of a stage as done."""
    db.executemany(
        "INSERT OR REPLACE INTO done VALUES (?, ?, ?)", [(stage, r, i) for r, i in records]
    )
