"""What every answer carries, and who may ask: this machine only."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def host_allowed(host: str) -> bool:
    """Whether a Host header names this machine: against pages that rebind their DNS name to it."""
    try:
        parts = urlsplit(f"//{host}")
        # Raises ValueError for a port that is none.
        _ = parts.port
    except ValueError:
        return False
    return parts.hostname in HOSTS and not parts.username and not parts.path and not parts.query


class Guard:
    """ASGI middleware: refuses foreign Host headers, adds the security headers to every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        if not host_allowed(Headers(scope=scope).get("host", "")):
            refusal = PlainTextResponse(
                "This desk answers on this machine only: open it as localhost or 127.0.0.1.\n",
                status_code=421,
            )
            await refusal(scope, receive, guarded)
            return
        await self.app(scope, receive, guarded)
