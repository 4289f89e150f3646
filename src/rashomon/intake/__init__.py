"""Intake: files, folders, globs and standard input become pages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from rashomon.errors import SourceError
from rashomon.intake import archives
from rashomon.intake.decode import decode
from rashomon.intake.feeds import feed_entries, json_feed_entries
from rashomon.intake.make import HTML_TYPE, TEXT_TYPE, Item, make_page, rejected
from rashomon.intake.paths import sources
from rashomon.intake.records import json_lines, json_values
from rashomon.intake.settings import HEAD_BYTES, MAX_FEED_BYTES, MAX_PAGE_BYTES
from rashomon.intake.sniff import kind_of
from rashomon.intake.streams import Source
from rashomon.model import Page, Rejected


def pages(
    paths: Iterable[str], fetched: str | None = None
) -> Iterator[tuple[Page, Rejected | None] | SourceError]:
    """Pages of all sources under `paths`, folders sorted.

    Yields (page, None); (page, rejected) for a file or record that exists and holds nothing
    readable (empty, binary, too large); and a `SourceError` (not raised) where nothing of a
    source can be had, or a part of it is lost. `fetched` (ISO 8601) is when the pages were
    taken, for those that do not say so themselves.
    """
    for path in paths:
        for source in sources(path):
            if isinstance(source, SourceError):
                yield source
                continue
            with source:
                try:
                    yield from _read(source, fetched)
                except OSError as error:
                    yield SourceError(source.origin, error.strerror or str(error))
                except Exception as error:  # whatever a source holds, the others are read
                    name = type(error).__name__
                    yield SourceError(source.origin, f"could not be read to its end ({name})")
                if source.trouble:
                    yield SourceError(source.origin, source.trouble)


def _read(source: Source, fetched: str | None) -> Iterator[Item | SourceError]:
    head = source.head(HEAD_BYTES)
    kind = kind_of(head)
    if kind == "database" and source.in_folder:
        return  # a desk beside the pages is no page
    if kind == "warc":
        yield from _archive(source, fetched)
    elif kind == "jsonl":
        yield from json_lines(source, fetched)
    else:
        limit = MAX_FEED_BYTES if kind in ("feed", "json") else MAX_PAGE_BYTES
        data = source.stream.read(limit + 1)
        yield from _whole(source.origin, data, kind, fetched, limit)


def _whole(
    origin: str,
    data: bytes,
    kind: str,
    fetched: str | None,
    limit: int = MAX_PAGE_BYTES,
    address: str | None = None,
    declared: str | None = None,
) -> Iterator[Item]:
    """The pages of a file or payload that is read as a whole."""
    if len(data) > limit or kind in ("empty", "binary", "database"):
        page = make_page(origin, TEXT_TYPE, "", data, fetched, address)
        reason = "too large" if len(data) > limit else "empty" if kind == "empty" else "binary"
        yield page, rejected(page, reason)
        return
    found = False
    if kind == "feed":
        for item in feed_entries(origin, data, fetched):
            found = True
            yield item
    elif kind == "json":
        for item in _json(origin, data, fetched):
            found = True
            yield item
    if found:
        return
    if kind == "feed":
        page = make_page(origin, TEXT_TYPE, "", data, fetched, address)
        yield page, rejected(page, "feed without entries")
        return
    media_type = HTML_TYPE if kind == "html" else TEXT_TYPE
    yield make_page(origin, media_type, decode(data, declared), data, fetched, address), None


def _json(origin: str, data: bytes, fetched: str | None) -> Iterator[Item]:
    try:
        value: Any = json.loads(decode(data))
    except (ValueError, RecursionError):
        return
    if isinstance(value, dict) and isinstance(value.get("items"), list):
        yield from json_feed_entries(origin, value, fetched)
    elif isinstance(value, dict | list):
        yield from json_values(origin, value, fetched)


def _archive(source: Source, fetched: str | None) -> Iterator[Item | SourceError]:
    for record in archives.records(source.origin, source.stream):
        if isinstance(record, SourceError):
            yield record
            continue
        origin = f"{source.origin}#{record.number}"
        taken = record.date or fetched
        media = record.content_type.partition(";")[0].strip().lower()
        if (
            media
            and not media.startswith(("text/html", "text/plain", "text/xml"))
            and not (media.startswith("application/") and media.endswith(("xml", "json")))
        ):
            continue  # pictures, scripts, styles: parts of pages and no pages
        if 300 <= record.status < 400:
            continue  # a redirect has no content of its own
        if record.data is None or not 200 <= record.status < 300:
            page = make_page(origin, TEXT_TYPE, "", record.data or b"", taken, record.address)
            large = record.data is None
            reason = "too large" if large else archives.status_reason(record.status)
            yield page, rejected(page, reason)
            continue
        kind = kind_of(record.data[:HEAD_BYTES])
        if kind in ("json", "jsonl", "warc", "binary") or (kind == "text" and "html" in media):
            if kind in ("json", "jsonl") and "json" not in media:
                kind = "text"
            elif kind == "text":
                kind = "html"
            elif kind in ("json", "jsonl", "binary"):
                continue  # data that a page's script asked for
        yield from _whole(
            origin, record.data, kind, taken, address=record.address, declared=record.content_type
        )
