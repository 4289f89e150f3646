"""Articles that training pages are composed from: JSON Lines with title, text and story."""

from __future__ import annotations

import json
import random
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from rashomon.reading.flattened import patterns as p

_TERMINAL = re.compile(r"[.!?…][\"'”’)\]]*$")
_NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")


@dataclass(frozen=True)
class Source:
    title: str
    paragraphs: tuple[str, ...]
    # For each paragraph whether it is a heading within the text.
    heads: tuple[bool, ...]
    story: str
    # All that the file has as the article's text, with what each paragraph is: body, subhead, or
    # junk (a caption, an ask, a credit, a link that the file's own extractor left in).
    rough: tuple[tuple[str, str], ...] = ()


def load(path: Path) -> list[Source]:
    """The usable articles of a file; `paragraphs` are without captions, asks and credits."""
    found = []
    for line in path.open(encoding="utf-8"):
        row = json.loads(line)
        title = " ".join(row["title"].split())
        paragraphs: list[str] = []
        heads: list[bool] = []
        rough: list[tuple[str, str]] = []
        for raw in row["text"].split("\n\n"):
            text = " ".join(raw.split())
            if not text or text == title:
                continue
            rough.append((text, _rough_kind(text)))
            if _junk(text):
                continue
            whole = bool(_TERMINAL.search(text)) or text.endswith(":")
            words = text.count(" ") + 1
            if not whole:
                if words > 10 or not paragraphs or (heads and heads[-1]):
                    continue
            elif words < 5 and not paragraphs:
                continue
            paragraphs.append(text)
            heads.append(not whole)
        while heads and heads[-1]:
            heads.pop()
            paragraphs.pop()
        size = sum(len(t) for t in paragraphs)
        if len(paragraphs) >= 3 and size >= 700 and 3 <= title.count(" ") + 1 <= 24:
            while rough[-1][1] == "subhead":
                rough.pop()
            found.append(
                Source(title, tuple(paragraphs), tuple(heads), row.get("story", ""), tuple(rough))
            )
    return found


def _rough_kind(text: str) -> str:
    """Short lines without a stop may be headings or links: all are read as headings."""
    if _junk(text):
        return "junk"
    whole = bool(_TERMINAL.search(text)) or text.endswith(":")
    return "body" if whole or text.count(" ") > 9 else "subhead"


def _junk(text: str) -> bool:
    head, tail = text[:300], text[-300:]
    if p.CAPTION.search(tail) or p.CAPTION.search(head[:60]) or p.ASK.match(head):
        return True
    short = len(text) <= 200
    return bool(
        p.LEGAL.search(tail) or p.NOTE.match(head) or (p.PROMO.search(head) and len(text) < 300)
        or (short and (p.CREDIT.search(text) or p.BIO.search(text) or p.URL.search(text)))
        or (short and (p.MORE.match(text) or p.LISTHEAD.match(text) or p.MORE_INLINE.match(text)))
    )  # fmt: skip


class Shelf:
    """Articles to draw from: at random, of one story, or of one name in their headlines."""

    def __init__(self, sources: list[Source]) -> None:
        self.sources = sources
        self.stories: dict[str, list[Source]] = defaultdict(list)
        self.names: dict[str, list[Source]] = defaultdict(list)
        for source in sources:
            self.stories[source.story].append(source)
            for name in sorted(set(_NAME.findall(source.title))):
                self.names[name].append(source)
        self.common = sorted(n for n, s in self.names.items() if len(s) >= 8)

    def draw(self, rng: random.Random, count: int, topic: float) -> list[Source]:
        """`count` different articles; in a share `topic` of the draws they have one topic."""
        pool = self.sources
        if rng.random() < topic:
            pool = self.names[rng.choice(self.common)]
            if rng.random() < 0.3:
                pool = [*self.stories[rng.choice(pool).story], *pool]
        unique = list({s.title: s for s in pool}.values())
        chosen = rng.sample(unique, min(count, len(unique)))
        while len(chosen) < count:
            chosen.append(rng.choice(self.sources))
        rng.shuffle(chosen)
        return chosen
