"""JSON Lines and JSON files of articles become pages of media type application/json."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from rashomon.intake.decode import decode, without_surrogates
from rashomon.intake.make import RECORD_TYPE, Item, make_page, rejected
from rashomon.intake.settings import MAX_PAGE_BYTES
from rashomon.intake.streams import Source

# Other names under which collections of news keep the same thing.
_ALIASES = {
    "url": ("url", "link", "address", "canonical_url"),
    "outlet": ("outlet", "source", "publisher", "site_name", "sitename"),
    "title": ("title", "headline"),
    "text": ("text", "content_text", "articleBody", "body", "maintext", "content"),
    "html": ("html", "content_html"),
    "summary": ("summary", "description", "standfirst"),
    "byline": ("byline", "author", "authors"),
    "published": ("published", "date_published", "datePublished", "date", "published_at"),
    "id": ("id",),
    "language": ("language", "lang"),
}


def canonical_record(value: dict[str, Any]) -> dict[str, str]:
    """The record's known keys with string values, in one order; what is empty is left out."""
    record = {}
    for key, names in _ALIASES.items():
        for name in names:
            text = _string(value.get(name))
            if text:
                record[key] = text
                break
    return record


# A list of authors, each an object with a name: no deeper value is a name.
_DEEPEST = 4


def record_page(origin: str, record: dict[str, str], fetched: str | None) -> Item:
    """One record as a page; rejected where it holds no words."""
    body = json.dumps(record, ensure_ascii=False, sort_keys=True)
    page = make_page(origin, RECORD_TYPE, body, body.encode("utf-8"), fetched, record.get("url"))
    worded = any(record.get(key) for key in ("text", "html", "summary", "title"))
    return page, None if worded else rejected(page, "empty")


def json_lines(source: Source, fetched: str | None) -> Iterator[Item]:
    """A page for each line of `source`; lines that are no JSON object are rejected by name."""
    number = 0
    while True:
        line = source.stream.readline(MAX_PAGE_BYTES + 1)
        if not line:
            return
        number += 1
        origin = f"{source.origin}#{number}"
        if len(line) > MAX_PAGE_BYTES:
            page = make_page(origin, RECORD_TYPE, "", line, fetched)
            while line and not line.endswith(b"\n"):
                line = source.stream.readline(MAX_PAGE_BYTES + 1)
            yield page, rejected(page, "too large")
            continue
        if not line.strip():
            continue
        try:
            value = json.loads(decode(line))
        except (ValueError, RecursionError):
            value = None
        if not isinstance(value, dict):
            page = make_page(origin, RECORD_TYPE, "", line, fetched)
            yield page, rejected(page, "unreadable")
            continue
        yield record_page(origin, canonical_record(value), fetched)


def json_values(origin: str, value: Any, fetched: str | None) -> Iterator[Item]:
    """A page for each record of a parsed JSON document: an object or a list of objects."""
    rows = value if isinstance(value, list) else [value]
    for number, row in enumerate(rows, 1):
        where = f"{origin}#{number}" if isinstance(value, list) else origin
        if isinstance(row, dict):
            yield record_page(where, canonical_record(row), fetched)
        else:
            page = make_page(where, RECORD_TYPE, "", repr(row).encode(errors="replace"), fetched)
            yield page, rejected(page, "unreadable")


def _string(value: Any, depth: int = 0) -> str | None:
    """A JSON value as text: names of people and outlets may stand in objects and lists."""
    if depth > _DEEPEST:
        return None
    if isinstance(value, str):
        return without_surrogates(value.strip()) or None
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, dict):
        return _string(value.get("name") or value.get("title"), depth + 1)
    if isinstance(value, list):
        parts = [part for item in value[:50] if (part := _string(item, depth + 1))]
        return ", ".join(parts) or None
    return None
