"""Dates that an address holds: in its path, or in an id whose top bits are a time.

The path forms are habits of news sites. The ids are of families whose owners or users have
described them (table below); a number is read as a time only on their hosts, and only where
the time is a plausible one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

from rashomon.dating.settings import FIRST_YEAR, LAST_YEAR

_MONTHS = {
    name: number
    for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}
_YEAR = r"(?P<y>(?:199|20\d)\d)"
_MONTH = r"(?P<m>0[1-9]|1[0-2])"
_DAY = r"(?P<d>0[1-9]|[12]\d|3[01])"
_END = r"(?=[/_.\-?&#]|$)"
_PATHS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"/{_YEAR}/{_MONTH}/{_DAY}{_END}",
        rf"/{_YEAR}/(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/"
        rf"(?P<d>0?[1-9]|[12]\d|3[01]){_END}",
        rf"/{_YEAR}/(?P<m>[1-9])/(?P<d>[1-9]|[12]\d|3[01])/",
        rf"(?<![\d])(?<!\d-){_YEAR}-{_MONTH}-{_DAY}(?![\d]|-\d)",
        rf"(?<=[/_\-]){_YEAR}_{_MONTH}_{_DAY}{_END}",
        rf"/{_YEAR}/{_MONTH}{_DAY}/",
        rf"/{_YEAR}{_MONTH}/{_DAY}/",
        rf"/{_YEAR}-{_MONTH}/{_DAY}/",
        rf"(?<=[/_\-]){_YEAR}{_MONTH}{_DAY}{_END}",
    )
)
_MONTH_PATH = re.compile(rf"/{_YEAR}/{_MONTH}/(?!\d)")


@dataclass(frozen=True, slots=True)
class TimedId:
    """A family of ids with a time in their top bits.

    The time is `(id >> shift) / per_second` seconds after `epoch` (seconds, Unix). `hosts` are
    registered domains; `pattern` finds the id in the path; `since` is the year before which no
    such id exists.
    """

    name: str
    hosts: tuple[str, ...]
    pattern: str
    shift: int
    per_second: int
    epoch: float
    since: int


# As described by those who run or study these sites; last looked over in November 2026.
TIMED_IDS = (
    # Seconds since 1970 in the top 32 of 64 bits (ids of ByteDance's services; described for
    # TikTok's videos by open-source investigators since 2020, alike on its news service).
    TimedId(
        "bytedance",
        ("toutiao.com", "ixigua.com", "douyin.com", "tiktok.com"),
        r"/(?:a|i|article|group|item|video|note|w|photo)/?(\d{18,19})(?=[/?#]|$)",
        32, 1, 0.0, 2014,
    ),
    # Milliseconds since 2010-11-04T01:42:54.657Z above 22 bits (Twitter's Snowflake, 2010).
    TimedId(
        "snowflake",
        ("twitter.com", "x.com"),
        r"/status(?:es)?/(\d{15,20})(?=[/?#]|$)",
        22, 1000, 1288834974.657, 2010,
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AddressDate:
    """A date read from an address: ISO 8601, a day or a month, and how it was read."""

    value: str
    how: str


def address_date(url: str) -> AddressDate | None:
    """The date that `url` holds, or None."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    host = (parts.hostname or "").removeprefix("www.")
    for family in TIMED_IDS:
        if any(host == name or host.endswith("." + name) for name in family.hosts):
            match = re.search(family.pattern, parts.path)
            if match and (day := _id_day(int(match[1]), family)):
                return AddressDate(day.isoformat(), f"the number {match[1]} in it holds a time")
    path = parts.path[:2000]
    for form in _PATHS:
        match = form.search(path)
        if match is None:
            continue
        groups = match.groupdict()
        month = int(groups["m"]) if groups.get("m") else _MONTHS[groups["name"].lower()]
        try:
            day = date(int(groups["y"]), month, int(groups["d"]))
        except ValueError:
            continue
        if FIRST_YEAR <= day.year <= LAST_YEAR:
            return AddressDate(day.isoformat(), f"'{match.group().strip('/_-')}' in it")
    match = _MONTH_PATH.search(path)
    if match and FIRST_YEAR <= int(match["y"]) <= LAST_YEAR:
        return AddressDate(f"{match['y']}-{match['m']}", f"'{match.group().strip('/')}' in it")
    return None


def _id_day(number: int, family: TimedId) -> date | None:
    seconds = (number >> family.shift) / family.per_second + family.epoch
    try:
        day = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).date()
    except OverflowError:
        return None
    return day if family.since <= day.year <= LAST_YEAR else None
