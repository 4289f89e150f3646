"""pages: a file of pages {page, text, ...} -> the articles found in each, with their ranges."""

from __future__ import annotations

import json
from pathlib import Path

from rashomon.model import Page, content_id
from rashomon.reading.flattened import read_flattened


def run(source: Path, target: Path) -> None:
    """Read every page of the JSON Lines file `source` and write {page, articles} to `target`."""
    with source.open(encoding="utf-8") as lines, target.open("w", encoding="utf-8") as out:
        for line in lines:
            if not line.strip():
                continue
            record = json.loads(line)
            text = record["text"]
            page = Page(content_id("page", text), str(record["page"]), "text/plain", None, text)
            articles = [
                {"kind": a.kind, "title": a.title, "ranges": [list(r) for r in a.ranges or ()]}
                for a in read_flattened(page).articles
            ]
            out.write(json.dumps({"page": record["page"], "articles": articles}) + "\n")
