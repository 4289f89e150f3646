"""Persons of a desk: full names that are one, and the persons that lone surnames mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from rapidfuzz.distance import JaroWinkler

from rashomon.names.agreement import Role, agree, role
from rashomon.names.desk import Entity
from rashomon.names.forms import family_key, given_alike, other_middle, parse, plain_given
from rashomon.names.parting import names_around, parted
from rashomon.names.settings import MIN_MISSPELT, SURNAME_LIKENESS, SURNAME_ONSET
from rashomon.names.tables import tables


class Person:
    """A full form of a name, over all articles that have it."""

    __slots__ = (
        "articles", "entities", "family", "form", "given", "id", "key", "roles", "stories",
        "suffix",
    )  # fmt: skip

    def __init__(self, form: str, number: int = 0) -> None:
        parsed = parse(form)
        self.form = form
        # Another person of the same name has a number behind it.
        self.id = f"{form} ({number})" if number else form
        self.given = parsed.given
        self.family = parsed.family
        self.suffix = parsed.suffix
        self.key = family_key(parsed.family)
        self.entities: list[Entity] = []
        self.articles: set[str] = set()
        self.stories: set[str] = set()
        self.roles: set[str] = set()

    def add(self, entity: Entity) -> None:
        """Count in one article's use of the form."""
        self.entities.append(entity)
        self.articles.add(entity.article_id)
        self.stories.add(entity.story_id)
        self.roles.update(entity.roles)


class Groups:
    """Union-find over forms, with the evidence of each join."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._parent = {form: form for form in forms}
        self._evidence: dict[str, set[str]] = defaultdict(set)

    def root(self, form: str) -> str:
        """The form that stands for the group of `form`."""
        while self._parent[form] != form:
            self._parent[form] = self._parent[self._parent[form]]
            form = self._parent[form]
        return form

    def join(self, one: str, other: str, evidence: str) -> None:
        """Make the groups of two forms one."""
        a, b = sorted((self.root(one), self.root(other)))
        if a != b:
            self._parent[b] = a
            self._evidence[a] |= self._evidence.pop(b, set())
        if evidence:
            self._evidence[a].add(evidence)

    def evidence(self, form: str) -> set[str]:
        """Why the group of `form` is one."""
        return self._evidence[self.root(form)]


def full_persons(entities: list[Entity]) -> dict[str, Person]:
    """Persons by their full form, and by a number behind it where two have one form."""
    held: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        if entity.type == "person" and parse(entity.referent).given:
            held[entity.referent].append(entity)
    around = names_around(entities)
    persons: dict[str, Person] = {}
    for form, found in held.items():
        for number, part in enumerate(parted(found, around)):
            person = Person(form, number)
            persons[person.id] = person
            for entity in part:
                person.add(entity)
    return persons


def join_full(persons: dict[str, Person]) -> Groups:
    """Full forms that are one person's, over the whole desk."""
    groups = Groups(sorted(persons))
    buckets: dict[tuple[str, str], list[Person]] = defaultdict(list)
    for form in sorted(persons):
        for sort in _sorts(persons[form].given):
            buckets[(persons[form].key, sort)].append(persons[form])
    for bucket in sorted(buckets):
        for one, other in combinations(buckets[bucket], 2):
            if (one.id != one.form or other.id != other.form) and not one.stories & other.stories:
                continue  # one of two persons of one name: only within a story
            evidence = _one_family(one, other)
            if evidence is not None:
                groups.join(one.id, other.id, evidence)
    _join_misspelt(persons, groups)
    return groups


def _sorts(given: str) -> list[str]:
    """What two given names share if they may be one: a spelling, a class of names, an initial."""
    plain = plain_given(given)
    sorts = {"spelling " + plain, "key " + family_key(given), "letter " + plain[:1]}
    sorts.update(f"class {number}" for number, _ in tables().given.get(given.casefold(), ()))
    return sorted(sorts)


