"""The standfirst of an HTML article: the summary that its page shows under the title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from rashomon.reading.html_lines import BIO, reason_of
from rashomon.reading.html_tree import Line, words_of
from rashomon.reading.metadata_dates import worded_date
from rashomon.reading.metadata_head import Head, likeness, shared, title_line
from rashomon.reading.metadata_jsonld import Described

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
