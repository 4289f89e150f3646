"""What hangs on another date of the text: two days later, the same day."""

from __future__ import annotations

from datetime import date

from rashomon.model import Precision
from rashomon.timeline import calendar
from rashomon.timeline.direction import AHEAD, NONE, PAST
from rashomon.timeline.lexicon import MONTHS
from rashomon.timeline.relative import Relative
from rashomon.timeline.settings import ANCHOR_REACH, DATE_BEHIND
from rashomon.timeline.timex import Timex


class Chains(Relative):
    """Expressions that are counted from the date spoken of last."""

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
                iso, precision, way if iso else NONE, basis, self.tokens.end(end - 1) if iso else None,
            )
        ]  # fmt: skip

    def _date_behind(self, end: int) -> date | None:
        """The month and day that stand within a few words behind an expression."""
        for index in range(end, min(end + DATE_BEHIND, len(self.words))):
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

    def _in_sentence(self, start: int) -> bool:
        """Whether the date spoken of last stands in this sentence."""
        return self.last_day_end > self.tokens.starts[self._sentence_start(start)]

    def _points_back(self, start: int) -> bool:
        """Whether the sentence speaks of what the one before told: "This came two days after"."""
        first = self._sentence_start(start)
        return self._word(first) in ("this", "that", "it", "these") and start - first <= 5

    def _beside(self, start: int, end: int, unit: str, sign: int) -> list[Timex]:
        """ "the following day", "the previous month": beside the date spoken of last."""
        basis = "'{}' beside {}, the date spoken of before"
        if unit == "Y":
            year = self._year_before(start)
            if year is None:
                return [self._timex(start, end, "XXXX")]
            value, basis = f"{year + sign:04}", basis.format(self._said(start, end), year)
            return [self._timex(start, end, value, "DATE", value, "year", NONE, basis)]
        anchor = self._day_before(start)
        if anchor is None:
            value = {"D": "XXXX-XX-XX", "W": "XXXX-WXX"}.get(unit, "XXXX-XX")
            return [self._timex(start, end, value)]
        basis = basis.format(self._said(start, end), anchor.isoformat())
        if unit == "D":
            day = calendar.add_days(anchor, sign)
            return [self._day(start, end, day, NONE, basis)] if day else []
        if unit == "W":
            day = calendar.add_days(anchor, 7 * sign)
            if day is None:
                return []
            value = calendar.week_value(day)
            return [self._timex(start, end, value, "DATE", value, "week", NONE, basis)]
        value = calendar.month_value(*calendar.add_months(anchor.year, anchor.month, sign))
        return [self._timex(start, end, value, "DATE", value, "month", NONE, basis)]

    def _same(self, start: int, end: int, unit: str) -> list[Timex]:
        """ "the same day", "that week": the one spoken of last."""
        year = self._year_before(start)
        if unit == "Y" and year is not None:
            value = f"{year:04}"
            basis = f"'{self._said(start, end)}': {value}, the year spoken of before"
            return [self._timex(start, end, value, "DATE", value, "year", NONE, basis)]
        anchor = self._day_before(start)
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
