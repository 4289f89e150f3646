"""Features and labels of the units of pages, as the reader sees them: repeats folded."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from truth import label_units

from rashomon.reading.flattened import labels
from rashomon.reading.flattened.boundaries import candidates, measure_boundaries
from rashomon.reading.flattened.features import Matrix, measure
from rashomon.reading.flattened.heads import PARTS, head_lines, measure_heads
from rashomon.reading.flattened.labels import Scores
from rashomon.reading.flattened.lexicon import Lexicon, read_words
from rashomon.reading.flattened.neighbours import measure_nearby
from rashomon.reading.flattened.repair import mark_boxes
from rashomon.reading.flattened.repeats import Repeats, find_repeats, without_copies
from rashomon.reading.flattened.scores import score, settle
from rashomon.reading.flattened.units import split_units
from rashomon.reading.flattened.voices import measure_voices

Rows = tuple[NDArray[np.float32], NDArray[np.int64]]
# How the scores of a page are disturbed before its walk: noise, and weight of the truth.
_DISTURBED = ((0.0, 0.0), (2.0, 0.0), (2.0, 3.0))


class Scored(NamedTuple):
    """A page measured and scored by the first forest, with the true labels of its units."""

    gold: NDArray[np.int64]
    lexicon: Lexicon
    features: Matrix
    scores: Scores
    repeats: Repeats


def of_page(page: dict[str, Any]) -> Rows:
    """One row a unit that is not a folded repeat, and its label."""
    units = split_units(page["text"])
    truth = label_units(page, units)
    kept, reduced = without_copies(units, find_repeats(units))
    left = [units[k] for k in kept]
    features = measure(left, read_words(left), reduced)
    features = np.hstack([features, measure_voices(left, features)])
    return features, np.array([truth[k] for k in kept])


def scored(page: dict[str, Any]) -> Scored:
    units = split_units(page["text"])
    truth = label_units(page, units)
    kept, reduced = without_copies(units, find_repeats(units))
    left = [units[k] for k in kept]
    lexicon = read_words(left)
    features = measure(left, lexicon, reduced)
    scores = mark_boxes(score(features, left), features, left)
    return Scored(np.array([truth[k] for k in kept]), lexicon, features, scores, reduced)


def starts_of_page(page: dict[str, Any]) -> Rows:
    """One row a place that gets a second look, and whether an article begins there.

    Rows come from the walk on the first scores and from walks on disturbed scores, so that the
    second look meets pieces that are cut wrongly in many ways.
    """
    seen = scored(page)
    rng = np.random.default_rng(len(page["text"]))
    true = np.eye(len(labels.LABELS))[seen.gold]
    rows, wanted = [], []
    for noise, help_ in _DISTURBED:
        disturbed = seen.scores + rng.normal(0, noise, seen.scores.shape) + help_ * true
        path = labels.walk(disturbed if noise else seen.scores, seen.repeats.fresh)
        places = candidates(seen.scores, path, seen.features)
        if places:
            rows.append(_places(places, seen, path))
            wanted.append((seen.gold[places] == labels.FIRST).astype(np.int64))
    return _stacked(rows, wanted)


def _places(places: list[int], seen: Scored, path: list[int]) -> Matrix:
    """One row for each of `places`, as the second look measures them."""
    return np.hstack([
        measure_boundaries(places, seen.scores, path, seen.features, seen.lexicon),
        measure_nearby(places, seen.scores, seen.features, seen.lexicon),
    ])  # fmt: skip


def heads_of_page(page: dict[str, Any]) -> Rows:
    """One row a line above an article that was found, and which of `PARTS` it is."""
    seen = scored(page)
    path = labels.walk(seen.scores, seen.repeats.fresh)
    places = candidates(seen.scores, path, seen.features)
    if places:
        found = _places(places, seen, path)
        path = labels.walk(settle(seen.scores, places, found), seen.repeats.fresh)
    lines = head_lines(path, seen.features)
    if not lines:
        return _stacked([], [])
    rows = measure_heads(lines, seen.scores, path, seen.features, seen.lexicon)
    part = {label: k for k, label in enumerate(PARTS)}
    part[labels.FIRST] = part[labels.BODY]
    part[labels.TEASER] = part[labels.OTHER]
    wanted = np.array([part[int(seen.gold[j])] for j, _ in lines], dtype=np.int64)
    return _stacked([rows], [wanted])


def _stacked(rows: list[Matrix], wanted: list[NDArray[np.int64]]) -> Rows:
    if not rows:
        return np.zeros((0, 0), np.float32), np.zeros(0, np.int64)
    return np.vstack(rows), np.concatenate(wanted)
