"""A broken floor is seen: a figure below it, or one that is no longer printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks import floors


def run(tmp_path: Path, figures: str) -> int:
    file = tmp_path / "floors.toml"
    file.write_text(
        f'[[floor]]\nname = "metadata"\nrun = "html_metadata"\nfigures = {figures}\n',
        encoding="utf-8",
    )
    return floors.main(file)


@pytest.mark.parametrize(
    ("figures", "status", "said"),
    [
        ("[[\"titles\", '(?m)^rashomon +title +([\\d.]+)', 90]]", 0, "ok"),
        ("[[\"titles\", '(?m)^rashomon +title +([\\d.]+)', 100.5]]", 1, "BROKEN"),
        ("[[\"titles\", 'no such figure ([\\d.]+)', 0]]", 1, "BROKEN"),
    ],
)
def test_floors_hold_or_break(
    tmp_path: Path, figures: str, status: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, figures) == status
    assert capsys.readouterr().out.startswith(said)


def test_what_needs_shared_data_is_named_where_it_is_absent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(floors, "BENCH", tmp_path / "nowhere")
    file = tmp_path / "floors.toml"
    file.write_text('[[floor]]\nname = "dates"\ntask = "dates"\nfigures = []\n', encoding="utf-8")
    assert floors.main(file) == 0
    assert capsys.readouterr().out.startswith("skipped  dates")
