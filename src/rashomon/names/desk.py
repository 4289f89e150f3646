"""What a desk's mentions say together: one entity an article and referent."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rashomon import outlets
from rashomon.model import Article, Mention, NameType, Story
from rashomon.names.datelines import dateline
from rashomon.names.forms import parse
from rashomon.names.settings import (
    MAX_OUTLET_WORDS,
    OPENING,
    OPENING_WORDS,
    TRANSLATED_WEIGHT,
)
from rashomon.names.tables import tables


@dataclass(slots=True)
class Entity:
    """One referent of one article: its forms with their number, and its titles."""

    article_id: str
    referent: str
    type: NameType
    story_id: str
    outlet: str
    weight: float
    forms: dict[str, int] = field(default_factory=dict)
    roles: dict[str, int] = field(default_factory=dict)


def entities(
    articles: Sequence[Article], found: Iterable[Mention], stories: Sequence[Story]
) -> list[Entity]:
    """The desk's entities, in an order that does not depend on that of the input."""
    story_of: dict[str, str] = {}
    for story in sorted(stories, key=lambda s: s.id):
        for article_id in story.article_ids:
            story_of.setdefault(article_id, story.id)
    outlet = _voters(articles)
    weight = {
        article.id: TRANSLATED_WEIGHT
        if any(p.kind in ("translated", "original") for p in article.provenance)
        else 1.0
        for article in articles
    }
    made_of: dict[tuple[str, str], Entity] = {}
    types: dict[tuple[str, str], Counter[NameType]] = {}
    for mention in found:
        key = (mention.article_id, mention.referent)
        entity = made_of.get(key)
        if entity is None:
            entity = made_of[key] = Entity(
                mention.article_id, mention.referent, mention.type,
                story_of.get(mention.article_id, "article " + mention.article_id),
                outlet.get(mention.article_id, "article " + mention.article_id),
                weight.get(mention.article_id, 1.0),
            )  # fmt: skip
        if mention.type != entity.type or key in types:
            counted = types.setdefault(key, Counter({entity.type: sum(entity.forms.values())}))
            counted[mention.type] += 1
        form = " ".join(mention.text.split())
        entity.forms[form] = entity.forms.get(form, 0) + 1
        if mention.role:
            entity.roles[mention.role] = entity.roles.get(mention.role, 0) + 1
    for key, counted in types.items():
        made_of[key].type = min(counted, key=lambda t: (-counted[t], t))
    made = [made_of[key] for key in sorted(made_of)]
    _settle(made, {outlets.canonical(a.outlet) for a in articles if a.outlet})
    return made


def _voters(articles: Sequence[Article]) -> dict[str, str]:
    """Whose choice of a form an article's is: its outlet's, or the agency's that it credits.

    Articles of a page whose outlet is not known are one voice, and so are articles that open with
    the same words.
    """
    voter: dict[str, str] = {}
    openings: dict[tuple[str, ...], str] = {}
    for article in sorted(articles, key=lambda a: (a.outlet is None, a.published or "~", a.id)):
        voice = "page " + article.page_id
        if article.outlet:
            voice = outlets.canonical(article.outlet)
        for row in article.provenance:
            if row.kind in ("credit", "first-published") and _is_a_name(row.value):
                voice = outlets.canonical(row.value)
                break
        text = article.text[dateline(article.text)[1] :]
        opening = tuple(re.findall(r"\w+", text[:OPENING].casefold())[:OPENING_WORDS])
        if len(opening) == OPENING_WORDS:
            voice = openings.setdefault(opening, voice)
        voter[article.id] = voice
    return voter


def _is_a_name(value: str) -> bool:
    return bool(value) and len(value.split()) <= MAX_OUTLET_WORDS and not re.search(r"[;:/]", value)


def _settle(made: list[Entity], papers: set[str]) -> None:
    """One type for what the desk's articles type in several ways, in place.

    An outlet of the desk is an organisation. A single word that one article knows for a place is
    one in all that give it no first name and no title, unless the story names somebody so in full.
    A place or organisation that is not in the tables goes with most articles.
    """
    known = tables()
    types: dict[str, Counter[NameType]] = defaultdict(Counter)
    families: dict[str, set[str]] = defaultdict(set)
    for entity in made:
        types[entity.referent][entity.type] += 1
        if entity.type == "person" and (form := parse(entity.referent)).given:
            families[entity.story_id].update((form.family, form.family.split()[-1]))
    for entity in made:
        name, held = entity.referent, types[entity.referent]
        if entity.type == "person":
            if name in papers and not entity.roles:
                entity.type = "organisation"
            elif (
                held["place"]
                and not parse(name).given
                and not entity.roles
                and name not in families[entity.story_id]
            ):
                entity.type = "place"
            elif held["organisation"] > held["person"] and not entity.roles:
                entity.type = "organisation"
        elif held["place"] and held["organisation"] and name not in known.places:
            entity.type = "place" if held["place"] >= held["organisation"] else "organisation"
