"""Titles, writers and days that HTML pages show without stating them."""

from __future__ import annotations

import pytest

from rashomon.model import Article, Page
from rashomon.reading import read

BODY = "".join(
    f"<p>{text}</p>"
    for text in (
        "The lighthouse of Penwick will be manned again for a year, the coast board decided on Monday.",
        "“A lamp that nobody watches is only a lamp,” said Tove Lind, who kept it until she was sixty.",
        "The tower has run by itself since 1994 and went dark for nine nights in the storms of January.",
        "Two keepers will live there from May on; the board has had four hundred letters for the posts.",
    )
)
SHOWN = "Keepers return to Penwick light"


def article_of(body: str, head: str = "", title: str = SHOWN) -> Article:
    html = f"<html lang='en'><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    (article,) = read(Page("1p", "p", "text/html", None, html, None)).articles
    return article


@pytest.mark.parametrize(
    "heading",
    [
        f"<h1 class='entry-title'>{SHOWN}</h1>{BODY}",
        f"<h1 itemprop='headline'>{SHOWN}</h1>{BODY}",
        f"<header><h1>Coast and sea today</h1></header><article><h1>{SHOWN}</h1>{BODY}</article>",
    ],
)
def test_the_heading_that_readers_see_is_the_title_though_the_head_says_another(
    heading: str,
) -> None:
    head = "<meta property='og:title' content='Lighthouse jobs explained: pay, food, loneliness'>"
    assert article_of(heading, head, "Lighthouse jobs explained").title == SHOWN


def test_the_heading_of_another_part_is_no_title() -> None:
    head = f"<meta property='og:title' content='{SHOWN}'>"
    shown = f"<aside><h1 class='post-title'>Nine walks along the cliffs</h1></aside>{BODY}"
    assert article_of(shown, head).title == SHOWN


def test_an_unknown_sites_name_goes_where_the_page_shows_the_rest() -> None:
    body = f"<p><b>Lamps - and keepers: what the board wants</b></p>{BODY}"
    title = "Lamps - and keepers: what the board wants - Coast Paper"
    assert article_of(body, title=title).title == "Lamps - and keepers: what the board wants"


def test_an_element_named_headline_is_the_title_where_there_is_no_heading() -> None:
    body = f"<div class='top'>Coast Paper</div><div class='headline'>{SHOWN}</div>{BODY}"
    assert article_of(body, title="Coast Paper").title == SHOWN


@pytest.mark.parametrize(
    ("markup", "byline"),
    [
        ("<p><a href='/people/tom-ashe'>Tom Ashe</a> <span>Penwick</span></p>", "Tom Ashe"),
        ("<div><a href='/@tom'>Tom Ashe</a></div>", "Tom Ashe"),
        ("<p>Tom Ashe · 3 June 2031</p>", "Tom Ashe"),
        ("<address>Tom Ashe</address>", "Tom Ashe"),
        ("<p>Submitted by Tom Ashe on Tue, 06/03/2031</p>", "Tom Ashe"),
        ("<p class='firma'>di Tom Ashe</p>", "Tom Ashe"),
        (
            "<div class='author'><script>var a</script><a>Tom Ashe</a><a>View More Articles</a></div>",
            "Tom Ashe",
        ),
        ("<p><a href='/local-news'>Local News</a></p>", None),
        ("<p>Local News · 3 June 2031</p>", None),
        ("<p><a href='/people/all'>All People</a></p>", None),
        ("<nav><a href='/people/tom-ashe'>Tom Ashe</a></nav>", None),
    ],
)
def test_names_by_the_title(markup: str, byline: str | None) -> None:
    assert article_of(f"<h1>{SHOWN}</h1>{markup}{BODY}").byline == byline


def test_the_names_of_a_pages_body_element_are_no_byline() -> None:
    html = f"<html><body class='single single-author'><ul><li>Home</li></ul><h1>{SHOWN}</h1>{BODY}</body></html>"
    (article,) = read(Page("1p", "p", "text/html", None, html, None)).articles
    assert article.byline is None


@pytest.mark.parametrize(
    ("markup", "published"),
    [
        ("<span class='timeago' title='2031-06-03T09:12:00+01:00'>2 days ago</span>", True),
        ("<span property='dc:created' content='2031-06-03T09:12:00+01:00'>Tue</span>", True),
        ("<abbr class='published' title='2031-06-03T09:12:00+01:00'>9:12 AM</abbr>", True),
        ("<span class='timeago updated' title='2031-06-03T09:12:00+01:00'>now</span>", False),
        ("<div class='comment'><i class='date' title='2031-06-03T09:12:00Z'>x</i></div>", False),
        ("<span class='score' title='2031-06-03T09:12:00Z'>x</span>", False),
    ],
)
def test_instants_in_attributes(markup: str, published: bool) -> None:
    article = article_of(f"<h1>{SHOWN}</h1><div>{markup}</div>{BODY}")
    assert article.published == ("2031-06-03T09:12+01:00" if published else None)
    assert article.published_basis == ("attribute" if published else None)


@pytest.mark.parametrize(
    ("language", "line", "day"),
    [
        ("pt-BR", "05/10/2031 - Publicado por: Tom Ashe", "2031-10-05"),
        ("en-GB", "05/10/2031", "2031-10-05"),
        ("en", "05/10/2031", None),
        ("en-US", "05/10/2031", None),
        ("ko", "기사입력 :[ 2031-09-28 17:32 ]", "2031-09-28"),
    ],
)
def test_days_as_the_pages_language_writes_them(language: str, line: str, day: str | None) -> None:
    html = f"<html lang='{language}'><body><h1>{SHOWN}</h1><p>{line}</p>{BODY}</body></html>"
    (article,) = read(Page("1p", "p", "text/html", None, html, None)).articles
    assert article.published == day


@pytest.mark.parametrize(
    ("line", "day"),
    [("Von Tom Ashe publiziert am 25. September 2031", "2031-09-25"), ("25. September 2031", None)],
)
def test_a_day_over_the_title_counts_where_it_says_what_it_is(line: str, day: str | None) -> None:
    article = article_of(f"<div><p>{line}</p></div><main><h1>{SHOWN}</h1>{BODY}</main>")
    assert article.published == day
