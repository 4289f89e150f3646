"""Where the words of a statement end, since the outlet or another goes on."""

from __future__ import annotations

from rashomon.statements import clauses
from rashomon.statements.document import Document, Range
from rashomon.statements.drafts import Draft
from rashomon.statements.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    COMMON_VERBS,
    DETERMINERS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
)

DASHES = frozenset("—–")


_THEY = PRONOUNS - {"one", "i", "we", "you"}
_AUXILIARIES = AUXILIARIES - {"'s", "’s"}
_OF_GROUP = AUXILIARIES | ADVERBS
_PASSIVE = BE - {"'s", "’s"}


def _is_subject(document: Document, at: int, end: int) -> int:
    """Where the verb group stands after a short subject that begins at `at`; -1 where none does."""
    lower = document.lower[at]
    if lower in _THEY:
        return at + 1
    if not (document.words[at][0].isupper() or lower in DETERMINERS):
        return -1
    for near in range(at + 1, min(at + 7, end)):
        word = document.lower[near]
        if not document.outside(near) or document.words[near] in (",", ";", ":"):
            return -1
        if word in PREPOSITIONS and near + 1 < end and document.lower[near + 1] in TIMES:
            continue
        if near == at + 1 and lower in DETERMINERS:
            continue  # "its alleged theft"
        if word in _AUXILIARIES or clauses.speech_form(document, near, ("past", "s")):
            return near
    return -1


def before_another(document: Document, made: Draft, start: int, end: int) -> int:
    """Without "and Lind has said ..." after a thing, or ", and last month a crane ..." after a clause."""
    if start <= made.anchor or made.kind == "P":
        return end
    clause = made.plain or document.lower[start - 1] == "that"
    for at in range(start + 1, end - 3):
        if document.lower[at] not in ("and", "but") or not document.outside(at):
            continue
        comma = document.words[at - 1] == ","
        if clause and comma and _is_time(document, at + 1):
            if clauses.verb_inside(document, at + 4, end):
                return at - 1
            continue
        if clause and not comma:
            continue
        verb = _is_subject(document, at + 1, end)
        if verb < 0:
            continue
        group = verb
        while verb < end and (
            document.lower[verb] in _OF_GROUP or document.lower[verb].endswith("ly")
        ):
            verb += 1
        if (
            verb < end
            and _PASSIVE.isdisjoint(document.lower[group:verb])  # "and he was accused"
            and clauses.speech_form(document, verb, ("past", "s"))
            and (clause or comma or not clauses.sure_verb(document, start, at))
        ):
            return at - 1 if comma or document.words[at - 1] in DASHES else at
    return end


def _is_time(document: Document, at: int) -> bool:
    """ "this week", "on Monday", "last month": a time that is not of what was said."""
    lower, after = document.lower[at], document.lower[at + 1]
    if lower in ("this", "last", "earlier") and after in TIMES:
        return True
    return lower == "on" and after in TIMES


_ANSWERING = frozenset("respond say comment elaborate specify explain answer reply return".split())


def before_as(document: Document, made: Draft, start: int, end: int) -> int:
    """Without ", as other agencies allege": another has said it too."""
    if start <= made.anchor:
        return end
    for at in range(max(start + 2, end - 9), end - 3):
        if (
            document.words[at] == ","
            and document.outside(at)
            and document.lower[at + 1] == "as"
            and clauses.speech_form(document, end - 1, ("past", "s", "base"))
        ):
            return at
    return end


def before_silence(document: Document, made: Draft, start: int, end: int) -> int:
    """Without "but the guild did not explain": what was left unsaid is the outlet's."""
    if start <= made.anchor:
        return end
    for at in range(start + 2, end - 4):
        if document.lower[at] not in ("but", "and", "though") or not document.outside(at):
            continue
        bare = document.lower[at + 1] in ("did", "does", "has", "would")
        verb = at + 1 if bare else _is_subject(document, at + 1, end)
        if verb < 0:
            continue
        group = document.lower[verb : min(verb + 5, end)]
        if any(word in NEGATIONS for word in group) and any(word in _ANSWERING for word in group):
            return at - 1 if document.words[at - 1] == "," else at
    return end


VIEWS = frozenset(
    "scenario prospect outcome fact claim assertion charge allegation sentiment view position reversal departure shift nod dig jab "
    "contrast suggestion accusation argument characterization stance change echo revelation blow "
    "reference comparison setback admission concession sign signal indication".split()
)


_OF_VIEWS = frozenset("that from of to he she they which the two three many most some".split())


def before_view(document: Document, made: Draft, start: int, end: int) -> int:
    """Without ", a change from his earlier words": the outlet on what was said."""
    if start <= made.anchor or made.kind == "P":
        return end
    for at in range(start + 3, end - 3):
        marked = document.is_mark[at] and document.words[at - 1] == ","
        after = at + 1
        stop = document.words[at] == "," or document.words[at] in DASHES
        if not marked and not (stop and document.outside(at)):
            continue
        first = document.lower[after : after + 2] in (["the", "first"], ["the", "latest"])
        if document.lower[after] not in ("a", "an") and not first:
            continue
        noun = after + 1 + first
        if document.lower[noun] not in VIEWS:
            noun += 1
        if (
            noun + 1 < end
            and document.lower[noun] in VIEWS
            and document.lower[noun + 1] in _OF_VIEWS
            and document.outside(noun)
            and ("to" in document.lower[start:at] or clauses.verb_inside(document, start, at))
        ):
            return at + 1 if document.is_mark[at] else at
    return end


