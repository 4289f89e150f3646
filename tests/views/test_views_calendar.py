"""The days of a story: what is joined, what is planned, and who counts as a telling."""

from __future__ import annotations

from builders import make_article, make_moment
from rashomon.model import Article, Copy, Moment
from rashomon.views.calendar import Day, timeline

BOAT = "The Halcyon struck a barge on Sunday."
BARGE = "A barge was struck by the Halcyon on Sunday."
SNOW = "Velm woke to snow on Sunday."


def day_of(*told: tuple[str, str], copies: tuple[Copy, ...] = (), planned: bool = False) -> Day:
    articles = [make_article(text, outlet=outlet, title=text) for outlet, text in told]
    moments: list[Moment] = [
        make_moment(a, "Sunday", a.text, date="2031-05-11", planned=planned) for a in articles
    ]
    by_id: dict[str, Article] = {a.id: a for a in articles}
    (day,), undated = timeline(moments, by_id, {c.article_id: c for c in copies})
    assert undated == ()
    return day


def test_sentences_of_one_thing_are_one_happening() -> None:
    day = day_of(("Velm Post", BOAT), ("Coast Wire", BARGE), ("Orrin Gazette", SNOW))
    assert [h.tellings for h in day.happenings] == [2, 1]
    assert day.tellings == 2
    assert not day.planned


def test_an_outlet_that_tells_a_thing_twice_is_one_telling() -> None:
    day = day_of(("Velm Post", BOAT), ("Velm Post", BARGE))
    (happening,) = day.happenings
    assert (happening.tellings, len(happening.named)) == (1, 2)


def test_a_copy_adds_no_telling() -> None:
    one, two = (make_article(t, outlet=o, title=t) for o, t in (("A", BOAT), ("B", BARGE)))
    copies = tuple(
        Copy(a.id, one.id, None if a is one else one.id, "reworded", 0.6, "") for a in (one, two)
    )
    day = day_of(("A", BOAT), ("B", BARGE), copies=copies)
    assert day.tellings == 1


def test_a_day_that_all_plan_is_planned() -> None:
    assert day_of(("Velm Post", BOAT), ("Coast Wire", BARGE), planned=True).planned
