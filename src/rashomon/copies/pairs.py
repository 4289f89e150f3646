"""Whether two articles are the same article, from their fingerprints alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from rashomon.copies import settings
from rashomon.copies.dates import When, surely_before
from rashomon.copies.fingerprints import HASH, QUOTED, hashes_of
from rashomon.copies.postings import member
from rashomon.copies.words import Numbers

Verdict = Literal["fold", "inside", "no"]
Found = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Side:
    """One article of a pair: its fingerprints in order, those that are common left out.

    `title` is the key of its title, 0 without one; `address` and `origins` as in `Sketch`.
    """

    prints: Numbers
    title: int
    teaser: bool
    outlet: str
    address: str | None
    origins: tuple[str, ...]
    when: When | None


class Judgement(NamedTuple):
    """What `judge` says. `large` is 1 where the second article is the one that holds the other;
    `shared` counts fingerprints of the smaller one that the larger has; `part` is True where that
    is only a part of the larger one."""

    verdict: Verdict
    large: int
    shared: int
    part: bool


def judge(one: Side, other: Side) -> Judgement:
    """Compare two articles.

    "fold": one article. "inside": the smaller one stands whole in the other's page, which has
    more to tell and is no reprint of it. "no": two articles, whatever they share.
    """
    # Of equally long ones their content decides, so that nothing hangs on the order: by the bits
    # that a desk keeps, so that it decides the same there.
    turned = (len(one.prints), _kept(one.prints)) > (len(other.prints), _kept(other.prints))
    small, large = (other, one) if turned else (one, other)
    found = member(small.prints & HASH, hashes_of(large.prints))
    shared = int(found.sum())
    part = shared < settings.PART_SHARE * len(large.prints)
    return Judgement(_verdict(small, large, found), 0 if turned else 1, shared, part)


def _kept(prints: Numbers) -> bytes:
    return (prints >> np.uint64(33)).tobytes()


def _verdict(small: Side, large: Side, found: Found) -> Verdict:
    same_title = small.title == large.title != 0
    if states(small, large) or states(large, small):
        return "fold"
    if (small.teaser or large.teaser) and same_title and small.outlet == large.outlet:
        return "fold"
    if len(found) < settings.LEAST_SHARED:
        whole = len(found) > 0 and bool(found.all())
        return "fold" if whole and same_title else "no"
    if not _is_tail(found):
        end = _tail(found)
        small_prints, found = small.prints[:end], found[:end]
    else:
        small_prints = small.prints
    count, shared = len(found), int(found.sum())
    if shared < settings.LEAST_SHARED:
        return "no"
    share = shared / count
    if small.address is not None and small.address == large.address:
        return "fold" if share >= settings.REVISION_SHARE else "no"
    if share < settings.LEAST_SHARE:
        return "no"
    places = np.flatnonzero(member(large.prints & HASH, hashes_of(small_prints)))
    if count < settings.SHORT:
        if same_title or small.teaser:
            return "fold"
        lead = places[0] < settings.LEAD_PRINTS
        return "fold" if lead and share >= settings.SHORT_SHARE else "no"
    own = (small_prints & QUOTED) == 0
    if own.sum() >= settings.LEAST_SHARED and found[own].mean() < settings.OWN_SHARE:
        return "no"
    if same_title and share >= settings.TITLE_SHARE:
        return "fold"
    if share < settings.SURE_SHARE:
        return "fold" if _reworded(found) else "no"
    if share < settings.DOCUMENT_SHARE and _document(found, places, len(large.prints)):
        return "no"
    if (
        share >= settings.DOCUMENT_SHARE
        and len(places) < settings.PART_SHARE * len(large.prints)
        and places[0] >= max(settings.LEAST_SHARED, settings.OWN_LEAD * len(large.prints))
        and not surely_before(large.when, small.when)
    ):
        return "inside" if len(places) >= settings.INSIDE_SHARE * len(large.prints) else "no"
    return "fold"


def states(one: Side, other: Side) -> bool:
    """Whether `one` states the address of `other` as where it comes from."""
    return other.address is not None and other.address in one.origins


def _tail(found: Found) -> int:
    """Where the stretch that is shared up to the end begins; one that is not shared may lie in it."""
    end = len(found)
    missed = 0
    while end > 0:
        if found[end - 1]:
            missed = 0
        else:
            missed += 1
            if missed > 1:
                return end + missed - 1
        end -= 1
    return 0


def _is_tail(found: Found) -> bool:
    """Whether what is shared up to the end is too much for an outlet's footer, or is all."""
    length = len(found) - _tail(found)
    return length >= settings.FOOTER_PRINTS or length == len(found) or length == 0


def _reworded(found: Found) -> bool:
    """Whether shared and other words change as quickly as words replaced here and there make
    them, and all over the text; tellings that share quotations or paragraphs have them in blocks.

    The measure is that of the runs test (Wald and Wolfowitz 1940): changes over those expected
    of the same number in random order.
    """
    parts = np.array_split(found, settings.SEGMENTS)
    if sum(bool(part.any()) for part in parts) < settings.SPREAD * settings.SEGMENTS:
        return False
    share = float(found.mean())
    expected = 2 * len(found) * share * (1 - share)
    return int((found[1:] != found[:-1]).sum()) >= settings.ALTERNATION * expected


def _document(found: Found, places: NDArray[np.int64], count: int) -> bool:
    """Whether both lead with words of their own and share one block: what both print."""
    here = np.flatnonzero(found)
    for hits, length in ((here, len(found)), (places, count)):
        if hits[0] < max(settings.LEAST_SHARED, settings.OWN_LEAD * length):
            return False
        if len(hits) < settings.BLOCK_DENSITY * (hits[-1] - hits[0] + 1):
            return False
    return True
