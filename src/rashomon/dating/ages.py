"""Ages ("2 days ago"), partial dates (--08-07) and days as ISO 8601 writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from rashomon.dating.settings import SAME_DAY_HOURS

_AGE = re.compile(r"P(?:(\d{1,4})([DWMY])|T(\d{1,5})([HMS]))")
_WORDS = re.compile(
    r"(?:\d{1,3}|an?|one|two|three)\s?(?:min|sec|hr|second|minute|hour|day|week|month|year)s?\s+ago|yesterday",
    re.IGNORECASE,
)
_PARTIAL = re.compile(r"--(\d\d)-(\d\d)")
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d):(\d\d).*)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Taken:
    """When a page was taken: a day, its minute of the day where known, and how that is known."""

    day: date
    minute: int | None
    basis: str


def words(text: str) -> str:
    """The age in the words of a hint, which may hold a name glued to it."""
    match = _WORDS.search(text)
    return match.group() if match else text


def parse_day(value: str | None) -> date | None:
    """The day of an ISO 8601 day or time, None for anything less precise or no date."""
    match = _DAY.fullmatch(value or "")
    if match is None:
        return None
    try:
        return date.fromisoformat(match[1])
    except ValueError:
        return None


def parse_taken(value: str, basis: str) -> Taken | None:
    """A fetch time as given (ISO 8601)."""
    day = parse_day(value)
    match = _DAY.fullmatch(value)
    if day is None or match is None:
        return None
    minute = int(match[2]) * 60 + int(match[3]) if match[2] else None
    return Taken(day, minute, basis)


def parse_partial(value: str) -> tuple[int, int] | None:
    """Month and day of --MM-DD."""
    match = _PARTIAL.fullmatch(value)
    if match is None or not (1 <= int(match[1]) <= 12 and 1 <= int(match[2]) <= 31):
        return None
    return int(match[1]), int(match[2])


def hours(age: str) -> float | None:
    """An age of less than a day in hours; None for other ages."""
    match = _AGE.fullmatch(age)
    if match is None or match[3] is None:
        return None
    return int(match[3]) / {"H": 1, "M": 60, "S": 3600}[match[4]]


def days(age: str) -> int | None:
    """An age in whole days; None where it is given in other units."""
    match = _AGE.fullmatch(age)
    return int(match[1]) if match and match[2] == "D" else None


def back(taken: Taken, age: str) -> str | None:
    """The date that lies `age` before a page was taken, as precise as the age; ISO 8601."""
    match = _AGE.fullmatch(age)
    if match is None:
        return None
    try:
        if match[3]:
            return _back_hours(taken, hours(age) or 0.0)
        count, unit = int(match[1]), match[2]
        if unit == "D":
            return (taken.day - timedelta(days=count)).isoformat()
        if unit == "W":
            year, week, _ = (taken.day - timedelta(weeks=count)).isocalendar()
            return f"{year:04}-W{week:02}"
    except OverflowError:
        return None
    if unit == "M":
        index = taken.day.year * 12 + taken.day.month - 1 - count
        return f"{index // 12:04}-{index % 12 + 1:02}" if index >= 12 else None
    return f"{taken.day.year - count:04}" if taken.day.year > count else None


def _back_hours(taken: Taken, count: float) -> str | None:
    if taken.minute is not None:
        moment = datetime.combine(taken.day, datetime.min.time()) + timedelta(minutes=taken.minute)
        return (moment - timedelta(hours=count)).date().isoformat()
    return taken.day.isoformat() if count <= SAME_DAY_HOURS else None
