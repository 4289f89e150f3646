"""Things that act and things that are told of: neither speaks, and with neither words are told."""

from __future__ import annotations

from rashomon.statements import clauses
from rashomon.statements.document import Document, Range
from rashomon.statements.drafts import Draft
from rashomon.statements.people import is_outlet
from rashomon.statements.words import (
    BODY_NOUNS,
    CLAUSE_STARTERS,
    PERSON_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
)

# What only a person or a body can do; a document may well say, show or warn.
_PERSONAL = frozenset(
    "promise pledge vow persuade convince threaten criticize criticise praise ask tell blame accuse "
    "condemn announce urge joke complain boast apologise apologize thank congratulate believe think "
    "hope hint fear wonder worry want touch".split()
)
_ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ism", "ence", "ance", "ship", "dom")
_THINGS = frozenset(
    "agenda gesture gestures debate move moves demand demands plan plans law laws rule rules visit visits race primary "
    "war crisis result results test tests effort efforts idea ideas fact facts criticism photo photos "
    "image images picture pictures price prices rate rates car cars weather storm clash clashes force "
    "fight row dispute battle shutdown event events change changes protest protests speech deal deals case cases issue issues vote "
    "votes decision decisions scandal problem problems reality history situation approach".split()
)
# Bodies that end like an abstract noun.
BODIES = frozenset(
    "organization organisation administration delegation association federation corporation commission "
    "government parliament establishment department regiment coalition opposition union management "
    "leadership mission institution foundation population prosecution defence defense community "
    "university authority majority minority committee constituency nation congregation police "
    "alliance audience city facility charity entity celebrity press presidency".split()
)


def is_found(document: Document, made: Draft) -> bool:
    """ "found inspiration in the sea", "saw two herons": nothing is told of it."""
    start, end = made.content[0]
    if made.lemma not in ("find", "see", "discover") or start < made.anchor or made.plain:
        return False
    if document.lower[start - 1] in CLAUSE_STARTERS or document.lower[start] in CLAUSE_STARTERS:
        return False
    if made.source is None or _is_study(document, made.source):
        return False
    if made.lemma == "see" and "as" in document.lower[start:end]:
        return False
    stop = next(
        (at for at in range(start, end) if document.lower[at] in CLAUSE_STARTERS | {","}), end
    )
    return not clauses.sure_verb(document, start, stop)


def _is_study(document: Document, source: Range) -> bool:
    """Whether a source is a poll, an inquiry, or those who made it."""
    words = {document.lower[at].removesuffix("s") for at in range(*source)}
    return bool(words & _FINDERS) or any(
        document.lower[at] in BODY_NOUNS | PERSON_NOUNS for at in range(*source)
    )


_FINDERS = frozenset(
    "poll survey study inquiry report review audit analysis investigation jury court judge test panel "
    "average research evidence trial experiment".split()
)


_FINDING = frozenset("find learn discover establish determine conclude see show".split())


def reports(document: Document, made: Draft, name: str | None, own: str | None) -> bool:
    """ "The Courier found that", "an inquiry found": what a medium or a study found it tells.

    `own` is the outlet whose article it is.
    """
    if made.lemma not in _FINDING or made.source is None:
        return False
    if name is not None and (is_outlet(name) or _is_own(name, own)):
        return True
    return any(document.lower[at].removesuffix("s") in _FINDERS for at in range(*made.source))


def _is_own(name: str, own: str | None) -> bool:
    """Whether a name is the last word or words of the outlet's own: "the Courier"."""
    return own is not None and f" {own}".lower().endswith(f" {name.lower().removeprefix('the ')}")


def is_posted(document: Document, made: Draft) -> bool:
    """ "posted 3,801 papers", "refused the other demands": a thing is given or turned down."""
    start, end = made.content[0]
    if start < made.anchor or made.plain or document.lower[start] in CLAUSE_STARTERS:
        return False
    if made.lemma == "refuse":
        return document.lower[start] != "to"
    if made.lemma not in ("post", "tweet", "publish", "share", "retweet"):
        return False
    if document.lower[start - 1] in CLAUSE_STARTERS:
        return False
    stop = next((at for at in range(start, end) if document.words[at] == ","), end)
    return not clauses.sure_verb(document, start, stop)


_COURTS = frozenset("court courts judge judges justice justices jury panel magistrate".split())


def is_ruling(document: Document, made: Draft) -> bool:
    """ "the justices declined to halt the order": a ruling."""
    if made.lemma not in ("decline", "refuse") or made.source is None:
        return False
    return any(document.lower[at] in _COURTS for at in range(*made.source))


def acts(document: Document, made: Draft) -> bool:
    """ "a heavy agenda promised to": what only people do, done by a thing."""
    if made.source is None or made.lemma.split()[0] not in _PERSONAL:
        return False
    return is_thing(document, made.source)


_OPENS = PREPOSITIONS | {"who", "that", "which"}


def head_of(document: Document, source: Range) -> int:
    """The token of a noun phrase that its preposition, clause or apposition follows, else the last."""
    start, end = source
    for at in range(start + 1, end):
        opens = document.lower[at] in _OPENS
        if opens or document.words[at] in (",", "("):
            return at - 1
    return end - 1


def is_thing(document: Document, source: Range) -> bool:
    """Whether a noun phrase is neither a name nor a person or body."""
    head = head_of(document, source)
    noun = document.lower[head]
    if document.words[head][0].isupper() or not noun[0].isalpha() or noun in PRONOUNS:
        return False
    if noun in PERSON_NOUNS or noun in BODY_NOUNS or noun in BODIES:
        return False
    return noun in _THINGS or noun.endswith(_ABSTRACT)
