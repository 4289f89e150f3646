"""The description of the API: OpenAPI 3.1, made from the routes and the view types."""

from __future__ import annotations

from functools import cache
from typing import Any

from rashomon import __version__
from rashomon.views.article import ArticleView
from rashomon.views.ask import AskView
from rashomon.views.decisions import DecisionView
from rashomon.views.front import Card
from rashomon.views.listing import ArticleItem, NameItem, OutletItem, StatementItem
from rashomon.views.name import NameView
from rashomon.views.reader import NoteView
from rashomon.views.search import SearchView
from rashomon.views.story import StoryView
from rashomon.web.schema import Schema, Schemas

PROBLEM: Schema = {
    "type": "object",
    "description": "An error, as RFC 9457 has it.",
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string"},
    },
    "required": ["type", "title", "status", "detail"],
}
_TEXT: Schema = {"type": "string"}
_ID = {"name": "id", "in": "path", "required": True, "schema": _TEXT}


def _query(name: str, said: str, schema: Schema | None = None) -> dict[str, Any]:
    return {"name": name, "in": "query", "description": said, "schema": schema or _TEXT}


_PAGED = [
    _query("limit", "How many, 1 to 100.", {"type": "integer", "minimum": 1, "maximum": 100}),
    _query("cursor", "Where the page begins: of the `next` of the one before."),
]
_ASKED = _query("q", "What is asked for.")


@cache
def spec() -> dict[str, Any]:
    """The whole description."""
    schemas = Schemas()

    def answer(schema: Schema, said: str = "What was asked for.") -> dict[str, Any]:
        return {"description": said, "content": {"application/json": {"schema": schema}}}

    problem = {
        "description": "An error.",
        "content": {
            "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
        },
    }

    def get(
        said: str, schema: Schema, parameters: list[dict[str, Any]], *, missing: bool = False
    ) -> dict[str, Any]:
        answers = {"200": answer(schema), "default": problem}
        if missing:
            answers["404"] = problem
        return {"summary": said, "parameters": parameters, "responses": answers}

    def page(item: type) -> Schema:
        return {
            "type": "object",
            "properties": {
                "items": {"type": "array", "items": schemas.of(item)},
                "next": {"type": ["string", "null"], "description": "The address of what follows."},
            },
            "required": ["items", "next"],
            "additionalProperties": False,
        }

    def body(schema: Schema) -> dict[str, Any]:
        return {"required": True, "content": {"application/json": {"schema": schema}}}

    search: Schema = {
        "type": "object",
        "properties": {
            "found": schemas.of(SearchView),
            "next": {"type": ["string", "null"]},
        },
        "required": ["found", "next"],
        "additionalProperties": False,
    }
    note_in: Schema = {
        "type": "object",
        "properties": {
            "article": _TEXT,
            "words": {**_TEXT, "description": "Words of the article, as they stand there."},
            "start": {"type": "integer"},
            "end": {"type": "integer"},
            "body": _TEXT,
        },
        "required": ["article"],
    }
    decision_in: Schema = {
        "type": "object",
        "properties": {
            "kind": {"enum": ["merge", "split", "move", "undo"]},
            "story": _TEXT,
            "others": {"type": "array", "items": _TEXT},
            "articles": {"type": "array", "items": _TEXT},
            "to": _TEXT,
            "number": {"type": "integer"},
        },
        "required": ["kind"],
    }
    collection: Schema = {
        "type": "object",
        "description": "A W3C AnnotationCollection.",
        "properties": {"type": {"const": "AnnotationCollection"}, "total": {"type": "integer"}},
        "required": ["@context", "id", "type", "total", "first"],
    }
    annotation: Schema = {
        "type": "object",
        "description": "A W3C Annotation.",
        "properties": {"type": {"const": "Annotation"}, "id": _TEXT},
        "required": ["id", "type", "motivation", "target"],
    }
    done = {"204": {"description": "Done."}, "default": problem}
    paths: dict[str, Any] = {
        "/stories": {"get": get("Stories, the foremost first.", page(Card), _PAGED)},
        "/stories/{id}": {"get": get("One story.", schemas.of(StoryView), [_ID], missing=True)},
        "/articles": {
            "get": get(
                "Articles, the last that came first.", page(ArticleItem),
                [*_PAGED, _query("outlet", "The outlet’s name.")],
            )
        },
        "/articles/{id}": {"get": get("One article.", schemas.of(ArticleView), [_ID], missing=True)},
        "/statements": {
            "get": get(
                "Statements that the desk states, the last that were found first.",
                page(StatementItem),
                [*_PAGED, _query("article", "Its id."), _query("story", "Its id."),
                 _query("name", "The id of the speaker’s name."),
                 _query("less_sure", "1 for all, with those that the program is less sure of.")],
            )
        },
        "/names": {
            "get": get(
                "Names by their canonical form.", page(NameItem),
                [*_PAGED, _query("start", "What the form begins with."),
                 _query("type", "person, place or organisation.")],
            )
        },
        "/names/{id}": {"get": get("One name.", schemas.of(NameView), [_ID], missing=True)},
        "/outlets": {"get": get("Outlets by name.", page(OutletItem), _PAGED)},
        "/search": {
            "get": get("Articles and statements that hold all words.", search, [_ASKED, _PAGED[1]])
        },
        "/ask": {"get": get("Passages that answer a question.", schemas.of(AskView), [_ASKED])},
        "/annotations": {
            "get": get("The reader’s own layer.", collection, []),
            "post": {
                "summary": "A note on words of an article.",
                "requestBody": body(note_in),
                "responses": {"201": answer(annotation, "The note."), "default": problem},
            },
        },
        "/annotations/{id}": {
            "get": get("One note.", schemas.of(NoteView), [_ID], missing=True),
            "put": {
                "summary": "Another text for a note.",
                "parameters": [_ID],
                "requestBody": body({"type": "object", "properties": {"body": _TEXT}}),
                "responses": done,
            },
            "delete": {"summary": "Deletes a note.", "parameters": [_ID], "responses": done},
        },
        "/decisions": {
            "get": get(
                "The reader’s decisions on stories, the newest first.",
                {
                    "type": "object",
                    "properties": {"items": {"type": "array", "items": schemas.of(DecisionView)}},
                    "required": ["items"],
                },
                [],
            ),
            "post": {
                "summary": "Merge, split, move or undo.",
                "requestBody": body(decision_in),
                "responses": {
                    "200": answer(schemas.of(DecisionView), "It is laid over the desk."),
                    "202": {"description": "It is being laid over the desk; see /decisions."},
                    "default": problem,
                },
            },
        },
    }  # fmt: skip
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Rashomon",
            "version": __version__,
            "description": "The desk for programs: the same views as its pages. Offsets are Unicode"
            " code points, end-exclusive.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/api/v1"}],
        "security": [{}, {"token": []}],
        "paths": paths,
        "components": {
            "schemas": {"Problem": PROBLEM, **dict(sorted(schemas.found.items()))},
            "securitySchemes": {
                "token": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "Only where the desk is served beyond its own machine.",
                }
            },
        },
    }
