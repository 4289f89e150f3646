"""The reader's layer as it leaves the desk: what the reader made, without the desk's own marks."""

from __future__ import annotations

import sqlite3
from typing import Any

from rashomon.interop.annotations import to_annotations

# What is tagged was opened or shown: the desk marks it by itself, to know what is new.
_OWN = "tagging"


def exported(db: sqlite3.Connection, *, seen: bool = False) -> dict[str, Any]:
    """Notes, what was saved, judged and hidden; with `seen` also what was opened and shown."""
    found = to_annotations(db)
    if seen:
        return found
    page = found["first"]
    items = [item for item in page["items"] if item["motivation"] != _OWN]
    return found | {"total": len(items), "first": page | {"items": items}}
