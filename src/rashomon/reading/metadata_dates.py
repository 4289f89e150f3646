"""Dates as pages and feeds write them, to ISO 8601 as precise as they are and no more."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

_ISO = re.compile(
    r"^(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2})(?P<rest>.*)?)?)?$", re.DOTALL
)
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z?))?$")
_CLOCK = re.compile(
    r"(?<![\d:.])(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?(?!\d)"
    r"\s*(?P<half>[ap]\.?\s?m\b\.?)?",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"(?:(?P<utc>Z|UTC|GMT|UT)\b\s*)?(?:(?P<sign>[+\-−])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?)?"
)
# Abbreviations of zones that stand for one offset wherever news uses them (hours).
_ZONES = {
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
    "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "BST": 1, "JST": 9, "KST": 9,
}  # fmt: skip
_ZONE_NAME = re.compile(r"\b(" + "|".join(_ZONES) + r")\b")
# Names of months in languages of the press, by their beginning without accents; general knowledge.
_MONTHS = {
    1: "jan january januar janvier enero gennaio janeiro januari ocak tammikuu styczen stycznia leden ledna января январь січня gener ene gen sty jaenner janner янв січень січ",
    2: "feb february februar fevrier febrero febbraio fevereiro februari subat luty lutego unora февраля февраль лютого fev fevr lut feber февр фев лютий лют",
    3: "mar march marz mars marzo marco maart mart maaliskuu marzec marca brezna марта март березня mrt mrz мар березень бер",
    4: "apr april avril abril aprile nisan kwiecien kwietnia dubna апреля апрель квітня avr abr kwi апр квітень квіт кві",
    5: "may mai mayo maggio maio mei mayis maj maja kvetna мая май травня mag травень трав тра",
    6: "jun june juni juin junio giugno junho haziran czerwiec czerwca cervna июня июнь червня giu cze июн червень черв чер",
    7: "jul july juli juillet julio luglio julho temmuz lipiec lipca cervence июля июль липня juil lug lip июл липень лип",
    8: "aug august aout agosto augustus agustos augusti sierpien sierpnia srpna августа август серпня ago sie авг серпень серп сер",
    9: "sep sept september septembre septiembre settembre setembro eylul wrzesien wrzesnia zari сентября сентябрь вересня set wrz сент сен вересень вер",
    10: "oct october oktober octobre octubre ottobre outubro ekim pazdziernik pazdziernika rijna октября октябрь жовтня okt ott out paz окт жовтень жовт жов",
    11: "nov november novembre noviembre novembro kasim listopad listopada listopadu ноября ноябрь листопада lis нояб ноя листопад лист",
    12: "dec december dezember decembre diciembre dicembre dezembro aralik grudzien grudnia prosince декабря декабрь грудня dez dic gru дек грудень груд гру",
}
_MONTH_NUMBERS = {name: number for number, names in _MONTHS.items() for name in names.split()}
_WORDED = (
    # 7 August 2025, 7. August 2025, 7 de agosto de 2025, 7th of August, 2025
    re.compile(
        r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s*(?:of |de |d'|d’|-)?\s*(?P<name>[^\W\d_]{3,12})\.?,?"
        r"(?:\s+(?:de|del|of))?[\s,-]+(?P<year>\d{4})(?!\d)"
    ),
    # August 7, 2025; Aug. 7th 2025
    re.compile(
        r"(?P<name>[^\W\d_]{3,12})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})(?!\d)"
    ),
)
_EASTERN = re.compile(
    r"(?<!\d)(?P<year>\d{4})\s*[年년]\s*(?P<month>\d{1,2})\s*[月월]\s*(?P<day>\d{1,2})\s*[日일]"
)
_YEAR_FIRST = re.compile(r"(?<!\d)(?P<year>\d{4})[./](?P<month>\d{1,2})[./](?P<day>\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(
    r"(?<!\d)(?P<a>\d{1,2})(?P<mark>[./-])(?P<b>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)"
)
_IN_ISO = re.compile(
    r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?"
)
# An address that holds a date: /2025/08/07/, /2025-08-07-, /20250807/.
_IN_ADDRESS = re.compile(
    r"/(?P<year>(?:19|20)\d{2})(?P<mark>[/-]?)(?P<month>\d{2}|[a-z]{3})(?P=mark)(?P<day>\d{2})(?=[/\-_.]|$)"
)
_EARLIEST, _LATEST = 1900, 2100
_ACCENTS = str.maketrans(
    "áàâäãåçéèêëíìîïñóòôöõúùûüýżźśńłęąćřůěščžğışİ", "aaaaaaceeeeiiiinooooouuuuyzzsnleacruesczgisi"
)
# Longer than any date line: what is longer is text that holds a date.
_LONGEST = 120


def iso_date(text: str | None) -> str | None:
    """`text` as ISO 8601, or None: 2025-08-07T12:05Z, 2025-08-07, 2025-08, 2025.

    A time keeps its offset (2025-08-07T23:05-04:00), as the day there is what the article's
    "today" means; without one the day alone is kept, as the instant is not known. Ambiguous
    forms (07/08/2025) give None.
    """
    text = " ".join((text or "")[: _LONGEST + 1].split())
    if not text or len(text) > _LONGEST:
        return None
    match = _ISO.match(text)
    if match:
        return _from_parts(match["year"], match["month"], match["day"], match["rest"] or "")
    compact = _COMPACT.match(text)
    if compact:
        rest = f"T{compact[4]}:{compact[5]}{compact[7]}" if compact[4] else ""
        return _from_parts(compact[1], compact[2], compact[3], rest)
    return worded_date(text)


def worded_date(text: str, day_first: bool = False) -> str | None:
    """The first whole date in a line of text, with its time where it has one and a zone.

    Of 07/08/2025 it is not known which is the day, unless with `day_first`.
    """
    text = text[:_LONGEST]
    inner = _IN_ISO.search(text)
    if inner:
        return iso_date(inner.group())
    for pattern in (*_WORDED, _EASTERN, _YEAR_FIRST):
        for match in pattern.finditer(text):
            groups = match.groupdict()
            month = groups.get("month") or str(_month(groups.get("name") or "") or "")
            if month:
                rest = text[: match.start()] + " " + text[match.end() :]
                found = _from_parts(groups["year"], month, groups["day"], rest)
                if found:
                    return found
    short = _DAY_FIRST.search(text)
    if short:
        first, second = int(short["a"]), int(short["b"])
        rest = text[: short.start()] + " " + text[short.end() :]
        if short["mark"] == "." or first > 12 or first == second or (day_first and second <= 12):
            return _from_parts(short["year"], short["b"], short["a"], rest)
        if second > 12:
            return _from_parts(short["year"], short["a"], short["b"], rest)
    return None


def address_date(url: str | None) -> str | None:
    """The day that stands in a web address (/2025/08/07/), or None."""
    match = _IN_ADDRESS.search((url or "").partition("?")[0][:500].lower())
    if match is None:
        return None
    month = match["month"] if match["month"].isdecimal() else str(_month(match["month"]) or "")
    return _from_parts(match["year"], month, match["day"], "") if month else None


def _month(name: str) -> int | None:
    return _MONTH_NUMBERS.get(name.lower().translate(_ACCENTS))


def _from_parts(year: str, month: str | None, day: str | None, rest: str) -> str | None:
    if not _EARLIEST <= int(year) <= _LATEST:
        return None
    if not month:
        return year if not rest.strip() else None
    if not 1 <= int(month) <= 12:
        return None
    if not day:
        return f"{int(year):04}-{int(month):02}"
    try:
        when = date(int(year), int(month), int(day))
    except ValueError:
        return None
    instant = _instant(when, rest)
    return instant or when.isoformat()


def _instant(when: date, rest: str) -> str | None:
    """The minute, where `rest` gives a time and its zone."""
    clock = _CLOCK.search(rest)
    if clock is None:
        return None
    hour, minute = int(clock["hour"]), int(clock["minute"])
    if clock["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if clock["half"][0] in "pP" else 0)
    if hour > 23 or minute > 59:
        return None
    offset = _offset(rest[clock.end() :].lstrip())
    if offset is None:
        return None
    local = datetime(when.year, when.month, when.day, hour, minute, tzinfo=timezone(offset))
    return local.isoformat(timespec="minutes").replace("+00:00", "Z")


def _offset(text: str) -> timedelta | None:
    zone = _ZONE.match(text)
    if zone and (zone["utc"] or zone["sign"]):
        if not zone["sign"]:
            return timedelta()
        hours, minutes = int(zone["hours"]), int(zone["minutes"] or 0)
        if hours > 14 or minutes > 59:
            return None
        size = timedelta(hours=hours, minutes=minutes)
        return size if zone["sign"] == "+" else -size
    named = _ZONE_NAME.search(text)
    return timedelta(hours=_ZONES[named.group(1)]) if named else None
