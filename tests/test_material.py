"""One article stands for each copy family."""

from __future__ import annotations

from builders import make_article, make_story
from rashomon.model import Copy, Material


def test_the_head_stands_for_its_family_and_a_teaser_for_none() -> None:
    first = make_article("A reprint that came first.")
    head = make_article("The original of the reprint.")
    alone = make_article("Another telling.")
    teaser = make_article("Read on.", kind="teaser")
    articles = (first, head, alone, teaser)
    copies = (
        Copy(first.id, head.id, head.id, "identical", 1.0, "the same words"),
        Copy(head.id, head.id, None, "original", 1.0, "the head"),
    )
    material = Material(make_story(*articles), articles, copies, (), (), (), (), ())
    assert material.originals() == (head, alone)
    assert material.families() == {first.id: head.id, head.id: head.id}


def test_without_its_head_the_first_of_a_family_stands() -> None:
    one, two = make_article("A reprint."), make_article("Another reprint.")
    copies = tuple(Copy(a.id, "1elsewhere", None, "identical", 1.0, "same") for a in (one, two))
    material = Material(make_story(one, two), (one, two), copies, (), (), (), (), ())
    assert material.originals() == (one,)
