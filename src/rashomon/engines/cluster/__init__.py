"""The pipeline on Daft, on this machine or over Ray: pages in, Parquet tables out.

Needs the extra `rashomon[cluster]`; nothing else of the library imports this package.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

# Neither of the two may call home.
os.environ.setdefault("DAFT_ANALYTICS_ENABLED", "0")
os.environ.setdefault("DO_NOT_TRACK", "true")
os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")

import daft

from rashomon.engines.cluster import flow
from rashomon.errors import RashomonError
from rashomon.progress import Progress

__all__ = ["run"]

_chosen: list[tuple[str, str | None]] = []


def run(
    paths: Sequence[str],
    to: Path,
    show: Progress,
    fetched: str | None = None,
    *,
    ray: bool = False,
    address: str | None = None,
) -> dict[str, int]:
    """Read `paths` and leave the tables of `tables.COLUMNS` under `to`; gives their row counts.

    With `ray`, on the cluster at `address`, or else on one that is started on this machine; there
    `paths` and `to` must be on storage that all its machines see. A job that was stopped goes on
    where it was when it is asked for again. Raises as the stages do; one bad page stops nothing.
    """
    _choose("ray" if ray else "native", address)
    return flow.run(paths, to, show, fetched)


def _choose(runner: str, address: str | None) -> None:
    """Have Daft run natively or over Ray; a process can choose once."""
    if (runner, address) in _chosen:
        return
    if _chosen:
        raise RashomonError("one process runs on one engine: start another for the other")
    if runner == "ray":
        daft.set_runner_ray(address)
    else:
        daft.set_runner_native()
    _chosen.append((runner, address))
