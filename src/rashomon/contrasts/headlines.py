"""Wording: a headline with a word that judges, beside one on the same event without it.

    Orlan lashes out at envoy  |  Orlan criticizes envoy’s plan

Both headlines name the same person, body or thing; words in quotation marks are somebody else's.
Comment says so in its headline, and is not compared with news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from rashomon.contrasts import settings
from rashomon.contrasts.candidate import Candidate, Side
from rashomon.contrasts.context import stems
from rashomon.contrasts.headline_words import PLAIN, SAME_ACT, judging
from rashomon.contrasts.lens import Lens
from rashomon.model import Article, Span
from rashomon.text.quotes import quotations

# What turns a headline from the event to what it means, who is to blame and what is asked.
_TURN = re.compile(
    r"\b(?:but|despite|amid|after|although|though|even|still|yet|not|no|never|without|won[’']t|"
    r"den(?:y|ies|ied)|refus(?:es|ed)|reject(?:s|ed)|fail(?:s|ed|ure)|admits?|admitted|claims?|accus(?:es|ed)|"
    r"warns?|warned|demands?|vows?|threat(?:ens?|s)?|promis(?:es|ed)|blam(?:es|ed)|fears?|pressure|"
    r"backlash|criticism|crisis|fight|clash(?:es)?|showdown|lies|false|wrong|worst|blow|loss|losing|"
    r"pleads?|guilty|victims?|unarmed|innocent|major|huge|big)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"\b[A-Z][\w’'-]{3,}")
# Questions, advice and first persons are comment too.
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
    plain = [a for a in titled if not judging(a.title or "")]  # not in quotation marks either
    found = [
        (near, word, a, b)
        for a in titled
        if (word := _judges(a.title or ""))
        for b in plain
        if (near := _near(a, b, word))
    ]
    if found:
        near, _, _, nearest = max(found, key=lambda f: (f[0], -titled.index(f[2])))
        yield _judged([(w, a) for _, w, a, b in found if b is nearest], nearest, near)
        return
    pairs = [p for a, b in combinations(titled, 2) if (p := _apart(a, b))]
    if pairs:
        turns, _, pair = max(pairs, key=lambda p: p[:2])
        yield _leads(pair, titled, turns > 0)


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


def _apart(one: Article, two: Article) -> tuple[int, int, tuple[Article, Article]] | None:
    """Two headlines of one day or two that share a name and little else: their turns, how far apart."""
    first, second = stems(one.title or ""), stems(two.title or "")
    names = _names(one) & _names(two)
    shared = first & second
    rest = min(len(first - shared), len(second - shared))
    if not names or len(shared) > settings.LEADS_SHARED or rest < settings.LEADS_APART:
        return None
    turns = bool(_turns(one)) + bool(_turns(two))
    if _days_between(one, two) > 1 or (not turns and _same_act(one, two)):
        return None
    return turns, rest - len(shared), (one, two)


def _turns(article: Article) -> bool:
    """Whether the headline quotes, opposes, denies, blames or demands: more than what happened."""
    title = article.title or ""
    return bool(_TURN.search(title) or quotations(title) or judging(title))


def _same_act(one: Article, two: Article) -> bool:
    first, second = ({w.casefold() for w in _WORD.findall(a.title or "")} for a in (one, two))
    return any(first & act and second & act for act in SAME_ACT)


def _leads(pair: tuple[Article, Article], titled: list[Article], turns: bool) -> Candidate:
    shown = [*pair, *(a for a in titled if a not in pair)][: settings.MOST_HEADLINES]
    sides = tuple(_side(a, "headline", (a.title or "").casefold()) for a in shown)
    return Candidate(
        "What the headlines put first",
        "wording",
        "soft",
        sides,
        0.3,
        sort="headline leads" if turns else "headline leads, plainly",
    )


def _names(article: Article) -> frozenset[str]:
    return stems(" ".join(_NAME.findall(article.title or "")))


def _days_between(one: Article, two: Article) -> int:
    """Days between two tellings; none where a day is not known."""
    days = []
    for article in (one, two):
        try:
            days.append(date.fromisoformat((article.published or "")[:10]))
        except ValueError:
            return 0
    return abs((days[0] - days[1]).days)


def _is_comment(article: Article) -> bool:
    title = article.title or ""
    return bool(
        _COMMENT.search(title)
        or _COMMENT.search(article.outlet or "")
        or _ASKS.search(title.strip())
        or _FIRST.search(title)
    )


def _side(article: Article, reading: str, value: str) -> Side:
    end = min(len(article.title or ""), settings.MOST_WORDS_SHOWN)
    return Side(Span(article.id, 0, end), reading, value, field="title")
