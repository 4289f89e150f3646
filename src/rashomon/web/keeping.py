"""Writing what a reader does to the desk: at once for forms, behind their back for reading."""

from __future__ import annotations

import queue
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from starlette.requests import Request

from rashomon.errors import DeskError
from rashomon.store import Desk, anchors, read, reader
from rashomon.store.reader import MarkKind

# Milliseconds that a form waits for a build's transaction to end, and that bookkeeping does.
FORM_WAITS, BOOKS_WAIT = 4_000, 15_000
# Bookkeeping that waits to be written; what is more is dropped: it will be read again.
_MOST = 1_000
Work = Callable[[sqlite3.Connection], None]


def now() -> str:
    """ISO 8601, UTC, to the millisecond, as the desk's own clock writes it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Keeper:
    """Writes to the desk at `path`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._waiting: queue.Queue[Work] = queue.Queue(_MOST)
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()
        self._settled: str | None = None

    @contextmanager
    def writing(self, wait: int = FORM_WAITS) -> Iterator[sqlite3.Connection]:
        """A transaction of the desk. Raises `DeskError` where it cannot be written."""
        if not self.path.is_file():
            raise DeskError(f"{self.path}: there is no desk here")
        with Desk(self.path, write=True, alone=False) as desk:
            desk.db.execute(f"PRAGMA busy_timeout = {wait}")
            with desk.transaction() as db:
                yield db

    def later(self, work: Work) -> None:
        """Writes when the desk is free: a page does not wait for it."""
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._keep, daemon=True)
                self._thread.start()
        try:
            self._waiting.put_nowait(work)
        except queue.Full:
            return

    def settled(self) -> None:
        """Waits until all bookkeeping is done."""
        self._waiting.join()

    def _keep(self) -> None:
        while True:
            works = [self._waiting.get()]
            while not self._waiting.empty() and len(works) < 50:
                works.append(self._waiting.get_nowait())
            try:
                with self.writing(BOOKS_WAIT) as db:
                    self._lead_on(db)
                    for work in works:
                        work(db)
            except (DeskError, sqlite3.Error):
                # A desk that cannot be written can be read all the same.
                pass
            finally:
                for _ in works:
                    self._waiting.task_done()

    def _lead_on(self, db: sqlite3.Connection) -> None:
        """Once after each build: marks and notes go where their articles are now."""
        state = read.done(db, "corpus").get("desk")
        if state != self._settled:
            anchors.settle(db)
            self._settled = state


def keeper(request: Request) -> Keeper:
    found: Keeper = request.app.state.keeper
    return found


def looked(
    request: Request, kind: MarkKind | None = None, article_ids: tuple[str, ...] = ()
) -> None:
    """The reader looks at a page, on which `article_ids` are told of; written behind their back.

    Only what the reader asked for counts: no prefetching, no other site's frame or picture.
    """
    headers = request.headers
    if headers.get("sec-fetch-dest", "document") != "document":
        return
    if headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
        return
    if "prefetch" in headers.get("sec-purpose", "") + headers.get("purpose", ""):
        return
    # A browser that has no seat yet shows its first page, or is no browser.
    if not request.state.seated:
        return
    at = now()

    def write(db: sqlite3.Connection) -> None:
        reader.visit(db, at)
        if kind is not None:
            known = reader.marks_of(db, "article", article_ids)
            new = [i for i in article_ids if kind not in known.get(i, {})]
            reader.mark(db, kind, read.articles_by_id(db, new).values(), 1, at)

    keeper(request).later(write)
