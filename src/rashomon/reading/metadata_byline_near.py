"""Who wrote an HTML article, where its page neither states nor names it: what stands by the title.

A link with a person's name to a page of that person, an `<address>`, or a name and a date on one
line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.reading.html_tree import Line
from rashomon.reading.metadata_dates import worded_date
from rashomon.reading.metadata_head import element_text, set_apart, title_line

# Lines above and below the title that are looked at.
_ABOVE, _BELOW = 4, 10
# Two to four words, each with a capital, small words of names between them.
NAME = re.compile(
    r"[A-ZÀ-ÞА-ЯІЇЄ][\w'’-]*\.?(?: (?:(?:de|la|van|von|der|den|bin|al|el|da|di|du|of)\b ?)*"
    r"[A-ZÀ-ÞА-ЯІЇЄ][\w'’-]*\.?){1,3}"
)
_NAME_THEN = re.compile(
    rf"(?P<who>{NAME.pattern})\s*(?:[|•·–—]|-(?=\s)|,(?=\s))\s*(?P<rest>.{{4,40}})$"
)
# Addresses of people's pages, as sites build them: general knowledge, November 2026.
_PERSON = re.compile(
    r"/(?:authors?|people|persons?|profiles?|journalists?|journalistes?|reporters?|staff|writers?|contributors?|"
    r"columnists?|by|users?|team|autor(?:e|es|i)?|auteurs?|redaktion)/|/@",
    re.I,
)
# Words of sections and buttons that begin with a capital like names.
_NO_PERSON = re.compile(
    r"\b(?:news|sports?|world|politics|opinions?|business|local|home|culture|life|style|media|staff|desk|"
    r"editorial|team|more|view|all|articles?|posts?|read|follow|share|comments?|today|update[ds]?|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.I,
)


def near_title(lines: Sequence[Line], title: str | None) -> list[str]:
    """The names that stand by the title, none where nothing there is surely a writer's."""
    start = title_line(lines, title)
    if start is None:
        return []
    near = [*lines[start + 1 : start + 1 + _BELOW], *lines[max(0, start - _ABOVE) : start]]
    for line in near:
        if len(line.text) <= 120 and line.linked and (names := _linked(line)):
            return names
    for line in lines[start + 1 : start + 1 + _BELOW]:
        if line.tag == "address" and NAME.fullmatch(line.text) and not _NO_PERSON.search(line.text):
            return [line.text]
        match = _NAME_THEN.match(line.text[:100])
        if match and not _NO_PERSON.search(match["who"]) and worded_date(match["rest"]):
            return [match["who"]]
    return []


def _linked(line: Line) -> list[str]:
    """The names that link to a person's page, in a line's element."""
    if set_apart(line.block):
        return []
    names = []
    for node in line.block.iter("a"):
        text = element_text(node)
        if (
            NAME.fullmatch(text)
            and text in line.text
            and not _NO_PERSON.search(text)
            and _PERSON.search(node.get("href") or "")
        ):
            names.append(text)
    return list(dict.fromkeys(names))
