"""names, statements and moments of articles: made by workers, while this process groups.

What is found in an article hangs on the article alone, and of that only the moments on its date. So
finding begins before articles are dated for good, and where a date changes, moments are made anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from rashomon import marks, settings
from rashomon.engines.guard import Findings, date_again, find_in_article, lost_findings
from rashomon.engines.local import Flow, LocalEngine
from rashomon.model import Article
from rashomon.progress import Progress, Step
from rashomon.store import Desk, findings, grown, todo, write
from rashomon.store.many import select_in

_AT_ONCE = 256  # articles that are read from the desk at once


class Finder:
    """What is to be found on a desk: begun, gone on with now and then, and brought to its end.

    Its methods are called outside of transactions.
    """

    def __init__(self, desk: Desk, engine: LocalEngine, show: Progress) -> None:
        self._desk = desk
        self._engine = engine
        self._show = show
        self._ahead: Flow[Article, Findings] | None = None
        self._failed: set[str] = set()

    def begin(self) -> None:
        """Set workers to it, where there are any and enough is to be done; waits for nothing."""
        if self._engine.processes > 1:
            self._raise()
            ahead = self._engine.map(
                find_in_article, self._never_found(), size=_size, lost=lost_findings,
                at_once=settings.FIND_CHARACTERS, depth=settings.AHEAD_CHUNKS,
            )  # fmt: skip
            if ahead.spread:
                self._ahead = ahead
                self.go_on()

    def go_on(self) -> None:
        """Write what workers have found meanwhile."""
        if self._ahead is not None:
            for chunk in self._ahead.finished():
                self._write(chunk)

    def finish(self, step: Step) -> None:
        """Find what is to be found still."""
        self._raise()
        for chunk in self._ahead or ():
            step.advance(self._write(chunk))
        self._ahead = None
        redated: list[str] = []
        for chunk in self._engine.map(
            find_in_article, self._not_found(redated), size=_size, lost=lost_findings,
            at_once=settings.FIND_CHARACTERS,
        ):  # fmt: skip
            step.advance(self._write(chunk))
        for known in self._engine.map(
            date_again, self._with_findings(redated), size=lambda one: _size(one[0]),
            lost=lambda one: lost_findings(one[0]),
        ):  # fmt: skip
            step.advance(self._write([(article, found) for (article, _), found in known]))

    def _raise(self) -> None:
        with self._desk.transaction() as db:
            if todo.raised(db, "findings", settings.FINDINGS_VERSION):
                todo.add_all(db, "findings", "articles")

    def _never_found(self) -> Iterator[Article]:
        """Articles whose words were not looked through yet, as they come."""
        for articles, done in self._waiting():
            for article in articles:
                mark = done.get(article.id)
                if mark is None or not marks.differ_in_date(mark, marks.of_findings(article)):
                    yield article

    def _not_found(self, redated: list[str]) -> Iterator[Article]:
        """Articles of which all is to be found, as they come; those whose date alone is another go
        to `redated`, and those that have their findings are marked."""
        for articles, done in self._waiting():
            known = []
            for article in articles:
                mark, now = done.get(article.id), marks.of_findings(article)
                if mark == now:
                    known.append(article.id)
                elif mark is not None and marks.differ_in_date(mark, now):
                    redated.append(article.id)
                else:
                    yield article
            if known:
                with self._desk.transaction() as db:
                    todo.remove(db, "findings", known)

    def _waiting(self) -> Iterator[tuple[list[Article], dict[str, str]]]:
        """Articles that are to be looked through, by parts, with the marks that they have."""
        db = self._desk.db
        ids = [one for one in todo.of(db, "findings") if one not in self._failed]
        for start in range(0, len(ids), _AT_ONCE):
            part = ids[start : start + _AT_ONCE]
            yield grown.articles(db, part, as_read=False), grown.done(db, "findings", part)

    def _with_findings(self, ids: list[str]) -> Iterator[tuple[Article, Findings]]:
        db = self._desk.db
        for start in range(0, len(ids), _AT_ONCE):
            part = ids[start : start + _AT_ONCE]
            found = findings.of(db, part)
            for article in grown.articles(db, part, as_read=False):
                had = found[article.id]
                yield article, Findings(had.mentions, had.statements, had.moments)

    def _write(self, chunk: list[tuple[Article, Findings]]) -> int:
        """Write what was found; gives how many articles are done with it."""
        with self._desk.transaction() as db:
            query = "SELECT id, published FROM articles WHERE id IN ({ids})"
            rows = select_in(db, query, [article.id for article, _ in chunk])
            dates = {row["id"]: row["published"] for row in rows}
            for article, found in chunk:
                if found.failed:
                    self._show.failed(article, found.failed)
                    self._failed.add(article.id)
                write.article_findings(db, article, found.mentions, found.statements, found.moments)
            whole = [article for article, found in chunk if not found.failed]
            write.done(db, "findings", [(a.id, marks.of_findings(a)) for a in whole])
            # Those that were dated anew meanwhile are to be looked at again.
            done = [a.id for a in whole if dates[a.id] == a.published]
            todo.remove(db, "findings", done)
            ids = [article.id for article, _ in chunk]
            todo.add(db, "names", ids)
            todo.add(db, "story", sorted(set(grown.homes(db, ids).values())))
        return len(done)


def _size(article: Article) -> int:
    return len(article.text)
