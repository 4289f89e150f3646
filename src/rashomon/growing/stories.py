"""Stories on the desk: new items are grouped with what stands near them in time.

A batch of new items meets the days around it. Where it is small beside them, only the items that
it is near to, and the stories of these, are grouped again; else all of those days. What changed is
told again; a story outside stays as it was.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from rashomon import dating
from rashomon.growing import region, settings
from rashomon.growing.region import New, Region
from rashomon.model import Article, Story
from rashomon.progress import Step
from rashomon.store import Desk, grown, story_days, todo, write
from rashomon.store import decisions as decided
from rashomon.store.story_days import Place
from rashomon.stories import decisions, telling
from rashomon.stories import settings as limits
from rashomon.stories.decisions import Decision
from rashomon.stories.families import Item
from rashomon.stories.features import days

_NEVER = float("inf")


def group(desk: Desk, step: Step) -> None:
    """Group the articles that are to be grouped, oldest first, a batch at a time."""
    while batches := _batches(desk.db):
        for batch in batches:
            with desk.transaction() as db:
                regroup(db, batch)
            step.advance(len(batch))


def _batches(db: sqlite3.Connection) -> list[list[str]]:
    """The articles that are to be grouped, families whole, in the order of time."""
    members: dict[str, list[str]] = defaultdict(list)
    age: dict[str, tuple[float, float, str]] = {}
    for article_id, published, family in grown.to_group(db):
        members[family].append(article_id)
        span = days(published) or (_NEVER, _NEVER)
        age[family] = min(age.get(family, (_NEVER, _NEVER, "\U0010ffff")), (*span, family))
    ordered = sorted(members, key=lambda family: age[family])
    return [
        [one for family in ordered[n : n + settings.BATCH] for one in members[family]]
        for n in range(0, len(ordered), settings.BATCH)
    ]


def regroup(
    db: sqlite3.Connection, batch: Sequence[str], decision: Decision | None = None
) -> list[decided.Change]:
    """Group the articles `batch` with what stands around them and tell what changes; where a
    reader has just made `decision`, all that was ever decided on too. Gives what became of stories.
    """
    log = decided.log(db)
    new = region.new_items(db, batch)
    there, numbers = region.around(db, new)
    near = region.near(db, new, there, numbers)
    # A decision may bind all that any decision names: these are laid over the grouping together.
    named = _named(db, log if decision is None else (*log, decision))
    if not log or not named & near:
        log = ()
    if decision is not None:
        decided.add(db, decision)
        log = decided.log(db)
    if log:
        near |= named
    found = region.grouped(db, new, there, numbers, near)
    told, stay = _placed(db, new, found)
    if decision is not None or log:
        # What a decision put together is told together.
        clusters = dict(zip(found.items, found.found.cluster, strict=True))
        bound = {clusters[n] for n in clusters if _cluster_before(found, n) in named}
        stay -= bound
        told |= bound
    changes = _told(db, new, found, told, stay, log, decision)
    todo.remove(db, "stories", [*batch, *new.articles])
    dated = [day for day in found.days if day != story_days.UNKNOWN]
    if dated:
        story_days.prune(db, sorted(dated)[len(dated) // 2])
    return changes


def _cluster_before(found: Region, number: int) -> int | None:
    places = found.before.get(number)
    return places[0].cluster if places else None


def _named(db: sqlite3.Connection, log: Sequence[Decision]) -> set[int]:
    """The clusters that hold an article of which a reader has ever decided."""
    ids = sorted({one for entry in log for part in entry.parts for one in part.article_ids})
    numbers = sorted(grown.numbers(db, ids).values())
    return {place.cluster for place in story_days.places(db, numbers)}


def _placed(db: sqlite3.Connection, new: New, found: Region) -> tuple[set[int], set[int]]:
    """Write where the items stand. Gives the clusters of `found` that are other than they were,
    and those that are the same."""
    clusters: dict[int, list[int]] = defaultdict(list)
    for n, cluster in enumerate(found.found.cluster):
        clusters[cluster].append(n)
    was = Counter(places[0].cluster for places in found.before.values())
    told: set[int] = set()
    stay: set[int] = set()
    places: list[Place] = []
    for cluster, members in sorted(clusters.items()):
        before = {_cluster_before(found, found.items[n]) for n in members}
        (first, *others) = before
        same = not others and first is not None and was[first] == len(members)
        same = same and first not in new.left
        (stay if same else told).add(cluster)
        name = first if same and first is not None else min(found.items[n] for n in members)
        for n in members:
            number, met = found.items[n], float(found.found.met[n])
            if number in new.items:
                articles = [new.articles[a.id] for a in new.items[number].members]
            else:
                articles = [place.number for place in found.before[number]]
                if found.before[number][0] == Place(number, number, name, found.days[n], met):
                    continue
            places += [Place(one, number, name, found.days[n], met) for one in articles]
    story_days.put(db, places)
    if new.items:
        story_days.add(db, np.array(list(new.items), dtype=np.int64), new.bag)
    return told, stay


def _told(
    db: sqlite3.Connection,
    new: New,
    found: Region,
    told: set[int],
    stay: set[int],
    log: Sequence[Decision],
    decision: Decision | None,
) -> list[decided.Change]:
    """Write the stories of the clusters `told`, in place of those that their articles stood in."""
    places = [n for n, cluster in enumerate(found.found.cluster) if cluster in told]
    known = region.items_of(db, [n for p in places if (n := found.items[p]) not in new.items])
    items: dict[int, Item] = {
        p: new.items[n] if (n := found.items[p]) in new.items else known[n] for p in places
    }
    articles = [article for p in places for article in items[p].members]
    # Sponsored articles of a family stand in no story.
    ids = sorted({*new.articles, *(article.id for article in articles)})
    before = grown.stories_with(db, ids)
    homes = _homes(db, found, stay)
    replaced = {story.id for story in before}

    def taken(story_id: str) -> bool:
        return story_id not in replaced and grown.story_exists(db, story_id)

    claimed = before
    if decision is not None:
        claimed = list(decisions.claims(before, decision, log[:-1]))
    made = telling.stories(items, found.found, claimed, homes, taken)
    if log:
        rows = grown.copies_of(db, [article.id for article in articles])
        made = decisions.apply(made, log, articles, rows, claimed)
    made = _linked(db, made, before, homes)
    final = dating.complete_from_stories(articles, made)
    dated = {article.id: article for article in final}
    made = tuple(telling.redated(story, dated) for story in made)
    changes = decided.add_changes(db, made, None if decision is None else decision.number, before)
    write.stories(db, made, sorted(replaced))
    write.dates(db, [*final, *_sponsored(db, new, dated)])
    decided.forget_gone(db)
    for story in made:
        for other in story.related:
            write.related(db, other, [story.id], limits.MOST_RELATED)
    return changes


def _sponsored(db: sqlite3.Connection, new: New, told: dict[str, Article]) -> list[Article]:
    """New articles that stand in no story, with their dates."""
    return grown.first_dated(db, sorted(new.articles.keys() - told.keys()))


def _homes(db: sqlite3.Connection, found: Region, stay: set[int]) -> dict[int, str]:
    """The stories of the clusters that stay as they were."""
    one = {
        cluster: found.items[n] for n, cluster in enumerate(found.found.cluster) if cluster in stay
    }
    ids = grown.ids(db, sorted(one.values()))
    stories = grown.homes(db, sorted(ids.values()))
    return {c: stories[ids[n]] for c, n in one.items() if ids[n] in stories}


def _linked(
    db: sqlite3.Connection,
    made: Sequence[Story],
    before: Sequence[Story],
    homes: dict[int, str],
) -> tuple[Story, ...]:
    """Stories with the links that they had to stories that were not looked at."""
    seen = {*homes.values(), *(story.id for story in before), *(story.id for story in made)}
    had = {story.id: [one for one in story.related if one not in seen] for story in before}
    return tuple(
        replace(
            story,
            related=tuple(sorted([*story.related, *had.get(story.id, ())][: limits.MOST_RELATED])),
        )
        for story in made
    )
