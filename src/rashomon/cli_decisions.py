"""The commands of a reader's decisions on stories: merge, split, move, undo, and their list."""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rashomon.cli import DEFAULT_DESK, DeskOption, app
from rashomon.cli import _with_status as with_status
from rashomon.errors import DeskError, RashomonError
from rashomon.progress import printable

if TYPE_CHECKING:
    from rashomon.model import Story
    from rashomon.stories.decisions import Decision

AsJson = Annotated[bool, typer.Option("--json", help="For programs.")]
StoryId = Annotated[str, typer.Argument(metavar="STORY", help="A story's id.")]
ArticleId = Annotated[str, typer.Argument(metavar="ARTICLE", help="An article's id.")]
Others = Annotated[
    list[str], typer.Argument(metavar="OTHER...", help="Stories that become part of it.")
]
Articles = Annotated[list[str], typer.Argument(metavar="ARTICLE...", help="Articles of the story.")]
Number = Annotated[
    int | None, typer.Argument(metavar="[N]", min=1, help="A decision's number; else the last.")
]
Changes = Annotated[
    bool, typer.Option("--changes", help="Also what builds did to stories on their own.")
]


@app.command()
@with_status
def merge(
    story: StoryId, others: Others, desk: DeskOption = DEFAULT_DESK, as_json: AsJson = False
) -> None:
    """Make one story of several; it keeps the first one's id."""

    def make(db: sqlite3.Connection, number: int) -> Decision:
        from rashomon.stories import decisions

        return decisions.merge(number, [_story(db, i) for i in (story, *others)])

    _decide(desk, make, as_json)


@app.command()
@with_status
def split(
    story: StoryId, articles: Articles, desk: DeskOption = DEFAULT_DESK, as_json: AsJson = False
) -> None:
    """Make a story of its own of some articles, with their copies."""

    def make(db: sqlite3.Connection, number: int) -> Decision:
        from rashomon.store import read
        from rashomon.stories import decisions

        for article_id in articles:
            _check_article(db, article_id)
        return decisions.split(number, _story(db, story), articles, read.copies(db))

    _decide(desk, make, as_json)


@app.command()
@with_status
def move(
    article: ArticleId, story: StoryId, desk: DeskOption = DEFAULT_DESK, as_json: AsJson = False
) -> None:
    """Move an article, with its copies, to another story."""

    def make(db: sqlite3.Connection, number: int) -> Decision:
        from rashomon.store import read
        from rashomon.stories import decisions

        _check_article(db, article)
        query = "SELECT story_id FROM story_articles WHERE article_id = ?"
        row = db.execute(query, (article,)).fetchone()
        if row is None:
            raise RashomonError(f"article {article} is in no story (sponsored articles are not)")
        source = _story(db, row["story_id"])
        return decisions.move(number, article, source, _story(db, story), read.copies(db))

    _decide(desk, make, as_json)


@app.command()
@with_status
def undo(number: Number = None, desk: DeskOption = DEFAULT_DESK, as_json: AsJson = False) -> None:
    """Take back the last decision, or decision N; an undo can be taken back too."""

    def make(db: sqlite3.Connection, new: int) -> Decision:
        from rashomon.store import decisions as decided
        from rashomon.stories import decisions

        return decisions.undo(new, decided.log(db), number)

    _decide(desk, make, as_json)


@app.command("decisions")
@with_status
def list_decisions(
    desk: DeskOption = DEFAULT_DESK, as_json: AsJson = False, changes: Changes = False
) -> None:
    """List a reader's decisions on stories: number, what, and whether it holds."""
    from rashomon.store import Desk, read
    from rashomon.store import decisions as decided
    from rashomon.stories import decisions

    with Desk(desk) as opened:
        log = decided.log(opened.db)
        present = set(read.article_ids(opened.db))
        listed = [_listed(d, log, present) for d in log]
        became = [c for c in decided.changes(opened.db) if changes]
    if as_json:
        answer: dict[str, Any] = {"decisions": listed}
        if changes:
            answer["changes"] = [asdict(c) for c in became]
        _print_json(answer)
        return
    if not log:
        typer.echo("no decisions on this desk")
    for decision, row in zip(log, listed, strict=True):
        absent = len(row["missing"])
        waits = f"; {_count(absent, 'article')} of it not on the desk" if absent else ""
        back = decisions.taken_back(log).get(decision.number)
        by = f" by {back}" if back else ""
        typer.echo(f"{decision.number:>4}  {row['what']}  [{row['state']}{by}{waits}]")
    for change in became:
        by = "by a build" if change.decision is None else f"by decision {change.decision}"
        count = _count(change.articles, "article")
        typer.echo(f"{change.kind:>6}  {change.old_id} -> {change.new_id}, {count}, {by}")


