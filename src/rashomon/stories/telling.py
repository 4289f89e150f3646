"""Clusters as stories: title, tellings, reasons, links to related stories, and ids that last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from rashomon import outlets
from rashomon.model import Article, Join, Story, content_id
from rashomon.stories import features, reasons, settings
from rashomon.stories.families import Item, oldest_first
from rashomon.stories.grouping import Grouping


def stories(
    items: Mapping[int, Item] | Sequence[Item],
    found: Grouping,
    before: Sequence[Story],
    elsewhere: Mapping[int, str] | None = None,
    taken: Callable[[str], bool] = lambda _: False,
) -> tuple[Story, ...]:
    """The stories of `found`, oldest first, named after those of `before` that they overlap.

    `elsewhere` are clusters that stay as they were told, with the ids of their stories; `items`
    need not hold theirs. `taken` says whether an id is that of another story.
    """
    stay = elsewhere or {}
    members: dict[int, list[int]] = defaultdict(list)
    for place, cluster in enumerate(found.cluster):
        if cluster not in stay:
            members[cluster].append(place)
    clusters = sorted(members)
    articles = {
        c: sorted((a for m in members[c] for a in items[m].members), key=oldest_first)
        for c in clusters
    }
    ids = _ids(
        {c: {a.id for a in articles[c]} for c in clusters},
        {c: items[members[c][0]].head.id for c in clusters},
        before,
        taken,
    )
    related = _related(found)
    homes = {**stay, **ids}
    made = []
    for c in clusters:
        dates = [a.published for a in articles[c] if a.published]
        near = {homes[other] for other in related.get(c, ()) if other in homes}
        made.append(
            Story(
                id=ids[c],
                title=_title(items, members[c], found),
                article_ids=tuple(a.id for a in articles[c]),
                first_published=dates[0] if dates else None,
                last_published=dates[-1] if dates else None,
                outlets=_outlets(articles[c]),
                tellings=_tellings(items, members[c]),
                joins=_joins(items, members[c], found),
                related=tuple(sorted(near - {ids[c]})),
            )
        )
    return tuple(made)


def redated(story: Story, articles: Mapping[str, Article]) -> Story:
    """The story with the dates of its articles as they were completed from it."""
    dates = sorted(date for i in story.article_ids if (date := articles[i].published))
    return replace(
        story,
        first_published=dates[0] if dates else None,
        last_published=dates[-1] if dates else None,
    )


def _outlets(articles: Sequence[Article]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(outlets.canonical(a.outlet) for a in articles if a.outlet))


def _tellings(items: Mapping[int, Item] | Sequence[Item], members: Sequence[int]) -> int:
    """Families, with those of one outlet counted as one."""
    return len(
        {
            outlets.canonical(head.outlet) if (head := items[m].head).outlet else f"\x1f{m}"
            for m in members
        }
    )


def _title(
    items: Mapping[int, Item] | Sequence[Item], members: Sequence[int], found: Grouping
) -> str:
    """The title of the item nearest to all others (the medoid), of equals the oldest."""
    inside = set(members)
    nearness = {
        m: sum(link.score - settings.MISSING for link in found.links[m] if link.other in inside)
        for m in members
    }
    for m in sorted(members, key=lambda m: (-nearness[m], m)):
        for article in (items[m].head, items[m].whole):
            if article.title and article.title.strip():
                return article.title.strip()
    for m in sorted(members, key=lambda m: (-nearness[m], m)):
        if title := features.stand_in(items[m].whole):
            return title
    return "Untitled"


def _joins(
    items: Mapping[int, Item] | Sequence[Item], members: Sequence[int], found: Grouping
) -> tuple[Join, ...]:
    inside = set(members)
    joins: list[Join] = []
    for place, m in enumerate(members):
        item = items[m]
        near = [link for link in found.links[m] if link.other in inside]
        if place and near:
            # The oldest is what the others join; each of them is held by its nearest.
            link = max(near, key=lambda link: (link.score, -link.other))
            other = items[link.other]
            texts = item.whole.text, other.whole.text
            reason = reasons.of_pair(item.features, other.features, found.say, link, texts)
            joins.append(Join(item.whole.id, other.whole.id, round(link.score, 3), reason))
        elif place:
            reason = reasons.of_topic(
                item.features, [items[o].features for o in members], found.say
            )
            joins.append(Join(item.whole.id, None, 0.0, reason))
        for article, copy in zip(item.members, item.copies, strict=True):
            if copy is not None and copy.parent_id is not None:
                reason = f"{copy.relation} of an article in the story: {copy.evidence}"
                joins.append(Join(article.id, copy.parent_id, copy.shared, reason))
    return tuple(joins)


def _related(found: Grouping) -> dict[int, list[int]]:
    """Clusters with a pair between them that nearly joined them."""
    best: dict[tuple[int, int], float] = {}
    for a, links in enumerate(found.links):
        for link in links:
            one, other = found.cluster[a], found.cluster[link.other]
            if one != other and link.score >= settings.RELATED:
                best[one, other] = max(link.score, best.get((one, other), link.score))
    near: dict[int, list[int]] = defaultdict(list)
    for (one, other), _ in sorted(best.items(), key=lambda entry: (-entry[1], entry[0])):
        if len(near[one]) < settings.MOST_RELATED:
            near[one].append(other)
    return near


def _ids(
    articles: dict[int, set[str]],
    founders: dict[int, str],
    before: Sequence[Story],
    elsewhere: Callable[[str], bool],
) -> dict[int, str]:
    """An id for each cluster: the old story's it overlaps most, else one made of its founder."""
    home = {a: cluster for cluster, ids in articles.items() for a in ids}
    shared: dict[tuple[str, int], int] = defaultdict(int)
    for old in before:
        for article_id in old.article_ids:
            if article_id in home:
                shared[old.id, home[article_id]] += 1
    ids: dict[int, str] = {}
    taken: set[str] = set()
    for (old_id, cluster), _ in sorted(
        shared.items(), key=lambda e: (-e[1], e[0][0], founders[e[0][1]])
    ):
        if cluster not in ids and old_id not in taken:
            ids[cluster] = old_id
            taken.add(old_id)
    gone = {old.id for old in before} - taken
    for cluster in sorted(articles):
        if cluster not in ids:
            turn = 0
            # An id that led to another story must not lead here, not even when that is gone.
            while (
                new := content_id("story", founders[cluster], *(str(turn),) * bool(turn))
            ) in taken | gone or elsewhere(new):
                turn += 1
            ids[cluster] = new
            taken.add(new)
    return ids
