"""Materials made by hand: tellings of one invented event, with what is known of them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from builders import make_article, make_mention, make_moment, make_statement, make_story
from rashomon.contrasts import find
from rashomon.model import (
    Article,
    Contrast,
    Copy,
    Material,
    Mention,
    Moment,
    Name,
    NameLink,
    Statement,
    content_id,
)


@dataclass
class Tellings:
    """Collects tellings and what is found in them; `material()` makes the story."""

    articles: list[Article] = field(default_factory=list)
    copies: list[Copy] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    moments: list[Moment] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    names: dict[str, Name] = field(default_factory=dict)
    links: dict[tuple[str, str], NameLink] = field(default_factory=dict)

    def add(
        self,
        text: str,
        outlet: str,
        published: str | None = "2031-05-12",
        title: str | None = None,
        **fields,
    ) -> Article:
        article = make_article(
            text, outlet=outlet, published=published, title=title or outlet, **fields
        )
        self.articles.append(article)
        return article

    def name(self, article: Article, text: str, type: str = "person", *, nth: int = 0,
             canonical: str | None = None, role: str | None = None) -> None:  # fmt: skip
        mention = make_mention(article, text, nth, type=type, role=role)
        self.mentions.append(mention)
        called = canonical or text
        name = self.names.setdefault(
            called, Name(content_id("name", called), called, type, (called,))
        )
        if text not in name.variants:
            self.names[called] = replace(name, variants=(*name.variants, text))
        self.links[article.id, text] = NameLink(article.id, text, name.id)

    def say(self, article: Article, *content: str, speaker: str, cue: str = "said",
            canonical: str | None = None, **fields) -> None:  # fmt: skip
        self.statements.append(
            make_statement(article, *content, speaker=speaker, cue=cue, **fields)
        )
        if (article.id, speaker) not in self.links:
            self.name(article, speaker, canonical=canonical)

    def plan(self, article: Article, expression: str, sentence: str, date: str) -> None:
        self.moments.append(make_moment(article, expression, sentence, date=date, planned=True))

    def material(self) -> Material:
        return Material(
            make_story(*self.articles), tuple(self.articles), tuple(self.copies),
            tuple(s for s in self.statements if s.sure), tuple(self.moments),
            tuple(sorted(self.mentions, key=lambda m: (m.article_id, m.start))),
            tuple(self.names.values()), tuple(self.links.values()),
            tuple(s for s in self.statements if not s.sure),
        )  # fmt: skip

    def found(self) -> tuple[Contrast, ...]:
        return find(self.material())


def words(tellings: Tellings, contrast: Contrast) -> list[str]:
    """The words of each side as the reader sees them."""
    texts = {a.id: a for a in tellings.articles}
    return [texts[t.article_id].text[t.span.start : t.span.end] for t in contrast.tellings]


def of_kind(contrasts: tuple[Contrast, ...], kind: str) -> list[Contrast]:
    return [c for c in contrasts if c.kind == kind]


# A telling counts as full from 250 words on; these say nothing of any event.
PADDING = "\n\n" + " ".join(
    f"The weather over the {a} {b} stayed grey and mild."
    for a in ("northern", "southern", "eastern", "western", "upper", "lower")
    for b in ("hills", "fields", "woods", "lakes", "moors", "plains")
)
