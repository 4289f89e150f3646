"""A page's HTML as a tree, and its visible text in document order."""

from __future__ import annotations

import re
from typing import Any

from rashomon.reading.html_zones import Zone, zone_of

# Tags whose content no reader sees.
HIDDEN = frozenset(
    "script style noscript template head svg math iframe object embed canvas audio video source "
    "track param select option datalist textarea button input map area link meta title base".split()
)
# Tags that stay within a line.
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rp rt "
    "ruby s samp small span strike strong sub sup time tt u var wbr nobr".split()
)
_CONTROLS = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>", re.IGNORECASE)
_NONE_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Deeper nesting than any page of the press has; the parser itself stops at 256 by default.
MAX_DEPTH = 250


def parse(body: str) -> Any | None:
    """The lxml tree of a page, or None where there is no element in it. Never raises."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    text = _CONTROLS.sub(" ", _DECLARATION.sub("", body, count=1))
    text = text.encode("utf-8", "replace").decode("utf-8")
    parser = HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False, collect_ids=False
    )
    try:
        tree = document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError, TypeError):
        return None
    return tree


def tag_of(node: Any) -> str:
    """The lower-case tag of an element; empty for comments and their like."""
    return node.tag.lower() if isinstance(node.tag, str) else ""


def is_hidden(node: Any) -> bool:
    """Whether the element's own attributes hide it from the reader."""
    if node.get("hidden") is not None:
        return True
    style = node.get("style")
    return bool(style and _NONE_SHOWN.search(style))


class Line:
    """A line of the visible text: what stands in one block element, or one part of it.

    `start` and `end` index the page's visible text; `block` is the element around it, `tag` its
    tag, `linked` the characters that stand in links, `zone` the innermost part of the page with
    a name (`html_zones`).
    """

    __slots__ = ("block", "end", "linked", "start", "tag", "text", "zone")

    def __init__(self, text: str, start: int, block: Any, linked: int, zone: Zone | None) -> None:
        self.text = text
        self.start = start
        self.end = start + len(text)
        self.block = block
        self.tag = tag_of(block)
        self.linked = linked
        self.zone = zone


def visible_lines(tree: Any) -> list[Line]:
    """The lines of the visible text, in document order, with white space folded."""
    lines: list[Line] = []
    pieces: list[str] = []
    linked = 0
    offset = 0
    body = tree.find("body") if tag_of(tree) == "html" else tree
    root = body if body is not None else tree

    def close(block: Any, zone: Zone | None) -> None:
        nonlocal linked, offset
        text = " ".join("".join(pieces).split())
        pieces.clear()
        if text:
            line = Line(text, offset, block, min(linked, len(text)), zone)
            lines.append(line)
            offset = line.end + 1
        linked = 0

    # An explicit stack: pages may nest deeper than Python calls may. An element is met twice,
    # on the way in and, as (element, None), on the way out.
    stack: list[tuple[Any, Any, bool, Zone | None]] = [(root, root, False, None)]
    while stack:
        node, block, in_link, zone = stack.pop()
        tag = node.tag
        if block is None:  # the way out
            if tag not in INLINE:
                close(node, zone)
                zone = zone.outer if zone is not None and zone.element is node else zone
            tail = node.tail
            if tail and node is not root:
                pieces.append(tail)
                linked += len(tail.strip()) if in_link else 0
            continue
        if not isinstance(tag, str) or tag in HIDDEN or is_hidden(node):
            if isinstance(tag, str) and tag not in INLINE and tag not in HIDDEN:
                close(block, zone)
            if node.tail and node is not root:
                pieces.append(node.tail)
                linked += len(node.tail.strip()) if in_link else 0
            continue
        inline = tag in INLINE
        inner = zone
        if not inline:
            close(block, zone)
            inner = zone_of(node, tag, zone)
            block = node
        inside = in_link or tag == "a"
        stack.append((node, None, in_link, inner))
        if node.text:
            pieces.append(node.text)
            linked += len(node.text.strip()) if inside else 0
        stack.extend((child, block, inside, inner) for child in reversed(node))
    close(root, None)
    return lines


def text_of(lines: list[Line]) -> str:
    """The page's visible text: its lines, one under the other."""
    return "\n".join(line.text for line in lines)
