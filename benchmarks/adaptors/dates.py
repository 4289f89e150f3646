"""Task "dates": rows {id, dct, text} to rows {id, timex: [{start, end, type, value}]}."""

from __future__ import annotations

import json
from pathlib import Path

from rashomon.timeline import timexes


def run(input: Path, output: Path) -> None:
    """Find and resolve the date expressions of each row of `input`; write one row for each."""
    with input.open(encoding="utf-8") as rows, output.open("w", encoding="utf-8") as out:
        for line in rows:
            if not line.strip():
                continue
            row = json.loads(line)
            found = [
                {"start": t.start, "end": t.end, "type": t.type, "value": t.value}
                for t in timexes(row["text"], row.get("dct"))
            ]
            out.write(json.dumps({"id": row["id"], "timex": found}, ensure_ascii=False) + "\n")
