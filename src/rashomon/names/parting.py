"""Two persons of one full name on one desk: parted where what is told of them contradicts itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from rashomon.names.agreement import Role, agree, role
from rashomon.names.desk import Entity
from rashomon.names.forms import parse
from rashomon.names.settings import DOMINANT_STORIES
from rashomon.names.tables import tables

# Callings that one person seldom has beside one of another line. General knowledge; offices that
# any trade has (president, director, chief) are in none.
_FIELDS: dict[str, str] = {
    word: field
    for field, words in (
        ("sport", "striker midfielder defender goalkeeper footballer quarterback golfer boxer jockey "
         "sprinter cyclist swimmer pitcher wrestler batsman bowler cricketer skier skater gymnast "
         "winger linebacker cornerback"),
        ("art", "actor actress singer musician rapper comedian novelist composer painter sculptor "
         "poet violinist pianist dancer choreographer drummer guitarist"),
        ("office", "senator congressman minister governor mayor lawmaker councillor ambassador "
         "chancellor envoy councilman alderman prosecutor judge justice"),
        ("care", "nurse surgeon doctor paediatrician dentist midwife veterinarian"),
        ("faith", "bishop archbishop cardinal imam rabbi pastor vicar priest"),
        ("land", "farmer fisherman rancher shepherd beekeeper winegrower"),
    )
    for word in words.split()
}  # fmt: skip


def parted(entities: Sequence[Entity], around: dict[str, set[str]]) -> list[list[Entity]]:
    """The uses of one full name, a list for each person: one list unless they contradict.

    `around` gives the other names of each story. Within a story a name is one person. Two stories
    tell of two where both give a calling or a country, none agrees, the countries or the lines of
    work exclude each other, and the stories have no other name in common. What says nothing of its
    person goes to the stories that it shares names with, else to the largest part. The first list
    is the largest. A name of many stories is one person.
    """
    stories: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        stories[entity.story_id].append(entity)
    if not 1 < len(stories) < DOMINANT_STORIES:
        return [list(entities)]
    told = {story: _roles(stories[story]) for story in sorted(stories)}
    if not any(_contradict(told[a], told[b]) for a, b in combinations(told, 2)):
        return [list(entities)]
    own = entities[0].referent
    parts: list[list[str]] = []
    for story in sorted(told, key=lambda s: (not told[s], s)):
        fitting = [part for part in parts if _one(story, part, told, around, own)]
        if fitting or not told[story]:
            chosen = fitting or parts[:1]
            near = max(chosen or [[]], key=lambda part: _shared(story, part, around, own))
            if near:
                near.append(story)
                continue
        parts.append([story])
    parts.sort(key=lambda part: (-len(part), part[0]))
    return [[entity for story in sorted(part) for entity in stories[story]] for part in parts]


def names_around(entities: Sequence[Entity]) -> dict[str, set[str]]:
    """The names of each story that can tell whether two stories are of one person's life.

    Places say little, and so do names that a third of all stories have.
    """
    found: dict[str, set[str]] = defaultdict(set)
    count: Counter[str] = Counter()
    for entity in entities:
        if entity.type != "place" and entity.referent not in found[entity.story_id]:
            found[entity.story_id].add(entity.referent)
            count[entity.referent] += 1
    common = {name for name, number in count.items() if number * 3 > len(found) > 3}
    return {story: names - common for story, names in found.items()}


def _roles(entities: Sequence[Entity]) -> list[Role]:
    found = [role(text) for entity in entities for text in sorted(entity.roles)]
    return [one for one in found if one.heads]


def _one(
    story: str, part: list[str], told: dict[str, list[Role]], around: dict[str, set[str]], own: str
) -> bool:
    """Whether a story may tell of the person of a part's stories."""
    if _shared(story, part, around, own):
        return True
    return not any(_contradict(told[story], told[other]) for other in part)


def _shared(story: str, part: list[str], around: dict[str, set[str]], own: str) -> int:
    mine = around.get(story, set())
    return sum(len(_apart(mine & around.get(other, set())) - {own}) for other in part)


def _apart(names: set[str]) -> set[str]:
    """Names without persons' lone surnames, which may be anybody's."""
    return {name for name in names if parse(name).given or not name.istitle()}


def _contradict(mine: list[Role], theirs: list[Role]) -> bool:
    """Whether two sets of descriptions cannot be of one person."""
    if not mine or not theirs or any(agree(a, b) for a in mine for b in theirs):
        return False
    if any(a.heads & b.heads for a in mine for b in theirs):
        one, other = _countries(mine), _countries(theirs)
        return bool(one and other and not one & other)
    fields = {_FIELDS[head] for a in mine for head in a.heads if head in _FIELDS}
    others = {_FIELDS[head] for b in theirs for head in b.heads if head in _FIELDS}
    return bool(fields and others and not fields & others)


def _countries(roles: list[Role]) -> set[str]:
    """Countries alone: a state of the United States is none."""
    known = tables().countries
    return {name for told in roles for name in told.countries if name in known}
