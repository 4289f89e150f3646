from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.views import dates


@pytest.mark.parametrize(
    ("iso", "said"),
    [
        ("2025-08-07", "7 August 2025"),
        ("2025-08-07T14:05Z", "7 August 2025, 14:05 UTC"),
        ("2025-08-07T14:05:10+03:00", "7 August 2025, 14:05 +03:00"),
        ("2025-08", "August 2025"),
        ("2025-W33", "week of 11 August 2025"),
        ("2025-W33-WE", "weekend of 16 August 2025"),
        ("2025-Q3", "quarter 3 of 2025"),
        ("2025-SU", "summer 2025"),
        ("2025", "2025"),
        ("199", "1990s"),
        ("2025-08-14/2025-08-15", "14–15 August 2025"),
        ("2025-07-31/2025-08-02", "31 July – 2 August 2025"),
        ("2024-12-30/2025-01-02", "30 December 2024 – 2 January 2025"),
    ],
)
def test_an_iso_value_is_said_as_precisely_as_it_is_known(iso: str, said: str) -> None:
    assert dates.said(iso) == said


def test_a_date_that_is_not_known_is_said_so() -> None:
    assert dates.when(None).said == "date not known"
    assert dates.range_said(None, None) == "dates not known"


def test_the_short_form_leaves_out_the_time_and_the_bare_form_the_year() -> None:
    when = dates.when("2025-08-07T14:05Z", "the dateline")
    assert (when.short, when.bare, when.basis) == ("7 Aug 2025", "7 Aug", "the dateline")
    assert dates.when("2025-08").bare == "Aug 2025"


def test_a_story_of_one_day_has_one_date() -> None:
    assert dates.range_said("2025-05-03T08:00Z", "2025-05-03T22:00Z") == "3 May 2025"
    assert dates.range_said("2025-05-03", "2025-05-05") == "3–5 May 2025"


def test_bounds_are_the_first_and_the_last_day() -> None:
    assert dates.bounds_of("2025-02") == (date(2025, 2, 1), date(2025, 2, 28))
    assert dates.bounds_of("2025-W01") == (date(2024, 12, 30), date(2025, 1, 5))
    assert dates.bounds_of("2025-WI") == (date(2025, 12, 1), date(2026, 2, 28))
    assert dates.bounds_of("2025-13-45") is None
    assert dates.bounds_of(None) is None


@given(st.text(alphabet="0123456789-/TWQ:Z+ ", max_size=24))
def test_any_value_is_said_and_bounded_without_a_crash(iso: str) -> None:
    when = dates.when(iso)
    assert when.said
    bounds = dates.bounds_of(iso)
    assert bounds is None or bounds[0] <= bounds[1]
    assert isinstance(dates.sort_key(iso), tuple)


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(9000, 1, 1)))
def test_days_sort_as_the_calendar_does(day: date) -> None:
    assert dates.sort_key(day.isoformat())[0] == day.isoformat()
    assert dates.bounds_of(day.isoformat()) == (day, day)
