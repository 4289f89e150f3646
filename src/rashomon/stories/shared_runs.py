"""Runs of words that two articles share to the letter: quotations, sentences of an agency.

Independent tellings of one event share them; so do the footers and the background paragraphs of
one outlet, and what all repeat. So a run counts between two sources alone, the less the more
articles hold it, and not at all where it goes on over weeks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rashomon.stories import settings
from rashomon.stories.features import Features
from rashomon.stories.pairs import Flags, Floats, Ints, Pairs, Times
from rashomon.stories.runs import HASH


@dataclass(frozen=True, slots=True)
class Shared:
    """For each pair the weighted `count` of runs that both hold, and whether both are of one page.

    Between articles of one source the count is `settings.RUNS_UNKNOWN`: it would say nothing.
    """

    count: Floats
    same_page: Flags


def of_pairs(items: Sequence[Features], time: Times, near: Pairs) -> Shared:
    """What each pair of `items` shares to the letter."""
    same = [_same([name(item) for item in items], near) for name in (_source, _page)]
    count = np.where(same[0], settings.RUNS_UNKNOWN, _counts(items, time, near))
    return Shared(count, same[1])


def _source(item: Features) -> str:
    return item.source


def _page(item: Features) -> str:
    return item.page


def _same(names: list[str], near: Pairs) -> Flags:
    _, code = np.unique(names, return_inverse=True)
    return np.asarray(code[near.one] == code[near.other])


def _counts(items: Sequence[Features], time: Times, near: Pairs) -> Floats:
    lengths = np.array([len(item.runs) // HASH.itemsize for item in items], dtype=np.int64)
    count = len(items)
    nothing = np.zeros(len(near.one))
    held = np.frombuffer(b"".join(item.runs for item in items), dtype=HASH)
    if not len(held) or not len(near.one):
        return nothing
    owner = np.repeat(np.arange(count), lengths)
    # Sorted by run, then owner; a run that an article holds twice counts once.
    code = np.unique(held.astype(np.int64) * count + owner)
    held, owner = code // count, code % count
    starts = np.flatnonzero(np.r_[True, held[1:] != held[:-1]])
    holders = np.diff(np.r_[starts, len(held)])
    say = np.where(holders <= settings.RUN_FEW, 1.0, settings.RUN_FEW / holders)
    say[(holders < 2) | (holders > settings.RUN_MOST)] = 0.0
    say[_stretch(time, owner, starts) > settings.RUN_DAYS] = 0.0
    run = np.repeat(np.arange(len(starts)), holders)
    kept = say[run] > 0
    run, owner = run[kept], owner[kept]
    codes: list[Ints] = []
    says: list[Floats] = []
    for step in range(1, min(settings.RUN_MOST, len(run))):
        both = np.flatnonzero(run[step:] == run[:-step])
        if not len(both):
            break
        one, other = owner[both + step], owner[both]
        codes.append(one * count + other)
        says.append(say[run[both]])
    if not codes:
        return nothing
    pair, place = np.unique(np.concatenate(codes), return_inverse=True)
    total = np.bincount(place, np.concatenate(says))
    low, high = np.minimum(near.one, near.other), np.maximum(near.one, near.other)
    wanted = high * count + low
    at = np.minimum(np.searchsorted(pair, wanted), len(pair) - 1)
    return np.where(pair[at] == wanted, total[at], 0.0)


def _stretch(time: Times, owner: Ints, starts: Ints) -> Floats:
    """Days from the first to the last dated holder of each run."""
    first, last = time.first[owner], time.last[owner]
    low = np.minimum.reduceat(np.nan_to_num(first, nan=np.inf), starts)
    high = np.maximum.reduceat(np.nan_to_num(last, nan=-np.inf), starts)
    return np.asarray(high - low)
