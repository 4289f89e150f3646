"""Read-only connections to the desk, one a thread; each request sees one state of it."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rashomon.store import Desk

# Pages of SQLite's cache are held by each thread: 8 MB is enough for single pages of the web.
_CACHE_KIB = 8_192


class Database:
    """Opens the desk anew where the file at its path has become another one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection within a read transaction: a build that writes meanwhile is not seen.

        Raises `DeskError` when the desk cannot be opened.
        """
        db = self._desk().db
        db.execute("BEGIN")
        try:
            yield db
        finally:
            if db.in_transaction:
                db.execute("ROLLBACK")

    def _desk(self) -> Desk:
        try:
            found = self.path.stat()
            key = (found.st_dev, found.st_ino)
        except OSError:
            key = None
        desk: Desk | None = getattr(self._local, "desk", None)
        if desk is not None and self._local.key == key:
            return desk
        if desk is not None:
            self._local.desk = None
            desk.close()
        desk = Desk(self.path)
        desk.db.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        self._local.desk, self._local.key = desk, key
        return desk
