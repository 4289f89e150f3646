"""Features and labels of the units of pages, as the reader sees them: repeats folded."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from truth import label_units

from rashomon.reading.flattened import labels
from rashomon.reading.flattened.boundaries import candidates, measure_boundaries
from rashomon.reading.flattened.features import measure
from rashomon.reading.flattened.lexicon import read_words
from rashomon.reading.flattened.repair import mark_boxes
from rashomon.reading.flattened.repeats import find_repeats, without_copies
from rashomon.reading.flattened.scores import score
from rashomon.reading.flattened.units import split_units


def of_page(page: dict[str, Any]) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """One row a unit that is not a folded repeat, and its label."""
    units = split_units(page["text"])
    truth = label_units(page, units)
    kept, reduced = without_copies(units, find_repeats(units))
    left = [units[k] for k in kept]
    features = measure(left, read_words(left), reduced)
    return features, np.array([truth[k] for k in kept])


def starts_of_page(page: dict[str, Any]) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """One row a place that gets a second look, and whether an article begins there.

    Rows come from the walk on the first scores and from walks on disturbed scores, so that the
    second look meets pieces that are cut wrongly in many ways.
    """
    units = split_units(page["text"])
    truth = label_units(page, units)
    kept, reduced = without_copies(units, find_repeats(units))
    left = [units[k] for k in kept]
    gold = np.array([truth[k] for k in kept])
    lexicon = read_words(left)
    features = measure(left, lexicon, reduced)
    scores = mark_boxes(score(features), features, left)
    rng = np.random.default_rng(len(page["text"]))
    rows, wanted = [], []
    for noise in (0.0, 0.0, 2.0):
        disturbed = scores + rng.normal(0, noise, scores.shape) if noise else scores
        path = labels.walk(disturbed, reduced.fresh)
        places = candidates(scores, path, features)
        if places:
            rows.append(measure_boundaries(places, scores, path, features, lexicon))
            wanted.append((gold[places] == labels.FIRST).astype(np.int64))
    if not rows:
        return np.zeros((0, 0), np.float32), np.zeros(0, np.int64)
    return np.vstack(rows), np.concatenate(wanted)
