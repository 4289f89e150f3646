"""The command line. What it prints for people goes to stdout; what went wrong, to stderr."""

from __future__ import annotations

import io
import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn, ParamSpec

import typer

from rashomon.errors import DeskError, RashomonError

if TYPE_CHECKING:
    from rashomon.progress import Progress
    from rashomon.store import Desk

Parameters = ParamSpec("Parameters")

app = typer.Typer(
    name="rashomon",
    help="One story, every telling: from messy pages to who said what, and where they differ.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

NOTHING_READ, USAGE, DESK_UNUSABLE, INTERRUPTED = 1, 2, 4, 130

DeskOption = Annotated[
    Path,
    typer.Option(
        "--desk", envvar="RASHOMON_DESK", help="The desk: one SQLite file.", show_default=True
    ),
]
Sources = Annotated[
    list[str],
    typer.Argument(help="Files, folders, globs, or - for standard input.", show_default=False),
]
Fetched = Annotated[
    str | None,
    typer.Option("--fetched", help="When the pages were taken: 2025-08-14 or 2025-08-14T09:00Z."),
]
Port = Annotated[
    int | None, typer.Option("--port", min=0, max=65535, help="8765, else the next free one.")
]
Host = Annotated[
    str,
    typer.Option("--host", help="Another address than this machine’s own asks for a token."),
]
DEFAULT_DESK = Path("rashomon.db")
DEFAULT_TABLES = Path("rashomon-tables")
MOST_ASKED = 400  # characters of a search


def _end_interrupted() -> NoReturn:
    print("rashomon: interrupted; what was done stays", file=sys.stderr, flush=True)
    # Workers may still be at a page: they are not waited for.
    os._exit(INTERRUPTED)


def _with_status(command: Callable[Parameters, None]) -> Callable[Parameters, None]:
    """The command, ending with the exit status that its errors stand for."""

    @wraps(command)
    def run(*args: Parameters.args, **options: Parameters.kwargs) -> None:
        try:
            command(*args, **options)
        except KeyboardInterrupt:
            _end_interrupted()
        except BrokenPipeError:
            os._exit(0)
        except sqlite3.Error as error:
            from rashomon.store.desk import as_desk_error

            path = Path(str(options.get("desk", DEFAULT_DESK)))
            print(f"rashomon: {as_desk_error(path, error)}", file=sys.stderr)
            raise typer.Exit(DESK_UNUSABLE) from error
        except RashomonError as error:
            print(f"rashomon: {error}", file=sys.stderr)
            status = DESK_UNUSABLE if isinstance(error, DeskError) else NOTHING_READ
            raise typer.Exit(status) from error

    return run


@app.command("open")
@_with_status
def open_command(
    paths: Sources, desk: DeskOption = DEFAULT_DESK, port: Port = None, fetched: Fetched = None
) -> None:
    """Read pages, build or extend the desk, serve it and print its address."""
    from rashomon.web.serve import serve

    status = _build(paths, desk, fetched)
    if status in (NOTHING_READ, USAGE):
        raise typer.Exit(status)
    display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    serve(desk, port=port, open_browser=bool(display) or sys.platform in ("darwin", "win32"))
    raise typer.Exit(status)


@app.command()
@_with_status
def build(
    paths: Annotated[
        list[str] | None,
        typer.Argument(help="Files, folders, globs, or - for standard input.", show_default=False),
    ] = None,
    desk: DeskOption = DEFAULT_DESK,
    fetched: Fetched = None,
    engine: Annotated[
        Literal["local", "daft", "ray"],
        typer.Option("--engine", help="daft and ray leave Parquet tables and no desk."),
    ] = "local",
    address: Annotated[
        str | None, typer.Option("--address", help="A Ray cluster; else one on this machine.")
    ] = None,
    to: Annotated[
        Path, typer.Option("--to", help="Where daft and ray leave their tables.")
    ] = DEFAULT_TABLES,
    from_parquet: Annotated[
        Path | None, typer.Option("--from-parquet", help="Take over tables left by daft or ray.")
    ] = None,
) -> None:
    """Read pages, and build or extend the desk."""
    if (from_parquet is None) == (not paths):
        typer.echo("rashomon: name pages to build from, or else --from-parquet FOLDER", err=True)
        raise typer.Exit(USAGE)
    if from_parquet is not None:
        raise typer.Exit(_build([], desk, fetched, from_parquet))
    if engine == "local":
        raise typer.Exit(_build(paths or [], desk, fetched))
    raise typer.Exit(_build_tables(paths or [], to, fetched, engine, address))


@app.command()
@_with_status
def serve(desk: DeskOption = DEFAULT_DESK, port: Port = None, host: Host = "127.0.0.1") -> None:
    """Serve a desk that exists: on this machine only, or elsewhere with a token that it prints."""
    from rashomon.web.serve import serve as serve_desk

    _check(desk)
    serve_desk(desk, host, port=port)


@app.command()
@_with_status
def export(
    to: Annotated[Path, typer.Option("--to", help="The folder that the tables go to.")],
    form: Annotated[
        Literal["jsonl", "parquet"], typer.Option("--format", help="jsonl or parquet.")
    ] = "jsonl",
    desk: DeskOption = DEFAULT_DESK,
) -> None:
    """Write the desk's tables as JSON Lines or Parquet."""
    from rashomon.interop.export import export as export_desk

    with _open(desk) as opened:
        counts = export_desk(opened, to, form)
    typer.echo(", ".join(f"{count} {name}" for name, count in counts.items()))


@app.command()
@_with_status
def story(
    story_id: Annotated[str, typer.Argument(metavar="ID", help="A story's id.")],
    desk: DeskOption = DEFAULT_DESK,
    less_sure: Annotated[
        bool, typer.Option("--less-sure", help="With the statements that it is less sure of.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """Print a story: brief, tellings, differences, who said what, timeline."""
    from rashomon import terminal

    with _open(desk) as opened:
        words = _words(story_id)
        if not terminal.print_story(opened, words, as_json=as_json, less_sure=less_sure):
            typer.echo(f"rashomon: no story {story_id} on this desk", err=True)
            raise typer.Exit(NOTHING_READ)


@app.command()
@_with_status
def stories(
    desk: DeskOption = DEFAULT_DESK,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """List the stories: most independent tellings and newest first, with their ids."""
    from rashomon import terminal

    with _open(desk) as opened:
        if not terminal.print_stories(opened, limit=limit, as_json=as_json):
            raise typer.Exit(NOTHING_READ)


@app.command()
@_with_status
def search(
    text: Annotated[str, typer.Argument(help="Words to look for in articles and statements.")],
    desk: DeskOption = DEFAULT_DESK,
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """Search articles and statements."""
    from rashomon import terminal

    with _open(desk) as opened:
        if not terminal.print_search(opened, _words(text), as_json=as_json):
            raise typer.Exit(NOTHING_READ)


@app.callback(invoke_without_command=True)
def root(
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    if version:
        from rashomon import __version__

        typer.echo(f"rashomon {__version__}")
        raise typer.Exit


def _build(
    paths: list[str], desk: Path, fetched: str | None, from_parquet: Path | None = None
) -> int:
    from rashomon.engines import LocalEngine

    taken = _taken(fetched)
    engine = LocalEngine()
    engine.prepare(paths)  # beside the imports
    from rashomon.bars import Bars, summary
    from rashomon.pipeline import build as build_desk
    from rashomon.store import Desk

    # What a person ends with a signal ends as with Ctrl-C: what was done stays.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    show: Progress = Bars()
    with Desk(desk, write=True) as opened, engine:
        if from_parquet is not None:
            from rashomon.from_tables import load

            load(opened, from_parquet, show)
        build_desk(opened, paths, engine, show, taken)
        typer.echo(summary(opened, show))
        if opened.fresh and not opened.db.execute("SELECT 1 FROM pages").fetchone():
            opened.remove()
    return show.status


def _build_tables(
    paths: list[str], to: Path, fetched: str | None, engine: str, address: str | None
) -> int:
    from rashomon.bars import Bars
    from rashomon.errors import MissingExtra

    taken = _taken(fetched)
    try:
        from rashomon.engines.cluster import run
    except ImportError as error:
        raise MissingExtra("--engine daft and ray", "cluster") from error
    show: Progress = Bars()
    counts = run(paths, to, show, taken, ray=engine == "ray", address=address)
    typer.echo(", ".join(f"{count} {name}" for name, count in counts.items()))
    typer.echo(f"a desk of them: rashomon build --from-parquet {to}")
    return show.status


def _taken(fetched: str | None) -> str | None:
    """What `--fetched` says, in the form that dates have on a desk."""
    taken = None if fetched is None else _moment(fetched)
    if fetched is not None and taken is None:
        typer.echo(f"rashomon: --fetched {fetched}: not an ISO 8601 date", err=True)
        raise typer.Exit(USAGE)
    return taken


def _moment(value: str) -> str | None:
    """`value` in the one form that dates have on a desk: a day, or UTC to the minute."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    if len(value) == len("2025-08-14") and value.count("-") == 2:
        return value
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC)
    return moment.strftime("%Y-%m-%dT%H:%MZ")


def _words(argument: str) -> str:
    """An argument as words to look for: bytes that are no text are left out, as is excess."""
    return argument.encode("utf-8", "ignore").decode("utf-8")[:MOST_ASKED]


def _open(desk: Path) -> Desk:
    from rashomon.store import Desk

    return Desk(desk)


def _check(desk: Path) -> None:
    _open(desk).close()


import rashomon.cli_ask  # noqa: E402  adds ask
import rashomon.cli_decisions  # noqa: E402  adds merge, split, move, undo, decisions
import rashomon.cli_reader  # noqa: E402, F401  adds notes


def main() -> None:
    """The program: runs a command and ends with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that lacks a sign shows another
            stream.reconfigure(errors="replace")
    try:
        app(prog_name="rashomon")
    except KeyboardInterrupt:  # before a command has begun
        _end_interrupted()
