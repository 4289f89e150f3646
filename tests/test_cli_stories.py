"""The list of stories, and stories by the beginning of their id."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from builders import make_desk
from rashomon.cli import app
from rashomon.store import Desk


@pytest.fixture(scope="module")
def ids(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    path = tmp_path_factory.mktemp("listed") / "desk.db"
    return make_desk(path) | {"path": str(path)}


def run(ids: dict[str, str], *arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments, "--desk", ids["path"]])


def test_stories_are_listed_with_their_ids_those_of_most_tellings_first(
    ids: dict[str, str],
) -> None:
    done = run(ids, "stories")
    assert done.exit_code == 0
    said = " ".join(done.stdout.split())
    assert said.index(ids["dam"]) < said.index(ids["market"])
    assert "3 independent tellings in 4 articles from 4 outlets; 3–5 May 2025" in said
    assert "1 article, one outlet" in said
    assert "1 more story: --limit N" in run(ids, "stories", "--limit", "1").stdout


def test_the_list_is_given_to_programs_as_json(ids: dict[str, str]) -> None:
    listed = json.loads(run(ids, "stories", "--json").stdout)
    assert [one["id"] for one in listed] == [ids["dam"], ids["market"]]
    assert listed[0]["tellings"] == 3
    assert listed[0]["articles"] == 4
    assert listed[0]["first_published"].startswith("2025-05-03")
    assert listed[0]["outlets"][0] == "Northshore Ledger"
    assert listed[0]["title"] == "Maar and Orlav agree to meet over dam"


def test_a_desk_without_stories_says_so(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    Desk(path, write=True).close()
    done = run({"path": str(path)}, "stories")
    assert done.exit_code == 1
    assert done.stdout == "This desk holds no story yet.\n"


def test_the_beginning_of_an_id_is_enough_where_it_fits_one_story(ids: dict[str, str]) -> None:
    done = run(ids, "story", ids["dam"][:6])
    assert done.exit_code == 0
    assert f"story {ids['dam']}" in done.stdout


def test_a_beginning_that_fits_several_stories_names_them(ids: dict[str, str]) -> None:
    done = run(ids, "story", "1")
    assert done.exit_code == 1
    assert ids["dam"] in done.stderr
    assert ids["market"] in done.stderr


@pytest.mark.parametrize("start", ["zz", "%", "", "1' OR 1"])
def test_what_fits_no_story_is_said_to(ids: dict[str, str], start: str) -> None:
    done = run(ids, "story", start)
    assert done.exit_code == 1
    assert "no story" in done.stderr
