"""Attributions that stand, but seldom as a reader would have them: their chance is capped.

A desk shows them as less sure. Each is a frame in which PolNeAR counts more as right than readers
of real pages did: the words are cut from the clause they belong to, or tell of a deed.
"""

from __future__ import annotations

from collections.abc import Callable

from rashomon.statements import around, clauses, settings, tails, unheard
from rashomon.statements.document import Document
from rashomon.statements.drafts import Draft
from rashomon.statements.words import (
    AUXILIARIES,
    CLAUSE_STARTERS,
    COMMON_VERBS,
    DETERMINERS,
    PREPOSITIONS,
)

_FINITE = (AUXILIARIES | COMMON_VERBS) - frozenset(
    "'s ’s being having been be get got going gets do don't does did said say says told made held "
    "kept put run read cut set left found plans wants".split()
)
_OWNS = ("'s", "’s")


def cap(document: Document, drafts: list[Draft]) -> list[Draft]:
    """The same attributions, the doubtful ones with no more than `settings.DOUBTED`."""
    for made in drafts:
        if made.chance > settings.DOUBTED and is_doubted(document, made):
            made.chance = settings.DOUBTED
    return drafts


def is_doubted(document: Document, made: Draft) -> bool:
    """Whether any rule doubts an attribution."""
    for rule in _BY_LEMMA.get(made.lemma, ()):
        if rule(document, made):
            return True
    return any(rule(document, made) for rule in RULES)


def _subject_before(document: Document, made: Draft) -> bool:
    """ "a plan that they say | will fail": the subject of the words stands before the source."""
    start = made.content[0][0]
    if start <= made.anchor or made.kind == "P" or not document.outside(start):
        return False
    if made.anchor < 0 or document.words[start - 1] == ":":
        return False
    return document.lower[start] in _FINITE and document.lower[start - 1] not in CLAUSE_STARTERS


def _as_told(document: Document, made: Draft) -> bool:
    """ "If Lind sells it, as he has hinted | he would like to": the object stands before."""
    source = made.source
    if source is None or made.cue is None or made.plain or made.regions or source[0] < 1:
        return False
    if document.lower[source[0]] in ("something", "anything", "everything"):
        return True  # "something Lind promised | he would do"
    return document.lower[source[0] - 1] == "as" and made.content[0][0] == made.cue[1]


def _object_before(document: Document, made: Draft) -> bool:
    """ "the friends that she promised | to write to": the words end in a preposition."""
    start, end = made.content[-1]
    if start <= made.anchor or made.regions or made.kind == "P":
        return False
    if document.lower[start] != "to":
        return False
    return document.lower[end - 1] in ("to", "of", "from", "with", "for", "into", "about")


def _noun_cue(document: Document, made: Draft) -> bool:
    """ "Okker's claim that ... came as": where the clause ends cannot be told without its verb."""
    cue = made.cue
    if cue is None or made.regions or made.anchor < 1 or made.kind == "P":
        return False
    near = range(max(0, made.anchor - 2), made.anchor)
    owned = document.words[cue[0]] in _OWNS or any(document.words[at] in _OWNS for at in near)
    if not owned or document.lower[made.anchor].endswith(("ed", "said", "told")):
        return False  # "he's said"
    return made.content[0][0] > made.anchor


def _not_done(document: Document, made: Draft) -> bool:
    """ "declined to wash the pans", "refused to say when": what was not done or not said."""
    start = made.content[0][0]
    if made.lemma not in ("decline", "refuse") or made.regions or start < made.anchor:
        return False
    return document.lower[start] == "to"


def _pointed(document: Document, made: Draft) -> bool:
    """ "refers to sums", "points to the queue": at what, and not what is said of it."""
    if made.lemma not in ("refer to", "allude to") or made.kind == "P":
        return False
    start, end = made.content[0]
    if start <= made.anchor or document.region[start] >= 0:
        return False
    return not ({"as", "that"} & set(document.lower[start - 1 : end]))


def _pointed_out(document: Document, made: Draft) -> bool:
    """ "points to the rowers and the keepers": no clause."""
    if made.lemma != "point to" or made.regions:
        return False
    start, end = made.content[0]
    return start > made.anchor and not clauses.sure_verb(document, start, end)


def _asked_about(document: Document, made: Draft) -> bool:
    """ "asked her about the fog", "requested pictures of the mole": no question and no clause."""
    if made.lemma not in ("ask", "request") or made.regions:
        return False
    start, end = made.content[0]
    if start <= made.anchor or end - start > 40:
        return False
    words = document.lower[start - 1 : end]
    if made.lemma == "ask":
        early = document.lower[made.anchor : min(start + 4, end)]
        return "about" in early and not CLAUSE_STARTERS & set(words)
    return "to" not in words and "that" not in words and not clauses.sure_verb(document, start, end)


def _reporters_question(document: Document, made: Draft) -> bool:
    """ "A reporter asked her what she would do": the answer counts."""
    if made.source is None or made.lemma not in ("ask", "question", "press"):
        return False
    return any(document.lower[at] in _REPORTERS for at in range(*made.source))


_REPORTERS = frozenset("reporter reporters journalist journalists interviewer moderator".split())


def _told_about(document: Document, made: Draft) -> bool:
    """ "told them about the songs | they hoped to sing": what it was about."""
    start = made.content[0][0]
    if made.lemma not in ("tell", "inform", "brief") or made.regions or start <= made.anchor:
        return False
    return "about" in document.lower[made.anchor : start + 1] and not made.plain


def _forecast(document: Document, made: Draft) -> bool:
    """ "Critics will argue that ...": nobody has yet."""
    if made.cue is None or made.kind != "S" or made.regions:
        return False
    return "will" in document.lower[made.cue[0] : max(made.anchor, made.cue[0])]


