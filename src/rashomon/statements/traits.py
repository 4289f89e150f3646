"""What the words beside a name tell of its bearer: office, age, party, state, and whether he or she."""

from __future__ import annotations

import re

from rashomon.statements.document import Document, Range
from rashomon.statements.words import (
    AUXILIARIES,
    COMMON_VERBS,
    CONJUNCTIONS,
    DETERMINERS,
    PERSON_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
)

# Nouns for people by their ending; PERSON_NOUNS has the others.
_AGENT = re.compile(r"(?:[a-z]{3,}(?:er|or|ist|ian|ant|ess|eer|eur)|[a-z]+(?:man|woman|person))$")
_NO_AGENT = frozenset(
    "after under over other another rather never ever either whether however together number "
    "member's former later earlier per order paper newspaper power water winter summer november "
    "october september december quarter center letter matter for or nor more major minor senior "
    "junior prior interior exterior russian ukrainian iranian indian italian canadian australian "
    "persian belgian brazilian egyptian syrian libyan austrian norwegian important significant "
    "constant assistant human german woman's error terror less press process success".split()
)
_PEOPLE = frozenset(
    "advocates allies immigrants migrants executives delegates graduates magistrates dissidents "
    "detainees employees refugees attendees nominees parents children brothers sisters twins "
    "families conservatives liberals progressives moderates loyalists rebels troops".split()
)
FEMALE_NOUNS = frozenset(
    "woman spokeswoman chairwoman congresswoman businesswoman actress queen princess duchess mother "
    "daughter wife sister aunt grandmother niece girl lady waitress hostess widow girlfriend".split()
)
MALE_NOUNS = frozenset(
    "man spokesman chairman congressman businessman king prince duke father son husband brother "
    "uncle grandfather nephew boy gentleman waiter widower boyfriend fisherman".split()
)
_STOPS = frozenset("said says told by with in at to from as".split())
# States of the United States as news shortens them, dots and spaces left out.
_STATES: dict[str, str] = dict(
    pair.split("=")
    for pair in (
        "ala=alabama al=alabama ak=alaska alaska=alaska ariz=arizona az=arizona ark=arkansas "
        "ar=arkansas calif=california ca=california colo=colorado co=colorado conn=connecticut "
        "ct=connecticut del=delaware de=delaware fla=florida fl=florida ga=georgia hawaii=hawaii "
        "hi=hawaii idaho=idaho id=idaho ill=illinois il=illinois ind=indiana in=indiana iowa=iowa "
        "ia=iowa kan=kansas kans=kansas ks=kansas ky=kentucky la=louisiana maine=maine me=maine "
        "md=maryland mass=massachusetts ma=massachusetts mich=michigan mi=michigan minn=minnesota "
        "mn=minnesota miss=mississippi ms=mississippi mo=missouri mont=montana mt=montana "
        "neb=nebraska ne=nebraska nev=nevada nv=nevada nh=hampshire nj=jersey nm=mexico ny=york "
        "nc=carolina nd=dakota ohio=ohio oh=ohio okla=oklahoma ok=oklahoma ore=oregon or=oregon "
        "pa=pennsylvania ri=rhode sc=carolina sd=dakota tenn=tennessee tn=tennessee texas=texas "
        "tex=texas tx=texas utah=utah ut=utah vt=vermont va=virginia wash=washington "
        "wa=washington wva=virginia wv=virginia wis=wisconsin wi=wisconsin wyo=wyoming wy=wyoming"
    ).split()
)
STATES = frozenset(_STATES.values())
_PARTIES = {"D": "democrat", "R": "republican", "I": "independent"}
_BRACKETED = re.compile(
    r"(?:'s|’s)?\s*(?:\((?P<a>[DRI])?\.?[-–—, ]*(?P<b>[A-Z][A-Za-z. ]{0,8})?\)"
    r"|,\s*(?P<c>[DRI])[-–—](?P<d>[A-Z][A-Za-z.]{1,6})(?=[,. )]))"
)
_AGE = re.compile(r",\s*(?:aged\s+)?(?P<age>\d{2})\b(?=\s*[,.;)]|\s+(?:who|of|from|and|said|told))")
_YEAR_OLD = re.compile(r"(?P<age>\d{1,3})[- ]year[- ]old\b[\w ,-]{0,40}$")


