"""Quotations that several voices have: the run of words that all of them quote."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from rashomon.agreement import settings, units
from rashomon.agreement.scene import Scene
from rashomon.model import Article, Span
from rashomon.text.quotes import quotations

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Run:
    """Quoted words of a telling: `forms` with the place of each in the text."""

    article: Article
    forms: tuple[str, ...]
    places: tuple[tuple[int, int], ...]

    def span(self, first: int, last: int) -> Span:
        """From word `first` up to, and without, word `last`."""
        return Span(self.article.id, self.places[first][0], self.places[last - 1][1])


@dataclass(frozen=True, slots=True)
class Shared:
    """One stretch of words as each of several tellings quotes it; `place` is the earliest share
    of a text, 0 to 1, at which it stands."""

    spans: tuple[Span, ...]
    words: int
    place: float


@lru_cache(maxsize=128)
def runs(article: Article) -> tuple[Run, ...]:
    """The quotations of an article, as comparable words."""
    text = article.text
    found = []
    for quote in quotations(text)[: settings.MOST_QUOTATIONS]:
        words = islice(WORD.finditer(text, quote.start, quote.end), settings.MOST_QUOTED_WORDS)
        matches = list(words)
        if matches:
            forms = tuple(m.group().casefold().replace("’", "'") for m in matches)
            found.append(Run(article, forms, tuple(m.span() for m in matches)))
    return tuple(found)


def find(scene: Scene) -> list[Shared]:
    """The stretches that at least two voices quote, each as all who quote it have it."""
    size = settings.QUOTED_RUN
    index: dict[tuple[str, ...], list[tuple[Run, int]]] = defaultdict(list)
    for article in scene.tellings:
        for run in runs(article):
            for at in range(len(run.forms) - size + 1):
                places = index[run.forms[at : at + size]]
                if len(places) < settings.MOST_PLACES:
                    places.append((run, at))
    anchors = sorted(scene.tellings, key=lambda a: (-len(a.text), a.id))
    found: list[Shared] = []
    for article in anchors[: settings.ANCHOR_TELLINGS]:
        for run in runs(article):
            found += _of_run(scene, run, index)
    return found


def _of_run(
    scene: Scene, run: Run, index: dict[tuple[str, ...], list[tuple[Run, int]]]
) -> Iterator[Shared]:
    """What of one quotation the other tellings quote: the longest stretch first."""
    size = settings.QUOTED_RUN
    voice = scene.voice[run.article.id]
    longest: dict[str, tuple[int, int, Run, int]] = {}
    for at in range(len(run.forms) - size + 1):
        for other, there in index[run.forms[at : at + size]]:
            if scene.voice[other.article.id] == voice:
                continue
            best = longest.get(other.article.id)
            if best is not None and best[0] <= at < best[0] + best[1]:
                continue
            length = _common(run.forms, at, other.forms, there)
            if best is None or length > best[1]:
                longest[other.article.id] = (at, length, other, there)
    first, last = 0, len(run.forms)
    members: list[tuple[int, Run, int]] = []
    for at, length, other, there in sorted(
        longest.values(), key=lambda b: (-b[1], b[2].article.id)
    ):
        low, high = max(first, at), min(last, at + length)
        if high - low >= size and _says(run, low, high) and _may_agree(scene, run, other):
            first, last = low, high
            members.append((at, other, there))
    if members:
        last = min(last, first + settings.LONGEST_QUOTED)
        spans = [run.span(first, last)]
        spans += [o.span(there + first - at, there + last - at) for at, o, there in members]
        place = min(s.start / max(1, len(scene.text(s.article_id))) for s in spans)
        yield Shared(tuple(spans), last - first, place)


def _common(one: Sequence[str], i: int, two: Sequence[str], j: int) -> int:
    length = 0
    while i + length < len(one) and j + length < len(two) and one[i + length] == two[j + length]:
        length += 1
    return length


def _says(run: Run, first: int, last: int) -> bool:
    text = run.article.text
    content = {units.stem_of(text[a:b]) for a, b in run.places[first:last]} - {""}
    return len(content) >= settings.QUOTED_STEMS


def _may_agree(scene: Scene, one: Run, two: Run) -> bool:
    """Not where the tellings have different people say it."""
    a, b = scene.speaker_of(one.span(0, 1)), scene.speaker_of(two.span(0, 1))
    return not (a and b and a != b)
