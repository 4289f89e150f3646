"""Title, byline, outlet, address and date of invented pages."""

from __future__ import annotations

import pytest

from rashomon.model import Article, Page
from rashomon.reading import read
from rashomon.reading.metadata_dates import address_date, iso_date, worded_date

BODY = "".join(
    f"<p>{text}</p>"
    for text in (
        "The ferry between Aldermoor and Quillmoor will run again from Monday, the harbour board said.",
        "“We have waited long enough,” said Ada Finch, who chairs the board, after a vote on Tuesday.",
        "The crossing was closed in March, when a storm tore the northern pier from its piles.",
        "Fares will rise by a tenth in June to pay for the repairs, which cost 1.4 million crowns.",
    )
)


def article_of(
    head: str = "", body: str = "", address: str | None = None, title: str = ""
) -> Article:
    html = f"<html lang='en-GB'><head><title>{title or 'Ferry runs again'}</title>{head}</head><body>{body or '<h1>Ferry runs again</h1>' + BODY}</body></html>"
    (article,) = read(Page("1p", "p", "text/html", None, html, address)).articles
    return article


def json_ld(text: str) -> str:
    return f"<script type='application/ld+json'>{text}</script>"


GRAPH = json_ld(
    """{"@context": "https://schema.org", "@graph": [
    {"@type": "WebSite", "@id": "https://lantern.example/#site", "name": "The Quillmoor Lantern"},
    {"@type": "Person", "@id": "https://lantern.example/#ada", "name": "Ada Lark"},
    {"@type": ["NewsArticle"], "headline": "Ferry runs again", "datePublished": "2025-08-07T14:05:00+02:00",
     "dateModified": "2025-08-09T10:00:00Z", "author": {"@id": "https://lantern.example/#ada"},
     "publisher": {"@id": "https://lantern.example/#site"}, "url": "https://lantern.example/ferry"},
    {"@type": "NewsArticle", "headline": "Another story", "datePublished": "2024-01-01"}]}"""
)


def test_json_ld_graph_with_references() -> None:
    article = article_of(GRAPH)
    assert article.title == "Ferry runs again"
    assert article.byline == "Ada Lark"
    assert article.outlet == "The Quillmoor Lantern"
    assert article.url == "https://lantern.example/ferry"
    assert article.published == "2025-08-07T14:05+02:00"
    assert article.published_basis == "JSON-LD datePublished"


@pytest.mark.parametrize(
    "broken",
    [
        '<!-- {"@type": "NewsArticle", "datePublished": "2025-08-07"} -->',
        '{"@type": "NewsArticle", "datePublished": "2025-08-07",}',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "a\nb", "datePublished": "2025-08-07"}\n//]]>',
        '[{"@type": "BreadcrumbList"}, {"@type": "ReportageNewsArticle", "datePublished": ["2025-08-07"]}]',
        '{"@type": "WebPage", "mainEntity": {"@type": "Article", "datePublished": "2025-08-07T00:00:00+00:00"}}',
    ],
)
def test_json_ld_as_sites_write_it(broken: str) -> None:
    assert article_of(json_ld(broken)).published == "2025-08-07"


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "null",
        "[[[]]]",
        '{"@type": 3}',
        '{"@type": "Article", "author": {"name": {}}}',
        "[" * 5000,
    ],
)
def test_json_ld_that_says_nothing(text: str) -> None:
    assert article_of(json_ld(text)).published is None


def test_an_update_is_no_publication() -> None:
    assert (
        article_of(json_ld('{"@type": "NewsArticle", "dateModified": "2025-08-09"}')).published
        is None
    )
    body = (
        f"<h1>Ferry runs again</h1><p>Updated <time datetime='2025-08-09'>9 August</time></p>{BODY}"
    )
    assert article_of(body=body).published is None


