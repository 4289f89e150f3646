"""What readers found, against what the program gives now: python -m benchmarks.read_again PATH ...

Each PATH is what `benchmarks.read_statements` drew from; the verdicts are those of
`readings/statements-*.csv`. A statement is known again by its id, which hangs on its article and its
words alone, so that a verdict on a speaker may be older than the speaker that is given now. Printed:
of the statements found right and wrong, how many are still given and how many are stated; and the
share found right by the confidence that they have now.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from rashomon import names, statements
from rashomon.errors import SourceError
from rashomon.intake import pages
from rashomon.model import Statement
from rashomon.reading import read

READINGS = Path(__file__).parent / "readings"
STEPS = (0.0, 0.3, 0.45, 0.6, 0.7, 0.8, 0.85, 0.9, 1.01)


def verdicts(folder: Path = READINGS) -> dict[tuple[str, str], list[bool]]:
    """By article and statement, whether each reader found it right."""
    found: dict[tuple[str, str], list[bool]] = {}
    for path in sorted(folder.glob("statements-*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                key = row["article"], row["statement"]
                found.setdefault(key, []).append(row["verdict"] == "right")
    return found


def given(paths: Iterable[str], wanted: set[str]) -> Iterator[tuple[str, tuple[Statement, ...]]]:
    """Of the articles of `wanted`, by id, what the program gives now."""
    seen: set[str] = set()
    for item in pages(list(paths)):
        if isinstance(item, SourceError) or item[1] is not None:
            continue
        for article in read(item[0]).articles:
            if article.id in wanted and article.id not in seen:
                seen.add(article.id)
                yield article.id, statements.extract(article, names.mentions(article))


def table(read_: dict[tuple[str, str], list[bool]], now: dict[str, dict[str, Statement]]) -> str:
    """The lines that are printed."""
    lines = [f"{'':12} {'read':>6} {'given':>6} {'stated':>6}"]
    joined: list[tuple[float, bool]] = []
    for right in (True, False):
        counts = [0, 0, 0]
        for (article, statement), found in read_.items():
            if article not in now:
                continue
            same = now[article].get(statement)
            for verdict in found:
                if verdict is right:
                    counts[0] += 1
                    counts[1] += same is not None
                    counts[2] += same is not None and same.sure
                    if same is not None:
                        joined.append((same.confidence, right))
        lines.append(f"{'right' if right else 'wrong':12} " + " ".join(f"{n:6}" for n in counts))
    lines.append(f"\n{'confidence':12} {'given':>6} {'right':>6}")
    for low, high in pairwise(STEPS):
        here = [right for confidence, right in joined if low <= confidence < high]
        if here:
            lines.append(
                f"{low:.2f} to {min(high, 1):.2f} {len(here):6} {sum(here) / len(here):6.2f}"
            )
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Print the two tables; see the module's docstring."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", metavar="PATH")
    options = parser.parse_args(arguments)
    found = verdicts()
    now = {
        article: {one.id: one for one in said}
        for article, said in given(options.paths, {article for article, _ in found})
    }
    print(table(found, now))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
