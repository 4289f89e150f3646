"""Invariants of names: spans, links, order, any text."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon import names
from rashomon.model import Article, Mention, Story

WORDS = [
    "Tobin", "Weir", "Weir's", "Agnes", "Ode", "President", "the", "The", "of", "Ministry", "said",
    "“", "”", "Moscow", "U.S.", "Kyiv", "Mr.", "J.", "van", "der", "O’Hara", "al-Sarbani", "NATO",
    "(NGB)", "Weir-Ode", "Jr.", ",", ".", "\n", "\n\n", "and", "Bank", "Street", "May", "in", "US",
    "’s", "Kim", "Jong-un", "St.", "Petersburg", "—", "№", "é", "\u200b", "İstanbul", "ß", "普京",
]  # fmt: skip

texts = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(WORDS), max_size=80).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=80).map("".join),
)


def make_article(article_id: str, text: str, language: str = "en") -> Article:
    return Article(
        article_id, "page", "article", None, None, None, None, None, None, None, language, text,
        None,
    )  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(texts, st.sampled_from(["en", "de", "ru", "und"]))
def test_mentions_slice_to_their_words_in_order_without_overlap(text: str, language: str) -> None:
    found = names.mentions(make_article("a", text, language))
    end = 0
    for mention in found:
        assert text[mention.start : mention.end] == mention.text
        assert mention.text.strip() == mention.text != ""
        assert mention.referent.strip() != ""
        assert mention.type in ("person", "place", "organisation")
        assert mention.start >= end
        end = mention.end
    assert found == names.mentions(make_article("a", text, language))


@settings(max_examples=60, deadline=None)
@given(st.lists(texts, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_fold_binds_every_referent_once_in_any_order(
    pages: list[str], chance: random.Random
) -> None:
    articles = [make_article(f"a{n}", text) for n, text in enumerate(pages)]
    half = len(articles) // 2
    stories = [
        Story(f"s{n}", "", tuple(a.id for a in group), None, None, (), 1)
        for n, group in enumerate((articles[:half], articles[half:]))
    ]
    found: list[Mention] = [m for article in articles for m in names.mentions(article)]
    made, links = names.fold(articles, found, stories)
    assert {(k.article_id, k.referent) for k in links} == {
        (m.article_id, m.referent) for m in found
    }
    assert len(links) == len({(k.article_id, k.referent) for k in links})
    assert {k.name_id for k in links} == {n.id for n in made}
    assert len({n.id for n in made}) == len(made)
    name_of = {(k.article_id, k.referent): k.name_id for k in links}
    variants = {n.id: n.variants for n in made}
    for mention in found:
        words = " ".join(mention.text.split())
        assert words in variants[name_of[(mention.article_id, mention.referent)]]
    shuffled = (articles[:], found[:], stories[:])
    for held in shuffled:
        chance.shuffle(held)  # type: ignore[arg-type]
    assert names.fold(*shuffled) == (made, links)


def test_nothing_gives_nothing() -> None:
    assert names.fold([], [], []) == ((), ())
    assert names.mentions(make_article("a", "")) == ()


def test_long_text_of_capitals_and_marks_ends() -> None:
    for unit in ("Ode ", "A. ", "“Ode” ", "O'O'", "Ode-", "President ", "a, the ", "(A", "Mr. "):
        names.mentions(make_article("a", unit * 20_000))


def test_a_description_of_spaces_alone_is_none() -> None:
    text = "She said so. Orrin Gazette, a Lamp Street, \n\n   \n"
    assert all(mention.end <= len(text) for mention in names.mentions(make_article("a", text)))
