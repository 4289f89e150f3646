"""Who is let in, and which requests may change something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.datastructures import Headers
from starlette.testclient import TestClient

from rashomon.web.access import COOKIE, new_token
from rashomon.web.app import create_app
from rashomon.web.forms import foreign
from rashomon.web.security import host_of, names_of

TOKEN = "a-token-of-this-test"


@pytest.fixture(scope="module")
def open_client(desk_ids: dict[str, str]) -> Iterator[TestClient]:
    app = create_app(Path(desk_ids["path"]))
    with TestClient(app, base_url="http://127.0.0.1", follow_redirects=False) as made:
        yield made


@pytest.fixture
def locked(desk_ids: dict[str, str]) -> Iterator[TestClient]:
    app = create_app(Path(desk_ids["path"]), host="192.0.2.7", token=TOKEN)
    with TestClient(app, base_url="http://192.0.2.7", follow_redirects=False) as made:
        yield made


def test_tokens_are_long_and_never_the_same() -> None:
    made = {new_token() for _ in range(50)}
    assert len(made) == 50
    assert min(map(len, made)) >= 32


def test_without_the_token_nothing_is_shown(locked: TestClient, desk_ids: dict[str, str]) -> None:
    for path in ("/", f"/story/{desk_ids['dam']}", "/notes", "/?token=", "/?token=no"):
        answer = locked.get(path)
        assert answer.status_code == 401, path
        assert "dam" not in answer.text
        assert "set-cookie" not in answer.headers or COOKIE not in answer.headers["set-cookie"]
    assert locked.get("/static/rashomon.css").status_code == 200
    api = locked.get("/api/v1/stories")
    assert api.status_code == 401
    assert api.headers["content-type"] == "application/problem+json"
    assert api.headers["www-authenticate"].startswith("Bearer")
    assert locked.get("/api/v1/stories", headers={"Authorization": "Bearer no"}).status_code == 401
    assert locked.post("/decisions/undo", data={"number": "1"}).status_code == 401


def test_the_token_in_the_address_becomes_a_cookie(
    locked: TestClient, desk_ids: dict[str, str]
) -> None:
    answer = locked.get(f"/story/{desk_ids['dam']}?x=1&token={TOKEN}&y=a%26b")
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/story/{desk_ids['dam']}?x=1&y=a%26b"
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert TOKEN not in cookie
    assert locked.get("/").status_code == 200


@pytest.mark.parametrize(
    "path", ["//elsewhere.example/x", "/%5Celsewhere.example", "/\\\\e.example"]
)
def test_the_token_leads_nowhere_else(locked: TestClient, path: str) -> None:
    answer = locked.get(f"http://192.0.2.7{path}?token={TOKEN}")
    assert answer.status_code == 303
    assert not answer.headers["location"].startswith(("//", "/\\"))
    assert answer.headers["location"].startswith("/")


def test_a_program_sends_the_token_as_bearer(locked: TestClient) -> None:
    answer = locked.get("/api/v1/stories", headers={"Authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("host", "asked", "answers"),
    [
        ("127.0.0.1", "localhost:8765", True),
        ("127.0.0.1", "192.0.2.7", False),
        ("192.0.2.7", "192.0.2.7:8765", True),
        ("192.0.2.7", "127.0.0.1", True),
        ("192.0.2.7", "192.0.2.8", False),
        ("192.0.2.7", "192.0.2.7.elsewhere.example", False),
        ("desk.example", "DESK.example:80", True),
        ("0.0.0.0", "198.51.100.3:8765", True),
        ("0.0.0.0", "[2001:db8::5]:8765", True),
        ("0.0.0.0", "elsewhere.example", False),
        ("::", "elsewhere.example", False),
        ("0.0.0.0", "", False),
    ],
)
def test_hosts_that_a_desk_answers_to(host: str, asked: str, answers: bool) -> None:
    assert names_of(host)(asked) is answers


@pytest.mark.parametrize("broken", ["u@localhost", "localhost/x", "localhost?x", "a:b", "", "["])
def test_what_is_no_host_has_no_name(broken: str) -> None:
    assert host_of(broken) is None


@pytest.mark.parametrize(
    ("headers", "is_foreign"),
    [
        ({"host": "localhost:8765"}, False),
        ({"host": "localhost:8765", "origin": "http://localhost:8765"}, False),
        ({"host": "localhost:8765", "sec-fetch-site": "same-origin"}, False),
        ({"host": "localhost:8765", "sec-fetch-site": "same-site"}, True),
        ({"host": "localhost:8765", "sec-fetch-site": "cross-site"}, True),
        ({"host": "localhost:8765", "sec-fetch-site": "none"}, True),
        ({"host": "localhost:8765", "origin": "http://localhost:9999"}, True),
        ({"host": "localhost:8765", "origin": "http://elsewhere.example"}, True),
        ({"host": "localhost:8765", "origin": "null"}, True),
        ({"host": "localhost:8765", "origin": "http://["}, True),
        ({"origin": "http://localhost"}, True),
    ],
)
def test_which_requests_come_from_elsewhere(headers: dict[str, str], is_foreign: bool) -> None:
    assert bool(foreign(Headers(headers))) is is_foreign


def token_of(client: TestClient, path: str) -> str:
    return re.findall(r'name="token" value="([0-9a-f]{64})"', client.get(path).text)[0]


def test_a_form_needs_the_token_of_its_own_browser(
    open_client: TestClient, desk_ids: dict[str, str]
) -> None:
    story = f"/story/{desk_ids['dam']}"
    open_client.cookies.clear()
    token = token_of(open_client, story)
    assert "rashomon-seat" in open_client.cookies

    def post(**how: Any) -> int:
        return open_client.post(f"{story}/split", **how).status_code

    assert post(data={"article": "x"}) == 403
    assert post(data={"token": ""}) == 403
    assert post(data={"token": "0" * 64}) == 403
    # With its token the form is read, and says what is missing in it.
    assert post(data={"token": token}) == 422
    for headers in ({"Origin": "http://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"}):
        assert post(data={"token": token}, headers=headers) == 403
    # Another browser's seat, or none.
    assert post(data={"token": token}, headers={"Cookie": "rashomon-seat=" + "1" * 32}) == 403
    open_client.cookies.clear()
    assert post(data={"token": token}) == 403
    # What a form of another site can send without being asked first.
    for kind in ("text/plain", "multipart/form-data; boundary=x"):
        assert post(content="token=x", headers={"Content-Type": kind}) == 415


def test_a_form_beyond_all_measure_is_refused(
    open_client: TestClient, desk_ids: dict[str, str]
) -> None:
    path = f"/story/{desk_ids['dam']}/split"
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    assert open_client.post(path, content="a=" + "b" * 300_000, headers=kind).status_code == 413
    assert open_client.post(path, content="a=1&" * 3_000, headers=kind).status_code == 413
    assert open_client.post(path, content=b"\xff\x00%ff=%00", headers=kind).status_code == 403


def test_cookies_of_other_programs_do_no_harm(open_client: TestClient) -> None:
    for cookie in ("x", "=;;=", 'a="b', "rashomon-seat=<script>", "k=" + "v" * 5000, "é=ü"):
        answer = open_client.get("/", headers={"Cookie": cookie.encode("latin-1", "replace")})
        assert answer.status_code == 200
