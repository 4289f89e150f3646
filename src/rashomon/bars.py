"""A build's progress on the terminal, and its summary."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)
from rich.progress import Progress as RichProgress

from rashomon.progress import Progress, Step, printable
from rashomon.store import Desk, read

# How many reasons the summary names; the rest are counted.
REASONS_SHOWN = 6


class _Bar:
    def __init__(self, bars: RichProgress, task: TaskID) -> None:
        self.bars = bars
        self.task = task

    def advance(self, records: int) -> None:
        self.bars.advance(self.task, records)


class Bars(Progress):
    """Bars on stderr; nothing but plain lines where that is no terminal."""

    def __init__(self) -> None:
        super().__init__()
        self.console = Console(stderr=True)

    @contextmanager
    def stage(self, name: str, total: int | None = None) -> Iterator[Step]:
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
        )
        with RichProgress(
            *columns,
            console=self.console,
            transient=True,
            disable=not self.console.is_terminal,
        ) as bars:
            yield _Bar(bars, bars.add_task(name, total=total))

    def say(self, line: str) -> None:
        self.console.print(printable(line), markup=False, highlight=False, soft_wrap=True)


def summary(desk: Desk, show: Progress) -> str:
    """What was read and found, what was left out and why, and the time it took."""
    counts = read.counts(desk.db)
    reasons = read.left_out_counts(desk.db)
    shown = [f"{count} {reason}" for reason, count in list(reasons.items())[:REASONS_SHOWN]]
    rest = sum(list(reasons.values())[REASONS_SHOWN:])
    lines = [
        f"read     {_count(show.pages, 'new page')}, {show.known_pages} known already, "
        f"{_count(len(show.refusals), 'source')} rejected",
        f"desk     {_count(counts['pages'], 'page')}, {_count(counts['articles'], 'article')} "
        f"({counts['copies']} in copy families), {_count(counts['stories'], 'story', 'stories')}",
        f"found    {_count(counts['statements'], 'statement')}, {_count(counts['moments'], 'date')}, "
        f"{_count(counts['contrasts'], 'difference')}",
        f"left out {', '.join(shown) or 'nothing'}{f', {rest} for other reasons' if rest else ''}",
        f"took     {show.seconds:.1f} s, desk {desk.path}",
    ]
    return "\n".join(lines)


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
