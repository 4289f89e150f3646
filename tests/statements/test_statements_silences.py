"""Contents that tell nothing, tellers inside a relative clause, and the described and unnamed."""

from __future__ import annotations

import pytest
from statements_cases import worded as found


@pytest.fixture(params=["tagger", "rules"], autouse=True)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every rule holds with the tagger and without."""
    if request.param == "rules":
        monkeypatch.setenv("RASHOMON_TAGGER", "0")


@pytest.mark.parametrize(
    "text",
    [
        "The harbour office has not commented on the letter.",
        "The two ferry lines blamed each other for the delay in the port.",
        "The two yards blamed one another on Friday for the flood in the dock.",
        "Kamba's clerks did not confirm the hour or the quay.",
        "Ana Petrell spoke to the station by radio.",
        "The mayor declined to comment on the dam.",
    ],
)
def test_nothing_is_told(text: str) -> None:
    assert found(text) == ()


def test_a_version_that_is_contradicted_is_not_given() -> None:
    text = "The dam held, the mayor said on Monday, contradicting the version given in Brill."
    assert [words for _, words in found(text)] == ["The dam held"]


def test_a_claim_that_was_rejected_is_denied() -> None:
    text = "Kamba has rejected the claim that the dam broke."
    assert found(text)[-1][0].denied


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            "The harbour office has been asked. Orsk has released a chart that, it says, shows the "
            "tanker leaving the lane.",
            "Orsk",
            "a chart that, it says, shows the tanker leaving the lane",
        ),
        (
            "The brewery said that it was shut. Kamba has found a letter that, it claims, proves "
            "the sale of the mill.",
            "Kamba",
            "a letter that, it claims, proves the sale of the mill",
        ),
    ],
)
def test_a_teller_inside_a_relative_clause(text: str, speaker: str, words: str) -> None:
    one, told = found(text)[-1]
    assert (one.speaker, told) == (speaker, words)


def test_its_minister_is_the_one_who_is_named_with_the_country() -> None:
    text = (
        "Orsk has not asked for the loan, its finance minister said on Monday.\n"
        "“Nobody asked,” Tomas Brill, Orsk's finance minister, told reporters.\n"
        "“We wait,” said Ann Lund, the finance minister of Kamba."
    )
    assert [one.speaker for one, _ in found(text)] == ["Tomas Brill", "Tomas Brill", "Ann Lund"]


def test_its_minister_is_not_that_of_another_country() -> None:
    text = (
        "Orsk has not asked for the loan, its finance minister said on Monday.\n"
        "“We wait,” said Ann Lund, the finance minister of Kamba."
    )
    assert found(text)[0][0].speaker == "its finance minister"


def test_an_unnamed_speaker_goes_on() -> None:
    text = (
        "A lawyer of the port, who would give no name, said that the plan was old. "
        "“Nobody wants it,” the lawyer said."
    )
    assert {one.speaker for one, _ in found(text)} == {"A lawyer of the port"}


def test_two_unnamed_speakers_stay_apart() -> None:
    text = (
        "A diplomat of the League said that the plan was old. Another diplomat said that it was "
        "new. “Nobody wants it,” the diplomat said."
    )
    assert found(text)[-1][0].speaker == "the diplomat"


def test_an_agency_holds_for_what_its_sentence_tells() -> None:
    text = (
        "The date is settled, Maud Okker said, according to the news agency Vesna.\n"
        "The ferries will sail in June.\nIt rained in Brill.\n"
        "Okker said that the mole would be mended."
    )
    assert next(one.via for one, _ in found(text)) == ("Vesna",)
    assert found(text)[-1][0].via == ()


def test_what_a_paper_found_is_reported() -> None:
    text = (
        "The Daily Herald found that the lamps of the mole had been out for a month. An inquiry "
        "found that the keeper had been ill."
    )
    assert [one.speech for one, _ in found(text)] == [True, True]


def test_who_is_described_first_is_named_next() -> None:
    text = (
        "Orsk did not ask for the loan, its finance minister said on Monday.\n"
        "“Nobody asked,” Tomas Brill told reporters."
    )
    assert {one.speaker for one, _ in found(text)} == {"Tomas Brill"}


def test_its_guard_is_that_of_whom_the_sentence_before_is_about() -> None:
    text = (
        "A boat of the Kamba coast guard was hit on Sunday.\n"
        "Kamba rejects that account. Its coast guard said that the ferry had turned."
    )
    told = [(one.speaker, words) for one, words in found(text)]
    assert told[-1] == ("the Kamba coast guard", "the ferry had turned")
    assert ("Kamba", "account") not in told
