"""An HTML article's title without the outlet's name, and its standfirst."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from rashomon import outlets
from rashomon.reading.html_lines import BIO, reason_of
from rashomon.reading.html_tree import Line, is_hidden, words_of
from rashomon.reading.metadata_dates import worded_date
from rashomon.reading.metadata_head import Head, element_text, likeness, shared, title_line
from rashomon.reading.metadata_jsonld import Described

SITE_SEPARATOR = re.compile(r"\s+(?:[|•·»«›—–]|::|-{1,2})\s+")

_STANDFIRST = re.compile(
    r"standfirst|(?:^|[\s_-])(?:dek|deck|subtitle|subhead(?:line)?|sub-?title|sub-?head(?:line)?|strapline|excerpt|lede?|intro|chapo|vorspann|abstract)(?:$|[\s_-])",
    re.I,
)

# Names that standfirsts have too, and other things more often: they count close under the title.
_LEAD = re.compile(
    r"(?:^|[\s_-])(?:summary|lead|lead-?(?:text|paragraph|in)|teaser-?text|description|desc|kicker-?text|"
    r"sapo|entradilla|bajada|copete|sommario|catenaccio|ingress|manchet|chapeau|anons|announce|perex|"
    r"preamble|blurb|tagline|synopsis)(?:$|[\s_-])",
    re.I,
)
# Lines under the title in which they do.
_UNDER = 6

# Of its words, so many must two titles share to be one title.
SAME_TITLE = 0.5


def title_of(tree: Any, head: Head, main: Described, site: list[str]) -> str | None:
    """The title as the page shows it, where what it states in its head agrees."""
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
    if stated:
        return stated[0]
    return seen[0] if seen else None


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


def standfirst_of(
    tree: Any, head: Head, main: Described, lines: Sequence[Line], title: str | None
) -> str | None:
    """The summary under the title, where it is visible on the page and not the body's own words."""
    top = lines[:400]
    for line in top:
        block = line.block
        if (
            block is None
            or len(line.text) < 9
            or line.linked > len(line.text) / 2
            or not 5 <= line.text.count(" ") + 1 <= 80
        ):
            continue
        names = f"{block.get('class') or ''} {block.get('itemprop') or ''} {block.get('id') or ''}"
        parent = block.getparent()
        if parent is not None:
            names += f" {parent.get('class') or ''} {parent.get('itemprop') or ''}"
        if (
            _calls_standfirst(names)
            and likeness(line.text, title) < 0.9
            and not (BIO.search(line.text[:400]) or reason_of(line.text))
        ):
            return line.text
    start = title_line(lines, title)
    for line in lines[start + 1 : start + 1 + _UNDER] if start is not None else ():
        names = f"{line.block.get('class') or ''} {line.block.get('itemprop') or ''}"
        if (
            5 <= line.text.count(" ") + 1 <= 60
            and line.linked <= len(line.text) / 2
            and _LEAD.search(names)
            and shared(set(line.words), set(words_of(title))) < 0.9
            and not (BIO.search(line.text[:400]) or reason_of(line.text))
            and not worded_date(line.text)
        ):
            return line.text
    for stated in (
        main.description,
        head.first("og:description", "description", "twitter:description"),
    ):
        wanted = words_of(stated)
        if len(wanted) < 5:
            continue
        size = sum(map(len, wanted))  # folding case may lengthen a word threefold
        for k, line in enumerate(top):
            if 3 * len(line.text) >= size and line.words == wanted:
                # Many sites describe an article by its first paragraph, which is text.
                return None if _runs_on(lines, k) else line.text
    return None


@lru_cache(maxsize=20_000)
def _calls_standfirst(names: str) -> bool:
    return _STANDFIRST.search(names) is not None


def _runs_on(lines: Sequence[Line], k: int) -> bool:
    """Whether the line is one of a row of paragraphs."""
    parent = lines[k].block.getparent()
    return any(
        line.tag == lines[k].tag and line.block.getparent() is parent and len(line.text) > 80
        for line in lines[k + 1 : k + 6]
    )
