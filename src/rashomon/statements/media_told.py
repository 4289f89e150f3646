"""Papers and stations that are told something, by a description or by a part of their names."""

from __future__ import annotations

from rashomon.statements import sources
from rashomon.statements.document import Document, Range
from rashomon.statements.people import OUTLET_WORDS, People, is_nation, is_outlet
from rashomon.statements.words import DAYS, DETERMINERS, PREPOSITIONS, TIMES

# General knowledge: nouns for those who print and broadcast.
_MEDIA = frozenset(
    "agency newspaper paper daily channel broadcaster radio outlet website magazine portal media "
    "newswire weekly station tv television podcast".split()
)
_PRINTED = frozenset("newspaper paper magazine website outlet daily weekly".split())
# Tokens of "local television news station WAVY".
LONGEST = 8


def medium(document: Document, people: People, start: int, last: int) -> tuple[str, Range] | None:
    """The medium of "told the Journal", "told local radio station WXYZ", "told state television"."""
    words, lower = document.words, document.lower
    if start < last and lower[start] in ("the", "a", "an") and start + 1 < last:
        short = _short(document, people, start + 1)
        if short is not None and lower[start] == "the":
            return short, (start + 1, start + 2)
    began = start
    start += start + 1 < last and lower[start] == "local"
    phrase = sources.after(document, start, min(last, start + LONGEST))
    if phrase is None:
        return None
    end = next((at for at in range(start + 1, phrase[1]) if lower[at] in PREPOSITIONS), phrase[1])
    noun = next((at for at in range(end - 1, start - 1, -1) if lower[at] in _MEDIA), None)
    articled = lower[start] in ("the", "a", "an")
    if noun is None or (lower[start] in DETERMINERS and not articled):
        return None
    named = noun + 1
    while named < end and (words[named].isdigit() or words[named].isupper()):
        named += 1  # "radio station 2GB"
    if named == noun + 1:
        while named < end and words[named][0].isupper() and lower[named] not in DAYS | TIMES:
            named += 1
    if named > noun + 1:
        return document.slice((noun + 1, named)), (noun + 1, named)
    if noun + 1 < end:
        return None  # "told conservative radio hosts"
    begin = noun
    while begin > start and words[begin - 1][0].isupper():
        begin -= 1
    if begin < noun and lower[noun] in _PRINTED:
        return document.slice((begin, noun)), (begin, noun)  # "The Sun newspaper"
    if lower[start] == "the" and not any(words[at][0].isupper() for at in range(start, noun)):
        return None  # "told the newspaper": one named before
    return document.slice((began, noun + 1)), (began, noun + 1)


def _short(document: Document, people: People, at: int) -> str | None:
    """The whole name of "the Journal" where the article has one medium that ends so."""
    word = document.words[at]
    following = document.words[at + 1 : at + 2]
    if not word[0].isupper() or (following and following[0][0].isupper()):
        return None
    if document.lower[at] not in OUTLET_WORDS:
        return None
    fuller = {
        entity.referent
        for entity in people.entities
        if entity.type != "person"
        and entity.referent.split()[-1] == word
        and entity.span[1] - entity.span[0] > 1
        and is_outlet(entity.referent)
    }
    return next(iter(fuller)) if len(fuller) == 1 else word


def of_state(
    document: Document, phrase: Range, link: tuple[str, Range] | None
) -> tuple[str, Range] | None:
    """The whole of "Orskian state media", of which a name has the first word alone."""
    if link is None:
        return None
    start, end = link[1]
    nation = is_nation(document.words[end - 1]) and not is_outlet(link[0])
    if not nation or end >= phrase[1] or not document.words[end].islower():
        return link
    stop = next((at + 1 for at in range(end, phrase[1]) if document.lower[at] in _MEDIA), end)
    return (document.slice((start, stop)), (start, stop)) if stop > end else link
