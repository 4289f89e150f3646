"""Copies: articles {id, url, outlet, title, text, published} in, {id, family, parent, relation} out."""

from __future__ import annotations

import json
from pathlib import Path

from rashomon import copies
from rashomon.model import Article


def run(source: Path, target: Path) -> None:
    """Fold the articles of the JSON Lines file `source`; rows of families of two or more."""
    with source.open(encoding="utf-8") as lines:
        found = copies.find(_article(json.loads(line)) for line in lines if line.strip())
    with target.open("w", encoding="utf-8") as out:
        for copy in found:
            row = {
                "id": copy.article_id,
                "family": copy.family_id,
                "parent": copy.parent_id,
                "relation": copy.relation,
                "shared": copy.shared,
                "evidence": copy.evidence,
            }
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def _article(row: dict[str, str | None]) -> Article:
    return Article(
        id=str(row["id"]),
        page_id=str(row["id"]),
        kind="article",
        title=row.get("title"),
        standfirst=None,
        byline=None,
        outlet=row.get("outlet"),
        url=row.get("url"),
        published=row.get("published"),
        published_basis=None,
        language="und",
        text=row.get("text") or "",
        ranges=None,
    )
