"""The reader of flattened pages beside the one of another tree: the same readings, and how fast.

`python -m benchmarks.flattened_beside OTHER/src PAGES [ROUNDS]` takes the texts of PAGES (JSON Lines
with `text`), compares every reading, and then times both on pages of 20,000 characters made of
them, in turns within one process: what else a machine does then falls on both alike.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

_SIZE = 20_000
_TURN = 8
Reader = Callable[[str], Any]


def load(source: Path) -> Reader:
    """The reader of the tree whose packages lie in `source`, whatever was imported before."""
    for name in [name for name in sys.modules if name.split(".")[0] == "rashomon"]:
        del sys.modules[name]
    sys.path.insert(0, str(source))
    read = importlib.import_module("rashomon.reading.flattened.read")
    model = importlib.import_module("rashomon.model")
    # Its forests are found by the package's name, which may be the other tree's by then.
    forest: Any = importlib.import_module("rashomon.reading.flattened.forest")
    forest.resources = SimpleNamespace(files=lambda name: source / name.replace(".", "/"))
    sys.path.remove(str(source))

    def one(text: str) -> Any:
        page = model.Page(model.content_id("page", text), "page", "text/plain", None, text)
        return read.read_flattened(page)

    return one


def pages_of(texts: list[str]) -> list[str]:
    """`texts` put together to pages of `_SIZE` characters."""
    pages, current = [], ""
    for text in texts:
        current = f"{current}\n\n{text}" if current else text
        if len(current) >= _SIZE:
            pages.append(current[:_SIZE])
            current = ""
    return pages


def seconds(reader: Reader, pages: list[str]) -> float:
    """Processor time for `pages`."""
    start = time.process_time()
    for page in pages:
        reader(page)
    return time.process_time() - start


def main(other: str, pages: str, rounds: str = "3") -> None:
    """Print how many readings differ, and pages a CPU second of both."""
    with open(pages, encoding="utf-8") as lines:
        texts = [str(json.loads(line)["text"]) for line in lines if line.strip()]
    readers = [load(Path(other).resolve()), load(Path(__file__).resolve().parents[1] / "src")]
    long = pages_of(texts)
    different = sum(repr(readers[0](text)) != repr(readers[1](text)) for text in [*texts, *long])
    print(f"{len(texts) + len(long)} pages, {different} read differently")
    took = [0.0, 0.0]
    for turn in range(int(rounds)):
        for start in range(0, len(long), _TURN):
            for which in (0, 1) if (turn + start // _TURN) % 2 else (1, 0):
                took[which] += seconds(readers[which], long[start : start + _TURN])
    other_speed, own = (int(rounds) * len(long) / time_taken for time_taken in took)
    print(
        f"other {other_speed:.1f}, this {own:.1f} pages a CPU second, ratio {own / other_speed:.2f}"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
