from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from builders import make_desk
from rashomon import terminal
from rashomon.store import Desk


@pytest.fixture(scope="module")
def ids(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    path = tmp_path_factory.mktemp("terminal") / "desk.db"
    return make_desk(path) | {"path": str(path)}


def printed(ids: dict[str, str], story: str = "", search: str = "") -> tuple[bool, str]:
    out = io.StringIO()
    console = Console(file=out, width=100, highlight=False, emoji=False, color_system=None)
    with Desk(Path(ids["path"])) as desk:
        if story:
            found = terminal.print_story(desk, story, console=console)
        else:
            found = terminal.print_search(desk, search, console=console)
    return found, out.getvalue()


def test_a_story_is_printed_with_all_its_parts(ids: dict[str, str]) -> None:
    found, text = printed(ids, story=ids["dam"])
    assert found
    for part in (
        "3 independent tellings in 4 articles from 4 outlets", "The tellings",
        "└ Newsbasket ≈ 3 May 2025: excerpt, 97%",
        "Where they differ (5)", "Northshore Ledger  3 May 2025  ← Lena Orrick, by Kestrel",
        "Who said what", "    denied: ", "“denied”", "○ 9 May 2025", "● 12 March 2025", "“Vitte” Siyan Net",
        "Why these are together",
    ):  # fmt: skip
        assert part in text, part


def test_a_story_that_moved_is_printed_where_it_went(ids: dict[str, str]) -> None:
    assert printed(ids, story=ids["moved"])[0]
    assert printed(ids, story="nothing") == (False, "")


def test_markup_and_control_characters_are_words(ids: dict[str, str]) -> None:
    _, text = printed(ids, story=ids["market"])
    assert "<script>alert('title')</script>" in text
    assert terminal.clean("a\x1b[31mb\x07\n c\u202e") == "a[31mb c"


def test_search_is_printed_and_says_when_there_is_nothing(ids: dict[str, str]) -> None:
    found, text = printed(ids, search="engineers")
    assert found
    assert "2 articles" in text
    assert printed(ids, search="zebra") == (False, "Nothing on this desk holds all of: zebra\n")


def test_json_is_for_programs(
    ids: dict[str, str], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    with Desk(Path(ids["path"])) as desk:
        assert terminal.print_story(desk, ids["dam"], as_json=True)
        assert terminal.print_search(desk, "dam", as_json=True)
    text = capfdbinary.readouterr().out.decode()
    story, _ = json.JSONDecoder().raw_decode(text)
    assert story["id"] == ids["dam"]
