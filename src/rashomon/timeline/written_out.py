"""Dates that are written out: 2031-05-07, Saturday, May 7, late May 2031, 5 p.m."""

from __future__ import annotations

import re
from datetime import date

from rashomon.timeline import calendar
from rashomon.timeline.direction import AHEAD, PAST
from rashomon.timeline.lexicon import CLOCK, MONTHS, NEXT_WORDS, PAST_WORDS, UNIT_OF
from rashomon.timeline.reader import BaseReader
from rashomon.timeline.timex import Timex

_BEFORE_MONTHS = frozenset(
    "In Since Of By Until From During Through Till Before After For Late Early Mid Last Next This "
    "On And The To Between".split()
)
_FUNCTION_WORDS = frozenset(
    "from on in to with for was is had has were that which who it he she they we i you there the "
    "and but or as when where so not have would could will".split()
)
# Before "May" and "March", that they are months.
_DAY_MONTHS = frozenset(
    "in since of by between until from during through till before after for late early mid last next this".split()
)

# From the end of a date to the year of the one it is joined with.
_RANGE_TAIL = re.compile(r"[A-](?:E-?)?(?:[Mv]|m\.?)(?:do?)?,?O?y")


class WrittenOut(BaseReader):
    """Days and months by their names and numbers."""

    def _numeric(self, start: int, end: int) -> list[Timex]:
        for index in range(start + 1, end):
            if not self._adjacent(index):
                return []
        if start and self._adjacent(start) and self.words[start - 1] not in "(\"'“‘[":
            return []
        numbers = [int(self.words[index]) for index in range(start, end, 2)]
        if self.classes[start] == "y":
            year, month, day = numbers
        elif self.words[start + 1] == "." or numbers[0] > 12:
            day, month, year = numbers
        else:
            month, day, year = numbers
        whole = calendar.make_day(year, month, day)
        if whole is None:
            return []
        return [self._day(start, end, whole, 0, self._as_written(start, end))]

    def _calendar(self, start: int, end: int) -> list[Timex]:
        month_at = self._find("Mvm", start, end)
        if month_at is None:
            return []
        days = self._days_of(month_at, start, end)
        if not days or not 1 <= int(self.words[days[0]]) <= 31:
            return []
        month = MONTHS[self._word(month_at)]
        month_first = days[0] > month_at
        if month_first and len(days) == 1 and end < len(self.words) and self.words[end] == "%":
            return []
        year_at = self._find("y", start, end)
        year = int(self.words[year_at]) if year_at is not None else self._year_ahead(end, month)
        way = self._way(start, end)
        if year is None and self._word(end - 1) in UNIT_OF:
            if self._word(end - 1) != "year":
                end -= 2  # "March 3, last week"
                self.consumed = end
            elif self.written.year is not None:
                word = self._word(end - 2)
                year = self.written.year + (word in NEXT_WORDS) - (word in PAST_WORDS)
        first_end = self._day_end(days[0], end) if len(days) > 1 else end
        number = int(self.words[days[0]])
        day, basis = self._month_day(start, end, year, month, number, way)
        if day is None:
            if year is None and not self.written.day:
                value = f"XXXX-{month:02}-{number:02}"
                basis = "the year is not known"
                return [self._timex(start, first_end, value, way=way, basis=basis)]
            return []
        other = None
        if len(days) > 1:
            other = calendar.make_day(day.year, month, int(self.words[days[1]]))
            if other is None or other <= day:
                self.consumed = first_end = days[0] + 1 if month_first else days[1]
                if not month_first:
                    return []
                other = None
        suffix = self._clock(start, month_at if month_first else days[0])
        found = [self._day(start, first_end, day, way, basis, suffix)]
        if other is not None:
            last_end = self._day_end(days[1], end) if month_first else end
            found.append(self._day(days[1], last_end, other, way, basis))
        return found

    def _days_of(self, month_at: int, start: int, end: int) -> list[int]:
        """The tokens of the one or two days that stand with a month: "May 3-4", "3 and 4 May"."""
        at = month_at + 1
        if at < end and self.classes[at] == ".":
            at += 1
        if at < end and self.classes[at] == "d":
            joint = self._find("-A", at + 1, end)
            second = self._find("d", joint + 1, end) if joint is not None else None
            return [at] if second is None else [at, second]
        at = month_at - 1
        while at > start and self.classes[at] in "Oo":
            at -= 1
        if at < start or self.classes[at] != "d":
            return []
        before = at - 1
        if before > start and self.classes[before] == "D":
            before -= 1
        if before > start and self.classes[before] in "-A":
            before -= 2 if self.classes[before - 1] == "o" else 1
            if before >= start and self.classes[before] == "d":
                return [before, at]
        return [at]

    def _day_end(self, day_at: int, end: int) -> int:
        """The end of a day's number, its ordinal ending included."""
        return day_at + 2 if day_at + 1 < end and self.classes[day_at + 1] == "o" else day_at + 1

    def _month_day(
        self, start: int, end: int, year: int | None, month: int, day: int, way: int
    ) -> tuple[date | None, str]:
        if year is not None:
            return calendar.make_day(year, month, day), self._as_written(start, end)
        written = self.written
        if written.year is None:
            return None, ""
        if written.day is None:
            if written.month is None:
                return None, ""
            reference = date(written.year, written.month, 15)
        else:
            reference = written.day
        best = calendar.nearest_day(reference, month, day, self._pull(start, way))
        if best is None:
            return None, ""
        return best, f"'{self._said(start, end)}' with the year that is nearest to {self._dct()}"

    def _clock(self, start: int, end: int) -> str:
        """The time of day at the front of an expression: T10:35, T17, or nothing."""
        index = start
        if index >= end:
            return ""
        if self.classes[index] == "k":
            return CLOCK[self._word(index)]
        if self.classes[index] != "d":
            return ""
        hour, minute = int(self.words[index]), None
        index += 1
        if index < end and self.words[index] == ":":
            minute = int(self.words[index + 1])
            index += 2
            if index < end and self.words[index] == ":":
                index += 2
        if index < len(self.words) and self.classes[index] == "K":
            mark = self._word(index)[0]
            if not 1 <= hour <= 12:
                return ""
            hour = hour % 12 + (12 if mark == "p" else 0)
        elif minute is None:
            return ""
        if hour > 24 or (minute or 0) > 59:
            return ""
        return f"T{hour:02}:{minute or 0:02}"

    def _month(self, start: int, end: int) -> list[Timex]:
        month_at = self._find("Mvm", start, end)
        if month_at is None:
            return []
        month = MONTHS[self._word(month_at)]
        letter = self.classes[month_at]
        prefix = self._word(start) if start < month_at else ""
        lead = {self._word(index) for index in range(start, month_at)}
        year_at = self._find("y", month_at, end)
        tail = [self._word(index) for index in range(month_at + 1, end)]
        before = self._word(start - 1)
        if (
            letter == "v"
            and not tail
            and prefix not in ("last", "next", "this", "early", "late", "mid")
        ):
            # "May" and "March" are words as well.
            attribute = prefix == "the" and self._lower_noun(end)
            if before in ("for", "of", "by", "to", "from") and self._is_a_name(
                self.words[month_at]
            ):
                return []
            if before not in _DAY_MONTHS and "of" not in lead and not attribute:
                return []
            if prefix == "the" and "of" not in lead and not attribute:
                return []
        if letter == "m" and not tail and not lead:
            return []
        if prefix == "the" and not lead - {"the"} and year_at is None:
            start += 1
            prefix = ""
        if prefix in ("earlier", "later", "following", "preceding"):
            start += 1
            prefix = ""
        while end > month_at + 1 and self.classes[end - 1] in ",":
            end -= 1
        way = self._way(start, end)
        if year_at is not None:
            year: int | None = int(self.words[year_at])
            basis = self._as_written(start, end)
        elif tail and tail[-1] == "year" and tail[-2] in ("that", "same"):
            year = self._year_before(start)
            basis = f"'{self._said(start, end)}': {year}, the year spoken of before"
        elif tail and tail[-1] == "year" and self.written.year:
            word = tail[-2]
            shift = -1 if word in PAST_WORDS else 1 if word in NEXT_WORDS else 0
            year = self.written.year + shift
            basis = self._counted(start, end, shift)
        elif tail and (spelled := self._spelled(month_at + 1, end)):
            year = spelled
            basis = self._as_written(start, end)
        else:
            if prefix in PAST_WORDS:
                way = PAST
            elif prefix in NEXT_WORDS:
                way = AHEAD
            year = self._year_ahead(end, month) or self._year_of_month(
                month, self._pull(start, way), prefix
            )
            basis = self._counted(start, end, way)
        if year is None:
            basis = "the year is not known"
            return [self._timex(start, end, f"XXXX-{month:02}", way=way, basis=basis)]
        value = calendar.month_value(year, month)
        self._speak_of_year(year, end)
        return [self._timex(start, end, value, iso=value, precision="month", way=way, basis=basis)]

    def _is_a_name(self, word: str) -> bool:
        """Whether the text has somebody of the name of May or March."""
        if word not in self.names:
            self.names[word] = any(
                match[1] not in _BEFORE_MONTHS
                for match in re.finditer(rf"\b([A-Z][a-z]+)\.? {word}\b", self.text)
            )
        return self.names[word]

    def _lower_noun(self, index: int) -> bool:
        """Whether a word in small letters that may be a noun stands at `index`."""
        return (
            index < len(self.words) and self.classes[index] == "x" and self.words[index].islower()
            and self.words[index] not in _FUNCTION_WORDS
        )  # fmt: skip

    def _year_ahead(self, end: int, month: int) -> int | None:
        """The year of the other end of a range: "late April and early May 2031"."""
        match = _RANGE_TAIL.match(self.classes, end)
        if match is None:
            return None
        at = match.end() - 1
        other = self._find("Mvm", end, at)
        if other is None:
            return None
        year = int(self.words[at])
        return year if month <= MONTHS[self._word(other)] else year - 1

    def _year_of_month(self, month: int, way: int, prefix: str = "") -> int | None:
        written = self.written
        if written.year is None or written.month is None:
            return None
        year, now = written.year, written.month
        if prefix in PAST_WORDS:
            return year if month < now else year - 1
        if prefix in NEXT_WORDS:
            return year if month > now else year + 1
        if prefix == "this":
            return year
        return calendar.nearest_year_of_month(year, now, month, way)

    def _time(self, start: int, end: int) -> list[Timex]:
        suffix = self._clock(start, end)
        day = self.last_day or self.written.day
        if not suffix:
            return []
        if self.classes[start] != "k" and self._find("K", start, end) is None:
            zone = self._find("z", start, end)
            if zone is None and self._word(start - 1) not in ("at", "by", "until", "from"):
                return []
        if day is None:
            return []
        iso = day.isoformat()
        return [self._timex(start, end, iso + suffix, "TIME")]
