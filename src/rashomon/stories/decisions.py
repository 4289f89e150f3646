"""A reader's decisions on stories, laid over what the grouping says.

A decision speaks of articles, never of story ids, so that it outlives any rebuild: articles that
belong together (must-link) and articles that do not (cannot-link), as in constrained clustering
(Wagstaff & Cardie 2000). What moves is always a whole copy family. Decisions are laid on in the
order in which they were made, and a later one has the last word on what it names. The result
depends on the grouping and the log alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rashomon.errors import RashomonError
from rashomon.model import Article, Copy, Join, Story, content_id
from rashomon.stories import settings
from rashomon.stories.families import oldest_first
from rashomon.stories.parting import Parting, Retelling

Kind = Literal["merge", "split", "move", "undo"]
State = Literal["in force", "waiting", "taken back"]


@dataclass(frozen=True, slots=True)
class Part:
    """Articles that a decision names, and the story that they stood in when it was made."""

    story_id: str
    title: str
    article_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of the log.

    merge: a part for each story, the first gives the id. split: what is set apart; the rest.
    move: what is moved; the story that it goes to; the rest of the story that it leaves.
    undo: no parts; `undoes` is the number of the decision taken back.
    `number` counts from 1; `made_at` is ISO 8601, UTC.
    """

    number: int
    kind: Kind
    parts: tuple[Part, ...] = ()
    undoes: int | None = None
    made_at: str | None = None


def merge(number: int, found: Sequence[Story]) -> Decision:
    """`found` are one story, which has the id of the first. Raises `RashomonError`."""
    if len({story.id for story in found}) < len(found) or len(found) < 2:
        raise RashomonError("a merge needs two different stories")
    parts = tuple(Part(story.id, story.title, story.article_ids) for story in found)
    return Decision(number, "merge", parts)


def split(number: int, story: Story, articles: Sequence[str], copies: Sequence[Copy]) -> Decision:
    """`articles` of `story`, with their copies, are a story of their own.

    Raises `RashomonError` where one is not in the story or nothing would be left of it.
    """
    for article_id in articles:
        if article_id not in story.article_ids:
            raise RashomonError(f"article {article_id} is not in story {story.id}")
    apart = with_families(articles, copies)
    taken = tuple(i for i in story.article_ids if i in apart)
    rest = tuple(i for i in story.article_ids if i not in apart)
    if not rest or not taken:
        raise RashomonError(
            f"nothing would be left of story {story.id}: those articles and their copies are all"
        )
    return Decision(
        number, "split", (Part(story.id, story.title, taken), Part(story.id, story.title, rest))
    )


def move(
    number: int, article_id: str, source: Story, target: Story, copies: Sequence[Copy]
) -> Decision:
    """`article_id` of `source`, with its copies, belongs to `target`. Raises `RashomonError`."""
    if source.id == target.id:
        raise RashomonError(f"article {article_id} is in story {target.id} already")
    family = with_families([article_id], copies)
    moved = tuple(i for i in source.article_ids if i in family)
    rest = tuple(i for i in source.article_ids if i not in family)
    return Decision(
        number,
        "move",
        (
            Part(source.id, source.title, moved),
            Part(target.id, target.title, target.article_ids),
            Part(source.id, source.title, rest),
        ),
    )


def undo(number: int, log: Sequence[Decision], which: int | None = None) -> Decision:
    """Takes back decision `which`, else the last one in force; an undo may be taken back too.

    Raises `RashomonError` where there is none, or it was taken back before.
    """
    taken = taken_back(log)
    if which is None:
        standing = [d.number for d in log if d.kind != "undo" and d.number not in taken]
        if not standing:
            raise RashomonError("there is no decision to take back")
        which = standing[-1]
    if which not in {d.number for d in log}:
        raise RashomonError(f"no decision {which} on this desk")
    if which in taken:
        raise RashomonError(f"decision {which} was taken back already, by {taken[which]}")
    return Decision(number, "undo", undoes=which)


def with_families(articles: Iterable[str], copies: Sequence[Copy]) -> set[str]:
    """`articles` and all members of their copy families."""
    named = set(articles)
    touched = {copy.family_id for copy in copies if copy.article_id in named}
    return named | {copy.article_id for copy in copies if copy.family_id in touched}


