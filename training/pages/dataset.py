"""Features and labels of the units of pages, as the reader sees them: repeats folded."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.flattened.features import measure
from rashomon.reading.flattened.repeats import find_repeats, without_copies
from rashomon.reading.flattened.units import split_units
from truth import label_units


def of_page(page: dict[str, Any]) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """One row a unit that is not a folded repeat, and its label."""
    units = split_units(page["text"])
    truth = label_units(page, units)
    kept, reduced = without_copies(units, find_repeats(units))
    features = measure([units[k] for k in kept], reduced)
    return features, np.array([truth[k] for k in kept])
