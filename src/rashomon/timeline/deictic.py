"""Units beside the text's own date: last week, the past three months, later this year."""

from __future__ import annotations

from dataclasses import replace

from rashomon.timeline.chains import Chains
from rashomon.timeline.direction import AHEAD, NONE, PAST
from rashomon.timeline.lexicon import NEXT_WORDS, PAST_WORDS, SEASONS, UNIT_OF
from rashomon.timeline.timex import Timex


class Deictic(Chains):
    """Last, this, next, the same, the."""

    def _deictic(self, start: int, end: int) -> list[Timex]:
        unit_word = self._word(end - 1)
        words = [self._word(index) for index in range(start, end)]
        letters = self.classes[start:end]
        if self.words[end - 1].istitle() and self.classes[end - 1] in "uV":
            return []  # a programme or a paper: "This Week"
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
                if words == ["these", "days"]:
                    return [self._timex(start, end, "PRESENT_REF")]
                return []
            if not seen and unit_letter == "U":
                return [self._vague_span(start, end, sign, unit)]
            if count is None and sign > 0:
                return [self._vague_span(start, end, sign, unit)]
            return [
                self._timex(
                    self._approximate(start, single=False),
                    end,
                    self._duration_value(count, unit),
                    "DURATION",
                    way=way,
                )
            ]
        stretch = words[core] in ("past", "coming") or (
            words[core] == "last" and core > 0 and words[core - 1] == "the"
        )
        if stretch and unit != "D" and not (unit == "W" and words[core] == "coming"):
            return [self._timex(start, end, self._duration_value(1, unit), "DURATION", way=way)]
        told = words[core] == "next" and core > 0 and self._way(start, end) != AHEAD
        if unit in ("D", "W", "M", "Y") and (
            told or words[core] in ("following", "preceding", "previous")
        ):
            return self._beside(start, end, unit, sign)
        if unit.startswith("T"):
            return []
        if unit == "D" and sign == 0 and words[core] == "this":
            return [self._timex(start, end, self._dct())] if self.written.day else []
        if unit == "D":
            return [] if sign == 0 else self._beside(start, end, unit, sign)
        if unit in ("E", "C"):
            return [self._timex(start, end, self._duration_value(1, unit), "DURATION", way=way)]
        if unit == "Q" and sign == 0 and (quarter := self._last_quarter(start)):
            return [self._quarter_timex(start, end, *quarter)]
        return self._shifted(start, end, sign, unit)

    def _vague_span(self, start: int, end: int, sign: int, unit: str) -> Timex:
        """ "the coming days", "recent weeks": near the text's date, no exact end."""
        value = self._duration_value(None, unit)
        if sign > 0 and (self._way(start, end) == PAST or "following" in self._said(start, end)):
            sign = NONE  # "over the next days he asked": ahead in the tale, not of the writing
        return self._timex(start, end, value, "DURATION", way=sign)

    def _definite(self, start: int, end: int) -> list[Timex]:
        letter = self.classes[end - 1]
        words = [self._word(index) for index in range(start, end)]
        before, after = self._word(start - 1), self._word(end)
        if letter == "V":
            return self._weekend(start, end, 0)
        if letter == "q":
            if quarter := self._last_quarter(start):
                return [self._quarter_timex(start, end, *quarter)]
            if before in ("for", "in", "during") and self.written.year:
                return [self._timex(start, end, f"{self.written.year}-QX")]
            return []
        if letter == "B":  # year-end
            if words[0] != "year" or words[-1] != "end":
                return []
            return self._shifted(start, end, 0, "Y")
        unit = UNIT_OF[words[-1]]
        if unit == "Y" and after in ("ended", "ending"):  # "the year ended March 31"
            return [self._timex(start, end, "P1Y", "DURATION")]
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
        if after in ("before", "after") and len(words) == 2 and self.last_day is not None:
            return self._the_day_before(start, end, unit)
        return []

    def _the_day_before(self, start: int, end: int, unit: str) -> list[Timex]:
        """ "the day before the vote": its date where what it hangs on has one."""
        (chained,) = self._chained(start, end, end + 1, 1, unit)
        if chained.date is None:
            return []
        self.consumed = end + 1
        return [replace(chained, type="DATE", value=chained.date)]
