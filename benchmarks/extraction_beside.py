"""Article text out of HTML, beside trafilatura, in one run.

  python -m benchmarks.extraction_beside FOLDER

FOLDER holds html/*.html.gz and ground-truth.json ({page: {"articleBody": text}}), as the public
article-extraction benchmark has them. Prints F1 of mean precision and mean recall over 4-word
shingles for all pages, the pages used for tuning (every second, by name) and the rest; and how
many pages a CPU second, taken page by page in turn.
"""

from __future__ import annotations

import gzip
import json
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from rashomon.model import Page
from rashomon.reading import read

Shingles = Counter[tuple[str, ...]]


def shingles(text: str, size: int = 4) -> Shingles:
    words = re.findall(r"\w+", text)
    return Counter(
        tuple(words[k : k + size]) for k in range(max(1, len(words) - size + 1)) if words
    )


def score(pairs: list[tuple[Shingles, Shingles]]) -> str:
    """F1, precision and recall of (truth, given) shingles, each page weighing the same."""
    precision = statistics.mean((t & g).total() / g.total() if g else 0.0 for t, g in pairs)
    recall = statistics.mean((t & g).total() / max(t.total(), 1) for t, g in pairs)
    f1 = 2 * precision * recall / (precision + recall or 1)
    return f"{f1:.4f} ({precision:.3f} {recall:.3f})"


def ours(html: str) -> str:
    articles = read(Page("1p", "page", "text/html", None, html)).articles
    return "\n\n".join(article.text for article in articles if article.kind != "teaser")


def systems() -> dict[str, Callable[[str], str]]:
    import trafilatura

    return {
        "rashomon": ours,
        "trafilatura fast": lambda html: trafilatura.extract(html, fast=True) or "",
        "trafilatura precision": lambda html: trafilatura.extract(html, favor_precision=True) or "",
        "trafilatura": lambda html: trafilatura.extract(html) or "",
    }


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    pages = sorted(truth)
    given: dict[str, list[tuple[Shingles, Shingles]]] = {name: [] for name in systems()}
    seconds: Counter[str] = Counter()
    for system in systems().values():
        system("<p>The first call loads what the others need.</p>" * 30)
    for page in pages:
        data = (folder / "html" / f"{page}.html.gz").read_bytes()
        html = gzip.decompress(data).decode("utf-8", "replace")
        gold = shingles(truth[page]["articleBody"])
        for name, system in systems().items():
            start = time.process_time()
            text = system(html)
            seconds[name] += time.process_time() - start
            given[name].append((gold, shingles(text)))
    print(
        f"{len(pages)} pages             F1 all (precision recall)  tuned on              not tuned on          pages/CPU s"
    )
    for name, pairs in given.items():
        rate = len(pages) / seconds[name]
        print(f"{name:22} {score(pairs)}  {score(pairs[::2])}  {score(pairs[1::2])}  {rate:.0f}")
    print(f"speed beside trafilatura fast: {seconds['trafilatura fast'] / seconds['rashomon']:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
