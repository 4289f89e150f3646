"""Large stories: groups drawn together by what most of their articles hold.

Pairs of articles decide about stories of two and three. A story of dozens has articles that
share but one word with each other; what holds it is the words that most of them have. So groups
are compared as wholes, and only where one of the two is large already (`settings.LARGE`):
small groups join by their articles' likeness or not at all.
"""

from __future__ import annotations

import numpy as np

from rashomon.stories import clusters, pairs, settings, weights
from rashomon.stories.pairs import Floats, Ints, Pairs, Rows, Times


def merged(cluster: Ints, rows: Rows, time: Times, lean: float) -> Ints:
    """`cluster` (of each item, named by its smallest) with groups merged into large ones."""
    for _ in range(settings.TOPIC_ROUNDS):
        names, place = np.unique(cluster, return_inverse=True)
        size = np.bincount(place).astype(np.float64)
        if not len(names) or size.max() < settings.LARGE:
            break
        found = compared(place, size, rows, time)
        if found is None:
            break
        order, near, values = found
        weight = np.array(settings.TOPIC_WEIGHTS)
        score = np.clip(values @ weight[1:] + weight[0], -settings.MOST_ODDS, settings.MOST_ODDS)
        edges = list(zip(near.one.tolist(), near.other.tolist(), score.tolist(), strict=True))
        into = np.array(
            clusters.average_link(len(names), edges, settings.TOPIC_MISSING, lean), dtype=np.int64
        )
        # Named by the smallest item again, whatever order the groups were compared in.
        after = into[np.argsort(order)][place]
        smallest = np.full(len(names), len(cluster), dtype=np.int64)
        np.minimum.at(smallest, after, np.arange(len(cluster)))
        cluster = smallest[after]
        if len(np.unique(after)) == len(names):
            break
    return cluster


def compared(
    place: Ints, size: Floats, rows: Rows, time: Times
) -> tuple[Ints, Pairs, Floats] | None:
    """Groups in the order of time, their pairs by place in that order, and what is known of each."""
    count = len(size)
    first = np.full(count, np.inf)
    last = np.full(count, -np.inf)
    dated = ~np.isnan(time.first)
    np.minimum.at(first, place[dated], time.first[dated])
    np.maximum.at(last, place[dated], time.last[dated])
    members = np.maximum(np.bincount(place[dated], minlength=count), 1)
    middle = np.bincount(place[dated], time.middle[dated], minlength=count) / members
    unknown = first > last
    order = np.lexsort((np.arange(count), first))
    rank = np.argsort(order)
    first, last, middle = (np.where(unknown, np.nan, t)[order] for t in (first, last, middle))
    size = size[order]
    groups = _rows(rank[place], size, rows)
    near = pairs.nearest(
        groups,
        Times(first, last, middle, np.full(count, np.nan), np.full(count, np.nan)),
        int(unknown.sum()),
        offered=size >= settings.LARGE,
        window=settings.TOPIC_WINDOW_DAYS,
    )
    if not len(near.one):
        return None
    apart = np.abs(middle[near.one] - middle[near.other])
    apart = np.where(np.isnan(apart), settings.DAYS_WHEN_UNKNOWN, apart)
    values = inputs(groups, near, size, apart)
    # Pairs with too little of their own are as those never compared.
    chosen = weights.chosen(rows.desk)
    least = settings.TOPIC_OWN + chosen * (settings.CHOSEN_OWN - settings.TOPIC_OWN)
    kept = own_words(groups, near, size, rows.documents) >= least
    if not kept.any():
        return None
    empty = np.zeros(0, dtype=np.int64)
    return order, Pairs(near.one[kept], near.other[kept], empty, empty, empty), values[kept]


def _rows(place: Ints, size: Floats, rows: Rows) -> Rows:
    """The words of groups: shares and mean weights over their articles."""
    vocabulary = len(rows.terms)
    whole = place[rows.owner] * vocabulary + rows.term
    code, back = np.unique(whole, return_inverse=True)
    # Any entry of a word says the same of it.
    first_seen = np.empty(len(code), dtype=np.int64)
    first_seen[back] = np.arange(len(back))
    owner, term = code // vocabulary, code % vocabulary
    members = size[owner]

    def mean(values: Floats) -> Floats:
        return np.asarray(np.bincount(back, values, minlength=len(code)) / members)

    shares = (mean(rows.in_title), mean(rows.in_text), mean(rows.in_names))
    return pairs.weighted(
        rows.terms, rows.idf[first_seen], owner, len(size), term, rows.is_number[first_seen],
        shares, mean(rows.uses), (rows.documents, rows.desk),
    )  # fmt: skip


def own_words(rows: Rows, near: Pairs, size: Floats, documents: int) -> Floats:
    """How much of what both of a pair hold is theirs: rare among all articles but these.

    Not words of the place or kind, which a short text shares with any large story.
    """
    a, b, of_pair = near.in_one, near.in_other, near.shared
    in_one, in_other = size[near.one][of_pair], size[near.other][of_pair]
    inside = rows.in_text[a] * in_one + rows.in_text[b] * in_other
    rare = weights.idf_outside(rows.idf[a], documents, inside, in_one + in_other)
    in_both = np.minimum(rows.in_text[a], rows.in_text[b])
    return near.total(in_both * np.maximum(rare - settings.TOPIC_RARE, 0.0))


def inputs(rows: Rows, near: Pairs, size: Floats, apart: Floats) -> Floats:
    """What a pair of groups is judged by; the columns are `settings.TOPIC_WEIGHTS`'."""
    a, b, n = near.in_one, near.in_other, rows.count
    idf = rows.idf[a]
    title = near.total(rows.title[a] * rows.title[b])
    words = near.total(rows.words[a] * rows.words[b])
    in_both_titles = np.minimum(rows.in_title[a], rows.in_title[b])
    in_both = np.minimum(rows.in_text[a], rows.in_text[b])

    def least_mass(values: Floats) -> Floats:
        mass = np.bincount(rows.owner, values * rows.idf, minlength=n)
        return np.asarray(np.maximum(np.minimum(mass[near.one], mass[near.other]), 1e-9))

    overlap = near.total(in_both * idf) / least_mass(rows.in_text)
    title_overlap = near.total(in_both_titles * idf) / least_mass(rows.in_title)
    ruling = near.most(in_both_titles * idf)
    nearness = title + words
    best = np.zeros(n)
    np.maximum.at(best, near.one, nearness)
    np.maximum.at(best, near.other, nearness)
    of_one = nearness / np.maximum(best[near.one], 1e-9)
    of_other = nearness / np.maximum(best[near.other], 1e-9)
    return np.stack(
        [
            np.sqrt(title),
            np.sqrt(words),
            overlap,
            title_overlap,
            ruling,
            np.minimum(of_one, of_other),
            np.maximum(of_one, of_other),
            np.log(np.maximum(size[near.one], size[near.other])),
            np.log(np.minimum(size[near.one], size[near.other])),
            np.minimum(apart, 1.0),
            np.clip(apart - 1.0, 0.0, 2.0),
            np.clip(apart - 3.0, 0.0, 7.0),
        ],
        axis=1,
    )
