"""Stretches of a page that it prints again: an article twice, told from its words alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.reading.flattened.settings import REPEAT_GAP, REPEAT_WORDS, WHOLE_WORDS
from rashomon.reading.flattened.units import Unit


@dataclass(slots=True)
class Repeats:
    """`keys`: a unit's text, case and spaces folded. `copy_of`: for each unit of a folded repeat
    the unit that it repeats, or None for what stands only in the repeat. `starts` and `ends`:
    units at which the first printing of a repeat begins, and the ones after its end; `fresh` those
    of them where the repeat is so long that only whole articles come again like that.
    `runs`: (first start, first end, copy start, copy end), ends exclusive."""

    keys: list[str]
    copy_of: dict[int, int | None] = field(default_factory=dict)
    starts: set[int] = field(default_factory=set)
    ends: set[int] = field(default_factory=set)
    runs: list[tuple[int, int, int, int]] = field(default_factory=list)
    fresh: set[int] = field(default_factory=set)


# White space but for the blank, as `str.split` has it.
_ODD = re.compile(
    f"[{''.join(chr(c) for c in range(0x3001) if chr(c).isspace() and chr(c) != ' ')}]"
)


def folded(text: str) -> str:
    """`text` without differences of case and white space."""
    return " ".join(text.split()).casefold()


def _keys(texts: list[str]) -> list[str]:
    """The texts, none with space at its ends, `folded`."""
    page = "/".join(texts)
    if "  " in page or _ODD.search(page):
        return [folded(text) for text in texts]
    return [text.casefold() for text in texts]


def find_repeats(units: Sequence[Unit], refused: frozenset[int] = frozenset()) -> Repeats:
    """Repeats of `REPEAT_WORDS` words or more in order; `refused` are copy starts not to fold."""
    keys = _keys([unit.text for unit in units])
    repeats = Repeats(keys)
    first: dict[str, int] = {}
    k = 0
    n = len(units)
    while k < n:
        origin = first.get(keys[k])
        if origin is not None and k not in refused:
            end_a, end_b, pairs, words = _follow(keys, origin, k)
            if words >= REPEAT_WORDS and end_a <= k:
                mapped = dict(pairs)
                for j in range(k, end_b):
                    repeats.copy_of[j] = mapped.get(j)
                repeats.starts.add(origin)
                repeats.ends.add(end_a)
                repeats.runs.append((origin, end_a, k, end_b))
                if words >= WHOLE_WORDS:
                    repeats.fresh |= {origin, end_a, end_b}
                k = end_b
                continue
        first.setdefault(keys[k], k)
        k += 1
    return repeats


def without_copies(units: Sequence[Unit], repeats: Repeats) -> tuple[list[int], Repeats]:
    """The units that are not folded, as indices, and the repeats in terms of those."""
    kept = [k for k in range(len(units)) if k not in repeats.copy_of]
    place = {k: j for j, k in enumerate(kept)}
    reduced = Repeats([repeats.keys[k] for k in kept])
    reduced.starts = {place[k] for k in repeats.starts if k in place}
    ends = repeats.ends | {end for _, _, _, end in repeats.runs}
    reduced.ends = {place[k] for k in ends if k in place}
    reduced.fresh = {place[k] for k in repeats.fresh if k in place}
    return kept, reduced


def _follow(keys: list[str], a: int, b: int) -> tuple[int, int, list[tuple[int, int]], int]:
    """Walk two printings together; up to `REPEAT_GAP` units may differ between equal ones."""
    limit = b
    pairs: list[tuple[int, int]] = []
    words = 0
    end_a, end_b = a, b
    while a < limit and b < len(keys):
        if keys[a] == keys[b]:
            pairs.append((b, a))
            count = keys[a].count(" ") + 1
            if count >= 8:
                words += count
            a, b = a + 1, b + 1
            end_a, end_b = a, b
            if not words and len(pairs) >= REPEAT_WORDS:
                break  # a list that comes again: no prose, and walking on would be quadratic
            continue
        step = _resume(keys, a, b, limit)
        if step is None:
            break
        a, b = step
    return end_a, end_b, pairs, words


def _resume(keys: list[str], a: int, b: int, limit: int) -> tuple[int, int] | None:
    for total in range(1, 2 * REPEAT_GAP + 1):
        for skip in range(max(0, total - REPEAT_GAP), min(total, REPEAT_GAP) + 1):
            x, y = a + skip, b + total - skip
            if x < limit and y < len(keys) and keys[x] == keys[y] and len(keys[x]) > 40:
                return x, y
    return None
