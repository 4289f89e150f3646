"""Operators that are mistyped are said to be so, and not searched for as words."""

from __future__ import annotations

import pytest

from rashomon.store.find import parse


@pytest.mark.parametrize(
    "part", ["befor:2031", "affter:2031-05", 'speeker:"Dora Fenn"', "since:2031"]
)
def test_a_mistyped_operator_is_odd(part: str) -> None:
    found = parse(f"ferry {part} harbour")
    assert found.odd == (part,)
    assert found.phrases == (("ferry",), ("harbour",))


@pytest.mark.parametrize(
    "text", ["talks: ferry", "https://news.example/a", "12:30", "Rescue:boats"]
)
def test_other_colons_are_words(text: str) -> None:
    assert not parse(text).odd
    assert parse(text).phrases
