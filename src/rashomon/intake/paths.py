"""What a PATH of the command line stands for: files of folders and globs, in one order."""

from __future__ import annotations

import glob
import os
import re
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from rashomon.errors import SourceError
from rashomon.intake.streams import Source

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def sources(path: str) -> Iterator[Source | SourceError]:
    """The sources under `path`, opened one at a time; errors for what cannot be opened."""
    if path == "-":
        if sys.stdin is None:
            yield SourceError("-", "standard input is closed")
        else:
            yield Source("-", sys.stdin.buffer, keep_open=True)
        return
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        yield from _matches(path, error)
        return
    if stat.S_ISDIR(mode):
        yield from _folder(path)
    else:
        yield _open(path)


def _matches(path: str, error: Exception) -> Iterator[Source | SourceError]:
    """The files that `path` matches as a glob, else an error in plain words."""
    if _ADDRESS.match(path):
        yield SourceError(path, "is a web address; pages are read from files")
    elif isinstance(error, FileNotFoundError) and glob.has_magic(path):
        found = sorted(glob.glob(path, recursive=True))
        if not found:
            yield SourceError(path, "no file matches")
        files = set(found)
        for match in found:
            # "**" matches folders and what is in them: the files are enough.
            if not os.path.isdir(match):
                yield _open(match)
            elif not any(other.startswith(match.rstrip(os.sep) + os.sep) for other in files):
                yield from _folder(match)
    elif isinstance(error, FileNotFoundError):
        yield SourceError(path, "no such file or folder")
    else:
        yield SourceError(path, _words(error))


def _folder(path: str) -> Iterator[Source | SourceError]:
    """The files under a folder, sorted by name at every level; hidden ones are passed over."""
    try:
        with os.scandir(path) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        yield SourceError(path, _words(error))
        return
    if not entries:
        yield SourceError(path, "an empty folder")
    names = {entry.name for entry in entries}
    for entry in entries:
        if entry.name.startswith(".") or _beside_a_database(entry.name, names):
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _folder(entry.path)
            elif entry.is_file():
                yield _open(entry.path, in_folder=True)
            elif entry.is_dir():
                yield SourceError(entry.path, "a link to a folder is not followed")
            elif entry.is_symlink() and not Path(entry.path).exists():
                yield SourceError(entry.path, "link to nothing")
        except OSError as error:
            yield SourceError(entry.path, _words(error))


def _beside_a_database(name: str, names: set[str]) -> bool:
    """Whether `name` is a file that SQLite, or a desk, keeps beside its own."""
    return any(
        name.endswith(suffix) and name.removesuffix(suffix) in names
        for suffix in ("-wal", "-shm", "-journal", "-lock")
    )


def _open(path: str, in_folder: bool = False) -> Source | SourceError:
    try:
        raw: BinaryIO = open(path, "rb")  # noqa: SIM115  the source closes it
    except (OSError, ValueError) as error:
        return SourceError(path, _words(error))
    return Source(path, raw, in_folder=in_folder)


def _words(error: Exception) -> str:
    if isinstance(error, PermissionError):
        return "no permission to read it"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return str(error)
