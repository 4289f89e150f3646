"""Frames that look like speech and tell of none: summons, comparisons, negations, deeds of things."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.statements import clauses, misread, things
from rashomon.statements.document import Document
from rashomon.statements.drafts import Draft
from rashomon.statements.lexicon import forms
from rashomon.statements.traits import agent
from rashomon.statements.words import (
    AUXILIARIES,
    BE,
    CLAUSE_STARTERS,
    DETERMINERS,
    NEGATIONS,
    PERSON_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
)

_OBJECTS = frozenset("him her them me us you it".split())
_SUMMONS = frozenset("to on in at from after before for over during when again back twice".split())
_EVERYBODY = frozenset("everyone everybody people friends anyone anybody".split())
_NEVER = NEGATIONS | frozenset("nor neither rarely seldom nowhere no little hardly".split())
_PICTURES = frozenset(
    "image picture photo photograph video clip gif meme poster link links photos pictures images "
    "videos footage selfie screenshot emoji map chart cartoon".split()
)
_QUESTIONS = frozenset(("question", "questions"))
# What things may be said to do in print without a word being spoken.
_SHOWN = frozenset(
    "explain highlight underscore underline emphasize emphasise contradict illustrate demonstrate "
    "indicate suggest signal prove stress confirm reveal reflect tout describe determine cast show".split()
)
_BACKING = frozenset("up out off down away back".split())


def is_hollow(document: Document, made: Draft) -> bool:
    """Whether nobody's words are told by a frame that has a verb of speech in it."""
    if made.cue is None or made.kind == "P" or made.anchor < 0:
        return False
    return any(rule(document, made) for rule in _BY_LEMMA.get(made.lemma, ())) or any(
        rule(document, made) for rule in RULES
    )


def _after(document: Document, made: Draft) -> bool:
    return made.content[0][0] > made.anchor


def _assured(document: Document, made: Draft) -> bool:
    """ "Rest assured that ...": the writer to his readers."""
    at = made.anchor
    return document.lower[at] == "assured" and at > 0 and document.lower[at - 1] == "rest"


def _summoned(document: Document, made: Draft) -> bool:
    """ "called Okker to thank him", "called her on Monday": by telephone."""
    start, end = made.content[0]
    if not _after(document, made) or not document.outside(start):
        return False
    at = start
    if document.lower[at] in _OBJECTS:
        at += 1
    else:
        if document.lower[at] in DETERMINERS:
            return False
        while at < end and document.words[at][0].isupper() and document.lower[at] not in TIMES:
            at += 1
    if at == start or at >= end:
        return False
    if document.lower[at] in TIMES:
        return True
    if document.lower[at] not in _SUMMONS:
        return False
    return not any(word in ("a", "an", "one") for word in document.lower[at:end]) or (
        document.lower[at] == "to"
    )


def _known_as(document: Document, made: Draft) -> bool:
    """ "Everyone called him Bo": a name."""
    start, end = made.content[0]
    source = made.source
    if source is None:
        return False
    if document.lower[source[0]] not in _EVERYBODY | {"they", "he", "she"}:
        return False
    if start <= made.anchor or document.lower[start] not in _OBJECTS or end - start < 2:
        return False
    named = [at for at in range(start + 1, end) if document.words[at][0].isalnum()]
    return len(named) <= 3 and all(document.words[at][0].isupper() for at in named)


def _compared(document: Document, made: Draft) -> bool:
    """ "If it is as salty as guests claim, the cook was asleep": what follows is the outlet's."""
    source = made.source
    start = made.content[0][0]
    if source is None or made.cue is None or source[0] < 2 or start < made.cue[1]:
        return False
    before = document.lower[source[0] - 1]
    follows = document.words[start - 1] == ","
    if not follows:
        return False
    if before == "than":
        return True
    return before == "as" and "as" in document.lower[max(0, source[0] - 5) : source[0] - 1]


def _hardly_any(document: Document, made: Draft) -> bool:
    """ "Few keepers have backed him": nobody did."""
    source = made.source
    if source is None or document.lower[source[0]] != "few":
        return False
    return source[0] == 0 or document.lower[source[0] - 1] not in ("a", "the", "these")


def _never(document: Document, made: Draft) -> bool:
    """ "At no point did Okker suggest that ...", "nor has she said": turned, and negated."""
    source = made.source
    if source is None or made.cue is None or source[0] < 2 or source[1] > made.cue[0]:
        return False
    turn = source[0] - 1
    if document.lower[turn] not in AUXILIARIES or document.lower[turn] in ("'s", "’s"):
        return False
    first = document.sentences[document.sentence[turn]][0]
    return any(
        document.lower[at] in _NEVER and document.outside(at)
        for at in range(max(first, turn - 4), turn)
    )


