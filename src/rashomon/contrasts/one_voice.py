"""Attribution: a full telling that quotes one person or two alone, beside one that quotes others.

    (only the minister is quoted)  |  the minister, the union's secretary and two councillors

Every quotation of some length in the first must be known to be theirs; the others are persons
with names of their own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from anyascii import anyascii

from rashomon.contrasts import settings
from rashomon.contrasts.candidate import Candidate, Side
from rashomon.contrasts.context import sentences
from rashomon.contrasts.lens import Lens
from rashomon.contrasts.utterances import owned
from rashomon.model import Article, Name, Span, Statement

# Who is quoted in a telling, with where; None stands for those whom nobody could name.
_Quoted = dict[Name | None, list["_Quote"]]


class _Quote(NamedTuple):
    span: Span
    named: bool


def detect(lens: Lens) -> Iterator[Candidate]:
    """The telling with one voice or two, beside the one that quotes most others."""
    if len(lens.full) < 2:
        return
    found_in = {a.id: quoted(lens, a) for a in lens.full}
    found: list[tuple[int, int, int, int, Candidate]] = []
    for n, one in enumerate(lens.full):
        alone = _alone(found_in[one.id])
        if not alone:
            continue
        least = settings.OTHERS_QUOTED if len(alone) == 1 else settings.OTHERS_OF_TWO
        for m, two in enumerate(lens.full):
            others = _others(found_in[two.id], alone)
            apart = lens.outlet(one.id) != lens.outlet(two.id)
            if apart and len(others) >= least:
                candidate = _candidate(lens, one, alone, others)
                found.append((len(alone), -len(others), n, m, candidate))
    if found:
        yield min(found, key=lambda f: f[:4])[4]


def _alone(quoted: _Quoted) -> dict[Name, list[_Quote]]:
    """The one or two persons whom a telling quotes, where it is sure that there are no others."""
    persons = {name: quotes for name, quotes in quoted.items() if name is not None}
    if len(persons) != len(quoted) or len(persons) > settings.MOST_ALONE:
        return {}
    if sum(map(len, persons.values())) < settings.ALONE_QUOTED:
        return {}
    # One quotation of a pronoun's may be another's.
    sure = (len(quotes) > 1 or quotes[0].named for quotes in persons.values())
    return persons if all(sure) else {}


@lru_cache(maxsize=64)
def quoted(lens: Lens, article: Article) -> _Quoted:
    """Whom a telling quotes at some length, and where; under None whom nobody could name."""
    found: _Quoted = {}
    for quote, owner in owned(lens, article):
        if len(article.text[quote.start : quote.end].split()) < settings.ALONE_WORDS:
            continue
        statement = None if owner is None else lens.statements[article.id][owner]
        name = lens.name(article.id, statement.speaker) if statement else None
        person = name if name and name.type == "person" and " " in name.canonical else None
        named = bool(person and statement and _is_named(lens, statement, person))
        span = Span(article.id, quote.start, quote.end)
        if person and not named and _is_anothers(lens, article, person, span):
            person = None
        found.setdefault(person, []).append(_Quote(span, named))
    return found


def _is_anothers(lens: Lens, article: Article, person: Name, span: Span) -> bool:
    """Whether somebody else is named around words that a pronoun says: they may be his."""
    places = sentences(lens, article)
    at = bisect_right([p.start for p in places], span.start) - 1
    start = places[max(0, at - 1)].start
    last = bisect_right([p.start for p in places], span.end) - 1
    end = places[min(len(places) - 1, last)].end
    return any(
        mention.type == "person"
        and start <= mention.start < end
        and not span.start <= mention.start < span.end
        and _surname(person) not in anyascii(mention.referent).casefold()
        for mention in lens.mentions[article.id]
    )


def _is_named(lens: Lens, statement: Statement, person: Name) -> bool:
    """Whether the surname itself stands as the source: a pronoun may be another's."""
    span = statement.speaker_span
    return span is not None and _surname(person) in anyascii(lens.words(span)).casefold()


def _others(quoted: _Quoted, alone: Iterable[Name]) -> list[tuple[Name, Span]]:
    """Persons of other surnames, each with the longest quotation that can be shown."""
    found: dict[str, tuple[Name, Span]] = {}
    known = {_surname(name) for name in alone}
    for name, quotes in quoted.items():
        spans = [q.span for q in quotes if q.named]
        if name is not None and _surname(name) not in known and (span := _longest(spans)):
            found.setdefault(_surname(name), (name, span))
    return list(found.values())


def _longest(spans: list[Span]) -> Span | None:
    fit = [s for s in spans if s.end - s.start <= settings.MOST_WORDS_SHOWN]
    return max(fit, key=lambda s: s.end - s.start, default=None)


def _surname(name: Name) -> str:
    # A name of signs that have no Latin form is itself.
    return (anyascii(name.canonical).split() or [name.canonical])[-1].casefold()


def _candidate(
    lens: Lens, one: Article, alone: dict[Name, list[_Quote]], others: list[tuple[Name, Span]]
) -> Candidate:
    called = " and ".join(name.canonical for name in alone)
    sides = []
    for name, quotes in alone.items():
        span = _longest([q.span for q in quotes]) or _cut(quotes[0].span)
        reading = f"{called} alone {'is' if len(alone) == 1 else 'are'} quoted"
        sides.append(Side(span, reading, name.canonical))
    sides += [
        Side(s, f"{n.canonical} is quoted", n.canonical) for n, s in others[: settings.OTHERS_SHOWN]
    ]
    return Candidate(
        f"Whom they quote: in {lens.outlet(one.id)} {called} alone", "attribution", "soft",
        tuple(sides), 0.4 + 0.03 * min(len(others), 4), sort="one voice" if len(alone) == 1 else "two voices",
    )  # fmt: skip


def _cut(span: Span) -> Span:
    return Span(span.article_id, span.start, span.start + settings.MOST_WORDS_SHOWN)
