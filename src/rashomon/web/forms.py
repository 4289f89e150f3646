"""Requests that change something: only from this desk's own pages, or from a program.

Three things stand against forged requests. The browser's own word on where a request comes from
(Sec-Fetch-Site, Origin) must be this desk; a form must carry a token that is bound to the cookie
of the browser that it was sent to; and that cookie is not sent along from other sites.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rashomon.i18n import gettext as _
from rashomon.i18n import mark
from rashomon.web import problems
from rashomon.web.cookies import cookies_of, same

COOKIE = "rashomon-seat"
FIELD = "token"
# Bytes of a form or a JSON body: a note of many pages, and no more.
MOST_BYTES = 262_144
MOST_FIELDS = 2_000
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})

# The token that forms of the page under way carry.
form_token: ContextVar[str] = ContextVar("form_token", default="")


class Seats:
    """ASGI middleware: gives each browser a seat (a cookie), and refuses what comes from other
    sites."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.secret = secrets.token_bytes(32)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if scope["method"] not in _SAFE and (reason := foreign(Headers(scope=scope))):
            refused: Response = (
                problems.problem(403, reason)
                if scope["path"].startswith("/api/")
                else PlainTextResponse(_refusal(reason), 403)
            )
            await refused(scope, receive, send)
            return
        seat = cookies_of(scope).get(COOKIE, "")
        given = ""
        if not _is_seat(seat):
            seat = given = secrets.token_hex(16)
        digest = hmac.new(self.secret, seat.encode(), hashlib.sha256).hexdigest()
        scope.setdefault("state", {})["form_token"] = digest
        scope["state"]["seated"] = not given
        form_token.set(digest)

        async def seated(message: Message) -> None:
            if message["type"] == "http.response.start" and given:
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    cookie = f"{COOKIE}={given}; Path=/; HttpOnly; SameSite=Strict"
                    headers.append("set-cookie", cookie)
            await send(message)

        await self.app(scope, receive, seated)


def foreign(headers: Headers) -> str | None:
    """Why a request that changes something is taken for one of another site; None if it is not."""
    site = headers.get("sec-fetch-site")
    if site is not None and site != "same-origin":
        return mark("this request comes from another site")
    origin = headers.get("origin")
    if origin is None:
        return None
    try:
        parts = urlsplit(origin)
        own = parts.scheme in ("http", "https") and parts.netloc.lower() == headers["host"].lower()
    except (ValueError, KeyError):
        own = False
    return None if own else mark("this request comes from another site")


def _refusal(reason: str) -> str:
    return _("Refused: %(reason)s. Nothing was changed.", reason=_(reason)) + "\n"


def _is_seat(value: str) -> bool:
    return len(value) == 32 and all(c in "0123456789abcdef" for c in value)


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a form, in their order."""

    fields: tuple[tuple[str, str], ...]

    def one(self, name: str, most: int = 4_000) -> str:
        """The first value of a field, stripped and cut; "" where there is none."""
        return next((v for n, v in self.fields if n == name), "").strip()[:most]

    def all(self, name: str) -> list[str]:
        return [v for n, v in self.fields if n == name and v]

    def kept(self) -> list[tuple[str, str]]:
        """The fields without the token: what a form that is shown again holds."""
        return [(n, v) for n, v in self.fields if n != FIELD]


async def _body(request: Request) -> bytes:
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > MOST_BYTES:
            raise HTTPException(413, _("that is more than a form may hold"))
        parts.append(part)
    return b"".join(parts)


def posted(
    handler: Callable[[Request, Form], Response],
) -> Callable[[Request], Awaitable[Response]]:
    """A handler of a form, which is read and whose token is checked; runs in a thread."""

    async def handle(request: Request) -> Response:
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != "application/x-www-form-urlencoded":
            raise HTTPException(415, _("a form is sent as application/x-www-form-urlencoded"))
        body = (await _body(request)).decode("utf-8", "replace")
        try:
            fields = parse_qsl(body, keep_blank_values=True, max_num_fields=MOST_FIELDS)
        except ValueError as error:
            raise HTTPException(413, _("that form has too many fields")) from error
        # NUL and lone surrogates have no place in a desk.
        form = Form(tuple((n, v.replace("\x00", "")) for n, v in fields))
        if not same(form.one(FIELD), request.state.form_token):
            raise HTTPException(
                403, _("This form is older than the desk’s last start. Open the page again.")
            )
        return await run_in_threadpool(handler, request, form)

    return handle


def sent(
    handler: Callable[[Request, dict[str, Any]], Response],
) -> Callable[[Request], Awaitable[Response]]:
    """A handler of a JSON object. Another site cannot send that type without being asked first."""

    async def handle(request: Request) -> Response:
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind not in ("application/json", "application/ld+json"):
            raise HTTPException(415, "send application/json")
        try:
            value = json.loads((await _body(request)).decode("utf-8"))
        except (ValueError, RecursionError) as error:
            raise HTTPException(400, "the body is not JSON") from error
        if not isinstance(value, dict):
            raise HTTPException(400, "the body is not a JSON object")
        return await run_in_threadpool(handler, request, value)

    return handle
