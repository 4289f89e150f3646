"""An outlet: what it publishes, how much is its own, whom it copies and who copies it."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon import outlets
from rashomon.i18n import gettext as _
from rashomon.i18n import number
from rashomon.store import lookup, outlet_rows, read, reader
from rashomon.views import dates, words
from rashomon.views.source import Source, credits_of, source

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
    what they are of their original. `quoted` and `credits`, whom its pages name as the
    source of an article, are over its newest QUOTED_OVER articles."""

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
    credits: tuple[Other, ...] = ()

    @property
    def takes_credit(self) -> bool:
        """Whether one of those that it copies is known by a credit alone."""
        return any((one.href or "").startswith("/article/") for one in self.takes_from)

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
        takes_from=_others(db, outlet_rows.took_from(db, written), canonical, written),
        taken_by=_others(db, outlet_rows.was_taken_by(db, written), canonical),
        credits=_credits(db, newest, canonical),
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


def _others(
    db: sqlite3.Connection,
    found: Sequence[tuple[str | None, int]],
    own: str,
    taker: Sequence[str] = (),
) -> tuple[Other, ...]:
    """Outlets with counts. Originals of `taker` whose outlet is not known go by whom they credit."""
    made = [
        Other(
            _("itself") if name == own else name,
            None if name == own else words.outlet_path(name),
            count,
        )
        for name, count in found
        if name is not None
    ]
    unknown = sum(count for name, count in found if name is None)
    credited = _credited_originals(db, taker) if unknown and taker else []
    made += credited
    unknown -= sum(one.count for one in credited)
    if unknown > 0:
        made.append(Other(_(words.OUTLET_NOT_KNOWN), None, unknown))
    made.sort(key=lambda one: -one.count)
    return tuple(made[:OTHERS])


# Originals without an outlet that are looked at for whom they credit.
_ORIGINALS = 400


def _credited_originals(db: sqlite3.Connection, taker: Sequence[str]) -> list[Other]:
    """By whom they credit, the originals of an outlet's copies that name no outlet."""
    query = (
        "SELECT other.id, count(*) AS n FROM articles mine JOIN copies c ON c.article_id = mine.id"
        " JOIN articles other ON other.id = c.parent_id"
        f" WHERE mine.outlet IN ({', '.join('?' * len(taker))}) AND other.outlet IS NULL"
        f" GROUP BY other.id ORDER BY n DESC, other.id LIMIT {_ORIGINALS}"
    )
    rows = {row["id"]: int(row["n"]) for row in db.execute(query, list(taker))}
    articles = read.articles_by_id(db, list(rows))
    counts: Counter[str] = Counter()
    hrefs: dict[str, str] = {}
    for article_id, number_of in rows.items():
        told = source(articles[article_id])
        if told.credited:
            counts[told.credited] += number_of
            hrefs.setdefault(told.credited, told.href)
    return [Other(name, hrefs[name], n) for name, n in sorted(counts.items())]


def _credits(db: sqlite3.Connection, ids: Sequence[str], own: str) -> tuple[Other, ...]:
    """Whom an outlet's pages credit, with a link where that has a page on this desk."""
    counts: Counter[str] = Counter()
    for article in read.articles_by_id(db, ids).values():
        named = {credit for credit in credits_of(article) if outlets.canonical(credit) != own}
        counts.update(outlets.canonical(credit) for credit in named)
    known = outlet_rows.forms(db)
    most = sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:OTHERS]
    return tuple(
        Other(name, words.outlet_path(name) if name in known else None, n) for name, n in most
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
