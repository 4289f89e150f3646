"""What a desk's mentions say together: one entity an article and referent."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon import outlets
from rashomon.model import Article, Mention, NameType, Story
from rashomon.names.settings import TRANSLATED_WEIGHT


@dataclass(slots=True)
class Entity:
    """One referent of one article: its forms with their number, and its titles."""

    article_id: str
    referent: str
    type: NameType
    story_id: str
    outlet: str
    weight: float
    forms: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)


def entities(
    articles: Sequence[Article], found: Sequence[Mention], stories: Sequence[Story]
) -> list[Entity]:
    """The desk's entities, in an order that does not depend on that of the input."""
    story_of: dict[str, str] = {}
    for story in sorted(stories, key=lambda s: s.id):
        for article_id in story.article_ids:
            story_of.setdefault(article_id, story.id)
    outlet = {
        a.id: outlets.canonical(a.outlet) if a.outlet else "article " + a.id for a in articles
    }
    weight = {
        article.id: TRANSLATED_WEIGHT
        if any(p.kind in ("translated", "original") for p in article.provenance)
        else 1.0
        for article in articles
    }
    grouped: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in found:
        grouped[(mention.article_id, mention.referent)].append(mention)
    made = []
    for (article_id, referent), held in sorted(grouped.items()):
        types = Counter(mention.type for mention in held)
        type_ = min(types, key=lambda t: (-types[t], t))
        entity = Entity(
            article_id, referent, type_, story_of.get(article_id, "article " + article_id),
            outlet.get(article_id, "article " + article_id), weight.get(article_id, 1.0),
        )  # fmt: skip
        for mention in held:
            entity.forms[" ".join(mention.text.split())] += 1
            if mention.role:
                entity.roles[mention.role] += 1
        made.append(entity)
    return made