def _one_family(one: Person, other: Person) -> str | None:
    """Why two full forms with one family name are one person, or None."""
    how = given_alike(one.given, other.given)
    if how is None or other_middle(one.form, other.form):
        return None
    spelling = (
        ""
        if one.family == other.family
        else f"; {one.family} and {other.family} one surname by spelling"
    )
    shared = _shared_role(one, other)
    if one.suffix != other.suffix and (one.articles & other.articles or not shared):
        return None  # father and son
    if how == "same":
        return spelling.lstrip("; ")
    if how == "spelling":
        return f"{one.given} and {other.given} are spellings of one given name{spelling}"
    if one.articles & other.articles:
        return None  # an article that has both means two persons, unless spelling alone differs
    story = bool(one.stories & other.stories)
    why = f"; both {shared}" if shared else "; same story" if story else ""
    if (how == "neighbour" and (shared or not _contrary(one, other))) or (
        how == "language" and (shared or (story and not _contrary(one, other)))
    ):
        return f"{one.given} and {other.given} are one given name in two languages{why}{spelling}"
    if how in ("short", "initial") and (shared or story):
        kind = "short for" if how == "short" else "an initial of"
        a, b = sorted((one.given, other.given), key=lambda g: (len(g), g))
        return f"{a} is {kind} {b}{why}{spelling}"
    return None


def _parsed(person: Person) -> list[tuple[str, Role]]:
    return [(text, role(text)) for text in sorted(person.roles)]


def _shared_role(one: Person, other: Person, *, closely: bool = False) -> str | None:
    """A title of `one` that agrees with one of `other`, as written."""
    for text, mine in _parsed(one):
        for _, theirs in _parsed(other):
            if agree(mine, theirs, closely=closely):
                return text
    return None


def _contrary(one: Person, other: Person) -> bool:
    """Whether the titles speak against one person: both have some, and none agree."""
    mine = [r for _, r in _parsed(one) if r.heads]
    theirs = [r for _, r in _parsed(other) if r.heads]
    return bool(mine and theirs) and not _shared_role(one, other)


def _join_misspelt(persons: dict[str, Person], groups: Groups) -> None:
    """Join forms of one story whose surnames are alike, where given name and title agree."""
    buckets: dict[tuple[str, str], list[Person]] = defaultdict(list)
    for form in sorted(persons):
        person = persons[form]
        if len(person.key) >= MIN_MISSPELT:
            for story in sorted(person.stories):
                buckets[(story, person.key[:SURNAME_ONSET])].append(person)
    for bucket in sorted(buckets):
        for one, other in combinations(buckets[bucket], 2):
            if one.key == other.key or one.articles & other.articles:
                continue
            if groups.root(one.id) == groups.root(other.id):
                continue
            if given_alike(one.given, other.given) not in (
                "same",
                "spelling",
                "neighbour",
            ):
                continue
            likeness = JaroWinkler.similarity(one.family.casefold(), other.family.casefold())
            if likeness < SURNAME_LIKENESS:
                continue
            shared = _shared_role(one, other, closely=True)
            if shared:
                groups.join(
                    one.id, other.id,
                    f"{one.family} and {other.family}: same first name {one.given}; "
                    f"both {shared}; same story",
                )  # fmt: skip


def canonical(members: list[Person], lone: list[Entity]) -> str:
    """The full form of the given name and the surname that most outlets use.

    Given name and surname are counted apart, an outlet once, so that one outlet's many articles
    do not outvote the rest; `lone` are the articles that have the surname alone.
    """
    given, family, whole = _Votes(), _Votes(), _Votes()
    for person in members:
        for entity in person.entities:
            given.add(person.given, entity)
            family.add(person.family, entity)
            whole.add(person.form, entity)
    for entity in lone:
        family.add(entity.referent, entity)
    return min(
        members,
        key=lambda p: (
            family.rank(p.family),
            given.rank(p.given),
            whole.rank(p.form),
            -len(p.form),
            p.form,
        ),
    ).form


class _Votes:
    """The voices (outlets, pages) that use each of several forms, however often they do."""

    def __init__(self) -> None:
        self._outlets: dict[str, dict[str, float]] = defaultdict(dict)

    def add(self, form: str, entity: Entity) -> None:
        held = self._outlets[form]
        held[entity.outlet] = max(held.get(entity.outlet, 0.0), entity.weight)

    def rank(self, form: str) -> float:
        return -sum(sorted(self._outlets[form].values()))