def _laid_open(document: Document, made: Draft) -> bool:
    """ "The storm revealed an old wall": what a deed showed."""
    if made.lemma not in ("reveal", "expose", "highlight", "underscore") or made.regions:
        return False
    start = made.content[0][0]
    return start > made.anchor and not made.plain and document.lower[start] in DETERMINERS


def _told_of(document: Document, made: Draft) -> bool:
    """ "defended the story, which holds that ...": more of the outlet's words than of his."""
    start, end = made.content[-1]
    if start <= made.anchor or made.kind == "P" or made.anchor < 0:
        return False
    return tails.relative_at(document, made, start, end) < end


def _known(document: Document, made: Draft) -> bool:
    """ "The keepers know what they want", "he sees it as a test": the outlet says that it is so."""
    return made.lemma in ("know", "see", "view") and not made.regions


def _main_verb_inside(document: Document, made: Draft) -> bool:
    """ "Several keepers who said they were tired | worry": the main verb was taken in."""
    source, cue = made.source, made.cue
    if source is None or cue is None or made.kind == "P" or made.content[-1][0] < cue[1]:
        return False
    first, last = document.sentences[document.sentence[cue[0]]]
    if around.final(document, last) > made.content[-1][1]:
        return False
    who = next(
        (at for at in range(max(first, cue[0] - 4), cue[0]) if document.lower[at] == "who"), -1
    )
    if who <= first or document.words[who - 1] == "," or source[0] > who:
        return False
    comma = next((at for at in range(who, first, -1) if document.words[at] == ","), first - 1)
    if comma >= first and document.lower[comma + 1] in ("a", "an", "including", "and", "or"):
        return False
    return (
        not clauses.sure_verb(document, comma + 1, who)
        and not any(
            clauses.speech_form(document, at, ("past", "s")) for at in range(comma + 1, who)
        )
        and not any(
            word in PREPOSITIONS - {"of", "in", "from"} for word in document.lower[comma + 1 : who]
        )
    )


def _by_somebody(document: Document, made: Draft) -> bool:
    """ "The plan drawn up by clerks confirms": the plan's verb."""
    source = made.source
    if source is None or made.cue is None or source[0] < 2 or source[1] != made.cue[0]:
        return False
    if document.lower[source[0] - 1] != "by":
        return False
    before = document.lower[source[0] - 2]
    return before.endswith("ed") or before in ("up", "out", "made", "written", "led", "run")


def _lawyerly(document: Document, made: Draft) -> bool:
    """ "defended a friend before the guild", "attacked the order": done in court or by arms."""
    if made.regions or made.lemma not in ("defend", "attack", "question", "challenge", "tout"):
        return False
    start, end = made.content[0]
    if start <= made.anchor:
        return False
    return document.lower[start] in ("a", "an") or end - start == 1


def _left_untold(document: Document, made: Draft) -> bool:
    """ "He said what everyone knew": but not "said what matters is the tide"."""
    start, end = made.content[0]
    if made.regions or start <= made.anchor or document.lower[start] != "what":
        return False
    return not any(word in ("is", "was", "are", "were") for word in document.lower[start:end])


def _pointing(document: Document, made: Draft) -> bool:
    """ "rejected that contention", "argued against it all winter": what is said stands elsewhere."""
    start, end = made.content[0]
    if made.regions or start <= made.anchor or made.plain or made.kind == "P":
        return False
    first = document.lower[start]
    if first == "it" and not clauses.verb_inside(document, start, end):
        return True
    return first in ("that", "this", "those", "these") and end - start == 2


def _object_of_relative(document: Document, made: Draft) -> bool:
    """ "the help that the town said it would not give": the words lack their object."""
    source = made.source
    if source is None or made.cue is None or source[0] < 2 or made.plain or made.regions:
        return False
    if made.content[0][0] < made.cue[1] or document.lower[source[0] - 1] not in ("that", "which"):
        return False
    noun = source[0] - 2
    before = document.lower[noun]
    return (
        document.words[noun].isalpha()
        and before not in PREPOSITIONS
        and not clauses.speech_form(document, noun, ("past", "s", "ing", "base"))
        and document.lower[made.content[0][0]] in ("it", "they", "he", "she")
    )


_SHOWN_BY = frozenset(
    "test tests scan scans x-ray x-rays image images footage video videos photo photos pictures".split()
)


def _measured(document: Document, made: Draft) -> bool:
    """ "Soil tests showed that ...", "footage shows ...": nobody speaks."""
    source = made.source
    return source is not None and document.lower[source[1] - 1] in _SHOWN_BY


# Rules for any cue, and for those of one lemma each.
RULES = (
    _subject_before,
    _as_told,
    _object_before,
    _noun_cue,
    _told_of,
    _main_verb_inside,
    _forecast,
    _by_somebody,
    _pointing,
    _object_of_relative,
)
_BY_LEMMA: dict[str, list[Callable[[Document, Draft], bool]]] = {}
for _rule, _lemmas in (
    (_not_done, "decline refuse"),
    (_pointed, "refer_to allude_to"),
    (_pointed_out, "point_to"),
    (_known, "know see view"),
    (_asked_about, "ask request"),
    (_laid_open, "reveal expose highlight underscore"),
    (_told_about, "tell inform brief"),
    (_left_untold, "say tell"),
    (_measured, "show reveal indicate suggest"),
    (_reporters_question, "ask question press"),
    (_lawyerly, "defend attack question challenge tout"),
    *unheard.BY_LEMMA,
):
    for _lemma in _lemmas.split():
        _BY_LEMMA.setdefault(_lemma.replace("_", " "), []).append(_rule)
