"""Seven invented stories, read from their articles by the whole main job (docs/differences.md)."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import pytest

from rashomon.engines import LocalEngine
from rashomon.interop.export import export
from rashomon.pipeline import build
from rashomon.progress import Progress
from rashomon.store import Desk

STORIES = Path(__file__).parent / "data" / "ledger.jsonl"
EXPECTED = {
    "Kelm": {"How many were killed?", "Who broke it: truce?"},
    "Merrow Gulf": {"Who hit whom?", "How the place is called: Halden Bay or Merrow Gulf"},
    "Bridge": {"When is the ceremony to be held?"},
    "Dockers": {
        "How many came?",
        "How Osk Brandt is titled",
        "How the government of Maar is called",
    },
    "reporters": {
        "Has Orlav refused to release?",
        "What became of the journalists: detained or invited?",
    },
    "Torvald": {"Who proposed it: “talks on the canal”?"},
    "Lake Orra": {
        "Not found in Maar Today: Edvard Strand, “No drop of gas has ever reached the lake …”",
    },
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The topics of each story, under its title."""
    folder = tmp_path_factory.mktemp("ledger")
    with Desk(folder / "desk.db", write=True) as desk, LocalEngine() as engine:
        build(desk, [str(STORIES)], engine, Progress())
    with Desk(folder / "desk.db") as desk:
        export(desk, folder / "out", "jsonl")
    rows = {
        name: [json.loads(line) for line in (folder / "out" / f"{name}.jsonl").open("rb")]
        for name in ("stories", "contrasts")
    }
    titles = {row["id"]: row["title"] for row in rows["stories"]}
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows["contrasts"]:
        found[titles[row["story"]]].add(row["topic"])
    return found


@pytest.mark.parametrize("story", EXPECTED)
def test_the_ledger_of_a_story(ledger: dict[str, set[str]], story: str) -> None:
    (topics,) = [topics for title, topics in ledger.items() if story in title]
    assert topics >= EXPECTED[story]
    assert len(topics) <= len(EXPECTED[story]) + 2
