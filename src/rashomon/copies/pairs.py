"""Whether two articles are the same article, from their fingerprints alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from rashomon.copies import settings
from rashomon.copies.fingerprints import HASH, QUOTED
from rashomon.copies.words import Numbers

Verdict = Literal["fold", "inside", "no"]


@dataclass(frozen=True, slots=True)
class Side:
    """One article of a pair: its fingerprints in order, those that are common left out."""

    prints: Numbers
    title: int
    teaser: bool


def judge(one: Side, other: Side) -> Verdict:
    """ "fold": one article; "inside": the one with fewer fingerprints stands inside the other's
    page, which has more to tell; "no": two articles, whatever they share."""
    small, large = (one, other) if len(one.prints) <= len(other.prints) else (other, one)
    hashes = small.prints & HASH
    found = np.isin(hashes, large.prints & HASH)
    count, shared = len(hashes), int(found.sum())
    if shared < min(settings.LEAST_SHARED, count) or shared == 0:
        return "no"
    share = shared / count
    same_title = small.title == large.title != 0
    if count < settings.SHORT:
        return _judge_short(share, found, small, large, same_title)
    if share < settings.LEAST_SHARE:
        return "no"
    own = (small.prints & QUOTED) == 0
    if own.sum() >= settings.LEAST_SHARED and found[own].mean() < settings.OWN_SHARE:
        return "no"
    hits = np.array([part.any() for part in np.array_split(found, settings.SEGMENTS)])
    if share < settings.SURE_SHARE:
        return "fold" if hits.mean() >= settings.SPREAD else "no"
    return "fold"


def _judge_short(
    share: float, found: np.ndarray, small: Side, large: Side, same_title: bool
) -> Verdict:
    least = settings.LEAST_SHARE if same_title or small.teaser else settings.SHORT_SHARE
    return "fold" if share >= least else "no"
