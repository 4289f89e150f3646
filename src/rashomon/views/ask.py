"""Answers of the desk, as they are shown: tellings of one answer together, others beside them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon import ask as asking
from rashomon.ask import Passage
from rashomon.model import Span
from rashomon.store import lookup, read
from rashomon.views import stored
from rashomon.views.bound import Words, bind
from rashomon.views.front import Point
from rashomon.views.source import Source, source
from rashomon.views.words import kind as kind_said

# Kinds of which two different readings cannot both be right.
_RIVAL = frozenset({"count", "money", "duration", "age", "speed", "length", "often", "quantity"})


@dataclass(frozen=True, slots=True)
class AnswerPassage:
    """A sentence that answers; `words` are those that do, within their sentence, or all of it.
    `whole` says so. `score` is 0 to about 1."""

    words: Words
    whole: bool
    source: Source
    speaker: str | None
    story_id: str | None
    story_title: str | None
    score: float


@dataclass(frozen=True, slots=True)
class AnswerGroup:
    """Passages that give the same answer; `reading` says which ("14"), "" where words do."""

    reading: str
    passages: tuple[AnswerPassage, ...]


@dataclass(frozen=True, slots=True)
class AskView:
    """What the desk says to a question. Where it does not, `groups` is empty, `reason` says so,
    `missing` are words of the question that stand nowhere on the desk, and `near` what comes near.
    `differ` says that the groups cannot all be right; `differences` are those of the ledger that
    the passages stand in."""

    question: str
    kind: str
    groups: tuple[AnswerGroup, ...]
    differ: bool
    differences: tuple[Point, ...]
    reason: str | None
    missing: tuple[str, ...]
    near: tuple[AnswerPassage, ...]

    @property
    def answered(self) -> bool:
        return bool(self.groups)


def ask(db: sqlite3.Connection, question: str) -> AskView:
    """The passages of the desk that answer `question`, or none."""
    found = asking.ask(db, question)
    shown = _shown(db, (*found.passages, *found.near))
    groups: dict[str, list[AnswerPassage]] = {}
    for one in found.passages:
        groups.setdefault(_group(one.reading, groups), []).append(shown[one])
    readings = [r for r in groups if r]
    made = tuple(AnswerGroup(reading, tuple(some)) for reading, some in groups.items())
    return AskView(
        found.question,
        found.kind,
        made,
        len(readings) > 1 and (found.kind in _RIVAL or _days(found.kind, readings)),
        _differences(db, found.passages),
        stored.said(found.reason or "") or None,
        found.missing,
        tuple(shown[one] for one in found.near),
    )


def _group(reading: str, groups: dict[str, list[AnswerPassage]]) -> str:
    """The group of a reading: a date that another one only makes more exact is with it."""
    for other in groups:
        if reading == other or (
            len(reading) >= 7 and len(other) >= 7
            and reading[:4].isdigit() and (other.startswith(reading) or reading.startswith(other))
        ):  # fmt: skip
            return other
    return reading


def _days(kind: str, readings: Sequence[str]) -> bool:
    """Whether two of the readings are different days."""
    return (
        kind == "time" and len({r[:10] for r in readings if r[:4].isdigit() and len(r) == 10}) > 1
    )


def _shown(db: sqlite3.Connection, passages: Sequence[Passage]) -> dict[Passage, AnswerPassage]:
    ids = list(dict.fromkeys(p.span.article_id for p in passages))
    articles = read.articles_by_id(db, ids)
    copies = lookup.copies_of(db, ids)
    stories = lookup.stories_of_articles(db, ids)
    made = {}
    for one in passages:
        article = articles[one.span.article_id]
        story_id, story_title = stories.get(article.id, (None, None))
        words = bind(article, one.span)
        if one.answer is not None:
            words = bind(article, one.answer, context=True)
        made[one] = AnswerPassage(
            words, one.answer is None, source(article, copies.get(article.id)), one.speaker,
            story_id, story_title, one.score,
        )  # fmt: skip
    return made


def _differences(db: sqlite3.Connection, passages: Sequence[Passage]) -> tuple[Point, ...]:
    """Differences of the ledger with a side in the passages."""
    found: dict[str, Point] = {}
    for passage in passages[:4]:
        for contrast in lookup.contrasts_of_article(db, passage.span.article_id):
            if contrast.id in found or not any(
                t.field == "text" and _touch(t.span, passage.answer or passage.span)
                for t in contrast.tellings
            ):
                continue
            found[contrast.id] = Point(
                f"/story/{contrast.story_id}#d{contrast.rank}",
                stored.topic(contrast.topic),
                contrast.kind,
                kind_said(contrast.kind),
            )
    return tuple(found.values())[:4]


def _touch(one: Span, other: Span) -> bool:
    return one.article_id == other.article_id and one.start < other.end and other.start < one.end
