"""What was done to a parent to make its copy, and the words that say so."""

from __future__ import annotations

import math
from dataclasses import dataclass

from rapidfuzz import fuzz

from rashomon.copies import settings
from rashomon.copies.alignment import Alignment, Gap, align
from rashomon.copies.credits import is_credit
from rashomon.copies.dates import distance, surely_before
from rashomon.copies.members import Member
from rashomon.model import Relation


@dataclass(frozen=True, slots=True)
class Step:
    """One copy made from one parent. `gaps` are those that count: where only the one outlet's
    name stands for the other's, nothing was done."""

    child: Member
    parent: Member
    alignment: Alignment
    gaps: tuple[Gap, ...]
    cost: float


def stated(child: Member, parent: Member) -> bool:
    """Whether the child's page names the parent's outlet or address as its source."""
    return parent.outlet in child.sources or (
        parent.address is not None and parent.address in child.sources
    )


def step(child: Member, parent: Member) -> Step:
    """The step from `parent` to `child` and what it costs."""
    alignment = align(child.words, parent.words)
    gaps = tuple(gap for gap in alignment.gaps if not _renamed(child, parent, gap))
    cost = sum(
        settings.GAP_COST + settings.WORD_COST * gap.inserted + settings.DELETED_COST * gap.deleted
        for gap in gaps
    )
    if child.title != parent.title:
        cost += settings.TITLE_COST
    if stated(child, parent):
        cost -= settings.STATED_GAIN
    return Step(child, parent, alignment, gaps, cost)


def _renamed(child: Member, parent: Member, gap: Gap) -> bool:
    mine = child.words.numbers[gap.child_start : gap.child_end].tolist()
    theirs = parent.words.numbers[gap.parent_start : gap.parent_end].tolist()
    return child.names.issuperset(mine) and parent.names.issuperset(theirs)


def _names(child: Member, parent: Member, gap: Gap) -> bool:
    """Whether the gap holds a credit line that names the parent's outlet."""
    if not 0 < gap.inserted < settings.FOOTER_WORDS or not parent.outlet:
        return False
    words = inserted(child, gap)
    return parent.outlet in words.casefold() and is_credit(words)


def inserted(child: Member, gap: Gap) -> str:
    """The words of a gap as they stand in the child."""
    if not gap.inserted:
        return ""
    return child.article.text[
        child.words.starts[gap.child_start] : child.words.ends[gap.child_end - 1]
    ]


def deleted(parent: Member, gap: Gap) -> str:
    """The words of a gap as they stand in the parent."""
    if not gap.deleted:
        return ""
    return parent.article.text[
        parent.words.starts[gap.parent_start] : parent.words.ends[gap.parent_end - 1]
    ]


def relation(done: Step) -> Relation:
    """The name of what was done."""
    child, parent, gaps = done.child, done.parent, done.gaps
    count, length = done.alignment.child_words, done.alignment.parent_words
    if child.address is not None and child.address == parent.address:
        return "revision" if gaps else "identical"
    languages = {child.article.language, parent.article.language} - {"und"}
    if len(languages) == 2 and done.alignment.share < settings.LEAST_SHARE:
        return "translated"
    removed = sum(gap.deleted for gap in gaps)
    added = sum(gap.inserted for gap in gaps if not gap.deleted)
    replaced = [gap for gap in gaps if gap.deleted and gap.inserted]
    cut = _cut(done)
    if child.article.kind == "teaser":
        return "teaser"
    if count <= settings.TEASER_WORDS and count <= settings.TEASER_SHARE * length and cut:
        return "teaser"
    if any(is_credit(inserted(child, gap)) for gap in gaps if gap.inserted) or (
        child.sources and removed < settings.EXCERPT_DELETED * length
    ):
        return "syndicated"
    if not gaps:
        return "identical"
    other_words = sum(gap.inserted for gap in replaced if not _spelling(child, parent, gap))
    if other_words >= max(3.0, settings.REWORDED_SHARE * count):
        return "reworded"
    if cut:
        return "excerpt"
    longest = max((gap.inserted for gap in gaps if not gap.deleted), default=0)
    if added > settings.CONTAINS_SHARE * count and longest >= settings.CONTAINS_WORDS:
        return "contains"
    if added >= removed and added > 2 * len(replaced):
        return "boilerplate"
    if removed > 2 * len(replaced):
        return "trimmed"
    return "respelled"


def _cut(done: Step) -> bool:
    """Whether the child is its parent's beginning, with little after the place of the cut."""
    cuts = [
        gap
        for gap in done.gaps
        if gap.deleted >= settings.EXCERPT_DELETED * done.alignment.parent_words
    ]
    if len(cuts) != 1:
        return False
    cut = cuts[0]
    rest = done.alignment.child_words - cut.child_end
    others = sum(gap.deleted for gap in done.gaps) - cut.deleted
    return rest <= settings.FOOTER_WORDS and others <= 0.02 * done.alignment.parent_words


def _spelling(child: Member, parent: Member, gap: Gap) -> bool:
    if gap.inserted > 3 or gap.deleted > 3:
        return False
    mine, theirs = inserted(child, gap).casefold(), deleted(parent, gap).casefold()
    initials = "".join(word[0] for word in theirs.split() if word)
    return (
        fuzz.ratio(mine, theirs) >= settings.SPELLING_LIKENESS
        or mine.rstrip(".") == initials
        or theirs.startswith(mine.rstrip("."))
    )


def describe(done: Step) -> tuple[Relation, str]:
    """The relation of the child to its parent, and why the parent is its parent, in words."""
    child, parent = done.child, done.parent
    name = relation(done)
    whose = parent.article.outlet or parent.address or "the other article"
    parts = []
    if name == "translated":
        parts.append(f"states {whose} as its source")
    elif name == "identical":
        parts.append(f"all its words stand in {whose}'s")
    else:
        percent = math.floor(100 * done.alignment.share)
        parts.append(f"{percent}% of its {done.alignment.child_words} words stand in {whose}'s")
        removed = sum(gap.deleted for gap in done.gaps)
        added = sum(gap.inserted for gap in done.gaps if not gap.deleted)
        if removed:
            parts.append(f"lacks {removed} of its {done.alignment.parent_words} words")
        if added:
            parts.append(f"adds {added} words")
    if stated(child, parent) and name != "translated":
        parts.append(f"states {whose} as its source")
    elif any(_names(child, parent, gap) for gap in done.gaps):
        parts.append(f"credits {whose}")
    if child.address is not None and child.address == parent.address:
        parts.append("the same address")
    if child.title == parent.title != 0:
        parts.append("the same title")
    if child.when and parent.when and surely_before(parent.when, child.when):
        parts.append(f"published {distance(parent.when, child.when)} later")
    return name, "; ".join(parts)