@pytest.mark.parametrize(
    ("head", "body", "address", "published", "basis"),
    [
        (
            "<meta property='article:published_time' content='2025-08-07T10:00:00Z'>",
            "",
            None,
            "2025-08-07T10:00Z",
            "meta article:published_time",
        ),
        (
            "<meta name='parsely-pub-date' content='2025-08-07'>",
            "",
            None,
            "2025-08-07",
            "meta parsely-pub-date",
        ),
        (
            "",
            f"<h1>Ferry runs again</h1><time datetime='2025-08-07T09:30+0200'>x</time>{BODY}",
            None,
            "2025-08-07T09:30+02:00",
            "<time>",
        ),
        (
            "",
            f"<h1>Ferry runs again</h1><span itemprop='datePublished' content='2025-08-07'></span>{BODY}",
            None,
            "2025-08-07",
            "itemprop datePublished",
        ),
        (
            "",
            f"<h1>Ferry runs again</h1><div>By Ada Lark · August 7, 2025</div>{BODY}",
            None,
            "2025-08-07",
            "date line",
        ),
        ("", "", "https://lantern.example/2025/08/07/ferry", "2025-08-07", "address"),
        ("", "", None, None, None),
        ("<meta name='date' content='07/08/2025'>", "", None, None, None),
        (
            "<meta name='date' content='soon'>",
            "",
            "https://lantern.example/2025/99/07/f",
            None,
            None,
        ),
    ],
)
def test_dates_and_what_they_stand_on(
    head: str, body: str, address: str | None, published: str | None, basis: str | None
) -> None:
    article = article_of(head, body, address)
    assert (article.published, article.published_basis) == (published, basis)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2025-08-07T14:05:00+02:00", "2025-08-07T14:05+02:00"),
        ("Thu, 07 Aug 2025 23:30:00 -0400", "2025-08-07T23:30-04:00"),
        ("Aug. 7, 2025 2:05 p.m. EDT", "2025-08-07T14:05-04:00"),
        ("2025-08-07 14:05", "2025-08-07"),  # an hour without a zone is no instant
        ("20250807T140500Z", "2025-08-07T14:05Z"),
        ("7 août 2025", "2025-08-07"),
        ("7. März 2025", "2025-03-07"),
        ("7 de agosto de 2025", "2025-08-07"),
        ("7 серпня 2025", "2025-08-07"),
        ("2025年8月7日", "2025-08-07"),
        ("13/08/2025", "2025-08-13"),
        ("08/13/2025", "2025-08-13"),
        ("07.08.2025", "2025-08-07"),
        ("2025-08", "2025-08"),
        ("2025", "2025"),
        ("07/08/2025", None),
        ("2025-02-30", None),
        ("32 Aug 2025", None),
        ("8 Octopus 2025", None),
        ("two days ago", None),
        ("", None),
        ("9" * 5000, None),
        (None, None),
    ],
)
def test_iso_date(text: str | None, iso: str | None) -> None:
    assert iso_date(text) == iso


def test_dates_in_lines_and_addresses() -> None:
    assert worded_date("Published on Thursday, 7 August 2025 at the harbour") == "2025-08-07"
    assert worded_date("By Ada Lark | 12 comments") is None
    assert address_date("https://a.example/world/2025/aug/07/ferry") == "2025-08-07"
    assert address_date("https://a.example/2025-08-07-ferry.html") == "2025-08-07"
    assert address_date("https://a.example/ferry-20258") is None
    assert address_date(None) is None


@pytest.mark.parametrize(
    ("title", "head"),
    [
        (
            "Ferry runs again | The Quillmoor Lantern",
            "<meta property='og:site_name' content='The Quillmoor Lantern'>",
        ),
        (
            "The Quillmoor Lantern - Ferry runs again",
            "<meta property='og:site_name' content='Quillmoor Lantern'>",
        ),
        ("Ferry runs again – World – BBC News", ""),
    ],
)
def test_titles_lose_the_sites_name(title: str, head: str) -> None:
    article = article_of(head, f"<div>{BODY}</div>", title=title)
    assert article.title in ("Ferry runs again", "Ferry runs again – World")


def test_the_shown_title_wins_over_the_social_one() -> None:
    head = "<meta property='og:title' content='The ferry runs again — here is why it took so long'>"
    article = article_of(head, f"<div>The Lantern</div><h1>Ferry runs again</h1>{BODY}")
    assert article.title == "Ferry runs again"


def test_a_standfirst_is_visible_text() -> None:
    head = "<meta name='description' content='After months of storms, boats cross once more'>"
    assert article_of(head).standfirst is None
    body = f"<h1>Ferry runs again</h1><h2>After months of storms, boats cross once more</h2><div>{BODY}</div>"
    article = article_of(head, body)
    assert article.standfirst == "After months of storms, boats cross once more"
    assert "After months" not in article.text
    body = f"<h1>Ferry runs again</h1><p class='article__standfirst'>After five months the boats cross once more</p><div>{BODY}</div>"
    assert article_of("", body).standfirst == "After five months the boats cross once more"


