"""The way through the house, on one screen: from sources to stories on a desk.

Each step is a transaction of its own and is marked with what went into it, so that a stopped
build goes on where it was, and a build of what is there already changes nothing. What comes out
depends on the pages alone, not on their order or on how many builds brought them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain

from rashomon import intake, marks, settings
from rashomon.engines import on_desk
from rashomon.engines.guard import lost_page, read_page
from rashomon.engines.local import LocalEngine
from rashomon.engines.on_desk import Answer, Asked, OnDesk
from rashomon.errors import SourceError
from rashomon.finding import Finder
from rashomon.garbage import collected_seldom
from rashomon.growing import dates, families, names, stories
from rashomon.model import Page, Reading, Rejected
from rashomon.progress import Progress, Step
from rashomon.store import Desk, grown, read, tidy, todo, write
from rashomon.store import decisions as decided
from rashomon.store.many import select_in
from rashomon.stories import decisions

_CHARACTERS = 1_000  # that weigh as much as the telling of one article


def build(
    desk: Desk,
    paths: Iterable[str],
    engine: LocalEngine,
    show: Progress,
    fetched: str | None = None,
) -> None:
    """Read `paths` into `desk`, and bring all that stands on its articles up to date."""
    with collected_seldom():
        read_pages(desk, paths, engine, show, fetched)
        finder = Finder(desk, engine, show)
        finder.begin()
        group_articles(desk, show, finder.go_on)
        find_in_articles(desk, engine, show, finder)
        fold_names(desk, show, whole=names.owed(desk))
        tell_stories(desk, engine, show)
        if tidy.is_due(desk):
            with show.stage("putting the desk in order"):
                tidy.tidy(desk)


def read_pages(
    desk: Desk, paths: Iterable[str], engine: LocalEngine, show: Progress, fetched: str | None
) -> None:
    """intake and reading: sources -> pages -> articles, and what was left out.

    Pages that an older version read, or that could not be read, are read again from the desk.
    """
    again: list[Page] = []  # pages that the desk has, or is about to have, without their bodies
    with show.stage("reading pages") as step:
        stale = _stale_pages(desk)
        new = _new_pages(desk, intake.pages(paths, fetched), show, again)
        for chunk in engine.map(read_page, chain(stale, new), size=_page_size, lost=lost_page):
            with desk.transaction() as db:
                for page, made in chunk:
                    before = write.page(db, page, made)
                    write.done(db, "reading", [(page.id, marks.of_reading(made))])
                    if not before:
                        show.read(page, made)
            step.advance(len(chunk))
        with desk.transaction() as db:
            for page in again:
                write.origin(db, page)
        for page in again:
            show.known(page, read.refusal(desk.db, page.id))


def group_articles(
    desk: Desk, show: Progress, meanwhile: Callable[[], None] = lambda: None
) -> None:
    """copies, dating and stories: articles -> families -> stories, with completed dates.

    Only what is new is met with what stands near it; see `growing`. `meanwhile` is called between
    its transactions.
    """
    with desk.transaction() as db:
        if todo.raised(db, "corpus", settings.CORPUS_VERSION):
            todo.add(db, "index", ["again"])
            db.execute("DELETE FROM story_items")
            db.execute("DELETE FROM story_days")
    work = ("index", "copies", "dates", "stories", "emptied")
    while any(todo.count(desk.db, stage) for stage in work):
        waiting = sum(todo.count(desk.db, stage) for stage in work)
        with show.stage("folding copies", todo.count(desk.db, "copies") or waiting) as step:
            families.fold(desk, _Between(step, meanwhile))
        with show.stage("grouping stories", todo.count(desk.db, "dates") or waiting) as step:
            dates.complete(desk)
            with desk.transaction() as db:
                write.drop_emptied(db)
            stories.group(desk, _Between(step, meanwhile))


class _Between:
    """A stage under way, between whose parts other things are done."""

    def __init__(self, step: Step, meanwhile: Callable[[], None]) -> None:
        self._step = step
        self._meanwhile = meanwhile

    def advance(self, records: int) -> None:
        self._step.advance(records)
        self._meanwhile()


def decide(
    desk: Desk,
    engine: LocalEngine,
    show: Progress,
    make: Callable[[sqlite3.Connection], decisions.Decision],
) -> tuple[decisions.Decision, list[decided.Change]]:
    """Lay a reader's decision over the stories, and bring up to date what hangs on them.

    `make` is called in the transaction that writes what it gives, all or nothing. Gives the
    decision and what became of stories.
    """
    group_articles(desk, show)
    with desk.transaction() as db:
        new = make(db)
        changes = stories.regroup(db, (), new)
    find_in_articles(desk, engine, show)
    fold_names(desk, show)
    names.owe(desk)
    tell_stories(desk, engine, show)
    return new, changes


def find_in_articles(
    desk: Desk, engine: LocalEngine, show: Progress, begun: Finder | None = None
) -> None:
    """names, statements and timeline of each article that is new or was dated anew."""
    finder = begun or Finder(desk, engine, show)
    with show.stage("who said what, and when", todo.count(desk.db, "findings")) as step:
        finder.finish(step)


def fold_names(desk: Desk, show: Progress, *, whole: bool = False) -> None:
    """names over the desk: mentions -> one name for each person, place and organisation; all of
    them anew where `whole`."""
    with desk.transaction() as db:
        if todo.raised(db, "names", settings.FOLD_VERSION):
            todo.add_all(db, "names", "articles")
    work = todo.of(desk.db, "names")
    if not work and not whole:
        return
    with show.stage("folding names"):
        names.fold(desk, work, whole=whole)


def tell_stories(desk: Desk, engine: LocalEngine, show: Progress) -> None:
    """contrasts, agreement and digest of each story that is new or has changed."""
    with desk.transaction() as db:
        if todo.raised(db, "story", f"{settings.STORY_VERSION} {settings.AGREEMENT_VERSION}"):
            todo.add_all(db, "story", "stories")
    with show.stage("where they differ", todo.count(desk.db, "story")) as step:
        work = OnDesk(on_desk.tell, desk)
        waiting = _stories_to_do(desk)
        for chunk in engine.map(
            work, waiting, size=_story_size, lost=on_desk.lost, at_once=settings.TELL_CHARACTERS
        ):
            with desk.transaction() as db:
                for asked, answer in chunk:
                    _put(db, asked.story_id, answer, show)
            step.advance(len(chunk))


def _put(db: sqlite3.Connection, story_id: str, answer: Answer, show: Progress) -> None:
    """Write what was told of a story, where it was told now; one that failed stays to be told."""
    told, story = answer.told, read.story(db, story_id)
    if told is not None and story is not None:
        write.contrasts(db, story_id, told.contrasts)
        write.points(db, story_id, told.points)
        write.brief(db, told.brief)
        if told.failed:
            show.untold(story, told.failed)
            return
        write.done(db, "story", [(story_id, answer.mark)])
    todo.remove(db, "story", [story_id])


def _stories_to_do(desk: Desk) -> list[Asked]:
    """The stories that are to be told, large ones first, so that no worker comes late with one."""
    ids = todo.of(desk.db, "story")
    query = "SELECT story_id, count(*) FROM story_articles WHERE story_id IN ({ids}) GROUP BY 1"
    articles = {row[0]: row[1] for row in select_in(desk.db, query, ids)}
    asked = [Asked(one, articles.get(one, 0)) for one in ids]
    return sorted(asked, key=lambda one: (-one.articles, one.story_id))


def _new_pages(
    desk: Desk,
    sources: Iterable[tuple[Page, Rejected | None] | SourceError],
    show: Progress,
    again: list[Page],
) -> Iterator[Page]:
    """Pages that the desk does not have; what cannot be read is named, and the rest goes on.

    Those that it has, or that were yielded before, go to `again`, without their bodies.
    """
    known: set[str] = set()
    for source in sources:
        if isinstance(source, SourceError):
            show.refused(source.source, source.reason)
            continue
        page, rejected = source
        if page.id in known or read.has_page(desk.db, page.id):
            again.append(replace(page, body=""))
        elif rejected:
            known.add(page.id)
            with desk.transaction() as db:
                write.page(db, page, Reading(page.id, "", (), (rejected,)))
                write.done(db, "reading", [(page.id, settings.READING_VERSION)])
            show.refused(page.origin, rejected.reason)
        else:
            known.add(page.id)
            yield page


def _stale_pages(desk: Desk) -> Iterator[Page]:
    """Pages of the desk that this version has not read, or could not."""
    for page_id in grown.unread(desk.db, settings.READING_VERSION):
        page = read.page(desk.db, page_id)
        if page is not None:
            yield page


def _page_size(page: Page) -> int:
    part = settings.MARKUP_FOR_TEXT if page.media_type == "text/html" else 1
    return len(page.body) // part


def _story_size(asked: Asked) -> int:
    # Tellings are compared in pairs: two take seven times as long as one, three thirty times.
    return _CHARACTERS * asked.articles**2
