"""The plain way to group news: one pass over time, TF-IDF, an index of active story centroids.

  python -m benchmarks.baselines.stories_single_pass INPUT OUTPUT
  python -m benchmarks.baselines.stories_single_pass --speed INPUT

The second form times this and the library in one process, articles already read, the best of
three runs each, and prints articles a second (CPU time) and their ratio.
"""

from __future__ import annotations

import json
import math
import re
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

from benchmarks.adaptors.stories import article_of
from rashomon import stories
from rashomon.model import Article

# The best of a few settings on the sets with a lead: days of silence after which a story is
# closed, the cosine that joins, candidates looked at, words of the text that are read.
DAYS, LIKENESS, CANDIDATES, WORDS = 1, 0.15, 30, 300
_WORD = re.compile(r"\w+")
_STOP = frozenset(
    "the a an of to in and on for is that with as at by it from be are was his he has have said "
    "who will not this but they its an or after their about which more she her had we".split()
)


def group(articles: list[Article]) -> list[int]:
    """The story of each article, in the order given."""
    order = sorted(
        range(len(articles)), key=lambda i: (articles[i].published or "", articles[i].id)
    )
    frequency: Counter[str] = Counter()
    centroids: list[dict[str, float]] = []
    norms: list[float] = []
    last: list[float] = []
    index: dict[str, list[int]] = defaultdict(list)
    found = [0] * len(articles)
    for seen, place in enumerate(order, 1):
        article = articles[place]
        day = _day(article.published)
        counts: Counter[str] = Counter()
        for word in _WORD.findall((article.title or "").lower()):
            counts[word] += 3
        counts.update(_WORD.findall(article.text[: WORDS * 8].lower())[:WORDS])
        frequency.update(counts.keys())
        vector = {
            w: (1 + math.log(c)) * math.log(1 + seen / frequency[w])
            for w, c in counts.items()
            if w not in _STOP
        }
        length = math.sqrt(sum(v * v for v in vector.values())) or 1.0
        touched: Counter[int] = Counter()
        for word in sorted(vector, key=vector.__getitem__, reverse=True)[:20]:
            active = [s for s in index[word] if last[s] >= day - DAYS]
            index[word] = active
            for story in active:
                touched[story] += vector[word]  # type: ignore[assignment]
        best, likeness = -1, LIKENESS
        for story, _ in touched.most_common(CANDIDATES):
            centroid = centroids[story]
            dot = sum(v * centroid.get(w, 0.0) for w, v in vector.items())
            cosine = dot / (length * norms[story])
            if cosine > likeness:
                best, likeness = story, cosine
        if best < 0:
            best = len(centroids)
            centroids.append({})
            norms.append(1.0)
            last.append(day)
        centroid = centroids[best]
        for word, value in vector.items():
            if word not in centroid:
                index[word].append(best)
            centroid[word] = centroid.get(word, 0.0) + value / length
        norms[best] = math.sqrt(sum(v * v for v in centroid.values())) or 1.0
        last[best] = max(last[best], day)
        found[place] = best
    return found


def _day(published: str | None) -> float:
    if not published:
        return 0.0
    return time.mktime(time.strptime(published[:10], "%Y-%m-%d")) / 86400


def main(arguments: list[str]) -> None:
    speed = arguments[0] == "--speed"
    source = Path(arguments[1] if speed else arguments[0])
    with source.open(encoding="utf-8") as lines:
        articles = [article_of(json.loads(line)) for line in lines]
    if not speed:
        with Path(arguments[1]).open("w", encoding="utf-8") as rows:
            for article, story in zip(articles, group(articles), strict=True):
                rows.write(json.dumps({"id": article.id, "story": f"s{story}"}) + "\n")
        return
    rates = []
    for run in (lambda: group(articles), lambda: stories.group(articles, ())):
        took = []
        for _ in range(3):
            start = time.process_time()
            run()
            took.append(time.process_time() - start)
        rates.append(len(articles) / min(took))
    print(
        f"single pass {rates[0]:.0f}, stories {rates[1]:.0f} articles a CPU second: "
        f"{rates[1] / rates[0]:.2f} times"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
