"""Statements in two degrees: all of them are kept, and what is stated are the sure ones."""

from __future__ import annotations

import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from builders import make_article, make_page, make_statement, make_story
from rashomon.model import SURE, Reading, Statement
from rashomon.store import Desk, bulk, findings, lookup, read, rows, write
from rashomon.store.desk import migrations

TEXT = "“It floats,” the baker said. Perhaps it sinks, one thought. Ada Tomm says the mill is shut."
ARTICLE = make_article(TEXT, page_id=make_page(TEXT).id)
DOUBTED = make_statement(ARTICLE, "it sinks", speaker="one", kind="indirect", confidence=0.38)
FLOATS = make_statement(
    ARTICLE, "It floats", speaker="the baker", confidence=0.87, within=DOUBTED.id
)
SHUT = make_statement(ARTICLE, "the mill is shut", speaker="Ada Tomm", kind="indirect")
NEVER = make_statement(ARTICLE, "Perhaps", kind="indirect", confidence=0.0)
# As they were found: not the sure ones first.
FOUND = (NEVER, FLOATS, DOUBTED, SHUT)


def desk_of(path: Path, *found: Statement) -> Desk:
    desk = Desk(path, write=True)
    with desk.transaction() as db:
        write.page(db, make_page(TEXT), Reading(ARTICLE.page_id, TEXT, (ARTICLE,), ()))
        write.article_findings(db, ARTICLE, (), found, ())
        write.stories(db, (make_story(ARTICLE),), {})
    return desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_of(tmp_path / "desk.db", *FOUND)


def test_the_degrees_of_a_statement() -> None:
    assert make_statement(ARTICLE, "it sinks", confidence=SURE).sure
    assert not make_statement(ARTICLE, "it sinks", confidence=SURE - 0.01).sure
    assert SHUT.confidence == 1.0


def test_material_states_the_sure_ones_and_keeps_the_others_apart(desk: Desk) -> None:
    material = read.material(desk.db, make_story(ARTICLE))
    assert material.statements == (FLOATS, SHUT)
    assert material.less_sure == (NEVER, DOUBTED)
    assert read.statements(desk.db, [ARTICLE.id]) == [FLOATS, SHUT]


def test_a_sure_statement_within_a_less_sure_one_keeps_its_id(desk: Desk) -> None:
    (held,) = [s for s in read.statements(desk.db, [ARTICLE.id]) if s.id == FLOATS.id]
    assert held.within == DOUBTED.id
    view = desk.db.execute(
        "SELECT number, within, words FROM statements ORDER BY number"
    ).fetchall()
    outer = {row["number"]: row["words"] for row in view}
    assert [outer[row["within"]] for row in view if row["within"]] == ["it sinks"]


def test_counts_are_of_the_sure_ones(desk: Desk) -> None:
    assert read.counts(desk.db, ("statements",)) == {"statements": 2}
    story = make_story(ARTICLE).id
    assert lookup.per_story(desk.db, "statements", [story]) == {story: 2}


def test_all_confidences_come_back_to_the_hundredth() -> None:
    for n in range(101):
        made = findings.bundle((), [replace(SHUT, confidence=round(n / 100, 2))], ())
        assert findings.unpacked(ARTICLE.id, findings.packed(made)) == made


def test_rows_of_before_are_sure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.db"
    with monkeypatch.context() as then:
        scripts = migrations()[:13]
        then.setattr("rashomon.store.desk.migrations", lambda: scripts)
        with Desk(path, write=True) as desk, desk.transaction() as db:
            db.execute(
                "INSERT INTO pages VALUES (?, 'here', 'text/plain', NULL, NULL, ?, ?, NULL)",
                (ARTICLE.page_id, len(TEXT), rows.pack(TEXT)),
            )
            marks = ", ?" * 19
            db.execute(
                f"INSERT INTO articles VALUES (1{marks})", rows.article_row(ARTICLE, own=True)
            )
            db.execute("INSERT INTO article_bodies VALUES (1, ?)", (rows.pack(TEXT),))
            made = zlib.compress(findings.packed(findings.bundle((), (SHUT,), ())))
            db.execute("INSERT INTO findings VALUES (1, 1, 1, 0, ?)", (made,))
    with Desk(path, write=True) as desk:
        assert read.material(desk.db, make_story(ARTICLE)).statements == (SHUT,)
        assert read.counts(desk.db, ("statements",)) == {"statements": 1}
        row = desk.db.execute("SELECT confidence, sure FROM statements").fetchone()
        assert tuple(row) == (1.0, 1)


def test_the_views_for_people(desk: Desk) -> None:
    query = "SELECT words, confidence, sure FROM statements ORDER BY number"
    assert [tuple(row) for row in desk.db.execute(query)] == [
        ("It floats", 0.87, 1), ("the mill is shut", 1.0, 1), ("Perhaps", 0.0, 0), ("it sinks", 0.38, 0),
    ]  # fmt: skip
    query = "SELECT speaker, words, confidence FROM who_said_what ORDER BY number"
    assert [tuple(row) for row in desk.db.execute(query)] == [
        ("the baker", "It floats", 0.87), ("Ada Tomm", "the mill is shut", 1.0),
    ]  # fmt: skip


def test_parts_in_any_order_make_the_same_bundle(tmp_path: Path, desk: Desk) -> None:
    with desk_of(tmp_path / "parts.db") as other, other.transaction() as db:
        bulk.add(db, [FLOATS, SHUT])
        bulk.add(db, [NEVER, DOUBTED])
        assert findings.of(db, [ARTICLE.id]) == findings.of(desk.db, [ARTICLE.id])


def test_what_is_found_again_takes_the_place_of_what_was_found(desk: Desk) -> None:
    with desk.transaction() as db:
        write.article_findings(db, ARTICLE, (), (SHUT,), ())
        assert read.counts(db, ("statements",)) == {"statements": 1}
        assert read.material(db, make_story(ARTICLE)).less_sure == ()
        (hit,) = lookup.search_statements(db, lookup.match_of([["mill"]]), limit=9)
        assert hit.id == SHUT.id
        assert lookup.search_statements(db, lookup.match_of([["sinks"]]), limit=9) == []
