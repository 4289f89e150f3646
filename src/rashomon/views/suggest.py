"""What a question that finds nothing may have meant: fewer words, or a name spelled otherwise."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from rapidfuzz import fuzz, process, utils

from rashomon.store import lookup

MOST = 3
# Likeness (rapidfuzz ratio, 0 to 100) from which a word is taken for one of the desk's: two letters
# wrong in a name of eight.
_LIKE = 74.0
# Words that ask, and are seldom in the text that answers.
_ASKING = frozenset(
    "a an and are at by did do does for from has have how in is it its of on or that the they this"
    " to was were what when where which who whom whose why will with".split()
)
_WORDS = 8


def suggestions(db: sqlite3.Connection, phrases: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Up to MOST questions near to `phrases` of which each finds something on the desk."""
    asked = [w for phrase in phrases for w in phrase][:_WORDS]
    if not asked:
        return ()
    telling = [w for w in asked if w.casefold() not in _ASKING] or asked
    known = {w: _finds(db, [w]) for w in dict.fromkeys(telling)}
    tried: list[list[str]] = []
    if any(not there for there in known.values()):
        forms = lookup.known_words(db)
        vocabulary = sorted({w for form in forms for w in lookup.words_of(form) if len(w) > 2})
        spelled = [w if known[w] else _nearest(w, vocabulary) for w in telling]
        tried.append([w for w in spelled if w])
        tried += [[w] for w in spelled if w and w not in known]
    tried.append(telling)
    tried.append([w for w in telling if known[w]])
    # One word less, the last to be asked for first.
    tried += [telling[:n] + telling[n + 1 :] for n in reversed(range(len(telling)))]
    tried += [[w] for w in telling if known[w]]
    found: dict[str, str] = {}
    was = " ".join(asked).casefold()
    for one in tried:
        said = " ".join(one)
        if not one or said.casefold() == was or said.casefold() in found:
            continue
        if _finds(db, one):
            found[said.casefold()] = said
        if len(found) == MOST:
            break
    return tuple(found.values())


def _finds(db: sqlite3.Connection, asked: Sequence[str]) -> bool:
    return lookup.is_held(db, lookup.match_of([[w] for w in asked]))


def _nearest(word: str, vocabulary: Sequence[str]) -> str | None:
    best = process.extractOne(
        word, vocabulary, scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=_LIKE
    )
    return None if best is None else best[0]
