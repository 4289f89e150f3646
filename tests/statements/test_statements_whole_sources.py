"""A source of which only a part stands beside its verb is given whole."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from statements_cases import said


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Clerks with the burnt oil mill near Dorsel that was shaken by thunder all night said "
            "the roof would be mended.",
            "Clerks with the burnt oil mill near Dorsel",
        ),
        (
            "The Dyke Guard in Dorsel has requested sandbags and two pumps for the lock.",
            "The Dyke Guard in Dorsel",
        ),
        (
            "In three notes on Tuesday, the folk singer who wore a red hat and took the prize from "
            "Governor Ada Brill at the Harbour House said he would tour the islands again.",
            "the folk singer",
        ),
        (
            "The grey monks who are the wardens of the chapel reported cracks in the tower.",
            "The grey monks",
        ),
        ("LGBT advocates said the toll on ferries had to go.", "LGBT advocates"),
        (
            "Two other people close to the guild said that the mayor is tired.",
            "Two other people close to the guild",
        ),
        (
            "The bridge was shut for a week, according to a harbour survey released late last week.",
            "a harbour survey",
        ),
        (
            "The odds fell to 4%, according to oat markets tracked by the Vesna Group.",
            "oat markets tracked by the Vesna Group",
        ),
    ],
)
def test_the_whole_source_is_given(text: str, speaker: str) -> None:
    assert [name for name, _ in said(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ada Brill issued a note on Friday saying the dam would be closed.", "Ada Brill"),
        ("The verdict turned on one line of the charter that says the dam is closed.", None),
        ("In Dorsel, officials said the dam was closed.", "officials"),
        ("According to a paper Brill signed, the dam was closed.", "a paper"),
    ],
)
def test_what_is_no_part_of_it_stays_out(text: str, speaker: str | None) -> None:
    assert all(name == speaker for name, _ in said(text) if speaker or "turned" in (name or ""))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("AT&T said in a note that it paid Brill for advice on ferries.", "AT&T"),
        ("Big Harbour has denied the claims of its pilots.", "Big Harbour"),
        ("Theresa May has admitted that she shares concerns about the dam.", "Theresa May"),
        (
            "Reached for comment, Lind's spokeswoman gave a note condemning the raid and "
            "reiterating that the dam is safe.",
            "Lind's spokeswoman",
        ),
    ],
)
def test_no_part_of_a_name_is_torn_off(text: str, speaker: str) -> None:
    assert speaker in [name for name, _ in said(text)]
