"""Numbers in a text, as digits or words, with their values: "1,200", "twenty-one", "6 million"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_UNITS = {
    w: n
    for n, w in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen".split(),
        start=1,
    )
}
_TENS = {
    w: 10 * n
    for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SCALES = {
    "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000, "m": 1_000_000, "bn": 1_000_000_000, "k": 1_000,
}  # fmt: skip
_SMALL = "|".join((*_TENS, *sorted(_UNITS, key=len, reverse=True)))
_WORDS = (
    rf"(?:(?:{_SMALL}|a)\s+hundred(?:\s+and)?(?:\s+(?:{_SMALL})(?:[-\s](?:{'|'.join(_UNITS)}))?)?"
    rf"|(?:{'|'.join(_TENS)})[-\s](?:{'|'.join(_UNITS)})|(?:{_SMALL}))"
)
_SCALE = r"(?:[-\s]?(?:hundred|thousand|million|billion|trillion)|(?<=\d)(?:m|bn|k))"
_NUMBER = re.compile(
    rf"(?<![\w.,/:#-])(?P<money>[$€£]\s?)?(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|{_WORDS})"
    rf"(?P<scale>{_SCALE}\b)?(?P<percent>\s?%|\s+per\s?cent\b|\s+percentage points?\b)?(?![\w]|[,.:/]\d)",
    re.IGNORECASE,
)
_DIGIT, _LETTERS = re.compile(r"\d"), re.compile(r"[^\W\d_]+")
_COUNTED = frozenset((*_UNITS, *_TENS, "hundred"))
_ABOUT = re.compile(
    r"\b(?:about|around|some|roughly|nearly|almost|approximately|more than|over|at least|up to|"
    r"less than|fewer than|as many as|close to|an estimated)\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written. `unit` is "money", "%" or empty; `vague` where it is rounded in words."""

    start: int
    end: int
    value: float
    unit: str
    vague: bool


@lru_cache(maxsize=4_096)
def quantities(text: str) -> tuple[Quantity, ...]:
    """The numbers of `text` in order; ordinals, times, dates with strokes and codes are none."""
    found: list[Quantity] = []
    if not _DIGIT.search(text) and _COUNTED.isdisjoint(_LETTERS.findall(text.casefold())):
        return ()  # a quick look
    for match in _NUMBER.finditer(text):
        value = _value(match["number"])
        if match["scale"]:
            value *= _SCALES[match["scale"].strip("- \n\t").casefold()]
        unit = "%" if match["percent"] else "money" if match["money"] else ""
        vague = bool(_ABOUT.search(text, max(0, match.start() - 16), match.start()))
        found.append(Quantity(match.start(), match.end(), value, unit, vague))
    return tuple(found)


def _value(written: str) -> float:
    if written[0].isdigit():
        digits = written.replace(",", "")
        return float(digits) if len(digits) < 15 else 0.0
    total = 0
    for part in re.split(r"[-\s]+", written.casefold()):
        if part == "hundred":
            total = max(total, 1) * 100
        else:
            total += _UNITS.get(part, 0) + _TENS.get(part, 0)
    return float(total)


def same(one: float, two: float) -> bool:
    """Equal, or one is the other rounded: 1,203 and 1,200, 49.6 and 50, but not 13 and 14."""
    if one == two:
        return True
    low, high = sorted((abs(one), abs(two)))
    if high < 25 and float(one).is_integer() and float(two).is_integer():
        return False
    for digits in (1, 2, 3):
        if _rounded(low, digits) == high or _rounded(high, digits) == low:
            return True
    return high > 0 and (high - low) / high < 0.02


def _rounded(value: float, digits: int) -> float:
    return float(f"{value:.{digits}g}")
