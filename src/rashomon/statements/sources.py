"""The noun phrase that names a source, before or after its verb, without a parser."""

from __future__ import annotations

from rashomon.statements.document import Document, Range
from rashomon.statements.words import (
    AUXILIARIES,
    BODY_NOUNS,
    COMMON_VERBS,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    LINKS,
    PERSON_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
)

_BESIDE = frozenset("familiar close present aware knowledgeable party privy known".split())
_ISSUED = frozenset(("published", "released", "issued", "conducted"))
_WITHIN = frozenset(("without", "against", "for", "over", "behind"))
_STOPS = frozenset(',;:()[]—–?!."“”«»')


# Nouns of news that end as adverbs do.
_NOUNS_IN_LY = frozenset(
    "family ally assembly rally bully monopoly anomaly supply reply homily butterfly fly doily "
    "panoply belly jelly oligopoly tally folly gully melancholy".split()
)


def is_adverb(lower: str) -> bool:
    """Whether a word in lower case ends as adverbs do: "quickly", and not "family"."""
    return lower.endswith("ly") and len(lower) > 4 and lower not in _NOUNS_IN_LY


def _noun_like(document: Document, token: int) -> bool:
    word, lower = document.words[token], document.lower[token]
    if not word[0].isalnum():
        return False
    if lower in AUXILIARIES or lower in CONJUNCTIONS or lower in COMMON_VERBS:
        return word[0].isupper() and lower in ("may", "will")
    return lower not in PREPOSITIONS and lower not in PRONOUNS


def _verb_like(document: Document, token: int) -> bool:
    """A lower-case form in -ed or a common verb that is likely the verb of another clause."""
    lower = document.lower[token]
    if document.words[token][0].isupper():
        return False
    return lower in AUXILIARIES or lower in COMMON_VERBS


def before(document: Document, end: int, floor: int) -> Range | None:
    """The source whose last token is before `end`, not reaching below token `floor`."""
    token = end - 1
    if token < floor:
        return None
    if document.lower[token] in TIMES and document.lower[token] != "may":
        # "a study published on Monday"
        at = token
        while at > floor and (
            document.lower[at] in TIMES or document.lower[at] in ("on", "in", "the")
        ):
            at -= 1
        token = at
    if token > floor and document.lower[token] in _ISSUED:
        return _phrase(document, token, floor)
    if document.words[token] in (",", "–", "—", ")"):
        return _past_apposition(document, token, floor)
    return _phrase(document, end, floor)


def _phrase(document: Document, end: int, floor: int) -> Range | None:
    token = end - 1
    lower = document.lower[token]
    if lower in PRONOUNS:
        return (token, end)
    if document.is_mark[token] and token > floor:  # a quoted name: the 'Orlan' group
        return None
    if not _noun_like(document, token) or (lower in TIMES and lower not in ("may",)):
        return (token, end) if lower in ("some", "many", "others", "most", "few", "both") else None
    start = token
    while start > floor:
        word, lower = document.words[start - 1], document.lower[start - 1]
        if document.words[start] == "'s" or document.words[start] == "’s":
            start -= 1
            continue
        if word in ("'s", "’s", "&", "-", "/", "'", "’"):
            start -= 1
            continue
        if document.words[start] == "&" and word[0].isupper():
            start -= 1  # "AT&T", "On & Off"
            continue
        if lower in DETERMINERS and lower != "that":
            start -= 1
            if start > floor and document.lower[start - 1] == "of":
                start -= 1
                continue
            if (
                start - 2 >= floor
                and document.lower[start - 1] == "and"
                and _joined(document, start - 1, floor)
            ):
                start -= 1
                continue
            if (
                start - 3 >= floor
                and document.lower[start - 1] in LINKS
                and _attached(document, start - 2)
            ):
                start -= 2
                continue
            if not _linked(document, start, floor):
                break
            start -= 1
            continue
        if lower in LINKS:
            if not _linked(document, start, floor) and lower != "of":
                break
            if start - 3 >= floor and _attached(document, start - 2):
                start -= 2  # "people briefed on the matter"
                continue
            if start - 2 < floor or not _noun_like(document, start - 2):
                break
            if lower in ("in", "on", "to", "from", "with", "at", "under", "for") and not (
                document.lower[start - 2] in PERSON_NOUNS
                or document.lower[start - 2] in BODY_NOUNS
                or document.words[start - 2][0].islower()
            ):
                break
            start -= 1
            continue
        if lower == "and" and start - 3 >= floor and document.words[start - 2] == ",":
            begin = _series(document, start - 2, floor)
            if begin is None:
                break
            return (begin, end)
        if lower == "and" and start - 2 >= floor and _joined(document, start - 1, floor):
            start -= 1
            continue
        if not _noun_like(document, start - 1) or word in _STOPS:
            break
        if is_adverb(lower) and not word[0].isupper():
            break
        start -= 1
    while start < end and (
        document.lower[start] in ("and", "but", "so", "yet", "then", "later", "of", "however")
        or (document.lower[start] in TIMES and document.lower[start] not in ("may", "this", "last"))
    ):
        start += 1
    return (start, end) if start < end else None


