"""Who tells: an article in short, as every page names it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from rashomon import i18n, outlets
from rashomon.i18n import gettext as _
from rashomon.model import Article, Copy
from rashomon.views import dates, words
from rashomon.views.dates import When

# Characters of words that stand for a headline.
STAND_IN = 90
_UNSAFE = re.compile(r"[\x00-\x1f\x7f\\]")


@dataclass(frozen=True, slots=True)
class Source:
    """An article as the one that tells. `outlet` is None where the page names none, `title` where
    it has no headline; `opening` are its first words then. `stand_in` says that no headline is
    known: there is none, or what stands for it is the standfirst or the first words of the text.

    `copy` says how it was taken from another telling ("identical"), None for one of its own.
    `url` is the article's own address where it has one that a browser may open. `lang` is the
    language of its words as HTML names it, `language` what that is called.
    """

    article_id: str
    title: str | None
    opening: str | None
    outlet: str | None
    credited: str | None
    published: When
    byline: str | None
    url: str | None
    language: str | None
    kind: str
    minutes: int
    copy: str | None
    stand_in: bool = False
    lang: str | None = None

    @property
    def name(self) -> str:
        """The outlet; where none is known, whom the page credits, or where its original stands."""
        return self.outlet or self.credited or _(words.OUTLET_NOT_KNOWN)

    @property
    def label(self) -> str:
        """What tells it from others where its headline does not stand beside it: its outlet,
        else its headline."""
        if self.outlet or self.credited or not (self.title or self.opening):
            return self.name
        return words.quoted(cut(self.title or self.opening or "", 44))

    @property
    def titled(self) -> str | None:
        """The title of one whose outlet nobody names, within quotation marks: it stands beside
        the name, never in its place."""
        unknown = not (self.outlet or self.credited)
        words_ = self.title or self.opening
        return words.quoted(cut(words_, 44)) if unknown and words_ else None

    @property
    def heading(self) -> str:
        """The headline; where there is none, words that stand for it, cut short."""
        if self.title:
            return cut_title(self.title) if self.stand_in else self.title
        return self.opening or _(words.NO_TITLE)

    @property
    def headline(self) -> str:
        """The same for places that cannot set it apart: it says where there is no headline."""
        if not self.stand_in:
            return self.heading
        if not (self.title or self.opening):
            return _(words.NO_TITLE)
        return _("no headline: “%(words)s”", words=self.heading)

    @property
    def outlet_href(self) -> str | None:
        """The outlet's page, where the outlet is known."""
        return None if self.outlet is None else words.outlet_path(self.outlet)

    @property
    def href(self) -> str:
        return words.article_path(self.article_id)


def cut(text: str, size: int) -> str:
    """`text` on one line, at most `size` characters long."""
    line = " ".join(text.split())
    return line if len(line) <= size else line[: size - 1].rstrip() + "…"


_ENDS = re.compile(r"[.!?…][\"'”’»)]*(?=\s)")


def cut_title(text: str) -> str:
    """Words that stand for a headline: their first sentence, or its first words."""
    line = " ".join(text.split())
    if len(line) <= STAND_IN:
        return line
    end = 0
    for match in _ENDS.finditer(line, 0, STAND_IN):
        end = match.end()
    if end > STAND_IN // 3:
        return line[:end]
    space = line.rfind(" ", STAND_IN // 2, STAND_IN)
    return line[: space if space > 0 else STAND_IN].rstrip(" ,;:–-") + "…"


def stands_in(article: Article) -> bool:
    """Whether an article has no headline but its standfirst or the first words of its text."""
    title = " ".join((article.title or "").split())
    if not title:
        return True
    if article.standfirst and title == " ".join(article.standfirst.split()):
        return True
    # A short line may be headline and opening both.
    bare = title.removesuffix("[…]").removesuffix("[...]").removesuffix("…").rstrip(" .")
    opening = " ".join(article.text[: 2 * len(title) + 200].split())
    return len(bare) > 60 and opening.startswith(bare)


def source(article: Article, copy: Copy | None = None) -> Source:
    """`article` in short. A story's page names each of its articles many times: kept at hand."""
    return _kept(i18n.language(), article, copy)


@lru_cache(maxsize=1024)
def _kept(code: str, article: Article, copy: Copy | None) -> Source:
    """`code` is the language of the context, and a key of what is kept."""
    taken = copy if copy is not None and copy.parent_id is not None else None
    basis = words.date_basis(article.published_basis)
    return Source(
        article_id=article.id,
        title=article.title,
        opening=None if article.title else cut_title(article.text[:400]) or None,
        outlet=article.outlet,
        credited=_credited(article),
        published=dates.when(
            article.published,
            basis and dates.plainly(basis),
            inferred=words.date_inferred(article.published_basis),
        ),
        byline=article.byline,
        url=web_address(article.url),
        language=words.language(article.language),
        kind=article.kind,
        minutes=words.minutes(article.text),
        copy=None if taken is None else words.relation(taken.relation),
        stand_in=stands_in(article),
        lang=words.html_lang(article.language),
    )


def _credited(article: Article) -> str | None:
    """Whom the page itself credits: a wire, an outlet that had it first, the original's site."""
    # "Reporting by A; editing by B" credits people, not a wire.
    named = [p for p in article.provenance if p.kind != "credit" or " by " not in p.value]
    said = {p.kind: p.value for p in reversed(named)}
    if "credit" in said:
        return words.credited_to(said["credit"])
    if "first-published" in said:
        return words.credited_to(said["first-published"])
    original = outlets.of_address(said["original"]) if "original" in said else None
    return words.original_at(original) if original else None


def credits_of(article: Article) -> list[str]:
    """The wires and outlets that a page credits by name, whatever its own outlet."""
    return [
        p.value
        for p in article.provenance
        if p.kind == "first-published" or (p.kind == "credit" and " by " not in p.value)
    ]


def web_address(url: str | None) -> str | None:
    """`url` if a browser may be led there: http and https with a host, and nothing else."""
    # Browsers and urlsplit do not agree on what these signs mean in an address.
    if url is None or _UNSAFE.search(url := url.strip()):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if parts.scheme.lower() in ("http", "https") and host else None
