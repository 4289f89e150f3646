"""From date expressions to moments: what is placed in time, what is planned, what is a range."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from rashomon.model import Article, Moment, Precision, Span
from rashomon.text.sentences import sentence_spans
from rashomon.timeline.calendar import Written, add_months, last_day, make_day
from rashomon.timeline.direction import AHEAD
from rashomon.timeline.stamps import is_stamp
from rashomon.timeline.timexes import Timex, timexes

# Between two dates that make one stretch: "August 14-15", "Thursday and Friday", "May to June".
_JOINT = re.compile(
    r"[日号號]?\s*,?\s*(and|to|through|until|till|und|bis|et|au|y|al|и|та|й|по|至|到|–|-|—|&)"
    r"\s*(?:on|in|the|early|late|mid)?[\s-]*"
)
_BETWEEN = ("between", "zwischen", "entre", "между", "між")
_RANGE_WORDS = frozenset("to through until till bis au al по 至 到 – - —".split())
# A month, a month and its day, or a weekday, of a year or week that is not known.
_OPEN = re.compile(r"XXXX-\d\d(-\d\d)?(?:T.*)?|XXXX-(WXX-[1-7])(?:T.*)?")
_VAGUE_AHEAD = re.compile(r"PX[DWM]|PTXH")


def find_moments(article: Article) -> tuple[Moment, ...]:
    """The moments of an article in the order of its text, ranges joined."""
    text = article.text
    found = timexes(text, article.published, article.language)
    if not found:
        return ()
    written = Written.of(article.published)
    spans = sentence_spans(text)
    starts = [start for start, _ in spans]
    result: list[Moment] = []
    previous: Timex | None = None
    for timex in found:
        moment = _moment(article, timex, spans, starts, written)
        if moment is None:
            previous = None
            continue
        joined = previous and _joined(text, previous, timex, result[-1], moment)
        if joined:
            result[-1] = joined
        else:
            result.append(moment)
        previous = timex
    return tuple(result)


def _moment(
    article: Article,
    timex: Timex,
    spans: tuple[tuple[int, int], ...],
    starts: list[int],
    written: Written,
) -> Moment | None:
    if timex.type == "SET":
        return None
    end = timex.reach or timex.end
    precision: Precision = timex.precision
    planned = _planned(timex.date, timex.direction, written)
    basis = timex.basis
    if timex.date is None:
        if open_ := _OPEN.fullmatch(timex.value):
            # "on May 20" in a text whose year is not known
            precision = "day" if open_[1] or open_[2] else "month"
        # "in the coming days": ahead, and no more is said.
        elif timex.direction == AHEAD and _VAGUE_AHEAD.fullmatch(timex.value):
            precision, planned = "interval", True
            basis = f"'{article.text[timex.start : end]}' names no day"
        else:
            return None
    index = bisect_right(starts, timex.start) - 1
    if index < 0 or timex.start >= spans[index][1]:
        return None
    if is_stamp(article.text, timex.start, end, spans[index]):
        return None  # the day of writing, which is no event
    return Moment(
        article_id=article.id,
        date=timex.date,
        precision=precision,
        planned=planned,
        sentence=Span(article.id, *spans[index]),
        expression=Span(article.id, timex.start, end),
        basis=basis,
    )


def bounds(iso: str) -> tuple[str, str] | None:
    """First and last day of a date as `Moment.date` has it, as ISO 8601 days."""
    first, _, last = iso.partition("/")
    head = _day_bounds(first)
    tail = _day_bounds(last) if last else head
    return (head[0], tail[1]) if head and tail else None


def _day_bounds(iso: str) -> tuple[str, str] | None:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", iso):
        return iso, iso
    if re.fullmatch(r"\d{4}-\d\d", iso):
        return f"{iso}-01", f"{iso}-{last_day(int(iso[:4]), int(iso[5:])):02}"
    if re.fullmatch(r"\d{4}", iso):
        return f"{iso}-01-01", f"{iso}-12-31"
    week = re.fullmatch(r"(\d{4})-W(\d\d)", iso)
    if week:
        from datetime import date

        try:
            monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
            sunday = date.fromisocalendar(int(week[1]), int(week[2]), 7)
        except ValueError:
            return None
        return monday.isoformat(), sunday.isoformat()
    return None


def _planned(iso: str | None, way: int, written: Written) -> bool:
    """Whether a date was still ahead when the text was written."""
    limits = bounds(iso) if iso else None
    if limits is None or written.year is None:
        return way == AHEAD
    if written.day:
        now_first = now_last = written.day.isoformat()
    else:
        known = f"{written.year:04}" + (f"-{written.month:02}" if written.month else "")
        now_first, now_last = _day_bounds(known) or (known, known)
    if limits[0] > now_last:
        return True
    return way == AHEAD and limits[1] >= now_first


def _joined(text: str, before: Timex, after: Timex, first: Moment, second: Moment) -> Moment | None:
    """One moment for two that make a range; None where they do not."""
    if first.date is None or second.date is None or "/" in first.date or "/" in second.date:
        return None
    if len(first.date) != len(second.date) or first.date >= second.date:
        return None
    if first.sentence != second.sentence:
        return None
    joint = _JOINT.fullmatch(text, before.reach or before.end, after.start)
    if joint is None:
        return None
    lead = text[max(0, before.start - 12) : before.start].lower()
    if (
        joint[1] not in _RANGE_WORDS
        and not any(word in lead for word in _BETWEEN)
        and not _next(first.date, second.date)
    ):
        return None
    return replace(
        first,
        date=f"{first.date}/{second.date}",
        precision="interval",
        planned=second.planned,
        expression=replace(second.expression, start=first.expression.start),
        basis=f"{first.basis}; {second.basis}" if first.basis != second.basis else first.basis,
    )


def _next(first: str, second: str) -> bool:
    """Whether `second` follows `first` without a gap."""
    if len(first) == 4:
        return int(second) == int(first) + 1
    if len(first) == 7:
        year, month = add_months(int(first[:4]), int(first[5:]), 1)
        return second == f"{year:04}-{month:02}"
    one = make_day(int(first[:4]), int(first[5:7]), int(first[8:10])) if "W" not in first else None
    two = (
        make_day(int(second[:4]), int(second[5:7]), int(second[8:10]))
        if "W" not in second
        else None
    )
    return one is not None and two is not None and (two - one).days == 1
