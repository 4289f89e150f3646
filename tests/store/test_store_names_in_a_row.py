"""Names of two words in a row: answered by the word index where it knows them, and always exactly."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import make_article, make_page, make_statement
from rashomon.model import Reading
from rashomon.store import (
    Desk,
    asking,
    find,
    in_a_row,
    matching,
    searching,
    word_index,
    words,
    write,
)
from rashomon.store.searching import Search

# With capitals, without, with an accent, common ones, and what stands between them.
_WORDS = "Ada ada Tomm tomm TOMM Öre ore Brim The the of U S".split()
_BETWEEN = [" ", " ", " ", "-", ". ", ", ", "\n", "\u00a0", " – ", "’s "]


@st.composite
def _texts(draw: st.DrawFn, most: int = 12) -> str:
    there = draw(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=most))
    return "".join(one + draw(st.sampled_from(_BETWEEN)) for one in there)


_SEVERAL = st.lists(st.tuples(_texts(), st.none() | _texts(4)), min_size=1, max_size=8)
_ROW = st.lists(st.sampled_from(_WORDS), min_size=2, max_size=3)


def _times(row: Sequence[str], text: str | None) -> int:
    there, wanted = words.split(text or ""), words.split(" ".join(row))
    return sum(there[n : n + len(wanted)] == wanted for n in range(len(there)))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with Desk(tmp_path_factory.mktemp("names") / "desk.db", write=True) as opened:
        yield opened


class _Undone(Exception):
    """Nothing is kept of an example."""


@pytest.mark.parametrize("index", [word_index.ARTICLES, word_index.STATEMENTS])
@pytest.mark.parametrize("known", [True, False])
@settings(deadline=None, max_examples=120, suppress_health_check=list(HealthCheck))
@given(texts=_SEVERAL, rows=st.lists(_ROW, min_size=1, max_size=3), gone=st.integers(0, 8))
def test_words_in_a_row_are_found_as_a_look_at_all_texts_finds_them(
    empty: Desk,
    index: word_index.Index,
    known: bool,
    texts: list[tuple[str, str | None]],
    rows: list[list[str]],
    gone: int,
) -> None:
    held = dict(enumerate(texts, start=1))

    def look(
        _db: object, _index: object, numbers: Sequence[int]
    ) -> Iterator[tuple[int, tuple[str, str | None]]]:
        for n in sorted(numbers):
            main, second = held[n]
            yield n, (words.folded(main), words.folded(second) if second else None)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(in_a_row, "texts", look)
        if not known:  # as a desk that knows no pairs
            patched.setattr(words, "names", lambda _text: set())
        try:
            with empty.transaction() as db:
                word_index.put(db, index, list(held.items()))
                if gone in held:
                    word_index.forget(db, index, [(gone, held.pop(gone))])
                _compare(db, index, held, rows)
                word_index.forget(db, index, list(held.items()))
                left = db.execute(f"SELECT count(*) FROM {index.table}_terms").fetchone()[0]
                assert left == 0
                raise _Undone
        except _Undone:
            pass


def _compare(
    db: sqlite3.Connection,
    index: word_index.Index,
    held: dict[int, tuple[str, str | None]],
    rows: list[list[str]],
) -> None:
    parts: list[asking.Part] = ["both", "main", "second"]
    for part in parts:
        asked = asking.all_of(rows, part)
        mains, seconds = part != "second", part != "main"
        times = [
            {
                n: (_times(row, main) * mains, _times(row, second) * seconds)
                for n, (main, second) in held.items()
            }
            for row in rows
        ]
        wanted = [n for n in held if all(any(one[n]) for one in times)]
        search = Search(db, index, asked, 4.0)
        assert search.newest(99) == wanted[::-1]
        assert [n for _, n in search.best()] == wanted
        assert search.among(sorted(held)) == wanted[::-1]
        assert not search.cut
        for (one,), counts in zip(asked, times, strict=True):
            if one.in_a_row:
                assert [search._times[one][n] for n in wanted] == [counts[n] for n in wanted]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ada Tomm met Bo Kerr-Weir.", {"ada tomm", "bo kerr", "kerr weir"}),
        ("Then Ada Lou Tomm left", {"then ada", "ada lou", "lou tomm"}),
        ("In Weirbridge. The Gull Inn", {"gull inn"}),  # not what a common word begins
        ("Östen Åberg, Ждан Море", {"osten aberg", "ждан море"}),
        ("Ada tomm. ada Tomm\nKerr", set()),
    ],
)
def test_names_are_words_with_capitals_in_a_row(text: str, found: set[str]) -> None:
    assert {" ".join(two) for two in words.names(text)} == found


_STORIES = [
    "Ada Tomm met the crew. Later ada tomm left.",
    "An ada tomm is a kind of weir.",
    "Tomm said that Ada was away.",
    "The mayor, Ada Tomm, and Ada Tomm again.",
]


def _filled(path: Path) -> None:
    with Desk(path, write=True) as desk, desk.transaction() as db:
        for n, text in enumerate(_STORIES):
            page = make_page(text, origin=f"{n}.txt")
            article = make_article(text, page_id=page.id)
            write.page(db, page, Reading(page.id, text, (article,), ()))
            said = make_statement(article, text[:20], speaker="Bo Tomm")
            write.article_findings(db, article, (), (said,), ())


def _hits(desk: Desk, text: str) -> list[str]:
    hits = find.articles(desk.db, find.parse(text), limit=9).hits
    ids = dict(desk.db.execute("SELECT id, number FROM articles").fetchall())
    return sorted(ids[h.id] for h in hits)


@pytest.mark.parametrize("question", ['"Ada Tomm"', '"ada tomm"', '"ADA TOMM"'])
def test_a_question_may_have_capitals_or_not(tmp_path: Path, question: str) -> None:
    _filled(tmp_path / "d.db")
    with Desk(tmp_path / "d.db") as desk:
        assert _hits(desk, question) == [1, 2, 4]
        (said,) = find.statements(desk.db, find.parse('"Bo Tomm" "ada tomm is"'), limit=9).hits
        assert said


def test_only_texts_of_which_the_pair_is_not_known_are_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _filled(tmp_path / "d.db")
    looked_at: list[int] = []
    before = in_a_row.find

    def find_and_note(db, index, phrases, numbers):  # type: ignore[no-untyped-def]
        looked_at.extend(numbers)
        return before(db, index, phrases, numbers)

    monkeypatch.setattr(in_a_row, "find", find_and_note)
    with Desk(tmp_path / "d.db") as desk:
        assert _hits(desk, '"ada tomm"') == [1, 2, 4]
        assert sorted(looked_at) == [2, 3]
        # What is known is all found where there are too many others to look at.
        monkeypatch.setattr(searching, "LOOKED_AT", 1)
        monkeypatch.setattr(searching, "AT_ONCE", 1)
        some = find.articles(desk.db, find.parse('"ada tomm"'), limit=9)
        assert (some.count, some.more) == (2, True)
        monkeypatch.setattr(searching, "LOOKED_AT", 2)
        assert find.articles(desk.db, find.parse('"ada tomm"'), limit=9).count == 3


def _written(path: Path, texts: Sequence[str]) -> None:
    """A desk with one article of each text, in this order."""
    with Desk(path, write=True) as desk, desk.transaction() as db:
        for n, one in enumerate(texts):
            text = f"{one} {n}."
            page = make_page(text, origin=f"{n}.txt")
            article = make_article(text, page_id=page.id)
            write.page(db, page, Reading(page.id, text, (article,), ()))


def test_the_newest_come_first_where_many_are_to_be_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "LOOKED_AT", 3)
    monkeypatch.setattr(searching, "AT_ONCE", 1)
    monkeypatch.setattr(searching, "ENOUGH", 2)
    held = ["Ada Tomm", "ada tomm", "Ada Tomm", "tomm, ada", "ada tomm", "tomm, ada", "ada tomm"]
    _written(tmp_path / "d.db", held)
    with Desk(tmp_path / "d.db") as desk:
        search = Search(desk.db, word_index.ARTICLES, matching.match_of([["Ada", "Tomm"]]))
        assert search.newest(9) == [7, 5, 3, 1]
        assert search.cut


def test_what_only_an_old_record_holds_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "LOOKED_AT", 3)
    monkeypatch.setattr(searching, "AT_ONCE", 1)
    held = ["a joint patrol", *["a patrol with a joint"] * 9]
    _written(tmp_path / "d.db", held)
    with Desk(tmp_path / "d.db") as desk:
        found = find.articles(desk.db, find.parse('"joint patrol"'), limit=9)
        assert (found.count, found.more) == (1, False)
        assert matching.is_held(desk.db, matching.match_of([["joint", "patrol"]]))
        assert not matching.is_held(desk.db, matching.match_of([["patrol", "joint"]]))


def test_a_desk_of_before_is_indexed_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "d.db"
    with monkeypatch.context() as before:
        before.setattr(words, "names", lambda _text: set())
        _filled(path)
    with Desk(path, write=True) as desk:
        assert not word_index.forms(desk.db, word_index.ARTICLES, "ada~tomm")
        totals = [
            word_index.totals(desk.db, i) for i in (word_index.ARTICLES, word_index.STATEMENTS)
        ]
        desk.db.execute("PRAGMA user_version = 23")
    with Desk(path, write=True) as desk:
        known = word_index.forms(desk.db, word_index.ARTICLES, "ada~tomm")
        assert known == [("ada~tomm", 2), ("ada~tomm!2", 2)]
        assert totals == [
            word_index.totals(desk.db, i) for i in (word_index.ARTICLES, word_index.STATEMENTS)
        ]
        assert _hits(desk, '"Ada Tomm"') == [1, 2, 4]
        assert len(find.statements(desk.db, find.parse('"bo tomm"'), limit=9).hits) == 4
        with desk.transaction() as db:
            for n, text in enumerate(_STORIES):
                page = make_page(text, origin=f"{n}.txt")
                write.page(db, page, Reading(page.id, "", (), ()))
            for index in (word_index.ARTICLES, word_index.STATEMENTS):
                assert not db.execute(f"SELECT count(*) FROM {index.table}_terms").fetchone()[0]
