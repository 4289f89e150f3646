"""Agency: who proposed it. A small frame that news keeps using, in noun, verb and passive form.

    at the request of X | the initiative came from X | proposed by X | X proposed | X did not ask for

The slot is X; two tellings are compared where the sentences share what was proposed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from rashomon.contrasts.candidate import Candidate, Side
from rashomon.contrasts.context import Place, actors_in, called, sentences, stems
from rashomon.contrasts.lens import Lens
from rashomon.model import Mention

_NOUN = r"(?:initiative|proposal|idea|suggestion|invitation|offer|request|plan)"
_LIGHT = r"(?:largely|mainly|first|originally|initially|actually|reportedly|formally)?\s*"
# The actor stands after these ...
_BEFORE_ACTOR = re.compile(
    rf"\bat the (?:request|suggestion|initiative|invitation|urging|behest|insistence|proposal) of\s"
    rf"|\b{_NOUN}\b[^.;:“”\"]{{0,90}}?\b{_LIGHT}(?:came|comes|originated|stemmed)\s{_LIGHT}from\s"
    rf"|\b(?:was|were|been|is) {_LIGHT}(?:proposed|requested|initiated|put forward|raised|floated)"
    rf" {_LIGHT}by\s",
    re.IGNORECASE,
)
# ... and before these.
_AFTER_ACTOR = re.compile(
    r"\s+(?:(?:has|had|have|first|also|previously|formally|itself|himself|herself)\s+){0,3}"
    r"(?P<not>(?:did|does|has|had|have) (?:not|never)\s+|didn[’']t\s+|never\s+)?"
    r"(?:proposed?|initiated?|ask(?:ed)? for|requested?|put forward|raised? the idea|"
    r"offered to (?:host|hold|meet)|came up with)\b",
    re.IGNORECASE,
)
_ANY_FRAME = re.compile(
    rf"\b(?:request|suggest|initiat|invitation|urging|behest|insistence|propos|raised|floated|put forward|"
    rf"ask(?:ed)? for|offered|came up|{_NOUN})", re.IGNORECASE,
)  # fmt: skip
# Shared names make no shared proposal: only the words for what was proposed are compared.
_NAMES = re.compile(r"\b[^\W\d_a-z][\w’'-]*")
_ACTOR_WITHIN = 40  # characters after "of" or "by" in which the actor must begin
_SHARED_STEMS = 2  # words of what was proposed that both sentences have


@dataclass(frozen=True, slots=True)
class _Proposal:
    place: Place
    start: int
    end: int
    actor: Mention
    denied: bool
    about: frozenset[str]


def detect(lens: Lens) -> Iterator[Candidate]:
    """Tellings that name different proposers of the same thing."""
    found = {a.id: list(_proposals(lens, sentences(lens, a))) for a in lens.tellings}
    for one, two in combinations(lens.tellings, 2):
        for a in found[one.id]:
            for b in found[two.id]:
                if candidate := _compare(lens, a, b):
                    yield candidate


def _proposals(lens: Lens, places: list[Place]) -> Iterator[_Proposal]:
    for place in places:
        text = place.text
        if not _ANY_FRAME.search(text):
            continue
        about = stems(_NAMES.sub(" ", text))
        named = actors_in(lens, place)
        for match in _BEFORE_ACTOR.finditer(text):
            actors = [
                m
                for m in named
                if match.end() <= m.start - place.start < match.end() + _ACTOR_WITHIN
            ]
            if actors and actors[0].start - place.start <= match.end() + len("the former "):
                end = max(match.end(), actors[0].end - place.start)
                side = re.match(r"[’']?s?\s+side\b", text[end:])
                end += side.end() if side else 0
                yield _Proposal(place, match.start(), end, actors[0], False, about)
        for mention in named:
            start = mention.start - place.start
            after = _AFTER_ACTOR.match(text, mention.end - place.start)
            if after and start >= 0:
                yield _Proposal(place, start, after.end(), mention, bool(after["not"]), about)


def _compare(lens: Lens, a: _Proposal, b: _Proposal) -> Candidate | None:
    first, second = called(lens, a.actor), called(lens, b.actor)
    named = stems(f"{first} {second} {a.actor.text} {b.actor.text}")
    about = (a.about & b.about) - named - _FRAME
    if len(about) < _SHARED_STEMS:
        return None
    if a.denied == b.denied:
        if a.denied or _one_side(a.actor, first, b.actor, second):
            return None
    elif first != second:
        return None
    sides = tuple(
        Side(
            p.place.span(p.start, p.end),
            f"not {who}" if p.denied else who,
            f"{'not ' if p.denied else ''}{who}",
        )
        for p, who in ((a, first), (b, second))
    )
    what = _shared_words(a, b, about)
    return Candidate(
        f"Who proposed it: “{what}”?", "agency", "strong", sides, 0.95, sort="who proposed"
    )


# Words of the frame itself say nothing of what was proposed.
_FRAME = stems(
    "request suggestion initiative invitation urging proposal idea offer plan came originated "
    "proposed requested initiated raised floated asked forward side agreement reached principle"
)


def _one_side(one: Mention, first: str, two: Mention, second: str) -> bool:
    """The same actor, or one speaks for the other: "US envoy" and the United States."""
    if first == second:
        return True
    return any(
        (role := mention.role or "") and (other in role or text in role)
        for mention, other, text in ((one, second, two.text), (two, first, one.text))
    )


def _shared_words(one: _Proposal, two: _Proposal, about: frozenset[str]) -> str:
    """The words for what was proposed: from the first that both share to the last, if near."""
    phrases = []
    for proposal in (one, two):
        text = proposal.place.text
        at = [m for m in re.finditer(r"[^\W\d_]{4,}", text) if stems(m.group()) & about]
        phrases.append(text[at[0].start() : at[-1].end()])
        phrases += [text[a.start() : b.end()] for a, b in pairwise(at)]
    short = [p for p in phrases if 1 < len(p.split()) <= 5]
    return min(short, key=lambda p: (len(p.split()), p)) if short else " ".join(sorted(about))
