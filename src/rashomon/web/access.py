"""Who may ask a desk that is served beyond this machine: those who have its token.

The token is made at start and printed. A browser shows it once, in the address, and has a cookie
from then on; a program sends it as `Authorization: Bearer TOKEN`.
"""

from __future__ import annotations

import hashlib
import secrets
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from rashomon.web import problems, render
from rashomon.web.cookies import cookies_of, same

COOKIE = "rashomon-key"
# Days that a browser stays let in; a desk that is started anew has a new token.
_DAYS = 30


def new_token() -> str:
    """A token of 192 random bits."""
    return secrets.token_urlsafe(24)


class Access:
    """ASGI middleware: lets in who has `token`; lets everybody in where there is none."""

    def __init__(self, app: ASGIApp, token: str | None = None) -> None:
        self.app = app
        self.token = token
        # What the cookie holds does not give the token away.
        self.key = "" if token is None else hashlib.sha256(f"key {token}".encode()).hexdigest()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        # The page that asks for the token has a style; there is nothing of the desk in it.
        free = scope["type"] != "http" or scope["path"].startswith("/static/")
        if free or self.token is None or self._known(scope):
            await self.app(scope, receive, send)
            return
        await self._answer(scope)(scope, receive, send)

    def _known(self, scope: Scope) -> bool:
        assert self.token is not None
        scheme, _, given = Headers(scope=scope).get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and same(given.strip(), self.token):
            return True
        return same(cookies_of(scope).get(COOKIE, ""), self.key)

    def _answer(self, scope: Scope) -> Response:
        """Who shows the token in the address gets the cookie and the address without it."""
        assert self.token is not None
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        shown = [value for name, value in query if name == "token"]
        if scope["method"] == "GET" and shown and same(shown[0], self.token):
            rest = urlencode([(name, value) for name, value in query if name != "token"])
            path = scope.get("raw_path", b"/").decode("latin-1").split("?")[0]
            # "//host" would lead elsewhere.
            address = "/" + path.lstrip("/\\") + (f"?{rest}" if rest else "")
            answer: Response = RedirectResponse(address, status_code=303)
            answer.set_cookie(
                COOKIE, self.key, max_age=_DAYS * 86_400, httponly=True, samesite="strict"
            )
            return answer
        if scope["path"].startswith("/api/"):
            refused = problems.problem(401, "this desk asks for its token")
            refused.headers["WWW-Authenticate"] = 'Bearer realm="rashomon"'
            return refused
        return render.page("locked.html", status=401, here="")
