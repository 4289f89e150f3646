"""The command that asks the desk a question."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.cli import DEFAULT_DESK, NOTHING_READ, DeskOption, _open, _words, app
from rashomon.cli import _with_status as with_status
from rashomon.progress import printable

if TYPE_CHECKING:
    from rashomon.views.ask import AnswerPassage, AskView


@app.command()
@with_status
def ask(
    question: Annotated[str, typer.Argument(help="A question in plain words.")],
    desk: DeskOption = DEFAULT_DESK,
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """Answer a question in the words of the desk's articles, or say that the desk does not."""
    from rashomon.views.ask import ask as ask_desk
    from rashomon.views.to_json import to_json

    with _open(desk) as opened:
        view = ask_desk(opened.db, _words(question))
    if as_json:
        text = json.dumps(to_json(view), ensure_ascii=False, indent=2)
        sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\n")
        sys.stdout.flush()
    else:
        for line in told(view):
            typer.echo(line)
    if not view.answered:
        raise typer.Exit(NOTHING_READ)


def told(view: AskView) -> list[str]:
    """The lines of an answer for the terminal."""
    if not view.answered:
        lines = [view.reason or ""]
        if view.missing:
            lines.append("nowhere on this desk: " + ", ".join(map(printable, view.missing)))
        if view.near:
            lines.append("")
            lines.append("comes near, and does not answer:")
        return lines + [line for one in view.near for line in _passage(one)]
    lines = ["nowhere on this desk: " + ", ".join(map(printable, view.missing))] * bool(
        view.missing
    )
    lines += ["The tellings give different answers.", ""] if view.differ else []
    stories = {p.story_id for group in view.groups for p in group.passages}
    for n, group in enumerate(view.groups):
        if n:
            lines.append("")
        if view.differ and group.reading:
            told_of = dict.fromkeys(p.story_title or "" for p in group.passages)
            named = "; ".join(" ".join(t.split()) for t in told_of if t) * (len(stories) > 1)
            lines.append(printable(f"[{group.reading}]  {named}".rstrip()))
        lines += [line for one in group.passages for line in _passage(one)]
    for point in view.differences:
        lines.append(f"they differ on: {printable(point.topic)} ({point.href})")
    return lines


def _passage(one: AnswerPassage) -> list[str]:
    words = " ".join(f"{one.words.before}{one.words.text}{one.words.after}".split())
    place = f"{one.words.article_id} {one.words.start}-{one.words.end}"
    who = f"  {one.source.label}, {one.source.published.said}"
    if one.speaker:
        who += f" ({one.speaker})"
    return [printable(words), printable(f"{who}  [{place}]")]
