"""An HTML article's title, as the page shows it and without the outlet's name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from rashomon import outlets
from rashomon.reading.html_tree import Line, is_hidden, words_of
from rashomon.reading.metadata_head import Head, element_text, likeness, set_apart
from rashomon.reading.metadata_jsonld import Described

SITE_SEPARATOR = re.compile(r"\s+(?:[|•·»«›—–]|::|-{1,2})\s+")
# Of its words, so many must two titles share to be one title.
SAME_TITLE = 0.5
# How sites name the element that an article's headline stands in.
_HEADLINE = re.compile(
    r"headline|(?:^|[\s_-])(?:entry|post|article|story|single|content|news)[\s_-]*(?:title|heading|hed|header-?title)(?:$|[\s_-])",
    re.I,
)
# Words that a heading has which is taken for the title though the head of the page says another.
_TITLE_WORDS = 4


def title_of(
    tree: Any, head: Head, main: Described, lines: Sequence[Line], site: list[str]
) -> str | None:
    """The title as the page shows it.

    The heading that agrees with what the head of the page states; else the one heading that the page
    marks as its article's, because pages are given other titles for search than for reading.
    """
    element = tree.find(".//title")
    given = [
        main.headline,
        head.first("og:title", "twitter:title", "dc.title", "citation_title", "parsely-title"),
        "".join(element.itertext()) if element is not None else None,
    ]
    stated = [
        _without_site(" ".join(title.split()), site) for title in given if title and title.strip()
    ]
    seen = [text for node in tree.iter("h1") if not is_hidden(node) if (text := element_text(node))]
    lower = [text for node in tree.iter("h2", "h3") if (text := element_text(node))][:20]
    shown = [
        text
        for text in seen
        if len(words_of(text)) >= 2 and any(likeness(text, one) >= SAME_TITLE for one in stated)
    ] + [
        text
        for text in lower
        if len(words_of(text)) >= 3 and any(likeness(text, one) >= 0.9 for one in stated)
    ]
    if shown:
        # A site's name may stand in the first heading, and in the title too: the heading that
        # holds most of a title is the title.
        best = max(shown, key=lambda text: max(_coverage(text, one) for one in stated))
        first = shown[0]
        covered = max(_coverage(first, one) for one in stated)
        return _without_site(first if covered >= SAME_TITLE else best, site)
    # A <title> alone may be the site's; the one heading of the page is then its title.
    alone = not main.headline and not head.first("og:title", "twitter:title")
    if alone and len(seen) == 1 and len(words_of(seen[0])) >= 2:
        return seen[0]
    marked = _marked_heading(tree, alone and not seen)
    if marked:
        return _without_site(marked, site)
    if stated:
        return _shown_part(stated[0], lines) or stated[0]
    return seen[0] if seen else None


def _marked_heading(tree: Any, any_tag: bool) -> str | None:
    """The one heading of the first rank, or with `any_tag` the first element, that is named a headline.

    A name of the element ("entry-title") or `itemprop` says so; a heading of the first rank that
    stands in an `<article>` needs no name.
    """
    found = []
    path = ".//*[contains(@class, 'itle') or contains(@class, 'ead') or @itemprop='headline']"
    for node in tree.xpath(path) if any_tag else tree.iter("h1"):
        marks = f"{node.get('class') or ''} {node.get('id') or ''}"
        named = node.get("itemprop") == "headline" or _HEADLINE.search(marks)
        inside = any(up.tag == "article" for up in node.iterancestors())
        if (named or (inside and not any_tag)) and not is_hidden(node) and not set_apart(node):
            text = element_text(node)
            if _TITLE_WORDS <= len(words_of(text)) <= 40:
                found.append(text)
                if any_tag:
                    break
    return found[0] if len(found) == 1 else None


def _shown_part(title: str, lines: Sequence[Line]) -> str | None:
    """A line that is `title` without some of its last or first parts, which a site's name may be."""
    cuts = list(SITE_SEPARATOR.finditer(title))
    parts = [title[: cut.start()] for cut in reversed(cuts)] + [title[cut.end() :] for cut in cuts]
    for part in parts:
        wanted = words_of(part)
        if len(wanted) >= _TITLE_WORDS and any(line.words == wanted for line in lines):
            return part
    return None


def _coverage(text: str, title: str) -> float:
    """The share of the title's words that `text` has."""
    words = set(words_of(title))
    return len(words & set(words_of(text))) / len(words) if words else 0.0


def _without_site(title: str, site: list[str]) -> str:
    """`title` without the outlet's name at its end or beginning."""
    for _ in range(3):
        parts = list(SITE_SEPARATOR.finditer(title))
        if not parts:
            return title
        head, tail = title[: parts[-1].start()], title[parts[-1].end() :]
        first, rest = title[: parts[0].start()], title[parts[0].end() :]
        if _is_site(tail, site) or (
            len(words_of(tail)) <= 2 < len(words_of(head)) and "|" in parts[-1].group()
        ):
            title = head
        elif _is_site(first, site):
            title = rest
        else:
            return title
    return title


def _is_site(text: str, site: list[str]) -> bool:
    folded = "".join(words_of(text))
    return bool(folded) and (
        outlets.known(text) is not None
        or any(folded in (name := "".join(words_of(one))) or name in folded for one in site if one)
    )
