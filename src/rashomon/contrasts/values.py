"""What the words of a span come to: numbers with their units, days, names; for the checker.

Two ways of writing one value meet here: "14" and "fourteen", "6m" and "6 million", "5 km" and
"5,000 metres", "7 August" and "Aug. 7", "US" and "the United States".
"""

from __future__ import annotations

import datetime
import re

from anyascii import anyascii

from rashomon.contrasts.quantities import quantities, same
from rashomon.contrasts.wording import tokens

# What a unit comes to in the first of its kind. SI and international definitions.
_UNITS = {
    "length": {"m": 1, "metre": 1, "meter": 1, "km": 1000, "kilometre": 1000, "kilometer": 1000,
               "mile": 1609.344, "foot": 0.3048, "feet": 0.3048, "ft": 0.3048, "yard": 0.9144,
               "inch": 0.0254, "inche": 0.0254, "cm": 0.01, "centimetre": 0.01, "centimeter": 0.01},
    "weight": {"kg": 1, "kilogram": 1, "tonne": 1000, "ton": 1000, "pound": 0.4536, "lb": 0.4536,
               "gram": 0.001, "g": 0.001},
    "area": {"hectare": 1, "acre": 0.4047, "ha": 1},
    "time": {"minute": 1, "hour": 60, "day": 1440, "week": 10080, "second": 1 / 60},
    "speed": {"kph": 1, "kmh": 1, "mph": 1.609},
}  # fmt: skip
_OF = {unit: (kind, size) for kind, units in _UNITS.items() for unit, size in units.items()}
_UNIT_WORD = re.compile(r"[\s-]*([^\W\d_]+)")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAYS = (
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+(?P<year>\d{{4}}))?", re.I),
    re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year>\d{{4}}))?", re.I),
    re.compile(r"\b(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)\b"),
    re.compile(r"\b(?P<day>\d{1,2})\.(?P<number>\d{1,2})\.(?P<year>\d{4})\b"),
)  # fmt: skip

_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_MONTH_ALONE = re.compile(r"(\d{4})-(\d\d)")

Day = tuple[int | None, int, int]


def forms(text: str) -> tuple[str, ...]:
    """Comparable words in no order: what differs in nothing else is the same value."""
    return tuple(sorted(t.form for t in tokens(anyascii(text)) if t.form not in _SMALL))


_SMALL = frozenset("the a an of on in at".split())


def measures(text: str) -> list[tuple[str, float]]:
    """Numbers with what they measure, in one unit of each kind."""
    found = []
    for quantity in quantities(text):
        kind, value = quantity.unit, quantity.value
        word = _UNIT_WORD.match(text, quantity.end)
        if word and not kind:
            name = word[1].casefold()
            unit = _OF.get(name) or _OF.get(name.removesuffix("s"))
            if unit:
                kind, value = unit[0], value * unit[1]
        found.append((kind, value))
    return found


def numbers_differ(one: str, two: str) -> bool:
    """Both hold numbers, and no number of one is a number of the other, rounded or converted."""
    first, second = measures(one), measures(two)
    if not first or not second:
        return False
    return not any(
        same(a, b) or (kind and abs(a - b) <= 0.03 * max(a, b))
        for kind, a in first
        for other, b in second
        if kind == other or not kind or not other
    )


def day(text: str) -> Day | None:
    """The first day that is written out: year where there is one, month and day."""
    for pattern in _DAYS:
        if match := pattern.search(text):
            got = match.groupdict()
            month = (
                int(got["number"])
                if got.get("number")
                else _MONTHS.index(got["month"].casefold()) + 1
            )
            year = int(got["year"]) if got.get("year") else None
            return year, month, int(got["day"])
    return None


def stretch(date: str) -> tuple[datetime.date, datetime.date] | None:
    """First and last day of a week or a month (2031-W20, 2031-05); None for anything else."""
    if found := _WEEK.fullmatch(date):
        try:
            first = datetime.date.fromisocalendar(int(found[1]), int(found[2]), 1)
        except ValueError:
            return None
        return first, first + datetime.timedelta(days=6)
    if found := _MONTH_ALONE.fullmatch(date):
        year, month = int(found[1]), int(found[2])
        if not (1 <= month <= 12 and 1 <= year < 9999):
            return None
        after = datetime.date(year + month // 12, month % 12 + 1, 1)
        return datetime.date(year, month, 1), after - datetime.timedelta(days=1)
    return None


def holds(date: str, day: Day) -> bool:
    """Whether a week or a month holds a day whose year is known."""
    found = stretch(date)
    if found is None or day[0] is None:
        return False
    try:
        return found[0] <= datetime.date(day[0], day[1], day[2]) <= found[1]
    except ValueError:
        return False


def days_differ(one: Day, two: Day) -> bool:
    """Two days that exclude one another; a year that is not given excludes none."""
    if one[1:] != two[1:]:
        return True
    return one[0] is not None and two[0] is not None and one[0] != two[0]
