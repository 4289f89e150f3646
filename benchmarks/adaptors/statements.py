"""Statements: {id, text} in, {id, attributions: [{source, cue, content}]} out."""

from __future__ import annotations

import json
from pathlib import Path

from rashomon import names, statements
from rashomon.model import Article, Span


def _article(identifier: str, text: str) -> Article:
    return Article(
        id=identifier, page_id=identifier, kind="article", title=None, standfirst=None,
        byline=None, outlet=None, url=None, published=None, published_basis=None,
        language="en", text=text, ranges=None,
    )  # fmt: skip


def _pairs(*spans: Span | None) -> list[list[int]]:
    return [[span.start, span.end] for span in spans if span is not None]


def run(source: Path, target: Path) -> None:
    """Extracts the statements of every line of `source`; offsets are code points of its text."""
    with source.open(encoding="utf-8") as lines, target.open("w", encoding="utf-8") as out:
        for line in lines:
            if not line.strip():
                continue
            record = json.loads(line)
            article = _article(str(record["id"]), record["text"])
            rows = [
                {
                    "source": _pairs(statement.speaker_span),
                    "cue": _pairs(statement.cue_span),
                    "content": _pairs(*statement.content),
                }
                for statement in statements.extract(article, names.mentions(article))
            ]
            out.write(json.dumps({"id": record["id"], "attributions": rows}) + "\n")
