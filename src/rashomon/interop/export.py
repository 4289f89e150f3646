"""The desk as tables: one JSON Lines file (or Parquet file) a table, rows in a fixed order.

Columns are listed in `docs/data-model.md`. Every span satisfies text[start:end] == what is shown.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal

from rashomon.errors import DeskWriteError, RashomonError
from rashomon.model import Span, Statement
from rashomon.store import Desk, findings, rows
from rashomon.store.findings import Bundle

Row = dict[str, Any]
Format = Literal["jsonl", "parquet"]


def export(desk: Desk, folder: Path, form: Format = "jsonl") -> dict[str, int]:
    """Write every table to `folder`; gives the number of rows of each.

    Raises `DeskWriteError` where the folder cannot be written, and `RashomonError` where Parquet
    is asked for without the extra that writes it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write = _write_jsonl if form == "jsonl" else _write_parquet
        # One transaction: all tables show the desk as it was at one moment.
        desk.db.execute("BEGIN")
        try:
            made = {name: write(folder, name, rows(desk.db)) for name, rows in TABLES.items()}
        finally:
            desk.db.execute("COMMIT")
        # All tables are whole: now they take their names.
        for name in TABLES:
            os.replace(folder / f"{name}.{form}.part", folder / f"{name}.{form}")
        return made
    except OSError as error:
        for name in TABLES:
            with suppress(OSError):
                (folder / f"{name}.{form}.part").unlink(missing_ok=True)
        raise DeskWriteError(f"{folder}: cannot be written ({error.strerror})") from error


def _write_jsonl(folder: Path, name: str, rows: Iterator[Row]) -> int:
    part = folder / f"{name}.jsonl.part"
    count = 0
    with part.open("w", encoding="utf-8", errors="surrogatepass") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
    return count


def _write_parquet(folder: Path, name: str, rows: Iterator[Row]) -> int:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise RashomonError("Parquet needs `pip install 'rashomon[parquet]'`") from error
    listed = list(rows)
    table = pyarrow.Table.from_pylist(listed)
    pyarrow.parquet.write_table(table, folder / f"{name}.parquet.part")
    return len(listed)


def _load(value: str | None) -> Any:
    return None if value is None else json.loads(value)


def _pages(db: sqlite3.Connection) -> Iterator[Row]:
    query = "SELECT id, origin, media_type, fetched_at, chars FROM pages ORDER BY id"
    for row in db.execute(query):
        yield dict(row)


def _articles(db: sqlite3.Connection) -> Iterator[Row]:
    for row in db.execute(f"{rows.ARTICLES} ORDER BY page_id, place, id"):
        yield {
            "id": row["id"],
            "page": row["page_id"],
            "kind": row["kind"],
            "title": row["title"],
            "standfirst": row["standfirst"],
            "byline": row["byline"],
            "outlet": row["outlet"],
            "url": row["url"],
            "published": row["published"],
            "published_basis": row["published_basis"],
            "language": row["language"],
            "text": rows.text_of(row),
            "ranges": _load(row["ranges"]),
            "provenance": _load(row["provenance"]),
        }


def _rejected(db: sqlite3.Connection) -> Iterator[Row]:
    query = 'SELECT * FROM rejected ORDER BY page_id, start, "end", stage, reason'
    for row in db.execute(query):
        where = None if row["start"] is None else [row["start"], row["end"]]
        yield {
            "page": row["page_id"],
            "range": where,
            "stage": row["stage"],
            "reason": row["reason"],
        }


def _copies(db: sqlite3.Connection) -> Iterator[Row]:
    for row in db.execute("SELECT * FROM copies ORDER BY family_id, article_id"):
        yield {
            "id": row["article_id"],
            "family": row["family_id"],
            "parent": row["parent_id"],
            "relation": row["relation"],
            "shared": row["shared"],
            "evidence": row["evidence"],
        }


def _stories(db: sqlite3.Connection) -> Iterator[Row]:
    members: dict[str, list[str]] = {}
    for row in db.execute("SELECT * FROM story_articles ORDER BY story_id, position"):
        members.setdefault(row["story_id"], []).append(row["article_id"])
    for row in db.execute("SELECT * FROM stories ORDER BY id"):
        yield {
            "id": row["id"],
            "title": row["title"],
            "articles": members.get(row["id"], []),
            "first_published": row["first_published"],
            "last_published": row["last_published"],
            "outlets": _load(row["outlets"]),
            "tellings": row["tellings"],
        }


