"""The part of a desk that is grouped again when new items come."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.growing import settings
from rashomon.store import grown, story_days, todo
from rashomon.store.story_days import UNKNOWN, Place
from rashomon.stories import bags, families, grouping, surroundings
from rashomon.stories import settings as limits
from rashomon.stories.bags import Bag, Ints
from rashomon.stories.families import Item
from rashomon.stories.grouping import Grouping
from rashomon.stories.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class New:
    """Items that are to be grouped: families of a batch, and what was one item with them.

    `articles` are all of them by id, with their numbers; an item is named by the number of the
    article that speaks for it. `left` are the clusters that they stood in.
    """

    articles: dict[str, int]
    items: dict[int, Item]
    left: set[int]
    bag: Bag


@dataclass(frozen=True, slots=True)
class Region:
    """Items that were grouped together: `items` are their numbers, in the order of `found`;
    `before` says where the articles of those that are not new stood."""

    items: list[int]
    found: Grouping
    before: dict[int, list[Place]]
    days: list[int]


def new_items(db: sqlite3.Connection, batch: Sequence[str]) -> New:
    """What the articles `batch` are to be grouped as; they are taken from where they stood."""
    ids: list[str] = sorted(set(batch))
    while True:
        numbers = grown.numbers(db, grown.with_families(db, ids))
        old = story_days.places(db, sorted(numbers.values()))
        mates = story_days.of_items(db, sorted({place.item for place in old}))
        wider = sorted({*numbers, *grown.ids(db, [mate.number for mate in mates]).values()})
        if wider == ids:
            break
        ids = wider
    story_days.forget(db, sorted(numbers.values()))
    made = families.items(grown.first_dated(db, ids), grown.copies_of(db, ids))
    return New(
        numbers,
        {numbers[item.whole.id]: item for item in made},
        {place.cluster for place in old},
        bags.pack([item.features for item in made]),
    )


def items_of(db: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, Item]:
    """Items that were grouped before, by number, with their articles."""
    mates = [place.number for place in story_days.of_items(db, numbers)]
    ids = sorted(grown.ids(db, mates).values())
    made = families.items(grown.first_dated(db, ids), grown.copies_of(db, ids))
    known = grown.numbers(db, ids)
    return {known[item.whole.id]: item for item in made}


def _maker(db: sqlite3.Connection) -> Callable[[Sequence[int]], Bag]:
    """What makes the features of items from their texts."""

    def make(numbers: Sequence[int]) -> Bag:
        made = items_of(db, numbers)
        return surroundings.measured(bags.pack([made[number].features for number in numbers]))

    return make


def around(db: sqlite3.Connection, new: New) -> tuple[Surroundings, list[int]]:
    """The days around the new items, these last, and the numbers of all items there."""
    dated = ~new.bag.wide
    first, last = 1 << 30, 1 << 30  # of what has no date, the last days of the desk
    if dated.any():
        first = max(0, int(new.bag.first[dated].min() - limits.WINDOW_DAYS) - 1)
        last = int(new.bag.last[dated].max() + limits.WINDOW_DAYS) + 1
    least = settings.LEAST_AROUND if dated.all() else settings.LEAST_AROUND_UNDATED
    held_before = story_days.count(db, settings.BATCH)
    if held_before + new.bag.count <= min(settings.BATCH, (settings.FEW_IN + 1) * new.bag.count):
        least = settings.BATCH  # all of the desk
    days = story_days.days_between(db, first, last, least - new.bag.count)
    numbers, held = story_days.around(db, [UNKNOWN, *days], _maker(db))
    waiting = todo.count(db, "stories") - len(new.articles)
    desk = story_days.count(db, limits.STREAM) + new.bag.count + max(0, waiting)
    found = Surroundings(bags.joined([held, new.bag]), desk)
    return found, [*numbers.tolist(), *new.items]


def near(db: sqlite3.Connection, new: New, there: Surroundings, numbers: Sequence[int]) -> set[int]:
    """The clusters that are to be grouped again with the new items."""
    known = there.bag.count - new.bag.count
    if not new.items or not known:
        return set(new.left)
    group = _clusters(db, numbers[:known])
    if new.bag.count * settings.FEW_IN <= known:
        chosen: set[int] = set()
        for start in range(known, there.bag.count, settings.COMPARED_AT_ONCE):
            end = min(start + settings.COMPARED_AT_ONCE, there.bag.count)
            found = there.likeness(np.arange(start, end))[:, :known]
            chosen |= {*group[surroundings.nearest(found)].tolist()}
            chosen |= {*surroundings.nearest_groups(found, group, settings.LARGE_NEAR).tolist()}
    else:
        within = np.ones(known, dtype=np.bool_)
        if there.bag.count > settings.BATCH and not new.bag.wide.any():
            within = there.between(float(new.bag.first.min()), float(new.bag.last.max()))[:known]
        chosen = {*group[within].tolist()}
    return (chosen - {UNKNOWN}) | new.left


def _clusters(db: sqlite3.Connection, numbers: Sequence[int]) -> Ints:
    """The cluster of each item."""
    cluster = story_days.clusters(db, numbers)
    return np.array([cluster.get(number, UNKNOWN) for number in numbers], dtype=np.int64)


def grouped(
    db: sqlite3.Connection,
    new: New,
    there: Surroundings,
    numbers: Sequence[int],
    clusters: Collection[int],
) -> Region:
    """The new items and those of `clusters`, grouped together."""
    before: dict[int, list[Place]] = {}
    for place in story_days.of_clusters(db, sorted(clusters)):
        before.setdefault(place.item, []).append(place)
    bag, names = there.bag, list(numbers)
    known = set(names)
    far = sorted(item for item in before if item not in known)
    if far:
        days = sorted({before[item][0].day for item in far})
        more, held = story_days.around(db, days, _maker(db))
        kept = np.flatnonzero(np.isin(more, far))
        bag = bags.joined([bag, bags.chosen(held, kept)])
        names += more[kept].tolist()
    at = {number: n for n, number in enumerate(names)}
    ids = grown.ids(db, sorted({*before, *new.items}))
    wide = bag.wide

    def age(number: int) -> tuple[bool, float, float, str]:
        n = at[number]
        return bool(wide[n]), _time(bag.first[n]), _time(bag.last[n]), ids[number]

    items = sorted({*before, *new.items}, key=age)
    chosen = np.array([at[number] for number in items], dtype=np.int64)
    # Of items all of whose days are looked at, those that they have met are here.
    inside = (
        np.ones(bag.count, dtype=np.bool_)
        if len(items) == there.documents
        else _between_new(new, bag)
    )
    met = np.array([0.0 if inside[at[n]] or n not in before else before[n][0].met for n in items])
    found = grouping.of_bag(bags.chosen(bag, chosen), limits.LEAN, there, met)
    days = [story_days.day_of(UNKNOWN if wide[n] else bag.first[n]) for n in chosen.tolist()]
    index = {number: n for n, number in enumerate(items)}
    mine = np.array([index[number] for number in new.items], dtype=np.int64)
    new.bag.title_length[:] = found.rows.title_length[mine]
    new.bag.words_length[:] = found.rows.words_length[mine]
    return Region(items, found, before, days)


def _between_new(new: New, bag: Bag) -> NDArray[np.bool_]:
    """Items of the days of the new ones, where these are many; else none."""
    dated = ~new.bag.wide
    if new.bag.count * settings.FEW_IN <= bag.count or not dated.any():
        return np.zeros(bag.count, dtype=np.bool_)
    first, last = new.bag.first[dated].min(), new.bag.last[dated].max()
    return np.asarray((bag.first >= first) & (bag.last <= last))


def _time(value: float) -> float:
    return 0.0 if value != value else float(value)
