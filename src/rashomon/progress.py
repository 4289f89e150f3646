"""What a build says while it works, and the account it gives at the end."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rashomon.errors import NO_ARTICLE
from rashomon.model import Article, Page, Reading, Story


class Step(Protocol):
    """One stage under way."""

    def advance(self, records: int) -> None:
        """`records` more are done."""


class _Quiet:
    def advance(self, records: int) -> None:
        """Nothing is shown."""


class Progress:
    """Counts what a build reads and what it must leave; says what cannot be read on stderr.

    This one shows no bars; `cli` has one that does.
    """

    def __init__(self) -> None:
        self.started = time.monotonic()
        self.pages = 0
        self.known_pages = 0
        self.refusals: list[tuple[str, str]] = []
        self.stages: Counter[str] = Counter()

    @contextmanager
    def stage(self, name: str, total: int | None = None) -> Iterator[Step]:
        """A stage with `total` records, where that is known beforehand."""
        self.stages[name] += 1
        yield _Quiet()

    def read(self, page: Page, reading: Reading) -> None:
        """A page was read for the first time."""
        whole = [r.reason for r in reading.rejected if r.range is None]
        if whole:
            self.refused(page.origin, whole[0])
        elif not reading.articles:
            self.refused(page.origin, NO_ARTICLE)
        else:
            self.pages += 1

    def known(self, page: Page, rejection: str | None) -> None:
        """A page is on the desk already."""
        if rejection is None:
            self.known_pages += 1
        else:
            self.refused(page.origin, rejection)

    def refused(self, source: str, reason: str) -> None:
        """A source of which nothing could be read."""
        self.refusals.append((source, reason))
        self.say(f"rashomon: {source}: {reason}")

    def failed(self, article: Article, reason: str) -> None:
        """A stage failed on one article, which stays on the desk without its findings."""
        self.say(f"rashomon: article {article.id} ({article.title or 'untitled'}): {reason}")

    def untold(self, story: Story, reason: str) -> None:
        """A stage failed on one story, which is told without differences until the next build."""
        self.say(f"rashomon: story {story.id} ({story.title or 'untitled'}): {reason}")

    def say(self, line: str) -> None:
        print(printable(line), file=sys.stderr)

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.started

    @property
    def status(self) -> int:
        """Exit status 0 all read, 1 nothing read, 3 some sources rejected."""
        if not self.refusals:
            return 0 if self.pages or self.known_pages else 1
        return 3 if self.pages or self.known_pages else 1


def printable(text: str) -> str:
    """`text` without control characters: names of files may carry terminal codes."""
    return "".join(c if c.isprintable() else "\ufffd" for c in text)
