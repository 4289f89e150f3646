"""What one article brings to grouping: words, names and its place in time.

`of` is a pure function of the article, so that what it gives can be kept and used again.
Nothing here knows a language: words are runs of letters and digits (pairs of signs where a
script writes no spaces), names are words that keep a capital where their neighbours have none.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import compress, count
from operator import itemgetter

from rashomon import outlets
from rashomon.model import Article
from rashomon.stories import settings
from rashomon.stories.words import stem, words
from rashomon.text.sentences import sentence_spans

_SENTENCE_END = re.compile(r"[.!?…:;。！？]['\"”’»)\]]*\s*$|[\n\"“”„«‘]\s*$|^\s*$")


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of days (proleptic ordinals, the end not included), or a day of no year.

    `first` and `last` are None where the article has no date; `day_of_year` (1 to 366) and
    `weekday` (1 is Monday) are what hints still say then.
    """

    first: float | None = None
    last: float | None = None
    day_of_year: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Features:
    """One article's evidence. The words are casefolded and cut to stems; `stems` are those of the
    text as they follow there, `lead` the same in ascending order, each once, and `uses` counts them."""

    title: tuple[str, ...]
    lead: tuple[str, ...]
    uses: tuple[int, ...]
    names: tuple[tuple[str, str], ...]  # stem and the word as written
    numbers: tuple[str, ...]
    when: When
    stems: tuple[str, ...] = ()
    source: str = ""  # the outlet, else the page
    page: str = ""


def of(article: Article) -> Features:
    """The features of `article`; reads at most `settings.LEAD_CHARACTERS` of its text."""
    title = (article.title or "")[: settings.TITLE_CHARACTERS]
    text = article.text[: settings.LEAD_CHARACTERS]
    if article.standfirst and article.standfirst[:80] not in text:
        text = article.standfirst[: settings.TITLE_CHARACTERS] + "\n\n" + text
    titled = bool(title.strip())
    if not titled:
        title = stand_in(article)
    title_words, before_title = words(title)
    text_words, before_text = words(text, settings.LEAD_WORDS)
    stems = list(map(stem, text_words))
    counts = Counter(stems)
    lead = sorted(counts)
    names = _names(text_words, before_text) | _names(title_words, before_title, headline=titled)
    numbers = {w for w in {*title_words, *text_words} if w[0].isdigit() and len(w) > 1}
    return Features(
        title=tuple(dict.fromkeys(map(stem, title_words))),
        lead=tuple(lead),
        uses=tuple(map(counts.__getitem__, lead)),
        names=tuple(sorted(names.items())),
        numbers=tuple(sorted(numbers)),
        when=when_of(article),
        stems=tuple(stems),
        source=outlets.canonical(article.outlet) if article.outlet else article.page_id,
        page=article.page_id,
    )


def stand_in(article: Article) -> str:
    """What an untitled article is called by: its standfirst, else its first sentence."""
    if article.standfirst and article.standfirst.strip():
        return article.standfirst.strip()[: settings.TITLE_CHARACTERS]
    start = article.text[: settings.TITLE_CHARACTERS * 2].lstrip()
    spans = sentence_spans(start)
    return start[: spans[0][1]][: settings.TITLE_CHARACTERS] if spans else ""


def at(features: Features, when: When) -> Features:
    """The same evidence at another time."""
    return replace(features, when=when)


def _names(words: list[str], before: list[str], headline: bool = False) -> dict[str, str]:
    """Words with a capital inside a sentence, by stem; of a headline in capitals, none."""
    if headline:
        cased = [w for w in words[1:] if len(w) > 3 and w[0].isalpha()]
        if sum(w[0].isupper() for w in cased) > settings.CAPITALS_OF_A_HEADLINE * len(cased):
            return {}
    names: dict[str, str] = {}
    for place in compress(count(), map(str.isupper, map(itemgetter(0), words))):
        word, signs = words[place], before[place][-4:]
        # Of the word before no more counts than that there is one.
        if len(word) > 1 and not _ends(signs if len(signs) == 4 or not place else "a" + signs):
            names.setdefault(stem(word), word)
    return names


@lru_cache(maxsize=1 << 12)
def _ends(signs: str) -> bool:
    return _SENTENCE_END.search(signs) is not None


_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d)(?::(\d\d))?)?")
_MONTH = re.compile(r"(\d{4})-(\d\d)$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)$")
_YEAR = re.compile(r"(\d{4})$")
_PARTIAL = re.compile(r"--(\d\d)-(\d\d)$")


def when_of(article: Article) -> When:
    """The time of `article`, as wide as it is known."""
    span = days(article.published)
    if span is not None:
        return When(*span)
    day_of_year = weekday = None
    for hint in article.hints:
        if hint.kind == "date" and (span := days(hint.value)) is not None:
            # Evidence, not a date line: good to a few days.
            return When(span[0] - settings.HINT_DAYS, span[1] + settings.HINT_DAYS)
        if hint.kind == "partial" and (match := _PARTIAL.match(hint.value)):
            try:
                day_of_year = date(2000, int(match[1]), int(match[2])).timetuple().tm_yday
            except ValueError:
                continue
        if hint.kind == "weekday" and hint.value in {"1", "2", "3", "4", "5", "6", "7"}:
            weekday = int(hint.value)
    return When(day_of_year=day_of_year, weekday=weekday)


def days(published: str | None) -> tuple[float, float] | None:
    """First and last (not included) day of an ISO 8601 date, as ordinals; a time has no width."""
    if not published:
        return None
    try:
        if "/" in published:
            first, _, last = published.partition("/")
            start, end = days(first), days(last)
            return None if start is None or end is None else (start[0], max(start[1], end[1]))
        if match := _DAY.match(published):
            day = float(date(int(match[1]), int(match[2]), int(match[3])).toordinal())
            if match[4] is None:
                return day, day + 1
            moment = day + int(match[4]) / 24 + int(match[5] or 0) / 1440
            return moment, moment
        if match := _WEEK.match(published):
            day = float(date.fromisocalendar(int(match[1]), int(match[2]), 1).toordinal())
            return day, day + 7
        if match := _MONTH.match(published):
            year, month = int(match[1]), int(match[2])
            start_day = date(year, month, 1)
            following = date(year + month // 12, month % 12 + 1, 1)
            return float(start_day.toordinal()), float(following.toordinal())
        if match := _YEAR.match(published):
            year = int(match[1])
            return float(date(year, 1, 1).toordinal()), float(date(year, 12, 31).toordinal() + 1)
    except (ValueError, OverflowError):
        return None
    return None
