"""Searching: what a question asks for, and what is found on desks of both sizes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import make_article, make_desk, make_page, make_statement
from rashomon.model import Name, Reading
from rashomon.store import Desk, find, write


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    path = tmp_path_factory.mktemp("find") / "desk.db"
    with Desk(path, write=True) as opened, opened.transaction() as db:
        outlets = ("Hill Post", "Dale Post", "Dale Echo", None)
        for n in range(80):
            text = f"The common goat number{n} ate hay. “Every goat eats,” said Ada Brim."
            if n % 8 == 0:
                text += " A rare heron flew by."
            page = make_page(text, origin=f"{n}.txt")
            made = make_article(
                text, page_id=page.id, title=f"Goat {n}", outlet=outlets[n % 4],
                published=f"2031-{1 + n % 12:02}-{1 + n % 28:02}" if n % 5 else None,
            )  # fmt: skip
            write.page(db, page, Reading(page.id, text, (made,), ()))
            said = make_statement(
                made, "Every goat eats,", speaker="Ada Brim" if n % 2 else "Brim", cue="said"
            )
            write.article_findings(db, made, (), (said,), ())
        write.names(db, [Name("n1", "Ada Brim", "person", ("Ada Brim", "Brim"))], [])
    with Desk(path) as opened:
        yield opened


@pytest.fixture(params=["small", "large", "larger"])
def size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """As on a small desk, and as where too many texts hold the words to rank them."""
    if request.param == "larger":
        monkeypatch.setattr(find, "_count", lambda *_: find.COUNTED + 1)
    if request.param != "small":
        monkeypatch.setattr(find, "RANKED", 4)
        monkeypatch.setattr(find, "PROBED", 30)
        monkeypatch.setattr(find, "COUNTED", 90)
    return str(request.param)


def count(desk: Desk, text: str) -> tuple[int, int]:
    query = find.parse(text)
    told = find.articles(desk.db, query, limit=200)
    said = find.statements(desk.db, query, limit=200)
    assert told.more or len(told.hits) == told.count
    assert len({h.id for h in told.hits}) == len(told.hits)
    return len(told.hits), len(said.hits)


def test_a_question_is_read() -> None:
    query = find.parse(
        'dam "joint patrol" speaker:"Ada Brim" outlet:Post after:2031-05 before:2032'
    )
    assert query.phrases == (("dam",), ("joint", "patrol"))
    assert query.speakers == ("Ada Brim",)
    assert query.outlets == ("Post",)
    assert (query.after, query.before) == ("2031-05", "2032")
    assert query.odd == ()
    odd = find.parse('before:noon after: x:y speaker:"open outlet:z')
    assert odd.odd == ("before:noon", "after:")
    assert odd.speakers == ("open outlet:z",)
    assert find.parse("nospeaker:x").speakers == ()
    assert not find.parse(" .,: ").asks


@pytest.mark.usefixtures("size")
def test_words_narrowed_by_outlet_and_day(desk: Desk) -> None:
    assert count(desk, "goat")[0] == 80
    assert count(desk, "heron")[0] == 10
    assert count(desk, 'goat outlet:"Hill Post"')[0] == 20
    assert count(desk, "goat outlet:dale")[0] == 40
    assert count(desk, "heron outlet:hill")[0] == 10
    assert count(desk, "heron outlet:echo")[0] == 0
    assert count(desk, "goat outlet:nothing") == (0, 0)
    assert count(desk, '"common goat"')[0] == 80
    assert count(desk, '"goat common"')[0] == 0
    by_day = desk.db.execute(
        "SELECT count(*) FROM articles WHERE published >= '2031-05' AND published < '2031-07-10'"
    ).fetchone()[0]
    assert count(desk, "goat after:2031-05 before:2031-07-10")[0] == by_day
    assert count(desk, "after:2031-05 before:2031-07-10")[0] == by_day


@pytest.mark.usefixtures("size")
def test_speakers_are_found_by_each_form_of_their_name(desk: Desk) -> None:
    assert count(desk, "speaker:Brim")[1] == 80
    assert count(desk, 'speaker:"Ada Brim"')[1] == 80
    assert count(desk, "speaker:ada")[1] == 40
    assert count(desk, "speaker:Brim eats") == (80, 80)
    assert count(desk, "speaker:Brim heron") == (0, 0)
    assert count(desk, "speaker:goat")[1] == 0


def test_pages_of_what_was_found_hold_each_once(desk: Desk) -> None:
    for text in ("goat", "goat outlet:dale", "speaker:Brim"):
        query = find.parse(text)
        whole = [h.id for h in find.articles(desk.db, query, limit=200).hits]
        parts = [
            h.id
            for at in range(0, 80, 7)
            for h in find.articles(desk.db, query, limit=7, offset=at).hits
        ]
        assert parts == whole


def test_names_and_outlets_are_offered_while_they_are_typed(desk: Desk) -> None:
    assert ("name", "Ada Brim") in find.hints(desk.db, "ad")
    assert ("name", "Ada Brim") in find.hints(desk.db, "BRI")
    assert find.hints(desk.db, "dale") == [("outlet", "Dale Echo"), ("outlet", "Dale Post")]
    assert find.hints(desk.db, "a") == []
    assert find.names_like(desk.db, "brim") == [("n1", 0)]
    assert find.names_like(desk.db, "%") == []


def test_names_that_are_folded_anew_leave_no_forms(tmp_path: Path) -> None:
    with Desk(tmp_path / "d.db", write=True) as opened, opened.transaction() as db:
        write.names(db, [Name("n1", "Ada Brim", "person", ("Ada Brim", "Brim"))], [])
        write.names(db, [Name("n2", "Otto Rand", "person", ("Rand",))], [])
        forms = db.execute(
            "SELECT f.form, n.id FROM name_forms f JOIN names n ON n.number = f.name ORDER BY 1"
        ).fetchall()
        assert [tuple(r) for r in forms] == [("Otto Rand", "n2"), ("Rand", "n2")]


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_some_question(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.db"
    if not path.exists():
        make_desk(path)
    text = text.encode("utf-8", "ignore").decode()
    with Desk(path) as opened:
        query = find.parse(text)
        find.articles(opened.db, query, limit=5)
        find.statements(opened.db, query, limit=5)
        find.hints(opened.db, text)
