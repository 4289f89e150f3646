"""'"The weir is dry," Lind said, the Courier reported': Lind's words, by way of the Courier."""

from __future__ import annotations

import pytest
from statements_cases import worded

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
