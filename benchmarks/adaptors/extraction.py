"""The extraction task: a folder with html/*.html.gz to one JSON file of article texts."""

from __future__ import annotations

import json
from pathlib import Path

from rashomon.errors import SourceError
from rashomon.intake import pages
from rashomon.reading import read


def run(source: Path, target: Path) -> None:
    """Write {page: {"articleBody": text}}; a page without an article has an empty text."""
    found: dict[str, dict[str, str]] = {}
    folder = source / "html" if (source / "html").is_dir() else source
    for item in pages([str(folder)]):
        if isinstance(item, SourceError):
            print(item)
            continue
        if isinstance(item, Exception):
            raise item
        page, rejected = item
        name = Path(page.origin).name.partition(".")[0]
        articles = () if rejected else read(page).articles
        text = "\n\n".join(article.text for article in articles if article.kind != "teaser")
        found[name] = {"articleBody": text}
    target.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
