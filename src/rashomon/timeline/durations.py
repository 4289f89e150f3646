"""Stretches of time, how often, and vague references."""

from __future__ import annotations

from rashomon.timeline.deictic import Deictic
from rashomon.timeline.direction import PAST
from rashomon.timeline.lexicon import (
    FREQUENCIES,
    NUMBERS,
    ORDINALS,
    REFERENCES,
    SCALES,
    SEASONS,
    UNIT_OF,
    WEEKDAYS,
)
from rashomon.timeline.timex import Timex


class Durations(Deictic):
    """Durations, sets and references."""

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
        if unit in ("Y", "Q") and count == 1 and (spoken := self._last_quarter(start)):
            year, quarter = spoken
            return [self._quarter_timex(begin, end, year - 1, quarter)]
        return self._shifted(begin, end, -count, unit)

    def _set(self, start: int, end: int) -> list[Timex]:
        word = self._word(end - 1)
        if self.classes[start] == "c":
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
        if self._word(start) == "many" and self._word(start - 1) == "how":
            return []
        word = self._word(unit_at)
        unit = UNIT_OF[word]
        after = self._word(end)
        following = self.text[self.tokens.end(end - 1) : self.tokens.end(end - 1) + 1]
        if after in ("old", "olds") or (
            following == "-" and self._word(end + 1) in ("old", "olds")
        ):
            return []
        joint = self._find("A", start, unit_at)
        if (
            joint is not None
            and self.classes[joint - 1] != "j"
            and self._word(joint) in ("or", "to", "and")
            and "j" not in self.classes[joint : joint + 5]
        ):
            count, seen = self._number(start, joint)
        else:
            count, seen = self._number(start, unit_at)
        if self.classes[start] == "j":
            count, seen = 0.5, True
        if not seen:
            return []
        hyphen = unit_at > start and self.words[unit_at - 1] in "-–"
        if hyphen and unit == "Q" and word == "quarters":
            return []
        if (
            self.classes[start] == "a"
            and (hyphen or (self.classes[unit_at] == "u" and count is not None and count > 1))
            and self._word(start + 1) not in SCALES
        ):
            start += 1  # "a 16-hour flight"
        if after in ("later", "earlier", "before", "after") and not hyphen:
            self.consumed = end + 1
            return self._chained(start, end, end + 1, count, unit)
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
        begin = self._approximate(start)
        if begin == start and self._word(start - 1) == "the" and self.classes[unit_at] == "U":
            begin -= 1  # "for the nine months"
        return [self._timex(begin, end, self._duration_value(count, unit), "DURATION")]

    def _future(self, start: int, end: int) -> list[Timex]:
        if self._word(start + 1) not in ("near", "foreseeable", "immediate", "distant", "future"):
            return []
        if self._word(start + 1) == "future" and self._word(start - 1) != "in":
            return []
        return [self._timex(start, end, "FUTURE_REF")]

    def _past(self, start: int, end: int) -> list[Timex]:
        if self._word(start - 1) != "in" or self._word(start + 1) != "past":
            return []
        if self._lower_noun(end):
            return []
        return [self._timex(start, end, "PAST_REF")]

    def _reference(self, start: int, end: int) -> list[Timex]:
        word = self._word(start)
        if self.classes[end - 1] == "U":
            unit = UNIT_OF[self._word(end - 1)]
            return [self._timex(start, end, self._duration_value(None, unit), "DURATION", way=PAST)]
        if word == "current" and self._word(start - 1) == "then":
            return []  # "the then current price"
        if word == "current" and self.classes[end : end + 1] in ("u", "q"):
            unit = UNIT_OF[self._word(end)]
            if unit in ("W", "M", "Q", "Y"):  # "the current quarter"
                self.consumed = end + 1
                return self._shifted(start - (self._word(start - 1) == "the"), end + 1, 0, unit)
        if word == "soon" and self._word(end) in ("as", "after"):
            return []
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
