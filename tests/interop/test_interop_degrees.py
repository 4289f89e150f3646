"""Exports: the sure statements in one table, the others in a further one of the same columns."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from builders import make_desk
from rashomon.engines import LocalEngine
from rashomon.interop.export import export
from rashomon.model import SURE
from rashomon.pipeline import build
from rashomon.progress import Progress
from rashomon.store import Desk


def lines(folder: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(one) for one in (folder / f"{name}.jsonl").read_text("utf-8").splitlines()]


def test_two_tables_of_the_same_columns(tmp_path: Path) -> None:
    ids = make_desk(tmp_path / "desk.db")
    with Desk(tmp_path / "desk.db") as desk:
        counts = export(desk, tmp_path)
    sure, rest = lines(tmp_path, "statements"), lines(tmp_path, "less_sure")
    assert (counts["statements"], counts["less_sure"]) == (len(sure), len(rest)) == (9, 2)
    assert {tuple(row) for row in (*sure, *rest)} == {tuple(sure[0])}
    assert list(sure[0])[-1] == "confidence"
    assert {row["confidence"] for row in sure} == {1.0}
    (doubted,) = [row for row in rest if row["article"] == ids["meridian"]]
    assert doubted["confidence"] == 0.38
    assert doubted["speaker"] == "Lena Orrick"
    assert doubted["story"] == ids["dam"]


def test_parquet_has_both(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    make_desk(tmp_path / "desk.db")
    with Desk(tmp_path / "desk.db") as desk:
        export(desk, tmp_path, "parquet")
    sure = parquet.read_table(tmp_path / "statements.parquet")
    rest = parquet.read_table(tmp_path / "less_sure.parquet")
    assert sure.column_names == rest.column_names
    assert sorted(rest.column("confidence").to_pylist()) == [0.2, 0.38]


def test_what_a_build_is_not_sure_of_is_kept_apart(tmp_path: Path) -> None:
    """From words to tables: nobody can be named whom "he" stands for."""
    text = (
        "The weir at Brandle was closed on Monday. The council said that the gate was stuck."
        "\n\n“It may be years before boats pass,” he said."
    )
    article = {"url": "https://post.example/weir", "outlet": "Brandle Post", "title": "Weir closed",
               "text": text, "published": "2031-05-05"}  # fmt: skip
    (tmp_path / "one.jsonl").write_text(json.dumps(article), encoding="utf-8")
    with Desk(tmp_path / "desk.db", write=True) as desk, LocalEngine(processes=1) as engine:
        build(desk, [str(tmp_path / "one.jsonl")], engine, Progress())
        export(desk, tmp_path)
    sure, rest = lines(tmp_path, "statements"), lines(tmp_path, "less_sure")
    assert [row["speaker"] for row in sure] == ["The council"]
    assert all(row["confidence"] >= SURE for row in sure)
    assert rest
    assert all(row["confidence"] < SURE for row in rest)
    (words,) = {text[a:b] for row in rest for a, b in row["content"]}
    assert words == "It may be years before boats pass"
