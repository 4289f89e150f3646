"""The tables of names: places, given names, titles, words of organisations.

All are general knowledge, kept as text files in `data/` and read once. Users add places and other
spellings of them with a file of the shape of `data/places.txt`, named in the environment variable
RASHOMON_PLACES when a process starts, or at run time by `names.use`.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

ENVIRONMENT = "RASHOMON_PLACES"


@dataclass(slots=True)
class Tables:
    """Everything the stage knows beforehand. Forms are exact spellings unless said otherwise.

    `places` and `organisations` map a form to the name shown; `seats` maps the shown name of a
    seat of government to its country, `metonyms` a form to it; `adjectives` a demonym to its
    country. `given` maps a casefolded given name to the numbers of its classes, each with its
    kind: 0 spelling, 1 another language, 2 short form, 3 a neighbouring language. Word sets are casefolded.
    """

    places: dict[str, str] = field(default_factory=dict)
    countries: frozenset[str] = frozenset()
    seats: dict[str, str] = field(default_factory=dict)
    metonyms: dict[str, str] = field(default_factory=dict)
    adjectives: dict[str, str] = field(default_factory=dict)
    adjectives_of: dict[str, tuple[str, ...]] = field(default_factory=dict)
    organisations: dict[str, str] = field(default_factory=dict)
    organisation_heads: frozenset[str] = frozenset()
    organisation_of: frozenset[str] = frozenset()
    organisation_starts: frozenset[str] = frozenset()
    no_place: frozenset[str] = frozenset()
    media_heads: frozenset[str] = frozenset()
    place_heads: frozenset[str] = frozenset()
    no_name: frozenset[str] = frozenset()
    given: dict[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    role_heads: frozenset[str] = frozenset()
    role_modifiers: frozenset[str] = frozenset()
    courtesy: frozenset[str] = frozenset()
    time_words: frozenset[str] = frozenset()
    function_words: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    not_names: frozenset[str] = frozenset()


def _lines(name: str) -> list[str]:
    text = files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _sections(name: str) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    for line in _lines(name):
        if line.startswith("["):
            current = sections.setdefault(line.strip("[] \n"), [])
        else:
            current.append(line)
    return sections


def _words(lines: list[str]) -> frozenset[str]:
    return frozenset(word.casefold() for line in lines for word in line.split())


def _forms(line: str) -> list[list[str]]:
    return [[form.strip() for form in entry.split("=")] for entry in line.split(";")]


def _read_countries(tables: Tables) -> None:
    countries = set()
    for line in _lines("countries.tsv"):
        name, others, adjectives, seat, metonyms = line.split("|")
        countries.add(name)
        for form in [name, *filter(None, others.split(";"))]:
            tables.places[form] = name
        own = tuple(filter(None, adjectives.split(";")))
        tables.adjectives_of[name] = own
        for form in own:
            tables.adjectives[form] = name
        if seat:
            tables.places.setdefault(seat, seat)
            tables.seats[seat] = name
        for form in filter(None, metonyms.split(";")):
            tables.metonyms[form] = name
    tables.countries = frozenset(countries)


def _read_places(tables: Tables, lines: list[str], *, over: bool = False) -> None:
    for line in lines:
        for forms in _forms(line):
            # A country's own form is never taken by a town of that name; a user's file may.
            shown = tables.places.get(forms[0], forms[0]) if over else forms[0]
            for form in forms:
                if form and (over or tables.places.get(form, form) == form):
                    tables.places[form] = shown


_chosen: Path | None = None


def choose(path: str | Path | None) -> None:
    """Extend the table of places by the file at `path`; None goes back to the table alone.

    Raises OSError where the file cannot be read, UnicodeDecodeError where it is not UTF-8.
    """
    global _chosen
    if path is not None:
        Path(path).read_text(encoding="utf-8")
    _chosen = None if path is None else Path(path)
    tables.cache_clear()


def _own_lines() -> list[str]:
    path = _chosen or os.environ.get(ENVIRONMENT)
    if not path:
        return []
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return []
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _read_given(tables: Tables) -> None:
    given: dict[str, list[tuple[int, int]]] = {}
    number = 0
    for line in _lines("given.txt"):
        if line.startswith("+"):
            for word in line[1:].split():
                given.setdefault(word.casefold(), [])
            continue
        head, _, short = line.partition("~")
        head, _, other = head.partition("/")
        spelling, _, neighbouring = head.partition(":")
        for kind, part in enumerate((spelling, other, short, neighbouring)):
            for word in part.split():
                given.setdefault(word.casefold(), []).append((number, kind))
        number += 1
    tables.given = {word: tuple(classes) for word, classes in given.items()}


@lru_cache(maxsize=1)
def tables() -> Tables:
    """The tables, read once a process."""
    made = Tables()
    _read_countries(made)
    _read_places(made, _lines("places.txt"))
    _read_places(made, _own_lines(), over=True)
    _read_given(made)
    roles = _sections("roles.txt")
    made.role_heads = _words(roles["heads"])
    made.role_modifiers = _words(roles["modifiers"])
    made.courtesy = _words(roles["courtesy"])
    organisations = _sections("organisations.txt")
    made.organisation_heads = _words(organisations["heads"])
    made.organisation_of = _words(organisations["of-heads"])
    made.place_heads = _words(organisations["place-heads"])
    made.organisation_starts = _words(organisations["starts"])
    made.no_place = _words(organisations["no-place"])
    made.media_heads = _words(organisations["media-heads"])
    made.no_name = frozenset(w for line in organisations["no-name"] for w in line.split())
    for line in organisations["known"]:
        for forms in _forms(line):
            for form in forms:
                made.organisations[form] = forms[0]
    words = _sections("words.txt")
    made.time_words = _words(words["time"])
    made.function_words = _words(words["function"])
    made.starters = _words(words["starters"])
    made.not_names = _words(words["not-names"])
    return made