def _decide(desk: Path, make: Callable[[sqlite3.Connection, int], Decision], as_json: bool) -> None:
    from rashomon.bars import Bars
    from rashomon.engines import LocalEngine
    from rashomon.pipeline import decide
    from rashomon.progress import Progress
    from rashomon.store import Desk, read
    from rashomon.store import decisions as decided

    if not desk.exists():
        raise DeskError(f"{desk}: there is no desk here; `rashomon build` makes one")

    def numbered(db: sqlite3.Connection) -> Decision:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        return replace(make(db, decided.next_number(db)), made_at=now)

    show: Progress = Bars()
    with Desk(desk, write=True, alone=False) as opened, LocalEngine() as engine:
        before = {story.id: story for story in read.stories(opened.db)}
        decision, changes = decide(opened, engine, show, numbered)
        log = decided.log(opened.db)
        listed = _listed(decision, log, set(read.article_ids(opened.db)))
        touched = sorted({i for change in changes for i in (change.old_id, change.new_id)})
        found = {i: read.story(opened.db, i) for i in touched}
        moved = {i: read.story_moved(opened.db, i) for i in touched if found[i] is None}
    there = [story for story in found.values() if story is not None]
    if as_json:
        _print_json(
            {
                "decision": listed,
                "stories": [_told(story) for story in there],
                "moved": moved,
                "changes": [asdict(change) for change in changes],
            }
        )
        return
    typer.echo(f"decision {decision.number}: {listed['what']}")
    for story in there:
        old = before.get(story.id)
        was = f", were {len(old.article_ids)}" if old else ", new"
        typer.echo(
            f"  story {story.id} {_title(story.title)}: "
            f"{_count(len(story.article_ids), 'article')}{was}; "
            f"{_count(story.tellings, 'telling')}"
        )
    for old_id, new_id in moved.items():
        typer.echo(f"  story {old_id} leads on to {new_id}")
    if not changes:
        typer.echo("  no story changes")


def _story(db: sqlite3.Connection, story_id: str) -> Story:
    """The story of an id, led on where it has moved."""
    from rashomon.store import read

    found = read.story(db, story_id)
    if found is None:
        moved = read.story_moved(db, story_id)
        found = None if moved is None else read.story(db, moved)
    if found is None:
        raise RashomonError(f"no story {printable(story_id)} on this desk")
    return found


def _check_article(db: sqlite3.Connection, article_id: str) -> None:
    if not db.execute("SELECT 1 FROM articles WHERE id = ?", (article_id,)).fetchone():
        raise RashomonError(f"no article {printable(article_id)} on this desk")


def _listed(decision: Decision, log: tuple[Decision, ...], present: set[str]) -> dict[str, Any]:
    from rashomon.stories import decisions

    return {
        "number": decision.number,
        "kind": decision.kind,
        "what": _what(decision),
        "state": decisions.state(decision, log, present),
        "taken_back_by": decisions.taken_back(log).get(decision.number),
        "undoes": decision.undoes,
        "made_at": decision.made_at,
        "parts": [
            {"story": part.story_id, "title": part.title, "articles": list(part.article_ids)}
            for part in decision.parts
        ],
        "missing": list(decisions.missing(decision, present)),
    }


def _what(decision: Decision) -> str:
    if decision.kind == "undo":
        return f"took back decision {decision.undoes}"
    named = [f"{part.story_id} {_title(part.title)}" for part in decision.parts]
    count = _count(len(decision.parts[0].article_ids), "article")
    if decision.kind == "merge":
        return f"merged into {named[0]}: {', '.join(named[1:])}"
    if decision.kind == "split":
        return f"split {count} off {named[0]}"
    return f"moved {count} from {named[0]} to {named[1]}"


def _told(story: Story) -> dict[str, Any]:
    return {
        "id": story.id,
        "title": story.title,
        "articles": list(story.article_ids),
        "first_published": story.first_published,
        "last_published": story.last_published,
        "outlets": list(story.outlets),
        "tellings": story.tellings,
        "joins": [asdict(join) for join in story.joins],
    }


def _title(title: str) -> str:
    """A title on one line and in quotation marks, shortened, without control characters."""
    line = printable(" ".join(title.split()))
    return f"“{line if len(line) <= 60 else line[:59] + '…'}”"


def _count(number: int, one: str) -> str:
    return f"{number:,} {one if number == 1 else one + 's'}"


def _print_json(value: dict[str, Any]) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=2)
    sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\n")
    sys.stdout.flush()
