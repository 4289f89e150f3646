"""Whose words a second verb has, and whom "he" goes on with."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from statements_cases import said

from rashomon.statements import nearer
from rashomon.statements.document import Document
from rashomon.statements.drafts import Draft


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            '"We are no town of savers," Mr. Lind said at a lunch held by the Orsk Monitor, '
            'adding: "We want to change that with this bill."',
            {"Lind"},
        ),
        (
            "Brill acknowledged that oat growers knew the aid would fall short, but added that the "
            "trade is unhappy because the plan is small.",
            {"Brill"},
        ),
        (
            "Moss was in the news again when the Harbour Guild released its note on the case, "
            "saying that Moss signed the paper.",
            {"Harbour Guild"},
        ),
    ],
)
def test_who_goes_on(text: str, speakers: set[str]) -> None:
    assert {name for name, _ in said(text)} == speakers


@pytest.mark.parametrize(
    "text",
    [
        # Whom the sentence before is about under his office.
        "President Karl Moss slept late. The clerk Bo Lind quarrelled with the guild.\n\nThe "
        'president began the day with a walk. "A fine day for all of us here," he said.',
        # ... and over a sentence whose subject is a pronoun.
        "Bo Lind left for Orsk at noon. Karl Moss stayed in the harbour. He slept late. He said "
        "the dam was safe.",
    ],
)
def test_whom_the_lines_before_are_about(text: str) -> None:
    assert said(text)[-1][0] == "Karl Moss"


def test_who_spoke_in_the_sentence_before_speaks_on() -> None:
    text = (
        "President Bo Lind met the guild over the new law on dykes, spokesman Karl Moss said on "
        'Monday. "While talks go on, the law may still be mended," he said.'
    )
    assert [name for name, _ in said(text)] == ["Karl Moss", "Karl Moss"]


def test_a_name_before_a_bare_calling_is_the_speaker() -> None:
    text = (
        '"Nobody should be amazed by this," Karl Moss, spokesman for the Harbour Guild, a league of '
        "pilots, told the Orsk Courier."
    )
    assert [name for name, _ in said(text)] == ["Karl Moss"]


def test_an_office_of_two_things_has_one_head() -> None:
    text = '"Firms change all the time," said Office of Roads and Dykes Director Karl Moss.'
    assert [name for name, _ in said(text)] == ["Karl Moss"]


def test_a_surname_stays_with_whom_it_was_long_used_for() -> None:
    text = (
        "Karl Moss runs the port of Orsk. Moss rose early. Moss rowed out. Moss came back. Moss "
        "had his tea. Moss read the tide tables.\n\nHis daughter, Ada Moss, may run it one day.\n\n"
        '"We have many names on the list," Moss told the pilots.'
    )
    assert [name for name, _ in said(text)] == ["Karl Moss"]
    short = (
        "Karl Moss runs the port of Orsk.\n\nHis daughter, Ada Moss, may run it one day.\n\n"
        '"We have many names on the list," Moss told the pilots.'
    )
    assert [name for name, _ in said(short)] == ["Ada Moss"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Deputy warden Ada Brill closed the case, the Orsk Harbour Authority said on Monday.\n\n"
            '"The papers have grown old in the cellar," it added.',
            "Orsk Harbour Authority",
        ),
        (
            "Governor Bo Lind blamed the guild for the leak, despite senior officials of his own "
            "office, saying the guild had kept its word.",
            "senior officials of his own office",
        ),
        (
            "Harbour Warden Ada Brill, Captain Bo Lind and Karl Moss have all said that the dam is safe.",
            "Harbour Warden Ada Brill, Captain Bo Lind and Karl Moss",
        ),
    ],
)
def test_whose_words_they_are(text: str, speaker: str) -> None:
    assert said(text)[-1][0] == speaker


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Pelk Radio confirmed that the petition also noted the leaking pumps.", "the petition"),
        ("Pelk Radio waited, and after that the petition also noted leaks.", None),
    ],
)
def test_a_verb_within_what_is_reported_has_its_own_subject(text: str, source: str | None) -> None:
    document = Document(text)
    verb = document.lower.index("noted")
    made = Draft([(verb + 1, document.size - 1)], (0, 2), (verb - 1, verb + 1), anchor=verb)
    found = nearer.source(document, made, ())
    assert (None if found is None else document.slice(found)) == source
