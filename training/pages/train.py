"""Train the two small forests of the flattened reader from randomly composed pages.

  python training/pages/train.py ARTICLES.jsonl [--pages 4000] [--second 2200] [--seed 1]

ARTICLES: JSON Lines with title, text and story (a key that articles on one event share; may be
absent). Writes units.npz and starts.npz into the package. Needs lightgbm beside the package's own
requirements; takes some ten minutes on one core. Same input and seed, same files.
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
from dataset import of_page, starts_of_page
from export import export
from source import Shelf, Source, load

import rashomon.reading.flattened as package
from rashomon.reading.flattened import forest
from rashomon.reading.flattened.boundaries import BOUNDARY
from rashomon.reading.flattened.features import NAMES
from rashomon.reading.flattened.labels import LABELS

TARGET = Path(package.__file__).parent
COMMON: dict[str, Any] = {
    "num_leaves": 16, "max_bin": 63, "verbose": -1, "num_threads": 1, "deterministic": True,
    "force_row_wise": True, "feature_fraction": 0.5, "feature_fraction_seed": 7, "seed": 7,
}  # fmt: skip


def part_of(source: Source) -> int:
    """0 to 9, the same for all articles of one story."""
    key = source.story or source.title
    return hashlib.md5(key.encode()).digest()[0] % 10


def gather(
    pages: Iterable[dict[str, Any]],
    rows_of: Callable[[dict[str, Any]], tuple[np.ndarray, np.ndarray]],
) -> tuple[np.ndarray, np.ndarray]:
    rows, wanted = [], []
    for page in pages:
        a, b = rows_of(page)
        if len(b):
            rows.append(a.astype(np.float32))
            wanted.append(b)
    return np.vstack(rows), np.concatenate(wanted)


def train_units(shelf: Shelf, options: argparse.Namespace, began: float) -> None:
    composer = Composer(shelf, options.seed)
    rows, wanted = gather((composer.page(k) for k in range(options.pages)), of_page)
    print(
        f"units: {len(rows)} rows of {options.pages} pages, {time.time() - began:.0f} s", flush=True
    )
    settings = {
        **COMMON,
        "objective": "multiclass",
        "num_class": len(LABELS),
        "learning_rate": 0.15,
        "min_data_in_leaf": 40,
    }
    booster = lightgbm.train(settings, lightgbm.Dataset(rows, wanted), 60)
    export(booster, NAMES, len(LABELS), TARGET / "units.npz")
    forest.load.cache_clear()
    print(f"units.npz written, {time.time() - began:.0f} s", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--pages", type=int, default=4000)
    parser.add_argument("--second", type=int, default=2200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--starts-only", action="store_true", help="keep units.npz as it is")
    options = parser.parse_args()
    sources = load(options.articles)
    first = Shelf([s for s in sources if part_of(s) < 6])
    second = Shelf([s for s in sources if 6 <= part_of(s) < 8])
    began = time.time()

    if not options.starts_only:
        train_units(first, options, began)
    composer = Composer(second, options.seed + 1)
    rows, wanted = gather((composer.page(k) for k in range(options.second)), starts_of_page)
    print(
        f"starts: {len(rows)} rows, {wanted.mean():.2f} begin, {time.time() - began:.0f} s",
        flush=True,
    )
    settings = {**COMMON, "objective": "binary", "learning_rate": 0.1, "min_data_in_leaf": 30}
    booster = lightgbm.train(settings, lightgbm.Dataset(rows, wanted), 100)
    export(booster, BOUNDARY, 1, TARGET / "starts.npz")
    gain = booster.feature_importance("gain")
    print("most used:", ", ".join(BOUNDARY[k] for k in np.argsort(-gain)[:15]))
    print(f"starts.npz written, {time.time() - began:.0f} s")


if __name__ == "__main__":
    main()
