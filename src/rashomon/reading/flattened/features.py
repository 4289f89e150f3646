"""What is seen of each unit: shape, patterns, repetition on the page, and how its words go on.

No feature is a word of a site or of a topic. Names of the columns are in `NAMES`; neighbours'
columns are repeated with their offset, so that a linear or a small non-linear scorer sees context.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.flattened.lexicon import Bag, Lexicon, members, overlap, union
from rashomon.reading.flattened.recurrence import recurrence
from rashomon.reading.flattened.repeats import Repeats
from rashomon.reading.flattened.settings import NEAR, WINDOW
from rashomon.reading.flattened.shape import SHAPE, shapes
from rashomon.reading.flattened.units import Unit

Matrix = NDArray[np.float32]

PAGE = (
    "copies", "copy_before", "copy_after", "copy_near", "repeat_start", "repeat_end",
    "begins_next", "begun_by_previous", "quotes_page", "recurs_after", "recurs_before",
    "recurs_more", "rare_after", "gap", "like_before", "like_after", "reintroduced",
    "new_names", "next_new_names", "next_reintroduced", "to_prose", "from_prose", "next_words",
    "prose_after", "prose_before", "run_before", "run_after", "position", "to_end", "relative",
    "units", "page_prose", "page_blank", "title_in_next", "since_list_head", "since_comment",
    "next_dateline", "next_quote", "next_pronoun", "longest_ahead", "like_previous", "like_next",
    "own_head", "earlier_head", "head_gain", "since_more", "across", "head_words", "same_template",
    "told_later", "chatter", "style_count", "style_words", "blank_excess",
    "gap_depth", "gap_rank",
)  # fmt: skip
# Columns that are seen of the neighbours too, with the offsets at which they are.
AROUND = (
    "chars", "terminal", "cut", "cut_bracket", "title_case", "caps", "age", "date", "byline", "more",
    "more_inline", "caption", "credit", "note", "list_head", "comment", "ask", "furniture",
    "name_line", "blank", "prose", "head_like", "copies", "copy_near", "sponsored", "bio",
    "dateline_date", "source_age", "numbered", "quote", "repeat_start", "gap", "recurs_more",
    "head_gain", "across", "like_previous", "title_in_next", "rule", "chat", "style_words",
    "blank_excess",
)  # fmt: skip
OFFSETS = (-3, -2, -1, 1, 2, 3)
BASE = SHAPE + PAGE
NAMES = BASE + tuple(f"{name}{offset:+d}" for offset in OFFSETS for name in AROUND)
COLUMN = {name: k for k, name in enumerate(NAMES)}
# An odd number that spreads bits well (2**64 over the golden ratio).
_MIX = np.uint64(0x9E3779B97F4A7C15)
_AROUND = [BASE.index(name) for name in AROUND]


def measure(units: Sequence[Unit], lexicon: Lexicon, repeats: Repeats) -> Matrix:
    """One row a unit, columns as in `NAMES`."""
    seen = shapes(units, lexicon)
    column = {name: k for k, name in enumerate(SHAPE)}
    seen[:-1, column["blank_after"]] = seen[1:, column["blank"]]
    page = _page(units, lexicon, seen, column, repeats)
    base = np.hstack([seen, page])
    around = base[:, _AROUND]
    shifted = []
    for offset in OFFSETS:
        moved = np.zeros_like(around)
        if abs(offset) < len(units):
            if offset < 0:
                moved[-offset:] = around[:offset]
            else:
                moved[:-offset] = around[offset:]
        shifted.append(moved)
    return np.hstack([base, *shifted]).astype(np.float32, copy=False)


def _page(
    units: Sequence[Unit],
    lexicon: Lexicon,
    shapes: Matrix,
    column: dict[str, int],
    repeats: Repeats,
) -> Matrix:
    n = len(units)
    out = np.zeros((n, len(PAGE)), dtype=np.float32)
    at = {name: k for k, name in enumerate(PAGE)}
    prose = shapes[:, column["prose"]] > 0
    blank = shapes[:, column["blank"]]
    counts = shapes[:, column["words"]]
    prose_at = np.flatnonzero(prose)
    after_of = np.cumsum(prose)
    before_of: NDArray[np.int64] = after_of - prose
    _copies(out, at, repeats)
    starts = [_begins(units[k], units[k + 1]) for k in range(n - 1)]
    out[:-1, at["begins_next"]] = starts
    out[1:, at["begun_by_previous"]] = starts

    again = recurrence(lexicon, prose)
    out[:, at["recurs_after"]] = again.after
    out[:, at["recurs_before"]] = again.before
    out[:, at["recurs_more"]] = again.after - again.before
    out[:, at["rare_after"]] = again.rare_after
    out[:, at["like_before"]] = again.like_before
    out[:, at["like_after"]] = again.like_after
    out[:, at["gap"]] = again.gap[before_of]
    out[:, at["across"]] = again.across[before_of]
    out[prose, at["like_previous"]] = again.across[before_of[prose]]
    out[prose, at["like_next"]] = again.across[after_of[prose]]
    _newcomers(out, at, lexicon, prose_at.tolist())

    place = np.arange(n)
    last = np.concatenate([[-1], prose_at])[before_of]  # the prose unit before, or -1
    coming = np.concatenate([prose_at, [n]])[after_of]  # the prose unit after, or n
    first: NDArray[np.bool_] = before_of == 0
    final: NDArray[np.bool_] = coming == n
    out[:, at["run_before"]] = np.minimum(place - 1 - last, 12)
    out[:, at["run_after"]] = np.minimum(coming - place - 1, 12)
    out[:, at["from_prose"]] = np.where(first, 20, np.minimum(place - last, 20))
    out[:, at["to_prose"]] = np.where(final, 20, np.minimum(coming - place, 20))
    out[:, at["prose_after"]] = np.searchsorted(prose_at, place + 6, side="right") - after_of
    out[:, at["prose_before"]] = before_of - np.searchsorted(prose_at, place - 6)
    out[:, at["position"]] = np.log1p(place)
    out[:, at["to_end"]] = np.log1p(n - place)
    out[:, at["relative"]] = place / n
    out[:, at["units"]] = math.log1p(n)
    for name in ("list_head", "comment"):
        since = np.minimum(_since(shapes[:, column[name]] > 0, 60), 60)
        out[:, at[f"since_{name}"]] = np.log1p(since)
    some, nxt = ~final, coming[~final]
    out[some, at["next_words"]] = counts[nxt]
    out[some, at["next_new_names"]] = out[nxt, at["new_names"]]
    out[some, at["next_reintroduced"]] = out[nxt, at["reintroduced"]]
    for name in ("dateline", "quote", "pronoun"):
        out[some, at[f"next_{name}"]] = shapes[nxt, column[name]]
    out[some, at["title_in_next"]] = again.in_next[some]
    long = np.concatenate([counts[prose_at], np.zeros(3, np.float32)])
    out[:, at["longest_ahead"]] = np.maximum.reduce([long[after_of + k] for k in range(3)])
    _heads(out, at, shapes, column, lexicon, prose_at.tolist())
    follows = prose.copy()
    follows[1:] &= prose[:-1]
    follows[:1] = False
    usual = _median(np.sort(blank[follows])) if follows.any() else 1.0
    out[:, at["blank_excess"]] = blank - usual
    _depths(out, at, again.gap, before_of)
    _quotes(out, at, lexicon)
    _styles(out, at, shapes, column, counts)
    chats = np.concatenate(
        [[0], np.cumsum(shapes[:, column["chat"]] + shapes[:, column["comment"]])]
    )
    low = np.maximum(np.arange(n) - 8, 0)
    out[:, at["chatter"]] = chats[np.minimum(np.arange(n) + 9, n)] - chats[low]
    out[:, at["page_prose"]] = float(prose.mean()) if n else 0.0
    out[:, at["page_blank"]] = float((blank > 0).mean()) if n else 0.0
    return out


def _median(ascending: Matrix) -> float:
    half = len(ascending) // 2
    return float(ascending[half] + ascending[~half]) / 2


def _since(marks: NDArray[np.bool_], before: int) -> NDArray[np.int64]:
    """Units since the last that is marked; counted on from `before` where there is none yet."""
    place = np.arange(len(marks))
    last = np.maximum.accumulate(np.where(marks, place, -before - 1))
    return place - last


def _copies(out: Matrix, at: dict[str, int], repeats: Repeats) -> None:
    """Where else a unit stands on the page."""
    places: dict[str, list[int]] = {}
    for k, key in enumerate(repeats.keys):
        places.setdefault(key, []).append(k)
    for same in places.values():
        if len(same) == 1:
            continue
        for k in same:
            row = out[k]
            row[at["copies"]] = min(len(same) - 1, 5)
            row[at["copy_before"]] = same[0] < k
            row[at["copy_after"]] = same[-1] > k
            row[at["copy_near"]] = _nearest(same, k) <= 9
    for k in repeats.starts:
        if k < len(out):
            out[k, at["repeat_start"]] = 1
    for k in repeats.ends:
        if k < len(out):
            out[k, at["repeat_end"]] = 1


def _newcomers(out: Matrix, at: dict[str, int], lexicon: Lexicon, prose_at: list[int]) -> None:
    """Names of each prose unit that the prose before it has not had, or had shortened already."""
    names, fulls, last_of = lexicon.names, lexicon.fulls, lexicon.last_of
    new, reintroduced = [], []
    for b, k in enumerate(prose_at):
        back = prose_at[max(0, b - WINDOW) : b]
        known = union(names, back)
        mine = names[k]
        new.append(1 - overlap(mine, known) if mine else 0.5)
        again = 0
        if fulls[k] and back:
            again = sum(
                1 for full in members(fulls[k] & ~union(fulls, back)) if known >> last_of[full] & 1
            )
        reintroduced.append(min(3, again))
    out[prose_at, at["new_names"]] = new
    out[prose_at, at["reintroduced"]] = reintroduced


def _depths(
    out: Matrix, at: dict[str, int], gaps: NDArray[np.floating[Any]], before_of: NDArray[np.int64]
) -> None:
    """How deep the gap before each unit is beside the gaps near it, and its rank on the page.

    After the depth scores of TextTiling (Hearst 1997), over gaps of one page.
    """
    count = len(gaps) - 1
    if count < 3:
        return
    padded = np.concatenate([gaps[[0, 0, 0]], gaps, gaps[[-1, -1, -1]]])
    before, after = (
        np.minimum(
            np.minimum(*(padded[a + k : a + k + count + 1] for k in (0, 1))),
            padded[a + 2 : a + count + 3],
        )
        for a in (0, 4)
    )
    depth = 2 * gaps - before - after
    order = np.argsort(np.argsort(-depth[1:count], kind="stable"), kind="stable")
    ranks = np.zeros(count + 1)
    ranks[1:count] = order / (count - 1)
    depth[0] = depth[count] = 1.0
    out[:, at["gap_depth"]] = depth[before_of]
    out[:, at["gap_rank"]] = ranks[before_of]


def _heads(
    out: Matrix,
    at: dict[str, int],
    shapes: Matrix,
    column: dict[str, int],
    lexicon: Lexicon,
    prose_at: list[int],
) -> None:
    """Which headline the prose from a unit on goes with: the one just above, or an earlier one."""
    n = len(out)
    contents = lexicon.contents
    prose, heads = ((shapes[:, column[x]] > 0).tolist() for x in ("prose", "head_like"))
    out[:, at["since_more"]] = np.minimum(_since(shapes[:, column["more"]] > 0, 9), 9)
    words = shapes[:, column["words"]].tolist()
    looks = _looks(out, at, shapes, column)
    shares: dict[tuple[int, int], float] = {}
    near: dict[int, Bag] = {}

    def share(head: int, b: int) -> float:
        """How many of a headline's words stand in the `NEAR` prose units from place `b` on."""
        found = shares.get((head, b))
        if found is None:
            ahead = near.get(b)
            if ahead is None:
                ahead = near[b] = union(contents, prose_at[b : b + NEAR])
            found = shares[head, b] = overlap(contents[head], ahead)
        return found

    own_head, earlier_head, head_words = [0.0] * n, [0.0] * n, [0.0] * n
    same_template = [0] * n
    recent: list[int] = []  # headlines above the last prose, nearest last
    earlier = 0.0  # the best of them for the prose that comes
    pending: list[int] = []  # headlines since the last prose
    templates: dict[tuple[object, ...], int] = {}
    b = 0
    for k in range(n):
        own = pending[-3:]
        if own:
            head_words[k] = max(words[j] for j in own)
        if heads[k]:
            own.append(k)
            pending.append(k)
        if own:
            own_head[k] = max([share(j, b) for j in own])
        earlier_head[k] = earlier
        if prose[k]:
            b += 1
            recent = [*recent[-3:], *pending][-4:]
            pending = []
            earlier = max([share(j, b) for j in recent], default=0.0)
        else:
            # How many units so far on the page looked like this one and stood like it.
            told = templates.get(looks[k], 0)
            same_template[k] = min(told, 6)
            templates[looks[k]] = told + 1
    out[:, at["own_head"]] = own_head
    out[:, at["earlier_head"]] = earlier_head
    out[:, at["head_gain"]] = np.array(own_head) - earlier_head
    out[:, at["head_words"]] = head_words
    out[:, at["same_template"]] = same_template


