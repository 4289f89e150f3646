"""Names on the desk: folded over all of it as it grows by a share, and between these times bound
story by story to the names that are there."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from rashomon import names
from rashomon.growing import settings
from rashomon.model import Name, NameLink
from rashomon.store import Desk, folded, grown, read, todo

_PART = 500  # articles that are looked at together


def fold(desk: Desk, work: Sequence[str]) -> None:
    """Fold the names of the articles `work`."""
    waiting = len(work) + folded.since(desk.db)
    share = settings.FOLD_SHARE * folded.at_last_fold(desk.db)
    if waiting > max(settings.FOLD_LEAST, share) or not folded.at_last_fold(desk.db):
        _over_the_desk(desk, work)
        return
    for start in range(0, len(work), _PART):
        with desk.transaction() as db:
            _of_stories(db, work[start : start + _PART])


def _over_the_desk(desk: Desk, work: Sequence[str]) -> None:
    made, links = names.fold(
        folded.openings(desk.db), read.all_mentions(desk.db), folded.homes(desk.db)
    )
    with desk.transaction() as db:
        other = folded.replace_all(db, made, links, folded.articles(db))
        todo.add(db, "story", other)
        todo.remove(db, "names", work)


def _of_stories(db: sqlite3.Connection, work: Sequence[str]) -> None:
    """Fold the names of the stories that `work` stands in, and bind each to the one of the desk
    that most of its forms are known by; one that is not known is new."""
    stories = grown.stories_with(db, work)
    ids = sorted({*work, *(i for story in stories for i in story.article_ids)})
    made, links = names.fold(
        grown.articles(db, ids, as_read=False), read.mentions(db, ids), stories
    )
    mine: dict[str, list[NameLink]] = defaultdict(list)
    for link in links:
        mine[link.name_id].append(link)
    keys = {
        (name.type, link.referent): key
        for name in made
        if folded.everywhere(name)
        for link in mine[name.id]
        if (key := folded.key_of(name.type, link.referent)) is not None
    }
    known = folded.known_by(db, sorted(set(keys.values())))
    target: dict[str, str] = {}
    for name in made:
        votes: Counter[str] = Counter()
        for link in mine[name.id]:
            owners = known.get(keys.get((name.type, link.referent), ""), ())
            if len(owners) == 1:
                votes[owners[0]] += 1
        target[name.id] = min(votes, key=lambda one: (-votes[one], one)) if votes else name.id
    before = folded.by_id(db, sorted(set(target.values())))
    fresh: dict[str, Name] = {}
    for name in made:
        other = fresh.get(target[name.id]) or before.get(target[name.id])
        fresh[target[name.id]] = name if other is None else _with(other, name)
    bound = [replace(link, name_id=target[link.name_id]) for link in links]
    folded.put(db, ids, list(fresh.values()), bound)
    folded.count_since(db, len(work))
    todo.add(db, "story", [story.id for story in stories])
    todo.remove(db, "names", work)


def _with(one: Name, other: Name) -> Name:
    """`one`, called what `other` is called too."""
    return replace(
        one,
        variants=tuple(dict.fromkeys((*one.variants, *other.variants))),
        evidence=tuple(sorted({*one.evidence, *other.evidence})),
    )
