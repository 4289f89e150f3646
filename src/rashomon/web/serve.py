"""Serving a desk: on this machine, or, with a token, at another of its addresses."""

from __future__ import annotations

import errno
import socket
import webbrowser
from pathlib import Path

import uvicorn

from rashomon.errors import RashomonError
from rashomon.store import Desk
from rashomon.web.access import new_token
from rashomon.web.app import create_app
from rashomon.web.render import compile_all
from rashomon.web.security import EVERYWHERE, HOSTS

PORT = 8765
_TRIES = 100


class PortTaken(RashomonError):
    """The port that was asked for cannot be listened on."""


def serve(
    desk_path: Path, host: str = "127.0.0.1", port: int | None = None, open_browser: bool = False
) -> None:
    """Serves until it is interrupted, and prints the address.

    Without `port` 8765 is taken, or the next free one. At an address that others can reach a token
    is made, which the printed address holds. Raises `PortTaken`, and `DeskError` where there is no
    desk.
    """
    Desk(desk_path).close()
    compile_all()
    token = None if host in HOSTS else new_token()
    listening = listen(host, port)
    address = address_of(host, listening) + (f"?token={token}" if token else "")
    config = uvicorn.Config(
        create_app(desk_path, host=host, token=token),
        log_level="warning",
        access_log=False,
        lifespan="off",
        server_header=False,
        timeout_graceful_shutdown=2,
    )
    server = _Server(config, address, open_browser)
    try:
        server.run(sockets=[listening])
    except KeyboardInterrupt:
        # Ctrl-C is how serving ends.
        pass
    finally:
        listening.close()


def listen(host: str, port: int | None) -> socket.socket:
    """A listening socket on `port`, or on the first free one from 8765 on."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    wanted = [port] if port is not None else [*range(PORT, PORT + _TRIES), 0]
    for one in wanted:
        # Named TCP, or asyncio leaves Nagle's delay of 40 ms on: it asks for the protocol's number.
        listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, one))
            listening.listen(128)
        except OSError as error:
            listening.close()
            if host not in HOSTS | EVERYWHERE and error.errno != errno.EADDRINUSE:
                reason = error.strerror or str(error)
                raise PortTaken(f"{host} is no address of this machine: {reason}") from error
            if port is not None:
                reason = error.strerror or str(error)
                raise PortTaken(f"port {port} cannot be used: {reason}") from error
            continue
        return listening
    raise PortTaken(f"no free port from {PORT} on")


def address_of(host: str, listening: socket.socket) -> str:
    port = listening.getsockname()[1]
    if host in EVERYWHERE:
        host = socket.gethostname()
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


class _Server(uvicorn.Server):
    """Says where it is once it answers there."""

    def __init__(self, config: uvicorn.Config, address: str, open_browser: bool) -> None:
        super().__init__(config)
        self.address = address
        self.open_browser = open_browser

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        if self.should_exit:
            return
        print(f"Reading room: {self.address}  (Ctrl-C ends it)", flush=True)
        if "?token=" in self.address:
            print(
                "Whoever has this address can read and change the desk; what is sent is not"
                " encrypted. The next start makes another token.",
                flush=True,
            )
        if self.open_browser:
            webbrowser.open(self.address)
