"""Cues that are nouns, names or another's wish, and sources that are objects or places."""

from __future__ import annotations

import pytest
from statements_cases import said


@pytest.mark.parametrize(
    "text",
    [
        "A boiler blast in the Orsk laundry broke 40 windows on Sunday and filled the lane with steam.",
        "The lamp order had since been changed so that the yard would send brass ones instead.",
        "The new rota may spare keepers some nights, supporting longer rest before a storm.",
        "Her first ballad, a song called “Gulls of Dorsel,” was printed twice that spring.",
        "The guilds may object, but the harbour master has final say on which ferries sail.",
        "The Herring strategy is to deny the three old parties their seats.",
        "This takes patience. We’ll begin by noting that tide tables were once drawn by hand.",
        "The cook, a Mrs. Brill to all, had the habit to call every sailor Captain Orsk.",
    ],
)
def test_no_words_are_told(text: str) -> None:
    assert said(text) == []


def test_a_call_ends_before_the_verb_of_which_it_is_the_subject() -> None:
    found = said("Yet Lind's call to pave the lane behind the chapel is years too late.")
    assert all(words.endswith("the chapel") for _, words in found)


def test_who_is_asked_to_urge_has_not_urged() -> None:
    text = "Widows are calling on both the bishop and the harbour master to urge the guild to pay."
    assert "harbour master" not in str([speaker for speaker, _ in said(text)])


def test_a_view_may_be_a_body_s_or_a_people_s() -> None:
    text = "Several towns met at noon, opposing the plan to close the ferry."
    assert all(speaker == "Several towns" for speaker, _ in said(text))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The port council has long collected a toll of 25 crowns on each barge and, last "
            "spring, threatened that it would shut the pier.",
            "The port council",
        ),
        (
            "Before long, the towns of Dorsel and Kamba filed a lawsuit in Velmark "
            "arguing that no toll was owed at all.",
            "the towns of Dorsel and Kamba",
        ),
        (
            "A purser who resigned stated that “half of the crew sell rope from the stores on "
            "the quiet.”",
            "A purser",
        ),
        (
            "“Keepers on this coast will burn their chairs before spring,” said Harbours for "
            "Dorsel (HFD) spokesman Neil Okker.",
            "Neil Okker",
        ),
        (
            "The new rule, printed in Paper No. 22, says the old fee is out of date and that many "
            "other sums could pay for the pier.",
            "The new rule",
        ),
    ],
)
def test_the_subject_speaks(text: str, speaker: str) -> None:
    assert [name for name, _ in said(text)] == [speaker]


def test_a_second_quotation_has_its_own_speaker() -> None:
    text = (
        "“Trust a gull to steal bread from a blind man,” said Nancy Brill of Dorsel. “Our "
        "ferry was late and nobody told us why,” added her sister, Mia Okker, on the steps."
    )
    assert said(text) == [
        ("Nancy Brill", "Trust a gull to steal bread from a blind man"),
        ("Mia Okker", "Our ferry was late and nobody told us why"),
    ]


def test_the_time_after_a_quoted_name_is_the_outlet_s() -> None:
    text = "Mayor Jan Okker called him “a lantern in a fog of clerks” on the eve of the regatta."
    assert said(text) == [("Jan Okker", "him “a lantern in a fog of clerks”")]


def test_he_is_not_the_owner_in_the_object() -> None:
    text = (
        "John Okker came late. He hid the map from Pilot Robert Lind’s deckhands, after he "
        "promised them that he would row."
    )
    assert [name for name, _ in said(text)] == ["John Okker"]


def test_it_is_the_subject_after_an_adverb() -> None:
    text = "Still, Norway seems patient. It has dismissed Bo Lind as a “captain of puddles.”"
    assert said(text) == [("Norway", "Bo Lind as a “captain of puddles.”")]
