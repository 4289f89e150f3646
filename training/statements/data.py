"""Annotated documents as tokens."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from typing import Any

from rashomon.statements.document import Document, Range
from rashomon.statements.words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
)


@dataclass(slots=True)
class Example:
    """A document with its attributions: cue, source and content ranges in tokens, cue heads."""

    document: Document
    cues: list[Range]
    sources: list[list[Range]]
    contents: list[list[Range]]
    heads: list[int]


def _closed(lower: str) -> bool:
    """Whether a word only goes with a cue: auxiliaries, adverbs, determiners, prepositions."""
    return (
        lower in AUXILIARIES
        or lower in ADVERBS
        or lower in DETERMINERS
        or lower in PREPOSITIONS - {"according", "per"}
        or lower in PRONOUNS
        or lower in CONJUNCTIONS
        or lower in NEGATIONS
        or (lower.endswith("ly") and lower != "reportedly")
        or lower in ("to", "'s", "’s", "him", "her", "them")
    )


def _tokens(document: Document, span: list[int]) -> Range | None:
    first = document.token_at(span[0])
    last = bisect_left(document.starts, span[1])
    return (first, last) if first < last else None


def read(records: list[dict[str, Any]]) -> list[Example]:
    """Records {text, attributions} as examples; the head of a cue is its most cue-like word."""
    examples = []
    total: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for record in records:
        document = Document(record["text"])
        example = Example(document, [], [], [], [])
        for row in record["attributions"]:
            cue = [span for span in (_tokens(document, part) for part in row["cue"]) if span]
            content = [
                span for span in (_tokens(document, part) for part in row["content"]) if span
            ]
            source = [span for span in (_tokens(document, part) for part in row["source"]) if span]
            if not cue or not content:
                continue
            example.cues.append((cue[0][0], cue[-1][1]))
            example.contents.append(content)
            example.sources.append(source)
        total.update(document.lower)
        hits.update(document.lower[at] for span in example.cues for at in range(*span))
        examples.append(example)
    for example in examples:
        lower = example.document.lower
        for span in example.cues:
            places = [at for at in range(*span) if not _closed(lower[at])] or list(range(*span))
            head = max(places, key=lambda at: (hits[lower[at]] / (total[lower[at]] + 20), -at))
            example.heads.append(head)
    return examples
