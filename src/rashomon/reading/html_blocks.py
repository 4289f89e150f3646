"""Blocks of a page that stand for one article each: several full ones, or teasers of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.reading.html_lines import reason_of
from rashomon.reading.html_tree import Line, is_hidden, tag_of

_HEADINGS = ("h1", "h2", "h3", "h4", "h5")
# Words of prose from which a block is an article in full; teasers of news run to some 60 words.
FULL_WORDS = 120
# A block with fewer words than this is a link, not a teaser.
TEASER_WORDS = 8
# A second full article on a page has at least this share of the first one's words: a related
# story in brief under a long article is a teaser and no second article.
SECOND_SHARE = 0.25
# So many blocks of one shape are a list.
MIN_BLOCKS = 3
# A page is a list where so much of the text that reads like an article stands in teasers.
LIST_SHARE = 0.6
# Characters of scripts without spaces between words.
_WIDE = re.compile(r"[\u2e80-\uffdf\u0e00-\u0eff]")
_CUT = ("…", "...", "[…]", "[...]", "»", "→")


@dataclass(frozen=True, slots=True)
class Block:
    """An element that stands for one article: its lines by index, heading and link."""

    element: Any
    lines: tuple[int, ...]
    heading: int | None
    url: str | None
    words: int
    full: bool


def blocks_of(tree: Any, lines: Sequence[Line]) -> list[Block]:
    """The page's blocks in document order: its <article> elements, else siblings of one shape."""
    elements = [
        node
        for node in tree.iter("article")
        if not is_hidden(node) and not any(tag_of(up) == "article" for up in node.iterancestors())
    ]
    groups = [elements] if len(elements) >= 2 else []
    groups.extend(_siblings(lines))
    for group in groups:
        blocks = _fill(group, lines)
        if sum(block.full for block in blocks) >= 2 or len(blocks) >= MIN_BLOCKS:
            return blocks
    return []


def full_blocks(blocks: Sequence[Block]) -> list[Block]:
    """The blocks that are articles in full, where there are two or more of like size."""
    full = [block for block in blocks if block.full]
    largest = max((block.words for block in full), default=0)
    full = [block for block in full if block.words >= SECOND_SHARE * largest]
    return full if len(full) >= 2 else []


def is_list(blocks: Sequence[Block], lines: Sequence[Line], taken: Sequence[int]) -> bool:
    """Whether what was taken for an article is made of the teasers of a list page."""
    teasers = [block for block in blocks if not block.full]
    # The entries of a live page lead nowhere: they are its text.
    if len(teasers) < MIN_BLOCKS or 2 * sum(block.url is not None for block in teasers) < len(
        teasers
    ):
        return False
    inside = {k for block in teasers for k in block.lines}
    whole = sum(len(lines[k].text) for k in taken)
    return sum(len(lines[k].text) for k in taken if k in inside) > LIST_SHARE * whole


def _siblings(lines: Sequence[Line]) -> list[list[Any]]:
    """Groups of elements of one shape that each hold a heading, largest group first.

    A shape is the tag and first class of an element and of its parent: the cards of all sections
    of a front page are one group.
    """
    shapes: dict[tuple[Any, ...], dict[Any, None]] = {}
    for line in lines:
        if line.tag not in _HEADINGS or (line.zone is not None and line.zone.reason != "promo"):
            continue
        node, seen = line.block, 0
        while node is not None and seen < 5:
            parent = node.getparent()
            if parent is None or tag_of(parent) == "html":
                break
            if tag_of(node) in ("div", "section", "li", "a"):
                shape = _shape(node)
                # Without a class only siblings are of one shape.
                key = (*shape, *(_shape(parent) if shape[1] else (parent,)))
                shapes.setdefault(key, {})[node] = None
            node, seen = parent, seen + 1
    groups = []
    for shape_group in shapes.values():
        outer = [
            node
            for node in shape_group
            if not any(up in shape_group for up in node.iterancestors())
        ]
        if len(outer) >= MIN_BLOCKS:
            groups.append(outer)
    return sorted(groups, key=lambda group: -len(group))[:4]


def _shape(node: Any) -> tuple[str, str]:
    return tag_of(node), (node.get("class") or "").split(" ")[0]


def _fill(elements: list[Any], lines: Sequence[Line]) -> list[Block]:
    # Elements are keys themselves: lxml makes their Python objects anew when none is held, so
    # that an id() may come back for another element.
    own = set(elements)
    held: dict[Any, list[int]] = {}
    home: dict[Any, Any] = {}
    for k, line in enumerate(lines):
        key = _holder(line.block, own, home)
        if key is not None:
            held.setdefault(key, []).append(k)
    blocks = []
    for element in elements:
        numbers = held.get(element, [])
        heading = next((k for k in numbers if lines[k].tag in _HEADINGS), None)
        if heading is None:
            heading = next((k for k in numbers if lines[k].linked > 0.9 * len(lines[k].text)), None)
        prose = [k for k in numbers if k != heading and _is_prose(lines[k])]
        words = sum(size_of(lines[k].text) for k in prose)
        if words < TEASER_WORDS:
            continue
        cut = lines[prose[-1]].text.rstrip().endswith(_CUT)
        full = words >= FULL_WORDS and len(prose) >= 2 and not cut
        blocks.append(
            Block(element, tuple(numbers), heading, _link(element, lines, heading), words, full)
        )
    return blocks


def _holder(node: Any, own: set[Any], home: dict[Any, Any]) -> Any:
    """Which of the elements `own` holds `node`, or None; `home` remembers the way."""
    path = []
    found = None
    while node is not None:
        if node in home:
            found = home[node]
            break
        path.append(node)
        if node in own:
            found = node
            break
        node = node.getparent()
    for step in path:
        home[step] = found
    return found


def _is_prose(line: Line) -> bool:
    if line.tag in _HEADINGS or line.linked > 0.5 * len(line.text):
        return False
    if line.zone is not None and line.zone.reason in ("comment", "caption", "bio"):
        return False
    return size_of(line.text) >= 5 and reason_of(line.text) is None


def size_of(text: str) -> int:
    """The words of a text; characters by twos where the script sets no spaces."""
    if text.isascii():
        return len(text.split())
    return len(text.split()) + len(_WIDE.findall(text)) // 2


def _link(element: Any, lines: Sequence[Line], heading: int | None) -> str | None:
    """The address that the block's heading leads to, as it is written."""
    if heading is not None:
        block = lines[heading].block
        for node in (*block.iter("a"), *(up for up in block.iterancestors() if tag_of(up) == "a")):
            if node.get("href"):
                return str(node.get("href"))
    if tag_of(element) == "a" and element.get("href"):
        return str(element.get("href"))
    return None
