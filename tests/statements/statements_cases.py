"""The stage's own test set: invented pieces with their statements, and how they are scored."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon import names, statements
from rashomon.model import Article, Statement

FOLDER = Path(__file__).parent / "cases"
SECOND = Path(__file__).parent / "cases_second"  # composed and labelled by who wrote no rule
_WORD = re.compile(r"\w+")


def make_article(text: str, *, language: str = "en", outlet: str | None = None) -> Article:
    """An article with this text and nothing else."""
    return Article(
        id="a", page_id="p", kind="article", title=None, standfirst=None, byline=None,
        outlet=outlet, url=None, published=None, published_basis=None, language=language,
        text=text, ranges=None,
    )  # fmt: skip


def extract(text: str, *, language: str = "en") -> tuple[Statement, ...]:
    """The statements of an article with this text."""
    article = make_article(text, language=language)
    return statements.extract(article, names.mentions(article))


def worded(text: str) -> tuple[tuple[Statement, str], ...]:
    """Each statement with its words."""
    return tuple(
        (one, " … ".join(text[s.start : s.end] for s in one.content)) for one in extract(text)
    )


def said(text: str) -> list[tuple[str | None, str]]:
    """Speaker and words of each statement."""
    return [(one.speaker, words) for one, words in worded(text)]


@dataclass
class Case:
    """A piece and what it says; `pairs` are (gold, found) with IoU of words at .5 or more."""

    name: str
    article: Article
    gold: list[dict[str, Any]]
    found: tuple[Statement, ...]
    pairs: list[tuple[int, int]]


def words(text: str) -> Counter[str]:
    """Words of a text, counted."""
    return Counter(word.casefold() for word in _WORD.findall(text))


def content(case_text: str, statement: Statement) -> str:
    """What a statement says, as it stands in the text."""
    return " ".join(case_text[span.start : span.end] for span in statement.content)


def load(folder: Path = FOLDER) -> Iterator[Case]:
    """All pieces, with the stage's statements matched one to one to those expected."""
    for path in sorted(folder.glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        article = make_article(record["text"], language=record["language"], outlet=record["outlet"])
        found = statements.extract(article)
        ranked = []
        for i, gold in enumerate(record["statements"]):
            wanted = words(" ".join(gold["content"]))
            for j, statement in enumerate(found):
                have = words(content(article.text, statement))
                share = sum((wanted & have).values()) / max(1, sum((wanted | have).values()))
                if share >= 0.5:
                    ranked.append((-share, i, j))
        pairs: list[tuple[int, int]] = []
        for _, i, j in sorted(ranked):
            if all(i != a and j != b for a, b in pairs):
                pairs.append((i, j))
        yield Case(path.stem, article, record["statements"], found, pairs)


def same_name(given: str | None, wanted: str | None) -> bool:
    """Whether two names are the same but for articles and case."""
    if given is None or wanted is None:
        return given is wanted
    strip = re.compile(r"^(?:the|a|an|dr\.?|justice)\s+", re.IGNORECASE)
    return strip.sub("", given).casefold() == strip.sub("", wanted).casefold()
