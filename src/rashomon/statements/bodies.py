"""One body under several descriptions: "Kamba's coast guard", "the Kamba coast guard", "its coast guard"."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.statements.words import BODY_NOUNS

_HEADS = BODY_NOUNS | frozenset("guard brigade police ministry chamber authority mission".split())
_DEFINITE = ("the", "its", "their", "this")


def _parts(name: str) -> tuple[str, str] | None:
    """The owner (or nothing) and the lower-case noun group of a definite description."""
    words = name.replace("’s ", "'s ").split()
    owned = False
    if words and words[0].lower() in _DEFINITE:
        words, owned = words[1:], True
    at = 0
    while at < len(words) and words[at][0].isupper():
        at += 1
    owner, tail = words[:at], words[at:]
    if not tail or tail[-1] not in _HEADS or not all(word.isalpha() for word in tail):
        return None
    if not owned and not (owner and owner[-1].endswith("'s")):
        return None
    return " ".join(owner).removesuffix("'s").lower(), " ".join(tail)


def one_name(names: Iterable[str]) -> dict[str, str]:
    """For each description of a body, in the order of the text, the form to call it by.

    The first form that says whose body it is; a form without an owner goes to it only where the
    article has one owner for those words.
    """
    forms: dict[str, dict[str, str]] = {}
    seen: list[tuple[str, str, str]] = []
    for name in names:
        parts = _parts(name)
        if parts is None:
            continue
        owner, tail = parts
        seen.append((name, owner, tail))
        if owner:
            forms.setdefault(tail, {}).setdefault(owner, name)
    result: dict[str, str] = {}
    for name, owner, tail in seen:
        owners = forms.get(tail, {})
        if owner:
            result[name] = owners[owner]
        elif len(owners) == 1:
            result[name] = next(iter(owners.values()))
    return result
