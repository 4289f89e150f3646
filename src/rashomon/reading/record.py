"""Records: one article as JSON, from a feed's entry or a line of JSON Lines."""

from __future__ import annotations

import json
import re

from rashomon import outlets
from rashomon.model import Article, ArticleKind, Page, Reading, Rejected, content_id
from rashomon.reading.html_plain import plain_text
from rashomon.reading.language import detect
from rashomon.reading.metadata_dates import iso_date
from rashomon.reading.metadata_hints import dated

_MARKUP = re.compile(r"</?(?:p|br|div|a|strong|em|b|i|span|ul|li|blockquote)\b[^<>]*>", re.I)
_TRAILER = re.compile(r"\n+\s*The post .{1,300} (?:first )?appeared (?:first )?on .{1,100}\.?\s*$")


def read_record(page: Page) -> Reading:
    """The article of a record page.

    Keys of the record, all optional strings: url, outlet, title, text or html, summary, byline,
    published, id, language. With text or html it is an article; with a summary only, a teaser;
    an id that is given is kept as the article's.
    """
    record = _load(page.body)
    if record is None:
        return Reading(page.id, "", (), (Rejected(page.id, None, "reading", "unreadable"),))
    text, plain = record.get("text", "").strip(), True
    if not text and record.get("html"):
        text, plain = plain_text(record["html"]), False
    elif len(_MARKUP.findall(text[:20_000])) >= 3:
        text, plain = plain_text(text), False
    trailer = _TRAILER.search(text)
    rejected: tuple[Rejected, ...] = ()
    full, whole = text, (0, len(text))
    if trailer:
        text = text[: trailer.start()].rstrip()
        rejected = (Rejected(page.id, (trailer.start(), len(full)), "reading", "furniture"),)
        whole = (0, len(text))
    summary = plain_text(record.get("summary", ""))
    kind: ArticleKind = "article"
    if not text:
        kind, text, full = "teaser", summary, summary
        plain, whole, rejected = True, (0, len(summary)), ()
    title = " ".join(plain_text(record.get("title", "")).split()) or None
    if not text and not title:
        return Reading(page.id, "", (), (Rejected(page.id, None, "reading", "too short"),))
    url = record.get("url") or page.address
    outlet = record.get("outlet")
    published = iso_date(record.get("published"))
    published, basis, hints = dated(
        [record.get("published", "")],
        text.split("\n")[0],
        published,
        "the record" if published else None,
    )
    article = Article(
        id=record.get("id") or content_id("article", page.id, "0", text),
        page_id=page.id,
        kind=kind,
        title=title,
        standfirst=summary if kind == "article" and summary and summary in text[:2000] else None,
        byline=" ".join(record.get("byline", "").split()) or None,
        outlet=outlets.of_site(outlet, url) if outlet else outlets.of_address(url or ""),
        url=url,
        published=published,
        published_basis=basis,
        language=detect(text or title or "", record.get("language")),
        text=text,
        ranges=(whole,) if plain and text else () if plain else None,
        hints=hints,
    )
    return Reading(page.id, full, (article,), rejected)


def _load(body: str) -> dict[str, str] | None:
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict):
        return None
    return {str(key): text for key, text in value.items() if isinstance(text, str)}
