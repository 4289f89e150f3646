"""The way through the house, on one screen: from sources to stories on a desk.

Each step is a transaction of its own and is marked with what went into it, so that a stopped
build goes on where it was, and a build of what is there already changes nothing. What comes out
depends on the pages alone, not on their order or on how many builds brought them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from rashomon import (
    agreement,
    contrasts,
    copies,
    dating,
    digest,
    intake,
    names,
    settings,
    stories,
)
from rashomon.engines.guard import FAILED, find_in_article, lost_findings, lost_page, read_page
from rashomon.engines.local import LocalEngine
from rashomon.errors import SourceError
from rashomon.model import Article, Copy, Material, Page, Reading, Rejected, Story, content_id
from rashomon.progress import Progress
from rashomon.store import Desk, read, write
from rashomon.store import decisions as decided
from rashomon.stories import decisions


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
    fold_names(desk, show)
    tell_stories(desk, show)


def read_pages(
    desk: Desk, paths: Iterable[str], engine: LocalEngine, show: Progress, fetched: str | None
) -> None:
    """intake and reading: sources -> pages -> articles, and what was left out.

    Pages that an older version read, or that could not be read, are read again from the desk.
    """
    again: list[Page] = []  # pages that the desk has, or is about to have, without their bodies
    with show.stage("reading pages") as step:
        known = read.page_ids(desk.db)
        stale = _stale_pages(desk)
        new = _new_pages(desk, intake.pages(paths, fetched), show, known, again)
        for chunk in engine.map(read_page, chain(stale, new), size=_page_size, lost=lost_page):
            with desk.transaction() as db:
                for page, made in chunk:
                    before = write.page(db, page, made)
                    write.done(db, "reading", [(page.id, _reading_mark(made))])
                    if not before:
                        show.read(page, made)
            step.advance(len(chunk))
        with desk.transaction() as db:
            for page in again:
                write.origin(db, page)
        for page in again:
            show.known(page, read.refusal(desk.db, page.id))


def group_articles(desk: Desk, show: Progress) -> None:
    """copies, dating and stories: articles -> families -> stories, with completed dates."""
    while read.done(desk.db, "corpus").get("desk") != (work := _corpus_input(desk.db)):
        found = _grouped(desk.db, show, read.stories(desk.db))
        with desk.transaction() as db:
            # What another program has brought or decided meanwhile is grouped too.
            if _corpus_input(db) == work:
                _write_grouped(db, found, None)


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
        before = decisions.claims(read.stories(db), new, decided.log(db))
        decided.add(db, new)
        changes = _write_grouped(db, _grouped(db, show, before), new.number)
    find_in_articles(desk, engine, show)
    fold_names(desk, show)
    tell_stories(desk, show)
    return new, changes


def _corpus_input(db: sqlite3.Connection) -> str:
    """What copies, dates and stories hang on: articles, when pages were taken, decisions."""
    fetched = read.fetched(db)
    return content_id(
        settings.CORPUS_VERSION,
        *read.article_ids(db),
        *(f"{k}={v}" for k, v in sorted(fetched.items())),
        *(str(decision) for decision in decisions.in_force(decided.log(db))),
    )


def _grouped(
    db: sqlite3.Connection, show: Progress, before: Sequence[Story]
) -> tuple[Sequence[Copy], Sequence[Article], Sequence[Story]]:
    """Copies, articles with their dates, and stories, which keep the ids of `before`."""
    with show.stage("folding copies"):
        found = list(read.articles(db, as_read=True))
        families = copies.find(found)
    with show.stage("grouping stories"):
        dated = dating.complete(found, families, read.fetched(db))
        grouped = stories.group(dated, families, before)
        grouped = decisions.apply(grouped, decided.log(db), dated, families, before)
        final = dating.complete_from_stories(dated, grouped)
        by_id = {article.id: article for article in final}
        return families, final, [_redated(story, by_id) for story in grouped]


def _write_grouped(
    db: sqlite3.Connection,
    found: tuple[Sequence[Copy], Sequence[Article], Sequence[Story]],
    decision: int | None,
) -> list[decided.Change]:
    families, final, grouped = found
    changes = decided.add_changes(db, grouped, decision)
    write.copies(db, families)
    write.dates(db, final)
    write.stories(db, grouped)
    decided.forget_gone(db)
    write.done(db, "corpus", [("desk", _corpus_input(db))])
    return changes


def find_in_articles(desk: Desk, engine: LocalEngine, show: Progress) -> None:
    """names, statements and timeline of each article that is new or was dated anew."""
    done = read.done(desk.db, "findings")
    todo = [a for a in read.articles(desk.db) if done.get(a.id) != _findings_input(a)]
    with show.stage("who said what, and when", len(todo)) as step:
        for chunk in engine.map(find_in_article, todo, size=_article_size, lost=lost_findings):
            with desk.transaction() as db:
                for article, found in chunk:
                    if found.failed:
                        show.failed(article, found.failed)
                    write.article_findings(
                        db, article, found.mentions, found.statements, found.moments
                    )
                whole = [article for article, found in chunk if not found.failed]
                write.done(db, "findings", [(a.id, _findings_input(a)) for a in whole])
            step.advance(len(chunk))


def fold_names(desk: Desk, show: Progress) -> None:
    """names over the desk: mentions -> one name for each person, place and organisation."""
    grouped = read.stories(desk.db)
    findings = read.done(desk.db, "findings")
    members = [i for story in grouped for i in (story.id, *story.article_ids)]
    inputs = [f"{k}={v}" for k, v in sorted(findings.items())]
    work = content_id(settings.FOLD_VERSION, *members, *inputs)
    if read.done(desk.db, "names").get("desk") == work:
        return
    with show.stage("folding names"):
        found = list(read.articles(desk.db))
        folded, links = names.fold(found, read.all_mentions(desk.db), grouped)
    with desk.transaction() as db:
        write.names(db, folded, links)
        write.done(db, "names", [("desk", work)])


def tell_stories(desk: Desk, show: Progress) -> None:
    """contrasts, agreement and digest of each story that is new or has changed."""
    grouped = read.stories(desk.db)
    done = read.done(desk.db, "story")
    with show.stage("where they differ", len(grouped)) as step:
        for story in grouped:
            step.advance(1)
            material = read.material(desk.db, story)
            work = _story_input(material)
            if done.get(story.id) == work:
                continue
            with desk.transaction() as db:
                write.contrasts(db, story.id, contrasts.find(material))
                write.points(db, story.id, agreement.find(material))
                write.brief(db, digest.brief(material))
                write.done(db, "story", [(story.id, work)])


def _new_pages(
    desk: Desk,
    sources: Iterable[tuple[Page, Rejected | None] | SourceError],
    show: Progress,
    known: set[str],
    again: list[Page],
) -> Iterator[Page]:
    """Pages that the desk does not have; what cannot be read is named, and the rest goes on.

    Those in `known`, ids that grow with what is yielded, go to `again`, without their bodies.
    """
    for source in sources:
        if isinstance(source, SourceError):
            show.refused(source.source, source.reason)
            continue
        page, rejected = source
        if page.id in known:
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
    done = read.done(desk.db, "reading")
    for page_id in sorted(read.page_ids(desk.db)):
        if done.get(page_id) != settings.READING_VERSION:
            page = read.page(desk.db, page_id)
            if page is not None:
                yield page


def _reading_mark(made: Reading) -> str:
    failed = any(r.range is None and r.reason.startswith(FAILED) for r in made.rejected)
    return "failed" if failed else settings.READING_VERSION


def _redated(story: Story, articles: dict[str, Article]) -> Story:
    """The story with the dates of its articles as they were completed from it."""
    dates = sorted(d for i in story.article_ids if (d := articles[i].published))
    return replace(
        story,
        first_published=dates[0] if dates else None,
        last_published=dates[-1] if dates else None,
    )


def _page_size(page: Page) -> int:
    return len(page.body)


def _article_size(article: Article) -> int:
    return len(article.text)


def _findings_input(article: Article) -> str:
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
        *(f"{m.expression.start} {m.date}" for m in material.moments),
        *(f"{x.article_id} {x.referent} {x.name_id}" for x in material.links),
        *(f"{n.id} {n.canonical}" for n in material.names),
    )
