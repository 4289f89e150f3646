"""Grouping: what joins, what stays apart, and what must not change it. All words are invented."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon import stories
from rashomon.model import Article, Copy, DateHint, Story, content_id


def make_article(title: str | None, text: str, **more: object) -> Article:
    fields: dict[str, object] = {
        "id": content_id(title or "", text, str(more.get("outlet"))),
        "page_id": "p",
        "kind": "article",
        "title": title,
        "standfirst": None,
        "byline": None,
        "outlet": None,
        "url": None,
        "published": "2031-05-04",
        "published_basis": None,
        "language": "en",
        "text": text,
        "ranges": None,
    }
    return Article(**{**fields, **more})  # type: ignore[arg-type]


BRIDGE = make_article(
    "Bridge over the Orlova collapses near Brennick",
    "A road bridge over the river Orlova collapsed on Sunday near Brennick and took eleven cars "
    "with it, said Governor Ilse Tamarin. Rescuers in boats searched for 14 people.",
    outlet="Norlund Courier",
)
BRIDGE_TOO = make_article(
    "Orlova bridge collapse: rescuers search for 14 near Brennick",
    "Rescuers were searching for 14 people after a bridge across the Orlova collapsed near the "
    "town of Brennick. Governor Ilse Tamarin called it the worst day of her office.",
    outlet="Vesper Post",
)
STRIKE = make_article(
    "Teachers in Halvenport walk out over pay",
    "Some 9,000 teachers in Halvenport went on strike on Sunday after talks with Mayor Dorn Quell "
    "on pay broke down. Schools stay closed until Wednesday.",
    outlet="Norlund Courier",
)
TALKS = make_article(
    "Quell offers teachers of Halvenport five per cent",
    "Mayor Dorn Quell offered the striking teachers of Halvenport five per cent more pay. The "
    "9,000 teachers will vote on the offer before schools open on Wednesday.",
    outlet="Vesper Post",
)
ALL = (BRIDGE, BRIDGE_TOO, STRIKE, TALKS)


def sets(found: tuple[Story, ...]) -> set[frozenset[str]]:
    return {frozenset(story.article_ids) for story in found}


def test_two_events_of_one_day_are_two_stories() -> None:
    assert sets(stories.group(ALL, ())) == {
        frozenset({BRIDGE.id, BRIDGE_TOO.id}),
        frozenset({STRIKE.id, TALKS.id}),
    }


def test_a_join_says_why_from_what_decided() -> None:
    story = next(s for s in stories.group(ALL, ()) if BRIDGE.id in s.article_ids)
    (join,) = story.joins
    assert {join.article_id, join.other_id} == {BRIDGE.id, BRIDGE_TOO.id}
    for word in ("Orlova", "Brennick", "both on 4 May", "14", "title likeness"):
        assert word in join.reason


def test_order_does_not_matter() -> None:
    first = stories.group(ALL, ())
    for seed in range(5):
        mixed = list(ALL)
        random.Random(seed).shuffle(mixed)
        assert stories.group(mixed, ()) == first


def test_a_family_is_one_item_and_one_telling() -> None:
    reprint = make_article(BRIDGE.title, BRIDGE.text, id="x1", outlet="Vesper Post")
    rows = (
        Copy(BRIDGE.id, "f", None, "original", 1.0, ""),
        Copy("x1", "f", BRIDGE.id, "identical", 1.0, "the same words"),
    )
    story = next(s for s in stories.group((*ALL, reprint), rows) if "x1" in s.article_ids)
    assert set(story.article_ids) == {BRIDGE.id, BRIDGE_TOO.id, "x1"}
    assert story.tellings == 2
    assert any(j.article_id == "x1" and "the same words" in j.reason for j in story.joins)


def test_one_outlet_is_one_telling() -> None:
    again = make_article(
        BRIDGE_TOO.title, BRIDGE_TOO.text + " It rained.", outlet="Norlund Courier"
    )
    story = next(s for s in stories.group((BRIDGE, again), ()) if BRIDGE.id in s.article_ids)
    assert len(story.article_ids) == 2
    assert story.tellings == 1


def test_sponsored_articles_stay_out_and_teasers_do_not() -> None:
    advert = make_article("Buy a bridge", "Bridges for all.", kind="sponsored")
    teaser = make_article("Bridge collapses", "A bridge near Brennick.", kind="teaser")
    ids = {i for s in stories.group((BRIDGE, advert, teaser), ()) for i in s.article_ids}
    assert ids == {BRIDGE.id, teaser.id}


def test_undated_and_half_dated_articles_join_by_content() -> None:
    for more in (
        {"published": None},
        {"published": "2031-05"},
        {"published": None, "hints": (DateHint("partial", "--05-04", "May 4"),)},
        {"published": None, "hints": (DateHint("weekday", "7", "on Sunday"),)},
    ):
        other = make_article(BRIDGE_TOO.title, BRIDGE_TOO.text, **more)
        assert frozenset({BRIDGE.id, other.id}) in sets(stories.group((BRIDGE, STRIKE, other), ()))


def test_a_story_keeps_its_id_when_an_older_article_comes() -> None:
    before = stories.group((BRIDGE_TOO, STRIKE), ())
    old = next(s.id for s in before if BRIDGE_TOO.id in s.article_ids)
    older = make_article(BRIDGE.title, BRIDGE.text, published="2031-05-03")
    after = stories.group((BRIDGE_TOO, STRIKE, older), (), before)
    story = next(s for s in after if BRIDGE_TOO.id in s.article_ids)
    assert older.id in story.article_ids
    assert story.id == old
    assert len({s.id for s in after}) == len(after)


def test_the_larger_overlap_keeps_the_id() -> None:
    found = stories.group(ALL, ())
    story = next(s for s in found if BRIDGE.id in s.article_ids)
    mixed = Story("old", "", (BRIDGE.id, BRIDGE_TOO.id, STRIKE.id), None, None, (), 1)
    after = stories.group(ALL, (), (mixed,))
    assert next(s.id for s in after if set(s.article_ids) == set(story.article_ids)) == "old"


def test_titles_alone_and_text_alone() -> None:
    titled = make_article("Orlova bridge collapses near Brennick", "")
    untitled = make_article(None, BRIDGE_TOO.text)
    found = stories.group((titled, untitled, STRIKE), ())
    assert {i for s in found for i in s.article_ids} == {titled.id, untitled.id, STRIKE.id}
    lone = stories.group((untitled,), ())
    assert lone[0].title.startswith("Rescuers were searching for 14 people")


def test_a_stricter_lean_joins_no_more() -> None:
    loose = stories.group(ALL, (), lean=-3.0)
    strict = stories.group(ALL, (), lean=5.9)
    assert len(loose) <= len(stories.group(ALL, ())) <= len(strict)


WORDS = st.sampled_from(
    [
        "Orlova",
        "Brennick",
        "bridge",
        "teachers",
        "pay",
        "the",
        "and",
        "of",
        "14",
        "河",
        "桥",
        "塌",
        "мост",
        "über",
    ]
)
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)
DATES = st.sampled_from(
    [None, "2031-05-04", "2031-05-04T10:00Z", "2031-05", "2031", "2031-W18", "bad", "0000-13-99"]
)


@given(st.lists(st.tuples(TEXTS, TEXTS, DATES), max_size=8), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_any_articles_in_any_order(
    rows: list[tuple[str, str, str | None]], rng: random.Random
) -> None:
    made = [
        make_article(title or None, text, id=f"a{n}", published=day)
        for n, (title, text, day) in enumerate(rows)
    ]
    found = stories.group(made, ())
    assert sorted(i for s in found for i in s.article_ids) == sorted(a.id for a in made)
    assert len({s.id for s in found}) == len(found)
    rng.shuffle(made)
    assert stories.group(made, ()) == found
    assert stories.group(made, (), found) == found


def test_a_large_story_draws_in_what_shares_its_words() -> None:
    ways = "premiere review trailer cast songs tickets director queue parody prize".split()
    large = [
        make_article(f"Glasswing {way} {n}: the Tollan film that all talk of", "", id=f"g{n}")
        for n, way in enumerate(ways)
    ]
    found = stories.group([*large, BRIDGE, STRIKE], ())
    story = next(s for s in found if "g0" in s.article_ids)
    assert set(story.article_ids) >= {article.id for article in large}
    assert not {BRIDGE.id, STRIKE.id} & set(story.article_ids)


def test_other_scripts_need_no_table() -> None:
    first = make_article(
        "奥尔洛娃河大桥在布伦尼克附近倒塌", "周日十一辆汽车坠入奥尔洛娃河。", language="zh"
    )
    second = make_article(
        "布伦尼克大桥倒塌救援人员搜寻", "奥尔洛娃河大桥倒塌,十一辆汽车坠河。", language="zh"
    )
    other = make_article("哈文港教师罢工要求加薪", "九千名教师与市长谈判破裂。", language="zh")
    assert sets(stories.group((first, second, other, *ALL), ())) >= {
        frozenset({first.id, second.id}),
        frozenset({other.id}),
    }


def test_stories_near_to_each_other_are_linked_both_ways() -> None:
    found = stories.group(ALL, (), lean=5.5)
    by_id = {story.id: story for story in found}
    assert any(story.related for story in found)
    for story in found:
        assert story.id not in story.related
        for other in story.related:
            assert story.id in by_id[other].related


def test_built_in_parts_or_at_once() -> None:
    part = stories.group(ALL[:3], ())
    at_once = stories.group(ALL, ())
    assert sets(stories.group(ALL, (), part)) == sets(at_once)
