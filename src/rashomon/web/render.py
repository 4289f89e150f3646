"""Templates: Jinja2 with everything escaped."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from rashomon.views import words
from rashomon.views.agreed import OPEN_POINTS
from rashomon.views.article import OPEN_OTHERS
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
        count=words.count,
        reading_words=words,
        static=static_address,
        OPEN_DIFFERENCES=OPEN_DIFFERENCES,
        OPEN_OTHERS=OPEN_OTHERS,
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
    return env


@cache
def static_bytes(name: str) -> bytes:
    return (resources.files("rashomon.web") / "static" / name).read_bytes()


@cache
def static_address(name: str) -> str:
    """A static file's address, which changes with its bytes: it may be kept for ever."""
    return f"/static/{name}?v={hashlib.blake2b(static_bytes(name), digest_size=6).hexdigest()}"


def page(template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    values.setdefault("form_token", form_token.get())
    text = environment().get_template(template).render(**values)
    # Lone surrogates, which a broken page may hold, have no UTF-8.
    headers = {"Cache-Control": "no-cache"}
    return HTMLResponse(text.encode("utf-8", "replace"), status_code=status, headers=headers)
