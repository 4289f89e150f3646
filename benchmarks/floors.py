"""Quality must not fall in silence: a small fixed part of each task, against its floor.

  python -m benchmarks.floors

Reads `floors.toml`. Tasks on the project's own data always run; those on shared data are named as
skipped where it is absent. Ends with status 1 when a floor is broken or a figure is missing.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
BENCH = ROOT.parent / "shared" / "bench"


def main(file: Path = Path(__file__).parent / "floors.toml") -> int:
    floors = tomllib.loads(file.read_text(encoding="utf-8"))
    broken = 0
    for floor in floors["floor"]:
        if "task" in floor and not BENCH.is_dir():
            print(f"skipped  {floor['name']}: no data at {BENCH}")
            continue
        said = _measured(floor)
        for label, pattern, least in floor["figures"]:
            found = re.search(pattern, said)
            value = float(found[1]) if found else None
            right = value is not None and value >= least
            broken += not right
            word = "ok      " if right else "BROKEN  "
            print(f"{word} {floor['name']}: {label} {value} (floor {least})", flush=True)
            if not right:
                print(said)
    return 1 if broken else 0


def _measured(floor: dict[str, Any]) -> str:
    """What the task's scorer, or the module that measures itself, prints."""
    if "run" in floor:
        module, *rest = floor["run"].split()
        return _said([sys.executable, "-m", f"benchmarks.{module}", *rest])
    data, gold = BENCH / floor["data"], BENCH / floor.get("gold", floor["data"])
    with tempfile.TemporaryDirectory() as folder:
        if "first" in floor:
            data, gold = _part(data, gold, floor["first"], Path(folder))
        output = Path(folder) / "made"
        said = _said([sys.executable, "-m", "benchmarks", floor["task"], str(data), str(output)])
        scored = _said([sys.executable, str(BENCH / floor["scorer"]), str(gold), str(output)])
        return scored or said


def _part(data: Path, gold: Path, first: int, folder: Path) -> tuple[Path, Path]:
    """The first lines of `data`, and the truth of them; of copies, families that are whole."""
    truth = gold.read_text(encoding="utf-8").splitlines(keepends=True)
    rows = [json.loads(line) for line in truth]
    homes = {row.get("family") for row in rows[:first]}
    kept = {_id(row) for n, row in enumerate(rows) if n < first or row.get("family", 0) in homes}
    parts = folder / "data.jsonl", folder / "gold.jsonl"
    for source, part in zip((data, gold), parts, strict=True):
        with source.open(encoding="utf-8") as lines, part.open("w", encoding="utf-8") as out:
            out.writelines(line for line in lines if _id(json.loads(line)) in kept)
    return parts


def _id(row: dict[str, Any]) -> str:
    return str(row.get("id", row.get("page")))


def _said(command: list[str]) -> str:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stderr[-2000:], file=sys.stderr)
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
