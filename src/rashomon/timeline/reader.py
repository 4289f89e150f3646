"""What all forms of expressions need: tokens, numbers, the text's own date, the date spoken of last."""

from __future__ import annotations

from datetime import date

from rashomon.model import Precision
from rashomon.timeline import calendar
from rashomon.timeline.calendar import Written
from rashomon.timeline.direction import AHEAD, NONE, PAST, direction
from rashomon.timeline.lexicon import NUMBERS, SCALES, VAGUE_NUMBERS
from rashomon.timeline.settings import ANCHOR_REACH, QUARTER_REACH, SENTENCE_REACH, SURE
from rashomon.timeline.timex import Timex, TimexType
from rashomon.timeline.tokens import Tokens

# Words before a duration that belong to it, as TimeML has it ("at least 30 days").
_APPROXIMATE = frozenset(
    "about almost nearly around roughly approximately over under only just some".split()
)
_APPROXIMATE_PAIRS = frozenset(
    [("at", "least"), ("more", "than"), ("less", "than"), ("up", "to"), ("at", "most"),
     ("fewer", "than"), ("as", "many"), ("well", "over"), ("a", "full"), ("no", "more")]
)  # fmt: skip

# Half a unit in the next smaller one.
_HALVES = {"Y": "6M", "TH": "30M", "TM": "30S", "C": "50Y"}


class BaseReader:
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
        self.quarter_spoken_of: tuple[int, int] | None = None
        self.quarter_end = 0
        self.last_year: int | None = None
        self.last_year_end = 0
        self.names: dict[str, bool] = {}

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
        return index > 0 and self.tokens.end(index - 1) == self.tokens.starts[index]

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
            self.tokens.starts[start], self.tokens.end(end - 1), kind, value, iso, precision,
            way, basis, reach,
        )  # fmt: skip

    def _said(self, start: int, end: int) -> str:
        return " ".join(self.text[self.tokens.starts[start] : self.tokens.end(end - 1)].split())

    def _way(self, start: int, end: int) -> int:
        return direction(self.tokens, start, end)

    def _sentence_start(self, index: int) -> int:
        """The first token of the sentence of token `index`, near enough."""
        limit = max(0, index - SENTENCE_REACH)
        while index > limit:
            word = self.words[index - 1]
            if word in ("", "!", "?") or (
                word == "."
                and self.words[index][:1].isupper()
                and self.classes[index - 2] not in "mw"
            ):
                break
            index -= 1
        return index

    def _opens_sentence(self, start: int) -> bool:
        return start - self._sentence_start(start) <= 2

    def _pull(self, start: int, way: int) -> int:
        """`way`, stronger where it is sure: "In March, he announced" was, whatever is nearer."""
        if self._word(start - 1) == "since":
            return PAST * SURE * SURE
        return way * SURE if way == PAST and self._opens_sentence(start) else way

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
        if count % 1 == 0.5 and unit in _HALVES:
            whole = f"{int(count)}{code}" if count >= 1 else ""
            return f"{prefix if whole or unit != 'D' else 'PT'}{whole}{_HALVES[unit]}"
        number = f"{count:g}"
        return f"{prefix}{number}{code}"

    def _spelled(self, start: int, end: int) -> int | None:
        """nineteen ninety-seven, two thousand"""
        numbers = [
            NUMBERS.get(self._word(index), -1)
            for index in range(start, end)
            if self.classes[index] == "N"
        ]
        if len(numbers) < 2 or numbers[0] not in (18, 19, 20):
            return None
        tens, rest = numbers[1], numbers[2:3]
        teens = 10 <= tens <= 19 and len(numbers) == 2
        if not teens and (tens < 20 or tens % 10 or any(not 1 <= one <= 9 for one in rest)):
            return None
        return numbers[0] * 100 + sum(numbers[1:3])

    def _day(
        self, start: int, end: int, day: date, way: int, basis: str, suffix: str = ""
    ) -> Timex:
        self.last_day, self.last_day_end = day, self.tokens.end(end - 1)
        self._speak_of_year(day.year, end)
        iso = day.isoformat()
        return self._timex(
            start, end, iso + suffix, "TIME" if suffix else "DATE", iso, "day", way, basis
        )

    def _day_before(self, start: int) -> date | None:
        """The day spoken of last, where that was near enough."""
        near = self.tokens.starts[start] - self.last_day_end <= ANCHOR_REACH
        return self.last_day if near else None

    def _year_before(self, start: int) -> int | None:
        """The year spoken of last, where that was near enough."""
        near = self.tokens.starts[start] - self.last_year_end <= ANCHOR_REACH
        return self.last_year if near else None

    def _last_quarter(self, start: int) -> tuple[int, int] | None:
        """Year and quarter spoken of last, where that was near enough."""
        near = self.tokens.starts[start] - self.quarter_end <= QUARTER_REACH
        return self.quarter_spoken_of if near else None

    def _speak_of_year(self, year: int, end: int) -> None:
        self.last_year, self.last_year_end = year, self.tokens.end(end - 1)

    def _quarter_timex(self, start: int, end: int, year: int, quarter: int) -> Timex:
        if self.quarter_spoken_of:
            self.quarter_end = self.tokens.end(end - 1)
        first = quarter * 3 - 2
        iso = f"{calendar.month_value(year, first)}/{calendar.month_value(year, first + 2)}"
        return self._timex(
            start, end, f"{year:04}-Q{quarter}", iso=iso, precision="quarter",
            way=self._way(start, end), basis=f"'{self._said(start, end)}' as a calendar quarter",
        )  # fmt: skip

    def _approximate(self, start: int, *, single: bool = True) -> int:
        """The first token of an approximation before `start` ("at least", "nearly")."""
        for _ in range(2):
            if start > 1 and (self._word(start - 2), self._word(start - 1)) in _APPROXIMATE_PAIRS:
                start -= 2
            elif single and start and self._word(start - 1) in _APPROXIMATE:
                start -= 1
        return start
