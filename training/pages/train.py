"""Train the small forests of the flattened reader from randomly composed pages.

  python training/pages/train.py ARTICLES.jsonl [--pages 4000] [--second 2200] [--seed 1]

ARTICLES: JSON Lines with title, text and story (a key that articles on one event share; may be
absent). Writes units.npz, starts.npz and heads.npz into the package. Needs lightgbm beside the
package's own requirements; takes some twenty minutes on one core. Same input and seed, same files.
"""

from __future__ import annotations

import argparse
import hashlib
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from compose import Composer
from dataset import Rows, heads_of_page, of_page, starts_of_page
from export import export
from source import Shelf, Source, load

import rashomon.reading.flattened as package
from rashomon.reading.flattened import forest
from rashomon.reading.flattened.boundaries import BOUNDARY
from rashomon.reading.flattened.features import NAMES
from rashomon.reading.flattened.heads import HEADS, PARTS
from rashomon.reading.flattened.labels import LABELS
from rashomon.reading.flattened.neighbours import NEARBY
from rashomon.reading.flattened.voices import VOICES

TARGET = Path(package.__file__).parent
COMMON: dict[str, Any] = {
    "num_leaves": 16, "max_bin": 63, "verbose": -1, "num_threads": 1, "deterministic": True,
    "force_row_wise": True, "feature_fraction": 0.4, "feature_fraction_seed": 7, "seed": 7,
}  # fmt: skip
UNITS = {"objective": "multiclass", "num_class": len(LABELS), "learning_rate": 0.15, "min_data_in_leaf": 40}  # fmt: skip
STARTS = {"objective": "binary", "learning_rate": 0.06, "min_data_in_leaf": 60, "lambda_l2": 5.0}
PLACES = {"objective": "multiclass", "num_class": len(PARTS), "learning_rate": 0.1, "min_data_in_leaf": 30}  # fmt: skip


def part_of(source: Source) -> int:
    """0 to 9, the same for all articles of one story."""
    key = source.story or source.title
    return hashlib.md5(key.encode()).digest()[0] % 10


def gather(
    pages: Iterable[dict[str, Any]], rows_of: Callable[[dict[str, Any]], Rows]
) -> tuple[np.ndarray, np.ndarray]:
    rows, wanted = [], []
    for page in pages:
        a, b = rows_of(page)
        if len(b):
            rows.append(a.astype(np.float32))
            wanted.append(b)
    return np.vstack(rows), np.concatenate(wanted)


def train(
    name: str,
    columns: tuple[str, ...],
    data: tuple[np.ndarray, np.ndarray],
    settings: dict[str, Any],
    rounds: int,
) -> None:
    """One forest, written into the package under `name`."""
    began = time.time()
    rows, wanted = data
    booster = lightgbm.train({**COMMON, **settings}, lightgbm.Dataset(rows, wanted), rounds)
    export(booster, columns, settings.get("num_class", 1), TARGET / name)
    forest.load.cache_clear()
    gain = booster.feature_importance("gain")
    used = ", ".join(columns[k] for k in np.argsort(-gain)[:15])
    print(f"{name}: {len(rows)} rows, {time.time() - began:.0f} s; most used: {used}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--pages", type=int, default=4000)
    parser.add_argument("--second", type=int, default=2200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--from-stage", choices=("units", "starts", "heads"), default="units")
    options = parser.parse_args()
    sources = load(options.articles)
    first = Composer(Shelf([s for s in sources if part_of(s) < 6]), options.seed)
    second = Composer(Shelf([s for s in sources if 6 <= part_of(s) < 8]), options.seed + 1)

    if options.from_stage == "units":
        rows = gather((first.page(k) for k in range(options.pages)), of_page)
        train("units.npz", NAMES + VOICES, rows, UNITS, 60)
    count = options.second
    if options.from_stage in ("units", "starts"):
        rows = gather((second.page(k) for k in range(count)), starts_of_page)
        train("starts.npz", BOUNDARY + NEARBY, rows, STARTS, 300)
    rows = gather((second.page(count + k) for k in range(count)), heads_of_page)
    train("heads.npz", HEADS, rows, PLACES, 60)


if __name__ == "__main__":
    main()
