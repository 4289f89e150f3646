"""Attribution: a full telling that quotes one person alone, beside one that quotes several others.

    (only the minister is quoted)  |  the minister, the union's secretary and two councillors

Every quotation of some length in the first must be known to be that person's; the others are
persons with names of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from anyascii import anyascii

from rashomon.contrasts import settings
from rashomon.contrasts.candidate import Candidate, Side
from rashomon.contrasts.lens import Lens
from rashomon.contrasts.utterances import owned
from rashomon.model import Article, Name, Span, Statement

# Who is quoted in a telling, with where; None stands for those whom nobody could name.
_Quoted = dict[Name | None, list["_Quote"]]


class _Quote(NamedTuple):
    span: Span
    named: bool


def detect(lens: Lens) -> Iterator[Candidate]:
    """The telling with one voice and most quotations of it, beside the one with most others."""
    if len(lens.full) < 2:
        return
    found_in = {a.id: quoted(lens, a) for a in lens.full}
    found: list[tuple[int, int, int, Candidate]] = []
    for n, one in enumerate(lens.full):
        alone = found_in[one.id]
        who = next(iter(alone), None)
        if len(alone) != 1 or who is None:
            continue
        # One quotation of a pronoun's may be another's.
        if len(alone[who]) < 2 and not alone[who][0].named:
            continue
        for m, two in enumerate(lens.full):
            others = _others(found_in[two.id], who)
            apart = lens.outlet(one.id) != lens.outlet(two.id)
            if apart and len(others) >= settings.OTHERS_QUOTED:
                found.append((-len(others), n, m, _candidate(lens, one, two, who, alone, others)))
    if found:
        yield min(found, key=lambda f: f[:3])[3]


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
        found.setdefault(person, []).append(_Quote(span, named))
    return found


def _is_named(lens: Lens, statement: Statement, person: Name) -> bool:
    """Whether the surname itself stands as the source: a pronoun may be another's."""
    span = statement.speaker_span
    return span is not None and _surname(person) in anyascii(lens.words(span)).casefold()


def _others(quoted: _Quoted, who: Name) -> list[tuple[Name, Span]]:
    """Persons of other surnames, each with the longest quotation that can be shown."""
    found: dict[str, tuple[Name, Span]] = {}
    for name, quotes in quoted.items():
        fit = [
            q.span
            for q in quotes
            if q.named and q.span.end - q.span.start <= settings.MOST_WORDS_SHOWN
        ]
        if name is None or _surname(name) == _surname(who) or not fit:
            continue
        found.setdefault(_surname(name), (name, max(fit, key=lambda s: s.end - s.start)))
    return list(found.values())


def _surname(name: Name) -> str:
    return anyascii(name.canonical).split()[-1].casefold()


def _candidate(
    lens: Lens,
    one: Article,
    two: Article,
    who: Name,
    alone: _Quoted,
    others: list[tuple[Name, Span]],
) -> Candidate:
    spans = [q.span for q in alone[who]]
    span = max(spans, key=lambda s: (s.end - s.start <= settings.MOST_WORDS_SHOWN, s.end - s.start))
    sides = [Side(span, f"{who.canonical} alone is quoted", who.canonical)]
    sides += [
        Side(s, f"{n.canonical} is quoted", n.canonical) for n, s in others[: settings.OTHERS_SHOWN]
    ]
    return Candidate(
        f"Whom they quote: in {lens.outlet(one.id)} {who.canonical} alone", "attribution", "soft",
        tuple(sides), 0.4 + 0.03 * min(len(others), 4), sort="one voice",
    )  # fmt: skip
