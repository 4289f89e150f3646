"""Writing to the desk: each function is called within a transaction of the desk."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

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
from rashomon.store import (
    blocks,
    findings,
    folded,
    grown,
    page_bodies,
    read,
    rows,
    story_days,
    todo,
    told,
    word_index,
)


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
    put_page(db, page, reading.text)
    for article in reading.articles:
        article_of_page(db, article, reading.text)
    rejected(db, reading.rejected)
    for home in homes or ():
        if db.execute("SELECT 1 FROM articles WHERE id = ?", (home["article_id"],)).fetchone():
            _many(db, "story_articles", 6, [tuple(home)])
    return homes is not None


def put_page(db: sqlite3.Connection, page: Page, text: str) -> None:
    """A page that is not there, and its text."""
    held = page_bodies.stored(page.body, text)
    made = db.execute(
        "INSERT INTO pages (id, origin, media_type, fetched_at, address, chars, size, rest)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        rows.page_row(page, held, len(text)),
    )
    number = int(made.lastrowid or 0)
    blocks.put(db, blocks.PAGES, number, held.text + (held.rest or b""))
    if held.body is not None:
        _many(db, "page_bodies", 2, [(number, held.body)])


def _forget_page(db: sqlite3.Connection, page_id: str) -> list[sqlite3.Row] | None:
    """Delete a page and all that hangs on it; gives its articles' places in stories, or None."""
    if db.execute("SELECT 1 FROM pages WHERE id = ?", (page_id,)).fetchone() is None:
        return None
    mine = "SELECT id FROM articles WHERE page_id = ?"
    homes = db.execute(
        f"SELECT * FROM story_articles WHERE article_id IN ({mine})", (page_id,)
    ).fetchall()
    _forget_articles(db, [row["id"] for row in db.execute(mine, (page_id,))])
    db.execute("DELETE FROM pages WHERE id = ?", (page_id,))
    return homes


def _forget_articles(db: sqlite3.Connection, ids: Sequence[str]) -> None:
    """Before articles go: what stood beside them is to be folded, grouped and told again."""
    if not ids:
        return
    for row in read.select_in(db, rows.ARTICLES + " WHERE id IN ({ids})", ids):
        text = rows.text_of(row)
        findings.forget(db, row["number"], row["id"], text)
        word_index.forget(db, word_index.ARTICLES, [(row["number"], (text, row["title"]))])
    numbers = sorted(grown.numbers(db, ids).values())
    gone = story_days.places(db, numbers)
    clusters = story_days.of_clusters(db, sorted({place.cluster for place in gone}))
    mates = grown.ids(db, sorted({place.number for place in clusters}))
    story_days.forget(db, sorted({place.number for place in clusters}))
    todo.add(db, "index", ["again"])
    todo.add(db, "stories", sorted(mates.values()))
    todo.add(db, "names", sorted(mates.values()))
    homes = sorted(set(grown.homes(db, ids).values()))
    todo.add(db, "story", homes)
    todo.add(db, "emptied", homes)
    undone = [("story", one) for one in homes]
    db.executemany("DELETE FROM done WHERE stage = ? AND record = ?", undone)
    for stage in ("copies", "dates", "stories", "names", "findings"):
        todo.remove(db, stage, ids)


def article_of_page(db: sqlite3.Connection, article: Article, shown: str | None = None) -> None:
    """An article under its id, `shown` the text of its page where it is at hand; where two records
    were given one id, the first by page keeps it.

    Which page came first in time must not matter, so the other may have to give it back.
    """
    row = db.execute(f"{rows.ARTICLES} WHERE id = ?", (article.id,)).fetchone()
    if row is not None:
        other = rows.article_of(row, as_read=True)
        if other.page_id < article.page_id:
            article = renamed(article)
        else:
            _forget_articles(db, [other.id])
            db.execute("DELETE FROM articles WHERE id = ?", (other.id,))
            article_of_page(db, renamed(other))
    put_article(db, article, shown)
    for stage in ("copies", "findings", "names"):
        todo.add(db, stage, [article.id])


