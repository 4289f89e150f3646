"""Quotations of a text, as the spans inside their marks.

A paragraph is a line. A mark that is never closed holds to the end of its line only; where the
next paragraph opens anew, the quotation goes on there and `continued` says so (the style of
news: every paragraph opened, the last one closed). Only outermost quotations are given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

# How far a single mark may stand from the one that closes it, in code points. A guard against
# quadratic work on pages of stray marks, and wider than the quotations of the press.
SINGLE_REACH = 2500
# How far a pair of other double marks inside a quotation may reach, and its own mark behind them.
# The same guard: twice as wide, for a paragraph may be one quotation.
INNER_REACH = 5000

# Two single marks are one double mark; a lone "`" is none. One set comes first: a search skips to it.
_MARK = re.compile("[\"“”„‟«»‘’'‚「」『』＂`](?:(?<=')'|(?<=`)`|(?<!`))")
_SINGLE = re.compile("['’]")
_PAIRS = {"「": "」", "『": "』"}
_DOUBLE = frozenset(('"', "''", "``", "＂"))
_CLOSERS = frozenset(('"', "”", "''", "“", "＂"))
# Words that begin with an apostrophe, not with a quotation mark.
_ELISION = re.compile(r"['’‘](?:em|til|cause|tis|twas|n|round|bout|\d0s|\d\ds?)\b", re.I)
_AFTER_CLOSE = re.compile(r"[\s.,;:!?)\]…\-–—\"”“»]|$")


@dataclass(frozen=True, slots=True)
class Quotation:
    """`start` and `end` leave the marks out; `outer_start` and `outer_end` hold them too."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    mark: str
    closed: bool
    continued: bool = False


@lru_cache(maxsize=64)
def quotations(text: str) -> tuple[Quotation, ...]:
    """Outermost quotations of `text` in order; they never overlap."""
    found: list[Quotation] = []
    offset = 0
    open_before: str | None = None
    for line in text.split("\n"):
        last_open = _line(text, offset, offset + len(line), found, open_before)
        if line.strip():
            open_before = last_open
        offset += len(line) + 1
    return tuple(found)


def _line(
    text: str, start: int, end: int, found: list[Quotation], open_before: str | None
) -> str | None:
    """Adds the quotations of one line; gives the opening mark that stays open at its end."""
    stripped_end = start + len(text[start:end].rstrip())
    first = start + (end - start) - len(text[start:end].lstrip())
    opened: tuple[int, int, str] | None = None
    at = start
    while True:
        match = _MARK.search(text, at, end)
        if match is None:
            break
        mark, at = match.group(), match.end()
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[at] if at < end else " "
        if opened is None:
            if mark in "'’‘‚" and mark != "''":
                close = _single_close(text, match.start(), before, end)
                if close is None:
                    if (
                        match.start() == first
                        and (mark == "‘" or (open_before in ("'", "‘") and mark == "'"))
                        and _opens(before, after)
                    ):
                        opened = (match.start(), at, mark)
                    continue
                if close <= at:
                    at = close + 1
                    continue
                found.append(
                    Quotation(
                        at,
                        close,
                        match.start(),
                        close + 1,
                        mark,
                        True,
                        match.start() == first and open_before in ("'", "‘"),
                    )
                )
                at = close + 1
            elif _is_opener(mark, before, after):
                opened = (match.start(), at, mark)
            continue
        inner = _inner_end(text, opened[2], match, end)
        if inner is not None:
            at = inner  # "what one calls “a block” of ..."
        elif _closes(opened[2], mark, before, after):
            _close(found, opened, match.start(), at, first, open_before)
            opened = None
        elif mark in _DOUBLE and opened[2] in _DOUBLE and _opens(before, after):
            # A second opening mark: the first was never closed.
            opened = (match.start(), at, mark)
    if opened is None:
        return None
    if opened[1] < stripped_end:
        continued = opened[0] == first and open_before is not None
        found.append(
            Quotation(opened[1], stripped_end, opened[0], stripped_end, opened[2], False, continued)
        )
        return opened[2]
    return None


