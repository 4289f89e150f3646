"""Where a noun phrase ends and its verb begins: "The council | drew up a plan, saying ..."."""

from __future__ import annotations

from rashomon.statements.document import Document, Range
from rashomon.statements.sources import is_adverb
from rashomon.statements.words import (
    ADVERBS,
    BODY_NOUNS,
    DETERMINERS,
    PERSON_NOUNS,
    PREPOSITIONS,
    TIMES,
)

# General knowledge of English: past forms not in -ed that are no nouns or adjectives of news.
_PASTS = frozenset(
    "arose ate became began blew bore brought broke bought caught came chose dealt did drew drank drove "
    "fell felt fought fled flew forbade forgot forgave froze gave went grew held heard hid kept "
    "knew laid lent lost made met paid quit rang ran rode rose said sang sank sat saw sent shook "
    "shone showed shrank slept slid sold sought spent spoke sprang stole stood stuck struck swam "
    "swept swore swung taught threw told took tore understood undertook wept withdrew woke won "
    "wore wrote overcame oversaw underwent".split()
)
# Those of them that may stand after the noun that they describe: "the man caught on film".
_PARTICIPLES = frozenset(
    "brought bought caught dealt felt held heard kept laid lent lost made paid sent sold sought "
    "spent taught told understood".split()
)
# Present forms that are no plural noun.
_PRESENTS = frozenset(
    "goes does wants gives takes makes keeps comes gets tells lets brings puts begins seems appears "
    "remains becomes includes contains teaches allows requires provides continues describes "
    "depicts explains argues insists refuses writes reads sounds likes thinks knows sees finds "
    "feels hopes believes means says prefers follows faces shows suggests paints offers leaves "
    "uses runs lays sits stands opens closes ends turns looks".split()
)
# Those that are plurals of nouns of news as well: a verb only after a name.
_EITHER = frozenset(
    "likes hopes means offers leaves uses runs lays stands opens closes ends turns looks faces shows "
    "feels finds".split()
)
# Participles that describe the noun before them, with what follows: "officials briefed on it".
DESCRIBING = frozenset(
    "briefed based involved accused charged detained affiliated associated opposed interviewed "
    "contacted aligned linked convicted injured wounded elected appointed published released "
    "issued conducted commissioned backed funded located assigned tasked trapped displaced gathered "
    "surveyed polled quoted cited united allied limited related stationed employed retained "
    "separated identified named called dubbed headed led known supposed arrested killed rescued "
    "deported registered licensed trained represented infected affected posted obtained reviewed "
    "compiled produced prepared formed founded owned hired sponsored led run required licensed "
    "tipped unauthorized concerned so-called".split()
)
# Words that no noun phrase ends with.
HANGING = (PREPOSITIONS - {"inside", "outside", "ahead", "around", "within"}) | frozenset(
    ("the", "a", "an", "and", "or", "its", "their", "our", "my", "your")
)
# What opens an object: "issued a note".
_OBJECTS = (["a"], ["an"], ["the"], ["his"], ["her"], ["their"], ["its"])
_AFTER_VERB = (
    DETERMINERS
    | PREPOSITIONS
    | frozenset("him her them himself herself themselves itself it me us back up out off".split())
)


_PLAIN_TIMES = TIMES - {"may"}


def noun_phrase(document: Document, span: Range) -> Range:
    """`span` up to the verb that the noun phrase at its head is the subject of, if it holds one."""
    start, end = span
    aside = False
    for at in range(start + 1, end):
        if document.words[at] == ",":
            closed = "," in document.words[start:at] and at + 2 < end
            if closed and is_past(document, at + 1) and document.lower[at + 2] in DETERMINERS:
                return start, at  # "Another envoy, Ada Brill, changed her account"
        if document.words[at] in (",", "(", "–", "—", "who", "whose", "which", "that"):
            if document.words[at] != ",":
                return span  # a relative clause has verbs of its own
            aside = True
        if aside:
            continue
        if _is_verb(document, start, at):
            stop = _without_adverbs(document, start, at)
            return (start, stop) if stop > start else span
    return span


def _without_adverbs(document: Document, start: int, end: int) -> int:
    while end - 1 > start and (
        document.lower[end - 1] in ADVERBS
        or (is_adverb(document.lower[end - 1]) and document.words[end - 1][0].islower())
        or document.lower[end - 1] in _PLAIN_TIMES
    ):
        end -= 1
    return end


def is_past(document: Document, at: int) -> bool:
    """Whether a word may be a past form that is no mere description of a noun."""
    lower = document.lower[at]
    return lower in _PASTS or (lower.endswith("ed") and len(lower) > 4 and lower not in DESCRIBING)


def _is_verb(document: Document, start: int, at: int) -> bool:
    word, lower = document.words[at], document.lower[at]
    if not word[0].islower() or not word.isalpha():
        return False
    if lower in DESCRIBING and document.lower[at + 1 : at + 2] not in _OBJECTS:
        return False
    before = _without_adverbs(document, start, at) - 1
    head, noun = document.words[before], document.lower[before]
    if (noun in DETERMINERS and before > start) or noun in ("'s", "’s", "'", "’"):
        return False
    if noun in PREPOSITIONS or not (head[0].isalnum() or head[0] in ".’'"):
        return False
    named = head[0].isupper() and noun not in DETERMINERS
    after = document.lower[at + 1] if at + 1 < document.size else ""
    of_people = noun in PERSON_NOUNS or noun in BODY_NOUNS or noun in ("another", "others", "some")
    if lower in _PRESENTS:
        return named if lower in _EITHER else named or of_people
    if lower in _PASTS:
        if lower in _PARTICIPLES and not named:
            return of_people and after in DETERMINERS
        return named or of_people or noun.endswith("s") or before > start
    if not lower.endswith("ed") or len(lower) < 5 or lower.endswith("eed"):
        return False
    if named:
        # "the Orsk backed plan" is written with a hyphen: after a name it is a verb.
        return True
    if not of_people and not noun.endswith("s"):
        return False
    if after in _AFTER_VERB - {"by", "as", "in", "at"}:
        return True
    return before > start and after.endswith("s") and document.words[at + 1][0].islower()
