"""Stage functions made safe for one record: no record stops a build, whatever it holds."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

from rashomon import agreement, contrasts, digest, names, reading, settings, statements, timeline
from rashomon.model import (
    Article,
    Brief,
    Contrast,
    Material,
    Mention,
    Moment,
    Page,
    Point,
    Reading,
    Rejected,
    Statement,
)

# How the reason of a page begins that was given up, and is tried again by the next build.
FAILED = "could not be read"


class _TooLongError(Exception):
    pass


@contextmanager
def _limit(seconds: int) -> Iterator[None]:
    """Raise `_TooLongError` in this block after `seconds`, where the platform can."""
    if not hasattr(signal, "setitimer") or (
        threading.current_thread() is not threading.main_thread()
    ):
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise _TooLongError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def lost_page(page: Page, reason: str = f"{FAILED} (its worker died)") -> Reading:
    """The reading of a page of which nothing can be had, for `reason`."""
    return Reading(page.id, page.body, (), (Rejected(page.id, None, "reading", reason),))


def read_page(page: Page) -> Reading:
    """`reading.read`, with a named rejection where it fails or takes too long."""
    try:
        with _limit(settings.PAGE_SECONDS):
            return reading.read(page)
    except _TooLongError:
        return lost_page(page, f"{FAILED} (took too long)")
    except (Exception, RecursionError) as error:
        return lost_page(page, f"{FAILED} ({type(error).__name__})")


class Findings:
    """What was found in one article: its mentions, statements and moments."""

    __slots__ = ("failed", "mentions", "moments", "statements")

    def __init__(
        self,
        mentions: tuple[Mention, ...] = (),
        statements: tuple[Statement, ...] = (),
        moments: tuple[Moment, ...] = (),
        failed: str | None = None,
    ) -> None:
        self.mentions = mentions
        self.statements = statements
        self.moments = moments
        self.failed = failed


def find_in_article(article: Article) -> Findings:
    """Names, statements and moments of one article; where it fails, none, and `failed` says why."""
    try:
        with _limit(settings.PAGE_SECONDS):
            found = names.mentions(article)
            return Findings(found, statements.extract(article, found), timeline.moments(article))
    except _TooLongError:
        return Findings(failed="took too long")
    except (Exception, RecursionError) as error:
        return Findings(failed=f"{type(error).__name__}: {error}")


def lost_findings(_article: Article) -> Findings:
    return Findings(failed="its worker died")


def date_again(known: tuple[Article, Findings]) -> Findings:
    """What was found in an article whose date alone is another: its moments are made anew."""
    article, found = known
    try:
        with _limit(settings.PAGE_SECONDS):
            return Findings(found.mentions, found.statements, timeline.moments(article))
    except _TooLongError:
        return Findings(failed="took too long")
    except (Exception, RecursionError) as error:
        return Findings(failed=f"{type(error).__name__}: {error}")


@dataclass(frozen=True, slots=True)
class Told:
    """Where the tellings of one story differ, what they agree on, and its brief; where it failed,
    none, and `failed` says why."""

    contrasts: tuple[Contrast, ...]
    points: tuple[Point, ...]
    brief: Brief
    failed: str | None = None


def tell_story(material: Material) -> Told:
    """`contrasts`, `agreement` and `digest` of one story."""
    try:
        with _limit(settings.STORY_SECONDS):
            return Told(
                tuple(contrasts.find(material)),
                tuple(agreement.find(material)),
                digest.brief(material),
            )
    except _TooLongError:
        return lost_story(material.story.id, "took too long")
    except (Exception, RecursionError) as error:
        return lost_story(material.story.id, f"{type(error).__name__}: {error}")


def lost_story(story_id: str, reason: str = "its worker died") -> Told:
    return Told((), (), Brief(story_id, ()), failed=reason)
