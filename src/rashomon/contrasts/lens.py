"""A story as the detectors see it: its independent tellings, and who means whom in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from rashomon import outlets
from rashomon.contrasts import settings
from rashomon.contrasts.quantities import quantities
from rashomon.contrasts.wording import Token, grams, tokens
from rashomon.model import Article, Material, Mention, Moment, Name, Span, Statement
from rashomon.text.sentences import sentence_spans

_AHEAD = re.compile(
    r"\b(?:(?:is|are|was) (?:set|scheduled|slated|due|about) to|set to (?:begin|start|testify|vote|meet|appear)|"
    r"heads? (?:to|into) (?:court|trial)|ahead of|on (?:the )?eve of|gears? up|prepar(?:es?|ing) (?:to|for)|"
    r"expected to (?:begin|start|testify|vote|meet|appear|announce|plead))\b",
    re.IGNORECASE,
)

# How a text begins that is not whole: with what joins it to a sentence before it.
_MIDWAY = re.compile(
    r"\s*(?:[a-z]|(?:But|And|Or|Yet|So|Also|Meanwhile|Asked|Later|Then|However|Instead|Moreover|"
    r"He|She|They|His|Her|Their|That|Those|These|Mr\.?|Mrs\.?|Ms\.?)\s)"
)


@dataclass(frozen=True, eq=False)
class Lens:
    """`tellings` are the originals of copy families, oldest first: copies add no voice."""

    material: Material
    tellings: tuple[Article, ...]
    family: dict[str, str]

    @classmethod
    def of(cls, material: Material) -> Lens:
        return cls(material, material.originals(), material.families())

    @cached_property
    def articles(self) -> dict[str, Article]:
        return {a.id: a for a in self.material.articles}

    @cached_property
    def statements(self) -> dict[str, tuple[Statement, ...]]:
        found: dict[str, list[Statement]] = {a.id: [] for a in self.tellings}
        for statement in self.material.statements:
            if statement.article_id in found:
                found[statement.article_id].append(statement)
        return {k: tuple(v) for k, v in found.items()}

    @cached_property
    def moments(self) -> dict[str, tuple[Moment, ...]]:
        found: dict[str, list[Moment]] = {a.id: [] for a in self.tellings}
        for moment in self.material.moments:
            if moment.article_id in found:
                found[moment.article_id].append(moment)
        return {k: tuple(v) for k, v in found.items()}

    @cached_property
    def mentions(self) -> dict[str, tuple[Mention, ...]]:
        found: dict[str, list[Mention]] = {a.id: [] for a in self.tellings}
        for mention in self.material.mentions:
            if mention.article_id in found:
                found[mention.article_id].append(mention)
        return {k: tuple(v) for k, v in found.items()}

    @cached_property
    def tokens(self) -> dict[str, list[Token]]:
        """The comparable words of each telling."""
        return {a.id: tokens(a.text) for a in self.tellings}

    @cached_property
    def token_starts(self) -> dict[str, list[int]]:
        return {k: [t.start for t in found] for k, found in self.tokens.items()}

    @cached_property
    def values(self) -> dict[str, list[float]]:
        """Every number that a telling has, in its title or its text."""
        return {
            a.id: [
                q.value
                for line in (a.title or "", *(a.text[s:e] for s, e in self.sentences(a)))
                for q in quantities(line)
            ]
            for a in self.tellings
        }

    @cached_property
    def runs(self) -> dict[str, set[tuple[str, ...]]]:
        """All runs of `settings.SHARED_RUN` comparable words of each telling."""
        return {
            k: grams([t.form for t in found], settings.SHARED_RUN)
            for k, found in self.tokens.items()
        }

    @cached_property
    def full(self) -> tuple[Article, ...]:
        """Tellings long enough that what they lack was left out."""
        lengths = {k: len(found) for k, found in self.tokens.items()}
        least = max(settings.FULL_WORDS, settings.FULL_SHARE * median(lengths.values()))
        return tuple(a for a in self.tellings if lengths[a.id] >= least)

    @cached_property
    def _named(self) -> dict[tuple[str, str], Name]:
        names = {n.id: n for n in self.material.names}
        return {
            (link.article_id, link.referent): names[link.name_id]
            for link in self.material.links
            if link.name_id in names
        }

    def name(self, article_id: str, referent: str | None) -> Name | None:
        """The name that a referent of an article is folded to, where there is one."""
        return None if referent is None else self._named.get((article_id, referent))

    def speaker(self, statement: Statement) -> str | None:
        """Who speaks, by canonical name where known."""
        name = self.name(statement.article_id, statement.speaker)
        return name.canonical if name else statement.speaker

    def sentences(self, article: Article) -> tuple[tuple[int, int], ...]:
        return sentence_spans(article.text)

    def words(self, span: Span) -> str:
        return self.articles[span.article_id].text[span.start : span.end]

    def family_of(self, article_id: str) -> str:
        return self.family.get(article_id, article_id)

    def outlet(self, article_id: str) -> str:
        """How the telling is called: its outlet, else its title's first words."""
        article = self.articles[article_id]
        return outlets.canonical(article.outlet) if article.outlet else article.title or "one page"

    @cached_property
    def _midway(self) -> frozenset[str]:
        """Tellings whose text begins in the middle: what they lack may have stood before."""
        return frozenset(a.id for a in self.tellings if _MIDWAY.match(a.text))

    @cached_property
    def _ahead(self) -> frozenset[str]:
        """Tellings whose headline or lead speaks of the thing as still to come."""
        return frozenset(
            a.id
            for a in self.tellings
            if _AHEAD.search(f"{a.title}. {a.text[: settings.LEAD]}") or self._plans(a)
        )

    def _plans(self, article: Article) -> bool:
        """Whether the lead speaks of something that is planned for the day of the text or later."""
        day = (article.published or "9")[:10]
        return any(
            m.planned and m.precision == "day" and (m.date or "") >= day
            for m in self.moments[article.id]
            if m.expression.start < settings.LEAD
        )

    def about(self, article: Article) -> frozenset[str]:
        """Ids of the names in a telling's lead."""
        return frozenset(
            name.id
            for m in self.mentions[article.id]
            if m.start < settings.WHOLE_LEAD and (name := self.name(article.id, m.referent))
        )

    def same_matter(self, article: Article, having: Iterable[str], speaker: str = "") -> bool:
        """Whether a telling's lead has half of the names that all leads of `having` share.

        The speaker of what is lacking is not counted.
        """
        shared = frozenset.intersection(*(self.about(self.articles[i]) for i in having))
        shared -= {speaker}
        found = len(shared & self.about(article))
        return found >= settings.LEAD_NAMES * len(shared)

    def silent(self, having: Iterable[str], speaker: str = "") -> tuple[Article, ...]:
        """Full tellings that may lack what `having`, of two outlets at least, have.

        They are of other outlets, did not appear earlier, and do not begin in the middle.
        """
        having = list(having)
        latest = max(((self.articles[i].published or "")[:10] for i in having), default="")
        outlets_of = {self.outlet(i) for i in having}
        ahead = self._ahead if not self._ahead & set(having) else frozenset()
        if len(outlets_of) < 2:
            return ()  # one outlet twice is one voice
        return tuple(
            a
            for a in self.full
            if a.id not in having
            and self.outlet(a.id) not in outlets_of
            and (a.published or "9")[:10] >= latest
            and a.id not in ahead
            and a.id not in self._midway
            and self.same_matter(a, having, speaker)
        )
