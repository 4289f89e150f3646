"""What tellings agree on and what one tells alone: the view, the page, the terminal, the store."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from builders import make_article, make_statement, make_story, span_of
from rashomon import terminal
from rashomon.model import Brief, Material, Page, Point, Reading, Span, Story, Telling
from rashomon.store import Desk, lookup, write
from rashomon.views import StoryView, to_json, view_of

ONE = make_article("Ice broke the lock of Velm. “We shall wait,” said Orrick.", outlet="Velm Post")
TWO = make_article(
    "In Velm the lock broke. Orrick told them: “We shall wait.”", outlet="Coast Wire"
)


def telling(article_id: str, span: Span) -> Telling:
    return Telling(article_id, "text", span, "")


def points() -> list[Point]:
    both = (telling(ONE.id, span_of(ONE, "broke the lock")), telling(TWO.id, span_of(TWO, "lock")))
    said = tuple(telling(a.id, span_of(a, "We shall wait")) for a in (ONE, TWO))
    alone = (telling(ONE.id, span_of(ONE, "Ice")),)
    return [
        Point("p1", story().id, 1, "fact", "all", both),
        Point("p2", story().id, 2, "quotation", "most", said, (TWO.id,)),
        Point("p3", story().id, 3, "fact", "one", alone, (TWO.id,)),
    ]


def story() -> Story:
    return make_story(ONE, TWO)


def material() -> Material:
    statements = (make_statement(ONE, "We shall wait", speaker="Orrick"),)
    return Material(story(), (ONE, TWO), (), statements, (), (), (), ())


@pytest.fixture
def view() -> StoryView:
    return view_of(material(), [], Brief(story().id, ()), points=points())


def test_points_are_parted_and_bound_to_their_words(view: StoryView) -> None:
    fact, said = view.agreed
    assert [c.words.text for c in fact.carriers] == ["broke the lock", "lock"]
    assert fact.outlets == ("Velm Post", "Coast Wire")
    assert [c.speaker for c in said.carriers] == ["Orrick", None]
    assert said.missing == ("Coast Wire",)
    (alone,) = view.alone
    assert (alone.carried, alone.missing) == ("one", ("Coast Wire",))


def test_a_point_of_an_article_that_is_gone_is_not_shown() -> None:
    gone = Point("p", story().id, 1, "fact", "all", (telling("gone", Span("gone", 0, 3)),))
    view = view_of(material(), [], Brief(story().id, ()), points=[gone])
    assert view.agreed == ()


def test_json_and_terminal_have_them(view: StoryView) -> None:
    said = to_json(view)
    assert isinstance(said, dict)
    assert said["agreed"][0]["carriers"][1]["words"]["text"] == "lock"  # type: ignore[index, call-overload]
    out = io.StringIO()
    terminal.show_story(view, Console(file=out, width=100, highlight=False, color_system=None))
    for part in ("What they agree on (2)", "What only one tells (1)", "not found in Coast Wire"):
        assert part in out.getvalue()


def test_points_come_back_from_the_desk_as_they_were(tmp_path: Path) -> None:
    with Desk(tmp_path / "d.db", write=True) as desk:
        with desk.transaction() as db:
            page = Page(ONE.page_id, "o", "text/plain", None, ONE.text)
            write.page(db, page, Reading(page.id, ONE.text, (ONE, TWO), ()))
        with desk.transaction() as db:
            write.stories(db, [story()])
            write.points(db, story().id, points())
        assert lookup.points(desk.db, story().id) == points()
        with desk.transaction() as db:
            write.points(db, story().id, points()[:1])
        assert lookup.points(desk.db, story().id) == points()[:1]
