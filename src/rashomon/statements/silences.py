"""Contents that tell a reader nothing: what no one would say, hearers, and things without a clause."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.statements import clauses
from rashomon.statements.denials import CLAIMS
from rashomon.statements.document import Document
from rashomon.statements.drafts import Draft
from rashomon.statements.words import AUXILIARIES, CLAUSE_STARTERS, DETERMINERS, NEGATIONS

# "declined to" one of these: that nothing was said.
_SPEAKING = frozenset(
    "say comment answer discuss elaborate respond disclose specify reply confirm speak talk".split()
)
_UNCONFIRMED = frozenset(("confirm", "comment", "comment on", "say", "specify", "disclose"))
_SPOKE = frozenset("speak spoke spoken talk talked talks speaks".split())
_BACK = frozenset(("fire back", "hit back", "shoot back", "lash out", "hit out", "aim"))


def tells_nothing(document: Document, made: Draft) -> bool:
    """Whether nothing that a reader could use is told."""
    if made.cue is None or made.kind == "P" or made.anchor < 0 or made.regions:
        return False
    for rule in _BY_LEMMA.get(made.lemma, ()):
        if rule(document, made):
            return True
    return _one_another(document, made) or _label(document, made)


def _nothing_said(document: Document, made: Draft) -> bool:
    """ "declined to comment on the report": without a clause nothing is told of what was not said."""
    start, end = made.content[0]
    if made.lemma not in ("decline", "refuse") or end - start < 2:
        return False
    if document.lower[start] != "to" or document.lower[start + 1] not in _SPEAKING:
        return False
    return not CLAUSE_STARTERS & set(document.lower[start + 2 : end])


def _unconfirmed(document: Document, made: Draft) -> bool:
    """ "did not confirm the day", "has not commented on her words": no clause, and no words."""
    assert made.cue is not None
    start, end = made.content[0]
    if made.lemma not in _UNCONFIRMED or start < made.anchor or made.plain:
        return False
    if not any(word in NEGATIONS for word in document.lower[made.cue[0] : made.anchor]):
        return False
    if made.lemma.startswith("comment"):
        return True
    if document.lower[start] in CLAUSE_STARTERS or document.lower[start - 1] in CLAUSE_STARTERS:
        return False
    return not clauses.verb_inside(document, start, end)


def _hearer(document: Document, made: Draft) -> bool:
    """ "spoke to the paper by telephone": to whom, and not what."""
    start = made.content[0][0]
    return made.lemma in _SPOKE and start > made.anchor and document.outside(start)


def _one_another(document: Document, made: Draft) -> bool:
    """ "blamed one another for the flood": each says it of the other, and who of whom stays open."""
    start = made.content[0][0]
    pair = document.lower[start : start + 2]
    return start > made.anchor and pair in (["one", "another"], ["each", "other"])


def _claim_alone(document: Document, made: Draft) -> bool:
    """ "contradicting the version given in Kamba": what the version says stays open.

    "rejected that claim" is a denial of what was just told, and stays.
    """
    start, end = made.content[0]
    if start < made.anchor or made.lemma not in _DISPUTING:
        return False
    for at in range(start, min(end, start + 4)):
        if document.lower[at] in CLAIMS:
            rest = document.lower[at + 1 : end]
            back = made.lemma != "contradict" and not rest
            told = {"that", "of", "by", "about", "as", "to"} & set(rest)
            return not back and not told and not any(word in AUXILIARIES for word in rest)
    return False


_DISPUTING = frozenset(
    "contradict reject dismiss dispute refute rebut deny question challenge doubt repeat confirm".split()
)


def _label(document: Document, made: Draft) -> bool:
    """ "The alleged plot": a determiner alone speaks for nobody."""
    assert made.cue is not None
    source = made.source
    if source is None or source[1] - source[0] != 1 or source[1] != made.cue[0]:
        return False
    return document.lower[source[0]] in ("the", "a", "an") and (
        document.lower[source[0]] in DETERMINERS
    )


def _at(document: Document, made: Draft) -> bool:
    """ "hit back at the clerk", "aimed at commuters": at whom, and not what."""
    start = made.content[0][0]
    if made.lemma not in _BACK or start <= made.anchor:
        return False
    return "at" in (document.lower[start], document.lower[start - 1])


def whole_claim(document: Document, made: Draft) -> None:
    """ "rejects that account": the pointer that was taken for a conjunction belongs to the claim."""
    start, end = made.content[0]
    if (
        made.lemma in _DISPUTING
        and end - start == 1
        and document.lower[start] in CLAIMS
        and document.lower[start - 1] in ("that", "this", "the", "those", "these")
        and made.anchor < start - 1
    ):
        made.content[0] = (start - 1, end)


_BY_LEMMA: dict[str, list[Callable[[Document, Draft], bool]]] = {}
for _rule, _lemmas in (
    (_nothing_said, frozenset(("decline", "refuse"))),
    (_unconfirmed, _UNCONFIRMED),
    (_hearer, _SPOKE),
    (_claim_alone, _DISPUTING),
    (_at, _BACK),
):
    for _lemma in sorted(_lemmas):
        _BY_LEMMA.setdefault(_lemma, []).append(_rule)
