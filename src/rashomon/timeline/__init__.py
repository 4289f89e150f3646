"""Timeline: date expressions in an article, resolved against its date."""

from __future__ import annotations

from rashomon.model import Article, Moment


def moments(article: Article) -> tuple[Moment, ...]:
    """The dates that the article's text gives, in order of the text."""
    return ()
