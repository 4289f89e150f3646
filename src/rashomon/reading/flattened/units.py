"""The units of a flattened page: its non-blank lines, hard-wrapped lines joined to paragraphs."""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

from rashomon.reading.flattened.settings import MOST_LINES, WRAP_MAX, WRAP_MIN, WRAP_SHARE

# Line ends: those a decoder leaves in text. Form feed and vertical tab come from PDF and man pages.
_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_EDGE = re.compile(r"^[\s•·▪◦‣●■►▸*]+(?=\S)")
# What ends a sentence, and what may close after it.
TERMINALS = frozenset(".!?。！？؟۔।…")
CLOSERS = "\"'”’»」』)]"


class Unit(NamedTuple):
    """A line (or a paragraph of wrapped lines): its range in the page, without edge space.

    `blank` is the number of empty lines before it, capped at 3; `bullet` whether it began with
    a list mark, which is not in the range; `left` is where the mark stands, else `start`.
    """

    start: int
    end: int
    blank: int
    bullet: bool
    text: str
    left: int


def ends_sentence(text: str) -> bool:
    """Whether the last character but for closing quotes and brackets ends a sentence."""
    return text.rstrip(CLOSERS)[-1:] in TERMINALS


def split_units(body: str) -> list[Unit]:
    """The units of `body` in order; together with white space and list marks they tile it.

    Lines after the first `MOST_LINES` that are not blank are left out.
    """
    units: list[Unit] = []
    last_end = 0
    for match in _LINE.finditer(body):
        line = match.group()
        stripped = line.strip()
        if not stripped:
            continue
        start = match.start() + len(line) - len(line.lstrip())
        end = start + len(stripped)
        left = start
        mark = _EDGE.match(stripped[:20])
        bullet = mark is not None
        if mark is not None and mark.end() < len(stripped):
            start += mark.end()
        gap = body[last_end : match.start()]
        blank = max(0, gap.count("\n") - 1) if last_end else 0
        units.append(Unit(start, end, min(blank, 3), bullet, body[start:end], left))
        last_end = match.end()
        if len(units) == MOST_LINES:
            break
    return _unwrap(body, units)


def _unwrap(body: str, units: list[Unit]) -> list[Unit]:
    """Join the lines of paragraphs that were broken at a fixed width, where the page does so."""
    inner = [
        unit for unit, after in itertools.pairwise(units)
        if after.blank == 0 and not after.bullet
    ]  # fmt: skip
    wrapped = [u for u in inner if _breaks(u)]
    if len(units) < 12 or len(wrapped) < WRAP_SHARE * len(units):
        return units
    joined: list[Unit] = []
    open_line = False
    for unit in units:
        if joined and open_line and unit.blank == 0 and not unit.bullet and not _is_rule(unit):
            head = joined[-1]
            joined[-1] = Unit(
                head.start,
                unit.end,
                head.blank,
                head.bullet,
                body[head.start : unit.end],
                head.left,
            )
        else:
            joined.append(unit)
        open_line = _fills(unit)
    return joined


def _fills(unit: Unit) -> bool:
    return WRAP_MIN <= unit.end - unit.start <= WRAP_MAX and not _is_rule(unit)


def _is_rule(unit: Unit) -> bool:
    return not any(c.isalnum() for c in unit.text[:200])


def _breaks(unit: Unit) -> bool:
    """Whether a line stops at the page's width in the middle of a sentence."""
    return _fills(unit) and not ends_sentence(unit.text)
