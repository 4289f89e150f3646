"""From an expression's tokens to its value: one method of `Reader` for each form of the grammar."""

from __future__ import annotations

from rashomon.timeline.durations import Durations
from rashomon.timeline.timex import Timex

__all__ = ["Reader", "Timex"]


class Reader(Durations):
    """Reads the expressions of one text; see the classes it is built from for the forms."""
