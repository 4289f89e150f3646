"""What is told of a story - differences, what its tellings say alike, the brief - in one row of the
desk.

JSON, zlib, that speaks for itself: {"c": [...], "p": [...], "b": [...]}; the views `contrasts`,
`contrast_tellings`, `points`, `point_tellings`, `point_lacking` and `briefs` say what stands where.
Articles that have left the desk since are passed over. Writing functions are called within a
transaction of the desk.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from rashomon.model import Brief, Contrast, Point, Span, Telling
from rashomon.store import rows
from rashomon.store.many import select_in

_NOTHING: dict[str, list[Any]] = {"c": [], "p": [], "b": []}


def put_contrasts(db: sqlite3.Connection, story_id: str, values: Sequence[Contrast]) -> None:
    """The differences of a story, in place of those that it had."""
    made = [
        [
            c.id, c.rank, c.topic, c.kind, c.strength,
            [[t.article_id, t.field, t.span.start, t.span.end, t.reading] for t in c.tellings],
        ]
        for c in values
    ]  # fmt: skip
    _put(db, story_id, "c", made)


def put_points(db: sqlite3.Connection, story_id: str, values: Sequence[Point]) -> None:
    """What the tellings of a story say alike, in place of what was known."""
    made = [
        [
            p.id, p.rank, p.kind, p.carried,
            [[t.article_id, t.field, t.span.start, t.span.end] for t in p.tellings],
            list(p.lacking),
        ]
        for p in values
    ]  # fmt: skip
    _put(db, story_id, "p", made)


def put_brief(db: sqlite3.Connection, value: Brief) -> None:
    """The brief of a story, in place of the one that it had."""
    _put(db, value.story_id, "b", [[s.article_id, s.start, s.end] for s in value.sentences])


def _put(db: sqlite3.Connection, story_id: str, part: str, values: list[Any]) -> None:
    known = _read(db, story_id)
    if known[part] == values:
        return
    put(db, story_id, {**known, part: values})


def put(db: sqlite3.Connection, story_id: str, things: dict[str, list[Any]]) -> None:
    """All that is told of a story."""
    db.execute(
        "INSERT OR REPLACE INTO told VALUES (?, ?, ?)",
        (story_id, len(things["c"]), rows.pack(rows.dump(things))),
    )


def _read(db: sqlite3.Connection, story_id: str) -> dict[str, list[Any]]:
    row = db.execute("SELECT packed FROM told WHERE story_id = ?", (story_id,)).fetchone()
    return _NOTHING if row is None else json.loads(rows.unpack(row["packed"]))


def _there(db: sqlite3.Connection, ids: Iterator[str]) -> set[str]:
    """Those of `ids` that the desk has."""
    query = "SELECT id FROM articles WHERE id IN ({ids})"
    return {row["id"] for row in select_in(db, query, sorted(set(ids)))}


def contrasts(db: sqlite3.Connection, story_id: str) -> list[Contrast]:
    """The differences of a story, best first."""
    found = _read(db, story_id)["c"]
    there = _there(db, (t[0] for c in found for t in c[5]))
    made = [
        Contrast(
            i, story_id, rank, topic, kind, strength,
            tuple(
                Telling(article, field, Span(article, start, end), reading)
                for article, field, start, end, reading in tellings
                if article in there
            ),
        )
        for i, rank, topic, kind, strength, tellings in found
    ]  # fmt: skip
    return sorted(made, key=lambda c: (c.rank, c.id))


def points(db: sqlite3.Connection, story_id: str) -> list[Point]:
    """What the tellings of a story say alike, and what one says alone, in order of rank."""
    found = _read(db, story_id)["p"]
    there = _there(db, (one for p in found for one in (*(t[0] for t in p[4]), *p[5])))
    made = [
        Point(
            i, story_id, rank, kind, carried,
            tuple(
                Telling(article, field, Span(article, start, end), "")
                for article, field, start, end in tellings
                if article in there
            ),
            tuple(article for article in lacking if article in there),
        )
        for i, rank, kind, carried, tellings, lacking in found
    ]  # fmt: skip
    return sorted(made, key=lambda p: (p.rank, p.id))


def brief(db: sqlite3.Connection, story_id: str) -> Brief:
    """The brief of a story."""
    found = _read(db, story_id)["b"]
    there = _there(db, (article for article, _, _ in found))
    return Brief(story_id, tuple(Span(a, b, c) for a, b, c in found if a in there))
