"""Number: how many people it was, where tellings of one event differ.

    fourteen people were hurt | injuring at least 14 | killed three soldiers | employed 110 people

A frame holds a number of people and what became of them. The main event's count is the one that
comes first in a telling; counts of other years, ages and parts of a group are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from rashomon.contrasts import settings
from rashomon.contrasts.both import naming_both
from rashomon.contrasts.candidate import Candidate, Side
from rashomon.contrasts.context import Place, sentences, starts, stems
from rashomon.contrasts.lens import Lens
from rashomon.contrasts.quantities import Quantity, quantities, same
from rashomon.model import Article

# What became of the people, after their number and before it. General English of news.
_SORTS = {
    "were killed": ("killed|dead|died|shot dead", "kill(?:ed|ing|s)|death toll (?:of|to|at|stands at|rose to|reached)|left"),
    "were injured": ("injured|hurt|wounded|taken to hospital|hospitali[sz]ed|suffered [^.,;]{0,12}injuries", "injur(?:ed|ing|es)|wound(?:ed|ing)|hurt(?:ing)?"),
    "are missing": ("missing|unaccounted for", ""),
    "were arrested": ("detained|arrested|taken into custody", "(?:detain|arrest)(?:ed|ing)"),
    "worked there": ("(?:work(?:ed)?|employed) (?:there|at the|in the|for the)|(?:will be|are|were) (?:without|out of) work|lose their jobs", "employ(?:s|ed|ing)?"),
    "were evacuated": ("evacuated|displaced|forced (?:to flee|from)", "evacuat(?:ed|ing)|displac(?:ed|ing)"),
    "came": ("gathered|marched|rallied|protested|demonstrated|attended|turned out", ""),
}  # fmt: skip
_PEOPLE = (
    r"(?:people|persons?|others|men|women|children|civilians|soldiers|troops|passengers|workers|"
    r"employees|protesters|demonstrators|officers|residents|migrants|refugees|students|victims|"
    r"patients|policemen|sailors|crew|households|families|tourists|villagers|homes)"
)
_BETWEEN = (
    rf"(?:\s+(?:of\s+the\s+\d+\s+)?(?:(?!(?:and|or|when|after|as|who|that)\b)[^\W\d_]+\s+){{0,2}}?{_PEOPLE})?"
    r"(?:\s+(?:on\s+board\s+[^.,;]{0,30}?)?(?:were|was|have been|had been|are|is|have|had|also|still|"
    r"remain(?:ed)?|feared|reported|confirmed|believed|said|to be|light|slightly|seriously)){0,4}"
    r"(?:\s+(?:the\s+)?[^\W\d_]+[^\W\d_]*\s+[^\W\d_]+\s+were)?\s+"
)
_AFTER = {k: re.compile(rf"{_BETWEEN}(?:{after})\b", re.I) for k, (after, _) in _SORTS.items()}
_BEFORE = {
    k: re.compile(rf"\b(?:{before})\s+(?:at least|about|some|more than|around|up to|over|nearly|as many as|an estimated)?\s*$", re.I)
    for k, (_, before) in _SORTS.items() if before
}  # fmt: skip
_DEAD = re.compile(rf"(?:\s+{_PEOPLE})?\s+dead\b", re.I)
_HEADED = re.compile(rf"(?:\s+[^\W\d_]+)?\s+{_PEOPLE}\b|\s*(?:[.,;]|and\b|in\b|$)", re.I)
_STARTS = starts(
    "kill killed dead death die died dies dying shot injured hurt wounded hospital suffered missing "
    "unaccounted detained arrested custody work worked works employed jobs evacuated displaced flee "
    "forced gathered marched rallied protested demonstrated attended turned left leave"
)
# A number that is no count of people, or a count of a part of them or of something else.
_NO_COUNT = re.compile(
    r"[-\s]years?[-\s]old|\s*(?:of (?:them|those|whom|(?:the|its|his|her) (?!\d))|more\b|other\b|others\b|a\.m|p\.m|"
    r"percent|per cent|miles|hours?|days?|minutes|weeks|months|times|-)",
    re.IGNORECASE,
)
_PART_OF = re.compile(r"(?:, |\bof (?:the|its|his|her) )$")
# "in the north, where 37 are missing": a part of the whole.
_WHERE = re.compile(r"\b(?:where|in which|including|of whom|among them)\b", re.I)
_OTHER_YEAR = re.compile(r"\b(?:1[5-9]\d\d|20\d\d)\b")
_OTHER_EVENT = re.compile(
    r"\b(?:previous|earlier this|last (?:year|fall|summer|spring|winter|month|week)|years? ago|"
    r"in (?:a )?(?:separate|similar|another)|since|worst|deadliest)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Count:
    place: Place
    start: int
    end: int
    number: float
    about: frozenset[str]


def detect(lens: Lens) -> Iterator[Candidate]:
    """Different counts of one sort in tellings of one event, neither of which is in the other."""
    main: dict[str, dict[str, _Count]] = {}
    told: dict[tuple[str, str], set[float]] = {}
    values = lens.values
    for article in lens.tellings:
        main[article.id] = {}
        for sort, count in _counts(article, sentences(lens, article)):
            main[article.id].setdefault(sort, count)
            told.setdefault((article.id, sort), set()).add(count.number)
    for one, two in combinations(lens.tellings, 2):
        for sort in _SORTS:
            a, b = main[one.id].get(sort), main[two.id].get(sort)
            if not a or not b or same(a.number, b.number):
                continue
            low, high = sorted((a.number, b.number))
            if low < settings.COUNT_RATIO * high:
                continue
            if any(same(a.number, v) for v in values[two.id]) or any(
                same(b.number, v) for v in values[one.id]
            ):
                continue
            # Where each telling gives one such number only, little else can be meant.
            alone = len(told[one.id, sort]) == len(told[two.id, sort]) == 1
            if len(a.about & b.about) >= (1 if alone else settings.COUNT_CONTEXT):
                both = tuple(naming_both(lens, one, two, a.number, b.number))
                yield _candidate(a, b, sort, one, two, both)


def _candidate(
    a: _Count, b: _Count, sort: str, one: Article, two: Article, both: tuple[Side, ...]
) -> Candidate:
    sides = (
        *(Side(c.place.span(c.start, c.end), _said(c), str(c.number)) for c in (a, b)),
        *both,
    )
    topic = f"How many {sort}?"
    if one.published and two.published and one.published[:10] != two.published[:10]:
        return Candidate(topic, "update", "soft", sides, 0.55, sort="count updated")
    return Candidate(topic, "number", "strong", sides, 0.75, sort="count of people")


def _said(count: _Count) -> str:
    return f"{count.number:,.0f}"


def _counts(article: Article, places: list[Place]) -> Iterator[tuple[str, _Count]]:
    written = (article.published or "")[:4]
    for index, place in enumerate(places):
        text = place.text
        if not place.may_hold(_STARTS) or _OTHER_EVENT.search(text):
            continue
        if any(y != written for y in _OTHER_YEAR.findall(text)):
            continue
        about = stems(text) | (stems(places[index - 1].text) if index else frozenset())
        for quantity in quantities(text):
            if quantity.unit or not quantity.value.is_integer() or not 1 < quantity.value < 1e7:
                continue
            if _NO_COUNT.match(text, quantity.end) or _PART_OF.search(
                text[max(0, quantity.start - 8) : quantity.start]
            ):
                continue
            if _WHERE.search(text[: quantity.start]):
                continue
            for sort, start, end in _frames(text, quantity):
                yield sort, _Count(place, start, end, quantity.value, about)


def _frames(text: str, quantity: Quantity) -> Iterator[tuple[str, int, int]]:
    for sort in _SORTS:
        after = _AFTER[sort].match(text, quantity.end)
        if after:
            yield sort, quantity.start, after.end()
            return
        before = _BEFORE.get(sort)
        found = before and before.search(text, max(0, quantity.start - 40), quantity.start)
        if found:
            left = found.group().casefold().startswith("left")
            tail = (_DEAD if left else _HEADED).match(text, quantity.end)
            if tail:
                stop = tail.end() if text[tail.end() - 1].isalnum() else quantity.end
                yield sort, found.start(), stop if stop > quantity.end else quantity.end
                return
