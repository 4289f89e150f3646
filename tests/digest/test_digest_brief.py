"""The brief: sentences of the tellings, each standing alone, none twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.digest import brief
from rashomon.model import Article, Copy, Material, Story

LEDGER = (
    "The council of Port Anselm voted on Tuesday to close the old ferry terminal in June.\n\n"
    "But it will keep the ticket hall. He said nothing more about the date of the closure.\n\n"
    "“We waited too long,” said the mayor, Ilse Brandt, after the vote in Port Anselm."
)
COURIER = (
    "Port Anselm will lose its ferry terminal this summer, the council decided by nine to six.\n\n"
    "Mayor Ilse Brandt told reporters that the terminal loses two million crowns a year."
)


def article(id: str, text: str) -> Article:
    return Article(
        id, "p", "article", "A title", None, None, id, None, "2031-03-04", "byline", "en",
        text, None,
    )  # fmt: skip


def material(*articles: Article, copies: tuple[Copy, ...] = ()) -> Material:
    ids = tuple(a.id for a in articles)
    story = Story("s", "T", ids, None, None, (), len(ids))
    return Material(story, articles, copies, (), (), (), (), ())


def shown(made: Material) -> list[str]:
    texts = {a.id: a.text for a in made.articles}
    return [texts[s.article_id][s.start : s.end] for s in brief(made).sentences]


def test_it_takes_from_each_telling_and_starts_with_a_lead() -> None:
    made = material(article("ledger", LEDGER), article("courier", COURIER))
    assert {s.article_id for s in brief(made).sentences} == {"ledger", "courier"}
    assert brief(made).sentences[0].start == 0


def test_no_sentence_leans_on_what_is_not_shown() -> None:
    lines = shown(material(article("ledger", LEDGER)))
    assert lines == [
        "The council of Port Anselm voted on Tuesday to close the old ferry terminal in June."
    ]


def test_a_copy_brings_nothing() -> None:
    copy = Copy("again", "ledger", "ledger", "identical", 1.0, "the same words")
    head = Copy("ledger", "ledger", None, "original", 1.0, "first")
    made = material(article("ledger", LEDGER), article("again", LEDGER), copies=(head, copy))
    assert {s.article_id for s in brief(made).sentences} == {"ledger"}


def test_a_dateline_is_left_out_and_leaning_subjects_are_passed_over() -> None:
    text = (
        "PORT ANSELM, March 4 (Norda) - The council voted on Tuesday to close the ferry terminal.\n\n"
        "The mayor said that the terminal had lost two million crowns a year since the storm.\n\n"
        "Talks went on all night, and both sides left the hall before the cameras came in."
    )
    assert shown(material(article("ledger", text))) == [
        "The council voted on Tuesday to close the ferry terminal."
    ]


def test_no_articles_no_brief() -> None:
    assert brief(material()).sentences == ()


@given(st.text(max_size=400), st.text(max_size=400))
def test_any_text_gives_spans_of_it_and_the_same_twice(one: str, two: str) -> None:
    made = material(article("a", one), article("b", two))
    first = brief(made)
    assert first == brief(made)
    for span in first.sentences:
        text = one if span.article_id == "a" else two
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip() == text[span.start : span.end]
