"""Frames that tell of no words, clauses made whole, and where the outlet's own words go on."""

from __future__ import annotations

import pytest
from statements_cases import said


@pytest.fixture(params=["tagger", "rules"], autouse=True)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every rule holds with the tagger and without."""
    if request.param == "rules":
        monkeypatch.setenv("RASHOMON_TAGGER", "0")


@pytest.mark.parametrize(
    "text",
    [
        "Efforts to persuade the farmers to sell have failed.",
        "A truce would let the ministers argue that the dam had held.",
        "That is one reason the harbour master did not refuse to answer.",
        "The farmers will blame the weather for the flood.",
        "The painter found inspiration in the old harbour.",
        "A heavy agenda promised to wear the council down.",
        "The ferrymen called him out on the quay.",
        "The station quoted fishermen from the northern port.",
    ],
)
def test_no_words_are_told(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "As divers say the wreck is leaking oil into the bay, a debate is expected in the council.",
            "the wreck is leaking oil into the bay",
        ),
        (
            "The yard says the ferry is a preview of a larger one, but it did not say when it will sail.",
            "the ferry is a preview of a larger one",
        ),
        (
            "Democrats say this is a matter of law, as they once more seek a way out.",
            "this is a matter of law",
        ),
        ("Bo Lind of Kamba announced a new quay Monday.", "a new quay"),
    ],
)
def test_where_the_outlet_goes_on(text: str, words: str) -> None:
    assert said(text)[0][1] == words


def test_a_relative_clause_ends_before_the_main_verb() -> None:
    text = (
        "Bo Lind, who often calls the papers “fake and false,” lashed out at the clerk on Monday."
    )
    assert [words for _, words in said(text)][:1] == ["the papers “fake and false,”"]


def test_a_dateline_in_brackets_is_not_said() -> None:
    text = "(Vesna) — The harbour office is looking into the yard, according to two of its clerks."
    assert said(text)[0][1] == "The harbour office is looking into the yard"


def test_a_clause_before_its_cue_is_whole() -> None:
    text = (
        "In some towns, when the yard shuts a quay, it also keeps others from fishing off it, "
        "the spokesman said."
    )
    assert [words for _, words in said(text)] == [text.removesuffix(", the spokesman said.")]


def test_a_quotation_is_whole() -> None:
    text = (
        "“The price and the papers of the sale, as well as the haste of it, raise questions,” "
        "Councillors Bo Lind (Kamba) and Ana Petrell (Orsk) wrote on Monday."
    )
    assert [words for _, words in said(text)] in (
        [],
        ["The price and the papers of the sale, as well as the haste of it, raise questions"],
    )


def test_a_list_of_links_is_no_part_of_the_words() -> None:
    text = (
        "Sen. Bo Lind Bo Arne LindHarbour master quits over dredging row Five things to know about "
        "the ferry MORE (D-Kamba) said on Friday that Ana Petrell Ana Maria PetrellBridge closed "
        "again Mayor jokes she never had to swim MORE's plan was dead."
    )
    assert said(text) == [("Bo Lind", "Ana Petrell … 's plan was dead")]


@pytest.mark.parametrize(
    "text",
    [
        "The harbour master sought consent to close the quay.",
        "One by one, the mayor called on the divers for their part in the search.",
        "The clerk has not responded to our letters.",
        "The yard posted 3,801 papers online, most of them old ones.",
        "The justices declined to halt the sale.",
        "Divers are showing the council their pictures of the wreck.",
        'The Vesna Courier ran a story headlined, "Harbour master quits after the row," on Monday.',
    ],
)
def test_deeds_and_titles_tell_no_words(text: str) -> None:
    assert said(text) == []


def test_a_name_and_its_description_are_not_the_words() -> None:
    text = (
        "Ana Petrell, 59, of Brill, Kamba, who watched the ferry from a chair on the quay, said the "
        "launch made her think of her father."
    )
    assert said(text) == [("Ana Petrell", "the launch made her think of her father")]


def test_that_may_be_what_was_said() -> None:
    text = "Bo Lind of the Vesna yard was asked on Monday. Lind said that was his belief all along."
    assert said(text)[-1][1] == "that was his belief all along"


def test_words_go_on_after_their_cue() -> None:
    text = "Vesna was a giant of a yard, Mr. Lind said, until the dredgers left for Orsk."
    assert said(text)[0][1] == "Vesna was a giant of a yard … until the dredgers left for Orsk"


@pytest.mark.parametrize(
    "text",
    [
        "Even as the council asserts itself on the harbour, it has left the ferry to the mayor.",
        "The elders have a duty to remind the yard that they are watching.",
        "If the mayor has blessed the sale, why should the farmers believe it will end there?",
        "Many fishermen were talking about the new slogan of the port.",
    ],
)
def test_nothing_is_told(text: str) -> None:
    assert said(text) == []


def test_a_description_before_its_verb_is_the_speaker() -> None:
    text = (
        "The carmaker, which has turned to ferries after its troubles on land, says the barge will "
        "carry 300 people."
    )
    assert said(text) == [("The carmaker", "the barge will carry 300 people")]


def test_a_hearer_of_several_words_is_not_told() -> None:
    text = "At the quay Bo Lind told visiting yard masters they would need to wait until May."
    assert said(text)[0][1] == "they would need to wait until May"


def test_a_quotation_goes_on_past_a_statement() -> None:
    text = (
        "“We are truly glad of the new quay,” says Bo Lind in a statement, “as it is a gift to all "
        "the people of the old town.”"
    )
    assert said(text) == [
        (
            "Bo Lind",
            "We are truly glad of the new quay … as it is a gift to all the people of the old town.",
        )
    ]
