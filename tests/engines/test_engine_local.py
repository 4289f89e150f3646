"""The local engine: order, all processes used, and nothing lost but what kills its worker."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from rashomon.engines import LocalEngine, workers
from rashomon.errors import WorkersError


def double(number: int) -> tuple[int, int]:
    time.sleep(0.002)
    return number * 2, os.getpid()


def die_at_seven(number: int) -> int:
    if number == 7:
        os._exit(1)
    return number


def large(_number: int) -> int:
    return 50_000


def test_results_come_in_order_and_from_several_processes() -> None:
    with LocalEngine(2) as engine:
        chunks = engine.map(double, range(400), size=large, lost=lambda n: (n, 0))
        pairs = [pair for chunk in chunks for pair in chunk]
    assert [(n, made[0]) for n, made in pairs] == [(n, 2 * n) for n in range(400)]
    used = {made[1] for _, made in pairs}
    assert len(used) == 2
    assert os.getpid() not in used


def test_small_work_stays_in_this_process() -> None:
    with LocalEngine(2) as engine:
        chunks = list(engine.map(double, range(3), size=lambda _: 10, lost=lambda n: (n, 0)))
    assert [made[1] for chunk in chunks for _, made in chunk] == [os.getpid()] * 3


def test_a_record_that_kills_its_worker_is_the_only_one_lost() -> None:
    with LocalEngine(2) as engine:
        chunks = engine.map(die_at_seven, range(60), size=large, lost=lambda n: -n)
        results = [made for chunk in chunks for _, made in chunk]
    assert results == [n if n != 7 else -7 for n in range(60)]


def test_nothing_gives_nothing() -> None:
    with LocalEngine(2) as engine:
        assert list(engine.map(double, [], size=large, lost=lambda n: (n, 0))) == []


_UNGUARDED = """
from rashomon.engines import LocalEngine
from rashomon.engines.guard import lost_page, read_page
from rashomon.model import Page

pages = [Page(f"p{n}", f"{n}.txt", "text/plain", None, "word " * 10_000) for n in range(40)]
with LocalEngine(2) as engine:
    for chunk in engine.map(read_page, pages, size=lambda page: len(page.body), lost=lost_page):
        print(len(chunk))
"""


def test_a_program_without_a_guard_is_told_so_once(tmp_path: Path) -> None:
    script = tmp_path / "unguarded.py"
    script.write_text(_UNGUARDED, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, timeout=100, check=False
    )
    assert done.returncode == 1
    assert done.stdout == ""  # no page is given up for it
    assert done.stderr.count("errors.WorkersError:") == 1
    assert done.stderr.count('if __name__ == "__main__":') == 1
    assert len(done.stderr.splitlines()) < 30


_GONE = """
import os

from rashomon.engines import LocalEngine


def same(number):
    return number


def large(number):
    return 50_000


if __name__ == "__main__":
    engine = LocalEngine(2)
    for chunk in engine.map(same, range(60), size=large, lost=same):
        print(len(chunk), flush=True)
    os._exit(7)
"""


def test_workers_end_with_a_program_that_nobody_has_asked_about(tmp_path: Path) -> None:
    script = tmp_path / "gone.py"
    script.write_text(_GONE, encoding="utf-8")
    process = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    # Its workers hold this pipe as well; the program itself is asked about after that.
    with ThreadPoolExecutor(1) as reading:
        output = reading.submit(process.stdout.read)
        try:
            lines = output.result(timeout=60)
        except TimeoutError:
            pytest.fail("workers go on without the program that asked for them")
        finally:
            process.wait(60)
    assert sum(map(int, lines.split())) == 60
    assert process.returncode == 7


def test_workers_that_do_not_start_in_time_stop_the_engine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workers, "START_SECONDS", 0.05)
    monkeypatch.setattr(workers, "_sign_of_life", partial(time.sleep, 30))
    with LocalEngine(2) as engine, pytest.raises(WorkersError, match="within"):
        list(engine.map(double, range(400), size=large, lost=lambda n: (n, 0)))


def test_what_workers_have_done_is_taken_without_waiting_for_the_rest() -> None:
    with LocalEngine(2) as engine:
        flow = engine.map(double, range(400), size=large, lost=lambda n: (n, 0), depth=1_000)
        assert flow.spread
        taken = [pair for chunk in flow.finished() for pair in chunk]
        assert len(taken) < 400
        taken += [pair for chunk in flow for pair in chunk]
    assert [(n, made[0]) for n, made in taken] == [(n, 2 * n) for n in range(400)]


def test_work_for_this_process_waits_until_it_is_asked_for() -> None:
    with LocalEngine(1) as engine:
        flow = engine.map(double, range(400), size=large, lost=lambda n: (n, 0))
        assert not flow.spread
        assert not list(flow.finished())
        assert len([pair for chunk in flow for pair in chunk]) == 400


def test_workers_are_prepared_for_much_alone(tmp_path: Path) -> None:
    (tmp_path / "small.txt").write_text("a few words")
    (tmp_path / "large.txt").write_text("words " * 100_000)
    for processes, paths, begun in (
        (2, ["small.txt", "absent.txt"], False),
        (1, ["large.txt"], False),
        (2, ["."], True),
    ):
        with LocalEngine(processes) as engine:
            engine.prepare([tmp_path / path for path in paths])
            assert engine.prepared is begun
