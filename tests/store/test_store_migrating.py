"""A desk of the version before is carried over: nothing of it reads otherwise."""

from __future__ import annotations

import json
import sqlite3
import zlib
from pathlib import Path

import pytest

from rashomon.errors import DeskWriteError
from rashomon.model import Brief, Contrast, Name, NameLink, Reading, Span, Telling
from rashomon.store import Desk, find, folded, grown, lookup, matching, migrating, read, write
from rashomon.store.desk import PAGE_BYTES, migrations

BEFORE = 7  # the last version in which texts stood in rows of articles
PLAIN = "Harbour Post\n\nFerry halts at Stenlo\n\nThe ferry stopped, said Ada Tomm on 4 May.\n\nAds"
VISIBLE = "Menu\nA strike – of “pilots” – at Stenlo begins.\nFooter"
HTML = f"<html><body><nav>Menu</nav><p>{VISIBLE.split(chr(10))[1]}</p>Footer</body></html>"
RECORD_TEXT = "Stenlo waits.\nNobody sails, “not today”."
RECORD = json.dumps({"title": "Waiting", "text": RECORD_TEXT}, ensure_ascii=False)
RANGES = [[14, 35], [37, 78]]
TEXTS = {
    "a-plain": "\n\n".join(PLAIN[a:b] for a, b in RANGES),
    "b-html": "A strike – of “pilots” – at Stenlo begins.",
    "c-record": RECORD_TEXT,
}


