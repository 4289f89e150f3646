"""Stretches of neighbouring prose, with what they share, each worked out once."""

from __future__ import annotations

from rashomon.reading.flattened.lexicon import Bag, Lexicon, Weighed, union
from rashomon.reading.flattened.settings import NEAR


class Windows:
    """Windows over the prose units of a page, given by positions in `prose_at`."""

    def __init__(self, lexicon: Lexicon, prose_at: list[int]) -> None:
        self.lexicon = lexicon
        self.prose_at = prose_at
        self._wide: dict[tuple[int, int], Bag] = {}
        self._near: dict[tuple[int, int], Weighed] = {}
        self._gap: dict[int, float] = {}
        self._across: dict[int, float] = {}

    def wide(self, start: int, stop: int) -> Bag:
        """The content words of prose units `start` to `stop`, clipped to the page."""
        key = (max(0, start), min(stop, len(self.prose_at)))
        bag = self._wide.get(key)
        if bag is None:
            bag = self._wide[key] = union(self.lexicon.contents, self.prose_at[key[0] : key[1]])
        return bag

    def near(self, start: int, stop: int) -> Weighed:
        """The same with its weight."""
        key = (max(0, start), max(0, min(stop, len(self.prose_at))))
        found = self._near.get(key)
        if found is None:
            bag = self.wide(*key)
            found = self._near[key] = Weighed(bag, self.lexicon.heft(bag))
        return found

    def gap(self, b: int) -> float:
        """1 less the likeness of the prose before and after position `b`; 1 at the page's ends."""
        value = self._gap.get(b)
        if value is None:
            left, right = self.near(b - NEAR, b), self.near(b, b + NEAR)
            value = self._gap[b] = 1 - self.lexicon.like(left, right)
        return value

    def across(self, b: int) -> float:
        """Likeness of the prose units just before and just after position `b`."""
        if b <= 0 or b >= len(self.prose_at):
            return 0.0
        value = self._across.get(b)
        if value is None:
            value = self._across[b] = self.lexicon.like(self.near(b - 1, b), self.near(b, b + 1))
        return value
