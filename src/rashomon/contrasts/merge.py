"""Candidates found between pairs of tellings, made one where they speak of the same thing."""

from __future__ import annotations

from dataclasses import replace

from rashomon.contrasts import settings
from rashomon.contrasts.candidate import Candidate, Side

# Kinds whose topics hold words of the two sides: what is found in the same way meets.
_BY_SORT = frozenset(("agency", "attribution"))


def merged(candidates: list[Candidate]) -> list[Candidate]:
    """Candidates of one topic and kind that share a side become one with all their sides.

    A side is shared where its words overlap in the same article. The order does not matter. What
    is a rival account of one telling and a later word beside another is shown as a rival account.
    """
    groups: list[list[Candidate]] = []
    for candidate in sorted(candidates, key=lambda c: (-c.weight, c.kind, c.topic, _place(c))):
        touching = [g for g in groups if any(_meets(candidate, other) for other in g)]
        joined = [candidate, *(c for group in touching for c in group)]
        groups = [g for g in groups if g not in touching]
        groups.append(joined)
    return [_one(sorted(g, key=lambda c: (-c.weight, _place(c)))) for g in groups]


def _place(candidate: Candidate) -> tuple[tuple[str, int], ...]:
    return tuple((s.span.article_id, s.span.start) for s in candidate.sides)


def _meets(one: Candidate, two: Candidate) -> bool:
    return (
        (one.kind == two.kind or "update" in (one.kind, two.kind))
        and (one.topic == two.topic or (one.kind in _BY_SORT and one.sort == two.sort != ""))
        and any(_overlap(a, b) for a in one.sides for b in two.sides)
    )


def _overlap(a: Side, b: Side) -> bool:
    return (
        a.field == b.field
        and a.span.article_id == b.span.article_id
        and a.span.start < b.span.end
        and b.span.start < a.span.end
    )


def _one(group: list[Candidate]) -> Candidate:
    # A month that holds one of two rival days is no third account.
    group = [c for c in group if c.sort != "day named"] or group
    sides: list[Side] = []
    for candidate in group:
        for side in candidate.sides:
            if not any(_overlap(side, other) for other in sides):
                sides.append(side)
    lacking = dict.fromkeys(article for c in group for article in c.lacking)
    kept = sides[: settings.MOST_SIDES]
    # One side of each value stays, whatever is cut.
    values = {s.value for s in kept}
    for side in sides[settings.MOST_SIDES :]:
        if side.value not in values:
            values.add(side.value)
            kept.append(side)
    return replace(group[0], sides=tuple(kept), lacking=tuple(lacking))
