"""A process that stays: `python -m benchmarks.peers.worker MODULE FUNCTION`.

Reads lines of JSON [source, target] from standard input, calls FUNCTION with the two paths, and
answers with one line of JSON: CPU seconds of this process and its ended children for that call.
It keeps to one core, so that nothing is spread over processes whose time would not be counted.
Imports and loading of models happen at the first call, which its caller throws away.
"""

from __future__ import annotations

import importlib
import json
import os
import resource
import sys
from pathlib import Path


def cpu() -> float:
    """User and system seconds of this process and of the children that have ended."""
    own = resource.getrusage(resource.RUSAGE_SELF)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def main(module: str, function: str) -> int:
    """Answers until standard input ends."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # whatever a library prints goes to stderr
    run = getattr(importlib.import_module(module), function)
    for line in sys.stdin:
        source, target = json.loads(line)
        start = cpu()
        run(Path(source), Path(target))
        print(json.dumps(cpu() - start), file=answers, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
