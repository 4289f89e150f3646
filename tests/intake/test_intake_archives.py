"""WARC and WET archives, whole and malformed."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.errors import SourceError
from rashomon.intake import archives, pages
from rashomon.intake.settings import MAX_PAGE_BYTES
from rashomon.intake.streams import Source
from rashomon.model import Page, Rejected

HTML = "<html><body><p>Паром снова ходит, сообщил мэр.</p></body></html>"


def record(
    kind: str, uri: str, content_type: str, block: bytes, date: str = "2025-08-07T10:00:00Z"
) -> bytes:
    return (
        (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: {date}\r\n"
            f"Content-Type: {content_type}\r\nContent-Length: {len(block)}\r\n\r\n"
        ).encode()
        + block
        + b"\r\n\r\n"
    )


def response(
    body: bytes, *headers: str, status: str = "200 OK", content_type: str = "text/html"
) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {content_type}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def read_all(
    path: Path, fetched: str | None = None
) -> tuple[list[tuple[Page, Rejected | None]], list[str]]:
    items, errors = [], []
    for item in pages([str(path)], fetched):
        if isinstance(item, SourceError):
            errors.append(item.reason)
        else:
            assert not isinstance(item, Exception)
            items.append(item)
    return items, errors


HTTP = "application/http; msgtype=response"


def test_responses_are_unpacked(tmp_path: Path) -> None:
    body = HTML.encode("cp1251")
    chunked = b"".join(
        f"{len(body[k : k + 7]):x}\r\n".encode() + body[k : k + 7] + b"\r\n"
        for k in range(0, len(body), 7)
    )
    charset = "text/html; charset=windows-1251"
    blocks = [
        response(body, content_type=charset),
        response(chunked + b"0\r\n\r\n", "Transfer-Encoding: chunked", content_type=charset),
        response(gzip.compress(body), "Content-Encoding: gzip", content_type=charset),
        response(body, "Content-Encoding: gzip", content_type=charset),  # stored decoded
        response(zlib.compress(body), "Content-Encoding: deflate", content_type=charset),
    ]
    path = tmp_path / "a"
    path.write_bytes(
        b"".join(
            record("response", f"https://lantern.example/{n}", HTTP, block)
            for n, block in enumerate(blocks)
        )
    )
    items, errors = read_all(path, "2026-01-01")
    assert not errors
    assert [page.body for page, _ in items] == [HTML] * 5
    page = items[1][0]
    assert page.address == "https://lantern.example/1"
    assert page.fetched_at == "2025-08-07T10:00:00Z"
    assert page.origin.endswith("a#2")
    assert len({page.id for page, _ in items}) == 5


def test_wet_and_members_of_gzip(tmp_path: Path) -> None:
    parts = [
        record("warcinfo", "", "application/warc-fields", b"software: x"),
        record("conversion", "https://lantern.example/1", "text/plain", "Fähre fährt.".encode()),
        record(
            "request", "https://lantern.example/1", "application/http; msgtype=request", b"GET /"
        ),
        record("conversion", "<https://lantern.example/2>", "text/plain", b"Two."),
    ]
    path = tmp_path / "a.wet"
    path.write_bytes(b"".join(map(gzip.compress, parts)))
    items, errors = read_all(path)
    assert not errors
    assert [(page.media_type, page.body, page.address) for page, _ in items] == [
        ("text/plain", "Fähre fährt.", "https://lantern.example/1"),
        ("text/plain", "Two.", "https://lantern.example/2"),
    ]


def test_what_is_no_page_is_passed_over_and_what_failed_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(
        record(
            "response",
            "https://x.example/p.png",
            HTTP,
            response(b"\x89PNG", content_type="image/png"),
        )
        + record("response", "https://x.example/r", HTTP, response(b"", status="301 Moved"))
        + record(
            "response", "https://x.example/n", HTTP, response(b"<p>no</p>", status="404 Not Found")
        )
        + record("response", "https://x.example/big", HTTP, b"x" * (MAX_PAGE_BYTES + 1))
        + record(
            "response",
            "https://x.example/bomb",
            HTTP,
            response(gzip.compress(b"a" * (2 * MAX_PAGE_BYTES)), "Content-Encoding: gzip"),
        )
        + record("response", "https://x.example/e", HTTP, response(b""))
    )
    items, errors = read_all(path)
    assert not errors
    assert [rejected.reason for _, rejected in items if rejected] == [
        "404 Not Found",
        "too large",
        "too large",
        "empty",
    ]


def test_malformed_records_are_passed_over_by_name(tmp_path: Path) -> None:
    good = record("conversion", "https://lantern.example/1", "text/plain", b"Good words.")
    lengthless = good.replace(b"Content-Length: 11", b"Content-Length: many")
    path = tmp_path / "a"
    path.write_bytes(good + b"rubbish\r\nmore\r\n" + good + lengthless + good + good[:-10])
    items, errors = read_all(path)
    assert [page.body for page, _ in items][:3] == ["Good words."] * 3
    assert "malformed record; passed over" in errors
    assert "record without a length; passed over" in errors
    assert "record is cut short; what could be read is used" in errors


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 400))
def test_any_damage_ends_in_words(tmp_path_factory, noise: bytes, at: int) -> None:  # type: ignore[no-untyped-def]
    good = record("response", "https://lantern.example/1", HTTP, response(b"<p>Good words.</p>"))
    data = (good + good)[:at] + noise + (good + good)[at:]
    path = tmp_path_factory.mktemp("warc") / "a"
    path.write_bytes(data)
    with Source("a", path.open("rb")) as source:
        for item in archives.records("a", source.stream):
            assert isinstance(item, archives.Record | SourceError)
