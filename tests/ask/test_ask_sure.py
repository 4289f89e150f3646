"""An answer names a speaker whom the program is sure of, or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import make_desk
from rashomon.store import Desk
from rashomon.views.ask import ask

QUESTION = "Who said that neither side has said who will sign?"


def test_who_may_have_said_it_is_no_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_desk(tmp_path / "desk.db")
    with Desk(tmp_path / "desk.db") as desk:
        view = ask(desk.db, QUESTION)
        assert view.groups == ()
        assert [one.speaker for one in view.near][:1] == [None]
        # It is one as soon as the same statement is sure.
        monkeypatch.setattr("rashomon.model.SURE", 0.3)
        (group,) = ask(desk.db, QUESTION).groups
        assert [one.speaker for one in group.passages] == ["Lena Orrick"]