def _to_do(document: Document, made: Draft) -> bool:
    """ "a way to hush up reports that ...", "the wish to bake bread shows": an infinitive."""
    source = made.source
    if source is None or source[0] < 1 or made.cue is None or source[1] > made.cue[0]:
        return False
    if document.lower[source[0] - 1] != "to" or document.words[source[0]][0].isupper():
        return False
    if document.lower[source[0]] in DETERMINERS | PRONOUNS or source[1] - source[0] < 2:
        return False
    return document.lower[source[1] - 1] in _BACKING or misread.is_lifeless(document, source)


def _gerund(document: Document, made: Draft) -> bool:
    """ "and praising her was no help": what somebody does is the subject."""
    if not document.lower[made.anchor].endswith("ing") or made.plain or made.regions:
        return False
    if not _after(document, made) or made.cue is None or made.cue[0] != made.anchor:
        return False
    entry = next(
        (one for one in forms().get(document.lower[made.anchor], ()) if not one.rest), None
    )
    if entry is None or set(entry.frames) & set("cqtwo"):
        return False
    start, end = made.content[0]
    at = start + 1
    while at < end and at < start + 6:
        if document.lower[at] in AUXILIARIES - {"'s", "’s", "being", "having", "been"}:
            return True
        if document.lower[at] in CLAUSE_STARTERS | PREPOSITIONS or document.words[at] == ",":
            return False
        at += 1
    return False


def _described_in_passing(document: Document, made: Draft) -> bool:
    """ "..., Okker said, describing the long queue": the outlet tells what his words were about."""
    if made.regions or not _after(document, made):
        return False
    if not document.lower[made.anchor].endswith("ing"):
        return False
    start, end = made.content[0]
    return not any(word in ("as", "how") for word in document.lower[start - 1 : end])


def _described_it(document: Document, made: Draft) -> bool:
    """ "how Lind described it to friends": what he called it stands elsewhere."""
    start, end = made.content[0]
    if start <= made.anchor:
        return False
    return (
        document.lower[start] in _OBJECTS
        and start + 1 < end
        and document.lower[start + 1] in ("to", "in", "at", "on", "for", "during")
    )


def _cited_somebody(document: Document, made: Draft) -> bool:
    """ "citing two officials": from whom, and not what."""
    if made.regions or not _after(document, made):
        return False
    start, end = made.content[0]
    if document.lower[start] == "no":
        return True  # "citing no proof"
    if any(word in CLAUSE_STARTERS | {"as"} for word in document.lower[start:end]):
        return False
    end = next((at for at in range(start + 1, end) if document.words[at] == ","), end)
    head = things.head_of(document, (start, end))
    noun = document.lower[head]
    if document.words[head][0].isupper() or head + 1 != end or end - start > 4:
        return False
    single = noun.removesuffix("s")
    return (
        noun in PERSON_NOUNS or single in PERSON_NOUNS or agent(noun) or agent(single)
        or noun in _PAPERS
    )  # fmt: skip


_PAPERS = frozenset(
    "documents document report reports sources records data figures statistics studies study media "
    "emails interviews research polls filings papers".split()
)


def _put_a_question(document: Document, made: Draft) -> bool:
    """ "first asked the question in May": which one stays open."""
    if made.regions or not _after(document, made):
        return False
    start, end = made.content[0]
    words = document.lower[start : min(end, start + 3)]
    if any(word in CLAUSE_STARTERS | {"if", "to", "about"} for word in document.lower[start:end]):
        return False
    return any(word in _QUESTIONS for word in words)


def _picture(document: Document, made: Draft) -> bool:
    """ "posted a blurry photo of his dog": a picture, and no words."""
    start, end = made.content[0]
    if start < made.anchor or document.region[start] >= 0 or made.plain:
        return False
    for at in range(start, min(end, start + 9)):
        if document.region[at] >= 0 or document.lower[at] in ("that", "saying"):
            return False
        if document.lower[at] in _PICTURES:
            return True
    return False


def _thing_shows(document: Document, made: Draft) -> bool:
    """ "A long silence explains why": a thing, and the outlet's view of it."""
    if made.source is None or made.kind == "F":
        return False
    if document.region[made.content[0][0]] >= 0:
        return False
    head = things.head_of(document, made.source)
    if document.lower[head] in _TELLING_THINGS:
        return False
    return things.is_thing(document, made.source) or document.lower[head] in _MORE_THINGS


# Papers and findings that end like a thing done.
_TELLING_THINGS = frozenset(
    "examination investigation publication documentation information evaluation estimation survey "
    "projection calculation presentation declaration communication analysis guideline submission "
    "petition motion opinion statement testimony document assessment agreement".split()
)
_MORE_THINGS = frozenset("ruling rulings years months weeks days record absence silence".split())


