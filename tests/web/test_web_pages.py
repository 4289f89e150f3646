"""Every kind of page and of JSON, as the application answers."""

from __future__ import annotations

import html
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from rashomon.model import Article, Page, Reading
from rashomon.store import Desk, write
from rashomon.web.app import create_app
from rashomon.web.security import POLICY, host_allowed


@pytest.fixture(scope="module")
def client(desk_ids: dict[str, str]) -> Iterator[TestClient]:
    app = create_app(Path(desk_ids["path"]))
    with TestClient(app, base_url="http://127.0.0.1", follow_redirects=False) as made:
        yield made


def addresses(ids: dict[str, str]) -> list[str]:
    return [
        "/", "/?page=2", f"/story/{ids['dam']}", f"/story/{ids['market']}",
        f"/article/{ids['ledger']}", f"/article/{ids['basket']}", f"/article/{ids['hostile']}",
        f"/article/{ids['ledger']}?s=3-9,12-40&t=0-4", f"/article/{ids['ledger']}?s=x&at=99999999",
        f"/name/{ids['orrick']}", "/search", "/search?q=dam&page=1", "/search?q=nothing+like+it",
        "/left-out", f"/page/{ids['basket_page']}", f"/page/{ids['empty_page']}",
        f"/page/{ids['hostile_page']}?at=400000",
    ]  # fmt: skip


def test_every_page_answers_with_the_security_headers_and_nothing_inline(
    client: TestClient, desk_ids: dict[str, str]
) -> None:
    for address in addresses(desk_ids):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert answer.headers["content-security-policy"] == POLICY
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "same-origin"
        markup = re.sub(r">[^<]*<", "><", answer.text)
        assert " style=" not in markup
        assert not re.search(r"<[^>]* on[a-z]+=", markup)
        assert not re.search(r"<script(?! src=\"/static/)", markup)


def test_links_stay_here_or_are_marked_as_leading_away(
    client: TestClient, desk_ids: dict[str, str]
) -> None:
    for address in addresses(desk_ids):
        for tag in re.findall(r"<a [^>]*>", client.get(address).text):
            href = html.unescape(re.findall(r'href="([^"]*)"', tag)[0])
            if href.startswith(("/", "#")):
                continue
            assert href.startswith(("https://", "http://"))
            assert 'rel="noopener noreferrer nofollow"' in tag


def test_every_link_that_stays_here_leads_somewhere(
    client: TestClient, desk_ids: dict[str, str]
) -> None:
    seen: set[str] = set()
    for address in addresses(desk_ids):
        text = client.get(address).text
        for href in re.findall(r'(?:href|src)="(/[^"]*)"', text):
            seen.add(html.unescape(href).split("#")[0])
        for fragment in re.findall(r'href="#([^"]*)"', text):
            assert f'id="{html.unescape(fragment)}"' in text, (address, fragment)
    assert len(seen) > 40
    for href in sorted(seen):
        assert client.get(href).status_code == 200, href


def test_hostile_words_are_shown_as_text(client: TestClient, desk_ids: dict[str, str]) -> None:
    for address in (f"/article/{desk_ids['hostile']}", f"/story/{desk_ids['market']}", "/"):
        text = client.get(address).text
        assert "<script>alert" not in text
        assert "<img" not in text
        assert "<iframe" not in text
        assert "&lt;script&gt;" in text
    assert "{{ 7*7 }}" in client.get(f"/article/{desk_ids['hostile']}").text


def test_a_quoted_line_opens_its_article_at_its_words(
    client: TestClient, desk_ids: dict[str, str]
) -> None:
    text = client.get(f"/story/{desk_ids['dam']}").text
    link, words = re.findall(
        r'<a class="words" href="(/article/[^"]*)">[^<]*<mark class="d">(11,400[^<]*)</mark>', text
    )[0]
    assert words == "11,400 households"
    fragment = link.split("#")[1]
    article = client.get(html.unescape(link)).text
    assert f'<span id="{fragment}"></span>' in article
    marked = "".join(re.findall(r'<mark class="[^"]*\bs\b[^"]*">([^<]*)</mark>', article))
    assert marked == words


def test_a_story_that_moved_leads_on(client: TestClient, desk_ids: dict[str, str]) -> None:
    answer = client.get(f"/story/{desk_ids['moved']}")
    assert answer.status_code == 308
    assert answer.headers["location"] == f"/story/{desk_ids['dam']}"
    api = client.get(f"/api/v1/stories/{desk_ids['moved']}")
    assert api.headers["location"] == f"/api/v1/stories/{desk_ids['dam']}"


def test_what_is_not_there_gets_a_page_that_helps(
    client: TestClient, desk_ids: dict[str, str]
) -> None:
    answer = client.get(f"/story/{desk_ids['dam'][:9]}xxxx")
    assert answer.status_code == 404
    assert f"/story/{desk_ids['dam']}" in answer.text
    assert "This desk has no story" in answer.text
    under_another = client.get(f"/story/{desk_ids['ledger']}")
    assert f"/article/{desk_ids['ledger']}" in under_another.text
    for address in ("/nowhere", "/static/app.py", "/static/..%2fapp.py", "/story/"):
        assert client.get(address).status_code == 404
    assert "<b>" not in client.get("/story/%3Cb%3E").text


