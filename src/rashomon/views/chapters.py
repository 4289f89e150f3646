"""Chapters of a story that goes on for days: each a day, or a few quiet ones, with its own title."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.i18n import gettext as _
from rashomon.model import Article, Material, Story
from rashomon.views import dates, words
from rashomon.views.source import Source, source

# A story that is told within so many days is one chapter, and is shown without.
SHORT_DAYS = 3
# A day with fewer articles than this is quiet: it is taken together with the day before.
FEW = 3
# Days that a chapter spans at most.
MOST_DAYS = 3


@dataclass(frozen=True, slots=True)
class Chapter:
    """Articles of one story, oldest first, of the days from `first` to `last` (YYYY-MM-DD).

    `title` is that of the article `title_of`, the telling that most others of the chapter are
    nearest to. Articles whose day is not known are in the last chapter, where both days are None.
    """

    first: str | None
    last: str | None
    title: str | None
    title_of: str | None
    article_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChapterView:
    """A chapter on the page: its days in words, its title and the article that has it, the tellings
    of these days, and how many articles are copies of others."""

    dates: str
    title: str | None
    href: str | None
    tellings: tuple[Source, ...]
    copies: int


def shown(material: Material) -> tuple[ChapterView, ...]:
    """The chapters of a story as its page has them; none where it is told within a few days."""
    articles = {article.id: article for article in material.articles}
    copied = {copy.article_id for copy in material.copies if copy.parent_id}
    return tuple(
        ChapterView(
            dates.range_said(one.first, one.last) if one.first else _("day not known"),
            one.title,
            words.article_path(one.title_of) if one.title_of else None,
            tuple(source(articles[i]) for i in one.article_ids if i not in copied),
            sum(i in copied for i in one.article_ids),
        )
        for one in chapters(material.story, material.articles, copied)
    )


def chapters(
    story: Story, articles: Sequence[Article], copied: set[str] | frozenset[str] = frozenset()
) -> tuple[Chapter, ...]:
    """The chapters of `articles`, those of `story`; `copied` are copies of others."""
    by_day: dict[date, list[Article]] = defaultdict(list)
    undated = []
    for article in articles:
        day = _day(article.published)
        if day is None:
            undated.append(article)
        else:
            by_day[day].append(article)
    days = sorted(by_day)
    if not days or (days[-1] - days[0]).days < SHORT_DAYS:
        return ()
    parts = _parts(days, {day: len(by_day[day]) for day in days})
    if len(parts) < 2:
        return ()
    made = []
    for part in parts:
        held = [article for day in part for article in by_day[day]]
        title, title_of = _title(story, held, copied)
        ids = tuple(article.id for article in held)
        made.append(Chapter(part[0].isoformat(), part[-1].isoformat(), title, title_of, ids))
    if undated:
        made.append(Chapter(None, None, None, None, tuple(a.id for a in undated)))
    return tuple(made)


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _parts(days: Sequence[date], count: dict[date, int]) -> list[list[date]]:
    """Days that make one chapter: a busy one with the quiet ones that follow on it."""
    parts: list[list[date]] = []
    for day in days:
        last = parts[-1] if parts else []
        follows = bool(last) and (day - last[-1]).days == 1
        if follows and count[day] < FEW and (day - last[0]).days < MOST_DAYS:
            last.append(day)
        else:
            parts.append([day])
    return parts


def _title(
    story: Story, held: Sequence[Article], copied: set[str] | frozenset[str]
) -> tuple[str | None, str | None]:
    """The title of the telling that most others join by; of equals, the fullest."""
    ids = {article.id for article in held}
    nearest = Counter(join.other_id for join in story.joins if join.article_id in ids)
    titled = [article for article in held if article.title and article.title.strip()]
    if not titled:
        return None, None
    best = min(
        titled,
        key=lambda a: (a.id in copied, a.kind != "article", -nearest[a.id], -len(a.text), a.id),
    )
    return (best.title or "").strip(), best.id
