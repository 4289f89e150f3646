"""What is counted from the text's own date: Friday, yesterday, last week, this year."""

from __future__ import annotations

from datetime import date

from rashomon.timeline import calendar
from rashomon.timeline.direction import AHEAD, NONE, PAST
from rashomon.timeline.lexicon import DAY_PARTS, DAYS_AWAY, NEXT_WORDS, PAST_WORDS, WEEKDAYS
from rashomon.timeline.periods import Periods
from rashomon.timeline.timex import Timex

# Before a weekday, that it is the name of a feast or an event: "Good Friday".
_NAMED_DAYS = frozenset("black good bloody super cyber palm ash holy easter maundy shrove".split())


class Relative(Periods):
    """Weekdays, days and units beside the text's own date."""

    def _weekday(self, start: int, end: int) -> list[Timex]:
        at = self._find("W", start, end)
        if at is None:
            return []
        prefix = self._word(start) if start < at else ""
        if start == at and self._word(at - 1) in _NAMED_DAYS and self.words[at - 1].istitle():
            return []
        weekday = WEEKDAYS[self._word(at)]
        suffix = self._clock(start, at)
        if end - 1 > at:
            suffix = DAY_PARTS[self._word(end - 1)]
        if prefix in ("earlier", "later"):
            start += 1
        day = self.written.day
        if day is None:
            way = AHEAD if prefix in NEXT_WORDS else self._way(start, end)
            value, basis = f"XXXX-WXX-{weekday + 1}", "the week is not known"
            return [self._timex(start, end, value, way=way, basis=basis)]
        way = (
            PAST
            if prefix in PAST_WORDS
            else AHEAD
            if prefix in NEXT_WORDS
            else self._way(start, end)
        )
        if prefix in ("following", "preceding", "previous"):
            anchor = self._day_before(start)
            if anchor is None and prefix != "following":
                anchor = day
            if anchor is None:
                return [self._timex(start, end, f"XXXX-WXX-{weekday + 1}")]
            beside = calendar.weekday_after if prefix == "following" else calendar.weekday_before
            found = beside(anchor, weekday, same=False)
            basis = f"'{self._said(start, end)}' beside {anchor}, the date spoken of before"
            return [self._day(start, end, found, NONE, basis, suffix)] if found else []
        if (follows := self._list_day(start)) is not None:
            found = calendar.weekday_after(follows, weekday, same=False)
            way = AHEAD if found and found > day else PAST
        else:
            found = self._weekday_day(day, weekday, way, prefix)
        if found is None:
            return []
        return [self._day(start, end, found, way, self._counted(start, end, way or PAST), suffix)]

    def _list_day(self, start: int) -> date | None:
        """The day right before in a list: a weekday runs on from it ("Thursday and Friday")."""
        at = start - 1
        if self._word(at) == "on":
            at -= 1
        if at < 1 or not (self.classes[at] in "A-" or self.words[at] == ","):
            return None
        if self.classes[at - 1] != "W" or self.tokens.end(at - 1) != self.last_day_end:
            return None
        return self.last_day

    def _weekday_day(self, day: date, weekday: int, way: int, prefix: str) -> date | None:
        if way == AHEAD:
            return calendar.weekday_after(day, weekday, same=prefix not in NEXT_WORDS)
        return calendar.weekday_before(day, weekday, same=prefix not in PAST_WORDS)

    def _today(self, start: int, end: int) -> list[Timex]:
        at = self._find("Z", start, end)
        part_at = self._find("t", start, end)
        head = self._word(start)
        if at is None:
            if part_at is None or self.words[part_at].istitle():
                return []  # a programme: "This Morning"
            if self.classes[start] == "E":
                if head != "mid" or (self.last_day is None and self.written.day is None):
                    return []
                anchor = self.last_day or self.written.day
                value = f"{anchor}{DAY_PARTS[self._word(part_at)]}"
                return [self._timex(start, end, value, "TIME")]
            if self.classes[start] == "H" and self.last_day:
                day: date | None = self.last_day
                shift, way = 0, NONE
            else:
                shift = -1 if head in PAST_WORDS else 0
                day, way = self.written.day, PAST if shift else NONE
                if head not in ("this", "last"):
                    return []
        else:
            if (
                self.words[at].istitle()
                and self.words[at - 1 : at]
                and self.words[at - 1].isalpha()
                and not self.words[at - 1].islower()
            ):
                return []  # a paper or a programme: "USA Today"
            if self.words[at] == "Today" and self._word(end) == "show":
                return []
            if self.words[at] == "TODAY" and self._word(at - 1) == "usa":
                return []
            shift = DAYS_AWAY[self._word(at)]
            day, way = self.written.day, shift
        if head in ("earlier", "later"):
            start += 1
        suffix = self._clock(start, at or end)
        if part_at is not None:
            suffix = DAY_PARTS[self._word(part_at)]
        elif at is not None and self._word(at) == "tonight":
            suffix = "TNI"
        if day is None:
            return [self._timex(start, end, "XXXX-XX-XX", basis="the day is not known")]
        found = calendar.add_days(day, shift)
        if found is None:
            return []
        timex = self._day(start, end, found, way, self._counted(start, end, way), suffix)
        return [timex]

    def _shifted(self, start: int, end: int, count: float, unit: str) -> list[Timex]:
        """A date `count` units from the text's own, as precise as the unit."""
        written, way = self.written, PAST if count < 0 else AHEAD if count else NONE
        basis = self._counted(start, end, way)
        if not count and self._way(start, end) == AHEAD:
            way = AHEAD  # "is expected this month": planned, though the month has begun
        whole = int(count)
        if unit == "F":
            unit, whole = "W", int(count * 2)
        if unit == "E":
            unit, whole = "Y", int(count * 10)
        if unit == "C":
            unit, whole = "Y", int(count * 100)
        if unit in ("D", "W", "WE"):
            if written.day is None:
                return [
                    self._timex(start, end, "PAST_REF" if count < 0 else "FUTURE_REF", basis=basis)
                ]
            day = calendar.add_days(written.day, whole * (1 if unit == "D" else 7))
            if day is None:
                return []
            if unit == "D":
                return [self._day(start, end, day, way, basis)]
            value = calendar.week_value(day)
            return [
                self._timex(start, end, value, iso=value, precision="week", way=way, basis=basis)
            ]
        if unit in ("M", "Q"):
            if written.year is None or written.month is None:
                return [
                    self._timex(start, end, "PAST_REF" if count < 0 else "FUTURE_REF", basis=basis)
                ]
            year, month = calendar.add_months(
                written.year, written.month, whole * (1 if unit == "M" else 3)
            )
            if not 1 <= year <= 9000:
                return []
            if unit == "Q":
                return [self._quarter_timex(start, end, year, (month + 2) // 3)]
            value = calendar.month_value(year, month)
            return [
                self._timex(start, end, value, iso=value, precision="month", way=way, basis=basis)
            ]
        if unit == "Y":
            if written.year is None:
                return [
                    self._timex(start, end, "PAST_REF" if count < 0 else "FUTURE_REF", basis=basis)
                ]
            year = written.year + whole
            if not 1 <= year <= 9000:
                return []
            value = f"{year:04}"
            return [
                self._timex(start, end, value, iso=value, precision="year", way=way, basis=basis)
            ]
        # Hours and minutes stay within the day.
        if written.day is None:
            return []
        iso = written.day.isoformat()
        return [self._timex(start, end, iso, "TIME", iso, "day", way, basis)]

    def _weekend(self, start: int, end: int, sign: int) -> list[Timex]:
        day = self.written.day
        if day is None:
            return []
        if sign == 0:
            way = self._way(start, end)
            sunday = (
                calendar.weekday_before(day, 6, same=True)
                if way != AHEAD and day.weekday() < 5
                else calendar.weekday_after(day, 6, same=True)
            )
        elif sign < 0:
            way, sunday = PAST, calendar.weekday_before(day, 6, same=False)
        else:
            way, sunday = AHEAD, calendar.weekday_after(day, 6, same=False)
        saturday = calendar.add_days(sunday, -1) if sunday else None
        if sunday is None or saturday is None:
            return []
        value = calendar.week_value(sunday) + "-WE"
        iso = f"{saturday.isoformat()}/{sunday.isoformat()}"
        return [
            self._timex(
                start,
                end,
                value,
                iso=iso,
                precision="weekend",
                way=way,
                basis=self._counted(start, end, way),
            )
        ]
