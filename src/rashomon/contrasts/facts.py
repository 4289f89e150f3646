"""Omission: a fact with a number that two independent tellings have and another full one lacks.

The number must be written in sentences that share their content words, and must not stand
anywhere in the telling that lacks it, nor may that telling have those words in one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from rashomon.contrasts import settings
from rashomon.contrasts.candidate import Candidate, Side
from rashomon.contrasts.context import Place, sentences, stems
from rashomon.contrasts.lens import Lens
from rashomon.contrasts.quantities import Quantity, quantities, same
from rashomon.model import Article

# A number after a month or a comma and a space ("Smith, 54,") is a day or an age.
_DAY = re.compile(r"(?:\b[A-Z][a-z]{2,}\.? |, |#|No\. )$")


@dataclass(frozen=True, slots=True)
class _Fact:
    place: Place
    quantity: Quantity
    about: frozenset[str]
    order: int


def detect(lens: Lens) -> Iterator[Candidate]:
    """The facts that weigh most: early in the tellings, with many shared words."""
    if len(lens.tellings) < 3 or not lens.full:
        return
    facts = {a.id: list(_facts(lens, a)) for a in lens.tellings}
    values = lens.values
    found: list[tuple[float, int, Candidate]] = []
    for one, two in combinations(lens.tellings, 2):
        for a in facts[one.id]:
            for b in facts[two.id]:
                if candidate := _lacking(lens, a, b, values):
                    found.append((-candidate.weight, len(found), candidate))
    told: set[float] = set()
    for _, _, candidate in sorted(found, key=lambda f: f[:2]):
        value = float(candidate.sides[0].value)
        if value not in told and len(told) < settings.MOST_FACTS:
            told.add(value)
            yield candidate


def _facts(lens: Lens, article: Article) -> Iterator[_Fact]:
    for order, place in enumerate(sentences(lens, article)):
        about: frozenset[str] | None = None
        for quantity in quantities(place.text):
            if not _tells(place.text, quantity):
                continue
            about = stems(place.text) if about is None else about
            yield _Fact(place, quantity, about, order)


def _tells(text: str, quantity: Quantity) -> bool:
    """Not a day, a year, an age or a small count."""
    value = quantity.value
    if quantity.unit:
        return value > 0
    if (
        1500 <= value <= 2100
        and value.is_integer()
        and "," not in text[quantity.start : quantity.end]
    ):
        return False
    after = text[quantity.end : quantity.end + 5].casefold()
    if re.match(r"[-–][\d]|[-\s]years?|\s?(?:[ap]\.?m|to \d|votes)", after):
        return False
    before = text[max(0, quantity.start - 6) : quantity.start]
    return value > settings.LEAST_TOLD and not _DAY.search(before)


def _lacking(lens: Lens, a: _Fact, b: _Fact, values: dict[str, list[float]]) -> Candidate | None:
    if a.quantity.unit != b.quantity.unit or a.quantity.value != b.quantity.value:
        return None
    if (
        min(a.order, b.order) > settings.FACT_EARLY
        or max(a.order, b.order) > 2 * settings.FACT_EARLY
    ):
        return None
    shared = a.about & b.about
    if len(shared) < settings.FACT_STEMS:
        return None
    lacking = [
        c
        for c in lens.silent((a.place.article.id, b.place.article.id))
        if not any(same(v, a.quantity.value) for v in values[c.id])
        and not any(
            len(shared & stems(c.text[s:e])) > settings.FACT_TOLD * len(shared)
            for s, e in lens.sentences(c)
        )
    ]
    # A telling that has the value is no side of a lack by more tellings than have it.
    count = sum(any(v == a.quantity.value for v in values[t.id]) for t in lens.tellings)
    if not lacking or len(lacking) > count:
        return None
    sides = tuple(_side(f, shared) for f in (a, b))
    where = " and ".join(dict.fromkeys(lens.outlet(c.id) for c in lacking[:2]))
    words = max((lens.words(side.span) for side in sides), key=lambda w: len(w.split()))
    if len(words.split()) < 2:
        return None
    weight = 0.3 + 0.02 * min(len(shared), 8) + 0.1 / (1 + min(a.order, b.order) / 5)
    return Candidate(
        f"Not found in {where}: “{words}”",
        "omission", "soft", sides, weight, tuple(c.id for c in lacking), sort="fact not found",
    )  # fmt: skip


def _side(fact: _Fact, shared: frozenset[str]) -> Side:
    """The number with the words after it that both tellings share."""
    text = fact.place.text
    end = fact.quantity.end
    for word in text[end:].split()[: settings.WORDS_OF_A_FACT - 1]:
        at = text.index(word, end)
        if stems(word) & shared:
            end = at + len(word.rstrip(" ,;:.”’\"'"))
    return Side(fact.place.span(fact.quantity.start, end), "told", str(fact.quantity.value))
