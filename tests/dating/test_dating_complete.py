from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from rashomon.dating import complete, complete_from_stories
from rashomon.dating.addresses import address_date
from rashomon.model import Article, Copy, DateHint, Provenance, Story


def make_article(
    name: str, *hints: tuple[str, str, str], page: str = "p", published: str | None = None
) -> Article:
    return Article(
        name, page, "article", None, None, None, "Outlet", None, published,
        "stated" if published else None, "en", "Text.", None,
        hints=tuple(DateHint(kind, value, text) for kind, value, text in hints),  # type: ignore[arg-type]
    )  # fmt: skip


def make_story(*names: str) -> Story:
    return Story("s", "Title", names, None, None, ("Outlet",), len(names))


def test_age_against_the_fetch() -> None:
    (found,) = complete([make_article("a", ("age", "P2D", "2 days ago"))], [], {"p": "2031-05-14"})
    assert found.published == "2031-05-12"
    assert found.published_basis is not None
    assert "2 days ago" in found.published_basis


def test_age_in_hours_reaches_back_over_midnight() -> None:
    article = make_article("a", ("age", "PT5H", "5 hours ago"))
    (found,) = complete([article], [], {"p": "2031-05-14T03:00Z"})
    assert found.published == "2031-05-13"


def test_age_is_no_more_precise_than_its_unit() -> None:
    article = make_article("a", ("age", "P3W", "3 weeks ago"))
    (found,) = complete([article], [], {"p": "2031-05-14"})
    assert found.published == "2031-W17"


def test_age_alone_stays_open() -> None:
    (found,) = complete([make_article("a", ("age", "P2D", "2 days ago"))], [], {})
    assert found.published is None


def test_page_day_from_a_dated_neighbour() -> None:
    # 14 May 2031 is a Wednesday.
    page = [
        make_article("a", ("age", "P2D", "2 days ago"), ("weekday", "1", "on Monday")),
        make_article(
            "b", ("age", "PT1H", "an hour ago"), ("date", "2031-05-14", "On May 14, 2031")
        ),
        make_article("c", ("age", "PT28M", "28 minutes ago"), ("weekday", "2", "on Tuesday")),
    ]
    assert [a.published for a in complete(page, [], {})] == [
        "2031-05-12",
        "2031-05-14",
        "2031-05-14",
    ]


def test_page_day_stays_open_where_weekdays_speak_against_it() -> None:
    page = [
        make_article("a", ("age", "P2D", "2 days ago"), ("weekday", "5", "on Friday")),
        make_article(
            "b", ("age", "PT1H", "an hour ago"), ("date", "2031-05-14", "On May 14, 2031")
        ),
    ]
    assert [a.published for a in complete(page, [], {})] == [None, None]


def test_page_day_from_a_stated_day() -> None:
    page = [
        make_article("a", ("age", "P3D", "3 days ago")),
        make_article("b", ("age", "P1D", "a day ago"), published="2031-05-13"),
    ]
    assert [a.published for a in complete(page, [], {})] == ["2031-05-11", "2031-05-13"]


def test_two_pages_do_not_lend_each_other_a_day() -> None:
    page = [
        make_article("a", ("age", "P3D", "3 days ago"), page="q"),
        make_article("b", ("age", "P1D", "a day ago"), published="2031-05-13"),
    ]
    assert complete(page, [], {})[0].published is None


def test_address_of_the_original() -> None:
    article = replace(
        make_article("a"),
        provenance=(Provenance("original", "https://velm.example/2031/05/07/talks", "Original"),),
    )
    (found,) = complete([article], [], {})
    assert found.published == "2031-05-07"


def test_the_originals_address_stands_behind_the_articles_own_age() -> None:
    article = replace(
        make_article("a", ("age", "P2D", "2 days ago")),
        url="https://velm.example/2031/05/07/talks",
        provenance=(Provenance("original", "https://velm.example/2031/05/07/talks", "Original"),),
    )
    (found,) = complete([article], [], {"p": "2031-05-14"})
    assert found.published == "2031-05-12"
    (found,) = complete([replace(article, hints=())], [], {})
    assert found.published_basis == "the address of the original: '2031/05/07' in it"


