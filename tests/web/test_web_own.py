"""Saving, judging, noting and hiding by form; what is new, and what was read."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.testclient import TestClient
from typer.testing import CliRunner

from builders import make_desk
from rashomon.cli import app as commands
from rashomon.store import Desk, reader
from rashomon.web import keeping
from rashomon.web.app import create_app
from rashomon.web.own import back_to


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
    text = client.get(page).text
    assert f'action="{action}"' in text, action
    token = re.findall(r'name="token" value="([0-9a-f]+)"', text)[0]
    return client.post(action, data={"token": token, **fields})


def settled(client: TestClient) -> sqlite3.Connection:
    app: Any = client.app
    app.state.keeper.settled()
    return Desk(app.state.keeper.path).db


def test_an_article_and_a_story_are_saved_and_judged(
    client: TestClient, ids: dict[str, str]
) -> None:
    for what, some_id in (("article", ids["ledger"]), ("story", ids["dam"])):
        path = f"/{what}/{some_id}"
        given = {"what": what, "id": some_id, "back": path}
        answer = send(client, path, "/keep", kind="saved", value="1", **given)
        assert answer.status_code == 303
        assert answer.headers["location"] == path
        send(client, path, "/keep", kind="useful", value="-1", **given)
        page = client.get(path).text
        assert 'value="0" aria-pressed="true" data-keep="saved1">saved<' in page
        assert 'value="0" aria-pressed="true" data-keep="useful-1">' in page
    mine = client.get("/notes").text
    assert mine.count(f'href="/story/{ids["dam"]}"') == 2
    assert "not useful" in mine
    given = {"what": "article", "id": ids["ledger"], "back": "/notes"}
    send(client, f"/article/{ids['ledger']}", "/keep", kind="saved", value="0", **given)
    assert 'data-keep="saved1">save<' in client.get(f"/article/{ids['ledger']}").text


def test_a_note_on_words_by_quoting_them(client: TestClient, ids: dict[str, str]) -> None:
    path = f"/article/{ids['meridian']}"
    words = "More than 14,000 homes"
    answer = send(
        client,
        path,
        "/notes",
        article=ids["meridian"],
        words=f"  {words}\n",
        body="11,400 elsewhere",
    )
    assert answer.status_code == 303
    assert answer.headers["location"].startswith(f"{path}?s=0-22#note-")
    page = client.get(answer.headers["location"].split("#")[0]).text
    assert "11,400 elsewhere" in page
    assert re.search(r'class="[^"]*\bown\b', page)
    note_id = answer.headers["location"].split("#note-")[1]
    send(client, path, f"/notes/{note_id}", body="changed <i>", do="change", back=path)
    assert "changed &lt;i&gt;" in client.get("/notes").text
    answer = send(client, "/notes", f"/notes/{note_id}", do="delete", back="//elsewhere.example")
    assert answer.headers["location"] == "/notes"
    assert "No note yet" in client.get("/notes").text
    assert send(client, path, "/notes", article="none", words="x").status_code == 404
    assert (
        send(client, path, "/notes", article=ids["meridian"], words="not there").status_code == 422
    )


def test_a_note_on_the_stretch_that_was_selected(client: TestClient, ids: dict[str, str]) -> None:
    path = f"/article/{ids['meridian']}"
    text = (
        Desk(Path(ids["path"]))
        .db.execute("SELECT text FROM article_texts WHERE article_id = ?", (ids["meridian"],))
        .fetchone()[0]
    )
    at = text.rindex("said")
    fields = {"article": ids["meridian"], "words": "said", "body": "which?"}
    answer = send(client, path, "/notes", start=str(at), end=str(at + 4), **fields)
    assert f"s={at}-{at + 4}" in answer.headers["location"]
    # Another place than the words have: the nearest one where they stand.
    answer = send(client, path, "/notes", start=str(at + 3), end=str(at + 9), **fields)
    assert f"s={at}-{at + 4}" in answer.headers["location"]


def test_hidden_outlets_are_not_named_and_their_stories_stay(
    client: TestClient, ids: dict[str, str]
) -> None:
    def chips() -> str:
        return "".join(re.findall(r'<ul class="chips".*?</ul>', client.get("/").text, re.DOTALL))

    assert "Siyan Net" in chips()
    send(client, "/notes", "/outlets/hide", outlet="Siyan Net", hide="1", back="/")
    front = client.get("/").text
    assert "Siyan Net" not in chips()
    assert f"/story/{ids['dam']}" in front
    send(client, "/notes", "/outlets/hide", outlet="Siyan Net", hide="0")
    assert "Siyan Net" in chips()


def test_what_was_opened_is_read_and_nothing_else_is(
    client: TestClient, ids: dict[str, str]
) -> None:
    client.get(f"/article/{ids['ledger']}")
    for headers in (
        {"Sec-Purpose": "prefetch"}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Dest": "image"},
        {"Cookie": "rashomon-seat=none"},
    ):  # fmt: skip
        client.get(f"/article/{ids['siyan']}", headers=headers)
    db = settled(client)
    assert [m.id for m in reader.all_marks(db, "read")] == [ids["ledger"]]
    assert 'aria-pressed="true" data-keep="read1"' in client.get(f"/article/{ids['ledger']}").text
    client.get(f"/story/{ids['dam']}")
    assert len(reader.all_marks(settled(client), "seen")) == 4
    send(client, "/notes", "/notes/forget")
    assert reader.all_marks(settled(client), "read") == []


def test_new_is_said_once(
    client: TestClient, ids: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    client.get("/")
    settled(client)
    assert 'class="fresh"' not in client.get("/").text
    # A day later, with one page more.
    settled(client)
    monkeypatch.setattr(keeping, "now", lambda: "2099-01-02T10:00:00.000Z")
    with Desk(Path(ids["path"]), write=True) as desk, desk.transaction() as db:
        query = "UPDATE arrivals SET at = '2099-01-02T03:00:00.000Z' WHERE page_id IN"
        db.execute(f"{query} (SELECT page_id FROM articles WHERE id = ?)", (ids["meridian"],))
    assert '<span class="fresh">1 new</span>' in client.get("/").text
    settled(client)
    story = client.get(f"/story/{ids['dam']}").text
    assert story.count('<span class="fresh">new</span>') == 1
    settled(client)
    assert 'class="fresh"' not in client.get("/").text
    # The same evening, and the day after: what was seen stays seen.
    monkeypatch.setattr(keeping, "now", lambda: "2099-01-03T10:00:00.000Z")
    assert 'class="fresh"' not in client.get("/").text


def test_while_a_build_writes_pages_are_quick_and_forms_are_kept(
    client: TestClient, ids: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "FORM_WAITS", 50)
    monkeypatch.setattr(keeping.Keeper.writing, "__defaults__", (50,))
    path = f"/article/{ids['ledger']}"
    with Desk(Path(ids["path"]), write=True) as writer:
        writer.db.execute("BEGIN IMMEDIATE")
        assert client.get(path).status_code == 200
        answer = send(client, path, "/notes", article=ids["ledger"], words="dam", body="keep this")
        writer.db.execute("ROLLBACK")
    assert answer.status_code == 503
    assert "A build is writing" in answer.text
    assert '<input type="hidden" name="body" value="keep this">' in answer.text


def test_the_layer_is_exported(client: TestClient, ids: dict[str, str]) -> None:
    path = f"/article/{ids['ledger']}"
    send(client, path, "/notes", article=ids["ledger"], words="Varda dam", body="where?")
    answer = client.get("/notes.jsonld")
    assert answer.headers["content-type"].startswith("application/ld+json")
    found = json.loads(answer.text)
    targets = [i["target"] for i in found["first"]["items"] if i["motivation"] == "commenting"]
    assert targets[0]["selector"]["exact"] == "Varda dam"
    assert targets[0]["source"] == "https://ledger.example/dam?a=1&b=2"


@pytest.mark.parametrize(
    ("given", "leads"),
    [
        ("/story/x?y#z", "/story/x?y#z"), ("//e.example", "/notes"), ("https://e.example", "/notes"),
        ("/\\e.example", "/notes"), ("/a\r\nSet-Cookie: x", "/notes"), ("", "/notes"),
    ],
)  # fmt: skip
def test_forms_lead_back_to_this_desk_only(given: str, leads: str) -> None:
    assert back_to(given) == leads


def test_the_terminal_lists_exports_and_takes_in(
    client: TestClient, ids: dict[str, str], tmp_path: Path
) -> None:
    path = f"/article/{ids['ledger']}"
    send(client, path, "/notes", article=ids["ledger"], words="Varda dam", body="where is it?")
    run = CliRunner().invoke
    out = tmp_path / "notes.jsonld"
    done = run(commands, ["notes", "--desk", ids["path"]])
    assert "“Varda dam”" in done.output
    assert run(commands, ["notes", "--desk", ids["path"], "--export", str(out)]).exit_code == 0
    other = make_desk(tmp_path / "other.db")
    done = run(commands, ["notes", "--desk", str(tmp_path / "other.db"), "--import", str(out)])
    assert done.exit_code == 0, done.output
    with Desk(tmp_path / "other.db") as desk:
        (note,) = reader.notes(desk.db)
        assert (note.article_id, note.body) == (other["ledger"], "where is it?")
    out.write_text("[]")
    done = run(commands, ["notes", "--desk", str(tmp_path / "other.db"), "--import", str(out)])
    assert done.exit_code == 1
