"""Chapters by day of a story that goes on."""

from __future__ import annotations

from builders import make_article, make_story
from rashomon.model import Article, Brief, Copy, Join, Material
from rashomon.views.chapters import chapters, shown
from rashomon.views.story import view_of


def told(*days: str | None) -> list[Article]:
    return [
        make_article(f"Text {n}.", id=f"a{n}", page_id=f"p{n}", title=f"Title {n}", published=day)
        for n, day in enumerate(days)
    ]


def spans(articles: list[Article]) -> list[tuple[str | None, str | None, int]]:
    found = chapters(make_story(*articles), articles)
    return [(c.first, c.last, len(c.article_ids)) for c in found]


def test_a_story_of_three_days_has_no_chapters() -> None:
    assert spans(told("2031-05-01", "2031-05-01", "2031-05-03")) == []
    assert spans(told(None, None)) == []


def test_a_pause_begins_a_chapter_and_quiet_days_belong_to_the_one_before() -> None:
    days = ["2031-05-01"] * 4 + ["2031-05-02", "2031-05-06", "2031-05-06T09:00Z", "2031-05-07"]
    assert spans(told(*days)) == [
        ("2031-05-01", "2031-05-02", 5),
        ("2031-05-06", "2031-05-07", 3),
    ]


def test_busy_days_are_chapters_of_their_own_and_the_undated_come_last() -> None:
    days = ["2031-05-01"] * 3 + ["2031-05-02"] * 3 + ["2031-05-05", None, "2031-05"]
    assert spans(told(*days)) == [
        ("2031-05-01", "2031-05-01", 3),
        ("2031-05-02", "2031-05-02", 3),
        ("2031-05-05", "2031-05-05", 1),
        (None, None, 2),
    ]


def test_every_article_is_in_one_chapter() -> None:
    articles = told(*(f"2031-05-{1 + n * n % 27:02}" for n in range(20)))
    found = chapters(make_story(*articles), articles)
    assert sorted(i for c in found for i in c.article_ids) == sorted(a.id for a in articles)
    assert all(c.first <= c.last for c in found if c.first and c.last)


def test_the_title_is_that_of_the_telling_that_others_join_by() -> None:
    articles = told("2031-05-01", "2031-05-01", "2031-05-01", "2031-05-09")
    joins = (Join("a0", "a1", 1.0, "near"), Join("a2", "a1", 1.0, "near"))
    story = make_story(*articles, joins=joins)
    assert [(c.title, c.title_of) for c in chapters(story, articles)] == [
        ("Title 1", "a1"),
        ("Title 3", "a3"),
    ]
    assert chapters(story, articles, {"a1"})[0].title_of != "a1"


def test_a_page_shows_the_days_the_title_and_who_told() -> None:
    articles = told(*["2031-05-01"] * 3, "2031-05-06", "2031-05-07", None)
    copy = Copy("a2", "a1", "a1", "identical", 1.0, "")
    material = Material(make_story(*articles), tuple(articles), (copy,), (), (), (), (), ())
    first, second, last = shown(material)
    assert (first.dates, second.dates, last.dates) == (
        "1 May 2031",
        "6–7 May 2031",
        "day not known",
    )
    assert [one.article_id for one in first.tellings] == ["a0", "a1"]
    assert (first.copies, second.copies) == (1, 0)
    assert first.href == "/article/a0"
    assert (last.title, last.href) == (None, None)
    view = view_of(material, (), Brief("s", ()))
    assert view.chapters == (first, second, last)
