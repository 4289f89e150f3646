"""Without a look-up table less is found, and nothing breaks."""

from __future__ import annotations

import re

import pytest
from contrast_builders import PADDING, Tellings

from rashomon.contrasts import (
    charged,
    cues,
    deeds,
    headline_angles,
    headline_words,
    labels,
    own_words,
    place_names,
)

NOTHING = re.compile(r"(?!)")


def full() -> Tellings:
    tellings = Tellings()
    said = "The council was warned of the worn pumps and failed to act in March,"
    for outlet, title in (
        ("Ledger", "Orlan snubs dam owners in Sarn"),
        ("Courier", "Orlan meets dam owners in Sarn"),
    ):
        article = tellings.add(f"“{said}” said Lena Orrick.{PADDING}", outlet, title=title)
        tellings.say(article, said, speaker="Lena Orrick")
    tellings.add(
        f"Orrick came. The water was off again.{PADDING}", "Post", title="Water off in Sarn"
    )
    return tellings


@pytest.mark.parametrize(
    ("module", "table", "empty"),
    [
        (cues, "_CLASS", {}),
        (deeds, "_VERBS", {}),
        (headline_words, "_PATTERNS", {}),
        (labels, "_table", lambda: ()),
        (charged, "_CHARGED", NOTHING),
        (charged, "_HEATED", NOTHING),
        (headline_angles, "_TURN", NOTHING),
        (own_words, "_WORDS", NOTHING),
        (place_names, "_NAMED", NOTHING),
    ],
)
def test_a_table_that_is_gone(
    monkeypatch: pytest.MonkeyPatch, module: object, table: str, empty: object
) -> None:
    before = full().found()
    monkeypatch.setattr(module, table, empty)
    after = full().found()
    assert before
    assert {c.topic for c in after} <= {c.topic for c in before} | {
        "What the headlines put first",
        "Not named in Post: Lena Orrick, whom others quote",
    }
