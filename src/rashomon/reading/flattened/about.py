"""Who, when and where from: what the lines around an article say of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon import outlets
from rashomon.model import DateHint, Provenance
from rashomon.reading.flattened import patterns as p
from rashomon.reading.flattened.dates import age_hint, date_line, text_hints
from rashomon.reading.flattened.pieces import Piece
from rashomon.reading.flattened.units import Unit

_BY = re.compile(
    r"^(?:by|author|written by|words by|reported by|story by|posted by)\b:?\s+(?P<who>.{2,80})$",
    re.I,
)
_BIO_AT = re.compile(
    r"\b(?:editor|reporter|correspondent|journalist|columnist|writer|producer|contributor|analyst|"
    r"chief|anchor|host)s?\b[^.]{0,60}?\b(?:at|for|of|with)\s+(?P<name>(?:[Tt]he\s+)?[A-Z][\w&'’.-]*"
    r"(?:\s+(?:of|the|and|&|de|in)?\s*[A-Z][\w&'’-]*){0,4})"
)
_BIO_WHO = re.compile(
    r"^(?P<who>[A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]+){1,3}) (?:is|was|has been|works|covers|writes)\b"
)
_ORIGINAL = re.compile(
    r"^\W*(?:original|source|original (?:article|source|link)|via|read at)\s*[:：]\s*(?P<url>https?://\S+)",
    re.I,
)
_FIRST = re.compile(
    r"\b(?:first|originally) (?:published|appeared|posted|ran)\s+(?:by|in|on|at)\s+(?P<name>(?:the\s+)?[A-Z][\w&'’.-]*(?:\s+(?:of|the|and|&)?\s*[A-Z][\w&'’-]*){0,4})"
)
_TRANSLATED = re.compile(
    r"\b(?:was |been )?translated\b[^.]{0,40}?(?:\bby (?P<who>[^.]{2,60})|\bfrom (?P<language>[A-Z]\w+))",
    re.I,
)
_CREDIT_PAREN = re.compile(r"\(\s*(?P<name>[A-Z][\w.&/ -]{1,28})\s*\)\s*$")
_REPORTING = re.compile(
    r"\((?:additional )?(?:reporting|writing|compiled|edited|editing|with reporting|report)\b[^()]{3,300}\)\s*$",
    re.I,
)
_DATELINE_WIRE = re.compile(
    r"^[^\n]{2,60}?[(\[]\s*(?P<name>[A-Z][\w.&/ -]{1,28}?)\s*[)\]]\s*(?:--+|[–—]|-(?=\s))"
)
_NAMEISH = re.compile(r"^(?:the\s+)?[^\W\d_][\w&'’.\-!+ ()/]{1,48}$", re.I)


@dataclass(frozen=True, slots=True)
class About:
    """What is known of an article beside its text; see `model.Article` for the fields."""

    byline: str | None
    outlet: str | None
    url: str | None
    published: str | None
    published_basis: str | None
    hints: tuple[DateHint, ...]
    provenance: tuple[Provenance, ...]


def about(piece: Piece, units: Sequence[Unit], title: str | None) -> About:
    """Read the head, the tail and the first and last paragraph of `piece`."""
    head = [units[k].text for k in piece.head()]
    tail = [units[k].text for k in piece.tail]
    lead = units[piece.body[0]].text
    end = units[piece.body[-1]].text
    byline, outlet = _who(head, tail, title)
    published, basis, hints = None, None, list[DateHint]()
    for line in head:
        if len(line) > 120 or line == title:
            continue
        hint = age_hint(line)
        if hint is not None:
            hints.append(hint)
        found = date_line(line)
        if found is not None and published is None:
            if found.whole:
                published, basis = found.value, found.basis
            else:
                hints.append(DateHint("partial", found.value, found.text))
    lead_date, lead_hints = text_hints(lead)
    hints.extend(lead_hints)
    if published is None and lead_date is not None:
        published, basis = lead_date, "dateline"
    provenance, url = _provenance(head, tail, lead, end)
    unique = tuple(dict.fromkeys(hints))
    return About(byline, outlet, url, published, basis, unique, provenance)


def _who(head: list[str], tail: list[str], title: str | None) -> tuple[str | None, str | None]:
    byline: str | None = None
    outlet: str | None = None
    for line in head:
        if line == title or len(line) > 120:
            continue
        match = _BY.match(line)
        if match and byline is None:
            byline = _clean_name(match["who"])
        age = p.SOURCE_AGE.match(line)
        name = age["name"].strip() if age else line
        if age and name.casefold() in ("time", "updated", "published", "posted", "last updated"):
            continue
        if outlet is None and not match and _NAMEISH.match(name) and (age or outlets.known(name)):
            outlet = outlets.canonical(name)
    for line in tail:
        if not p.BIO.search(line[: p_edge()]):
            continue
        if outlet is None and (at := _BIO_AT.search(line[: p_edge()])):
            outlet = outlets.canonical(at["name"])
        if byline is None and (who := _BIO_WHO.match(line)):
            byline = who["who"]
    return byline, outlet


def p_edge() -> int:
    return 400


def _clean_name(text: str) -> str | None:
    name = re.split(
        r"\s*(?:[|•·]|, (?:[A-Z][\w ]+ )?(?:correspondent|reporter|editor)|\s[-–—]\s)", text
    )[0]
    name = p.DATE.split(name)[0].strip(" ,;|-–—")
    return name or None


def _provenance(
    head: list[str], tail: list[str], lead: str, end: str
) -> tuple[tuple[Provenance, ...], str | None]:
    rows: list[Provenance] = []
    url: str | None = None
    for line in (*head, *tail, end[-400:]):
        short = line[:400]
        if (match := _ORIGINAL.match(short)) is not None:
            url = url or match["url"].rstrip(".,;)")
            rows.append(Provenance("original", match["url"].rstrip(".,;)"), short))
            continue
        if (match := _FIRST.search(short)) is not None:
            rows.append(Provenance("first-published", outlets.canonical(match["name"]), short))
        if (match := _TRANSLATED.search(short)) is not None:
            who = (match["who"] or match["language"] or "").strip()
            who = re.sub(r"^(?:the|our)\s+", "", who, flags=re.I)
            rows.append(Provenance("translated", who, short))
        if p.NOTE.match(short) and re.search(r"\bupdat", short, re.I):
            rows.append(Provenance("updated", "updated", short))
    for line in (end[-400:], *tail[:2]):
        if (match := _REPORTING.search(line)) is not None:
            rows.append(Provenance("credit", match.group().strip("() "), match.group()))
        elif (match := _CREDIT_PAREN.search(line)) is not None and outlets.agency(match["name"]):
            rows.append(Provenance("credit", outlets.canonical(match["name"]), match.group()))
    if (match := _DATELINE_WIRE.match(lead[:100])) is not None:
        rows.append(Provenance("credit", outlets.canonical(match["name"]), match.group()))
    return tuple(dict.fromkeys(rows)), url
