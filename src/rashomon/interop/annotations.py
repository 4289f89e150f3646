"""The reader's own layer as W3C Web Annotations (Recommendation of 23 February 2017), both ways.

A note is an annotation with motivation "commenting", what was saved "bookmarking", a judgement
"assessing", what was read "tagging"; an outlet that was hidden is a target of "moderating". The
target of an article is its own address where it has one, else a name within the desk; the words
are a TextQuoteSelector. What the standard has no word for stands under "rashomon:".
"""

from __future__ import annotations

import sqlite3
from typing import Any
from urllib.parse import quote, unquote

from rashomon.model import content_id
from rashomon.store import anchors, read, reader
from rashomon.store.reader import MarkKind, Note

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"rashomon": "urn:rashomon:"}]
_ARTICLE, _STORY, _OUTLET = "urn:rashomon:article:", "urn:rashomon:story:", "urn:rashomon:outlet:"
_MOTIVES = {"saved": "bookmarking", "useful": "assessing", "read": "tagging", "seen": "tagging"}
Json = dict[str, Any]


def to_annotations(db: sqlite3.Connection) -> Json:
    """The whole layer as an AnnotationCollection with one page."""
    items = [note(n) for n in reader.notes(db)]
    items += [mark(m) for m in reader.all_marks(db)]
    hidden = db.execute("SELECT * FROM reader_hidden ORDER BY outlet")
    items += [_hidden(row["outlet"], row["made_at"]) for row in hidden]
    return {
        "@context": CONTEXT,
        "id": "urn:rashomon:notes",
        "type": "AnnotationCollection",
        "label": "A reader's notes and marks on a Rashomon desk",
        "total": len(items),
        "first": {
            "id": "urn:rashomon:notes:1",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }


def note(value: Note) -> Json:
    """One note; without context, as an item of a page has it."""
    target = _source(value.url, value.article_id)
    target["selector"] = {
        "type": "TextQuoteSelector",
        "exact": value.exact,
        "prefix": value.prefix,
        "suffix": value.suffix,
    }
    target |= {
        "rashomon:article": value.article_id,
        "rashomon:field": value.field,
        # Not a TextPositionSelector: it counts in the desk's text, not in the page at the address.
        "rashomon:start": value.start,
        "rashomon:end": value.end,
        "rashomon:text": value.text_hash,
        "rashomon:page": value.page_id,
        "rashomon:outlet": value.outlet,
        "rashomon:title": value.title,
    }
    return {
        "id": f"urn:uuid:{value.id}",
        "type": "Annotation",
        "motivation": "commenting",
        "created": value.made_at,
        "modified": value.changed_at,
        "body": {"type": "TextualBody", "value": value.body, "format": "text/plain"},
        "target": target,
    }


def mark(value: reader.Mark) -> Json:
    """One mark; of an article with what finds it again."""
    if value.what == "story":
        target: Json = {"source": _STORY + quote(value.id, safe="")}
    else:
        target = _source(value.url, value.id)
        target["rashomon:article"] = value.id
        target["rashomon:text"] = value.text_hash
        target["rashomon:outlet"] = value.outlet
    target["rashomon:title"] = value.title
    found: Json = {
        "id": "urn:rashomon:mark:" + content_id(value.kind, value.what, value.id),
        "type": "Annotation",
        "motivation": _MOTIVES[value.kind],
        "created": value.made_at,
        "target": {"type": "SpecificResource"} | target,
    }
    if value.kind == "useful":
        said = "useful" if value.value > 0 else "not useful"
        found["body"] = {"type": "TextualBody", "value": said, "purpose": "assessing"}
    elif value.kind != "saved":
        found["body"] = {"type": "TextualBody", "value": value.kind, "purpose": "tagging"}
    return found


def _hidden(outlet: str, made_at: str) -> Json:
    return {
        "id": "urn:rashomon:mark:" + content_id("hidden", outlet),
        "type": "Annotation",
        "motivation": "moderating",
        "created": made_at,
        "body": {"type": "TextualBody", "value": "hidden", "purpose": "moderating"},
        "target": _OUTLET + quote(outlet, safe=""),
    }


def _source(url: str | None, article_id: str) -> Json:
    known = url if url and url.startswith(("https://", "http://")) else None
    return {
        "type": "SpecificResource",
        "source": known or _ARTICLE + quote(article_id, safe=""),
    }


def from_annotations(db: sqlite3.Connection, value: Json) -> tuple[int, int]:
    """Takes a collection, a page or one annotation of `to_annotations` into the desk, within a
    transaction; (how many were taken, how many are none that a desk can hold).

    What is there already is replaced. Articles that the desk does not have wait for it.
    """
    taken = left = 0
    for item in _items(value):
        try:
            good = _take(db, item)
        except (KeyError, TypeError, ValueError, AttributeError):
            good = False
        taken, left = taken + good, left + (not good)
    anchors.settle(db)
    return taken, left


def _items(value: Json) -> list[Json]:
    kind = value.get("type")
    if kind == "AnnotationCollection":
        first = value.get("first")
        return _items(first) if isinstance(first, dict) else []
    if kind == "AnnotationPage":
        items = value.get("items")
        return [i for i in items if isinstance(i, dict)] if isinstance(items, list) else []
    return [value]


def _take(db: sqlite3.Connection, item: Json) -> bool:
    made = _text(item["created"])
    motive, target = item["motivation"], item["target"]
    if isinstance(target, str):
        if motive != "moderating" or not target.startswith(_OUTLET):
            return False
        reader.hide(db, unquote(target.removeprefix(_OUTLET)), True, made)
        return True
    source = _text(target["source"])
    if motive == "commenting":
        return _take_note(db, item, target, source, made)
    body = item.get("body") or {}
    said = body.get("value", "saved")
    kind: MarkKind = "useful" if motive == "assessing" else "saved"
    if motive == "tagging" and said in ("read", "seen"):
        kind = said
    elif motive not in ("bookmarking", "assessing"):
        return False
    sign = -1 if said == "not useful" else 1
    title = _text(target.get("rashomon:title") or "")
    if source.startswith(_STORY):
        story = unquote(source.removeprefix(_STORY))
        reader.mark_story(db, kind, story, title, sign, made)
        return True
    article_id = _text(target["rashomon:article"])
    article = read.article(db, article_id)
    if article is not None:
        reader.mark(db, kind, [article], sign, made)
        return True
    db.execute(
        "INSERT OR REPLACE INTO reader_marks VALUES (?, 'article', ?, ?, ?, ?, NULL, ?, ?, ?)",
        (
            kind, article_id, sign, target.get("rashomon:text"), _url(source),
            target.get("rashomon:outlet"), title, made,
        ),
    )  # fmt: skip
    return True


def _take_note(db: sqlite3.Connection, item: Json, target: Json, source: str, made: str) -> bool:
    selector = target["selector"]
    exact = _text(selector["exact"])[: reader.MOST_WORDS]
    start = int(target.get("rashomon:start", 0))
    if not exact.strip() or start < 0:
        return False
    article_id = _text(target.get("rashomon:article") or source)
    value = Note(
        _text(item["id"]).removeprefix("urn:uuid:")[:64], article_id,
        "title" if target.get("rashomon:field") == "title" else "text",
        start, int(target.get("rashomon:end", start + len(exact))), exact,
        _text(selector.get("prefix", "")), _text(selector.get("suffix", "")),
        _text(target.get("rashomon:text") or ""), _url(source), target.get("rashomon:page"),
        target.get("rashomon:outlet"), target.get("rashomon:title"),
        _text(item["body"]["value"])[: reader.MOST_BODY], made,
        _text(item.get("modified", made)),
    )  # fmt: skip
    reader.add_note(db, value)
    return True


def _url(source: str) -> str | None:
    return source if source.startswith(("https://", "http://")) else None


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("text is expected")
    return value.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")
