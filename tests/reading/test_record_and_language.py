"""Records of feeds and JSON Lines; languages."""

from __future__ import annotations

import json

import pytest

from rashomon.model import Page, Reading
from rashomon.reading import read
from rashomon.reading.language import code_of, detect

TEXT = "The ferry runs again from Monday, the harbour board said.\n\nFares will rise in June."


def reading_of(**record: str) -> Reading:
    return read(Page("1p", "p#1", "application/json", None, json.dumps(record)))


def test_a_whole_record() -> None:
    reading = reading_of(
        id="mine", url="https://www.rt.com/1", outlet="Russia Today", title="Ferry &amp; bridge", text=TEXT,
        published="Thu, 07 Aug 2025 14:05:00 +0200", byline="Ada  Lark",
    )  # fmt: skip
    (article,) = reading.articles
    assert article.id == "mine"
    assert article.kind == "article"
    assert article.title == "Ferry & bridge"
    assert article.outlet == "RT"
    assert article.byline == "Ada Lark"
    assert article.published == "2025-08-07T14:05+02:00"
    assert article.language == "en"
    assert article.text == TEXT == reading.text
    assert article.ranges == ((0, len(TEXT)),)
    assert not reading.rejected


def test_html_content_becomes_paragraphs() -> None:
    (article,) = reading_of(
        title="T", html="<p>The ferry runs &amp; runs.</p><ul><li>At six</li></ul>x"
    ).articles
    assert article.text == "The ferry runs & runs.\n\nAt six\n\nx"
    assert article.ranges is None
    assert article.outlet is None


def test_a_summary_alone_is_a_teaser() -> None:
    (article,) = reading_of(title="T", summary="The ferry <b>runs</b> again.").articles
    assert article.kind == "teaser"
    assert article.text == "The ferry runs again."


def test_a_title_alone_is_a_teaser_without_text() -> None:
    (article,) = reading_of(title="Ferry runs again from Monday").articles
    assert (article.kind, article.text) == ("teaser", "")
    assert article.language == "en"


def test_a_feeds_trailer_is_furniture() -> None:
    reading = reading_of(
        text=f"{TEXT}\n\nThe post Ferry runs again appeared first on The Quillmoor Lantern."
    )
    assert reading.articles[0].text == TEXT
    (row,) = reading.rejected
    assert row.reason == "furniture"
    assert row.range
    assert reading.text[slice(*row.range)].strip().startswith("The post Ferry")


@pytest.mark.parametrize("body", ["", "[]", "3", "{", '{"x": 1}', '{"url": "https://a.example"}'])
def test_no_article_in_it(body: str) -> None:
    reading = read(Page("1p", "p", "application/json", None, body))
    assert not reading.articles
    assert reading.rejected[0].reason in ("unreadable", "too short")


@pytest.mark.parametrize(
    ("text", "declared", "code"),
    [
        ("Der Fährmann sagte am Montag, dass die Brücke geschlossen bleibt.", None, "de"),
        ("The ferry runs again from Monday, the harbour board said.", "de", "en"),
        ("Мэр сообщил, что паром снова ходит каждый день между островами.", None, "ru"),
        ("Мер повідомив, що пором знову ходить щодня між островами.", None, "uk"),
        ("据港务局星期二表示，渡轮将恢复运行。", None, "zh"),
        ("港務局によると、フェリーは月曜日から運航を再開する。", None, "ja"),
        ("เรือข้ามฟากกลับมาให้บริการอีกครั้ง", "en", "th"),
        ("Ferry!", "fr-CA", "fr"),
        ("Ferry!", None, "und"),
        ("", None, "und"),
        ("12 34", "xyz", "und"),
    ],
)
def test_languages(text: str, declared: str | None, code: str) -> None:
    assert detect(text, declared) == code


def test_declared_codes() -> None:
    assert code_of("en_GB") == "en"
    assert code_of("iw") == "he"
    assert code_of("nn-NO") == "no"
    assert code_of("english") is None
    assert code_of(None) is None
