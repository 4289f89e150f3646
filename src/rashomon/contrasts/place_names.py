"""Wording: two names for one strait, gulf or island, each telling keeping to its own.

    collided in the Tern Strait  |  collided in the Sarn Channel

No table of places: the two names end in words for the same sort of place, stand in sentences that
share what is told, and no telling uses both.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from rashomon.contrasts import settings
from rashomon.contrasts.candidate import Candidate, Side
from rashomon.contrasts.context import sentences, starts, stems
from rashomon.contrasts.lens import Lens
from rashomon.model import Article, Span

# Words for sorts of places that may bear a name of each side. General English.
_SORTS = {
    "water": "strait channel sound gulf bay sea passage narrows",
    "river": "river canal creek",
    "land": "island islands isles archipelago islets rocks reef shoal atoll",
    "height": "mountain mount hill hills heights ridge peak pass",
    "site": "bridge crossing dam reservoir lake",
}
_SORT = {word: sort for sort, words in _SORTS.items() for word in words.split()}
_STARTS = starts(" ".join(_SORT))
_NAMED = re.compile(
    rf"\b(?P<name>(?!The\s)[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)\s(?P<kind>{'|'.join(w.capitalize() for w in _SORT)})\b"
)


def detect(lens: Lens) -> Iterator[Candidate]:
    """Pairs of names of one sort that no telling has both of."""
    used: dict[str, dict[tuple[str, str], list[tuple[Span, frozenset[str]]]]] = {}
    for article in lens.tellings:
        used[article.id] = _used(lens, article)
    having: dict[tuple[str, str], set[str]] = defaultdict(set)
    for article_id, names in used.items():
        for key in names:
            having[key].add(article_id)
    for one, two in combinations(sorted(having), 2):
        if one[0] != two[0] or having[one] & having[two]:
            continue
        pair = _nearest(one, two, used)
        if pair is None:
            continue
        sides = tuple(
            Side(used[i][key][0][0], key[1], key[1])
            for key in (one, two)
            for i in sorted(having[key])
        )
        yield Candidate(
            f"How the place is called: {one[1]} or {two[1]}", "wording", "strong", sides, 0.65,
            sort="name of a place",
        )  # fmt: skip


def _used(lens: Lens, article: Article) -> dict[tuple[str, str], list[tuple[Span, frozenset[str]]]]:
    found: dict[tuple[str, str], list[tuple[Span, frozenset[str]]]] = defaultdict(list)
    for place in sentences(lens, article):
        if not place.may_hold(_STARTS):
            continue
        for match in _NAMED.finditer(place.text):
            key = (_SORT[match["kind"].casefold()], match.group())
            about = stems(place.text) - stems(match.group())
            found[key].append((place.span(match.start(), match.end()), about))
    return found


def _nearest(
    one: tuple[str, str],
    two: tuple[str, str],
    used: dict[str, dict[tuple[str, str], list[tuple[Span, frozenset[str]]]]],
) -> int | None:
    """Content words that the nearest two sentences with the names share, where these are enough."""
    shared = [
        (len(a & b), len(a & b) / max(1, min(len(a), len(b))))
        for names in used.values()
        for _, a in names.get(one, ())
        for others in used.values()
        for _, b in others.get(two, ())
    ]
    best = max(shared, default=(0, 0.0))
    enough = best[0] >= settings.PLACE_STEMS and best[1] >= settings.PLACE_SHARE
    return best[0] if enough else None
