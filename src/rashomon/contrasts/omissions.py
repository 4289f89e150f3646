"""Omission: what at least two independent tellings have and another full one does not.

Worded "not found in this text". The telling that lacks it must be full and must not have appeared
before those that have it; a name counts only after folding, so that another spelling is no lack.
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from rashomon.contrasts import settings
from rashomon.contrasts.candidate import Candidate, Side
from rashomon.contrasts.lens import Lens
from rashomon.contrasts.wording import grams, tokens
from rashomon.model import Article, Span, Statement


def detect(lens: Lens) -> Iterator[Candidate]:
    """Quotations that two or more tellings have and a full later one lacks."""
    if len(lens.tellings) < 3:
        return
    lengths = {a.id: len(tokens(a.text)) for a in lens.tellings}
    full = [
        a
        for a in lens.tellings
        if lengths[a.id] >= max(settings.FULL_WORDS, settings.FULL_SHARE * median(lengths.values()))
    ]
    known = {
        a.id: grams([t.form for t in tokens(a.text)], settings.SHARED_RUN) for a in lens.tellings
    }
    seen: set[tuple[str, ...]] = set()
    for article in lens.tellings:
        for statement in lens.statements[article.id]:
            candidate = _quotation(lens, article, statement, full, known, seen)
            if candidate:
                yield candidate


def _quotation(
    lens: Lens,
    article: Article,
    statement: Statement,
    full: list[Article],
    known: dict[str, set[tuple[str, ...]]],
    seen: set[tuple[str, ...]],
) -> Candidate | None:
    speaker = lens.name(article.id, statement.speaker)
    if statement.kind == "indirect" or speaker is None or speaker.type != "person":
        return None
    span = statement.content[0]
    forms = [t.form for t in tokens(article.text, span.start, span.end)]
    runs = grams(forms, settings.SHARED_RUN)
    if len(forms) < settings.OMITTED_AT_LEAST or any(run in seen for run in runs):
        return None
    having = [a for a in lens.tellings if len(runs & known[a.id]) >= len(runs) / 2]
    if len(having) < 2:
        return None
    latest = max((a.published or "" for a in having), default="")
    lacking = [
        a
        for a in full
        if a not in having and not runs & known[a.id] and (a.published or "") >= latest
    ]
    if not lacking:
        return None
    seen.update(runs)
    sides = tuple(_side(a, runs) for a in having)
    outlets = ", ".join(dict.fromkeys(lens.outlet(a.id) for a in lacking))
    return Candidate(
        f"{speaker.canonical}’s words are not found in {outlets}",
        "omission", "soft", tuple(s for s in sides if s), 0.5, tuple(a.id for a in lacking),
    )  # fmt: skip


def _side(article: Article, runs: set[tuple[str, ...]]) -> Side | None:
    """The stretch of the article's text that holds the quotation's words in a row."""
    found = tokens(article.text)
    forms = [t.form for t in found]
    size = settings.SHARED_RUN
    at = [i for i in range(len(forms) - size + 1) if tuple(forms[i : i + size]) in runs]
    if not at:
        return None
    last = at[0]
    for i in at:
        if i - last <= size:
            last = i
    span = Span(article.id, found[at[0]].start, found[last + size - 1].end)
    if span.end - span.start > settings.MOST_WORDS_SHOWN:
        span = Span(article.id, span.start, found[at[0] + size - 1].end)
    return Side(span, "told", " ".join(forms[at[0] : last + size]))
