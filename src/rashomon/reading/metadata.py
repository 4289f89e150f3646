"""Title, standfirst, byline, outlet, address, date and language that an HTML page gives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from rashomon import outlets
from rashomon.reading.html_tree import Line, words_of
from rashomon.reading.metadata_byline import authors_on_page, byline_of, clean_byline
from rashomon.reading.metadata_dates import address_date, worded_date
from rashomon.reading.metadata_head import Head, http_address, join_address, likeness
from rashomon.reading.metadata_jsonld import Described, described_articles
from rashomon.reading.metadata_published import modified_of, published_of, stated_date, time_element
from rashomon.reading.metadata_standfirst import standfirst_of
from rashomon.reading.metadata_title import SAME_TITLE, SITE_SEPARATOR, title_of

_SAVED = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S{1,500})\s*-->")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of its main article; dates are ISO 8601."""

    title: str | None
    standfirst: str | None
    byline: str | None
    outlet: str | None
    url: str | None
    canonical: str | None
    published: str | None
    published_basis: str | None
    language: str | None
    body: str | None
    described: tuple[Described, ...]
    modified: str | None = None


def metadata(tree: Any, lines: Sequence[Line], body: str, address: str | None) -> Metadata:
    """What the page around `tree` says of its main article. `lines` are its visible text."""
    head = Head(tree, address)
    described = described_articles(tree)
    saved = _SAVED.search(body[:4096])
    url = _url(head, address or (saved.group(1) if saved else None))
    main = _main(described, url or head.canonical, head.first("og:title", "twitter:title"))
    site = _site_names(head, main)
    title = title_of(tree, head, main, lines, site)
    outlet = _outlet(url, site)
    published, basis = published_of(tree, head, main, url, lines, title)
    return Metadata(
        title=title,
        standfirst=standfirst_of(tree, head, main, lines, title),
        byline=byline_of(tree, head, main, lines, title, site),
        outlet=outlet,
        url=url or main.url,
        canonical=head.canonical,
        published=published,
        published_basis=basis,
        language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
        or main.language or head.first("language", "og:locale", "dc.language"),
        body=main.body,
        described=described,
        modified=modified_of(head, main, published),
    )  # fmt: skip


def block_metadata(
    element: Any, lines: Sequence[Line], heading: int | None, href: str | None, page: Metadata
) -> Metadata:
    """What a block of a page with several articles says of its own one."""
    title = lines[heading].text if heading is not None else None
    own = next(
        (row for row in page.described if title and likeness(row.headline, title) >= 0.9),
        Described(),
    )
    found, basis = stated_date(own.published), "JSON-LD datePublished"
    if not found:
        found, basis = time_element(element, (), None), "<time>"
    url = http_address(join_address(page.url, href)) or own.url
    if not found:
        found, basis = address_date(url), "address"
    names = list(own.authors) or list(authors_on_page(element))
    byline = ", ".join(name for raw in names if (name := clean_byline(raw, [page.outlet or ""])))
    return Metadata(
        title=title,
        standfirst=None,
        byline=byline or None,
        outlet=page.outlet,
        url=url,
        canonical=None,
        published=found,
        published_basis=basis if found else None,
        language=page.language,
        body=None,
        described=(),
    )


# Lines over an article that hold its title, standfirst, byline or date are its own.
_HEAD_LINES = 14


def head_lines(lines: Sequence[Line], about: Metadata, start: int) -> dict[int, str]:
    """Lines near `start` by index whose words are in the article's other fields, and which."""
    found: dict[int, str] = {}
    by = set(words_of(about.byline))
    title = words_of(about.title)
    for k in range(max(0, start - _HEAD_LINES), min(len(lines), start + _HEAD_LINES)):
        text = lines[k].text
        words = lines[k].words
        if title and words == title:
            found[k] = "title"
        elif about.standfirst and text == about.standfirst:
            found[k] = "standfirst"
        elif by and len(text) < 120 and by <= set(words):
            found[k] = "byline"
        elif (
            about.published
            and len(text) < 90
            and (worded_date(text) or "")[:10] == about.published[:10]
        ):
            found[k] = "date"
    return found


def _main(described: tuple[Described, ...], url: str | None, title: str | None) -> Described:
    """The description of the page's own article: by address, then by title, then the first."""
    if not described:
        return Described()
    path = urlsplit(url or "").path.rstrip("/")
    if path:
        for row in described:
            if urlsplit(row.url or "").path.rstrip("/") == path:
                return row
    if title and len(described) > 1:
        best = max(described, key=lambda row: likeness(row.headline, title))
        if likeness(best.headline, title) >= SAME_TITLE:
            return best
    return described[0]


def _url(head: Head, address: str | None) -> str | None:
    """The canonical address, unless it is a site's front page and the page was another."""
    stated = [head.canonical, http_address(head.first("og:url", "twitter:url"))]
    own = http_address(address)
    for candidate in stated:
        if candidate and (urlsplit(candidate).path.strip("/") or urlsplit(candidate).query):
            return candidate
    return own or next((candidate for candidate in stated if candidate), None)


def _site_names(head: Head, main: Described) -> list[str]:
    names = [
        head.first("og:site_name"),
        main.publisher,
        head.first("application-name", "publisher", "dc.publisher", "cre"),
    ]
    return [name for name in names if name and len(name) <= 60 and not name.startswith("http")]


def _outlet(url: str | None, site: list[str]) -> str | None:
    """The outlet: by the address where the table has it, then by what the site calls itself."""
    row = outlets.at_address(url or "")
    if row is not None and row.kind != "platform":
        return row.name
    # A site that names an agency as its publisher passes the agency's words on.
    own = [name for name in site if not outlets.agency(name)]
    for name in own:
        found = outlets.known(SITE_SEPARATOR.split(name)[0])
        if found:
            return found
    if own:
        return outlets.of_site(own[0], url)
    return outlets.of_address(url or "") or next(iter(site), None)
