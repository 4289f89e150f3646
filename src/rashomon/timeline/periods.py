"""Quarters, halves, seasons, holidays."""

from __future__ import annotations

from datetime import date

from rashomon.timeline import calendar
from rashomon.timeline.direction import PAST
from rashomon.timeline.lexicon import (
    HOLIDAYS,
    NEXT_WORDS,
    ORDINALS,
    PAST_WORDS,
    SEASON_MONTHS,
    SEASONS,
    UNIT_OF,
)
from rashomon.timeline.timex import Timex
from rashomon.timeline.years import Years


class Periods(Years):
    """Named parts of a year."""

    def _quarter(self, start: int, end: int) -> list[Timex]:
        if self.classes[start] == "-":
            return []
        if self.classes[start] == "p":  # Q3 2031
            number = int(self.words[start + 1])
            year_at = self._find("y", start, end)
            if not 1 <= number <= 4 or not self._adjacent(start + 1) or year_at is None:
                return []
            return [self._quarter_timex(start, end, int(self.words[year_at]), number)]
        if self.classes[start] == "D" and self.classes[start + 1 : end] == "Q-q":
            start += 1  # "the third-quarter loss"
        words = [self._word(index) for index in range(start, end)]
        spoken = self._last_quarter(start)
        ordinal = next((ORDINALS[word] for word in words if word in ORDINALS), None)
        digit = self._find("d", start, end)
        if ordinal is None and digit is not None:
            ordinal = int(self.words[digit]) or 5
        if ordinal is not None and ordinal > 4:
            return []
        year_at = self._find("y", start, end)
        year: int | None = None
        ago = "-" in words and ("ago" in words or "earlier" in words)
        if year_at is not None:
            year = int(self.words[year_at])
        elif self.written.year is not None:
            if ago or any(word in PAST_WORDS for word in words):
                year = self.written.year - 1
            elif any(word in NEXT_WORDS for word in words):
                year = self.written.year + 1
            elif "this" in words and "year" in words:
                year = self.written.year
        if spoken is None and "quarter" not in words:
            if not ago or self.written.year is None:
                return []
            value = str(self.written.year - 1)
            basis = self._counted(start, end, PAST)
            return [self._timex(start, end, value, "DATE", value, "year", PAST, basis)]
        if ordinal is None:
            if spoken is None:
                if not self.written.month or self.written.year is None:
                    return []
                return [self._timex(start, end, f"{year or self.written.year}-QX")]
            ordinal = spoken[1]
            if ago or year is None:
                year = spoken[0] - ago
            return [self._quarter_timex(start, end, year, ordinal)]
        if year is None:
            year = self._year_of_quarter(ordinal, self._way(start, end))
        if year is None:
            return [self._timex(start, end, f"XXXX-Q{ordinal}")]
        if not (ago or any(word in PAST_WORDS for word in words)):
            self.quarter_spoken_of = (year, ordinal)
        return [self._quarter_timex(start, end, year, ordinal)]

    def _year_of_quarter(self, quarter: int, way: int) -> int | None:
        if self.written.year is None or self.written.month is None:
            return None
        year, now = self.written.year, self.written.month
        return calendar.nearest_year_of_quarter(year, now, quarter, way or PAST)

    def _part(self, start: int, end: int) -> list[Timex]:
        words = [self._word(index) for index in range(start, end)]
        year_at = self._find("y", start, end)
        year = int(self.words[year_at]) if year_at is not None else None
        if year is None and self.written.year is not None and "year" in words:
            year = self.written.year + (
                -1 if words[-2] in PAST_WORDS else 1 if words[-2] in NEXT_WORDS else 0
            )
        if "half" in words and year is not None:
            half = 1 if "first" in words else 2
            iso = f"{year:04}-{'01' if half == 1 else '07'}/{year:04}-{'06' if half == 1 else '12'}"
            return [
                self._timex(
                    start,
                    end,
                    f"{year:04}-H{half}",
                    iso=iso,
                    precision="interval",
                    way=self._way(start, end),
                    basis=self._as_written(start, end),
                )
            ]
        unit_at = self._find("Uq", start, end)
        if unit_at is None:
            return []
        first = start + 1 if self.classes[start] == "D" else start
        count, seen = self._number(first + 1, unit_at)
        if not seen:
            return []
        end = unit_at + 1
        self.consumed = end
        unit = UNIT_OF[self._word(unit_at)]
        return [self._timex(start, end, self._duration_value(count, unit), "DURATION")]

    def _season_shift(self, start: int, end: int, sign: int, season: str) -> list[Timex]:
        written = self.written
        if written.year is None or written.month is None:
            return [self._timex(start, end, f"XXXX-{season}")]
        first = SEASON_MONTHS[season]
        way = sign or self._way(start, end)
        year = written.year
        if sign < 0:
            year = year if first + 2 < written.month else year - 1
        elif sign > 0:
            year = year if first > written.month else year + 1
        else:
            year = calendar.nearest_year_of_month(year, written.month, first + 1, way)
        return [self._season_timex(start, end, year, season, way, self._counted(start, end, way))]

    def _season_timex(
        self, start: int, end: int, year: int, season: str, way: int, basis: str
    ) -> Timex:
        first = SEASON_MONTHS[season]
        last = calendar.month_value(*calendar.add_months(year, first, 2))
        return self._timex(
            start, end, f"{year:04}-{season}", iso=f"{calendar.month_value(year, first)}/{last}",
            precision="season", way=way, basis=basis + ", months of the northern season",
        )  # fmt: skip

    def _season(self, start: int, end: int) -> list[Timex]:
        at = self._find("S", start, end)
        if at is None:
            return []
        season = SEASONS[self._word(at)]
        year_at = self._find("y", at, end)
        if year_at is not None:
            year = int(self.words[year_at])
            return [
                self._season_timex(
                    start, end, year, season, self._way(start, end), self._as_written(start, end)
                )
            ]
        if end > at + 1 and self._word(end - 1) in UNIT_OF and self.written.year:
            word = self._word(end - 2)
            shift = -1 if word in PAST_WORDS else 1 if word in NEXT_WORDS else 0
            return [
                self._season_timex(
                    start,
                    end,
                    self.written.year + shift,
                    season,
                    shift,
                    self._counted(start, end, shift),
                )
            ]
        if (spelled := self._spelled(at + 1, end)) is not None:
            return [
                self._season_timex(
                    start, end, spelled, season, self._way(start, end), self._as_written(start, end)
                )
            ]
        end = at + 1
        self.consumed = end
        before = self._word(start - 1)
        if self.words[at][0].isupper() and self._word(at) != "summer":
            return []
        if (
            self._word(at) in ("fall", "spring")
            and before not in ("in", "by", "since", "until", "during")
            and self._word(start) not in ("early", "late")
        ):
            return []
        if before in ("in", "by", "since", "until", "during", "over", "through", "of", "for"):
            return self._season_shift(start, end, 0, season)
        return []

    def _holiday(self, start: int, end: int) -> list[Timex]:
        name = self._word(start)
        end = start + 1
        if name == "new":  # New Year's Eve
            if self._word(end) != "year":
                return []
            end += 3 if self.classes[end + 1 : end + 3] == "'s" else 1
            if self._word(end) not in ("day", "eve"):
                return []
        self.consumed = end
        after = self._word(end)
        shift = 0
        if after == "day":
            end += 1
        elif after == "eve":
            end, shift = end + 1, -1
        self.consumed = end
        way = self._way(start, end)
        written = self.written
        if written.year is None or written.day is None:
            return []
        options = []
        for year in (written.year - 1, written.year, written.year + 1):
            fixed = _holiday(name, year)
            moved = calendar.add_days(fixed, shift) if fixed else None
            if moved:
                options.append(moved)
        if not options:
            return []
        reference = written.day
        best = min(options, key=lambda d: calendar.distance((d - reference).days, way))
        return [self._day(start, end, best, way, self._counted(start, end, way))]


def _holiday(name: str, year: int) -> date | None:
    if name == "thanksgiving":
        first = date(year, 11, 1)
        fourth = calendar.weekday_after(first, 3, same=True)
        return calendar.add_days(fourth, 21) if fourth else None
    if name == "easter":
        # Gauss's algorithm in the anonymous Gregorian form (Meeus, 1991).
        a, b, c = year % 19, year // 100, year % 100
        d, e = b // 4, b % 4
        g = (8 * b + 13) // 25
        h = (19 * a + b - d - g + 15) % 30
        i, k = c // 4, c % 4
        lam = (32 + 2 * e + 2 * i - h - k) % 7
        m = (a + 11 * h + 22 * lam) // 451
        month, day = divmod(h + lam - 7 * m + 114, 31)
        return date(year, month, day + 1)
    fixed = HOLIDAYS.get(name)
    return date(year, *fixed) if fixed else None
