"""Opposite polarity: one telling has someone refuse what another has the same one not rule out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from rashomon.contrasts.candidate import Candidate, Side
from rashomon.contrasts.context import Place, actors_in, called, sentences, starts, stems
from rashomon.contrasts.lens import Lens
from rashomon.model import Mention

_AUX = r"\s+(?:(?:has|had|have|so far|repeatedly|again|also|still|is|was|are|were)\s+){0,4}"
_OPEN = re.compile(
    _AUX
    + r"(?:(?:did|does|has|have|had) (?:not|never) (?:yet )?(?:rul(?:e|ed) out|refused?|reject(?:ed)?)"
    r"|never (?:refused|rejected|ruled out))",
    re.IGNORECASE,
)
_SHUT = re.compile(
    _AUX + r"(?:refus(?:ed|es|ing)(?: to)?|rejected|ruled out|declined to|turned down)\b",
    re.IGNORECASE,
)
_STARTS = starts("refused rejected rule ruled declined turned")
_CUES = stems(
    "refused refuse refusing rejected reject ruled declined turned ready open willing agreed prepared never possibility"
)


@dataclass(frozen=True, slots=True)
class _Stand:
    place: Place
    start: int
    end: int
    actor: Mention
    open: bool
    about: frozenset[str]


def detect(lens: Lens) -> Iterator[Candidate]:
    """Tellings in which the same person or body refuses, and does not refuse, the same thing."""
    found = {a.id: list(_stands(lens, sentences(lens, a))) for a in lens.tellings}
    for one, two in combinations(lens.tellings, 2):
        for a in found[one.id]:
            for b in found[two.id]:
                who = called(lens, a.actor)
                if a.open == b.open or who != called(lens, b.actor):
                    continue
                about = (a.about & b.about) - stems(who) - _CUES
                if not about:
                    continue
                sides = tuple(
                    Side(
                        s.place.span(s.start, s.end),
                        "not refused" if s.open else "refused",
                        "open" if s.open else "shut",
                    )
                    for s in (a, b)
                )
                what = _shared(a if not a.open else b, about)
                yield Candidate(
                    f"Has {who} refused to {what}?" if what else f"Has {who} refused?",
                    "agency", "strong", sides, 0.8, sort="refused",
                )  # fmt: skip


def _shared(shut: _Stand, about: frozenset[str]) -> str:
    """The verb after "refused to", where the other telling has it too."""
    match = re.search(r"\brefus(?:ed|es|ing) to (?P<verb>[^\W\d_]+)", shut.place.text)
    return match["verb"] if match and stems(match["verb"]) & about else ""


def _stands(lens: Lens, places: list[Place]) -> Iterator[_Stand]:
    for place in places:
        text = place.text
        if not place.may_hold(_STARTS):
            continue
        for mention in actors_in(lens, place):
            at = mention.end - place.start
            is_open = _OPEN.match(text, at)
            match = is_open or _SHUT.match(text, at)
            if match and mention.start >= place.start:
                end = re.compile(r"[,.;:!?“”\"]|\bbut\b|$").search(text, match.end())
                stop = end.start() if end else len(text)
                yield _Stand(
                    place, mention.start - place.start, len(text[:stop].rstrip()), mention,
                    bool(is_open), stems(text[:at] + text[match.end():] if is_open else text[match.end():stop]),
                )  # fmt: skip
