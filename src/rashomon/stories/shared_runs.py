"""Runs of words that two articles share to the letter: quotations, sentences of an agency.

Independent tellings of one event share them; so do the footers and the background paragraphs of
one outlet, and what all repeat. So a run counts between two sources alone, the less the more
articles hold it, and not at all where it goes on over weeks.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from rashomon.stories import bags, settings
from rashomon.stories.bags import Bag
from rashomon.stories.pairs import Around, Flags, Floats, Ints, Pairs, Times


@dataclass(frozen=True, slots=True)
class Shared:
    """For each pair the weighted `count` of runs that both hold, and whether both are of one page.

    Between articles of one source the count is `settings.RUNS_UNKNOWN`: it would say nothing.
    """

    count: Floats
    same_page: Flags


def of_pairs(bag: Bag, time: Times, near: Pairs, around: Around | None = None) -> Shared:
    """What each pair of items shares to the letter."""
    source = bag.source[near.one] == bag.source[near.other]
    page = bag.page[near.one] == bag.page[near.other]
    count = np.where(source, settings.RUNS_UNKNOWN, _counts(bag, time, near, around))
    return Shared(count, page)


def _counts(bag: Bag, time: Times, near: Pairs, around: Around | None) -> Floats:
    count = bag.count
    nothing = np.zeros(len(near.one))
    if not len(near.one):
        return nothing
    if not len(bag.runs):
        return nothing
    owner = np.repeat(np.arange(count), np.diff(bag.run_start))
    # Sorted by run, then owner; a run that an article holds twice counts once.
    code = bags.distinct(bag.runs.astype(np.int64) * count + owner)
    held, owner = code // count, code % count
    starts = np.flatnonzero(np.r_[True, held[1:] != held[:-1]])
    holders = np.diff(np.r_[starts, len(held)])
    first, last = _stretch(time, owner, starts)
    told = holders
    if around is not None:
        several = np.flatnonzero(holders > 1)
        told = holders.copy()
        there, low, high = around.run_holders(held[starts[several]].astype(np.uint32))
        told[several] = np.maximum(there, holders[several])
        first[several] = np.minimum(first[several], low)
        last[several] = np.maximum(last[several], high)
    say = np.where(told <= settings.RUN_FEW, 1.0, settings.RUN_FEW / told)
    say[(holders < 2) | (told > settings.RUN_MOST)] = 0.0
    say[last - first > settings.RUN_DAYS] = 0.0
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


def _stretch(time: Times, owner: Ints, starts: Ints) -> tuple[Floats, Floats]:
    """The first and the last day of the dated holders of each run."""
    first, last = time.first[owner], time.last[owner]
    low = np.minimum.reduceat(np.nan_to_num(first, nan=np.inf), starts)
    high = np.maximum.reduceat(np.nan_to_num(last, nan=-np.inf), starts)
    return np.asarray(low), np.asarray(high)
