"""Cues that tell of something done, of a mere possibility, or of nothing that was said."""

from __future__ import annotations

from rashomon.statements import around, clauses, denials
from rashomon.statements.document import Document
from rashomon.statements.drafts import Draft
from rashomon.statements.lexicon import AMBIGUOUS, alone, forms
from rashomon.statements.words import (
    BE,
    BODY_NOUNS,
    CLAUSE_STARTERS,
    CONJUNCTIONS,
    DETERMINERS,
    NEGATIONS,
    PREPOSITIONS,
)

# Nouns, adjectives and rarer verbs that the tagger may take for a cue: someone's view, not a deed.
_VIEWS = frozenset(
    "confident convinced concerned nervous surprised skeptical sceptical doubtful certain sure "
    "unsure supportive critical optimistic pessimistic hopeful willing reluctant bullish bearish "
    "clear obvious unclear spoke echoed derided railed bemoaned downplayed pointed "
    "challenging criticism criticisms talk".split()
)
# Nouns of the same kind: with "that" after them.
_VIEW_NOUNS = frozenset(
    "allegation allegations assertion assertions assumption belief beliefs claim claims concern "
    "concerns confidence conviction disclosure expectation expectations fear fears hope hopes idea "
    "impression insistence notion opinion prediction predictions promise recognition speculation "
    "statement suggestion suggestions suspicion view views warning warnings worry worries".split()
)
# Adjectives and endings of adjectives that stand before a noun: "a frequent critic".
_ADJECTIVES = frozenset("top new own main key big first only recent early strong public".split())
_ADJECTIVAL = ("al", "ic", "ous", "ive", "ful", "able", "ible", "ant", "ent")
_PERCEIVING = frozenset("see observe hear find know mean guess learn feel".split())
_LABELS = frozenset(("call", "dub", "label", "brand", "describe", "nickname", "name"))
# What is turned down by a deed: "the court rejected the appeal", "dismisses case".
_TURNED_DOWN = frozenset(("reject", "dismiss", "rebuff", "refuse", "deny"))
_FILED = frozenset(
    "request requests case cases lawsuit lawsuits suit bid appeal appeals petition motion offer "
    "attempt attempts effort efforts advances overture overtures challenge challenges offers bill bills measure measures amendment legislation".split()
)
_PAPERS = frozenset(
    "letter letters book books note bill bills memo column article articles".split()
)
_FINDERS = frozenset(
    "poll polls averages average surveys analyses numbers results statistics evidence video it they "
    "emails papers".split()
)
_QUOTED_ONLY = frozenset(("continue", "go on", "begin", "repeat", "read", "answer"))
# Not asked, not argued: nothing was said. ("Did not say when" tells what was left open, and stays.)
_UNSAID = frozenset(("ask", "argue", "request", "demand", "endorse", "mention", "propose", "seek"))


_INTERVIEW = (
    "to comment", "for comment", "comment on", "not to be named", "not to be identified",
    "not to be quoted", "to be named", "to be identified", "to remain anonymous", "anonymity",
)  # fmt: skip


# Of these alone no content is made.
_EMPTY = CLAUSE_STARTERS | CONJUNCTIONS | {"nothing", "so", "it"}


def _is_passive(document: Document, made: Draft) -> bool:
    """ "was dubbed", "might be called on": its subject is not the one who said so."""
    assert made.cue is not None
    if made.kind != "S" or made.anchor <= made.cue[0]:
        return False
    lower = document.lower
    return (
        lower[made.anchor - 1] in BE - {"'s", "’s"}
        and (lower[made.anchor].endswith("ed") or lower[made.anchor] in ("told", "said"))
        and (made.lemma in _LABELS if made.source is None else made.source[1] <= made.cue[0])
    )


def _headline(document: Document, made: Draft) -> bool:
    """Whether the cue's sentence has Capitals Like a Headline, and so no sure bounds."""
    assert made.cue is not None
    first, last = document.sentences[document.sentence[made.cue[0]]]
    return document.in_capitals(first, min(last, first + 60))


def is_deed(document: Document, made: Draft) -> bool:
    """Whether a verb tells of something done, or of nothing that was said."""
    if _of_the_interview(document, made):
        return True
    lower = document.lower
    start = made.content[0][0]
    if all(
        not document.words[at][0].isalnum() or lower[at] in _EMPTY
        for part in made.content
        for at in range(*part)
    ):
        return True
    if made.cue is None:
        return False
    quoted = bool(made.regions)
    if not known(document, made):
        if quoted and lower[made.cue[0]] == ":":
            return not _mostly_quoted(document, made)
        if quoted:
            return not document.is_mark[start - 1] and not (
                document.region[start] >= 0 and _mostly_quoted(document, made)
            )
        if made.lemma in _VIEW_NOUNS:
            return lower[start - 1] != "that"
        return made.lemma not in _VIEWS
    if made.source is None and not quoted and made.kind != "P":
        return True
    if made.kind == "P":
        return False
    if _is_passive(document, made) and (
        not quoted or made.lemma in _LABELS or lower[made.anchor] in ("told", "asked")
    ):
        return True
    if not quoted and _headline(document, made):
        return True
    if not quoted and _unspoken(document, made):
        return True
    if (
        lower[made.cue[1] - 1] == "to"
        and made.lemma == "refer to"
        and "referring" in lower[made.cue[0] : made.cue[1]]
    ):
        return True
    if made.lemma in _QUOTED_ONLY and not quoted and not made.plain:
        return lower[start - 1] != "that"
    if (
        made.lemma in _UNSAID
        and not quoted
        and around.is_negated(document, made.cue[0], made.anchor)
    ):
        return True
    if made.lemma == "agree" and not quoted:
        thing = lower[start] in DETERMINERS and not clauses.sure_verb(
            document, start, made.content[0][1]
        )
        return thing or lower[start] == "to" or lower[start - 1] in ("in", "on", "to", "with")
    if made.lemma == "dispute" and not quoted:
        return not denials.of_claim(document, made) and lower[start] not in CLAUSE_STARTERS
    if made.lemma == "question" and not quoted and made.anchor >= 0:
        group = lower[made.cue[0] : made.anchor]
        return lower[made.anchor] == "questioning" and any(word in BE for word in group)
    if made.lemma in ("show", "prove", "demonstrate"):
        return lower[start] in ("up", "off", "them", "him", "her")
    return False


