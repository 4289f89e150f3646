"""Where a page says that an article comes from: addresses, first publication, wire credits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon import outlets
from rashomon.model import Provenance
from rashomon.reading.flattened import patterns as p
from rashomon.reading.flattened.apart import is_update
from rashomon.reading.flattened.dates import date_line

_ORIGINAL = re.compile(
    r"^\W*(?:original|source|original (?:article|source|link|url)|via|read at|link|url)\s*[:：]\s*(?P<url>https?://\S+)", re.I
)  # fmt: skip
_NAME = r"(?:the\s+)?[A-Z][\w&'’-]*(?:[. ](?:(?:of|the|and|&)\s+)?[A-Z][\w&'’-]*){0,4}"
_FIRST = re.compile(
    rf"\b(?:first|originally) (?:published|appeared|posted|ran)\s+(?:by|in|on|at)\s+(?P<name>{_NAME}|[a-z][\w-]*(?:\.[a-z]{{2,}})+)"
)
_TRANSLATED = re.compile(
    r"\b(?:was |been )?translated\b[^.]{0,40}?(?:\bby (?P<who>[^.]{2,60})|\bfrom (?P<language>[A-Z]\w+))", re.I
)  # fmt: skip
_CREDIT_PAREN = re.compile(r"\(\s*(?P<name>[A-Z][\w.&/ -]{1,28})\s*\)\s*$")
_REPORTING = re.compile(
    r"\((?:additional )?(?:reporting|writing|compiled|edited|editing|with reporting|report)\b[^()]{3,300}\)\s*$", re.I
)  # fmt: skip
_REPORTING_LINE = re.compile(
    r"^(?:additional |with )?(?:reporting|writing|editing|compiled)\b.{0,12}\b(?:by|from)\b.{3,200}$", re.I
)  # fmt: skip
_UPDATED = re.compile(r"\b(?:updated?|corrected)\b", re.I)
_WIRE_WORD = re.compile(r"\b(?:agency|wire|press|news|service)\b", re.I)
# "LONDON, Aug. 7 (Wire) --"
_DATELINE = re.compile(
    r"^(?P<place>[A-ZÀ-Þ][\w.'’\-]+(?:[ /][A-ZÀ-Þ][\w.'’\-]+){0,2})(?:,\s*[A-ZÀ-Þ][\w.]+(?: [A-Z][\w.]+)?)?"
    rf"(?P<date>,?\s*(?i:{p.MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{p.MONTH})(?:,?\s+\d{{4}})?)?"
    r"\s*(?P<wire>[(/\[]\s*[A-Z][\w .&/\-]{1,30}[)/\]])\s*(?:--+|[–—]|:|-(?=\s))"
)
# Characters of a paragraph's end in which a credit may stand.
_END = 400


def sources(
    head: Sequence[str], tail: Sequence[str], lead: str, end: str
) -> tuple[tuple[Provenance, ...], str | None]:
    """Provenance rows from the lines around an article and its ends, and its original's URL."""
    rows: list[Provenance] = []
    url: str | None = None
    for line in (*head, *tail, end[-_END:]):
        short = line[-_END:] if line is end else line[:_END]
        if (match := _ORIGINAL.match(short)) is not None:
            address = match["url"].rstrip(".,;)")
            url = url or address
            rows.append(Provenance("original", address, short))
            continue
        low = short.lower()
        if p.has(low, ("first", "originally")) and (match := _FIRST.search(short)) is not None:
            rows.append(Provenance("first-published", outlets.canonical(match["name"]), short))
        if "translated" in low and (match := _TRANSLATED.search(short)) is not None:
            who = re.sub(
                r"^(?:the|our)\s+", "", (match["who"] or match["language"]).strip(), flags=re.I
            )
            rows.append(Provenance("translated", who, short))
        if is_update(short):
            found = date_line(short)
            when = found.value if found is not None and found.whole else "updated"
            rows.append(Provenance("updated", when, short))
        elif p.NOTE.match(short) and _UPDATED.search(short):
            rows.append(Provenance("updated", "updated", short))
    for line in (end[-_END:], *tail[:3]):
        rows.extend(_credits(line, alone=line is not end))
    opening = _DATELINE.match(lead[:100])
    if opening is not None and opening["wire"]:
        name = opening["wire"].strip("()[]/ ")
        place = opening["place"]
        if outlets.agency(name) or ((opening["date"] or place.isupper()) and "-" not in name):
            rows.append(Provenance("credit", outlets.canonical(name), opening.group().strip()))
    return tuple(dict.fromkeys(rows)), url


def _credits(line: str, alone: bool) -> list[Provenance]:
    text = line[-_END:]
    reporting = _REPORTING.search(text) if "(" in text else None
    if reporting is None and not text.startswith("(") and _caption(text):
        return []
    if (match := reporting) is not None:
        return [Provenance("credit", match.group().strip("() "), match.group().strip())]
    if len(text) < 240 and (match := _REPORTING_LINE.match(text)) is not None:
        return [Provenance("credit", match.group().strip(), match.group())]
    match = _CREDIT_PAREN.search(text)
    if match is None:
        return []
    name = match["name"].strip()
    whole = alone and match.start() == 0
    if outlets.agency(name) or (whole and _WIRE_WORD.search(name)):
        return [Provenance("credit", outlets.canonical(name), match.group().strip())]
    return []


def _caption(text: str) -> bool:
    return p.has(text.lower(), p.CAPTION_SIGNS) and bool(p.CAPTION.search(text))
