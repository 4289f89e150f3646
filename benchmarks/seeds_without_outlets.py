"""What a folder of pages gives when no outlet is known: the outlet table emptied.

  python -m benchmarks.seeds_without_outlets PAGES OUT

Builds a desk of PAGES twice, with the table that ships and with an empty one, exports both to
OUT/with and OUT/without (the form that score_seeds.py reads), and prints what differs: what is
inferred from a page must not come from knowing its outlet, its names and its agencies aside.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rashomon import outlets
from rashomon.engines import LocalEngine
from rashomon.interop.export import export
from rashomon.pipeline import build
from rashomon.progress import Progress
from rashomon.store import Desk

FIELDS = (
    "kind", "title", "standfirst", "byline", "outlet", "url", "published", "published_basis",
    "language",
)  # fmt: skip
TABLES = (
    "articles", "rejected", "copies", "stories", "statements", "less_sure", "timeline", "names",
    "contrasts",
)  # fmt: skip


def without_table(work: Callable[[], None]) -> None:
    """Run `work` with an empty outlet table; in this process only."""
    shipped = outlets.parse
    outlets.parse = lambda text: ()  # type: ignore[assignment]
    caches = (outlets._index, outlets._named)
    try:
        for cache in caches:
            cache.cache_clear()
        work()
    finally:
        outlets.parse = shipped
        for cache in caches:
            cache.cache_clear()


def desk_of(source: Path, target: Path) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        LocalEngine(processes=1) as engine,  # other processes would load the table anew
        Desk(Path(folder) / "desk.db", write=True) as desk,
    ):
        build(desk, [str(source)], engine, Progress())
        export(desk, target)


def rows(folder: Path, name: str) -> list[dict[str, Any]]:
    path = folder / f"{name}.jsonl"
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def main(arguments: list[str]) -> int:
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    source, target = map(Path, arguments)
    known, unknown = target / "with", target / "without"
    for folder in (known, unknown):
        folder.mkdir(parents=True, exist_ok=True)
    desk_of(source, known)
    without_table(lambda: desk_of(source, unknown))
    print("rows            with  without")
    for table in TABLES:
        print(f"{table:14} {len(rows(known, table)):5} {len(rows(unknown, table)):8}")
    pages = {row["id"]: Path(row["origin"]).name for row in rows(known, "pages")}
    before = {row["id"]: row for row in rows(known, "articles")}
    after = {row["id"]: row for row in rows(unknown, "articles")}
    print(f"articles in one only: {len(before.keys() ^ after.keys())}")
    for key, row in before.items():
        other = after.get(key)
        changed = [name for name in FIELDS if other is not None and row[name] != other[name]]
        for name in changed:
            place = f"{pages.get(row['page'], '?')[:24]} {(row['title'] or row['text'])[:40]!r}"
            print(f"{place}: {name} {row[name]!r} -> {other[name] if other else None!r}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