def taken_back(log: Sequence[Decision]) -> dict[int, int]:
    """Decisions that do not hold any more, to the undo that took them back."""
    taken: dict[int, int] = {}
    for decision in reversed(log):
        if decision.undoes is not None and decision.number not in taken:
            taken[decision.undoes] = decision.number
    return taken


def in_force(log: Sequence[Decision]) -> tuple[Decision, ...]:
    """Merges, splits and moves that hold, in the order of the log."""
    taken = taken_back(log)
    return tuple(d for d in log if d.kind != "undo" and d.number not in taken)


def state(decision: Decision, log: Sequence[Decision], present: Collection[str]) -> State:
    """Whether a decision holds; it waits where articles that it cannot do without are missing."""
    if decision.number in taken_back(log):
        return "taken back"
    there = [any(i in present for i in part.article_ids) for part in decision.parts]
    needed = {"merge": sum(there) >= 2, "split": all(there[:2]), "move": all(there[:2])}
    return "in force" if needed.get(decision.kind, True) else "waiting"


def missing(decision: Decision, present: Collection[str]) -> tuple[str, ...]:
    """Articles that a decision names and the desk does not have, by id."""
    named = {i for part in decision.parts for i in part.article_ids}
    return tuple(sorted(i for i in named if i not in present))


def claims(before: Sequence[Story], new: Decision, log: Sequence[Decision]) -> tuple[Story, ...]:
    """`before`, with its articles dealt out so that ids fall as the reader means them to.

    After a merge the first story's id stays, after a split the rest keeps the old one, and an
    undo gives stories back the ids that they had.
    """
    back = False
    numbered = {d.number: d for d in log}
    # The undo of an undo puts the decision in force again.
    while new.kind == "undo" and new.undoes in numbered:
        new, back = numbered[new.undoes], not back
    at = {i: story.id for story in before for i in story.article_ids}
    claimed: dict[str, str | None] = {}
    if new.kind == "merge" and not back:
        first = _live(at, new.parts[0])
        claimed = {i: first for part in new.parts for i in part.article_ids}
    elif new.kind == "merge":
        claimed = {i: part.story_id for part in new.parts[1:] for i in part.article_ids}
    elif new.kind == "split":
        home = _live(at, new.parts[1]) if back else None
        claimed = dict.fromkeys(new.parts[0].article_ids, home)
    elif new.kind == "move":
        claimed = dict.fromkeys(new.parts[0].article_ids, _live(at, new.parts[2 if back else 1]))
    return _dealt_out(before, {i: claimed.get(i, home) for i, home in at.items()})


def apply(
    grouped: Sequence[Story],
    log: Sequence[Decision],
    articles: Sequence[Article],
    copies: Sequence[Copy],
    before: Sequence[Story] = (),
) -> tuple[Story, ...]:
    """The stories of `grouped` (of `stories.group` over the same `articles` and `copies`) as the
    decisions of `log` that are in force leave them, with ids after those of `before`.

    Stories that change are told anew; those that do not are given back as they are.
    """
    decided = in_force(log)
    if not decided:
        return tuple(grouped)
    retelling = Retelling(articles, copies)
    parting = Parting(grouped, decided, retelling)
    made: list[Story] = []
    for units in parting.clusters():
        ids = {i for u in units for i in parting.units[u].article_ids}
        base = grouped[parting.units[units[0]].base]
        if ids == set(base.article_ids):
            made.append(base)
        else:
            story = retelling.told(ids)
            made.append(replace(story, id="", joins=_joins(story, units, grouped, parting)))
    given = _ids(made, grouped, before)
    named = [replace(story, id=given[n]) for n, story in enumerate(made)]
    related = _related(named, grouped)
    made = [replace(story, related=related[story.id]) for story in named]
    rows = {a.id: a for a in articles}
    return tuple(sorted(made, key=lambda s: (oldest_first(rows[s.article_ids[0]]), s.id)))


def _live(at: dict[str, str], part: Part) -> str:
    """The id that most of a part's articles stand under now, else the one they stood under."""
    counts = Counter(at[i] for i in part.article_ids if i in at)
    return min(counts, key=lambda i: (-counts[i], i)) if counts else part.story_id


def _dealt_out(before: Sequence[Story], homes: dict[str, str | None]) -> tuple[Story, ...]:
    members: dict[str, list[str]] = {story.id: [] for story in before}
    for article_id, home in homes.items():
        if home is not None:
            members.setdefault(home, []).append(article_id)
    known = {story.id: story for story in before}
    blank = Story("", "", (), None, None, (), 0)
    return tuple(
        replace(known.get(i, blank), id=i, article_ids=tuple(ids), joins=(), related=())
        for i, ids in sorted(members.items())
    )


