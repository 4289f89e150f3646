"""Merge, split, move and undo as a reader meets them: on a small invented newsroom."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
import time
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from rashomon import pipeline
from rashomon.cli import app
from rashomon.engines import LocalEngine
from rashomon.growing import families
from rashomon.interop.export import TABLES, export
from rashomon.progress import Progress
from rashomon.store import Desk, read, write
from rashomon.store import decisions as decided
from rashomon.stories import decisions

BRIDGE = (
    "A road bridge over the river Orlova collapsed on Sunday near Brennick and took eleven cars "
    "with it, said Governor Ilse Tamarin. Rescuers in boats searched for 14 people."
)
RECORDS = [
    ("bridge-1", "Norlund Courier", "Bridge over the Orlova collapses near Brennick", BRIDGE),
    ("bridge-2", "Vesper Post", "Orlova bridge collapse: rescuers search for 14 near Brennick",
     "Rescuers were searching for 14 people after a bridge across the Orlova collapsed near the "
     "town of Brennick. Governor Ilse Tamarin called it the worst day of her office."),
    ("bridge-copy", "Gull Mirror", "Bridge over the Orlova collapses near Brennick", BRIDGE),
    ("strike-1", "Norlund Courier", "Teachers in Halvenport walk out over pay",
     "Some 9,000 teachers in Halvenport went on strike on Sunday after talks with Mayor Dorn Quell "
     "on pay broke down. Schools stay closed until Wednesday."),
    ("strike-2", "Vesper Post", "Quell offers teachers of Halvenport five per cent",
     "Mayor Dorn Quell offered the striking teachers of Halvenport five per cent more pay. The "
     "9,000 teachers will vote on the offer before schools open on Wednesday."),
    ("seal", "Gull Mirror", "A seal visits the fish market of Tarn",
     "A grey seal walked into the fish market of Tarn on Sunday and left with a herring. “It had "
     "manners,” said the stallholder Betje Morrow."),
]  # fmt: skip
NEW = (
    "bridge-3", "Tarn Gazette", "Brennick: boats search the Orlova for 14 after bridge collapse",
    "Boats searched the Orlova near Brennick on Sunday for 14 people whose cars fell with the "
    "bridge, Governor Ilse Tamarin told reporters. Eleven cars went into the river.",
)  # fmt: skip


def records(path: Path, rows: Sequence[tuple[str, ...]]) -> str:
    keys = ("id", "outlet", "title", "text")
    lines = [
        json.dumps({**dict(zip(keys, row, strict=True)), "published": "2031-05-04"}) for row in rows
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def run(*arguments: str, desk: Path, status: int = 0) -> str:
    done = CliRunner().invoke(app, [*arguments, "--desk", str(desk)])
    assert done.exit_code == status, (done.output, done.exception)
    return done.output


def answer(*arguments: str, desk: Path) -> dict[str, Any]:
    done = CliRunner().invoke(app, [*arguments, "--json", "--desk", str(desk)])
    assert done.exit_code == 0, done.output
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def sets(desk: Path) -> set[frozenset[str]]:
    with Desk(desk) as opened:
        return {frozenset(s.article_ids) for s in read.stories(opened.db)}


def home(desk: Path, article: str) -> str:
    with Desk(desk) as opened:
        return next(s.id for s in read.stories(opened.db) if article in s.article_ids)


def exported(desk: Path, folder: Path) -> dict[str, bytes]:
    with Desk(desk) as opened:
        export(opened, folder)
    return {name: (folder / f"{name}.jsonl").read_bytes() for name in TABLES}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("newsroom")
    run("build", records(folder / "all.jsonl", RECORDS), desk=folder / "desk.db")
    return folder


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Path:
    with Desk(made / "desk.db", write=True) as opened:
        opened.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(made / "desk.db", tmp_path / "desk.db")
    return tmp_path / "desk.db"


BRIDGES, STRIKES = frozenset(("bridge-1", "bridge-2", "bridge-copy")), {"strike-1", "strike-2"}


def test_the_grouping_to_begin_with(desk: Path) -> None:
    assert sets(desk) == {BRIDGES, frozenset(STRIKES), frozenset({"seal"})}


def test_a_merge_takes_effect_leads_on_and_is_taken_back(desk: Path, tmp_path: Path) -> None:
    before, shown = exported(desk, tmp_path / "before"), dump(desk, SHOWN)
    strike, seal = home(desk, "strike-1"), home(desk, "seal")
    said = run("merge", seal, strike, desk=desk)
    assert "decision 1: merged into" in said
    assert f"story {strike} leads on to {seal}" in said
    assert sets(desk) == {BRIDGES, frozenset({*STRIKES, "seal"})}
    assert home(desk, "seal") == seal
    assert json.loads(run("story", strike, "--json", desk=desk))["id"] == seal
    assert "[in force]" in run("decisions", desk=desk)
    assert "decision 2: took back decision 1" in run("undo", desk=desk)
    assert exported(desk, tmp_path / "after") == before
    assert dump(desk, SHOWN) == shown
    listed = answer("decisions", desk=desk)["decisions"]
    assert [(d["number"], d["kind"], d["state"]) for d in listed] == [
        (1, "merge", "taken back"),
        (2, "undo", "in force"),
    ]
    assert "[taken back by 2]" in run("decisions", desk=desk)


def test_an_old_address_is_taken_for_the_story_that_it_leads_to(desk: Path) -> None:
    strike, seal, bridge = (home(desk, i) for i in ("strike-1", "seal", "bridge-1"))
    run("merge", seal, strike, desk=desk)
    run("merge", strike, bridge, desk=desk)
    assert home(desk, "bridge-1") == seal
    assert "two different stories" in run("merge", seal, strike, desk=desk, status=1)


def test_a_split_and_a_move_take_copy_families_along(desk: Path) -> None:
    bridge = home(desk, "bridge-1")
    found = answer("split", bridge, "bridge-copy", desk=desk)
    assert found["decision"]["parts"][0]["articles"] == ["bridge-1", "bridge-copy"]
    assert frozenset({"bridge-1", "bridge-copy"}) in sets(desk)
    assert home(desk, "bridge-2") == bridge
    by_articles = {frozenset(s["articles"]): s for s in found["stories"]}
    assert by_articles[frozenset({"bridge-2"})]["tellings"] == 1
    found = answer("move", "bridge-copy", home(desk, "seal"), desk=desk)
    assert frozenset({"bridge-1", "bridge-copy", "seal"}) in sets(desk)
    (story,) = (s for s in found["stories"] if "seal" in s["articles"])
    assert "moved here by a reader (decision 2)" in {j["reason"] for j in story["joins"]}
    assert run("undo", "1", desk=desk)
    assert frozenset({"bridge-1", "bridge-copy", "seal"}) in sets(desk)
    run("undo", "2", desk=desk)
    assert BRIDGES in sets(desk)


def test_decisions_hold_when_pages_join_in_any_order(desk: Path, tmp_path: Path) -> None:
    bridge, seal = home(desk, "bridge-1"), home(desk, "seal")
    run("merge", bridge, seal, desk=desk)
    run("build", records(tmp_path / "new.jsonl", [NEW]), desk=desk)
    whole = {frozenset({*BRIDGES, "seal", "bridge-3"}), frozenset(STRIKES)}
    assert sets(desk) == whole
    assert home(desk, "bridge-3") == bridge
    assert "by a build" not in run("decisions", "--changes", desk=desk)
    # The same decision on a desk that the same pages came to another way.
    other = tmp_path / "other.db"
    for n, row in enumerate([NEW, *reversed(RECORDS)]):
        run("build", records(tmp_path / f"{n}.jsonl", [row]), desk=other)
        with Desk(desk) as opened, Desk(other, write=True) as late, late.transaction() as db:
            if n == 0:
                for decision in decided.log(opened.db):
                    decided.add(db, decision)
    assert sets(other) == whole
    run("undo", desk=other)
    run("undo", desk=desk)
    assert sets(other) == sets(desk)
    assert frozenset({"seal"}) in sets(desk)


def test_a_decision_waits_for_articles_that_are_not_on_the_desk(desk: Path, tmp_path: Path) -> None:
    run("merge", home(desk, "seal"), home(desk, "strike-1"), desk=desk)
    other = tmp_path / "other.db"
    run("build", records(tmp_path / "some.jsonl", RECORDS[:5]), desk=other)
    with Desk(desk) as opened, Desk(other, write=True) as late, late.transaction() as db:
        for decision in decided.log(opened.db):
            decided.add(db, decision)
    assert "[waiting; 1 article of it not on the desk]" in run("decisions", desk=other)
    run("build", records(tmp_path / "rest.jsonl", RECORDS[5:]), desk=other)
    assert frozenset({*STRIKES, "seal"}) in sets(other)
    assert "[in force]" in run("decisions", desk=other)


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("merge", "BRIDGE", "nosuch"), 1, "no story nosuch"),
        (("merge", "nosuch", "BRIDGE"), 1, "no story nosuch"),
        (("merge", "BRIDGE", "BRIDGE"), 1, "two different stories"),
        (("split", "BRIDGE", "nosuch"), 1, "no article nosuch"),
        (("split", "BRIDGE", "seal"), 1, "is not in story"),
        (("split", "BRIDGE", "bridge-1", "bridge-2"), 1, "nothing would be left"),
        (("move", "nosuch", "BRIDGE"), 1, "no article nosuch"),
        (("move", "seal", "nosuch"), 1, "no story nosuch"),
        (("move", "bridge-1", "BRIDGE"), 1, "already"),
        (("undo",), 1, "no decision to take back"),
        (("undo", "7"), 1, "no decision 7"),
        (("undo", "one"), 2, ""),
        (("undo", "0"), 2, ""),
        (("merge", "BRIDGE"), 2, ""),
        (("split", "BRIDGE"), 2, ""),
        (("move", "seal"), 2, ""),
    ],
)
def test_what_cannot_be_done_says_why_and_changes_nothing(
    arguments: tuple[str, ...], status: int, said: str, desk: Path
) -> None:
    before = dump(desk)
    bridge = home(desk, "bridge-1")
    words = [bridge if a == "BRIDGE" else a for a in arguments]
    assert said in run(*words, desk=desk, status=status)
    assert dump(desk) == before


@pytest.mark.parametrize("command", [("merge", "a", "b"), ("undo",), ("decisions",)])
def test_a_desk_that_cannot_be_used_is_4(command: tuple[str, ...], tmp_path: Path) -> None:
    assert "no desk here" in run(*command, desk=tmp_path / "none.db", status=4)
    assert not (tmp_path / "none.db").exists()
    notes = tmp_path / "notes.db"
    notes.write_text("No desk, but notes on the tides. " * 40)
    assert run(*command, desk=notes, status=4)


SHOWN = ("stories", "story_articles", "contrasts", "contrast_tellings", "briefs", "copies")
ALL = (*SHOWN, "decisions", "decision_parts", "decision_articles", "story_moved", "story_changes",
       "done")  # fmt: skip


def dump(desk: Path, tables: Sequence[str] = ALL) -> list[str]:
    db = sqlite3.connect(desk)
    db.create_function("sqlar_uncompress", 2, lambda packed, _: zlib.decompress(packed))
    rows = [f"{t} {row}" for t in tables for row in db.execute(f"SELECT * FROM {t} ORDER BY 1, 2")]
    db.close()
    return rows


def test_a_command_that_is_stopped_within_leaves_the_desk_as_it_was(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump(desk)
    seal, bridge = home(desk, "seal"), home(desk, "bridge-1")

    def stop(*_: object) -> None:
        raise MemoryError

    with monkeypatch.context() as patched:
        patched.setattr(write, "stories", stop)
        assert CliRunner().invoke(app, ["merge", seal, bridge, "--desk", str(desk)]).exit_code != 0
    assert dump(desk) == before
    # Stopped between its steps, the decision is there whole, and the next command goes on.
    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "fold_names", stop)
        assert CliRunner().invoke(app, ["merge", seal, bridge, "--desk", str(desk)]).exit_code != 0
    assert frozenset({*BRIDGES, "seal"}) in sets(desk)
    run("undo", desk=desk)
    assert dump(desk, SHOWN) == [row for row in before if row.split()[0] in SHOWN]


def test_a_decision_made_while_a_build_groups_is_not_lost(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fold = families.fold

    def slow(*given: Any) -> Any:
        monkeypatch.setattr(families, "fold", fold)
        fold(*given)
        with Desk(desk, write=True, alone=False) as late, LocalEngine() as engine:
            both = [s for s in read.stories(late.db) if {"seal", "bridge-1"} & {*s.article_ids}]
            pipeline.decide(late, engine, Progress(), lambda _: decisions.merge(1, both))

    monkeypatch.setattr(families, "fold", slow)
    run("build", records(tmp_path / "new.jsonl", [NEW]), desk=desk)
    assert frozenset({*BRIDGES, "seal", "bridge-3"}) in sets(desk)


def test_a_killed_command_leaves_all_or_nothing(desk: Path, tmp_path: Path) -> None:
    seal, bridge = home(desk, "seal"), home(desk, "bridge-1")
    apart, merged = sets(desk), {frozenset({*BRIDGES, "seal"}), frozenset(STRIKES)}
    command = [sys.executable, "-m", "rashomon", "merge", bridge, seal, "--desk", str(desk)]
    started = time.monotonic()
    copy = tmp_path / "whole.db"
    shutil.copy(desk, copy)
    subprocess.run([*command[:-1], str(copy)], capture_output=True, check=True)
    whole = time.monotonic() - started
    for turn in range(6):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(whole * (0.5 + turn / 12))
        process.kill()
        process.wait()
        with Desk(desk) as opened:
            log = decided.log(opened.db)
        assert sets(desk) == (merged if log else apart)
        assert len(log) in (0, 1)
        if log:
            break
