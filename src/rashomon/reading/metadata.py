"""Title, standfirst, byline, outlet, address, date and language that an HTML page gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urljoin, urlsplit

from rashomon import outlets
from rashomon.reading.html_lines import BIO, reason_of
from rashomon.reading.html_tree import Line, is_hidden, tag_of, visible_lines
from rashomon.reading.html_zones import named
from rashomon.reading.metadata_dates import address_date, iso_date, worded_date
from rashomon.reading.metadata_jsonld import Described, described_articles

_WORD = re.compile(r"\w+")
_SAVED = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S{1,500})\s*-->")
_SUFFIX = re.compile(r"\s+(?:[|•·»«›—–]|::|-{1,2})\s+")
_BY = re.compile(
    r"^\s*(?:by|von|par|por|di|door|av|af|text|words|written by|posted by|автор|текст|от)\b\s*:?\s+",
    re.I,
)
_NO_NAME = re.compile(
    r"https?://|www\.|@|\d{3}|^(?:admin|administrator|editor|editorial|staff|webmaster|guest|author|unknown|none|null)$",
    re.I,
)
_STANDFIRST = re.compile(
    r"standfirst|(?:^|[\s_-])(?:dek|deck|subtitle|subhead(?:line)?|sub-?title|sub-?head(?:line)?|strapline|excerpt|lede?|intro|chapo|vorspann|abstract)(?:$|[\s_-])",
    re.I,
)
_BY_LINE = re.compile(
    r"^\W*(?:[Bb]y|BY|[Ww]ords(?: by|:)|[Tt]ext:|[Aa]uthor:|[Ww]ritten by|[Ss]tory by|[Rr]eported by|[Vv]on|[Pp]ar|[Pp]or|[Аа]втор:?)\s+"
    r"(?P<who>[A-ZÀ-Þ][\w.'’-]+(?:,? (?:and |& |de |van |von )?[A-ZÀ-Þ][\w.'’-]*){1,6})"
    r"\s*(?:$|[|,·•–—-]|\d|(?:on|at|for|in)\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)",
)
_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:by-?line|author|auteur|autor|autore|writer)s?(?:$|[\s_-]|name)", re.I
)
_DATED = re.compile(r"publi|posted|date|time|created|byline|meta", re.I)
_UPDATED = re.compile(r"updat|modif|edited", re.I)
_MIDNIGHT = re.compile(r"T00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d{2}:?\d{2})?$")
_DATE_META = (
    "article:published_time", "og:article:published_time", "article:published", "published_time",
    "datepublished", "date_published", "publishdate", "publish-date", "publish_date", "publicationdate",
    "publication_date", "pubdate", "pub_date", "parsely-pub-date", "sailthru.date", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "dc.created",
    "rnews:datepublished", "cxenseparse:recs:publishtime", "bt:pubdate", "originalpublicationdate",
    "article_date_original", "article.published", "citation_publication_date", "citation_date",
    "og:published_time", "ptime", "displaydate", "release_date", "date",
)  # fmt: skip
_MAY_BE_AUTHOR = (
    ".//*[contains(@class, 'uth') or contains(@class, 'yline') or @rel='author' or "
    "contains(@itemprop, 'author')]"
)
# Of its words, so many must two titles share to be one title.
_SAME_TITLE = 0.5


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


class Head:
    """The page's meta elements and links, read once."""

    def __init__(self, tree: Any, address: str | None) -> None:
        self.meta: dict[str, str] = {}
        self.canonical: str | None = None
        base = address
        for node in tree.iter("meta", "link", "base"):
            tag = tag_of(node)
            if tag == "base" and node.get("href"):
                base = _join(address, node.get("href"))
            elif tag == "link" and (node.get("rel") or "").lower() == "canonical":
                self.canonical = self.canonical or node.get("href")
            elif tag == "meta":
                name = node.get("property") or node.get("name") or node.get("itemprop") or ""
                name = name or (
                    "language"
                    if (node.get("http-equiv") or "").lower() == "content-language"
                    else ""
                )
                value = " ".join((node.get("content") or "").split())
                if name and value:
                    self.meta.setdefault(name.lower().strip(), value)
        self.canonical = _http(_join(base, self.canonical))

    def first(self, *names: str) -> str | None:
        return next((self.meta[name] for name in names if name in self.meta), None)


