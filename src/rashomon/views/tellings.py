"""The tellings of a story: each independent one with its copies under it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.model import Article, Copy
from rashomon.views import dates, stored, words
from rashomon.views.source import Source, source


@dataclass(frozen=True, slots=True)
class CopyNode:
    """A copy with the copies that were taken from it. `shared` is 0 to 1, of the copy's words."""

    source: Source
    relation: str
    shared: float
    shared_said: str
    evidence: str
    copies: tuple[CopyNode, ...]


@dataclass(frozen=True, slots=True)
class TellingView:
    """An independent telling. `first` says that no other one has as early a date."""

    source: Source
    first: bool
    words: int
    copies: tuple[CopyNode, ...]

    @property
    def copy_count(self) -> int:
        return sum(1 for _ in flat(self.copies))


def flat(nodes: Sequence[CopyNode], depth: int = 1) -> list[tuple[int, CopyNode]]:
    """All copies below, each with its depth, in the order in which they are shown."""
    found = []
    for node in nodes:
        found.append((depth, node))
        found += flat(node.copies, depth + 1)
    return found


def tellings(articles: Sequence[Article], copies: Mapping[str, Copy]) -> tuple[TellingView, ...]:
    """Tellings in the order of `articles`; a copy whose parent is not here heads its own."""
    here = {a.id for a in articles}
    below: dict[str, list[Article]] = {}
    tops = []
    for article in articles:
        parent = _parent(article, copies, here)
        if parent is None:
            tops.append(article)
        else:
            below.setdefault(parent, []).append(article)
    first = _first(tops)
    return tuple(
        TellingView(
            source(top, copies.get(top.id)),
            top.id == first,
            words.word_count(top.text),
            _nodes(top.id, below, copies, frozenset({top.id})),
        )
        for top in tops
    )


def _parent(article: Article, copies: Mapping[str, Copy], here: set[str]) -> str | None:
    copy = copies.get(article.id)
    if copy is None or copy.parent_id is None:
        return None
    # A parent that lies in another story leaves the copy at the top; so would a ring of copies.
    seen, at = {article.id}, copy.parent_id
    while at in copies and copies[at].parent_id is not None:
        if at in seen:
            return None
        seen.add(at)
        at = copies[at].parent_id or at
    return copy.parent_id if copy.parent_id in here else None


def _nodes(
    parent: str,
    below: Mapping[str, Sequence[Article]],
    copies: Mapping[str, Copy],
    above: frozenset[str],
) -> tuple[CopyNode, ...]:
    nodes = []
    for article in below.get(parent, ()):
        if article.id in above:
            continue
        copy = copies[article.id]
        nodes.append(
            CopyNode(
                source(article, copy),
                words.relation(copy.relation),
                copy.shared,
                words.share(copy.shared),
                stored.evidence(copy.evidence),
                _nodes(article.id, below, copies, above | {article.id}),
            )
        )
    return tuple(nodes)


def _first(tops: Sequence[Article]) -> str | None:
    """The telling that is dated before all others, where the dates tell."""
    dated = []
    for article in tops:
        bounds = dates.bounds_of(article.published)
        if bounds is None:
            return None
        time = article.published or ""
        dated.append((bounds[0], bounds[1], time if len(time) > 10 else "", article.id))
    if len(dated) < 2:
        return None
    dated.sort()
    (_, end, time, first), (start, _, next_time, _) = dated[0], dated[1]
    if end < start:
        return first
    both = time.endswith("Z") and next_time.endswith("Z")
    return first if both and time < next_time else None
