"""The timeline of a story: the dates that its tellings name, each with who names it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.model import Article, Copy, Moment
from rashomon.views import dates
from rashomon.views.bound import Words, bind
from rashomon.views.dates import When
from rashomon.views.sayings import plain
from rashomon.views.source import Source, source

# Dates that a page shows at once.
OPEN_DAYS = 9


@dataclass(frozen=True, slots=True)
class Named:
    """A sentence that names a date; `words` is the date expression in it, with the sentence
    around it. `basis` says how the expression was resolved."""

    source: Source
    words: Words
    basis: str
    planned: bool


@dataclass(frozen=True, slots=True)
class Day:
    """A date of the timeline; `planned` where no telling speaks of it as past.

    `open` marks the few that a page shows at once: those of most tellings, the exact before the
    vague, the near before the far.
    """

    when: When
    precision: str
    planned: bool
    tellings: int
    named: tuple[Named, ...]
    open: bool = True


def timeline(
    moments: Sequence[Moment],
    articles: Mapping[str, Article],
    copies: Mapping[str, Copy],
) -> tuple[tuple[Day, ...], tuple[Named, ...]]:
    """The days in order, and what names a date that could not be resolved."""
    groups: dict[str, list[Moment]] = {}
    open_ones: list[Named] = []
    order = {article_id: n for n, article_id in enumerate(articles)}
    known = [m for m in moments if m.article_id in articles]
    for moment in sorted(known, key=lambda m: (order[m.article_id], m.expression.start)):
        if moment.date is None:
            open_ones.append(_named(moment, articles, copies))
        else:
            groups.setdefault(moment.date, []).append(moment)
    days = [
        _day(iso, group, articles, copies)
        for iso, group in sorted(groups.items(), key=lambda g: dates.sort_key(g[0]))
    ]
    return _opened(days, [a.published for a in articles.values()]), tuple(open_ones)


# How vague a date is: one of a day or so, of a week, of a month, or of more.
_VAGUE = {"time": 0, "day": 0, "weekend": 1, "week": 1, "interval": 1, "month": 2}


def _opened(days: Sequence[Day], published: Sequence[str | None]) -> tuple[Day, ...]:
    """`days` with the first OPEN_DAYS by weight open; years and the like only if several tell."""
    papers = [b[0] for iso in published if (b := dates.bounds_of(iso)) is not None]
    middle = sorted(papers)[len(papers) // 2] if papers else None

    def weight(place: int) -> tuple[int, int, int, int]:
        day = days[place]
        bounds = dates.bounds_of(day.when.iso)
        far = abs((bounds[0] - middle).days) if bounds and middle else 0
        return (-min(day.tellings, 3), _VAGUE.get(day.precision, 3), far, place)

    clear = [n for n, d in enumerate(days) if d.tellings > 1 or _VAGUE.get(d.precision, 3) < 3]
    chosen = set(sorted(clear or range(len(days)), key=weight)[:OPEN_DAYS])
    return tuple(replace(day, open=n in chosen) for n, day in enumerate(days))


def _day(
    iso: str,
    group: Sequence[Moment],
    articles: Mapping[str, Article],
    copies: Mapping[str, Copy],
) -> Day:
    families = {
        copies[m.article_id].family_id if m.article_id in copies else m.article_id for m in group
    }
    named, seen = [], set()
    for moment in group:
        one = _named(moment, articles, copies)
        key = plain(one.words.before + one.words.text + one.words.after)
        # A copy says it again in the same words: it is counted and not shown.
        if key in seen:
            continue
        seen.add(key)
        named.append(one)
    return Day(
        dates.when(iso),
        group[0].precision,
        all(m.planned for m in group),
        len(families),
        tuple(named),
    )


def _named(moment: Moment, articles: Mapping[str, Article], copies: Mapping[str, Copy]) -> Named:
    article = articles[moment.article_id]
    return Named(
        source(article, copies.get(article.id)),
        bind(article, moment.expression, context=True),
        moment.basis,
        moment.planned,
    )
