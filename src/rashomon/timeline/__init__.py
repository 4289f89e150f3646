"""Timeline: date expressions in an article, resolved against its date."""

from __future__ import annotations

from rashomon.model import Article, Moment
from rashomon.timeline.moments import find_moments
from rashomon.timeline.timexes import Timex, timexes

__all__ = ["Timex", "moments", "timexes"]


def moments(article: Article) -> tuple[Moment, ...]:
    """The dates that the article's text gives, in order of the text.

    Expressions are resolved against `article.published`; where that says too little, months,
    days of a month and weekdays have no date, and dates written with their year stand. Stamps of
    the writing itself (datelines, bylines, "updated on 12 May") are no moments. Durations ("three weeks"),
    frequencies and "now" are no moments. A stretch ("August 14-15") is one moment. A stretch
    ahead without a day ("in the coming days") has no date. Pure; spans index `article.text`.
    """
    return find_moments(article)
