"""The whole as a chain of peers: a folder of HTML pages to a file of what each of them found."""

from __future__ import annotations

import gzip
import json
import time
from pathlib import Path
from typing import Any

from benchmarks.peers import copies, dates, statements, stories


def chain(source: Path, target: Path) -> None:
    """trafilatura, datasketch, HDBSCAN on TF-IDF, rules and entities of spaCy, dateparser.

    Without names folded, chains, differences, an index to search, or a desk to read it on.
    """
    import trafilatura

    seconds: dict[str, float] = {}

    def took(name: str, since: float) -> float:
        now = time.process_time()
        seconds[name] = seconds.get(name, 0.0) + now - since
        return now

    clock = time.process_time()
    rows: list[dict[str, Any]] = []
    for path in sorted(source.glob("*.html.gz")):
        html = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
        found = trafilatura.bare_extraction(html, fast=True, with_metadata=True)
        if found is not None and found.text:
            rows.append(
                {"id": path.name, "title": found.title, "text": found.text, "dct": found.date}
            )
    clock = took("reading", clock)
    families = copies.fold([(row["id"], row["text"]) for row in rows], 0.5)
    clock = took("copies", clock)
    labels = stories.group([f"{row['title'] or ''}\n{row['text']}" for row in rows])
    clock = took("stories", clock)
    for row in rows:
        parsed = list(statements.paragraphs(row["text"], entities=True))
        row["names"] = sorted({f"{e.label_} {e.text}" for _, doc in parsed for e in doc.ents})
        row["statements"] = list(statements.by_rules(parsed))
    clock = took("statements, names", clock)
    for row in rows:
        row["dates"] = dates.searched(row["text"], row["dct"])
    took("dates", clock)
    with target.open("w", encoding="utf-8") as out:
        out.write(json.dumps({"pages": len(rows), "seconds": seconds}) + "\n")
        for row, label in zip(rows, labels, strict=True):
            row |= {"family": families[row["id"]], "story": label}
            out.write(json.dumps(row) + "\n")
