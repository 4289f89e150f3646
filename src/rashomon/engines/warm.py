"""All that workers need, imported and tried once, before they are forked off: on invented pages.

The stages import what they read pages with when they first meet one.
"""

from __future__ import annotations

import rashomon.engines.on_desk  # noqa: F401
from rashomon.engines.guard import find_in_article, read_page, tell_story
from rashomon.model import Material, Page, Story

_TEXT = """Heron Gazette
Front page

Pier stays open

12 May 2031

“The pier is safe,” harbour master Ada Tomm said on Monday in Heronsund.

Olaf Brenn said that two boats had come late on Tuesday."""
_HTML = (
    "<html><head><title>Pier</title></head><body><article><h1>Pier</h1>{}</article></body></html>"
)


def warm() -> None:
    """Read, look through and tell two small pages."""
    body = "".join(f"<p>{part}</p>" for part in _TEXT.split("\n\n"))
    pages = (
        Page("flat", "flat.txt", "text/plain", None, _TEXT),
        Page("html", "page.html", "text/html", None, _HTML.format(body)),
    )
    articles = tuple(article for page in pages for article in read_page(page).articles)
    found = [find_in_article(article) for article in articles]
    ids = tuple(article.id for article in articles)
    tell_story(
        Material(
            story=Story("warm", "Pier", ids, None, None, (), len(ids)),
            articles=articles,
            copies=(),
            statements=tuple(one for held in found for one in held.statements),
            moments=tuple(one for held in found for one in held.moments),
            mentions=tuple(one for held in found for one in held.mentions),
            names=(),
            links=(),
        )
    )


warm()
