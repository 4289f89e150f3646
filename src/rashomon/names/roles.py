"""Titles and descriptions beside a person's name."""

from __future__ import annotations

import re

from rashomon.names.settings import MAX_APPOSITION, MAX_ROLE_WORDS
from rashomon.names.tables import tables

_LAST_WORD = re.compile(r"[\w.’'\-]+$")
_AFTER = re.compile(
    r",\s+(?:(?:the|a|an|who is|who was)\s+)?"
    rf"([^,;:.!?\n\"“”()]{{3,{MAX_APPOSITION}}})(?=[,;.!?\n]|$)"
)
_JOINTS = frozenset(("and", "of", "for", "the"))


def before(text: str, start: int) -> str | None:
    """The title that stands before the name at `start`, or None.

    Walks back over words of offices, their modifiers, countries and bodies.
    """
    known = tables()
    head = False
    begin = None
    at = start
    pending = 0
    for _ in range(MAX_ROLE_WORDS + pending):
        stop = at
        while stop > 0 and text[stop - 1] in " \u00a0":
            stop -= 1
        if stop == at or stop == 0:
            break
        window = text[max(0, stop - 24) : stop]
        match = _LAST_WORD.search(window)
        if match is None:
            break
        written = match.group()
        word = written.casefold().strip("'’").rstrip(".")
        for ending in ("'s", "’s"):
            word = word.removesuffix(ending)
        at = stop - len(written)
        if word in known.role_heads or (word in known.courtesy and not head):
            head = True
            begin = at
        elif not head:
            break
        elif (
            word in known.role_modifiers or _capitalised_modifier(written)
            or word in known.organisation_heads
        ):  # fmt: skip
            begin = at
        elif word in _JOINTS and word != "the":
            continue
        else:
            break
    if begin is None:
        return None
    return " ".join(text[begin:start].split()) or None


def _capitalised_modifier(written: str) -> bool:
    known = tables()
    bare = re.sub(r"[’']s?$", "", written)
    return (
        bare in known.places
        or bare in known.adjectives
        or bare in known.organisations
        or (len(bare) > 1 and bare.isupper())
    )


def after(text: str, end: int) -> str | None:
    """The description that follows the name that ends at `end`, or None."""
    if text[end : end + 1] != ",":
        return None
    match = _AFTER.match(text, end)
    if match is None:
        return None
    known = tables()
    words = match.group(1).split()
    for place, word in enumerate(words[:7]):
        folded = word.casefold()
        if folded in known.role_heads:
            return " ".join(words)
        if folded in ("who", "said", "has", "had", "was", "is", "told", "and", "to", "in"):
            return None
        if place == 0 and folded in ("he", "she", "it", "they", "we", "i"):
            return None
    return None
