"""What was left out of the pages, and a page as it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.i18n import gettext as _
from rashomon.model import Rejected
from rashomon.store import lookup, read
from rashomon.views import stored, words
from rashomon.views.source import Source, source

PAGE = 50
# Characters of a page's text that are shown at once.
LEAF = 200_000


@dataclass(frozen=True, slots=True)
class Reason:
    reason: str
    said: str
    count: int


@dataclass(frozen=True, slots=True)
class PageArticle:
    """An article of a page in the list."""

    id: str
    title: str

    @property
    def href(self) -> str:
        return words.article_path(self.id)


@dataclass(frozen=True, slots=True)
class PageLine:
    """A page in the list: how many articles it gave, and what of it was left out and why."""

    id: str
    origin: str
    media_type: str
    chars: int
    articles: int
    reasons: tuple[Reason, ...]
    refused: str | None
    titles: tuple[PageArticle, ...]

    @property
    def href(self) -> str:
        return f"/page/{self.id}"

    @property
    def folder(self) -> str:
        """The origin up to its last part."""
        return self.origin.rpartition(self.file)[0]

    @property
    def file(self) -> str:
        """The last part of the origin: a file's name, the end of an address."""
        return self.origin.rstrip("/").rpartition("/")[2] or self.origin


@dataclass(frozen=True, slots=True)
class LeftOutView:
    """Reasons over the whole desk, and PAGE pages of it; `page` counts from 1."""

    reasons: tuple[Reason, ...]
    parts: int
    pages_read: int
    pages_refused: int
    lines: tuple[PageLine, ...]
    page: int
    pages: int


def left_out(db: sqlite3.Connection, *, page: int = 1) -> LeftOutView:
    reasons = _reasons(tuple(read.left_out_counts(db).items()))
    total = read.counts(db, ("pages",))["pages"]
    pages = max(1, -(-total // PAGE))
    page = min(max(1, page), pages)
    lines = tuple(
        PageLine(
            row.id, row.origin, row.media_type, row.chars, row.articles,
            _reasons(row.reasons), stored.said(row.refused or "") or None,
            tuple(PageArticle(i, title or _(words.NO_TITLE)) for i, title in row.titles),
        )
        for row in lookup.page_rows(db, limit=PAGE, offset=(page - 1) * PAGE)
    )  # fmt: skip
    return LeftOutView(
        reasons,
        sum(r.count for r in reasons),
        total,
        lookup.refused_count(db),
        lines,
        page,
        pages,
    )


def _reasons(counted: Sequence[tuple[str, int]]) -> tuple[Reason, ...]:
    return tuple(Reason(reason, words.reason(reason), n) for reason, n in counted)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a page: `kind` is "article", "left-out" or "other" (neither of them)."""

    kind: str
    start: int
    end: int
    text: str
    article_id: str | None = None
    title: str | None = None
    reason: str | None = None
    reason_said: str | None = None
    begins: bool = False


@dataclass(frozen=True, slots=True)
class PageView:
    """A page as it was. `bound` says that articles are stretches of this very text; otherwise
    (HTML) their text is the extractor's, and only what was left out is marked."""

    id: str
    origin: str
    media_type: str
    fetched_at: str | None
    chars: int
    bound: bool
    articles: tuple[Source, ...]
    stretches: tuple[Stretch, ...]
    refused: str | None
    at: int
    next_at: int | None
    previous_at: int | None


def page(db: sqlite3.Connection, page_id: str, *, at: int = 0) -> PageView | None:
    """The page `page_id`, or None where the desk has none; `at` turns the leaves of a long one."""
    head = lookup.page_origin(db, page_id)
    if head is None:
        return None
    origin, media_type, fetched_at = head
    text = read.page_text(db, page_id)
    at = max(0, min(at, max(0, len(text) - 1))) // LEAF * LEAF
    ids = lookup.articles_of_page(db, page_id)
    articles = read.articles_by_id(db, ids)
    copies = lookup.copies_of(db, ids)
    known = [articles[i] for i in ids if i in articles]
    taken: list[tuple[int, int, Stretch]] = []
    for article in known:
        for n, (a, b) in enumerate(article.ranges or ()):
            mark = Stretch("article", a, b, "", article.id, article.title, begins=n == 0)
            taken.append((a, b, mark))
    for part in read.rejected(db, page_id):
        if part.range is not None:
            taken.append((*part.range, _out(part)))
    end = min(len(text), at + LEAF)
    return PageView(
        page_id,
        origin,
        media_type,
        fetched_at,
        len(text),
        any(a.ranges is not None for a in known) or not known,
        tuple(source(a, copies.get(a.id)) for a in known),
        _stretches(text, at, end, taken),
        stored.said(read.refusal(db, page_id) or "") or None,
        at,
        at + LEAF if at + LEAF < len(text) else None,
        at - LEAF if at else None,
    )


def _goes_on(last: Stretch, mark: Stretch) -> bool:
    """Whether two stretches are one: parts of one article, or left out for one reason."""
    if last.kind != mark.kind:
        return False
    same = last.article_id == mark.article_id and last.reason == mark.reason
    return same and not mark.begins


def _out(part: Rejected) -> Stretch:
    assert part.range is not None
    said = words.left_out(part.reason)
    return Stretch("left-out", *part.range, "", reason=part.reason, reason_said=said)


def _stretches(
    text: str, start: int, end: int, taken: Sequence[tuple[int, int, Stretch]]
) -> tuple[Stretch, ...]:
    """text[start:end] as stretches one after the other; where two claim the same, the first by
    place has it, and an article before what was left out."""
    order = sorted(taken, key=lambda t: (t[0], t[2].kind != "article", t[1]))
    found: list[Stretch] = []
    at = start
    for a, b, mark in order:
        a, b = max(a, at), min(b, end)
        if a >= b:
            continue
        last = found[-1] if found else None
        if last and _goes_on(last, mark) and not text[at:a].strip():
            found[-1] = replace(last, end=b, text=text[last.start : b])
            at = b
            continue
        if a > at and text[at:a].strip():
            found.append(Stretch("other", at, a, text[at:a]))
        found.append(
            Stretch(
                mark.kind, a, b, text[a:b], mark.article_id, mark.title, mark.reason,
                mark.reason_said, mark.begins and a == mark.start,
            )
        )  # fmt: skip
        at = b
    if at < end and text[at:end].strip():
        found.append(Stretch("other", at, end, text[at:end]))
    return tuple(found)
