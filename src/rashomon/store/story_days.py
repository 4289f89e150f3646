"""Where items were grouped, and the features of those of late, a day at a time.

Features are a cache: of some days around those that were last grouped they are kept, of others they
are made again from the texts when an article comes that belongs there.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from rashomon.store import read
from rashomon.stories import bags
from rashomon.stories.bags import Bag, Ints

UNKNOWN = -1  # the day of items whose time is too vague
# So many days are kept, and more where they are thin.
_DAYS_KEPT = 20
_ITEMS_KEPT = 3_500
# On a desk of up to so many articles features are kept in few bytes; on a larger one they are little
# beside the rest, and quickly read.
_SMALL = 20_000
# Articles of which features are made at once, where they are not kept.
_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article was grouped: its item, the item's cluster and day, and how near the nearest
    item was that it has met."""

    number: int
    item: int
    cluster: int
    day: int
    met: float


def places(db: sqlite3.Connection, numbers: Sequence[int]) -> list[Place]:
    """Of articles, those that were grouped."""
    return _places(db, "number", numbers)


def of_items(db: sqlite3.Connection, items: Sequence[int]) -> list[Place]:
    """The articles of items."""
    direct = _places(db, "number", items)
    others = (
        Place(*row)
        for row in read.select_in(
            db,
            "SELECT * FROM story_items WHERE item IN ({ids}) AND item <> number",
            items,
        )
    )
    return [place for place in direct if place.item == place.number] + list(others)


def of_clusters(db: sqlite3.Connection, clusters: Sequence[int]) -> list[Place]:
    """The articles of clusters."""
    return _places(db, "cluster", clusters)


def clusters(db: sqlite3.Connection, items: Sequence[int]) -> dict[int, int]:
    """The cluster of each of `items`."""
    query = "SELECT number, cluster FROM story_items WHERE number IN ({ids})"
    return {row[0]: row[1] for row in read.select_in(db, query, items)}


def _places(db: sqlite3.Connection, column: str, values: Sequence[int]) -> list[Place]:
    query = f"SELECT * FROM story_items WHERE {column} IN ({{ids}})"
    return [Place(*row) for row in read.select_in(db, query, values)]


def count(db: sqlite3.Connection, most: int) -> int:
    """How many items there are, counted up to `most`."""
    query = "SELECT count(*) FROM (SELECT 1 FROM story_items WHERE item = number LIMIT ?)"
    return int(db.execute(query, (most,)).fetchone()[0])


def put(db: sqlite3.Connection, values: Iterable[Place]) -> None:
    """Write where articles stand, in place of where they stood."""
    db.executemany(
        "INSERT OR REPLACE INTO story_items VALUES (?, ?, ?, ?, ?)",
        [(p.number, p.item, p.cluster, p.day, p.met) for p in values],
    )


def forget(db: sqlite3.Connection, numbers: Sequence[int]) -> None:
    """Articles that are to be grouped again; called with whole items."""
    old = places(db, numbers)
    db.executemany("DELETE FROM story_items WHERE number = ?", [(n,) for n in numbers])
    by_day: dict[int, set[int]] = defaultdict(set)
    for place in old:
        by_day[place.day].add(place.item)
    for day, items in sorted(by_day.items()):
        found = _read(db, day)
        if found is not None:
            held, bag = found
            kept = np.flatnonzero(~np.isin(held, sorted(items)))
            _write(db, day, held[kept], bags.chosen(bag, kept))


def add(db: sqlite3.Connection, numbers: Ints, bag: Bag) -> None:
    """Keep the features of items that are new; where those of a day's others are not kept, they
    wait until they are asked for."""
    days = np.array([day_of(first) for first in np.where(bag.wide, np.nan, bag.first).tolist()])
    for day in sorted(set(days.tolist())):
        here = np.flatnonzero(days == day)
        found = _read(db, day)
        if found is None:
            query = "SELECT count(*) FROM story_items WHERE day = ? AND item = number"
            if db.execute(query, (day,)).fetchone()[0] > len(here):
                continue
            _write(db, day, numbers[here], bags.chosen(bag, here))
        else:
            parts = [found[1], bags.chosen(bag, here)]
            _write(db, day, np.concatenate((found[0], numbers[here])), bags.joined(parts))


def day_of(first: float) -> int:
    """The day of an item by its first moment; `UNKNOWN` for nan."""
    return UNKNOWN if first != first else int(first)


def days_between(db: sqlite3.Connection, first: int, last: int, least: int) -> list[int]:
    """The days from `first` to `last` that have items, and as many before these, then after them,
    as give `least` items in all."""
    query = (
        "SELECT day, count(*) FROM story_items WHERE day {} AND item = number"
        " GROUP BY day ORDER BY day {} LIMIT ?"
    )
    between = "BETWEEN ? AND ?"
    found = db.execute(query.format(between, ""), (first, last, 1 << 30)).fetchall()
    days, held = [row[0] for row in found], sum(row[1] for row in found)
    for where, order, limit in (("> -1 AND day < ?", "DESC", first), ("> ?", "", last)):
        if held >= least:
            break
        for day, number in db.execute(query.format(where, order), (limit, least)):
            if held >= least:
                break
            days.append(day)
            held += number
    return sorted(days)


def around(
    db: sqlite3.Connection, days: Sequence[int], make: Callable[[Sequence[int]], Bag]
) -> tuple[Ints, Bag]:
    """The items of `days`, by number, with their features; `make` gives those of items that are
    not kept."""
    numbers: list[Ints] = [np.zeros(0, dtype=np.int64)]
    parts: list[Bag] = []
    missing: list[int] = []
    for day in days:
        found = _read(db, day)
        if found is None:
            missing.append(day)
        else:
            numbers.append(found[0])
            parts.append(found[1])
    for day in missing:
        query = "SELECT number FROM story_items WHERE day = ? AND item = number ORDER BY number"
        held = [int(row[0]) for row in db.execute(query, (day,))]
        made = [make(held[n : n + _AT_ONCE]) for n in range(0, len(held), _AT_ONCE)]
        if made:
            bag = bags.joined(made)
            _write(db, day, np.array(held, dtype=np.int64), bag)
            numbers.append(np.array(held, dtype=np.int64))
            parts.append(bag)
    return np.concatenate(numbers), bags.joined(parts)


def prune(db: sqlite3.Connection, middle: int) -> None:
    """Drop the features of all but the days nearest to `middle`."""
    query = (
        "SELECT day, length(numbers) / 8 FROM story_days WHERE day > -1 ORDER BY abs(day - ?), day"
    )
    held = 0
    for place, (day, items) in enumerate(db.execute(query, (middle,)).fetchall()):
        if place >= _DAYS_KEPT and held >= _ITEMS_KEPT:
            db.execute("DELETE FROM story_days WHERE day = ?", (day,))
        held += items


def _read(db: sqlite3.Connection, day: int) -> tuple[Ints, Bag] | None:
    row = db.execute("SELECT numbers, items FROM story_days WHERE day = ?", (day,)).fetchone()
    if row is None:
        return None
    return np.frombuffer(row[0], dtype="<i8"), bags.loaded(row[1])


def _write(db: sqlite3.Connection, day: int, numbers: Ints, bag: Bag) -> None:
    db.execute(
        "INSERT OR REPLACE INTO story_days VALUES (?, ?, ?)",
        (day, numbers.astype("<i8").tobytes(), bags.dumped(bag, small=_is_small(db))),
    )


def _is_small(db: sqlite3.Connection) -> bool:
    last = db.execute("SELECT max(number) FROM story_items").fetchone()[0]
    return int(last or 0) <= _SMALL
