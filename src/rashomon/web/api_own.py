"""The API of what a reader does: annotations and decisions."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from rashomon.errors import DeskError
from rashomon.interop import annotations as w3c
from rashomon.store import read, reader
from rashomon.views import decisions, to_json
from rashomon.views import reader as layer
from rashomon.web import deciding, own
from rashomon.web.api import BASE, answer
from rashomon.web.keeping import keeper, now
from rashomon.web.pages import database
from rashomon.web.problems import problem

_BUSY = "a build is writing to this desk; try again in a moment"


def _problem(request: Request, status: int, detail: str) -> Response:
    refused = problem(status, detail, instance=request.url.path)
    if status == 503:
        refused.headers["Retry-After"] = "10"
    return refused


def _text(value: dict[str, Any], name: str, most: int) -> str:
    found = value.get(name, "")
    text = found if isinstance(found, str) else ""
    return text.encode("utf-8", "replace").decode().replace("\x00", "")[:most]


def notes(request: Request) -> Response:
    """The whole layer, as W3C annotations."""
    with database(request).reading() as db:
        return answer(w3c.to_annotations(db))


def note(request: Request) -> Response:
    with database(request).reading() as db:
        found = reader.one_note(db, request.path_params["id"])
        views = layer.notes_of(db, [found]) if found else ()
    if not views:
        return _problem(request, 404, "no such note")
    return answer(to_json(views[0]))


def add_note(request: Request, value: dict[str, Any]) -> Response:
    """{article, words and/or start and end, body}; answers the annotation."""
    places = [value.get("start"), value.get("end")]
    start, end = (str(p) if isinstance(p, int) else "" for p in places)
    words = _text(value, "words", reader.MOST_WORDS)
    try:
        with keeper(request).writing() as db:
            article = read.article(db, _text(value, "article", 1_000))
            if article is None:
                return _problem(request, 404, "no such article")
            span = own.span_of(article, words, start, end)
            if span is None:
                return _problem(request, 422, "these words do not stand in the article")
            made = reader.note(article, span, _text(value, "body", reader.MOST_BODY), now())
            reader.add_note(db, made)
    except (DeskError, ValueError) as error:
        busy = isinstance(error, DeskError)
        return _problem(request, 503 if busy else 422, _BUSY if busy else str(error))
    created = answer(w3c.note(made), 201)
    created.headers["Location"] = f"{BASE}/annotations/{made.id}"
    return created


def change_note(request: Request, value: dict[str, Any]) -> Response:
    body = _text(value, "body", reader.MOST_BODY)
    return _changed(request, body)


def remove_note(request: Request) -> Response:
    return _changed(request, None)


def _changed(request: Request, body: str | None) -> Response:
    note_id = request.path_params["id"]
    try:
        with keeper(request).writing() as db:
            if body is None:
                there = reader.remove_note(db, note_id)
            else:
                there = reader.change_note(db, note_id, body, now())
    except DeskError:
        return _problem(request, 503, _BUSY)
    return Response(status_code=204) if there else _problem(request, 404, "no such note")


def decided(request: Request) -> Response:
    with database(request).reading() as db:
        view = decisions.decisions_of(db)
    return answer({"items": to_json(view.decisions)})


def decide(request: Request, value: dict[str, Any]) -> Response:
    """{kind, story, others | articles | to, number}, as the commands of the terminal."""
    command = _command(value)
    if command is None:
        return _problem(
            request, 422,
            "give a kind, and: merge story and others; split story and articles; move articles (one)"
            " and to; undo number",
        )  # fmt: skip
    decider: deciding.Decider = request.app.state.decider
    if decider.building():
        return _problem(request, 503, _BUSY)
    job = decider.start(command, "/decisions")
    if job is None:
        return _problem(request, 503, "another decision is still being laid over the desk")
    job.done.wait(deciding.PATIENCE)
    if not job.done.is_set():
        waiting = answer({"status": "under way"}, 202)
        waiting.headers["Location"] = f"{BASE}/decisions"
        return waiting
    if job.failure is not None or job.answer is None:
        return _problem(request, 422, job.failure or "it failed")
    with database(request).reading() as db:
        view = decisions.decision(db, int(job.answer["decision"]["number"]))
    return answer(to_json(view))


def _command(value: dict[str, Any]) -> list[str] | None:
    kind = value.get("kind")
    story, target = _text(value, "story", 1_000), _text(value, "to", 1_000)
    number = value.get("number")

    def several(name: str) -> list[str]:
        some = value.get(name)
        given = some if isinstance(some, list) else []
        return [i.replace("\x00", "") for i in given[:1_000] if isinstance(i, str) and i]

    others, articles = several("others"), several("articles")
    if kind == "merge" and story and others:
        return ["merge", story, *others]
    if kind == "split" and story and articles:
        return ["split", story, *articles]
    if kind == "move" and len(articles) == 1 and target:
        return ["move", articles[0], target]
    if kind == "undo" and isinstance(number, int) and 0 < number < 10**9:
        return ["undo", str(number)]
    return None
