"""What stands beside a name: titles before it, on its own line."""

from __future__ import annotations

import pytest

from rashomon.names import signs
from rashomon.names.roles import Beside


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("the harbour minister Ada Orsk", "harbour minister"),
        ("Secretary of the Treasury Ada Orsk", "Secretary of the Treasury"),
        ("by the lake Ada Orsk", None),
        # A line of its own above the name is no title of the name's.
        ("Minister\n Ada Orsk", None),
    ],
)
def test_the_title_before_a_name(text: str, title: str | None) -> None:
    start = text.index("Ada")
    beside = Beside(text)
    assert beside.before(start) == title
    assert beside.before(start) == title  # what is kept says the same
    assert beside.of(start, len(text)) == title


@pytest.mark.parametrize(
    ("before", "prose"),
    [
        ("near ", True),
        ("near “", True),
        ("near \n", True),
        ("7 ", False),
        ("NEAR ", False),
        ("", False),
    ],
)
def test_a_small_word_right_before_a_name_is_prose(before: str, prose: bool) -> None:
    text = before + "Orsk"
    assert signs.in_prose(text, len(before), len(text)) is prose
