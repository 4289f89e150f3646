"""Wording: how the tellings spell and title the same person or place.

Stands on mentions folded to one name. A surname beside a full name is no difference; another
spelling of the same part is, where each telling keeps to its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from rapidfuzz.distance import JaroWinkler

from rashomon.contrasts import settings
from rashomon.contrasts.candidate import Candidate, Side
from rashomon.contrasts.lens import Lens
from rashomon.model import Article, Mention, Name, Span

_Use = dict[str, dict[str, list[Mention]]]  # name id -> article id -> mentions


def detect(lens: Lens) -> Iterator[Candidate]:
    """Names that two tellings write or title in different ways."""
    names = {n.id: n for n in lens.material.names}
    for name_id, used in sorted(_uses(lens).items()):
        name = names[name_id]
        if len(used) < 2 or name.type == "organisation":
            continue
        if spelled := _spelled(lens, name, used):
            yield spelled
        if name.type == "person" and (titled := _titled(lens, name, used)):
            yield titled


def _uses(lens: Lens) -> _Use:
    uses: _Use = {}
    for article in lens.tellings:
        for mention in lens.mentions[article.id]:
            name = lens.name(article.id, mention.referent)
            if name is not None and name.type == mention.type:
                uses.setdefault(name.id, {}).setdefault(article.id, []).append(mention)
    return uses


def _parts(text: str) -> list[str]:
    return [p.removesuffix("'s").removesuffix("’s") for p in text.split() if p[:1].isupper()]


def _spelled(lens: Lens, name: Name, used: dict[str, list[Mention]]) -> Candidate | None:
    """Two tellings whose forms of one part of the name never meet, and are near alike."""
    for one, two in combinations([a for a in lens.tellings if a.id in used], 2):
        first, second = _forms(used[one.id]), _forms(used[two.id])
        for a in sorted(first):
            for b in sorted(second):
                if a.casefold() == b.casefold() or a in second or b in first:
                    continue
                if not _same_part(a, b):
                    continue
                sides = (_side(one, first[a], a), _side(two, second[b], b))
                return Candidate(f"How {name.canonical} is spelled", "wording", "soft", sides, 0.45)
    return None


def _forms(mentions: list[Mention]) -> dict[str, Mention]:
    """Each part of the name as written, at the fullest mention that has it."""
    forms: dict[str, Mention] = {}
    for mention in sorted(mentions, key=lambda m: (-len(m.text), m.start)):
        for part in _parts(mention.text):
            forms.setdefault(part, mention)
    return forms


def _same_part(a: str, b: str) -> bool:
    """Spellings of one part: alike, and neither an initial, an abbreviation or in capitals."""
    if min(len(a), len(b)) < settings.SHORTEST_NAME_PART or a.isupper() or b.isupper():
        return False
    return JaroWinkler.similarity(a.casefold(), b.casefold()) >= settings.NAME_PART_LIKENESS


def _side(article: Article, mention: Mention, reading: str) -> Side:
    return Side(Span(article.id, mention.start, mention.end), reading, reading)


def _titled(lens: Lens, name: Name, used: dict[str, list[Mention]]) -> Candidate | None:
    """Each telling titles the person, and no title of one is the title of the other."""
    titled = [
        (article, roles)
        for article in lens.tellings
        if article.id in used and (roles := _roles(used[article.id]))
    ]
    for (one, first), (two, second) in combinations(titled, 2):
        if _heads(first) & _heads(second):
            continue
        a, b = min(first, key=lambda r: first[r].start), min(second, key=lambda r: second[r].start)
        sides = (
            Side(_with_role(one, first[a], a), a, a.casefold()),
            Side(_with_role(two, second[b], b), b, b.casefold()),
        )
        return Candidate(f"How {name.canonical} is titled", "wording", "soft", sides, 0.4)
    return None


def _roles(mentions: list[Mention]) -> dict[str, Mention]:
    roles: dict[str, Mention] = {}
    for mention in mentions:
        if mention.role:
            roles.setdefault(mention.role, mention)
    return roles


def _heads(roles: dict[str, Mention]) -> set[str]:
    """Words of the titles: "foreign minister" and "minister" share one."""
    return {w.casefold() for role in roles for w in role.split() if len(w) > 3}


def _with_role(article: Article, mention: Mention, role: str) -> Span:
    """The words of title and name together, where the title stands right before the name."""
    start = article.text.rfind(role, max(0, mention.start - len(role) - 3), mention.start)
    return Span(article.id, mention.start if start < 0 else start, mention.end)
