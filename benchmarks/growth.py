"""What an article costs as a desk grows: python -m benchmarks.growth [COUNT ...] [--rate N] [--words N]

Builds a desk of COUNT generated articles (see `growth_text`) and then adds ten more, one build each.
Printed: CPU milliseconds an article by step, peak memory, the desk's bytes over those of the pages,
and what one more article costs. What is found in one article and in one story hangs on that alone:
these steps are stood in for (names by a pattern, no statements, no differences) unless --whole.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.growth_text import Newsroom
from rashomon import agreement, contrasts, finding, pipeline
from rashomon.engines.guard import Findings
from rashomon.engines.local import LocalEngine
from rashomon.model import Article, Mention
from rashomon.progress import Progress, Step
from rashomon.store import Desk

_NAME = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+")
ONE_MORE = 10


class Clock(Progress):
    """CPU seconds by stage."""

    def __init__(self) -> None:
        super().__init__()
        self.spent: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str, total: int | None = None) -> Iterator[Step]:
        began = time.process_time()
        with super().stage(name, total) as step:
            yield step
        self.spent[name] = self.spent.get(name, 0.0) + time.process_time() - began


def named(article: Article) -> Findings:
    """Stands in for finding: names of two words, each a person."""
    found: dict[tuple[int, int], Mention] = {}
    for match in islice(_NAME.finditer(article.text), 12):
        start, end = match.span()
        found[start, end] = Mention(article.id, start, end, match.group(), "person", match.group())
    return Findings(tuple(found.values()))


def stand_in() -> None:
    """Take the steps that hang on one article or one story out of the measure."""
    nothing: Any = lambda material: ()  # noqa: E731
    finding.find_in_article = named  # type: ignore[attr-defined]
    for stage in (contrasts, agreement):
        stage.find = nothing


def build(desk: Path, source: Path) -> Clock:
    show = Clock()
    with Desk(desk, write=True) as opened, LocalEngine(1) as engine:
        pipeline.build(opened, [str(source)], engine, show)
    return show


def measure(count: int, rate: int, words: int, folder: Path) -> dict[str, Any]:
    """The costs of one desk."""
    source, desk = folder / f"{count}.jsonl", folder / f"{count}.db"
    records = Newsroom(rate, words).articles(count + ONE_MORE)
    size = 0
    with source.open("w", encoding="utf-8") as file:
        for record in islice(records, count):
            size += len(record["text"].encode()) + len(record["title"].encode())
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    began = time.process_time()
    show = build(desk, source)
    whole = time.process_time() - began
    single, wall = [], []
    for n, record in enumerate(records):
        one = folder / f"one-{n}.jsonl"
        one.write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")
        at, began = time.perf_counter(), time.process_time()
        build(desk, one)
        single.append(1000 * (time.process_time() - began))
        wall.append(1000 * (time.perf_counter() - at))
    with Desk(desk) as opened:
        query = "SELECT count(*), count(DISTINCT story_id) FROM story_articles"
        articles, stories = opened.db.execute(query).fetchone()
    return {
        "articles": articles,
        "stories": stories,
        "ms an article": round(1000 * whole / count, 3),
        **{f"  {k}": round(1000 * v / count, 3) for k, v in show.spent.items()},
        "one more, ms of CPU, median": round(statistics.median(single), 1),
        "one more, ms of CPU, most": round(max(single), 1),
        "one more, ms, median": round(statistics.median(wall), 1),
        "peak MiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "pages MB": round(size / 1e6, 1),
        "desk over pages": round(desk.stat().st_size / size, 2),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=[1_000, 10_000])
    parser.add_argument("--rate", type=int, default=50, help="articles a day")
    parser.add_argument("--words", type=int, default=300)
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    if not given.whole:
        stand_in()
    with tempfile.TemporaryDirectory() as folder:
        for count in given.counts:
            made = measure(count, given.rate, given.words, given.folder or Path(folder))
            print(json.dumps(made, indent=1))
            sys.stdout.flush()


if __name__ == "__main__":
    main()