def test_a_description_that_is_the_first_paragraph_is_text() -> None:
    first = "The ferry between Aldermoor and Quillmoor will run again from Monday, the harbour board said."
    article = article_of(f"<meta name='description' content='{first}'>")
    assert article.standfirst is None
    assert article.text.startswith(first)


@pytest.mark.parametrize(
    ("markup", "byline"),
    [
        ("<p class='byline'>By <a rel='author' href='/a'>Ada Lark</a></p>", "Ada Lark"),
        ("<span class='author-name'>ADA LARK AND JO PIKE</span>", "Ada Lark And Jo Pike"),
        ("<div class='author'>Von Jürgen Öhl | Hafen</div>", "Jürgen Öhl"),
        ("<div class='author'><script>var a = 1</script>Ada Lark</div>", "Ada Lark"),
        ("<form><label class='author'>Name (required)</label></form>", None),
        ("<span class='author'>admin</span>", None),
        ("<span class='author'>https://lantern.example/ada</span>", None),
    ],
)
def test_bylines(markup: str, byline: str | None) -> None:
    assert article_of(body=f"<h1>Ferry runs again</h1>{markup}{BODY}").byline == byline


@pytest.mark.parametrize(
    ("head", "address", "outlet"),
    [
        ("", "https://www.rt.com/news/1/", "RT"),
        ("<meta property='og:site_name' content='Russia Today'>", None, "RT"),
        (
            "<meta property='og:site_name' content='The Quillmoor Lantern'>",
            "https://lantern.example/1",
            "The Quillmoor Lantern",
        ),
        ("", "https://www.lantern.example/1", "lantern.example"),
        (
            json_ld(
                '{"@type":"NewsArticle","headline":"x","publisher":{"name":"Associated Press"}}'
            ),
            "https://lantern.example/1",
            "lantern.example",
        ),
        ("", None, None),
    ],
)
def test_outlets(head: str, address: str | None, outlet: str | None) -> None:
    assert article_of(head, "", address).outlet == outlet


def test_addresses() -> None:
    canonical = "<link rel='canonical' href='/ferry'>"
    assert (
        article_of(canonical, "", "https://lantern.example/ferry?utm=1").url
        == "https://lantern.example/ferry"
    )
    # A front page named as canonical is not the article's address.
    front = "<link rel='canonical' href='https://lantern.example/'>"
    assert (
        article_of(front, "", "https://lantern.example/ferry").url
        == "https://lantern.example/ferry"
    )
    away = "<link rel='canonical' href='https://gazette.example/first/ferry'>"
    article = article_of(away, "", "https://lantern.example/ferry")
    assert [(row.kind, row.value) for row in article.provenance] == [
        ("canonical", "https://gazette.example/first/ferry")
    ]


def test_ages_and_partial_dates_are_hints_where_no_date_is_known() -> None:
    article = article_of(body=f"<h1>Ferry runs again</h1><div>Lantern · 2 days ago</div>{BODY}")
    assert article.published is None
    assert ("age", "P2D") in {(hint.kind, hint.value) for hint in article.hints}
    article = article_of(body=f"<h1>Ferry runs again</h1><div>Aug. 7</div>{BODY}")
    assert ("partial", "--08-07") in {(hint.kind, hint.value) for hint in article.hints}
    dated = "<h1>Ferry runs again</h1><div>7 August 2025</div><div>2 days ago</div>"
    assert not article_of(body=dated + BODY).hints


def test_bylines_and_dates_over_the_body_are_no_text() -> None:
    over = (
        "<h1>Ferry runs again</h1><p>Categories Harbour Ferries Weather</p>"
        "<address>Ada Lark-Moor in Port Quill</address><p>By Ada Lark-Moor and Bo Finch</p>"
        "<time datetime='2031-05-12T06:40:00Z'>12 May 2031, 06:40</time><p>Updated: 07:10 GMT</p>"
    )
    article = article_of(
        "<meta name='author' content='Ada Lark-Moor'>", f"<article>{over}{BODY}</article>"
    )
    assert article.text.startswith("The ferry between Aldermoor")
    assert article.byline == "Ada Lark-Moor"


def test_a_first_sentence_with_a_date_and_the_author_stays() -> None:
    lead = "<p>On 12 May 2031 Ada Lark-Moor took the ferry.</p>"
    article = article_of(
        "<meta name='author' content='Ada Lark-Moor'>",
        f"<article><h1>Ferry runs again</h1>{lead}{BODY}</article>",
    )
    assert article.text.startswith("On 12 May 2031")


