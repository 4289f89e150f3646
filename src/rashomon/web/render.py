"""Templates: Jinja2 with everything escaped, in the language that is spoken."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.responses import HTMLResponse

from rashomon import i18n
from rashomon.views import dates, words
from rashomon.views.agreed import OPEN_POINTS
from rashomon.views.article import OPEN_NOTES, OPEN_OTHERS
from rashomon.views.reader import Hidden
from rashomon.views.stored import English
from rashomon.views.story import (
    MOST_ALSO,
    OPEN_COPIES,
    OPEN_DIFFERENCES,
    OPEN_NAMES,
    OPEN_SAYINGS,
    OPEN_SENTENCES,
    OPEN_SIDES,
    OPEN_SPEAKERS,
    OPEN_TELLINGS,
)
from rashomon.web.forms import form_token
from rashomon.web.language import asked

_NONE_HIDDEN = Hidden()


@cache
def environment() -> Environment:
    env = Environment(
        loader=PackageLoader("rashomon.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals.update(
        _=said,
        pgettext=said_of,
        ngettext=said_many,
        number=i18n.number,
        listed=i18n.listed,
        quote=quote,
        left_english=left_english,
        count=words.count,
        reading_words=words,
        static=static_address,
        OPEN_DIFFERENCES=OPEN_DIFFERENCES,
        OPEN_OTHERS=OPEN_OTHERS,
        OPEN_NOTES=OPEN_NOTES,
        OPEN_SIDES=OPEN_SIDES,
        OPEN_COPIES=OPEN_COPIES,
        MOST_ALSO=MOST_ALSO,
        OPEN_POINTS=OPEN_POINTS,
        OPEN_SPEAKERS=OPEN_SPEAKERS,
        OPEN_SAYINGS=OPEN_SAYINGS,
        OPEN_NAMES=OPEN_NAMES,
        OPEN_TELLINGS=OPEN_TELLINGS,
        OPEN_SENTENCES=OPEN_SENTENCES,
    )
    env.filters["lang"] = lang_of
    env.filters["day"] = dates.said
    return env


def compile_all() -> None:
    """Compiles all templates, some half a second in all, so that no reader waits for the first page."""
    env = environment()
    for name in env.list_templates(extensions=["html"]):
        env.get_template(name)


def said(message: str, **values: object) -> str:
    """A message with its places filled: with text, or with markup that a template made."""
    if not values:
        return i18n.gettext(message)
    if any(hasattr(value, "__html__") for value in values.values()):
        return Markup(escape(i18n.gettext(message))) % values
    return i18n.gettext(message, **values)


def said_of(context: str, message: str, **values: object) -> str:
    if any(hasattr(value, "__html__") for value in values.values()):
        return Markup(escape(i18n.pgettext(context, message))) % values
    return i18n.pgettext(context, message, **values)


def said_many(one: str, many: str, count: int, **values: object) -> str:
    if any(hasattr(value, "__html__") for value in values.values()):
        kept = {name: f"%({name})s" for name in values}
        return Markup(escape(i18n.ngettext(one, many, count, **kept))) % values
    return i18n.ngettext(one, many, count, **values)


def quote(text: object) -> str:
    """`text` within the language's quotation marks."""
    return said("“%(words)s”", words=text)


@cache
def _lang(code: str | None, spoken: str) -> Markup:
    return Markup("") if code == spoken else Markup(' lang="{}"').format(code or "")


def lang_of(code: str | None) -> Markup:
    """The attribute for words of a text, where they are not of the page's language; an empty one
    says that their language is not known."""
    return _lang(code, i18n.language())


def left_english(text: str) -> Markup:
    """The attribute for words of a stage that were left in English."""
    return Markup(' lang="en"') if isinstance(text, English) else Markup("")


@cache
def static_bytes(name: str) -> bytes:
    return (resources.files("rashomon.web") / "static" / name).read_bytes()


@cache
def static_address(name: str) -> str:
    """A static file's address, which changes with its bytes: it may be kept for ever."""
    return f"/static/{name}?v={hashlib.blake2b(static_bytes(name), digest_size=6).hexdigest()}"


def page(template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    values.setdefault("form_token", form_token.get())
    values.setdefault("parted", _NONE_HIDDEN.parted)
    text = (
        environment()
        .get_template(template)
        .render(
            language=i18n.language(),
            direction=i18n.direction(),
            languages=i18n.languages(),
            asked=asked.get(),
            **values,
        )
    )
    # Lone surrogates, which a broken page may hold, have no UTF-8.
    headers = {"Cache-Control": "no-cache"}
    return HTMLResponse(text.encode("utf-8", "replace"), status_code=status, headers=headers)
