"""Any text gives valid statements: spans, order, ids; nothing crashes or hangs."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from rashomon import statements
from rashomon.model import Article, Mention, Statement

_PIECES = st.sampled_from(
    [
        "said", "he", "Anna Berg", "the minister", "according to", "“", "”", '"', "'", "’", "«", "»",
        "„", "\n", "\n\n", ".", ",", ":", " – ", "that", "denied", "told", "reporters", "adding",
        "will go", "The paper", "\u200b", "\u0301", "of", "with", "in an interview with", "TASS",
        "on X", "Telegram", "(", ")", "…", "''", "``", "NAME:", "\ufeff", "𝔘", "が", "「", "」",
    ]
)  # fmt: skip


def make_article(text: str, language: str = "en") -> Article:
    """An article with this text and nothing else."""
    return Article(
        id="a", page_id="p", kind="article", title=None, standfirst=None, byline=None, outlet=None,
        url=None, published=None, published_basis=None, language=language, text=text, ranges=None,
    )  # fmt: skip


def check(text: str, found: tuple[Statement, ...]) -> None:
    """Every span lies in the text and shows something; ids are unique; parents exist."""
    ids = [statement.id for statement in found]
    assert len(ids) == len(set(ids))
    for statement in found:
        assert statement.content
        spans = [*statement.content, *statement.via_spans]
        spans += [span for span in (statement.speaker_span, statement.cue_span) if span]
        for span in spans:
            assert span.article_id == "a"
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end].strip()
        assert len(statement.via) == len(statement.via_spans)
        assert statement.within is None or (
            statement.within in ids and statement.within != statement.id
        )
        assert statement.speaker is None or statement.speaker.strip()
        assert any(
            char.isalnum() for span in statement.content for char in text[span.start : span.end]
        )


@given(st.lists(_PIECES, max_size=60))
@hypothesis_settings(max_examples=150, deadline=None)
def test_news_like_noise(pieces: list[str]) -> None:
    text = " ".join(pieces)
    check(text, statements.extract(make_article(text)))


@given(st.text(max_size=200), st.sampled_from(["en", "und", "fr", "zh"]))
@hypothesis_settings(max_examples=100, deadline=None)
def test_any_text(text: str, language: str) -> None:
    check(text, statements.extract(make_article(text, language)))


@pytest.mark.parametrize(
    "text",
    [
        '"' * 10_000,
        "“" * 10_000,
        "'a " * 10_000,
        '" a' * 10_000,
        "“" + "He said it would go on. " * 4_000,
        "said " * 20_000,
        "He said, " * 8_000,
        "Anna, the minister, " * 5_000 + "said no.",
        "according to " * 8_000,
        "a and B, " * 8_000 + "said that it was.",
        "NAME: words and more words\n" * 3_000,
        "x" * 200_000,
        "«" + "слово " * 20_000,
    ],
    ids=range(13),
)
def test_large_and_odd(text: str) -> None:
    check(text, statements.extract(make_article(text)))


def test_same_text_same_statements() -> None:
    article = make_article('"We will stay," Ana Petrell said on Monday. "All of us." She left.')
    assert statements.extract(article) == statements.extract(dataclasses.replace(article))


def test_zero_width_characters_change_nothing() -> None:
    plain = "Minister Ana Petrell said that the bridge would open in May."
    text = plain.replace(" said", "\u200b said")
    (statement,) = statements.extract(make_article(text))
    (span,) = statement.content
    assert text[span.start : span.end] == "the bridge would open in May"


def test_mentions_outside_the_text_do_no_harm() -> None:
    text = "Ana Petrell said that the bridge would open."
    found = [Mention("a", 500, 510, "Nobody", "person", "Nobody")]
    check(text, statements.extract(make_article(text), found))


def test_a_source_may_end_the_text() -> None:
    """A cut text has no full stop after its last name."""
    whole = "The pier was closed. “We will not sail,” said Ada Brill, of the port in Orsk"
    for end in range(1, len(whole) + 1):
        check(whole[:end], statements.extract(make_article(whole[:end])))
    (said,) = statements.extract(make_article(whole[: whole.index(",", 40)]))
    assert said.speaker == "Ada Brill"
