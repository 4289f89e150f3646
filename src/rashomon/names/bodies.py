"""Organisations: keys under which the ways to write one body agree."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from anyascii import anyascii

from rashomon.names.desk import Entity
from rashomon.names.tables import tables

_TOKEN = re.compile(r"[\w.&’'+]+")
_SMALL = frozenset("the of for and on a an to in".split())
_SPELLINGS = {
    "defense": "defence", "center": "centre", "labor": "labour", "organization": "organisation",
    "program": "programme", "theater": "theatre", "harbor": "harbour", "dept": "department",
    "corp": "corporation", "co": "company", "ltd": "limited", "intl": "international",
    "univ": "university", "govt": "government", "gov't": "government", "&": "and",
}  # fmt: skip
_LEGAL = frozenset("inc corporation company limited plc llc gmbh ag sa nv".split())
# Bodies of a state, whose name keeps its meaning in any order of its words: "Ministry of
# Defence", "Defence Ministry".
_STATE = frozenset(("ministry", "department", "embassy", "directorate", "treasury"))
_ONE_TOPIC = (
    (("foreign", "affairs"), ("foreign",)), (("external", "affairs"), ("foreign",)),
    (("internal", "affairs"), ("interior",)), (("defence", "national"), ("defence",)),
)  # fmt: skip


@lru_cache(maxsize=20_000)
def key(referent: str) -> tuple[str | None, tuple[str, ...]]:
    """The country that a body names, if any, and the rest of its words in one spelling."""
    known = tables()
    country: str | None = None
    words: list[str] = []
    rest = referent
    for table in (known.adjectives, known.places):
        for form, named in _long(table is known.places):
            if rest.startswith(form + " "):
                country, rest = named, rest[len(form) :]
    tokens = _TOKEN.findall(rest)
    state = any(token.casefold() in _STATE for token in tokens)
    for token in tokens:
        bare = re.sub(r"[’']s$", "", token)
        name = known.adjectives.get(bare) or known.places.get(bare)
        if name and state and country is None and len(tokens) > 1:
            country = known.seats.get(name, name)
            continue
        folded = anyascii(bare).casefold().strip(".’'")
        folded = _SPELLINGS.get(folded, folded)
        if folded not in _SMALL:
            words.append(folded)
    if country and not state:
        words.insert(0, country.casefold())
        country = None
    if len(words) > 1 and words[-1] in _LEGAL:
        words.pop()
    if state:
        for several, one in _ONE_TOPIC:
            if all(word in words for word in several):
                words = [word for word in words if word not in several] + list(one)
        words.sort()
    return country, tuple(words)


@lru_cache(maxsize=2)
def _long(places: bool) -> tuple[tuple[str, str], ...]:
    known = tables()
    table = known.places if places else known.adjectives
    held = [(form, name) for form, name in table.items() if " " in form and name in known.countries]
    return tuple(sorted(held, key=lambda item: (-len(item[0]), item)))


def grouped(entities: list[Entity]) -> list[tuple[list[Entity], set[str]]]:
    """Entities by body, each with the evidence of what was folded beyond spelling.

    A ministry without its country is the country's where the story has one such; capitals are
    the body that the story spells out under them.
    """
    by_key: dict[tuple[str | None, tuple[str, ...]], list[Entity]] = defaultdict(list)
    countries: dict[tuple[str, tuple[str, ...]], set[str]] = defaultdict(set)
    spelled: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entity in entities:
        country, words = key(entity.referent)
        if country:
            countries[(entity.story_id, words)].add(country)
        for form in entity.forms:
            if form.isupper() and " " not in form and form != entity.referent:
                spelled[(entity.story_id, form)].add(entity.referent)
    evidence: dict[tuple[str | None, tuple[str, ...]], set[str]] = defaultdict(set)
    for entity in entities:
        referent = entity.referent
        long = spelled.get((entity.story_id, referent), set())
        note = ""
        if len(long) == 1:
            (spelled_out,) = long
            note = f"{referent} is spelled out as {spelled_out} in the story"
            referent = spelled_out
        country, words = key(referent)
        if country is None and len(countries[(entity.story_id, words)]) == 1:
            (country,) = countries[(entity.story_id, words)]
            note = f"{referent}: the story has that of one country only, {country}"
        by_key[(country, words or (referent,))].append(entity)
        if note:
            evidence[(country, words or (referent,))].add(note)
    order = sorted(by_key, key=lambda k: (k[0] or "", k[1]))
    return [(by_key[k], evidence[k]) for k in order]


def forget() -> None:
    """Drop what was kept of the tables, after they changed."""
    key.cache_clear()
    _long.cache_clear()
