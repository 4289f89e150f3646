"""Views over the invented desk of `builders`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from builders import BASKET_PAGE, make_desk
from rashomon import views
from rashomon.store import Desk, read
from rashomon.views.bound import Words


@pytest.fixture(scope="module")
def ids(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    path = tmp_path_factory.mktemp("desk") / "desk.db"
    return make_desk(path) | {"path": str(path)}


@pytest.fixture
def desk(ids: dict[str, str]) -> Iterator[Desk]:
    with Desk(Path(ids["path"])) as opened:
        yield opened


def _words(value: object) -> Iterator[Words]:
    if isinstance(value, Words):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _words(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _words(one)


def test_all_words_that_a_view_shows_are_those_of_their_article(
    desk: Desk, ids: dict[str, str]
) -> None:
    shown = [
        views.front(desk.db),
        views.story(desk.db, ids["dam"]),
        views.story(desk.db, ids["market"]),
        views.name(desk.db, ids["orrick"]),
        views.search(desk.db, "engineers"),
        *(views.article(desk.db, ids[a], spans=[(3, 9)]) for a in ("ledger", "basket", "hostile")),
    ]
    found = [w for view in shown for w in _words(view)]
    assert len(found) > 60
    for one in found:
        article = read.article(desk.db, one.article_id)
        assert article is not None
        text = (article.title or "") if one.field == "title" else article.text
        assert text[one.start : one.end] == one.text


def test_a_story_counts_tellings_and_folds_copies_under_their_original(
    desk: Desk, ids: dict[str, str]
) -> None:
    view = views.story(desk.db, ids["dam"])
    assert view is not None
    assert view.counted == "3 independent tellings in 4 articles from 4 outlets"
    assert view.dates == "3–5 May 2025"
    assert [t.source.outlet for t in view.tellings] == [
        "Northshore Ledger", "Siyan Net", "Daily Meridian",
    ]  # fmt: skip
    first = view.tellings[0]
    assert first.first
    assert [(c.source.outlet, c.relation, c.shared_said) for c in first.copies] == [
        ("Newsbasket", "excerpt", "97%")
    ]


def test_speakers_have_their_canonical_name_and_all_their_tellings(
    desk: Desk, ids: dict[str, str]
) -> None:
    view = views.story(desk.db, ids["dam"])
    assert view is not None
    orrick = view.speakers[0]
    assert (orrick.name, orrick.name_id, orrick.tellings) == ("Lena Orrick", ids["orrick"], 2)
    whole = orrick.sayings[0]
    assert whole.chain == "by Kestrel"
    assert whole.quoted
    carriers = [(c.source.outlet, c.source.copy, c.same) for c in whole.carriers]
    assert carriers == [
        ("Northshore Ledger", None, None),
        ("Newsbasket", "excerpt", "a part of it"),
    ]
    denied = [s for one in view.speakers for s in one.sayings if s.denied]
    assert len(denied) == 1
    witt = next(one for one in view.speakers if one.name == "Tomas Witt")
    assert [(c.form, c.outlets) for c in witt.called] == [("Vitte", ("Siyan Net",))]


def test_differences_show_the_speaker_of_their_words(desk: Desk, ids: dict[str, str]) -> None:
    view = views.story(desk.db, ids["dam"])
    assert view is not None
    asked = view.differences[0]
    assert [(s.source.outlet, s.speaker, s.chain) for s in asked.sides] == [
        ("Northshore Ledger", "Lena Orrick", "by Kestrel"), ("Siyan Net", "Pavel Dorn", None),
    ]  # fmt: skip
    place = view.differences[3]
    assert not place.sure
    assert place.sides[0].words is not None
    assert place.sides[0].words.field == "title"


def test_the_timeline_brings_together_who_tells_of_a_day(desk: Desk, ids: dict[str, str]) -> None:
    view = views.story(desk.db, ids["dam"])
    assert view is not None
    days = {d.when.iso: d for d in view.days}
    assert list(days) == sorted(days, key=lambda iso: str(iso).replace("W19", "05-05"))
    talks = days["2025-05-09"]
    # Two sentences on one day that share no content word need not tell of one thing.
    assert (talks.planned, talks.tellings, len(talks.happenings)) == (True, 1, 2)
    assert not days["2025-03-12"].planned
    assert view.axis is not None
    assert {d.planned for d in view.axis.dots} == {True, False}


def test_the_picture_of_coverage_hangs_copies_on_their_original(
    desk: Desk, ids: dict[str, str]
) -> None:
    view = views.story(desk.db, ids["dam"])
    assert view is not None
    assert view.coverage is not None
    rows = view.coverage.rows
    assert [r.label for r in rows] == [
        "Northshore Ledger", "Newsbasket", "Siyan Net", "Daily Meridian",
    ]  # fmt: skip
    assert rows[1].parent == (rows[0].x, rows[0].y)
    days = [r.day for r in rows]
    assert days[0] == days[1]
    assert days[1] is not None
    assert days[2] is not None
    assert days[1] < days[2]


def test_a_story_of_one_article_has_no_pictures_to_draw(desk: Desk, ids: dict[str, str]) -> None:
    view = views.story(desk.db, ids["market"])
    assert view is not None
    assert (view.coverage, view.axis, view.spark) == (None, None, None)
    assert view.dates == "dates not known"


def test_an_article_shows_what_was_left_out_between_its_parts(
    desk: Desk, ids: dict[str, str]
) -> None:
    view = views.article(desk.db, ids["basket"])
    assert view is not None
    out = [o for p in view.paragraphs for o in p.left_out]
    assert [(o.reason, o.text) for o in out] == [("promo", "Buy one tent, get one free!")]
    assert view.parent is not None
    assert view.parent.source.article_id == ids["ledger"]
    assert "".join(p.text for par in view.paragraphs for p in par.pieces) == view.text.replace(
        "\n", ""
    )


def test_a_marked_place_opens_the_original_at_its_words(desk: Desk, ids: dict[str, str]) -> None:
    view = views.article(desk.db, ids["ledger"], spans=[(0, 12), (5, 5), (9, 10**9)])
    assert view is not None
    assert [w.text for w in view.marked] == ["TELMI, May 3"]
    assert view.original == "https://ledger.example/dam?a=1&b=2#:~:text=TELMI%2C%20May%203"
    marked = [p for p in view.paragraphs[0].pieces if "s" in p.names]
    assert "".join(p.text for p in marked) == "TELMI, May 3"
    assert marked[0].anchors == ("s=0-12",)


def test_a_page_is_shown_whole_with_what_was_left_out(desk: Desk, ids: dict[str, str]) -> None:
    view = views.page(desk.db, ids["basket_page"])
    assert view is not None
    assert all(BASKET_PAGE[s.start : s.end] == s.text for s in view.stretches)
    shown = "".join(s.text for s in view.stretches)
    assert "".join(shown.split()) == "".join(BASKET_PAGE.split())
    assert [s.reason for s in view.stretches if s.kind == "left-out"] == [
        "furniture", "promo", "comment", "furniture",
    ]  # fmt: skip


def test_search_finds_words_names_and_phrases(desk: Desk, ids: dict[str, str]) -> None:
    found = views.search(desk.db, "sluices shut")
    assert [a.source.article_id for a in found.articles] == [ids["ledger"]]
    assert "?s=" in found.articles[0].href
    assert views.search(desk.db, '"shut sluices"').article_count == 0
    assert [n.canonical for n in views.search(desk.db, "vitte").names] == ["Tomas Witt"]
    assert views.search(desk.db, "orrick").statement_count == 5


@pytest.mark.parametrize(
    "query", ["", '"', '""', "AND", "a* OR b", "title:x", "(", "NEAR(", "☃", "%_"]
)
def test_any_question_is_answered(desk: Desk, query: str) -> None:
    view = views.search(desk.db, query)
    assert view.query == query


def test_what_was_left_out_is_counted_by_reason(desk: Desk) -> None:
    view = views.left_out(desk.db)
    assert {r.reason: r.count for r in view.reasons} == {
        "furniture": 2, "promo": 1, "comment": 1, "too short": 1,
    }  # fmt: skip
    refused = [line for line in view.lines if line.refused]
    assert [(line.origin, line.refused) for line in refused] == [("pages/empty.txt", "too short")]


def test_the_front_page_puts_stories_of_several_tellings_first(
    desk: Desk, ids: dict[str, str]
) -> None:
    view = views.front(desk.db)
    assert [c.id for c in view.several] == [ids["dam"]]
    assert [c.id for c in view.single] == [ids["market"]]
    chips = [(c.outlet, c.copy) for c in view.several[0].outlets]
    assert ("Newsbasket", True) in chips
    assert ("Siyan Net", False) in chips


def test_views_are_json_with_addresses(desk: Desk, ids: dict[str, str]) -> None:
    view = views.story(desk.db, ids["dam"])
    value = json.loads(json.dumps(views.to_json(view)))
    assert value["href"] == f"/story/{ids['dam']}"
    assert value["brief"][0]["words"]["href"].startswith(f"/article/{ids['ledger']}?s=0-")
    assert "axis" not in value


def test_what_is_not_there_is_none(desk: Desk) -> None:
    assert views.story(desk.db, "no") is None
    assert views.article(desk.db, "no") is None
    assert views.name(desk.db, "no") is None
    assert views.page(desk.db, "no") is None
