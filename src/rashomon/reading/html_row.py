"""The plain case: an article that is one row of paragraphs in one element.

Where nearly all of a page's prose stands so, nothing needs to be guessed, and the extractor,
which takes most of the time, is not asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rashomon.reading.html_lines import reason_of, tail_reason
from rashomon.reading.html_tree import Line, tag_of

# Elements between a row's parent and its text that are the article's own.
_OWN = frozenset(
    "p blockquote ul ol li dl dt dd pre table thead tbody tr td th h2 h3 h4 h5 h6 br".split()
)
_GATHERING = frozenset({"blockquote", "ul", "ol"})
_NO_PROSE = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "time", "label", "th", "dt", "td"})
_ENDS = (".", "!", "?", '"', "”", "’", "…", ":", "»", "。", "！", "？", "」", "؟", "।")
# Prose is a line of so many characters, or of half as many that ends as sentences do.
PROSE = 80
# The row must have so many paragraphs and characters; beside it, outside and between, the page
# may hold so much prose, as shares of the row's. Set on half of the public extraction pages
# where the row and the extractor agreed; the other half kept.
FEWEST = 4
SHORTEST = 600
OUTSIDE = 0.2
BETWEEN = 0.03
AROUND = 0.05


def row_of(lines: Sequence[Line], sure: bool = True) -> list[int] | None:
    """Indices of the lines of the page's one row of paragraphs; None where there is doubt.

    Not `sure`, it is the page's largest row, however much else there is.
    """
    weights = [_prose(line) for line in lines]
    rows: dict[Any, list[int]] = {}
    for k, weight in enumerate(weights):
        if weight:
            rows.setdefault(_parent(lines[k]), []).append(k)
    sizes = {parent: sum(weights[k] for k in row) for parent, row in rows.items()}
    parent = max(sizes, key=lambda one: sizes[one], default=None)
    if parent is None or sizes[parent] < SHORTEST or (sure and len(rows[parent]) < FEWEST):
        return None
    row, size = rows[parent], sizes[parent]
    around = {parent, *parent.iterancestors()}
    holder: dict[Any, bool] = {}
    within = {k for k in range(len(lines)) if _inside(lines[k].block, parent, holder)}
    own = [k for k in sorted(within) if k >= row[0] and _chained(lines[k].block, parent)]
    last = row[-1]
    for k in own:
        if k > last and lines[k].tag in ("p", "li", "td") and not reason_of(lines[k].text):
            last = k
        elif k > last:
            break
    own = [k for k in own if k <= last]
    if not sure:
        return own
    outside = sum(
        weight
        for k, weight in enumerate(weights)
        if weight and k not in within and not _set_apart(lines[k], around)
    )
    between = sum(
        len(lines[k].text)
        for k in range(row[0], last + 1)
        if not _chained(lines[k].block, parent)
        and (weights[k] or not _set_apart(lines[k], around))
        and not (_is_caption(lines[k]) or reason_of(lines[k].text))
    )
    # Text of the same element before and after the row that nothing names: lists, tables, a
    # paragraph that is all links. Whether it belongs is not plain.
    around_it = sum(
        len(lines[k].text)
        for k in within
        if not row[0] <= k <= last
        and not _set_apart(lines[k], around)
        and (k > last or lines[k].tag not in _NO_PROSE)
        and not (reason_of(lines[k].text) or tail_reason(lines[k].text))
    )
    if outside > OUTSIDE * size or between > BETWEEN * size or around_it > AROUND * size:
        return None
    return own


def _prose(line: Line) -> float:
    """How much prose a line holds: its characters outside links; those of wide scripts twice."""
    size = len(line.text)
    if size < 15 or line.linked > 0.4 * size or line.tag in _NO_PROSE:
        return 0.0
    wide = not line.text.isascii() and (
        sum(c >= "\u2e80" for c in line.text[:200]) > min(20, size / 3)
    )
    least = PROSE / 2.5 if wide else PROSE
    if size >= least or (size >= least / 2 and line.text.endswith(_ENDS)):
        return float((size - line.linked) * (2 if wide else 1))
    return 0.0


def _parent(line: Line) -> Any:
    block = line.block
    parent = block.getparent() if line.tag in _OWN else block
    while parent is not None and tag_of(parent) in _GATHERING:
        parent = parent.getparent()
    return block if parent is None else parent


def _inside(node: Any, parent: Any, holder: dict[Any, bool]) -> bool:
    path = []
    found = False
    while node is not None:
        if node is parent or node in holder:
            found = holder.get(node, True)
            break
        path.append(node)
        node = node.getparent()
    for step in path:
        holder[step] = found
    return found


def _set_apart(line: Line, around: set[Any]) -> bool:
    """Whether the line stands in a named part of the page that does not hold the row too."""
    zone = line.zone
    while zone is not None:
        if zone.element not in around:
            return True
        zone = zone.outer
    return False


def _is_caption(line: Line) -> bool:
    return line.zone is not None and line.zone.reason == "caption"


def _chained(node: Any, parent: Any) -> bool:
    """Whether only paragraphs, lists, quotations and tables stand between `node` and `parent`."""
    while node is not parent:
        if node is None or tag_of(node) not in _OWN:
            return False
        node = node.getparent()
    return True