def _looks(
    out: Matrix, at: dict[str, int], shapes: Matrix, column: dict[str, int]
) -> list[tuple[object, ...]]:
    """What units that are set alike have in common."""
    flags = ("terminal", "head_like", "more", "age", "name_line", "colon")
    parts = [
        np.rint(shapes[:, column["words"]].astype(np.float64) * 2),
        *(shapes[:, column[x]] != 0 for x in flags),
        out[:, at["from_prose"]], out[:, at["to_prose"]],
    ]  # fmt: skip
    return list(zip(*(part.tolist() for part in parts), strict=True))


def _quotes(out: Matrix, at: dict[str, int], lexicon: Lexicon) -> None:
    """Share of a unit's runs of five words that the page has had before, and that come later."""
    word = lexicon.token.astype(np.uint64)
    unit = np.repeat(np.arange(len(out)), np.diff(lexicon.edges))
    if len(word) < 5:
        return
    # A run of five as one number; that two runs share one by chance is out of the question.
    run = np.zeros(len(word) - 4, np.uint64)
    for k in range(5):
        run = (run ^ word[k : k + len(run)]) * _MIX
        run ^= run >> np.uint64(29)
    whole = unit[:-4] == unit[4:]
    if not whole.any():
        return
    run, unit = run[whole], unit[:-4][whole]
    size = np.bincount(unit, minlength=len(out))
    # Most runs stand on a page once: only the others are looked at.
    ordered = np.sort(run)
    twice = ordered[1:][ordered[1:] == ordered[:-1]]
    if not len(twice):
        return
    again = twice[np.minimum(np.searchsorted(twice, run), len(twice) - 1)] == run
    run, unit = run[again], unit[again]
    order = np.argsort(run, kind="stable")
    run, unit = run[order], unit[order]
    first = np.ones(len(run), bool)
    first[1:] = run[1:] != run[:-1]
    edges = np.flatnonzero(first)
    kind = np.cumsum(first) - 1
    # A run that a unit has twice counts once.
    once = first.copy()
    once[1:] |= unit[1:] != unit[:-1]
    had = once & (unit > unit[edges][kind])
    later = once & (unit < unit[np.append(edges[1:], len(run)) - 1][kind])
    size = np.maximum(size - np.bincount(unit[~once], minlength=len(out)), 1)
    out[:, at["quotes_page"]] = np.bincount(unit[had], minlength=len(out)) / size
    out[:, at["told_later"]] = np.bincount(unit[later], minlength=len(out)) / size