def _attached(document: Document, token: int) -> bool:
    """Whether a participle or adjective hangs on a noun of people: "officials familiar"."""
    lower = document.lower[token]
    return (lower in _BESIDE or lower.endswith("ed")) and document.lower[token - 1] in PERSON_NOUNS


def _linked(document: Document, start: int, floor: int) -> bool:
    """Whether the preposition or determiner before `start` hangs on a noun of people or bodies."""
    at = start - 1
    if at - 1 < floor or document.lower[at] not in LINKS:
        return False
    noun = document.lower[at - 1]
    return noun in PERSON_NOUNS or noun in BODY_NOUNS or document.lower[at] == "of"


def _series(document: Document, comma: int, floor: int) -> int | None:
    """The start of a list of names that ends with the comma before "and": "A, B, and C"."""
    start = comma
    while start - 1 >= floor and document.words[start] == ",":
        at = start
        while at - 1 >= floor and document.words[at - 1][0].isupper():
            at -= 1
        if at == start:
            return None
        start = at
        if start - 1 >= floor and document.words[start - 1] == ",":
            start -= 1
        else:
            return start
    return start if start < comma else None


def _joined(document: Document, token: int, floor: int) -> bool:
    """Whether the "and" at `token` joins two names or two groups, not two clauses."""
    left, right = document.words[token - 1], document.words[token + 1]
    if document.lower[token - 1] in DAYS:
        return False
    if left[0].isupper() and (
        right[0].isupper() or document.lower[token + 1] in ("the", "his", "her", "their")
    ):
        return True
    return _several(document.lower[token - 1]) and right[0].islower()


def _several(lower: str) -> bool:
    """Whether a word means people or bodies: "officials", "companies", "outlets"."""
    if lower in PERSON_NOUNS:
        return True
    single = lower[:-3] + "y" if lower.endswith("ies") else lower.removesuffix("s")
    return lower.endswith("s") and (single in BODY_NOUNS or single in PERSON_NOUNS)


def _leading_name(document: Document, close: int, floor: int) -> Range | None:
    """The name that opens "Rika Hasso, a clerk at the port of Brill, Velmark, and a poet, said"."""
    at = floor
    while at < close and document.words[at][0].isupper() and document.words[at][0].isalpha():
        if document.lower[at] in DETERMINERS | PREPOSITIONS | CONJUNCTIONS | DAYS | TIMES:
            return None
        at += 1
    if not 2 <= at - floor <= 5 or document.words[at] != "," or at + 2 >= close:
        return None
    if document.lower[at + 1] not in ("a", "an", "the", "who", "whose", "one", "now"):
        return None
    series = any(
        document.lower[near] == "and" and document.words[near + 1][0].isupper()
        for near in range(at + 1, close - 1)
    )
    return None if series else (floor, at)


def _past_apposition(document: Document, close: int, floor: int) -> Range | None:
    """The head before ", the deputy minister," or ", 43," or " (MoD)" that ends at `close`."""
    if document.words[close] == "," and (named := _leading_name(document, close, floor)):
        return named
    mark = document.words[close]
    opening = {",": ",", ")": "(", "–": "–", "—": "—"}[mark]
    token = close - 1
    while token > floor:
        if document.words[token] == opening:
            break
        if document.words[token] in (";", ":") or not document.outside(token):
            return None
        token -= 1
    else:
        return None
    if close - token > 30 or token == close - 1:
        return None
    if document.words[token - 1] == ")" and token - 5 > floor:
        opened = next(
            (at for at in range(token - 2, token - 5, -1) if document.words[at] == "("), 0
        )
        token = opened or token  # "Bo Lind (D-Dorsel), who ..., said"
    head = _phrase(document, token, floor)
    if head is None:
        return None
    if (
        mark == ","
        and all(
            document.words[at][0].isupper()
            or document.lower[at] in ("de", "van", "von", "al", "bin")
            for at in range(token + 1, close)
        )
        and document.words[head[1] - 1][0].islower()
    ):
        return (token + 1, close)  # "His spokesman, Vikram Desai, said"
    capitals = token + 1
    while capitals < close and document.words[capitals][0].isupper():
        capitals += 1
    if (
        mark == ","
        and capitals - token > 2
        and head[0] > 0
        and document.lower[head[0] - 1] in LINKS
        and document.words[head[0]][0].islower()
        and document.lower[head[0]] not in DETERMINERS
    ):
        return (
            token + 1,
            capitals,
        )  # "After her prize for best actress, Ana Petrell of Brill, said"
    name = document.words[head[1] - 1]
    if head[0] and document.lower[head[0] - 1] in ("at", "from", "with", "for") and mark == ",":
        # "Rika Hasso, a tutor at the College of Dorsel, Brill, wrote"
        before = next(
            (
                at
                for at in range(head[0] - 2, max(floor, head[0] - 10), -1)
                if document.words[at] == ","
            ),
            None,
        )
        named = _phrase(document, before, floor) if before is not None and before > floor else None
        if named is not None and document.words[named[1] - 1][0].isupper():
            return named
    if name[0].isupper() or document.lower[head[1] - 1] in PERSON_NOUNS | BODY_NOUNS:
        # Lists of places ("In Kyiv, Ukraine, officials said") and times are no apposition.
        if document.lower[head[1] - 1] in DAYS:
            return None
        # "A, B, and C": the comma belongs to a longer apposition.
        if (
            head[0] - 1 >= floor
            and document.words[head[0] - 1] == ","
            and document.lower[head[0]] in ("the", "a", "an")
        ):
            outer = _phrase(document, head[0] - 1, floor) if head[0] - 1 > floor else None
            if outer is not None and document.words[outer[1] - 1][0].isupper():
                return outer
        return head
    if document.words[token] == ",":
        further = token
        steps = 0
        while further > floor and steps < 3:
            further -= 1
            if document.words[further] == ",":
                steps += 1
                head = _phrase(document, further, floor)
                if head is not None and document.words[head[1] - 1][0].isupper():
                    return head
    return None