def _anybody(document: Document, made: Draft) -> bool:
    """ "People will say", "people have always wanted": nobody in particular."""
    source = made.source
    if source is None or made.cue is None or source[1] - source[0] != 1 or made.regions:
        return False
    if document.lower[source[0]] not in ("people", "everyone", "everybody", "anyone"):
        return False
    group = document.lower[made.cue[0] : made.anchor]
    return made.kind == "A" or "will" in group or "always" in group


_WITHHELD = frozenset("explain specify elaborate clarify recall remember offer".split())


def _without_reason(document: Document, made: Draft) -> bool:
    """ "does not explain why", "could not recall who": nothing was said."""
    assert made.cue is not None
    if made.regions:
        return False
    group = document.lower[made.cue[0] : made.anchor]
    return any(word in NEGATIONS for word in group) and not any(word in BE for word in group)


def _back_and_forth(document: Document, made: Draft) -> bool:
    """ "He said, she said": words about words."""
    start, end = made.content[0]
    if len(made.content) > 1 or end - start > 3 or document.lower[start] not in PRONOUNS:
        return False
    return clauses.speech_form(document, end - 1, ("past", "s"))


def _asked_him(document: Document, made: Draft) -> bool:
    """ "questioned him about the fog", "advised Lind on how to answer": what about, and not what."""
    if made.regions:
        return False
    start, end = made.content[0]
    if not _after(document, made) or made.plain or end - start < 3:
        return False
    at = start
    if document.lower[at] in DETERMINERS or document.words[at][0].isupper():
        while at < min(end - 1, start + 4) and document.lower[at + 1] not in PREPOSITIONS:
            at += 1
    elif document.lower[at] not in _OBJECTS:
        return False
    wanted = ("on", "about") if made.lemma != "question" else ("about",)
    return at + 1 < end and document.lower[at + 1] in wanted


def _no_doubt(document: Document, made: Draft) -> bool:
    """ "left little doubt that ...": a noun."""
    return document.lower[made.anchor - 1] in (
        "little", "no", "any", "some", "much", "a", "without", "in",
    )  # fmt: skip


def _pointer(document: Document, made: Draft) -> bool:
    """ "liked that tune", "agreed with that proposition": which one stands elsewhere."""
    start, end = made.content[0]
    if not _after(document, made) or made.regions or end - start > 2 or len(made.content) > 1:
        return False
    if document.lower[start - 1] != "that" or made.lemma in _DISPUTING:
        return False
    return not clauses.verb_inside(document, start, end)


_DISPUTING = frozenset(
    "contradict reject dismiss dispute refute rebut deny question challenge doubt repeat confirm".split()
)


def _things_said(document: Document, made: Draft) -> bool:
    """ "said more than forty things that were wrong": how many, and not what."""
    start, end = made.content[0]
    if made.regions or not _after(document, made) or made.plain:
        return False
    for at in range(start, min(end, start + 6)):
        if document.lower[at] in ("things", "thing", "words", "lies", "falsehoods", "prayers"):
            return at + 1 >= end or document.lower[at + 1] in ("that", "about", "to", "like", "he")
        if document.lower[at] in AUXILIARIES | PRONOUNS:
            return False
    return False


def _added_up(document: Document, made: Draft) -> bool:
    """ "The index added 0.2 percent": a sum."""
    start, end = made.content[0]
    if made.regions or not _after(document, made) or made.plain or end - start < 2:
        return False
    word = document.words[start]
    if word in "$€£" or word.endswith("%"):
        return True
    return word[0].isdigit() and document.lower[start + 1] in ("percent", "points", "cents", "per")


# Rules for any cue, and for those of one lemma each.
RULES = (
    _pointer,
    _back_and_forth,
    _compared,
    _hardly_any,
    _never,
    _to_do,
    _gerund,
    _anybody,
)
_BY_LEMMA: dict[str, list[Callable[[Document, Draft], bool]]] = {}
for _rule, _lemmas in (
    (_asked_him, "question advise press grill quiz"),
    (_no_doubt, "doubt"),
    (_things_said, "say write tell"),
    (_added_up, "add"),
    (_assured, "assure"),
    (_summoned, "call"),
    (_known_as, "call nickname dub name"),
    (_described_in_passing, "describe"),
    (_described_it, "describe characterize portray"),
    (_cited_somebody, "cite"),
    (_put_a_question, "ask"),
    (_picture, "tweet post share retweet publish"),
    (_thing_shows, " ".join(sorted(_SHOWN))),
    (_without_reason, " ".join(sorted(_WITHHELD))),
):
    for _lemma in _lemmas.split():
        _BY_LEMMA.setdefault(_lemma, []).append(_rule)