def test_a_note_of_a_change_at_the_end_is_kept_as_provenance() -> None:
    note = "<p>This article was updated on 13 May with the fares.</p>"
    article = article_of("", f"<article><h1>Ferry runs again</h1>{BODY}{note}</article>")
    assert "updated" not in article.text
    assert [row.kind for row in article.provenance] == ["updated"]


@pytest.mark.parametrize(
    ("modified", "kept"),
    [
        ("2031-05-12T08:05:00+01:00", ["2031-05-12T08:05+01:00"]),
        ("2031-05-12T06:40:00Z", []),
        ("2031-05-12", []),
        ("2031-05-14", ["2031-05-14"]),
        ("2031-05-12T01:00:00+02:00", []),
        ("soon", []),
    ],
)
def test_the_time_of_a_change_is_kept_where_it_is_later(modified: str, kept: list[str]) -> None:
    article = article_of(
        "<meta property='article:published_time' content='2031-05-12T06:40:00Z'>"
        f"<meta property='article:modified_time' content='{modified}'>"
    )
    assert [row.value for row in article.provenance if row.kind == "updated"] == kept


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Опубликовано 16 мая 2031, 10:20", "2031-05-16"),
        ("16 серпня 2031, 12:30", "2031-08-16"),
        ("16 дек. 2031", "2031-12-16"),
        ("16 жовт. 2031", "2031-10-16"),
        ("Freitag, 16. März 2031, 14:30 Uhr", "2031-03-16"),
        ("Publié le 16 févr. 2031 à 10h20", "2031-02-16"),
        ("1er août 2031", "2031-08-01"),
        ("16 de mayo de 2031", "2031-05-16"),
        ("2031年5月16日 08:30", "2031-05-16"),
    ],
)
def test_dates_in_other_languages(line: str, day: str) -> None:
    html = f"<h1>Quay opens after the storm</h1><div>{line}</div>{BODY}"
    assert article_of(body=html, title="Quay opens after the storm").published == day


@pytest.mark.parametrize(
    "line",
    ["Обновлено 17 мая 2031", "Оновлено 17 травня 2031", "Aktualisiert am 17. Mai 2031",
     "Mis à jour le 17 mai 2031", "Actualizado el 17 de mayo de 2031", "更新时间 2031年5月17日"],
)  # fmt: skip
def test_the_day_of_an_update_is_not_the_day_of_publication(line: str) -> None:
    html = f"<h1>Quay opens after the storm</h1><div>{line}</div>{BODY}"
    assert article_of(body=html, title="Quay opens after the storm").published is None
    later = f"{html}<div>First published on May 16, 2031 01:38 pm</div>"
    assert article_of(body=later, title="Quay opens after the storm").published == "2031-05-16"


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("<span>By </span><a href=/a>Ada Finch</a><span>Staff Writer </span>", "Ada Finch"),
        ("<a href=/a>Ada Finch</a><a href=/more><span>View More Articles</span></a>", "Ada Finch"),
        ("By <a href=/a>Ada Finch</a> and <a href=/b>Bo Weir</a>", "Ada Finch, Bo Weir"),
        ("<a href=/a>Tidewire</a> <time>16 May 2031 7:03 AM</time>", "Tidewire"),
        ("By Ada Finch, Staff Writer", "Ada Finch"),
        ("By Ada Finch, Friday, 16 May 2031 08:05 GMT", "Ada Finch"),
    ],
)
def test_names_of_authors_without_what_stands_beside_them(byline: str, names: str) -> None:
    html = f"<h1>Quay opens after the storm</h1><div class=author-line>{byline}</div>{BODY}"
    assert article_of(body=html, title="Quay opens after the storm").byline == names


def test_a_lead_close_under_the_title_is_the_standfirst() -> None:
    lead = "Bo Weir, who chairs the board, paid for the new railing himself."
    html = (
        f"<article><h1>Quay opens after the storm</h1><p class=summary>{lead}</p>{BODY}</article>"
    )
    assert article_of(body=html, title="Quay opens after the storm").standfirst == lead
    far = f"<article><h1>Quay opens after the storm</h1>{BODY}{BODY}{BODY}<p class=summary>{lead}</p></article>"
    assert article_of(body=far, title="Quay opens after the storm").standfirst is None
