"""Dates as people say them, from ISO 8601 and TIMEX3 values; nothing is said that is not known.

Months, and the order of day, month and year, are those of Babel's data for the reader's language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from rashomon import i18n
from rashomon.i18n import gettext as _
from rashomon.i18n import mark

NOT_KNOWN = mark("date not known")
_SEASONS = {
    "SP": mark("spring %(year)s"),
    "SU": mark("summer %(year)s"),
    "FA": mark("autumn %(year)s"),
    "AU": mark("autumn %(year)s"),
    "WI": mark("winter %(year)s"),
}
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
        return When(None, _(NOT_KNOWN), _("no date"), _("no date"), basis)
    short = said(iso, short=True)
    return When(iso, said(iso), short, bare(iso), basis, inferred)


def bare(iso: str) -> str:
    """A day in short without its year: "7 Aug"; what is no day stays as it is."""
    if "/" not in iso and (match := re.match(r"\d{4}-(\d\d)-(\d\d)", iso)):
        if 1 <= int(match[1]) <= 12:
            return month_day(int(match[1]), int(match[2]), short=True)
    elif "/" not in iso and re.match(r"\d{4}-W", iso) and (bounds := bounds_of(iso)):
        return _week(iso, month_day(bounds[0].month, bounds[0].day, short=True))
    return said(iso, short=True)


def said(iso: str, *, short: bool = False) -> str:
    """An ISO value in words: "7 August 2025, 14:05 UTC"; `short`: "7 Aug 2025"."""
    return _kept(i18n.language(), iso, short)


@lru_cache(maxsize=8_192)
def _kept(code: str, iso: str, short: bool) -> str:
    """`code` is the language of the context, and a key of what is kept."""
    return _said(iso, short)


def _said(iso: str, short: bool) -> str:
    if "/" in iso:
        first, _slash, last = iso.partition("/")
        return _interval(first, last, short)
    iso = _PARTS.sub("", iso)
    if match := _DAY.match(iso):
        year, month, day, hour, minute, zone = match.groups()
        if 1 <= int(month) <= 12:
            words = _formed("yMMMd", short, int(year), int(month), int(day))
            if hour is not None and not short:
                time = f"{hour}:{minute}" + (" UTC" if zone == "Z" else f" {zone}".rstrip())
                return _("%(day)s, %(time)s", day=words, time=time)
            return words
    if (match := re.fullmatch(r"(\d{4})-(\d\d)", iso)) and 1 <= int(match[2]) <= 12:
        return _formed("yMMM", short, int(match[1]), int(match[2]), 1)
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", iso):
        bounds = bounds_of(iso)
        if bounds is not None:
            start = bounds[0]
            return _week(iso, _formed("yMMMd", short, start.year, start.month, start.day))
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", iso):
        return _("quarter %(number)s of %(year)s", number=match[2], year=match[1])
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|AU|WI)", iso):
        return _(_SEASONS[match[2]], year=match[1])
    if re.fullmatch(r"\d{3}", iso):
        return _("%(decade)s0s", decade=iso)
    if re.fullmatch(r"\d{2}", iso):
        return _("%(ordinal)s century", ordinal=_ordinal(int(iso) + 1))
    return iso


def _ordinal(number: int) -> str:
    if i18n.language() != i18n.SOURCE:
        return f"{number}."
    last = 0 if 10 < number % 100 < 14 else number % 10
    return f"{number}{('th', 'st', 'nd', 'rd')[last] if last < 4 else 'th'}"


def _week(iso: str, day: str) -> str:
    return _("weekend of %(day)s", day=day) if "-WE" in iso else _("week of %(day)s", day=day)


def month_day(month: int, day: int, *, short: bool = False) -> str:
    """ "7 August", `short` "7 Aug"."""
    return _formed("MMMd", short, 2000, month, day)


# Fields of Babel's patterns, and the text within quotation marks that stands for itself.
_FIELD = re.compile(r"'([^']*)'|([A-Za-z])\2*")


@cache
def _patterns(code: str) -> dict[str, str]:
    """Babel's patterns by skeleton, and those of stretches of days, for the language `code`."""
    known = i18n.locale()
    found = {
        name: str(known.datetime_skeletons[name].pattern) for name in ("yMMMd", "yMMM", "MMMd")
    }
    for name in ("yMMMd", "MMMd"):
        for field, parts in (known.interval_formats.get(name) or {}).items():
            for end, part in zip(("first", "last"), parts, strict=False):
                found[f"{name}-{field}-{end}"] = str(part).replace("\u2009", " ")
    return found


@cache
def _month_names(code: str, width: str, use: str) -> tuple[str, ...]:
    # The variant of English that puts days first has one month of four letters: "Sept".
    if code == i18n.SOURCE:
        return tuple(name if width == "wide" else name[:3] for name in i18n.MONTHS)
    names = i18n.locale().months[use][width]
    return tuple(str(names[n]) for n in range(1, 13))


def _formed(name: str, short: bool, year: int, month: int, day: int) -> str:
    """A day by the pattern `name` of the language that is spoken."""
    code = i18n.language()

    def field(match: re.Match[str]) -> str:
        if match[1] is not None:
            return match[1]
        letter = match[2]
        if letter == "y":
            return str(year)
        if letter in "ML":
            names = _month_names(
                code,
                "abbreviated" if short else "wide",
                "stand-alone" if letter == "L" else "format",
            )
            return names[month - 1]
        return str(day) if len(match[0]) == 1 else f"{day:02}"

    return _FIELD.sub(field, _patterns(code)[name])


def yearless(iso: str) -> str | None:
    """A day, or days of one year, in short without the year; None for anything else."""
    first, _slash, last = iso.partition("/")
    if not all(_DAY.match(part) or re.match(r"\d{4}-W", part) for part in (first, last or first)):
        return None
    return _interval(first, last, True, "MMMd") if last and first[:4] == last[:4] else bare(iso)


def _interval(first: str, last: str, short: bool, name: str = "yMMMd") -> str:
    one, two = _DAY.match(first), _DAY.match(last)
    if one and two and one[1] == two[1] and all(1 <= int(m[2]) <= 12 for m in (one, two)):
        field = "d" if one[2] == two[2] else "M"
        if f"{name}-{field}-first" in _patterns(i18n.language()):
            parts = (("first", one), ("last", two))
            return "".join(
                _formed(f"{name}-{field}-{end}", short, int(day[1]), int(day[2]), int(day[3]))
                for end, day in parts
            )
    return f"{said(first, short=short)} – {said(last, short=short)}"


_DAY_IN_WORDS = re.compile(r"(?<![\d-])\d{4}-\d\d-\d\d(?![\d-])")


def plainly(text: str) -> str:
    """`text` with its ISO days as people say them."""
    return _DAY_IN_WORDS.sub(lambda match: said(match[0]), text)


def range_said(first: str | None, last: str | None) -> str:
    """From the first to the last day of a story: "3–5 May 2025"."""
    if not first and not last:
        return _("dates not known")
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
