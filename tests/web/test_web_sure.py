"""Pages and the API: what the program is less sure of, closed or named so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from schema_check import errors
from starlette.testclient import TestClient
from typer.testing import CliRunner

from rashomon.cli import app as cli
from rashomon.web.app import create_app

WORDS = "neither side has said who will sign"
MORE = "1 more statement that the program is less sure of"


@pytest.fixture(scope="module")
def client(desk_ids: dict[str, str]) -> Iterator[TestClient]:
    app = create_app(Path(desk_ids["path"]))
    with TestClient(app, base_url="http://127.0.0.1", follow_redirects=False) as made:
        yield made


def details(page: str) -> str:
    """The one part of a page that is closed over what is less sure."""
    (found,) = re.findall(r'(<details class="[^"]*less-sure".*?</details>)', page, re.DOTALL)
    return str(found)


@pytest.mark.parametrize("address", ["/story/{dam}", "/name/{orrick}"])
def test_they_are_closed_and_lead_to_their_words(
    client: TestClient, desk_ids: dict[str, str], address: str
) -> None:
    page = client.get(address.format(**desk_ids)).text
    part = details(page)
    assert f"<summary>{MORE}</summary>" in part
    assert " open" not in part.split(">")[0]
    assert re.search(rf'<a class="words" href="/article/{desk_ids["meridian"]}\?s=\d+-\d+#s=', part)
    assert WORDS in part
    assert (
        WORDS
        not in re.sub(r"\s+", " ", page.split('id="said"')[-1])
        .replace(part, "")
        .split('<details class="held less-sure"')[0]
    )


def test_what_is_less_sure_is_escaped_like_the_rest(
    client: TestClient, desk_ids: dict[str, str]
) -> None:
    part = details(client.get(f"/story/{desk_ids['market']}").text)
    assert "&lt;b&gt;mayor&lt;/b&gt;" in part
    assert "&lt;script&gt;document.title=" in part
    assert "<script" not in part
    assert "<img" not in part


def test_in_german(client: TestClient, desk_ids: dict[str, str]) -> None:
    asked = {"Accept-Language": "de"}
    page = client.get(f"/story/{desk_ids['dam']}", headers=asked).text
    assert "1 weitere Aussage, bei der das Programm weniger sicher ist" in page
    assert "weniger sicher" in client.get(f"/article/{desk_ids['meridian']}", headers=asked).text


def test_a_page_without_any_says_nothing_of_it(
    client: TestClient, desk_ids: dict[str, str]
) -> None:
    assert "less-sure" not in client.get(f"/name/{desk_ids['witt']}").text
    assert "less sure" not in client.get(f"/article/{desk_ids['ledger']}").text


def test_an_article_marks_them_and_says_so_beside(
    client: TestClient, desk_ids: dict[str, str]
) -> None:
    page = client.get(f"/article/{desk_ids['meridian']}").text
    assert f'<span class="less">{WORDS}</span>' in page
    assert page.count('<span class="bit">less sure</span>') == 1
    assert re.search(r"statements <span>3</span>", page)


def test_search_names_them_after_the_sure_ones(
    client: TestClient, desk_ids: dict[str, str]
) -> None:
    page = client.get("/search?q=speaker:Orrick").text
    assert page.count("<span>less sure</span>") == 1
    assert page.index("They will be released") < page.index(">less sure<") < page.rindex(WORDS)


def test_the_api_gives_the_sure_ones_and_all_when_asked(
    client: TestClient, desk_ids: dict[str, str]
) -> None:
    spec: dict[str, Any] = client.get("/api/v1/openapi.json").json()
    of = spec["paths"]["/statements"]["get"]
    assert "less_sure" in [one.get("name") for one in of["parameters"]]
    schema = of["responses"]["200"]["content"]["application/json"]["schema"]

    def asked(query: str) -> list[dict[str, Any]]:
        answer = client.get(f"/api/v1/statements?article={desk_ids['meridian']}{query}").json()
        assert errors(answer, schema, spec) == []
        items: list[dict[str, Any]] = answer["items"]
        return items

    sure = asked("")
    assert {(s["sure"], s["confidence"]) for s in sure} == {(True, 1.0)}
    assert asked("&less_sure=0") == sure
    every = asked("&less_sure=1")
    assert [s for s in every if s["sure"]] == sure
    assert [(s["confidence"], s["words"][0]["text"]) for s in every if not s["sure"]] == [
        (0.38, WORDS)
    ]


def test_pages_of_the_list_keep_what_was_asked(
    client: TestClient, desk_ids: dict[str, str]
) -> None:
    address, found = "/api/v1/statements?limit=1&less_sure=1", []
    while address:
        page = client.get(address).json()
        found += page["items"]
        address = page["next"]
    assert sum(not s["sure"] for s in found) == 2
    assert len({s["id"] for s in found}) == len(found)


def test_the_command_shows_them_on_demand(desk_ids: dict[str, str]) -> None:
    def run(*more: str) -> str:
        told = CliRunner().invoke(
            cli, ["story", desk_ids["dam"], "--desk", desk_ids["path"], *more]
        )
        assert told.exit_code == 0
        return told.stdout

    assert "1 more, less sure (--less-sure shows them)" in run()
    assert "Less sure (1)" in run("--less-sure")
