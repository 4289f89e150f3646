"""Number: the same thing counted, with values that are near and unequal, in near sentences.

    the owners put the damage at 6 million  |  the owners estimate the damage at more than 9 million

Same unit, same noun after the number, most content words shared, and neither value anywhere in
the other telling. What is rounded is no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from rashomon.contrasts import settings
from rashomon.contrasts.both import naming_both
from rashomon.contrasts.candidate import Candidate, Side
from rashomon.contrasts.context import Place, sentences, stems
from rashomon.contrasts.lens import Lens
from rashomon.contrasts.quantities import Quantity, quantities, same
from rashomon.model import Article

_NOUN = re.compile(r"\s*(?P<noun>[^\W\d_]{3,})")
_NO_NOUN = frozenset(
    "the and for from with were was are that have has had this who its more fewer other others "
    "additional another people person persons men women children civilians soldiers troops "
    "passengers workers employees officers residents students victims".split()
)  # people are counted in frames of their own: see casualties
_NAME = re.compile(r"(?<=\s)[A-Z][\w’'-]{2,}|\b[A-Z]{2,}\b")
_PAST = re.compile(
    r"\b(?:last|previous|earlier|ago|compared|against|from \d|up from|down from|than in|"
    r"forecast|expected|projected|predicted|since|in (?:1[5-9]\d\d|20\d\d))\b",
    re.IGNORECASE,
)


_UNITS = frozenset("hundred thousand million billion trillion percent points".split())


@dataclass(frozen=True, slots=True)
class _Measure:
    place: Place
    quantity: Quantity
    noun: str
    about: frozenset[str]


def detect(lens: Lens) -> Iterator[Candidate]:
    """Measures of one thing that do not agree, the pair with most shared words first."""
    found = {a.id: list(_measures(lens, a)) for a in lens.tellings}
    values = lens.values
    for one, two in combinations(lens.tellings, 2):
        pairs = [
            (len(a.about & b.about), a, b)
            for a in found[one.id]
            for b in found[two.id]
            if _same_thing(a, b) and _differ(a, b, values[one.id], values[two.id])
        ]
        if pairs:
            _, a, b = max(pairs, key=lambda p: (p[0], -p[1].place.start))
            both = naming_both(lens, one, two, a.quantity.value, b.quantity.value)
            yield _candidate(a, b, one, two, tuple(both))


def _measures(lens: Lens, article: Article) -> Iterator[_Measure]:
    for place in sentences(lens, article):
        text = place.text
        found = [q for q in quantities(text) if q.value > 1]
        if not found or _PAST.search(text):
            continue
        for quantity in found:
            noun = _NOUN.match(text, quantity.end)
            word = noun["noun"].casefold() if noun else ""
            stem = next(iter(stems(word)), "") if word not in _NO_NOUN else ""
            if quantity.unit or (stem and not _is_year(quantity)):
                yield _Measure(place, quantity, stem, stems(text))


def _is_year(quantity: Quantity) -> bool:
    return 1500 <= quantity.value <= 2100 and quantity.value.is_integer()


def _same_thing(a: _Measure, b: _Measure) -> bool:
    if a.quantity.unit != b.quantity.unit or (not a.quantity.unit and a.noun != b.noun):
        return False
    if _names(a) != _names(b):
        return False
    least = min(len(a.about), len(b.about))
    shared = len(a.about & b.about)
    return shared >= settings.MEASURE_STEMS and shared >= settings.MEASURE_SHARE * least


def _names(measure: _Measure) -> frozenset[str]:
    """Names in the sentence, its first word aside: what is measured where."""
    return frozenset(
        n.removesuffix("’s").removesuffix("'s") for n in _NAME.findall(measure.place.text)
    )


def _differ(a: _Measure, b: _Measure, first: list[float], second: list[float]) -> bool:
    low, high = sorted((a.quantity.value, b.quantity.value))
    if a.quantity.vague and b.quantity.vague and low > settings.ROUGHLY * high:
        return False  # "about 80", "about 90"
    if same(low, high) or low < settings.MEASURE_RATIO * high:
        return False
    return not any(same(a.quantity.value, v) for v in second) and not any(
        same(b.quantity.value, v) for v in first
    )


def _candidate(
    a: _Measure, b: _Measure, one: Article, two: Article, both: tuple[Side, ...]
) -> Candidate:
    sides = []
    for measure in (a, b):
        text, quantity = measure.place.text, measure.quantity
        noun = _NOUN.match(text, quantity.end)
        end = noun.end() if noun and measure.noun else quantity.end
        words = text[quantity.start : end]
        sides.append(Side(measure.place.span(quantity.start, end), words, str(quantity.value)))
    sides += both
    what = _what(a, b)
    if one.published and two.published and one.published[:10] != two.published[:10]:
        return Candidate(
            f"How much: {what}", "update", "soft", tuple(sides), 0.45, sort="measure updated"
        )
    return Candidate(f"How much: {what}", "number", "strong", tuple(sides), 0.55, sort="measure")


def _what(a: _Measure, b: _Measure) -> str:
    """The words that both sentences share, as the first one writes them."""
    shared = a.about & b.about
    words = [
        w
        for w in re.findall(r"[^\W\d_]{4,}", a.place.text)
        if stems(w) & shared and w not in _UNITS and stems(w) != {a.noun}
    ]
    return ", ".join(dict.fromkeys(words[:4]))
