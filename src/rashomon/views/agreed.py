"""What the tellings agree on, and what one of two tells alone: each with the exact words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.model import Article, Point, Statement
from rashomon.views.bound import Words, bind
from rashomon.views.sayings import Cast, chain_of
from rashomon.views.source import Source, source
from rashomon.views.unnamed import is_pronoun

# Points that are open when the page is; the rest waits behind a summary.
OPEN_POINTS = 5


@dataclass(frozen=True, slots=True)
class Carrier:
    """A telling that carries a point, in its own words. `speaker` and `chain` name who says the
    words, where the point is a quotation."""

    source: Source
    words: Words
    speaker: str | None = None
    speaker_id: str | None = None
    chain: str | None = None


@dataclass(frozen=True, slots=True)
class Agreed:
    """A point: `carried` by "all" independent tellings, "most", "several" (three or more), or
    "one" of two.

    `lacking` are full tellings in which it was not found.
    """

    id: str
    rank: int
    kind: str
    carried: str
    carriers: tuple[Carrier, ...]
    lacking: tuple[Source, ...]

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who carries it, each once."""
        return tuple(dict.fromkeys(c.source.label for c in self.carriers))

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(s.label for s in self.lacking))


def agreed(points: Sequence[Point], cast: Cast) -> tuple[Agreed, ...]:
    """The points whose words stand in articles of the story, in their order."""
    by_article: dict[str, list[Statement]] = {}
    for statement in cast.by_id.values():
        by_article.setdefault(statement.article_id, []).append(statement)
    found = []
    for point in points:
        carriers = tuple(
            _carrier(point, n, cast, by_article)
            for n, t in enumerate(point.tellings)
            if t.article_id in cast.articles
        )
        if carriers:
            lacking = tuple(_sources(point.lacking, cast.articles, cast))
            found.append(Agreed(point.id, point.rank, point.kind, point.carried, carriers, lacking))
    return tuple(found)


def _sources(ids: Sequence[str], articles: Mapping[str, Article], cast: Cast) -> list[Source]:
    return [source(articles[i], cast.copies.get(i)) for i in ids if i in articles]


def _carrier(
    point: Point, place: int, cast: Cast, by_article: Mapping[str, Sequence[Statement]]
) -> Carrier:
    telling = point.tellings[place]
    article = cast.articles[telling.article_id]
    told = source(article, cast.copies.get(article.id))
    words = bind(article, telling.span, telling.field, context=True)
    if point.kind == "quotation":
        at = telling.span.start
        for statement in by_article.get(article.id, ()):
            inside = any(s.start <= at < s.end for s in statement.content)
            if inside and statement.speaker is not None and not is_pronoun(statement.speaker):
                called, name = cast.speaker(statement)
                chain = chain_of(statement.via)
                return Carrier(told, words, called, None if name is None else name.id, chain)
    return Carrier(told, words)