def before_even(document: Document, made: Draft, start: int, end: int) -> int:
    """Without "– even as he blamed the others": what else he did."""
    if start <= made.anchor:
        return end
    for at in range(start + 2, end - 3):
        stop = document.words[at] == "," or document.words[at] in DASHES
        if (
            stop
            and document.outside(at)
            and document.lower[at + 1] == "even"
            and document.lower[at + 2] in ("as", "though")
        ):
            return at
    return end


_PERSONAL = frozenset(("he", "she", "they"))
# Where somebody speaks. General knowledge of news.
_OCCASIONS = frozenset(
    "speech rally interview address hearing briefing debate visit trip call meeting conference "
    "appearance broadcast".split()
)
_OF_CLAUSES = frozenset("say tell claim add believe think report argue announce warn".split())
# Participles by which the outlet goes on: what came of the words.
RESULTS = frozenset(
    "raising sparking fueling fuelling triggering setting leaving marking signaling signalling "
    "dealing drawing prompting provoking stoking rekindling".split()
)
_SAID = frozenset("said told announced reported tweeted wrote claimed".split())


def before_circumstance(document: Document, made: Draft, start: int, end: int) -> int:
    """Without "as he opened the fair" or "during a talk ..." behind a thing.

    After "accused", "praised" or "underlined" the words are a thing, of which such a clause is no
    part; in "said that he fell as he ran" it is.
    """
    if start <= made.anchor or made.plain or made.kind == "P":
        return end
    for at in range(start + 2, end - 2):
        lower, after = document.lower[at], document.lower[at + 1]
        if lower not in ("as", "during") or not document.outside(at):
            continue
        meanwhile = (
            lower == "as"
            and after in _PERSONAL
            and (document.lower[at + 2].endswith("ed") or document.lower[at + 2] in COMMON_VERBS)
        )
        spoken = lower == "during" and any(
            word in _OCCASIONS for word in document.lower[at + 1 : min(at + 6, end)]
        )
        if meanwhile or spoken:
            thing = not clauses.sure_verb(document, start, at) or (
                spoken and made.lemma not in _OF_CLAUSES
            )
            return at - (document.words[at - 1] == ",") if thing else end
    return end


def before_after(document: Document, made: Draft, start: int, end: int) -> int:
    """Without "after the guild said that ...": when the words were said."""
    if start <= made.anchor or made.kind == "P":
        return end
    for at in range(start + 2, end - 3):
        if document.lower[at] != "after" or not document.outside(at):
            continue
        verb = _is_subject(document, at + 1, end)
        if verb > at + 1 and document.lower[verb] in _SAID:
            return at - (document.words[at - 1] == ",")
    return end


_NUMBERS = frozenset(
    "first second third fourth fifth firstly secondly thirdly lastly finally".split()
)


def is_number(document: Document, part: Range) -> bool:
    """ "Third, she hopes ...": the outlet counts."""
    return part[1] - part[0] == 1 and document.lower[part[0]] in _NUMBERS


def is_of_source(document: Document, made: Draft, part: Range) -> bool:
    """ "according to rowers, | anglers and keepers": further sources."""
    if made.kind != "P" or made.source is None:
        return False
    gap = part[0] - made.source[1]
    if gap > 2 and part != made.content[0] and document.outside(part[0]):
        return True  # "was mended, according to Lind, when the town got the | plan": torn
    led = document.lower[part[0] - 1 : part[0] + 5]
    if gap >= 0 and part != made.content[0] and "that" in led and PREPOSITIONS & set(led[:2]):
        return True  # "..., according to Lind, | after a vote that hurt her"; not "is that ..."
    if not 0 <= gap <= 1:
        return False
    inside = range(*part)
    return (
        document.words[part[0] - 1] == ","
        and "and" in document.lower[part[0] : part[1]]
        and all(document.outside(at) for at in inside)
        and not clauses.sure_verb(document, *part)
    )


def before_result(document: Document, made: Draft, start: int, end: int) -> int:
    """Without ", raising fears of a flood": what came of the words, in the outlet's own."""
    if start <= made.anchor or made.kind == "P":
        return end
    for at in range(start + 3, end - 2):
        if (
            document.words[at] == ","
            and document.outside(at)
            and document.lower[at + 1] in RESULTS
            and document.lower[at + 2] not in PREPOSITIONS
        ):
            return at
    return end


def before_deed(document: Document, made: Draft, start: int, end: int) -> int:
    """ "ordered the boats to stay and closed the lock": a second thing done."""
    if start <= made.anchor or made.plain or "to" not in document.lower[start:end]:
        return end
    for at in range(start + 3, end - 1):
        if (
            document.lower[at] == "and"
            and document.outside(at)
            and document.lower[at + 1].endswith("ed")
            and document.lower[at + 2 : at + 3]
            and (at + 2 < end and document.lower[at + 2] not in PREPOSITIONS)
            and "to" in document.lower[start:at]
            and not clauses.sure_verb(document, start, at)
            and not document.lower[at - 1].endswith("ed")
        ):
            return at
    return end
