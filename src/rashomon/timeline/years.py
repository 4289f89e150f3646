"""Years, decades, centuries."""

from __future__ import annotations

from rashomon.timeline.lexicon import DECADES, ORDINALS, UNIT_OF
from rashomon.timeline.timex import Timex
from rashomon.timeline.written_out import WrittenOut

_YEAR_PREPOSITIONS = frozenset(
    "in since of by until from during through till before after for between around circa early "
    "late mid fiscal to and or the".split()
)

# What a year before it is the name of: "the 2041 bond", and with a capital "the 2040 Agenda".
_BONDS = frozenset(
    "bond bonds note notes bill bills gilt gilts debenture debentures convertible convertibles "
    "maturity maturities paper".split()
)
_PLANS = frozenset(
    "agenda vision plan strategy roadmap framework initiative goals targets programme program "
    "compact project".split()
)

_COUNTED = frozenset("people percent troops feet miles meters metres dollars euros pounds".split())


class Years(WrittenOut):
    """Years and what is longer."""

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
            if previous and previous in "$#£€¥.,:/_@+=&%§©" and previous:
                return []
            if (
                previous == "-"
                and self._adjacent(start)
                and self._adjacent(start - 1)
                and not self.words[start - 2].isdigit()
            ):
                return []
            if previous.isalnum() and before != "fy":
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
        following = self.text[self.tokens.end(end - 1) : self.tokens.end(end - 1) + 2]
        if following[:1] in ("%", "/", "_", "°") or (
            following[:1] in ",.:" and following[1:].isdigit()
        ):
            return []
        if following[:1].isalnum():
            return []
        if before in ("copyright", "©", "§"):
            return []
        if year_at == start and before not in _YEAR_PREPOSITIONS and self._proper(start - 1):
            return []  # "Expo 2031"
        if self._names_a_thing(start, year_at, end):
            return []
        if after in _COUNTED or self.classes[end : end + 1] == "U":
            return []
        if not 1900 <= year <= 2100 and (
            year < 1500 or before not in ("in", "since", "until") or after.endswith("s")
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

    def _names_a_thing(self, start: int, year_at: int, end: int) -> bool:
        """Whether the year is part of the name of a bond or a plan that follows it."""
        before, after = self._word(start - 1), self._word(end)
        if year_at != start or end != year_at + 1 or before in _YEAR_PREPOSITIONS - {"the", "of"}:
            return False
        return after in _BONDS or (after in _PLANS and self.words[end][:1].isupper())

    def _proper(self, index: int) -> bool:
        """Whether a word with a capital that is no date's stands at `index`."""
        if index < 0 or self.classes[index] != "x":
            return False
        word = self.words[index]
        return word.istitle() or (word.casefold() in _PLANS and word.isupper())

    def _whole_year(self, start: int, end: int, year: int) -> Timex:
        value = f"{year:04}"
        self._speak_of_year(year, end)
        return self._timex(
            start, end, value, iso=value, precision="year", way=self._way(start, end),
            basis=self._as_written(start, end),
        )  # fmt: skip

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
        value = f"{decade}"
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
        return [self._timex(start, end, f"{number - 1:02}", basis=self._as_written(start, end))]