def put_article(db: sqlite3.Connection, article: Article, shown: str | None = None) -> None:
    """A row of an article, with its text and its words in the index; of one id the first stays."""
    if shown is None:
        shown = read.page_text(db, article.page_id)
    own = not rows.is_joined(article, shown)
    marks = ", ?" * 19
    made = db.execute(
        f"INSERT OR IGNORE INTO articles VALUES (NULL{marks})", rows.article_row(article, own=own)
    )
    if not made.rowcount:
        return
    if own:
        _many(db, "article_bodies", 2, [(made.lastrowid, rows.pack(article.text))])
    number = int(made.lastrowid or 0)
    word_index.put(db, word_index.ARTICLES, [(number, (article.text, article.title))])


def renamed(article: Article) -> Article:
    """The article under an id of its own, where the id that it was given is another's."""
    return replace(article, id=content_id("taken", article.id, article.page_id, str(article.place)))


def rejected(db: sqlite3.Connection, values: Iterable[Rejected]) -> None:
    by_page: dict[str, list[tuple[Any, ...]]] = {}
    for one in values:
        by_page.setdefault(one.page_id, []).append(rows.rejected_row(one))
    for page_id, parts in by_page.items():
        query = (
            "SELECT number, coalesce((SELECT max(place) FROM left_out WHERE page = number), 0)"
            " FROM pages WHERE id = ?"
        )
        number, last = db.execute(query, (page_id,)).fetchone()
        _many(
            db, "left_out", 6, [(number, n, *part) for n, part in enumerate(parts, start=last + 1)]
        )


def origin(db: sqlite3.Connection, page: Page) -> None:
    """The same page from another place: the first origin by name is kept, whatever came first."""
    query = "SELECT origin, fetched_at FROM pages WHERE id = ?"
    before = db.execute(query, (page.id,)).fetchone()
    if before is None:
        return
    times = [time for time in (before["fetched_at"], page.fetched_at) if time is not None]
    fetched = min(times, default=None)
    if (min(before["origin"], page.origin), fetched) == (before["origin"], before["fetched_at"]):
        return
    db.execute(
        "UPDATE pages SET origin = ?, fetched_at = ? WHERE id = ?",
        (min(before["origin"], page.origin), fetched, page.id),
    )
    if fetched != before["fetched_at"]:
        mine = db.execute("SELECT id FROM articles WHERE page_id = ?", (page.id,))
        todo.add(db, "dates", grown.with_families(db, [row["id"] for row in mine]))


def copies(db: sqlite3.Connection, values: Iterable[Copy]) -> None:
    """All copies of the desk."""
    db.execute("DELETE FROM copies")
    _many(db, "copies", 6, [rows.copy_row(c) for c in values])


def copies_again(db: sqlite3.Connection, ids: Iterable[str], values: Iterable[Copy]) -> None:
    """The copies of the articles `ids`, in place of what they were."""
    db.executemany("DELETE FROM copies WHERE article_id = ?", [(i,) for i in ids])
    _many(db, "copies", 6, [rows.copy_row(c) for c in values])


def first_dates(db: sqlite3.Connection, articles: Sequence[Article]) -> None:
    """The dates of `articles` as they were completed before grouping."""
    ids = [a.id for a in articles]
    found = grown.articles(db, ids, as_read=True)
    read_so = {a.id: a.published for a in found}
    db.executemany("DELETE FROM first_dates WHERE article_id = ?", [(i,) for i in ids])
    _many(
        db, "first_dates", 3,
        [(a.id, a.published, a.published_basis) for a in articles if a.published != read_so[a.id]],
    )  # fmt: skip


def dates(db: sqlite3.Connection, articles: Iterable[Article]) -> None:
    """The completed dates of `articles`; what hangs on those that change is to be done again."""
    for a in articles:
        query = "SELECT published, published_basis FROM articles WHERE id = ?"
        row = db.execute(query, (a.id,)).fetchone()
        if row is None or tuple(row) == (a.published, a.published_basis):
            continue
        db.execute(
            "UPDATE articles SET published = ?, published_basis = ? WHERE id = ?",
            (a.published, a.published_basis, a.id),
        )
        todo.add(db, "findings", [a.id])


