"""Posts that an article embeds, lines of an update and ages above a head, on flattened pages."""

from __future__ import annotations

import pytest

from builders import make_page
from rashomon import reading
from rashomon.model import Article, Rejected
from rashomon.reading.flattened.apart import is_update

HEAD = "Harbour tolls to rise in spring, board says"
FIRST = (
    "The harbour board of Selwick will raise its tolls by a tenth from April on, its chair, Edda "
    "Frame, said on Tuesday after a meeting that lasted four hours."
)
SECOND = (
    "The money is meant for a new breakwater, which engineers say must stand before the storms of "
    "next winter reach the coast."
)
THIRD = (
    "Fishermen called the plan unjust. “We pay for the yachts,” said Olaf Brenn, who speaks for the "
    "owners of forty boats in the inner harbour."
)
LAST = (
    "The board will vote again in May, when the county has said how much it can give towards the "
    "cost of the works."
)
CARD = (
    "Edda Frame\n\n@eddaframe\n\nWe did not take this lightly. Every krona goes into the wall, and the "
    "books are open to anyone who asks.\n\n12:03 PM · Mar 3, 2031\n\n214 Retweets 1.2K Likes"
)
QUOTED = (
    "Proud of our crews tonight. They went out in nine metres of sea and brought everyone home.\n\n"
    "— Selwick Lifeboat (@selwickboat) March 2, 2031"
)
SHARED = (
    "View this post on Picturegram\n\nNine metres of sea, and all of them home before the soup was "
    "cold.\n\nA post shared by Selwick Lifeboat (@selwickboat)"
)


def read_one(text: str) -> tuple[Article, tuple[Rejected, ...], str]:
    made = reading.read(make_page(text))
    (article,) = made.articles
    return article, made.rejected, made.text


@pytest.mark.parametrize("post", [CARD, QUOTED, SHARED], ids=["card", "quoted", "shared"])
@pytest.mark.parametrize("place", [2, 3])
def test_a_post_is_told_apart_and_the_article_goes_on_after_it(post: str, place: int) -> None:
    parts = [FIRST, SECOND, THIRD, LAST]
    parts.insert(place, post)
    article, rejected, text = read_one("\n\n".join([HEAD, *parts]))
    assert article.text == "\n\n".join([FIRST, SECOND, THIRD, LAST])
    named = {text[slice(*row.range)] for row in rejected if row.range and row.reason == "embed"}
    assert named == {post}


def test_a_name_with_a_handle_alone_is_no_post() -> None:
    told = f"{THIRD} More of it from @olafbrenn.\n\n{LAST}"
    article, rejected, _ = read_one(f"{HEAD}\n\n{FIRST}\n\n{SECOND}\n\n{told}")
    assert article.text.endswith(LAST)
    assert all(row.reason != "embed" for row in rejected)


def test_a_page_of_posts_alone_is_no_article() -> None:
    made = reading.read(make_page(f"{QUOTED}\n\n{QUOTED.replace('nine', 'four')}"))
    assert made.articles == ()
    assert {row.reason for row in made.rejected} == {"embed"}


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Updated 3 March, 14:20 GMT", True),
        ("Last updated: March 3, 2031 at 2:20 p.m.", True),
        ("Last modified on Tue 4 May 2031 08.10 BST", True),
        ("UPDATED 2 hours ago", True),
        ("Updated rules for 30 harbours are due in May, the board said.", False),
        ("Updated", False),
        ("The list was updated on 3 March 2031.", False),
    ],
)
def test_lines_of_an_update(line: str, is_one: bool) -> None:
    assert is_update(line) is is_one


@pytest.mark.parametrize("place", ["head", "end"])
def test_the_time_of_a_change_is_provenance_and_no_text(place: str) -> None:
    line = "Last updated: March 3, 2031 at 2:20 p.m."
    parts = [HEAD, FIRST, SECOND, THIRD, LAST]
    parts.insert(1 if place == "head" else 5, line)
    article, _, _ = read_one("\n\n".join(parts))
    assert article.text == "\n\n".join([FIRST, SECOND, THIRD, LAST])
    assert [(row.kind, row.value, row.text) for row in article.provenance] == [
        ("updated", "2031-03-03", line)
    ]


def test_a_change_whose_day_lacks_its_year_is_still_one() -> None:
    line = "Updated 3 March, 14:20 GMT"
    article, _, _ = read_one(f"{HEAD}\n\nBy Mina Ostrow\n\n{line}\n\n{FIRST}\n\n{SECOND}\n\n{LAST}")
    assert article.byline == "Mina Ostrow"
    assert article.published is None
    assert [row.value for row in article.provenance] == ["updated"]
    assert [row.value for row in article.hints if row.kind == "partial"] == ["--03-03"]


def test_the_day_of_publication_comes_before_the_day_of_a_change() -> None:
    lines = "Published 1 March\n\nUpdated 3 March, 14:20 GMT"
    article, _, _ = read_one(f"{HEAD}\n\n{lines}\n\n{FIRST}\n\n{SECOND}\n\n{LAST}")
    assert [row.value for row in article.hints if row.kind == "partial"] == ["--03-01"]


def test_an_age_above_the_headline_is_the_articles() -> None:
    article, _, _ = read_one(f"Selwick Post\n2 days ago\n{HEAD}\n\n{FIRST}\n\n{SECOND}\n\n{LAST}")
    assert (article.hints[0].kind, article.hints[0].value) == ("age", "P2D")
