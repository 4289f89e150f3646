"""Counts belong to what the question asks of; numbers are written as readers write them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rashomon.ask.kinds import Setting, answers, written
from rashomon.ask.question import parse
from rashomon.cli import app

HURT = "How many people were hurt?"


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("A tram carrying 90 people left the rails, injuring 12 passengers.", ["12"]),
        ("Seven passengers were injured, two of them badly.", ["7"]),
        ("Eight of the 90 people aboard were hurt.", ["8"]),
        ("One of the oldest mills burned down, but nobody was hurt.", ["0"]),
        ("No one was wounded.", ["0"]),
        ("Six passengers suffered light injuries.", ["6"]),
        ("The tram carried 90 people.", ["90"]),
    ],
)
@pytest.mark.parametrize("question", [HURT, "How many passengers were wounded?"])
def test_a_number_belongs_to_the_deed(question: str, text: str, readings: list[str]) -> None:
    found = answers(Setting(text, [], []), parse(question))
    assert [f.reading for f in found or ()] == readings


def test_large_numbers_are_written_in_words_of_scale() -> None:
    assert [written(n) for n in (6e6, 2.4e6, 1234567, 14, 2.5, 3e9)] == [
        "6 million", "2.4 million", "1,234,567", "14", "2.5", "3 billion",
    ]  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("counts")
    texts = [
        ("Bridge of Ostrel shut", "The bridge of Ostrel was shut. Some 9,000 cars use the bridge "
         "each day, said the mayor. Eleven people were hurt on the bridge."),
        ("Mill burns in Tarn", "A mill burned down in Tarn on Monday. Nobody was hurt in the mill."),
        ("Market in Brennick", "The market of Brennick opened with 40 stalls and much music."),
    ]  # fmt: skip
    rows = [json.dumps({"id": f"a{n}", "title": a, "text": b}) for n, (a, b) in enumerate(texts)]
    (folder / "all.jsonl").write_text("\n".join(rows) + "\n", "utf-8")
    done = CliRunner().invoke(
        app, ["build", str(folder / "all.jsonl"), "--desk", str(folder / "desk.db")]
    )
    assert done.exit_code == 0, done.output
    return folder / "desk.db"


def asked(desk: Path, question: str) -> str:
    return CliRunner().invoke(app, ["ask", question, "--desk", str(desk)]).output


def test_a_verb_that_stands_nowhere_weakens_an_answer_and_does_not_silence_it(desk: Path) -> None:
    said = asked(desk, "How many cars cross the bridge?")
    assert "9,000 cars" in said
    assert "nowhere on this desk: cross" in said
    assert "does not say" in asked(desk, "How many people drowned at the bridge?")


def test_each_count_names_its_story(desk: Path) -> None:
    said = asked(desk, HURT)
    assert "[11]  Bridge of Ostrel shut" in said
    assert "[0]  Mill burns in Tarn" in said
