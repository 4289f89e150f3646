"""An index of fingerprints that grows, and the pairs of articles that it joins.

What it gives depends on the set of articles alone: not on their order, and not on whether they
came at once or in parts. A fingerprint becomes common once enough different texts have it and
never ceases to be; when it does, the pairs of the articles that have it are judged again.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from rashomon.copies import settings
from rashomon.copies.dates import when
from rashomon.copies.fingerprints import HASH, hashes_of, unpack
from rashomon.copies.pairs import Side, Verdict, judge
from rashomon.copies.postings import Places, counted, distinct, sorted_postings
from rashomon.copies.shelf import MemoryShelf, Shelf, keys
from rashomon.copies.sketch import Sketch
from rashomon.copies.words import Numbers


class CopyIndex:
    """Articles, the fingerprints that they share, and the edges between copies.

    What it knows stands on `shelf`, in memory where none is given.
    """

    def __init__(self, shelf: Shelf | None = None) -> None:
        self._shelf: Shelf = MemoryShelf() if shelf is None else shelf

    def __len__(self) -> int:
        return len(self._shelf)

    def __contains__(self, article_id: str) -> bool:
        return self._shelf.row_of(article_id) is not None

    def add(self, sketch: Sketch) -> tuple[str, ...]:
        """Add one article; as `extend`."""
        return self.extend((sketch,))

    def extend(self, sketches: Iterable[Sketch]) -> tuple[str, ...]:
        """Add articles; those that are known are left as they are.

        Gives the ids of the articles that were added or whose edges changed, in order: the
        families of these are those to be looked at again.
        """
        changed: set[str] = set()
        fresh: list[int] = []
        for sketch in sketches:
            if sketch.article_id in self:
                continue
            changed.add(sketch.article_id)
            row, new = self._shelf.add(sketch)
            if new:
                fresh.append(row)
        for start in range(0, len(fresh), settings.BATCH):
            changed |= self._index(np.array(fresh[start : start + settings.BATCH], dtype=np.int64))
        return tuple(sorted(changed))

    def edges(self) -> tuple[tuple[str, str, str], ...]:
        """The pairs that hold families together, (article, article, verdict), in order.

        "inside" comes with the page that holds the other first.
        """
        found = []
        for row in self._shelf.linked():
            for other in self._shelf.edges(row):
                verdict = self._link(row, other)
                if verdict == "fold" and row < other:
                    found.append((*sorted((self._name(row), self._name(other))), "fold"))
                elif verdict == "inside" and self._holds(row, other):
                    found.append((self._name(row), self._name(other), "inside"))
        return tuple(sorted((a, b, c) for a, b, c in found))

    def families(self) -> tuple[tuple[str, ...], ...]:
        """The families of two or more, as ids in order."""
        seen: set[int] = set()
        found = []
        for start in self._shelf.linked():
            if start not in seen:
                rows = self._component(start)
                seen |= rows
                found.append(self._names(rows))
        return tuple(sorted(family for family in found if len(family) > 1))

    def family_of(self, article_id: str) -> tuple[str, ...]:
        """The ids of the article's family in order, itself among them; its cost is that of the
        family's size. Raises KeyError for an article that was not added."""
        row = self._shelf.row_of(article_id)
        if row is None:
            raise KeyError(article_id)
        return self._names(self._component(row))

    def _name(self, row: int) -> str:
        return self._shelf.names(row)[0]

    def _names(self, rows: set[int]) -> tuple[str, ...]:
        return tuple(sorted(name for row in rows for name in self._shelf.names(row)))

    def _component(self, start: int) -> set[int]:
        seen, stack = {start}, [start]
        while stack:
            row = stack.pop()
            for other in self._shelf.edges(row):
                if other not in seen and self._link(row, other) != "no":
                    seen.add(other)
                    stack.append(other)
        return seen

    def _holds(self, row: int, other: int) -> bool:
        """Whether of the two `row` is the page that the other stands in."""
        return self._shelf.edges(row)[other].large == 0

    def _link(self, row: int, other: int) -> Verdict:
        """What joins two rows. A page that holds several articles hangs on the one of which it
        has the most, and on none where it leads with another, so that it does not make one
        family of them."""
        verdict = self._shelf.edges(row)[other].verdict
        if verdict != "inside":
            return verdict
        large, small = (row, other) if self._holds(row, other) else (other, row)
        edges = self._shelf.edges(large)
        inside = [
            (-judged.shared, self._name(held), held)
            for held, judged in edges.items()
            if judged.verdict == "inside" and judged.large == 0
        ]
        parts = (
            judged.part and judged.verdict == "fold" and judged.large == 0
            for judged in edges.values()
        )
        return "inside" if min(inside)[2] == small and not any(parts) else "no"

    def _index(self, fresh: Places) -> set[str]:
        prints = [hashes_of(unpack(self._shelf.sketch(row).prints)) for row in fresh.tolist()]
        hashes, rows = sorted_postings(prints, fresh.tolist())
        keep = ~self._shelf.common(hashes)
        hashes, rows = hashes[keep], rows[keep]
        self._shelf.push(hashes, rows)
        touched = self._mark_common(hashes_of(hashes))
        return self._judge_again(np.union1d(fresh, touched))

    def _mark_common(self, hashes: Numbers) -> Places:
        """Find which of `hashes` are common now; the rows that have them."""
        places, rows = self._shelf.postings(hashes)
        many = np.bincount(places, minlength=len(hashes))[places] > settings.OUTLET_COMMON
        places, rows = places[many], rows[many]
        if len(places) == 0:
            return rows
        facts = self._shelf.facts(rows)
        ends = (facts.low, facts.high)
        common = np.zeros(len(hashes), dtype=np.bool_)
        at, texts = _texts(places, ends)
        common[at[texts > settings.DESK_COMMON]] = True
        named = np.flatnonzero(facts.outlet > 0)
        groups, group = np.unique((places[named] << 32) | facts.outlet[named], return_inverse=True)
        # A group of few rows has few texts.
        named = named[np.bincount(group)[group] > settings.OUTLET_COMMON]
        group = group[np.bincount(group)[group] > settings.OUTLET_COMMON]
        at, texts = _texts(group, (ends[0][named], ends[1][named]))
        # The versions of one address are one text too.
        texts = np.minimum(texts, distinct(group, facts.address[named])[1])
        common[groups[at[texts > settings.OUTLET_COMMON]] >> 32] = True
        if not common.any():
            return rows[:0]
        self._shelf.mark_common(hashes[common])
        return np.unique(rows[common[places]])

    def _side(self, row: int) -> Side:
        sketch = self._shelf.sketch(row)
        prints = unpack(sketch.prints)
        prints = prints[~self._shelf.common(prints & HASH)]
        return Side(
            prints, sketch.title, sketch.kind == "teaser", sketch.outlet, sketch.address,
            sketch.origins, when(sketch.published),
        )  # fmt: skip

    def _judge_again(self, again: Places) -> set[str]:
        """Judge all pairs of the rows `again`, in place of what was known of them."""
        before = {row: dict(self._shelf.edges(row)) for row in again.tolist()}
        for row, others in before.items():
            for other in others:
                if other in self._shelf.edges(row):
                    self._shelf.unlink(row, other)
        sides: dict[int, Side] = {}
        pairs = self._candidates(again)
        for row, other in pairs:
            for index in (row, other):
                if index not in sides:
                    sides[index] = self._side(index)
            judged = judge(sides[row], sides[other])
            if judged.verdict != "no":
                self._shelf.link(row, other, judged)
                self._shelf.link(other, row, judged._replace(large=1 - judged.large))
        changed: set[int] = set()
        for row, others in before.items():
            now = self._shelf.edges(row)
            for other in others.keys() | now.keys():
                if others.get(other) != now.get(other):
                    changed |= {row, other}
        return {name for row in changed for name in self._shelf.names(row)}

    def _candidates(self, again: Places) -> list[tuple[int, int]]:
        """The pairs with one of the rows `again` that share enough to be judged, in order."""
        rows = again.tolist()
        sketches: list[Sketch] = [self._shelf.sketch(row) for row in rows]
        prints = [hashes_of(unpack(sketch.prints)) for sketch in sketches]
        hashes, owners = sorted_postings(prints, rows)
        keep = ~self._shelf.common(hashes)
        hashes, owners = hashes[keep], owners[keep]
        at = np.searchsorted(again, owners)
        rare = np.bincount(at, minlength=len(rows))
        self._shelf.set_rare(rows, rare.tolist())
        places, others = self._shelf.postings(hashes)
        one, two = owners[places], others
        # A pair of two that are both judged again comes from both: it is taken from the later.
        keep = (one > two) | ((one < two) & ~np.isin(two, again))
        pairs, shared = counted((one[keep] << 32) | two[keep])
        one, two = pairs >> 32, pairs & 0xFFFFFFFF
        # Most pairs share a phrase and no more.
        several = (shared >= settings.LEAST_SHARED) | np.isin(two, self._shelf.short())
        several |= shared >= rare[np.searchsorted(again, one)]
        one, two, shared = one[several], two[several], shared[several]
        least = np.minimum(rare[np.searchsorted(again, one)], self._shelf.facts(two).rare)
        kept = (shared >= np.minimum(settings.LEAST_SHARED, least)) & (
            shared >= settings.CANDIDATE_SHARE * least
        )
        found = set(
            zip(
                np.maximum(one, two)[kept].tolist(), np.minimum(one, two)[kept].tolist(),
                strict=True,
            )
        )  # fmt: skip
        for row, sketch in zip(rows, sketches, strict=True):
            for key in keys(sketch):
                for other in self._shelf.keyed(key):
                    if other != row:
                        found.add((max(row, other), min(row, other)))
        return sorted(found)


def _texts(groups: Places, ends: tuple[Places, Places]) -> tuple[Places, Places]:
    """Each group, and how many different texts its rows are, by their least and greatest
    fingerprints: by both, for a footer may hold the one or the other of all its articles."""
    (at, low), (_, high) = (distinct(groups, end) for end in ends)
    return at, np.maximum(low, high)
