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
from rashomon.contrasts.lens import Lens
from rashomon.model import Article, Span
from rashomon.text.quotes import quotations

# General English of headlines: words that take a side, blame, mock or heat up.
_JUDGING = re.compile(
    r"\b(?:slam(?:s|med|ming)?|blast(?:s|ed) (?=[A-Z])|rip(?:s|ped)|lash(?:es|ed) out|hammer(?:s|ed)|torch(?:es|ed)|"
    r"destroy(?:s|ed)|scorch(?:es|ed)|skewer(?:s|ed)|mock(?:s|ed|ing)?|taunt(?:s|ed|ing)?|troll(?:s|ed|ing)|"
    r"roast(?:s|ed)|fume(?:s|d)|rant(?:s|ed|ing)?|rage(?:s|d)|assail(?:s|ed)|attack(?:s|ed) (?=[A-Z])|"
    r"bash(?:es|ed|ing)|trash(?:es|ed|ing)|pounce(?:s|d)|seethe(?:s|d)|erupt(?:s|ed)|explode(?:s|d)|"
    r"goes? nuts|melt(?:s|ing)? down|meltdown|unhinged|freak(?:s|ed|ing)? out|los(?:es|ing) (?:its|his|her|their)(?: \w+)? minds?|"
    r"shame(?:s|d|ful(?:ly)?)?|disgrace(?:s|d|ful)?|outrageous|embarrass\w*|humiliat\w+|hypocri\w+|"
    r"defian(?:t|ce)|defies|brag(?:s|ged)|boast(?:s|ed)|gloat(?:s|ed)|vent(?:s|ing)|fury|furious|"
    r"cave(?:s|d)|surrender(?:s|ed)|betray(?:s|ed|al)?|snub(?:s|bed)?|(?<!-)ditch(?:es|ed)?|gut(?:s|ted|ting)|"
    r"slash(?:es|ed|ing)?|scrap(?:s|ped)|ousts|ousted|ouster|forced out|axed|power grab|witch hunt|"
    r"scheme|shady|sinister|disturbing|chilling|horrif\w+|terrifying|stunning|shocking|bombshell|explosive|"
    r"disastrous|disaster|debacle|fiasco|chaos|chaotic|crackdown|war on|radical|extremist|far[- ]left|"
    r"far[- ]right|racist|bigot\w*|xenophob\w+|smeared|lies|liar|lyin[’'\u2019]|falsely|"
    r"baseless|debunked|discredited|uncorroborated|dead wrong|bogus|hoax|ploy|stunt|trap|sham|"
    r"victory(?= for)|big win|(?:gets|scores|wins) a? ?(?:big )?(?:win|victory)|blow to|defeat|setback|cripp\w+|devastat\w+|sick|evil|vicious|brutal(?:ly)?|"
    r"controversial|notorious|infamous|embattled|scandal|cover-?up|leaked|elites?|regime|"
    r"thug\w*|mob|illegals|illegal (?:immigrants?|aliens?)|(?<!court )(?<!department )(?<!judge )(?<!justices )sid(?:es?|ing) with|grovel\w*|cozy\w*|coddl\w+|"
    r"finally|doubles? down|flip-?flops?|backtracks?|walks? back|dodges?|stonewall\w*|"
    r"fires? back|claps? back|throws? shade|dunks?|owns)\b",
    re.IGNORECASE,
)
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
    """The headlines that judge, with the plain one that is nearest; else those that lead elsewhere."""
    titled = [a for a in lens.tellings if a.title and not _is_comment(a) and len(a.title) < 300]
    judging = {a.id: w for a in titled if (w := _judging(a.title or ""))}
    if judging and len(judging) < len(titled):
        near, nearest = max(
            (
                (max(_shared(a, b) for b in titled if b.id in judging), a)
                for a in titled
                if a.id not in judging
            ),
            key=lambda p: p[0],
        )
        if near >= settings.HEADLINE_SHARED:
            yield _judged([a for a in titled if a.id in judging], judging, nearest, near)
            return
    pairs = [p for a, b in combinations(titled, 2) if (p := _apart(a, b))]
    if pairs:
        yield _leads(max(pairs, key=lambda p: p[0])[1], titled)


def _judged(
    judged: list[Article], words: dict[str, list[str]], nearest: Article, near: int
) -> Candidate:
    sides = [_side(a, f"“{words[a.id][0]}”", words[a.id][0].casefold()) for a in judged]
    shown = ", ".join(dict.fromkeys(f"“{words[a.id][0]}”" for a in judged))
    return Candidate(
        f"How the headlines put it: {shown}", "wording", "soft",
        (*sides, _side(nearest, "no such word", "plain")), 0.45 + 0.03 * min(near, 4),
        sort="headline",
    )  # fmt: skip


def _apart(one: Article, two: Article) -> tuple[int, tuple[Article, Article]] | None:
    """Two headlines of one day or two that share a name and little else."""
    first, second = stems(one.title or ""), stems(two.title or "")
    names = _names(one) & _names(two)
    shared = first & second
    rest = min(len(first - shared), len(second - shared))
    if not names or len(shared) > settings.LEADS_SHARED or rest < settings.LEADS_APART:
        return None
    if _days_between(one, two) > 1:
        return None
    return rest - len(shared), (one, two)


def _leads(pair: tuple[Article, Article], titled: list[Article]) -> Candidate:
    shown = [*pair, *(a for a in titled if a not in pair)][: settings.MOST_HEADLINES]
    sides = tuple(_side(a, "headline", (a.title or "").casefold()) for a in shown)
    return Candidate(
        "What the headlines put first", "wording", "soft", sides, 0.3, sort="headline leads"
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


def _judging(title: str) -> list[str]:
    quoted = [(q.start, q.end) for q in quotations(title)]
    return [
        m.group()
        for m in _JUDGING.finditer(title)
        if not any(s <= m.start() < e for s, e in quoted)
    ]


def _shared(one: Article, two: Article) -> int:
    return len(stems(one.title or "") & stems(two.title or ""))


def _side(article: Article, reading: str, value: str) -> Side:
    end = min(len(article.title or ""), settings.MOST_WORDS_SHOWN)
    return Side(Span(article.id, 0, end), reading, value, field="title")
