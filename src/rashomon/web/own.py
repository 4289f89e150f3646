"""The reader's own layer by form: keep, judge, note, hide; and the page that lists it all."""

from __future__ import annotations

import json
import sqlite3
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rashomon.errors import DeskError
from rashomon.i18n import gettext as _
from rashomon.i18n import mark
from rashomon.model import Article, Span
from rashomon.store import anchors, read, reader
from rashomon.views import reader as layer
from rashomon.views import words
from rashomon.web import pages, render
from rashomon.web.address import back_to, number
from rashomon.web.exporting import exported
from rashomon.web.forms import Form
from rashomon.web.keeping import keeper, now

_KEEP = {"saved": (0, 1), "read": (0, 1), "useful": (-1, 0, 1)}
BUSY = mark(
    "A build is writing to this desk just now. What you sent is kept here; try again in a moment."
)


def _no_article() -> str:
    return _("There is no such article on this desk.")


def _refused(form: Form, message: str, status: int, action: str = "") -> Response:
    again = status == 503
    return render.page(
        "refused.html", status=status, message=message, here="",
        kept=form.kept() if again else (), action=action, back=back_to(form.one("back")),
    )  # fmt: skip


def _busy(request: Request, form: Form, error: DeskError) -> Response:
    said = str(error)
    message = (
        _(BUSY) if "another" in said else _("This desk cannot be written: %(error)s.", error=said)
    )
    return _refused(form, message, 503, request.url.path)


def keep(request: Request, form: Form) -> Response:
    """Saves, judges or marks as read an article or story; `value` 0 takes it back."""
    kind, what, some_id = form.one("kind"), form.one("what"), form.one("id")
    value = {"-1": -1, "0": 0, "1": 1}.get(form.one("value"))
    if kind not in _KEEP or value not in _KEEP[kind] or what not in ("article", "story"):
        return _refused(form, _("That cannot be kept."), 422)
    try:
        with keeper(request).writing() as db:
            if not keep_one(db, kind, what, some_id, value):
                return _refused(
                    form,
                    _no_article()
                    if what == "article"
                    else _("There is no such story on this desk."),
                    404,
                )
    except DeskError as error:
        return _busy(request, form, error)
    return RedirectResponse(back_to(form.one("back")), status_code=303)


def keep_one(db: sqlite3.Connection, kind: str, what: str, some_id: str, value: int) -> bool:
    """Marks an article or a story; False where the desk has none of that id."""
    assert kind in ("saved", "read", "useful")
    # Each kind by its own name, for the type checker's sake.
    of: reader.MarkKind = "saved" if kind == "saved" else "read" if kind == "read" else "useful"
    if what == "article":
        article = read.article(db, some_id)
        if article is None and value:
            return False
        if article is None:
            reader.unmark(db, of, "article", some_id)
        else:
            reader.mark(db, of, [article], value, now())
        return True
    story = read.story(db, some_id)
    if story is None and value:
        return False
    if story is not None and of == "read":
        found = read.articles_by_id(db, story.article_ids)
        reader.mark(db, "read", found.values(), value, now())
    reader.mark_story(db, of, some_id, story.title if story else "", value, now())
    return True


def add_note(request: Request, form: Form) -> Response:
    """A note on words that the form quotes, or on the stretch that it names."""
    article_id, body = form.one("article"), form.one("body", reader.MOST_BODY)
    try:
        with keeper(request).writing() as db:
            article = read.article(db, article_id)
            if article is None:
                return _refused(form, _no_article(), 404)
            span = span_of(
                article, form.one("words", reader.MOST_WORDS), form.one("start"), form.one("end")
            )
            if span is None:
                return _refused(
                    form, _(
                        "These words do not stand in the article. Copy them from its text as they"
                        " are; the note was: %(note)s", note=body or _("empty"),
                    ), 422,
                )  # fmt: skip
            made = reader.note(article, span, body, now())
            reader.add_note(db, made)
    except DeskError as error:
        return _busy(request, form, error)
    place = f"s={made.start}-{made.end}"
    return RedirectResponse(
        f"{words.article_path(article_id)}?{place}#{quote(f'note-{made.id}')}", status_code=303
    )


def span_of(article: Article, quoted: str, start: str, end: str) -> Span | None:
    """The words that a note is on: the stretch, where it holds what is quoted; else the place of
    the quotation that is nearest to it."""
    first, last = number(start, -1), number(end, -1)
    inside = 0 <= first < last <= len(article.text)
    if inside and (not quoted or article.text[first:last].split() == quoted.split()):
        return Span(article.id, first, last)
    places = list(anchors.places_of(article.text, quoted))
    if not places:
        return None
    a, b = min(places, key=lambda p: abs(p[0] - first) if first >= 0 else p[0])
    return Span(article.id, a, b)


def change_note(request: Request, form: Form) -> Response:
    note_id = request.path_params["id"]
    try:
        with keeper(request).writing() as db:
            if form.one("do") == "delete":
                there = reader.remove_note(db, note_id)
            else:
                body = form.one("body", reader.MOST_BODY)
                there = reader.change_note(db, note_id, body, now())
    except DeskError as error:
        return _busy(request, form, error)
    if not there:
        return _refused(form, _("There is no such note on this desk."), 404)
    return RedirectResponse(back_to(form.one("back")), status_code=303)


def hide(request: Request, form: Form) -> Response:
    """Hides an outlet's name, or shows it again; stories stay where they are."""
    outlet = form.one("outlet", 300)
    if not outlet:
        return _refused(form, _("Name the outlet."), 422)
    try:
        with keeper(request).writing() as db:
            reader.hide(db, outlet, form.one("hide") == "1", now())
    except DeskError as error:
        return _busy(request, form, error)
    return RedirectResponse(back_to(form.one("back")), status_code=303)


def forget(request: Request, form: Form) -> Response:
    """Forgets what was seen and read."""
    try:
        with keeper(request).writing() as db:
            reader.forget_read(db)
    except DeskError as error:
        return _busy(request, form, error)
    return RedirectResponse("/notes", status_code=303)


def page(request: Request) -> Response:
    """All that the reader keeps on this desk."""
    with pages.database(request).reading() as db:
        view = layer.layer(db)
    return render.page("notes.html", view=view, here="notes")


def export(request: Request) -> Response:
    """What the reader made as one W3C annotation collection; `?seen=1` adds what was opened."""
    with pages.database(request).reading() as db:
        found = exported(db, seen=request.query_params.get("seen") == "1")
    return Response(
        json.dumps(found, ensure_ascii=False, indent=1).encode("utf-8", "replace"),
        media_type='application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
        headers={
            "Content-Disposition": 'attachment; filename="rashomon-notes.jsonld"',
            "Cache-Control": "no-store",
        },
    )
