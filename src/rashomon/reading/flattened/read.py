"""A flattened page becomes articles, teasers and named rejections."""

from __future__ import annotations

from rashomon.model import Page, Reading, Rejected
from rashomon.reading.flattened import labels
from rashomon.reading.flattened.assemble import assemble
from rashomon.reading.flattened.boundaries import candidates, measure_boundaries
from rashomon.reading.flattened.features import Matrix, measure
from rashomon.reading.flattened.lexicon import read_words
from rashomon.reading.flattened.repeats import Repeats, find_repeats, without_copies
from rashomon.reading.flattened.scores import score, settle
from rashomon.reading.flattened.settings import LOOKS
from rashomon.reading.flattened.units import Unit, split_units

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
    states, features, repeats = _states(units)
    articles, rejected = assemble(page, units, states, features, repeats)
    return Reading(page.id, body, articles, rejected)


def _states(units: list[Unit]) -> tuple[list[int], Matrix, Repeats]:
    """A state for every unit, the features of every unit, and the repeats that were folded."""
    refused: frozenset[int] = frozenset()
    for round_number in range(_ROUNDS + 1):
        if round_number == _ROUNDS:
            repeats = Repeats([" ".join(unit.text.split()).casefold() for unit in units])
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
    states = [labels.OUTSIDE] * len(units)
    rows = [0] * len(units)
    for k in range(len(units)):
        origin = repeats.copy_of.get(k, k)
        if origin is None:
            states[k], rows[k] = labels.INSIDE, -1
        else:
            while origin not in place:
                origin = repeats.copy_of[origin] or 0
            states[k], rows[k] = path[place[origin]], place[origin]
    lone = [k for k in range(len(units)) if rows[k] < 0]
    spread = features[[max(row, 0) for row in rows]]
    if lone:
        alone = [units[k] for k in lone]
        keys = Repeats([repeats.keys[k] for k in lone])
        spread[lone] = measure(alone, read_words(alone), keys)
    return states, spread, repeats


def walk_units(units: list[Unit], repeats: Repeats) -> tuple[Matrix, list[int]]:
    """The features of `units` and the states of the best walk, after a second look at its starts."""
    lexicon = read_words(units)
    features = measure(units, lexicon, repeats)
    scores = score(features)
    path = labels.walk(scores, repeats.fresh)
    for _ in range(LOOKS):
        places = candidates(scores, path, features)
        if not places:
            break
        rows = measure_boundaries(places, scores, path, features, lexicon)
        again = labels.walk(settle(scores, places, rows), repeats.fresh)
        if again == path:
            break
        path = again
    return features, path


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