def metadata(tree: Any, lines: Sequence[Line], body: str, address: str | None) -> Metadata:
    """What the page around `tree` says of its main article. `lines` are its visible text."""
    head = Head(tree, address)
    described = described_articles(tree)
    saved = _SAVED.search(body[:4096])
    url = _url(head, address or (saved.group(1) if saved else None))
    main = _main(described, url or head.canonical, head.first("og:title", "twitter:title"))
    site = _site_names(head, main)
    title = _title(tree, head, main, site)
    outlet = _outlet(url, site)
    published, basis = _published(tree, head, main, url, lines, title)
    return Metadata(
        title=title,
        standfirst=_standfirst(tree, head, main, lines, title),
        byline=_byline(tree, head, main, site) or _by_line(lines, title, site),
        outlet=outlet,
        url=url or main.url,
        canonical=head.canonical,
        published=published,
        published_basis=basis,
        language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
        or main.language or head.first("language", "og:locale", "dc.language"),
        body=main.body,
        described=described,
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
    found, basis = _stated(own.published), "JSON-LD datePublished"
    if not found:
        found, basis = _time_element(element, (), None), "<time>"
    url = _http(_join(page.url, href)) or own.url
    if not found:
        found, basis = address_date(url), "address"
    names = list(own.authors) or list(_authors_on_page(element))
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
        words = words_of(text)
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


def words_of(text: str | None) -> list[str]:
    """The words of `text` in lower case."""
    return _WORD.findall((text or "").casefold())


def likeness(a: str | None, b: str | None) -> float:
    """The share of the shorter's words that the longer has too, 0 to 1."""
    first, second = set(words_of(a)), set(words_of(b))
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0


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
        if likeness(best.headline, title) >= _SAME_TITLE:
            return best
    return described[0]


def _join(base: str | None, address: str | None) -> str | None:
    try:
        return urljoin(base or "", (address or "").strip()) or None
    except ValueError:
        return None


def _http(address: str | None) -> str | None:
    return address if address and re.match(r"https?://[^/\s]+\.[^/\s]+", address) else None


def _url(head: Head, address: str | None) -> str | None:
    """The canonical address, unless it is a site's front page and the page was another."""
    stated = [head.canonical, _http(head.first("og:url", "twitter:url"))]
    own = _http(address)
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
        found = outlets.known(_SUFFIX.split(name)[0])
        if found:
            return found
    if own:
        return outlets.canonical(own[0])
    return outlets.of_address(url or "") or next(iter(site), None)


def _title(tree: Any, head: Head, main: Described, site: list[str]) -> str | None:
    element = tree.find(".//title")
    given = [
        main.headline,
        head.first("og:title", "twitter:title", "dc.title", "citation_title", "parsely-title"),
        "".join(element.itertext()) if element is not None else None,
    ]
    stated = [
        _without_site(" ".join(title.split()), site) for title in given if title and title.strip()
    ]
    seen = [text for node in tree.iter("h1") if not is_hidden(node) if (text := _text(node))]
    lower = [text for node in tree.iter("h2", "h3") if (text := _text(node))][:20]
    shown = [
        text
        for text in seen
        if len(words_of(text)) >= 2 and any(likeness(text, one) >= _SAME_TITLE for one in stated)
    ] + [
        text
        for text in lower
        if len(words_of(text)) >= 3 and any(likeness(text, one) >= 0.9 for one in stated)
    ]
    if shown:
        # A site's name may stand in the first heading, and in the title too: the heading that
        # holds most of a title is the title.
        best = max(shown, key=lambda text: max(_coverage(text, one) for one in stated))
        first = shown[0]
        covered = max(_coverage(first, one) for one in stated)
        return _without_site(first if covered >= _SAME_TITLE else best, site)
    if stated:
        return stated[0]
    return seen[0] if seen else None


def _coverage(text: str, title: str) -> float:
    """The share of the title's words that `text` has."""
    words = set(words_of(title))
    return len(words & set(words_of(text))) / len(words) if words else 0.0


def _without_site(title: str, site: list[str]) -> str:
    """`title` without the outlet's name at its end or beginning."""
    for _ in range(3):
        parts = list(_SUFFIX.finditer(title))
        if not parts:
            return title
        head, tail = title[: parts[-1].start()], title[parts[-1].end() :]
        first, rest = title[: parts[0].start()], title[parts[0].end() :]
        if _is_site(tail, site) or (
            len(words_of(tail)) <= 2 < len(words_of(head)) and "|" in parts[-1].group()
        ):
            title = head
        elif _is_site(first, site):
            title = rest
        else:
            return title
    return title


def _is_site(text: str, site: list[str]) -> bool:
    folded = "".join(words_of(text))
    return bool(folded) and (
        outlets.known(text) is not None
        or any(folded in (name := "".join(words_of(one))) or name in folded for one in site if one)
    )


def _standfirst(
    tree: Any, head: Head, main: Described, lines: Sequence[Line], title: str | None
) -> str | None:
    """The summary under the title, where it is visible on the page and not the body's own words."""
    top = lines[:400]
    for line in top:
        block = line.block
        if (
            block is None
            or not 5 <= len(line.text.split()) <= 80
            or line.linked > len(line.text) / 2
        ):
            continue
        names = f"{block.get('class') or ''} {block.get('itemprop') or ''} {block.get('id') or ''}"
        parent = block.getparent()
        if parent is not None:
            names += f" {parent.get('class') or ''} {parent.get('itemprop') or ''}"
        if (
            _calls_standfirst(names)
            and likeness(line.text, title) < 0.9
            and not (BIO.search(line.text[:400]) or reason_of(line.text))
        ):
            return line.text
    for stated in (
        main.description,
        head.first("og:description", "description", "twitter:description"),
    ):
        wanted = words_of(stated)
        if len(wanted) < 5:
            continue
        for k, line in enumerate(top):
            if words_of(line.text) == wanted:
                # Many sites describe an article by its first paragraph, which is text.
                return None if _runs_on(lines, k) else line.text
    return None


@lru_cache(maxsize=20_000)
def _calls_standfirst(names: str) -> bool:
    return _STANDFIRST.search(names) is not None


def _runs_on(lines: Sequence[Line], k: int) -> bool:
    """Whether the line is one of a row of paragraphs."""
    parent = lines[k].block.getparent()
    return any(
        line.tag == lines[k].tag and line.block.getparent() is parent and len(line.text) > 80
        for line in lines[k + 1 : k + 6]
    )


def _byline(tree: Any, head: Head, main: Described, site: list[str]) -> str | None:
    stated = head.first(
        "author",
        "article:author",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "byl",
        "citation_author",
        "twitter:creator",
    )
    for names in (lambda: main.authors, lambda: [stated or ""], lambda: _authors_on_page(tree)):
        clean = [name for raw in names() if (name := clean_byline(raw, site))]
        if clean:
            return ", ".join(dict.fromkeys(clean))
    return None


def _by_line(lines: Sequence[Line], title: str | None, site: list[str]) -> str | None:
    """The name on a line near the title that says "By Ada Lark" and little else."""
    start = _title_line(lines, title)
    if start is None:
        return None
    for line in lines[start + 1 : start + 10]:
        match = _BY_LINE.match(line.text[:160])
        if match:
            return clean_byline(match["who"], site)
    return None


def _title_line(lines: Sequence[Line], title: str | None) -> int | None:
    """The first line that is the title."""
    wanted = words_of(title)
    for k, line in enumerate(lines):
        if (
            wanted
            and likeness(line.text, title) >= 0.9
            and len(words_of(line.text)) >= 0.6 * len(wanted)
        ):
            return k
    return None


def _authors_on_page(tree: Any) -> Iterator[str]:
    for node in tree.xpath(_MAY_BE_AUTHOR):
        marks = f"{node.get('class') or ''} {node.get('id') or ''}"
        wanted = (
            node.get("rel") == "author"
            or "author" in (node.get("itemprop") or "")
            or _BYLINE.search(marks)
        )
        if wanted and not is_hidden(node) and not _apart(node):
            inner = node.find('.//*[@itemprop="name"]')
            text = _text(inner if inner is not None else node)
            if text and len(text.split()) <= 8:
                yield text
                return


def clean_byline(raw: str, site: list[str]) -> str | None:
    """A person's or desk's name out of a byline; None for addresses, handles and the outlet."""
    name = _BY.sub("", " ".join(raw.split())).strip(" ,|·•-–—")
    name = re.split(r"\s+(?:[|•·–—]|-{1,2})\s+|\s*[|•·]\s*", name)[0].strip(" ,")
    if not name or len(name) > 120 or _NO_NAME.search(name) or len(name.split()) > 14:
        return None
    if any("".join(words_of(name)) == "".join(words_of(one)) for one in site):
        return None
    return name.title() if name.isupper() and len(name.split()) > 1 else name


def _published(
    tree: Any,
    head: Head,
    main: Described,
    url: str | None,
    lines: Sequence[Line],
    title: str | None,
) -> tuple[str | None, str | None]:
    """The date and what it stands on; first what is stated, then what is shown, then the address."""
    found = _stated(main.published)
    if found:
        return found, "JSON-LD datePublished"
    for name in _DATE_META:
        found = _stated(head.meta.get(name))
        if found:
            return found, f"meta {name}"
    for node in tree.xpath(".//*[contains(@itemprop, 'datePublished')]"):
        if tag_of(node):
            found = _stated(node.get("datetime") or node.get("content") or _text(node))
            if found:
                return found, "itemprop datePublished"
    for finder, basis in ((_time_element, "<time>"), (_date_line, "date line")):
        found = finder(tree, lines, title)
        if found:
            return found, basis
    found = address_date(url)
    return (found, "address") if found else (None, None)


def _stated(text: str | None) -> str | None:
    """A date from a machine-readable field; midnight sharp is how programs write a day."""
    text = " ".join((text or "").split())
    return iso_date(_MIDNIGHT.sub("", text) if _MIDNIGHT.search(text) else text)


def _time_element(tree: Any, lines: Sequence[Line], title: str | None) -> str | None:
    """The first <time> after the title that is not an update's; list pages have one a teaser."""
    times = [node for node in tree.iter("time") if not is_hidden(node)]
    if len(times) > 12:
        times = [node for node in times if _within(node, "article", "main") is not None][:3]
    for node in times:
        marks = " ".join((node.get("class") or "", node.get("itemprop") or "", _text(node)[:80]))
        parent = node.getparent()
        around = (parent.text or "") if parent is not None else ""
        if _UPDATED.search(marks) or _UPDATED.search(around) or _apart(node):
            continue
        found = _stated(node.get("datetime")) or worded_date(_text(node))
        if found:
            return found
    return None


def _date_line(tree: Any, lines: Sequence[Line], title: str | None) -> str | None:
    """A date on a short line of its own near the title."""
    start = _title_line(lines, title)
    if start is None:
        return None
    parent = lines[start].block.getparent()
    # A date over the title is the day of the visit, unless it stands in the title's own element.
    before = [
        line
        for line in reversed(lines[max(0, start - 4) : start])
        if line.block.getparent() is parent and not line.linked and line.tag != "header"
    ]
    for line in [*lines[start + 1 : start + 13], *before]:
        sentence = line.text.endswith((".", "!", "?")) and len(line.text.split()) > 6
        if len(line.text) > 90 or sentence or (line.zone and line.zone.reason == "comment"):
            continue
        if _UPDATED.search(line.text) and not re.search("publi|posted", line.text, re.IGNORECASE):
            continue
        found = worded_date(line.text)
        if found:
            return found
    return None


def _apart(node: Any) -> bool:
    """Whether an element stands in a form, a comment, a promotion, the page's head or foot."""
    while node is not None:
        tag = tag_of(node)
        if tag in ("form", "footer", "nav", "aside"):
            return True
        if tag in ("body", "html", "article", "main"):
            return False
        names = f"{node.get('class') or ''} {node.get('id') or ''}"
        if names != " " and named(names) in ("comment", "promo"):
            return True
        node = node.getparent()
    return False


def _within(node: Any, *tags: str) -> Any | None:
    while node is not None:
        if tag_of(node) in tags:
            return node
        node = node.getparent()
    return None


def _text(node: Any) -> str:
    """The words of an element, without those of scripts and styles in it."""
    if next(node.iter("script", "style", "noscript"), None) is None:
        return " ".join("".join(node.itertext()).split())
    return " ".join(" ".join(line.text for line in visible_lines(node)).split())
