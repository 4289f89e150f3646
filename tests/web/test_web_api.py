"""The API as its description says: every answer fits its schema, lists are paged, errors alike."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from schema_check import errors
from starlette.routing import Route
from starlette.testclient import TestClient

from builders import make_desk
from rashomon import views
from rashomon.store import lists
from rashomon.web import deciding
from rashomon.web.app import create_app

BASE = "/api/v1"


@pytest.fixture
def ids(tmp_path: Path) -> dict[str, str]:
    path = tmp_path / "desk.db"
    return make_desk(path) | {"path": str(path)}


@pytest.fixture
def client(ids: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setattr(deciding, "PATIENCE", 120.0)  # a busy machine takes its time
    app = create_app(Path(ids["path"]))
    with TestClient(app, base_url="http://127.0.0.1", follow_redirects=False) as made:
        yield made


@pytest.fixture
def spec(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"{BASE}/openapi.json").json()
    return found


def fits(client: TestClient, spec: dict[str, Any], path: str, address: str) -> Any:
    """What `address` answers, which has to fit what the description says of `path`."""
    answer = client.get(BASE + address)
    assert answer.status_code == 200, (address, answer.text)
    assert answer.headers["content-type"] == "application/json"
    schema = spec["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert errors(answer.json(), schema, spec) == []
    return answer.json()


def test_the_description_names_every_route_and_no_other(
    client: TestClient, spec: dict[str, Any]
) -> None:
    app: Any = client.app
    routes = {
        (method.lower(), route.path.removeprefix(BASE).replace(":path", ""))
        for route in app.routes
        if isinstance(route, Route) and route.path.startswith(f"{BASE}/")
        for method in route.methods or ()
        if method != "HEAD"
    }
    described = {(m, path) for path, methods in spec["paths"].items() for m in methods}
    assert routes - described == {("get", "/openapi.json")}
    assert described <= routes
    assert spec["openapi"].startswith("3.1")


def test_the_descriptions_references_lead_somewhere(spec: dict[str, Any]) -> None:
    schemas = spec["components"]["schemas"]

    def walk(value: Any) -> None:
        if isinstance(value, dict):
            if "$ref" in value:
                assert value["$ref"].rpartition("/")[2] in schemas
            for one in value.values():
                walk(one)
        elif isinstance(value, list):
            for one in value:
                walk(one)

    walk(spec)
    assert schemas["StoryView"]["description"]
    assert len(schemas) > 30


def test_every_answer_fits_its_schema(
    client: TestClient, spec: dict[str, Any], ids: dict[str, str]
) -> None:
    for path, address in (
        ("/stories", "/stories"), ("/stories/{id}", f"/stories/{ids['dam']}"),
        ("/stories/{id}", f"/stories/{ids['market']}"), ("/articles", "/articles"),
        ("/articles", "/articles?outlet=Siyan%20Net"), ("/statements", "/statements"),
        ("/names", "/names"), ("/names/{id}", f"/names/{ids['orrick']}"), ("/outlets", "/outlets"),
        ("/search", "/search?q=dam"), ("/search", "/search?q=speaker:Orrick"),
        ("/search", "/search?q="), ("/search", "/search?q=nothing+like+it"),
        ("/ask", "/ask?q=How+many+households+have+no+water%3F"), ("/ask", "/ask?q="),
        ("/ask", "/ask?q=Who+sold+the+submarine%3F"), ("/annotations", "/annotations"),
        ("/decisions", "/decisions"),
    ):  # fmt: skip
        fits(client, spec, path, address)
    for name in ("ledger", "basket", "siyan", "meridian", "hostile"):
        fits(client, spec, "/articles/{id}", f"/articles/{ids[name]}")


def test_lists_hold_each_row_once_page_by_page(
    client: TestClient, spec: dict[str, Any], ids: dict[str, str]
) -> None:
    for path in ("/stories", "/articles", "/statements", "/names", "/outlets"):
        whole = fits(client, spec, path, path)
        assert whole["next"] is None
        found, address = [], f"{path}?limit=1"
        while address:
            page = fits(client, spec, path, address)
            assert len(page["items"]) == 1
            found += page["items"]
            address = (page["next"] or "").removeprefix(BASE)
        assert found == whole["items"], path
        assert found
    said = fits(client, spec, "/statements", f"/statements?name={ids['orrick']}")["items"]
    assert {s["speaker"] for s in said} == {"Lena Orrick"}
    of_story = fits(client, spec, "/statements", f"/statements?story={ids['dam']}&limit=2")
    assert f"story={ids['dam']}" in of_story["next"]


def test_a_search_is_paged_too(
    client: TestClient, spec: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    few = {"page": 1, "articles": 2, "statements": 2}
    monkeypatch.setattr(views.search, "__kwdefaults__", few)
    first = fits(client, spec, "/search", "/search?q=the")
    assert first["next"]
    second = fits(client, spec, "/search", first["next"].removeprefix(BASE))
    ids = [a["source"]["article_id"] for p in (first, second) for a in p["found"]["articles"]]
    assert len(ids) == len(set(ids)) > 2


def test_errors_have_one_shape(client: TestClient, spec: dict[str, Any]) -> None:
    json_type = {"Content-Type": "application/json"}
    for status, method, address, sent in (
        (404, "GET", "/stories/no", None), (404, "GET", "/articles/no", None),
        (404, "GET", "/names/no", None), (404, "GET", "/annotations/no", None),
        (404, "GET", "/no/such", None), (405, "DELETE", "/stories", None),
        (400, "GET", "/stories?cursor=x", None), (400, "GET", "/articles?cursor=WzEsMl0", None),
        (400, "GET", "/search?q=a&cursor=W251bGxd", None), (415, "POST", "/annotations", None),
        (400, "POST", "/annotations", "{"), (400, "POST", "/decisions", "[]"),
        (404, "POST", "/annotations", "{}"), (422, "POST", "/decisions", "{}"),
        (422, "POST", "/decisions", '{"kind": "split", "story": "x", "articles": ["y"]}'),
        (404, "PUT", "/annotations/no", '{"body": "x"}'), (404, "DELETE", "/annotations/no", None),
    ):  # fmt: skip
        answer = client.request(
            method, BASE + address, content=sent, headers=json_type if sent else {}
        )
        assert answer.status_code == status, (method, address, answer.text)
        assert answer.headers["content-type"] == "application/problem+json"
        assert errors(answer.json(), spec["components"]["schemas"]["Problem"], spec) == []
        assert answer.json()["status"] == status
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_note_by_program(client: TestClient, spec: dict[str, Any], ids: dict[str, str]) -> None:
    given = {"article": ids["ledger"], "words": "Varda dam", "body": "where?"}
    made = client.post(f"{BASE}/annotations", json=given)
    assert made.status_code == 201
    schema = spec["paths"]["/annotations"]["post"]["responses"]["201"]["content"]
    assert errors(made.json(), schema["application/json"]["schema"], spec) == []
    address = made.headers["location"].removeprefix(BASE)
    note = fits(client, spec, "/annotations/{id}", address)
    assert note["words"]["text"] == "Varda dam"
    assert client.put(BASE + address, json={"body": "there"}).status_code == 204
    assert fits(client, spec, "/annotations/{id}", address)["body"] == "there"
    assert fits(client, spec, "/annotations", "/annotations")["total"] == 1
    assert client.delete(BASE + address).status_code == 204
    assert client.get(BASE + address).status_code == 404
    wrong = client.post(f"{BASE}/annotations", json=given | {"words": "no such words"})
    assert wrong.status_code == 422


def test_programs_of_other_sites_change_nothing(client: TestClient, ids: dict[str, str]) -> None:
    given = {"article": ids["ledger"], "words": "dam"}
    for headers in (
        {"Origin": "https://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"},
        {"Content-Type": "text/plain"}, {"Origin": "null"},
    ):  # fmt: skip
        answer = client.post(
            f"{BASE}/annotations", content=json.dumps(given),
            headers={"Content-Type": "application/json"} | headers,
        )  # fmt: skip
        assert answer.status_code in (403, 415)
        gone = client.delete(f"{BASE}/annotations/x", headers={"Origin": "https://e.example"})
        assert gone.status_code == 403
    assert client.get(f"{BASE}/annotations").json()["total"] == 0


@pytest.mark.parametrize("value", [2**63, -(2**63) - 1, 10**30, "\ud800"])
def test_a_cursor_of_what_the_desk_cannot_hold_is_refused(client: TestClient, value: Any) -> None:
    for path, key in (
        ("statements", [value]), ("articles", [value]), ("names", [value, "x"]),
        ("outlets", [value]), ("stories", ["2026-01-02", value, value, value]),
    ):  # fmt: skip
        answer = client.get(f"{BASE}/{path}", params={"cursor": lists.cursor(key)})
        assert answer.status_code == 400, (path, answer.text)
        assert answer.headers["content-type"] == "application/problem+json"


@given(st.text(max_size=60), st.integers(1, 4))
def test_no_word_but_a_cursor_is_one(value: str, length: int) -> None:
    key = lists.key_of(value, length)
    assert key is None or len(key) == length


@given(
    st.lists(
        st.one_of(st.none(), st.integers(-(2**63), 2**63 - 1), st.text(max_size=20)),
        min_size=1,
        max_size=4,
    )
)
def test_a_cursor_says_its_key(key: list[Any]) -> None:
    assert lists.key_of(lists.cursor(key), len(key)) == tuple(key)
