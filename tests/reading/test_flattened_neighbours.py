"""What stands near a place at which an article may begin, and who speaks in a unit."""

from __future__ import annotations

import numpy as np

from rashomon.reading.flattened import labels
from rashomon.reading.flattened.features import Matrix, measure
from rashomon.reading.flattened.lexicon import Lexicon, read_words
from rashomon.reading.flattened.neighbours import NEARBY, measure_nearby
from rashomon.reading.flattened.repeats import find_repeats
from rashomon.reading.flattened.units import split_units
from rashomon.reading.flattened.voices import VOICES, measure_voices

HARBOUR = (
    "The harbour board of Selwick raised its tolls for fishing boats and yachts on Tuesday again.",
    "The tolls of the harbour pay for a breakwater that the fishing boats of Selwick have asked for.",
    "Owners of yachts in the harbour of Selwick called the tolls of the board unjust on Tuesday.",
)
ORCHARD = (
    "A frost in May killed two thirds of the cherry blossom in the orchards of the Lower Vale.",
    "Growers in the orchards of the Vale lit fires under the cherry trees, and the frost came anyway.",
    "Without cherry trees the Vale would lose its festival, which growers hold after the blossom.",
)


def measured(*paragraphs: str) -> tuple[Lexicon, Matrix]:
    units = split_units("\n\n".join(paragraphs))
    lexicon = read_words(units)
    return lexicon, measure(units, lexicon, find_repeats(units))


def test_a_change_of_subject_is_less_alike_than_the_same_subject() -> None:
    lexicon, features = measured(*HARBOUR, *ORCHARD)
    scores = np.full((6, len(labels.LABELS)), -2.0)
    rows = measure_nearby([2, 3], scores, features, lexicon)
    like = rows[:, NEARBY.index("like_cut")]
    assert like[0] > 2 * like[1]


def test_the_likeliest_of_neighbours_is_known_as_such() -> None:
    lexicon, features = measured(*HARBOUR, *ORCHARD)
    scores = np.full((6, len(labels.LABELS)), -2.0)
    scores[3, labels.FIRST] = -0.5
    rows = measure_nearby([2, 3], scores, features, lexicon)
    assert rows[:, NEARBY.index("odds_rank")].tolist() == [1, 0]
    assert rows[1, NEARBY.index("odds_over")] == 1.5
    assert rows[0, NEARBY.index("odds_over_after")] == -1.5


def test_a_page_without_prose_has_neighbours_of_nothing() -> None:
    lexicon, features = measured("Home", "News")
    rows = measure_nearby([1], np.full((2, len(labels.LABELS)), -2.0), features, lexicon)
    assert rows.shape == (1, len(NEARBY))
    assert np.isfinite(rows).all()


def test_who_says_i_outside_quotations() -> None:
    told = "“I have waited long enough for my boat,” said Edda Frame, who chairs the harbour board."
    mine = "I have waited long enough for my boat, and the board of the harbour has no idea at all!"
    units = split_units(f"{told}\n\n{mine}")
    lexicon = read_words(units)
    rows = measure_voices(units, measure(units, lexicon, find_repeats(units)))
    assert rows[:, VOICES.index("first_person")].tolist() == [0, 2]
    assert rows[:, VOICES.index("exclaims")].tolist() == [0, 1]
