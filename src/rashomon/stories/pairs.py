"""Candidate pairs and their likeness: one pass over time with an index of the active window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.stories import settings, weights
from rashomon.stories.features import Features, When

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

CHANNELS = ("title", "words", "names", "cross", "rough")


@dataclass(frozen=True, slots=True)
class Index:
    """All items' words as one list of postings, sorted by term and then by item.

    `row_*` hold the same by item: `row_start[i]:row_start[i + 1]` are the terms of item i.
    """

    terms: list[str]
    idf: Floats
    row_start: Ints
    row_term: Ints
    row_weights: Floats  # channels by entries: title, words, names, number; L2 of each row is 1
    row_title: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of items, `later` and `earlier` by place in the order of time, with likeness.

    `values` has a row for each name in `NAMES`.
    """

    later: Ints
    earlier: Ints
    values: Floats


NAMES = ("title", "words", "names", "cross", "shared_names", "shared_numbers", "shared_top")


def index(items: Sequence[Features]) -> Index:
    """The words of `items` with their weights."""
    vocabulary: dict[str, int] = {}
    row_term: list[int] = []
    tf: list[float] = []
    in_title: list[bool] = []
    in_names: list[bool] = []
    is_number: list[bool] = []
    starts = [0]
    for item in items:
        counts = dict(item.lead)
        title = set(item.title)
        for word in item.title:
            if word not in counts:
                counts[word] = 0
        names = {name for name, _ in item.names}
        for word, count in counts.items():
            row_term.append(vocabulary.setdefault(word, len(vocabulary)))
            here = word in title
            tf.append((1 + np.log(count) if count else 0.0) + settings.TITLE_BOOST * here)
            in_title.append(here)
            in_names.append(word in names)
            is_number.append(word[0].isdigit())
        starts.append(len(row_term))
    terms = list(vocabulary)
    term = np.array(row_term, dtype=np.int64)
    start = np.array(starts, dtype=np.int64)
    counted = np.bincount(term, minlength=len(terms)).astype(float)
    idf = weights.idf(terms, counted, len(items))
    title_flag = np.array(in_title, dtype=bool)
    name_flag = np.array(in_names, dtype=bool)
    number_flag = np.array(is_number, dtype=bool)
    value = idf[term]
    keep = value >= settings.LEAST_IDF
    rows = np.repeat(np.arange(len(items)), np.diff(start))
    whole = np.array(tf) * value
    channels = np.stack([value * title_flag, whole, value * name_flag, value * number_flag])
    for k in range(3):
        norm = np.sqrt(np.bincount(rows[keep], channels[k][keep] ** 2, minlength=len(items)))
        channels[k] /= np.maximum(norm, 1e-9)[rows]
    kept_start = np.concatenate([[0], np.cumsum(np.bincount(rows[keep], minlength=len(items)))])
    return Index(
        terms, idf, kept_start.astype(np.int64), term[keep], channels[:, keep], title_flag[keep]
    )


def candidates(found: Index, whens: Sequence[When], wide: int) -> Pairs:
    """For each item its nearest earlier ones within the window; the last `wide` see all."""
    n = len(whens)
    m = len(found.row_term)
    order = np.lexsort((np.arange(m), found.row_term))
    owner = np.repeat(np.arange(n), np.diff(found.row_start))[order]
    w = found.row_weights[:, order]
    ttl = found.row_title[order].astype(float)
    term_start = np.searchsorted(found.row_term[order], np.arange(len(found.terms) + 1))
    first = np.array([-np.inf if w.first is None else w.first for w in whens])
    last = np.array([np.inf if w.last is None else w.last for w in whens])
    lower = term_start[:-1].copy()
    upper = term_start[:-1].copy()
    expired = 0
    out_i: list[Ints] = []
    out_j: list[Ints] = []
    out_v: list[Floats] = []
    # squared idf of all title terms, for the share of a title that stands in the other article
    rows = np.repeat(np.arange(n), np.diff(found.row_start))
    t_idf2 = found.idf[found.row_term] ** 2 * found.row_title
    title_mass = np.maximum(np.bincount(rows, t_idf2, minlength=n), 1e-9)
    for i in range(n):
        a, b = found.row_start[i], found.row_start[i + 1]
        terms = found.row_term[a:b]
        loose = i >= n - wide
        if not loose:
            while expired < i and last[expired] < first[i] - settings.WINDOW_DAYS:
                ea, eb = found.row_start[expired], found.row_start[expired + 1]
                lower[found.row_term[ea:eb]] += 1
                expired += 1
        base = 0 if loose else expired
        lo = term_start[terms] if loose else lower[terms]
        size = upper[terms] - lo
        total = int(size.sum())
        upper[terms] += 1
        if not total:
            continue
        at = np.arange(total) + np.repeat(lo - (np.cumsum(size) - size), size)
        j = owner[at] - base
        k = i - base
        me = np.repeat(np.arange(b - a), size)
        mine = found.row_weights[:, a:b][:, me]
        s_title = np.bincount(j, mine[0] * w[0, at], minlength=k)
        s_words = np.bincount(j, mine[1] * w[1, at], minlength=k)
        rough = s_title + 2 * s_words
        count = min(settings.NEIGHBOURS, k)
        top = np.argpartition(-rough, count - 1)[:count] if k > count else np.arange(k)
        top = top[rough[top] > settings.ROUGH]
        if not len(top):
            continue
        flag = np.zeros(k, dtype=bool)
        flag[top] = True
        sel = flag[j]
        j, at, mine, me = j[sel], at[sel], mine[:, sel], me[sel]
        s_names = np.bincount(j, mine[2] * w[2, at], minlength=k)
        v = found.idf[terms][me]
        mt = found.row_title[a:b][me]
        c1 = np.bincount(j, v * v * mt, minlength=k) / title_mass[i]
        c2 = np.bincount(j, v * v * ttl[at], minlength=k) / title_mass[base:i]
        both_names = (mine[2] > 0) & (w[2, at] > 0)
        sh_names = np.bincount(j, v * both_names, minlength=k)
        sh_numbers = np.bincount(j, v * (mine[3] > 0), minlength=k)
        sh_top = np.bincount(j, v * ((mine[1] > 0.15) & (w[1, at] > 0.15)), minlength=k)
        top.sort()
        out_i.append(np.full(len(top), i))
        out_j.append(top + base)
        out_v.append(
            np.stack(
                [
                    s_title[top],
                    s_words[top],
                    s_names[top],
                    0.5 * (c1 + c2)[top],
                    sh_names[top],
                    sh_numbers[top],
                    sh_top[top],
                ]
            )
        )
    if not out_i:
        none = np.zeros(0, dtype=np.int64)
        return Pairs(none, none, np.zeros((len(NAMES), 0)))
    return Pairs(np.concatenate(out_i), np.concatenate(out_j), np.concatenate(out_v, axis=1))
