"""The log of a reader's decisions on stories, and of what became of stories, on the desk."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model import Story
from rashomon.store import read
from rashomon.stories.decisions import Decision, Part


@dataclass(frozen=True, slots=True)
class Change:
    """`articles` articles went from story `old_id` to `new_id`; `decision` is None where a build
    did so on its own. kind "merge": the old one is no more; "split": the new one is new;
    "move": both were there and are."""

    kind: str
    old_id: str
    new_id: str
    articles: int
    decision: int | None = None


def log(db: sqlite3.Connection) -> tuple[Decision, ...]:
    """All decisions, in the order in which they were made."""
    articles: dict[tuple[int, int], list[str]] = {}
    for row in db.execute("SELECT * FROM decision_articles ORDER BY decision, part, position"):
        articles.setdefault((row["decision"], row["part"]), []).append(row["article_id"])
    parts: dict[int, list[Part]] = {}
    for row in db.execute("SELECT * FROM decision_parts ORDER BY decision, part"):
        ids = tuple(articles.get((row["decision"], row["part"]), ()))
        parts.setdefault(row["decision"], []).append(Part(row["story_id"], row["title"], ids))
    return tuple(
        Decision(
            row["number"], row["kind"], tuple(parts.get(row["number"], ())),
            row["undoes"], row["made_at"],
        )
        for row in db.execute("SELECT * FROM decisions ORDER BY number")
    )  # fmt: skip


def next_number(db: sqlite3.Connection) -> int:
    return int(db.execute("SELECT coalesce(max(number), 0) + 1 FROM decisions").fetchone()[0])


def add(db: sqlite3.Connection, decision: Decision) -> None:
    """Writes a decision at the end of the log; called within a transaction of the desk."""
    db.execute(
        "INSERT INTO decisions VALUES (?, ?, ?, ?)",
        (decision.number, decision.kind, decision.undoes, decision.made_at),
    )
    for place, part in enumerate(decision.parts):
        db.execute(
            "INSERT INTO decision_parts VALUES (?, ?, ?, ?)",
            (decision.number, place, part.story_id, part.title),
        )
        db.executemany(
            "INSERT INTO decision_articles VALUES (?, ?, ?, ?)",
            [(decision.number, place, n, i) for n, i in enumerate(part.article_ids)],
        )


def changes(db: sqlite3.Connection) -> list[Change]:
    """What became of stories, in the order in which it did."""
    return [
        Change(r["kind"], r["old_id"], r["new_id"], r["articles"], r["decision"])
        for r in db.execute("SELECT * FROM story_changes ORDER BY number")
    ]


def add_changes(
    db: sqlite3.Connection,
    stories: Sequence[Story],
    decision: int | None = None,
    replaced: Sequence[Story] | None = None,
) -> list[Change]:
    """Logs how `stories` differ from those that they are about to replace, else all on the desk."""
    home = {i: story.id for story in stories for i in story.article_ids}
    now = set(home.values())
    held = read.stories(db) if replaced is None else replaced
    before = {story.id for story in held}
    went: Counter[tuple[str, str]] = Counter()
    for story in held:
        for article_id in story.article_ids:
            if (new := home.get(article_id, story.id)) != story.id:
                went[story.id, new] += 1
    made = []
    for (old, new), count in sorted(went.items()):
        kind = "merge" if old not in now else "split" if new not in before else "move"
        made.append(Change(kind, old, new, count, decision))
    db.executemany(
        "INSERT INTO story_changes VALUES (NULL, ?, ?, ?, ?, ?)",
        [(c.kind, c.old_id, c.new_id, c.articles, c.decision) for c in made],
    )
    return made


def forget_gone(db: sqlite3.Connection) -> None:
    """Unmarks the work on stories that are no more: its results went with them, and a story may
    come back under its id."""
    db.execute("DELETE FROM done WHERE stage = 'story' AND record NOT IN (SELECT id FROM stories)")
