"""Materials made by hand: full tellings of one invented event."""

from __future__ import annotations

from dataclasses import dataclass, field

from builders import make_article, make_mention, make_moment, make_statement, make_story
from rashomon import agreement
from rashomon.model import (
    Article,
    Copy,
    Material,
    Mention,
    Moment,
    Name,
    NameLink,
    Point,
    Statement,
    content_id,
)

# What makes a telling full; each outlet has its own, so that they share no sentence.
_SKIES = ("grey", "mild", "windy", "clear", "foggy", "dry")
_LANDS = (
    "hills", "fields", "woods", "lakes", "moors", "plains", "dunes", "marshes", "cliffs",
    "orchards", "meadows", "valleys",
)  # fmt: skip


def padding(number: int) -> str:
    sky = _SKIES[number % len(_SKIES)]
    return "\n\n" + " ".join(
        f"Over the {land} of parish {sky} the air was {sky} for {word} in all of that spring."
        for land in _LANDS
        for word in (f"walkers{number}", f"herds{number}")
    )


@dataclass
class Told:
    """Collects tellings and what is found in them."""

    articles: list[Article] = field(default_factory=list)
    copies: list[Copy] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    moments: list[Moment] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    names: dict[str, Name] = field(default_factory=dict)
    links: list[NameLink] = field(default_factory=list)

    def add(self, outlet: str, text: str, *, full: bool = True, **fields: str) -> Article:
        number = len(self.articles)
        given = {"outlet": outlet, "published": "2031-05-12", "title": f"{outlet} {number}"}
        article = make_article(text + (padding(number) if full else ""), **(given | fields))
        self.articles.append(article)
        return article

    def name(self, article: Article, text: str, type: str = "person", **fields: str) -> None:
        self.mentions.append(make_mention(article, text, type=type, **fields))
        name = Name(content_id("name", text), text, type, (text,))
        self.names.setdefault(text, name)
        self.links.append(NameLink(article.id, text, name.id))

    def say(self, article: Article, content: str, speaker: str) -> None:
        self.statements.append(make_statement(article, content, speaker=speaker))

    def date(self, article: Article, expression: str, sentence: str, date: str) -> None:
        self.moments.append(make_moment(article, expression, sentence, date=date))

    def material(self) -> Material:
        return Material(
            make_story(*self.articles), tuple(self.articles), tuple(self.copies),
            tuple(self.statements), tuple(self.moments),
            tuple(sorted(self.mentions, key=lambda m: (m.article_id, m.start))),
            tuple(self.names.values()), tuple(self.links),
        )  # fmt: skip

    def points(self, carried: str = "") -> list[Point]:
        found = agreement.find(self.material())
        return [p for p in found if not carried or p.carried == carried]

    def words(self, point: Point) -> list[str]:
        texts = {a.id: a.text for a in self.articles}
        return [texts[t.article_id][t.span.start : t.span.end] for t in point.tellings]
