"""The label of every unit of a page whose segments are known."""

from __future__ import annotations

from typing import Any

from rashomon.reading.flattened import labels
from rashomon.reading.flattened.units import Unit

_PART = {
    "title": labels.TITLE, "standfirst": labels.STANDFIRST, "byline": labels.META,
    "body": labels.BODY, "subhead": labels.SUBHEAD,
}  # fmt: skip


def label_units(page: dict[str, Any], units: list[Unit]) -> list[int]:
    """Labels as in `labels.LABELS`: each unit's from the segment that holds most of it."""
    segments = page["segments"]
    out: list[int] = []
    k = 0
    begun: set[str] = set()
    last_head: dict[str, bool] = {}
    first_text: dict[str, str] = {}
    for unit in units:
        while k + 1 < len(segments) and segments[k]["end"] <= unit.start:
            k += 1
        segment = segments[k]
        j = k
        while j + 1 < len(segments) and segments[j + 1]["start"] < unit.end:
            j += 1
            if min(unit.end, segments[j]["end"]) - max(unit.start, segments[j]["start"]) > (
                min(unit.end, segment["end"]) - max(unit.start, segment["start"])
            ):
                segment = segments[j]
        label = labels.OTHER
        article = segment["article"]
        if segment["kind"] == "article":
            label = _PART.get(segment["part"], labels.OTHER)
            if label in (labels.TITLE, labels.STANDFIRST, labels.META):
                last_head[article] = True
            elif label == labels.BODY:
                again = unit.text == first_text.get(article)
                if article not in begun or last_head.get(article) or again:
                    label = labels.FIRST
                    begun.add(article)
                    first_text.setdefault(article, unit.text)
                last_head[article] = False
        elif segment["kind"] in ("teaser", "sponsored"):
            label = labels.TITLE if segment["part"] == "title" else labels.TEASER
        out.append(label)
    return out
