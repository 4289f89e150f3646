"""The tables that a cluster left (see `engines.cluster.tables`), read back as records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from rashomon.errors import MissingExtra, RashomonError
from rashomon.model import (
    Article,
    DateHint,
    Mention,
    Moment,
    Page,
    Provenance,
    Rejected,
    Span,
    Statement,
)

Row = dict[str, Any]
Record = TypeVar("Record")

NEEDED = ("pages", "articles", "rejected", "mentions", "statements", "less_sure", "timeline")
BATCH_ROWS = 512


def batches(folder: Path, table: str, make: Callable[[Row], Record]) -> Iterator[list[Record]]:
    """The rows of one table of `folder` as records, some hundreds at a time.

    Raises `RashomonError` where the table is missing, or is none, or pyarrow is not installed.
    """
    try:
        import pyarrow
        import pyarrow.dataset
    except ImportError as error:
        raise MissingExtra("--from-parquet", "parquet") from error
    try:
        found = pyarrow.dataset.dataset(folder / table, format="parquet")
        for batch in found.to_batches(batch_size=BATCH_ROWS):
            yield [make(row) for row in batch.to_pylist()]
    except (OSError, KeyError, TypeError, ValueError, pyarrow.ArrowException) as error:
        raise RashomonError(f"{folder / table}: no table of a cluster ({error})") from error


def page(row: Row) -> tuple[Page, str]:
    """A page, and its text that ranges index."""
    body = str(row["body"])
    made = Page(
        row["id"], row["origin"], row["media_type"], row["fetched_at"], body, row["address"]
    )  # fmt: skip
    return made, body if row["text"] is None else row["text"]


def article(row: Row) -> tuple[Article, Article, bool]:
    """An article as its page has it; with its completed date; whether its findings are whole."""
    ranges = row["ranges"]
    read = Article(
        id=row["id"], page_id=row["page"], kind=row["kind"], title=row["title"],
        standfirst=row["standfirst"], byline=row["byline"], outlet=row["outlet"], url=row["url"],
        published=row["read_published"], published_basis=row["read_basis"],
        language=row["language"], text=row["text"],
        ranges=None if ranges is None else tuple((a, b) for a, b in ranges), place=row["place"],
        hints=tuple(DateHint(**hint) for hint in row["hints"]),
        provenance=tuple(Provenance(**one) for one in row["provenance"]),
    )  # fmt: skip
    dated = replace(read, published=row["published"], published_basis=row["published_basis"])
    return read, dated, row["failed"] is None


def rejected(row: Row) -> Rejected:
    where = row["range"]
    return Rejected(
        row["page"], None if where is None else (where[0], where[1]), row["stage"], row["reason"]
    )


def mention(row: Row) -> Mention:
    start, end = row["span"]
    return Mention(
        row["article"], start, end, row["text"], row["type"], row["referent"], row["role"]
    )


def statement(row: Row) -> Statement:
    def span(pair: list[int] | None) -> Span | None:
        return None if pair is None else Span(row["article"], pair[0], pair[1])

    def spans(pairs: list[list[int]]) -> tuple[Span, ...]:
        return tuple(Span(row["article"], a, b) for a, b in pairs)

    return Statement(
        id=row["id"], article_id=row["article"], speaker=row["speaker_in_article"],
        speaker_span=span(row["speaker_span"]), cue_span=span(row["cue_span"]),
        content=spans(row["content"]), kind=row["kind"], via=tuple(row["via"]),
        via_spans=spans(row["via_spans"]), within=row["within"], denied=row["denied"],
        cue=row["cue"], speech=row["speech"], confidence=row["confidence"],
    )  # fmt: skip


def moment(row: Row) -> Moment:
    owner = row["article"]
    return Moment(
        owner, row["date"], row["precision"], row["planned"], Span(owner, *row["span"]),
        Span(owner, *row["expression_span"]), row["basis"],
    )  # fmt: skip
