"""Datelines: "PORT HARKA, Velmark, May 12 (Norwire) --" names places and an agency."""

from __future__ import annotations

import re

from rashomon import outlets
from rashomon.model import NameType
from rashomon.names.tables import tables

_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{2,40}(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]{1,40}){0,3}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATELINE = re.compile(
    rf"\s*(?P<place>{_CAPITALS})(?P<wider>, (?!{_MONTH} \d)[A-Z][\w.]+(?: [A-Z][\w.]+)?)?"
    rf"(?P<day>,? (?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?)?"
    r"(?P<by>,? (?:\([^)\n]{2,40}\)|/[\w .]{2,20}/))?\s*(?:-{1,2}|[–—])\s"
)
# A dateline opens a paragraph among so many first ones: a title and a standfirst may come before.
_PARAGRAPHS = 3
_DAY = re.compile(rf",? *(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?$")

_LABELS = frozenset(
    "file exclusive opinion analysis breaking update updated watch video photo photos correction "
    "editorial live review interview fact explainer factbox timeline advisory urgent note by".split()
)

# (start, end, type, referent)
Held = tuple[int, int, NameType, str]


def dateline(text: str) -> tuple[int, int, tuple[Held, ...]]:
    """Where the text's dateline stands, and the names in it; (0, 0, ()) without one."""
    at = 0
    for _ in range(_PARAGRAPHS):
        match = _DATELINE.match(text, at, at + 160)
        if match is not None and _is_one(text, match):
            return match.start(), match.end(), tuple(_held(match))
        at = text.find("\n", at)
        if at < 0:
            break
        while text[at : at + 1] == "\n":
            at += 1
    return 0, 0, ()


def place_of(written: str) -> str:
    """A place that is written in capitals, as running text has it: "PORT HARKA", Port Harka."""
    known = tables().places
    titled = re.sub(r"[^\W\d_]+", lambda m: m.group().capitalize(), written)
    return known.get(written) or known.get(titled) or titled


def _is_one(text: str, match: re.Match[str]) -> bool:
    place = match["place"]
    known = tables()
    for word in place.split():
        folded = word.casefold()
        if word in known.no_name or folded in known.function_words or folded in _LABELS:
            return False
    if match["day"] or match["by"] or match["wider"]:
        return True
    # Capitals and a dash alone may be a slogan ("OPINION - ...").
    shown = place_of(place)
    return shown in known.places or text.find(shown, match.end()) >= 0


def _held(match: re.Match[str]) -> list[Held]:
    start, end = match.span("place")
    held: list[Held] = [(start, end, "place", place_of(match["place"]))]
    if match["wider"]:
        name = match["wider"][2:]
        # "Fla" and "Ind." are no names
        if not name.endswith(".") and (len(name) > 4 or name in tables().places):
            start = match.start("wider") + 2
            held.append((start, match.end("wider"), "place", place_of(name)))
    if match["by"]:
        inside = match["by"].strip(" ,()/")
        name = _DAY.sub("", inside)
        start = match.start("by") + match["by"].index(inside)
        if name[:1].isupper():
            held.append((start, start + len(name), "organisation", outlets.known(name) or name))
    return held
