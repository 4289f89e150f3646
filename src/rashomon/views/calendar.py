"""The timeline of a story: the dates that its tellings name, each with who names it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.model import Article, Copy, Moment
from rashomon.timeline.joins import Theme, Usage, of_one_thing
from rashomon.views import dates, stored
from rashomon.views.bound import Words, bind
from rashomon.views.dates import When
from rashomon.views.sayings import plain
from rashomon.views.source import Source, source

# Dates that a page shows at once.
OPEN_DAYS = 9


@dataclass(frozen=True, slots=True)
class Named:
    """A sentence that names a date; `words` is the date expression in it, with the sentence
    around it. `basis` says how the expression was resolved; `inferred` that it was counted from
    the date of an article that was itself worked out."""

    source: Source
    words: Words
    basis: str
    planned: bool
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Happening:
    """Sentences on one date that seem to tell of one thing (`timeline.joins`); `tellings`
    counts the independent ones among them."""

    tellings: int
    planned: bool
    named: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A date of the timeline; `planned` where no telling speaks of it as past.

    `happenings` keep apart what need not be the same thing; `tellings` is the most that tell of
    one of them.

    `open` marks the few that a page shows at once: those of most tellings, the exact before the
    vague, the near before the far.
    """

    when: When
    precision: str
    planned: bool
    tellings: int
    named: tuple[Named, ...]
    happenings: tuple[Happening, ...] = ()
    open: bool = True

    @property
    def basis(self) -> str | None:
        """How the date was worked out, where that hangs on an inferred date."""
        if not self.inferred:
            return None
        return stored.basis(self.named[0].basis)

    @property
    def inferred(self) -> bool:
        return all(n.inferred for n in self.named)

    @property
    def said(self) -> str:
        """The date in full, with the sign of one that was worked out."""
        return f"≈ {self.when.said}" if self.inferred else self.when.said


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
    usage = Usage.of(_theme(n) for day in days for n in day.named)
    days = [_parted(day, copies, usage) for day in days]
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
    named, seen = [], set()
    for moment in group:
        one = _named(moment, articles, copies)
        key = plain(one.words.before + one.words.text + one.words.after)
        # A copy says it again in the same words: it is not shown.
        if key in seen:
            continue
        seen.add(key)
        named.append(one)
    planned = all(m.planned for m in group)
    return Day(dates.when(iso), group[0].precision, planned, 1, tuple(named))


def _parted(day: Day, copies: Mapping[str, Copy], usage: Usage) -> Day:
    """A day with its sentences parted by what they tell of."""
    found = _happenings(day.named, copies, day.precision in ("time", "day"), usage)
    return replace(day, tellings=max(h.tellings for h in found), happenings=found)


def _theme(one: Named) -> Theme:
    return Theme.of(one.words.before, one.words.after, planned=one.planned)


# Things of one day that a sentence is compared with: against stories of thousands of sentences.
_COMPARED = 100


def _happenings(
    named: Sequence[Named], copies: Mapping[str, Copy], exact: bool, usage: Usage
) -> tuple[Happening, ...]:
    """Sentences that tell of one thing come together, by the day's first ones of it."""
    clusters: list[tuple[list[Theme], list[Named]]] = []
    for one in named:
        theme = _theme(one)
        home = next((c for c in clusters[:_COMPARED] if _fits(theme, c[0], usage, exact)), None)
        if home is None:
            clusters.append(([theme], [one]))
        else:
            home[0].append(theme)
            home[1].append(one)
    found = []
    for _, group in clusters:
        voices = _voices(group, copies)
        found.append(Happening(voices, all(n.planned for n in group), tuple(group)))
    found.sort(key=lambda h: -h.tellings)
    return tuple(found)


def _voices(group: Sequence[Named], copies: Mapping[str, Copy]) -> int:
    """How many independent tellings are among some sentences: copies add none, and an outlet
    that tells a thing twice is one."""
    outlets: dict[str, str] = {}
    for one in group:
        article = one.source.article_id
        family = copies[article].family_id if article in copies else article
        outlets.setdefault(family, one.source.outlet or family)
    return len(set(outlets.values()))


def _fits(theme: Theme, themes: Sequence[Theme], usage: Usage, exact: bool) -> bool:
    """Whether a sentence is of the thing of others: of the first, or of most, so that a chain
    does not drift."""
    if of_one_thing(themes[0], theme, usage, exact=exact):
        return True
    rest = themes[1:_MEMBERS]
    alike = sum(of_one_thing(t, theme, usage, exact=exact) for t in rest)
    return bool(rest) and 2 * alike > len(rest) + 1


# Sentences of one thing that another is compared with.
_MEMBERS = 4


def _named(moment: Moment, articles: Mapping[str, Article], copies: Mapping[str, Copy]) -> Named:
    article = articles[moment.article_id]
    told = source(article, copies.get(article.id))
    return Named(
        told,
        bind(article, moment.expression, context=True),
        moment.basis,
        moment.planned,
        told.published.inferred and not moment.basis.endswith("as written"),
    )
