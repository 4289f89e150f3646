"""Dates of articles, completed from their neighbours on the page, copies, addresses and stories.

Reading gives an article its date only where its page states it. Here, what else is known is
put together, each with its basis in words; what stays open stays None, and no date is made
more precise than its evidence. The time of a file is never used, and no clock is asked.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from rashomon.dating import ages
from rashomon.dating.addresses import address_date
from rashomon.dating.ages import Taken, parse_day, parse_partial, parse_taken
from rashomon.dating.pages import age_of, taken
from rashomon.dating.settings import LEAD, NEIGHBOURS, TOLD_WITHIN_DAYS, WEEK_SPAN, YEAR_WITHIN_DAYS
from rashomon.model import Article, Copy, Story

__all__ = ["complete", "complete_from_stories"]

# What stands behind a date in a dateline: "VELM, May 7 (Wire) --".
_DATELINE = re.compile(r"(?:\s*\([^)\n]{1,40}\))?\s*(?:-{1,2}|–|—|:)\s")
# Words of reporting before a date, as the leads of news have them.
_SAID_ON = re.compile(
    r"\b(?:said|says|told [\w' ]{1,40}|announced|reported|confirmed|stated|stressed|declared|wrote"
    r"|posted|warned|claimed)(?: late| early)?,?(?: on)?\s+$"
)
Found = tuple[str, str]  # the date and its basis


def complete(
    articles: Sequence[Article], copies: Sequence[Copy], fetched: Mapping[str, str]
) -> tuple[Article, ...]:
    """First pass, before stories: `articles` in the order given, dates completed, with basis.

    `fetched` maps page ids to the time a page was taken, where known (ISO 8601). Pure.
    """
    by_page: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        by_page[article.page_id].append(article)
    pages: dict[str, Taken | None] = {}
    for page_id, group in by_page.items():
        given = fetched.get(page_id)
        when = parse_taken(given, f"the page was taken on {given[:10]}") if given else None
        pages[page_id] = when or taken(sorted(group, key=lambda a: (a.place, a.id)))
    first = [_dated(article, _from_itself(article, pages[article.page_id])) for article in articles]
    return _from_neighbours(_from_copies(first, copies), articles)


def complete_from_stories(
    articles: Sequence[Article], stories: Sequence[Story]
) -> tuple[Article, ...]:
    """Second pass: what a date lacks, from its story, where all of it agrees. Pure.

    A month and day take the year; "said on Wednesday" in the lead takes the week, where the days
    of the story lie so close that one Wednesday alone is meant.
    """
    by_id = {article.id: article for article in articles}
    lent: dict[str, Found] = {}
    for story in stories:
        members = [by_id[i] for i in story.article_ids if i in by_id]
        days = sorted(day for member in members if (day := parse_day(member.published)))
        for member in members:
            if member.published is not None or not days:
                continue
            span = days[0].isoformat()
            if days[-1] != days[0]:
                span += f" to {days[-1].isoformat()}"
            if found := _completed(member, days):
                lent[member.id] = (found[0], f"'{found[1]}', the year from its story ({span})")
            elif found := _by_weekday(member, days):
                lent[member.id] = (found[0], f"'{found[1]}', the week from its story ({span})")
    return tuple(_dated(article, lent.get(article.id)) for article in articles)


def _dated(article: Article, found: Found | None) -> Article:
    if found is None or article.published is not None:
        return article
    return replace(article, published=found[0], published_basis=found[1])


def _from_itself(article: Article, page: Taken | None) -> Found | None:
    """What the article's age, address and partial date say; None where they disagree."""
    if article.published is not None:
        return None
    evidence = [
        found
        for found in (_by_address(article), _by_age(article, page), _by_partial(article, page))
        if found
    ]
    if not evidence:
        return _by_original(article)
    days = [day for value, _ in evidence if (day := parse_day(value))]
    if days and (max(days) - min(days)).days > 1:
        return None
    # The most precise, and of those the first: an address is exact where an age is rounded.
    best = max(evidence, key=lambda found: len(found[0]))
    for value, _ in evidence:
        if parse_day(value) is None and not _holds(value, best[0]):
            return None
    return best


def _holds(wide: str, narrow: str) -> bool:
    """Whether `narrow` may lie within `wide`, a week, month or year."""
    if "W" in wide or "W" in narrow:
        return wide[:4] == narrow[:4]
    return narrow.startswith(wide)


def _by_address(article: Article) -> Found | None:
    """The date in the article's own address."""
    originals = {origin.value for origin in article.provenance if origin.kind == "original"}
    canonical = [origin.value for origin in article.provenance if origin.kind == "canonical"]
    own = [url for url in (article.url, *canonical) if url and url not in originals]
    return _first_dated(own, "the address")


def _by_original(article: Article) -> Found | None:
    """The date in the address of the original that the article names."""
    named = [origin.value for origin in article.provenance if origin.kind == "original"]
    return _first_dated(named, "the address of the original")


def _first_dated(addresses: Iterable[str], name: str) -> Found | None:
    for url in addresses:
        if found := address_date(url):
            return found.value, f"{name}: {found.how}"
    return None


