"""A reader's decisions over the grouping: what they hold together and apart, and what stays."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import make_article
from rashomon.errors import RashomonError
from rashomon.model import Article, Copy, Join, Story, content_id
from rashomon.stories import decisions
from rashomon.stories.decisions import Decision

PLACES = ("Brennick", "Halvenport", "Orsk Bay", "Vell", "Tarn", "Morrow", "Ister", "Quay", "Lund")


def named(name: str, about: int = 0, day: int = 1) -> Article:
    place = PLACES[about % len(PLACES)]
    return make_article(
        f"The bridge at {place} was closed on Monday, said Mayor Ilse {place} of {place}. {name}.",
        id=name, title=f"Bridge at {place} closed", outlet=f"Paper {name}",
        published=f"2031-05-{day:02}",
    )  # fmt: skip


def story_of(*ids: str, name: str | None = None, title: str = "A title") -> Story:
    joins = tuple(Join(i, ids[0], 0.5, f"like {ids[0]}") for i in ids[1:])
    made = name or content_id("story", ids[0])
    return Story(made, title, ids, "2031-05-01", "2031-05-01", (), len(ids), joins)


def sets(found: Sequence[Story]) -> set[frozenset[str]]:
    return {frozenset(story.article_ids) for story in found}


def of(found: Sequence[Story], article_id: str) -> Story:
    return next(s for s in found if article_id in s.article_ids)


ARTICLES = [named(i, n) for n, i in enumerate("abcdefgh")]
A, B, C = story_of("a", "b", name="A"), story_of("c", "d", name="B"), story_of("e", name="C")
BASE = (A, B, C)


def applied(
    base: Sequence[Story], *log: Decision, copies: Sequence[Copy] = (), **more: Any
) -> tuple[Story, ...]:
    articles = more.pop("articles", ARTICLES)
    return decisions.apply(base, log, articles, copies, more.pop("before", base))


def test_no_decision_gives_back_what_the_grouping_says() -> None:
    assert applied(BASE) == BASE


def test_a_merge_makes_one_story_under_the_first_id_and_leaves_the_rest_alone() -> None:
    new = decisions.merge(1, [C, A])
    found = applied(BASE, new, before=decisions.claims(BASE, new, ()))
    assert sets(found) == {frozenset("abe"), frozenset("cd")}
    assert of(found, "e").id == "C"
    assert of(found, "c") == B
    merged = of(found, "e")
    assert merged.tellings == 3
    assert merged.outlets == ("Paper a", "Paper b", "Paper e")
    reasons = {j.article_id: j.reason for j in merged.joins}
    assert reasons["b"] == "like a"
    assert reasons["e"] == "merged into this story by a reader (decision 1)"


def test_a_new_article_of_a_merged_story_follows_it() -> None:
    grown = (replace(B, article_ids=("c", "d", "g")), A, C, story_of("f"))
    found = applied(grown, decisions.merge(1, [A, B]))
    assert sets(found) == {frozenset("abcdg"), frozenset("e"), frozenset("f")}


def test_a_merge_holds_what_the_grouping_later_takes_apart() -> None:
    torn = (story_of("a"), story_of("b", "f"), story_of("c", "d", "g"), C)
    found = applied(torn, decisions.merge(1, [A, B]))
    assert sets(found) == {frozenset("abcdg"), frozenset("f"), frozenset("e")}


def test_a_split_makes_a_story_of_its_own_and_the_rest_keeps_its_id() -> None:
    whole = story_of("a", "b", "c", name="A")
    new = decisions.split(1, whole, ["b", "c"], ())
    found = applied([whole], new, before=decisions.claims([whole], new, ()))
    assert sets(found) == {frozenset("a"), frozenset("bc")}
    assert of(found, "a").id == "A"
    assert of(found, "b").id != "A"
    assert of(found, "a").related == (of(found, "b").id,)
    again = applied([whole], new, before=found)
    assert again == found


def test_a_new_article_goes_to_the_side_of_a_split_that_it_is_like() -> None:
    articles = [
        named("a", 0), named("b", 0), named("c", 1), named("d", 1),
        named("like a", 0), named("like c", 1),
    ]  # fmt: skip
    new = decisions.split(1, story_of("a", "b", "c", "d"), ["c", "d"], ())
    grown = [story_of("a", "b", "c", "d", "like a", "like c")]
    found = applied(grown, new, articles=articles)
    assert sets(found) == {frozenset(("a", "b", "like a")), frozenset(("c", "d", "like c"))}


def test_a_move_takes_the_article_alone_and_says_so() -> None:
    new = decisions.move(4, "b", A, B, ())
    found = applied(BASE, new)
    assert sets(found) == {frozenset("a"), frozenset("bcd"), frozenset("e")}
    assert of(found, "a").id == "A"
    assert of(found, "b").id == "B"
    assert {j.article_id: j.reason for j in of(found, "b").joins}["b"] == (
        "moved here by a reader (decision 4)"
    )


def test_a_whole_copy_family_moves() -> None:
    copies = (
        Copy("a", "f", None, "original", 1.0, ""),
        Copy("b", "f", "a", "identical", 1.0, "the same words"),
    )
    base = (story_of("a", "b", "c", name="A"), story_of("d", name="B"))
    new = decisions.move(1, "b", *base, copies)
    assert new.parts[0].article_ids == ("a", "b")
    found = applied(base, new, copies=copies)
    assert sets(found) == {frozenset("abd"), frozenset("c")}
    assert of(found, "d").tellings == 2
    # A copy that comes later goes along.
    more = (*copies, Copy("g", "f", "a", "excerpt", 0.9, "its words"))
    grown = (story_of("a", "b", "g", "c", name="A"), base[1])
    assert sets(applied(grown, new, copies=more)) == {frozenset("abdg"), frozenset("c")}
    # Split: one member named takes all of them.
    assert decisions.split(2, base[0], ["b"], copies).parts[0].article_ids == ("a", "b")


def test_the_later_decision_has_the_last_word() -> None:
    whole = story_of("a", "b", "c")
    apart = decisions.split(1, whole, ["c"], ())
    first = applied([whole], apart)
    together = decisions.merge(2, [of(first, "a"), of(first, "c")])
    assert sets(applied([whole], apart, together)) == {frozenset("abc")}
    second = applied([whole], apart, together)
    again = decisions.split(3, second[0], ["a"], ())
    assert sets(applied([whole], apart, together, again)) == {frozenset("a"), frozenset("bc")}


def test_a_split_holds_when_a_merge_brings_its_sides_together_by_the_way() -> None:
    whole = story_of("a", "b", name="A")
    apart = decisions.split(1, whole, ["b"], ())
    merged = decisions.merge(2, [story_of("a"), story_of("c")])
    # Later the grouping puts c with b: the reader said a and c, and not a and b.
    found = applied([story_of("a"), story_of("b", "c")], apart, merged)
    assert sets(found) == {frozenset("ac"), frozenset("b")}


def test_an_article_moved_over_a_split_stays_moved() -> None:
    whole = story_of("a", "b", "c", "d")
    apart = decisions.split(1, whole, ["c", "d"], ())
    first = applied([whole], apart)
    over = decisions.move(2, "b", of(first, "b"), of(first, "c"), ())
    assert sets(applied([whole], apart, over)) == {frozenset("a"), frozenset("bcd")}


def test_an_undo_restores_what_the_grouping_says_and_the_ids() -> None:
    for new in (
        decisions.merge(1, [C, B, A]),
        decisions.split(1, A, ["a"], ()),
        decisions.move(1, "e", C, B, ()),
        decisions.move(1, "a", A, B, ()),
    ):
        after = applied(BASE, new, before=decisions.claims(BASE, new, ()))
        back = decisions.undo(2, (new,))
        log = (new, back)
        before = decisions.claims(after, back, (new,))
        assert applied(BASE, *log, before=before) == BASE  # the grouping alone
        ids = decisions._ids([replace(s, id="") for s in BASE], BASE, before)
        assert ids == ["A", "B", "C"], new
        redo = decisions.undo(3, log, 2)
        assert decisions.in_force((*log, redo)) == (new,)
        hinted = decisions.claims(BASE, redo, log)
        assert applied(BASE, *log, redo, before=hinted) == after


def test_undo_takes_the_last_in_force_and_refuses_twice() -> None:
    one, two = decisions.merge(1, [A, B]), decisions.merge(2, [A, C])
    log: tuple[Decision, ...] = (one, two)
    log += (decisions.undo(3, log),)
    assert log[-1].undoes == 2
    log += (decisions.undo(4, log),)
    assert log[-1].undoes == 1
    assert decisions.in_force(log) == ()
    with pytest.raises(RashomonError, match="no decision to take back"):
        decisions.undo(5, log)
    with pytest.raises(RashomonError, match="taken back already, by 4"):
        decisions.undo(5, log, 1)
    with pytest.raises(RashomonError, match="no decision 9"):
        decisions.undo(5, log, 9)


def test_what_cannot_be_decided_is_refused_with_its_reason() -> None:
    with pytest.raises(RashomonError, match="two different"):
        decisions.merge(1, [A, A])
    with pytest.raises(RashomonError, match="not in story"):
        decisions.split(1, A, ["c"], ())
    with pytest.raises(RashomonError, match="nothing would be left"):
        decisions.split(1, A, ["a", "b"], ())
    with pytest.raises(RashomonError, match="already"):
        decisions.move(1, "a", A, A, ())


def test_a_decision_on_articles_that_are_not_here_waits() -> None:
    here = set("abc")
    gone = story_of("x", "y", name="X")
    cases = [
        decisions.merge(1, [A, gone]),
        decisions.split(1, gone, ["x"], ()),
        decisions.move(1, "x", gone, A, ()),
    ]
    for new in cases:
        assert decisions.state(new, (new,), here) == "waiting"
        assert decisions.missing(new, here) == ("x", "y")
        assert applied(BASE, new) == BASE
    some = decisions.merge(1, [A, B])
    assert decisions.state(some, (some,), here) == "in force"
    assert decisions.missing(some, here) == ("d",)
    # It takes effect when they come.
    later = (*BASE, story_of("x"))
    found = applied(later, cases[0], articles=[*ARTICLES, named("x", 7)])
    assert frozenset("abx") in sets(found)


def test_a_family_that_comes_to_hold_both_sides_of_a_split_stays_whole() -> None:
    whole = story_of("a", "b", "c")
    new = decisions.split(1, whole, ["b"], ())
    copies = (
        Copy("a", "f", None, "original", 1.0, ""),
        Copy("b", "f", "a", "identical", 1.0, ""),
    )
    found = applied([whole], new, copies=copies)
    assert sets(found) == {frozenset("ab"), frozenset("c")}


@st.composite
def logs(draw: st.DrawFn) -> tuple[list[Story], list[Decision], list[Story]]:
    """A grouping, decisions made over it one after the other, and another grouping."""
    ids = list("abcdefgh")

    def grouping() -> list[Story]:
        home = [draw(st.integers(0, 3)) for _ in ids]
        groups = [[i for i, h in zip(ids, home, strict=True) if h == n] for n in range(4)]
        return [story_of(*group) for group in groups if group]

    base, log = grouping(), []
    now: Sequence[Story] = base
    for number in range(1, draw(st.integers(1, 5)) + 1):
        kind = draw(st.sampled_from(["merge", "split", "move", "undo"]))
        one = now[draw(st.integers(0, len(now) - 1))]
        other = now[draw(st.integers(0, len(now) - 1))]
        picked = draw(st.sampled_from(one.article_ids))
        try:
            if kind == "merge":
                new = decisions.merge(number, [one, other])
            elif kind == "split":
                new = decisions.split(number, one, [picked], ())
            elif kind == "move":
                new = decisions.move(number, picked, one, other, ())
            else:
                new = decisions.undo(number, log)
        except RashomonError:
            continue
        before = decisions.claims(now, new, log)
        log.append(new)
        now = decisions.apply(base, log, ARTICLES, (), before)
        if kind == "merge":
            assert of(now, one.article_ids[0]).article_ids == tuple(
                sorted(one.article_ids + other.article_ids)
            )
            assert of(now, one.article_ids[0]).id == one.id
        elif kind == "split":
            assert of(now, picked).article_ids == (picked,)
            assert of(now, next(i for i in one.article_ids if i != picked)).id == one.id
        elif kind == "move":
            assert of(now, picked).id == other.id
    return base, log, grouping()


@settings(max_examples=60, deadline=None)
@given(logs(), st.integers(0, 99))
def test_any_log_over_any_grouping(
    made: tuple[list[Story], list[Decision], list[Story]], seed: int
) -> None:
    base, log, other = made
    for grouped in (base, other):
        found = decisions.apply(grouped, log, ARTICLES, (), base)
        assert sorted(i for s in found for i in s.article_ids) == list("abcdefgh")
        assert len({s.id for s in found}) == len(found)
        ids = {s.id for s in found}
        assert all(i in ids and i != s.id for s in found for i in s.related)
        for story in found:
            assert all(j.other_id in (None, *story.article_ids) for j in story.joins)
        mixed, turned = list(ARTICLES), list(grouped)
        random.Random(seed).shuffle(mixed)
        random.Random(seed).shuffle(turned)
        assert decisions.apply(turned, log, mixed, (), base) == (
            found if decisions.in_force(log) else tuple(turned)
        )
        # What is in force once is in force on every rebuild over what it made.
        assert decisions.apply(grouped, log, ARTICLES, (), found) == found or not log
        holding = decisions.in_force(log)
        if holding:
            last = holding[-1]
            one = last.parts[0].article_ids
            if last.kind == "split":
                assert len({of(found, i).id for i in one}) == 1
                assert not {of(found, i).id for i in one} & {
                    of(found, i).id for i in last.parts[1].article_ids
                }