def _of_the_interview(document: Document, made: Draft) -> bool:
    """ "declined to comment", "asked not to be named": how the words were had, not what was said."""
    if not made.content:
        return False
    start, end = made.content[0]
    words = " ".join(document.lower[start : min(end, start + 4)])
    return words.startswith(_INTERVIEW)


def _mostly_quoted(document: Document, made: Draft) -> bool:
    own = [at for part in made.content for at in range(*part)]
    return 3 * sum(document.region[at] >= 0 for at in own) >= len(own)


def _is_noun(document: Document, made: Draft, anchor: int) -> bool:
    """Whether the cue's form is a noun here: "my top requests", "a fierce advocate for"."""
    lower = document.lower
    cue = next((cue for cue in forms().get(lower[anchor], ()) if cue.lemma == made.lemma), None)
    if cue is None or cue.form not in ("base", "s") or anchor < 2:
        return False
    before = lower[anchor - 1]
    bound = before in PREPOSITIONS or before in DETERMINERS or before.endswith("ing")
    if bound and lower[anchor + 1 : anchor + 2] in (["of"], ["for"]) and not cue.rest:
        return True
    if lower[anchor] == "advocates" and document.words[anchor - 1][0].islower():
        return True
    led = lower[anchor - 1] in _ADJECTIVES or lower[anchor - 1].endswith(_ADJECTIVAL)
    return led and (lower[anchor - 2] in DETERMINERS or lower[anchor - 2] in ("'s", "’s"))


def _unspoken(document: Document, made: Draft) -> bool:
    """A cue that is a noun, passive, a purpose or a mere possibility: no words were said."""
    assert made.cue is not None
    lower, anchor = document.lower, made.anchor if made.anchor >= 0 else made.cue[0]
    start, end = made.content[0]
    group = lower[made.cue[0] : anchor]
    before = lower[made.cue[0] - 1] if made.cue[0] else ""
    source = made.source
    if source is not None and source[0] > 0:
        if lower[source[0] - 1] in ("if", "unless", "whether"):
            return True
        alone = lower[source[0]] if source[1] - source[0] == 1 else ""
        if alone in ("i", "we", "you") and made.lemma in _PERCEIVING:
            return True
    if _is_noun(document, made, anchor):
        return True
    if any(
        document.lower[at] in ("may", "might", "could", "can") and document.words[at][0].islower()
        for at in range(made.cue[0], anchor)
    ):
        return not any(word in NEGATIONS for word in group)
    if lower[anchor] in AMBIGUOUS and (before in DETERMINERS or before in ("'s", "’s")):
        return not made.plain and before not in ("all", "both", "many", "some", "most", "others")
    if before == "that" and source is not None and source[1] != made.cue[0] - 1:
        return source[1] < made.cue[0] - 1  # "a dissent that argued": not the one before it
    if before in ("when", "if", "once") and (source is None or source[1] < made.cue[0] - 1):
        return True
    if lower[start] == "nothing":
        return True
    if "will" in group and made.lemma in _TURNED_DOWN:
        return True
    if before == "to" and lower[made.cue[0] - 2] in ("needs", "need", "has", "had", "have"):
        return True
    if group[-1:] == ["to"] and any(word in ("need", "needs", "had", "have") for word in group):
        return True
    early = lower[start : start + 4]
    if made.lemma in _TURNED_DOWN and any(word in _FILED for word in lower[start : start + 8]):
        return True
    if made.lemma == "write" and any(word in _PAPERS for word in early):
        return True
    if made.lemma == "feel" and source is not None and lower[source[0]] == "it":
        return True
    if made.lemma == "invite":
        return True
    if made.lemma == "order":
        return "to" not in lower[start:end] and not made.plain
    if made.lemma == "offer":
        return lower[start] != "to"
    if made.lemma == "seek":
        return lower[start] != "to"
    if made.lemma in ("add", "write") and not made.plain:
        comma = next((at for at in range(start, end) if document.words[at] == ","), end)
        return start >= made.cue[1] and not clauses.sure_verb(document, start, comma)
    if made.lemma in ("show", "demonstrate", "prove"):
        head = source[1] - 1 if source is not None else start
        named = lower[source[0] : source[1]] if source is not None else []
        sure = made.plain or lower[start] in CLAUSE_STARTERS or lower[start - 1] == "that"
        sure = (
            sure
            or document.words[head][0].isupper()
            or any(word in BODY_NOUNS | _FINDERS for word in named)
        )
        return not sure and not clauses.sure_verb(document, start, end)
    return False


def known(document: Document, made: Draft) -> bool:
    """Whether the cue is one of the lexicon's."""
    at = made.anchor
    if at < 0 or document.lower[at] in alone():
        return True
    return any(
        tuple(document.lower[at + 1 : at + 1 + len(cue.rest)]) == cue.rest
        for cue in forms().get(document.lower[at], ())
    )
