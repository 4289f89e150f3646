"""A page under construction, with the truth for every character, and how headlines are set."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_SENTENCE = re.compile(r"(?<=[.!?])[\"”’']?\s+(?=[A-Z“\"])")
_SMALL = frozenset("a an the of in on at to for and or by with from as but".split())


def sentences(text: str) -> list[str]:
    return [s.strip() for s in _SENTENCE.split(text) if s.strip()]


def title_case(text: str) -> str:
    words = text.split()
    return " ".join(
        w if k and w.lower() in _SMALL else w[:1].upper() + w[1:] for k, w in enumerate(words)
    )


def sentence_case(text: str, body: str) -> str:
    """Lower the words that the article itself writes in lower case."""
    lower = set(re.findall(r"\b[a-z]+\b", body))
    words = text.split()
    return " ".join(
        w if k == 0 or re.sub(r"\W", "", w).lower() not in lower else w.lower()
        for k, w in enumerate(words)
    )


@dataclass
class Builder:
    text: str = ""
    segments: list[dict[str, object]] = field(default_factory=list)

    def add(self, text: str, after: str, kind: str, part: str, article: str | None = None) -> None:
        start = len(self.text)
        self.text += text + after
        self.segments.append(
            {"start": start, "end": len(self.text), "kind": kind, "article": article, "part": part}
        )

    def junk(self, lines: list[str], after: str, last: str | None = None) -> None:
        for k, line in enumerate(lines):
            self.add(
                line, after if k + 1 < len(lines) or last is None else last, "furniture", "body"
            )
