"""HTML pages: the articles in them, and what is left out of their visible text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model import Article, ArticleKind, Page, Reading, Rejected, content_id
from rashomon.reading.html_blocks import Block, blocks_of, full_blocks, is_list, size_of
from rashomon.reading.html_body import block_lines, hidden_body, main_lines, paragraphs
from rashomon.reading.html_left_out import left_out
from rashomon.reading.html_tree import Line, parse, text_of, visible_lines
from rashomon.reading.language import detect
from rashomon.reading.metadata import Metadata, block_metadata, head_lines, metadata
from rashomon.reading.metadata_hints import dated
from rashomon.reading.metadata_provenance import is_sponsored, provenance_of

# Fewer words than this are no article: an error page, a login, a picture with its caption.
MIN_WORDS = 25
# So many lines over an article's text may speak of its date.
_OVER = 8


@dataclass(frozen=True, slots=True)
class _Found:
    """An article's lines and what is said of it."""

    kind: ArticleKind
    lines: tuple[int, ...]
    about: Metadata
    start: int
    body: str | None = None  # the text, where the page does not show all of it


def read_html(page: Page) -> Reading:
    """The articles of an HTML page. `Reading.text` is its visible text in document order."""
    tree = parse(page.body)
    lines = visible_lines(tree) if tree is not None else []
    if tree is None or not lines:
        return Reading(page.id, "", (), (Rejected(page.id, None, "reading", "too short"),))
    about = metadata(tree, lines, page.body, page.address)
    blocks = blocks_of(tree, lines)
    found = _several(blocks, lines, about) or _one(blocks, lines, about, page)
    articles = tuple(_article(page, place, lines, one) for place, one in enumerate(found))
    held: set[int] = set()
    heads: dict[int, str] = {}
    for one in found:
        held.update(one.lines)
        heads.update(head_lines(lines, one.about, one.start))
    return Reading(page.id, text_of(lines), articles, left_out(page.id, lines, held, heads))


def _several(blocks: Sequence[Block], lines: Sequence[Line], about: Metadata) -> list[_Found]:
    """Two or more articles in full, each in a block of its own."""
    found = []
    for block in full_blocks(blocks):
        own = block_metadata(block.element, lines, block.heading, block.url, about)
        kept = block_lines(lines, block.lines, own)
        if kept:
            found.append(_Found("article", tuple(kept), own, block.lines[0]))
    return found if len(found) >= 2 else []


def _one(
    blocks: Sequence[Block], lines: Sequence[Line], about: Metadata, page: Page
) -> list[_Found]:
    """The page's one article; or, of a list page, its teasers."""
    kept = main_lines(lines, about, page.body, page.address)
    if blocks and is_list(blocks, lines, kept):
        return _teasers(blocks, lines, about)
    body = hidden_body(lines, kept, about)
    if body is not None:
        return [_Found("article", tuple(kept), about, kept[0] if kept else 0, body)]
    if _fewer_words(lines, kept, MIN_WORDS):
        return []
    kind: ArticleKind = "sponsored" if is_sponsored(lines, kept) else "article"
    return [_Found(kind, tuple(kept), about, kept[0])]


def _fewer_words(lines: Sequence[Line], kept: Sequence[int], least: int) -> bool:
    words = 0
    for k in kept:
        words += size_of(lines[k].text)
        if words >= least:
            return False
    return True


def _teasers(blocks: Sequence[Block], lines: Sequence[Line], about: Metadata) -> list[_Found]:
    found = []
    for block in blocks:
        own = block_metadata(block.element, lines, block.heading, block.url, about)
        kept = block_lines(lines, block.lines, own)
        if kept:
            found.append(_Found("teaser", tuple(kept), own, block.lines[0]))
    return found


def _article(page: Page, place: int, lines: Sequence[Line], found: _Found) -> Article:
    text = found.body or paragraphs([lines[k] for k in found.lines])
    about = found.about
    published, basis, hints = dated(
        _over(lines, found), text.split("\n\n")[0], about.published, about.published_basis
    )
    return Article(
        id=content_id("article", page.id, str(place), text),
        page_id=page.id,
        kind=found.kind,
        title=about.title,
        standfirst=about.standfirst,
        byline=about.byline,
        outlet=about.outlet,
        url=about.url,
        published=published,
        published_basis=basis,
        language=detect(text, about.language),
        text=text,
        ranges=None,
        place=place,
        hints=hints,
        provenance=provenance_of(lines, found.lines, about, page.address),
    )


def _over(lines: Sequence[Line], found: _Found) -> list[str]:
    """The short lines right over an article's text, without parts that are others' words."""
    first = found.lines[0] if found.lines else found.start
    start = min(found.start, max(0, first - _OVER))
    return [
        line.text
        for line in lines[start:first]
        if line.zone is None or line.zone.reason not in ("comment", "promo", "embed")
    ]
