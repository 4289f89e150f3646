"""From an expression's tokens to its value: one method of `Reader` for each form of the grammar."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rashomon.model import Precision
from rashomon.timeline import calendar
from rashomon.timeline.calendar import Written
from rashomon.timeline.direction import AHEAD, NONE, PAST, direction
from rashomon.timeline.lexicon import (
    CLOCK,
    DAY_PARTS,
    DAYS_AWAY,
    DECADES,
    FREQUENCIES,
    HOLIDAYS,
    MONTHS,
    NEXT_WORDS,
    NUMBERS,
    ORDINALS,
    PAST_WORDS,
    REFERENCES,
    SCALES,
    SEASON_MONTHS,
    SEASONS,
    UNIT_OF,
    VAGUE_NUMBERS,
    WEEKDAYS,
)
from rashomon.timeline.tokens import Tokens

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Timex:
    """An expression `text[start:end]` with its TIMEX3 type and value.

    `date` is the same as `Moment.date` has it, None where the expression places nothing in
    time (durations, "now") or cannot be resolved. `direction` is -1 where the text looks back,
    1 where it looks ahead, 0 where it does not say. `basis` says how the date was reached.
    For an expression that hangs on another date, `reach` is the end of the words that say so
    ("two days" is the duration, "two days after" the moment).
    """

    start: int
    end: int
    type: TimexType
    value: str
    date: str | None = None
    precision: Precision = "day"
    direction: int = 0
    basis: str = ""
    reach: int | None = None


# Words before a duration that belong to it, as TimeML has it ("at least 30 days").
_APPROXIMATE = frozenset(
    "about almost nearly around roughly approximately over under only just some".split()
)
_APPROXIMATE_PAIRS = frozenset(
    [("at", "least"), ("more", "than"), ("less", "than"), ("up", "to"), ("at", "most"),
     ("fewer", "than"), ("as", "many"), ("well", "over"), ("a", "full"), ("no", "more")]
)  # fmt: skip
_YEAR_PREPOSITIONS = frozenset(
    "in since of by until from during through till before after for between around circa early "
    "late mid fiscal to and or the".split()
)
_COUNTED = frozenset("people percent troops feet miles meters metres dollars euros pounds".split())
_DAY_MONTHS = frozenset(
    "in since of by until from during through till before after for late early mid last next this".split()
)


# From the end of a date to the year of the one it is joined with.
_RANGE_TAIL = re.compile(r"[A-](?:E-?)?(?:[Mv]|m\.?)(?:do?)?,?y")
# How far back, in characters, the date may stand that "two days later" is counted from.
ANCHOR_REACH = 600


class Reader:
    """Reads the expressions of one text in their order and keeps what later ones hang on."""

    def __init__(self, text: str, tokens: Tokens, written: Written) -> None:
        self.text = text
        self.tokens = tokens
        self.words = tokens.words
        self.classes = tokens.classes
        self.written = written
        self.consumed = 0
        self.last_day: date | None = None
        self.last_day_end = 0
        self.last_quarter: tuple[int, int] | None = None
        self.last_year: int | None = None

    # -- helpers ---------------------------------------------------------------------------

    def read(self, form: str, start: int, end: int) -> list[Timex]:
        """The timexes of the tokens `start` to `end`, read as `form`; none where it is none."""
        self.consumed = end
        result: list[Timex] = getattr(self, "_" + form)(start, end)
        return result

    def _word(self, index: int) -> str:
        return self.words[index].lower() if 0 <= index < len(self.words) else ""

    def _find(self, letters: str, start: int, end: int) -> int | None:
        for index in range(start, end):
            if self.classes[index] in letters:
                return index
        return None

    def _adjacent(self, index: int) -> bool:
        """Whether token `index` stands directly after the one before it."""
        return index > 0 and self.tokens.ends[index - 1] == self.tokens.starts[index]

    def _timex(
        self,
        start: int,
        end: int,
        value: str,
        kind: TimexType = "DATE",
        iso: str | None = None,
        precision: Precision = "day",
        way: int = 0,
        basis: str = "",
        reach: int | None = None,
    ) -> Timex:
        return Timex(
            self.tokens.starts[start], self.tokens.ends[end - 1], kind, value, iso, precision,
            way, basis, reach,
        )  # fmt: skip

    def _said(self, start: int, end: int) -> str:
        return " ".join(self.text[self.tokens.starts[start] : self.tokens.ends[end - 1]].split())

    def _way(self, start: int, end: int) -> int:
        return direction(self.tokens, start, end)

    def _dct(self) -> str:
        written = self.written
        if written.day:
            return written.day.isoformat()
        if written.month and written.year:
            return calendar.month_value(written.year, written.month)
        return str(written.year)

    def _counted(self, start: int, end: int, way: int) -> str:
        how = {AHEAD: "counted ahead from", PAST: "counted back from", NONE: "read beside"}[way]
        return f"'{self._said(start, end)}' {how} {self._dct()}"

    def _as_written(self, start: int, end: int) -> str:
        return f"'{self._said(start, end)}' as written"

    def _number(self, start: int, end: int) -> tuple[float | None, bool]:
        """The number that tokens give, None where it is vague; whether there is one."""
        total, current, seen = 0.0, 0.0, False
        index = start
        while index < end:
            letter, word = self.classes[index], self._word(index)
            if letter in "dny":
                if index + 2 < end and self.words[index + 1] == "/" and word.isdigit():
                    low = int(self.words[index + 2]) or 1
                    current += int(word) / low
                    index += 2
                else:
                    current += int(word)
                seen = True
            elif word in NUMBERS:
                current += NUMBERS[word]
                seen = True
            elif word in SCALES:
                current = (current or 1) * SCALES[word]
                seen = True
                if word == "thousand":
                    total, current = total + current, 0
            elif word == "couple":
                current, seen = 2, True
            elif word in VAGUE_NUMBERS:
                return None, True
            elif letter == "j":
                current += 0.5
                seen = True
            elif letter == "a" and not seen and index + 1 >= end:
                current, seen = 1, True
            index += 1
        if not seen:
            return (1, True) if start < end and self.classes[start] == "a" else (None, False)
        return total + current, True

    @staticmethod
    def _duration_value(count: float | None, unit: str) -> str:
        code = {"E": "DE", "C": "CE", "F": "W", "S": "Q", "WE": "WE"}.get(unit, unit)
        if unit.startswith("T"):
            prefix, code = "PT", unit[1:]
        else:
            prefix = "P"
        if count is None:
            return f"{prefix}X{code}"
        if unit == "F":
            count *= 2
        if unit == "Y" and count % 1 == 0.5:
            return f"P{int(count)}Y6M"
        number = f"{count:g}"
        return f"{prefix}{number}{code}"

    # -- dates that are written out --------------------------------------------------------

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

    def _day(
        self, start: int, end: int, day: date, way: int, basis: str, suffix: str = ""
    ) -> Timex:
        self.last_day, self.last_day_end = day, self.tokens.ends[end - 1]
        self.last_year = day.year
        iso = day.isoformat()
        return self._timex(
            start, end, iso + suffix, "TIME" if suffix else "DATE", iso, "day", way, basis
        )

    def _calendar(self, start: int, end: int) -> list[Timex]:
        month_at = self._find("Mvm", start, end)
        if month_at is None:
            return []
        month = MONTHS[self._word(month_at)]
        year_at = self._find("y", start, end)
        # The day stands after the month, or before it.
        after = month_at + 1
        if after < end and self.classes[after] == ".":
            after += 1
        second_at: int | None = None
        if after < end and self.classes[after] == "d":
            day_at = after
            joint = self._find("-A", after + 1, end)
            if joint is not None:
                second_at = self._find("d", joint + 1, end)
        else:
            day_at = month_at - 1
            while day_at > start and self.classes[day_at] != "d":
                day_at -= 1
            if self.classes[day_at] != "d":
                return []
        if (
            self.classes[month_at] == "v"
            and self.words[month_at].isupper() is False
            and after >= end
            and not self.words[month_at][0].isupper()
        ):
            return []
        day_number = int(self.words[day_at])
        if not 1 <= day_number <= 31:
            return []
        if (
            day_at > month_at
            and second_at is None
            and end < len(self.words)
            and self.words[end] == "%"
        ):
            return []
        first_end = end
        if second_at is not None:
            first_end = day_at + 1
            if first_end < end and self.classes[first_end] == "o":
                first_end += 1
        year = int(self.words[year_at]) if year_at is not None else self._year_ahead(end, month)
        way = self._way(start, end)
        day, basis = self._month_day(start, end, year, month, day_number, way)
        suffix = self._clock(start, month_at if day_at > month_at else day_at)
        if day is None:
            if year is None and not self.written.day:
                value = f"XXXX-{month:02}-{day_number:02}"
                return [self._timex(start, first_end, value, basis="the year is not known")]
            return []
        found = [self._day(start, first_end, day, way, basis, suffix)]
        if second_at is not None:
            other = calendar.make_day(day.year, month, int(self.words[second_at]))
            if other is not None and other > day:
                second_end = second_at + 1
                if second_end < end and self.classes[second_end] == "o":
                    second_end += 1
                found.append(self._day(second_at, second_end, other, way, basis))
            else:
                self.consumed = first_end
        return found

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
        candidates = [
            found
            for candidate in (reference.year - 1, reference.year, reference.year + 1)
            if (found := calendar.make_day(candidate, month, day))
        ]
        if not candidates:
            return None, ""
        best = min(candidates, key=lambda d: self._distance((d - reference).days, way))
        return best, f"'{self._said(start, end)}' with the year that is nearest to {self._dct()}"

    @staticmethod
    def _distance(days: int, way: int) -> float:
        """How far a candidate lies, those against the direction of the verb counted more."""
        if (way == AHEAD and days < 0) or (way == PAST and days > 0):
            return abs(days) * 3
        return abs(days) * (1.2 if days > 0 and way == NONE else 1)

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
            if before not in _DAY_MONTHS and "of" not in lead and "mid" not in lead:
                return []
            if prefix == "the" and "of" not in lead:
                return []
        if letter == "m" and not tail and not lead:
            return []
        if prefix == "the" and not lead - {"the"} and year_at is None:
            start += 1
            prefix = ""
        if prefix in ("earlier", "later", "latest"):
            start += 1
            prefix = ""
        while end > month_at + 1 and self.classes[end - 1] in ",":
            end -= 1
        way = self._way(start, end)
        if year_at is not None:
            year: int | None = int(self.words[year_at])
            basis = self._as_written(start, end)
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
            year = self._year_ahead(end, month) or self._year_of_month(month, way, prefix)
            basis = self._counted(start, end, way)
        if year is None:
            return [self._timex(start, end, f"XXXX-{month:02}", basis="the year is not known")]
        value = calendar.month_value(year, month)
        self.last_year = year
        return [self._timex(start, end, value, iso=value, precision="month", way=way, basis=basis)]

    def _year_ahead(self, end: int, month: int) -> int | None:
        """The year of the other end of a range: "late April and early May 2025"."""
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
        return min(
            (year - 1, year, year + 1),
            key=lambda candidate: self._distance(((candidate - year) * 12 + month - now) * 30, way),
        )

    # -- years and longer ------------------------------------------------------------------

    def _year(self, start: int, end: int) -> list[Timex]:
        year_at = self._find("y", start, end)
        if year_at is None:
            spelled = self._spelled(start, end)
            if spelled is None:
                return []
            return [self._whole_year(start, end, spelled)]
        year = int(self.words[year_at])
        before, after = self._word(start - 1), self._word(end)
        if len(self.words[year_at]) != 4:
            return []
        if year_at == start:
            previous = self.text[max(0, self.tokens.starts[start] - 1) : self.tokens.starts[start]]
            if previous and previous in "$#£€¥.,:/_@+=&%" and previous:
                return []
            if (
                previous == "-"
                and self._adjacent(start)
                and self._adjacent(start - 1)
                and not self.words[start - 2].isdigit()
            ):
                return []
            if previous.isalnum():
                return []
            if before in (
                "no",
                "number",
                "flight",
                "nearly",
                "about",
                "almost",
                "than",
                "over",
                "some",
            ):
                return []
        elif self._word(start) == "the" and start + 1 == year_at:
            start += 1
            before = "the"
        following = self.text[self.tokens.ends[end - 1] : self.tokens.ends[end - 1] + 2]
        if following[:1] in ("%", "/", "_", "°") or (
            following[:1] in ",.:" and following[1:].isdigit()
        ):
            return []
        if following[:1].isalnum():
            return []
        if after in _COUNTED or after in UNIT_OF:
            return []
        if not 1900 <= year <= 2100 and (
            before not in ("in", "since", "of", "until", "from", "to", "by", "and")
            or after.endswith("s")
        ):
            return []
        if (
            before not in _YEAR_PREPOSITIONS
            and after.islower()
            and after.endswith("s")
            and after not in ("was", "is", "has", "as", "its", "this", "his", "does")
            and self.words[end].islower()
        ):
            return []
        # 2016-2017, 2016–17
        if (
            end + 1 < len(self.words)
            and self.classes[end] == "-"
            and self._adjacent(end)
            and self._adjacent(end + 1)
        ):
            other = self.words[end + 1]
            if other.isdigit() and len(other) in (2, 4):
                last = int(other) if len(other) == 4 else year // 100 * 100 + int(other)
                if year < last <= 2100:
                    first = self._whole_year(start, end, year)
                    second = self._timex(
                        end + 1, end + 2, str(last), iso=str(last), precision="year",
                        basis=self._as_written(start, end + 2),
                    )  # fmt: skip
                    self.consumed = end + 2
                    return [first, second]
        return [self._whole_year(start, end, year)]

    def _whole_year(self, start: int, end: int, year: int) -> Timex:
        value = f"{year:04}"
        self.last_year = year
        return self._timex(
            start, end, value, iso=value, precision="year", way=self._way(start, end),
            basis=self._as_written(start, end),
        )  # fmt: skip

    def _spelled(self, start: int, end: int) -> int | None:
        """nineteen ninety-seven, two thousand"""
        numbers = [
            NUMBERS.get(self._word(index), -1)
            for index in range(start, end)
            if self.classes[index] == "N"
        ]
        if len(numbers) < 2 or numbers[0] not in (18, 19, 20):
            return None
        if numbers[1] < 20 or numbers[1] % 10 or (len(numbers) > 2 and not 1 <= numbers[2] <= 9):
            if not (len(numbers) == 2 and 10 <= numbers[1] <= 19):
                return None
        return numbers[0] * 100 + sum(numbers[1:3])

    def _decade(self, start: int, end: int) -> list[Timex]:
        at = self._find("ynde", start, end)
        if at is None:
            return []
        if self.classes[at] == "e":
            decade = 190 + DECADES[self._word(at)]
            if self._word(at - 1) not in ("the", "early", "late", "mid", "-"):
                return []
        else:
            if not self._adjacent(end - 1):
                return []
            number = int(self.words[at])
            if number % 10:
                return []
            if self.classes[at] != "y":
                if len(self.words[at]) != 2:
                    return []
                decade = (1900 + number) // 10 if number >= 20 else (2000 + number) // 10
            else:
                decade = number // 10
        value = f"{decade}X"
        return [
            self._timex(
                start, end, value, iso=f"{decade}0/{decade}9", precision="decade",
                basis=self._as_written(start, end),
            )
        ]  # fmt: skip

    def _century(self, start: int, end: int) -> list[Timex]:
        if UNIT_OF.get(self._word(end - 1)) != "C":
            return []
        at = self._find("dQ", start, end)
        if at is None:
            return []
        number = int(self.words[at]) if self.words[at].isdigit() else ORDINALS[self._word(at)]
        if not 1 <= number <= 21:
            return []
        return [self._timex(start, end, f"{number - 1:02}XX", basis=self._as_written(start, end))]

    # -- days of the week, today -----------------------------------------------------------

    def _weekday(self, start: int, end: int) -> list[Timex]:
        at = self._find("W", start, end)
        if at is None:
            return []
        prefix = self._word(start) if start < at else ""
        weekday = WEEKDAYS[self._word(at)]
        suffix = self._clock(start, at)
        if end - 1 > at:
            suffix = DAY_PARTS[self._word(end - 1)]
        if prefix in ("earlier", "later"):
            start += 1
        day = self.written.day
        if day is None:
            return [
                self._timex(start, end, f"XXXX-WXX-{weekday + 1}", basis="the week is not known")
            ]
        way = (
            PAST
            if prefix in PAST_WORDS
            else AHEAD
            if prefix in NEXT_WORDS
            else self._way(start, end)
        )
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
        if self.classes[at - 1] != "W" or self.tokens.ends[at - 1] != self.last_day_end:
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
            if part_at is None:
                return []
            if self.classes[start] == "H" and self.last_day:
                day: date | None = self.last_day
                shift, way = 0, NONE
            else:
                shift = -1 if head in PAST_WORDS else 0
                day, way = self.written.day, PAST if shift else NONE
                if head not in ("this", "last"):
                    return []
        else:
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

    # -- quarters and parts ----------------------------------------------------------------

    def _quarter(self, start: int, end: int) -> list[Timex]:
        if self.classes[start] == "-":
            return []
        words = [self._word(index) for index in range(start, end)]
        ordinal = next((ORDINALS[word] for word in words if word in ORDINALS), None)
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
        if "period" in words or "term" in words or ("quarter" not in words and ago):
            if self.last_quarter is None:
                if ago and self.written.year is not None and "period" not in words:
                    value = str(self.written.year - 1)
                    return [
                        self._timex(
                            start,
                            end,
                            value,
                            iso=value,
                            precision="year",
                            way=PAST,
                            basis=self._counted(start, end, PAST),
                        )
                    ]
                if ago and self.written.year is not None:
                    return [self._timex(start, end, str(self.written.year - 1))]
                return []
        if ordinal is None:
            if self.last_quarter is None:
                if not self.written.month or self.written.year is None:
                    return []
                return [self._timex(start, end, f"{year or self.written.year}-QX")]
            ordinal = self.last_quarter[1]
            year = year if year is not None else self.last_quarter[0]
            return [self._quarter_timex(start, end, year, ordinal)]
        if year is None:
            year = self._year_of_quarter(ordinal, self._way(start, end))
        if year is None:
            return [self._timex(start, end, f"XXXX-Q{ordinal}")]
        if not (ago or any(word in PAST_WORDS for word in words)):
            self.last_quarter = (year, ordinal)
        return [self._quarter_timex(start, end, year, ordinal)]

    def _quarter_timex(self, start: int, end: int, year: int, quarter: int) -> Timex:
        first = quarter * 3 - 2
        iso = f"{calendar.month_value(year, first)}/{calendar.month_value(year, first + 2)}"
        return self._timex(
            start, end, f"{year:04}-Q{quarter}", iso=iso, precision="quarter",
            way=self._way(start, end), basis=f"'{self._said(start, end)}' as a calendar quarter",
        )  # fmt: skip

    def _year_of_quarter(self, quarter: int, way: int) -> int | None:
        if self.written.year is None or self.written.month is None:
            return None
        year, now = self.written.year, self.written.month
        middle = quarter * 3 - 1
        return min(
            (year - 1, year, year + 1),
            key=lambda candidate: self._distance(
                ((candidate - year) * 12 + middle - now) * 30, way or PAST
            ),
        )

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

    # -- counted from the text's date ------------------------------------------------------

    def _ago(self, start: int, end: int) -> list[Timex]:
        unit_at = self._find("uUq", start, end)
        if unit_at is None:
            return []
        count, seen = self._number(start, unit_at)
        if not seen:
            return []
        unit = UNIT_OF[self._word(unit_at)]
        last = self._word(end - 1)
        begin = self._approximate(start)
        if last in ("early", "late", "mid"):
            self.consumed = unit_at + 1
            return self._duration(start, unit_at + 1)
        if last in ("later", "earlier") and not (unit == "Y" and last == "earlier"):
            return self._chained(start, unit_at + 1, end, count, unit)
        if count is None:
            value = "PAST_REF"
            return [self._timex(begin, end, value, basis=self._counted(start, end, PAST))]
        if unit in ("Y", "Q") and count == 1 and self.last_quarter:
            year, quarter = self.last_quarter
            return [self._quarter_timex(begin, end, year - 1, quarter)]
        return self._shifted(begin, end, -count, unit)

    def _shifted(self, start: int, end: int, count: float, unit: str) -> list[Timex]:
        """A date `count` units from the text's own, as precise as the unit."""
        written, way = self.written, PAST if count < 0 else AHEAD if count else NONE
        basis = self._counted(start, end, way)
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

    def _chained(
        self, start: int, unit_end: int, end: int, count: float | None, unit: str
    ) -> list[Timex]:
        """ "two days later", "a week before the deadline": hangs on another date.

        With a date right behind ("two days after the Aug. 6 talks") it is counted from that.
        At the front of its sentence ("Two days after the talks, he ...") and for "later" and
        "earlier" it is counted from the date spoken of last. Behind a date ("on Aug. 6, two
        days before the deadline"; "this came two days after ...") that date is the sentence's
        own, and what follows lies on the other side of it.
        """
        word = self._word(end - 1)
        sign = 1 if word in ("later", "after") else -1
        way = PAST
        anchor = self.last_day
        near = anchor is not None and self.tokens.starts[start] - self.last_day_end <= ANCHOR_REACH
        ahead = self._date_behind(end) if word in ("after", "before") else None
        if ahead is not None:
            anchor = ahead
        elif not near:
            anchor = None
        elif word in ("after", "before"):
            if self._in_sentence(start) or self._points_back(start):
                sign = -sign
            elif not self._opens_sentence(start):
                anchor = None
        iso: str | None = None
        basis = ""
        precision: Precision = "day"
        if anchor is not None and count is not None:
            found = _moved(anchor, int(count) * sign, unit)
            if found:
                iso, precision = found
                basis = f"'{self._said(start, end)}' counted from {anchor.isoformat()}"
                limit = self._dct()
                way = AHEAD if self.written.year and iso > limit else PAST
        return [
            self._timex(
                self._approximate(start), unit_end, self._duration_value(count, unit), "DURATION",
                iso, precision, way if iso else NONE, basis, self.tokens.ends[end - 1] if iso else None,
            )
        ]  # fmt: skip

    def _date_behind(self, end: int) -> date | None:
        """The month and day that stand within a few words behind an expression."""
        for index in range(end, min(end + 4, len(self.words))):
            if self.classes[index] in "Mvm":
                after = index + 1
                if after < len(self.words) and self.classes[after] == ".":
                    after += 1
                if after < len(self.words) and self.classes[after] == "d":
                    year = None
                    for at in (after + 1, after + 2):
                        if (
                            at < len(self.words)
                            and self.classes[at] == "y"
                            and (at == after + 1 or self.words[after + 1] == ",")
                        ):
                            year = int(self.words[at])
                    month, day = MONTHS[self._word(index)], int(self.words[after])
                    return self._month_day(
                        index, after + 1, year, month, day, self._way(index, after + 1)
                    )[0]
            if self.words[index] in ".;,":
                break
        return None

    def _sentence_start(self, index: int) -> int:
        """The first token of the sentence of token `index`, near enough."""
        while index > 0:
            word = self.words[index - 1]
            if word in "!?¶\n" or (
                word == "."
                and self.words[index][0].isupper()
                and self.classes[index - 2] not in "mw"
            ):
                break
            index -= 1
        return index

    def _opens_sentence(self, start: int) -> bool:
        return start - self._sentence_start(start) <= 2

    def _in_sentence(self, start: int) -> bool:
        """Whether the date spoken of last stands in this sentence."""
        return self.last_day_end > self.tokens.starts[self._sentence_start(start)]

    def _points_back(self, start: int) -> bool:
        """Whether the sentence speaks of what the one before told: "This came two days after"."""
        first = self._sentence_start(start)
        return self._word(first) in ("this", "that", "it", "these") and start - first <= 5

    def _approximate(self, start: int) -> int:
        """The first token of an approximation before `start` ("at least", "nearly")."""
        for _ in range(2):
            if start > 1 and (self._word(start - 2), self._word(start - 1)) in _APPROXIMATE_PAIRS:
                start -= 2
            elif start and self._word(start - 1) in _APPROXIMATE:
                start -= 1
        return start

    def _deictic(self, start: int, end: int) -> list[Timex]:
        unit_word = self._word(end - 1)
        words = [self._word(index) for index in range(start, end)]
        letters = self.classes[start:end]
        if (
            words[0] in ("earlier", "later")
            and len(words) > 1
            and words[1] in ("in", "on", "at", "by", "for")
        ):
            pass
        sign = 0
        if any(word in PAST_WORDS for word in words):
            sign = -1
        elif any(word in NEXT_WORDS for word in words):
            sign = 1
        core = next(i for i, letter in enumerate(letters) if letter in "LXTH")
        number_from = start + core + 1
        if core + 1 < len(letters) and letters[core + 1] in "LX":
            number_from += 1
        unit_letter = letters[-1]
        if unit_letter == "S":
            return self._season_shift(start, end, sign, SEASONS[unit_word])
        if unit_letter == "b":
            return []
        if unit_letter == "V":
            return self._weekend(start, end, sign)
        unit = UNIT_OF[unit_word]
        if "H" in letters:
            return self._same(start, end, unit)
        count, seen = self._number(number_from, end - 1)
        way = sign
        if seen or unit_letter == "U":
            if "T" in letters and not sign:
                return []
            if not seen and unit_letter == "U":
                return [self._vague_span(start, end, sign, unit)]
            return [
                self._timex(
                    self._approximate(start),
                    end,
                    self._duration_value(count, unit),
                    "DURATION",
                    way=way,
                )
            ]
        if words[core] in ("past", "coming") or (words[core] == "last" and "the" in words[:core]):
            if unit != "D" and not (unit == "W" and words[core] == "coming"):
                return [self._timex(start, end, self._duration_value(1, unit), "DURATION", way=way)]
        if words[core] in ("following", "preceding", "previous") and unit in ("D", "W", "M", "Y"):
            return self._beside(start, end, unit, 1 if words[core] == "following" else -1)
        if unit.startswith("T"):
            return []
        if unit == "D" and sign == 0 and words[core] == "this":
            return self._shifted(start, end, 0, "D")
        if unit == "D":
            return [] if sign == 0 else self._beside(start, end, unit, sign)
        if unit in ("E", "C"):
            return [self._timex(start, end, self._duration_value(1, unit), "DURATION", way=way)]
        if unit == "Q" and sign == 0 and self.last_quarter:
            return [self._quarter_timex(start, end, *self.last_quarter)]
        return self._shifted(start, end, sign, unit)

    def _vague_span(self, start: int, end: int, sign: int, unit: str) -> Timex:
        """ "the coming days", "recent weeks": near the text's date, no exact end."""
        value = self._duration_value(None, unit)
        return self._timex(start, end, value, "DURATION", way=sign)

    def _beside(self, start: int, end: int, unit: str, sign: int) -> list[Timex]:
        """ "the following day", "the previous month": beside the date spoken of last."""
        anchor = self.last_day or self.written.day
        if anchor is None:
            return []
        basis = f"'{self._said(start, end)}' beside {anchor.isoformat()}, the date spoken of before"
        if unit == "D":
            day = calendar.add_days(anchor, sign)
            return [self._day(start, end, day, sign, basis)] if day else []
        if unit == "W":
            day = calendar.add_days(anchor, 7 * sign)
            if day is None:
                return []
            value = calendar.week_value(day)
            return [
                self._timex(start, end, value, iso=value, precision="week", way=sign, basis=basis)
            ]
        if unit == "M":
            value = calendar.month_value(*calendar.add_months(anchor.year, anchor.month, sign))
            return [
                self._timex(start, end, value, iso=value, precision="month", way=sign, basis=basis)
            ]
        value = f"{anchor.year + sign:04}"
        return [self._timex(start, end, value, iso=value, precision="year", way=sign, basis=basis)]

    def _same(self, start: int, end: int, unit: str) -> list[Timex]:
        """ "the same day", "that week": the one spoken of last."""
        anchor = self.last_day
        if anchor is None:
            return []
        basis = f"'{self._said(start, end)}': {anchor.isoformat()}, the date spoken of before"
        if unit == "D":
            return [self._day(start, end, anchor, NONE, basis)]
        if unit == "W":
            value = calendar.week_value(anchor)
            return [self._timex(start, end, value, iso=value, precision="week", basis=basis)]
        if unit == "M":
            value = calendar.month_value(anchor.year, anchor.month)
            return [self._timex(start, end, value, iso=value, precision="month", basis=basis)]
        if unit == "Y":
            value = f"{anchor.year:04}"
            return [self._timex(start, end, value, iso=value, precision="year", basis=basis)]
        return []

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

    def _definite(self, start: int, end: int) -> list[Timex]:
        letter = self.classes[end - 1]
        words = [self._word(index) for index in range(start, end)]
        before, after = self._word(start - 1), self._word(end)
        if letter == "V":
            return self._weekend(start, end, 0)
        if letter == "q":
            if self.last_quarter:
                return [self._quarter_timex(start, end, *self.last_quarter)]
            if before in ("for", "in", "during") and self.written.year:
                return [self._timex(start, end, f"{self.written.year}-QX")]
            return []
        unit = UNIT_OF[words[-1]]
        part = words[0] in ("early", "late", "earlier", "later") or "of" in words
        if unit == "Y" and self.written.year is not None:
            if (
                part
                or "full" in words
                or (before in ("for", "of", "in") and after not in ("of", "before", "after", "to"))
            ):
                return self._shifted(start, end, 0, "Y")
            return []
        if unit in ("M", "W") and (part or (unit == "W" and before in ("for", "in", "during"))):
            return self._shifted(start, end, 0, unit)
        if unit == "D" and words[0] in ("earlier", "later"):
            self.consumed = end
            return self._shifted(end - 2, end, 0, "D")
        if unit == "D" and after in ("before", "after") and self.last_day is None:
            return []
        return []

    # -- the rest --------------------------------------------------------------------------

    def _set(self, start: int, end: int) -> list[Timex]:
        word = self._word(end - 1)
        if self.classes[start] == "c":
            if word == "annual":
                return []
            return [self._timex(start, end, FREQUENCIES[word], "SET")]
        if word in WEEKDAYS:
            return [self._timex(start, end, f"XXXX-WXX-{WEEKDAYS[word] + 1}", "SET")]
        if word in SEASONS:
            return [self._timex(start, end, f"XXXX-{SEASONS[word]}", "SET")]
        unit = UNIT_OF.get(word, "")
        if not unit:
            return []
        middle = self._word(start + 1)
        count = (
            ORDINALS.get(middle) or NUMBERS.get(middle) or (int(middle) if middle.isdigit() else 1)
        )
        return [self._timex(start, end, self._duration_value(count, unit), "SET")]

    def _duration(self, start: int, end: int) -> list[Timex]:
        unit_at = self._find("uUq", start, end)
        if unit_at is None:
            return []
        if self.classes[end - 1] == "q" and self.classes[end - 2] in "uU":
            return []
        word = self._word(unit_at)
        unit = UNIT_OF[word]
        if unit in ("TS",) and self._word(start) in ("a", "one"):
            return []  # "a second term"
        after = self._word(end)
        following = self.text[self.tokens.ends[end - 1] : self.tokens.ends[end - 1] + 1]
        if after in ("old", "olds") or (
            following == "-" and self._word(end + 1) in ("old", "olds")
        ):
            return []
        joint = self._find("A", start, unit_at)
        if (
            joint is not None
            and self.classes[joint - 1] != "j"
            and self._word(joint) in ("or", "to", "and")
        ):
            count, seen = self._number(start, joint)
            if self._word(joint) == "and" and not self._word(joint + 1).startswith("a"):
                pass
        else:
            count, seen = self._number(start, unit_at)
        if self.classes[start] == "j":
            count, seen = 0.5, True
        if not seen:
            return []
        hyphen = unit_at > start and self.words[unit_at - 1] in "-–"
        # "a year" is a rate as often as a stretch of time ("$5 million a year").
        if self.classes[start] == "a" and unit_at == start + 1 and not hyphen:
            before = self._word(start - 1)
            if after in ("ago",):
                return []
            if (
                unit == "D"
                and self._word(start) == "a"
                and before
                not in (
                    "in",
                    "for",
                    "within",
                    "of",
                    "than",
                    "least",
                    "about",
                    "after",
                    "only",
                    "just",
                )
            ):
                return []
            if (
                before in ("million", "billion", "times", "percent", "%", "twice", "once")
                or before.isdigit()
            ):
                return [self._timex(start, end, self._duration_value(1, unit), "SET")]
        if after in ("later", "earlier", "before", "after") and not hyphen:
            self.consumed = end + 1
            return self._chained(start, end, end + 1, count, unit)
        return [
            self._timex(
                self._approximate(start), end, self._duration_value(count, unit), "DURATION"
            )
        ]

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
            year = min(
                (year - 1, year, year + 1),
                key=lambda c: self._distance(
                    ((c - year) * 12 + first + 1 - (written.month or 0)) * 30, way
                ),
            )
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
        best = min(options, key=lambda d: self._distance((d - reference).days, way))
        return [self._day(start, end, best, way, self._counted(start, end, way))]

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

    def _future(self, start: int, end: int) -> list[Timex]:
        if self._word(start + 1) not in ("near", "foreseeable", "immediate", "distant", "future"):
            return []
        return [self._timex(start, end, "FUTURE_REF")]

    def _reference(self, start: int, end: int) -> list[Timex]:
        word = self._word(start)
        if self.classes[end - 1] == "U":
            unit = UNIT_OF[self._word(end - 1)]
            return [self._timex(start, end, self._duration_value(None, unit), "DURATION", way=PAST)]
        if word == "now" and self._word(start - 1) == "right":
            start -= 1
        return [self._timex(start, end, REFERENCES[word])]

    def _plural(self, start: int, end: int) -> list[Timex]:
        before = self._word(start - 1)
        if before in ("for", "over", "within", "after", "in", "of") and self._word(end) not in (
            "of",
        ):
            return [
                self._timex(
                    start, end, self._duration_value(None, UNIT_OF[self._word(start)]), "DURATION"
                )
            ]
        return []


def _moved(day: date, count: int, unit: str) -> tuple[str, Precision] | None:
    """The date `count` units from `day`, as precise as the unit."""
    if unit in ("D", "W", "F"):
        moved = calendar.add_days(day, count * {"D": 1, "W": 7, "F": 14}[unit])
        if moved is None:
            return None
        return (moved.isoformat(), "day") if unit == "D" else (calendar.week_value(moved), "week")
    if unit == "M":
        year, month = calendar.add_months(day.year, day.month, count)
        return (calendar.month_value(year, month), "month") if 1 <= year <= 9000 else None
    if unit == "Y" and 1 <= day.year + count <= 9000:
        return f"{day.year + count:04}", "year"
    return None


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
