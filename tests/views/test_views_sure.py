"""What the program is less sure of is shown apart, and states nothing."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console

from builders import (
    make_article,
    make_desk,
    make_mention,
    make_page,
    make_statement,
    make_story,
    make_telling,
)
from rashomon import terminal, views
from rashomon.model import Brief, Contrast, Material, Name, NameLink, Reading
from rashomon.store import Desk, lists, write
from rashomon.views import listing, outlet
from rashomon.views.article import _marks
from rashomon.views.ledger import differences
from rashomon.views.story import cast_of, view_of

WORDS = "neither side has said who will sign"


@pytest.fixture(scope="module")
def ids(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    path = tmp_path_factory.mktemp("sure") / "desk.db"
    return make_desk(path) | {"path": str(path)}


@pytest.fixture
def desk(ids: dict[str, str]) -> Iterator[Desk]:
    with Desk(Path(ids["path"])) as opened:
        yield opened


def test_a_story_states_the_sure_ones_and_lists_the_others(desk: Desk, ids: dict[str, str]) -> None:
    view = views.story(desk.db, ids["dam"])
    assert view is not None
    said = [s.parts[0].text for one in view.speakers for s in (*one.sayings, *one.held)]
    assert said
    assert WORDS not in said
    (orrick,) = view.less_sure
    (saying,) = orrick.held or orrick.sayings
    assert (orrick.name, orrick.name_id, saying.parts[0].text) == (
        "Lena Orrick",
        ids["orrick"],
        WORDS,
    )
    assert saying.href.startswith(f"/article/{ids['meridian']}?s=")
    assert view.less_sure_count == 1
    assert view.statement_count == 8


def test_the_front_page_counts_the_sure_ones(desk: Desk, ids: dict[str, str]) -> None:
    view = views.front(desk.db)
    counts = {card.id: card.statement_count for card in (*view.several, *view.single)}
    assert counts[ids["dam"]] == 8
    assert counts[ids["market"]] == 1


def test_an_article_marks_them_otherwise(desk: Desk, ids: dict[str, str]) -> None:
    view = views.article(desk.db, ids["meridian"])
    assert view is not None
    pieces = {p.text: p.names for one in view.paragraphs for p in one.pieces}
    assert pieces[WORDS] == ("less",)
    assert pieces["We came to listen. There is no list,"] == ("q",)
    assert view.statement_count == len(view.statements) == 3
    assert [note.sure for note in view.statements] == [True] * 3
    assert [(note.speaker, note.sure) for note in view.less_sure] == [("Lena Orrick", False)]
    beside = next(p for p in view.paragraphs if WORDS in "".join(x.text for x in p.pieces))
    assert [(note.speaker, note.sure) for note in beside.statements] == [
        ("Lena Orrick", True), ("Lena Orrick", False),
    ]  # fmt: skip


def test_words_that_are_stated_and_doubted_stand_in_both_marks() -> None:
    article = make_article("The mill is shut for good, Ada Tomm said.")
    view_marks = _marks(
        article,
        [
            make_statement(article, "The mill is shut for good", speaker="Ada Tomm"),
            make_statement(article, "shut", confidence=0.1),
        ],
        (), (), (),
    )  # fmt: skip
    assert [(m.start, m.end, m.name) for m in view_marks] == [(0, 25, "q"), (12, 16, "less")]


def test_a_name_has_what_it_may_have_said_apart(desk: Desk, ids: dict[str, str]) -> None:
    view = views.name(desk.db, ids["orrick"])
    assert view is not None
    (there,) = view.stories
    assert WORDS not in [s.parts[0].text for s in (*there.sayings, *there.held)]
    assert [s.parts[0].text for s in there.less_sure] == [WORDS]
    assert view.statement_count == 4


def test_search_finds_both_and_gives_the_sure_ones_first(desk: Desk, ids: dict[str, str]) -> None:
    found = views.search(desk.db, "speaker:Orrick")
    assert found.statement_count == found.statements_held == 5
    assert [one.name for one in found.speakers] == ["Lena Orrick"]
    assert [s.parts[0].text for one in found.less_sure for s in (*one.sayings, *one.held)] == [
        WORDS
    ]
    # The last of all that was found, whatever its words.
    last = views.search(desk.db, "speaker:Orrick", page=3, statements=2)
    assert last.speakers == ()
    assert [one.name for one in last.less_sure] == ["Lena Orrick"]


def test_lists_for_programs_have_the_sure_ones_or_all(desk: Desk, ids: dict[str, str]) -> None:
    sure, none = lists.statements(desk.db, None, 50, article=ids["meridian"])
    every, _ = lists.statements(desk.db, None, 50, article=ids["meridian"], less_sure=True)
    assert none is None
    assert len(every) == len(sure) + 1 == 4
    items = listing.statements(desk.db, every)
    assert [(i.confidence, i.sure) for i in items if not i.sure] == [(0.38, False)]
    assert {i.confidence for i in items if i.sure} == {1.0}
    # A page that the rest would fill is not cut short by it.
    first, following = lists.statements(desk.db, None, 3, article=ids["meridian"])
    assert (len(first), following) == (3, None)


def test_whom_an_outlet_quotes_is_whom_it_quotes_surely(tmp_path: Path) -> None:
    text = "Ada Tomm said it rains. Perhaps Brod said it snows."
    page = make_page(text)
    article = make_article(text, page_id=page.id, outlet="Hill Post")
    with Desk(tmp_path / "desk.db", write=True) as desk, desk.transaction() as db:
        write.page(db, page, Reading(page.id, text, (article,), ()))
        write.article_findings(
            db, article, (),
            (
                make_statement(article, "it rains", speaker="Ada Tomm", kind="indirect"),
                make_statement(article, "it snows", speaker="Brod", kind="indirect", confidence=0.3),
            ),
            (),
        )  # fmt: skip
        view = outlet.outlet(db, "Hill Post")
    assert view is not None
    assert [one.name for one in view.quoted] == ["Ada Tomm"]


def test_a_side_is_given_a_speaker_by_sure_statements_alone() -> None:
    one = make_article("The lock broke, Brod said.", outlet="A")
    two = make_article("The lock held, Ada Tomm said.", outlet="B")
    doubted = make_statement(one, "The lock broke", speaker="Brod", confidence=0.5)
    stated = make_statement(two, "The lock held", speaker="Ada Tomm")
    material = Material(make_story(one, two), (one, two), (), (stated,), (), (), (), (), (doubted,))
    contrast = Contrast("c", "s", 1, "The lock", "wording", "strong", (
        make_telling(one, "The lock broke", "broke"), make_telling(two, "The lock held", "held"),
    ))  # fmt: skip
    (found,) = differences([contrast], cast_of(material))
    assert [side.speaker for side in found.sides] == [None, "Ada Tomm"]


def test_a_sure_statement_within_a_less_sure_one_stands_alone() -> None:
    article = make_article("Brod said that Ada Tomm had said the lock broke.")
    name = Name("n", "Brod", "person", ("Brod",))
    outer = make_statement(
        article, "Ada Tomm had said the lock broke", speaker="Brod", kind="indirect", confidence=0.4
    )
    inner = make_statement(
        article, "the lock broke", speaker="Ada Tomm", kind="indirect", within=outer.id
    )
    parts = ((), (make_mention(article, "Brod"),), (name,), (NameLink(article.id, "Brod", "n"),))
    doubted = Material(make_story(article), (article,), (), (inner,), *parts, (outer,))
    view = view_of(doubted, [], Brief("s", ()))
    assert [s.within for one in view.speakers for s in one.sayings] == [None]
    # The other way about it is told who passed it on.
    turned = Material(make_story(article), (article,), (), (outer,), *parts, (inner,))
    (unsure,) = view_of(turned, [], Brief("s", ())).less_sure
    assert [s.within for s in unsure.sayings] == ["Brod"]


def printed(ids: dict[str, str], *, less_sure: bool = False, as_json: bool = False) -> str:
    out = io.StringIO()
    console = Console(file=out, width=100, highlight=False, emoji=False, color_system=None)
    with Desk(Path(ids["path"])) as desk:
        terminal.print_story(desk, ids["dam"], console=console, less_sure=less_sure)
    return out.getvalue()


def test_the_terminal_says_how_many_more_there_are_and_shows_them_on_demand(
    ids: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    plain = printed(ids)
    assert "  1 more, less sure (--less-sure shows them)\n" in plain
    assert WORDS not in plain.split("Who said what")[1].split("What happened when")[0]
    whole = printed(ids, less_sure=True)
    assert "--less-sure" not in whole
    assert WORDS in whole.split("Less sure (1)")[1].split("What happened when")[0]
    with Desk(Path(ids["path"])) as desk:
        terminal.print_story(desk, ids["dam"], as_json=True)
    (speaker,) = json.loads(capsys.readouterr().out)["less_sure"]
    assert speaker["name"] == "Lena Orrick"


def test_the_terminal_s_search_says_which_are_less_sure(ids: dict[str, str]) -> None:
    out = io.StringIO()
    console = Console(file=out, width=100, highlight=False, emoji=False, color_system=None)
    with Desk(Path(ids["path"])) as desk:
        terminal.print_search(desk, "sign", console=console)
    said = out.getvalue().split("Articles (")[0]
    assert "  Lena Orrick  less sure\n" in said
    assert WORDS in said
