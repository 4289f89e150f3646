"""JSON under /api/v1: the same views as the pages. Errors have one shape, that of RFC 9457."""

from __future__ import annotations

import json

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rashomon import views
from rashomon.store import lookup, read
from rashomon.views import JSON, to_json
from rashomon.web.address import number
from rashomon.web.database import Database
from rashomon.web.pages import QUERY_CHARACTERS
from rashomon.web.problems import problem

MOST = 100


def answer(value: JSON, status: int = 200) -> Response:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Response(
        text.encode("utf-8", "replace"),
        status_code=status,
        media_type="application/json",
        headers={"Cache-Control": "no-store"},
    )


def _database(request: Request) -> Database:
    database: Database = request.app.state.database
    return database


def stories(request: Request) -> Response:
    """?limit= (1 to 100) and ?offset=; `next` is the address of what follows, or null."""
    limit = max(1, number(request.query_params.get("limit"), 50, most=MOST))
    offset = number(request.query_params.get("offset"), 0)
    with _database(request).reading() as db:
        total = lookup.story_count(db)
        cards = views.cards(db, lookup.story_rows(db, limit=limit, offset=offset))
    after = offset + limit
    following = f"/api/v1/stories?limit={limit}&offset={after}" if after < total else None
    return answer({"total": total, "next": following, "stories": to_json(cards)})


def story(request: Request) -> Response:
    story_id = request.path_params["id"]
    with _database(request).reading() as db:
        view = views.story(db, story_id)
        moved = read.story_moved(db, story_id) if view is None else None
    if moved is not None:
        return RedirectResponse(f"/api/v1/stories/{moved}", status_code=308)
    return problem(404, f"no story {story_id}") if view is None else answer(to_json(view))


def article(request: Request) -> Response:
    article_id = request.path_params["id"]
    with _database(request).reading() as db:
        view = views.article(db, article_id)
    return problem(404, f"no article {article_id}") if view is None else answer(to_json(view))


def search(request: Request) -> Response:
    query = request.query_params.get("q", "")[:QUERY_CHARACTERS]
    with _database(request).reading() as db:
        view = views.search(db, query, page=number(request.query_params.get("page"), 1))
    return answer(to_json(view))


def nothing(request: Request) -> Response:
    return problem(404, "no such address; see /api/v1/stories")
