"""The types that travel between the stages. This module imports nothing of ours.

Everything is frozen and has slots; collections are tuples; there are no open dicts. Ids are
hashes of content with a version byte (see `content_id`), so that engines and re-runs agree.
Offsets are Unicode code points, end-exclusive.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

ArticleKind = Literal["article", "teaser", "sponsored"]
Relation = Literal[
    "original", "identical", "trimmed", "boilerplate", "respelled", "reworded", "excerpt",
    "teaser", "syndicated", "translated", "revision", "contains",
]  # fmt: skip
StatementKind = Literal["direct", "mixed", "indirect"]
NameType = Literal["person", "place", "organisation"]
ContrastKind = Literal[
    "number", "date", "place", "agency", "wording", "attribution", "omission", "update"
]
Precision = Literal[
    "time", "day", "week", "weekend", "month", "quarter", "season", "year", "decade", "interval"
]
Strength = Literal["strong", "soft"]
PointKind = Literal["fact", "quotation"]
Carried = Literal["all", "most", "several", "one"]

# Confidence from which a statement is stated: of 1,691 that readers judged and that are still given,
# 0.88 of those above are right and 0.36 of those below.
SURE = 0.62

# The first character of every id: raised when what goes into an id changes.
ID_VERSION = "1"


def content_id(*parts: str) -> str:
    """A short stable id of `parts`: a version character and 16 hexadecimal digits of BLAKE2b."""
    digest = hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8)
    return ID_VERSION + digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Page:
    """One file or one record of an archive, a feed or a JSON Lines file, decoded.

    `media_type` says how `body` is to be read: "text/html", "text/plain" (a flattened page), or
    "application/json" (one article as a record; see `reading.record` for its keys).
    `address` is the page's own URL where intake knows it (WARC, WET, feed, record).
    `fetched_at` is ISO 8601, or None where nothing says when the page was taken; the time of a
    file is never used.
    """

    id: str
    origin: str
    media_type: str
    fetched_at: str | None
    body: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class DateHint:
    """Something near an article that speaks of its date and does not settle it alone.

    kind "age": "2 days ago", `value` an ISO 8601 duration (P2D, PT28M) before the page was taken.
    kind "partial": a date without a year, `value` like --08-07.
    kind "date": a whole date that is evidence but not the article's own date line, e.g. "On
    14 August 2025" in the lead; `value` ISO 8601.
    kind "weekday": "said on Wednesday", `value` 1 (Monday) to 7.
    `text` is the words as they stand on the page.
    """

    kind: Literal["age", "partial", "date", "weekday"]
    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the page itself says of where an article comes from.

    kind "original": "Original: URL"; `value` the URL.  "canonical": rel=canonical; a URL.
    "first-published": "first published by Kommersant"; the outlet.  "translated": "translated
    by the X team" or a language.  "credit": a wire credit, "(Reuters)"; the agency.
    "updated": the text changed; when, in ISO 8601, or "updated" where the page does not say.
    `text` is the words on the page that say so.
    """

    kind: Literal["original", "canonical", "first-published", "translated", "credit", "updated"]
    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article found in a page.

    `ranges` index the page's text; None for HTML, whose text is the extractor's. `place` is the
    article's position among those of its page, from 0. `published` is ISO 8601 as precise as
    known and no more; `published_basis` says in a few words what it stands on.
    `language` is an ISO 639-1 code or "und".
    """

    id: str
    page_id: str
    kind: ArticleKind
    title: str | None
    standfirst: str | None
    byline: str | None
    outlet: str | None
    url: str | None
    published: str | None
    published_basis: str | None
    language: str
    text: str
    ranges: tuple[tuple[int, int], ...] | None
    place: int = 0
    hints: tuple[DateHint, ...] = ()
    provenance: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """A part of a page that is no article, or a page of which nothing could be read.

    `range` indexes the page's text (for HTML its visible text in document order); None where
    the whole page was rejected. `stage` is "intake" or "reading". `reason` is a short name:
    furniture, caption, promo, comment, bio, embed, too short, unreadable, ...
    """

    page_id: str
    range: tuple[int, int] | None
    stage: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading made of one page: `text` is the page's text that ranges index."""

    page_id: str
    text: str
    articles: tuple[Article, ...]
    rejected: tuple[Rejected, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of `Article.text`, in code points, end-exclusive."""

    article_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Copy:
    """An article's place in its copy family; articles that stand alone have none.

    `shared` is the share (0 to 1) of the article's words that its parent has too; `evidence`
    says in words why the parent is the parent.
    """

    article_id: str
    family_id: str
    parent_id: str | None
    relation: Relation
    shared: float
    evidence: str


@dataclass(frozen=True, slots=True)
class Join:
    """Why an article stands in its story, from the features that decided."""

    article_id: str
    other_id: str | None
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that tell of one event, oldest first.

    `outlets` are canonical outlet names; `tellings` counts independent ones: copy families,
    and outlets of one name as one. `related` are ids of linked stories that are not merged.
    """

    id: str
    title: str
    article_ids: tuple[str, ...]
    first_published: str | None
    last_published: str | None
    outlets: tuple[str, ...]
    tellings: int
    joins: tuple[Join, ...] = ()
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as it stands in an article's text.

    `role` is the title or description beside it ("US special envoy"), `referent` a key that is
    the same for all mentions of one referent within the article: its fullest form there.
    """

    article_id: str
    start: int
    end: int
    text: str
    type: NameType
    referent: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A person, place or organisation; `evidence` says why variants were folded."""

    id: str
    canonical: str
    type: NameType
    variants: tuple[str, ...]
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that an article attributes to a source.

    `speaker` is the name the article gives its source, resolved within the article (its fullest
    form there); words as written for an unnamed source ("two officials"); None only where the
    text names none. The desk replaces it by the canonical name when it knows one.
    `content` are the spans of what was said, quotation marks left out where the whole span is a
    quotation. `via` are those who passed it on, outermost first, without the article's outlet.
    `within` is the id of the statement this one stands in. `cue` is the cue's words.
    `speech` is False for belief, intention and attitude. `confidence` is the share of statements
    found in a like way that readers found right, 0 to 1 in steps of .01; one of SURE or more is
    stated, and any other is shown only as one that the program is less sure of.
    """

    id: str
    article_id: str
    speaker: str | None
    speaker_span: Span | None
    cue_span: Span | None
    content: tuple[Span, ...]
    kind: StatementKind
    via: tuple[str, ...] = ()
    via_spans: tuple[Span, ...] = ()
    within: str | None = None
    denied: bool = False
    cue: str | None = None
    speech: bool = True
    confidence: float = 1.0

    @property
    def sure(self) -> bool:
        """Whether it is stated."""
        return self.confidence >= SURE


@dataclass(frozen=True, slots=True)
class Moment:
    """A date that an article gives, resolved.

    `date` is ISO 8601 as precise as known: 2025-08-07, 2025-08, 2025-W32, 2025,
    2025-08-14/2025-08-15; None where it cannot be resolved.
    """

    article_id: str
    date: str | None
    precision: Precision
    planned: bool
    sentence: Span
    expression: Span
    basis: str


@dataclass(frozen=True, slots=True)
class Telling:
    """One side of a contrast; `field` is "text" or "title"; `reading` a few words on it."""

    article_id: str
    field: Literal["text", "title"]
    span: Span
    reading: str


@dataclass(frozen=True, slots=True)
class Contrast:
    """A point on which the tellings of a story differ; `rank` 1 is first."""

    id: str
    story_id: str
    rank: int
    topic: str
    kind: ContrastKind
    strength: Strength
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """What tellings of a story say alike, or what one of two says alone; `rank` 1 is first.

    `carried` says by how many of the independent tellings; `lacking` are full tellings in which
    it was not found.
    """

    id: str
    story_id: str
    rank: int
    kind: PointKind
    carried: Carried
    tellings: tuple[Telling, ...]
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """An extractive brief: sentences of the tellings, in reading order."""

    story_id: str
    sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class NameLink:
    """Binds an article's referent (`Mention.referent`, `Statement.speaker`) to a `Name`."""

    article_id: str
    referent: str
    name_id: str


@dataclass(frozen=True, slots=True)
class Material:
    """All that is known of one story, for the stages that look across its tellings.

    `articles` are those of the story, oldest first, copies and teasers included; `copies` holds
    the rows of those that are folded. Statements, moments and mentions are of these articles;
    `statements` are the sure ones, `less_sure` the others, which are shown apart if at all.
    """

    story: Story
    articles: tuple[Article, ...]
    copies: tuple[Copy, ...]
    statements: tuple[Statement, ...]
    moments: tuple[Moment, ...]
    mentions: tuple[Mention, ...]
    names: tuple[Name, ...]
    links: tuple[NameLink, ...]
    less_sure: tuple[Statement, ...] = ()

    def families(self) -> dict[str, str]:
        """The copy family of each folded article, by article id; others stand alone."""
        return {copy.article_id: copy.family_id for copy in self.copies}

    def originals(self) -> tuple[Article, ...]:
        """One article for each copy family: its head where the story has it, else the first.

        Teasers and sponsored pieces are none. The order is that in which families come up.
        """
        families = self.families()
        chosen: dict[str, Article] = {}
        for article in self.articles:
            key = families.get(article.id, article.id)
            if article.kind == "article" and (key not in chosen or article.id == key):
                chosen[key] = article
        return tuple(chosen.values())
