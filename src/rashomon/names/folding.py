"""Names of a desk: persons, places and bodies folded, each bound to what articles call them."""

from __future__ import annotations

from collections import Counter, defaultdict

from rashomon.model import Name, NameLink, NameType, content_id
from rashomon.names import bodies
from rashomon.names.agreement import Role, against, agree, role
from rashomon.names.desk import Entity
from rashomon.names.forms import family_key, parse
from rashomon.names.persons import Groups, Person, canonical, full_persons, join_full
from rashomon.names.settings import DOMINANT_RATIO, DOMINANT_STORIES


class _Draft:
    """A name in the making."""

    def __init__(self, type_: NameType, scope: str = "") -> None:
        self.type = type_
        self.scope = scope  # a story or article, where the name holds only there
        self.canonical = ""
        self.entities: list[Entity] = []
        self.evidence: set[str] = set()


def fold_entities(entities: list[Entity]) -> tuple[tuple[Name, ...], tuple[NameLink, ...]]:
    """Names and links of all entities; every entity is bound to exactly one name."""
    drafts = _persons([e for e in entities if e.type == "person"], entities)
    drafts += _others([e for e in entities if e.type != "person"])
    names: dict[str, Name] = {}
    links: list[NameLink] = []
    for draft in drafts:
        parts = ("name", draft.type, draft.canonical, *filter(None, [draft.scope]))
        identity = content_id(*parts)
        forms: Counter[str] = Counter()
        for entity in draft.entities:
            forms.update(entity.forms)
        written = {form.casefold() for form in forms if not form.isupper()}
        variants = sorted(
            # "PORT HARKA" of a dateline is no other way to call Port Harka.
            (f for f in forms if not (len(f) > 3 and f.isupper() and f.casefold() in written)),
            key=lambda form: (-forms[form], form),
        )
        names[identity] = Name(
            identity, draft.canonical, draft.type, tuple(variants), tuple(sorted(draft.evidence))
        )
        links += [NameLink(e.article_id, e.referent, identity) for e in draft.entities]
    return (
        tuple(sorted(names.values(), key=lambda n: (n.type, n.canonical, n.id))),
        tuple(sorted(links, key=lambda link: (link.article_id, link.referent))),
    )


def _persons(entities: list[Entity], everything: list[Entity]) -> list[_Draft]:
    persons = full_persons(everything)
    groups = join_full(persons)
    drafts: dict[str, _Draft] = {}
    for form in sorted(persons):
        draft = drafts.setdefault(groups.root(form), _Draft("person"))
        draft.entities += persons[form].entities
    holders = _holders(persons)
    stories: dict[str, set[str]] = defaultdict(set)
    for form in sorted(persons):
        stories[groups.root(form)] |= persons[form].stories
    fame = {root: len(held) for root, held in stories.items()}
    left: dict[tuple[str, str], _Draft] = {}
    for entity in entities:
        if entity.referent in persons:
            continue
        root, evidence = _meant(entity, holders, groups, fame)
        if root is None:
            alone = left.setdefault(
                (entity.story_id, family_key(entity.referent)), _Draft("person", entity.story_id)
            )
            alone.entities.append(entity)
        else:
            drafts[root].entities.append(entity)
            drafts[root].evidence.add(evidence)
    for root, draft in drafts.items():
        draft.evidence |= groups.evidence(root)
    members: dict[str, list[Person]] = defaultdict(list)
    for form in sorted(persons):
        members[groups.root(form)].append(persons[form])
    for person in persons.values():
        if person.id != person.form:
            draft = drafts[groups.root(person.id)]
            draft.scope = "another " + min(person.stories)
            draft.evidence.add(f"{person.form} of other stories is another person")
    for root, draft in drafts.items():
        lone = [entity for entity in draft.entities if entity.referent not in persons]
        draft.canonical = canonical(members[root], lone)
    for draft in left.values():
        forms_seen: Counter[str] = Counter()
        for entity in draft.entities:
            forms_seen.update(entity.forms)
        draft.canonical = min(forms_seen, key=lambda f: (-forms_seen[f], f))
    return [*drafts.values(), *left.values()]


