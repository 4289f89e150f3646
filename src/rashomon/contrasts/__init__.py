"""Contrasts: where the tellings of a story differ, each bound to its words.

Detectors propose (`story -> candidates`, see `candidate.py`), the checker lets through only what
the spans prove, and the rest is ranked. A detector may be anything, an optional model included:
what it cannot prove is not shown.
"""

from __future__ import annotations

from rashomon.contrasts import (
    casualties,
    checker,
    deeds,
    facts,
    headlines,
    held,
    labels,
    merge,
    naming,
    numbers,
    omissions,
    one_voice,
    own_words,
    place_names,
    proposed,
    quotations,
    rank,
    refused,
    reported,
    retold,
    seized,
    settings,
    voices,
)
from rashomon.contrasts.candidate import Detector
from rashomon.contrasts.lens import Lens
from rashomon.model import Contrast, Material

DETECTORS: tuple[Detector, ...] = (
    quotations.detect,
    reported.detect,
    retold.detect,
    proposed.detect,
    refused.detect,
    seized.detect,
    deeds.detect,
    casualties.detect,
    numbers.detect,
    held.detect,
    omissions.detect,
    facts.detect,
    voices.detect,
    naming.detect,
    labels.detect,
    place_names.detect,
    headlines.detect,
    own_words.detect,
    one_voice.detect,
)

# Detectors of few sorts: they need not run where these are held back.
_FINDS_ONLY: dict[Detector, frozenset[str]] = {
    facts.detect: frozenset(("fact not found",)),
    voices.detect: frozenset(("voice not found", "voice not found, plain")),
    one_voice.detect: frozenset(("one voice", "two voices")),
    own_words.detect: frozenset(("own words",)),
}


def find(
    material: Material,
    detectors: tuple[Detector, ...] = DETECTORS,
    held_back: frozenset[str] = settings.HELD_BACK,
) -> tuple[Contrast, ...]:
    """The differences between independent tellings of one story, best first.

    A story of fewer than two tellings has none. Candidates of a sort in `held_back` are not
    shown: those that reading found to be wrong or idle too often.
    """
    lens = Lens.of(material)
    if len(lens.tellings) < 2:
        return ()
    proposed = [
        candidate
        for detect in detectors
        if not (detect in _FINDS_ONLY and _FINDS_ONLY[detect] <= held_back - set(settings.FALLBACK))
        for candidate in detect(lens)
        if candidate.sort not in held_back or candidate.sort in settings.FALLBACK
    ]
    proven = [candidate for candidate in proposed if checker.proves(lens, candidate)]
    shown = [candidate for candidate in proven if candidate.sort not in held_back]
    if len(lens.tellings) > 2:
        behind = [c for c in proven if len(shown) < settings.FALLBACK.get(c.sort, 0)]
        behind = [c for c in behind if c.sort in held_back]
        shown += sorted(behind, key=lambda c: (-c.weight, c.topic))[: settings.MOST_FALLBACKS]
    return rank.ranked(lens, merge.merged(shown))
