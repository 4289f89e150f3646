"""The pages: each handler asks for a view and hands it to a template."""

from __future__ import annotations

from dataclasses import fields
from urllib.parse import urlencode

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response

from rashomon import views
from rashomon.store import find, lookup, read, reader
from rashomon.views import ask as asking
from rashomon.views import reader as layer
from rashomon.views.choices import Asked
from rashomon.web import keeping, render
from rashomon.web.address import number, places
from rashomon.web.database import Database

# Longer questions than this are cut.
QUERY_CHARACTERS = 400
_TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
_STATIC = ("rashomon.css", "desk.css", "lists.css", "rashomon.js", "desk.js", "keys.js", "icon.svg")


def database(request: Request) -> Database:
    found: Database = request.app.state.database
    return found


def _asked(query: QueryParams) -> Asked:
    """What the address narrows the list of stories down to."""
    return Asked(
        **{f.name: query.get(f.name, "").strip()[:QUERY_CHARACTERS] for f in fields(Asked)}
    )


def front(request: Request) -> Response:
    query = request.query_params
    with database(request).reading() as db:
        view = views.front(db, page=number(query.get("page"), 1), asked=_asked(query))
        cards = (*view.several, *view.single)
        own = layer.own(db, "story", [card.id for card in cards])
        since = reader.last_look(db, keeping.now())
        fresh = {k: len(v) for k, v in reader.fresh(db, [card.id for card in cards], since).items()}
        hidden = layer.Hidden(reader.hidden(db))
    keeping.looked(request)
    return render.page(
        "front.html", view=view, here="stories", own=own, fresh=fresh, parted=hidden.parted
    )


def story(request: Request) -> Response:
    story_id = request.path_params["id"]
    with database(request).reading() as db:
        view = views.story(db, story_id)
        moved = read.story_moved(db, story_id) if view is None else None
        own = layer.own(db, "story", [story_id])[story_id]
        told = read.story(db, story_id)
        members = () if told is None else told.article_ids
        fresh = reader.fresh(db, [story_id], reader.last_look(db, keeping.now())).get(story_id, [])
        hidden = layer.Hidden(reader.hidden(db))
    if moved is not None:
        return RedirectResponse(f"/story/{moved}", status_code=308)
    if view is None:
        return missing(request, "story", story_id)
    from rashomon.web import deciding

    keeping.looked(request, "seen", members)
    return render.page(
        "story.html", view=view, here="stories", one_year=view.one_year, own=own,
        fresh=frozenset(fresh), parted=hidden.parted,
        **deciding.about(request, view),
    )  # fmt: skip


def article(request: Request) -> Response:
    article_id = request.path_params["id"]
    query = request.query_params
    with database(request).reading() as db:
        notes = layer.notes(db, article_id)
        own = layer.own(db, "article", [article_id])[article_id]
        view = views.article(
            db,
            article_id,
            spans=places(query.get("s")),
            title_spans=places(query.get("t")),
            noted=layer.marks(notes),
            at=number(query.get("at"), 0) if "at" in query else None,
        )
    if view is None:
        return missing(request, "article", article_id)
    keeping.looked(request, "read", (article_id,))
    # Words that have a note already are not offered for another one.
    noted = {(n.words.start, n.words.end) for n in notes if n.words is not None}
    chosen = next((w for w in view.marked if (w.start, w.end) not in noted), None)
    return render.page("article.html", view=view, here="", notes=notes, own=own, chosen=chosen)


def name(request: Request) -> Response:
    name_id = request.path_params["id"]
    with database(request).reading() as db:
        view = views.name(db, name_id)
        hidden = layer.Hidden(reader.hidden(db))
    if view is None:
        return missing(request, "name", name_id)
    return render.page("name.html", view=view, here="", parted=hidden.parted, named=hidden.left_out)


def search(request: Request) -> Response:
    query = request.query_params.get("q", "")[:QUERY_CHARACTERS]
    with database(request).reading() as db:
        view = views.search(db, query, page=number(request.query_params.get("page"), 1))
        hidden = layer.Hidden(reader.hidden(db))
    link = urlencode({"q": query})
    return render.page(
        "search.html", view=view, here="", query=query, link=link, parted=hidden.parted
    )


def ask(request: Request) -> Response:
    question = request.query_params.get("q", "").strip()[:QUERY_CHARACTERS]
    with database(request).reading() as db:
        view = asking.ask(db, question) if question else None
        hidden = layer.Hidden(reader.hidden(db))
    return render.page("ask.html", view=view, here="ask", question=question, parted=hidden.parted)


def hints(request: Request) -> Response:
    """Names and outlets that begin with what is being typed, as JSON: [[kind, words], ...]."""
    asked = request.query_params.get("q", "")[:QUERY_CHARACTERS]
    with database(request).reading() as db:
        found = find.hints(db, asked)
    return JSONResponse(found, headers={"Cache-Control": "no-store"})


def left_out(request: Request) -> Response:
    with database(request).reading() as db:
        view = views.left_out(db, page=number(request.query_params.get("page"), 1))
    return render.page("left_out.html", view=view, here="left-out")


def original_page(request: Request) -> Response:
    page_id = request.path_params["id"]
    with database(request).reading() as db:
        view = views.page(db, page_id, at=number(request.query_params.get("at"), 0))
    if view is None:
        return missing(request, "page", page_id)
    return render.page("page.html", view=view, here="left-out")


def static(request: Request) -> Response:
    file = request.path_params["name"]
    if file not in _STATIC:
        return PlainTextResponse("There is no such file.\n", status_code=404)
    return Response(
        render.static_bytes(file),
        media_type=_TYPES[file.rpartition(".")[2]],
        headers={"Cache-Control": "public, max-age=31536000, immutable"},
    )


def missing(request: Request, kind: str, some_id: str) -> Response:
    """A 404 page that says what is not there, and what on the desk has an id like it."""
    with database(request).reading() as db:
        near = lookup.where_is(db, some_id) or lookup.where_is(db, some_id[:8])
    return render.page(
        "missing.html", status=404, kind=kind, some_id=some_id[:80], near=near, here=""
    )
