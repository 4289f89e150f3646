"""What is seen of each unit: shape, patterns, repetition on the page, and how its words go on.

No feature is a word of a site or of a topic. Names of the columns are in `NAMES`; neighbours'
columns are repeated with their offset, so that a linear or a small non-linear scorer sees context.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.flattened.lexicon import Bag, Lexicon, Weighed, union
from rashomon.reading.flattened.repeats import Repeats
from rashomon.reading.flattened.settings import NEAR, WINDOW
from rashomon.reading.flattened.shape import SHAPE, shape_of
from rashomon.reading.flattened.units import Unit
from rashomon.reading.flattened.windows import Windows

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
_AROUND = [BASE.index(name) for name in AROUND]


def measure(units: Sequence[Unit], lexicon: Lexicon, repeats: Repeats) -> Matrix:
    """One row a unit, columns as in `NAMES`."""
    shapes = np.array(
        [shape_of(unit, toks) for unit, toks in zip(units, lexicon.tokens, strict=True)],
        dtype=np.float32,
    ).reshape(len(units), len(SHAPE))
    column = {name: k for k, name in enumerate(SHAPE)}
    shapes[:-1, column["blank_after"]] = shapes[1:, column["blank"]]
    page = _page(units, lexicon, shapes, column, repeats)
    base = np.hstack([shapes, page])
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
    contents, nameds, fulls = lexicon.contents, lexicon.names, lexicon.fulls
    prose_at = [k for k in range(n) if prose[k]]

    keys = repeats.keys
    places: dict[str, list[int]] = {}
    for k, key in enumerate(keys):
        places.setdefault(key, []).append(k)

    before_of = np.searchsorted(prose_at, np.arange(n), side="left") if n else np.zeros(0, int)
    after_of = np.searchsorted(prose_at, np.arange(n), side="right") if n else np.zeros(0, int)
    windows = Windows(lexicon, prose_at)
    counts = shapes[:, column["words"]]
    run = 0
    since_list = since_comment = 60
    for k in range(n):
        row = out[k]
        same = places[keys[k]]
        if len(same) > 1:
            row[at["copies"]] = min(len(same) - 1, 5)
            row[at["copy_before"]] = same[0] < k
            row[at["copy_after"]] = same[-1] > k
            row[at["copy_near"]] = _nearest(same, k) <= 9
        row[at["repeat_start"]] = k in repeats.starts
        row[at["repeat_end"]] = k in repeats.ends
        if k + 1 < n:
            row[at["begins_next"]] = _begins(units[k], units, k + 1)
        if k:
            row[at["begun_by_previous"]] = _begins(units[k - 1], units, k)
        b, a = int(before_of[k]), int(after_of[k])
        back = prose_at[max(0, b - WINDOW) : b]
        mine = contents[k]
        if mine:
            seen_after, seen_before = windows.wide(a, a + WINDOW), windows.wide(b - WINDOW, b)
            after_share = len(mine & seen_after) / len(mine)
            before_share = len(mine & seen_before) / len(mine)
            row[at["recurs_after"]] = after_share
            row[at["recurs_before"]] = before_share
            row[at["recurs_more"]] = after_share - before_share
            only = (mine & seen_after) - seen_before
            row[at["rare_after"]] = lexicon.rarity(only) / len(mine)
            weighed = Weighed(mine, lexicon.heft(mine))
            row[at["like_before"]] = lexicon.like(weighed, windows.near(b - NEAR, b))
            row[at["like_after"]] = lexicon.like(weighed, windows.near(a, a + NEAR))
        row[at["gap"]] = windows.gap(b)
        if prose[k]:
            row[at["reintroduced"]] = _reintroduced(fulls[k], back, fulls, nameds)
            known = union(nameds, back)
            row[at["new_names"]] = (
                len(nameds[k] - known) / max(1, len(nameds[k])) if nameds[k] else 0.5
            )
        row[at["run_before"]] = min(run, 12)
        run = 0 if prose[k] else run + 1
        row[at["from_prose"]] = min(k - prose_at[b - 1], 20) if b else 20
        row[at["to_prose"]] = min(prose_at[a] - k, 20) if a < len(prose_at) else 20
        if a < len(prose_at):
            row[at["next_words"]] = counts[prose_at[a]]
        row[at["prose_after"]] = _within(prose_at, a, k, 6)
        row[at["prose_before"]] = b - int(np.searchsorted(prose_at, k - 6))
        row[at["position"]] = math.log1p(k)
        row[at["to_end"]] = math.log1p(n - k)
        row[at["relative"]] = k / n
        row[at["units"]] = math.log1p(n)
        since_list = 0 if shapes[k, column["list_head"]] else min(since_list + 1, 60)
        since_comment = 0 if shapes[k, column["comment"]] else min(since_comment + 1, 60)
        row[at["since_list_head"]] = math.log1p(since_list)
        row[at["since_comment"]] = math.log1p(since_comment)
    run = 0
    for k in range(n - 1, -1, -1):
        out[k, at["run_after"]] = min(run, 12)
        run = 0 if prose[k] else run + 1
    for k in range(n):
        a = int(after_of[k])
        if a < len(prose_at):
            nxt = prose_at[a]
            out[k, at["next_new_names"]] = out[nxt, at["new_names"]]
            out[k, at["next_reintroduced"]] = out[nxt, at["reintroduced"]]
            out[k, at["next_dateline"]] = shapes[nxt, column["dateline"]]
            out[k, at["next_quote"]] = shapes[nxt, column["quote"]]
            out[k, at["next_pronoun"]] = shapes[nxt, column["pronoun"]]
            if contents[k]:
                out[k, at["title_in_next"]] = len(contents[k] & contents[nxt]) / len(contents[k])
            out[k, at["longest_ahead"]] = max(float(counts[j]) for j in prose_at[a : a + 3])
    _heads(out, at, shapes, column, windows, before_of)
    follows = prose.copy()
    follows[1:] &= prose[:-1]
    follows[:1] = False
    usual = float(np.median(blank[follows])) if follows.any() else 1.0
    out[:, at["blank_excess"]] = blank - usual
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


def _heads(
    out: Matrix,
    at: dict[str, int],
    shapes: Matrix,
    column: dict[str, int],
    windows: Windows,
    before_of: NDArray[np.int64],
) -> None:
    """Which headline the prose from a unit on goes with: the one just above, or an earlier one."""
    n = len(out)
    contents = windows.lexicon.contents
    prose, heads, more = (shapes[:, column[x]] > 0 for x in ("prose", "head_like", "more"))
    since_more = 9
    recent: list[int] = []  # headlines above the last prose, nearest last
    pending: list[int] = []  # headlines since the last prose
    templates: dict[tuple[object, ...], int] = {}
    for k in range(n):
        row = out[k]
        since_more = 0 if more[k] else min(since_more + 1, 9)
        row[at["since_more"]] = since_more
        b = int(before_of[k])
        a = b + 1 if prose[k] else b
        ahead = windows.near(b, b + NEAR).bag
        row[at["across"]] = windows.across(b)
        if prose[k]:
            row[at["like_previous"]] = windows.across(b)
            row[at["like_next"]] = windows.across(a)
        own = [contents[j] for j in pending[-3:]]
        if heads[k]:
            own.append(contents[k])
        own_share = max((len(x & ahead) / len(x) for x in own if x), default=0.0)
        earlier = max(
            (len(contents[j] & ahead) / len(contents[j]) for j in recent[-4:] if contents[j]),
            default=0.0,
        )
        row[at["own_head"]] = own_share
        row[at["earlier_head"]] = earlier
        row[at["head_gain"]] = own_share - earlier
        row[at["head_words"]] = max(
            (float(shapes[j, column["words"]]) for j in pending[-3:]), default=0.0
        )
        if heads[k]:
            pending.append(k)
        if prose[k]:
            recent = [*recent[-3:], *pending][-4:]
            pending = []
        else:
            # How many units so far on the page looked like this one and stood like it.
            key = tuple(
                [round(float(shapes[k, column["words"]]) * 2)]
                + [bool(shapes[k, column[x]]) for x in ("terminal", "head_like", "more", "age", "name_line", "colon")]
                + [int(row[at["from_prose"]]), int(row[at["to_prose"]])]
            )  # fmt: skip
            row[at["same_template"]] = min(templates.get(key, 0), 6)
            templates[key] = templates.get(key, 0) + 1


def _quotes(out: Matrix, at: dict[str, int], lexicon: Lexicon) -> None:
    """Share of a unit's runs of five words that the page has had before, and that come later."""
    grams = [set(zip(t, t[1:], t[2:], t[3:], t[4:], strict=False)) for t in lexicon.tokens]
    for name, order in (
        ("quotes_page", range(len(grams))),
        ("told_later", reversed(range(len(grams)))),
    ):
        told: set[tuple[str, ...]] = set()
        for k in order:
            if grams[k]:
                out[k, at[name]] = len(grams[k] & told) / len(grams[k])
                told |= grams[k]


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


