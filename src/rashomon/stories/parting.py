"""Which copy families stand together once a reader's decisions are laid over the grouping."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from rashomon.model import Article, Copy, Story
from rashomon.stories import families, grouping, settings, telling
from rashomon.stories.families import oldest_first


class _Part(Protocol):
    @property
    def article_ids(self) -> tuple[str, ...]: ...


class _Decision(Protocol):
    @property
    def number(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def parts(self) -> Sequence[_Part]: ...


@dataclass(frozen=True, slots=True)
class Unit:
    """A copy family, or an article alone; `base` is its story's place in the grouping."""

    article_ids: tuple[str, ...]
    base: int


class Retelling:
    """The grouping's own words and scores for a few of its articles."""

    def __init__(self, articles: Sequence[Article], copies: Sequence[Copy]) -> None:
        self.articles = {a.id: a for a in articles}
        self.copies = {c.article_id: c for c in copies}

    def told(self, ids: Collection[str]) -> Story:
        """One story of the articles `ids`: title, tellings, outlets, dates and reasons."""
        items, found = self._grouped(ids)
        (story,) = telling.stories(items, replace(found, cluster=[0] * len(items)), ())
        return story

    def scores(self, ids: Collection[str]) -> dict[tuple[str, str], float]:
        """How alike families are, by any of their articles; what is not listed is unlike."""
        items, found = self._grouped(ids)
        return {
            (one.id, other.id): link.score
            for n, links in enumerate(found.links)
            for link in links
            for one in items[n].members
            for other in items[link.other].members
        }

    def _grouped(self, ids: Collection[str]) -> tuple[list[families.Item], grouping.Grouping]:
        ordered = sorted(ids)
        items = families.items(
            [self.articles[i] for i in ordered],
            [self.copies[i] for i in ordered if i in self.copies],
        )
        return items, grouping.by_event([item.features for item in items], settings.LEAN)


