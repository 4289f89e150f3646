"""Where sentences end."""

from __future__ import annotations

import pytest

from rashomon.text.sentences import sentence_spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "A mill has burned down in Brill A fire has ruined the old mill, the mayor said. […]",
            "A mill has burned down in Brill",
        ),
        (
            "The harbour of Kamba is shut The tanker that ran aground on Monday is still [...]",
            "The harbour of Kamba is shut",
        ),
    ],
)
def test_a_headline_before_a_shortened_text_is_a_sentence(text: str, first: str) -> None:
    found = sentences(text)
    assert found[0] == first
    assert len(found) > 1
    assert found[1].startswith(("A fire", "The tanker"))


@pytest.mark.parametrize(
    "text",
    [
        "The court sits in The hague of Brill, and nobody knows why it does so today […]",
        "A mill has burned down in Brill A fire has ruined the old mill, the mayor said.",
        "The ferry came late. It sailed to Orsk in June A day later it was gone […]",
    ],
)
def test_no_headline_is_made_up(text: str) -> None:
    assert not any(one.startswith(("A fire", "A day", "The hague")) for one in sentences(text))


def test_titles_of_several_do_not_end_a_sentence() -> None:
    assert sentences("Reps. Ada Tomm and Bo Lind met Govs. Okker and Moss. They left.") == [
        "Reps. Ada Tomm and Bo Lind met Govs. Okker and Moss.",
        "They left.",
    ]
