"""Dates as people say them, from ISO 8601 and TIMEX3 values; nothing is said that is not known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

NOT_KNOWN = "date not known"
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "AU": "autumn", "WI": "winter"}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(.*))?$")
_PARTS = re.compile(r"T(?:MO|MI|AF|EV|NI|DT)$")


@dataclass(frozen=True, slots=True)
class When:
    """A date: `iso` as the desk has it, `said` in full, `short` for narrow places, `bare` without
    its year where the page has said it. `inferred` marks one that was worked out, as `basis`
    tells; the words do not hold the sign for it."""

    iso: str | None
    said: str
    short: str
    bare: str
    basis: str | None = None
    inferred: bool = False

    @property
    def marked(self) -> str:
        """`short` with the sign of a date that was worked out: "≈ 7 Aug 2025"."""
        return f"≈ {self.short}" if self.inferred else self.short


def when(iso: str | None, basis: str | None = None, *, inferred: bool = False) -> When:
    if not iso:
        return When(None, NOT_KNOWN, "no date", "no date", basis)
    short = said(iso, short=True)
    bare = short[:-5] if re.match(r"\d{4}-(?:\d\d-\d\d|W)", iso) and "/" not in iso else short
    return When(iso, said(iso), short, bare, basis, inferred)


def said(iso: str, *, short: bool = False) -> str:
    """An ISO value in words: "7 August 2025, 14:05 UTC"; `short`: "7 Aug 2025"."""
    if "/" in iso:
        first, _, last = iso.partition("/")
        return _interval(first, last, short)
    iso = _PARTS.sub("", iso)
    if match := _DAY.match(iso):
        year, month, day, hour, minute, zone = match.groups()
        if 1 <= int(month) <= 12:
            words = f"{int(day)} {_month(month, short)} {int(year)}"
            if hour is not None and not short:
                words += f", {hour}:{minute}" + (" UTC" if zone == "Z" else f" {zone}".rstrip())
            return words
    if (match := re.fullmatch(r"(\d{4})-(\d\d)", iso)) and 1 <= int(match[2]) <= 12:
        return f"{_month(match[2], short)} {int(match[1])}"
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", iso):
        bounds = bounds_of(iso)
        if bounds is not None:
            start = bounds[0]
            label = "weekend of" if match[3] else "week of"
            return f"{label} {start.day} {_month(start.month, short)} {start.year}"
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", iso):
        return f"quarter {match[2]} of {match[1]}"
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|AU|WI)", iso):
        return f"{_SEASONS[match[2]]} {match[1]}"
    if re.fullmatch(r"\d{3}", iso):
        return f"{iso}0s"
    if re.fullmatch(r"\d{2}", iso):
        return f"{int(iso) + 1}th century"
    return iso


def _month(month: str | int, short: bool) -> str:
    name = MONTHS[int(month) - 1]
    return name[:3] if short else name


def _interval(first: str, last: str, short: bool) -> str:
    one, two = _DAY.match(first), _DAY.match(last)
    if one and two and one[1] == two[1]:
        if one[2] == two[2]:
            return f"{int(one[3])}–{int(two[3])} {_month(one[2], short)} {one[1]}"
        return (
            f"{int(one[3])} {_month(one[2], short)} – "
            f"{int(two[3])} {_month(two[2], short)} {one[1]}"
        )
    return f"{said(first, short=short)} – {said(last, short=short)}"


_DAY_IN_WORDS = re.compile(r"(?<![\d-])\d{4}-\d\d-\d\d(?![\d-])")


def plainly(text: str) -> str:
    """`text` with its ISO days as people say them."""
    return _DAY_IN_WORDS.sub(lambda match: said(match[0]), text)


def range_said(first: str | None, last: str | None) -> str:
    """From the first to the last day of a story: "3–5 May 2025"."""
    if not first and not last:
        return "dates not known"
    one, two = (first or last or "")[:10], (last or first or "")[:10]
    return said(one) if one == two else _interval(one, two, short=False)


def bounds_of(iso: str | None) -> tuple[date, date] | None:
    """The first and last day that a value covers; None where the calendar has none."""
    if not iso:
        return None
    if "/" in iso:
        first, _, last = iso.partition("/")
        one, two = bounds_of(first), bounds_of(last)
        if one is None or two is None:
            return one or two
        return (min(one[0], two[0]), max(one[1], two[1]))
    try:
        return _bounds(_PARTS.sub("", iso))
    except (ValueError, OverflowError):
        return None


def _bounds(iso: str) -> tuple[date, date] | None:
    if match := _DAY.match(iso):
        day = date(int(match[1]), int(match[2]), int(match[3]))
        return day, day
    if match := re.fullmatch(r"(\d{4})-(\d\d)", iso):
        return _months(int(match[1]), int(match[2]), 1)
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", iso):
        start = date.fromisocalendar(int(match[1]), int(match[2]), 6 if match[3] else 1)
        return start, start + timedelta(days=1 if match[3] else 6)
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", iso):
        return _months(int(match[1]), int(match[2]) * 3 - 2, 3)
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|AU|WI)", iso):
        first = {"SP": 3, "SU": 6, "FA": 9, "AU": 9, "WI": 12}[match[2]]
        return _months(int(match[1]), first, 3)
    if re.fullmatch(r"\d{4}", iso):
        return date(int(iso), 1, 1), date(int(iso), 12, 31)
    if re.fullmatch(r"\d{3}", iso):
        return date(int(iso) * 10, 1, 1), date(int(iso) * 10 + 9, 12, 31)
    return None


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    end = year * 12 + month - 1 + count
    return date(year, month, 1), date(end // 12, end % 12 + 1, 1) - timedelta(days=1)


def sort_key(iso: str | None) -> tuple[str, str]:
    """Orders values by the first day they cover, then by the value; what is open comes last."""
    bounds = bounds_of(iso)
    return ("9999" if bounds is None else bounds[0].isoformat(), iso or "~")
