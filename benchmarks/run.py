"""`make bench`: every adaptor over the shared data, one after the other, with its scorer, and the
whole pipeline (see `whole`).

The shared data is not part of the project; where it is absent this says so, and measures the whole
on generated pages alone. CPU seconds are of the whole adaptor's process, start-up included, children too.
"""

from __future__ import annotations

import platform
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
# task, input, output, scorer, gold; all below the folder of benchmarks
RUNS = (
    ("pages", "pages/open.jsonl", "pages.jsonl", "score_pages.py", "pages/open.jsonl"),
    ("extraction", "extraction", "text.json", "score_extraction.py", "extraction/ground-truth.json"),
    ("copies", "copies/articles.jsonl", "copies.jsonl", "score_copies.py", "copies/truth.jsonl"),
    *(
        ("stories", f"stories/{name}.jsonl", f"{name}.jsonl", "score_stories.py", f"stories/{name}.jsonl")
        for name in ("leads_dense", "full_dense", "allsides_leads", "uci_titles")
    ),
    ("statements", "statements/polnear_dev.jsonl", "said.jsonl", "statements/score.py", "statements/polnear_dev.jsonl"),
    ("dates", "dates/tbaq.jsonl", "dates.jsonl", "score_dates.py", "dates/tbaq.jsonl"),
    ("seeds", "../seeds", "seeds", "score_seeds.py", "seeds/gold_open.json"),
)  # fmt: skip


def main() -> int:
    bench = SHARED / "bench"
    print(f"Python {platform.python_version()}, {platform.machine()}", flush=True)
    failed = 0
    if not bench.is_dir():
        print(f"no benchmark data at {bench}: quality is not measured", file=sys.stderr)
    else:
        with tempfile.TemporaryDirectory() as folder:
            failed = sum(_run(bench, Path(folder), *one) for one in RUNS)
    print(flush=True)
    return 1 if failed + _whole() else 0


def _run(
    bench: Path, folder: Path, task: str, source: str, target: str, scorer: str, gold: str
) -> int:
    """One adaptor with its scorer; 1 where either fails."""
    output = folder / target
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "benchmarks", task, str(bench / source), str(output)]
    status = subprocess.run(command, cwd=ROOT, check=False).returncode
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"\n## {task} {source}  ({seconds:.1f} CPU seconds)", flush=True)
    if status:
        return 1
    scoring = [sys.executable, str(bench / scorer), str(bench / gold), str(output)]
    return int(subprocess.run(scoring, check=False).returncode != 0)


def _whole() -> int:
    command = [sys.executable, "-m", "benchmarks.whole"]
    return int(subprocess.run(command, cwd=ROOT, check=False).returncode != 0)


if __name__ == "__main__":
    sys.exit(main())
