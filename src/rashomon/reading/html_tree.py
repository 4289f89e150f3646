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
_NO_TEXT = (
    "script", "style", "noscript", "svg", "iframe", "template", "nav", "button", "select",
)  # fmt: skip
# Tags that stay within a line.
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rp rt "
    "ruby s samp small span strike strong sub sup time tt u var wbr nobr".split()
)
# Control characters become spaces: HTML parsers end a document at a NUL.
_CONTROLS = bytes(
    32 if (c < 32 and c not in (9, 10, 12, 13)) or c == 127 else c for c in range(256)
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_NONE_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def parse(body: str) -> Any | None:
    """The lxml tree of a page, or None where there is no element in it. Never raises.

    Also texts of more than 10 MB and elements 2,000 deep are read; the extractor's tree ends at 256,
    as nested tables take it time that grows with the cube of their depth.
    """
    from lxml import etree

    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        tree = etree.fromstring(_clean(body), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    return tree if tree is not None and isinstance(tree.tag, str) else None


def parse_for_extractor(body: str) -> Any | None:
    """The same as an lxml.html tree, which the extractor asks for and may change.

    What no article stands in is taken out, which the extractor would do too, in more passes.
    """
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(_clean(body), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError, TypeError):
        return None
    etree.strip_elements(tree, *_NO_TEXT, with_tail=False)
    return tree


def _clean(body: str) -> bytes:
    """The page without its XML declaration and the characters that no parser takes."""
    text = body
    if body[:200].lstrip().startswith("<?xml"):
        text = _DECLARATION.sub("", body, count=1)
    return text.encode("utf-8", "replace").translate(_CONTROLS)


def words_of(text: str | None) -> list[str]:
    """The words of `text` in lower case."""
    return _WORD.findall((text or "").casefold())


def tag_of(node: Any) -> str:
    """The lower-case tag of an element; empty for comments and their like."""
    return node.tag.lower() if isinstance(node.tag, str) else ""


def is_hidden(node: Any) -> bool:
    """Whether the element's own attributes hide it from the reader."""
    if node.get("hidden") is not None:
        return True
    style = node.get("style")
    return style is not None and _NONE_SHOWN.search(style) is not None


class Line:
    """A line of the visible text: what stands in one block element, or one part of it.

    `start` and `end` index the page's visible text; `block` is the element around it, `tag` its
    tag, `linked` the characters that stand in links, `zone` the innermost part of the page with
    a name (`html_zones`).
    """

    __slots__ = ("_words", "block", "end", "linked", "start", "tag", "text", "zone")

    def __init__(self, text: str, start: int, block: Any, linked: int, zone: Zone | None) -> None:
        self.text = text
        self.start = start
        self.end = start + len(text)
        self.block = block
        self.tag = block.tag if isinstance(block.tag, str) else ""
        self.linked = linked
        self.zone = zone
        self._words: list[str] | None = None

    @property
    def words(self) -> list[str]:
        """`words_of` the line, worked out once."""
        if self._words is None:
            self._words = words_of(self.text)
        return self._words


def visible_lines(tree: Any) -> list[Line]:
    """The lines of the visible text, in document order, with white space folded."""
    from lxml.etree import iterwalk

    lines: list[Line] = []
    pieces: list[str] = []
    linked = offset = links = 0
    body = tree.find("body") if tag_of(tree) == "html" else tree
    root = body if body is not None else tree
    # The block elements that are open, each with the zone in it.
    block, zone = root, zone_of(root, tag_of(root), None)
    open_blocks: list[tuple[Any, Zone | None]] = [(block, zone)]

    def close() -> None:
        nonlocal linked, offset
        if pieces and (text := " ".join("".join(pieces).split())):
            line = Line(text, offset, block, min(linked, len(text)), zone)
            lines.append(line)
            offset = line.end + 1
        pieces.clear()
        linked = 0

    walk = iterwalk(root, events=("start", "end"))
    skipped = False
    for event, node in walk:
        tag = node.tag
        if event == "start":
            if not isinstance(tag, str) or tag in HIDDEN or is_hidden(node):
                walk.skip_subtree()
                skipped = True
                continue
            if tag not in INLINE:
                close()
                if node is not root:
                    block, zone = node, zone_of(node, tag, zone)
                    open_blocks.append((block, zone))
            elif tag == "a":
                links += 1
            text = node.text
        else:
            text = node.tail if node is not root else None
            if skipped:
                skipped = False
                if isinstance(tag, str) and tag not in HIDDEN and tag not in INLINE:
                    close()
            elif tag not in INLINE:
                close()
                if node is not root:
                    open_blocks.pop()
                    block, zone = open_blocks[-1]
            elif tag == "a":
                links -= 1
        if text and (pieces or not text.isspace()):
            pieces.append(text)
            if links:
                linked += len(text.strip())
    close()
    return lines


def text_of(lines: list[Line]) -> str:
    """The page's visible text: its lines, one under the other."""
    return "\n".join(line.text for line in lines)
