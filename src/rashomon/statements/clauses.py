"""Where reported content begins and ends, without a parser."""

from __future__ import annotations

from rashomon.statements.document import Document, Range
from rashomon.statements.lexicon import Cue, forms, speech_forms
from rashomon.statements.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CLAUSE_STARTERS,
    COMMON_VERBS,
    DETERMINERS,
    GLOSSES,
    NEGATIONS,
    PLAIN_VERBS,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
)

_ASIDES = frozenset(("however", "though", "meanwhile", "too", "also"))
_HARD = frozenset(";—–")
_DASHES = frozenset("—–")
# Verbs that take a clause without "that" as a rule.
_BARE = frozenset(
    "say claim believe think insist argue suggest add warn hope fear tell assure vow allege "
    "predict admit concede contend state assert".split()
)


def speech_form(document: Document, token: int, shapes: tuple[str, ...]) -> bool:
    """Whether a token outside quotations is a sure form of a verb of speech."""
    return document.lower[token] in speech_forms(shapes) and document.outside(token)


def end_of(document: Document, start: int, ceiling: int) -> int:
    """The end of a reported clause that begins at `start`, at most `ceiling`."""
    token = start
    lower, words = document.lower, document.words
    while token < ceiling:
        if document.region[token] >= 0 or document.is_mark[token]:
            if (
                document.is_mark[token]
                and words[token - 1] == ","
                and token > start
                and token + 2 < ceiling
                and _gloss(document, token + 1)
            ):
                return token + 1
            token += 1
            continue
        word = words[token]
        if word == "," and token + 2 < ceiling and _gloss(document, token + 1):
            return token
        if (
            word in _HARD
            and token + 2 < ceiling
            and (word == ";" or _ends_at_dash(document, start, token, ceiling))
        ):
            return token
        if lower[token] in ("and", "but", "then") and token > start + 1 and token + 2 < ceiling:
            after = token + 1
            while after < ceiling - 1 and (
                lower[after] in ADVERBS
                or lower[after].endswith("ly")
                or lower[after] in ("has", "have", "had")
            ):
                after += 1
            if (
                speech_form(document, after, ("past", "s"))
                and lower[after + 1 : after + 2]
                and (
                    lower[after - 1] in ("has", "have", "had", "since")
                    or _complement(document, after + 1)
                    or (_takes_noun(lower[after]) and words[after + 1][0].isalpha())
                )
            ):
                return token - 1 if words[token - 1] == "," else token
        if lower[token] == "according" and lower[token + 1 : token + 2] == ["to"] and token > start:
            return token - 1 if words[token - 1] == "," else token
        token += 1
    return ceiling


def _ends_at_dash(document: Document, start: int, token: int, ceiling: int) -> bool:
    """Whether a dash ends a clause: the second of a pair opened before it, or one that is alone."""
    first = document.sentences[document.sentence[start]][0]
    opened = sum(
        document.words[at] in _DASHES and document.outside(at) for at in range(first, start)
    )
    if opened % 2:
        return True
    inside = sum(
        document.words[at] in _DASHES and document.outside(at) for at in range(start, token)
    )
    if inside % 2:
        return False
    return not any(
        document.words[at] in _DASHES and document.outside(at) for at in range(token + 1, ceiling)
    )


def _takes_noun(lower: str) -> bool:
    return any("n" in cue.frames or "O" in cue.frames for cue in forms()[lower] if not cue.rest)


def _complement(document: Document, token: int) -> bool:
    lower = document.lower[token]
    return lower in ("that", "it", "he", "she", "they", "the", "there", "his", "her") or (
        document.is_mark[token] or document.words[token][0].isupper()
    )


