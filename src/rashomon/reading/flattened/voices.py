"""Who speaks in a unit: readers who comment say "I" and "you", news says them in quotations only."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from rashomon.reading.flattened.features import COLUMN, Matrix
from rashomon.reading.flattened.units import Unit

VOICES = (
    "first_person", "exclaims", "first_person_near", "first_person_page", "short_above",
    "short_pattern",
)  # fmt: skip
_QUOTED = re.compile(r"“[^”]{1,400}”?|\"[^\"]{1,400}\"?")
# "I", "my", "me", "mine", "myself", "My" as whole words. That their first letters come first lets the
# search pass over all others at once.
_I = re.compile(r"[IMm](?<!\w[IMm])(?:(?<=I)|(?<=m)(?:y(?:self)?|e|ine)|(?<=M)y)\b")
# Characters of a unit that are looked at.
_SEEN = 1000
# Units on each side whose voice counts too.
_NEAR = 6


def measure_voices(units: Sequence[Unit], features: Matrix) -> Matrix:
    """One row a unit, columns as in `VOICES`; `features` are those of `features.measure`."""
    n = len(units)
    rows = np.zeros((n, len(VOICES)), dtype=np.float32)
    prose = features[:, COLUMN["prose"]] > 0
    short = features[:, COLUMN["words"]] < 2.6
    for k in np.flatnonzero(features[:, COLUMN["words"]] > 1.7).tolist():
        text = units[k].text[:_SEEN]
        if '"' in text or "“" in text:
            text = _QUOTED.sub(" ", text)
        rows[k, 0] = min(3, len(_I.findall(text)))
        rows[k, 1] = min(3, text.count("!") + text.count("?"))
    speaks = (rows[:, 0] > 0) & prose
    heads = np.concatenate([[0], np.cumsum(speaks)])
    proses = np.concatenate([[0], np.cumsum(prose)])
    at = np.arange(n)
    low, high = np.maximum(at - _NEAR, 0), np.minimum(at + _NEAR + 1, n)
    rows[:, 2] = (heads[high] - heads[low]) / np.maximum(proses[high] - proses[low], 1)
    rows[:, 3] = speaks.sum() / max(1, int(prose.sum()))
    # A short line above each paragraph or two, all over the page, is how threads are set.
    rows[1:, 4] = short[:-1] & prose[1:]
    above = np.concatenate([[0], np.cumsum(rows[:, 4])])
    rows[:, 5] = (above[high] - above[low]) / np.maximum(proses[high] - proses[low], 1)
    return rows
