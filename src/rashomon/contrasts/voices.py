"""Omission: somebody whom at least two tellings let speak, and whom another full one does not name.

The surname itself must stand as the source in both, and nowhere in the third, so that no unfolded
spelling and no pronoun makes a lack. One of them at least quotes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from rashomon.contrasts import settings
from rashomon.contrasts.candidate import Candidate, Side
from rashomon.contrasts.charged import is_charged, is_heated
from rashomon.contrasts.lens import Lens
from rashomon.contrasts.wording import tokens
from rashomon.model import Article, Name, Span, Statement

# "Orrick's family said": not Orrick.
# Roles of those who answer for somebody. General English of news.
_FOR_A_SIDE = re.compile(
    r"\b(?:spokes(?:man|woman|person)|press secretary|attorney|lawyer|counsel|advoca\w+|opponent|critic|"
    r"(?:minority|majority|opposition) (?:leader|whip)|speaker|director|union|rights)\b",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"[’']s\s+\w")


def detect(lens: Lens) -> Iterator[Candidate]:
    """The voices that most tellings have and a full later one lacks, the most quoted first."""
    if len(lens.tellings) < 3 or not lens.full:
        return
    names = {n.id: n for n in lens.material.names}
    said: dict[str, dict[str, list[Side]]] = {}
    for article in lens.tellings:
        for statement in lens.statements[article.id]:
            name = lens.name(article.id, statement.speaker)
            if name is None or not _is_named_source(lens, article, statement, name):
                continue
            if side := _side(lens, statement):
                said.setdefault(name.id, {}).setdefault(article.id, []).append(side)
    found = [
        (-_weight(by_article), name_id, candidate)
        for name_id, by_article in said.items()
        if (candidate := _lacking(lens, names[name_id], by_article))
    ]
    kept: Counter[str] = Counter()
    for _, _, candidate in sorted(found, key=lambda f: f[:2]):
        kept[candidate.sort] += 1
        if kept[candidate.sort] <= settings.MOST_VOICES:
            yield candidate


def _is_named_source(lens: Lens, article: Article, statement: Statement, name: Name) -> bool:
    """A person whose surname itself stands as the source of the words."""
    span = statement.speaker_span
    if span is None or name.type != "person" or len(name.canonical.split()) < 2:
        return False
    surname = name.canonical.split()[-1].casefold()
    return (
        statement.speech
        and surname in lens.words(span).casefold()
        and not _POSSESSIVE.match(article.text, span.end)
    )


def _side(lens: Lens, statement: Statement) -> Side | None:
    """The longest stretch of what was said, quoted first."""
    span = max(statement.content, key=lambda s: s.end - s.start, default=None)
    if span is None or span.end - span.start > settings.MOST_WORDS_SHOWN:
        return None
    forms = [t.form for t in tokens(lens.words(span))]
    if len(forms) < settings.OMITTED_AT_LEAST:
        return None
    reading = "reported" if statement.kind == "indirect" else "quoted"
    return Side(Span(span.article_id, span.start, span.end), reading, " ".join(forms))


def _weight(by_article: dict[str, list[Side]]) -> int:
    """Tellings first, then words quoted."""
    words = sum(len(s.value.split()) for sides in by_article.values() for s in sides)
    return 1000 * len(by_article) + words


def _lacking(lens: Lens, name: Name, having: dict[str, list[Side]]) -> Candidate | None:
    if len(having) < 2:
        return None
    best = {
        i: max(s, key=lambda s: (s.reading == "quoted", len(s.value))) for i, s in having.items()
    }
    if not any(side.reading == "quoted" for side in best.values()):
        return None
    quoted = sum(side.reading == "quoted" for side in best.values()) > 1
    said = [[lens.words(s.span) for s in sides] for sides in having.values()]
    heard = sum(any(is_charged(w) for w in words) for words in said)
    heated = sum(any(is_heated(w) for w in words) for words in said)
    if not (heard or quoted):
        return None
    weight = min(heard, 2) + (heated > 1) + _answers(lens, name, having)
    surname = name.canonical.split()[-1].casefold()
    lacking = [
        a
        for a in lens.silent(having, name.id)
        if surname not in f"{a.title} {a.text}".casefold()
        and not any(_same(lens, a, m.referent, name) for m in lens.mentions[a.id])
    ]
    if not lacking or len(lacking) > len(having):
        return None
    where = " and ".join(dict.fromkeys(lens.outlet(a.id) for a in lacking[:2]))
    return Candidate(
        f"Not named in {where}: {name.canonical}, whom others quote",
        "omission", "soft", tuple(best.values()), 0.24 + 0.07 * min(weight, 3), tuple(a.id for a in lacking),
        sort="voice not found" if weight >= settings.VOICE_FROM else "voice not found, plain",
        who=name.canonical,
    )  # fmt: skip


def _answers(lens: Lens, name: Name, having: Iterable[str]) -> bool:
    """Whether the person speaks for a side: its spokesman, its lawyer, one who pleads for it."""
    return any(
        _FOR_A_SIDE.search(mention.role or "")
        for article_id in having
        for mention in lens.mentions[article_id]
        if mention.role and _same(lens, lens.articles[article_id], mention.referent, name)
    )


def _same(lens: Lens, article: Article, referent: str, name: Name) -> bool:
    other = lens.name(article.id, referent)
    return other is not None and other.id == name.id
