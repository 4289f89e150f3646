"""An outlet: what it publishes, how much is its own, whom it copies and who copies it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon import outlets
from rashomon.i18n import gettext as _
from rashomon.i18n import number
from rashomon.store import lookup, outlet_rows, read, reader
from rashomon.views import dates, words
from rashomon.views.source import Source, source

PAGE = 40
# The newest articles that whom an outlet quotes is counted over.
QUOTED_OVER = 200
QUOTED = 12
OTHERS = 12


@dataclass(frozen=True, slots=True)
class Other:
    """Another outlet, or a person, with a count; `href` is None where it has no page."""

    name: str
    href: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Published:
    """One article of an outlet, and its story."""

    source: Source
    story_href: str | None
    story_title: str | None


@dataclass(frozen=True, slots=True)
class OutletView:
    """`own` counts articles that are no copies of others on this desk, `copied` the others by
    what they are of their original. `quoted` is over its newest QUOTED_OVER articles."""

    name: str
    kind: str
    owner: str
    country: str
    written: tuple[str, ...]
    dates: str
    article_count: int
    own: int
    copied: tuple[Other, ...]
    takes_from: tuple[Other, ...]
    taken_by: tuple[Other, ...]
    quoted: tuple[Other, ...]
    articles: tuple[Published, ...]
    hidden: bool
    page: int
    pages: int

    @property
    def own_share(self) -> str:
        """ "all its own", "3 of 8 its own"."""
        if self.own == self.article_count:
            return _("all its own")
        own, all_ = number(self.own), number(self.article_count)
        return _("%(own)s of %(all)s its own", own=own, all=all_)


@dataclass(frozen=True, slots=True)
class Listed:
    """An outlet in the list of all."""

    name: str
    article_count: int
    own: int
    last: str

    @property
    def href(self) -> str:
        return words.outlet_path(self.name)


def outlet(db: sqlite3.Connection, name: str, *, page: int = 1) -> OutletView | None:
    """The outlet called `name`, by any name that it goes by; None where it has no article."""
    canonical = outlets.canonical(name)
    written = outlet_rows.forms(db).get(canonical)
    if not written:
        return None
    relations = outlet_rows.relations(db, written)
    total = sum(count for _, count in relations)
    pages = max(1, -(-total // PAGE))
    page = min(max(1, page), pages)
    ids = outlet_rows.article_ids(db, written, limit=PAGE, offset=(page - 1) * PAGE)
    newest = outlet_rows.article_ids(db, written, limit=QUOTED_OVER)
    row = outlets.find(canonical)
    quoted = outlet_rows.speakers(db, newest, limit=QUOTED)
    return OutletView(
        name=canonical,
        kind=row.kind if row else "",
        owner=row.group if row and row.group != canonical else "",
        country=row.country if row else "",
        written=tuple(form for form in written if form != canonical),
        dates=dates.range_said(*outlet_rows.days(db, written)),
        article_count=total,
        own=sum(count for relation, count in relations if relation is None),
        copied=tuple(
            Other(words.relation(relation), None, count)
            for relation, count in relations
            if relation is not None
        ),
        takes_from=_others(outlet_rows.took_from(db, written), canonical),
        taken_by=_others(outlet_rows.was_taken_by(db, written), canonical),
        quoted=tuple(
            Other(who, None if name_id is None else f"/name/{name_id}", count)
            for who, name_id, count in quoted
        ),
        articles=_published(db, ids),
        hidden=canonical in reader.hidden(db),
        page=page,
        pages=pages,
    )


def listed(db: sqlite3.Connection) -> tuple[Listed, ...]:
    """All outlets of the desk, those of most articles first."""
    return tuple(
        Listed(row.name, row.articles, row.own, dates.range_said(row.last, row.last))
        for row in outlet_rows.listed(db)
    )


def _others(found: Sequence[tuple[str | None, int]], own: str) -> tuple[Other, ...]:
    return tuple(
        Other(
            _(words.OUTLET_NOT_KNOWN) if name is None else _("itself") if name == own else name,
            None if name is None or name == own else words.outlet_path(name),
            count,
        )
        for name, count in found[:OTHERS]
    )


def _published(db: sqlite3.Connection, ids: Sequence[str]) -> tuple[Published, ...]:
    articles = read.articles_by_id(db, ids)
    copied = lookup.copies_of(db, ids)
    homes = lookup.stories_of_articles(db, ids)
    made = []
    for article_id in ids:
        story = homes.get(article_id)
        made.append(
            Published(
                source(articles[article_id], copied.get(article_id)),
                None if story is None else f"/story/{story[0]}",
                None if story is None else story[1],
            )
        )
    return tuple(made)
