"""Whether a source says that something is not true. Refusing and declining are no denials."""

from __future__ import annotations

from rashomon.statements import around
from rashomon.statements.document import Document
from rashomon.statements.drafts import Draft

# What a claim is called: who rejects or disputes one denies that it is true.
CLAIMS = frozenset(
    "claim claims accusation accusations allegation allegations charge charges assertion assertions "
    "account accounts report reports suggestion suggestions rumour rumours rumor rumors denial "
    "story stories version notion characterization characterisation finding findings conclusion "
    "conclusions narrative theory reporting".split()
)
_FALSE = frozenset(
    "false baseless untrue fake fabricated unfounded groundless lies nonsense fiction absurd "
    "ridiculous fabrication propaganda misleading".split()
)
# Denials of truth, and verbs that are one only of a claim.
_DENY = frozenset(("deny", "refute", "rebut", "disavow", "disclaim", "contradict", "repudiate"))
_DENY_CLAIM = frozenset(
    (
        "reject",
        "dismiss",
        "dispute",
        "brush off",
        "shrug off",
        "wave away",
        "rebuff",
        "disown",
        "doubt",
    )
)
_DENIALS = _DENY | _DENY_CLAIM
# What is denied to someone is withheld: "denied them entry".
_WITHHELD = frozenset(
    "entry access bail visa visas request requests permission appeal motion asylum petition "
    "application parole care treatment service services citizenship funding benefits".split()
)


def of_claim(document: Document, made: Draft) -> bool:
    """Whether what is rejected is a claim: its noun stands early in the content."""
    start, end = made.content[0]
    for at in range(start, min(end, start + 8)):
        if document.lower[at] in CLAIMS:
            return True
        if document.words[at] == "," or (at > start and document.lower[at] in ("of", "by", "to")):
            return False
    return False


def is_denial(document: Document, made: Draft) -> bool:
    """Whether the source says that the content is not true, in a group that is not negated."""
    if made.cue is None or made.lemma not in _DENIALS:
        return False
    if around.is_negated(document, made.cue[0], made.anchor):
        return False
    words = {document.lower[at] for part in made.content for at in range(*part)}
    if made.lemma == "deny":
        start, end = made.content[0]
        return not any(document.lower[at] in _WITHHELD for at in range(start, min(end, start + 4)))
    if made.lemma in _DENY:
        return True
    return of_claim(document, made) or ("as" in words and bool(words & _FALSE))
