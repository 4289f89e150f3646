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

from rashomon import intake, settings
from rashomon.engines.guard import (
    FAILED,
    find_in_article,
    lost_findings,
    lost_page,
    lost_story,
    read_page,
    tell_story,
)
from rashomon.engines.local import LocalEngine
from rashomon.errors import SourceError
from rashomon.growing import dates, families, names, stories
from rashomon.model import Article, Material, Page, Reading, Rejected, content_id
from rashomon.progress import Progress, Step
from rashomon.store import Desk, grown, read, tidy, todo, write
from rashomon.store import decisions as decided
from rashomon.stories import decisions

_AT_ONCE = 2_000  # articles that wait in memory for a worker


def build(
    desk: Desk,
    paths: Iterable[str],
    engine: LocalEngine,
    show: Progress,
    fetched: str | None = None,
) -> None:
    """Read `paths` into `desk`, and bring all that stands on its articles up to date."""
    read_pages(desk, paths, engine, show, fetched)
    group_articles(desk, show)
    find_in_articles(desk, engine, show)
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
                    write.done(db, "reading", [(page.id, reading_mark(made))])
                    if not before:
                        show.read(page, made)
            step.advance(len(chunk))
        with desk.transaction() as db:
            for page in again:
                write.origin(db, page)
        for page in again:
            show.known(page, read.refusal(desk.db, page.id))


def group_articles(desk: Desk, show: Progress) -> None:
    """copies, dating and stories: articles -> families -> stories, with completed dates.

    Only what is new is met with what stands near it; see `growing`.
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
            families.fold(desk, step)
        with show.stage("grouping stories", todo.count(desk.db, "dates") or waiting) as step:
            dates.complete(desk)
            with desk.transaction() as db:
                write.drop_emptied(db)
            stories.group(desk, step)


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


def find_in_articles(desk: Desk, engine: LocalEngine, show: Progress) -> None:
    """names, statements and timeline of each article that is new or was dated anew."""
    with desk.transaction() as db:
        if todo.raised(db, "findings", settings.FINDINGS_VERSION):
            todo.add_all(db, "findings", "articles")
    with show.stage("who said what, and when", todo.count(desk.db, "findings")) as step:
        waiting = _articles_to_do(desk)
        for chunk in engine.map(find_in_article, waiting, size=_article_size, lost=lost_findings):
            with desk.transaction() as db:
                for article, found in chunk:
                    if found.failed:
                        show.failed(article, found.failed)
                    write.article_findings(
                        db, article, found.mentions, found.statements, found.moments
                    )
                whole = [article for article, found in chunk if not found.failed]
                write.done(db, "findings", [(a.id, findings_input(a)) for a in whole])
                todo.remove(db, "findings", [a.id for a in whole])
                ids = [article.id for article, _ in chunk]
                todo.add(db, "names", ids)
                todo.add(db, "story", sorted(set(grown.homes(db, ids).values())))
            step.advance(len(chunk))


def _articles_to_do(desk: Desk) -> Iterator[Article]:
    """Articles of which findings are to be made, as they come; those that have them are marked."""
    ids = todo.of(desk.db, "findings")
    for start in range(0, len(ids), _AT_ONCE):
        part = ids[start : start + _AT_ONCE]
        done = grown.done(desk.db, "findings", part)
        found = grown.articles(desk.db, part, as_read=False)
        known = [a.id for a in found if done.get(a.id) == findings_input(a)]
        if known:
            with desk.transaction() as db:
                todo.remove(db, "findings", known)
        yield from (a for a in found if done.get(a.id) != findings_input(a))


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
        waiting = _stories_to_do(desk, step)
        for chunk in engine.map(tell_story, waiting, size=_material_size, lost=lost_story):
            with desk.transaction() as db:
                for material, told in chunk:
                    if told.failed:
                        show.untold(material.story, told.failed)
                    write.contrasts(db, material.story.id, told.contrasts)
                    write.points(db, material.story.id, told.points)
                    write.brief(db, told.brief)
                whole = [material for material, told in chunk if not told.failed]
                write.done(db, "story", [(m.story.id, _story_input(m)) for m in whole])
                todo.remove(db, "story", [material.story.id for material in whole])
            step.advance(len(chunk))


def _stories_to_do(desk: Desk, step: Step) -> Iterator[Material]:
    """What is known of the stories that are to be told, as they come; those that are told with it,
    or are no more, are marked."""
    ids = todo.of(desk.db, "story")
    done = grown.done(desk.db, "story", ids)
    for story_id in ids:
        story = read.story(desk.db, story_id)
        material = None if story is None else read.material(desk.db, story)
        if material is not None and done.get(story_id) != _story_input(material):
            yield material
            continue
        with desk.transaction() as db:
            todo.remove(db, "story", [story_id])
        step.advance(1)


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


def reading_mark(made: Reading) -> str:
    failed = any(r.range is None and r.reason.startswith(FAILED) for r in made.rejected)
    return "failed" if failed else settings.READING_VERSION


def _page_size(page: Page) -> int:
    return len(page.body)


def _article_size(article: Article) -> int:
    return len(article.text)


def _material_size(material: Material) -> int:
    return sum(len(article.text) for article in material.articles)


def findings_input(article: Article) -> str:
    words = content_id(article.title or "", article.text)
    return content_id(
        settings.FINDINGS_VERSION, article.id, str(article.published), article.language, words
    )


def _story_input(material: Material) -> str:
    """What the contrasts, the agreement and the brief of a story hang on."""
    return content_id(
        settings.STORY_VERSION,
        settings.AGREEMENT_VERSION,
        *(f"{a.id} {a.published} {a.outlet}" for a in material.articles),
        *(f"{c.article_id} {c.parent_id} {c.relation}" for c in material.copies),
        *(s.id for s in material.statements),
        *(f"less sure: {s.id}" for s in material.less_sure),
        *(f"{m.expression.start} {m.date}" for m in material.moments),
        *(f"{x.article_id} {x.referent} {x.name_id}" for x in material.links),
        *(f"{n.id} {n.canonical}" for n in material.names),
    )
