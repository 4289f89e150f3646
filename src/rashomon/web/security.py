"""What every answer carries, and under which names this machine may be asked."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rashomon.i18n import gettext as _

HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})
# Addresses that mean every address of this machine.
EVERYWHERE = frozenset({"0.0.0.0", "::"})
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    # Not "no-referrer": browsers then send "Origin: null" with this desk's own forms.
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def host_of(value: str) -> str | None:
    """The name in a Host header, in lower case; None for what is no such header."""
    try:
        parts = urlsplit(f"//{value}")
        # Raises ValueError for a port that is none.
        int(parts.port or 0)
    except ValueError:
        return None
    # Also where nothing follows the sign, as in "u@localhost" or "localhost/".
    if any(sign in value for sign in "@/?#\\") or not parts.hostname:
        return None
    return parts.hostname


def host_allowed(host: str) -> bool:
    """Whether a Host header names this machine: against pages that rebind their DNS name to it."""
    return host_of(host) in HOSTS


def names_of(host: str) -> Callable[[str], bool]:
    """Which Host headers a desk that is served at `host` answers to.

    Loopback: this machine's own names. Another address: that one, too. Every address of the
    machine: any IP address, which no DNS name can be rebound from, and the machine's own name.
    """
    if host in HOSTS:
        return host_allowed
    own = {host.lower()}
    if host in EVERYWHERE:
        named = socket.gethostname().lower()
        own = {named, f"{named}.local"}

    def allowed(value: str) -> bool:
        asked = host_of(value)
        if asked is None:
            return False
        return asked in HOSTS or asked in own or (host in EVERYWHERE and _is_ip(asked))

    return allowed


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


class Guard:
    """ASGI middleware: refuses foreign Host headers, adds the security headers to every answer."""

    def __init__(self, app: ASGIApp, allowed: Callable[[str], bool] = host_allowed) -> None:
        self.app = app
        self.allowed = allowed

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

        if not self.allowed(Headers(scope=scope).get("host", "")):
            refusal = PlainTextResponse(
                _(
                    "This desk does not answer under that name: open it at the address that"
                    " `rashomon serve` printed."
                )
                + "\n",
                status_code=421,
            )
            await refusal(scope, receive, guarded)
            return
        await self.app(scope, receive, guarded)
