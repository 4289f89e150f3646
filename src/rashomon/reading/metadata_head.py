"""The head of an HTML page, and what the modules on metadata share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urljoin

from rashomon.reading.html_tree import Line, tag_of, visible_lines, words_of
from rashomon.reading.html_zones import named


class Head:
    """The page's meta elements and links, read once."""

    def __init__(self, tree: Any, address: str | None) -> None:
        self.meta: dict[str, str] = {}
        self.canonical: str | None = None
        base = address
        for node in tree.iter("meta", "link", "base"):
            tag = tag_of(node)
            if tag == "base" and node.get("href"):
                base = join_address(address, node.get("href"))
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
        self.canonical = http_address(join_address(base, self.canonical))

    def first(self, *names: str) -> str | None:
        return next((self.meta[name] for name in names if name in self.meta), None)


def likeness(a: str | None, b: str | None) -> float:
    """The share of the shorter's words that the longer has too, 0 to 1."""
    return shared(set(words_of(a)), set(words_of(b)))


def shared(first: set[str], second: set[str]) -> float:
    """The same for sets of words."""
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0


def join_address(base: str | None, address: str | None) -> str | None:
    """`address` made whole by `base`; None where either is no address."""
    try:
        return urljoin(base or "", (address or "").strip()) or None
    except ValueError:
        return None


def http_address(address: str | None) -> str | None:
    """`address` where it is one of the web, else None."""
    return address if address and re.match(r"https?://[^/\s]+\.[^/\s]+", address) else None


def title_line(lines: Sequence[Line], title: str | None) -> int | None:
    """The first line that is the title."""
    wanted = words_of(title)
    if not wanted:
        return None
    words = set(wanted)
    for k, line in enumerate(lines):
        if len(line.words) >= 0.6 * len(wanted) and shared(set(line.words), words) >= 0.9:
            return k
    return None


def set_apart(node: Any) -> bool:
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


def element_text(node: Any) -> str:
    """The words of an element, without those of scripts and styles in it."""
    if next(node.iter("script", "style", "noscript"), None) is None:
        return " ".join("".join(node.itertext()).split())
    return " ".join(" ".join(line.text for line in visible_lines(node)).split())
