"""Where the tellings differ: each difference with the words of its sides."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.model import Article, Contrast, Copy, Statement, Telling
from rashomon.views import dates, stored, words
from rashomon.views.bound import Words, bind
from rashomon.views.sayings import Cast, chain_of, plain
from rashomon.views.source import Source, source
from rashomon.views.unnamed import is_pronoun

_OUTLETS_OWN = re.compile(r"\b(?:spelled|titled|described)$")
_ISO = re.compile(r"\d{4}-(?:\d\d(?:-\d\d(?:T[\d:]+Z?)?)?|W\d\d)(?:/[\d-]+)?")
_STRETCH = re.compile(r"from (\d{4}-\d\d-\d\d) to (\d{4}-\d\d-\d\d)")


@dataclass(frozen=True, slots=True)
class Side:
    """One telling's side. `words` is None where a telling has nothing to show for it.

    `reading` is empty where the words say it themselves. `speaker` and `chain` name who says the
    words, where they stand in a statement.
    """

    source: Source
    words: Words | None
    reading: str
    speaker: str | None
    speaker_id: str | None
    chain: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """Sides that come to the same; `reading` is what they come to, where their words do not say
    it or several sides share it."""

    reading: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A point on which tellings differ; `kind` is the name of its colour, `kind_said` the word.

    `sure` is False for one that may be two ways of saying the same; `soft` says so in words,
    where it is not plain from its kind.
    """

    id: str
    rank: int
    topic: str
    kind: str
    kind_said: str
    sure: bool
    sides: tuple[Side, ...]
    soft: str | None = None

    @property
    def groups(self) -> tuple[Group, ...]:
        """The sides, those of one reading together, in the order in which they first come."""
        found: dict[tuple[str, int], list[Side]] = {}
        for n, side in enumerate(self.sides):
            key = plain(side.reading)
            # What has no reading stands alone.
            found.setdefault((key, -1 if key else n), []).append(side)
        needed = any(_needs_heading(sides) for sides in found.values())
        return tuple(
            Group(sides[0].reading if needed else "", tuple(sides)) for sides in found.values()
        )


def differences(contrasts: Sequence[Contrast], cast: Cast) -> tuple[Difference, ...]:
    by_article = _statements_by_article(cast)
    renamed = _renamed(cast)
    return tuple(_difference(c, cast, by_article, renamed) for c in contrasts)


def _difference(
    contrast: Contrast,
    cast: Cast,
    by_article: Mapping[str, Sequence[Statement]],
    renamed: Callable[[str], str],
) -> Difference:
    # How a name is spelled is its outlet's choice, whoever speaks.
    of_outlet = contrast.kind == "wording" and _OUTLETS_OWN.search(contrast.topic)
    sides = (
        _side(t, cast.articles[t.article_id], cast.copies, {} if of_outlet else by_article, cast)
        for t in contrast.tellings
        if t.article_id in cast.articles
    )
    return Difference(
        contrast.id,
        contrast.rank,
        stored.topic(renamed(contrast.topic)),
        contrast.kind,
        words.difference(contrast.kind),
        contrast.strength == "strong",
        tuple(sides if of_outlet else (replace(s, reading=renamed(s.reading)) for s in sides)),
        words.soft(contrast.kind, contrast.strength),
    )


def _renamed(cast: Cast) -> Callable[[str], str]:
    """Puts names into the form that the tellings use."""
    forms = {
        name.canonical: cast.shown[name.id] for name in cast.names.values() if name.id in cast.shown
    }
    if not forms:
        return lambda text: text
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, ordered)) + r")\b")
    return lambda text: pattern.sub(lambda m: forms[m[0]], text)


def _statements_by_article(cast: Cast) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for statement in cast.by_id.values():
        found.setdefault(statement.article_id, []).append(statement)
    return found


def _side(
    telling: Telling,
    article: Article,
    copies: Mapping[str, Copy],
    by_article: Mapping[str, Sequence[Statement]],
    cast: Cast,
) -> Side:
    bound = bind(article, telling.span, telling.field, context=True)
    spoken = None
    if telling.field == "text" and bound.text:
        spoken = _spoken(telling, by_article.get(article.id, ()))
    speaker, name = (None, None) if spoken is None else cast.speaker(spoken)
    return Side(
        source(article, copies.get(article.id)),
        bound if bound.text else None,
        _said(telling.reading),
        speaker,
        None if name is None else name.id,
        None if spoken is None else chain_of(spoken.via),
    )


def _needs_heading(sides: Sequence[Side]) -> bool:
    """Whether what the sides come to has to be said: their words may say it themselves."""
    bound = sides[0].words
    return len(sides) > 1 or bound is None or plain(sides[0].reading) not in plain(bound.text)


def _said(reading: str) -> str:
    """A reading that is an ISO date as people say it."""
    if stretch := _STRETCH.fullmatch(reading):
        return dates.range_said(stretch[1], stretch[2])
    return dates.said(reading) if _ISO.fullmatch(reading) else _unmarked(stored.reading(reading))


def _unmarked(reading: str) -> str:
    # Most readings are words of the texts, and no English of ours.
    return str(reading)


def _spoken(telling: Telling, statements: Sequence[Statement]) -> Statement | None:
    """The statement that holds the words of a side: the shortest one that holds most of them."""
    best: tuple[int, Statement] | None = None
    for statement in statements:
        if statement.speaker is None or is_pronoun(statement.speaker):
            continue
        shared = sum(
            max(0, min(s.end, telling.span.end) - max(s.start, telling.span.start))
            for s in statement.content
        )
        length = sum(s.end - s.start for s in statement.content)
        enough = 2 * shared > min(telling.span.end - telling.span.start, length)
        if shared and enough and (best is None or length < best[0]):
            best = (length, statement)
    return None if best is None else best[1]
