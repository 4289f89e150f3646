"""What a source is, is told from what it holds."""

from __future__ import annotations

import gzip
import io
import json
import os
import sys
from pathlib import Path

import pytest

from rashomon.errors import SourceError
from rashomon.intake import pages
from rashomon.model import Page, Rejected

HTML = (
    "<!doctype html><html><head><title>A</title></head><body><p>Ferry runs again.</p></body></html>"
)
TEXT = "Ferry to Aldermoor runs again\n\nThe ferry between Aldermoor and Quillmoor ran on Monday.\n"
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Quillmoor Lantern</title>
<link>https://lantern.example/</link><language>en-gb</language>
<item><title>Ferry &amp; bridge</title><link>https://lantern.example/1</link>
<description>The ferry runs.</description>
<content:encoded><![CDATA[<p>The ferry runs again, the mayor said.</p><p>Fares rise &amp; fall.</p>]]></content:encoded>
<pubDate>Thu, 07 Aug 2025 14:05:00 +0200</pubDate><dc:creator>Ada Finch</dc:creator></item>
<item><title>Harbour</title><guid>https://lantern.example/2</guid>
<description>&lt;p&gt;The harbour opens.&lt;/p&gt;</description><pubDate>yesterday</pubDate></item>
</channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Lantern</title>
<entry><title type="html">Fish &amp;amp; ships</title><link rel="self" href="https://x.example/"/>
<link rel="alternate" href="https://lantern.example/3"/><updated>2025-08-07T10:00:00Z</updated>
<author><name>Ada Finch</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div></content>
</entry></feed>"""
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Lantern",
    "items": [
        {
            "id": "1",
            "url": "https://lantern.example/4",
            "content_html": "<p>Tide &amp; time.</p>",
            "date_published": "2025-08-07T10:00:00+02:00",
            "authors": [{"name": "Ada Finch"}],
        }
    ],
}


def read_all(
    *paths: Path | str, fetched: str | None = None
) -> tuple[list[Page], list[Rejected], list[str]]:
    found: list[Page] = []
    rejected: list[Rejected] = []
    errors: list[str] = []
    for item in pages([str(path) for path in paths], fetched):
        if isinstance(item, SourceError):
            errors.append(str(item))
            continue
        assert not isinstance(item, Exception)
        page, left_out = item
        found.append(page)
        if left_out is not None:
            assert left_out.page_id == page.id
            assert left_out.stage == "intake"
            rejected.append(left_out)
    return found, rejected, errors


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("page.txt", HTML.encode(), "text/html"),
        ("page", b"<div><p>One</p><p>Two</p><a href='x'>three</a></div>", "text/html"),
        ("flat.html", TEXT.encode(), "text/plain"),
        ("speaks-of-tags.txt", b"The <p> tag was born in 1993.\n\nIt is a tag.", "text/plain"),
        ("curly.txt", b"{not a record} at all\n", "text/plain"),
        ("row.csv", b'{"title": "A", "text": "B"}\n', "application/json"),
        ("utf16.html", HTML.encode("utf-16"), "text/html"),
        ("utf16-unmarked.html", HTML.encode("utf-16-le"), "text/html"),
    ],
)
def test_a_file_is_told_by_its_content(
    tmp_path: Path, name: str, data: bytes, media_type: str
) -> None:
    (tmp_path / name).write_bytes(data)
    found, rejected, errors = read_all(tmp_path / name)
    assert [page.media_type for page in found] == [media_type]
    assert not rejected
    assert not errors


def test_gzip_gives_the_same_page_wherever_it_lies(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x").write_bytes(HTML.encode())
    (tmp_path / "b.html").write_bytes(gzip.compress(HTML.encode()))
    found, _, _ = read_all(tmp_path)
    assert len(found) == 2
    assert found[0].id == found[1].id
    assert found[0].body == found[1].body == HTML
    assert found[0].origin != found[1].origin


def test_a_folder_is_read_sorted_and_deep(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.txt", "a/1.txt", ".hidden", "c.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{TEXT}{name}")
    found, _, _ = read_all(tmp_path)
    names = [os.path.relpath(page.origin, tmp_path) for page in found]
    assert names == ["a/1.txt", "a/2.txt", "b.txt", "c.txt"]
    found, _, _ = read_all(f"{tmp_path}/**/*.txt")
    assert len(found) == 4
    found, _, _ = read_all(f"{tmp_path}/?.txt")
    assert len(found) == 2


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(gzip.compress(HTML.encode()))

    monkeypatch.setattr(sys, "stdin", Stdin)
    found, _, _ = read_all("-")
    assert found[0].origin == "-"
    assert found[0].body == HTML


def test_rss(tmp_path: Path) -> None:
    (tmp_path / "feed").write_text(RSS)
    found, _, _ = read_all(tmp_path, fetched="2025-08-08")
    first, second = (json.loads(page.body) for page in found)
    assert found[0].address == "https://lantern.example/1"
    assert found[0].fetched_at == "2025-08-08"
    assert first == {
        "url": "https://lantern.example/1",
        "outlet": "The Quillmoor Lantern",
        "title": "Ferry & bridge",
        "html": "<p>The ferry runs again, the mayor said.</p><p>Fares rise &amp; fall.</p>",
        "summary": "The ferry runs.",
        "byline": "Ada Finch",
        "published": "Thu, 07 Aug 2025 14:05:00 +0200",
        "language": "en-gb",
    }
    assert second["summary"] == "The harbour opens."
    assert second["url"] == "https://lantern.example/2"
    assert second["published"] == "yesterday"  # as it is written; no clock is asked


def test_atom_and_json_feed(tmp_path: Path) -> None:
    (tmp_path / "1").write_text(ATOM)
    (tmp_path / "2").write_text(json.dumps(JSON_FEED, indent=1))
    (tmp_path / "3").write_text(json.dumps(JSON_FEED))
    found, _, _ = read_all(tmp_path)
    atom, feed, same = (json.loads(page.body) for page in found)
    assert atom["title"] == "Fish & ships"
    assert atom["url"] == "https://lantern.example/3"
    assert "<p>Two.</p>" in atom["html"]
    assert atom["byline"] == feed["byline"] == "Ada Finch"
    assert feed["html"] == "<p>Tide &amp; time.</p>"
    assert feed == same
    assert found[1].id == found[2].id


def test_a_long_description_is_the_article(tmp_path: Path) -> None:
    words = "The council of Quillmoor met and argued about the ferry again. " * 30
    (tmp_path / "feed").write_text(
        f"<rss version='2.0'><channel><title>L</title><item><description>{words}</description></item>"
        f"<item><description>{words} […]</description></item></channel></rss>"
    )
    whole, cut = (json.loads(page.body) for page in read_all(tmp_path)[0])
    assert "text" in whole
    assert "summary" in cut
    assert "text" not in cut


def test_a_feed_that_is_broken_still_gives_entries(tmp_path: Path) -> None:
    (tmp_path / "feed").write_text(RSS.replace("</channel></rss>", "<item><title>T & <b>u</title>"))
    found, _, _ = read_all(tmp_path)
    assert len(found) >= 2
    (tmp_path / "feed").write_text(
        "<rss version='2.0'><channel><title>none</title></channel></rss>"
    )
    _, rejected, _ = read_all(tmp_path)
    assert [row.reason for row in rejected] == ["feed without entries"]


def test_an_entity_bomb_in_a_feed_does_not_grow(tmp_path: Path) -> None:
    bomb = "<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
        f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(10)
    )
    (tmp_path / "feed").write_text(
        f"{bomb}]><rss version='2.0'><channel><item><title>&k;</title>"
        "<description>x y</description></item></channel></rss>"
    )
    found, _, _ = read_all(tmp_path)
    assert sum(len(page.body) for page in found) < 10_000


def test_json_lines(tmp_path: Path) -> None:
    rows = [
        '{"id": "a1", "title": "T", "text": "Some text.", "source": {"name": "Lantern"}}',
        "not json",
        "",
        '{"other": 1}',
        '{"title": "half a pair \\ud83d", "text": "Words"}',
        "[1, 2]",
    ]
    (tmp_path / "rows").write_text("\n".join(rows))
    found, rejected, _ = read_all(tmp_path)
    assert [page.origin.rpartition("#")[2] for page in found] == ["1", "2", "4", "5", "6"]
    assert [row.reason for row in rejected] == ["unreadable", "empty", "unreadable"]
    record = json.loads(found[0].body)
    assert record == {"id": "a1", "title": "T", "text": "Some text.", "outlet": "Lantern"}
    found[3].body.encode("utf-8")


def test_a_record_keeps_its_id_in_any_order_of_keys(tmp_path: Path) -> None:
    (tmp_path / "1").write_text('{"title": "T", "text": "x"}\n')
    (tmp_path / "2").write_text('{"text": "x",  "title": "T"}\n')
    first, second = read_all(tmp_path)[0]
    assert first.id == second.id


def test_a_json_document(tmp_path: Path) -> None:
    (tmp_path / "1").write_text(json.dumps([{"title": "T", "text": "x"}, 3], indent=2))
    found, rejected, _ = read_all(tmp_path)
    assert len(found) == 2
    assert [row.reason for row in rejected] == ["unreadable"]
    (tmp_path / "1").write_text(json.dumps({"headline": "T", "articleBody": "x"}, indent=2))
    found, rejected, _ = read_all(tmp_path)
    assert json.loads(found[0].body) == {"title": "T", "text": "x"}
