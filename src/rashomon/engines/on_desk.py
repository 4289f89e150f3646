"""What workers do with a desk at hand: each reads what it needs by itself, and none writes.

So a story's material, which is many things, does not go from process to process; its id does.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from rashomon import marks
from rashomon.engines.guard import Told, lost_story, tell_story
from rashomon.store import Desk, grown, read

Record = TypeVar("Record")
Result = TypeVar("Result")


class OnDesk(Generic[Record, Result]):
    """A function of a desk and a record, as one of the record alone. It can be sent to a worker,
    which enters it and has the desk open until it leaves."""

    def __init__(
        self, function: Callable[[sqlite3.Connection, Record], Result], desk: Desk
    ) -> None:
        self._function = function
        self._path = desk.path.resolve()
        self._desk: Desk | None = desk

    def __call__(self, record: Record) -> Result:
        assert self._desk is not None
        return self._function(self._desk.db, record)

    def __getstate__(self) -> tuple[Callable[[sqlite3.Connection, Record], Result], Path]:
        return self._function, self._path

    def __setstate__(
        self, state: tuple[Callable[[sqlite3.Connection, Record], Result], Path]
    ) -> None:
        self._function, self._path = state
        self._desk = None

    def __enter__(self) -> None:
        self._desk = Desk(self._path)

    def __exit__(self, *_: object) -> None:
        if self._desk is not None:
            self._desk.close()
            self._desk = None


class Asked(NamedTuple):
    """A story that is to be told, and how many articles it has."""

    story_id: str
    articles: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What was told of a story, and the mark of what that hangs on; `told` is None where it is
    told with this already, or there is no such story any more."""

    mark: str = ""
    told: Told | None = None


def tell(db: sqlite3.Connection, asked: Asked) -> Answer:
    """Contrasts, agreement and brief of a story of the desk."""
    story = read.story(db, asked.story_id)
    if story is None:
        return Answer()
    material = read.material(db, story)
    mark = marks.of_story(material)
    if grown.done(db, "story", [story.id]).get(story.id) == mark:
        return Answer(mark)
    return Answer(mark, tell_story(material))


def lost(asked: Asked) -> Answer:
    """The answer where the worker died over a story."""
    return Answer(told=lost_story(asked.story_id))