def _by_age(article: Article, page: Taken | None) -> Found | None:
    age = age_of(article)
    if age is None or page is None:
        return None
    value = ages.back(page, age.value)
    if value is None:
        return None
    return value, f"'{ages.words(age.text)}' counted back from {page.day.isoformat()}: {page.basis}"


def _by_partial(article: Article, page: Taken | None) -> Found | None:
    """A month and day shortly before the page was taken; of an older page nothing is sure."""
    hint = _partial(article)
    if hint is None or page is None:
        return None
    (month, day), words = hint
    for year in (page.day.year, page.day.year - 1):
        found = _make(year, month, day)
        if found and 0 <= (page.day - found).days <= YEAR_WITHIN_DAYS:
            return found.isoformat(), f"'{words}', shortly before the page was taken: {page.basis}"
    return None


def _partial(article: Article) -> tuple[tuple[int, int], str] | None:
    """The article's month and day and the words that give it; None where that is not sure.

    A date line or a dateline is the article's own. A date within the lead is so only where
    somebody said, announced or reported something on it; of two such days the later one.
    """
    own: dict[tuple[int, int], str] = {}
    told: dict[tuple[int, int], str] = {}
    lead = article.text[:LEAD]
    for hint in article.hints:
        partial = parse_partial(hint.value) if hint.kind == "partial" else None
        if partial is None:
            continue
        at = lead.find(hint.text) if hint.text else -1
        if at < 0 or _DATELINE.match(lead[at + len(hint.text) :]):
            own.setdefault(partial, hint.text)
        elif match := _SAID_ON.search(lead[:at]):
            told.setdefault(partial, f"{match.group().strip()} {hint.text}")
    if own:
        return next(iter(own.items())) if len(own) == 1 else None
    if not told:
        return None
    latest = max(told)
    if any(_apart(latest, other) > TOLD_WITHIN_DAYS for other in told):
        return None
    return latest, told[latest]


def _apart(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Days from one day of a leap year to another."""
    first, second = _make(2024, *one), _make(2024, *other)
    return abs((first - second).days) if first and second else 366


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _completed(article: Article, days: Iterable[date]) -> Found | None:
    """The article's month and day in the year that all `days` agree on, and its words."""
    hint = _partial(article)
    if hint is None:
        return None
    (month, day), words = hint
    options: set[date] = set()
    for other in days:
        near = [
            found
            for year in (other.year - 1, other.year, other.year + 1)
            if (found := _make(year, month, day)) and abs((found - other).days) <= YEAR_WITHIN_DAYS
        ]
        if len(near) != 1:
            return None
        options.add(near[0])
    if len(options) != 1:
        return None
    return options.pop().isoformat(), words


def _by_weekday(article: Article, days: Sequence[date]) -> Found | None:
    """The one day of the story's week on which the lead says that something was said."""
    if len(days) < NEIGHBOURS or (days[-1] - days[0]).days > WEEK_SPAN or _partial(article):
        return None
    lead = article.text[:LEAD]
    told: dict[int, str] = {}
    for hint in article.hints:
        if hint.kind != "weekday" or hint.value not in "1234567":
            continue
        at = lead.find(hint.text) if hint.text else -1
        words = hint.text.removeprefix("on ")
        at += len(hint.text) - len(words)
        if at >= 0 and (match := _SAID_ON.search(lead[:at])):
            told.setdefault(int(hint.value), match.group() + words)
    if len(told) != 1:
        return None
    ((weekday, words),) = told.items()
    first = days[0] - timedelta(days=1)
    for count in range((days[-1] - first).days + 2):
        day = first + timedelta(days=count)
        if day.isoweekday() == weekday:
            return day.isoformat(), " ".join(words.split())
    return None


def _from_neighbours(
    articles: Sequence[Article], as_read: Sequence[Article]
) -> tuple[Article, ...]:
    """A missing year from two or more articles of the page that state their day and agree."""
    stated: dict[str, list[tuple[str, date]]] = defaultdict(list)
    for article in as_read:
        if day := parse_day(article.published):
            stated[article.page_id].append((article.id, day))
    result = []
    for article in articles:
        days = sorted(day for name, day in stated[article.page_id] if name != article.id)
        found = None
        if article.published is None and len(days) >= NEIGHBOURS:
            completed = _completed(article, days)
            if completed:
                value, words = completed
                span = f"{days[0].isoformat()} to {days[-1].isoformat()}"
                found = (value, f"'{words}', the year from its neighbours on the page ({span})")
        result.append(_dated(article, found))
    return tuple(result)


def _from_copies(articles: Sequence[Article], copies: Sequence[Copy]) -> tuple[Article, ...]:
    """A missing year from the dated members of the article's family, where they agree."""
    family_of = {copy.article_id: copy.family_id for copy in copies}
    families: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if article.id in family_of:
            families[family_of[article.id]].append(article)
    result = []
    for article in articles:
        found: Found | None = None
        if article.published is None and article.id in family_of:
            dated = sorted(
                (day, other.outlet or "another page")
                for other in families[family_of[article.id]]
                if other.id != article.id and (day := parse_day(other.published))
            )
            completed = _completed(article, [day for day, _ in dated])
            if completed:
                value, words = completed
                day, outlet = dated[0]
                found = (
                    value,
                    f"'{words}', the year from its copy in {outlet} ({day.isoformat()})",
                )
        result.append(_dated(article, found))
    return tuple(result)
