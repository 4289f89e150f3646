"""The application: addresses that stay, and what answers there."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rashomon.errors import DeskError
from rashomon.views import stored
from rashomon.web import api, api_own, deciding, language, listings, own, pages, render
from rashomon.web.access import Access
from rashomon.web.database import Database
from rashomon.web.forms import Seats, posted, sent
from rashomon.web.keeping import Keeper
from rashomon.web.problems import problem
from rashomon.web.security import Guard, names_of

_ROUTES = (
    ("/", pages.front),
    ("/story/{id}", pages.story),
    ("/article/{id:path}", pages.article),
    ("/name/{id}", pages.name),
    ("/names", listings.names),
    ("/outlet/{name:path}", listings.outlet),
    ("/outlets", listings.outlets),
    ("/page/{id}", pages.original_page),
    ("/search", pages.search),
    ("/search/hints", pages.hints),
    ("/ask", pages.ask),
    ("/left-out", pages.left_out),
    ("/notes", own.page),
    ("/notes.jsonld", own.export),
    ("/decisions", deciding.listed),
    ("/decisions/under-way/{number:int}", deciding.waiting),
    ("/static/{name}", pages.static),
    ("/api/v1/openapi.json", api.described),
    ("/api/v1/stories", api.stories),
    ("/api/v1/stories/{id}", api.story),
    ("/api/v1/articles", api.articles),
    ("/api/v1/articles/{id:path}", api.article),
    ("/api/v1/statements", api.statements),
    ("/api/v1/names", api.names),
    ("/api/v1/names/{id}", api.name),
    ("/api/v1/outlets", api.outlets),
    ("/api/v1/search", api.search),
    ("/api/v1/ask", api.ask),
    ("/api/v1/annotations", api_own.notes),
    ("/api/v1/annotations/{id}", api_own.note),
    ("/api/v1/decisions", api_own.decided),
    ("/api/{rest:path}", api.nothing),
)
# Forms: what a reader does to the desk.
_FORMS = (
    ("/story/{id}/merge", deciding.merge),
    ("/story/{id}/split", deciding.split),
    ("/story/{id}/move", deciding.move),
    ("/decisions/undo", deciding.undo),
    ("/keep", own.keep),
    ("/notes", own.add_note),
    ("/notes/forget", own.forget),
    ("/notes/{id}", own.change_note),
    ("/outlets/hide", own.hide),
    ("/language", language.choose),
)
# What programs send as JSON.
_SENT = (
    ("POST", "/api/v1/annotations", api_own.add_note),
    ("PUT", "/api/v1/annotations/{id}", api_own.change_note),
    ("POST", "/api/v1/decisions", api_own.decide),
)


def create_app(desk_path: Path, *, host: str = "127.0.0.1", token: str | None = None) -> Starlette:
    """The reading room over the desk at `desk_path`, which is opened when it is first asked.

    `host` is the address that it is served at; with `token` only those who have it are let in.
    """
    app = Starlette(
        routes=[
            *(Route(path, sent(handler), methods=[method]) for method, path, handler in _SENT),
            Route("/api/v1/annotations/{id}", api_own.remove_note, methods=["DELETE"]),
            *(Route(path, handler, methods=["GET"]) for path, handler in _ROUTES),
            *(Route(path, posted(handler), methods=["POST"]) for path, handler in _FORMS),
        ],
        middleware=[
            Middleware(language.Tongue),
            Middleware(Guard, allowed=names_of(host)),
            Middleware(Access, token=token),
            Middleware(Seats),
            Middleware(GZipMiddleware, minimum_size=2_000),
        ],
        exception_handlers={
            HTTPException: _refused,
            api.BadCursor: _bad_cursor,
            DeskError: _desk_error,
            sqlite3.Error: _desk_error,
        },
    )
    app.state.database = Database(Path(desk_path))
    app.state.keeper = Keeper(Path(desk_path))
    app.state.decider = deciding.Decider(Path(desk_path))
    return app


async def _refused(request: Request, exc: Exception) -> Response:
    assert isinstance(exc, HTTPException)
    if request.url.path.startswith("/api/"):
        return problem(exc.status_code, exc.detail, instance=request.url.path)
    if exc.status_code not in (404, 405):
        return render.page(
            "refused.html", status=exc.status_code, message=exc.detail, here="", kept=()
        )
    return render.page(
        "missing.html", status=exc.status_code, kind="address", some_id=request.url.path[:80],
        near=[], here="",
    )  # fmt: skip


async def _bad_cursor(request: Request, exc: Exception) -> Response:
    return problem(400, "this desk gave no such cursor", instance=request.url.path)


async def _desk_error(request: Request, exc: Exception) -> Response:
    message = str(exc) if isinstance(exc, DeskError) else f"the desk cannot be read: {exc}"
    # What is wrong with a file is said in English: it is for who runs the desk.
    if request.url.path.startswith("/api/"):
        return problem(503, message, instance=request.url.path)
    return render.page("desk_error.html", status=503, message=stored.said(message), here="")
