"""What cannot be read is named, and the rest goes on."""

from __future__ import annotations

import gzip
import os
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.errors import SourceError
from rashomon.intake import pages
from rashomon.intake.decode import decode
from rashomon.intake.settings import MAX_PAGE_BYTES
from rashomon.model import Page, Rejected
from rashomon.reading import read


def only(path: Path | str) -> tuple[Page, Rejected | None]:
    (item,) = pages([str(path)])
    assert not isinstance(item, Exception)
    return item


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (gzip.compress(b""), "empty"),
        (b"\0" * 5000, "binary"),
        (b"%PDF-1.7\nsome text", "binary"),
        (b"PK\x03\x04" + b"text " * 40, "binary"),
        (random.Random(7).randbytes(5000), "binary"),
    ],
)
def test_nothing_readable_is_named(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "file.html"
    path.write_bytes(data)
    page, rejected = only(path)
    assert rejected is not None
    assert rejected.reason == reason
    assert rejected.range is None
    assert page.body == ""


def test_too_large(tmp_path: Path) -> None:
    path = tmp_path / "large.html"
    path.write_bytes(b"<html><p>word</p>" + b" " * MAX_PAGE_BYTES)
    page, rejected = only(path)
    assert rejected is not None
    assert rejected.reason == "too large"
    assert page.body == ""


def test_a_gzip_bomb_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "bomb.gz"
    with gzip.open(path, "wb") as file:
        for _ in range(200):
            file.write(b"a" * (1 << 20))
    page, rejected = only(path)
    assert rejected is not None
    assert rejected.reason == "too large"
    assert page.body == ""


def test_a_line_too_long_is_one_rejection(tmp_path: Path) -> None:
    path = tmp_path / "rows"
    with path.open("wb") as file:
        file.write(b'{"text": "before"}\n{"text": "')
        file.write(b"a" * (2 * MAX_PAGE_BYTES))
        file.write(b'"}\n{"text": "after"}\n')
    items = [item for item in pages([str(path)]) if not isinstance(item, Exception)]
    assert [rejected.reason if rejected else None for _, rejected in items] == [
        None,
        "too large",
        None,
    ]


def test_a_truncated_gzip_is_used_and_named(tmp_path: Path) -> None:
    path = tmp_path / "cut.gz"
    text = "".join(f"Line {n} of the harbour log, {n * 7919 % 104729}.\n" for n in range(20_000))
    data = gzip.compress(text.encode())
    path.write_bytes(data[: len(data) // 2])
    (page, rejected), error = pages([str(path)])  # type: ignore[misc]
    assert rejected is None
    assert text.startswith(page.body)
    assert len(page.body) > 10_000
    assert isinstance(error, SourceError)
    assert "cut short" in error.reason


def test_gzip_members_and_padding(tmp_path: Path) -> None:
    path = tmp_path / "two.gz"
    path.write_bytes(gzip.compress(b"One.\n") + b"\0" * 64 + gzip.compress(b"Two.\n"))
    assert only(path)[0].body == "One.\nTwo.\n"
    path.write_bytes(gzip.compress(b"One.\n") + b"rubbish")
    (page, _), error = pages([str(path)])  # type: ignore[misc]
    assert page.body == "One.\n"
    assert isinstance(error, SourceError)


def test_what_cannot_be_had(tmp_path: Path) -> None:
    (tmp_path / "empty-folder").mkdir()
    (tmp_path / "dangling").symlink_to(tmp_path / "nothing")
    asked = ["/nope/none", f"{tmp_path}/*.xyz", "https://lantern.example/", "a\0b"]
    for path in asked:
        (error,) = pages([path])
        assert isinstance(error, SourceError), path
        assert error.source == path
        assert error.reason
    (empty,) = pages([str(tmp_path / "empty-folder")])
    assert isinstance(empty, SourceError)
    assert "empty folder" in empty.reason
    (tmp_path / "empty-folder").rmdir()
    (error,) = pages([str(tmp_path)])
    assert isinstance(error, SourceError)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_rights(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir()
    locked.chmod(0)
    try:
        (error,) = pages([str(tmp_path)])
    finally:
        locked.chmod(0o700)
    assert isinstance(error, SourceError)
    assert error.reason == "no permission to read it"


def test_a_pipe_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert not list(pages([str(tmp_path)]))


def test_a_desk_beside_the_pages_is_no_page(tmp_path: Path) -> None:
    (tmp_path / "rashomon.db").write_bytes(b"SQLite format 3\0" + b"\x01" * 100)
    assert not list(pages([str(tmp_path)]))


@pytest.mark.parametrize(
    ("data", "declared", "text"),
    [
        ("Küche – Tür".encode(), None, "Küche – Tür"),
        ("Küche".encode(), "text/html; charset=iso-8859-1", "Küche"),  # the header lies
        ("Küche".encode("cp1252"), "utf-8", "Küche"),
        (b"\xef\xbb\xbfK\xc3\xbcche", "latin-1", "Küche"),
        ("Küche".encode("utf-16"), None, "Küche"),
        (
            "Привет, это новости города".encode("cp1251"),
            "windows-1251",
            "Привет, это новости города",
        ),
        ("<meta charset='gb2312'>新闻".encode("gbk"), None, "<meta charset='gb2312'>新闻"),
        ("日本の新聞".encode("iso2022_jp"), "iso-2022-jp", "日本の新聞"),
        (b"caf\xe9", "no-such-charset", "café"),
        (b"caf\xe9", "rot13", "café"),
        (b"caf\xe9", "charset=unicode_escape", "café"),
    ],
)
def test_charsets(data: bytes, declared: str | None, text: str) -> None:
    assert decode(data, declared) == text


def test_text_cut_within_a_character_stays_utf8() -> None:
    text = "Über die Brücke fährt täglich eine Fähre nach Söderö. " * 20
    assert decode(text.encode()[:-1] + b"\xc3").startswith("Über die Brücke")


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    data=st.one_of(
        st.binary(max_size=400),
        st.binary(max_size=200).map(gzip.compress),
        st.binary(max_size=200).map(lambda b: gzip.compress(b)[:-9]),
        st.binary(max_size=200).map(lambda b: b"WARC/1.0\r\n" + b),
        st.binary(max_size=200).map(lambda b: b"<html><p>" + b),
        st.binary(max_size=200).map(lambda b: b"<rss><channel><item>" + b),
        st.binary(max_size=200).map(lambda b: b'{"text": "' + b),
        st.text(max_size=200).map(lambda t: t.encode("utf-16")),
    )
)
def test_any_bytes_give_articles_or_a_named_rejection(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "any"
    path.write_bytes(data)
    items = list(pages([str(path)]))
    again = list(pages([str(path)]))
    assert [str(item) for item in items] == [str(item) for item in again]
    for item in items:
        if isinstance(item, Exception):
            assert isinstance(item, SourceError)
            continue
        page, rejected = item
        page.body.encode("utf-8", "surrogatepass")
        if rejected is None:
            reading = read(page)
            assert reading.page_id == page.id
            for row in reading.rejected:
                assert row.reason
                assert row.range is None or 0 <= row.range[0] <= row.range[1] <= len(reading.text)
