"""The desk's file: opened, refused, migrated, written whole or not at all."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from rashomon.errors import DeskError, DeskWriteError, NewerDesk, NotADesk
from rashomon.model import Article, Page, Reading, Rejected
from rashomon.store import Desk, read, write
from rashomon.store.desk import migrations


def page(body: str = "A page.", name: str = "a.txt", id: str = "p1") -> Page:
    return Page(id, name, "text/plain", None, body)


def article(id: str = "a1", page_id: str = "p1", text: str = "The ferry sank.") -> Article:
    return Article(
        id, page_id, "article", "Ferry sinks", None, None, "Harbour Post", None, "2031-03-04",
        "byline", "en", text, ((0, len(text)),),
    )  # fmt: skip


def test_a_new_desk_has_the_newest_version_and_its_mark(tmp_path: Path) -> None:
    with Desk(tmp_path / "d.db", write=True) as desk:
        assert desk.db.execute("PRAGMA user_version").fetchone()[0] == len(migrations())
        assert desk.db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        assert desk.db.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    with Desk(tmp_path / "d.db") as desk:
        assert read.page_ids(desk.db) == set()


def test_a_desk_that_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="no desk here"):
        Desk(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("write_it", [True, False])
def test_a_text_file_is_no_desk_and_is_left_as_it_was(tmp_path: Path, write_it: bool) -> None:
    path = tmp_path / "notes.db"
    path.write_text("Notes on the harbour, by nobody in particular. " * 30)
    before = path.read_bytes()
    with pytest.raises(NotADesk):
        Desk(path, write=write_it)
    assert path.read_bytes() == before


def test_another_programs_database_is_no_desk(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE shopping (thing TEXT)")
    db.commit()
    db.close()
    with pytest.raises(NotADesk, match="another program"):
        Desk(path, write=True)


def test_a_newer_desk_is_refused(tmp_path: Path) -> None:
    Desk(tmp_path / "d.db", write=True).close()
    db = sqlite3.connect(tmp_path / "d.db")
    db.execute(f"PRAGMA user_version = {len(migrations()) + 1}")
    db.close()
    with pytest.raises(NewerDesk, match="newer version"):
        Desk(tmp_path / "d.db", write=True)


def test_a_folder_is_no_desk(tmp_path: Path) -> None:
    with pytest.raises(NotADesk, match="folder"):
        Desk(tmp_path, write=True)


def test_a_desk_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DeskWriteError, match="does not exist"):
        Desk(tmp_path / "no" / "d.db", write=True)


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with Desk(tmp_path / "d.db", write=True) as desk:
        with pytest.raises(ZeroDivisionError), desk.transaction() as db:
            write.page(db, page(), Reading("p1", "A page.", (article(),), ()))
            raise ZeroDivisionError
        assert read.counts(desk.db)["pages"] == 0
        assert read.article_ids(desk.db) == []


def test_a_full_disk_is_told_and_what_was_written_stays(tmp_path: Path) -> None:
    with Desk(tmp_path / "d.db", write=True) as desk:
        with desk.transaction() as db:
            write.page(db, page(), Reading("p1", "A page.", (article(),), ()))
        size = desk.db.execute("PRAGMA page_count").fetchone()[0]
        desk.db.execute(f"PRAGMA max_page_count = {size}")
        long = "".join(chr(0x4E00 + (n * n) % 20_000) for n in range(200_000))
        with pytest.raises(DeskWriteError, match="disk is full"), desk.transaction() as db:
            write.page(db, page(long, "b.txt", "p2"), Reading("p2", long, (), ()))
        assert read.page_ids(desk.db) == {"p1"}


def test_what_is_written_is_what_is_read(tmp_path: Path) -> None:
    made = article()
    left = Rejected("p1", (3, 5), "reading", "furniture")
    with Desk(tmp_path / "d.db", write=True) as desk:
        with desk.transaction() as db:
            write.page(db, page(), Reading("p1", "Shown text", (made,), (left,)))
        assert list(read.articles(desk.db)) == [made]
        assert read.page(desk.db, "p1") == page()
        assert read.page_text(desk.db, "p1") == "Shown text"
        assert read.rejected(desk.db, "p1") == [left]
        found = desk.db.execute("SELECT rowid FROM articles_fts('ferry')").fetchall()
        assert len(found) == 1


def test_of_two_records_with_one_id_the_same_keeps_it_in_any_order(tmp_path: Path) -> None:
    first, second = article("given", "p1", "One text."), article("given", "p2", "Another text.")
    texts = []
    for n, order in enumerate([(first, second), (second, first)]):
        with Desk(tmp_path / f"{n}.db", write=True) as desk:
            for made in order:
                with desk.transaction() as db:
                    write.page(db, page(id=made.page_id), Reading(made.page_id, "x", (made,), ()))
            texts.append({a.id: a.text for a in read.articles(desk.db)})
    assert texts[0] == texts[1]
    assert texts[0]["given"] == "One text."
    assert sorted(texts[0].values()) == ["Another text.", "One text."]


def test_the_same_page_from_two_places_keeps_the_first_origin_by_name(tmp_path: Path) -> None:
    with Desk(tmp_path / "d.db", write=True) as desk, desk.transaction() as db:
        write.page(db, page(name="b.txt"), Reading("p1", "A page.", (), ()))
        write.origin(db, page(name="a.txt"))
        write.origin(db, page(name="c.txt"))
        found = read.page(db, "p1")
        assert found is not None
        assert found.origin == "a.txt"
