"""Dates in other languages than English: written out, weekdays, yesterday, last week.

One regular expression a language, made from the words of `languages`. A date without a year
lies where the nearest cue of the sentence points, else on the nearer side of the writing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from rashomon.model import Precision
from rashomon.timeline import calendar
from rashomon.timeline.calendar import Written
from rashomon.timeline.chinese import CUES, FINDER, SEASONS, digits_of, number_of, year_of
from rashomon.timeline.direction import AHEAD, NONE, PAST
from rashomon.timeline.foreign_grammar import Grammar, grammar_of
from rashomon.timeline.languages import (
    CHINESE_DAYS,
    CHINESE_SHIFTS,
    CHINESE_WEEKDAYS,
)
from rashomon.timeline.lexicon import SEASON_MONTHS
from rashomon.timeline.numeric import NUMERIC
from rashomon.timeline.timex import Timex

# How far around an expression, in characters, its cue may stand.
_CUE_REACH = 60
# Where a clause ends: a reporting verb before a comma says nothing of what stands behind it.
_CLAUSE_END = re.compile(r"[.!?…;:,–—]\s|\n|[。！？；，：]")


def find_foreign(text: str, written: Written, language: str) -> tuple[Timex, ...]:
    """Date expressions of `text` in `language`; of an unknown one, numeric dates alone."""
    return tuple(_found(text, written, language))


def _found(text: str, written: Written, language: str) -> Iterator[Timex]:
    grammar = grammar_of(language)
    if language == "zh":
        text, pattern, cues = digits_of(text), FINDER, CUES
    elif grammar:
        pattern, cues = grammar.pattern, grammar.cues
    else:
        pattern, cues = re.compile(NUMERIC), re.compile("(?!)")
    finder = _Finder(text, written, grammar, cues)
    for match in pattern.finditer(text):
        yield from finder.read(match)


class _Finder:
    def __init__(
        self, text: str, written: Written, grammar: Grammar | None, cues: re.Pattern[str]
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
        if group.get("ny2"):
            return self._whole(match, group["ny2"], group["nm2"], group["nd2"])
        if group.get("d"):
            return self._days(match, group)
        if group.get("o"):
            return self._days(match, {"d": group["o"], "m": group["om"], "y": group["oy"]})
        if group.get("bm"):
            month = self._month(group["bm"])
            year = self._year_of(group)
            value = calendar.month_value(year, month) if month and year else None
            return [self._timex(match.span(), value, "month", NONE, None)] if value else []
        if group.get("zh_season"):
            return self._season(match, group["zh_season"], int(group["by_season"] or 0))
        if group.get("season"):
            return self._season(match, group["season"], int(group["sy"]))
        if group.get("decade"):
            return self._decade(match, group["decade"])
        if group.get("an") or group.get("hn"):
            return self._counted(match, group)
        if alone := group.get("alone") or group.get("alone2"):
            return self._day_alone(match, alone)
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
        numbers = [(name, self._day_number(group.get(name))) for name in ("d", "d2")]
        result: list[Timex] = []
        way = self._way(match)
        for name, number in numbers:
            if number is None:
                continue
            year = self._year_of(group)
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
                match.start("d2") if name == "d2" else match.start(),
                match.end("d") if first else match.end(),
            )
            result.append(self._timex(span, day.isoformat(), "day", way, relative))
        return result

    def _lone_month(self, match: re.Match[str], name: str) -> list[Timex]:
        month = self._month(name)
        written = self.written
        if not month or written.year is None or written.month is None:
            return []
        span = (match.start("lm"), match.end())
        if year := match.groupdict().get("lmy"):
            return [self._timex(span, calendar.month_value(int(year), month), "month", NONE, None)]
        way = self._way(match)
        year = calendar.nearest_year_of_month(written.year, written.month, month, way)
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
        if not first.isdigit():
            year = year_of(first, None)
            first = f"{year:04}" if year else ""
        if not first:
            return []
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

    def _counted(self, match: re.Match[str], group: dict[str, str | None]) -> list[Timex]:
        """Days, weeks, months or years ago, or from now on."""
        way = PAST if group.get("an") else AHEAD
        if way == AHEAD and self._cue(match) == PAST:
            return []  # "in two weeks they built": how long it took, or counted from elsewhere
        name = "a" if way == PAST else "h"
        count = self._count(group[f"{name}n"] or "")
        word = group[f"{name}u"] or ""
        unit = self._unit(word)
        written = self.written
        if count is None or unit is None or written.year is None:
            return []
        if unit == "Y":
            value = f"{written.year + way * count:04}"
        elif unit == "M":
            moved = written.month and calendar.add_months(written.year, written.month, way * count)
            value = calendar.month_value(*moved) if moved else ""
        else:
            days = count * (7 if unit == "W" else 1)
            day = calendar.add_days(written.day, way * days) if written.day else None
            value = "" if day is None else day.isoformat()
            if day is not None and unit == "W":
                value = calendar.week_value(day)
        if not value or not 1000 <= int(value[:4]) <= 9000:
            return []
        precision: Precision = {"Y": "year", "M": "month", "W": "week"}.get(unit, "day")  # type: ignore[assignment]
        return [self._timex(match.span(), value, precision, way, True)]

    def _season(self, match: re.Match[str], word: str, year: int) -> list[Timex]:
        season = SEASONS.get(word)
        if self.grammar:
            season = next((s for form, s in self.grammar.seasons if form.fullmatch(word)), None)
        if season is None:
            return []
        first = SEASON_MONTHS[season]
        last = calendar.month_value(*calendar.add_months(year, first, 2))
        iso = f"{calendar.month_value(year, first)}/{last}"
        basis = f"'{self._said(match.span())}' as written, months of the northern season"
        return [Timex(*match.span(), "DATE", f"{year:04}-{season}", iso, "season", NONE, basis)]

    def _decade(self, match: re.Match[str], year: str) -> list[Timex]:
        basis = f"'{self._said(match.span())}' as written"
        iso = f"{year}/{year[:3]}9"
        return [Timex(*match.span(), "DATE", year[:3], iso, "decade", NONE, basis)]

    def _day_alone(self, match: re.Match[str], number: str) -> list[Timex]:
        """A day of the month that is written in (Chinese: 当地时间14日)."""
        written, day = self.written, number_of(number)
        if written.day is None or written.month is None or written.year is None or not day:
            return []
        way = self._way(match)
        found = []
        for shift in (-1, 0, 1):
            year, month = calendar.add_months(written.year, written.month, shift)
            if made := calendar.make_day(year, month, day):
                found.append(made)
        best = min(found, key=lambda d: calendar.distance((d - written.day).days, way))  # type: ignore[operator]
        return [self._timex(match.span(), best.isoformat(), "day", way, True)]

    # -- helpers ---------------------------------------------------------------------------

    def _year_of(self, group: dict[str, str | None]) -> int | None:
        """The year that a match gives: in digits, in signs, of an era, or "last year"."""
        word = group.get("y") or group.get("by")
        if word is None:
            return None
        if word.isdigit():
            return int(word)
        return year_of(word, self.written.year)

    def _day_number(self, word: str | None) -> int | None:
        if word is None:
            return None
        if (number := _number(word)) is not None:
            return number
        if self.grammar is None:
            return number_of(word)
        return next((n for form, n in self.grammar.ordinals if form.fullmatch(word)), None)

    def _count(self, word: str) -> int | None:
        if word.isdigit():
            return int(word)
        if self.grammar is None:
            return number_of(word)
        return next((n for form, n in self.grammar.numbers if form.fullmatch(word)), None)

    def _unit(self, word: str) -> str | None:
        if self.grammar is None:
            return {"天": "D", "日": "D", "年": "Y"}.get(word) or ("M" if "月" in word else "W")
        return next((u for form, u in self.grammar.units if form.fullmatch(word)), None)

    def _said(self, span: tuple[int, int]) -> str:
        return " ".join(self.text[span[0] : span[1]].split())

    def _month(self, name: str) -> int:
        if self.grammar is None:
            number = int(name) if name.isdigit() else number_of(name) or 0
            return number if 1 <= number <= 12 else 0
        return next((i for i, form in enumerate(self.grammar.months, 1) if form.fullmatch(name)), 0)

    def _reference(self) -> date | None:
        written = self.written
        if written.day:
            return written.day
        return date(written.year, written.month, 15) if written.year and written.month else None

    def _way(self, match: re.Match[str]) -> int:
        """Where the nearest cue of its clause points; without one, back."""
        return self._cue(match) or PAST

    def _cue(self, match: re.Match[str]) -> int:
        """Where the nearest cue of its clause points, before it and then behind; NONE without."""
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
        return NONE

    def _timex(
        self,
        span: tuple[int, int],
        value: str,
        precision: Precision,
        way: int,
        relative: bool | None,
    ) -> Timex:
        said = self._said(span)
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