def _homes(db: sqlite3.Connection) -> dict[str, str]:
    query = "SELECT article_id, story_id FROM story_articles"
    return {row["article_id"]: row["story_id"] for row in db.execute(query)}


def _statements(db: sqlite3.Connection) -> Iterator[Row]:
    return _said(db, lambda found: found.sure)


def _less_sure(db: sqlite3.Connection) -> Iterator[Row]:
    return _said(db, lambda found: found.less_sure)


def _said(db: sqlite3.Connection, some: Callable[[Bundle], Sequence[Statement]]) -> Iterator[Row]:
    homes = _homes(db)
    query = (
        "SELECT l.referent, n.canonical FROM name_links l JOIN names n ON n.id = l.name_id"
        " WHERE l.article_id = ?"
    )
    for article_id, found in findings.each(db):
        statements = some(found)
        if not statements:
            continue
        named = dict(map(tuple, db.execute(query, (article_id,))))
        rows_made = [
            {
                "id": s.id,
                "article": article_id,
                "story": homes.get(article_id),
                "speaker": named.get(s.speaker) or s.speaker,
                "speaker_span": _span(s.speaker_span),
                "cue_span": _span(s.cue_span),
                "content": [[span.start, span.end] for span in s.content],
                "kind": s.kind,
                "via": list(s.via),
                "via_spans": [[span.start, span.end] for span in s.via_spans],
                "within": s.within,
                "denied": s.denied,
                "cue": s.cue,
                "speech": s.speech,
                "confidence": s.confidence,
            }
            for s in statements
        ]
        yield from sorted(rows_made, key=lambda row: (rows.dump(row["content"]), row["id"]))


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _timeline(db: sqlite3.Connection) -> Iterator[Row]:
    homes = _homes(db)
    for article_id, found in findings.each(db):
        for m in found.moments:
            yield {
                "id": rows.moment_id(m),
                "article": article_id,
                "story": homes.get(article_id),
                "date": m.date,
                "precision": m.precision,
                "planned": m.planned,
                "span": [m.sentence.start, m.sentence.end],
                "expression_span": [m.expression.start, m.expression.end],
                "basis": m.basis,
            }


def _names(db: sqlite3.Connection) -> Iterator[Row]:
    for row in db.execute("SELECT * FROM names ORDER BY id"):
        name = rows.name_of(row)
        yield {
            "id": name.id,
            "canonical": name.canonical,
            "type": name.type,
            "variants": list(name.variants),
            "evidence": list(name.evidence),
        }


def _contrasts(db: sqlite3.Connection) -> Iterator[Row]:
    tellings: dict[str, list[Row]] = {}
    for row in db.execute("SELECT * FROM contrast_tellings ORDER BY contrast_id, position"):
        telling = {
            "article": row["article_id"],
            "field": row["field"],
            "span": [row["start"], row["end"]],
            "reading": row["reading"],
        }
        tellings.setdefault(row["contrast_id"], []).append(telling)
    for row in db.execute("SELECT * FROM contrasts ORDER BY story_id, rank, id"):
        yield {
            "id": row["id"],
            "story": row["story_id"],
            "rank": row["rank"],
            "topic": row["topic"],
            "kind": row["kind"],
            "strength": row["strength"],
            "tellings": tellings.get(row["id"], []),
        }


def _points(db: sqlite3.Connection) -> Iterator[Row]:
    tellings: dict[str, list[Row]] = {}
    for row in db.execute("SELECT * FROM point_tellings ORDER BY point_id, position"):
        telling = {
            "article": row["article_id"],
            "field": row["field"],
            "span": [row["start"], row["end"]],
        }
        tellings.setdefault(row["point_id"], []).append(telling)
    lacking: dict[str, list[str]] = {}
    for row in db.execute("SELECT * FROM point_lacking ORDER BY point_id, position"):
        lacking.setdefault(row["point_id"], []).append(row["article_id"])
    for row in db.execute("SELECT * FROM points ORDER BY story_id, rank, id"):
        yield {
            "id": row["id"],
            "story": row["story_id"],
            "rank": row["rank"],
            "kind": row["kind"],
            "carried": row["carried"],
            "tellings": tellings.get(row["id"], []),
            "lacking": lacking.get(row["id"], []),
        }


TABLES: dict[str, Callable[[sqlite3.Connection], Iterator[Row]]] = {
    "pages": _pages,
    "articles": _articles,
    "rejected": _rejected,
    "copies": _copies,
    "stories": _stories,
    "statements": _statements,
    "timeline": _timeline,
    "names": _names,
    "contrasts": _contrasts,
    "points": _points,
    "less_sure": _less_sure,
}
