"""The cluster engine over Ray, with workers killed on the way: nothing lost, nothing twice.

Needs the extra `rashomon[cluster]`, which is 900 MB, and so is skipped where it is missing.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("daft", reason="the extra rashomon[cluster] is not installed")
pytest.importorskip("ray", reason="the extra rashomon[cluster] is not installed")

NEWSROOM = Path(__file__).parents[2] / "examples" / "newsroom"

# A process of its own: one process has one runner, and Ray is ended with it.
DRIVER = """
import os, signal, sys, threading, time
from pathlib import Path

import ray

from rashomon.engines import cluster
from rashomon.progress import Progress

ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
killed = []
ended = threading.Event()


def workers():
    # What does the work: Daft's actor on each machine. Its planner is part of the driver.
    mine = {int(p.name): p for p in Path("/proc").iterdir() if p.name.isdigit()}
    for pid, folder in sorted(mine.items()):
        try:
            line = (folder / "cmdline").read_bytes().replace(b"\\0", b" ").decode()
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            above = int((Path("/proc") / str(parent) / "stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue
        if line.startswith("ray::RaySwordfish") and os.getpid() in (parent, above):
            yield pid


def kill_now_and_then():
    while len(killed) < 3 and not ended.wait(4.0):
        for pid in list(workers())[:1]:
            os.kill(pid, signal.SIGKILL)
            killed.append(pid)


if sys.argv[3] == "kill":
    threading.Thread(target=kill_now_and_then, daemon=True).start()
counts = cluster.run([sys.argv[1]], Path(sys.argv[2]), Progress(), ray=True)
ended.set()
print(counts, "killed", len(killed))
"""


def run(folder: Path, mode: str) -> str:
    command = [sys.executable, "-c", DRIVER, str(NEWSROOM), str(folder), mode]
    done = subprocess.run(command, capture_output=True, text=True, timeout=1500, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def rows(folder: Path) -> dict[str, list[str]]:
    import pyarrow.parquet

    found: dict[str, list[str]] = {}
    for file in sorted(folder.glob("*/*.parquet")):
        held = found.setdefault(file.parent.name, [])
        held += [
            json.dumps(row, sort_keys=True) for row in pyarrow.parquet.read_table(file).to_pylist()
        ]
    return {name: sorted(held) for name, held in found.items()}


def test_workers_killed_on_the_way_lose_no_row_and_double_none(tmp_path: Path) -> None:
    native = [sys.executable, "-m", "rashomon", "build", str(NEWSROOM)]
    native += ["--engine", "daft", "--to", str(tmp_path / "native")]
    subprocess.run(native, check=False, capture_output=True, timeout=600)
    said = run(tmp_path / "ray", "kill")
    assert "killed 0" not in said
    assert rows(tmp_path / "ray") == rows(tmp_path / "native")
