"""Who speaks beside a quotation, in languages without rules: a verb of speech and a name.

Only what stands right at the marks is read: "...", VERB NAME; "...", NAME VERB; NAME VERB: "...".
Names are given as written, and where there is none the speaker stays open.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

from rashomon.statements.document import Document, Range

_PARTICLES = frozenset(
    "de da do dos di del della la le van von der den al el bin ibn y e zu".split()
)
_ARTICLES = frozenset(
    "le la el o a il lo l' l’ der die das den os as los las un une um uma de het".split()
)
# General knowledge: who is meant by these another sentence says.
_NO_NAMES = frozenset(
    "он она они я мы він вона вони er sie es wir ich il elle ils elles je nous él ella ellos yo lui "
    "lei egli essa io ele eles ela elas eu dia ia beliau mereka saya hij zij ze wij on ona oni han hun "
    "hon den det jag ich que was wie como comme come lunes martes miércoles jueves viernes sábado "
    "domingo lundi mardi mercredi jeudi vendredi samedi dimanche lunedì martedì mercoledì giovedì "
    "venerdì segunda terça quarta quinta sexta montag dienstag mittwoch donnerstag freitag samstag "
    "sonntag".split()
)
_STOPS = frozenset('.!?…;:,()[]«»“”„"—–-')
# Tokens between a name and its verb, or a verb and its quotation ("a", "ha", "hat", "wörtlich").
_BETWEEN = 3
_LONGEST = 6


@cache
def verbs(language: str) -> frozenset[str]:
    """Forms of verbs of speech of a language by its ISO 639-1 code; none for others."""
    source = resources.files(__package__).joinpath("tongues.tsv").read_text(encoding="utf-8")
    for line in source.splitlines():
        code, _, words = line.partition("\t")
        if code == language and not line.startswith("#"):
            return frozenset(words.split())
    return frozenset()


def beside(document: Document, number: int, language: str) -> tuple[Range, Range] | None:
    """Tokens of the speaker and of the verb beside a quotation; None where none stands there."""
    known = verbs(language)
    if not known:
        return None
    first, last = document.region_tokens[number]
    line = document.paragraphs[document.paragraph[min(first, document.size - 1)]]
    return _after(document, last + 1, line[1], known) or _before(document, first - 1, line, known)


def inside(document: Document, number: int, language: str) -> tuple[Range, Range, Range] | None:
    """An aside between dashes inside the marks, ", – sagte Lind. –": its tokens, speaker, verb."""
    known = verbs(language)
    first, last = document.region_tokens[number]
    for at in range(first + 1, last - 1):
        if document.words[at] not in ("–", "—", "-") or document.lower[at + 1] not in known:
            continue
        if document.words[at - 1][-1] not in ",.!?…":
            continue
        name = _name(document, at + 2, last, forward=True)
        if name is None:
            continue
        end = name[1]
        while end < last and not document.words[end][0].isalnum():
            end += 1
        return (at, end), name, (at + 1, at + 2)
    return None


def _after(
    document: Document, at: int, stop: int, known: frozenset[str]
) -> tuple[Range, Range] | None:
    """ "...", VERB NAME or "...", NAME VERB."""
    while at < stop and document.words[at] in (",", "-", "–", "—"):
        at += 1
    for verb in range(at, min(at + _BETWEEN, stop)):
        if document.words[verb] in _STOPS:
            return None
        if document.lower[verb] in known:
            name = _name(document, verb + 1, stop, forward=True)
            return (name, (verb, verb + 1)) if name is not None else None
    name = _name(document, at, stop, forward=True)
    if name is None:
        return None
    for verb in range(name[1], min(name[1] + _BETWEEN, stop)):
        if document.words[verb] in _STOPS:
            return None
        if document.lower[verb] in known:
            return name, (verb, verb + 1)
    return None


def _before(
    document: Document, at: int, line: Range, known: frozenset[str]
) -> tuple[Range, Range] | None:
    """NAME VERB: "...", with little between the verb and the mark."""
    at -= 1
    if at <= line[0] or document.words[at] not in (":", ","):
        return None
    for verb in range(at - 1, max(line[0], at - 1 - _BETWEEN - 3), -1):
        if document.words[verb] in _STOPS:
            return None
        if document.lower[verb] not in known:
            continue
        for end in range(verb, max(line[0], verb - _BETWEEN), -1):
            if document.words[end - 1] in _STOPS:
                return None
            name = _name(document, end, line[0], forward=False)
            if name is not None:
                return name, (verb, verb + 1)
        return None
    return None


def _name(document: Document, at: int, bound: int, *, forward: bool) -> Range | None:
    """A run of words with capitals that begins at `at`, or ends before it; None for none.

    After a verb an article and up to two words may stand before it: "o ministro João Lind".
    """
    if forward and at < bound and document.lower[at] in _ARTICLES:
        for near in range(at + 1, min(at + 4, bound)):
            if document.words[near][0].isupper():
                run = _name(document, near, bound, forward=True)
                return (at, run[1]) if run is not None else None
            if document.words[near] in _STOPS or len(document.words[near]) < 4:
                return None
            if document.lower[near] in _NO_NAMES:
                return None
        return None
    start = end = at
    while end < bound if forward else start > bound:
        near = end if forward else start - 1
        word = document.words[near]
        inside_run = end > start
        if not document.outside(near) and document.region[near] < 0:
            break
        if not word[0].isupper() and not (inside_run and document.lower[near] in _PARTICLES):
            break
        if end - start >= _LONGEST:
            break
        start, end = (start, end + 1) if forward else (start - 1, end)
    while end > start and document.lower[end - 1] in _PARTICLES:
        end -= 1
    while end > start and not document.words[start][0].isupper():
        start += 1
    if end == start or not document.words[start][0].isalpha():
        return None
    return None if document.lower[start] in _NO_NAMES else (start, end)
