"""Calendar arithmetic on days, months, quarters and ISO weeks; values as TIMEX3 writes them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

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
