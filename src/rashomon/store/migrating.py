"""What the scripts of migrations call, and do beside, to carry rows over that SQL alone cannot."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rashomon.model import Mention, Moment, Span, Statement
from rashomon.store import (
    copy_postings,
    findings,
    folded,
    many,
    migrating_findings,
    migrating_pages,
    migrating_told,
    migrating_words,
    rows,
)
from rashomon.store.copy_packing import packed_keys, packed_rows


def register(db: sqlite3.Connection) -> None:
    """Make the functions known to a connection that migrates."""
    db.create_function("rashomon_pack", 1, rows.pack, deterministic=True)
    db.create_function("rashomon_joined", 3, _joined, deterministic=True)
    db.create_function("rashomon_of_page", 2, migrating_pages.of_page, deterministic=True)
    db.create_function("rashomon_body", 2, migrating_pages.body_before, deterministic=True)
    db.create_function("rashomon_key", 1, folded.hashed, deterministic=True)
    db.create_function("rashomon_keys", 1, lambda stored: packed_keys(_numbers(stored)))
    db.create_function("rashomon_rows", 1, lambda stored: packed_rows(_numbers(stored)))


def _joined(page: bytes, ranges: str | None, text: str) -> int:
    """Whether an article's text is its ranges of the page."""
    return int(ranges is not None and rows.joined(rows.unpack(page), json.loads(ranges)) == text)


def _numbers(stored: bytes) -> NDArray[np.uint32]:
    return np.frombuffer(stored, dtype="<u4").astype(np.uint32)


def _findings(db: sqlite3.Connection) -> None:
    """0009: rows of mentions, statements and moments to bundles, in the order in which statements
    were found."""
    tables = ("mentions", "statements", "moments")
    ids = [
        row[0]
        for row in db.execute(
            "SELECT a.id FROM articles a LEFT JOIN (SELECT article_id, min(number) AS first"
            " FROM statements GROUP BY article_id) s ON s.article_id = a.id"
            " ORDER BY s.first, a.number"
        )
    ]
    for article_id in ids:
        mentions, statements, moments = (
            db.execute(
                f"SELECT * FROM {table} WHERE article_id = ?{order}", (article_id,)
            ).fetchall()
            for table, order in zip(tables, ("", " ORDER BY number", ""), strict=True)
        )
        if mentions or statements or moments:
            query = migrating_pages.ARTICLES_BEFORE + " WHERE id IN ({ids})"
            article = rows.article_of(next(many.select_in(db, query, [article_id])))
            found = findings.bundle(
                [_mention(row) for row in mentions],
                [_statement(row) for row in statements],
                [_moment(row) for row in moments],
            )
            migrating_findings.put_before(db, article, found)


def _mention(row: sqlite3.Row) -> Mention:
    return Mention(
        row["article_id"], row["start"], row["end"], row["text"], row["type"],
        row["referent"], row["role"],
    )  # fmt: skip


def _span(owner: str, start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(owner, start, end)


def _spans(owner: str, stored: str) -> tuple[Span, ...]:
    pairs: Sequence[Sequence[Any]] = json.loads(stored)
    return tuple(Span(owner, start, end) for start, end in pairs)


def _statement(row: sqlite3.Row) -> Statement:
    owner = row["article_id"]
    return Statement(
        id=row["id"], article_id=owner, speaker=row["speaker"],
        speaker_span=_span(owner, row["speaker_start"], row["speaker_end"]),
        cue_span=_span(owner, row["cue_start"], row["cue_end"]),
        content=_spans(owner, row["content"]), kind=row["kind"],
        via=tuple(json.loads(row["via"])), via_spans=_spans(owner, row["via_spans"]),
        within=row["within"], denied=bool(row["denied"]), cue=row["cue"],
        speech=bool(row["speech"]),
    )  # fmt: skip


def _moment(row: sqlite3.Row) -> Moment:
    owner = row["article_id"]
    return Moment(
        owner, row["date"], row["precision"], bool(row["planned"]),
        Span(owner, row["start"], row["end"]),
        Span(owner, row["expression_start"], row["expression_end"]), row["basis"],
    )  # fmt: skip


# By the number of the script, after which it runs in the same transaction.
STEPS: dict[int, Callable[[sqlite3.Connection], None]] = {
    9: _findings,
    15: migrating_pages.carry_over,
    16: migrating_findings.carry_over,
    17: copy_postings.cut_again,
    18: migrating_told.carry_over,
    21: copy_postings.cut_again,
    22: migrating_findings.in_steps,
    23: migrating_pages.again,
    24: migrating_words.carry_over,
}
