"""Names hang on what stands on the desk: not on the moves that led there, nor on the builds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rashomon.engines import LocalEngine
from rashomon.growing import settings
from rashomon.interop.export import TABLES, export
from rashomon.pipeline import build, decide
from rashomon.progress import Progress
from rashomon.store import Desk, read
from rashomon.store import decisions as decided
from rashomon.stories import decisions
from rashomon.stories.decisions import Decision

# "Ostrel" is a place by all but the last, which alone might tell of a person.
RECORDS = [
    ("flood", "Vesper Post", "Flood closes the market of Ostrel",
     "The river rose over the market square in Ostrel on Sunday. Shops in Ostrel were closed and "
     "the mill near Ostrel stood in water, said the miller Anna Brook."),
    ("vote", "Gull Mirror", "Teachers in Ostrel vote to strike",
     "Teachers in Ostrel voted on Monday to strike for more pay. Schools in Ostrel close on "
     "Thursday, said the head teacher Pavel Rims of the town of Ostrel."),
    ("cup", "Norlund Courier", "Brennick win the cup by two goals",
     "Brennick won the cup by two goals to none on Saturday. Ostrel told the other club that it "
     "played well. Ostrel said the referee erred. Coach Dora Fenn left early."),
    ("train", "Tarn Gazette", "Night train to Halvenport runs again",
     "The night train to Halvenport runs again from May, said the railway. Tickets cost 40 crowns "
     "and the journey takes nine hours."),
]  # fmt: skip


def records(path: Path, rows: list[tuple[str, str, str, str]]) -> str:
    keys = ("id", "outlet", "title", "text")
    lines = [
        json.dumps({**dict(zip(keys, row, strict=True)), "published": "2031-05-04"}) for row in rows
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def exported(desk: Desk, folder: Path) -> dict[str, bytes]:
    export(desk, folder)
    return {name: (folder / f"{name}.jsonl").read_bytes() for name in TABLES}


def decided_and_taken_back(desk: Desk, engine: LocalEngine, make: str) -> None:
    home = {i: s for s in read.stories(desk.db) for i in s.article_ids}

    def decision() -> Decision:
        number = decided.next_number(desk.db)
        if make == "merge":
            return decisions.merge(number, [home["train"], home["cup"]])
        return decisions.move(number, "cup", home["cup"], home["train"], read.copies(desk.db))

    decide(desk, engine, Progress(), lambda _: decision())
    decide(
        desk, engine, Progress(),
        lambda db: decisions.undo(decided.next_number(db), decided.log(db), None),
    )  # fmt: skip


@pytest.mark.parametrize("make", ["move", "merge"])
def test_what_is_decided_and_taken_back_leaves_the_desk_as_it_was(
    make: str, tmp_path: Path
) -> None:
    with Desk(tmp_path / "desk.db", write=True) as desk, LocalEngine() as engine:
        build(desk, [records(tmp_path / "all.jsonl", RECORDS)], engine, Progress())
        before = exported(desk, tmp_path / "before")
        assert b'"Ostrel"' in before["names"]
        decided_and_taken_back(desk, engine, make)
        assert exported(desk, tmp_path / "after") == before


def test_a_large_desk_owes_a_fold_to_its_next_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Desk(tmp_path / "desk.db", write=True) as desk, LocalEngine() as engine:
        source = records(tmp_path / "all.jsonl", RECORDS)
        build(desk, [source], engine, Progress())
        before = exported(desk, tmp_path / "before")
        monkeypatch.setattr(settings, "FOLD_WHOLE", 0)
        decided_and_taken_back(desk, engine, "move")
        # Bound with its story alone, the article knows less than the desk.
        assert exported(desk, tmp_path / "bound")["names"] != before["names"]
        build(desk, [source], engine, Progress())
        assert exported(desk, tmp_path / "after") == before


def test_builds_in_parts_name_as_one_build_does(tmp_path: Path) -> None:
    with LocalEngine() as engine:
        with Desk(tmp_path / "one.db", write=True) as desk:
            build(desk, [records(tmp_path / "all.jsonl", RECORDS)], engine, Progress())
            whole = exported(desk, tmp_path / "whole")["names"]
        with Desk(tmp_path / "parts.db", write=True) as desk:
            for n, row in enumerate(reversed(RECORDS)):
                build(desk, [records(tmp_path / f"{n}.jsonl", [row])], engine, Progress())
            assert exported(desk, tmp_path / "parts")["names"] == whole
