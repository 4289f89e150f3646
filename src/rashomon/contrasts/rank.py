"""Candidates in the order in which a reader wants them, as contrasts with ids."""

from __future__ import annotations

from collections import Counter

from rashomon.contrasts import settings
from rashomon.contrasts.candidate import Candidate
from rashomon.contrasts.lens import Lens
from rashomon.model import Contrast, Span, Telling, content_id


def ranked(lens: Lens, candidates: list[Candidate]) -> tuple[Contrast, ...]:
    """Best first: weight of the anchor and number of tellings; no kind crowds out the others.

    Candidates that show the same words twice are told once.
    """
    story_id = lens.material.story.id
    order = sorted(candidates, key=lambda c: (-_worth(lens, c), c.kind, _key(c)))
    taken: list[Candidate] = []
    kinds: Counter[str] = Counter()
    for candidate in order:
        if kinds[candidate.kind] >= settings.MOST_OF_A_KIND or _told(candidate, taken):
            continue
        kinds[candidate.kind] += 1
        taken.append(candidate)
    spread = _spread(taken)[: settings.MOST_OF_A_STORY]
    return tuple(
        Contrast(
            id=content_id("contrast", story_id, c.kind, _key(c)),
            story_id=story_id,
            rank=number,
            topic=c.topic,
            kind=c.kind,
            strength=c.strength,
            tellings=tuple(
                Telling(
                    s.span.article_id, "title" if s.field == "title" else "text", s.span, s.reading
                )
                for s in c.sides
            ),
        )
        for number, c in enumerate(spread, start=1)
    )


def _worth(lens: Lens, candidate: Candidate) -> float:
    families = {lens.family_of(s.span.article_id) for s in candidate.sides}
    return (
        candidate.weight
        + 0.05 * (len(families) - 2)
        + (0.2 if candidate.strength == "strong" else 0.0)
    )


def _key(candidate: Candidate) -> str:
    return ";".join(
        f"{s.span.article_id}:{s.field}:{s.span.start}-{s.span.end}" for s in candidate.sides
    )


def _told(candidate: Candidate, taken: list[Candidate]) -> bool:
    """Whether a better one of the kind shows the same words, or the same lack of one voice."""
    if candidate.kind == "omission" and any(
        other.lacking == candidate.lacking
        and (
            any(_overlap(a.span, b.span) for a in candidate.sides for b in other.sides)
            or candidate.who == other.who != ""
        )
        for other in taken
        if other.kind == "omission"
    ):
        return True
    return any(
        all(
            any(
                s.span.article_id == t.span.article_id
                and s.span.start < t.span.end
                and t.span.start < s.span.end
                for t in other.sides
            )
            for s in candidate.sides
        )
        for other in taken
        if other.kind == candidate.kind
    )


def _spread(candidates: list[Candidate]) -> list[Candidate]:
    """At most two of a kind among the first four, where others are there to take the place."""
    first: list[Candidate] = []
    kinds: Counter[str] = Counter()
    for candidate in candidates:
        if len(first) < 4 and kinds[candidate.kind] < 2:
            kinds[candidate.kind] += 1
            first.append(candidate)
    return first + [c for c in candidates if c not in first]


def _overlap(a: Span, b: Span) -> bool:
    return a.article_id == b.article_id and a.start < b.end and b.start < a.end
