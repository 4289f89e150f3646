"""Pages of many shapes: how many articles, of what kind, of what size. Words are made at random."""

from __future__ import annotations

import random
import re

import pytest

from rashomon.model import Page, Reading
from rashomon.reading import read

NOUNS = (
    "harbour board ferry council mill school river quay guild mayor vote repairs winter boats pier "
    "county storm bridge workers plan money court meeting judge"
).split()


class Maker:
    """Makes sentences of no meaning, the same ones each time."""

    def __init__(self) -> None:
        self.random = random.Random(3)

    def text(self, sentences: int = 3) -> str:
        made = []
        for _ in range(sentences):
            words = " ".join(self.random.choice(NOUNS) for _ in range(self.random.randint(8, 20)))
            made.append(f"The {words}.")
        return " ".join(made)

    def body(self, paragraphs: int) -> str:
        return "".join(f"<p>{self.text()}</p>" for _ in range(paragraphs))


M = Maker()
CARDS = [f"<a href='/{n}'><h3>{M.text(1)[:60]}</h3></a><p>{M.text(1)}</p>" for n in range(15)]
COMMENTS = "".join(
    f"<div class='c'><b>user{n}</b> <span>2 days ago</span><p>{M.text()}</p></div>"
    for n in range(14)
)
SHAPES: dict[str, tuple[str, list[str]]] = {
    "front page": (
        "".join(
            f"<section><h2>{name}</h2><ul>{''.join(f'<li class=card>{card}</li>' for card in CARDS[k : k + 5])}</ul></section>"
            for k, name in ((0, "World"), (5, "Local"), (10, "Sport"))
        ),
        ["teaser"] * 15,
    ),
    "short front page": ("".join(f"<div class=item>{card}</div>" for card in CARDS[:3]), ["teaser"] * 3),
    "blog": (
        "<main>" + "".join(
            f"<div class=post><h2 class=entry-title><a href='/p{n}'>Post {n} on the old mill</a></h2>"
            f"<div class=entry-content>{M.body(6)}</div></div>" for n in range(3)
        ) + "</main>",
        ["article"] * 3,
    ),
    "second article under the first": (
        f"<article><h1>First story of the mill</h1>{M.body(12)}</article>"
        f"<div><article><h1>Second story of the quay</h1>{M.body(7)}</article></div>",
        ["article"] * 2,
    ),
    "live page": (
        "<h1>Live: storm at the harbour</h1>" + "".join(
            f"<div class=update><time>1{n}:00</time><h3>Update {n} from the pier</h3><p>{M.text(2)}</p></div>"
            for n in range(8)
        ),
        ["article"],
    ),
    "round-up": (
        "<article><h1>Five things to know</h1>"
        + "".join(f"<h2>{n}. Thing</h2><p>{M.text(4)}</p><p>{M.text(4)}</p>" for n in range(5))
        + "</article>",
        ["article"],
    ),
    "related cards": (
        f"<div class=story><h1>Main story of the mill</h1>{M.body(8)}</div>"
        f"<div>{''.join(f'<div class=card>{card}</div>' for card in CARDS[:6])}</div>",
        ["article"],
    ),
    "comments longer than the article": (
        f"<div class=story><h1>Main story of the mill</h1>{M.body(4)}</div><h3>14 comments</h3>{COMMENTS}",
        ["article"],
    ),
    "breaks for paragraphs": (
        f"<h1>Main story of the mill</h1><div>{'<br><br>'.join(M.text() for _ in range(7))}</div>",
        ["article"],
    ),
    "table for layout": (
        f"<table><tr><td><a href='/'>Home</a><br><a href='/n'>News</a></td><td><h1>Main story of the mill</h1>"
        f"{M.body(5)}</td><td><p>{M.text(1)}</p><a href='/x'>more</a></td></tr></table>",
        ["article"],
    ),
    "spans for paragraphs": (
        "<h1>Main story of the mill</h1>" + "".join(f"<div><span>{M.text()}</span></div>" for _ in range(6)),
        ["article"],
    ),
    "brief": (f"<h1>Main story of the mill</h1><p>{M.text(2)}</p><p>{M.text(1)}</p>", ["article"]),
    "form around all": (f"<form><div id=content><h1>Main story of the mill</h1>{M.body(6)}</div></form>", ["article"]),
    "container of a strange name": (
        f"<div class='overlay search-content'><h1>Main story of the mill</h1>{M.body(6)}</div>",
        ["article"],
    ),
}  # fmt: skip


def reading_of(body: str) -> Reading:
    html = (
        f"<!doctype html><html lang=en><head><title>Echo</title></head><body>{body}</body></html>"
    )
    return read(Page("1p", "p", "text/html", None, html, "https://echo.example/x"))


@pytest.mark.parametrize("shape", SHAPES)
def test_how_many_articles(shape: str) -> None:
    body, kinds = SHAPES[shape]
    reading = reading_of(body)
    assert [article.kind for article in reading.articles] == kinds
    if kinds == ["article"]:
        assert reading.articles[0].title in (
            "Main story of the mill",
            "Live: storm at the harbour",
            "Five things to know",
        )


@pytest.mark.parametrize(
    "shape", [shape for shape, (_, kinds) in SHAPES.items() if kinds == ["article"]]
)
def test_the_article_is_whole_and_alone(shape: str) -> None:
    body, _ = SHAPES[shape]
    (article,) = reading_of(body).articles
    for others in ("<h3>14 comments", "<div><div class=card>", "</td><td><p>"):
        body = body.partition(others)[0]
    for paragraph in re.findall(r">([^<>]{60,})<", body + "<"):
        assert paragraph in article.text
    for word in ("Home", "more", "user3", "comments"):
        assert word not in article.text.split()


def test_comments_without_a_name_are_named_by_their_heading() -> None:
    reading = reading_of(SHAPES["comments longer than the article"][0])
    spoken = [row for row in reading.rejected if row.reason == "comment" and row.range]
    assert sum(row.range[1] - row.range[0] for row in spoken if row.range) > 2000
