"""Whose voice an article is.

Articles of one outlet are one voice, and so are outlets of one owner; so are two texts that have
several sentences in the same words, quotations left out: both took them from one source, such as
an agency that neither credits.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from rashomon import outlets
from rashomon.agreement import settings
from rashomon.model import Article
from rashomon.text.quotes import quotations
from rashomon.text.sentences import sentence_spans


def of(articles: Sequence[Article]) -> dict[str, str]:
    """Article id to the name of its voice."""
    voice = {a.id: _owner(a) for a in articles}
    for one, two in _of_one_source(articles):
        if (old := voice[two]) != (new := voice[one]):
            voice = {k: new if v == old else v for k, v in voice.items()}
    return voice


def _owner(article: Article) -> str:
    if not article.outlet:
        return article.page_id  # a stream that names no outlet is one outlet's, as far as we know
    row = outlets.find(article.outlet)
    return row.group or row.name if row else outlets.canonical(article.outlet).casefold()


def _of_one_source(articles: Sequence[Article]) -> list[tuple[str, str]]:
    """Pairs of articles that have several sentences in the same words, in order."""
    homes: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for n, article in enumerate(articles):
        for run in _runs(article):
            homes[run].add(n)
    shared: Counter[tuple[int, int]] = Counter()
    for where in homes.values():
        if 1 < len(where) <= settings.ANCHOR_TELLINGS * 3:
            shared.update(combinations(sorted(where), 2))
    return [
        (articles[a].id, articles[b].id)
        for (a, b), n in sorted(shared.items())
        if n >= settings.WIRE_SENTENCES
    ]


def _runs(article: Article) -> set[tuple[str, ...]]:
    """The first words of each part of a sentence that the writer wrote."""
    text = article.text
    marks = [(q.outer_start, q.outer_end) for q in quotations(text)]
    found = set()
    at = 0
    for start, end in sentence_spans(text):
        while at < len(marks) and marks[at][1] <= start:
            at += 1
        if at < len(marks) and marks[at][0] < end:
            continue
        words = text[start:end].casefold().replace("’", "'").split()
        if len(words) >= settings.WIRE_RUN:
            found.add(tuple(words[-settings.WIRE_RUN :]))
    return found
