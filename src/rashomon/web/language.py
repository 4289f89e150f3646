"""Which language a page speaks: what the reader chose (a cookie), else what the browser asks for.

The API is a contract, and speaks English.
"""

from __future__ import annotations

from contextvars import ContextVar
from urllib.parse import quote

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rashomon import i18n
from rashomon.web.address import back_to
from rashomon.web.cookies import cookies_of
from rashomon.web.forms import Form

COOKIE = "rashomon-language"
_YEAR = 365 * 86_400

# The address of the page under way, which the choice of another language leads back to.
asked: ContextVar[str] = ContextVar("asked", default="/")


class Tongue:
    """ASGI middleware: speaks the reader's language while a request is answered."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(("/api/", "/static/")):
            await self.app(scope, receive, send)
            return
        spoken = language_of(scope)

        async def named(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.add_vary_header("Accept-Language")
                headers.add_vary_header("Cookie")
                if headers.get("content-type", "").startswith("text/"):
                    headers["Content-Language"] = spoken
            await send(message)

        token = asked.set(_address(scope) if scope["method"] == "GET" else "/")
        try:
            with i18n.speaking(spoken):
                await self.app(scope, receive, named)
        finally:
            asked.reset(token)


def language_of(scope: Scope) -> str:
    """The language of a request's cookie, else of its Accept-Language header, else English."""
    chosen = cookies_of(scope).get(COOKIE, "")
    if chosen in i18n.languages():
        return chosen
    return i18n.wanted(Headers(scope=scope).get("accept-language", ""))


def _address(scope: Scope) -> str:
    query = scope["query_string"].decode("latin-1")
    path = quote(scope["path"], safe="/:@!$&'()*+,;=~")
    return back_to(path + (f"?{query}" if query else ""), "/")


def choose(request: Request, form: Form) -> Response:
    """Keeps the reader's choice in a cookie, and shows the page again."""
    answer = RedirectResponse(back_to(form.one("back"), "/"), status_code=303)
    if (chosen := form.one("language")) in i18n.languages():
        answer.set_cookie(COOKIE, chosen, max_age=_YEAR, httponly=True, samesite="lax")
    else:
        answer.delete_cookie(COOKIE)
    return answer
