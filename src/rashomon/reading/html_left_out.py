"""What an HTML page's articles do not hold of its visible text, by name."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model import Article, Rejected
from rashomon.reading.html_tree import Line


def left_out(
    page_id: str, lines: Sequence[Line], articles: Sequence[Article]
) -> tuple[Rejected, ...]:
    """Ranges of the visible text that stand in no article, neighbours of one reason as one."""
    taken = {
        " ".join(paragraph.split())
        for article in articles
        for paragraph in article.text.split("\n\n")
    }
    rows: list[Rejected] = []
    for line in lines:
        if line.text in taken:
            continue
        if rows and rows[-1].range is not None and rows[-1].range[1] + 1 == line.start:
            rows[-1] = Rejected(page_id, (rows[-1].range[0], line.end), "reading", "furniture")
        else:
            rows.append(Rejected(page_id, (line.start, line.end), "reading", "furniture"))
    return tuple(rows)
