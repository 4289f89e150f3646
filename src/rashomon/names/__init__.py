"""Names: mentions of persons, places and organisations, and the one each of them means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from rashomon.model import Article, Mention, Name, NameLink, Story
from rashomon.names import bodies, pieces, tables
from rashomon.names.desk import entities
from rashomon.names.folding import fold_entities
from rashomon.names.referents import mentions_of

__all__ = ["fold", "mentions", "use"]


def use(path: str | Path | None) -> None:
    """Extend the table of place names by the file at `path` from now on; None takes it back.

    The file is UTF-8 text; each line holds entries between semicolons, each entry the forms of
    one place between equals signs, the one to show first: `Kyiv = Kiev = Kiew; Odesa = Odessa`.
    Raises OSError where the file cannot be read, UnicodeDecodeError where it is not UTF-8.
    """
    tables.choose(path)
    pieces.forget()
    bodies.forget()


def mentions(article: Article) -> tuple[Mention, ...]:
    """Names as they stand in the article's text, in order, each with its referent there.

    Spans are code points of `article.text` without a possessive ending. Pure; any text gives a
    result.
    """
    return mentions_of(article)


def fold(
    articles: Sequence[Article], found: Iterable[Mention], stories: Sequence[Story]
) -> tuple[tuple[Name, ...], tuple[NameLink, ...]]:
    """One `Name` for each person, place and organisation of the desk, and what is bound to it.

    Every referent of `found` is bound to one name. The order of the input does not matter; a name
    that holds in one story only (a surname that nobody's full name explains) has that story in
    its id.
    """
    return fold_entities(entities(articles, found, stories))
