"""Absolute dates in other languages."""

from __future__ import annotations

from rashomon.timeline.calendar import Written
from rashomon.timeline.resolve import Timex


def find_foreign(text: str, written: Written, language: str) -> tuple[Timex, ...]:
    return ()
