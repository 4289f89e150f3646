"""RSS, RDF, Atom and JSON Feed files: each entry becomes a page of media type application/json.

Entries are read with lxml and their dates kept as they are written: feed libraries turn a date
without a time into midnight, and one that they cannot read into a time near now. feedparser
helps where lxml finds no entry.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from rashomon.intake.decode import decode, without_surrogates
from rashomon.intake.make import Item
from rashomon.intake.records import canonical_record, record_page
from rashomon.intake.settings import FULL_DESCRIPTION_WORDS

_MARKUP = re.compile(r"<(?:p|br|div|a|img|b|i|em|strong|ul|ol|h\d|span|figure|blockquote)\b", re.I)
_TAGS = re.compile(r"<[^>]{0,2000}>")
_CUT = re.compile(r"(?:\[\s*(?:…|\.\.\.|&hellip;|&#8230;)\s*\]|…|\.\.\.)\s*$")
_ENTITIES = re.compile(rb"<!DOCTYPE[^>\[]{0,300}\[.*?\]\s*>", re.IGNORECASE | re.DOTALL)
_CONTROLS = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def feed_entries(origin: str, data: bytes, fetched: str | None) -> Iterator[Item]:
    """A page for each entry of the XML feed in `data`; none where it holds no entry."""
    records = list(_read_xml(data)) or list(_read_loosely(data))
    for number, record in enumerate(records, 1):
        yield record_page(f"{origin}#{number}", record, fetched)


def json_feed_entries(origin: str, feed: dict[str, Any], fetched: str | None) -> Iterator[Item]:
    """A page for each item of a JSON Feed (jsonfeed.org, versions 1 and 1.1)."""
    outlet = feed.get("title")
    rows = feed.get("items")
    for number, item in enumerate(rows if isinstance(rows, list) else [], 1):
        if not isinstance(item, dict):
            continue
        row = {key: value for key, value in item.items() if key != "id"}
        row.setdefault("authors", feed.get("authors"))
        row.setdefault("language", feed.get("language"))
        row["outlet"] = outlet
        row.setdefault("url", item.get("external_url"))
        row["text"] = item.get("content_text")
        yield record_page(f"{origin}#{number}", canonical_record(row), fetched)


def _read_xml(data: bytes) -> Iterator[dict[str, str]]:
    from lxml import etree

    text = _CONTROLS.sub(" ", decode(_ENTITIES.sub(b"", data[:65_536]) + data[65_536:]))
    text = re.sub(r"^\s*<\?xml.{0,300}?\?>", "", text, count=1, flags=re.DOTALL)
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True
    )
    try:
        root = etree.fromstring(without_surrogates(text).encode("utf-8"), parser)
    except etree.XMLSyntaxError:
        return
    if root is None:
        return
    names = {"item", "entry"}
    channel = next((node for node in root.iter() if _name(node) == "channel"), root)
    outlet = _child_text(channel, "title")
    language = _child_text(channel, "language") or root.get(
        "{http://www.w3.org/XML/1998/namespace}lang"
    )
    for node in root.iter():
        if _name(node) in names:
            yield _entry(node, outlet, language)


def _entry(node: Any, outlet: str | None, language: str | None) -> dict[str, str]:
    row: dict[str, Any] = {"outlet": outlet, "language": language}
    authors: list[str] = []
    for child in node:
        name, text = _name(child), _all_text(child)
        space = str(child.tag).partition("}")[0] if isinstance(child.tag, str) else ""
        if name == "title" and "media" not in space:
            row.setdefault("title", _plain(text))
        elif name == "link":
            relation = child.get("rel", "alternate")
            if relation == "alternate" and (child.get("href") or text):
                row.setdefault("url", child.get("href") or text)
        elif name in ("encoded", "content") and "media" not in space:
            row.setdefault("content", _markup(child, text))
        elif name in ("description", "summary") and "media" not in space:
            row.setdefault("about", _markup(child, text))
        elif name in ("pubDate", "published", "date", "issued", "created"):
            row.setdefault("published", text)
        elif name in ("updated", "modified"):
            row.setdefault("updated", text)
        elif name in ("creator", "author"):
            authors.append(_child_text(child, "name") or text)
        elif name == "source":
            row["outlet"] = _child_text(child, "title") or text or row["outlet"]
        elif name == "guid" and child.get("isPermaLink") != "false":
            row.setdefault("guid", text)
        elif name == "language":
            row["language"] = text
    return _settle(row, authors)


def _read_loosely(data: bytes) -> Iterator[dict[str, str]]:
    import feedparser

    try:
        # A stream, so that bytes which look like an address are never fetched.
        feed = feedparser.parse(io.BytesIO(data))
        outlet, entries = feed.feed.get("title"), list(feed.entries)
    except Exception:  # whatever a broken feed does to the fallback, it holds no entry for us
        return
    for entry in entries:
        content = entry.get("content") or [{}]
        row = {
            "outlet": (entry.get("source") or {}).get("title") or outlet,
            "title": _plain(entry.get("title") or ""),
            "url": entry.get("link"),
            "content": content[0].get("value"),
            "about": entry.get("summary"),
            "published": entry.get("published") or entry.get("updated"),
            "language": feed.feed.get("language"),
        }
        yield _settle(row, [entry.get("author") or ""])


def _settle(row: dict[str, Any], authors: list[str]) -> dict[str, str]:
    """A record's row: which of content and description is the article, which the summary."""
    content, about = row.pop("content", None), row.pop("about", None)
    if not content and about and _is_whole(about):
        content, about = about, None
    if content:
        row["html" if _MARKUP.search(content) else "text"] = content
    if about and about != content:
        row["summary"] = _plain(about)
    guid, updated = row.pop("guid", None), row.pop("updated", None)
    if not row.get("url") and guid and re.match(r"https?://", guid):
        row["url"] = guid
    row["published"] = row.get("published") or updated
    row["byline"] = ", ".join(author for author in authors if author)
    return canonical_record(row)


def _is_whole(description: str) -> bool:
    plain = _plain(description)
    return len(plain.split()) >= FULL_DESCRIPTION_WORDS and not _CUT.search(plain)


def _name(node: Any) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _all_text(node: Any) -> str:
    return "".join(node.itertext()).strip()


def _child_text(node: Any, name: str) -> str | None:
    for child in node:
        if _name(child) == name:
            return _all_text(child) or None
    return None


def _markup(node: Any, text: str) -> str:
    """The content of an element: escaped markup as it stands, or real children written out."""
    if len(node) and node.get("type") == "xhtml":
        from lxml import etree

        return "".join(
            etree.tostring(child, encoding="unicode", method="html", with_tail=True)
            for child in node
            if isinstance(child.tag, str)
        )
    return text


def _plain(text: str) -> str:
    from html import unescape

    if "<" in text:
        text = _TAGS.sub(" ", text)
    return " ".join(unescape(text).split())
