"""Intake: files, folders, globs and standard input become pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rashomon.model import Page, Rejected


def pages(
    paths: Iterable[str], fetched: str | None = None
) -> Iterator[tuple[Page, Rejected | None] | Exception]:
    """Pages of all sources under `paths`, folders sorted.

    Yields (page, None); (page, rejected) for a file that exists and holds nothing readable
    (empty, binary); and a `SourceError` (not raised) where nothing of it can be had.
    """
    return iter(())
