"""A desk is put in order when it has grown by half, and holds what it held."""

from __future__ import annotations

from pathlib import Path

from rashomon.model import Article, Page, Reading
from rashomon.store import Desk, matching, read, tidy, write


def put(desk: Desk, first: int, last: int) -> None:
    with desk.transaction() as db:
        for n in range(first, last):
            text = f"The ferry number {n} waits at Stenlo. " * 20
            article = Article(
                f"a{n}", f"p{n}", "article", f"Ferry {n}", None, None, None, None, None, None, "en",
                text, ((0, len(text)),),
            )  # fmt: skip
            page = Page(f"p{n}", f"{n}.txt", "text/plain", None, text)
            write.page(db, page, Reading(page.id, text, (article,), ()))


def test_it_is_due_when_the_desk_has_grown_by_half(tmp_path: Path) -> None:
    with Desk(tmp_path / "d.db", write=True) as desk:
        assert not tidy.is_due(desk)
        put(desk, 0, 10)
        assert tidy.is_due(desk)
        tidy.tidy(desk)
        put(desk, 10, 14)
        assert not tidy.is_due(desk)
        put(desk, 14, 15)
        assert tidy.is_due(desk)


def test_gaps_go_and_what_is_held_stays(tmp_path: Path) -> None:
    with Desk(tmp_path / "d.db", write=True) as desk:
        for n in range(0, 60, 5):
            put(desk, n, n + 5)
        before = list(read.articles(desk.db))
        tidy.tidy(desk)
        assert desk.db.execute("PRAGMA freelist_count").fetchone()[0] == 0
        assert list(read.articles(desk.db)) == before
        found = matching.search_articles(
            desk.db, matching.match_of([["ferry", "number", "7"]]), limit=9
        )
        assert [hit.id for hit in found] == ["a7"]


def test_a_reader_that_is_at_it_does_not_stop_it(tmp_path: Path) -> None:
    with Desk(tmp_path / "d.db", write=True) as desk:
        put(desk, 0, 10)
        with Desk(tmp_path / "d.db") as reader:
            reader.db.execute("BEGIN")
            held = reader.db.execute("SELECT count(*) FROM articles").fetchone()[0]
            desk.db.execute("PRAGMA busy_timeout = 50")
            tidy.tidy(desk)
            assert reader.db.execute("SELECT count(*) FROM articles").fetchone()[0] == held
            reader.db.execute("COMMIT")
        assert not tidy.is_due(desk)
