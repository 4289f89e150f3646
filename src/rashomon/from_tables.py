"""Pages that a cluster has read, taken into a desk with what was found in them.

This stands in for the two costly steps of `pipeline.build`, reading and finding who said what;
copies, stories and names are brought up to date by the steps that follow, as for any new page.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from rashomon import marks
from rashomon.errors import RashomonError
from rashomon.interop import tables
from rashomon.model import Mention, Moment, Reading, Rejected, Span, Statement
from rashomon.progress import Progress
from rashomon.store import Desk, bulk, read, write


class _OfArticle(Protocol):
    @property
    def article_id(self) -> str: ...


Found = TypeVar("Found", bound=_OfArticle)


def load(desk: Desk, folder: Path, show: Progress) -> None:
    """Take the pages under `folder` that the desk does not have. All of them, or none.

    Raises `RashomonError` where a table is missing or damaged.
    """
    missing = [name for name in tables.NEEDED if not (folder / name).is_dir()]
    if missing:
        raise RashomonError(f"{folder}: no tables of a cluster (without {', '.join(missing)})")
    with show.stage("taking over pages") as step, desk.transaction() as db:
        known = read.page_ids(db)
        left_out: dict[str, list[Rejected]] = {}
        for rejected in tables.batches(folder, "rejected", tables.rejected):
            for one in rejected:
                if one.page_id not in known:
                    left_out.setdefault(one.page_id, []).append(one)
        for pages in tables.batches(folder, "pages", tables.page):
            for page, text in pages:
                if page.id in known:
                    write.origin(db, page)
                    show.known(page, read.refusal(db, page.id))
                    continue
                reading = Reading(page.id, text, (), tuple(left_out.pop(page.id, ())))
                write.page(db, page, reading)
                show.pages += 1
                write.done(db, "reading", [(page.id, marks.of_reading(reading))])
            step.advance(len(pages))
        noted = _articles(db, folder, known)
        fresh = noted.keys()
        for held in tables.batches(folder, "mentions", tables.mention):
            mentions = _sound(db, held, fresh, _of_mention)
            bulk.add(db, mentions)
        for table in ("statements", "less_sure"):
            for said in tables.batches(folder, table, tables.statement):
                statements = _sound(db, said, fresh, _of_statement)
                bulk.add(db, statements)
        for dated in tables.batches(folder, "timeline", tables.moment):
            moments = _sound(db, dated, fresh, _of_moment)
            bulk.add(db, moments)
        write.done(db, "findings", sorted(noted.items()))


def _articles(db: sqlite3.Connection, folder: Path, known: set[str]) -> dict[str, str]:
    """Write the articles of pages not in `known`; those whose findings can be taken over, with
    what the findings hang on."""
    noted: dict[str, str] = {}
    for held in tables.batches(folder, "articles", tables.article):
        fresh = [
            (read_, dated, whole) for read_, dated, whole in held if read_.page_id not in known
        ]
        for read_, _, _ in fresh:
            write.article_of_page(db, read_)
        # An id that another page of the desk has already is given anew, and its article read anew.
        kept = read.articles_by_id(db, [read_.id for read_, _, _ in fresh])
        for read_, dated, whole in fresh:
            if whole and kept.get(read_.id) == read_:
                noted[read_.id] = marks.of_findings(dated)
    return noted


def _sound(
    db: sqlite3.Connection,
    found: Sequence[Found],
    fresh: Collection[str],
    spans: Callable[[Found], Iterable[Span]],
) -> list[Found]:
    """Those of `found` in fresh articles whose spans all stand in the text."""
    wanted = [one for one in found if one.article_id in fresh]
    articles = read.articles_by_id(db, sorted({one.article_id for one in wanted}))
    sizes = {i: len(article.text) for i, article in articles.items()}
    return [
        one
        for one in wanted
        if all(0 <= span.start <= span.end <= sizes[one.article_id] for span in spans(one))
    ]


def _of_mention(one: Mention) -> tuple[Span, ...]:
    return (Span(one.article_id, one.start, one.end),)


def _of_statement(one: Statement) -> tuple[Span, ...]:
    ends = (span for span in (one.speaker_span, one.cue_span) if span is not None)
    return (*one.content, *one.via_spans, *ends)


def _of_moment(one: Moment) -> tuple[Span, ...]:
    return (one.sentence, one.expression)
