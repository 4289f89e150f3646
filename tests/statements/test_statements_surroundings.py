"""What stands around the words of a statement and is no part of them."""

from __future__ import annotations

import pytest
from statements_cases import worded


def said(text: str) -> list[tuple[str | None, str, bool]]:
    return [(one.speaker, words, one.sure) for one, words in worded(text)]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            "Though the Courier wrote that the tide turns at nine, Lind waited all morning.",
            "Courier",
            "the tide turns at nine",
        ),
        (
            "Moss accused the bakers of hoarding flour as he opened the autumn fair.",
            "Moss",
            "the bakers of hoarding flour",
        ),
        (
            "Moss praised the old crews of the ferry during a visit to the yards that lasted all day.",
            "Moss",
            "the old crews of the ferry",
        ),
        (
            "Tomm opened the lock, praising its builders and saying in a letter it had cost little.",
            "Tomm",
            "its builders",
        ),
        (
            "The weir leaks again after two years, according to anglers, millers, and rowers.",
            "anglers",
            "The weir leaks again after two years",
        ),
        (
            "Two rowers were pulled out of the weir, the fire service said, citing the water board.",
            "the fire service",
            "Two rowers were pulled out of the weir",
        ),
        (
            "Ada Tomm said the fleet would grow beyond forty but did not say when.",
            "Ada Tomm",
            "the fleet would grow beyond forty",
        ),
        (
            "Moss vowed on Friday to drain the lower lock, raising hopes among the eel fishers.",
            "Moss",
            "to drain the lower lock",
        ),
        (
            "The port has ordered all boats to stay in and closed the lock at noon.",
            "The port",
            "all boats to stay in",
        ),
        (
            "The weir was shut for good, the coast guard said, citing two people close to the yard.",
            "the coast guard",
            "The weir was shut for good",
        ),
        ("Moss said he fell as he ran to the quay.", "Moss", "he fell as he ran to the quay"),
        ("Moss said the old boat sank near Brill.", "Moss", "the old boat sank near Brill"),
    ],
)
def test_the_words_end_where_the_outlet_goes_on(text: str, speaker: str, words: str) -> None:
    assert (speaker, words) in [(one, told) for one, told, _ in said(text)]


def test_an_outlets_count_is_no_part_of_a_wish() -> None:
    found = said("Ada Tomm keeps the quay. Second, she hopes to plant more willows along the bank.")
    assert [words for _, words, _ in found] == ["to plant more willows along the bank"]


@pytest.mark.parametrize("word", ["Meanwhile", "Yes", "Indeed", "Overall"])
def test_a_word_that_opens_a_sentence_is_nobody(word: str) -> None:
    found = said(f"{word}, two boat guilds, Oar and Keel among them, announced a march in May.")
    assert all(speaker != word for speaker, _, _ in found)


@pytest.mark.parametrize(
    "text",
    [
        "Soil tests showed that the field held more lead than most.",
        "At noon the choir left, and Lind said what everyone knew.",
        "The bakers of Brill rejected that notion.",
        "Both guilds argued against it throughout the winter.",
        "It is the sort of help that the town said it would not give.",
    ],
)
def test_what_nobody_told_in_words_is_less_sure(text: str) -> None:
    assert [sure for _, _, sure in said(text)] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "Lind never should have promised the choir what she did.",
        "Who’d think that eels could climb a weir in May?",
    ],
)
def test_what_was_never_said_is_no_statement(text: str) -> None:
    assert said(text) == []


def test_who_passes_words_on_is_not_their_speaker() -> None:
    text = (
        "Ada Tomm knows the crews. “I have sailed with them, and they are tired,” she said, "
        "according to Reuters."
    )
    assert [(speaker, words) for speaker, words, _ in said(text)] == [
        ("Ada Tomm", "I have sailed with them, and they are tired")
    ]


def test_what_matters_may_be_told() -> None:
    assert ("Moss", "what matters is the tide", True) in said("Moss said what matters is the tide.")
