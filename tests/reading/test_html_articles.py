"""HTML pages of invented outlets: articles whole, the rest by name."""

from __future__ import annotations

import pytest

from rashomon.model import Page, Reading
from rashomon.reading import read

FIRST = (
    "The ferry between Aldermoor and Quillmoor will run again from Monday, the harbour board said."
)
SECOND = (
    "“We have waited long enough,” said Ada Finch, who chairs the board, after a vote on Tuesday."
)
THIRD = "The crossing was closed in March, when a storm tore the northern pier from its piles and sank two boats."
FOURTH = "Fares will rise by a tenth in June to pay for the repairs, which cost 1.4 million crowns so far."
BODY = "".join(f"<p>{text}</p>" for text in (FIRST, SECOND, THIRD, FOURTH))


def reading_of(html: str, address: str | None = None) -> Reading:
    return read(Page("1p", "page.html", "text/html", None, html, address))


def page_of(body: str, head: str = "", lang: str = "en") -> str:
    return f"<!doctype html><html lang='{lang}'><head><title>Ferry runs again | The Quillmoor Lantern</title>{head}</head><body>{body}</body></html>"


def left_out(reading: Reading) -> dict[str, str]:
    return {
        reading.text[row.range[0] : row.range[1]]: row.reason
        for row in reading.rejected
        if row.range
    }


NAVIGATION = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"


def test_one_article_and_named_leftovers() -> None:
    html = page_of(
        f"""{NAVIGATION}<main><h1>Ferry runs again</h1><div class="byline">By Ada Lark</div>
        <time datetime="2025-08-07">7 August 2025</time>
        <figure><img src="x"><figcaption>The ferry at the pier, seen in March.</figcaption></figure>
        <p>{FIRST}</p><p>{SECOND}</p><p>Read more: <a href="/b">Bridge stays shut</a></p>
        <p>{THIRD}</p><ul><li>The first boat leaves at six in the morning.</li></ul>
        <blockquote><p>No boat is late that comes back, as they say here.</p></blockquote><p>{FOURTH}</p>
        <p>Follow us on Twitter and sign up for our newsletter</p></main>
        <aside class="related"><h3>Most read</h3><a href="/c">Harbour master resigns over pier</a></aside>
        <section id="comments"><p>I took that ferry as a child, and “we have waited long enough” indeed.</p></section>
        <footer>© 2025 The Quillmoor Lantern. All rights reserved.</footer>"""
    )
    reading = reading_of(html)
    (article,) = reading.articles
    assert article.kind == "article"
    assert article.title == "Ferry runs again"
    assert article.byline == "Ada Lark"
    assert (article.published, article.published_basis) == ("2025-08-07", "<time>")
    assert article.language == "en"
    assert article.ranges is None
    assert article.text.split("\n\n") == [
        FIRST,
        SECOND,
        THIRD,
        "The first boat leaves at six in the morning.",
        "No boat is late that comes back, as they say here.",
        FOURTH,
    ]
    named = left_out(reading)
    assert named["The ferry at the pier, seen in March."] == "caption"
    assert named["Home\nWorld"] == "furniture"
    assert any(
        text.startswith("I took that ferry") and why == "comment" for text, why in named.items()
    )
    assert any("Bridge stays shut" in text and why == "promo" for text, why in named.items())
    assert any("newsletter" in text and why == "promo" for text, why in named.items())
    assert "© 2025" in list(named)[-1]
    assert named["Ferry runs again"] == "title"
    assert named["By Ada Lark"] == "byline"
    assert named["7 August 2025"] == "date"


def test_every_visible_line_is_the_articles_or_named() -> None:
    html = page_of(
        f"{NAVIGATION}<h1>Ferry runs again</h1>{BODY}<p>Advertisement</p><div>Tags: ferry</div>"
    )
    reading = reading_of(html)
    covered = [False] * len(reading.text)
    for row in reading.rejected:
        assert row.range
        for k in range(*row.range):
            assert not covered[k]
            covered[k] = True
    rest = [line for line in reading.text.split("\n") if not covered[reading.text.index(line)]]
    assert rest == reading.articles[0].text.split("\n\n")


def test_several_articles_in_full() -> None:
    second = (
        BODY.replace("ferry", "bridge").replace("Ada Finch", "Tom Brook").replace("March", "May")
    )
    posts = "".join(
        f"""<article class="post"><h2><a href="/{n}">{title}</a></h2>
        <p class="meta">By <a rel="author" href="/a">{author}</a>, <time datetime="2025-08-0{n}">x</time></p>
        {body * 2}<a class="more" href="/{n}#c">3 comments</a></article>"""
        for n, title, author, body in (
            (6, "Ferry runs again", "Ada Lark", BODY),
            (7, "Bridge stays shut", "Tom Reed", second),
        )
    )
    reading = reading_of(
        page_of(f"{NAVIGATION}<main>{posts}</main>"), "https://lantern.example/news/"
    )
    first, other = reading.articles
    assert (first.title, other.title) == ("Ferry runs again", "Bridge stays shut")
    assert (first.byline, other.byline) == ("Ada Lark", "Tom Reed")
    assert (first.published, other.published) == ("2025-08-06", "2025-08-07")
    assert (first.url, other.url) == ("https://lantern.example/6", "https://lantern.example/7")
    assert (first.place, other.place) == (0, 1)
    assert first.id != other.id
    assert "Tom Brook" not in first.text
    assert other.text.startswith("The bridge between")
    assert "comments" not in first.text


