"""The list of names: persons, places and organisations of the desk, by their canonical forms."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from urllib.parse import urlencode

from rashomon.i18n import mark
from rashomon.store import name_rows

PAGE = 60
# Type, and how a list of it is headed.
TYPES = {"person": mark("Persons"), "place": mark("Places"), "organisation": mark("Organisations")}


@dataclass(frozen=True, slots=True)
class NameLine:
    """A name in the list; `others` are its further forms."""

    id: str
    canonical: str
    type: str
    others: tuple[str, ...]
    articles: int
    stories: int

    @property
    def href(self) -> str:
        return f"/name/{self.id}"


@dataclass(frozen=True, slots=True)
class NamesView:
    """One page of the names of a type (None: of any) that begin with `start`."""

    type: str | None
    start: str
    names: tuple[NameLine, ...]
    total: int
    page: int
    pages: int

    @property
    def address(self) -> str:
        """The address of this list, to which "page=2" can be added."""
        asked = {"type": self.type or "", "start": self.start}
        kept = urlencode({key: value for key, value in asked.items() if value})
        return f"/names?{kept}&" if kept else "/names?"


def names(
    db: sqlite3.Connection, *, type_: str | None = None, start: str = "", page: int = 1
) -> NamesView:
    """Page `page` of the names of `type_` whose canonical form begins with `start`."""
    type_ = type_ if type_ in TYPES else None
    start = start.strip()[:80]
    total = name_rows.count(db, type_, start)
    pages = max(1, -(-total // PAGE))
    page = min(max(1, page), pages)
    found = name_rows.listed(db, type_, start, limit=PAGE, offset=(page - 1) * PAGE)
    lines = tuple(
        NameLine(
            row.name.id,
            row.name.canonical,
            row.name.type,
            tuple(form for form in row.name.variants if form != row.name.canonical),
            row.articles,
            row.stories,
        )
        for row in found
    )
    return NamesView(type_, start, lines, total, page, pages)
