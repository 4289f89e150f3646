"""The whole pipeline, from pages to a told desk: python -m benchmarks.whole [KIND ...] [--pages N]

KIND is `flat` (flattened pages of the shared data), `html` (its real HTML pages), `newsroom` (the
sample newsroom of this project) or `made` (generated articles, half of them as flattened pages with
other things around them, half as HTML); without any, the first two where the shared data is
present, else the last.

Printed: articles of 600 words a CPU second, which are the words of all articles that were found, by
600; the CPU time by stage; peak memory; and how many times as fast two processes are as one, by the
time that passes, in pairs that are run in turn: of the build, and of the program from its start to
its end. Beside that stands what the machine itself gives at that moment: two whole builds of the same
pages, each by one process, on desks of their own at the same time; were the cores independent, that
would be twice as much as one alone.

Each build is a process of its own, which begins as `rashomon build` does. CPU time and memory are of
a build by one process. By its CPU time, one by two processes could be so many times as fast as the
other: what only one process can do (folding names, putting the desk in order) and half of the rest.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.growth_text import Newsroom
from rashomon.engines.local import LocalEngine

ROOT = Path(__file__).resolve().parents[1]
BENCH = ROOT.parent / "shared" / "bench"
WORDS = 600  # of an article, as it is counted
ROUNDS = 3
SERIAL = ("folding names", "putting the desk in order")  # stages in which no worker has work
# Pages of a run that is not told how many.
PAGES = {"flat": 120, "html": 86, "newsroom": 17, "made": 120}

_HEAD = (
    '<!doctype html><html lang="en"><head><title>{title} - {outlet}</title>'
    '<meta property="article:published_time" content="{published}">'
    '<meta property="og:site_name" content="{outlet}"></head><body><header><nav>'
    "<a href='/'>Front page</a> <a href='/town'>Town</a> <a href='/sea'>Sea</a></nav></header>"
    "<main><article><h1>{title}</h1>\n"
)
_FOOT = (
    "</article><aside><h2>More from {outlet}</h2><ul><li><a href='/1'>Harbour dues go up</a></li>"
    "<li><a href='/2'>A winter of two halves</a></li></ul></aside></main>"
    "<footer><p>{outlet}. All rights reserved.</p></footer></body></html>"
)


def sources(kind: str, count: int, folder: Path) -> int:
    """Writes `count` pages of a kind into `folder`, as far as there are so many; gives how many."""
    folder.mkdir(parents=True)
    if kind == "flat":
        lines = (BENCH / "pages/open.jsonl").read_text(encoding="utf-8").splitlines()
        for n, line in enumerate(_spread(lines, count)):
            (folder / f"{n:04}.txt").write_text(json.loads(line)["text"], encoding="utf-8")
    elif kind == "html":
        for path in sorted((BENCH / "extraction/html").glob("*.html.gz"))[:count]:
            (folder / path.name.removesuffix(".gz")).write_bytes(gzip.decompress(path.read_bytes()))
    elif kind == "newsroom":
        for path in sorted((ROOT / "examples/newsroom").iterdir())[:count]:
            shutil.copy(path, folder)
    else:
        for n, record in enumerate(islice(Newsroom(50, WORDS).articles(count), count)):
            name, page = _page(n, record)
            (folder / name).write_text(page, encoding="utf-8")
    return sum(1 for _ in folder.iterdir())


def _spread(lines: list[str], count: int) -> Iterator[str]:
    """`count` of the lines, evenly: they are sorted by kind."""
    yield from (lines[n * len(lines) // count] for n in range(min(count, len(lines))))


def _page(number: int, record: dict[str, str]) -> tuple[str, str]:
    """A generated article as a page: its file's name and text."""
    if number % 2:
        told = {key: html.escape(value, quote=True) for key, value in record.items()}
        body = "".join(f"<p>{part}</p>\n" for part in told["text"].split("\n\n"))
        return f"{number:04}.html", _HEAD.format(**told) + body + _FOOT.format(**told)
    day = record["published"][:10]
    above = f"{record['outlet']}\nFront page\nTown\nSea\n\n{record['title']}\n\n{day}\n\n"
    below = f"\n\nMore from {record['outlet']}\nHarbour dues go up\nA winter of two halves\n"
    return f"{number:04}.txt", above + record["text"] + below


def build(pages: Path, desk: Path, processes: int) -> dict[str, Any]:
    """Builds a desk of `pages` and tells what that took."""
    engine = LocalEngine(processes)
    engine.prepare([pages])
    from benchmarks.growth import Clock
    from rashomon import pipeline
    from rashomon.store import Desk, read

    show = Clock()
    before, began = os.times(), time.perf_counter()
    with Desk(desk, write=True) as opened, engine:
        pipeline.build(opened, [str(pages)], engine, show)
        workers = _cpu_of_workers()
    seconds, ended, after = time.perf_counter() - began, time.time(), os.times()
    with Desk(desk) as opened:
        words = sum(len(one.text.split()) for one in read.articles(opened.db))
        counts = read.counts(opened.db)
    return {
        "seconds": seconds,
        "ended": ended,
        "cpu": after.user + after.system - before.user - before.system,
        "cpu_of_workers": workers,
        "words": words,
        "counts": counts,
        "stages": show.spent,
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "desk_bytes": desk.stat().st_size,
    }


