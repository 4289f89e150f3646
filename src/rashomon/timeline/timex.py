"""A date expression with its TIMEX3 value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.model import Precision

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
