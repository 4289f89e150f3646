"""A relative clause with its teller inside: "a chart that, it says, shows the ship turning"."""

from __future__ import annotations

from rashomon.statements import around, sources
from rashomon.statements.document import Document, Range
from rashomon.statements.drafts import Draft

_RELATIVES = frozenset(("that", "which", "who"))
# Tokens that the thing spoken of may have: a guard.
LONGEST_THING = 12


def told_inside(document: Document, made: Draft) -> None:
    """Gives the content from the thing that the relative clause is about, in one piece.

    What stands before it is the outlet's: "Kamba has published a chart that, it says, ...".
    """
    thing = _thing(document, made)
    if thing is None:
        return
    made.content = [(thing, made.content[-1][1])]
    made.regions = around.regions_of(document, made.content)


def _thing(document: Document, made: Draft) -> int | None:
    """The first token of the noun phrase before "that, X says,"."""
    source, cue = made.source, made.cue
    if source is None or cue is None or source[1] > cue[0] or source[0] < 3:
        return None
    relative = source[0] - 2
    if (
        document.words[source[0] - 1] not in (",", "–", "—")
        or document.lower[relative] not in _RELATIVES
        or not document.outside(relative)
        or cue[1] >= document.size
        or document.words[cue[1]] not in (",", "–", "—")
        or made.content[-1][1] <= cue[1]
    ):
        return None
    first = document.sentences[document.sentence[relative]][0]
    end = relative - 1 if document.words[relative - 1] == "," else relative
    found: Range | None = sources.before(document, end, first) if end > first else None
    if found is None or found[0] == first or end - found[0] > LONGEST_THING:
        return made.content[-1][0] if made.content[-1][0] >= cue[1] else cue[1] + 1
    return found[0]