def _styles(
    out: Matrix, at: dict[str, int], shapes: Matrix, column: dict[str, int], counts: Matrix
) -> None:
    """How many heads of a page look alike, and how many words stand between them on average."""
    heads = np.flatnonzero((shapes[:, column["head_like"]] > 0) & (out[:, at["to_prose"]] <= 3))
    words = np.concatenate([[0.0], np.cumsum(np.expm1(counts) * (shapes[:, column["prose"]] > 0))])
    groups: dict[tuple[int, ...], list[int]] = {}
    for k in heads:
        caps, case = shapes[k, column["caps"]], shapes[k, column["title_case"]]
        kind = 2 if caps > 0.8 else int(case > 0.75)
        key = (kind, int(shapes[k, column["blank"]] > 0), int(shapes[k, column["blank_after"]] > 0))
        groups.setdefault(key, []).append(int(k))
    for alike in groups.values():
        between = words[alike[-1]] - words[alike[0]]
        out[alike, at["style_count"]] = min(len(alike), 12)
        out[alike, at["style_words"]] = (
            np.log1p(between / (len(alike) - 1)) if len(alike) > 1 else 0
        )


def _nearest(places: list[int], k: int) -> int:
    """Distance from `k`, one of the sorted `places`, to the nearest other one."""
    i = bisect_left(places, k)
    before = k - places[i - 1] if i else 1 << 30
    after = places[i + 1] - k if i + 1 < len(places) else 1 << 30
    return min(before, after)


def _begins(teaser: Unit, unit: Unit) -> bool:
    """Whether `teaser` is longer than `unit` and begins with its words."""
    first, second = teaser.text, unit.text
    if len(second) < 20:
        return False
    probe = second[:400].rstrip(" .…[]")
    if len(probe) < 20 or len(first) <= len(probe):
        return False
    return first.startswith(probe) or first[: len(probe)].casefold() == probe.casefold()
