"""Who, when and where from: what the lines around an article say of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon import outlets
from rashomon.model import DateHint, Provenance
from rashomon.reading.flattened import patterns as p
from rashomon.reading.flattened.apart import is_update
from rashomon.reading.flattened.dates import age_hint, date_line, text_hints
from rashomon.reading.flattened.features import COLUMN, Matrix
from rashomon.reading.flattened.pieces import Piece
from rashomon.reading.flattened.settings import EDGE
from rashomon.reading.flattened.sources import sources
from rashomon.reading.flattened.units import Unit

_BY = re.compile(
    r"^(?:by|author|written by|words by|reported by|story by|posted by)\b:?\s+(?P<who>[^\W\d_].{1,80})$",
    re.I,
)
_BY_END = re.compile(
    r"\b(?:by|author:)\s+(?P<who>[A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]+){1,3})", re.I
)
_WHO_END = re.compile(
    r"\s*(?:[|•·(]|,| in (?=[A-Z])| for (?=[A-Z])|\s[-–—]\s|\s(?:updated|published|posted)\b)", re.I
)
_BIO_AT = re.compile(
    r"\b(?:editor|reporter|correspondent|journalist|columnist|writer|producer|contributor|analyst|"
    r"chief|anchor|host|critic)s?\b[^.]{0,60}?\b(?:at|for|of|with)\s+(?P<name>(?:[Tt]he\s+)?[A-Z][\w&'’.-]*"
    r"(?:\s+(?:(?:of|the|and|&|de|in)\s+)?[A-Z][\w&'’-]*){0,4})"
)
_BIO_COVERS = re.compile(
    r"\bcovers\b[^.]{2,60}\bfor\s+(?P<name>(?:[Tt]he\s+)?[A-Z][\w&'’-]*(?:\s+[A-Z][\w&'’-]*){0,4})"
)
_BIO_WHO = re.compile(
    r"^(?:About the author:?\s*)?(?P<who>[A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]+){1,3}) (?:is|was|has been|works|covers|writes)\b"
)
_LABELLED = re.compile(
    r"^(?:source|outlet|publisher|publication|from|via)\s*[:：]\s*(?P<name>[^\W\d_].{1,50})$", re.I
)
_NAMEISH = re.compile(r"^(?:the\s+)?[^\W\d_][\w&'’.\-!+ ()/]{1,48}$", re.I)
# Words that names of outlets are made of: general knowledge of the press in English.
_PRESS = re.compile(
    r"\b(?:news|post|times|today|herald|journal|tribune|daily|press|gazette|guardian|independent|"
    r"agency|tv|radio|magazine|review|wire|online|observer|standard|star|mail|telegraph|chronicle|"
    r"globe|broadcasting|network|media|bulletin|courier|examiner|monitor|weekly|ledger|record)\b|\.\w{2,4}$",
    re.I,
)
_LABELS = frozenset("time updated published posted last modified date by on".split())
# Columns of lines in the head that say nothing of the article's author or date.
_ASIDE = ("caption", "note", "more", "more_inline", "ask", "promo", "legal", "cookie", "comment")


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


def about(piece: Piece, units: Sequence[Unit], features: Matrix, title: str | None) -> About:
    """Read the head, the tail and the first and last paragraph of `piece`."""
    lines = [k for k in piece.head() if k not in piece.titles and k not in piece.standfirst]
    head = [units[k].text for k in lines if not _aside(features, k)]
    notes = [units[k].text for k in lines if _aside(features, k)]
    tail = [units[k].text for k in piece.tail]
    lead = units[piece.body[0]].text
    end = units[piece.body[-1]].text
    short = [line for line in (*head, *_known_titles(piece, units, title)) if len(line) <= 120]
    byline, outlet = _who(short, tail)
    published, basis, hints = _when(short, lead)
    provenance, url = sources([*head, *notes], tail, lead, end)
    if outlet is None:
        outlet = _translator(provenance)
    return About(byline, outlet, url, published, basis, tuple(dict.fromkeys(hints)), provenance)


def _translator(provenance: Sequence[Provenance]) -> str | None:
    """The outlet whose team translated the article and so printed it here."""
    for row in provenance:
        if row.kind == "translated":
            name = re.sub(r"\s+(?:team|staff|desk|editors?)$", "", row.value, flags=re.I)
            if (known := outlets.known(name)) is not None:
                return known
    return None


def _aside(features: Matrix, k: int) -> bool:
    return any(features[k, COLUMN[name]] > 0 for name in _ASIDE)


def _known_titles(piece: Piece, units: Sequence[Unit], title: str | None) -> list[str]:
    """Lines that were read as headlines and differ from the one chosen."""
    return [units[k].text for k in piece.titles if " ".join(units[k].text.split()) != title]


def _when(head: list[str], lead: str) -> tuple[str | None, str | None, list[DateHint]]:
    published: str | None = None
    basis: str | None = None
    updated: str | None = None
    hints: list[DateHint] = []
    changed: list[DateHint] = []  # the day of a change says when, where nothing else does
    for line in head:
        hint = age_hint(line)
        if hint is not None:
            hints.append(hint)
        found = date_line(line)
        if found is None:
            continue
        change = is_update(line)
        if not found.whole:
            partial = DateHint("partial", found.value, found.text)
            (changed if change else hints).append(partial)
        elif change:
            updated = updated or found.value
        elif published is None:
            published, basis = found.value, "date line"
    if not hints and published is None and updated is None:
        hints += changed
    if published is None and updated is not None:
        published, basis = updated, "date line (updated)"
    dateline, more = text_hints(lead)
    if published is None and dateline is not None:
        published, basis = dateline, "dateline"
    return published, basis, [*hints, *more]


def _who(head: list[str], tail: list[str]) -> tuple[str | None, str | None]:
    byline: str | None = None
    outlet: str | None = None
    aged = any(p.AGE.search(line) for line in head)
    for line in head:
        match = _BY.match(line) or (_BY_END.search(line) if p.DATE.search(line) else None)
        if match is not None:
            if byline is None and not outlets.known(match["who"].strip()):
                byline = _clean_name(match["who"])
            elif outlet is None:
                outlet = outlets.known(match["who"].strip())
            continue
        if outlet is None:
            outlet = _outlet_of(line, aged and head.count(line) > 1)
    for place, line in enumerate(head):
        after = head[place + 1] if place + 1 < len(head) else ""
        if byline is None and p.NAME_LINE.match(line) and p.ROLE.search(after) and len(after) < 60:
            byline = line
    for place, line in enumerate(tail):
        text = line[:EDGE]
        after = tail[place + 1] if place + 1 < len(tail) else ""
        if byline is None and p.NAME_LINE.match(text) and p.ROLE.search(after) and len(after) < 60:
            byline = text
        if not p.has(text.lower(), p.BIO_WORDS) or not p.BIO.search(text):
            continue
        at = _BIO_AT.search(text) or _BIO_COVERS.search(text)
        if outlet is None and at is not None:
            outlet = outlets.canonical(at["name"].rstrip(".,"))
        if byline is None and (who := _BIO_WHO.match(text)) is not None:
            byline = who["who"]
    return byline, outlet


def _outlet_of(line: str, twice: bool) -> str | None:
    """The outlet that a line of the head names; `twice`: it stands there twice, with an age."""
    age = p.SOURCE_AGE.match(line)
    labelled = _LABELLED.match(line)
    if age is not None:
        name = age["name"].strip(" -–—|·•,")
    elif labelled is not None:
        name = labelled["name"].strip()
    else:
        name = next(
            (part for part in re.split(r"\s*[|·•]\s*|\s+[-–—]\s+", line) if outlets.known(part)),
            line,
        )
        name = name.strip()
    if name.casefold() in _LABELS or not _NAMEISH.match(name):
        return None
    if outlets.known(name):
        return outlets.canonical(name)
    sure = age is not None or labelled is not None or twice
    return (
        name
        if sure and (twice or labelled is not None or _PRESS.search(name) or age is not None)
        else None
    )


def _clean_name(text: str) -> str | None:
    name = p.DATE.split(_WHO_END.split(text)[0])[0].strip(" ,;|-–—:")
    if name.isupper():
        name = name.title()
    return name or None
