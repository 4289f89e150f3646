"""Ports and addresses of serving."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from rashomon.errors import DeskError, NotADesk
from rashomon.web.render import compile_all, environment
from rashomon.web.serve import PortTaken, address_of, listen, serve


def test_a_port_that_was_asked_for_and_is_taken_is_an_error() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(PortTaken, match=f"port {port} cannot be used"):
            listen("127.0.0.1", port)


def test_without_a_port_the_next_free_one_is_taken() -> None:
    with listen("127.0.0.1", None) as first, listen("127.0.0.1", None) as second:
        assert first.getsockname()[1] != second.getsockname()[1]
        assert address_of("127.0.0.1", first).startswith("http://127.0.0.1:")


@pytest.mark.parametrize("host", ["203.0.113.9", "no-such-host.invalid", "2001:db8::1"])
def test_an_address_that_is_not_this_machines_is_said(host: str) -> None:
    with pytest.raises(PortTaken, match="no address of this machine"):
        listen(host, None)


def test_every_address_of_the_machine_is_named_by_the_machine(tmp_path: Path) -> None:
    with listen("0.0.0.0", 0) as listening:
        assert address_of("0.0.0.0", listening).startswith(f"http://{socket.gethostname()}:")


def test_serving_asks_for_a_desk(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="there is no desk here"):
        serve(tmp_path / "none.db")
    other = tmp_path / "other.db"
    other.write_bytes(b"no desk at all, but words" * 100)
    with pytest.raises(NotADesk):
        serve(other)


def test_answers_are_sent_without_delay() -> None:
    """asyncio turns Nagle's algorithm off for sockets that say that they are TCP, and no others."""
    with listen("127.0.0.1", 0) as listening:
        assert listening.proto == socket.IPPROTO_TCP


def test_no_reader_waits_for_a_template_to_be_compiled() -> None:
    compile_all()
    env = environment()
    assert env.cache is not None
    held = {name for _, name in env.cache}
    assert held >= set(env.list_templates(extensions=["html"]))
