"""Calendar arithmetic on days, months, quarters and ISO weeks; values as TIMEX3 writes them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.timeline.settings import AGAINST_VERB, AGAINST_VERB_QUARTER, AHEAD_UNSAID

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d/-])")


@dataclass(frozen=True, slots=True)
class Written:
    """When a text was written, as far as known; a day needs its month, a month its year."""

    year: int | None = None
    month: int | None = None
    day: date | None = None

    @classmethod
    def of(cls, published: str | None) -> Written:
        """From ISO 8601 as `Article.published` has it; what is no date gives nothing known."""
        match = _ISO.match(published or "")
        if match is None or "/" in (published or ""):
            return cls()
        year, month, day = match.groups()
        if not 1000 <= int(year) <= 9000:
            return cls()
        if month is None:
            return cls(int(year))
        if not 1 <= int(month) <= 12:
            return cls(int(year))
        if day is None:
            return cls(int(year), int(month))
        whole = make_day(int(year), int(month), int(day))
        return cls(int(year), int(month), whole)


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def add_days(day: date, count: int) -> date | None:
    """`day` moved by `count` days, or None beyond the calendar."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """Year and month, `count` months on."""
    index = year * 12 + month - 1 + count
    return index // 12, index % 12 + 1


def last_day(year: int, month: int) -> int:
    """Number of days of a month."""
    return monthrange(year, month)[1]


def week_value(day: date) -> str:
    """The ISO week of a day: 2025-W33."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def month_value(year: int, month: int) -> str:
    """2025-08."""
    return f"{year:04}-{month:02}"


def weekday_before(day: date, weekday: int, *, same: bool) -> date | None:
    """The last `weekday` (0 is Monday) before `day`, or `day` itself where `same` allows it."""
    back = (day.weekday() - weekday) % 7
    return add_days(day, -(back or (0 if same else 7)))


def weekday_after(day: date, weekday: int, *, same: bool) -> date | None:
    """The next `weekday` (0 is Monday) after `day`, or `day` itself where `same` allows it."""
    ahead = (weekday - day.weekday()) % 7
    return add_days(day, ahead or (0 if same else 7))


def distance(days: int, way: int, against: float = AGAINST_VERB) -> float:
    """How far a candidate `days` ahead lies; `against` the direction of the verb counts more."""
    if days * way < 0:
        return abs(days) * against * abs(way)
    return abs(days) * (AHEAD_UNSAID if days > 0 and way == 0 else 1)


def nearest_day(reference: date, month: int, day: int, way: int) -> date | None:
    """The day of that month and number that is nearest to `reference` in direction `way`."""
    years = (reference.year - 1, reference.year, reference.year + 1)
    options = [found for year in years if (found := make_day(year, month, day))]
    return min(options, key=lambda d: distance((d - reference).days, way), default=None)


def nearest_year_of_month(year: int, month: int, wanted: int, way: int) -> int:
    """The year of the month `wanted` nearest to `year` and `month` in direction `way`."""
    return min(
        (year - 1, year, year + 1),
        key=lambda candidate: distance(((candidate - year) * 12 + wanted - month) * 30, way),
    )


def nearest_year_of_quarter(year: int, month: int, quarter: int, way: int) -> int:
    """The year of a quarter; results are reported ("expects to report") after its end."""
    middle = quarter * 3 - 1
    return min(
        (year - 1, year, year + 1),
        key=lambda candidate: distance(
            ((candidate - year) * 12 + middle - month) * 30, way, AGAINST_VERB_QUARTER
        ),
    )
