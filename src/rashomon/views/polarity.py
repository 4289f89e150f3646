"""What stands before words that somebody did not say but deny: "denied", "refused", "disputed"."""

from __future__ import annotations

import re

from rashomon.i18n import gettext as _
from rashomon.i18n import mark
from rashomon.views import words

# General verbs of English reporting, and the sort of no that each one says.
_SORTS = (
    (re.compile(r"\b(?:den(?:y|ies|ied|ying|ials?)|disavow\w*)\b", re.I), mark("denied")),
    (re.compile(r"\b(?:refus(?:e[sd]?|als?|ing)|declin(?:e[sd]?|ing))\b", re.I), mark("refused")),
    (re.compile(r"\b(?:reject\w*|dismiss\w*|rebuff\w*|(?:rul|turn)(?:e[ds]?|ed|s|ing)?"
                r" (?:out|down|it out|it down))\b", re.I), mark("rejected")),
    (re.compile(r"\b(?:disput\w*|contest(?:s|ed|ing)?|contradict\w*|challeng\w*|refut\w*"
                r"|rebut\w*)\b", re.I), mark("disputed")),
)  # fmt: skip


def polarity(denied: bool, cue: str | None) -> str | None:
    """The sort of no in the reader's language, by the outlet's own verb; None for what was said."""
    if not denied:
        return None
    for pattern, sort in _SORTS:
        if pattern.search((cue or "")[:200]):
            return _(sort)
    return _(words.REFUSED)


def own_verb(denied: bool, cue: str | None) -> str | None:
    """The outlet's verb where it says more than the word that stands before (`polarity`)."""
    if not denied or not cue or not cue.strip():
        return None
    said = words.denial(cue)
    return None if said.casefold() == polarity(denied, cue) else said