def packed(text: str) -> bytes:
    return zlib.compress(text.encode())


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk as version `BEFORE` wrote it."""
    path = tmp_path / "old.db"
    with monkeypatch.context() as then:
        scripts = migrations()[:BEFORE]
        then.setattr("rashomon.store.desk.migrations", lambda: scripts)
        with Desk(path, write=True) as desk, desk.transaction() as db:
            _fill(db)
    return path


def _fill(db: sqlite3.Connection) -> None:
    for page, body, text in (
        ("p-plain", PLAIN, None), ("p-html", HTML, VISIBLE), ("p-record", RECORD, RECORD_TEXT),
    ):  # fmt: skip
        db.execute(
            "INSERT INTO pages VALUES (?, ?, 'text/plain', NULL, NULL, ?, ?, ?)",
            (page, page, len(text or body), packed(body), text and packed(text)),
        )
    for number, (name, ranges) in enumerate(
        [("a-plain", RANGES), ("b-html", None), ("c-record", [[0, len(RECORD_TEXT)]])], start=1
    ):
        db.execute(
            "INSERT INTO articles VALUES (?, ?, ?, 0, 'article', ?, NULL, NULL, 'Harbour Post', NULL,"
            " NULL, NULL, '2031-05-04', 'byline', 'en', ?, ?, '[]', '[]')",
            (
                number, name, f"p-{name[2:]}", f"Ferry number {number}", TEXTS[name],
                None if ranges is None else json.dumps(ranges),
            ),
        )  # fmt: skip
    at = TEXTS["a-plain"].index("Ada Tomm")
    db.execute(
        "INSERT INTO mentions VALUES ('a-plain', ?, ?, 'Ada Tomm', 'person', 'Ada Tomm', NULL)",
        (at, at + 8),
    )
    db.execute(
        "INSERT INTO statements VALUES (NULL, 's1', 'a-plain', 'Ada Tomm', ?, ?, 'said', ?, ?,"
        " '[[23,40]]', 'The ferry stopped', 'indirect', '[]', '[]', NULL, 0, 1)",
        (at, at + 8, at - 5, at - 1),
    )
    day = TEXTS["a-plain"].index("4 May")
    db.execute(
        "INSERT INTO moments VALUES ('m1', 'a-plain', '2031-05-04', 'day', 0, 23, 64, ?, ?, 'x')",
        (day, day + 5),
    )
    db.execute("INSERT INTO names VALUES ('n1', 'Ada Tomm', 'person', '[\"Tomm\"]', '[]')")
    db.execute("INSERT INTO name_links VALUES ('a-plain', 'Ada Tomm', 'n1')")
    db.execute("INSERT INTO name_keys VALUES ('person ada tomm', 'n1')")
    db.execute("INSERT INTO stories VALUES ('s', 'Ferry number 1', NULL, NULL, '[]', 1)")
    db.execute("INSERT INTO story_articles VALUES ('s', 'a-plain', 0, NULL, NULL, NULL)")
    db.execute("INSERT INTO contrasts VALUES ('c', 's', 1, 'how long', 'number', 'strong')")
    db.execute("INSERT INTO contrast_tellings VALUES ('c', 0, 'a-plain', 'text', 23, 40, 'one')")
    db.execute("INSERT INTO points VALUES ('p', 's', 1, 'fact', 'one')")
    db.execute("INSERT INTO point_tellings VALUES ('p', 0, 'a-plain', 'text', 23, 40)")
    db.execute("INSERT INTO point_lacking VALUES ('p', 0, 'c-record')")
    db.execute("INSERT INTO briefs VALUES ('s', 0, 'a-plain', 23, 64)")
    db.execute("INSERT INTO rejected VALUES ('p-plain', 0, 12, 'reading', 'title')")
    db.execute("INSERT INTO rejected VALUES ('p-plain', 80, 83, 'reading', 'furniture')")
    db.execute("INSERT INTO done VALUES ('findings', 'a-plain', '10123456789abcdef 2031-05-04')")
    db.execute("INSERT INTO done VALUES ('reading', 'p-plain', '1'), ('reading', 'p-html', '2')")
    db.execute(
        "INSERT INTO reader_marks VALUES ('saved', 'article', 'a-plain', 1, 'h', NULL, 'p-plain',"
        " NULL, 'Ferry number 1', '2031-05-05')"
    )
    db.execute("INSERT INTO reader_hidden VALUES ('Kessary Today', '2031-05-05')")


def test_texts_and_pages_are_as_they_were(old: Path) -> None:
    with Desk(old, write=True) as desk:
        assert {a.id: a.text for a in read.articles(desk.db)} == TEXTS
        bodies = {i: page.body for i in read.page_ids(desk.db) if (page := read.page(desk.db, i))}
        assert bodies == {"p-plain": PLAIN, "p-html": HTML, "p-record": RECORD}
        assert read.page_text(desk.db, "p-html") == VISIBLE
        # Only the text that no page holds is kept by itself.
        assert [r[0] for r in desk.db.execute("SELECT number FROM article_bodies")] == [2]
        assert not desk.db.execute("PRAGMA foreign_key_check").fetchall()
        assert desk.db.execute("PRAGMA foreign_keys").fetchone()[0] == 1


def test_the_reader_keeps_what_is_kept(old: Path) -> None:
    with Desk(old, write=True) as desk:
        kept = desk.db.execute("SELECT kind, id FROM reader_marks").fetchall()
        assert [tuple(row) for row in kept] == [("saved", "a-plain")]
        assert desk.db.execute("SELECT outlet FROM reader_hidden").fetchone()[0] == "Kessary Today"


def test_what_was_carried_over_is_found_and_can_go(old: Path) -> None:
    def hits(db: sqlite3.Connection, words: str) -> list[str]:
        match = matching.match_of(matching.phrases_of(words))
        return sorted(hit.id for hit in matching.search_articles(db, match, limit=9))

    with Desk(old, write=True) as desk:
        assert hits(desk.db, '"ferry stopped"') == ["a-plain"]
        assert hits(desk.db, "pilots") == ["b-html"]
        assert hits(desk.db, '"Ferry number"') == ["a-plain", "b-html", "c-record"]
        page = read.page(desk.db, "p-plain")
        assert page is not None
        with desk.transaction() as db:
            write.page(db, page, Reading("p-plain", PLAIN, (), ()))
        assert hits(desk.db, '"Ferry number"') == ["b-html", "c-record"]
        assert desk.db.execute("SELECT count(*) FROM story_articles").fetchone()[0] == 0


def test_findings_are_as_they_were(old: Path) -> None:
    with Desk(old, write=True) as desk:
        text = TEXTS["a-plain"]
        named = read.mentions(desk.db, ["a-plain"])
        assert [(m.text, m.start, m.type, m.role) for m in named] == [
            ("Ada Tomm", text.index("Ada"), "person", None)
        ]
        (said,) = read.statements(desk.db, ["a-plain", "b-html"])
        assert (said.id, said.speaker, said.cue, said.kind) == (
            "s1",
            "Ada Tomm",
            "said",
            "indirect",
        )
        assert [text[s.start : s.end] for s in said.content] == ["The ferry stopped"]
        (when,) = read.moments(desk.db, ["a-plain"])
        assert (when.date, text[when.expression.start : when.expression.end]) == (
            "2031-05-04", "4 May",
        )  # fmt: skip
        assert [
            h.id
            for h in matching.search_statements(desk.db, matching.match_of([["stopped"]]), limit=9)
        ] == ["s1"]
        assert find.statements(desk.db, find.parse("speaker:Tomm"), limit=9).count == 1
        assert read.counts(desk.db)["moments"] == 1


def test_names_are_as_they_were(old: Path) -> None:
    with Desk(old, write=True) as desk:
        assert read.names(desk.db) == [Name("n1", "Ada Tomm", "person", ("Tomm",))]
        assert read.links(desk.db, ["a-plain"]) == [NameLink("a-plain", "Ada Tomm", "n1")]
        assert folded.known_by(desk.db, ["person ada tomm", "x"]) == {"person ada tomm": ["n1"]}
        assert find.names_like(desk.db, "tom") == [("n1", 1)]


def test_the_texts_can_be_read_with_sql_alone(old: Path) -> None:
    with Desk(old, write=True) as desk:
        found = dict(map(tuple, desk.db.execute("SELECT article_id, text FROM article_texts")))
        assert found == TEXTS
        said = desk.db.execute("SELECT speaker, words, outlet FROM who_said_what").fetchall()
        assert [tuple(row) for row in said] == [("Ada Tomm", "The ferry stopped", "Harbour Post")]
        when = desk.db.execute("SELECT expression, date FROM what_happened_when").fetchall()
        assert [tuple(row) for row in when] == [("4 May", "2031-05-04")]
        differ = desk.db.execute("SELECT words FROM where_they_differ").fetchall()
        assert [row[0] for row in differ] == [TEXTS["a-plain"][23:40]]
        agree = desk.db.execute("SELECT words, carried FROM what_they_agree_on").fetchall()
        assert [tuple(row) for row in agree] == [(TEXTS["a-plain"][23:40], "one")]
        left = desk.db.execute("SELECT origin, reason FROM what_was_left_out").fetchall()
        assert [tuple(row) for row in left] == [("p-plain", "title"), ("p-plain", "furniture")]


def test_what_was_told_is_told(old: Path) -> None:
    with Desk(old, write=True) as desk:
        side = Span("a-plain", 23, 40)
        assert lookup.contrasts(desk.db, "s") == [
            Contrast("c", "s", 1, "how long", "number", "strong",
                     (Telling("a-plain", "text", side, "one"),))
        ]  # fmt: skip
        assert lookup.contrasts_of_article(desk.db, "a-plain") == lookup.contrasts(desk.db, "s")
        assert lookup.contrast_counts(desk.db, ["s"]) == {"s": 1}
        assert read.counts(desk.db)["contrasts"] == 1
        (point,) = lookup.points(desk.db, "s")
        assert (point.tellings[0].span, point.lacking) == (side, ("c-record",))
        assert lookup.brief(desk.db, "s") == Brief("s", (Span("a-plain", 23, 64),))
        old_rows = {
            table: [tuple(row) for row in desk.db.execute(f"SELECT * FROM {table}")]
            for table in ("contrast_tellings", "point_tellings", "point_lacking", "briefs")
        }
        assert old_rows == {
            "contrast_tellings": [("c", 0, "a-plain", "text", 23, 40, "one")],
            "point_tellings": [("p", 0, "a-plain", "text", 23, 40)],
            "point_lacking": [("p", 0, "c-record")],
            "briefs": [("s", 0, "a-plain", 23, 64)],
        }


def test_what_was_done_is_not_done_again(old: Path) -> None:
    with Desk(old, write=True) as desk:
        marks = grown.done(desk.db, "findings", ["a-plain", "b-html"])
        assert marks == {"a-plain": "10123456789abcdef 2031-05-04"}
        assert grown.unread(desk.db, "2") == ["p-plain"]
        assert [r.reason for r in read.rejected(desk.db, "p-plain")] == ["title", "furniture"]
        assert lookup.rejected_count(desk.db) == 2


def test_the_file_is_written_anew_in_smaller_pages(old: Path) -> None:
    with sqlite3.connect(old) as db:
        db.execute("PRAGMA journal_mode = DELETE")
        db.execute("PRAGMA page_size = 8192")
        db.execute("VACUUM")
        db.execute("PRAGMA journal_mode = WAL")
    db.close()
    with Desk(old, write=True) as desk:
        assert desk.db.execute("PRAGMA page_size").fetchone()[0] == PAGE_BYTES
        assert desk.db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        assert desk.db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_a_migration_that_is_stopped_leaves_the_desk_as_it_was(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    for step in (15, 16, 17, 18):
        with monkeypatch.context() as then:
            then.setitem(migrating.STEPS, step, stopped)
            with pytest.raises(DeskWriteError):
                Desk(old, write=True)
        with sqlite3.connect(old) as db:
            assert db.execute("PRAGMA user_version").fetchone()[0] == step - 1
        db.close()
    test_texts_and_pages_are_as_they_were(old)
    test_what_was_told_is_told(old)


def test_a_telling_of_an_article_that_left_is_passed_over(old: Path) -> None:
    with Desk(old, write=True) as desk, desk.transaction() as db:
        db.execute("DELETE FROM articles WHERE id = 'c-record'")
        assert [p.lacking for p in lookup.points(db, "s")] == [()]
        db.execute("DELETE FROM articles WHERE id = 'a-plain'")
        assert [c.tellings for c in lookup.contrasts(db, "s")] == [()]
        assert lookup.brief(db, "s") == Brief("s", ())
