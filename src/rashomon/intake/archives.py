"""WARC and WET archives, streamed: one record in memory at a time, broken records passed over."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from io import BufferedReader

from rashomon.errors import SourceError
from rashomon.intake.settings import MAX_PAGE_BYTES

_MAX_HEADER_LINE = 65_536
_MAX_HEADER_LINES = 500
_SKIP_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Record:
    """A record's payload. `data` is None where it is larger than a page may be.

    `content_type` is that of the payload; `status` that of the HTTP response, 200 without one.
    """

    number: int
    address: str | None
    date: str | None
    content_type: str
    status: int
    data: bytes | None


def records(origin: str, stream: BufferedReader) -> Iterator[Record | SourceError]:
    """The records of `stream` that hold a page's payload; errors for what is malformed."""
    number = 0
    lost = False
    while True:
        line = stream.readline(_MAX_HEADER_LINE)
        if not line:
            return
        if not line.strip():
            continue
        if not line.startswith(b"WARC/"):
            if not lost:
                yield SourceError(f"{origin}#{number + 1}", "malformed record; passed over")
            lost = True
            continue
        lost = False
        number += 1
        headers = _headers(stream)
        length = _number(headers.get("content-length"))
        if length is None:
            yield SourceError(f"{origin}#{number}", "record without a length; passed over")
            lost = True
            continue
        kind = headers.get("warc-type", "").lower()
        wanted = kind in ("response", "resource", "conversion")
        if not wanted or length > MAX_PAGE_BYTES:
            whole = _skip(stream, length)
            if wanted:
                yield _record(number, headers, None)
        else:
            block = stream.read(length)
            whole = len(block) == length
            if block:
                yield _record(number, headers, block)
        if not whole:
            yield SourceError(
                f"{origin}#{number}", "record is cut short; what could be read is used"
            )
            return


def _record(number: int, headers: dict[str, str], block: bytes | None) -> Record:
    address = headers.get("warc-target-uri", "").strip("<>") or None
    date = headers.get("warc-date")
    content_type = headers.get("content-type", "")
    status = 200
    if block is None and "application/http" in content_type:
        content_type = ""  # the payload's own type was not read
    if (
        block is not None
        and headers.get("warc-type", "").lower() == "response"
        and (block.startswith(b"HTTP/") or "msgtype=response" in content_type)
    ):
        status, content_type, block = _http(block)
    return Record(number, address, date, content_type, status, block)


def _http(block: bytes) -> tuple[int, str, bytes | None]:
    """Status, content type and decoded body of an HTTP response."""
    head, separator, body = block.partition(b"\r\n\r\n")
    if not separator:
        head, _, body = block.partition(b"\n\n")
    lines = head.decode("latin-1").splitlines()
    parts = lines[0].split(None, 2) if lines else []
    status = int(parts[1]) if len(parts) > 1 and parts[1].isdecimal() else 0
    headers: dict[str, str] = {}
    for line in lines[1:_MAX_HEADER_LINES]:
        name, _, value = line.partition(":")
        headers.setdefault(name.strip().lower(), value.strip())
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _unchunk(body)
    # Crawlers often store the body decoded and leave the header as it was.
    encoding = headers.get("content-encoding", "").lower()
    unpacked: bytes | None = body
    if body[:2] == b"\x1f\x8b" and "gzip" in encoding:
        unpacked = _inflate(body, 31)
    elif encoding == "deflate":
        unpacked = _inflate(body, 15) or _inflate(body, -15) or body
    return status, headers.get("content-type", ""), unpacked


def _unchunk(body: bytes) -> bytes:
    """A chunked body put together; what does not look chunked is kept as it is."""
    pieces: list[bytes] = []
    at = 0
    while at < len(body):
        end = body.find(b"\n", at, at + 200)
        size_text = body[at:end].split(b";")[0].strip() if end >= 0 else b""
        try:
            size = int(size_text, 16)
        except ValueError:
            return body if not pieces else b"".join([*pieces, body[at:]])
        if size == 0:
            break
        pieces.append(body[end + 1 : end + 1 + size])
        at = end + 1 + size
        if body[at : at + 2] == b"\r\n":
            at += 2
        elif body[at : at + 1] == b"\n":
            at += 1
    return b"".join(pieces)


def _inflate(data: bytes, wbits: int) -> bytes | None:
    """`data` decompressed as far as it goes; None where it is larger than a page may be."""
    inflater = zlib.decompressobj(wbits=wbits)
    try:
        out = inflater.decompress(data, MAX_PAGE_BYTES + 1)
    except zlib.error:
        return b""
    return None if len(out) > MAX_PAGE_BYTES else out


def _headers(stream: BufferedReader) -> dict[str, str]:
    found: dict[str, str] = {}
    last = ""
    for _ in range(_MAX_HEADER_LINES):
        line = stream.readline(_MAX_HEADER_LINE)
        if not line.strip():
            break
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        if text[:1] in " \t" and last:
            found[last] += " " + text.strip()
            continue
        name, _, value = text.partition(":")
        last = name.strip().lower()
        found.setdefault(last, value.strip())
    return found


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 16 else None


def _skip(stream: BufferedReader, length: int) -> bool:
    while length > 0:
        chunk = stream.read(min(_SKIP_CHUNK, length))
        if not chunk:
            return False
        length -= len(chunk)
    return True


def status_reason(status: int) -> str:
    """A few words for an HTTP status: "404 Not Found"."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"status {status}"
