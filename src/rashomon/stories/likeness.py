"""The score of a pair of articles: log odds that they tell of one event."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from rashomon.stories import settings
from rashomon.stories import weights as weighing
from rashomon.stories.pairs import Floats, Pairs, Rows, Times
from rashomon.stories.shared_runs import Shared

TIME_COLUMNS = 3  # the last of `inputs`
_YEAR = 365.25
_NEW_YEAR = 730120.0  # 1 January 2000 as an ordinal


@dataclass(frozen=True, slots=True)
class Likeness:
    """What is known of each pair: `score` in log odds, cosines, runs of words shared."""

    score: Floats
    title: Floats
    words: Floats
    runs: Floats


def days_apart(time: Times, pairs: Pairs) -> Floats:
    """Days between the two of each pair, the width of vague dates left out; nan where unknown."""
    i, j = pairs.one, pairs.other
    width = time.last - time.first
    apart = np.abs(time.middle[i] - time.middle[j])
    apart = np.maximum(0.0, apart - np.maximum(0.0, (width[i] + width[j]) / 2 - 1))
    if not np.isnan(time.day_of_year).all():
        # A day without a year: what it is apart from the other's day in any year.
        in_year = (time.middle - _NEW_YEAR) % _YEAR + 0.5
        known = np.where(np.isnan(time.day_of_year), in_year, time.day_of_year)
        turn = np.abs(known[i] - known[j]) % _YEAR
        partial = np.maximum(0.0, np.minimum(turn, _YEAR - turn) - 1)
        apart = np.where(np.isnan(apart), partial, apart)
    return np.asarray(apart)


def days_unknown(time: Times, pairs: Pairs, runs: Shared) -> Floats:
    """How far apart two are taken to be of which one has no date.

    Nearer where both stand undated on one page, share runs of words, or name weekdays that fit
    ("on Wednesday" in an article of Wednesday or of the day after); farther where these do not.
    """
    days = np.full(len(pairs.one), settings.DAYS_WHEN_UNKNOWN)
    undated = np.isnan(time.middle)
    neighbours = runs.same_page & undated[pairs.one] & undated[pairs.other]
    days -= np.where(neighbours | (runs.count >= settings.RUNS_STRONG), settings.DAYS_HINTED, 0.0)
    if not np.isnan(time.weekday).all():
        narrow = time.last - time.first <= 1
        dated = np.where(narrow, (np.floor(time.first) - 1) % 7 + 1, np.nan)
        day = np.where(undated, time.weekday, dated)
        gap = day[pairs.one] - day[pairs.other]
        # Of two undated both name days; of one, its date is the later.
        gap = np.where(undated[pairs.one], -gap, gap) % 7
        both = undated[pairs.one] & undated[pairs.other]
        fits = (gap <= 1) | (both & (gap == 6))
        hint = np.where(fits, -settings.DAYS_HINTED, settings.DAYS_HINTED)
        days += np.where(np.isnan(gap), 0.0, hint)
    return np.asarray(np.maximum(days, 0.0))


def inputs(
    rows: Rows, pairs: Pairs, time: Times, runs: Shared, met: Floats | None = None
) -> Floats:
    """What the score is computed from, a row a pair; the columns are `settings.PAIR_WEIGHTS`'.

    `met` is how near the nearest was that each item has met before (see `nearest_met`).
    """
    a, b, n = pairs.in_one, pairs.in_other, rows.count
    idf = rows.idf[a]
    title = pairs.total(rows.title[a] * rows.title[b])
    words = pairs.total(rows.words[a] * rows.words[b])
    names = pairs.total(rows.names[a] * rows.names[b])
    # The share of each title that stands anywhere in the other article.
    mass = np.maximum(np.bincount(rows.owner, rows.idf**2 * rows.in_title, minlength=n), 1e-9)
    cross = pairs.total(idf**2 * rows.in_title[a]) / mass[pairs.one]
    cross = (cross + pairs.total(idf**2 * rows.in_title[b]) / mass[pairs.other]) / 2
    named = pairs.total(idf * rows.in_names[a] * rows.in_names[b])
    numbers = pairs.total(idf * rows.is_number[a])
    strong = (rows.words[a] > settings.STRONG_WORD) & (rows.words[b] > settings.STRONG_WORD)
    top = pairs.total(idf * strong)
    # How near the pair is beside the nearest that either has, or that a telling mostly has.
    near = settings.NEAR_TITLE * title + 2 * words
    best = np.full(n, settings.USUALLY_NEAR + weighing.chosen(rows.desk) * settings.CHOSEN_NEAR)
    if met is not None:
        best = np.maximum(best, met)
    np.maximum.at(best, pairs.one, near)
    np.maximum.at(best, pairs.other, near)
    of_one = near / best[pairs.one]
    of_other = near / best[pairs.other]
    apart = days_apart(time, pairs)
    apart = np.where(np.isnan(apart), days_unknown(time, pairs, runs), apart)
    return np.stack(
        [
            title,
            words,
            names,
            cross,
            np.sqrt(title),
            np.sqrt(words),
            title * words,
            np.log1p(named),
            np.log1p(numbers),
            np.log1p(top),
            np.minimum(of_one, of_other),
            np.maximum(of_one, of_other),
            np.log1p(np.minimum(runs.count, settings.RUNS_ENOUGH)),
            np.minimum(apart, 1.0),
            np.clip(apart - 1.0, 0.0, 2.0),
            np.clip(apart - 3.0, 0.0, 11.0),
        ],
        axis=1,
    )


def nearness(rows: Rows, pairs: Pairs) -> Floats:
    """How near the two of each pair are, by their words alone."""
    title = pairs.total(rows.title[pairs.in_one] * rows.title[pairs.in_other])
    words = pairs.total(rows.words[pairs.in_one] * rows.words[pairs.in_other])
    return np.asarray(settings.NEAR_TITLE * title + 2 * words)


def nearest_met(rows: Rows, pairs: Pairs) -> Floats:
    """How near the nearest is that each item meets, 0 for none."""
    near, best = nearness(rows, pairs), np.zeros(rows.count)
    np.maximum.at(best, pairs.one, near)
    np.maximum.at(best, pairs.other, near)
    return best


def of_pairs(
    rows: Rows, pairs: Pairs, time: Times, runs: Shared, met: Floats | None = None
) -> Likeness:
    """The likeness of each pair; scores are cut to plus and minus `settings.MOST_ODDS`.

    A small desk is a choice of pages and no stream: days apart say less there between like titles,
    as nobody took in what came between, and being the nearest says less.
    """
    values = inputs(rows, pairs, time, runs, met)
    weights = np.array(settings.PAIR_WEIGHTS)
    chosen = weighing.chosen(rows.desk)
    of_time = values[:, -TIME_COLUMNS:] @ weights[-TIME_COLUMNS:]
    known = ~np.isnan(days_apart(time, pairs))
    score = values @ weights[1:] + weights[0]
    alike = np.minimum(1.0, values[:, 0] / settings.CHOSEN_TITLE)
    relief = settings.CHOSEN_TIME * of_time * known * alike
    score = score - chosen * (relief + settings.CHOSEN_CAUTION)
    score = np.clip(score, -settings.MOST_ODDS, settings.MOST_ODDS)
    return Likeness(score, values[:, 0], values[:, 1], runs.count)
