"""Merge, split, move and undo by form, without JavaScript."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import httpx
import pytest
from starlette.testclient import TestClient
from typer.testing import CliRunner

from rashomon.cli import app as commands
from rashomon.store import Desk, read
from rashomon.web import deciding
from rashomon.web.app import create_app
from rashomon.web.deciding import story_id_of

BRIDGE = (
    "A foot bridge over the Ansel fell into the water near Dorrow on Sunday, said Mayor Ida Kolm. "
    "Divers looked for six people in the cold stream all day."
)
RECORDS = [
    ("fall-1", "Ansel Post", "Foot bridge over the Ansel falls near Dorrow", BRIDGE),
    ("fall-2", "Dorrow Echo", "Dorrow: divers look for six after foot bridge over Ansel falls",
     "Divers looked for six people in the Ansel near Dorrow after a foot bridge fell on Sunday. "
     "Mayor Ida Kolm spoke of the worst day of the town."),
    ("fall-copy", "Lark Mirror", "Foot bridge over the Ansel falls near Dorrow", BRIDGE),
    ("cheese", "Lark Mirror", "A cheese of two tons rolls through Vimmel",
     "A cheese that weighs two tons was rolled through the streets of Vimmel by forty bakers. "
     "“It is a matter of honour,” said the baker Otto Rand."),
]  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    keys = ("id", "outlet", "title", "text")
    rows = [dict(zip(keys, r, strict=True)) | {"published": "2031-05-04"} for r in RECORDS]
    (tmp_path / "in.jsonl").write_text("\n".join(json.dumps(r) for r in rows), encoding="utf-8")
    path = tmp_path / "desk.db"
    done = CliRunner().invoke(commands, ["build", str(tmp_path / "in.jsonl"), "--desk", str(path)])
    assert done.exit_code == 0, done.output
    return path


@pytest.fixture
def client(desk: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setattr(deciding, "PATIENCE", 120.0)  # a busy machine takes its time
    with TestClient(create_app(desk), base_url="http://127.0.0.1", follow_redirects=False) as made:
        yield made


def story_of(desk: Path, article: str) -> str:
    with Desk(desk) as opened:
        return next(s.id for s in read.stories(opened.db) if article in s.article_ids)


def send(client: TestClient, page: str, action: str, **fields: str | list[str]) -> httpx.Response:
    """Sends the form of `page` whose action (or a button's) is `action`."""
    text = client.get(page).text
    assert f'action="{action}"' in text, action
    token = re.findall(r'name="token" value="([0-9a-f]+)"', text)[0]
    return client.post(action, data={"token": token, **fields})


def test_set_apart_taken_back_moved_and_merged(client: TestClient, desk: Path) -> None:
    fall, cheese = story_of(desk, "fall-1"), story_of(desk, "cheese")
    assert story_of(desk, "fall-2") == fall != cheese
    page = client.get(f"/story/{fall}").text
    assert "Why these are together" in page
    for article in ("fall-1", "fall-2", "fall-copy"):
        assert f'name="article" value="{article}"' in page

    answer = send(client, f"/story/{fall}", f"/story/{fall}/split", article="fall-2")
    assert answer.status_code == 303, answer.text
    assert answer.headers["location"] == f"/story/{fall}?decided=1"
    assert story_of(desk, "fall-2") != fall
    assert story_of(desk, "fall-copy") == fall
    notice = client.get(answer.headers["location"]).text
    assert "split 1 article off" in notice
    assert "Take it back" in notice
    apart = story_of(desk, "fall-2")
    assert re.search(rf'Now a story of its own: <a href="/story/{apart}"', notice)

    answer = send(client, "/decisions", "/decisions/undo", number="1")
    assert answer.headers["location"] == "/decisions?decided=2"
    assert story_of(desk, "fall-2") == fall
    log = client.get("/decisions").text
    assert "taken back by decision 2" in log
    # What took it back is not "in force" beside the offer to put it in force.
    assert "Put decision 1 in force again" in log
    assert ">in force<" not in log

    action = f"/story/{fall}/move"
    answer = send(client, f"/story/{fall}", action, article="fall-2", other=cheese)
    assert answer.status_code == 303
    assert story_of(desk, "fall-2") == cheese
    notice = client.get(answer.headers["location"]).text
    assert re.search(rf'Moved to <a href="/story/{cheese}"', notice)

    address = f"http://127.0.0.1:8765/story/{cheese}?decided=3#why"
    answer = send(client, f"/story/{fall}", f"/story/{fall}/merge", named=address)
    assert answer.headers["location"] == f"/story/{fall}?decided=4"
    assert {story_of(desk, article) for article, *_ in RECORDS} == {fall}
    assert client.get(f"/story/{cheese}").headers["location"] == f"/story/{fall}"

    # It holds on a build.
    done = CliRunner().invoke(
        commands, ["build", str(desk.parent / "in.jsonl"), "--desk", str(desk)]
    )
    assert done.exit_code == 0
    assert {story_of(desk, article) for article, *_ in RECORDS} == {fall}


def test_what_cannot_be_done_is_said_and_changes_nothing(client: TestClient, desk: Path) -> None:
    fall = story_of(desk, "fall-1")
    page, move = f"/story/{fall}", f"/story/{fall}/move"
    everything = ["fall-1", "fall-2"]
    for answer, words in (
        (send(client, page, f"{page}/split"), "Tick the articles"),
        (send(client, page, f"{page}/split", article=everything), "Nothing would be left"),
        (send(client, page, f"{page}/split", article="--help"), "No article --help"),
        (send(client, page, f"{page}/merge"), "Choose the story"),
        (send(client, page, f"{page}/merge", other=fall), "two different stories"),
        (send(client, page, f"{page}/merge", named="--version"), "No story --version"),
        (send(client, page, move, article=everything, other="x"), "Tick one article"),
        (send(client, page, move, article="fall-1"), "Choose the story"),
    ):
        assert answer.status_code == 422
        assert words in unescape(answer.text)
        assert "Nothing was changed" in answer.text
    with Desk(desk) as opened:
        assert opened.db.execute("SELECT count(*) FROM decisions").fetchone()[0] == 0


def test_while_a_build_holds_the_desk_the_choice_is_kept(client: TestClient, desk: Path) -> None:
    fall = story_of(desk, "fall-1")
    with Desk(desk, write=True):
        answer = send(client, f"/story/{fall}", f"/story/{fall}/split", article="fall-2")
        assert answer.status_code == 503
        assert answer.headers["retry-after"]
        assert "A build is writing to this desk" in answer.text
        assert '<input type="hidden" name="article" value="fall-2">' in answer.text
    # What the page shows is a form that can be sent as it is.
    fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', answer.text))
    assert client.post(f"/story/{fall}/split", data=fields).status_code == 303
    assert story_of(desk, "fall-2") != fall


def test_a_decision_that_takes_long_shows_a_page_that_asks_again(
    client: TestClient, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fall = story_of(desk, "fall-1")
    with monkeypatch.context() as patched:
        patched.setattr(deciding, "PATIENCE", 0.0)
        answer = send(client, f"/story/{fall}", f"/story/{fall}/split", article="fall-2")
        assert answer.status_code == 303
        assert answer.headers["location"] == "/decisions/under-way/1"
        second = send(client, f"/story/{fall}", f"/story/{fall}/split", article="fall-2")
        assert "still being laid" in second.text or second.status_code in (303, 422)
    job = client.app.state.decider.job(1)  # type: ignore[attr-defined]
    assert job.done.wait(60)
    answer = client.get("/decisions/under-way/1")
    assert answer.headers["location"] == f"/story/{fall}?decided=1"
    assert client.get("/decisions/under-way/99").headers["location"] == "/decisions"


def test_other_stories_are_found_by_words(client: TestClient, desk: Path) -> None:
    fall, cheese = story_of(desk, "fall-1"), story_of(desk, "cheese")
    page = client.get(f"/story/{fall}?find=bakers").text
    assert f'<option value="{cheese}" selected>' in page
    assert "No other story holds all of these words" in client.get(f"/story/{fall}?find=xyzzy").text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1abc", "1abc"),
        (" /story/1abc ", "1abc"),
        ("http://localhost:8765/story/1abc?decided=2#why", "1abc"),
        ("story/1abc/", "1abc"),
        ("", ""),
        ("/story/../x", "/story/../x"),
    ],
)
def test_a_story_is_named_by_id_or_address(typed: str, meant: str) -> None:
    assert story_id_of(typed) == meant
