"""Dates that stand around an article: whole ones, partial ones, ages and weekdays."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from rashomon.model import DateHint
from rashomon.reading.flattened import months
from rashomon.reading.flattened import patterns as p
from rashomon.reading.flattened.ages import age_of

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_MDY = re.compile(
    rf"\b{_NAME}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?P<year>(?:19|20)\d{{2}})\b)?",
    re.I,
)
_DMY = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_NAME}(?![a-z])(?:,?\s+(?P<year>(?:19|20)\d{{2}})\b)?",
    re.I,
)
_ISO = re.compile(r"\b(?P<year>(?:19|20)\d{2})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)")
_DOTTED = re.compile(r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d{2})\b")
# Slashes do not say which number is the month: read only where one of them cannot be.
_SLASH_MDY = re.compile(
    r"\b(?P<month>\d{1,2})/(?P<day>1[3-9]|2\d|3[01])/(?P<year>(?:19|20)\d{2})\b"
)
_SLASH_DMY = re.compile(
    r"\b(?P<day>1[3-9]|2\d|3[01])/(?P<month>\d{1,2})/(?P<year>(?:19|20)\d{2})\b"
)
_TIME = re.compile(
    r"^(?:T|,?\s*(?:at|-|\|)?\s*)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?P<zone>Z\b|GMT\b|UTC\b|[+-]00:?00)", re.I
)  # fmt: skip
_ABROAD = re.compile(months.DATED, re.I)
_CJK = re.compile(r"(?P<year>(?:19|20)\d{2})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d{2}")
# Dates in numbers alone have their year; those with a month's name may lack it.
_IN_NUMBERS = (_ISO, _CJK, _DOTTED, _SLASH_MDY, _SLASH_DMY)
_IN_WORDS = (_MDY, _DMY, _ABROAD)
_WEEKDAY = re.compile(
    r"\b(?:on|said|last|late|early)\s+(?P<day>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Characters of the lead in which a date speaks of the article's own time.
_LEAD = 700


@dataclass(frozen=True, slots=True)
class Found:
    """A date in words: `value` ISO 8601 (--MM-DD without a year), `whole` with its year."""

    value: str
    text: str
    whole: bool
    start: int
    end: int


def find_dates(text: str) -> list[Found]:
    """The dates of `text` with day and month, in order."""
    found: list[Found] = []
    if not _DIGIT.search(text):
        return found
    for pattern in (*_IN_NUMBERS, *_IN_WORDS) if _YEAR.search(text) else _IN_WORDS:
        for match in pattern.finditer(text):
            if any(f.start < match.end() and match.start() < f.end for f in found):
                continue
            value = _value(match)
            if value is not None:
                whole = not value.startswith("--")
                found.append(Found(value, match.group(), whole, match.start(), match.end()))
    return sorted(found, key=lambda f: f.start)


def _value(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    month_text = parts["month"].lower()
    if month_text.isdigit():
        month = int(month_text)
    else:
        month = months.NUMBER.get(month_text) or _MONTHS.index(month_text[:3]) + 1
    day = int(parts["day"])
    year = parts.get("year")
    try:
        date(int(year) if year else 2024, month, day)
    except ValueError:
        return None
    if not year:
        return f"--{month:02d}-{day:02d}"
    value = f"{year}-{month:02d}-{day:02d}"
    clock = _TIME.match(match.string[match.end() : match.end() + 40])
    if clock is not None and int(clock["hour"]) < 24 and int(clock["minute"]) < 60:
        value += f"T{int(clock['hour']):02d}:{clock['minute']}Z"
    return value


def date_line(line: str) -> Found | None:
    """The date of a head line that is about dates (a byline, "Published: 7 August 2025")."""
    dates = find_dates(line)
    if not dates:
        return None
    first = next((f for f in dates if f.whole), dates[0])
    rest = len(line) - sum(f.end - f.start for f in dates)
    if rest > 70:
        return None
    return first


def age_hint(line: str) -> DateHint | None:
    """The age that a line gives, "NAME2 days ago" and "timean hour ago" included."""
    age = age_of(line)
    return DateHint("age", age, line) if age is not None else None


def text_hints(lead: str) -> tuple[str | None, list[DateHint]]:
    """The whole date of the lead's dateline, if it has one, and hints from the lead."""
    head = lead[:_LEAD]
    hints: list[DateHint] = []
    own: str | None = None
    opening = p.DATELINE_FULL.match(head[:90])
    for found in find_dates(head):
        if opening is not None and found.start < opening.end():
            if found.whole:
                own = found.value
            else:
                hints.append(DateHint("partial", found.value, found.text))
        else:
            hints.append(DateHint("date" if found.whole else "partial", found.value, found.text))
    for match in _WEEKDAY.finditer(head) if "day" in head else ():
        hints.append(DateHint("weekday", str(_DAYS.index(match["day"]) + 1), match.group()))
    return own, hints
