"""What a desk takes over the bytes of its pages: python -m benchmarks.desk_size [KIND ...]

KIND is flattened (pages of ../shared/bench/pages/open.jsonl), html (those of
../shared/bench/extraction), generated (articles of 300 words as JSON, see `growth_text`, all found
in them that is to be found) or seeds (the five pages of ../shared/seeds); without one, the first
three. The bytes of a page are those of its body as UTF-8. Printed as JSON: pages, their bytes, the
desk's, the ratio, the same of what was added to a desk of a quarter of the pages, which leaves out
what an empty desk takes, and what takes a hundredth or more.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.growth import build
from benchmarks.growth_text import Newsroom
from rashomon.store import Desk, rows

KINDS = ("flattened", "html", "generated")
MORE = ("seeds",)


def sources(kind: str, count: int, shared: Path) -> Iterator[tuple[str, bytes]]:
    """Names of files and what they hold."""
    if kind == "flattened":
        with (shared / "bench/pages/open.jsonl").open(encoding="utf-8") as lines:
            for n, line in enumerate(islice(lines, count)):
                yield f"{n}.txt", json.loads(line)["text"].encode()
    elif kind == "html":
        for path in sorted((shared / "bench/extraction").rglob("*.html.gz"))[:count]:
            yield path.name.removesuffix(".gz"), gzip.decompress(path.read_bytes())
    elif kind == "seeds":
        for path in sorted((shared / "seeds").glob("*.txt"))[:count]:
            yield path.name, path.read_bytes()
    else:
        records = islice(Newsroom(50, 300).articles(count), count)
        yield (
            "all.jsonl",
            "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records).encode(),
        )


def parts(db: sqlite3.Connection, size: int) -> dict[str, float]:
    """Tables and indexes over the bytes of the pages, the largest first; none where this SQLite
    does not say."""
    query = "SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC"
    try:
        found = db.execute(query).fetchall()
    except sqlite3.OperationalError:
        return {}
    return {name: round(held / size, 3) for name, held in found if held >= size / 100}


def measure(kind: str, count: int, shared: Path, folder: Path) -> dict[str, Any]:
    """The size of one desk, and of what three quarters of its pages add to it."""
    held = sum(1 for _ in sources(kind, count, shared)) if kind != "generated" else count
    part = _built(kind, max(held // 4, 1), shared, folder)
    made = _built(kind, count, shared, folder)
    more = (made["desk"] - part["desk"]) / max(made["bytes"] - part["bytes"], 1)
    return {
        "kind": kind,
        "pages": made["pages"],
        "MB of pages": round(made["bytes"] / 1e6, 2),
        "MB of desk": round(made["desk"] / 1e6, 2),
        "desk over pages": round(made["desk"] / made["bytes"], 2),
        "what is added over its pages": round(more, 2),
        "parts": made["parts"],
    }


def _built(kind: str, count: int, shared: Path, folder: Path) -> dict[str, Any]:
    pages, desk = folder / f"{kind}-{count}", folder / f"{kind}-{count}.db"
    pages.mkdir()
    for name, body in sources(kind, count, shared):
        (pages / name).write_bytes(body)
    build(desk, pages)
    with Desk(desk) as opened:
        sizes = [
            len(rows.page_of(row).body.encode("utf-8", "surrogatepass"))
            for row in opened.db.execute(rows.PAGES)
        ]
        size = sum(sizes)
        return {
            "pages": len(sizes),
            "bytes": size,
            "desk": desk.stat().st_size,
            "parts": parts(opened.db, size),
        }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", choices=[[], *KINDS, *MORE], default=[])
    parser.add_argument("--count", type=int, default=80, help="pages")
    parser.add_argument("--articles", type=int, default=2_000, help="generated ones")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    given = parser.parse_args()
    for kind in given.kinds or KINDS:
        if kind != "generated" and not given.shared.is_dir():
            print(f"{kind}: {given.shared} is not here", file=sys.stderr)
            continue
        count = given.articles if kind == "generated" else given.count
        with tempfile.TemporaryDirectory() as folder:
            print(json.dumps(measure(kind, count, given.shared, Path(folder)), indent=1))
            sys.stdout.flush()


if __name__ == "__main__":
    main()
