"""How often title, standfirst and byline are told apart from the text, on pages with truth.

  python -m benchmarks.page_parts PAGES.jsonl

PAGES in the form of score_pages.py's gold (benchmarks.page_layouts makes such pages). Counted over
articles whose body is found at an intersection over union of .9: a title is right when it is the
printed one; a standfirst likewise; a byline when none of its characters is in an article's text.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from rashomon.model import Article, Page, content_id
from rashomon.reading.flattened import read_flattened


def characters(text: str, ranges: list[tuple[int, int]]) -> set[int]:
    return {k for start, end in ranges for k in range(start, end) if not text[k].isspace()}


def gold_articles(page: dict[str, Any]) -> dict[str, dict[str, list[tuple[int, int]]]]:
    """For each article of a page the ranges of its parts, first printing only."""
    found: dict[str, dict[str, list[tuple[int, int]]]] = {}
    for segment in page["segments"]:
        if segment["kind"] == "article" and segment["article"]:
            parts = found.setdefault(segment["article"], {})
            parts.setdefault(segment["part"], []).append((segment["start"], segment["end"]))
    return {key: parts for key, parts in found.items() if "body" in parts}


def tally(page: dict[str, Any], counts: Counter[str]) -> None:
    text = page["text"]
    record = Page(content_id("page", text), page["page"], "text/plain", None, text)
    articles = [a for a in read_flattened(record).articles if a.kind == "article"]
    taken = [(a, characters(text, list(a.ranges or ()))) for a in articles]
    everything = set().union(*(t for _, t in taken)) if taken else set()
    for parts in gold_articles(page).values():
        body = characters(text, parts["body"])
        heads = characters(text, [r for name in parts if name != "body" for r in parts[name]])
        match = next((a for a, t in taken if len(t & body) >= 0.9 * len((t - heads) | body)), None)
        if match is None:
            continue
        counts["articles"] += 1
        _compare(text, parts, match, counts)
        if "byline" in parts:
            counts["bylines"] += 1
            counts["bylines right"] += not (characters(text, parts["byline"]) & everything)


def _compare(
    text: str, parts: dict[str, list[tuple[int, int]]], article: Article, counts: Counter[str]
) -> None:
    for name, value in (("title", article.title), ("standfirst", article.standfirst)):
        printed = {" ".join(text[s:e].split()) for s, e in parts.get(name, [])}
        given = " ".join(value.split()) if value else None
        counts[f"{name}s printed"] += bool(printed)
        counts[f"{name}s given"] += given is not None
        counts[f"{name}s right"] += given in printed if given else 0


def main(path: Path) -> None:
    counts: Counter[str] = Counter()
    for line in path.open(encoding="utf-8"):
        tally(json.loads(line), counts)
    print(f"articles found {counts['articles']}")
    for name in ("title", "standfirst"):
        right, given, printed = (counts[f"{name}s {x}"] for x in ("right", "given", "printed"))
        print(
            f"{name}: precision {right / max(1, given):.3f} of {given}, recall {right / max(1, printed):.3f} of {printed}"
        )
    print(f"bylines outside the text {counts['bylines right']} of {counts['bylines']}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
