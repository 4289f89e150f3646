"""Frames that tell what was not said, or of an act: kept, and doubted (`doubts.py`).

Readers call few of them a statement; annotators of PolNeAR do.
"""

from __future__ import annotations

from collections.abc import Callable

from rashomon.statements.document import Document
from rashomon.statements.drafts import Draft
from rashomon.statements.words import DETERMINERS, NEGATIONS

# "did not say when", "has not confirmed it": of five read, none was called a statement.
_NOT_SAID = (
    "say tell indicate disclose specify reveal explain predict announce determine rule allege "
    "accuse conclude mention volunteer notify remind acknowledge confirm clarify state identify name "
    "elaborate detail discuss suggest claim report"
)
# "endorsed him", "declared an emergency": of five read, none.
_BACKING = "support back endorse"
_DECLARED = frozenset(
    "state emergency war victory bankruptcy independence holiday truce ceasefire martial winner "
    "candidacy moratorium".split()
)
_MOTIONS = frozenset(
    "motion bid nomination bill bills measure run campaign candidate candidacy resolution amendment "
    "rival adversary opponent challenger".split()
)
_IDEAS = frozenset("idea ideas notion view views argument arguments calls call".split())
_PAPERS = frozenset("documents records files papers emails evidence copies tapes data".split())


def _not_said(document: Document, made: Draft) -> bool:
    """ "did not say whether it holds", "has never acknowledged the sale"."""
    assert made.cue is not None
    if made.regions or made.kind != "S" or made.content[0][0] < made.anchor:
        return False
    group = document.lower[max(0, made.cue[0] - 2) : made.anchor]
    if group[-1:] == ["to"] and any(word.startswith(("refus", "declin")) for word in group):
        return True
    return any(word in NEGATIONS for word in document.lower[made.cue[0] : made.anchor])


def _backed(document: Document, made: Draft) -> bool:
    """ "supported the motion", "endorsed him": how somebody voted, and no view that is told."""
    start, end = made.content[0]
    if made.regions or start < made.anchor or made.plain:
        return False
    if not document.lower[made.anchor].endswith("ed"):
        return False
    first = set(document.lower[start : min(end, start + 6)])
    if _IDEAS & first:
        return False
    whom = range(start, min(end, start + 6)) if made.lemma == "endorse" else (start,)
    named = any(document.words[at][0].isupper() for at in whom)
    named = named or document.lower[start] in ("him", "her", "them")
    return named or bool(_MOTIONS & first)


def _declared(document: Document, made: Draft) -> bool:
    """ "declared a local emergency": the word is the deed."""
    start, end = made.content[0]
    if made.regions or start < made.anchor or made.plain:
        return False
    for at in range(start, min(end, start + 4)):
        if document.lower[at] in _DECLARED:
            return True
        if document.lower[at] not in DETERMINERS | {"national", "federal", "local", "public"}:
            return False
    return False


def _decided(document: Document, made: Draft) -> bool:
    """ "decided to leave": done, and not said."""
    start = made.content[0][0]
    return not made.regions and start > made.anchor and document.lower[start] == "to"


def _asked_for_papers(document: Document, made: Draft) -> bool:
    """ "requested numerous records from the guild"."""
    start, end = made.content[0]
    if made.regions or start < made.anchor or made.plain:
        return False
    return bool(_PAPERS & set(document.lower[start : min(end, start + 4)]))


BY_LEMMA: tuple[tuple[Callable[[Document, Draft], bool], str], ...] = (
    (_not_said, _NOT_SAID),
    (_backed, _BACKING),
    (_declared, "declare"),
    (_decided, "decide"),
    (_asked_for_papers, "request demand subpoena seek"),
)
