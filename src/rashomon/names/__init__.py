"""Names: mentions of persons, places and organisations, and the one each of them means."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model import Article, Mention, Name, NameLink, Story


def mentions(article: Article) -> tuple[Mention, ...]:
    """Names as they stand in the article's text, in order, each with its referent there."""
    return ()


def fold(
    articles: Sequence[Article], found: Sequence[Mention], stories: Sequence[Story]
) -> tuple[tuple[Name, ...], tuple[NameLink, ...]]:
    """One `Name` for each person, place and organisation of the desk, and what is bound to it."""
    return (), ()