def test_evidence_that_conflicts_stays_open() -> None:
    article = replace(
        make_article("a", ("age", "P2D", "2 days ago")), url="https://velm.example/2030/01/01/x"
    )
    (found,) = complete([article], [], {"p": "2031-05-14"})
    assert found.published is None


def test_year_from_a_copy() -> None:
    articles = [
        make_article("a", ("partial", "--05-07", "May 7")),
        make_article("b", page="q", published="2031-05-09"),
    ]
    copies = [
        Copy("b", "f", None, "original", 1.0, ""),
        Copy("a", "f", "b", "identical", 1.0, ""),
    ]
    first, _ = complete(articles, copies, {})
    assert first.published == "2031-05-07"
    assert first.published_basis == "'May 7', the year from its copy in Outlet (2031-05-09)"


def test_year_from_the_story() -> None:
    articles = [
        make_article("a", ("partial", "--12-30", "Dec. 30")),
        make_article("b", page="q", published="2031-01-02"),
        make_article("c", page="r", published="2030-12-29"),
    ]
    found = complete_from_stories(articles, [make_story("a", "b", "c")])
    assert found[0].published == "2030-12-30"
    assert complete_from_stories(articles, [make_story("a", "b")])[0].published == "2030-12-30"


def test_story_that_disagrees_lends_no_year() -> None:
    articles = [
        make_article("a", ("partial", "--05-07", "May 7")),
        make_article("b", page="q", published="2031-05-09"),
        make_article("c", page="r", published="2029-05-09"),
    ]
    assert complete_from_stories(articles, [make_story("a", "b", "c")])[0].published is None
    assert complete_from_stories(articles, [make_story("a")])[0].published is None


def test_a_day_in_the_lead_counts_only_where_something_was_said_on_it() -> None:
    other = make_article("b", page="q", published="2031-05-09")
    for text, expected in (
        ("The mayor of Velm said on May 7 that it rained.", "2031-05-07"),
        ("The talks will be held on May 7.", None),
        ("VELM, May 7 (Wire) -- It rained.", "2031-05-07"),
    ):
        article = replace(make_article("a", ("partial", "--05-07", "May 7")), text=text)
        (found, _) = complete_from_stories([article, other], [make_story("a", "b")])
        assert found.published == expected, text


def test_a_weekday_on_which_something_was_said_takes_its_week_from_a_short_story() -> None:
    # 14 May 2031 is a Wednesday.
    days = ("2031-05-13", "2031-05-15")
    others = [make_article(f"o{n}", page=f"q{n}", published=day) for n, day in enumerate(days)]
    hint = ("weekday", "3", "on Wednesday")
    story = make_story("a", "o0", "o1")
    for text, expected in (
        ("The aide said on Wednesday that it rained.", "2031-05-14"),
        ("The aide will come on Wednesday.", None),
    ):
        article = replace(make_article("a", hint), text=text)
        found = complete_from_stories([article, *others], [story])[0]
        assert found.published == expected, text
        assert "2031-05-13 to 2031-05-15" in (found.published_basis or "2031-05-13 to 2031-05-15")
    article = replace(make_article("a", hint), text="The aide said on Wednesday that it rained.")
    far = [others[0], make_article("o1", page="q1", published="2031-05-20")]
    assert complete_from_stories([article, *far], [story])[0].published is None
    assert complete_from_stories([article, others[0]], [story])[0].published is None


def test_of_two_days_in_the_lead_the_later_one_counts() -> None:
    text = "The mayor said on May 7 that it rained. The envoy said on May 8 that it did not."
    hints = (("partial", "--05-07", "May 7"), ("partial", "--05-08", "May 8"))
    article = replace(make_article("a", *hints), text=text)
    other = make_article("b", page="q", published="2031-05-09")
    found = complete_from_stories([article, other], [make_story("a", "b")])
    assert found[0].published == "2031-05-08"
    assert found[0].published_basis == ("'said on May 8', the year from its story (2031-05-09)")


def test_year_from_two_neighbours_but_not_from_one() -> None:
    page = [
        make_article("a", ("partial", "--05-07", "May 7")),
        make_article("b", published="2031-05-09"),
        make_article("c", published="2031-05-05"),
    ]
    assert complete(page, [], {})[0].published == "2031-05-07"
    assert complete(page[:2], [], {})[0].published is None


