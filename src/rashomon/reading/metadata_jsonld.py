"""What a page says of its articles in JSON-LD (schema.org)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from rashomon.reading.html_plain import plain_text

_ARTICLE = re.compile(r"(?:Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting)$")
_NO_ARTICLE = frozenset({"WebPage", "CollectionPage", "SearchResultsPage", "ProfilePage"})
_SCRIPT_WRAP = re.compile(
    r"^\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?://\s*)?(?:\]\]>|-->)\s*;?\s*$|;\s*$"
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_MAX_SCRIPT = 2_000_000
_MAX_NODES = 5_000


@dataclass(frozen=True, slots=True)
class Described:
    """One article as JSON-LD describes it; every field as it was written, plain text."""

    headline: str | None = None
    description: str | None = None
    body: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None


def described_articles(tree: Any) -> tuple[Described, ...]:
    """The articles that the page's JSON-LD scripts describe, in document order."""
    nodes: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            nodes.extend(_nodes(_load(script.text)))
    by_id = {
        node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1
    }
    found = []
    for node in nodes:
        if _is_article(node):
            row = _described(node, by_id)
            if row not in found and (row.headline or row.body or row.published):
                found.append(row)
    return tuple(found)


def _load(text: str) -> Any:
    if len(text) > _MAX_SCRIPT:
        return None
    text = _SCRIPT_WRAP.sub("", _SCRIPT_WRAP.sub("", text)).strip()
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: Any) -> list[dict[str, Any]]:
    """All objects in a JSON value, outer ones first."""
    found: list[dict[str, Any]] = []
    queue = [value]
    for item in queue:
        if len(queue) > _MAX_NODES:
            break
        if isinstance(item, dict):
            found.append(item)
            queue.extend(part for part in item.values() if isinstance(part, dict | list))
        elif isinstance(item, list):
            queue.extend(part for part in item if isinstance(part, dict | list))
    return found


def _is_article(node: dict[str, Any]) -> bool:
    types = [kind for kind in _many(node.get("@type")) if isinstance(kind, str)]
    return any(_ARTICLE.search(kind) for kind in types) and not _NO_ARTICLE & set(types)


def _described(node: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> Described:
    def name(value: Any) -> str | None:
        if isinstance(value, dict) and "name" not in value:
            value = by_id.get(str(value.get("@id")), value)
        if isinstance(value, dict):
            value = value.get("name") or value.get("legalName")
        if isinstance(value, list):
            value = value[0] if value else None
        return _plain(value)

    authors = [name(author) for author in _many(node.get("author") or node.get("creator"))[:20]]
    address = node.get("url") or node.get("mainEntityOfPage") or node.get("@id")
    if isinstance(address, dict):
        address = address.get("@id") or address.get("url")
    language = node.get("inLanguage")
    if isinstance(language, dict):
        language = language.get("alternateName") or language.get("name")
    return Described(
        headline=_plain(node.get("headline")) or _plain(node.get("name")),
        description=_plain(node.get("description")),
        body=_body(node.get("articleBody")),
        authors=tuple(dict.fromkeys(author for author in authors if author)),
        publisher=name(node.get("publisher")) or name(node.get("sourceOrganization")),
        url=address if isinstance(address, str) and address.startswith("http") else None,
        published=_first_string(node.get("datePublished"))
        or _first_string(node.get("dateCreated")),
        modified=_first_string(node.get("dateModified")),
        language=language if isinstance(language, str) else None,
    )


def _body(value: Any) -> str | None:
    if isinstance(value, list):
        value = "\n\n".join(part for part in value if isinstance(part, str))
    if not isinstance(value, str) or not value.strip():
        return None
    from html import unescape

    if "&lt;" in value:
        value = unescape(value)
    if "<" in value or "&" in value:
        return plain_text(re.sub(r"\n\s*\n", "<p>", value))
    return "\n\n".join(part for line in value.splitlines() if (part := " ".join(line.split())))


def _first_string(value: Any) -> str | None:
    value = value[0] if isinstance(value, list) and value else value
    return value.strip() if isinstance(value, str) and value.strip() else None


def _plain(value: Any) -> str | None:
    text = _first_string(value)
    return " ".join(plain_text(text).split()) or None if text else None


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
