"""A reader's decisions on stories, as they are listed and as the form beside a story offers them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.i18n import gettext as _
from rashomon.store import decisions as decided
from rashomon.store import lookup, read
from rashomon.stories import decisions
from rashomon.stories.decisions import Decision
from rashomon.views import words
from rashomon.views.source import Source, cut
from rashomon.views.story import Joined, StoryLink, StoryView, link_to
from rashomon.views.tellings import flat

# Stories that the form names as others: the related ones, then the foremost of a desk that has not
# many more; on a large one they are found by words.
OFFERED = 40
_FEW = 300
_TITLE = 70


@dataclass(frozen=True, slots=True)
class DecidedPart:
    """A story that a decision names, as it was called then. `there` says that the address still
    leads somewhere."""

    story_id: str
    title: str
    article_count: int
    there: bool

    @property
    def href(self) -> str:
        return f"/story/{self.story_id}"


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A decision of the log. `state` is "in force", "waiting" (for articles that are not on the
    desk) or "taken back"; `said` says in words what was decided. `went_to` is the story in which
    the articles of a move or a split in force stand now."""

    number: int
    kind: str
    said: str
    state: str
    made_at: str | None
    undoes: int | None
    taken_back_by: int | None
    parts: tuple[DecidedPart, ...]
    missing_count: int
    went_to: DecidedPart | None = None

    @property
    def may_be_undone(self) -> bool:
        return self.state != "taken back"


@dataclass(frozen=True, slots=True)
class DecisionsView:
    """The log, the newest first."""

    decisions: tuple[DecisionView, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """An article of a story, and why it stands there; `join` is None for the one that the others
    were joined to."""

    source: Source
    join: Joined | None
    family: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """What a reader may decide on a story: its articles, and the stories that others could be."""

    members: tuple[Member, ...]
    related: tuple[StoryLink, ...]
    others: tuple[StoryLink, ...]


def decisions_of(db: sqlite3.Connection) -> DecisionsView:
    """All decisions of the desk."""
    log = decided.log(db)
    if not log:
        return DecisionsView(())
    present = set(read.article_ids(db)) & {
        i for d in log for part in d.parts for i in part.article_ids
    }
    made = [_decision(db, d, log, present) for d in reversed(log)]
    return DecisionsView(tuple(made))


def decision(db: sqlite3.Connection, number: int) -> DecisionView | None:
    """Decision `number`, or None where the log has none."""
    found = [d for d in decisions_of(db).decisions if d.number == number]
    return found[0] if found else None


def _decision(
    db: sqlite3.Connection, one: Decision, log: Sequence[Decision], present: set[str]
) -> DecisionView:
    parts = tuple(
        DecidedPart(
            part.story_id,
            part.title,
            len(part.article_ids),
            lookup.story_rows_of(db, [part.story_id]) != []
            or read.story_moved(db, part.story_id) is not None,
        )
        for part in one.parts
    )
    state = decisions.state(one, log, present)
    return DecisionView(
        one.number,
        one.kind,
        said(one),
        state,
        one.made_at,
        one.undoes,
        decisions.taken_back(log).get(one.number),
        parts,
        len(decisions.missing(one, present)),
        _went_to(db, one) if state == "in force" and one.kind in ("move", "split") else None,
    )


def _went_to(db: sqlite3.Connection, one: Decision) -> DecidedPart | None:
    ids = list(one.parts[0].article_ids)
    homes = lookup.stories_of_articles(db, ids)
    found = next((homes[i] for i in ids if i in homes), None)
    return None if found is None else DecidedPart(found[0], found[1], len(ids), True)


def said(one: Decision) -> str:
    """ "split 2 articles off “Ferry sinks”"."""
    if one.kind == "undo":
        return _("took back decision %(number)s", number=one.undoes)
    titles = [words.quoted(cut(part.title, _TITLE)) for part in one.parts]
    count = words.count(len(one.parts[0].article_ids), "article")
    if one.kind == "merge":
        return _("merged into %(story)s: %(others)s", story=titles[0], others=", ".join(titles[1:]))
    if one.kind == "split":
        return _("split %(articles)s off %(story)s", articles=count, story=titles[0])
    return _(
        "moved %(articles)s from %(one)s to %(other)s",
        articles=count,
        one=titles[0],
        other=titles[1],
    )


def choice(db: sqlite3.Connection, view: StoryView) -> Choice:
    """The stories that articles of `view` could belong to, those that are related first."""
    near = {link.id for link in view.related} | {view.id}
    many = db.execute("SELECT 1 FROM stories LIMIT 1 OFFSET ?", (_FEW,)).fetchone()
    rows = [] if many else lookup.story_rows(db, limit=OFFERED)
    reasons = {join.source.article_id: join for join in view.joins}
    sources = [
        (s, bool(t.copies))
        for t in view.tellings
        for s in (t.source, *(n.source for _, n in flat(t.copies)))
    ]
    members = tuple(Member(s, reasons.get(s.article_id), kin) for s, kin in sources)
    return Choice(members, view.related, tuple(link_to(row) for row in rows if row.id not in near))
