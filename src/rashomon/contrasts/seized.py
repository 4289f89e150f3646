"""Agency: what became of people in somebody's hands, as one telling has it and as another.

    two crew members were invited to give testimony | were detained | were abducted

A small frame with the words that the two sides of such stories use; sentences are compared where
they share what they speak of, and tellings where each keeps to its word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from rashomon.contrasts import settings
from rashomon.contrasts.candidate import Candidate, Side
from rashomon.contrasts.context import Place, sentences, starts, stems
from rashomon.contrasts.lens import Lens
from rashomon.model import Article
from rashomon.text.quotes import quotations

# Each class excludes the others. General English of news.
_CLASSES = {
    "invited": r"invited|offered shelter|welcomed",
    "detained": r"detained|arrested|held|jailed|imprisoned|taken into custody|in custody|in detention",
    "abducted": r"abducted|kidnapped|captured|taken (?:hostage|captive|prisoner)",
    "evacuated": r"evacuated|rescued|resettled",
    "deported": r"deported|forcibly (?:moved|taken|transferred)|expelled",
    "surrendered": r"surrendered|laid down (?:their|his|her) arms|gave themselves up",
}
_PEOPLE = (
    r"(?:people|men|women|children|civilians|soldiers|troops|passengers|workers|crew members|"
    r"members of (?:the|its) crew|crew|sailors|seamen|fishermen|journalists|reporters|activists|"
    r"protesters|migrants|refugees|students|officers|tourists|residents|fighters|villagers)"
)
_FRAME = re.compile(
    rf"\b(?P<people>{_PEOPLE})\b(?:\s+(?:of|from|on|who|in)\s[^.;“”\"]{{0,60}}?)?\s*(?:,[^.;,“”\"]{{0,60}},)?\s+"
    r"(?:(?:were|was|have|had|has|been|are|is|remain(?:ed)?|being|also|still)\s+){1,3}"
    rf"(?:{'|'.join(f'(?P<{k}>{v})' for k, v in _CLASSES.items())})\b",
    re.IGNORECASE,
)

_STARTS = starts(" ".join(_CLASSES.values()))


@dataclass(frozen=True, slots=True)
class _Told:
    place: Place
    start: int
    end: int
    kind: str
    people: str
    about: frozenset[str]


def detect(lens: Lens) -> Iterator[Candidate]:
    """Tellings that have the same people invited, detained, abducted, each in its own words."""
    found = {a.id: list(_told(lens, a)) for a in lens.tellings}
    for one, two in combinations(lens.tellings, 2):
        first, second = found[one.id], found[two.id]
        if not first or not second or {t.kind for t in first} & {t.kind for t in second}:
            continue
        pairs = [(len(a.about & b.about), a, b) for a in first for b in second]
        shared, a, b = max(pairs, key=lambda p: p[0])
        if shared >= settings.COUNT_CONTEXT:
            sides = tuple(Side(t.place.span(t.start, t.end), t.kind, t.kind) for t in (a, b))
            yield Candidate(
                f"What became of the {a.people}: {' or '.join(sorted((a.kind, b.kind)))}?",
                "agency", "strong", sides, 0.7, sort="seized",
            )  # fmt: skip


def _told(lens: Lens, article: Article) -> Iterator[_Told]:
    quoted = [(q.start, q.end) for q in quotations(article.text)]
    for place in sentences(lens, article):
        match = _FRAME.search(place.text) if place.may_hold(_STARTS) else None
        if not match:
            continue
        kind = next(k for k in _CLASSES if match[k])
        at = place.start + match.start()
        if any(s <= at < e for s, e in quoted):
            continue
        yield _Told(place, match.start(), match.end(), kind, match["people"], stems(place.text))
