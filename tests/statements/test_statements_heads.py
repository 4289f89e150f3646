"""Whom a phrase with a name in it means, and whom it does not."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from statements_cases import make_article, said

from rashomon import names, statements


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The chairman of the Harbour Committee, Rep. Bo Lind of Ohio, said the dam was safe.",
            "Bo Lind",
        ),
        (
            "The leading Democrat on the Dykes Panel, Rep. Ada Brill of Ohio, said on Monday that "
            "the dam was safe.",
            "Ada Brill",
        ),
        (
            "Another envoy, former chief delegate to Norway Ada Brill, said she had been wrong.",
            "Ada Brill",
        ),
        ("Chairman of the Orsk Harbour Party Bo Lind said the reports were wrong.", "Bo Lind"),
        (
            'The league likes talk, "a great deal of it," director of dykes and public works Ada '
            "Brill said.",
            "Ada Brill",
        ),
        (
            "The odds are even, according to Velmark's Justice Department.",
            "Velmark's Justice Department",
        ),
    ],
)
def test_the_one_described(text: str, speaker: str) -> None:
    assert speaker in [name for name, _ in said(text)]


@pytest.mark.parametrize(
    "text",
    [
        "A friend of the poet Ada Brill said the dam was safe.",
        "A spokesman for Governor Ada Brill said the dam was safe.",
        "The mother of singer Ada Brill said the dam was safe.",
        "Critics of Judge Ada Brill said the dam was safe.",
    ],
)
def test_who_is_named_inside_a_description_is_not_it(text: str) -> None:
    assert "Ada Brill" not in [name for name, _ in said(text)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The toll failed after talks with young upstate Democrats and old downstate Republicans "
            "who said on Monday that ferries should be free.",
            "young upstate Democrats and old downstate Republicans",
        ),
        (
            "Governor Lind wrote to Democrats such as Ada Brill who have said that ferries should "
            "be free.",
            "Democrats",
        ),
        (
            "The vote was lost by Ada Brill, who said she would push for a trial.",
            "Ada Brill",
        ),
    ],
)
def test_who(text: str, speaker: str) -> None:
    assert speaker in [name for name, _ in said(text)]


def test_an_agency_with_a_name_is_no_other_agency() -> None:
    text = (
        "The Associated Press said on Monday that the port was open.\n\n"
        "The Vesna news agency said on Tuesday that it was shut."
    )
    assert [name for name, _ in said(text)] == ["Associated Press", "The Vesna news agency"]


def test_a_programme_of_two_words_is_whole() -> None:
    text = (
        "In an interview with the Dogs and Friends programme, Mr Lind said: "
        '"I put in a clerk who never took the port in hand."'
    )
    article = make_article(text)
    (one,) = statements.extract(article, names.mentions(article))
    assert one.via == ("Dogs and Friends",)


def test_an_age_with_a_town_is_the_one_spoken_of() -> None:
    text = (
        "Ohio Rep. Bo Lind, a tall man, announced that he would row to Orsk.\n\n"
        "The 38-year-old Lake City area lawmaker announced that he would swim back."
    )
    assert [name for name, _ in said(text)] == ["Bo Lind", "Bo Lind"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "A plea came from Ada Brill, one of the port's pilots for almost nine years, who said "
            "she had lied to the council.",
            "Ada Brill",
        ),
        (
            "The mayor answered a chorus of farmers and traders asking for boats to the drowned isle, "
            "who have argued that the toll ruins them.",
            "a chorus of farmers and traders",
        ),
        (
            "Governor Bo Lind rebuked his deputy, Karl Moss, after he said that the governor had "
            "never seen the dam.",
            "Karl Moss",
        ),
        (
            "Ada Brill has left. Bo Lind is the oldest general of the island. They quarrelled often. "
            "In his farewell, the retired general said that nobody had listened.",
            "Bo Lind",
        ),
        (
            "A young Republican lawmaker vowed to read the whole charter aloud."
            "\n\nSenator Bo Lind did so after a long day of talks.",
            "Bo Lind",
        ),
        (
            "Talks with Karl Moss and his agent went on into the night.\n\nThe 61-year-old told "
            'the fans: "I am glad to be at a ground as old as this one."',
            "Karl Moss",
        ),
        (
            "The odds fell to 4%, according to a new survey by the Harbour Guild.",
            "a new survey by the Harbour Guild",
        ),
        ("In her last letter Brill noted that she had served for 14 years.", "Brill"),
    ],
)
def test_who_it_is_by_what_the_text_says(text: str, speaker: str) -> None:
    assert speaker in [name for name, _ in said(text)]


def test_a_leader_of_another_country_is_not_the_one_known() -> None:
    text = (
        "Secretary of State Bo Lind said the ships would sail.\n\n"
        "The Velmarkian leader said an old treaty had to be kept."
    )
    assert "Bo Lind" not in [name for name, _ in said(text)][1:]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("People who attended the lunch told the paper that Lind was tired.", "People"),
        ("One woman who met the mayor of Orsk said that he was tired of it all.", "One woman"),
        ("Crowds came to Orsk, according to a running tally by the guild.", "a running tally"),
        ("Lind's deputy, Sen. Ada Brill (D-Ohio), said the dam was shut.", "Ada Brill"),
    ],
)
def test_the_head_of_a_longer_phrase(text: str, speaker: str) -> None:
    assert speaker in [name for name, _ in said(text)]


def test_this_one_is_who_spoke_last() -> None:
    text = (
        "Strategist Bo Lind watched.\n\n"
        '"He did well on several fronts," said a senior harbour strategist.\n\n'
        "This strategist said that the talk of a split was overdone."
    )
    assert said(text)[-1][0] == "a senior harbour strategist"


@pytest.mark.parametrize(
    "text",
    [
        "It was Notably a Committee saying according of minister",
        "However D-Ohio lawmaker , official saying is , , said 's ",
        "said Harbour Committee for",
        "Reached",
    ],
)
def test_a_text_that_breaks_off_is_no_error(text: str) -> None:
    said(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # "And" in the name of a body, and of one who is two things.
        ("US Dykes and Lock Protection Commissioner Bo Lind said that the dam leaks.", "Bo Lind"),
        ("Velmark Fish and Oats Committee Chairman Bo Lind said that the dam leaks.", "Bo Lind"),
        ("Guild ally and evening radio host Bo Lind said that the dam leaks.", "Bo Lind"),
        # The seat behind a name, and what clings to it.
        ("The bill was read by Sen. Ada Brill, R-Utah, who said that the dam leaks.", "Ada Brill"),
        ("Sen. Ada Brill, R-Utah, chairman of the Dam Committee said that it leaks.", "Ada Brill"),
        ("(VNN) Governor Ada Brill said that the dam leaks.", "Ada Brill"),
        ("According to data from Pilots Without Oars, the dam leaks.",
         "data from Pilots Without Oars"),
        # Two who are named are two.
        ("Ada Brill and Harbour Board Chief Bo Lind said that the dam leaks.",
         "Ada Brill and Harbour Board Chief Bo Lind"),
    ],
)  # fmt: skip
def test_offices_with_and_in_them(text: str, speaker: str) -> None:
    assert [name for name, _ in said(text)][-1] == speaker
