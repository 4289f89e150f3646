"""The lineage of one family: who is the original, and on whom each copy hangs."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Sequence

from rashomon.copies import settings
from rashomon.copies.dates import surely_before
from rashomon.copies.fingerprints import of_words
from rashomon.copies.members import Member, member
from rashomon.copies.relations import Step, describe, stated, step
from rashomon.model import Article, Copy


def lineage(articles: Sequence[Article], before: Sequence[Copy] = ()) -> tuple[Copy, ...]:
    """The rows of one family: its head first, each after its parent.

    `before` are rows that this gave of some of the articles, as they are now. They are taken over
    where the others come after them all: what is new then changes nothing of what was.
    """
    members = _in_order([member(article) for article in articles])
    head = members[0]
    known = _known(members, before)
    rows = [
        Copy(head.article.id, head.article.id, None, "original", 1.0, _head_words(head, members))
    ]
    many = len(members) > settings.MOST_CANDIDATES
    prints = [set(of_words(one.words).tolist()) for one in members] if many else []
    for place, child in enumerate(members[1:], start=1):
        if place < len(known):
            rows.append(known[child.article.id])
            continue
        best = _parent(child, _candidates(place, members, prints))
        relation, evidence = describe(best)
        rows.append(
            Copy(
                child.article.id,
                head.article.id,
                best.parent.article.id,
                relation,
                round(best.alignment.share, 4),
                evidence,
            )
        )
    return tuple(rows)


def _known(members: Sequence[Member], before: Sequence[Copy]) -> dict[str, Copy]:
    """The rows of `before`, where they are one family's and its members still come first."""
    known = {copy.article_id: copy for copy in before}
    if {copy.family_id for copy in before} != {members[0].article.id}:
        return {}
    first = [one for one in members if one.article.id in known]
    same = members[: len(first)] == first == _in_order(first)
    return known if same and len(first) == len(known) else {}


def _head_words(head: Member, members: Sequence[Member]) -> str:
    """Why `head` is the original, in words."""
    others = [one for one in members if one is not head]
    parts = []
    if all(surely_before(head.when, one.when) for one in others):
        parts.append("published first")
    elif head.when is None:
        parts.append("without a date")
    naming = sum(stated(one, head) for one in others)
    if naming:
        parts.append(f"named as the source by {naming} of {len(others)}")
    if all(len(head.words.numbers) >= len(one.words.numbers) for one in others):
        parts.append("the longest")
    return "; ".join(parts) or "no sign that it was made from another"


def _in_order(members: Sequence[Member]) -> list[Member]:
    """The members so that none stands before one that was surely published before it.

    Of those that may be next the most original stands first: no teaser, without a credit, named
    by others as their source, earliest, longest; last of all the id decides.
    """
    named = Counter(source for one in members for source in one.sources)

    def originality(one: Member) -> tuple[object, ...]:
        return (
            one.article.kind == "teaser",
            bool(one.sources),
            -(named[one.outlet] + (named[one.address] if one.address else 0)),
            one.credit,
            one.when is None,
            one.when.low.timestamp() if one.when else 0.0,
            any(p.kind == "updated" for p in one.article.provenance),
            -len(one.words.numbers),
            one.article.id,
        )

    waiting = sorted(members, key=lambda one: (_low(one), one.article.id))
    ends = [(_high(one), one.article.id) for one in members]
    heapq.heapify(ends)
    done: set[str] = set()
    open_: list[tuple[tuple[object, ...], str, Member]] = []
    order: list[Member] = []
    next_ = 0
    while len(order) < len(members):
        while ends and ends[0][1] in done:
            heapq.heappop(ends)
        while next_ < len(waiting) and _low(waiting[next_]) < ends[0][0]:
            one = waiting[next_]
            heapq.heappush(open_, (originality(one), one.article.id, one))
            next_ += 1
        one = heapq.heappop(open_)[2]
        done.add(one.article.id)
        order.append(one)
    return order


def _low(one: Member) -> float:
    return one.when.low.timestamp() if one.when else float("-inf")


def _high(one: Member) -> float:
    return one.when.high.timestamp() if one.when else float("inf")


def _candidates(
    place: int, members: Sequence[Member], prints: Sequence[set[int]]
) -> Sequence[Member]:
    """The members before `place` that may be its parent: of many those that share most."""
    if place <= settings.MOST_CANDIDATES:
        return members[:place]
    mine = prints[place]
    ranked = sorted(
        range(place),
        key=lambda other: (len(prints[other] ^ mine), -len(prints[other] & mine), other),
    )
    chosen = {0, *ranked[: settings.MOST_CANDIDATES]}
    chosen |= {other for other in range(place) if stated(members[place], members[other])}
    return [members[other] for other in sorted(chosen)]


def _parent(child: Member, earlier: Sequence[Member]) -> Step:
    """The step from the one of `earlier` that the child is made from at the least cost."""
    return min((step(child, parent) for parent in earlier), key=_rank)


def _rank(one: Step) -> tuple[float, float]:
    """Least cost first; of equal ones the nearest before in time, else the nearest to the head."""
    child, parent = one.child.when, one.parent.when
    if child and parent and surely_before(parent, child):
        return round(one.cost, 1), -parent.low.timestamp()
    return round(one.cost, 1), 0.0
