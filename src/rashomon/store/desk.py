"""The desk's file: opened, checked, migrated, and written in whole transactions."""

from __future__ import annotations

import os
import re
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import resources
from pathlib import Path

from rashomon.errors import DeskError, DeskWriteError, NewerDesk, NotADesk

try:
    import fcntl
except ImportError:  # not on Windows; there SQLite's own locks are all
    fcntl = None  # type: ignore[assignment]

LOCK_SUFFIX = "-lock"
# "Rash" in ASCII: SQLite's application_id tells a desk from any other SQLite file.
APPLICATION_ID = 0x52617368
PAGE_BYTES = 2_048
BUSY_MILLISECONDS = 60_000  # a build writes a batch of stories in some ten seconds


class Desk:
    """One SQLite file in WAL mode. Readers never wait for a writer.

    One that writes keeps other builds out while it is open, unless it need not be `alone`: what it
    writes is then whole transactions that a build under way takes in.

    Raises `NotADesk`, `NewerDesk` or `DeskWriteError` when it cannot be used.
    """

    def __init__(self, path: str | Path, *, write: bool = False, alone: bool = True) -> None:
        self.path = Path(path)
        self.writable = write
        self.fresh = False  # made by this opening
        self._lock: int | None = None
        if not write and not self.path.is_file():
            raise DeskError(f"{self.path}: there is no desk here; `rashomon build` makes one")
        try:
            if write and alone:
                self._take_lock()
            self.db = self._connect()
            self._check()
            if write:
                self._migrate()
        except sqlite3.Error as error:
            self._give_lock_back()
            raise as_desk_error(self.path, error) from error
        except DeskError:
            self._give_lock_back()
            raise

    def _connect(self) -> sqlite3.Connection:
        if self.path.is_dir():
            raise NotADesk(f"{self.path}: is a folder, not a desk")
        if self.writable:
            if not self.path.parent.is_dir():
                raise DeskWriteError(f"{self.path}: its folder does not exist")
            db = sqlite3.connect(self.path, isolation_level=None, check_same_thread=False)
        else:
            db = self._connect_to_read()
        db.row_factory = sqlite3.Row
        db.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
        db.execute("PRAGMA foreign_keys = ON")
        # The name of SQLite's own shell, so that views read the same there.
        db.create_function("sqlar_uncompress", 2, _uncompressed, deterministic=True)
        db.execute("PRAGMA cache_size = -65536")
        return db

    def _connect_to_read(self) -> sqlite3.Connection:
        uri = self.path.resolve().as_uri() + "?mode=ro"
        db = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
        try:
            db.execute("PRAGMA user_version").fetchone()
        except sqlite3.OperationalError as error:
            # In a folder that cannot be written SQLite cannot share a WAL: nobody writes there.
            log = self.path.with_name(self.path.name + "-wal")
            if "unable to open" not in str(error) or (log.exists() and log.stat().st_size):
                raise
            db.close()
            uri += "&immutable=1"
            db = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
        return db

    def _take_lock(self) -> None:
        """One program writes to a desk at a time; the lock ends with the program that holds it."""
        if fcntl is None or self.path.is_dir() or not self.path.parent.is_dir():
            return
        path = self.path.with_name(self.path.name + LOCK_SUFFIX)
        while self._lock is None:
            try:
                lock = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
            except OSError as error:
                raise DeskWriteError(
                    f"{self.path}: cannot be written ({error.strerror})"
                ) from error
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                # Whoever held it may have removed the file that we opened: then try again.
                if path.exists() and os.fstat(lock).st_ino == path.stat().st_ino:
                    self._lock = lock
                    return
            except BlockingIOError:
                os.close(lock)
                raise DeskWriteError(
                    f"{self.path}: another program is writing to this desk"
                ) from None
            os.close(lock)

    def _give_lock_back(self) -> None:
        if self._lock is not None:
            self.path.with_name(self.path.name + LOCK_SUFFIX).unlink(missing_ok=True)
            os.close(self._lock)
            self._lock = None

    def _check(self) -> None:
        application = self.db.execute("PRAGMA application_id").fetchone()[0]
        version = self.db.execute("PRAGMA user_version").fetchone()[0]
        tables = self.db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if application != APPLICATION_ID and (tables or not self.writable):
            raise NotADesk(f"{self.path}: not a desk (an SQLite file of another program)")
        if version > len(migrations()):
            raise NewerDesk(
                f"{self.path}: made by a newer version of Rashomon (desk version {version}, "
                f"this program knows {len(migrations())})"
            )
        if not self.writable and version < len(migrations()):
            raise DeskError(f"{self.path}: made by an older version; `rashomon build` brings it up")

    def _migrate(self) -> None:
        version = self.db.execute("PRAGMA user_version").fetchone()[0]
        if version == 0:
            self.fresh = True
            # Half of a desk of few articles is the first page of each table and index.
            self.db.execute(f"PRAGMA page_size = {PAGE_BYTES}")
            self.db.execute("PRAGMA journal_mode = WAL")
        elif self.db.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            with suppress(sqlite3.Error):  # a migration was killed while the file was written anew
                self.db.execute("PRAGMA journal_mode = WAL")
        self.db.execute("PRAGMA synchronous = NORMAL")
        if version == len(migrations()):
            return
        from rashomon.store import migrating  # it loads numpy, which `rashomon --help` does without

        migrating.register(self.db)
        self.db.execute("PRAGMA foreign_keys = OFF")  # tables are made anew
        for number, script in enumerate(migrations()[version:], start=version + 1):
            # executescript commits what is open, so the transaction begins in the script.
            try:
                self.db.executescript(f"BEGIN IMMEDIATE;\n{script}")
                if number in migrating.STEPS:
                    migrating.STEPS[number](self.db)
                self.db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                self.db.execute(f"PRAGMA user_version = {number}")
                self.db.execute("COMMIT")
            except BaseException:
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                raise
        self.db.execute("PRAGMA foreign_keys = ON")
        self._give_back()

    def _give_back(self) -> None:
        """The room that migrations have freed goes back, unless a reader or a full disk forbids."""
        with suppress(sqlite3.Error):
            # Pages have another size only when a file that has no WAL is written anew.
            if self.db.execute("PRAGMA page_size").fetchone()[0] != PAGE_BYTES:
                self.db.execute("PRAGMA journal_mode = DELETE")
                self.db.execute(f"PRAGMA page_size = {PAGE_BYTES}")
            self.db.execute("VACUUM")
        with suppress(sqlite3.Error):
            self.db.execute("PRAGMA journal_mode = WAL")
            self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing: what is written inside is there whole, or not at all."""
        try:
            self.db.execute("BEGIN IMMEDIATE")
            try:
                yield self.db
            except BaseException:
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                raise
            self.db.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            if self.db.in_transaction:
                self.db.execute("ROLLBACK")
            raise as_desk_error(self.path, error) from error

    def close(self) -> None:
        self.db.close()
        self._give_lock_back()

    def remove(self) -> None:
        """Close the desk and delete its file: nothing was read into it."""
        self.db.close()
        for suffix in ("", "-wal", "-shm"):
            self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)
        self._give_lock_back()

    def __enter__(self) -> Desk:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _uncompressed(blob: bytes | None, size: int) -> bytes | None:
    """As `sqlar_uncompress` of SQLite: what is of its full size is not packed."""
    return blob if blob is None or size <= 0 or len(blob) == size else zlib.decompress(blob)


def migrations() -> tuple[str, ...]:
    """The numbered migration scripts, in order."""
    folder = resources.files("rashomon.store") / "migrations"
    names = sorted(f.name for f in folder.iterdir() if re.fullmatch(r"\d{4}_\w+\.sql", f.name))
    return tuple((folder / name).read_text(encoding="utf-8") for name in names)


def as_desk_error(path: Path, error: sqlite3.Error) -> DeskError:
    """`error` of SQLite in plain words, as an error of the desk."""
    text = str(error)
    if "not a database" in text:
        return NotADesk(f"{path}: not a desk ({text})")
    if "malformed" in text:
        return DeskError(f"{path}: the desk is damaged ({text})")
    if "full" in text:
        return DeskWriteError(f"{path}: the disk is full; what was written before is kept")
    if "readonly" in text or "unable to open" in text:
        return DeskWriteError(f"{path}: cannot be written or opened ({text})")
    if "locked" in text:
        return DeskWriteError(f"{path}: another build is writing to this desk")
    return DeskWriteError(f"{path}: {text}")
