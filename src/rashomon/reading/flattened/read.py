"""A flattened page becomes articles, teasers and named rejections."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from rashomon.model import Page, Reading, Rejected
from rashomon.reading.flattened import labels
from rashomon.reading.flattened.apart import POST, mark_updates, told_apart
from rashomon.reading.flattened.assemble import assemble
from rashomon.reading.flattened.boundaries import candidates, measure_boundaries
from rashomon.reading.flattened.features import COLUMN, Matrix, measure
from rashomon.reading.flattened.heads import head_lines, measure_heads
from rashomon.reading.flattened.lexicon import read_words
from rashomon.reading.flattened.neighbours import measure_nearby
from rashomon.reading.flattened.repair import mark_boxes, repair
from rashomon.reading.flattened.repeats import Repeats, find_repeats, folded, without_copies
from rashomon.reading.flattened.scores import name_parts, score, settle
from rashomon.reading.flattened.settings import LOOKS, MOST_UNITS, UNSPACED_WEIGHT
from rashomon.reading.flattened.stretches import stretches
from rashomon.reading.flattened.units import Unit, split_units
from rashomon.reading.flattened.words import unspaced

# States in which an article may begin, and those in which one goes on from the unit before.
_BEGINS = {labels.T, labels.M, labels.S, labels.F, labels.BETWEEN}
_GOES_ON = {labels.B, labels.H, labels.INSIDE}
_ROUNDS = 3


def read_flattened(page: Page) -> Reading:
    """Find the articles of a page of bare text. Pure; never raises for what the page holds.

    Units (lines, or paragraphs of wrapped lines) are measured, scored and walked through; what
    the page prints twice is read once and counts for both printings.
    """
    body = page.body
    units = split_units(body)
    if not units:
        reason = "empty"
        return Reading(page.id, body, (), (Rejected(page.id, None, "reading", reason),))
    end = len(body.rstrip())
    left_out = (units[MOST_UNITS].left if len(units) > MOST_UNITS else units[-1].end, end)
    units = units[:MOST_UNITS]
    states: list[int] = []
    features: list[Matrix] = []
    breaks: set[int] = set()
    for start, stop in pairwise([*stretches(units), len(units)]):
        found = _without_posts(units[start:stop])
        states += found[0]
        features.append(found[1])
        breaks |= {start, *(start + k for k in found[2])}
    articles, rejected = assemble(page, units, states, np.vstack(features), frozenset(breaks))
    if left_out[0] < end:
        rejected = (*rejected, Rejected(page.id, left_out, "reading", "page too long"))
    return Reading(page.id, body, articles, rejected)


def _without_posts(units: list[Unit]) -> tuple[list[int], Matrix, set[int]]:
    """`_states`, with posts of others passed over: what stands around them is read as if they were
    not there."""
    posts = [k for k, kind in told_apart(units).items() if kind == POST]
    if not posts or len(posts) == len(units):
        return _states(units)
    kept = np.setdiff1d(np.arange(len(units)), posts)
    left, rows, edges = _states([units[k] for k in kept])
    states = np.full(len(units), labels.OUTSIDE)
    states[kept] = left
    features = np.zeros((len(units), rows.shape[1]), dtype=np.float32)
    features[kept] = rows
    after = np.minimum(np.searchsorted(kept, posts), len(kept) - 1)
    follows = states[kept[after]]
    states[posts] = np.where(
        np.isin(follows, list(_GOES_ON)) & (kept[after] > posts), labels.INSIDE, labels.OUTSIDE
    )
    ends = [*kept.tolist(), len(units)]
    return states.tolist(), features, {ends[edge] for edge in edges}


def _states(units: list[Unit]) -> tuple[list[int], Matrix, set[int]]:
    """For every unit its state and features; and the units at which what came before ends."""
    refused: frozenset[int] = frozenset()
    for round_number in range(_ROUNDS + 1):
        if round_number == _ROUNDS:
            repeats = Repeats([folded(unit.text) for unit in units])
        else:
            repeats = find_repeats(units, refused)
        kept, reduced = without_copies(units, repeats)
        features, path = walk_units([units[k] for k in kept], reduced)
        place = {k: j for j, k in enumerate(kept)}
        broken = {
            run[2] for run in repeats.runs if not _whole(run, path, place, repeats.copy_of)
        }  # fmt: skip
        if not broken:
            break
        refused = refused | broken
    breaks = {edge for run in repeats.runs for edge in run[2:]}
    if len(kept) == len(units):
        return path, features, breaks
    # A folded repeat takes the states of its first printing; what only the repeat has is measured.
    states = [labels.INSIDE] * len(units)
    spread = np.zeros((len(units), features.shape[1]), dtype=np.float32)
    lone = []
    for k in range(len(units)):
        origin: int | None = k
        while origin is not None and origin not in place:
            origin = repeats.copy_of.get(origin)
        if origin is None:
            lone.append(k)
        else:
            states[k] = path[place[origin]]
            spread[k] = features[place[origin]]
    if lone:
        alone = [units[k] for k in lone]
        spread[lone] = measure(alone, read_words(alone), Repeats([repeats.keys[k] for k in lone]))
    return states, spread, breaks


def walk_units(units: list[Unit], repeats: Repeats) -> tuple[Matrix, list[int]]:
    """The features of `units` and the states of the best walk, after a second look at its starts."""
    lexicon = read_words(units)
    features = measure(units, lexicon, repeats)
    scores = mark_updates(mark_boxes(score(features, units), features, units), units)
    for k in np.flatnonzero(features[:, COLUMN["prose"]] > 0):
        if unspaced(units[k].text):
            scores[k, [labels.FIRST, labels.BODY]] += UNSPACED_WEIGHT
    path = labels.walk(scores, repeats.fresh)
    seen = scores
    for _ in range(LOOKS):
        places = candidates(scores, path, features)
        if not places:
            break
        rows = np.hstack([
            measure_boundaries(places, scores, path, features, lexicon),
            measure_nearby(places, scores, features, lexicon),
        ])  # fmt: skip
        seen = settle(scores, places, rows)
        again = labels.walk(seen, repeats.fresh)
        if again == path:
            break
        path = again
    lines = head_lines(path, features)
    if lines:
        rows = measure_heads(lines, scores, path, features, lexicon)
        path = labels.walk(name_parts(seen, lines, rows), repeats.fresh)
    return features, repair(path, features)


def _whole(
    run: tuple[int, int, int, int],
    path: list[int],
    place: dict[int, int],
    copy_of: dict[int, int | None],
) -> bool:
    """Whether what came again is whole articles (or lies outside all articles)."""
    start, end, _, _ = run
    if start not in place:
        return True
    first = path[place[start]]
    if first in _GOES_ON:
        return False
    if (
        first == labels.F
        and place[start]
        and path[place[start] - 1] in (labels.T, labels.S, labels.M, labels.BETWEEN)
    ):
        return False
    after = place.get(end)
    while after is None and end in copy_of:
        end += 1
        after = place.get(end)
    return after is None or path[after] not in _GOES_ON
