"""Dates of publication of varying precision, as the span of time that they may mean."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

_FORM = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?"
    r"\s*(Z|[+-]\d\d(?::?\d\d)?)?)?)?)?"
)


class When(NamedTuple):
    """From `low` up to, not including, `high`, in UTC; a time without a zone is taken as UTC."""

    low: datetime
    high: datetime


def when(published: str | None) -> When | None:
    """The span that an ISO 8601 date stands for; None where it is none."""
    match = _FORM.fullmatch((published or "").strip())
    if match is None:
        return None
    year, month, day, hour, minute, second, zone = match.groups()
    try:
        low = datetime(
            int(year), int(month or 1), int(day or 1), int(hour or 0), int(minute or 0),
            min(int(second or 0), 59), tzinfo=UTC,
        )  # fmt: skip
        if zone and zone != "Z":
            digits = zone[1:].replace(":", "").ljust(4, "0")
            shift = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
            low = low - shift if zone[0] == "+" else low + shift
        if hour is not None:
            return When(low, low + timedelta(seconds=1 if second else 60))
        if day is not None:
            return When(low, low + timedelta(days=1))
        if month is not None:
            return When(low, (low.replace(day=28) + timedelta(days=4)).replace(day=1))
        return When(low, low.replace(year=low.year + 1))
    except (ValueError, OverflowError):
        return None


def surely_before(one: When | None, other: When | None) -> bool:
    """Whether `one` ended before `other` began, whatever they stand for."""
    return one is not None and other is not None and one.high <= other.low


def distance(one: When, other: When) -> str:
    """How much earlier `one` is, in words: "17 hours", "3 days"."""
    hours = (other.low - one.low).total_seconds() / 3600
    if hours < 2:
        minutes = max(1, round(hours * 60))
        return f"{minutes} minute{'s' if minutes != 1 else ''}"
    if hours < 48:
        return f"{round(hours)} hours"
    return f"{round(hours / 24)} days"