def _gloss(document: Document, token: int) -> bool:
    lower = document.lower
    for gloss in GLOSSES:
        if tuple(lower[token : token + len(gloss)]) == gloss:
            return True
    if speech_form(document, token, ("ing",)):
        return True
    # ", he said" or ", Smith said" inside: the clause ends where its cue begins.
    for after in range(token + 1, min(token + 5, document.size)):
        if document.words[after] in (",", ".") or not document.outside(after):
            return False
        if lower[after] in BE:
            return False
        if speech_form(document, after, ("past", "s")):
            following = document.words[after + 1] if after + 1 < document.size else "."
            return (
                following in (".", ",", ";")
                or lower[after + 1] in TIMES
                or (lower[after] in ("said", "says") and lower[after + 1] in PREPOSITIONS)
            )
    return False


def verb_inside(document: Document, start: int, end: int) -> bool:
    """Whether a range is likely to hold a finite verb."""
    for token in range(start, end):
        lower = document.lower[token]
        if lower in AUXILIARIES or lower in COMMON_VERBS or lower in NEGATIONS:
            if _possessive(document, token):
                continue
            return True
        if (
            token > start
            and document.words[token][0].islower()
            and (
                lower.endswith("ed")
                or (lower.endswith("s") and not lower.endswith("ss") and len(lower) > 3)
            )
        ):
            return True
    return False


def skip_time(document: Document, token: int, ceiling: int) -> int:
    """Past adverbs and times after a verb: "on Monday", "last week", "earlier"."""
    while token < ceiling:
        lower = document.lower[token]
        following = document.lower[token + 1] if token + 1 < ceiling else ""
        if lower in ("this", "next", "last", "local") and following not in TIMES:
            break  # "called this visit a success"
        if _owns(document, token) or _owns(document, token + 1):
            break  # "said Wednesday's attack"
        if lower in TIMES or (lower.isdigit() and token and document.lower[token - 1] in TIMES):
            token += 1
        elif lower in (
            "on",
            "in",
            "at",
            "late",
            "early",
            "earlier",
            "later",
            "last",
            "this",
            "next",
        ) and (
            following in TIMES
            or (
                following in ("the", "a")
                and document.lower[token + 2 : token + 3]
                and document.lower[token + 2] in TIMES
            )
        ):
            token += 2
        elif lower in ("then", "also", "later", "again", "further", "simply", "instead") or (
            lower.endswith("ly") and len(lower) > 4
        ):
            token += 1
        else:
            break
    return token


def _owns(document: Document, token: int) -> bool:
    """Whether a time is an owner: "last Wednesday's", "Saturday night's"."""
    at = token
    while at < document.size and document.lower[at] in TIMES:
        at += 1
    return token < at < document.size and document.lower[at] in ("'s", "’s")


