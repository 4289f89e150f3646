"""What joins on little: teasers, quotations told alike, undated articles. All is invented."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from rashomon import stories
from rashomon.model import Article, DateHint, Story, content_id
from rashomon.stories import (
    bags,
    features,
    grouping,
    likeness,
    pairs,
    runs,
    settings,
    shared_runs,
    words,
)


def make_article(title: str | None, text: str, **more: object) -> Article:
    fields: dict[str, object] = {
        "id": content_id(title or "", text, str(more)),
        "page_id": content_id(text),
        "kind": "article",
        "title": title,
        "standfirst": None,
        "byline": None,
        "outlet": None,
        "url": None,
        "published": "2031-05-14",
        "published_basis": None,
        "language": "en",
        "text": text,
        "ranges": None,
    }
    return Article(**{**fields, **more})  # type: ignore[arg-type]


QUOTATION = (
    '"At the wish of the Ostrand side a truce of the fishing fleets was weighed for the coming '
    'winter, and the harbour masters know the day," chief clerk Ilka Fenn said'
)
FLEETS = [
    make_article(title, text, outlet=outlet)
    for outlet, title, text in (
        (
            "Norlund Courier",
            "Ostrand and Velmark weigh truce of fishing fleets, clerk says",
            f"Ostrand and Velmark will talk of a truce of their fishing fleets. {QUOTATION} on "
            "Wednesday. The fleets of Ostrand and Velmark have cut each other's nets since spring.",
        ),
        (
            "Vesper Post",
            "Truce of fishing fleets nears, Velmark clerk says",
            f"A truce of the fishing fleets of Velmark and Ostrand is near. {QUOTATION}. Captain "
            "Brun Hallet of Ostrand denied that his side had asked for it.",
        ),
        (
            "Tallow Bay Times",
            "Velmark says Ostrand asked for truce of fleets",
            f"Velmark says that Ostrand asked for a truce of the fishing fleets. {QUOTATION}. "
            "Fishers in Tallow Bay welcomed the talks of Velmark and Ostrand.",
        ),
        (
            "Quay Gazette",
            "Ostrand denies asking Velmark for fleets truce, captain says",
            "Ostrand did not ask for a truce of the fishing fleets, Captain Brun Hallet said. "
            "Chief clerk Ilka Fenn of Velmark had said that it did. Nets were cut in spring.",
        ),
        (
            "Morning Sound",
            "Fishing fleets of Ostrand and Velmark near truce, clerk says",
            f"After a spring of cut nets a truce is near. {QUOTATION} in Velmark on Wednesday. "
            "Captain Brun Hallet of Ostrand called it news to him.",
        ),
    )
]


def together(found: tuple[Story, ...], article: Article) -> set[str]:
    return set(next(s.article_ids for s in found if article.id in s.article_ids))


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Beekeeper says goodbye", "After 40 years Odd Renning sells his hives and keeps a chair."),
        ("Baker of Tallow Bay says no to sugar", "One loaf, no queue."),
        ("Choir says thanks after win", ""),
    ],
)
def test_a_teaser_does_not_join_a_large_story_by_common_words(title: str, text: str) -> None:
    teaser = make_article(title, text, kind="teaser", outlet="Vesper Post")
    found = stories.group([*FLEETS, teaser], ())
    assert together(found, teaser) == {teaser.id}
    assert together(found, FLEETS[0]) == {a.id for a in FLEETS}


def test_a_teaser_of_the_matter_itself_joins() -> None:
    teaser = make_article(
        "Velmark and Ostrand near truce of fishing fleets", "Clerk Fenn speaks.", kind="teaser"
    )
    assert together(stories.group([*FLEETS, teaser], ()), teaser) > {teaser.id}


UNDATED = make_article(
    None,
    "The proposal must respect the old nets, the chief clerk said\n\n"
    f"Velmark will speak with its neighbour. {QUOTATION} to reporters. Fenn added that herring "
    "would be counted by both.",
    published=None,
)


def test_an_undated_article_joins_by_a_quotation_told_alike() -> None:
    found = stories.group([*FLEETS, UNDATED], ())
    assert FLEETS[0].id in together(found, UNDATED)
    story = next(s for s in found if UNDATED.id in s.article_ids)
    reason = next(j.reason for j in story.joins if j.article_id == UNDATED.id)
    assert "share runs of words to the letter" in reason


def test_undated_articles_of_another_time_do_not_join_on_shared_actors() -> None:
    later = make_article(
        None,
        "The chief clerk has set out what a visit would need\n\nIlka Fenn of Velmark said that "
        "Captain Brun Hallet of Ostrand could come to the capital whenever he had something to "
        "say. A visit for its own sake leads nowhere, she told students at the harbour school.",
        published=None,
    )
    found = stories.group([*FLEETS, later], ())
    assert together(found, later) == {later.id}


def count_shared(*articles: Article) -> float:
    """The count of the first two, with the others on the desk."""
    items = [features.of(a) for a in articles]
    time = pairs.times(bags.pack(items))
    near = pairs.nearest(pairs.rows(bags.pack(items)), time, sum(map(grouping.is_wide, items)))
    counts = shared_runs.of_pairs(bags.pack(items), time, near).count
    found = zip(near.one.tolist(), near.other.tolist(), counts.tolist(), strict=True)
    return next(count for one, other, count in found if {one, other} == {0, 1})


def test_what_all_repeat_or_one_outlet_repeats_counts_little() -> None:
    two = count_shared(FLEETS[0], FLEETS[1])
    assert two > settings.RUNS_STRONG
    assert count_shared(*FLEETS) <= two
    footers = [
        make_article(f"Matter {n}", QUOTATION, outlet=f"Outlet {n}", id=f"f{n:02}")
        for n in range(settings.RUN_MOST)
    ]
    assert count_shared(FLEETS[0], FLEETS[1], *footers) == 0
    same = make_article(FLEETS[1].title, FLEETS[1].text, outlet=FLEETS[0].outlet)
    assert count_shared(FLEETS[0], same) == settings.RUNS_UNKNOWN
    months_ago = make_article("Truce", QUOTATION, outlet="Old Sheet", published="2031-01-02")
    old = [months_ago, FLEETS[0], FLEETS[1]]
    items = [features.of(a) for a in old]
    time = pairs.times(bags.pack(items))
    near = pairs.nearest(pairs.rows(bags.pack(items)), time, 0)
    assert not shared_runs.of_pairs(bags.pack(items), time, near).count.any()


def test_runs_are_pure_and_small() -> None:
    text = "the of and to in a is that it for on with as was at by " * 30
    common = [words.stem(word) for word in words.words(text)[0]]
    assert hashed(common) == [[]]
    assert hashed(["brennick", "orlova"]) == [[]]
    stems = [f"w{n}" for n in range(400)]
    assert hashed(stems) == hashed(stems)
    assert len(hashed(stems)[0]) == len(set(hashed(stems)[0])) == 396
    # No run goes over the end of an item.
    assert hashed(stems[:200], stems[200:203], [], stems[203:]) == [
        *hashed(stems[:200]),
        [],
        [],
        *hashed(stems[203:]),
    ]


def hashed(*texts: list[str]) -> list[list[int]]:
    """The runs of each text."""
    codes = np.array([runs.coded(w) for text in texts for w in text], dtype=np.uint64)
    ends = np.cumsum([0, *map(len, texts)])
    start, found = runs.hashed(codes, ends)
    return [found[a:b].tolist() for a, b in pairwise(start)]


def test_a_weekday_that_fits_brings_undated_articles_nearer() -> None:
    def days(*undated: Article) -> list[float]:
        items = [features.of(a) for a in (FLEETS[0], *undated)]
        time = pairs.times(bags.pack(items))
        near = pairs.nearest(pairs.rows(bags.pack(items)), time, len(undated))
        found = likeness.days_unknown(
            time, near, shared_runs.of_pairs(bags.pack(items), time, near)
        )
        return [float(value) for value in found]

    def told(weekday: str) -> Article:
        # Without the quotation, which would bring it nearer too.
        hint = (DateHint("weekday", weekday, "on that day"),)
        return make_article(None, FLEETS[3].text, published=None, hints=hint)

    # 14 May 2031 is a Wednesday.
    assert days(told("3")) == days(told("2"))
    assert days(told("3")) < days(make_article(None, FLEETS[3].text, published=None))
    assert days(told("5")) > days(make_article(None, FLEETS[3].text, published=None))


def test_on_a_small_desk_days_part_what_is_not_alike_in_title() -> None:
    announced = make_article(
        "Why Hallet and Fenn meet on the island, and what for",
        "Captain Brun Hallet and chief clerk Ilka Fenn will meet on the island, both harbours "
        "said. The fleets of Ostrand and Velmark wait for a truce.",
        outlet="Norlund Courier",
    )
    expected = make_article(
        "Velmark says what it expects of the meeting of Hallet and Fenn on the island",
        "Velmark expects a word on nets from the meeting of Captain Brun Hallet and chief clerk "
        "Ilka Fenn on the island. The fleets of Ostrand and Velmark lie in harbour.",
        outlet="Vesper Post",
        published="2031-05-18",
    )
    other = make_article(
        "Herring prices climb as quays lie idle",
        "Herring cost a third more in Velmark as its fleet and that of Ostrand lie in harbour, "
        "traders said. Chief clerk Ilka Fenn promised them help.",
        outlet="Quay Gazette",
        published="2031-05-18",
    )
    found = stories.group([announced, expected, other], ())
    assert together(found, announced) == {announced.id, expected.id}
    assert together(found, other) == {other.id}
