"""A desk built from a folder of pages, exported."""

from __future__ import annotations

import tempfile
from pathlib import Path

from rashomon.engines import LocalEngine
from rashomon.interop.export import export
from rashomon.pipeline import build
from rashomon.progress import Progress
from rashomon.store import Desk


def run(source: Path, target: Path) -> None:
    """Build a desk of the pages in `source` and export it to the folder `target`."""
    with (
        tempfile.TemporaryDirectory() as folder,
        LocalEngine() as engine,
        Desk(Path(folder) / "desk.db", write=True) as desk,
    ):
        build(desk, [str(source)], engine, Progress())
        export(desk, target)
