"""The measuring of the whole pipeline: its pages, its figures, its words. No time is asserted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks import run, whole


def test_made_pages_are_of_both_kinds_and_the_same_each_time(tmp_path: Path) -> None:
    assert whole.sources("made", 5, tmp_path / "a") == 5
    assert whole.sources("made", 5, tmp_path / "b") == 5
    names = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert names == ["0000.txt", "0001.html", "0002.txt", "0003.html", "0004.txt"]
    for name in names:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_a_build_tells_what_it_took_and_its_words(tmp_path: Path) -> None:
    whole.sources("made", 4, tmp_path / "pages")
    found = whole.build(tmp_path / "pages", tmp_path / "desk.db", 1)
    assert found["counts"]["articles"] == 4
    # The texts are found, and not what stands around them.
    assert 4 * whole.WORDS < found["words"] < 5 * whole.WORDS
    assert {"reading pages", "who said what, and when"} <= found["stages"].keys()
    assert found["peak_mib"] > 1
    assert found["desk_bytes"] > 10_000


def test_figures_are_the_medians_of_paired_rounds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[tuple[int, int]] = []

    def stand_in(pages: Path, processes: int, builds: int) -> list[dict[str, object]]:
        ran.append((processes, builds))
        seconds = (1.0 if processes == 2 else 1.0 + builds) + (len(ran) - 1) // 3
        return [{
            "seconds": seconds, "program_seconds": seconds + 1.0, "cpu": float(len(ran)),
            "cpu_of_workers": 2.0, "words": 6_000, "peak_mib": 90.4, "desk_bytes": 1,
            "counts": {"articles": 9}, "stages": {"one": 1.0, "folding names": 3.0},
        }] * builds  # fmt: skip

    monkeypatch.setattr(whole, "together", stand_in)
    found = whole.measure("made", 3, 3, tmp_path)
    one, two, both = (1, 1), (2, 1), (1, 2)
    assert ran == [one, two, both, two, one, both, one, two, both]  # each is the first in turn
    assert found["cpu"] == 5.0
    assert found["articles_of_600_a_cpu_second"] == 2.0
    assert found["two_over_one"] == [1.5, 1.33, 2.0]
    assert found["program_two_over_one"] == [1.33, 1.25, 1.5]
    assert found["two_builds_over_one"] == [1.5, 1.33, 1.6]
    assert found["by_cpu_time"] == [1.08, 0.29, 1.11]
    assert list(found["stages"]) == ["folding names", "one"]
    words = whole.told(found)
    assert "articles of 600 words a CPU second: 2.0" in words
    assert "two builds at once over one: 1.5 times (1.33 to 1.6)" in words
    assert "folding names 3.00 s (75%)" in words


def test_a_build_apart_is_the_same_build(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole.sources("newsroom", 3, tmp_path / "pages")
    one = whole.apart(tmp_path / "pages", 1)
    line = ["--one", str(tmp_path / "pages"), "--desk", str(tmp_path / "x.db")]
    assert whole.main(line) == 0
    here = json.loads(capsys.readouterr().out)
    assert (one["words"], one["counts"]) == (here["words"], here["counts"])


def test_without_the_shared_data_made_pages_are_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(whole, "BENCH", tmp_path / "absent")
    assert whole.kinds() == ["made"]
    assert whole.main(["flat"]) == 0
    assert "no benchmark data" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        whole.main(["unheard-of"])


def test_make_bench_ends_with_the_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr(run, "SHARED", tmp_path)
    monkeypatch.setattr(run, "_whole", lambda: ran.append(["whole"]) or 0)
    assert run.main() == 0
    assert ran == [["whole"]]
