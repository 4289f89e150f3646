"""Verbs of speech that take something else than words: a summons, a picture, a sum, a toll."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.statements import clauses, things
from rashomon.statements.document import Document
from rashomon.statements.drafts import Draft
from rashomon.statements.traits import agent
from rashomon.statements.words import (
    AUXILIARIES,
    BE,
    BODY_NOUNS,
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

_PICTURES = frozenset(
    "image picture photo photograph video clip gif meme poster link links photos pictures images "
    "videos footage selfie screenshot emoji map chart cartoon examples screenshots copies excerpts".split()
)

_QUESTIONS = frozenset(("question", "questions"))

# What things may be said to do in print without a word being spoken.
_SHOWN = frozenset(
    "explain highlight underscore underline emphasize emphasise contradict illustrate demonstrate "
    "indicate suggest signal prove stress confirm reveal reflect tout describe determine cast show demand".split()
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
    near = next((at for at in range(start + 1, end) if document.lower[at] in _CLOSE), end)
    if near < end and near - start <= 4 and document.lower[near - 1] in PERSON_NOUNS | _PEOPLE:
        return True  # "citing two people close to the yard"
    head = things.head_of(document, (start, end))
    noun = document.lower[head]
    if document.words[head][0].isupper() or head + 1 != end:
        return False
    if document.lower[start] in DETERMINERS and noun in BODY_NOUNS and end - start <= 6:
        return not any(document.words[at] in ("'s", "’s") for at in range(start, end))
    if end - start > 4:
        return False
    single = noun.removesuffix("s")
    return (
        noun in PERSON_NOUNS or single in PERSON_NOUNS or agent(noun) or agent(single)
        or noun in _PAPERS
    )  # fmt: skip


_CLOSE = frozenset("familiar briefed close involved who with in from at".split())
_PEOPLE = frozenset("people persons sources officials aides advisers".split())
_PAPERS = frozenset(
    "documents document report reports sources records data figures statistics studies study media "
    "emails interviews research polls filings papers outlets newspapers accounts".split()
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

_WITHHELD = frozenset("explain specify elaborate clarify recall remember offer".split())


def _without_reason(document: Document, made: Draft) -> bool:
    """ "does not explain why", "could not recall who": nothing was said."""
    assert made.cue is not None
    if made.regions:
        return False
    group = document.lower[made.cue[0] : made.anchor]
    return any(word in NEGATIONS for word in group) and not any(word in BE for word in group)


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


def _work_titled(document: Document, made: Draft) -> bool:
    """ "wrote a song titled “...”": a name, however long."""
    start, end = made.content[0]
    if not _after(document, made) or not made.regions:
        return False
    first = next((at for at in range(start, end) if document.region[at] >= 0), start)
    before = first - 2 if document.is_mark[first - 1] else first - 1
    return document.lower[before] in _TITLED and made.anchor < before


_TITLED = frozenset("titled entitled headlined called named dubbed".split())


_CLAUSAL = AUXILIARIES | PRONOUNS


def _things_said(document: Document, made: Draft) -> bool:
    """ "said more than forty things that were wrong": how many, and not what."""
    start, end = made.content[0]
    if made.regions or not _after(document, made) or made.plain:
        return False
    for at in range(start, min(end, start + 6)):
        if document.lower[at] in ("things", "thing", "words", "lies", "falsehoods", "prayers"):
            return at + 1 >= end or document.lower[at + 1] in ("that", "about", "to", "like", "he")
        if document.lower[at] in _CLAUSAL:
            return False
    return False


def _said_little(document: Document, made: Draft) -> bool:
    """ "has said little about the weir": next to nothing."""
    start, end = made.content[0]
    if not _after(document, made) or made.plain or start + 1 >= end:
        return False
    if document.lower[start - 1] == "about" and start - 2 == made.anchor + 1:
        start -= 2
    if document.lower[start] not in ("little", "nothing", "much"):
        return False
    stop = next(
        (at for at in range(start, end) if document.lower[at] in ("and", "but", ",", "beyond")), end
    )
    return document.lower[start + 1] in ("about", "publicly") and not clauses.verb_inside(
        document, start, stop
    )


def _added_to(document: Document, made: Draft) -> bool:
    """ "adding little urgency", "adding pressure on": what grew."""
    start = made.content[0][0]
    if made.regions or not _after(document, made) or made.plain:
        return False
    first = document.lower[start]
    if first in ("little", "more", "much"):
        return document.lower[start + 1 : start + 2] not in (["than"], ["that"])
    return first in ("pressure", "fuel", "weight", "urgency", "insult", "momentum")


def _added_up(document: Document, made: Draft) -> bool:
    """ "The index added 0.2 percent": a sum."""
    start, end = made.content[0]
    if made.regions or not _after(document, made) or made.plain or end - start < 2:
        return False
    word = document.words[start]
    if word in "$€£" or word.endswith("%"):
        return True
    return word[0].isdigit() and document.lower[start + 1] in ("percent", "points", "cents", "per")


def _lives(document: Document, made: Draft) -> bool:
    """ "The floods have claimed nine lives": a toll."""
    start, end = made.content[0]
    return (
        _after(document, made)
        and not made.regions
        and any(
            word in ("lives", "victims", "toll")
            for word in document.lower[start : min(end, start + 4)]
        )
    )


def _sent_away(document: Document, made: Draft) -> bool:
    """ "dismissed her ten days later": from an office."""
    start, end = made.content[0]
    if not _after(document, made) or made.regions or "as" in document.lower[start:end]:
        return False
    return document.lower[start] in _OBJECTS - {"it"}


def _no_sign(document: Document, made: Draft) -> bool:
    """ "showed no sign of giving in": how they were."""
    start = made.content[0][0]
    words = document.lower[start : start + 3]
    return _after(document, made) and any(word in ("sign", "signs") for word in words)


def _to_whom(document: Document, made: Draft) -> bool:
    """ "had too little to say to them": to whom, and not what."""
    start, end = made.content[0]
    if not _after(document, made) or made.regions or made.plain or end - start < 2:
        return False
    after = document.lower[start + 1]
    return document.lower[start] == "to" and (
        after in _OBJECTS | DETERMINERS or after in ("reporters", "journalists", "lawmakers")
    )


def _reports_on(document: Document, made: Draft) -> bool:
    """ "A crane by the weir. On Friday, the Office reports on the harvest.": on what, and not what."""
    if made.regions or made.content[-1][1] > made.anchor:
        return False
    after = document.lower[made.anchor + 1 : made.anchor + 3]
    return len(after) == 2 and after[0] == "on" and after[1] not in TIMES


BY_LEMMA: dict[str, list[Callable[[Document, Draft], bool]]] = {}

for _rule, _lemmas in (
    (_asked_him, "question advise press grill quiz"),
    (_no_doubt, "doubt"),
    (_things_said, "say write tell"),
    (_work_titled, "write post publish release share record sing"),
    (_lives, "claim"),
    (_sent_away, "dismiss"),
    (_no_sign, "show"),
    (_to_whom, "say"),
    (_added_up, "add"),
    (_added_to, "add"),
    (_reports_on, "report"),
    (_said_little, "say"),
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
        BY_LEMMA.setdefault(_lemma, []).append(_rule)
