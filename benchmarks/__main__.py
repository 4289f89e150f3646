"""`python -m benchmarks TASK INPUT OUTPUT`: run the library over a benchmark's input.

Each task is the module of its name in `benchmarks/adaptors`, with a function `run(input, output)`.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

TASKS = ("pages", "extraction", "copies", "stories", "statements", "dates", "seeds")


def main(arguments: list[str]) -> int:
    if len(arguments) != 3 or arguments[0] not in TASKS:
        print(f"usage: python -m benchmarks {{{'|'.join(TASKS)}}} INPUT OUTPUT", file=sys.stderr)
        return 2
    task, source, target = arguments
    adaptor = importlib.import_module(f"benchmarks.adaptors.{task}")
    adaptor.run(Path(source), Path(target))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
