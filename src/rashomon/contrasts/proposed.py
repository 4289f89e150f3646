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
from rashomon.contrasts.context import (
    Place,
    actors_in,
    called,
    mentions_in,
    sentences,
    starts,
    stems,
)
from rashomon.contrasts.lens import Lens
from rashomon.model import Mention, Span

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
    r"\s+[“\"‘']?(?:(?:has|had|have|first|also|previously|formally|itself|himself|herself)\s+){0,3}"
    r"(?P<not>(?:did|does|has|had|have) (?:not|never)\s+|didn[’']t\s+|never\s+)?"
    r"(?:proposed?|initiated?|ask(?:ed)? for|requested?|put forward|raised? the idea|"
    r"offered to (?:host|hold|meet)|came up with)\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\bden(?:ies|ied|ying) that (?:his|her|its|their) (?:country|government|side|nation|state) "
    r"(?:had |has |have )?(?:ever |first )?(?:proposed|asked for|requested|initiated|sought|suggested)\b",
    re.IGNORECASE,
)
_DENIED_BEFORE = re.compile(r"\bden(?:ies|ied|ying) that\s+(?:the\s+)?$", re.IGNORECASE)
_STARTS = starts(
    "request requested suggestion suggested initiative initiated invitation urging behest insistence "
    "proposal proposed raised floated put ask asked offered came idea plan offer sought"
)
# Shared names make no shared proposal: only the words for what was proposed are compared.
_NAMES = re.compile(r"\b[^\W\d_a-z][\w’'-]*")
_ROLE_BETWEEN = re.compile(r"(?:[’']s)?\s(?:[a-z][\w-]*,?\s){0,4}")
_ACTOR_WITHIN = 40  # characters after "of" or "by" in which the actor must begin
_OPPOSED_STEMS = 1  # where one has the same actor propose what the other has it deny
_SHARED_STEMS = 2  # words of what was proposed that both sentences have


@dataclass(frozen=True, slots=True)
class _Proposal:
    place: Place
    start: int
    end: int
    actor: Mention
    denied: bool
    about: frozenset[str]
    named: frozenset[str] = frozenset()


def detect(lens: Lens) -> Iterator[Candidate]:
    """Tellings that name different proposers of the same thing."""
    found = {a.id: list(_proposals(lens, sentences(lens, a))) for a in lens.tellings}
    for one, two in combinations(lens.tellings, 2):
        for a in found[one.id]:
            for b in found[two.id]:
                if candidate := _compare(lens, a, b) or _sourced(lens, a, b):
                    yield candidate


def _proposals(lens: Lens, places: list[Place]) -> Iterator[_Proposal]:
    for index, place in enumerate(places):
        text = place.text
        if not place.may_hold(_STARTS):
            continue
        nearby = places[max(0, index - 1) : index + 1]
        called_here = frozenset(
            called(lens, m) for p in nearby for m in mentions_in(lens, p, 0, len(p.text))
        )
        about = stems(_NAMES.sub(" ", text))
        named = actors_in(lens, place)
        for match in _BEFORE_ACTOR.finditer(text):
            actors = [
                m
                for m in named
                if match.end() <= m.start - place.start < match.end() + _ACTOR_WITHIN
            ]
            if actors and actors[0].start - place.start <= match.end() + len("the former "):
                actor = _head(place, actors)
                end = max(match.end(), actor.end - place.start)
                side = re.match(r"[’']?s?\s+side\b", text[end:])
                end += side.end() if side else 0
                yield _Proposal(place, match.start(), end, actor, False, about, called_here)
        yield from _denied_own(place, named, about, called_here)
        for mention in named:
            start = mention.start - place.start
            after = _AFTER_ACTOR.match(text, mention.end - place.start)
            if after and start >= 0:
                outer = _DENIED_BEFORE.search(text, 0, start)
                denied = bool(after["not"]) != bool(outer)
                begin = outer.start() if outer else start
                yield _Proposal(place, begin, after.end(), mention, denied, about, called_here)


def _denied_own(
    place: Place, named: list[Mention], about: frozenset[str], called_here: frozenset[str]
) -> Iterator[_Proposal]:
    """ "Lindmar’s minister denied that his country had asked for ...": the body named before."""
    match = _OWN.search(place.text)
    if match:
        bodies = [m for m in named if m.type == "place" and m.end <= place.start + match.start()]
        if bodies:
            yield _Proposal(
                place, bodies[-1].start - place.start, match.end(), bodies[-1], True, about, called_here
            )  # fmt: skip


def _head(place: Place, actors: list[Mention]) -> Mention:
    """The person after a body's role: "US special envoy Corin Whitlock" is Whitlock."""
    actor = actors[0]
    for other in actors[1:]:
        between = place.text[actor.end - place.start : other.start - place.start]
        if other.type != "person" or not _ROLE_BETWEEN.fullmatch(between):
            break
        actor = other
    return actor


def _compare(lens: Lens, a: _Proposal, b: _Proposal) -> Candidate | None:
    first, second = called(lens, a.actor), called(lens, b.actor)
    named = stems(f"{first} {second} {a.actor.text} {b.actor.text}")
    about = (a.about & b.about) - named - _FRAME
    opposed = first == second and a.denied != b.denied
    if len(about) < (_OPPOSED_STEMS if opposed else _SHARED_STEMS):
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


def _sourced(lens: Lens, a: _Proposal, b: _Proposal) -> Candidate | None:
    """One proposer of one thing, on the word of different sources."""
    who = called(lens, a.actor)
    if a.denied or b.denied or who != called(lens, b.actor):
        return None
    if not (a.named & b.named) - {who} and len((a.about & b.about) - _FRAME) < _SHARED_STEMS:
        return None
    first, second = _source(lens, a), _source(lens, b)
    if first is None or second is None or {first[1], second[1]} & {who}:
        return None
    if first[1] == second[1]:
        return None
    sides = tuple(Side(span, f"on the word of {word}", word) for span, word in (first, second))
    return Candidate(
        f"Who says that {who} proposed it", "attribution", "soft", sides, 0.5, sort="who says so"
    )


def _source(lens: Lens, proposal: _Proposal) -> tuple[Span, str] | None:
    """The words from the source to the proposal, and who the source is."""
    start = proposal.place.start + proposal.start
    for statement in lens.statements[proposal.place.article.id]:
        span = statement.speaker_span
        if span is None or not any(s.start <= start < s.end for s in statement.content):
            continue
        end = proposal.place.start + proposal.end
        if proposal.place.start <= span.start < end and (word := lens.speaker(statement)):
            return Span(span.article_id, span.start, end), word
    return None


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
