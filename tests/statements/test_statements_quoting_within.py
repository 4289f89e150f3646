"""'"The weir is dry," Lind said, the Courier reported': Lind's words, by way of the Courier."""

from __future__ import annotations

import pytest
from statements_cases import extract, worded

LEAD = "Ada Tomm runs the harbour. "


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("“The pier held in March, and it holds now,” Tomm said, the Courier reported.", "the Courier"),
        ("“The pier held in March, and it holds now,” said Tomm, according to the Courier.", "the Courier"),
        ("“The pier held in March, and it holds now,” Tomm told the crew, according to a leaflet.",
         "a leaflet"),
    ],
)  # fmt: skip
def test_who_said_it_speaks_and_who_told_of_it_is_the_way(text: str, way: str) -> None:
    ((one, words),) = worded(LEAD + text)
    assert (one.speaker, one.via) == ("Ada Tomm", (way,))
    assert words == "The pier held in March, and it holds now"


def test_words_of_two_kinds_stay_with_who_reported_them() -> None:
    text = LEAD + "“The pier held,” and the crew said so, the Courier reported."
    assert all(one.speaker != "crew" for one, _ in worded(text))


def test_a_plain_quotation_has_no_way() -> None:
    ((one, _),) = worded(LEAD + "“The pier held in March, and it holds now,” Tomm said on Monday.")
    assert (one.speaker, one.via) == ("Ada Tomm", ())


def test_words_to_reporters_do_not_come_by_the_paper_told_later() -> None:
    text = "Speaking to reporters, Bo Lind said the dam leaks. He told the Courier that it must be mended."
    ways = [one.via for one in extract(text) if one.speaker == "Bo Lind"]
    assert ways == [(), ("Courier",)] or ways == [(), ("the Courier",)]


@pytest.mark.parametrize(
    "last", ["It was old.", "It is what it was made of", "It is worth a look at"]
)
def test_the_end_of_a_text_changes_nothing_at_its_start(last: str) -> None:
    text = (
        "leading Democrat on the Dykes Panel, Rep. Ada Brill of Ohio, said on Monday that the dam was"
        f" safe. {last}"
    )
    first = extract(text)[0]
    assert first.speaker == extract(text.replace(last, ""))[0].speaker
