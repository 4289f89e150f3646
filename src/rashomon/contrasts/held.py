"""Place and date of an event that is to be held: where, and when.

    the talks will be held in X | X could be one of the venues | the X summit | set for DATE

Dates are compared where they exclude one another; an article of a later day tells an update,
unless it names another place too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from rashomon.contrasts import values
from rashomon.contrasts.candidate import Candidate, Side
from rashomon.contrasts.context import Place, called, mentions_in, sentences, starts
from rashomon.contrasts.lens import Lens
from rashomon.model import Article, Moment

_EVENTS = {
    "meeting": "meetings? talks? summits? negotiations? conference gathering delegations? meet".split(),
    "vote": "vote election elections referendum ballot poll".split(),
    "trial": ["trial"],
    "match": "match game final".split(),
    "ceremony": "ceremony funeral inauguration wedding concert parade festival".split(),
}  # fmt: skip
_EVENT = {k: re.compile(rf"\b(?:{'|'.join(v)})\b", re.I) for k, v in _EVENTS.items()}
_AHEAD = re.compile(
    r"\b(?:will|would|to be|is set|are set|set for|scheduled|planned|expected|due|could|may|might|upcoming|are to|is to)\b",
    re.IGNORECASE,
)
_HELD_IN = re.compile(
    r"\b(?:held|take place|taking place|meet|host(?:ed)?|convene|gather)\b[^.;]{0,60}?\b(?:in|at)\s$",
    re.I,
)
_UPCOMING = re.compile(r"\b(?:upcoming|planned|scheduled|forthcoming|coming|expected)\s+$", re.I)
_MAY_BE = re.compile(
    r"\b(?:could|may|might|one of|possible|candidates?|considered)\b", re.IGNORECASE
)
_VENUE_AFTER = re.compile(
    r"\s+(?:(?:could|may|might|will|would|can)\s+)?(?:be|become|is|was|hosts?|host)\s+(?:one of\s+)?(?:the\s+|a\s+)?(?:possible\s+)?(?:locations?|venues?|places?|sites?|hosts?|talks|summit|meeting)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Told:
    place: Place
    start: int
    end: int
    event: str
    value: str
    reading: str
    open: bool = False  # one of several that it may be


def detect(lens: Lens) -> Iterator[Candidate]:
    """Tellings that put the same planned event in different places or on different days."""
    where = {a.id: list(_where(lens, a)) for a in lens.tellings}
    when = {a.id: list(_when(lens, a)) for a in lens.tellings}
    for one, two in combinations(lens.tellings, 2):
        places = list(_differing(where[one.id], where[two.id], "place", one, two))
        yield from places
        # Two that name different places as well are rivals, whichever spoke later.
        rival = any(c.kind == "place" for c in places)
        yield from _differing(when[one.id], when[two.id], "date", one, two, rival)


def _differing(
    first: list[_Told],
    second: list[_Told],
    kind: str,
    one: Article,
    two: Article,
    rival: bool = False,
) -> Iterator[Candidate]:
    for event in _EVENTS:
        a = [t for t in first if t.event == event]
        b = [t for t in second if t.event == event]
        if not a or not b:
            continue
        if kind == "date" and (sharper := _sharper(a, b, one, two)):
            yield sharper
        if not _exclude(a, b, kind):
            continue
        mine, theirs = (
            next(t for t in told if kind == "place" or values.stretch(t.value) is None)
            for told in (a, b)
        )
        sides = tuple(
            Side(t.place.span(t.start, t.end), t.reading, t.value) for t in (mine, theirs)
        )
        asked = "Where" if kind == "place" else "When"
        topic = f"{asked} is the {event} to be held?"
        days = {(x.published or "")[:10] for x in (one, two)}
        later = len(days) > 1 and "" not in days
        if later and (_named_later(mine, theirs) if kind == "place" else not rival):
            yield Candidate(topic, "update", "soft", sides, 0.6)
        else:
            yield Candidate(topic, "place" if kind == "place" else "date", "strong", sides, 0.85)


def _named_later(one: _Told, two: _Told) -> bool:
    """A place that was one of several, and a later telling that names the place."""
    early, late = sorted((one, two), key=lambda t: (t.place.article.published or "")[:10])
    return early.open and not late.open


def _sharper(a: list[_Told], b: list[_Told], one: Article, two: Article) -> Candidate | None:
    """ "Next week" in the earlier telling, a day of that week in the later one."""
    if (two.published or "")[:10] < (one.published or "")[:10]:
        a, b = b, a
    days = {t.value for t in b if values.stretch(t.value) is None}
    day = values.day(next(iter(days))) if len(days) == 1 else None
    if day is None or any(values.stretch(t.value) is None for t in a):
        return None
    early = next((t for t in a if values.holds(t.value, day)), None)
    if early is None:
        return None
    late = next(t for t in b if t.value in days)
    sides = tuple(Side(t.place.span(t.start, t.end), t.reading, t.value) for t in (early, late))
    return Candidate(
        f"When is the {early.event} to be held?", "update", "soft", sides, 0.5, sort="day named"
    )


def _exclude(a: list[_Told], b: list[_Told], kind: str) -> bool:
    if kind == "date":  # a week that holds the day is no other date
        a, b = ([t for t in told if values.stretch(t.value) is None] for told in (a, b))
    one, two = {t.value for t in a}, {t.value for t in b}
    if not one or not two:
        return False
    if kind == "date" and (len(one) > 1 or len(two) > 1):
        return False  # several are planned
    if kind == "place":
        return not one & two
    return not any(x.startswith(y) or y.startswith(x) or "W" in x + y for x in one for y in two)


_STARTS = starts(" ".join(" ".join(words).replace("s?", "") for words in _EVENTS.values()))


def _event(place: Place) -> str | None:
    if not place.may_hold(_STARTS):
        return None
    return next((k for k, pattern in _EVENT.items() if pattern.search(place.text)), None)


def _where(lens: Lens, article: Article) -> Iterator[_Told]:
    for place in sentences(lens, article):
        text = place.text
        event = _event(place)
        if event is None:
            continue
        ahead = _AHEAD.search(text)
        for mention in mentions_in(lens, place, 0, len(text)):
            start, end = mention.start - place.start, mention.end - place.start
            if mention.type != "place" or start < 0:
                continue
            held = _HELD_IN.search(text[max(0, start - 90) : start])
            venue = _VENUE_AFTER.match(text, end)
            # "the upcoming Telmi talks", not "the talks with Maar" or "the Maar summit".
            upcoming = re.match(r"\s+(?:summit|talks|meeting|conference)\b", text[end:])
            if not _UPCOMING.search(text[:start]):
                upcoming = None
            if (held and ahead) or (venue and ahead) or (upcoming and ahead):
                last = end + (venue.end() - end if venue else upcoming.end() if upcoming else 0)
                who = called(lens, mention)
                unsure = bool(_MAY_BE.search(text, max(0, start - 90), last))
                yield _Told(place, start, last, event, who, who, unsure)


def _when(lens: Lens, article: Article) -> Iterator[_Told]:
    moments: list[Moment] = [
        m
        for m in lens.moments[article.id]
        if m.planned and m.precision in ("day", "week", "month") and m.date
    ]
    for place in sentences(lens, article):
        event = _event(place)
        if event is None or not re.search(
            r"\b(?:held|take place|set for|scheduled|meet|expected|due)\b", place.text
        ):
            continue
        for moment in moments:
            if place.start <= moment.expression.start < place.end and moment.date:
                start = moment.expression.start - place.start
                end = moment.expression.end - place.start
                week = values.stretch(moment.date)
                reading = f"from {week[0]} to {week[1]}" if week else moment.date
                yield _Told(place, start, end, event, moment.date, reading)
