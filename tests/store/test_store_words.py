"""The word indexes: the same texts, as well ranked, as FTS5 finds with the places of all words."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import make_article, make_page, make_statement
from rashomon.model import Article, Reading
from rashomon.store import Desk, asking, find, matching, read, searching, word_index, words, write
from rashomon.store.searching import Search

_FTS = "tokenize = 'unicode61 remove_diacritics 2'"
# Words of which some are common, some doubled in a row, one has an accent, and letters stand alone.
_VOCABULARY = "the of to Küste kuste U S barge barge's gull Gull's and quay ÖRE weir the of".split()


@pytest.fixture(scope="module")
def whole() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:")
    db.execute(f"CREATE VIRTUAL TABLE t USING fts5 (main, second, {_FTS})")
    db.execute("CREATE VIRTUAL TABLE v USING fts5vocab (t, 'instance')")
    return db


@settings(deadline=None, max_examples=300)
@given(st.text(st.characters(max_codepoint=0x17F) | st.sampled_from("“”–…€\u0301\u0308żőÿ")))
def test_words_are_cut_as_fts5_cuts_them(whole: sqlite3.Connection, text: str) -> None:
    text = text.replace("\0", " ")
    whole.execute("DELETE FROM t")
    whole.execute("INSERT INTO t VALUES (?, '')", (text,))
    cut = [row[0] for row in whole.execute("SELECT term FROM v ORDER BY offset")]
    assert words.split(text) == cut


@settings(deadline=None)
@given(st.text())
def test_any_text_is_folded_once(text: str) -> None:
    there = words.split(text)
    assert words.split(" ".join(there)) == there
    assert len(words.folded("\ud800".join(there)).split()) == len(there)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    lots = random.Random(7)
    path = tmp_path_factory.mktemp("words") / "desk.db"
    with Desk(path, write=True) as opened, opened.transaction() as db:
        for n in range(90):
            text = _drawn(lots, lots.randint(3, 60)) + f" {n}."
            page = make_page(text, origin=f"{n}.txt")
            article = make_article(
                text, page_id=page.id, title=_drawn(lots, lots.randint(0, 6)) or None
            )
            write.page(db, page, Reading(page.id, text, (article,), ()))
            said = make_statement(article, text[: len(text) // 2], speaker=_drawn(lots, 3))
            write.article_findings(db, article, (), (said,), ())
    with Desk(path) as opened:
        yield opened


def _drawn(lots: random.Random, count: int) -> str:
    return " ".join(lots.choice(_VOCABULARY) for _ in range(count))


def _articles(desk: Desk) -> list[Article]:
    return list(read.articles(desk.db))


def _questions() -> list[str]:
    lots = random.Random(8)
    single = [*dict.fromkeys(_VOCABULARY), "nothing", "7"]
    rows = [f'"{_drawn(lots, lots.randint(2, 4))}"' for _ in range(60)]
    mixed = [f'{lots.choice(single)} "{_drawn(lots, 2)}" {lots.choice(single)}' for _ in range(40)]
    return [*single, *rows, *mixed, "the the", '"U.S." the', "U.S. gull", '"the of" "of the"']


def _as_fts5(text: str) -> str:
    return " ".join('"' + " ".join(one) + '"' for one in matching.phrases_of(text))


@pytest.mark.parametrize("few", [False, True])
def test_the_same_is_found_as_with_places(
    desk: Desk, whole: sqlite3.Connection, few: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "_EACH", 0 if few else 1_000)
    whole.execute("DELETE FROM t")
    numbers = dict(desk.db.execute("SELECT id, number FROM articles").fetchall())
    whole.executemany(
        "INSERT INTO t (rowid, main, second) VALUES (?, ?, ?)",
        [(numbers[a.id], a.text, a.title) for a in _articles(desk)],
    )
    for question in _questions():
        asked = matching.match_of(matching.phrases_of(question))
        search = Search(desk.db, word_index.ARTICLES, asked, 4.0)
        query = "SELECT rowid, bm25(t, 1.0, 4.0) FROM t WHERE t MATCH ? ORDER BY rowid"
        wanted = whole.execute(query, (_as_fts5(question),)).fetchall()
        best = search.best()
        assert [n for _, n in best] == [n for n, _ in wanted], question
        assert [fit for fit, _ in best] == pytest.approx([fit for _, fit in wanted]), question
        assert search.count(10_000) == len(wanted)
        assert search.newest(5, 1) == [n for n, _ in reversed(wanted)][1:6]
        some = sorted(numbers.values())[::3]
        there = {n for n, _ in wanted}
        assert search.among(some) == [n for n in reversed(some) if n in there]


def test_statements_are_found_by_words_and_speakers(desk: Desk) -> None:
    said = {a.id: a.text[: len(a.text) // 2] for a in _articles(desk)}
    speakers = dict(desk.db.execute("SELECT article_id, speaker FROM statements").fetchall())
    for question in _questions()[:60]:
        for speaker in ("", ' speaker:"gull\'s quay"', ' speaker:"of the barge"', " speaker:weir"):
            query = find.parse(question + speaker)
            found = {h.article_id for h in find.statements(desk.db, query, limit=999).hits}
            wanted = {
                one
                for one, text in said.items()
                if all(
                    _in_a_row(p, text) or (not speaker and _in_a_row(p, speakers[one]))
                    for p in query.phrases
                )
                and all(_in_a_row(matching.words_of(s), speakers[one]) for s in query.speakers)
            }
            assert found == wanted, question + speaker


def _in_a_row(phrase: object, text: str) -> bool:
    there, row = words.split(text), words.split(" ".join(phrase))  # type: ignore[call-overload]
    return any(there[n : n + len(row)] == row for n in range(len(there)))


def test_beginnings_and_groups_are_found(desk: Desk, whole: sqlite3.Connection) -> None:
    groups = (
        (asking.phrase("ba", begins=True), asking.phrase("weir")),
        (asking.phrase(["the", "of"]), asking.phrase(["quay", "and"])),
    )
    wanted = {
        a.id
        for a in _articles(desk)
        for both in [[a.text, a.title or ""]]
        if any(w.startswith("ba") or w == "weir" for one in both for w in words.split(one))
        and any(_in_a_row(row, one) for one in both for row in (("the", "of"), ("quay", "and")))
    }
    assert wanted
    assert set(matching.best_articles(desk.db, groups, limit=99)) == wanted


def test_where_many_hold_words_in_a_row_the_newest_are_looked_at(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = find.parse('"gull quay"')
    whole = find.articles(desk.db, query, limit=99)
    assert not whole.more
    monkeypatch.setattr(searching, "LOOKED_AT", 12)
    some = find.articles(desk.db, query, limit=99)
    assert some.more
    assert {h.id for h in some.hits} < {h.id for h in whole.hits}
    assert some.count == len(some.hits)


def test_what_leaves_the_desk_leaves_the_indexes(tmp_path: Path) -> None:
    with Desk(tmp_path / "d.db", write=True) as opened, opened.transaction() as db:
        made = []
        for text in ("The gull of the quay. The end.", "A barge, the barge."):
            page = make_page(text, origin=text)
            article = make_article(text, page_id=page.id)
            write.page(db, page, Reading(page.id, text, (article,), ()))
            said = make_statement(article, text[:8], speaker="Ada Brim")
            write.article_findings(db, article, (), (said,), ())
            made.append(page)
        assert word_index.totals(db, word_index.ARTICLES) == (2, 7 + 4 + 2 * 3)
        for page in made:
            write.page(db, page, Reading(page.id, "", (), ()))
        for index in (word_index.ARTICLES, word_index.STATEMENTS):
            assert word_index.totals(db, index) == (0, 0)
            assert db.execute(f"SELECT count(*) FROM {index.table}_terms").fetchone()[0] == 0
