from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import make_article, span_of
from rashomon.model import Span
from rashomon.views import words
from rashomon.views.bound import CONTEXT, bind
from rashomon.views.source import source, web_address


def test_a_share_is_never_rounded_to_whole_or_nothing() -> None:
    assert words.share(0.999) == "99%"
    assert words.share(0.001) == "1%"
    assert words.share(1.0) == "100%"
    assert words.share(0.0) == "0%"


def test_counts_agree_with_their_noun() -> None:
    assert words.count(1, "copy", "copies") == "1 copy"
    assert words.count(1204, "copy", "copies") == "1,204 copies"


def test_minutes_count_words_and_characters_of_chinese() -> None:
    assert words.minutes("") == 1
    assert words.minutes("word " * 480) == 3
    assert words.minutes("字" * 1000) == 2


def test_kinds_are_counted_in_the_order_of_their_table() -> None:
    assert words.kinds_counted(["update", "number", "number", "wording"]) == (
        "2 numbers, 1 on wording, 1 later update"
    )


def test_a_plain_cue_is_not_shown() -> None:
    assert words.telling_cue("said") is None
    assert words.telling_cue("According  to") is None
    assert words.telling_cue("hinted") == "hinted"


def test_what_was_denied_or_refused_has_the_verb_of_its_outlet() -> None:
    assert words.denial("has so far  refused") == "has so far refused"
    assert words.denial("denied") == "denied"
    assert words.denial(None) == "denied or refused"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//no.example",
        "http://",
        "ftp://a.example",
        "[",
        "",
    ],
)
def test_only_addresses_of_the_web_are_links(url: str) -> None:
    assert web_address(url) is None
    assert source(make_article(url=url)).url is None


def test_a_web_address_is_kept() -> None:
    assert web_address(" https://a.example/x?y=1 ") == "https://a.example/x?y=1"


def test_words_come_with_their_sentence() -> None:
    article = make_article("The council met. It voted nine to two. It rained.")
    bound = bind(article, span_of(article, "nine to two"), context=True)
    assert (bound.before, bound.text, bound.after) == ("It voted ", "nine to two", ".")
    assert bound.href == f"/article/{article.id}?s=26-37#s=26-37"


def test_a_long_sentence_is_cut_and_says_so() -> None:
    article = make_article("a " * 400 + "HERE " + "b " * 400)
    bound = bind(article, span_of(article, "HERE"), context=True)
    assert bound.cut_before
    assert bound.cut_after
    assert len(bound.before) <= CONTEXT


@given(st.text(max_size=200), st.integers(-5, 220), st.integers(-5, 220))
def test_bound_words_are_always_those_of_the_text(text: str, start: int, end: int) -> None:
    article = make_article(text)
    bound = bind(article, Span(article.id, start, end), context=True)
    assert text[bound.start : bound.end] == bound.text
    around = bound.before + bound.text + bound.after
    assert text[bound.start - len(bound.before) : bound.end + len(bound.after)] == around