@pytest.mark.parametrize("tag", ["article", "div"])
def test_a_list_page_gives_teasers(tag: str) -> None:
    teasers = "".join(
        f"<{tag} class='item'><h3><a href='/{n}'>Story number {n} of the harbour</a></h3>"
        f"<p>{text}</p></{tag}>"
        for n, text in enumerate((FIRST, SECOND, THIRD, FOURTH))
    )
    reading = reading_of(page_of(f"{NAVIGATION}<main>{teasers}</main>"), "https://lantern.example/")
    assert [article.kind for article in reading.articles] == ["teaser"] * 4
    assert reading.articles[1].title == "Story number 1 of the harbour"
    assert reading.articles[1].url == "https://lantern.example/1"
    assert reading.articles[1].text == SECOND


def test_related_teasers_do_not_make_a_second_article() -> None:
    related = "".join(
        f"<article><h3><a href='/{n}'>Other {n}</a></h3><p>{THIRD}</p></article>" for n in range(4)
    )
    html = page_of(
        f"<article><h1>Ferry runs again</h1>{BODY * 3}</article><section>{related}</section>"
    )
    (article,) = reading_of(html).articles
    assert article.kind == "article"
    assert article.title == "Ferry runs again"


def test_a_page_without_an_article() -> None:
    for html in (
        "<html></html>",
        "<p></p>",
        page_of("<h1>Not found</h1><p>The page you asked for is not here.</p>"),
        page_of(NAVIGATION),
        "<",
        "<html><script>var a = 'words words words';</script></html>",
    ):
        reading = reading_of(html)
        assert not reading.articles, html
        assert reading.rejected


def test_tables_keep_their_rows() -> None:
    rows = "".join(f"<tr><td>Boat {n}</td><td>{n} o'clock</td></tr>" for n in range(6, 10))
    html = page_of(
        f"<article><h1>Ferry runs again</h1><p>{FIRST}</p><table>{rows}</table><p>{SECOND}</p><p>{THIRD}</p><p>{FOURTH}</p></article>"
    )
    (article,) = reading_of(html).articles
    assert "Boat 7 | 7 o'clock" in article.text.split("\n\n")


def test_the_page_that_is_paid_for_is_marked() -> None:
    html = page_of(f"<article><p>Sponsored content</p><h1>Ferry runs again</h1>{BODY}</article>")
    (article,) = reading_of(html).articles
    assert article.kind == "sponsored"


@pytest.mark.parametrize(
    ("ending", "kind", "value"),
    [
        ("<p>(Reporting by Ann Oake; Editing by Jo Pike)</p><p>Reuters</p>", "credit", "Reuters"),
        ("<p>Original: https://other.example/a</p>", "original", "https://other.example/a"),
        (
            "<p>The Dunmore text was originally published by The Dunmore Gazette.</p>",
            "first-published",
            "The Dunmore Gazette",
        ),
        ("<p>Translated by Mia Stone from Dutch</p>", "translated", "Mia Stone from Dutch"),
        (
            "<p>Correction: this article was updated to give the right fare.</p>",
            "updated",
            "updated",
        ),
    ],
)
def test_provenance(ending: str, kind: str, value: str) -> None:
    (article,) = reading_of(
        page_of(f"<article><h1>Ferry runs again</h1>{BODY}{ending}</article>")
    ).articles
    assert (kind, value) in {(row.kind, row.value) for row in article.provenance}


def test_a_photo_credit_is_no_wire_credit() -> None:
    html = page_of(
        f"<article><h1>Ferry runs again</h1><p>The pier (Photo by Jo Pike/AFP via Getty Images)</p>{BODY}<p>according to TASS</p></article>"
    )
    (article,) = reading_of(html).articles
    assert not article.provenance


def test_scripts_without_spaces() -> None:
    text = (
        "据港务局星期二表示，奥尔德穆尔与奎尔穆尔之间的渡轮将从星期一起恢复运行，市民对此表示欢迎。"
    )
    html = page_of(
        f"<article><h1>渡轮恢复运行</h1>{''.join(f'<p>{n}{text}</p>' for n in '一二三四五')}</article>",
        lang="zh",
    )
    (article,) = reading_of(html).articles
    assert article.language == "zh"
    assert article.text.count(text) == 5
    right = "قالت هيئة الميناء يوم الثلاثاء إن العبارة بين المدينتين ستعود إلى العمل يوم الاثنين المقبل بعد إصلاح الرصيف. "
    (article,) = reading_of(
        page_of(f"<article><h1>العبارة تعود</h1>{f'<p>{right * 2}</p>' * 4}</article>", lang="ar")
    ).articles
    assert article.language == "ar"


def test_reading_twice_is_the_same() -> None:
    html = page_of(f"{NAVIGATION}<article><h1>Ferry runs again</h1>{BODY}</article>")
    assert reading_of(html) == reading_of(html)


def test_a_body_that_only_json_ld_holds() -> None:
    body = "\\n\\n".join([FIRST, SECOND.replace("“", "'").replace("”", "'"), THIRD, FOURTH] * 2)
    head = f"""<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{body}"}}</script>"""
    (article,) = reading_of(
        page_of(f"<h1>Ferry runs again</h1><p>{FIRST}</p><p>Log in to read on.</p>", head)
    ).articles
    assert article.text.startswith(FIRST + "\n\n")
    assert article.text.count(FOURTH) == 2
    (article,) = reading_of(page_of("<h1>Ferry runs again</h1>", head)).articles
    assert article.title == "Ferry runs again"
