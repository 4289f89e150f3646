"""Writing what was found in articles, kind by kind: within a transaction of the desk."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable

from rashomon.model import Mention, Moment, Statement
from rashomon.store import findings, read
from rashomon.store.findings import Bundle


def add(db: sqlite3.Connection, found: Iterable[Mention | Statement | Moment]) -> None:
    """Add things of one or several kinds to what their articles have."""
    by_article: dict[str, list[Mention | Statement | Moment]] = defaultdict(list)
    for one in found:
        by_article[one.article_id].append(one)
    articles = read.articles_by_id(db, list(by_article))
    for article_id, things in by_article.items():
        more = Bundle(
            tuple(one for one in things if isinstance(one, Mention)),
            tuple(one for one in things if isinstance(one, Statement)),
            tuple(one for one in things if isinstance(one, Moment)),
        )
        findings.add(db, articles[article_id], more)
