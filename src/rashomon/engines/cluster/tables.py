"""The tables that a cluster leaves: CONTRACT's columns in Parquet, and what a desk needs beside.

Each function makes a row of one table from a record of `model`; `interop.parquet` reads them back.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from daft import DataType

from rashomon.model import (
    Article,
    Contrast,
    Copy,
    DateHint,
    Mention,
    Moment,
    Name,
    NameLink,
    Page,
    Provenance,
    Rejected,
    Span,
    Statement,
    Story,
)
from rashomon.store.rows import moment_id

Row = dict[str, Any]
_SURROGATE = re.compile(r"[\ud800-\udfff]")

_TEXT, _INT, _BOOL = DataType.string(), DataType.int64(), DataType.bool()
_TEXTS, _SPAN = DataType.list(_TEXT), DataType.list(_INT)
_SPANS = DataType.list(_SPAN)


def _triples(*names: str) -> DataType:
    return DataType.list(DataType.struct(dict.fromkeys(names, _TEXT)))


_STATEMENTS = {
    "id": _TEXT, "article": _TEXT, "story": _TEXT, "speaker": _TEXT, "speaker_span": _SPAN,
    "cue_span": _SPAN, "content": _SPANS, "kind": _TEXT, "via": _TEXTS, "via_spans": _SPANS,
    "within": _TEXT, "denied": _BOOL, "cue": _TEXT, "speech": _BOOL,
    "confidence": DataType.float64(), "speaker_in_article": _TEXT,
}  # fmt: skip

# First the columns of every export, then those that a desk is made from.
COLUMNS: Mapping[str, Mapping[str, DataType]] = {
    "pages": {
        "id": _TEXT, "origin": _TEXT, "media_type": _TEXT, "fetched_at": _TEXT, "chars": _INT,
        "address": _TEXT, "body": _TEXT, "text": _TEXT,
    },
    "articles": {
        "id": _TEXT, "page": _TEXT, "kind": _TEXT, "title": _TEXT, "standfirst": _TEXT,
        "byline": _TEXT, "outlet": _TEXT, "url": _TEXT, "published": _TEXT,
        "published_basis": _TEXT, "language": _TEXT, "text": _TEXT, "ranges": _SPANS,
        "place": _INT, "read_published": _TEXT, "read_basis": _TEXT,
        "hints": _triples("kind", "value", "text"),
        "provenance": _triples("kind", "value", "text"), "failed": _TEXT,
    },
    "rejected": {"page": _TEXT, "range": _SPAN, "stage": _TEXT, "reason": _TEXT},
    "copies": {
        "id": _TEXT, "family": _TEXT, "parent": _TEXT, "relation": _TEXT,
        "shared": DataType.float64(), "evidence": _TEXT,
    },
    "stories": {
        "id": _TEXT, "title": _TEXT, "articles": _TEXTS, "first_published": _TEXT,
        "last_published": _TEXT, "outlets": _TEXTS, "tellings": _INT,
        "joins": DataType.list(
            DataType.struct(
                {"article": _TEXT, "other": _TEXT, "score": DataType.float64(), "reason": _TEXT}
            )
        ),
        "related": _TEXTS,
    },
    "statements": _STATEMENTS,
    "less_sure": _STATEMENTS,
    "timeline": {
        "id": _TEXT, "article": _TEXT, "story": _TEXT, "date": _TEXT, "precision": _TEXT,
        "planned": _BOOL, "span": _SPAN, "expression_span": _SPAN, "basis": _TEXT,
    },
    "mentions": {
        "article": _TEXT, "span": _SPAN, "text": _TEXT, "type": _TEXT, "referent": _TEXT,
        "role": _TEXT,
    },
    "names": {
        "id": _TEXT, "canonical": _TEXT, "type": _TEXT, "variants": _TEXTS, "evidence": _TEXTS,
    },
    "name_links": {"article": _TEXT, "referent": _TEXT, "name": _TEXT},
    "contrasts": {
        "id": _TEXT, "story": _TEXT, "rank": _INT, "topic": _TEXT, "kind": _TEXT,
        "strength": _TEXT,
        "tellings": DataType.list(
            DataType.struct({"article": _TEXT, "field": _TEXT, "span": _SPAN, "reading": _TEXT})
        ),
    },
}  # fmt: skip


def page(made: Page, text: str | None) -> Row:
    """`text` is what ranges index, None where it is the body."""
    chars = len(made.body if text is None else text)
    head = (made.id, made.origin, made.media_type, made.fetched_at, chars)
    return _row("pages", (*head, made.address, made.body, text))


def article(made: Article, read: Article, failed: str | None) -> Row:
    """`made` with its date completed, and `read` as its page has it."""
    head = (
        made.id, made.page_id, made.kind, made.title, made.standfirst, made.byline, made.outlet,
        made.url, made.published, made.published_basis, made.language, made.text,
    )  # fmt: skip
    ranges = None if made.ranges is None else [list(pair) for pair in made.ranges]
    hints, provenance = ([_said(one) for one in held] for held in (made.hints, made.provenance))
    dated = (made.place, read.published, read.published_basis)
    return _row("articles", (*head, ranges, *dated, hints, provenance, failed))


def _said(one: DateHint | Provenance) -> Row:
    return {"kind": one.kind, "value": one.value, "text": one.text}


def rejected(made: Rejected) -> Row:
    where = None if made.range is None else list(made.range)
    return _row("rejected", (made.page_id, where, made.stage, made.reason))


def copy(made: Copy) -> Row:
    values = (made.article_id, made.family_id, made.parent_id, made.relation)
    return _row("copies", (*values, round(made.shared, 4), made.evidence))


def story(made: Story) -> Row:
    joins = [
        {"article": j.article_id, "other": j.other_id, "score": j.score, "reason": j.reason}
        for j in made.joins
    ]
    dates = (made.first_published, made.last_published)
    head = (made.id, made.title, list(made.article_ids), *dates, list(made.outlets), made.tellings)
    return _row("stories", (*head, joins, list(made.related)))


def statement(made: Statement, story_id: str | None, speaker: str | None) -> Row:
    """`speaker` is the canonical name of the one whom the article names."""
    via_spans, content = ([_span(one) for one in held] for held in (made.via_spans, made.content))
    head = (made.id, made.article_id, story_id, speaker, _span(made.speaker_span))
    said = (_span(made.cue_span), content, made.kind, list(made.via), via_spans, made.within)
    rest = (made.denied, made.cue, made.speech, made.confidence, made.speaker)
    return _row("statements" if made.sure else "less_sure", (*head, *said, *rest))


def moment(made: Moment, story_id: str | None) -> Row:
    head = (moment_id(made), made.article_id, story_id, made.date, made.precision, made.planned)
    return _row("timeline", (*head, _span(made.sentence), _span(made.expression), made.basis))


def mention(made: Mention) -> Row:
    place = (made.article_id, [made.start, made.end])
    return _row("mentions", (*place, made.text, made.type, made.referent, made.role))


def name(made: Name) -> Row:
    head = (made.id, made.canonical, made.type)
    return _row("names", (*head, list(made.variants), list(made.evidence)))


def contrast(made: Contrast) -> Row:
    tellings = [
        {"article": t.article_id, "field": t.field, "span": _span(t.span), "reading": t.reading}
        for t in made.tellings
    ]
    head = (made.id, made.story_id, made.rank, made.topic, made.kind, made.strength)
    return _row("contrasts", (*head, tellings))


def name_link(made: NameLink) -> Row:
    return _row("name_links", (made.article_id, made.referent, made.name_id))


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _row(table: str, values: tuple[Any, ...]) -> Row:
    return {k: _utf8(v) for k, v in zip(COLUMNS[table], values, strict=True)}


def _utf8(value: Any) -> Any:
    # A lone surrogate has no UTF-8; the sign for what is unknown takes its one place.
    if isinstance(value, str) and not value.isascii():
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_utf8(one) for one in value]
    if isinstance(value, dict):
        return {key: _utf8(one) for key, one in value.items()}
    return value
