"""A name: its forms, what they said, where it stands."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model import Article, Mention, Span, Statement
from rashomon.store import lookup, read
from rashomon.views import callings, dates, stored
from rashomon.views.bound import Words, bind
from rashomon.views.callings import Calling
from rashomon.views.sayings import Cast, Saying, speakers
from rashomon.views.source import Source, source
from rashomon.views.story import StoryLink, cast_of, link_to, material_of

# Articles that one page of a name goes through, the newest first.
ARTICLES = 200


@dataclass(frozen=True, slots=True)
class Mentioned:
    """An article that mentions a name, how often, and the sentence where it does so first."""

    source: Source
    count: int
    first: Words


@dataclass(frozen=True, slots=True)
class InStory:
    """What a name said in one story, and where it is mentioned there. `less_sure` are statements of
    either kind that the program is less sure of."""

    story: StoryLink | None
    sayings: tuple[Saying, ...]
    mentioned: tuple[Mentioned, ...]
    held: tuple[Saying, ...] = ()
    less_sure: tuple[Saying, ...] = ()


@dataclass(frozen=True, slots=True)
class NameView:
    """`article_count` is of all articles; the lists go through the newest ARTICLES of them."""

    id: str
    canonical: str
    type: str
    roles: tuple[str, ...]
    variants: tuple[str, ...]
    evidence: tuple[str, ...]
    callings: tuple[Calling, ...]
    stories: tuple[InStory, ...]
    article_count: int
    statement_count: int


def name(db: sqlite3.Connection, name_id: str) -> NameView | None:
    """The name `name_id`, or None where the desk has none."""
    found = lookup.name(db, name_id)
    if found is None:
        return None
    referents = lookup.name_articles(db, name_id)
    known = read.articles_by_id(db, sorted(referents))
    newest = sorted(
        known.values(),
        key=lambda a: (dates.sort_key(a.published)[0].replace("9999", "0"), a.id),
        reverse=True,
    )[:ARTICLES]
    material = material_of(db, [a.id for a in newest])
    cast = cast_of(material)
    own, less_sure = (
        [
            s
            for s in found_there
            if s.speaker is not None
            and (n := cast.names.get((s.article_id, s.speaker))) is not None
            and n.id == name_id
        ]
        for found_there in (material.statements, material.less_sure)
    )
    mentions = [
        m
        for m in material.mentions
        if (n := cast.names.get((m.article_id, m.referent))) is not None and n.id == name_id
    ]
    forms = callings.callings(mentions, cast.articles)
    return NameView(
        found.id,
        found.canonical,
        found.type,
        cast.roles.get(name_id, ()),
        found.variants,
        tuple(stored.evidence(one) for one in found.evidence),
        forms,
        _in_stories(db, newest, own, less_sure, mentions, cast),
        len(known),
        len(own),
    )


def _in_stories(
    db: sqlite3.Connection,
    articles: Sequence[Article],
    own: Sequence[Statement],
    less_sure: Sequence[Statement],
    mentions: Sequence[Mention],
    cast: Cast,
) -> tuple[InStory, ...]:
    home = lookup.stories_of_articles(db, [a.id for a in articles])
    order = list(dict.fromkeys(home.get(a.id, ("", ""))[0] for a in articles))
    rows = {r.id: r for r in lookup.story_rows_of(db, [i for i in order if i])}
    found = []
    for story_id in order:
        here = [a for a in articles if home.get(a.id, ("", ""))[0] == story_id]
        ids = {a.id for a in here}
        said, rest = (
            speakers([s for s in some if s.article_id in ids], cast) for some in (own, less_sure)
        )
        row = rows.get(story_id)
        link = None
        if row is not None:
            link = link_to(row)
        sayings = tuple(s for one in said for s in one.sayings)
        held = tuple(s for one in said for s in one.held)
        unsure = tuple(s for one in rest for s in (*one.sayings, *one.held))
        found.append(InStory(link, sayings, _mentioned(here, mentions, cast), held, unsure))
    return tuple(found)


def _mentioned(
    articles: Sequence[Article], mentions: Sequence[Mention], cast: Cast
) -> tuple[Mentioned, ...]:
    by_article: dict[str, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda m: (m.start, m.end)):
        by_article.setdefault(mention.article_id, []).append(mention)
    found = []
    for article in articles:
        group = by_article.get(article.id, [])
        if group:
            span = Span(article.id, group[0].start, group[0].end)
            first = bind(article, span, context=True)
            found.append(Mentioned(source(article, cast.copies.get(article.id)), len(group), first))
    return tuple(found)