def stories(
    db: sqlite3.Connection, values: Sequence[Story], before: Iterable[str] | None = None
) -> None:
    """`values` in place of the stories `before`, or of all; those that are no more lead on to
    where most of them went. All that are new or other than they were are to be told."""
    if before is None:
        before = [row["id"] for row in db.execute("SELECT id FROM stories ORDER BY id")]
    old = {i: story for i in before if (story := read.story(db, i)) is not None}
    _moved(db, {i: story.article_ids for i, story in old.items()}, values)
    keep = {story.id for story in values}
    for i in old:
        db.execute("DELETE FROM story_related WHERE story_id = ?", (i,))
        db.execute("DELETE FROM story_articles WHERE story_id = ?", (i,))
    db.executemany("DELETE FROM stories WHERE id = ?", [(i,) for i in old if i not in keep])
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
    todo.remove(db, "story", old.keys() - keep)
    todo.add(db, "story", sorted(keep))
    went = {i for s in old.values() for i in s.article_ids} | {
        a for s in values for a in s.article_ids
    }
    was = {i: s.id for s in old.values() for i in s.article_ids}
    now = {i: s.id for s in values for i in s.article_ids}
    todo.add(db, "names", sorted(i for i in went if i in now and was.get(i) != now[i]))


def drop_emptied(db: sqlite3.Connection) -> None:
    """Stories whose articles have all gone are no more."""
    for story_id in todo.of(db, "emptied"):
        held = "SELECT 1 FROM story_articles WHERE story_id = ?"
        if not db.execute(held, (story_id,)).fetchone():
            db.execute("DELETE FROM stories WHERE id = ?", (story_id,))
            todo.remove(db, "story", [story_id])
        todo.remove(db, "emptied", [story_id])


def related(db: sqlite3.Connection, story_id: str, others: Sequence[str], most: int) -> None:
    """Link a story to `others` too, as far as it has fewer than `most` links."""
    query = "SELECT other_id FROM story_related WHERE story_id = ? ORDER BY position"
    known = [row["other_id"] for row in db.execute(query, (story_id,))]
    for other in others:
        if other not in known and other != story_id and len(known) < most:
            known.append(other)
    linked = sorted(known)
    db.execute("DELETE FROM story_related WHERE story_id = ?", (story_id,))
    _many(db, "story_related", 3, [(story_id, other, n) for n, other in enumerate(linked)])


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
    findings.put(db, article, findings.bundle(mentions, statements, moments))


def names(db: sqlite3.Connection, values: Sequence[Name], links: Sequence[NameLink]) -> None:
    db.execute("DELETE FROM name_places")
    db.execute("DELETE FROM names")
    _many(db, "names", 6, [(None, *rows.name_row(n)) for n in values])
    folded.put_links(db, links)


def contrasts(db: sqlite3.Connection, story_id: str, values: Sequence[Contrast]) -> None:
    """The differences of a story, in place of those that it had."""
    told.put_contrasts(db, story_id, values)


def points(db: sqlite3.Connection, story_id: str, values: Sequence[Point]) -> None:
    """What the tellings of a story say alike, in place of what was known."""
    told.put_points(db, story_id, values)


def brief(db: sqlite3.Connection, value: Brief) -> None:
    """The brief of a story, in place of the one that it had."""
    told.put_brief(db, value)


def done(db: sqlite3.Connection, stage: str, records: Iterable[tuple[str, str]]) -> None:
    """Mark `records` (id, input) of a stage as done."""
    if stage == "reading":
        db.executemany("UPDATE pages SET reading = ? WHERE id = ?", [(i, r) for r, i in records])
        return
    if stage == "findings":
        findings.mark(db, records)
        return
    db.executemany(
        "INSERT OR REPLACE INTO done VALUES (?, ?, ?)", [(stage, r, i) for r, i in records]
    )
