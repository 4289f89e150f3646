"""The command of the reader's own layer: notes listed, exported and taken back in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from rashomon.cli import DEFAULT_DESK, DeskOption, _open, app
from rashomon.cli import _with_status as with_status
from rashomon.errors import DeskError, RashomonError
from rashomon.progress import printable


@app.command()
@with_status
def notes(
    desk: DeskOption = DEFAULT_DESK,
    export: Annotated[
        Path | None, typer.Option("--export", help="Write all as W3C Web Annotations (JSON-LD).")
    ] = None,
    take: Annotated[
        Path | None, typer.Option("--import", help="Take in what --export has written.")
    ] = None,
) -> None:
    """List your notes, export all that you keep on the desk, or take it in again."""
    if take is not None:
        typer.echo(_take(desk, take))
        return
    from rashomon.interop.annotations import to_annotations
    from rashomon.views import reader as layer

    with _open(desk) as opened:
        view = layer.layer(opened.db)
        found = to_annotations(opened.db) if export is not None else {}
    if export is not None:
        text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
        try:
            export.write_bytes(text.encode("utf-8", "replace"))
        except OSError as error:
            raise RashomonError(f"{export}: cannot be written ({error.strerror})") from error
        typer.echo(f"{_count(found['total'], 'annotation')}, {export}")
        return
    for note in view.notes:
        outlet = note.source.name if note.source else note.outlet or "outlet not known"
        typer.echo(printable(f"{note.made_at[:10]}  {outlet}: “{' '.join(note.exact.split())}”"))
        typer.echo(f"            {printable(note.body)}" if note.body else "")
    typer.echo(
        f"{_count(len(view.notes), 'note')}, {len(view.saved)} saved, {len(view.judged)} judged,"
        f" {view.read_count} read, {_count(len(view.hidden), 'outlet')} hidden"
    )


def _count(number: int, one: str) -> str:
    return f"{number:,} {one if number == 1 else one + 's'}"


def _take(desk: Path, path: Path) -> str:
    from rashomon.interop.annotations import from_annotations
    from rashomon.store import Desk

    if not desk.is_file():
        raise DeskError(f"{desk}: there is no desk here; `rashomon build` makes one")
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise RashomonError(f"{path}: not a file of annotations ({error})") from error
    if not isinstance(found, dict):
        raise RashomonError(f"{path}: not a file of annotations")
    with Desk(desk, write=True, alone=False) as opened, opened.transaction() as db:
        taken, left = from_annotations(db, found)
    return f"{taken} annotations taken in" + (f", {left} left" if left else "")
