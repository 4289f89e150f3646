"""Pages say what they mean: who denied what, what is exported, who is credited, what is hidden."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from starlette.testclient import TestClient

from builders import make_desk
from rashomon.model import Article, Copy, Page, Provenance, Reading, content_id
from rashomon.store import Desk, write
from rashomon.web.app import create_app

GERMAN = {"Accept-Language": "de"}


@pytest.fixture
def ids(tmp_path: Path) -> dict[str, str]:
    path = tmp_path / "desk.db"
    return make_desk(path) | {"path": str(path)}


@pytest.fixture
def client(ids: dict[str, str]) -> Iterator[TestClient]:
    app = create_app(Path(ids["path"]))
    with TestClient(app, base_url="http://127.0.0.1", follow_redirects=False) as made:
        made.get("/")
        yield made


def send(client: TestClient, page: str, action: str, **fields: str) -> httpx.Response:
    token = re.findall(r'name="token" value="([0-9a-f]+)"', client.get(page).text)[0]
    return client.post(action, data={"token": token, **fields})


def plain(markup: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", markup).split())


@pytest.mark.parametrize(("headers", "word"), [({}, "denied:"), (GERMAN, "bestritten:")])
def test_a_denial_stands_before_the_words_that_were_denied(
    client: TestClient, ids: dict[str, str], headers: dict[str, str], word: str
) -> None:
    said = "that the water level was a condition"
    story = client.get(f"/story/{ids['dam']}", headers=headers).text
    quotes = [plain(q) for q in re.findall(r"<blockquote.*?</blockquote>", story, re.DOTALL)]
    assert [q for q in quotes if q.endswith(said)] == [f"{word} {said}"]
    article = client.get(f"/article/{ids['siyan']}", headers=headers).text
    notes = [plain(n) for n in re.findall(r'<p class="note n-q">.*?</p>', article)]
    assert any(re.search(rf"Pavel Dorn {word} .{said}.", n) for n in notes), notes


def test_the_export_is_what_the_reader_made(client: TestClient, ids: dict[str, str]) -> None:
    path = f"/article/{ids['ledger']}"
    given = {"what": "article", "id": ids["ledger"], "back": path}
    send(client, path, "/keep", kind="saved", value="1", **given)
    send(client, path, "/keep", kind="read", value="1", **given)
    send(client, "/outlet/Siyan%20Net", "/outlets/hide", outlet="Siyan Net", hide="1")

    def motives(address: str) -> list[str]:
        found = json.loads(client.get(address).text)
        assert found["total"] == len(found["first"]["items"])
        return sorted({item["motivation"] for item in found["first"]["items"]})

    assert motives("/notes.jsonld") == ["bookmarking", "moderating"]
    assert motives("/notes.jsonld?seen=1") == ["bookmarking", "moderating", "tagging"]


def test_hidden_tellings_are_counted_at_the_top(client: TestClient, ids: dict[str, str]) -> None:
    story = f"/story/{ids['dam']}"
    assert "hidden-tellings" not in client.get(story).text
    send(client, "/outlet/Siyan%20Net", "/outlets/hide", outlet="Siyan Net", hide="1")
    page = client.get(story).text
    head = plain(page[page.index('<header class="head">') : page.index('<div class="sheet">')])
    assert "3 independent tellings" in head
    assert ", 1 hidden" in head
    assert 'id="hidden-tellings"' in page


def test_statements_and_speakers_are_both_counted(client: TestClient, ids: dict[str, str]) -> None:
    page = plain(client.get(f"/story/{ids['dam']}").text)
    (said,) = set(re.findall(r"ho said what (\d+ statements by \d+)", page))
    front = plain(client.get("/").text)
    assert said.split(" by ")[0] in front


def test_a_page_leads_back_to_its_article(client: TestClient, ids: dict[str, str]) -> None:
    page = client.get(f"/page/{ids['basket_page']}").text
    head = page[page.index('<header class="head">') : page.index("</header>", page.index("<main"))]
    assert f'href="/article/{ids["basket"]}"' in head


def test_a_question_in_german_is_told_first_that_it_will_not_be_read(client: TestClient) -> None:
    page = client.get("/ask?q=Wer+hat+das+gesagt%3F", headers=GERMAN).text
    assert page.index("nur auf Englisch") < page.index('action="/ask"')
    assert "in English only" not in client.get("/ask").text


def _article(text: str, **fields: object) -> tuple[Page, Reading]:
    page = Page(content_id("page", text), f"{text[:5]}.txt", "text/plain", None, text)
    article = Article(
        content_id("article", text), page.id, "article", fields.get("title") or None, None, None,
        fields.get("outlet") or None, None, "2031-05-14", "the dateline", "en", text, None,
        provenance=fields.get("provenance") or (),
    )  # fmt: skip
    return page, Reading(page.id, text, (article,), ())


def test_an_outlet_that_copies_a_wire_names_the_wire(tmp_path: Path) -> None:
    credit = (Provenance("credit", "Fallow Wire", "(Fallow Wire)"),)
    made = [
        _article("The quay was shut at noon.", title="Quay shut", provenance=credit),
        _article("The quay was shut at noon!", title="Quay shut", outlet="Pellow Post"),
        _article("The bridge held.", title="Bridge", outlet="Pellow Post", provenance=credit),
    ]
    original, copied = made[0][1].articles[0], made[1][1].articles[0]
    with Desk(tmp_path / "desk.db", write=True) as desk, desk.transaction() as db:
        for page, reading in made:
            write.page(db, page, reading)
        write.copies(db, [
            Copy(original.id, "f", None, "original", 1.0, ""),
            Copy(copied.id, "f", original.id, "identical", 1.0, ""),
        ])  # fmt: skip
    app = create_app(tmp_path / "desk.db")
    with TestClient(app, base_url="http://127.0.0.1") as client:
        page = client.get("/outlet/Pellow%20Post").text
    copies = page[page.index('id="from"') : page.index('id="credits"')]
    assert "outlet not known" not in copies
    assert f'<a href="/article/{original.id}">Fallow Wire (credit)</a>' in copies
    assert "(credit): whom an article names" in copies
    assert "Fallow Wire" in page[page.index('id="credits"') :]
