"""Pictures as geometry: where each mark stands. Templates draw them as SVG."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.i18n import gettext as _
from rashomon.i18n import ngettext
from rashomon.views import dates, words
from rashomon.views.calendar import Day
from rashomon.views.source import Source, cut
from rashomon.views.tellings import TellingView, flat

# Days without anything beyond which an axis is broken, and the days that the break is drawn as.
_BREAK, _BROKEN = 12, 5
_ROWS = 40
# Beyond this a date is a bar and no point; how high the lane of a bar is.
SPAN, LANE = 12.0, 17.0
# Characters of an outlet's name in a picture.
_LABEL = 28
# Characters of the words that stand beside "outlet not known".
_TITLED = 24
# From the names to the first day where some have none.
_UNDATED = 108.0


@dataclass(frozen=True, slots=True)
class Bar:
    x: float
    height: float
    day: str
    count: int


@dataclass(frozen=True, slots=True)
class Spark:
    """Articles by day; `words` says the same for those who do not see it."""

    width: float
    height: float
    bars: tuple[Bar, ...]
    words: str


def spark(days: Sequence[tuple[str, int]], *, height: float = 20.0) -> Spark | None:
    """`days` are (ISO day, articles); None where there are no two days."""
    counted: dict[date, int] = {}
    for iso, number in days:
        bounds = dates.bounds_of(iso)
        if bounds is not None:
            counted[bounds[0]] = counted.get(bounds[0], 0) + number
    if len(counted) < 2:
        return None
    order = sorted(counted)
    most = max(counted.values())
    bars, x = [], 0.0
    for n, day in enumerate(order):
        if n:
            x += min((day - order[n - 1]).days, 4) * 9.0
        iso = day.isoformat()
        tall = max(3.0, height * counted[day] / most)
        bars.append(Bar(x, round(tall, 1), dates.said(iso), counted[day]))
    said = ", ".join(f"{b.day} {b.count}" for b in bars[:12])
    if len(bars) > 12:
        rest = ngettext("%(num)s more day", "%(num)s more days", len(bars) - 12)
        said = _("%(some)s and %(rest)s", some=said, rest=rest)
    return Spark(x + 7.0, height, tuple(bars), _("Articles by day: %(days)s", days=said))


@dataclass(frozen=True, slots=True)
class Dot:
    """A date on the axis: a circle, its label in `row` above the line; or, where it covers days,
    a bar in `lane` below it, its label at `label_x`."""

    x: float
    wide: float
    radius: float
    planned: bool
    label: str
    row: int
    words: str
    place: int
    tellings: int = 1
    lane: int | None = None
    label_x: float = 0.0
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Axis:
    """The timeline's picture. `breaks` are where days without anything are left out.

    `published` are the days on which articles of the story appeared: (x, number), drawn at `below`.
    """

    width: float
    height: float
    base: float
    dots: tuple[Dot, ...]
    breaks: tuple[float, ...]
    published: tuple[tuple[float, int], ...]
    left: int
    words: str
    below: float = 0.0

    @property
    def order(self) -> tuple[Dot, ...]:
        """The dots from the first to the last, for narrow windows."""
        return tuple(sorted(self.dots, key=lambda d: d.place))


def axis(days: Sequence[Day], published: Sequence[tuple[str, int]]) -> Axis | None:
    """The open dates on a line from left to right, gaps of more than twelve days cut short."""
    placed = []
    for place, day in enumerate(days):
        bounds = dates.bounds_of(day.when.iso)
        # A date that covers a season or more is no point on this line; the list has it.
        if day.open and bounds is not None and (bounds[1] - bounds[0]).days < 40:
            placed.append((bounds, day, place))
    kept = sorted(placed, key=lambda p: (p[0][0], p[0][1]))
    if len(kept) < 2:
        return None
    papers = {bounds[0]: n for iso, n in published if (bounds := dates.bounds_of(iso)) is not None}
    first = min(kept[0][0][0], *papers) if papers else kept[0][0][0]
    # Papers before or after all dates would stretch the line for nothing.
    if (kept[0][0][0] - first).days > _BREAK:
        first = kept[0][0][0] - timedelta(days=_BREAK)
    stops = {first} | {p[0][0] for p in kept} | {p[0][1] for p in kept}
    last = max(stops)
    shown = {d: n for d, n in papers.items() if first <= d and (d - last).days <= _BREAK}
    scale, breaks = _scale(sorted(stops | set(shown)))
    # The labels need room: a line of many dates is longer than one of few.
    span = max(scale.values()) or 1.0
    width = max(740.0, 66.0 * len(kept))
    step = (width - 120.0) / span
    xs = {d: 60.0 + at * step for d, at in scale.items()}
    dots, ends = [], [-1e9, -1e9, -1e9, -1e9]
    lanes: list[float] = []
    for (start, end), day, place in kept:
        x = xs[start]
        label = _label(day)
        half = 3.4 * len(label) + 5
        wide = round(xs[end] - x, 1)
        row, lane, label_x, anchor = 0, None, round(x, 1), "middle"
        if wide > SPAN:
            # Bars have lanes of their own: on the line they would run through the days.
            label_x, anchor = _beside(x, wide, 2 * half, width)
            first_x, last_x = min(x, label_x) - 8, max(x + wide, label_x + 2 * half) + 8
            if anchor == "end":
                first_x, last_x = label_x - 2 * half - 8, x + wide + 8
            lane = next((n for n, e in enumerate(lanes) if first_x > e), len(lanes))
            lanes[lane : lane + 1] = [last_x]
        else:
            free = (r for r in range(4) if x - half > ends[r])
            row = next(free, min(range(4), key=ends.__getitem__))
            ends[row] = x + half
        radius = min(9.0, 4.0 + 1.6 * math.sqrt(max(0, day.tellings - 1)))
        said = _("%(day)s, planned", day=day.said) if day.planned else day.said
        said = f"{said}: {_told(day.tellings)}"
        dots.append(
            Dot(
                round(x, 1),
                wide,
                round(radius, 1),
                day.planned,
                label,
                row,
                said,
                place,
                day.tellings,
                lane,
                label_x,
                anchor,
            )
        )
    rows = max(d.row for d in dots) + 1
    base = 16.0 + 17.0 * rows
    below = base + 15.0 + LANE * len(lanes)
    return Axis(
        width,
        below + (19.0 if shown else 3.0),
        base,
        # What is long is drawn first, so that it hides nothing.
        tuple(sorted(dots, key=lambda d: -d.wide)),
        tuple(round(60.0 + b * step, 1) for b in breaks),
        tuple((round(xs[d], 1), n) for d, n in sorted(shown.items())),
        len(days) - len(kept),
        "; ".join(d.words for d in dots),
        below,
    )


def _beside(x: float, wide: float, size: float, width: float) -> tuple[float, str]:
    """Where the label of a bar stands: after it, before it, or on it where there is no room."""
    if x + wide + 8 + size <= width:
        return round(x + wide + 8, 1), "start"
    if x - 8 - size >= 0:
        return round(x - 8, 1), "end"
    return round(x + wide / 2, 1), "middle"


def _label(day: Day) -> str:
    return "≈ " * day.inferred + _bare_label(day)


def _bare_label(day: Day) -> str:
    # The year stands in the list; on the line the day and the month do.
    if day.precision in ("month", "year", "quarter", "season"):
        return day.when.short
    return dates.yearless(day.when.iso or "") or day.when.short


def _told(tellings: int) -> str:
    return ngettext("%(num)s telling names it", "%(num)s tellings name it", tellings)


def _scale(stops: Sequence[date]) -> tuple[dict[date, float], list[float]]:
    at, scale, breaks = 0.0, {stops[0]: 0.0}, []
    for before, day in itertools.pairwise(stops):
        gap = (day - before).days
        if gap > _BREAK:
            breaks.append(at + _BROKEN / 2)
            gap = _BROKEN
        at += gap
        scale[day] = at
    return scale, breaks


@dataclass(frozen=True, slots=True)
class Row:
    """An article in the picture of coverage: at the left its place in the tree of copies, at the
    right its day. `parent` is the point of its original; `day` is None where no date is known,
    and `wide` more than nothing where it is known to the month or the week alone. `titled` are
    words of one whose outlet nobody names."""

    x: float
    y: float
    parent: tuple[float, float] | None
    label: str
    note: str
    day: float | None
    wide: float
    said: str
    inferred: bool = False
    titled: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Coverage:
    """Who published when, and who copied whom. `left` articles did not fit.

    `ticks` are (x, label); `breaks` are where days without anything are left out; `split` is
    where the names end and the days begin.
    """

    width: float
    height: float
    split: float
    rows: tuple[Row, ...]
    ticks: tuple[tuple[float, str], ...]
    breaks: tuple[float, ...]
    copies: bool
    left: int
    words: str


def coverage(tellings: Sequence[TellingView]) -> Coverage | None:
    """The articles of a story by telling and day; None where there is nothing to see: no copies,
    and no two days."""
    lines: list[tuple[int, Source, str]] = []
    for telling in tellings:
        lines.append((0, telling.source, ""))
        lines += [
            (depth, node.source, f"{node.relation}, {node.shared_said}")
            for depth, node in flat(telling.copies)
        ]
    if len(lines) < 2:
        return None
    shown, left = lines[:_ROWS], max(0, len(lines) - _ROWS)
    bounds = [dates.bounds_of(source.published.iso) for _, source, _ in shown]
    stops = sorted({day for b in bounds if b is not None for day in b})
    if len(stops) < 2 and not any(depth for depth, _, _ in shown):
        return None
    split = min(430.0, max(_label_end(depth, source, note) for depth, source, note in shown)) + 24
    # Those without a date have a column of their own, before the first day.
    undated = any(bound is None for bound in bounds)
    width = max(740.0, split + 280.0)
    xs, ticks, breaks = _days(stops, split + (_UNDATED if undated else 24.0), width - 40)
    rows: list[Row] = []
    at: dict[int, tuple[float, float]] = {}
    for n, ((depth, source, note), bound) in enumerate(zip(shown, bounds, strict=True)):
        x, y = 9.0 + 22.0 * min(depth, 8), 38.0 + 26.0 * n
        day = None if bound is None else xs[bound[0]]
        wide = 0.0 if bound is None or day is None else xs[bound[1]] - day
        parent = None if depth == 0 else at.get(depth - 1, at[0])
        rows.append(
            Row(
                x,
                y,
                parent,
                cut(source.name, _LABEL),
                note,
                day,
                wide,
                source.published.marked,
                source.published.inferred,
                _titled(depth, source),
                depth,
            )
        )
        at[depth] = (x, y)
    said = "; ".join(
        f"{source.name}, {_about(source)}" + (f", {note}" if note else "")
        for _, source, note in shown
    )
    height = 38.0 + 26.0 * len(rows) - 6.0
    copies = any(depth for depth, _, _ in shown)
    return Coverage(width, height, split, tuple(rows), ticks, breaks, copies, left, said)


def _about(source: Source) -> str:
    said = source.published.said
    return _("about %(date)s", date=said) if source.published.inferred else said


def _label_end(depth: int, source: Source, note: str) -> float:
    beside = len(note) + len(_titled(depth, source))
    return 9.0 + 22.0 * min(depth, 8) + 14 + 7.3 * len(cut(source.name, _LABEL)) + 6.3 * beside + 12


def _titled(depth: int, source: Source) -> str:
    """The words of a telling without an outlet; a copy hangs on its original, which has them."""
    said = source.title or source.opening
    return words.quoted(cut(said, _TITLED)) if said and source.titled and depth == 0 else ""


def _days(
    stops: Sequence[date], start: float, end: float
) -> tuple[dict[date, float], tuple[tuple[float, str], ...], tuple[float, ...]]:
    """Days on a line from `start` to `end`, with labels where there is room for them."""
    if not stops:
        return {}, (), ()
    scale, breaks = _scale(stops)
    span = max(scale.values())
    step = min(60.0, (end - start) / span) if span else 0.0
    xs = {d: round(start + at * step, 1) for d, at in scale.items()}
    one_year = stops[0].year == stops[-1].year
    ticks: list[tuple[float, str]] = []
    edge = -1e9
    for day in stops:
        iso = day.isoformat()
        label = dates.bare(iso) if one_year else dates.said(iso, short=True)
        half = 3.4 * len(label) + 5
        if xs[day] - half > edge:
            ticks.append((xs[day], label))
            edge = xs[day] + half
    return xs, tuple(ticks), tuple(round(start + b * step, 1) for b in breaks)
