"""Names of a story, and what each outlet calls them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.model import Article, Mention, Name, Span
from rashomon.views.bound import Words, bind
from rashomon.views.source import source


@dataclass(frozen=True, slots=True)
class Calling:
    """One form of a name, the outlets that use it, and the first place where it stands."""

    form: str
    outlets: tuple[str, ...]
    count: int
    words: Words


@dataclass(frozen=True, slots=True)
class Called:
    """A name of a story with its forms, the most used first. `articles` and `tellings` are counts.

    `shown` is the full form that these tellings use most; `canonical` is the desk's.
    """

    name_id: str
    canonical: str
    type: str
    articles: int
    count: int
    callings: tuple[Calling, ...]
    shown: str = ""
    tellings: int = 1

    @property
    def href(self) -> str:
        return f"/name/{self.name_id}"

    @property
    def several(self) -> bool:
        """Whether the tellings call it by more than one form."""
        return any(c.form != (self.shown or self.canonical) for c in self.callings)

    @property
    def agreed(self) -> bool:
        """Whether more than one telling uses it, and all of them in one form."""
        return not self.several and self.tellings > 1


def called(
    mentions: Sequence[Mention],
    names: Mapping[tuple[str, str], Name],
    articles: Mapping[str, Article],
    families: Mapping[str, str] | None = None,
) -> tuple[Called, ...]:
    """The names that the articles mention, those of most articles first; `families` are article
    id to copy family, so that a copy is not counted as one more telling."""
    family = families or {}
    groups: dict[str, tuple[Name, list[Mention]]] = {}
    for mention in mentions:
        name = names.get((mention.article_id, mention.referent))
        if name is not None and mention.article_id in articles:
            groups.setdefault(name.id, (name, []))[1].append(mention)
    found = [
        Called(
            name.id,
            name.canonical,
            name.type,
            len({m.article_id for m in group}),
            len(group),
            callings(group, articles),
            shown_form(name, [m.text for m in group]),
            len({family.get(m.article_id, m.article_id) for m in group}),
        )
        for name, group in groups.values()
    ]
    found.sort(key=lambda c: (-c.articles, -c.count, c.canonical, c.name_id))
    return tuple(found)


def callings(mentions: Sequence[Mention], articles: Mapping[str, Article]) -> tuple[Calling, ...]:
    order = {article_id: n for n, article_id in enumerate(articles)}
    forms: dict[str, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda m: (order[m.article_id], m.start, m.end)):
        forms.setdefault(_form(mention.text), []).append(mention)
    found = []
    for form, group in forms.items():
        outlets = tuple(dict.fromkeys(source(articles[m.article_id]).label for m in group))
        first = group[0]
        span = Span(first.article_id, first.start, first.end)
        bound = bind(articles[first.article_id], span)
        found.append(Calling(form, outlets, len(group), bound))
    found.sort(key=lambda c: (-c.count, c.form))
    return tuple(found)


def shown_form(name: Name, texts: Sequence[str]) -> str:
    """The full form of `name` that `texts` (its mentions) use most; its canonical form where they
    have no full one."""
    if "(" in name.canonical:
        # "Maar (government)" tells two names apart: no form in a text does.
        return name.canonical
    size = len(name.canonical.split())
    counts: dict[str, int] = {}
    for text in texts:
        form = _form(text)
        shouted = form.isupper() and not name.canonical.isupper()
        if len(form.split()) == size and not shouted and not form[:1].islower():
            counts[form] = counts.get(form, 0) + 1
    if not counts:
        return name.canonical
    return min(counts, key=lambda f: (-counts[f], f != name.canonical, f))


def shown_forms(
    mentions: Sequence[Mention], names: Mapping[tuple[str, str], Name]
) -> dict[str, str]:
    """Name id to the form that the mentions use most, where it is not the canonical one."""
    groups: dict[str, tuple[Name, list[str]]] = {}
    for mention in mentions:
        name = names.get((mention.article_id, mention.referent))
        if name is not None:
            groups.setdefault(name.id, (name, []))[1].append(mention.text)
    found = {name.id: shown_form(name, texts) for name, texts in groups.values()}
    return {i: form for i, form in found.items() if form != groups[i][0].canonical}


def _form(text: str) -> str:
    """A mention's words on one line, without a possessive at the end."""
    form = " ".join(text.split())
    for end in ("'s", "’s"):
        form = form.removesuffix(end)
    return form


def roles(
    mentions: Sequence[Mention], names: Mapping[tuple[str, str], Name]
) -> dict[str, tuple[str, ...]]:
    """Name id to the roles that stand beside it, the most frequent first, at most three."""
    counts: dict[str, dict[str, int]] = {}
    for mention in mentions:
        name = names.get((mention.article_id, mention.referent))
        if name is None or not mention.role:
            continue
        role = " ".join(mention.role.split())
        of_name = counts.setdefault(name.id, {})
        of_name[role] = of_name.get(role, 0) + 1
    found = {}
    for name_id, of_name in counts.items():
        ranked = sorted(of_name, key=lambda role: (-of_name[role], role))
        kept: list[str] = []
        for role in ranked:
            # "envoy" beside "special envoy" says nothing new.
            if not any(role.casefold() in k.casefold() for k in kept):
                kept.append(role)
        found[name_id] = tuple(kept[:3])
    return found