def agent(word: str) -> bool:
    """Whether a word in lower case is a noun for one person: "pollster", "teacher"."""
    if word in PERSON_NOUNS:
        return True
    return word not in _NO_AGENT and _AGENT.match(word) is not None


def people(noun: str) -> bool:
    """Whether a plural in lower case is of people: "advocates", "backers"."""
    return noun.endswith("s") and (agent(noun[:-1]) or noun in _PEOPLE)


def before(
    document: Document, start: int, taken: set[int], nouns: frozenset[str] | None = None
) -> list[str]:
    """Words of the title or description right before a name, if its last word is a person's.

    With `nouns` given, its last word must be one of them instead.
    """
    words: list[str] = []
    at, floor = start - 1, max(0, start - 8)
    while at >= floor and (
        document.words[at][0].isalnum() or document.words[at] in ("'s", "’s", "-")
    ):
        lower = document.lower[at]
        if (
            lower in PRONOUNS
            or at in taken
            or lower in COMMON_VERBS
            or lower in AUXILIARIES
            or lower in CONJUNCTIONS
            or lower in _STOPS
            or (lower in PREPOSITIONS and words and agent(words[-1].lower()))  # "for Governor X"
            or (lower.endswith("ed") and at > 0 and agent(document.lower[at - 1]))  # a verb
            or (not words and nouns is not None and lower not in nouns)
            or (not words and nouns is None and not agent(lower) and document.words[at].islower())
        ):
            break
        words.append(document.words[at])
        at -= 1
    return words


def after(document: Document, end: int) -> list[str]:
    """Words of the apposition behind a name: ", the deputy minister of trade,"."""
    words: list[str] = []
    if (
        end + 1 >= document.size
        or document.words[end] not in (",", "(", "–", "—")
        or document.paragraph[end] != document.paragraph[end - 1]
        or document.lower[end + 1] in PREPOSITIONS
        or document.lower[end + 1].endswith("ing")
    ):
        return words
    for at in range(end + 1, min(end + 10, document.size)):
        lower = document.lower[at]
        if lower.isdigit() or (words and lower in ("and", "of", "for", "the", "-")):
            continue
        if (
            not document.words[at][0].isalnum()
            or lower in AUXILIARIES
            or lower in COMMON_VERBS
            or lower in PRONOUNS
            or lower in CONJUNCTIONS
            or lower in ("said", "told")
        ):
            break
        words.append(document.words[at])
    return words


def predicate(document: Document, end: int) -> list[str]:
    """Words that a sentence says its subject is: "Ada Brill is the oldest general of the island"."""
    words: list[str] = []
    if end + 2 >= document.size or document.lower[end] not in ("is", "was", "became", "remains"):
        return words
    if document.lower[end + 1] not in ("a", "an", "the"):
        return words
    for at in range(end + 2, min(end + 9, document.size)):
        lower = document.lower[at]
        if not document.words[at][0].isalnum() or lower in PREPOSITIONS | CONJUNCTIONS:
            break
        words.append(document.words[at])
    return words if words and agent(words[-1].lower()) else []


def age(document: Document, span: Range) -> int | None:
    """The age that stands beside a name: "Ada Brill, 56," or "56-year-old Ada Brill"."""
    start, end = document.chars(span)
    match = _AGE.match(document.text, end, end + 16)
    if match is None and document.text.find("old", max(0, start - 60), start) >= 0:
        match = _YEAR_OLD.search(document.text, max(0, start - 60), start)
    return int(match.group("age")) if match else None


def seat(document: Document, span: Range) -> list[str]:
    """Party and state of a politician as news puts them behind the name: "(D-Md.)", "(R)"."""
    end = document.chars(span)[1]
    match = _BRACKETED.match(document.text, end, end + 24)
    if match is None:
        return []
    party = match.group("a") or match.group("c")
    place = re.sub(r"[. ]", "", match.group("b") or match.group("d") or "").lower()
    found = [_PARTIES[party]] if party else []
    if place in _STATES and (party or place):
        found.append(_STATES[place])
    return found


def plain(words: list[str]) -> list[str]:
    """Words that describe, in lower case, without articles and prepositions."""
    lower = [word.lower() for word in words]
    return [word for word in lower if word not in DETERMINERS and word not in PREPOSITIONS]
