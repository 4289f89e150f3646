"""A story of three hundred tellings, for tests and pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from builders import make_article, make_page, make_statement, make_story, make_telling
from builders import span_of as span
from rashomon.model import Brief, Contrast, Page, Reading, Story, content_id
from rashomon.store import Desk, write

HUNDREDS = 300


def read_as(name: str, article_text: str, **fields: Any) -> tuple[Any, tuple[Page, Reading]]:
    page = make_page(name, origin=f"pages/{name}.txt")
    article = make_article(article_text, page_id=page.id, **fields)
    return article, (page, Reading(page.id, article_text, (article,), ()))


def hundreds() -> tuple[Story, list[Any], list[Any], list[Contrast]]:
    articles, readings = [], []
    for n in range(HUNDREDS):
        long = " and everything else that there is to say about it" * 4 if n % 20 == 0 else ""
        article, reading = read_as(
            f"h{n}", f"The old bridge of Varn fell on Friday and {10 + n % 7} people were hurt,"
            f" report {n} said.\n\n“We saw it go at hour {n},” Mara Volk, the mayor, told reporters.",
            title=f"Bridge falls, report {n}{long}", published=f"2031-05-{3 + n % 9:02d}",
            outlet=f"The Varn Evening Courier and Advertiser {n % 60}",
        )  # fmt: skip
        articles.append(article)
        readings.append(reading)
    story = make_story(*articles)
    contrasts = [
        Contrast(content_id("h", str(rank)), story.id, rank, f"How many were hurt, {rank}",
                 "number", "strong", tuple(
            make_telling(articles[n], f"{10 + n % 7} people", str(10 + n % 7))
            for n in range(rank, HUNDREDS, 3)
        ))
        for rank in range(1, 16)
    ]  # fmt: skip
    return story, articles, readings, contrasts


def write_story(path: Path) -> str:
    """A desk with this story alone at `path`; gives the story's id."""
    story, articles, readings, contrasts = hundreds()
    with Desk(path, write=True) as desk, desk.transaction() as db:
        for page, reading in readings:
            write.page(db, page, reading)
        write.stories(db, [story])
        write_findings(db, story, articles, contrasts)
    return story.id


def write_findings(db: Any, story: Story, articles: list[Any], contrasts: list[Contrast]) -> None:
    """What was found in the articles of the story."""
    for n, article in enumerate(articles):
        said = make_statement(article, f"We saw it go at hour {n},", speaker="Mara Volk")
        write.article_findings(db, article, [], [said], [])
    write.contrasts(db, story.id, contrasts)
    opening = (span(a, a.text.split(" said.")[0] + " said.") for a in articles[:3])
    write.brief(db, Brief(story.id, tuple(opening)))
