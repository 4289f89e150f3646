"""HTML pages: the articles in them, and what is left out of their visible text."""

from __future__ import annotations

from rashomon.model import Article, Page, Provenance, Reading, Rejected, content_id
from rashomon.reading.html_body import main_text
from rashomon.reading.html_left_out import left_out
from rashomon.reading.html_tree import parse, text_of, visible_lines
from rashomon.reading.language import detect
from rashomon.reading.metadata import metadata


def read_html(page: Page) -> Reading:
    """The articles of an HTML page. `Reading.text` is its visible text in document order."""
    tree = parse(page.body)
    lines = visible_lines(tree) if tree is not None else []
    if tree is None or not lines:
        return Reading(page.id, "", (), (Rejected(page.id, None, "reading", "too short"),))
    visible = text_of(lines)
    about = metadata(tree, lines, page.body, page.address)
    text = "\n\n".join(line for line in main_text(tree, page.address).splitlines() if line.strip())
    articles: tuple[Article, ...] = ()
    if len(text.split()) >= 25:
        provenance: tuple[Provenance, ...] = ()
        articles = (
            Article(
                id=content_id("article", page.id, "0", text),
                page_id=page.id,
                kind="article",
                title=about.title,
                standfirst=about.standfirst,
                byline=about.byline,
                outlet=about.outlet,
                url=about.url,
                published=about.published,
                published_basis=about.published_basis,
                language=detect(text, about.language),
                text=text,
                ranges=None,
                provenance=provenance,
            ),
        )
    return Reading(page.id, visible, articles, left_out(page.id, lines, articles))