class Parting:
    """The clusters of units that `decided` leaves, and which decision last moved a unit (`by`)."""

    def __init__(
        self, grouped: Sequence[Story], decided: Sequence[_Decision], retelling: Retelling
    ) -> None:
        self.retelling = retelling
        self.decided = decided
        self.units = _units(grouped, retelling)
        self.unit_of = {i: u for u, unit in enumerate(self.units) for i in unit.article_ids}
        self.cluster = [unit.base for unit in self.units]
        self.held: dict[int, set[int]] = defaultdict(set)
        for unit, cluster in enumerate(self.cluster):
            self.held[cluster].add(unit)
        self.by: dict[int, _Decision] = {}
        # What each decision names: unit -> parts.
        self.named: list[dict[int, set[int]]] = []
        for turn, decision in enumerate(decided):
            self.named.append(self._names(decision))
            self._lay_on(turn)

    def clusters(self) -> list[list[int]]:
        """Units that stand together, each list and all of them oldest first."""
        return sorted(sorted(units) for units in self.held.values() if units)

    def _names(self, decision: _Decision) -> dict[int, set[int]]:
        named: dict[int, set[int]] = defaultdict(set)
        for place, part in enumerate(decision.parts):
            for i in part.article_ids:
                if i in self.unit_of:
                    named[self.unit_of[i]].add(place)
        if decision.kind in ("split", "move"):
            # A family that has come to hold articles of both sides goes with the one named.
            return {u: {0} if 0 in places else places for u, places in named.items()}
        return dict(named)

    def _lay_on(self, turn: int) -> None:
        decision, named = self.decided[turn], self.named[turn]
        if decision.kind == "merge":
            self._merge(decision, named)
        elif decision.kind == "move":
            moved = [u for u in sorted(named) if 0 in named[u]]
            target = [u for u in sorted(named) if 1 in named[u]]
            if moved and target:
                self._put(moved, self._home(target), decision)
        for earlier in range(turn + 1):
            if self.decided[earlier].kind == "split":
                self._keep_apart(earlier, turn)

    def _merge(self, decision: _Decision, named: dict[int, set[int]]) -> None:
        groups = [
            [u for u in sorted(named) if place in named[u]] for place in range(len(decision.parts))
        ]
        homes = [self._home(group) for group in groups if group]
        if len(homes) < 2:
            return
        into = homes[0]
        for home in homes[1:]:
            if home != into:
                for unit in self.held[into]:
                    self.by[unit] = decision
                self._put(sorted(self.held[home]), into, decision)
        # Of a story that the grouping has since taken apart, what the reader saw comes along.
        self._put(sorted(named), into, decision)

    def _keep_apart(self, turn: int, last: int) -> None:
        """Parts every cluster that holds both sides of a split, as far as no decision up to
        `last` has put them together again."""
        named = self.named[turn]
        apart = {u for u, places in named.items() if 0 in places}
        rest = {u for u, places in named.items() if 1 in places}
        both = {self.cluster[u] for u in apart} & {self.cluster[u] for u in rest}
        for cluster in sorted(both, key=lambda c: min(self.held[c])):
            here = self.held[cluster]
            pairs = [
                (u, v)
                for u in sorted(apart & here)
                for v in sorted(rest & here)
                if self._joined(u, [v], last) <= turn
            ]
            if pairs:
                one, other = {u for u, _ in pairs}, {v for _, v in pairs}
                self._put(sorted(self._side(here, one, other, last)), None, self.decided[turn])
        if turn == last and apart:
            self._put(sorted(apart), self._home(sorted(apart)), self.decided[turn])

    def _side(self, here: set[int], one: set[int], other: set[int], last: int) -> set[int]:
        """Of the units `here`, those that go with `one` and not with `other`: by what the reader
        said of them, else by mean likeness, as the grouping joins."""
        one, other = set(one), set(other)
        loose = sorted(here - one - other)
        scores: dict[tuple[str, str], float] | None = None
        for unit in loose:
            here_said, there_said = (self._joined(unit, side, last) for side in (one, other))
            if here_said == there_said:
                if scores is None:
                    scores = self.retelling.scores(
                        {i for u in here for i in self.units[u].article_ids}
                    )
                near, far = self._mean(unit, one, scores), self._mean(unit, other, scores)
                (one if near > far else other).add(unit)
            else:
                (one if here_said > there_said else other).add(unit)
        return one

    def _mean(self, unit: int, side: set[int], scores: dict[tuple[str, str], float]) -> float:
        first = self.units[unit].article_ids[0]
        found = [
            scores.get((first, self.units[u].article_ids[0]), settings.MISSING)
            for u in sorted(side)
        ]
        return sum(found) / len(found)

    def _joined(self, unit: int, others: Iterable[int], last: int) -> int:
        """The last turn that put `unit` together with one of `others`; -1 where none did."""
        found = -1
        for other in others:
            for turn in range(last, found, -1):
                named = self.named[turn]
                if unit in named and other in named:
                    kind = self.decided[turn].kind
                    a, b = named[unit], named[other]
                    if (
                        kind == "merge"
                        or (0 in a and 0 in b)
                        or (kind == "move" and ((0 in a and 1 in b) or (1 in a and 0 in b)))
                    ):
                        found = turn
                        break
        return found

    def _home(self, units: Sequence[int]) -> int:
        """The cluster that most of `units` stand in, of equals the one with the oldest."""
        counts = Counter(self.cluster[u] for u in units)
        return max(
            counts, key=lambda c: (counts[c], -min(u for u in units if self.cluster[u] == c))
        )

    def _put(self, units: Sequence[int], into: int | None, decision: _Decision) -> None:
        """Moves `units` to a cluster, or to a new one."""
        if into is None:
            into = max(self.held) + 1
        for unit in units:
            if self.cluster[unit] != into:
                self.held[self.cluster[unit]].discard(unit)
                self.held[into].add(unit)
                self.cluster[unit] = into
                self.by[unit] = decision


def _units(grouped: Sequence[Story], retelling: Retelling) -> list[Unit]:
    """The copy families of all stories, oldest first."""
    members: dict[tuple[int, str], list[str]] = {}
    for base, story in enumerate(grouped):
        for i in story.article_ids:
            copy = retelling.copies.get(i)
            key = (base, copy.family_id if copy else "\x1f" + i)
            members.setdefault(key, []).append(i)

    def age(unit: Unit) -> tuple[float, float, str]:
        return oldest_first(retelling.articles[unit.article_ids[0]])

    found = [
        Unit(tuple(sorted(ids, key=lambda i: oldest_first(retelling.articles[i]))), base)
        for (base, _), ids in members.items()
    ]
    return sorted(found, key=age)
