"""Whether two descriptions of persons can be of one person."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rashomon.names.tables import tables

# Offices that outlets call by several words. General knowledge.
_ONE_OFFICE = {
    "spokeswoman": "spokesman", "spokesperson": "spokesman", "spokespeople": "spokesman",
    "premier": "prime minister", "pm": "prime minister", "advisor": "adviser", "aide": "adviser",
    "chairwoman": "chairman", "chairperson": "chairman", "chair": "chairman",
    "congresswoman": "congressman", "representative": "congressman", "rep": "congressman",
    "sen": "senator", "gov": "governor", "pres": "president", "presidents": "president",
    "attorney": "lawyer", "head": "chief", "boss": "chief", "director": "chief", "mp": "lawmaker",
    "lawmaker": "lawmaker", "legislator": "lawmaker", "deputy": "deputy", "gen": "general",
}  # fmt: skip
_LEADERS = frozenset(("president", "prime minister", "chancellor", "king", "emperor", "dictator"))
# Words that many persons of one story have in common and that therefore agree on nothing.
_GENERAL = frozenset("official officials leader leaders resident expert analyst journalist".split())
_PREPOSITIONS = frozenset("of for to at from by with in on under who".split())
_TOKEN = re.compile(r"[\w.]+(?:-\w+)*")


@dataclass(frozen=True, slots=True)
class Role:
    """A description as sets: offices, the words before them, countries."""

    heads: frozenset[str]
    modifiers: frozenset[str]
    countries: frozenset[str]


@lru_cache(maxsize=1)
def _long_countries() -> tuple[tuple[str, str], ...]:
    """Countries and their adjectives of several words: "South Korean"."""
    known = tables()
    forms = {**known.places, **known.adjectives}
    return tuple((f, name) for f, name in forms.items() if " " in f and name in known.countries)


@lru_cache(maxsize=20_000)
def role(text: str) -> Role:
    """The parts of a title or description."""
    known = tables()
    heads, modifiers, countries = set(), set(), set()
    cleaned = re.sub(r"[’']s\b", "", text)
    for form, named in _long_countries():
        if form in cleaned:
            countries.add(named)
    tokens = _TOKEN.findall(cleaned)
    # "spokesman for the president" is no president.
    own = next((n for n, token in enumerate(tokens) if token in _PREPOSITIONS), len(tokens))
    for place, token in enumerate(tokens):
        country = known.adjectives.get(token) or known.places.get(token)
        folded = token.casefold().rstrip(".")
        if (
            folded not in known.role_heads
            and folded[-1:] == "s"
            and folded[:-1] in known.role_heads
        ):
            folded = folded[:-1]
        if country:
            countries.add(known.seats.get(country, country))
        elif token in known.metonyms:
            countries.add(known.metonyms[token])
        elif folded == "minister" and 0 < place < own and tokens[place - 1].casefold() == "prime":
            heads.add("prime minister")
            modifiers.discard("prime")
        elif place < own and (folded in known.role_heads or folded in _ONE_OFFICE):
            heads.add(_ONE_OFFICE.get(folded, folded))
        elif folded in known.role_modifiers or (place > own and folded in known.role_heads):
            modifiers.add(folded)
    return Role(frozenset(heads), frozenset(modifiers - {"former", "ex"}), frozenset(countries))


def against(said: Role, roles: Iterable[Role]) -> bool:
    """Whether the title of a lone surname speaks against a person who has `roles`.

    Only the highest offices do: one who is called president is not whom the article names in
    full with other callings alone, or with none.
    """
    return bool(said.heads & _LEADERS) and not any(agree(said, other) for other in roles)


def agree(one: Role, other: Role, *, closely: bool = False) -> bool:
    """Whether two roles share an office and no country stands against it.

    `closely` asks for a country or a modifier in common as well.
    """
    if one.countries and other.countries and not one.countries & other.countries:
        return False
    shared = (one.heads & other.heads) - _GENERAL
    if not shared and not (
        ("leader" in one.heads and other.heads & _LEADERS)
        or ("leader" in other.heads and one.heads & _LEADERS)
    ):
        return False
    if not closely:
        return True
    return bool(one.countries & other.countries or one.modifiers & other.modifiers)
