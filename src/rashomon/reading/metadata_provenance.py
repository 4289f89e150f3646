"""Where an HTML article says that it comes from: wire credits, first publication, canonical address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from rashomon import outlets
from rashomon.model import Provenance
from rashomon.reading.html_lines import NOTE
from rashomon.reading.html_tree import Line
from rashomon.reading.metadata import Metadata

_DATELINE = re.compile(
    r"^[^\n()]{0,60}[(\[]\s*(?P<name>[A-Z][\w.&/ -]{1,28}?)\s*[)\]]\s*(?:--+|[–—:]|-(?=\s))"
)
# A place in capitals makes a dateline of a line whose wire is not in the table.
_PLACE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{2,}(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]+)*(?:,|\s+[(\[])")
_PAREN_END = re.compile(r"[(\[]\s*(?P<name>[A-Z][\w.&/ -]{1,28}?)\s*[)\]]\.?\s*$")
_FIRST = re.compile(
    r"\b(?:(?:was |were )?(?:first|originally) (?:published|appeared|posted|ran)|republished|reprinted)"
    r"\s+(?P<where>by|in|on|at|from)\s+(?P<name>(?:[Tt]he\s+)?[A-ZÀ-Þ][\w&'’.-]*(?:\s+(?:of|the|and|&)?\s*[A-ZÀ-Þ][\w&'’-]*){0,4})"
)
_ORIGINAL = re.compile(
    r"^\W*(?:original|source|original (?:article|source|link)|via|read at)\s*[:：]\s*(?P<url>https?://\S+)",
    re.IGNORECASE,
)
_TRANSLATED = re.compile(
    r"\btranslated\b[^.]{0,40}?(?:\bby (?P<who>[^.,;]{2,60})|\bfrom (?P<language>[A-ZÀ-Þ]\w+))",
    re.IGNORECASE,
)
_SPONSORED = re.compile(
    r"^\W*(?:sponsored(?: (?:content|post|by\b.{0,40}))?|advertorial|paid (?:content|post|partnership)|"
    r"partner content|promoted(?: by\b.{0,40})?|branded content|anzeige|publireportage|presented by\b.{0,40})\W*$",
    re.IGNORECASE,
)
_EDGE = 400
# A mark of advertising stands within so many lines before the article's text.
_BEFORE = 8


def provenance_of(
    lines: Sequence[Line], held: Sequence[int], about: Metadata, address: str | None
) -> tuple[Provenance, ...]:
    """What the article's own lines, and those around it, say of its origin."""
    if not held:
        return ()
    rows: list[Provenance] = []
    if about.canonical and address and _host(about.canonical) != _host(address):
        rows.append(Provenance("canonical", about.canonical, about.canonical))
    first, last = held[0], held[-1]
    own = set(held)
    around = [
        k for k in range(max(0, first - _BEFORE), min(len(lines), last + _BEFORE)) if k not in own
    ]
    for k in [*around, *held[-3:]]:
        text = lines[k].text[:_EDGE]
        if match := _ORIGINAL.match(text):
            rows.append(Provenance("original", match["url"].rstrip(".,;)"), text))
            continue
        if match := _FIRST.search(text):
            name = match["name"].rstrip(".,")
            # "first appeared in West Dunmore" is a place, unless an outlet has that name.
            if match["where"].lower() in ("by", "on") or outlets.known(name):
                rows.append(Provenance("first-published", outlets.canonical(name), text))
        if match := _TRANSLATED.search(text):
            who = re.sub(r"^(?:the|our)\s+", "", (match["who"] or match["language"]).strip())
            rows.append(Provenance("translated", who, text))
        if NOTE.match(text) and re.search(r"\bupdat", text, re.IGNORECASE):
            rows.append(Provenance("updated", about.modified or "updated", text))
    if about.modified and all(row.kind != "updated" for row in rows):
        rows.append(Provenance("updated", about.modified, about.modified))
    lead, end = lines[first].text[:100], lines[last].text[-60:]
    if (match := _DATELINE.match(lead)) and (outlets.agency(match["name"]) or _PLACE.match(lead)):
        rows.append(Provenance("credit", outlets.canonical(match["name"]), match.group().strip()))
    if (match := _PAREN_END.search(end)) and outlets.agency(match["name"]):
        rows.append(Provenance("credit", outlets.canonical(match["name"]), match.group().strip()))
    for k in [k for k in around if k > last][:3]:
        name = re.sub(r"^\W*(?:sources?\s*:)?\s*|\W+$", "", lines[k].text[:60], flags=re.IGNORECASE)
        if outlets.agency(name) and lines[k].linked == 0:
            rows.append(Provenance("credit", outlets.canonical(name), lines[k].text))
    if about.byline and outlets.agency(about.byline):
        rows.append(Provenance("credit", outlets.canonical(about.byline), about.byline))
    return tuple(dict.fromkeys(rows))


def is_sponsored(lines: Sequence[Line], held: Sequence[int]) -> bool:
    """Whether the page marks its article as paid for, close before its text."""
    first = held[0] if held else 0
    return any(_SPONSORED.match(line.text[:80]) for line in lines[max(0, first - _BEFORE) : first])


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
