"""Where the words of a question stand in a text, and the stretch around them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from rashomon.views.pieces import Mark, Piece, pieces

# Characters of a text that are looked through, and of a snippet.
LOOK, LENGTH = 200_000, 240
# Characters of the snippet that stand before the first word that was found.
_BEFORE = 70
_HITS = 400
# Above so many different signs one pass is faster than one for each (200,000 characters, 14 ms to .7).
_MANY_SIGNS = 20
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Snippet:
    """Pieces of a text; "s" marks what was found, `first` is the place of the first of it."""

    pieces: tuple[Piece, ...]
    first: tuple[int, int] | None


def fold(word: str) -> str:
    """A word without case and accents, as the desk's index has it."""
    if word.isascii():
        return word.lower()
    bare = unicodedata.normalize("NFD", word)
    return "".join(c for c in bare if not unicodedata.combining(c)).casefold()


def hits(text: str, phrases: Sequence[Sequence[str]]) -> list[tuple[int, int, int]]:
    """(start, end, which phrase) of the phrases in the first LOOK characters of `text`."""
    wanted: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for n, phrase in enumerate(phrases):
        folded = tuple(fold(w) for w in phrase)
        if folded and all(w.isalnum() for w in folded):
            wanted.setdefault(folded[0], []).append((n, folded))
    if not wanted:
        return []
    text = text[:LOOK]
    flat = _folded(text)
    return _by_word(text, wanted) if flat is None else _by_sight(flat, wanted)


def _folded(text: str) -> str | None:
    """`text` folded, each character in its place; None where one becomes none or several."""
    if text.isascii():
        return text.lower()
    signs = {ord(sign): fold(sign) for sign in sorted(set(text)) if sign > "\x7f"}
    if any(len(one) != 1 for one in signs.values()):
        return None
    if len(signs) > _MANY_SIGNS:
        return text.translate(signs).lower()
    for sign, one in signs.items():
        text = text.replace(chr(sign), one)
    return text.lower()


def _by_sight(
    flat: str, wanted: Mapping[str, Sequence[tuple[int, tuple[str, ...]]]]
) -> list[tuple[int, int, int]]:
    found = []
    for word, ones in wanted.items():
        rests = [(n, _in_a_row(folded)) for n, folded in ones]
        at, left = flat.find(word), _HITS
        while at >= 0 and left > 0:
            if at == 0 or not flat[at - 1].isalnum():
                matches = ((n, rest.match(flat, at)) for n, rest in rests)
                some = [(at, match.end(), n) for n, match in matches if match]
                found += some
                left -= len(some)
            at = flat.find(word, at + 1)
    return sorted(found, key=itemgetter(0))[:_HITS]


@lru_cache(maxsize=256)
def _in_a_row(folded: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"[\W_]+".join(map(re.escape, folded)) + r"(?![^\W_])")


def _by_word(
    text: str, wanted: Mapping[str, Sequence[tuple[int, tuple[str, ...]]]]
) -> list[tuple[int, int, int]]:
    tokens = [(m.start(), m.end()) for m in _WORD.finditer(text)]
    words = [fold(text[a:b]) for a, b in tokens]
    found = []
    for at, word in enumerate(words):
        for n, folded in wanted.get(word, ()):
            last = at + len(folded)
            if tuple(words[at:last]) == folded:
                found.append((tokens[at][0], tokens[last - 1][1], n))
                if len(found) >= _HITS:
                    return found
    return found


def snippet(text: str, phrases: Sequence[Sequence[str]]) -> Snippet:
    """The stretch that holds the most of `phrases`, the first of those; else the opening."""
    found = hits(text, phrases)
    best, most = 0, 0
    for n, (start, _, _) in enumerate(found):
        inside = {which for a, b, which in found[n:] if b <= start + LENGTH - _BEFORE}
        if len(inside) > most:
            best, most = n, len(inside)
        if most == len(phrases):
            break
    if not found:
        return Snippet(_cut(text, 0, min(len(text), LENGTH), []), None)
    first = found[best]
    left = _edge(text, max(0, first[0] - _BEFORE))
    right = text.rfind(" ", first[1], left + LENGTH)
    right = right if right > 0 and left + LENGTH < len(text) else min(len(text), left + LENGTH)
    right = max(right, first[1])
    marks = [Mark(a, b, "s") for a, b, _ in found if a >= left and b <= right]
    return Snippet(_cut(text, left, right, marks), first[:2])


def _edge(text: str, at: int) -> int:
    """The start of the word after `at`, within a word's length."""
    if at == 0:
        return 0
    space = text.find(" ", at, at + 30)
    return space + 1 if space >= 0 else at


def _cut(text: str, left: int, right: int, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """text[left:right], with signs where it goes on."""
    before = (Piece("… ", ()),) if left else ()
    after = (Piece(" …", ()),) if right < len(text) else ()
    return before + pieces(text, left, right, marks) + after


def marked(text: str, phrases: Sequence[Sequence[str]]) -> tuple[Piece, ...]:
    """All of a short `text`, with what was found marked."""
    return pieces(text, 0, len(text), [Mark(a, b, "s") for a, b, _ in hits(text, phrases)])
