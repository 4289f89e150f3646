"""Copies: the same article in other places, folded into families with their lineage.

Families are found from fingerprints alone (`sketch`, `CopyIndex`), so that what is needed of an
article can be stored and the index can grow; the lineage of a family is read off its texts
(`lineage`). `find` does both over articles in memory.
"""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.copies.fingerprints import fingerprint
from rashomon.copies.index import CopyIndex
from rashomon.copies.lineage import lineage
from rashomon.copies.sketch import Sketch, sketch
from rashomon.model import Article, Copy

__all__ = ["CopyIndex", "Sketch", "find", "fingerprint", "lineage", "sketch"]


def find(articles: Iterable[Article]) -> tuple[Copy, ...]:
    """The rows of all articles that stand in a family of two or more, whatever the order given.

    Families stand in the order of their members' ids, and in a family the head first, each copy
    after its parent. An id given twice counts once, as it was first given.
    """
    known: dict[str, Article] = {}
    for article in articles:
        known.setdefault(article.id, article)
    index = CopyIndex()
    index.extend(sketch(known[article_id]) for article_id in sorted(known))
    return tuple(
        copy
        for family in index.families()
        for copy in lineage([known[article_id] for article_id in family])
    )