def _holders(persons: dict[str, Person]) -> dict[str, list[Person]]:
    """Full-named persons by the key of each part that may stand for them."""
    holders: dict[str, list[Person]] = defaultdict(list)
    for form in sorted(persons):
        person = persons[form]
        for key in sorted({person.key, family_key(person.family.split()[-1])}):
            holders[key].append(person)
    return holders


def _meant(
    entity: Entity, holders: dict[str, list[Person]], groups: Groups, fame: dict[str, int]
) -> tuple[str | None, str]:
    """The group of the one person whom a lone surname means, and why; None where open."""
    form = parse(entity.referent)
    held = holders.get(family_key(form.family), [])
    held = [person for person in held if bool(person.suffix) is bool(form.suffix)] or held
    here = [person for person in held if entity.story_id in person.stories]
    roots = sorted({groups.root(person.id) for person in here})
    mine = [role(text) for text in sorted(entity.roles)]
    if len(roots) == 1:
        theirs = [role(text) for person in here for text in sorted(person.roles)]
        everyone = {groups.root(person.id) for person in held}
        rival = _dominant(entity, everyone, fame)[0]
        contrary = any(r.heads for r in theirs) and any(against(r, theirs) for r in mine)
        if (rival in (None, roots[0]) and not contrary) or any(
            agree(r, other) for r in mine for other in theirs
        ):
            return roots[0], f"{entity.referent} alone: the only one of that surname in the story"
        here, roots = [], []
    # Several in the story, or none there: the title must single one out.
    among = here if roots else held
    fitting = _fitting(mine, among, groups)
    everyone = {groups.root(person.id) for person in among}
    others = sum(fame[root] for root in everyone) - fame[fitting[0]] if fitting else 0
    if len(fitting) == 1 and (roots or fame[fitting[0]] > others):
        title = min(entity.roles, key=lambda text: (-entity.roles[text], text))
        return fitting[0], f"{title} {entity.referent}: the title agrees"
    if not roots and not any(r.heads for r in mine):
        return _dominant(entity, everyone, fame)
    return None, ""


def _fitting(mine: list[Role], among: list[Person], groups: Groups) -> list[str]:
    """The groups whose titles agree; one alone where it has by far the most articles that do."""
    count: Counter[str] = Counter()
    for person in among if mine else ():
        for entity in person.entities:
            if entity.roles and any(agree(r, role(text)) for text in entity.roles for r in mine):
                count[groups.root(person.id)] += 1
    if count:
        (best, most), *_ = sorted(count.items(), key=lambda item: (-item[1], item[0]))
        if most >= DOMINANT_RATIO * (count.total() - most):
            return [best]
    return sorted(count)


def _dominant(entity: Entity, roots: set[str], fame: dict[str, int]) -> tuple[str | None, str]:
    """The one person of a surname whom the desk's stories name far more than all others."""
    ranked = sorted(roots, key=lambda root: (-fame[root], root))
    if not ranked or fame[ranked[0]] < DOMINANT_STORIES:
        return None, ""
    others = sum(fame[root] for root in ranked[1:])
    if fame[ranked[0]] < DOMINANT_RATIO * others:
        return None, ""
    count = fame[ranked[0]]
    return ranked[
        0
    ], f"{entity.referent} alone: named in full in {count} stories, others in {others}"


def _others(entities: list[Entity]) -> list[_Draft]:
    """Places, one a referent, and organisations, one a body."""
    places: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        if entity.type == "place":
            places[entity.referent.casefold()].append(entity)
    groups: list[tuple[list[Entity], set[str]]] = [
        (held, set()) for _, held in sorted(places.items())
    ]
    groups += bodies.grouped([entity for entity in entities if entity.type == "organisation"])
    drafts = []
    for held, evidence in groups:
        draft = _Draft(held[0].type)
        draft.entities = held
        draft.evidence = evidence
        counted = Counter(entity.referent for entity in held)
        draft.canonical = min(counted, key=lambda r: (r.isupper(), -counted[r], -len(r), r))
        drafts.append(draft)
    return drafts
