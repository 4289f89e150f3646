"""Copies: the same article in other places, folded into families with their lineage."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.model import Article, Copy


def find(articles: Iterable[Article]) -> tuple[Copy, ...]:
    """The rows of all articles that stand in a family of two or more, whatever the order given."""
    return ()