def test_the_order_of_articles_changes_nothing() -> None:
    page = [
        make_article("a", ("age", "P2D", "2 days ago"), ("weekday", "1", "on Monday")),
        make_article(
            "b", ("age", "PT1H", "an hour ago"), ("date", "2031-05-14", "On May 14, 2031")
        ),
        make_article("c", ("age", "PT28M", "28 minutes ago"), ("weekday", "2", "on Tuesday")),
        make_article("d", ("partial", "--05-07", "May 7"), page="q"),
        make_article("e", page="r", published="2031-05-09"),
    ]
    copies = [Copy("e", "f", None, "original", 1.0, ""), Copy("d", "f", "e", "identical", 1.0, "")]
    forward = complete(page, copies, {})
    backward = complete(page[::-1], copies[::-1], {})
    assert forward == backward[::-1]
    assert complete(forward, copies, {}) == forward


def test_what_is_stated_is_never_changed() -> None:
    article = replace(
        make_article("a", ("age", "P2D", "2 days ago"), published="2031-05"),
        url="https://velm.example/2031/05/01/x",
    )
    assert complete([article], [], {"p": "2031-05-14"}) == (article,)


def test_a_day_without_a_year_is_of_the_fetch_only_shortly_before_it() -> None:
    article = make_article("a", ("partial", "--05-07", "May 7"))
    assert complete([article], [], {"p": "2031-05-14"})[0].published == "2031-05-07"
    assert complete([article], [], {"p": "2031-01-14"})[0].published is None
    assert complete([article], [], {"p": "2031-11-14"})[0].published is None
    leap = make_article("a", ("partial", "--12-30", "Dec. 30"))
    assert complete([leap], [], {"p": "2031-01-14"})[0].published == "2030-12-30"


def test_a_month_in_the_address_and_an_age_in_weeks_agree() -> None:
    article = replace(
        make_article("a", ("age", "P2W", "2 weeks ago")), url="https://velm.example/2031/05/x"
    )
    assert complete([article], [], {"p": "2031-05-20"})[0].published == "2031-W19"
    article = replace(
        make_article("a", ("age", "P2D", "2 days ago")), url="https://velm.example/2031/04/x"
    )
    assert complete([article], [], {"p": "2031-05-20"})[0].published is None


def test_address_forms() -> None:
    expected = {
        "https://velm.example/2031/05/07/talks": "2031-05-07",
        "https://velm.example/2031/may/07/talks": "2031-05-07",
        "https://velm.example/news/talks-20310507.html": "2031-05-07",
        "https://velm.example/n1/2031/0507/c1001.html": "2031-05-07",
        "https://velm.example/talks-begin-2031-05-07/": "2031-05-07",
        "https://velm.example/2031/05/talks": "2031-05",
    }
    for url, day in expected.items():
        found = address_date(url)
        assert found is not None, url
        assert found.value == day
    for url in (
        "https://velm.example/article/7535870033541579304",
        "https://velm.example/2031/13/45/x",
        "https://velm.example/1234567890",
        "https://velm.example/flight-2031",
        "http://[broken",
        "",
    ):
        assert address_date(url) is None, url


def test_timed_ids_only_on_their_hosts() -> None:
    number = (1_936_000_000 << 32) + 12345  # 2031-05-08
    found = address_date(f"https://www.tiktok.com/@velm/video/{number}")
    assert found is not None
    assert found.value == "2031-05-08"
    assert address_date(f"https://nottiktok.com/@velm/video/{number}") is None
    assert address_date("https://www.tiktok.com/@velm/video/12") is None


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["age", "partial", "date", "weekday"]),
            st.sampled_from(
                "P2D PT3H P99999D P1Y P9999Y PT99999S --02-29 --13-40 --05-07 2031-05-14 1 7 8 x".split()
            ),
            st.text(max_size=5),
        ),
        max_size=4,
    ),
    st.sampled_from([{}, {"p": "2031-05-14T03:00:00Z"}, {"p": "0001-01-01"}, {"p": "x"}]),
)
def test_any_hints(hints: list[tuple[str, str, str]], fetched: dict[str, str]) -> None:
    article = make_article("a", *hints)
    once = complete([article], [], fetched)
    assert once == complete(once, [], fetched)
    assert (once[0].published is None) == (once[0].published_basis is None)
    complete_from_stories(once, [make_story("a", "missing")])
