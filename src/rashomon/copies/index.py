"""An index of fingerprints that grows, and the pairs of articles that it joins.

What it gives depends on the set of articles alone: not on their order, and not on whether they
came at once or in parts. A fingerprint becomes common once enough different texts have it and
never ceases to be; when it does, the pairs of the articles that have it are judged again.
"""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable

import numpy as np

from rashomon.copies import settings
from rashomon.copies.dates import when
from rashomon.copies.fingerprints import HASH, hashes_of, unpack
from rashomon.copies.pairs import Judgement, Side, Verdict, judge
from rashomon.copies.postings import Places, Postings, counted, distinct, member, sorted_postings
from rashomon.copies.sketch import Sketch
from rashomon.copies.words import Numbers


class CopyIndex:
    """Articles, the fingerprints that they share, and the edges between copies."""

    def __init__(self) -> None:
        self._sketches: list[Sketch] = []  # by row, as all lists here
        self._rows: dict[str, int] = {}
        self._twins: dict[tuple[object, ...], int] = {}
        self._named: list[list[str]] = []  # the ids of each row, in order
        self._outlets: dict[str, int] = {"": 0}
        self._outlet: list[int] = []
        self._ends: tuple[list[int], list[int]] = ([], [])  # the least and the greatest print
        self._prints: dict[int, int] = {}
        self._address: list[int] = []
        self._addresses: dict[str, int] = {}
        self._rare: list[int] = []
        self._common: Numbers = np.zeros(0, dtype=np.uint64)
        self._postings = Postings()
        self._keyed: dict[tuple[str, object], list[int]] = defaultdict(list)
        self._edges: dict[int, dict[int, Judgement]] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, article_id: str) -> bool:
        return article_id in self._rows

    def add(self, sketch: Sketch) -> tuple[str, ...]:
        """Add one article; as `extend`."""
        return self.extend((sketch,))

    def extend(self, sketches: Iterable[Sketch]) -> tuple[str, ...]:
        """Add articles; those that are known are left as they are.

        Gives the ids of the articles that were added or whose edges changed, in order: the
        families of these are those to be looked at again.
        """
        first = len(self._sketches)
        changed: set[str] = set()
        for sketch in sketches:
            if sketch.article_id in self._rows:
                continue
            changed.add(sketch.article_id)
            # Articles that nothing tells apart take one row, so that many are as cheap as one.
            key = (sketch.prints, sketch.title, sketch.kind, sketch.outlet, sketch.address,
                   sketch.origins, sketch.published)  # fmt: skip
            row = self._twins.setdefault(key, len(self._sketches))
            self._rows[sketch.article_id] = row
            if row == len(self._sketches):
                self._sketches.append(sketch)
                self._named.append([])
            insort(self._named[row], sketch.article_id)
        for start in range(first, len(self._sketches), settings.BATCH):
            fresh = np.arange(start, min(start + settings.BATCH, len(self._sketches)))
            changed |= self._index(fresh)
        return tuple(sorted(changed))

    def edges(self) -> tuple[tuple[str, str, str], ...]:
        """The pairs that hold families together, (article, article, verdict), in order.

        "inside" comes with the page that holds the other first.
        """
        found = []
        for row, others in self._edges.items():
            for other in others:
                verdict = self._link(row, other)
                if verdict == "fold" and row < other:
                    found.append((*sorted((self._named[row][0], self._named[other][0])), "fold"))
                elif verdict == "inside" and self._holds(row, other):
                    found.append((self._named[row][0], self._named[other][0], "inside"))
        return tuple(sorted((a, b, c) for a, b, c in found))

    def families(self) -> tuple[tuple[str, ...], ...]:
        """The families of two or more, as ids in order."""
        seen: set[int] = set()
        found = []
        for start in range(len(self._sketches)):
            if start not in seen and (self._edges.get(start) or len(self._named[start]) > 1):
                rows = self._component(start)
                seen |= rows
                found.append(self._names(rows))
        return tuple(sorted(family for family in found if len(family) > 1))

    def family_of(self, article_id: str) -> tuple[str, ...]:
        """The ids of the article's family in order, itself among them; its cost is that of the
        family's size. Raises KeyError for an article that was not added."""
        return self._names(self._component(self._rows[article_id]))

    def _names(self, rows: set[int]) -> tuple[str, ...]:
        return tuple(sorted(name for row in rows for name in self._named[row]))

    def _component(self, start: int) -> set[int]:
        seen, stack = {start}, [start]
        while stack:
            row = stack.pop()
            for other in self._edges.get(row, ()):
                if other not in seen and self._link(row, other) != "no":
                    seen.add(other)
                    stack.append(other)
        return seen

    def _holds(self, row: int, other: int) -> bool:
        """Whether of the two `row` is the page that the other stands in."""
        return self._edges[row][other].large == 0

    def _link(self, row: int, other: int) -> Verdict:
        """What joins two rows. A page that holds several articles hangs on the one of which it
        has the most, and on none where it leads with another, so that it does not make one
        family of them."""
        verdict = self._edges[row][other].verdict
        if verdict != "inside":
            return verdict
        large, small = (row, other) if self._holds(row, other) else (other, row)
        inside = [
            (-judged.shared, self._named[held][0], held)
            for held, judged in self._edges[large].items()
            if judged.verdict == "inside" and judged.large == 0
        ]
        parts = (
            judged.part and judged.verdict == "fold" and judged.large == 0
            for judged in self._edges[large].values()
        )
        return "inside" if min(inside)[2] == small and not any(parts) else "no"

    def _index(self, fresh: Places) -> set[str]:
        prints = [hashes_of(unpack(self._sketches[row].prints)) for row in fresh.tolist()]
        for row, hashes in zip(fresh.tolist(), prints, strict=True):
            sketch = self._sketches[row]
            self._outlet.append(self._outlets.setdefault(sketch.outlet, len(self._outlets)))
            address = sketch.address or sketch.article_id
            self._address.append(self._addresses.setdefault(address, len(self._addresses)))
            for ends, place in zip(self._ends, (0, -1), strict=True):
                end = int(hashes[place]) if len(hashes) else 0
                ends.append(self._prints.setdefault(end, len(self._prints)))
            self._rare.append(0)
            for key in _keys(sketch):
                self._keyed[key].append(row)
        hashes, rows = sorted_postings(prints, fresh.tolist())
        keep = ~member(hashes, self._common)
        hashes, rows = hashes[keep], rows[keep]
        self._postings.push(hashes, rows)
        touched = self._mark_common(hashes_of(hashes))
        return self._judge_again(np.union1d(fresh, touched))

    def _mark_common(self, hashes: Numbers) -> Places:
        """Find which of `hashes` are common now; the rows that have them."""
        places, rows = self._postings.of(hashes)
        many = np.bincount(places, minlength=len(hashes))[places] > settings.OUTLET_COMMON
        places, rows = places[many], rows[many]
        if len(places) == 0:
            return rows
        outlet = np.array([self._outlet[row] for row in rows.tolist()])
        address = np.array([self._address[row] for row in rows.tolist()])
        common = np.zeros(len(hashes), dtype=np.bool_)
        at, texts = self._texts(places, rows)
        common[at[texts > settings.DESK_COMMON]] = True
        named = outlet > 0
        groups, group = np.unique((places[named] << 32) | outlet[named], return_inverse=True)
        at, texts = self._texts(group, rows[named])
        # The versions of one address are one text too.
        texts = np.minimum(texts, distinct(group, address[named])[1])
        common[groups[at[texts > settings.OUTLET_COMMON]] >> 32] = True
        if not common.any():
            return rows[:0]
        self._common = np.union1d(self._common, hashes[common])
        return np.unique(rows[common[places]])

    def _texts(self, groups: Places, rows: Places) -> tuple[Places, Places]:
        """Each group, and how many different texts its rows are, by their least and greatest
        fingerprints: by both, for a footer may hold the one or the other of all its articles."""
        counts = []
        for ends in self._ends:
            at, count = distinct(groups, np.array([ends[row] for row in rows.tolist()], np.int64))
            counts.append(count)
        return at, np.maximum(*counts)

    def _side(self, row: int) -> Side:
        sketch = self._sketches[row]
        prints = unpack(sketch.prints)
        prints = prints[~member(prints & HASH, self._common)]
        return Side(
            prints, sketch.title, sketch.kind == "teaser", sketch.outlet, sketch.address,
            sketch.origins, when(sketch.published),
        )  # fmt: skip

    def _judge_again(self, again: Places) -> set[str]:
        """Judge all pairs of the rows `again`, in place of what was known of them."""
        before = {row: self._edges.pop(row, {}) for row in again.tolist()}
        for row, others in before.items():
            for other in others:
                self._edges.get(other, {}).pop(row, None)
        sides: dict[int, Side] = {}
        pairs = self._candidates(again)
        for row, other in pairs:
            for index in (row, other):
                if index not in sides:
                    sides[index] = self._side(index)
            judged = judge(sides[row], sides[other])
            if judged.verdict != "no":
                self._edges.setdefault(row, {})[other] = judged
                self._edges.setdefault(other, {})[row] = judged._replace(large=1 - judged.large)
        changed: set[int] = set()
        for row, others in before.items():
            for other in others.keys() | self._edges.get(row, {}).keys():
                if others.get(other) != self._edges.get(row, {}).get(other):
                    changed |= {row, other}
        return {name for row in changed for name in self._named[row]}

    def _candidates(self, again: Places) -> list[tuple[int, int]]:
        """The pairs with one of the rows `again` that share enough to be judged, in order."""
        rows = again.tolist()
        prints = [hashes_of(unpack(self._sketches[row].prints)) for row in rows]
        prints = [hashes[~member(hashes, self._common)] for hashes in prints]
        for row, hashes in zip(rows, prints, strict=True):
            self._rare[row] = len(hashes)
        hashes, owners = sorted_postings(prints, rows)
        places, others = self._postings.of(hashes)
        one, two = owners[places], others
        # A pair of two that are both judged again comes from both: it is taken from the later.
        keep = (one > two) | ((one < two) & ~np.isin(two, again))
        pairs, shared = counted((one[keep] << 32) | two[keep])
        found = set()
        for pair, count in zip(pairs.tolist(), shared.tolist(), strict=True):
            row, other = pair >> 32, pair & 0xFFFFFFFF
            least = min(self._rare[row], self._rare[other])
            if (
                count >= min(settings.LEAST_SHARED, least)
                and count >= settings.REVISION_SHARE * least
            ):
                found.add((max(row, other), min(row, other)))
        for row in rows:
            for key in _keys(self._sketches[row]):
                for other in self._keyed[key]:
                    if other != row:
                        found.add((max(row, other), min(row, other)))
        return sorted(found)


def _keys(sketch: Sketch) -> list[tuple[str, object]]:
    """What joins articles to be judged beside their words: a stated address, a teaser's title."""
    keys: list[tuple[str, object]] = [("address", origin) for origin in sketch.origins]
    if sketch.address is not None:
        keys.append(("address", sketch.address))
    if sketch.title:
        keys.append(("title", (sketch.title, sketch.outlet)))
    return keys
