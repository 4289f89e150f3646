"""People and things counted, and dates and places of what is to come."""

from __future__ import annotations

import pytest
from contrast_builders import Tellings, words
from hypothesis import given
from hypothesis import strategies as st

from rashomon.contrasts.quantities import quantities, same


def told(one: str, two: str, *, later: str = "2031-05-12") -> Tellings:
    tellings = Tellings()
    tellings.add(one, "Ledger")
    tellings.add(two, "Courier", later)
    return tellings


CRASH = "when a ferry and a patrol boat collided in the strait, the coast guard said."


def test_two_counts_of_the_hurt() -> None:
    tellings = told(f"Fourteen passengers were injured {CRASH}", f"Six people were hurt {CRASH}")
    (found,) = tellings.found()
    assert (found.kind, found.topic, found.strength) == (
        "number",
        "How many were injured?",
        "strong",
    )
    assert [t.reading for t in found.tellings] == ["14", "6"]
    assert words(tellings, found) == ["Fourteen passengers were injured", "Six people were hurt"]


def test_a_later_count_is_an_update() -> None:
    tellings = told(
        f"Fourteen passengers were injured {CRASH}",
        f"Twenty-one were hurt {CRASH}",
        later="2031-05-13",
    )
    (found,) = tellings.found()
    assert (found.kind, found.strength) == ("update", "soft")


@pytest.mark.parametrize(
    "other",
    [
        f"At least 14 people were hurt {CRASH}",  # a digit
        f"Fourteen people were killed {CRASH}",  # another fate
        f"Six people were hurt {CRASH} In all, 14 went to hospital.",  # it has both
        f"In 2028 six people were hurt {CRASH}",  # another year
        f"Six of them were hurt {CRASH}",  # a part
        f"A man, 41, was hurt {CRASH}",  # an age
        "Six people were hurt in a fire in a school on the hill.",  # another event
    ],
)
def test_no_difference(other: str) -> None:
    assert told(f"Fourteen passengers were injured {CRASH}", other).found() == ()


def test_the_same_thing_measured() -> None:
    tellings = told(
        "The owners estimate the damage at more than 9 million crowns.",
        "The owners put the damage at 6 million crowns.",
    )
    (found,) = tellings.found()
    assert (found.kind, found.topic) == ("number", "How much: owners, damage")
    same_value = "The owners put the damage at nine million crowns."
    assert told("The owners estimate the damage at 9,000,000 crowns.", same_value).found() == ()


def test_where_and_when_it_will_be_held() -> None:
    one = "The talks will be held in Telmi on 20 May."
    two = "The talks are expected to be held in Port Orla on May 19."
    tellings = told(one, two)
    a, b = tellings.articles
    tellings.name(a, "Telmi", "place")
    tellings.name(b, "Port Orla", "place")
    tellings.plan(a, "20 May", one, "2031-05-20")
    tellings.plan(b, "May 19", two, "2031-05-19")
    found = {c.kind: c for c in tellings.found()}
    assert set(found) == {"place", "date"}
    assert words(tellings, found["place"]) == ["Telmi", "Port Orla"]
    assert [t.reading for t in found["date"].tellings] == ["2031-05-20", "2031-05-19"]


@pytest.mark.parametrize(("place", "kind"), [("Telmi", "update"), ("Port Orla", "date")])
def test_a_later_day_is_an_update_unless_the_place_is_another_too(place: str, kind: str) -> None:
    one = "The talks will be held in Telmi on 20 May."
    two = f"The talks are expected to be held in {place} on May 19."
    tellings = told(one, two, later="2031-05-14")
    a, b = tellings.articles
    tellings.name(a, "Telmi", "place")
    tellings.name(b, place, "place")
    tellings.plan(a, "20 May", one, "2031-05-20")
    tellings.plan(b, "May 19", two, "2031-05-19")
    dates = [c.kind for c in tellings.found() if c.topic.startswith("When")]
    assert dates == [kind]


def test_a_place_that_was_one_of_several_is_named_later() -> None:
    tellings = told(
        "Telmi could be one of the venues of the talks, an aide said.",
        "The talks will be held in Port Orla, the minister said.",
        later="2031-05-14",
    )
    a, b = tellings.articles
    tellings.name(a, "Telmi", "place")
    tellings.name(b, "Port Orla", "place")
    (found,) = tellings.found()
    assert (found.kind, found.topic) == ("update", "Where is the meeting to be held?")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("twenty-one people", [21]), ("a hundred and ten workers", [110]), ("1,200 homes", [1200]),
        ("$5.7 billion", [5_700_000_000]), ("6m crowns", [6_000_000]), ("45 percent", [45]),
        ("at 10:30 on 2031/05/12", []), ("K-17", []), ("the 21st time", []), ("three million", [3_000_000]),
    ],
)  # fmt: skip
def test_numbers_are_read(text: str, values: list[float]) -> None:
    assert [q.value for q in quantities(text)] == values


def test_rounding_is_no_difference() -> None:
    assert same(1203, 1200)
    assert same(49.6, 50)
    assert not same(13, 14)
    assert not same(80, 110)


@given(st.text())
def test_any_text_has_numbers_at_their_places(text: str) -> None:
    for quantity in quantities(text):
        assert 0 <= quantity.start < quantity.end <= len(text)
        assert quantity.value >= 0
