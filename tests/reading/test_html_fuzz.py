"""Whatever a page holds, reading ends in articles or named rejections."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model import Page, Reading
from rashomon.reading import read
from rashomon.reading.language import detect

PIECES = st.sampled_from(
    [
        "<p>", "</p>", "<div class='byline'>", "</div>", "<article>", "</article>", "<h1>", "</h1>",
        "<h2><a href='http://[::1'>", "</a></h2>", "<table><tr><td>", "</table>", "<ul><li>", "</ul>",
        "<time datetime='2025-99-99'>", "<a href='//'>", "<script>", "<!--", "-->", "<![CDATA[", "&#xD800;",
        "&#0;", "&nbsp;", "&lt;p&gt;", "<base href='http://[x'>", "<link rel=canonical href='http://['>",
        "<meta property='og:url' content='http://[bad'>", "<html lang='\u0130'>", "<body hidden>", "<br>", "\0", "\ud800",
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":[[]],\"headline\":{}}</script>",
        "The ferry between Aldermoor and Quillmoor will run again from Monday, the harbour board said. ",
        "“We have waited long enough,” said Ada Finch, who chairs the board, after a vote. ", "渡轮恢复运行。", "ภาษาไทย",
        "عبارة", " ", "\n", "…", "Read more:", "By ", "(Reuters)", "<figure><figcaption>", "<aside>", "<svg><p>",
    ]
)  # fmt: skip


def check(page: Page) -> Reading:
    reading = read(page)
    assert reading == read(page)
    assert reading.page_id == page.id
    assert reading.articles or reading.rejected
    taken = 0
    for row in sorted(row.range for row in reading.rejected if row.range):
        assert taken <= row[0] < row[1] <= len(reading.text)
        taken = row[1]
    for place, article in enumerate(reading.articles):
        assert article.place == place
        for start, end in article.ranges or ():
            assert 0 <= start <= end <= len(reading.text)
        if article.ranges:
            assert article.text == "\n\n".join(reading.text[a:b] for a, b in article.ranges)
    assert len({article.id for article in reading.articles}) == len(reading.articles)
    return reading


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_pieces_of_html(html: str) -> None:
    check(Page("1p", "p", "text/html", None, html, "https://lantern.example/a"))


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=300))
def test_any_text_as_html_or_record(text: str) -> None:
    check(Page("1p", "p", "text/html", None, text))
    check(Page("1p", "p", "application/json", None, text))


@settings(max_examples=80, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(
            [
                "url",
                "outlet",
                "title",
                "text",
                "html",
                "summary",
                "byline",
                "published",
                "id",
                "language",
            ]
        ),
        st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=8).map("".join)),
    )
)
def test_any_record(record: dict[str, str]) -> None:
    check(Page("1p", "p", "application/json", None, json.dumps(record)))


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 20_000 + "Words of the ferry. " * 40,
        "<p>" + "<b>" * 3_000 + "The ferry runs again. " * 40,
        "<table>" * 500 + "<tr><td>The ferry runs again, they said." * 500,
        "<p>" + "The ferry runs again and again. " * 30_000,
        "<a href='x'>" * 5_000,
        "<p>" + "a" * 1_000_000,
        "<p>" + "((((" * 50_000,
        "<p>(Reporting by " + "a " * 100_000,
        "“" * 100_000,
        "<h1>"
        + "x | " * 20_000
        + "</h1><title>"
        + "- " * 20_000
        + "</title>"
        + "<p>Words of the ferry.</p>" * 40,
        "<div class='" + "comment " * 50_000 + "'><p>The ferry runs.</p></div>",
    ],
    ids=range(11),
)
def test_pages_out_of_all_measure_end(html: str) -> None:
    check(Page("1p", "p", "text/html", None, html))


def test_one_paragraph_of_eleven_megabytes_is_read() -> None:
    text = "渡轮周一恢复运行。" * 400_000
    reading = read(Page("1p", "p", "text/html", None, f"<html><body><p>{text}</p></body></html>"))
    assert [article.text for article in reading.articles] == [text]


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("أعلنت إدارة الميناء يوم الجمعة أن الرصيف سيفتح من جديد بعد إصلاح السور الذي حطمته العاصفة. ", "ar"),
        ("ท่าเรือจะเปิดให้บริการอีกครั้งในวันศุกร์หลังจากซ่อมราวกันตกที่พายุพัดพังเมื่อสัปดาห์ก่อน ", "th"),
        ("码头管理局周五表示，被风暴毁坏的栏杆修好之后，码头将重新开放。", "zh"),
        ("הנהלת הנמל הודיעה ביום שישי כי הרציף ייפתח מחדש לאחר תיקון המעקה שנהרס בסערה. ", "he"),
    ],
)  # fmt: skip
def test_scripts_from_right_to_left_and_without_spaces(sentence: str, language: str) -> None:
    body = "".join(f"<p dir=auto>{sentence * n}</p>" for n in (3, 4, 5, 3, 4))
    menu = "<nav><a href=/>Home</a></nav><aside class=related><a href=/2>Other</a></aside>"
    reading = check(Page("1p", "p", "text/html", None, f"<body>{menu}<article>{body}</article>"))
    (article,) = reading.articles
    assert article.text.count(sentence.strip()) >= 16  # the first paragraph comes again in full
    assert article.language == language
    assert "Other" not in article.text


@given(st.text(max_size=200), st.one_of(st.none(), st.text(max_size=12)))
def test_any_text_has_a_language(text: str, declared: str | None) -> None:
    code = detect(text, declared)
    assert code == "und" or (len(code) == 2 and code.isascii() and code.islower())