def _made(lower: str) -> bool:
    """Whether a word may be a participle before "by": "released", "kept"."""
    return lower.endswith("ed") or lower in ("kept", "made", "seen", "written", "drawn", "taken")


def _one_of_them(document: Document, token: int, ceiling: int) -> bool:
    """Whether "one" stands before its noun: "One student told"."""
    if document.lower[token] != "one" or token + 1 >= ceiling:
        return False
    noun = document.lower[token + 1]
    return noun == "of" or noun in PERSON_NOUNS or noun.endswith(("er", "or", "ist", "man", "ant"))


def _within_name(document: Document, token: int, ceiling: int) -> bool:
    """Whether a preposition in capitals stands between two words of a name."""
    return (
        document.words[token][0].isupper()
        and document.words[token - 1][0].isupper()
        and token + 1 < ceiling
        and document.words[token + 1][0].isupper()
    )


def _owned(document: Document, token: int) -> bool:
    """Whether a word goes on with a noun phrase: "her | fellow keeper", and not "her | that"."""
    lower = document.lower[token]
    if not _noun_like(document, token) or _verb_like(document, token) or is_adverb(lower):
        return False
    return lower not in DETERMINERS and (lower not in TIMES or lower == "late")


def after(document: Document, start: int, ceiling: int) -> Range | None:
    """The source that begins at `start`: "said SOURCE", "according to SOURCE"."""
    token = start
    if token >= ceiling:
        return None
    alone = document.lower[token] in PRONOUNS or document.lower[token] in ("him", "her", "them")
    if alone and document.lower[token] == "her" and token + 1 < ceiling:
        alone = not _owned(document, token + 1)
    if alone and not _one_of_them(document, token, ceiling):
        return (token, token + 1)
    while token < ceiling:
        word, lower = document.words[token], document.lower[token]
        if word in ("'s", "’s", "&", "'", "’"):
            token += 1
        elif word[0].isupper() and token + 1 < ceiling and document.words[token + 1] == "&":
            token += 2
        elif lower in DETERMINERS:
            if (
                token > start
                and document.lower[token - 1] not in LINKS | {"all", "and", "both"} | DETERMINERS
            ):
                break
            token += 1
        elif lower in _WITHIN and token > start and _within_name(document, token, ceiling):
            token += 1  # "Pilots Without Oars"
        elif lower in LINKS:
            if token == start or token + 1 >= ceiling:
                break
            nearby = document.lower[token + 1]
            if nearby in TIMES or nearby.isdigit():
                break
            noun = document.lower[token - 1]
            if lower != "of" and not (
                noun in PERSON_NOUNS
                or noun in BODY_NOUNS
                or (token - 2 >= start and _attached(document, token - 1))
            ):
                break
            token += 1
        elif lower == "by":
            if token == start or not _made(document.lower[token - 1]):
                break
            token += 1  # "data released by the ministry"
        elif lower == "and":
            if not (token > start and token + 1 < ceiling and _joined(document, token, start)):
                break
            token += 1
        elif (
            lower in TIMES
            and lower not in ("may", "this", "last")
            and not (word[0].isupper() and document.words[token - 1] in ("'s", "’s"))
        ):
            break  # and not "the Rowers' March"
        elif _noun_like(document, token) and not _verb_like(document, token):
            if is_adverb(lower) and word[0].islower():
                break
            token += 1
        else:
            break
    while token > start and (
        document.lower[token - 1] in LINKS
        or document.lower[token - 1] in DETERMINERS
        or document.lower[token - 1] in ("and", "by")
    ):
        token -= 1
    return (start, token) if token > start else None
