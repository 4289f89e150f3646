"""Sources that a text does not name: pronouns that were not resolved, and "two officials"."""

from __future__ import annotations

import re

_PRONOUNS = frozenset(
    "he she it they we you i who which that this these those one ones him her them us me his hers"
    " its their theirs our ours your yours my mine himself herself itself themselves ourselves"
    " myself yourself whoever what anyone everyone someone nobody here there".split()
)
# Words that open a source of which there may be several: not "the", which points to one.
_ANY = frozenset(
    "a an one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands"
    " some several many few most other others another both all multiple various unnamed anonymous"
    " senior local former".split()
)
_PLURALS = frozenset(
    "officials sources analysts experts witnesses critics residents observers diplomats"
    " researchers scientists studies teachers doctors lawyers prosecutors supporters opponents"
    " commentators economists investors traders neighbours neighbors relatives reports media"
    " people others locals activists insiders aides".split()
)
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")


def is_pronoun(speaker: str) -> bool:
    """Whether a speaker is a pronoun alone ("He", "who"), "I'd" and the like included."""
    word = speaker.strip().casefold()
    word = re.split(r"[’']", word, maxsplit=1)[0].strip(" .,:;")
    return word in _PRONOUNS or not _WORD.search(speaker)


def is_unnamed(speaker: str) -> bool:
    """Whether a speaker may be somebody else in each text: "two officials", "a diplomat"."""
    parts = _WORD.findall(speaker)
    if not parts:
        return True
    if len(parts) == 1:
        return parts[0].casefold() in _PLURALS | _ANY
    if parts[-1][:1].isupper():
        return parts[0].casefold() in ("a", "an", "some", "one") or parts[0][:1].isdigit()
    first = parts[0].casefold()
    return (
        first in _ANY
        or first.isdigit()
        or parts[-1].casefold() in _PLURALS
        or (first not in ("the", "its", "their", "his", "her") and not parts[0][:1].isupper())
    )
