"""The day a page was taken, inferred from articles on it that speak of their own day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from rashomon.dating import ages
from rashomon.dating.ages import Taken
from rashomon.dating.settings import (
    PAGE_MARGIN,
    SAME_DAY_HOURS,
    WEEKDAY_AGAINST,
    WEEKDAY_LAG,
    WEEKDAY_WEIGHT,
)
from rashomon.model import Article, DateHint


def age_of(article: Article) -> DateHint | None:
    """The article's age; None where it has none, or two that differ."""
    found = [hint for hint in article.hints if hint.kind == "age"]
    return found[0] if found and len({hint.value for hint in found}) == 1 else None


def taken(articles: Sequence[Article]) -> Taken | None:
    """When the page of `articles` was taken, from what they say of themselves.

    An article with an age and a stated day gives the day of the page; so does one of the last
    hours whose lead names a whole date. Where two such days differ, the weekdays that the
    leads name decide; where these leave it open or speak against it, nothing is known.
    """
    stated: dict[date, str] = {}
    leads: dict[date, str] = {}
    for article in articles:
        age = age_of(article)
        if age is None:
            continue
        own = ages.parse_day(article.published)
        count, fresh = ages.days(age.value), ages.hours(age.value)
        if own and (count is not None or (fresh is not None and fresh <= SAME_DAY_HOURS)):
            day = _plus(own, count or 0)
            if day:
                stated.setdefault(
                    day, f"an article on it says {own.isoformat()} and '{ages.words(age.text)}'"
                )
        elif fresh is not None and fresh <= SAME_DAY_HOURS:
            for hint in article.hints:
                day = ages.parse_day(hint.value) if hint.kind == "date" else None
                if day:
                    leads.setdefault(
                        day, f"an article on it says '{hint.text}' and '{ages.words(age.text)}'"
                    )
    if stated:
        if len(stated) > 1:
            return None
        day, basis = next(iter(stated.items()))
        return Taken(day, None, basis) if _speaks(articles, day) >= 0 else None
    # A lead may speak of an older or a coming day: the weekdays must bear it out.
    ranked = sorted(((_speaks(articles, day), day) for day in leads), reverse=True)
    if not ranked or ranked[0][0] <= 0:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < PAGE_MARGIN:
        return None
    day = ranked[0][1]
    return Taken(day, None, leads[day] + ", and the weekdays on the page agree")


def _speaks(articles: Sequence[Article], day: date) -> float:
    """How well the weekdays that the articles name go with a page of `day`."""
    total = 0.0
    for article in articles:
        age = age_of(article)
        if age is None:
            continue
        written = ages.parse_day(ages.back(Taken(day, None, ""), age.value))
        weekdays = [
            int(h.value) for h in article.hints if h.kind == "weekday" and h.value in "1234567"
        ]
        if written is None or not weekdays:
            continue
        lags = [(written.isoweekday() - weekday) % 7 for weekday in weekdays]
        near = min(lags)
        total += WEEKDAY_WEIGHT[near] if near <= WEEKDAY_LAG else WEEKDAY_AGAINST
    return total


def _plus(day: date, count: int) -> date | None:
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None
