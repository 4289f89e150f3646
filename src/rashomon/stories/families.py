"""Items to group: an article that stands alone, or a family of copies as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model import Article, Copy
from rashomon.stories import features, grouping
from rashomon.stories.features import Features


@dataclass(frozen=True, slots=True)
class Item:
    """A family, or an article without one: `whole` speaks for it, `members` oldest first."""

    head: Article
    whole: Article
    members: tuple[Article, ...]
    copies: tuple[Copy | None, ...]
    features: Features


def items(articles: Sequence[Article], copies: Sequence[Copy]) -> list[Item]:
    """One item for each family, in the order of `grouping.time_key`; sponsored articles are out."""
    rows = {copy.article_id: copy for copy in copies}
    families: dict[str, list[Article]] = {}
    for article in sorted({a.id: a for a in articles}.values(), key=lambda a: a.id):
        if article.kind != "sponsored":
            row = rows.get(article.id)
            families.setdefault(row.family_id if row else "\x1f" + article.id, []).append(article)
    made = [_item(members, rows) for members in families.values()]
    return sorted(made, key=lambda item: grouping.time_key(item.features, item.whole.id))


def oldest_first(article: Article) -> tuple[float, float, str]:
    """Sort key: by date, the undated last, then by id."""
    span = features.days(article.published)
    return (*(span or (float("inf"), float("inf"))), article.id)


def _item(members: list[Article], rows: dict[str, Copy]) -> Item:
    ordered = sorted(members, key=oldest_first)
    head = next(
        (a for a in ordered if (row := rows.get(a.id)) is None or row.parent_id is None), ordered[0]
    )
    # A teaser that heads its family says less than the article that it is a teaser of.
    longest = max(ordered, key=lambda a: (a.kind == "article", len(a.text), a is head))
    whole = head if head.kind == "article" and 2 * len(head.text) >= len(longest.text) else longest
    found = features.of(whole)
    if found.when.first is None:
        dated = [when for a in ordered if (when := features.when_of(a)).first is not None]
        if dated:
            found = features.at(found, dated[0])
    return Item(head, whole, tuple(ordered), tuple(rows.get(a.id) for a in ordered), found)
