"""Coverage-guided fuzzing of what reads the outside world. Not part of the test run.

  pip install atheris
  python tests/fuzz/fuzz_readers.py flattened|html|record|source [libFuzzer options]

`-max_total_time=60` ends after a minute; what fails is written to crash-* or timeout-* and belongs
into tests/intake or tests/reading as a test. `source` feeds files of any kind through intake and
reading: gzip, WARC, WET, feeds, JSON, charsets. The corpus starts from the pieces below and stays
in the folder given by FUZZ_CORPUS, else in a temporary one.
"""

from __future__ import annotations

import contextlib
import gzip
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["rashomon.reading", "rashomon.intake"]):
    from rashomon.errors import SourceError
    from rashomon.intake import pages
    from rashomon.model import Page, Reading
    from rashomon.reading import read
    from rashomon.reading.flattened import read_flattened
    from rashomon.reading.html import read_html
    from rashomon.reading.record import read_record

STORY = (
    "Quay reopens after the storm\nBy Ada Finch\n3 hours ago\n\nTHORNBAY, May 16 (Tidewire) -- The quay of "
    "Thornbay opened again on Friday, two days after the storm had torn away its railing, the "
    "harbour board said.\n\n“Nobody will fall in,” said Bo Weir, who leads the works. The board wants a "
    "new wall by autumn and has asked the county to pay for half of it.\n\nRead more\nThe storm in "
    "pictures\n\n(Reporting by Ada Finch)\n"
)
POSTS = (
    "Updated 16 May, 14:20 GMT\n2d ago\n\nAda Finch\n@adafinch\nWet feet all day.\n12:03 PM · May 16, 2031\n214 Likes\n\n"
    "Nobody fell in.\n\n— Bo Weir (@boweir) May 17, 2031\n\nView this post on Picturegram\n\nThe quay.\n\n"
    "A post shared by Ada (@adafinch)\n\n#3 kelp wrote on 2 June:\nI have no boat.\nReply 3 likes\nvor 2 Tagen\n"
)
BODY = "".join(f"<p>{line}</p>" for line in STORY.split("\n\n"))
HTML = (
    f'<!doctype html><html lang="en"><head><title>Quay | Echo</title><meta property="og:title" '
    f'content="Quay"><script type="application/ld+json">{{"@type":"NewsArticle","headline":"Quay",'
    f'"datePublished":"2031-05-16","author":{{"name":"Ada Finch"}}}}</script></head><body><nav><a '
    f'href="/">Home</a></nav><article class="post"><h1>Quay</h1><time datetime="2031-05-16">16 May 2031'
    f"</time>{BODY}<figure><figcaption>The quay</figcaption></figure><table><tr><td>1</td></tr></table>"
    f'<blockquote class="twitter-tweet">Wet.</blockquote></article><div id="comments">So.</div></body></html>'
)
ITEM = f"<item><title>Quay</title><link>https://echo.example/1</link><description>{STORY}</description></item>"
FEED = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Echo</title>{ITEM}</channel></rss>'
RECORD = '{"url":"https://echo.example/1","title":"Quay","text":"The quay opened again.","published":"2031-05-16"}\n'
RESPONSE = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{HTML}"


def _warc(kind: str, media: str, block: str) -> bytes:
    data = block.encode()
    return (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://echo.example/1\r\nWARC-Date: 2031-05-16T08:00:00Z"
        f"\r\nContent-Type: {media}\r\nContent-Length: {len(data)}\r\n\r\n"
    ).encode() + data + b"\r\n\r\n"  # fmt: skip


WARC = _warc("response", "application/http; msgtype=response", RESPONSE)
WET = _warc("conversion", "text/plain", STORY)
SEEDS = {
    "flattened": [STORY.encode(), POSTS.encode(), (STORY + POSTS).encode(), "渡轮周一恢复运行。".encode() * 20, "ท่าเรือเปิดแล้ว ".encode() * 20],
    "html": [HTML.encode(), "<p dir=rtl>أعيد فتح الرصيف يوم الجمعة بعد العاصفة.</p>".encode() * 8],
    "record": [RECORD.encode(), b'{"html":"<p>The quay</p>","summary":"&amp;amp;lt;"}'],
    "source": [
        HTML.encode(), FEED.encode(), RECORD.encode() * 3, WARC, WET, gzip.compress(WARC) + gzip.compress(WET),
        gzip.compress(STORY.encode())[:-9], HTML.encode("utf-16"), STORY.encode("cp1252", "replace"),
        b'{"version":"https://jsonfeed.org/version/1.1","title":"Echo","items":[{"id":"1","content_text":"The quay"}]}',
    ],
}  # fmt: skip


def check(reading: Reading) -> None:
    """What holds for every reading, whatever was read."""
    assert reading.articles or reading.rejected, "a page without articles needs a reason"
    ranges = [row.range for row in reading.rejected if row.range]
    for place, article in enumerate(reading.articles):
        assert article.place == place
        if article.ranges:
            assert article.text == "\n\n".join(reading.text[a:b] for a, b in article.ranges)
            ranges += article.ranges if place or len(reading.articles) > 1 else ()
    end = 0
    for start, stop in sorted(ranges):
        assert end <= start < stop <= len(reading.text), "ranges overlap or lie outside"
        end = stop


def _page(media_type: str, reader: Callable[[Page], Reading]) -> Callable[[bytes], None]:
    def one(data: bytes) -> None:
        text = data.decode("utf-8", "surrogateescape" if data[:1] == b"\xed" else "replace")
        with contextlib.suppress(RecursionError):  # `read` names it
            check(reader(Page("1p", "fuzz", media_type, None, text, "https://echo.example/1")))

    return one


def _source(data: bytes) -> None:
    PATH.write_bytes(data)
    for item in pages([str(PATH)]):
        if isinstance(item, SourceError):
            continue
        page, rejected = item
        if rejected is None:
            check(read(page))


FOLDER = Path(tempfile.mkdtemp(prefix="fuzz-"))
PATH = FOLDER / "source"
TARGETS: dict[str, Callable[[bytes], None]] = {
    "flattened": _page("text/plain", read_flattened),
    "html": _page("text/html", read_html),
    "record": _page("application/json", read_record),
    "source": _source,
}


def main(arguments: list[str]) -> int:
    if len(arguments) < 2 or arguments[1] not in TARGETS:
        print(__doc__, file=sys.stderr)
        return 2
    name = arguments[1]
    corpus = Path(os.environ.get("FUZZ_CORPUS") or FOLDER / "corpus") / name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(SEEDS[name]):
        (corpus / f"seed-{number}").write_bytes(seed)
    options = ["-timeout=20", "-rss_limit_mb=3000", "-max_len=20000", *arguments[2:]]
    atheris.Setup([arguments[0], *options, str(corpus)], TARGETS[name])
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
