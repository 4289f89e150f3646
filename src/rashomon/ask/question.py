"""What a question asks for: its words, the names in it, and the kind of answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from rashomon.ask.words import STOP, WORD, fold, stem

Kind = Literal[
    "person", "time", "place", "count", "money", "duration", "age", "speed", "length", "often",
    "quantity", "reason", "statement", "open",
]  # fmt: skip
# Characters of a question that are read.
MOST = 400

# (pattern, kind); the first that fits says it.
_KINDS: tuple[tuple[str, Kind], ...] = (
    (r"\bhow (?:often|many times)\b", "often"),
    (r"\bhow many (?:days|weeks|months|years|hours|minutes)\b", "duration"),
    (r"\bhow many\b", "count"),
    (r"\bhow (?:much|expensive)\b|\bwhat (?:\w+ ){0,4}(?:cost|price|pay|paid|earn|earns|salary)\b", "money"),
    (r"\bhow long (?:is|was|are|were) the\b(?!.*\b(?:off|out|held|closed|away|open|detained|talks?)\b)", "length"),
    (r"\bhow long\b", "duration"),
    (r"\bhow old\b|\bwhat age\b", "age"),
    (r"\bhow (?:fast|strong|quick|quickly)\b|\bat what speed\b", "speed"),
    (r"\bhow (?:far|deep|high|tall|wide|thick)\b", "length"),
    (r"\bhow (?:large|big|heavy|great|hot|cold)\b", "quantity"),
    (r"\b(?:when|since when|until when|(?:what|which) (?:day|date|year|month|time|week))\b", "time"),
    (r"\b(?:where|(?:what|which) (?:city|town|place|country|village|port|harbou?r))\b", "place"),
    (r"\bwhy\b|\bfor what reason\b|\bwhat (?:caused|causes|triggered)\b|\bwhat (?:is|was) the cause\b", "reason"),
    (r"\b(?:who|whom|whose|(?:what|which) (?:person|man|woman|minister|politician))\b", "person"),
)  # fmt: skip
_KIND = tuple((re.compile(p, re.IGNORECASE), k) for p, k in _KINDS)
_SAID = re.compile(
    r"\b(?:what|how)\b.*\b(?:did|does|do|has|have|had|was|were)\b.*\b"
    r"(?:say|said|think|believe|claim|call|called|demand|deny|promise|warn|answer|argue|add|"
    r"respond|react|comment|explain|stress|tell|told)\b",
    re.IGNORECASE,
)
# "Who is the fire chief?", "Who was the captain of the ship?": a role, and no deed.
_ROLE = re.compile(
    r"^\W*who(?:m)? (?:is|was|are|were) (?:the |a |an )?(?:new |former |current |present )?(?P<role>.+?)\W*$",
    re.IGNORECASE,
)
_WHO_SAID = re.compile(
    r"\bwho\b(?: \w+){0,2} (?:said|says|claim(?:ed|s)|called|calls|denie[ds]|believe[ds]|thinks|thought"
    r"|warn(?:ed|s)|promise[ds]|demand(?:ed|s)|announce[ds])\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\bhow many (?P<head>[^?]{1,80})", re.IGNORECASE)
# "Who was arrested?": what was done to somebody is no role.
_DONE_TO = re.compile(
    r"\w+ed\b|(?:held|hurt|shot|found|seen|born|sent|taken|hit|told|given|left|beaten|chosen|going)\b",
    re.I,
)
_AHEAD = re.compile(
    r"\b(?:will|shall|(?:is|are) (?:to|going|due|expected|planned))\b", re.IGNORECASE
)
_DAY = re.compile(r"\b(?:what|which) (?:day|date)\b", re.IGNORECASE)
# Verbs that end what is counted: "how many people | were ...".
_VERB = frozenset(
    "were was are is did do does have has had died live lived will would can could got took"
    " remain remained work worked came went".split()
)
# Words that say no more than what kind of answer is wanted, by kind.
_ASKS: dict[Kind, frozenset[str]] = {
    "count": frozenset(("number", "persons", "people", "person")),
    "money": frozenset(("cost", "costs", "price", "much", "pay", "crowns", "dollars", "euros")),
    "duration": frozenset("long minutes hours days weeks months years".split()),
    "age": frozenset(("old", "age", "years")),
    "speed": frozenset(("fast", "strong", "quick", "speed")),
    "length": frozenset(("far", "long")),
    "quantity": frozenset(("large", "big", "great", "expected")),
    "time": frozenset("day date year month time week place".split()),
    "place": frozenset(("city", "town", "place", "country")),
    "often": frozenset(("often", "times")),
    "reason": frozenset(("reason", "cause")),
    "person": frozenset(("new", "person", "man", "woman")),
}


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a question. `name` says that it stands with a capital inside the question."""

    word: str
    stem: str
    name: bool


@dataclass(frozen=True, slots=True)
class Question:
    """`terms` are the words that an answer has to hold, in their order. `role` says that it asks
    who has a role, `identity` that it asks who somebody is, `counted` the stems of what is counted, `who_said` that it asks who said it;
    `planned` that it asks for what is to come, `to_the_day` for a day and not a week."""

    text: str
    kind: Kind
    terms: tuple[Term, ...]
    role: bool
    identity: bool
    counted: tuple[str, ...]
    who_said: bool
    planned: bool
    to_the_day: bool


def parse(text: str) -> Question:
    """What `text` asks for; any text is some question."""
    text = " ".join(text[:MOST].split())
    kind = _kind(text)
    if kind in ("open", "money") and _SAID.search(text):
        kind = "statement" if kind == "open" else kind
    asks = _ASKS.get(kind, frozenset())
    terms: dict[str, Term] = {}
    for n, match in enumerate(WORD.finditer(text)):
        word = match.group()
        folded = fold(word)
        capital = word[0].isupper() and n > 0
        if (folded in STOP or folded in asks) and not capital:
            continue
        if kind == "statement" and _SAID.search(f"what did x {folded}") and not capital:
            continue
        one = stem(word)
        if one and one not in terms:
            terms[one] = Term(word, one, capital)
    asked = _ROLE.match(text) if kind == "person" else None
    role = bool(asked and not _DONE_TO.match(asked["role"]))
    return Question(
        text,
        kind,
        tuple(terms.values()),
        role,
        role and all(t.name for t in terms.values()),
        _counted(text) if kind == "count" else (),
        bool(_WHO_SAID.search(text)),
        bool(_AHEAD.search(text)),
        bool(_DAY.search(text)),
    )


def _kind(text: str) -> Kind:
    """The kind that the first asking word asks for: "who said where" asks who."""
    first: tuple[int, int, Kind] | None = None
    for n, (pattern, kind) in enumerate(_KIND):
        if (match := pattern.search(text)) and (first is None or (match.start(), n) < first[:2]):
            first = (match.start(), n, kind)
    return "open" if first is None else first[2]


def _counted(text: str) -> tuple[str, ...]:
    """The stems of what is counted: of "how many members of the crew are ...", "member"."""
    match = _COUNTED.search(text)
    if match is None:
        return ()
    found = []
    for word in match["head"].split():
        bare = fold(re.sub(r"\W+$", "", word))
        if bare in _VERB or bare == "of":
            break
        found.append(stem(bare))
    return tuple(found[-1:])
