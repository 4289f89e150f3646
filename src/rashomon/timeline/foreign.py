"""Dates in other languages than English: written out, weekdays, yesterday, last week.

One regular expression a language, made from the words of `languages`. A date without a year
lies where the nearest cue of the sentence points, else on the nearer side of the writing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from rashomon.model import Precision
from rashomon.timeline import calendar
from rashomon.timeline.calendar import Written
from rashomon.timeline.direction import AHEAD, NONE, PAST
from rashomon.timeline.languages import (
    CHINESE_AHEAD,
    CHINESE_BACK,
    CHINESE_DAYS,
    CHINESE_SHIFTS,
    CHINESE_WEEKDAYS,
    LANGUAGES,
    Language,
)
from rashomon.timeline.timex import Timex

# How far around an expression, in characters, its cue may stand.
_CUE_REACH = 60
# Where a clause ends: a reporting verb before a comma says nothing of what stands behind it.
_CLAUSE_END = re.compile(r"[.!?…;:,–—]\s|\n|[。！？；，：]")


@dataclass(frozen=True, slots=True)
class _Grammar:
    pattern: re.Pattern[str]
    months: tuple[re.Pattern[str], ...]
    weekdays: tuple[re.Pattern[str], ...]
    days: tuple[tuple[re.Pattern[str], int], ...]
    shifts: tuple[tuple[re.Pattern[str], tuple[str, int]], ...]
    cues: re.Pattern[str]
    next_words: re.Pattern[str]


_NUMERIC = (
    r"(?P<iy>\d{4})-(?P<im>\d\d)-(?P<id>\d\d)(?!\d|-\d)"
    r"|(?P<nd>\d{1,2})\.\s?(?P<nm>\d{1,2})\.\s?(?P<ny>(?:19|20)\d\d)(?!\d)"
)


@cache
def _grammar(language: str) -> _Grammar | None:
    words = LANGUAGES.get(language)
    if words is None:
        return None
    flags = re.IGNORECASE
    return _Grammar(
        re.compile(_pattern(words), flags),
        tuple(re.compile(month, flags) for month in words.months),
        tuple(re.compile(day, flags) for day in words.weekdays),
        tuple((re.compile(day, flags), shift) for day, shift in words.days.items()),
        tuple((re.compile(form, flags), shift) for form, shift in words.shifts.items()),
        re.compile(rf"\b(?:(?P<ahead>{words.ahead})|(?P<back>{words.back}))(?!\w)", flags),
        re.compile(rf"\b(?:{words.next_words})\s+$", flags),
    )


def _pattern(words: Language) -> str:
    month = "|".join(words.months)
    of = rf"(?:\s+(?:{words.of}))?" if words.of else ""
    year_word = rf"(?:\s?(?:{words.year_after})(?!\w))?" if words.year_after else ""
    day = rf"\d{{1,2}}(?:{words.ordinal})?"
    forms = [
        _NUMERIC,
        # 14. bis 15. August 2025, 14 et 15 août, 7 de agosto de 2025
        rf"(?P<d>{day})(?:\s?(?:{words.joint})\s?(?:le\s|el\s|am\s)?(?P<d2>{day}))?{of}\s*(?P<m>{month})\b"
        rf"(?:{of}\s+(?P<y>(?:1[5-9]|20)\d\d)(?!\d){year_word})?",
        # August 2025
        rf"\b(?P<bm>{month}){of}\s+(?P<by>(?:1[5-9]|20)\d\d)(?!\d){year_word}",
        # 2016-2018
        rf"(?<![\d.,])(?P<r1>(?:1[5-9]|20)\d\d)\s?(?:{words.joint})\s?(?P<r2>(?:1[5-9]|20)\d\d)(?![\d.,]\d|\d)"
        rf"{year_word}",
        rf"\b(?P<shift>{'|'.join(words.shifts)})\b",
        rf"\b(?P<day>{'|'.join(words.days)})\b",
        rf"\b(?P<w>{'|'.join(words.weekdays)})\b",
        rf"\b(?:{words.in_month})\s?(?P<lm>\b(?:{month}))\b",
    ]
    if words.year_before:
        forms.append(rf"\b(?:{words.year_before})\s?(?P<ly>\b(?:19|20)\d\d)(?![\d.,]\d|\d|\s?%)")
    if words.year_after:
        forms.append(rf"\b(?P<ly2>(?:1[5-9]|20)\d\d)(?:-?\w{{1,2}})?\s(?:{words.year_after})(?!\w)")
    return r"\b(?:" + "|".join(forms) + ")"  # tried at the front of words alone


_CHINESE = re.compile(
    _NUMERIC + r"|(?:(?P<y>(?:19|20)\d\d)\s?年\s?)?(?P<m>\d{1,2})\s?月\s?(?P<d>\d{1,2})\s?[日号號]"
    r"(?:\s?(?:-|–|—|至|到|和)\s?(?P<d2>\d{1,2})\s?[日号號])?"
    r"|(?P<by>(?:19|20)\d\d)\s?年\s?(?P<bm>\d{1,2})\s?月"
    r"|(?P<ly>(?:19|20)\d\d)\s?年"
    r"|(?P<week>[上下本这這]?(?:周|週|星期|礼拜|禮拜))(?P<w>[一二三四五六日天])"
    rf"|(?P<shift>{'|'.join(CHINESE_SHIFTS)})|(?P<day>{'|'.join(CHINESE_DAYS)})"
    r"|(?<!\d)(?P<lm>\d{1,2})\s?月(?:份|初|底|中旬|上旬|下旬)"
)

_CHINESE_CUES = re.compile(rf"(?P<ahead>{CHINESE_AHEAD})|(?P<back>{CHINESE_BACK})")


def find_foreign(text: str, written: Written, language: str) -> tuple[Timex, ...]:
    """Date expressions of `text` in `language`; of an unknown one, numeric dates alone."""
    return tuple(_found(text, written, language))


def _found(text: str, written: Written, language: str) -> Iterator[Timex]:
    grammar = _grammar(language)
    if language == "zh":
        pattern, cues = _CHINESE, _CHINESE_CUES
    elif grammar:
        pattern, cues = grammar.pattern, grammar.cues
    else:
        pattern, cues = re.compile(_NUMERIC), re.compile("(?!)")
    finder = _Finder(text, written, grammar, cues)
    for match in pattern.finditer(text):
        yield from finder.read(match)


class _Finder:
    def __init__(
        self, text: str, written: Written, grammar: _Grammar | None, cues: re.Pattern[str]
    ) -> None:
        self.text = text
        self.written = written
        self.grammar = grammar
        self.cues = cues

    def read(self, match: re.Match[str]) -> list[Timex]:
        group = match.groupdict()
        if match.start() and self.text[match.start() - 1].isdigit():
            return []
        if group.get("iy"):
            return self._whole(match, group["iy"], group["im"], group["id"])
        if group.get("ny"):
            return self._whole(match, group["ny"], group["nm"], group["nd"])
        if group.get("d"):
            return self._days(match, group)
        if group.get("bm"):
            month = self._month(group["bm"])
            value = calendar.month_value(int(group["by"]), month) if month else None
            return [self._timex(match.span(), value, "month", NONE, None)] if value else []
        if group.get("shift"):
            return self._shift(match, group["shift"])
        if group.get("day"):
            return self._day_word(match, group["day"])
        if group.get("w"):
            return self._weekday(match, group)
        if group.get("lm"):
            return self._lone_month(match, group["lm"])
        return self._year(match, group)

    # -- forms -----------------------------------------------------------------------------

    def _whole(self, match: re.Match[str], year: str, month: str, day: str) -> list[Timex]:
        found = calendar.make_day(int(year), int(month), int(day))
        return [self._timex(match.span(), found.isoformat(), "day", NONE, None)] if found else []

    def _days(self, match: re.Match[str], group: dict[str, str | None]) -> list[Timex]:
        month = self._month(group["m"] or "")
        if not month:
            return []
        numbers = [(name, _number(group.get(name))) for name in ("d", "d2")]
        result: list[Timex] = []
        way = self._way(match)
        for name, number in numbers:
            if number is None:
                continue
            year = int(group["y"] or 0)
            if year:
                day, relative = calendar.make_day(year, month, number), False
            else:
                reference = self._reference()
                if reference is None:
                    return []
                day, relative = calendar.nearest_day(reference, month, number, way), True
            if day is None:
                return result
            first = numbers[1][1] is not None and name == "d"
            span = (
                match.start() if name == "d" else match.start("d2"),
                match.end("d") if first else match.end(),
            )
            result.append(self._timex(span, day.isoformat(), "day", way, relative))
        return result

    def _lone_month(self, match: re.Match[str], name: str) -> list[Timex]:
        month = self._month(name)
        written = self.written
        if not month or written.year is None or written.month is None:
            return []
        way = self._way(match)
        year = calendar.nearest_year_of_month(written.year, written.month, month, way)
        span = (match.start("lm"), match.end())
        return [self._timex(span, calendar.month_value(year, month), "month", way, True)]

    def _year(self, match: re.Match[str], group: dict[str, str | None]) -> list[Timex]:
        first, last = group.get("r1"), group.get("r2")
        if first and last:
            if int(last) <= int(first):
                return []
            return [
                self._timex(match.span("r1"), first, "year", NONE, None),
                self._timex((match.start("r2"), match.end()), last, "year", NONE, None),
            ]
        first = group.get("ly") or group.get("ly2")
        if first is None:
            return []
        name = "ly" if group.get("ly") else "ly2"
        return [self._timex((match.start(name), match.end()), first, "year", NONE, None)]

    def _day_word(self, match: re.Match[str], word: str) -> list[Timex]:
        shift = CHINESE_DAYS.get(word)
        if shift is None and self.grammar:
            shift = next((s for form, s in self.grammar.days if form.fullmatch(word)), None)
        if shift is None or self.written.day is None:
            return []
        day = calendar.add_days(self.written.day, shift)
        way = (shift > 0) - (shift < 0)
        return [self._timex(match.span(), day.isoformat(), "day", way, True)] if day else []

    def _weekday(self, match: re.Match[str], group: dict[str, str | None]) -> list[Timex]:
        day = self.written.day
        word = group["w"] or ""
        if day is None:
            return []
        if "week" in group:  # Chinese
            weekday = CHINESE_WEEKDAYS.index("日" if word == "天" else word)
            head = (group["week"] or "")[0]
            if head in "上下":
                monday = calendar.add_days(day, -day.weekday() + (7 if head == "下" else -7))
                found = calendar.add_days(monday, weekday) if monday else None
                way = AHEAD if head == "下" else PAST
                return (
                    [self._timex(match.span(), found.isoformat(), "day", way, True)]
                    if found
                    else []
                )
            way = self._way(match)
        else:
            assert self.grammar is not None
            weekday = next(
                i for i, form in enumerate(self.grammar.weekdays) if form.fullmatch(word)
            )
            before = self.text[max(0, match.start() - 20) : match.start()]
            way = AHEAD if self.grammar.next_words.search(before) else self._way(match)
        if way == AHEAD:
            found = calendar.weekday_after(day, weekday, same=True)
        else:
            found = calendar.weekday_before(day, weekday, same=True)
        return [self._timex(match.span(), found.isoformat(), "day", way, True)] if found else []

    def _shift(self, match: re.Match[str], words: str) -> list[Timex]:
        shift = CHINESE_SHIFTS.get(words)
        if shift is None and self.grammar:
            shift = next((s for form, s in self.grammar.shifts if form.fullmatch(words)), None)
        written = self.written
        if shift is None or written.year is None:
            return []
        unit, count = shift
        way = count
        if unit == "Y":
            return [self._timex(match.span(), f"{written.year + count:04}", "year", way, True)]
        if unit == "M" and written.month:
            value = calendar.month_value(*calendar.add_months(written.year, written.month, count))
            return [self._timex(match.span(), value, "month", way, True)]
        day = calendar.add_days(written.day, 7 * count) if written.day and unit == "W" else None
        return (
            [self._timex(match.span(), calendar.week_value(day), "week", way, True)] if day else []
        )

    # -- helpers ---------------------------------------------------------------------------

    def _month(self, name: str) -> int:
        if name.isdigit():
            return int(name) if 1 <= int(name) <= 12 else 0
        assert self.grammar is not None
        return next((i for i, form in enumerate(self.grammar.months, 1) if form.fullmatch(name)), 0)

    def _reference(self) -> date | None:
        written = self.written
        if written.day:
            return written.day
        return date(written.year, written.month, 15) if written.year and written.month else None

    def _way(self, match: re.Match[str]) -> int:
        """Where the nearest cue of its clause points, before it and then behind; else PAST."""
        before = self.text[max(0, match.start() - _CUE_REACH) : match.start()]
        ends = list(_CLAUSE_END.finditer(before))
        if ends:
            before = before[ends[-1].end() :]
        after = self.text[match.end() : match.end() + _CUE_REACH]
        end = _CLAUSE_END.search(after)
        if end:
            after = after[: end.start()]
        for cue in [*list(self.cues.finditer(before))[::-1], *self.cues.finditer(after)]:
            return AHEAD if cue.lastgroup == "ahead" else PAST
        return PAST

    def _timex(
        self,
        span: tuple[int, int],
        value: str,
        precision: Precision,
        way: int,
        relative: bool | None,
    ) -> Timex:
        said = " ".join(self.text[span[0] : span[1]].split())
        if relative:
            how = {AHEAD: "counted ahead from", PAST: "counted back from"}.get(way, "read beside")
            written = self.written
            known = written.day.isoformat() if written.day else f"{written.year:04}"
            basis = f"'{said}' {how} {known}"
        else:
            basis = f"'{said}' as written"
        return Timex(span[0], span[1], "DATE", value, value, precision, way, basis)


def _number(text: str | None) -> int | None:
    digits = re.match(r"\d+", text or "")
    return int(digits.group()) if digits else None
