"""Stories: articles that tell of one event, grouped over time, with stable ids."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model import Article, Copy, Story
from rashomon.stories import families, grouping, settings, telling


def group(
    articles: Sequence[Article],
    copies: Sequence[Copy],
    before: Sequence[Story] = (),
    lean: float = settings.LEAN,
) -> tuple[Story, ...]:
    """Stories over all `articles`; every article of kind "article" or "teaser" is in one story.

    `before` are the stories that the desk had: a story keeps the id it first had, by overlap.
    The grouping itself does not depend on `before` nor on the order of the articles. `lean` is
    in log odds: higher joins less (fewer wrong merges), lower joins more.
    """
    items = families.items(articles, copies)
    found = grouping.by_event([item.features for item in items], lean)
    return telling.stories(items, found, before)
