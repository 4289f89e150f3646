"""JSON under /api/v1: the same views as the pages. Lists have `items` and `next`, the address of
what follows; errors have one shape, that of RFC 9457. /api/v1/openapi.json describes it all."""

from __future__ import annotations

import json
from collections.abc import Sequence
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rashomon import views
from rashomon.store import find, lists, read
from rashomon.views import JSON, listing, to_json
from rashomon.views import ask as asking
from rashomon.web.address import number
from rashomon.web.openapi import spec
from rashomon.web.pages import QUERY_CHARACTERS, database
from rashomon.web.problems import problem

BASE = "/api/v1"
MOST, DEFAULT = 100, 50
# Pages of a search that are led on to.
_SEARCH_PAGES = 200


class BadCursor(ValueError):
    """A cursor that this desk did not give."""


def answer(value: JSON, status: int = 200) -> Response:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Response(
        text.encode("utf-8", "replace"),
        status_code=status,
        media_type="application/json",
        headers={"Cache-Control": "no-store"},
    )


def _limit(request: Request) -> int:
    return max(1, number(request.query_params.get("limit"), DEFAULT, most=MOST))


def _after(request: Request, length: int) -> lists.Key | None:
    """The key that the page begins after. Raises `BadCursor`."""
    value = request.query_params.get("cursor")
    if value is None:
        return None
    key = lists.key_of(value[:2_000], length)
    if key is None:
        raise BadCursor
    return key


def _page(request: Request, items: Sequence[object], following: lists.Key | None) -> Response:
    """A page of a list; `next` asks for the same things after its last one."""
    address = None
    if following is not None:
        asked = [(k, v) for k, v in request.query_params.multi_items() if k != "cursor"]
        query = urlencode([*asked, ("cursor", lists.cursor(following))])
        address = f"{request.url.path}?{query}"
    return answer({"items": to_json(tuple(items)), "next": address})


def _missing(request: Request, what: str) -> Response:
    some_id = request.path_params["id"][:80]
    return problem(404, f"no {what} {some_id}", instance=request.url.path)


def stories(request: Request) -> Response:
    after, limit = _after(request, 4), _limit(request)
    with database(request).reading() as db:
        rows, following = lists.stories(db, after, limit)
        cards = views.cards(db, rows)
    return _page(request, cards, following)


def story(request: Request) -> Response:
    story_id = request.path_params["id"]
    with database(request).reading() as db:
        view = views.story(db, story_id)
        moved = read.story_moved(db, story_id) if view is None else None
    if moved is not None:
        return RedirectResponse(f"{BASE}/stories/{moved}", status_code=308)
    return _missing(request, "story") if view is None else answer(to_json(view))


def articles(request: Request) -> Response:
    after, limit = _after(request, 1), _limit(request)
    with database(request).reading() as db:
        outlet = request.query_params.get("outlet")
        ids, following = lists.article_ids(db, after, limit, outlet=outlet)
        items = listing.articles(db, ids)
    return _page(request, items, following)


def article(request: Request) -> Response:
    with database(request).reading() as db:
        view = views.article(db, request.path_params["id"])
    return _missing(request, "article") if view is None else answer(to_json(view))


def statements(request: Request) -> Response:
    after, limit, asked = _after(request, 1), _limit(request), request.query_params
    with database(request).reading() as db:
        found, following = lists.statements(
            db, after, limit,
            article=asked.get("article"), story=asked.get("story"), name=asked.get("name"),
            less_sure=asked.get("less_sure") == "1",
        )  # fmt: skip
        items = listing.statements(db, found)
    return _page(request, items, following)


def names(request: Request) -> Response:
    after, limit, asked = _after(request, 2), _limit(request), request.query_params
    start, kind = asked.get("start", "")[:80], asked.get("type", "")
    with database(request).reading() as db:
        ids, following = lists.name_ids(db, after, limit, start=start, kind=kind)
        items = listing.names(db, ids)
    return _page(request, items, following)


def name(request: Request) -> Response:
    with database(request).reading() as db:
        view = views.name(db, request.path_params["id"])
    return _missing(request, "name") if view is None else answer(to_json(view))


def outlets(request: Request) -> Response:
    after, limit = _after(request, 1), _limit(request)
    with database(request).reading() as db:
        rows, following = lists.outlets(db, after, limit)
    return _page(request, [listing.OutletItem(o, n) for o, n in rows], following)


def search(request: Request) -> Response:
    query = request.query_params.get("q", "")[:QUERY_CHARACTERS]
    after = _after(request, 1)
    page = after[0] if after is not None else 1
    if not isinstance(page, int) or not 1 <= page <= _SEARCH_PAGES:
        raise BadCursor
    with database(request).reading() as db:
        view = views.search(db, query, page=page)
    following = None
    if page < min(view.pages, _SEARCH_PAGES) and find.parse(query).asks:
        asked = urlencode({"q": query, "cursor": lists.cursor((page + 1,))})
        following = f"{BASE}/search?{asked}"
    return answer({"found": to_json(view), "next": following})


def ask(request: Request) -> Response:
    question = request.query_params.get("q", "")[:QUERY_CHARACTERS]
    with database(request).reading() as db:
        view = asking.ask(db, question)
    return answer(to_json(view))


def described(request: Request) -> Response:
    """The description of the API itself."""
    return answer(spec())


def nothing(request: Request) -> Response:
    return problem(
        404, f"no such address; see {BASE}/openapi.json", instance=request.url.path[:200]
    )
