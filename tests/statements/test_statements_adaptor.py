"""The benchmark adaptor writes one line a document, with spans of its text."""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.adaptors import statements


def test_rows(tmp_path: Path) -> None:
    text = 'Mayor Ana Petrell said that the bridge was safe. "Try it," she said.'
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(json.dumps({"id": "d1", "text": text, "attributions": ["gold"]}) + "\n\n")
    statements.run(source, target)
    (row,) = map(json.loads, target.read_text().splitlines())
    assert row["id"] == "d1"
    shown = [
        [text[start:end] for start, end in attribution["content"]]
        for attribution in row["attributions"]
    ]
    assert shown == [["the bridge was safe"], ["Try it"]]
    assert [text[a:b] for a, b in row["attributions"][1]["source"]] == ["she"]
