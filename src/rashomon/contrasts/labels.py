"""Wording: rival labels for one thing (war, conflict, invasion), from a small sourced table.

Counted in the outlet's own words alone: what stands in quotation marks is somebody else's. Told
only where each telling keeps to its label: it uses one, more than in passing, and never the other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from rashomon.contrasts import settings
from rashomon.contrasts.candidate import Candidate, Side
from rashomon.contrasts.context import sentences, starts
from rashomon.contrasts.lens import Lens
from rashomon.model import Article, Span
from rashomon.text.quotes import quotations

_NAME = r"(?-i:(?P<name>[A-Z][\w-]+(?:\s[A-Z][\w-]+)?))"


@dataclass(frozen=True, slots=True)
class _Label:
    family: str
    topic: str
    label: str
    capital: bool  # its words are names
    quick: tuple[str, ...]
    starts: frozenset[str]
    patterns: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class _Use:
    start: int
    end: int
    label: _Label


@cache
def _table() -> tuple[_Label, ...]:
    text = resources.files("rashomon.contrasts").joinpath("labels.tsv").read_text("utf-8")
    found = []
    for line in text.splitlines():
        if line and not line.startswith("#"):
            family, topic, label, begin, pattern = line.split("\t")
            # One pattern an alternative: a name group may stand once in each.
            parts = _alternatives(pattern) if "{}" in pattern else [pattern]
            made = tuple(
                re.compile(rf"\b(?:the )?(?:{p.replace('{}', _NAME)})\b", re.I) for p in parts
            )
            found.append(
                _Label(
                    family,
                    topic,
                    label,
                    "{}" in pattern or pattern != pattern.lower(),
                    tuple(begin.split("|")),
                    starts(begin),
                    made,
                )
            )
    return tuple(found)


def _alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern that stand outside its brackets."""
    found, depth, last = [], 0, 0
    for at, mark in enumerate(pattern):
        depth += (mark == "(") - (mark == ")")
        if mark == "|" and not depth:
            found.append(pattern[last:at])
            last = at + 1
    return [*found, pattern[last:]]


def detect(lens: Lens) -> Iterator[Candidate]:
    """Families of which tellings use different labels, each its own alone."""
    used: dict[tuple[str, str], dict[str, list[_Use]]] = defaultdict(dict)
    for article in lens.tellings:
        headed = _in_title(article)
        for (family, name), uses in _uses(lens, article).items():
            if not headed.get(family, set()) - {u.label.label for u in uses}:
                used[family, name][article.id] = uses
    for (_, name), by_article in sorted(used.items()):
        if len(by_article) < 2:
            continue
        shown = _kept(by_article, name)
        if not shown:
            continue
        count = sum(len(uses) for uses in by_article.values())
        sides = tuple(
            Side(Span(i, use.start, use.end), use.label.label, use.label.label)
            for i, use in shown.items()
        )
        topic = next(iter(shown.values())).label.topic.replace("{}", name)
        yield Candidate(topic, "wording", "strong", sides, 0.5 + 0.02 * min(count, 5), sort="label")


def _kept(by_article: dict[str, list[_Use]], name: str) -> dict[str, _Use]:
    """Tellings that each keep to one label, and not the same."""
    keeping = {i: uses for i, uses in by_article.items() if len({u.label.label for u in uses}) == 1}
    labels = {uses[0].label.label for uses in keeping.values()}
    count = sum(len(uses) for uses in keeping.values())
    if len(labels) < 2 or count < (2 if name else settings.LABEL_USES):
        return {}
    if not name and any(_total(keeping, k) < settings.LABEL_USES_EACH for k in labels):
        return {}  # without a name beside it, one use may speak of something else
    return {i: uses[0] for i, uses in keeping.items()}


def _total(keeping: dict[str, list[_Use]], label: str) -> int:
    return sum(len(uses) for uses in keeping.values() if uses[0].label.label == label)


def _uses(lens: Lens, article: Article) -> dict[tuple[str, str], list[_Use]]:
    text = article.text
    quoted = [(q.start, q.end) for q in quotations(text)]
    lowered = text.lower()
    if len(lowered) != len(text):  # a capital that is two letters small
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    found: dict[tuple[str, str], list[_Use]] = defaultdict(list)
    begun: frozenset[str] = frozenset().union(*(place.starts for place in sentences(lens, article)))
    for label in _table():
        near = [] if label.starts.isdisjoint(begun) else _near(lowered, label.quick)
        if not near:
            continue
        for pattern in label.patterns:
            for match in (m for start, end in near for m in pattern.finditer(text, start, end)):
                if any(s < match.end() and match.start() < e for s, e in quoted):
                    continue
                if not label.capital and _titled(match.group()):
                    continue  # the "Climate Crisis" of a committee's name
                named = pattern.groupindex.get("name")
                name = _folded(lens, article, match) if named else ""
                if name is None:
                    continue
                found[label.family, name].append(_Use(match.start(), match.end(), label))
    return {k: sorted(v, key=lambda u: u.start) for k, v in found.items()}


def _titled(words: str) -> bool:
    """Two or more words that are all capitalised, an article aside."""
    found = words.removeprefix("the ").removeprefix("The ").split()
    return len(found) > 1 and all(w[:1].isupper() for w in found)


def _in_title(article: Article) -> dict[str, set[str]]:
    """The labels of each family that stand in the headline: they count against keeping to another."""
    found: dict[str, set[str]] = defaultdict(set)
    begun = starts(article.title or "")
    for label in _table():
        if not label.starts.isdisjoint(begun) and any(
            pattern.search(article.title or "") for pattern in label.patterns
        ):
            found[label.family].add(label.label)
    return found


def _near(lowered: str, words: tuple[str, ...]) -> list[tuple[int, int]]:
    """Stretches around each place where a label's quick words stand, joined and in order."""
    places = []
    for word in words:
        at = lowered.find(word)
        while at >= 0:
            places.append((max(0, at - settings.LABEL_REACH), at + settings.LABEL_REACH))
            at = lowered.find(word, at + len(word))
    joined: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _folded(lens: Lens, article: Article, match: re.Match[str]) -> str | None:
    """The name beside the label as the story calls it; demonyms meet their places there."""
    start, end = match.span("name")
    for mention in lens.mentions[article.id]:
        if mention.start < end and start < mention.end:
            name = lens.name(article.id, mention.referent)
            return (name.canonical if name else mention.referent).removesuffix(" (government)")
    return None
