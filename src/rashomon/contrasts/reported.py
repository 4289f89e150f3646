"""Attribution: one statement under a cue that judges and under a plain one, in other words as well.

    Orlan claimed that the boat was inside its waters  |  Orlan said the boat was inside its waters

Where the words are the same, `cues` compares them; here the same person says the same content
words, quoted or reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from rashomon.contrasts import cues, settings
from rashomon.contrasts.candidate import Candidate, Side
from rashomon.contrasts.context import stems
from rashomon.contrasts.lens import Lens
from rashomon.model import Article, Name, Span, Statement

_LEAST = 4  # content words that both have ...
_SHARE = 0.6  # ... and this share of the shorter's
_LONGER = 0.35  # ... and of the longer's
# To threaten or to attack is what was done, whatever words report it.
_OWN_ACTS = frozenset(("threat", "attack"))


@dataclass(frozen=True, slots=True)
class _Said:
    statement: Statement
    who: Name
    about: frozenset[str]
    cue: str
    judges: str
    span: Span


def detect(lens: Lens) -> Iterator[Candidate]:
    found = {a.id: list(_said(lens, a)) for a in lens.tellings}
    for one, two in combinations(lens.tellings, 2):
        best: tuple[float, _Said, _Said] | None = None
        for a in found[one.id]:
            for b in found[two.id]:
                if a.judges == b.judges or a.who.id != b.who.id:
                    continue
                shared = len(a.about & b.about)
                low, high = sorted((len(a.about), len(b.about)))
                if shared < max(_LEAST, _SHARE * low, _LONGER * high):
                    continue
                score = shared / high
                if best is None or score > best[0]:
                    best = (score, a, b)
        if best:
            _, a, b = best
            sides = tuple(Side(s.span, s.cue, s.judges) for s in (a, b))
            yield Candidate(
                f"How {_possessive(a.who.canonical)} words are introduced", "attribution", "soft", sides,
                0.55, sort="other cue, reported",
            )  # fmt: skip


def _possessive(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _said(lens: Lens, article: Article) -> Iterator[_Said]:
    for statement in lens.statements[article.id]:
        span = statement.cue_span
        who = lens.name(article.id, statement.speaker)
        if span is None or who is None or who.type == "place" or not statement.content:
            continue
        if not statement.speech or statement.within:
            continue
        if not cues.is_named(article, statement, who):
            continue
        words = article.text[span.start : span.end]
        judges = cues.judgement(words)
        if judges is None or judges in _OWN_ACTS or len(words.split()) > settings.LONGEST_CUE:
            continue
        text = " ".join(lens.words(s) for s in statement.content)
        about = stems(text) - stems(who.canonical)
        if len(about) >= _LEAST:
            start = min(span.start, statement.content[0].start)
            end = max(span.end, statement.content[-1].end)
            if end - start > settings.MOST_WORDS_SHOWN:
                start, end = span.start, span.end
            yield _Said(statement, who, about, words, judges, Span(article.id, start, end))
