"""Postings in levels on the desk: found again whatever parts they came in, a few of them at little cost."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.store import Desk, copy_postings
from rashomon.store.copy_postings import DeskPostings

PARTS = st.lists(st.integers(0, 90), min_size=1, max_size=14)


def arrays(chance: random.Random, count: int, rows: int) -> tuple[np.ndarray, np.ndarray]:
    hashes = [chance.choice((chance.getrandbits(32), chance.randint(0, 40))) for _ in range(count)]
    return np.array(hashes, np.uint32), np.array([rows] * count, np.uint32)


@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(PARTS, st.integers(0, 1 << 30), st.booleans())
def test_what_was_pushed_is_found_in_whatever_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, parts: list[int], seed: int, again: bool
) -> None:
    # As of a desk of millions, in small: levels of 16, 128 and 1,024, of shards of 4.
    monkeypatch.setattr(copy_postings, "_FIRST", 16)
    monkeypatch.setattr(copy_postings, "_SHARD", 4)
    chance = random.Random(seed)
    known: Counter[tuple[int, int]] = Counter()
    (tmp_path / "x.db").unlink(missing_ok=True)
    with Desk(tmp_path / "x.db", write=True) as desk, desk.transaction() as db:
        postings = DeskPostings(db)
        for row, count in enumerate(parts):
            hashes, rows = arrays(chance, count if chance.random() < 0.5 else count % 16, row)
            postings.push(hashes, rows)
            known.update(zip(hashes.tolist(), rows.tolist(), strict=True))
            if again:
                postings = DeskPostings(db)  # as the next build finds them
        wanted = np.array(sorted({h for h, _ in known} | {7, 1 << 31}), np.uint32)
        places, owners = postings.of(wanted)
        found = Counter(zip(wanted[places].tolist(), owners.tolist(), strict=True))
        sizes = db.execute("SELECT level, size FROM copy_levels WHERE level >= 0").fetchall()
    assert found == known
    assert sum(size for _, size in sizes) == sum(known.values())
    assert all(size <= copy_postings._capacity(level) for level, size in sizes)


def test_a_few_never_cost_a_level(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Levels that are all full: one article more rewrites a few shards of each, and no level."""
    monkeypatch.setattr(copy_postings, "_FIRST", 64)
    monkeypatch.setattr(copy_postings, "_SHARD", 16)
    chance = random.Random(5)
    with Desk(tmp_path / "x.db", write=True) as desk, desk.transaction() as db:
        postings = DeskPostings(db)
        for level in (3, 2, 1, 0):
            postings.push(*arrays(chance, copy_postings._capacity(level) - 8, level))
        before = db.total_changes
        most = 0
        for row in range(60):
            at = db.total_changes
            postings.push(*arrays(chance, 8, row))
            most = max(most, db.total_changes - at)
        whole = db.execute("SELECT count(*) FROM copy_postings").fetchone()[0]
        assert db.total_changes > before
    assert whole > 1_500
    assert most < 150