def test_json_has_the_fields_of_the_views(client: TestClient, desk_ids: dict[str, str]) -> None:
    stories = client.get("/api/v1/stories?limit=1").json()
    assert stories["next"].startswith("/api/v1/stories?limit=1&cursor=")
    assert stories["items"][0]["id"] == desk_ids["dam"]
    story = client.get(f"/api/v1/stories/{desk_ids['dam']}").json()
    assert story["telling_count"] == 3
    assert story["speakers"][0]["sayings"][0]["chain"] == "by Kestrel"
    article = client.get(f"/api/v1/articles/{desk_ids['ledger']}").json()
    assert article["source"]["outlet"] == "Northshore Ledger"
    found = client.get("/api/v1/search?q=sluices").json()
    assert found["found"]["article_count"] == 2


@pytest.mark.parametrize(
    "address", ["/api/v1/stories/no", "/api/v1/articles/no", "/api/v1/nothing", "/api/"]
)
def test_errors_of_the_api_have_one_shape(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == 404
    assert answer.json()["title"] == "Not Found"
    assert answer.json()["detail"]


def test_only_reading_is_allowed(client: TestClient) -> None:
    assert client.post("/", content="x").status_code == 405
    assert client.delete("/api/v1/stories").json()["status"] == 405


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "[::2]", "a:b:c"])
def test_a_foreign_host_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"Host": host})
    assert answer.status_code == 421
    assert answer.headers["content-security-policy"] == POLICY


def test_this_machine_has_three_names() -> None:
    for host in ("localhost", "localhost:8765", "127.0.0.1:1", "[::1]:8765", "[::1]"):
        assert host_allowed(host)
    for host in ("localhost:x", "u@localhost", "localhost/x", "0.0.0.0"):
        assert not host_allowed(host)


def test_pages_are_read_while_a_build_writes(desk_ids: dict[str, str]) -> None:
    app = create_app(Path(desk_ids["path"]))
    writer = Desk(Path(desk_ids["path"]), write=True)
    with TestClient(app, base_url="http://localhost") as client, writer:
        writer.db.execute("BEGIN IMMEDIATE")
        writer.db.execute("UPDATE stories SET title = 'half written'")
        answer = client.get(f"/story/{desk_ids['dam']}")
        writer.db.execute("ROLLBACK")
    assert answer.status_code == 200
    assert "half written" not in answer.text


def test_a_desk_that_is_gone_is_said_and_found_again(
    tmp_path: Path, desk_ids: dict[str, str]
) -> None:
    path = tmp_path / "moving.db"
    with TestClient(create_app(path), base_url="http://localhost") as client:
        answer = client.get("/")
        assert answer.status_code == 503
        assert "there is no desk here" in answer.text
        assert client.get("/api/v1/stories").json()["status"] == 503
        source = sqlite3.connect(desk_ids["path"])
        target = sqlite3.connect(path)
        source.backup(target)
        source.close()
        target.close()
        assert client.get("/").status_code == 200


def test_a_long_text_is_turned_over(tmp_path: Path) -> None:
    from builders import make_article, make_page
    from rashomon.model import Reading
    from rashomon.store import write

    page = make_page("A line of a long page.\n" * 30_000, origin="long.txt")
    article = make_article(page.body.strip(), page_id=page.id, ranges=((0, len(page.body) - 1),))
    path = tmp_path / "long.db"
    with Desk(path, write=True) as desk, desk.transaction() as db:
        write.page(db, page, Reading(page.id, page.body, (article,), ()))
    with TestClient(create_app(path), base_url="http://localhost") as client:
        for kind, some_id in (("article", article.id), ("page", page.id)):
            first = client.get(f"/{kind}/{some_id}")
            assert len(first.text) < 1_500_000
            assert f"/{kind}/{some_id}?at=200000" in first.text
        marked = client.get(f"/article/{article.id}?s=450000-450010").text
        assert 'id="s=450000-450010"' in marked


def test_an_article_whose_given_id_is_an_address_can_be_opened(tmp_path: Path) -> None:
    given = "https://lantern.example/a/1?x=2#y"
    text = "The ferry was late, said Ada Tomm."
    page = Page("p", "a.jsonl", "application/json", None, text)
    article = Article(
        given, "p", "article", "Late", None, None, None, None, None, None, "en", text, None
    )
    with Desk(tmp_path / "d.db", write=True) as desk, desk.transaction() as db:
        write.page(db, page, Reading("p", text, (article,), ()))
    with TestClient(create_app(tmp_path / "d.db"), base_url="http://127.0.0.1") as client:
        found = client.get("/search", params={"q": "ferry"}).text
        (href,) = {h.split("?s=")[0] for h in re.findall(r'href="(/article/[^"]+)"', found)}
        assert client.get(href).status_code == 200
        found = client.get(f"/api/v1/articles/{quote(given, safe='')}").json()
        assert found["source"]["article_id"] == given
