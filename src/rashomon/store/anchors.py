"""Finding again what a reader marked and noted, where an article has a new id or new words.

A page that is read by a newer version, or taken again, gives articles of other ids. What a reader
kept is led to them: by the same text, else by the same address, else by the words themselves.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import replace

from rashomon.model import Article
from rashomon.store import asking, lookup, read, reader, rows
from rashomon.store.reader import Note

# Words of a quotation that are looked for over the whole desk; shorter ones stand everywhere.
FEWEST, MOST = 5, 24


def settle(db: sqlite3.Connection) -> tuple[int, int]:
    """Leads marks and notes of articles that are no more to where they are now.

    Called within a transaction of the desk. Gives how many were led on, and how many wait: these
    are kept as they are, and tried again.
    """
    led = waiting = 0
    query = "SELECT * FROM reader_notes n WHERE NOT EXISTS (SELECT 1 FROM articles WHERE id = n.article_id)"
    for row in db.execute(query).fetchall():
        note = reader.note_of(row)
        moved = _moved(db, note)
        if moved is None:
            waiting += 1
            continue
        reader.add_note(db, moved)
        led += 1
    query = (
        "SELECT * FROM reader_marks r WHERE what = 'article'"
        " AND NOT EXISTS (SELECT 1 FROM articles WHERE id = r.id)"
    )
    for row in db.execute(query).fetchall():
        found = _home(db, row["text_hash"], row["url"], row["page_id"], row["title"])
        if found is None:
            waiting += 1
            continue
        db.execute(
            "UPDATE OR IGNORE reader_marks SET id = ?, page_id = ? WHERE kind = ? AND what = ? AND id = ?",
            (found.id, found.page_id, row["kind"], row["what"], row["id"]),
        )
        led += 1
    stories = db.execute(
        "SELECT r.kind, r.id, m.new_id FROM reader_marks r JOIN story_moved m ON m.old_id = r.id"
        " WHERE r.what = 'story'"
    ).fetchall()
    for row in stories:
        db.execute(
            "UPDATE OR IGNORE reader_marks SET id = ? WHERE kind = ? AND what = 'story' AND id = ?",
            (row["new_id"], row["kind"], row["id"]),
        )
        led += 1
    return led, waiting


def _home(
    db: sqlite3.Connection,
    text_hash: str | None,
    url: str | None,
    page: str | None,
    title: str | None,
) -> Article | None:
    """The article that was marked: one of the same text, else the only one at its address."""
    near = list(_near(db, url, page, title))
    same = [a for a in near if reader.text_hash(a) == text_hash]
    if same:
        return same[0]
    at_address = [a for a in near if url and a.url == url]
    return at_address[0] if len({a.id for a in at_address}) == 1 else None


def _near(
    db: sqlite3.Connection, url: str | None, page: str | None, title: str | None
) -> Iterator[Article]:
    """Articles of the same address, the same page, or with the same headline."""
    for query, value in (
        (f"{rows.ARTICLES} WHERE url = ? ORDER BY id", url),
        (f"{rows.ARTICLES} WHERE page_id = ? ORDER BY place, id", page),
    ):
        if value:
            yield from (rows.article_of(r) for r in db.execute(query, (value,)))
    asked = asking.all_of(lookup.phrases_of('"' + (title or "").replace('"', " ") + '"'), "second")
    if asked:
        hits = lookup.search_articles(db, asked, limit=20)
        found = read.articles_by_id(db, [h.id for h in hits])
        yield from (found[h.id] for h in hits if found[h.id].title == title)


def _moved(db: sqlite3.Connection, note: Note) -> Note | None:
    """The note where its words stand now; None where they stand nowhere, or in several places."""
    near = {a.id: a for a in _near(db, note.url, note.page_id, note.title)}
    same = [a for a in near.values() if reader.text_hash(a) == note.text_hash]
    at_address = [a for a in near.values() if note.url and a.url == note.url]
    for article in (*same, *at_address, *near.values()):
        if (moved := anchored(note, article)) is not None:
            return moved
    words = lookup.words_of(note.exact)[:MOST]
    if note.field == "text" and len(words) >= FEWEST:
        hits = lookup.search_articles(db, lookup.match_of([words]), limit=2)
        found = read.articles_by_id(db, [h.id for h in hits])
        # Copies of one article hold the same words: the first will do only if it is the only one.
        if len(found) == 1:
            return anchored(note, next(iter(found.values())))
    return None


def anchored(note: Note, article: Article) -> Note | None:
    """`note` on the same words of `article`: where they stand between the same others, else where
    they stand nearest to their old place; white space may differ."""
    text = article.text if note.field == "text" else article.title or ""
    places = list(places_of(text, note.exact))
    if not places:
        return None

    def fit(place: tuple[int, int]) -> tuple[int, int]:
        start, end = place
        before = _common(text[:start][::-1], note.prefix[::-1])
        after = _common(text[end:], note.suffix)
        return (-(before + after), abs(start - note.start))

    start, end = min(places, key=fit)
    return replace(
        note, article_id=article.id, start=start, end=end, text_hash=reader.text_hash(article),
        page_id=article.page_id,
    )  # fmt: skip


def places_of(text: str, words: str, most: int = 200) -> Iterator[tuple[int, int]]:
    """Where `words` stand in `text`, whatever white space lies between them."""
    parts = words.split()
    if not parts:
        return
    pattern = re.compile(r"\s+".join(re.escape(p) for p in parts))
    for n, match in enumerate(pattern.finditer(text)):
        if n >= most:
            return
        yield match.span()


def _common(one: str, other: str) -> int:
    """How many characters two texts share at their beginning."""
    n = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        n += 1
    return n