def _inner_end(text: str, opening: str, match: re.Match[str], end: int) -> int | None:
    """Past a pair of the other double marks inside a quotation that its own mark closes later."""
    mark, at = match.group(), match.end()
    if at >= end or not text[at].isalnum() or not _opens(text[match.start() - 1], text[at]):
        return None
    if opening in ('"', "＂") and mark == "“":
        close, outer = "”", opening
    elif opening == "“" and mark == '"':
        close, outer = '"', "”"
    else:
        return None
    stop = text.find(close, at, min(end, at + INNER_REACH))
    if stop < 0 or text[stop - 1].isspace() or text[stop - 1] == ",":
        return None
    last = text.find(outer, stop + 1, min(end, stop + INNER_REACH))
    if last < 0 or text[last - 1].isspace():
        return None
    between = text[stop + 1 : last]
    return None if mark in between or opening in between else stop + 1


def _close(
    found: list[Quotation],
    opened: tuple[int, int, str],
    end: int,
    outer_end: int,
    first: int,
    open_before: str | None,
) -> None:
    if opened[1] < end:
        continued = opened[0] == first and open_before is not None
        found.append(Quotation(opened[1], end, opened[0], outer_end, opened[2], True, continued))


def _opens(before: str, after: str) -> bool:
    return not (before.isalnum() or before in ".,!?…") and not after.isspace()


def _is_opener(mark: str, before: str, after: str) -> bool:
    if mark in _PAIRS or mark in "„‟«“":
        return not after.isspace() or mark in "«"
    if mark in ("」", "』"):
        return False
    if mark in "”»":  # turned the wrong way, or the German »…«
        return _opens(before, after) and after.isalnum()
    return _opens(before, after)


def _closes(opening: str, mark: str, before: str, after: str) -> bool:
    if opening in _PAIRS:
        return mark == _PAIRS[opening]
    if opening == "«":
        return mark == "»"
    if opening == "»":
        return mark == "«"
    if opening in ("‘", "'"):
        return mark in ("'", "’") and not after.isalnum() and not before.isspace()
    if opening == "„":
        return mark in '“”"' and mark != "''"
    if mark not in _CLOSERS:
        return False
    if mark == "“":
        return opening == "“" and not before.isspace() and not after.isalnum()
    if opening in _DOUBLE and mark in _DOUBLE:
        return not (_opens(before, after) and after.isalnum() and before.isspace())
    return True


def _single_close(text: str, at: int, before: str, end: int) -> int | None:
    """Where a quotation in single marks that opens at `at` ends; None where it is an apostrophe."""
    mark = text[at]
    if before.isalnum() or not (before.isspace() or before in '(["“«—–-/'):
        return None
    if at + 1 >= end or text[at + 1].isspace() or _ELISION.match(text, at, end):
        return None
    if mark == "’" and not text[at + 1].isalnum():
        return None
    weak: int | None = None
    limit = min(end, at + SINGLE_REACH)
    position = at + 1
    while True:
        position = _next_single(text, position, limit)
        if position < 0:
            return weak
        previous, nearby = text[position - 1], text[position + 1 : position + 2]
        if nearby.isalnum() or nearby == "'":
            if previous.isspace() and nearby.isalnum() and not _ELISION.match(text, position, end):
                return weak  # another quotation opens: a weak mark closed this one
            position += 1 + (nearby == "'")
            continue
        if previous.isspace():
            position += 1
            continue
        if not _AFTER_CLOSE.match(text, position + 1):
            position += 1
            continue
        if previous != "s" or previous in ".,!?…" or nearby in ("", ",", ".", ";", ":", ")", "\n"):
            return position
        # "workers' rights": the mark may be a possessive; a surer one later decides.
        if weak is None:
            weak = position
        position += 1


def _next_single(text: str, position: int, limit: int) -> int:
    match = _SINGLE.search(text, position, limit)
    return match.start() if match else -1