def content_after(document: Document, start: int, ceiling: int, cue: Cue) -> int | None:
    """Where what is reported begins after a verb that ends before `start`; None if nowhere."""
    words, lower, frames = document.words, document.lower, cue.frames
    token = skip_time(document, start, ceiling)
    aside = lower[token : token + 3]
    if len(aside) == 3 and aside[0] == aside[2] == "," and aside[1] in _ASIDES:
        token += 3
    if token >= ceiling:
        return None
    # A quotation or "that" within reach, with only a hearer, a place or a time in between.
    limit = min(ceiling, token + 22)
    far = token
    while far < limit:
        if document.is_mark[far]:
            if far == token or words[far - 1] in ",:" or lower[far - 1] in CLAUSE_STARTERS:
                return far
            break
        if words[far] == ":" and far + 1 < ceiling:
            return far + 1
        if lower[far] == "that" and far + 1 < ceiling and not verb_inside(document, token, far):
            if far > token and lower[far - 1] in ("of", "for"):
                break
            if (
                any(word in ("'s", "’s") for word in lower[token:far])
                and lower[token] not in PREPOSITIONS
                and words[far - 1][0].islower()
                and lower[far - 1] not in TIMES
            ):
                break  # "denied the port's claim that"
            if (
                far > token
                and "o" not in frames
                and not (
                    lower[token] in PREPOSITIONS
                    or lower[token] in TIMES
                    or words[token][0].isupper()
                )
            ):
                break  # "proposed a plan that": the clause belongs to the noun
            if far == token and lower[far + 1] in BE:
                return far  # "said that was his view"
            return far + 1
        if words[far] in ".;" or (
            far > token and lower[far] in ("he", "she", "it", "they", "there")
        ):
            break
        if (
            words[far] == ","
            and far + 1 < ceiling
            and not document.is_mark[far + 1]
            and lower[far + 1] != "that"
        ):
            break
        far += 1
    if "o" in frames or "w" in frames:
        hearer = _hearer(document, token, ceiling)
        if hearer is None:
            return None
        token = skip_time(document, hearer, ceiling)
        if token >= ceiling:
            return None
    word, low = words[token], lower[token]
    if low in CLAUSE_STARTERS and low != "who" and low != "which":
        return token
    if "t" in frames and "c" not in frames:
        return None
    if "c" not in frames or (not word[0].isalnum() and word not in "$€£["):
        return None
    if low in PREPOSITIONS and low not in (
        "after",
        "before",
        "since",
        "until",
        "despite",
        "by",
        "under",
        "during",
    ):
        return None
    if low in ("and", "or", "but", "nor", "to", "by", "after", "before", "during", "since", "so"):
        return None
    end = end_of(document, token, ceiling)
    if cue.lemma not in _BARE:
        end = min(end, token + 14)
        return token if sure_verb(document, token, end) else None
    return token if verb_inside(document, token, end) else None


def sure_verb(document: Document, start: int, end: int) -> bool:
    """Whether a range holds an auxiliary or a common verb outside quotations."""
    lower = document.lower
    if _SURE.isdisjoint(lower[start:end]):
        return False
    return any(
        lower[token] in _SURE and not _possessive(document, token) for token in range(start, end)
    )


_SURE = PLAIN_VERBS | NEGATIONS
_SUBJECTS = PRONOUNS | {"that", "there", "this", "what", "where", "here", "how", "let"}


def _possessive(document: Document, token: int) -> bool:
    """Whether an ending in 's belongs to an owner and is no "is"."""
    return (
        document.lower[token] in ("'s", "’s")
        and token > 0
        and document.lower[token - 1] not in _SUBJECTS
    )


def _hearer(document: Document, token: int, ceiling: int) -> int | None:
    """The end of "reporters", "the newspaper", "him" after "told"."""
    words, lower = document.words, document.lower
    if lower[token] in (
        "him",
        "her",
        "them",
        "me",
        "us",
        "you",
        "it",
        "reporters",
        "lawmakers",
        "journalists",
    ):
        return token + 1
    start = token
    while token < ceiling and token - start < 12:
        if not document.outside(token) or words[token] in ",.:;":
            return None
        if token > start and (lower[token] in PRONOUNS or lower[token] in CLAUSE_STARTERS):
            return token
        if (
            token > start
            and lower[token] in DETERMINERS
            and lower[token - 1] not in PREPOSITIONS | {"and", "both", "all"}
        ):
            return token
        if token > start and lower[token] in TIMES:
            return token
        if (
            token > start
            and words[token][0].isupper()
            and words[token - 1][0].islower()
            and lower[token - 1] not in PREPOSITIONS | DETERMINERS | {"and"}
        ):
            return token
        token += 1
    return None


def start_before(document: Document, end: int, floor: int) -> Range | None:
    """The clause before a closing cue: "CLAUSE, X said"; `end` is the comma's place."""
    start = floor
    while start < end and document.lower[start] in (
        "and",
        "but",
        "however",
        ",",
        "meanwhile",
        "yet",
    ):
        start += 1
    for token in range(end - 1, start, -1):
        if document.words[token] == ";" and document.outside(token):
            start = token + 1
            break
    return (start, end) if end > start else None
