"""Stories: reads articles as records, groups them, writes {id, story} for `score_stories.py`."""

from __future__ import annotations

import json
from pathlib import Path

from rashomon import stories
from rashomon.model import Article


def run(input: Path, output: Path) -> None:
    """Groups the articles of the JSON Lines file `input`; one row an article in `output`."""
    articles = []
    with input.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                articles.append(article_of(json.loads(line)))
    with output.open("w", encoding="utf-8") as rows:
        for story in stories.group(articles, ()):
            for article_id in story.article_ids:
                rows.write(json.dumps({"id": article_id, "story": story.id}) + "\n")


def article_of(record: dict[str, str | None]) -> Article:
    """The article of one record, as a user's program would make it."""
    identity = str(record["id"])
    return Article(
        id=identity,
        page_id=identity,
        kind="article",
        title=record.get("title") or None,
        standfirst=None,
        byline=None,
        outlet=record.get("source") or None,
        url=record.get("url") or None,
        published=record.get("published") or None,
        published_basis=None,
        language="und",
        text=record.get("text") or "",
        ranges=None,
    )
