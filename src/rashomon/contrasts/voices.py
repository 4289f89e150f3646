"""Omission: somebody whom at least two tellings quote, and whom another full one does not name.

The surname itself must be missing from that telling, so that no unfolded spelling or resolved
pronoun makes a lack.
"""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.contrasts import settings
from rashomon.contrasts.candidate import Candidate, Side
from rashomon.contrasts.lens import Lens
from rashomon.contrasts.utterances import Utterance, utterances
from rashomon.model import Article, Name


def detect(lens: Lens) -> Iterator[Candidate]:
    """The voices that most tellings have and a full later one lacks, the most quoted first."""
    if len(lens.tellings) < 3 or not lens.full:
        return
    quoted: dict[str, tuple[Name, dict[str, Utterance]]] = {}
    words: dict[str, int] = {}
    for article in lens.tellings:
        for utterance in utterances(lens, article):
            name = utterance.speaker
            if name is None or name.type != "person" or len(name.canonical.split()) < 2:
                continue
            if not _is_written(lens, utterance, name):
                continue  # "she said" may be somebody else
            first, last = max(utterance.sentences(), key=lambda s: s[1] - s[0])
            if last - first + 1 < settings.OMITTED_AT_LEAST:
                continue
            quoted.setdefault(name.id, (name, {}))[1].setdefault(article.id, utterance)
            words[name.id] = words.get(name.id, 0) + len(utterance.tokens)
    found = [
        candidate
        for i, (name, by_article) in sorted(quoted.items(), key=lambda q: (-words[q[0]], q[0]))
        if (candidate := _lacking(lens, name, by_article))
    ]
    yield from found[: settings.MOST_VOICES]


def _is_written(lens: Lens, utterance: Utterance, name: Name) -> bool:
    """The surname itself stands as the source of the words."""
    span = utterance.statement.speaker_span if utterance.statement else None
    return span is not None and name.canonical.split()[-1].casefold() in lens.words(span).casefold()


def _lacking(lens: Lens, name: Name, having: dict[str, Utterance]) -> Candidate | None:
    if len(having) < 2:
        return None
    surname = name.canonical.split()[-1].casefold()
    lacking = [
        a
        for a in lens.silent(having)
        if surname not in f"{a.title} {a.text}".casefold()
        and not any(_same(lens, a, m.referent, name) for m in lens.mentions[a.id])
    ]
    if not lacking or len(lacking) > len(having):
        return None
    where = " and ".join(dict.fromkeys(lens.outlet(a.id) for a in lacking[:2]))
    sides = tuple(side for u in having.values() if (side := _side(u)))
    return Candidate(
        f"Not named in {where}: {name.canonical}, whom others quote",
        "omission", "soft", sides, 0.5, tuple(a.id for a in lacking), sort="voice not found",
    )  # fmt: skip


def _same(lens: Lens, article: Article, referent: str, name: Name) -> bool:
    other = lens.name(article.id, referent)
    return other is not None and other.id == name.id


def _side(utterance: Utterance) -> Side | None:
    first, last = max(utterance.sentences(), key=lambda s: s[1] - s[0])
    span = utterance.span(first, last)
    if span.end - span.start > settings.MOST_WORDS_SHOWN:
        return None
    return Side(span, "quoted", " ".join(utterance.forms[first : last + 1]))
