"""The log of decisions on the desk: what is written is read, and nothing a build does loses it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from builders import make_article, make_page, make_story
from rashomon.errors import DeskError
from rashomon.model import Article, Page, Reading
from rashomon.store import Desk, decisions, rows, write
from rashomon.store.desk import migrations
from rashomon.stories.decisions import Decision, Part

MERGE = Decision(
    1, "merge", (Part("A", "One", ("b", "a")), Part("B", "Two", ("c",))), None, "2031-05-04T10:00Z"
)
MOVE = Decision(2, "move", (Part("A", "One", ("a",)), Part("B", "Two", ("c",)), Part("A", "", ())))
UNDO = Decision(3, "undo", undoes=1)


def desk_of(path: Path, *articles: Article) -> Desk:
    desk = Desk(path, write=True)
    with desk.transaction() as db:
        for article in articles:
            page = make_page(article.text, id=article.page_id)
            write.page(db, page, Reading(page.id, page.body, (article,), ()))
    return desk


def test_a_log_is_read_as_it_was_written(tmp_path: Path) -> None:
    with Desk(tmp_path / "d.db", write=True) as desk:
        assert decisions.log(desk.db) == ()
        assert decisions.next_number(desk.db) == 1
        with desk.transaction() as db:
            for decision in (MERGE, MOVE, UNDO):
                decisions.add(db, decision)
        assert decisions.log(desk.db) == (MERGE, MOVE, UNDO)
        assert decisions.next_number(desk.db) == 4


def test_a_number_is_given_once(tmp_path: Path) -> None:
    with Desk(tmp_path / "d.db", write=True) as desk:
        with desk.transaction() as db:
            decisions.add(db, MERGE)
        with pytest.raises(DeskError), desk.transaction() as db:
            decisions.add(db, MERGE)
        assert decisions.log(desk.db) == (MERGE,)


def test_a_decision_outlives_the_articles_that_it_names(tmp_path: Path) -> None:
    one = make_article("One text.", id="a", page_id="p1")
    with desk_of(tmp_path / "d.db", one) as desk, desk.transaction() as db:
        write.stories(db, [make_story(one)])
        decisions.add(db, MERGE)
        db.execute("DELETE FROM pages")
        write.stories(db, [])
        assert decisions.log(db) == (MERGE,)


def test_changes_of_stories_are_logged_with_what_made_them(tmp_path: Path) -> None:
    a, b, c, d = (
        make_article(f"Text {name}.", id=name, page_id=f"p{name}", title=name) for name in "abcd"
    )
    with desk_of(tmp_path / "d.db", a, b, c, d) as desk, desk.transaction() as db:
        for stories, decision in (
            ([make_story(a, b, id="A"), make_story(c, id="C"), make_story(d, id="D")], None),
            ([make_story(a, b, c, id="A"), make_story(d, id="D")], 1),
            ([make_story(a, c, id="A"), make_story(b, id="B"), make_story(d, id="D")], None),
            ([make_story(a, id="A"), make_story(b, id="B"), make_story(c, d, id="D")], None),
        ):
            if decision:
                decisions.add(db, MERGE)
            decisions.add_changes(db, stories, decision)
            write.stories(db, stories)
        assert [(x.kind, x.old_id, x.new_id, x.articles, x.decision) for x in
                decisions.changes(db)] == [
            ("merge", "C", "A", 1, 1),
            ("split", "A", "B", 1, None),
            ("move", "A", "D", 1, None),
        ]  # fmt: skip


def test_a_desk_made_before_there_were_decisions_is_brought_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = make_article("One text.", id="a", page_id="p1")
    path = tmp_path / "d.db"
    first = migrations()[:1]
    with monkeypatch.context() as then:
        then.setattr("rashomon.store.desk.migrations", lambda: first)
        page = Page("p1", "here", "text/plain", None, one.text)
        with Desk(path, write=True) as desk, desk.transaction() as db:
            db.execute(
                "INSERT INTO pages VALUES (?, ?, ?, NULL, NULL, ?, ?, NULL)",
                (page.id, page.origin, page.media_type, len(page.body), rows.pack(page.body)),
            )
            db.execute(
                "INSERT INTO articles (id, page_id, place, kind, title, published, language, text,"
                " ranges, hints, provenance) VALUES (?, ?, 0, ?, ?, ?, ?, ?, ?, '[]', '[]')",
                (one.id, one.page_id, one.kind, one.title, one.published, one.language, one.text,
                 one.ranges and rows.dump(one.ranges)),
            )  # fmt: skip
    with pytest.raises(DeskError, match="brings it up"):
        Desk(path)
    with Desk(path, write=True) as desk:
        assert desk.db.execute("PRAGMA user_version").fetchone()[0] == len(migrations())
        assert decisions.log(desk.db) == ()
        assert desk.db.execute("SELECT count(*) FROM articles").fetchone()[0] == 1


def test_only_known_kinds_are_kept(tmp_path: Path) -> None:
    with (
        Desk(tmp_path / "d.db", write=True) as desk,
        pytest.raises(sqlite3.IntegrityError),
    ):
        desk.db.execute("INSERT INTO decisions VALUES (1, 'guess', NULL, NULL)")
