"""Pairs joined rightly on small desks: python -m benchmarks.training.stories_small_desks FILE [SEED]

FILE holds articles with the id of their story. Each of 60 desks is an article and 5 to 39 of those
of ten days around it that name most of what it names; of three stories in five, one article only.
Many a pair that counts as wrong is a follow-up, which the sets give a story of its own.
"""

from __future__ import annotations

import json
import random
import sys
import zlib
from collections import Counter
from pathlib import Path

from benchmarks.adaptors.stories import article_of
from rashomon.stories import features, grouping, settings
from rashomon.stories.features import Features

DESKS, SIZES, DAYS = 60, (6, 10, 15, 25, 40), 5.0
Row = tuple[Features, str, str]


def desk(rows: list[Row], common: set[str], lots: random.Random) -> list[Row]:
    """Articles like one drawn by lot, in the order of time."""
    centre, size = lots.choice(rows)[0], lots.choice(SIZES)
    names = {name for name, _ in centre.names} - common
    near = [r for r in rows if abs((r[0].when.first or 0) - (centre.when.first or 0)) <= DAYS]
    near.sort(key=lambda r: (-len(names & {name for name, _ in r[0].names}), r[1]))
    told: Counter[str] = Counter()
    kept = []
    for row in near[: 2 * size]:
        if told[row[2]] < (1 if zlib.crc32(row[2].encode()) % 100 < 60 else 3):
            told[row[2]] += 1
            kept.append(row)
    return sorted(kept[:size], key=lambda r: grouping.time_key(r[0], r[1]))


def main(source: Path, seed: int) -> None:
    records = [json.loads(line) for line in source.open(encoding="utf-8")]
    rows = [(features.of(article_of(r)), r["id"], r["story"]) for r in records]
    held = Counter(word for row in rows for word in row[0].lead)
    common = {word for word, count in held.items() if count >= len(rows) / 5}
    lots = random.Random(seed)
    right = joined = true = 0
    for _ in range(DESKS):
        made = desk(rows, common, lots)
        cluster = grouping.by_event([row[0] for row in made], settings.LEAN).cluster
        for i in range(len(made)):
            for j in range(i):
                same, together = made[i][2] == made[j][2], cluster[i] == cluster[j]
                right += same and together
                joined += together
                true += same
    print(f"pairs: precision {right / joined:.3f} of {joined}, recall {right / true:.3f} of {true}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 7)
