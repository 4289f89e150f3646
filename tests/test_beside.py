"""The measuring beside peers: a worker's answers, paired rounds, the picture. No time is asserted."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from benchmarks.beside import Match, Worker, compare
from benchmarks.beside_picture import picture


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    source = tmp_path / "given.jsonl"
    row = {"id": "1", "dct": "2031-05-14", "text": "They met on Monday and on 3 May 2030."}
    source.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return source


def test_a_worker_writes_and_tells_its_seconds(rows: Path, tmp_path: Path) -> None:
    worker = Worker(sys.executable, "benchmarks.adaptors.dates", "run", tmp_path / "log")
    first, second = (worker.run(rows, tmp_path / name) for name in ("a", "b"))
    worker.close()
    assert min(first, second) >= 0
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert json.loads((tmp_path / "a").read_text(encoding="utf-8"))["timex"]


def test_a_worker_that_dies_is_told(rows: Path, tmp_path: Path) -> None:
    worker = Worker(sys.executable, "benchmarks.adaptors.dates", "absent", tmp_path / "log")
    with pytest.raises(RuntimeError):
        worker.run(rows, tmp_path / "out")
    worker.close()


def test_rounds_are_paired(rows: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("benchmarks.beside.BENCH", rows.parent)
    monkeypatch.setattr("benchmarks.beside._versions", lambda python, packages: "itself 0")
    match = Match("itself", (), "dates", "worker_of_tests.run", rows.name, 1, 1)
    monkeypatch.setattr(
        "benchmarks.beside.Worker",
        lambda python, module, function, log: Worker(
            python, "benchmarks.adaptors.dates", "run", log
        ),
    )
    result = compare(match, sys.executable, 3, tmp_path / "folder")
    seconds = result["seconds"]
    assert isinstance(seconds, dict)
    assert len(seconds["ours"]) == len(seconds["peer"]) == 3
    ratio = result["ratio"]
    assert isinstance(ratio, dict)
    assert ratio["min"] <= ratio["median"] <= ratio["max"]


def test_the_picture_is_well_formed() -> None:
    result = {
        "name": "a & b",
        "versions": "b <1>",
        "ratio": {"median": 0.4, "min": 0.01, "max": 9000.0},
    }
    drawn = ElementTree.fromstring(picture([result]))
    assert drawn.tag.endswith("svg")
    assert "a & b" in "".join(drawn.itertext())
