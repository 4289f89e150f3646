"""Wording: a headline with a word that judges, beside one on the same event without it.

    Orlan lashes out at envoy  |  Orlan criticizes envoy’s plan

Both headlines name the same person, body or thing; words in quotation marks are somebody else's.
Comment says so in its headline, and is not compared with news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from rashomon.contrasts import settings
from rashomon.contrasts.candidate import Candidate, Side
from rashomon.contrasts.context import stems
from rashomon.contrasts.headline_angles import angle, same_act
from rashomon.contrasts.headline_words import PLAIN, judging
from rashomon.contrasts.lens import Lens
from rashomon.model import Article, Span
from rashomon.text.quotes import quotations

# Questions and advice judge as a matter of course.
_ASKS = re.compile(
    r"^(?:why|how|what|who|here[’']s|is|has|are|can|should|guess|oh|don[’']t|\d+ (?:winners|takeaways|things))\b|\?$",
    re.IGNORECASE,
)
_COMMENT = re.compile(
    r"^(?:opinion|comment|analysis|editorial|column|review|perspective)\b|\bopinions?\b\s*(?:[:|]|$)|explained\b",
    re.IGNORECASE,
)
# "I", "we", "my": somebody's own account.
_FIRST = re.compile(r"(?<![“\"‘'.\w])(?:I|I[’']m|[Ww]e|[Mm]y|[Oo]ur)\s(?!\.)")


def detect(lens: Lens) -> Iterator[Candidate]:
    """A headline that judges with the plain one that is nearest; else two that lead elsewhere."""
    titled = [a for a in lens.tellings if a.title and not _is_comment(a) and len(a.title) < 300]
    news = [a for a in titled if not _ASKS.search((a.title or "").strip())]
    plain = [a for a in news if not judging(a.title or "")]  # not in quotation marks either
    found = [
        (near, word, a, b)
        for a in news
        if (word := _judges(a.title or ""))
        for b in plain
        if (near := _near(a, b, word))
    ]
    if found:
        near, _, _, nearest = max(found, key=lambda f: (f[0], -titled.index(f[2])))
        yield _judged([(w, a) for _, w, a, b in found if b is nearest], nearest, near)
        return
    pairs = [(far, (a, b)) for a, b in combinations(titled, 2) if (far := angle(a, b)) is not None]
    if pairs:
        far, pair = max(pairs, key=lambda p: p[0])
        yield _leads(pair, titled, far)


def _judges(title: str) -> tuple[int, str] | None:
    """Where the first judging word outside quotation marks stands, and the word."""
    quoted = [(q.outer_start, q.outer_end) for q in quotations(title)]
    for start, end, family in judging(title):
        if family not in PLAIN and not any(s <= start < e for s, e in quoted):
            return start, title[start:end].strip()
    return None


def _near(one: Article, two: Article, word: tuple[int, str]) -> int:
    """Content words that two headlines share, where these hold the subject of the judging one."""
    title = one.title or ""
    other = stems(two.title or "")
    shared = len(stems(title) & other)
    subject = stems(title[: word[0]]) or stems(title)
    return shared if shared >= settings.HEADLINE_SHARED and subject & other else 0


def _judged(
    judged: list[tuple[tuple[int, str], Article]], nearest: Article, near: int
) -> Candidate:
    sides = [_side(a, f"“{word}”", word.casefold()) for (_, word), a in judged]
    shown = ", ".join(dict.fromkeys(f"“{word}”" for (_, word), _ in judged))
    return Candidate(
        f"How the headlines put it: {shown}", "wording", "soft",
        (*sides, _side(nearest, "no such word", "plain")), 0.45 + 0.03 * min(near, 4),
        sort="headline",
    )  # fmt: skip


def _leads(pair: tuple[Article, Article], titled: list[Article], far: float) -> Candidate:
    shown = [*pair, *(a for a in titled if a not in pair)][: settings.MOST_HEADLINES]
    sides = tuple(_side(a, "headline", (a.title or "").casefold()) for a in shown)
    sort = "headline leads" if far >= settings.LEADS_FROM else "headline leads, plainly"
    if same_act(*pair):
        sort = "headline leads, same act"
    return Candidate(
        "What the headlines put first", "wording", "soft", sides, 0.25 + 0.06 * min(far, 4.0),
        sort=sort,
    )  # fmt: skip


def _is_comment(article: Article) -> bool:
    title = article.title or ""
    return bool(
        _COMMENT.search(title) or _COMMENT.search(article.outlet or "") or _FIRST.search(title)
    )


def _side(article: Article, reading: str, value: str) -> Side:
    end = min(len(article.title or ""), settings.MOST_WORDS_SHOWN)
    return Side(Span(article.id, 0, end), reading, value, field="title")
