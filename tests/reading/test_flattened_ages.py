"""Ages as pages print them."""

from __future__ import annotations

import pytest

from rashomon.reading.flattened.ages import age_of


@pytest.mark.parametrize(
    ("line", "age"),
    [
        ("2 days ago", "P2D"),
        ("Selwick Post2 days ago", "P2D"),
        ("timean hour ago", "PT1H"),
        ("2d ago", "P2D"),
        ("3h ago", "PT3H"),
        ("10m ago", "PT10M"),
        ("5 mo ago", "P5M"),
        ("two weeks ago", "P2W"),
        ("2 days, 3 hours ago", "P2D"),
        ("Updated 20 minutes ago | Selwick", "PT20M"),
        ("yesterday", "P1D"),
        ("Yesterday at 14:20", "P1D"),
        ("just now", "PT0M"),
        ("vor 2 Tagen", "P2D"),
        ("vor einer Stunde", "PT1H"),
        ("il y a 3 ans", "P3Y"),
        ("hace 3 horas", "PT3H"),
        ("2 giorni fa", "P2D"),
        ("3 uur geleden", "PT3H"),
        ("for 3 dager siden", "P3D"),
        ("6 godzin temu", "PT6H"),
        ("5 часов назад", "PT5H"),
        ("2 дні тому", "P2D"),
        ("3小时前", "PT3H"),
    ],
)
def test_ages(line: str, age: str) -> None:
    assert age_of(line) == age


@pytest.mark.parametrize(
    "line",
    [
        "long ago",
        "in 1999 hours ago meant little",
        "The board voted five years ago to close the quay",
        "Everybody who was there yesterday speaks of it, and so do those who were not, every day",
        "14:20",
        "7 August",
        "",
    ],
)
def test_what_gives_no_age(line: str) -> None:
    assert age_of(line) is None


@pytest.mark.parametrize("line", ["3ſ ago", "vor 3 ſtunden", "2 dnı temu"])
def test_letters_that_only_look_like_a_unit_give_no_age(line: str) -> None:
    assert age_of(line) is None
