"""Names on the desk: folded over all of it where it is small or grows by a share, and between these
times bound story by story to the names that are there."""

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


def fold(desk: Desk, work: Sequence[str], *, whole: bool = False) -> None:
    """Fold the names of the articles `work`; of the `whole` desk where this is owed."""
    if _small(desk.db):
        with desk.transaction() as db:
            _put(db, *_over_the_desk(db), work)
        return
    waiting = len(work) + folded.since(desk.db)
    share = settings.FOLD_SHARE * folded.at_last_fold(desk.db)
    few = waiting <= max(settings.FOLD_LEAST, share) and folded.at_last_fold(desk.db)
    if few and not whole:
        for start in range(0, len(work), _PART):
            with desk.transaction() as db:
                _of_stories(db, work[start : start + _PART])
        return
    made = _over_the_desk(desk.db)  # takes long, and others may write meanwhile
    with desk.transaction() as db:
        _put(db, *made, work)


def owe(desk: Desk) -> None:
    """Articles have changed their stories without being new: what was bound story by story is no
    longer what a fold over the desk gives. This would be long to wait for; the next build does it."""
    if not _small(desk.db):
        with desk.transaction() as db:
            folded.owe(db)


def owed(desk: Desk) -> bool:
    """Whether a fold over the desk is owed."""
    return folded.is_owed(desk.db)


def _small(db: sqlite3.Connection) -> bool:
    return folded.articles(db) <= settings.FOLD_WHOLE


def _over_the_desk(db: sqlite3.Connection) -> tuple[tuple[Name, ...], tuple[NameLink, ...]]:
    return names.fold(folded.openings(db), read.all_mentions(db), folded.homes(db))


def _put(
    db: sqlite3.Connection, made: Sequence[Name], links: Sequence[NameLink], work: Sequence[str]
) -> None:
    todo.add(db, "story", folded.replace_all(db, made, links, folded.articles(db)))
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