def _within(prose_at: list[int], a: int, k: int, reach: int) -> int:
    count = 0
    while a + count < len(prose_at) and prose_at[a + count] <= k + reach:
        count += 1
    return count


def _nearest(places: list[int], k: int) -> int:
    """Distance from `k`, one of the sorted `places`, to the nearest other one."""
    i = bisect_left(places, k)
    before = k - places[i - 1] if i else 1 << 30
    after = places[i + 1] - k if i + 1 < len(places) else 1 << 30
    return min(before, after)


def _reintroduced(
    mine: frozenset[tuple[str, str]],
    back: list[int],
    fulls: list[frozenset[tuple[str, str]]],
    nameds: list[Bag],
) -> float:
    """Full names that the article before had already shortened to the last word alone."""
    if not back:
        return 0.0
    recent = union(nameds, back)
    told = set().union(*(fulls[k] for k in back))
    return float(
        min(3, sum(1 for pair in mine if pair[1].casefold() in recent and pair not in told))
    )


def _begins(teaser: Unit, units: Sequence[Unit], k: int) -> float:
    """Whether `teaser` is longer than unit `k` and begins with its words."""
    first, second = teaser.text, units[k].text
    probe = second[:400].rstrip(" .…[]")
    if len(probe) < 20 or len(first) <= len(probe):
        return 0.0
    return float(first.startswith(probe) or first[: len(probe)].casefold() == probe.casefold())
