"""When an HTML article was published: stated, then shown, then in the address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from rashomon.reading.html_tree import Line, is_hidden, tag_of
from rashomon.reading.metadata_dates import address_date, iso_date, worded_date
from rashomon.reading.metadata_head import Head, element_text, set_apart, title_line
from rashomon.reading.metadata_jsonld import Described

# In the languages of the press that are commonest, as are the words for publication below.
_UPDATED = re.compile(
    r"updat|modif|edited|обновл|изменен|оновл|змінен|aktualis|geändert|mis à jour|mise à jour|"
    r"actualiz|atualiz|aggiorn|bijgewerkt|uppdater|oppdater|opdater|zaktualiz|更新|修改|修订",
    re.I,
)
_PUBLISHED = re.compile(
    r"publi|posted|입력|등록|公開|投稿|опублик|опублік|размещен|veröffentlicht|erstellt|gepubliceerd|publicerad|发布|发表|發佈",
    re.I,
)
# The same at the beginning of a line that stands anywhere on the page.
_PUBLISHED_ON = re.compile(
    r"\W*(?:first |erst)?(?:published|posted|publié|publicado|pubblicato|veröffentlicht|опубликовано|опубліковано|发布时间|发表时间|기사입력|입력|등록|公開日|投稿日)\b",
    re.I,
)

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


def published_of(
    tree: Any,
    head: Head,
    main: Described,
    url: str | None,
    lines: Sequence[Line],
    title: str | None,
) -> tuple[str | None, str | None]:
    """The date and what it stands on; first what is stated, then what is shown, then the address."""
    found = stated_date(main.published)
    if found:
        return found, "JSON-LD datePublished"
    for name in _DATE_META:
        found = stated_date(head.meta.get(name))
        if found:
            return found, f"meta {name}"
    for node in tree.xpath(".//*[contains(@itemprop, 'datePublished')]"):
        if tag_of(node):
            found = stated_date(node.get("datetime") or node.get("content") or element_text(node))
            if found:
                return found, "itemprop datePublished"
    for finder, basis in (
        (time_element, "<time>"),
        (_instant, "attribute"),
        (_date_line, "date line"),
    ):
        found = finder(tree, lines, title)
        if found:
            return found, basis
    found = address_date(url)
    return (found, "address") if found else (None, None)


_MODIFIED_META = (
    "article:modified_time", "og:article:modified_time", "article:modified", "og:updated_time",
    "datemodified", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod",
)  # fmt: skip


def modified_of(head: Head, main: Described, published: str | None) -> str | None:
    """When the page says that its article was last changed, where that is after `published`."""
    for stated in (main.modified, *(head.meta.get(name) for name in _MODIFIED_META)):
        if stated and published and (found := stated_date(stated)) and _later(found, published):
            return found
    return None


def _later(one: str, other: str) -> bool:
    """Whether a date is surely after another; a day is no later than a time within it."""
    try:
        first, second = datetime.fromisoformat(one), datetime.fromisoformat(other)
    except ValueError:
        return one[:4] > other[:4]
    if len(one) > 10 and len(other) > 10 and (first.tzinfo is None) is (second.tzinfo is None):
        return first > second
    return first.date() > second.date()


def stated_date(text: str | None) -> str | None:
    """A date from a machine-readable field; midnight sharp is how programs write a day."""
    text = " ".join((text or "").split())
    return iso_date(_MIDNIGHT.sub("", text) if _MIDNIGHT.search(text) else text)


def time_element(tree: Any, lines: Sequence[Line], title: str | None) -> str | None:
    """The first <time> after the title that is not an update's; list pages have one a teaser."""
    times = [node for node in tree.iter("time") if not is_hidden(node)]
    if len(times) > 12:
        times = [
            node
            for node in times
            if any(tag_of(up) in ("article", "main") for up in node.iterancestors())
        ][:3]
    for node in times:
        marks = " ".join(
            (node.get("class") or "", node.get("itemprop") or "", element_text(node)[:80])
        )
        parent = node.getparent()
        around = (parent.text or "") if parent is not None else ""
        if _UPDATED.search(marks) or _UPDATED.search(around) or set_apart(node):
            continue
        found = stated_date(node.get("datetime")) or worded_date(element_text(node))
        if found:
            return found
    return None


# Attributes in which pages keep the instant of a day that they show in words, or of an age.
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}")
_DATED = re.compile(r"time|date|ago|publish|creat|issued", re.I)


def _instant(tree: Any, lines: Sequence[Line], title: str | None) -> str | None:
    """A whole instant in an attribute of an element that is named after a time."""
    for node in tree.xpath(
        "(.//@title | .//@content | .//@data-datetime | .//@data-time | .//@data-date)/.."
    ):
        if tag_of(node) == "meta" or is_hidden(node):
            continue
        marks = (
            f"{node.get('class') or ''} {node.get('property') or ''} {node.get('itemprop') or ''}"
        )
        if not _DATED.search(marks) or _UPDATED.search(marks) or set_apart(node):
            continue
        for name in ("title", "content", "data-datetime", "data-time", "data-date"):
            value = node.get(name) or ""
            if _INSTANT.match(value) and (found := stated_date(value)):
                return found
    return None


def _date_line(tree: Any, lines: Sequence[Line], title: str | None) -> str | None:
    """A date on a short line of its own near the title."""
    day_first = _day_first(tree)
    start = title_line(lines, title)
    if start is None:
        return _published_line(lines, day_first)
    parent = lines[start].block.getparent()
    # A date over the title is the day of the visit, unless it stands in the title's own element or
    # says that it is the day of publication.
    before = [
        line
        for line in reversed(lines[max(0, start - 4) : start])
        if (line.block.getparent() is parent and not line.linked and line.tag != "header")
        or _PUBLISHED.search(line.text[:90])
    ]
    for line in [*lines[start + 1 : start + 13], *before]:
        sentence = line.text.endswith((".", "!", "?")) and len(line.text.split()) > 6
        if len(line.text) > 90 or sentence or (line.zone and line.zone.reason == "comment"):
            continue
        if _UPDATED.search(line.text) and not _PUBLISHED.search(line.text):
            continue
        found = worded_date(line.text, day_first)
        if found:
            return found
    return _published_line(lines[start:], day_first)


def _published_line(lines: Sequence[Line], day_first: bool) -> str | None:
    """The date of the first line that begins with a word for publication."""
    for line in lines:
        if len(line.text) > 90 or not _PUBLISHED_ON.match(line.text):
            continue
        part = line.zone.reason if line.zone else None
        known = part not in ("comment", "promo", "embed")
        if known and (found := worded_date(line.text, day_first)):
            return found
    return None


# Languages whose press writes the day before the month in 07/08/2025; English is written both ways.
_DAY_FIRST = frozenset(
    "de fr es it pt nl ru uk be pl cs sk sl hr sr bs mk bg ro el tr da nb no nn fi ca gl eu sq id ms vi "
    "ar he hi bn ur th en-gb en-ie en-au en-nz en-in en-za".split()
)


def _day_first(tree: Any) -> bool:
    """Whether the page says that it is in a language in which the day stands first."""
    language = (
        tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    ).lower()
    return language in _DAY_FIRST or language.replace("_", "-").partition("-")[0] in _DAY_FIRST
