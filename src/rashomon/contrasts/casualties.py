"""Number: how many were killed, hurt, missing or held, where tellings of one event differ.

    fourteen people were hurt | injuring at least 14 | killed three soldiers

Vague counts ("several", "dozens") are not compared with exact ones, injured not with killed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from rashomon.contrasts.candidate import Candidate, Side
from rashomon.contrasts.context import Place, sentences, stems
from rashomon.contrasts.lens import Lens
from rashomon.contrasts.wording import fold

_UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBER = rf"(?P<number>\d[\d,]*|(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_UNITS[:9])}))?|{'|'.join(_UNITS)})"
_SORTS = {
    "killed": r"killed|dead|died|killing|kills",
    "injured": r"injured|hurt|wounded|injuring|wounding|hurting|injures|wounds",
    "missing": r"missing",
    "held": r"detained|arrested|detaining|arresting",
}
_ANY = "|".join(_SORTS.values())
_NOUNS = r"(?:\s+(?!(?:and|or|others|that|the|who|when|after|as|in|on)\b)[^\W\d_]+){0,3}?"
_FORMS = (
    # fourteen passengers were injured
    re.compile(rf"\b{_NUMBER}{_NOUNS}\s+(?:(?:were|was|have been|had been|are|is|have|had)(?:\s+(?:reported|said|believed|feared)\s+(?:to\s+(?:have\s+been|be)))?\s+)?(?:also\s+)?(?P<sort>{_ANY})\b", re.I),
    # injuring at least fourteen passengers; killed three soldiers
    re.compile(rf"\b(?P<sort>{_ANY})\s+(?:at least|about|some|more than|around|up to|over|nearly)?\s*{_NUMBER}\b(?!\s*(?:a\.m|p\.m|%|percent))", re.I),
)  # fmt: skip
_LEAST_SHARED = 3  # stems that sentence and its neighbour share with the other's: the same event


@dataclass(frozen=True, slots=True)
class _Count:
    place: Place
    start: int
    end: int
    sort: str
    number: int
    about: frozenset[str]


def detect(lens: Lens) -> Iterator[Candidate]:
    """Different counts of one sort in tellings of one event, neither of which is in the other."""
    found = {a.id: list(_counts(sentences(lens, a))) for a in lens.tellings}
    for one, two in combinations(lens.tellings, 2):
        for sort in _SORTS:
            first = [c for c in found[one.id] if c.sort == sort]
            second = [c for c in found[two.id] if c.sort == sort]
            if not first or not second or {c.number for c in first} & {c.number for c in second}:
                continue
            pairs = [
                (a, b) for a in first for b in second if len(a.about & b.about) >= _LEAST_SHARED
            ]
            if pairs:
                a, b = max(pairs, key=lambda p: (len(p[0].about & p[1].about), -p[0].start))
                yield _candidate(a, b, sort)


def _candidate(a: _Count, b: _Count, sort: str) -> Candidate:
    later = (a.place.article.published or "")[:10] != (b.place.article.published or "")[:10]
    dated = a.place.article.published and b.place.article.published
    sides = tuple(Side(c.place.span(c.start, c.end), str(c.number), str(c.number)) for c in (a, b))
    topic = f"How many were {sort}"
    if later and dated:
        return Candidate(topic, "update", "soft", sides, 0.55)
    return Candidate(topic, "number", "strong", sides, 0.75)


def _counts(places: list[Place]) -> Iterator[_Count]:
    for index, place in enumerate(places):
        text = place.text
        about = stems(text) | (stems(places[index - 1].text) if index else frozenset())
        for form in _FORMS:
            for match in form.finditer(text):
                sort = next(s for s, p in _SORTS.items() if re.fullmatch(p, match["sort"], re.I))
                number = _value(match["number"])
                if number:
                    yield _Count(place, match.start(), match.end(), sort, number, about)


def _value(written: str) -> int:
    if written[0].isdigit():
        digits = written.replace(",", "")
        return int(digits) if len(digits) < 9 else 0
    total = 0
    for part in re.split(r"[- ]", written.casefold()):
        total += 10 * (_TENS.index(part) + 2) if part in _TENS else int(fold(part)[0])
    return total
