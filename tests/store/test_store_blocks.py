"""Records in blocks: they come back, whatever came or went between."""

from __future__ import annotations

import json
import sqlite3
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import make_article
from rashomon.model import Page, Reading
from rashomon.store import Desk, blocks, page_bodies, read, rows, write

TEXTS = st.lists(st.text("abc äß日\n\"\\'", max_size=30), min_size=1, max_size=8)


def shelf_of(db: sqlite3.Connection, full: int) -> blocks.Shelf:
    db.row_factory = sqlite3.Row
    db.execute("CREATE TABLE held (number INTEGER PRIMARY KEY, records, size, packed)")
    db.execute("CREATE TABLE ones (number INTEGER PRIMARY KEY, block, start, size)")
    return blocks.Shelf("held", "ones", "number", full)


@given(st.lists(st.binary(max_size=40), max_size=20), st.integers(1, 60))
def test_records_come_back(records: list[bytes], full: int) -> None:
    with sqlite3.connect(":memory:") as db:
        shelf = shelf_of(db, full)
        for number, record in enumerate(records, start=1):
            db.execute("INSERT INTO ones VALUES (?, NULL, NULL, ?)", (number, len(record)))
            blocks.put(db, shelf, number, record)
        query = "SELECT o.*, h.packed FROM ones o JOIN held h ON h.number = o.block ORDER BY 1"
        found = db.execute(query).fetchall()
        assert [blocks.unpacked(r["packed"], r["start"], r["size"]) for r in found] == records
        waiting = db.execute("SELECT coalesce(sum(size), 0) FROM held WHERE number < 0").fetchone()
        assert waiting[0] < full or len(records) < 2
        assert db.execute("SELECT coalesce(sum(records), 0) FROM held").fetchone()[0] == len(found)


@given(st.lists(st.binary(max_size=40), max_size=20), st.integers(1, 60), st.integers(1, 60))
def test_records_are_put_into_other_blocks(records: list[bytes], full: int, other: int) -> None:
    with sqlite3.connect(":memory:") as db:
        shelf = shelf_of(db, full)
        for number, record in enumerate(records, start=1):
            db.execute("INSERT INTO ones VALUES (?, NULL, NULL, ?)", (number, len(record)))
            blocks.put(db, shelf, number, record)
        blocks.again(db, replace(shelf, full=other), "size", lambda r: r + b"!")
        query = "SELECT o.*, h.packed FROM ones o JOIN held h ON h.number = o.block ORDER BY 1"
        found = db.execute(query).fetchall()
        read_so = [blocks.unpacked(r["packed"], r["start"], r["size"]) for r in found]
        assert read_so == [record + b"!" for record in records]
        assert db.execute("SELECT count(*) FROM held WHERE number < 0").fetchone()[0] < 2
        assert db.execute("SELECT coalesce(sum(records), 0) FROM held").fetchone()[0] == len(found)


def test_the_view_gives_texts_of_several_ranges(desk: Desk) -> None:
    body = "Häfen – one. Ad. Two boats. More. Three."
    ranges = ((0, 12), (17, 27), (34, 40))
    page = Page("p1", "1.txt", "text/plain", None, body)
    article = make_article(rows.joined(body, ranges), page_id="p1", ranges=ranges)
    with desk.transaction() as db:
        write.page(db, page, Reading("p1", body, (article,), ()))
    assert desk.db.execute("SELECT own, text FROM articles, article_texts").fetchone()[:] == (
        0, "Häfen – one.\n\nTwo boats.\n\nThree."
    )  # fmt: skip
    assert list(read.articles(desk.db)) == [article]


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_body_comes_back_beside_its_text(text: str, other: str) -> None:
    for body in (text, text + other, f"<p>{text}</p>", json.dumps({"title": other, "text": text}),
                 json.dumps({"text": text}, ensure_ascii=False), text + "\0" + other):  # fmt: skip
        assert page_bodies.body_of(page_bodies.stored(body, text)) == body


def test_a_record_stands_beside_its_text_and_not_twice() -> None:
    text = "The ferry – “Ostrel” – stays in port."
    for ascii_only in (True, False):
        body = json.dumps({"title": "Ferry", "text": text}, ensure_ascii=ascii_only)
        held = page_bodies.stored(body, text)
        assert held.body is None
        assert held.rest is not None
        assert "ferry" not in held.rest.decode()
    long = json.dumps({"text": text, "more": "x" * 10_000})
    assert page_bodies.stored(long, text).rest is None


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "desk.db", write=True)


def page_of(number: int, size: int = 3_000) -> tuple[Page, Reading]:
    body = f"Page {number}. " + "The tide is late. " * (size // 18)
    page = Page(f"p{number:03}", f"{number}.txt", "text/plain", None, body)
    article = make_article(body, id=f"a{number:03}", page_id=page.id)
    return page, Reading(page.id, body, (article,), ())


def test_pages_share_blocks_and_go_one_by_one(desk: Desk) -> None:
    made = [page_of(n, 9_000) for n in range(30)]
    with desk.transaction() as db:
        for page, reading in made:
            write.page(db, page, reading)
    count = "SELECT count(*) FROM page_blocks WHERE number > 0"
    assert desk.db.execute(count).fetchone()[0] == 30 * 9_000 // 36_000
    assert {p.id for p, _ in made} == read.page_ids(desk.db)
    assert [read.page(desk.db, p.id) for p, _ in made] == [p for p, _ in made]
    with desk.transaction() as db:
        for page, reading in made:  # read anew: the rows that were go, and others come
            write.page(db, page, reading)
    assert [read.page_text(desk.db, p.id) for p, _ in made] == [p.body for p, _ in made]
    held = desk.db.execute("SELECT sum(records) FROM page_blocks").fetchone()[0]
    assert held == 30
    with desk.transaction() as db:
        db.execute("DELETE FROM pages")
    assert desk.db.execute("SELECT count(*) FROM page_blocks").fetchone()[0] == 0


def test_a_large_page_is_a_block_of_its_own(desk: Desk) -> None:
    page, reading = page_of(1, 70_000)
    with desk.transaction() as db:
        write.page(db, page, reading)
    found = [tuple(row) for row in desk.db.execute("SELECT number, records FROM page_blocks")]
    assert found == [(1, 1)]
    assert read.page(desk.db, page.id) == page
    assert {a.text for a in read.articles(desk.db)} == {page.body}


def test_readers_of_several_threads_share_a_block() -> None:
    parts = [bytes([n]) * 4_000 for n in range(6)]
    for turn in range(60):
        block = blocks.packed([*parts, str(turn).encode()])
        found: dict[int, bytes] = {}
        together = threading.Barrier(len(parts))

        def read(n: int, block: bytes = block, found: dict[int, bytes] = found) -> None:
            together.wait()  # noqa: B023
            found[n] = blocks.unpacked(block, 4_000 * n, 4_000)

        readers = [threading.Thread(target=read, args=(n,)) for n in range(len(parts))]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join()
        assert [found[n] for n in range(len(parts))] == parts
