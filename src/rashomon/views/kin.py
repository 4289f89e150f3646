"""Articles of one copy family beside each other, and the way to an article's own address."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from rashomon.model import Article, Copy
from rashomon.store import lookup, read
from rashomon.views import dates, stored, words
from rashomon.views.sayings import Cast
from rashomon.views.source import Source, source
from rashomon.views.versions import Version, version

# Versions of one address that an article is compared with.
MOST_VERSIONS = 6


@dataclass(frozen=True, slots=True)
class Kin:
    """Another article of the same copy family."""

    source: Source
    relation: str
    shared: float
    shared_said: str
    evidence: str


def kin_of(
    db: sqlite3.Connection, found: Article, cast: Cast
) -> tuple[Kin | None, tuple[Kin, ...]]:
    """The article that this one was taken from, and those that were taken from this one."""
    own = cast.copies.get(found.id)
    if own is None:
        return None, ()
    rows = lookup.family(db, found.id)
    articles = read.articles_by_id(db, [c.article_id for c in rows])
    by_id = {c.article_id: c for c in rows}

    def kin(article_id: str, link: Copy) -> Kin:
        return Kin(
            source(articles[article_id], by_id.get(article_id)),
            words.relation_of(link.relation),
            link.shared,
            words.share(link.shared),
            stored.evidence(link.evidence),
        )

    parent = kin(own.parent_id, own) if own.parent_id in articles else None
    children = [kin(c.article_id, c) for c in rows if c.parent_id == found.id]
    children.sort(key=lambda k: (dates.sort_key(k.source.published.iso), k.source.name))
    return parent, tuple(children)


def versions_of(db: sqlite3.Connection, found: Article, cast: Cast) -> tuple[Version, ...]:
    """Other versions of the article that it revises, or that revise it, the oldest first."""
    own = cast.copies.get(found.id)
    if own is None:
        return ()
    ids = {c.article_id for c in lookup.family(db, found.id)
           if c.parent_id == found.id and c.relation == "revision"}  # fmt: skip
    if own.relation == "revision" and own.parent_id is not None:
        ids.add(own.parent_id)
    others = list(read.articles_by_id(db, sorted(ids)).values())
    others.sort(key=lambda a: (dates.sort_key(a.published), a.id))
    made = []
    for other in others[:MOST_VERSIONS]:
        mine, theirs = dates.sort_key(found.published), dates.sort_key(other.published)
        # Of one day, the one that was revised is the earlier.
        first = theirs < mine if theirs != mine else own.parent_id == other.id
        made.append(version(found, other, other_first=first))
    return tuple(made)


def at_words(url: str | None, found: Sequence[str]) -> str | None:
    """`url` with a text fragment (WICG Scroll-to-Text) that leads to the words, if short enough."""
    if url is None or not found:
        return url
    text = " ".join(found[0].split())
    parts = text.split(" ")
    if len(text) > 160 and len(parts) > 8:
        fragment = f"{_escape(' '.join(parts[:4]))},{_escape(' '.join(parts[-4:]))}"
    else:
        fragment = _escape(text[:300])
    return url.split("#", 1)[0] + "#:~:text=" + fragment


def _escape(text: str) -> str:
    # A dash, a comma and an ampersand mean something in a text fragment.
    return quote(text, safe="").replace("-", "%2D")
