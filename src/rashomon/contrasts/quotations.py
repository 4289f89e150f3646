"""One utterance in several tellings: cut short, altered, under another cue or another speaker.

Quotations are aligned by the words that they share in a row, after spelling, numerals,
contractions and punctuation are folded; no threshold on likeness joins what shares no such run.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from rashomon.contrasts import altered, cues, settings, trimmed
from rashomon.contrasts.candidate import Candidate
from rashomon.contrasts.lens import Lens
from rashomon.contrasts.utterances import Utterance, utterances


def detect(lens: Lens) -> Iterator[Candidate]:
    """Differences between quotations of one utterance in two tellings."""
    found = {a.id: utterances(lens, a) for a in lens.tellings}
    for one, two in combinations(lens.tellings, 2):
        for a, b in _aligned(found[one.id], found[two.id]):
            if _two_speakers(a, b):
                yield from cues.other_speaker(lens, a, b)
                continue
            yield from trimmed.compare(lens, a, b)
            yield from altered.compare(a, b)
            yield from cues.other_cue(a, b)


def _aligned(
    first: list[Utterance], second: list[Utterance]
) -> Iterator[tuple[Utterance, Utterance]]:
    """Pairs of utterances that share a run of words, or short ones that are the same words."""
    index: dict[tuple[str, ...], list[int]] = {}
    for at, utterance in enumerate(first):
        for run in _runs(utterance):
            index.setdefault(run, []).append(at)
    for b in second:
        sharing = {at for run in _runs(b) for at in index.get(run, ())}
        for at in sorted(sharing):
            yield first[at], b


def _runs(utterance: Utterance) -> set[tuple[str, ...]]:
    forms = utterance.forms
    size = settings.SHARED_RUN
    if len(forms) < size:
        return {tuple(forms)}
    return {tuple(forms[i : i + size]) for i in range(len(forms) - size + 1)}


def _two_speakers(a: Utterance, b: Utterance) -> bool:
    return a.speaker is not None and b.speaker is not None and a.speaker.id != b.speaker.id
