"""Who wrote an HTML article: stated, marked, or on a line that says "By"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from rashomon.reading.html_tree import Line, is_hidden, tag_of, words_of
from rashomon.reading.metadata_byline_near import near_title
from rashomon.reading.metadata_head import Head, element_text, set_apart, title_line
from rashomon.reading.metadata_jsonld import Described

_BY = re.compile(
    r"^\s*(?:by|von|par|por|di|door|av|af|text|words|(?:written|posted|submitted) by|автор|текст|от)\b\s*:?\s+",
    re.I,
)

_NO_NAME = re.compile(
    r"https?://|www\.|@|\d{3}|^(?:admin|administrator|editor|editorial|staff|webmaster|guest|author|unknown|none|null)$",
    re.I,
)

_BY_LINE = re.compile(
    r"^\W*(?:[Bb]y|BY|[Ww]ords(?: by|:)|[Tt]ext:|[Aa]uthor:|(?:[Ww]ritten|[Ss]tory|[Rr]eported|[Pp]osted|[Ss]ubmitted) by|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Аа]втор:?)\s+"
    r"(?P<who>[A-ZÀ-Þ][\w.'’-]+(?: ?,? (?:and |& |de |van |von )?[A-ZÀ-Þ][\w.'’-]*){1,6})"
    r"\s*(?:$|[|,·•–—-]|\d|(?:on|at|for|in)\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)",
)

_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:by-?line|author|auteur|autor|autore|writer|firma)s?(?:$|[\s_-]|name)",
    re.I,
)

# Elements that may name an author, found by their attributes, which is twice as fast.
_MAY_BE_AUTHOR = (
    "(.//@class[contains(., 'uth') or contains(., 'yline') or contains(., 'firma')]"
    " | .//@itemprop[contains(., 'author')]"
    " | .//@rel[. = 'author'])/.."
)


_NAME = re.compile(
    r"[A-ZÀ-ÞА-ЯІЇЄ][\w.'’-]*(?: (?:(?:de|la|van|von|der|den|bin|al|el|da|di)\b ?)*[A-ZÀ-ÞА-ЯІЇЄ][\w.'’-]*){0,3}"
)
_BETWEEN = re.compile(
    r"(?:by|von|par|por|di|door|av|af|and|und|et|y|e|og|och|и|та|і|&|,|:|·|\||/)", re.I
)
# What a writer is, and other words that stand beside a name and begin with a capital.
_ROLE = re.compile(
    r"\b(?:staff|writers?|reporters?|correspondents?|editors?|columnists?|contributors?|producers?|"
    r"journalists?|authors?|bureau|updated|published|posted|share|follow|view|more)\b", re.I,
)  # fmt: skip
_ROLE_END = re.compile(
    r",\s+(?:[\w’'-]+ ){0,3}(?:staff|writer|reporter|correspondent|editor|columnist|contributor|producer)$",
    re.I,
)
_DAY_END = re.compile(r",\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*$")


def byline_of(
    tree: Any,
    head: Head,
    main: Described,
    lines: Sequence[Line],
    title: str | None,
    site: list[str],
) -> str | None:
    """The authors' names, a comma between; `site` are names of the outlet, which are none."""
    stated = head.first(
        "author",
        "article:author",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "byl",
        "citation_author",
        "twitter:creator",
    )
    for names in (
        lambda: main.authors,
        lambda: [stated or ""],
        lambda: authors_on_page(tree),
        lambda: [_by_line(lines, title) or ""],
        lambda: near_title(lines, title),
    ):
        clean = [name for raw in names() if (name := clean_byline(raw, site))]
        if clean:
            return ", ".join(dict.fromkeys(clean))
    return None


def _by_line(lines: Sequence[Line], title: str | None) -> str | None:
    """The name on a line near the title that says "By Ada Lark" and little else."""
    start = title_line(lines, title)
    if start is None:
        return None
    for line in lines[start + 1 : start + 10]:
        match = _BY_LINE.match(line.text[:160])
        if match:
            return match["who"]
    return None


def authors_on_page(tree: Any) -> Iterator[str]:
    """The words of the first element that its name calls an author or a byline."""
    for node in tree.xpath(_MAY_BE_AUTHOR):
        marks = f"{node.get('class') or ''} {node.get('id') or ''}"
        wanted = (
            node.get("rel") == "author"
            or "author" in (node.get("itemprop") or "")
            or _BYLINE.search(marks)
        )
        whole = tag_of(node) in ("html", "body", "main", "article")
        if wanted and not whole and not is_hidden(node) and not set_apart(node):
            inner = node.find('.//*[@itemprop="name"]')
            element = inner if inner is not None else node
            text = _names_in(element) or element_text(element)
            if text and len(text.split()) <= 8 and not _NO_NAME.search(text):
                yield text
                return


def _names_in(element: Any) -> str | None:
    """The names that an element begins with, where its parts are set apart by elements alone.

    "By <a>Ada Lark</a><span>Staff Writer</span>" names Ada Lark, and two names with a comma or an
    "and" between are two; None where it does not begin so.
    """
    names: list[str] = []
    apart = True
    pieces = [piece for text in _shown_texts(element) if (piece := " ".join(text.split()))]
    if len(pieces) < 2:
        return None
    for piece in pieces:
        if _BETWEEN.fullmatch(piece):
            apart = True
        elif apart and _NAME.fullmatch(piece) and not _ROLE.search(piece):
            names.append(piece)
            apart = False
        else:
            break
    return ", ".join(names) or None


def _shown_texts(element: Any) -> Iterator[str]:
    """The stretches of text in an element, without those of scripts and styles."""
    if next(element.iter("script", "style", "noscript"), None) is None:
        yield from element.itertext()
        return
    for node in element.iter():
        shown = node.tag not in ("script", "style", "noscript") and tag_of(node)
        if shown and node.text:
            yield node.text
        if node is not element and node.tail:
            yield node.tail


def clean_byline(raw: str, site: list[str]) -> str | None:
    """A person's or desk's name out of a byline; None for addresses, handles and the outlet."""
    name = _BY.sub("", " ".join(raw.split())).strip(" ,|·•-–—")
    name = re.split(r"\s+(?:[|•·–—]|-{1,2})\s+|\s*[|•·]\s*", name)[0].strip(" ,")
    name = _ROLE_END.sub("", _DAY_END.sub("", name))
    if not name or len(name) > 120 or _NO_NAME.search(name) or len(name.split()) > 14:
        return None
    if any("".join(words_of(name)) == "".join(words_of(one)) for one in site):
        return None
    return name.title() if name.isupper() and len(name.split()) > 1 else name