def _cpu_of_workers() -> float:
    """CPU seconds of the processes that this one has begun, and those begun by them; 0 where the
    platform does not say."""
    found: dict[int, tuple[int, float]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            told = path.read_text().rpartition(")")[2].split()
            ticks = int(told[11]) + int(told[12])
            found[int(path.parent.name)] = (int(told[1]), ticks / os.sysconf("SC_CLK_TCK"))
    mine = {os.getpid()}
    for _ in range(3):
        mine |= {one for one, (parent, _) in found.items() if parent in mine}
    return sum(found[one][1] for one in mine - {os.getpid()} if one in found)


def apart(pages: Path, processes: int) -> dict[str, Any]:
    """`build` in a process of its own, on a desk of its own."""
    return together(pages, processes, 1)[0]


def together(pages: Path, processes: int, builds: int) -> list[dict[str, Any]]:
    """So many at the same time."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.time()
        running = []
        for n in range(builds):
            line = [sys.executable, "-m", "benchmarks.whole", "--one", str(pages)]
            line += ["--desk", str(Path(folder) / f"{n}.db"), "--processes", str(processes)]
            running.append(subprocess.Popen(line, cwd=ROOT, stdout=subprocess.PIPE, text=True))
        found: list[dict[str, Any]] = []
        for process in running:
            out, _ = process.communicate()
            if process.returncode:
                raise subprocess.CalledProcessError(process.returncode, process.args)
            found.append(json.loads(out.splitlines()[-1]))
    for one in found:
        one["program_seconds"] = one["ended"] - began
    return found


def measure(kind: str, count: int, rounds: int, folder: Path) -> dict[str, Any]:
    """The figures of one kind of page: a build is run `rounds` times with one process and with two."""
    pages = folder / kind
    size = sources(kind, count, pages)
    taken = []
    for n in range(rounds):
        order = (1, 2) if n % 2 == 0 else (2, 1)
        made = {processes: apart(pages, processes) for processes in order}
        taken.append((made[1], made[2], together(pages, 1, 2)))
    alone = [one for one, _, _ in taken]
    cpu = statistics.median(one["cpu"] for one in alone)
    spent = {
        stage: round(statistics.median(one["stages"][stage] for one in alone), 2)
        for stage in alone[0]["stages"]
    }
    return {
        "kind": kind,
        "pages": size,
        "articles": alone[0]["counts"]["articles"],
        "words": alone[0]["words"],
        "cpu": round(cpu, 2),
        "articles_of_600_a_cpu_second": round(alone[0]["words"] / WORDS / cpu, 1) if cpu else 0.0,
        "stages": dict(sorted(spent.items(), key=lambda one: -one[1])),
        "peak_mib": round(max(one["peak_mib"] for one in alone)),
        "two_over_one": _spread_of([one["seconds"] / two["seconds"] for one, two, _ in taken]),
        "program_two_over_one": _spread_of(
            [one["program_seconds"] / two["program_seconds"] for one, two, _ in taken]
        ),
        "two_builds_over_one": _spread_of(
            [2 * one["seconds"] / max(b["seconds"] for b in both) for one, _, both in taken]
        ),
        "by_cpu_time": _spread_of([one["cpu"] / _least(two) for one, two, _ in taken]),
    }


def _least(two: dict[str, Any]) -> float:
    """The seconds in which a build by two processes could be done by its CPU time."""
    serial = sum(seconds for stage, seconds in two["stages"].items() if stage in SERIAL)
    return float(serial + (two["cpu"] + two["cpu_of_workers"] - serial) / 2)


def _spread_of(ratios: list[float]) -> list[float]:
    """The median, the least and the greatest."""
    ordered = sorted(ratios)
    return [round(value, 2) for value in (ordered[len(ordered) // 2], *_ends(ordered))]


def _ends(values: list[float]) -> tuple[float, float]:
    return values[0], values[-1]


def told(figures: dict[str, Any]) -> str:
    """The figures in words."""

    def told_of(name: str) -> str:
        ratio, least, most = figures[name]
        return f"{ratio} times ({least} to {most})"

    whole = sum(figures["stages"].values()) or 1.0
    stages = ", ".join(f"{k} {v:.2f} s ({v / whole:.0%})" for k, v in figures["stages"].items())
    return (
        f"## whole, {figures['kind']}: {figures['pages']} pages, {figures['articles']} articles,"
        f" {figures['words']} words\n"
        f"articles of {WORDS} words a CPU second: {figures['articles_of_600_a_cpu_second']}"
        f" ({figures['cpu']} CPU seconds)\n"
        f"two processes over one: {told_of('two_over_one')}, the program from start to end"
        f" {told_of('program_two_over_one')}\n"
        f"two builds at once over one: {told_of('two_builds_over_one')}; two processes by their CPU"
        f" time: {told_of('by_cpu_time')}\n"
        f"peak memory: {figures['peak_mib']} MiB\n"
        f"by stage: {stages}"
    )


def kinds() -> list[str]:
    """The kinds that are measured where none is named."""
    return ["flat", "html"] if BENCH.is_dir() else ["made"]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.whole", description=__doc__)
    parser.add_argument("kinds", nargs="*", metavar="KIND")
    parser.add_argument("--pages", type=int, help="at most so many of each kind")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--desk", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--processes", type=int, default=1, help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.one is not None:
        print(json.dumps(build(given.one, given.desk, given.processes)))
        return 0
    for kind in given.kinds or kinds():
        if kind not in PAGES:
            parser.error(f"no such kind: {kind}")
        if kind in ("flat", "html") and not BENCH.is_dir():
            print(f"no benchmark data at {BENCH}: {kind} is left out", file=sys.stderr)
            continue
        with tempfile.TemporaryDirectory() as folder:
            figures = measure(kind, given.pages or PAGES[kind], given.rounds, Path(folder))
        print(json.dumps(figures) if given.json else told(figures), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