def _joins(
    story: Story, units: Sequence[int], grouped: Sequence[Story], parting: Parting
) -> tuple[Join, ...]:
    """Reasons of a changed story: the grouping's own where both articles are still together,
    the reader's where a decision brought an article here, else from what holds it now."""
    inside = set(story.article_ids)
    unit_of = {i: u for u in units for i in parting.units[u].article_ids}
    own: dict[int, Join] = {}
    for base in sorted({parting.units[u].base for u in units}):
        for join in grouped[base].joins:
            unit = unit_of.get(join.article_id)
            apart = join.other_id is None or unit_of.get(join.other_id) != unit
            if unit is not None and apart and (join.other_id is None or join.other_id in inside):
                own[unit] = join
    joins: list[Join] = []
    said: set[int] = set()
    for join in story.joins:
        unit = unit_of[join.article_id]
        if join.other_id is not None and unit_of.get(join.other_id) == unit:
            joins.append(join)
            continue
        said.add(unit)
        joins.append(_by_reader(join.article_id, unit, own, parting) or own.get(unit) or join)
    for unit in units:
        if unit not in said and (found := _by_reader(None, unit, {}, parting, oldest=True)):
            joins.insert(0, found)
    return tuple(joins)


_WORDS = {
    "merge": "merged into this story by a reader",
    "split": "set apart as a story of its own by a reader",
    "move": "moved here by a reader",
}


def _by_reader(
    article_id: str | None, unit: int, own: dict[int, Join], parting: Parting, oldest: bool = False
) -> Join | None:
    decision = parting.by.get(unit)
    # What a merge brought is held by its own reasons but for the article that they lead back to.
    if decision is None or (decision.kind != "move" and unit in own):
        return None
    if oldest and decision.kind == "merge":
        return None
    reason = f"{_WORDS[decision.kind]} (decision {decision.number})"
    return Join(article_id or parting.units[unit].article_ids[0], None, 0.0, reason)


def _ids(made: Sequence[Story], grouped: Sequence[Story], before: Sequence[Story]) -> list[str]:
    """An id for each story, as in the grouping: of the old one that it overlaps most, else the
    one that the grouping gave it, else one made of its oldest article."""
    home = {i: n for n, story in enumerate(made) for i in story.article_ids}
    shared: Counter[tuple[str, int]] = Counter(
        (old.id, home[i]) for old in before for i in old.article_ids if i in home
    )
    founder = [story.article_ids[0] for story in made]
    given: dict[int, str] = {}
    taken: set[str] = set()
    order = sorted(shared.items(), key=lambda e: (-e[1], e[0][0], founder[e[0][1]]))
    for (old_id, n), _ in order:
        if n not in given and old_id not in taken:
            given[n] = old_id
            taken.add(old_id)
    gone = {old.id for old in before} - taken
    for n, story in enumerate(made):
        if n not in given and story.id and story.id not in taken | gone:
            given[n] = story.id
            taken.add(story.id)
    for n in sorted(range(len(made)), key=lambda n: founder[n]):
        turn = 0
        while n not in given:
            new = content_id("story", founder[n], *(str(turn),) * bool(turn))
            turn += 1
            if new not in taken | gone:
                given[n] = new
                taken.add(new)
    return [given[n] for n in range(len(made))]


def _related(made: Sequence[Story], grouped: Sequence[Story]) -> dict[str, tuple[str, ...]]:
    """Links to related stories, led on to where the articles are now; what a reader has set
    apart stays linked to what it was grouped with."""
    home = {i: story.id for story in made for i in story.article_ids}
    went: dict[str, list[str]] = {}
    for base in grouped:
        counts = Counter(home[i] for i in base.article_ids)
        went[base.id] = sorted(counts, key=lambda i: (-counts[i], i))
    near: dict[str, list[str]] = defaultdict(list)
    for base in grouped:
        for one in went[base.id]:
            near[one] += [other for other in went[base.id] if other != one]
            # A story that is not of `grouped` stays linked as it was.
            near[one] += [i for r in base.related if (i := went.get(r, [r])[0]) != one]
    return {
        story.id: tuple(sorted(tuple(dict.fromkeys(near[story.id]))[: settings.MOST_RELATED]))
        for story in made
    }
