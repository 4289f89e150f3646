"""A story as agreement sees it: its voices, their tellings, and the sentences of these in units."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from rashomon.agreement import settings, units, voices
from rashomon.agreement.units import Unit
from rashomon.model import Article, Material, Name, Span, Statement
from rashomon.text.quotes import quotations
from rashomon.text.sentences import sentence_spans

# A sentence that begins so is understood with the one before it alone. General English.
_LEANING = frozenset(
    "he she it they that this these those his her its their but and or so also then there another "
    "both such meanwhile however instead".split()
)


@dataclass(frozen=True, eq=False)
class Sentence:
    """A sentence of a telling; `units` in text order, quoted words left out."""

    article: Article
    voice: str
    start: int
    end: int
    place: int
    units: tuple[Unit, ...]
    speaker: str | None

    @cached_property
    def keys(self) -> frozenset[str]:
        return frozenset(u.key for u in self.units)

    @cached_property
    def plain(self) -> frozenset[str]:
        """Content words that say what happens: no part of a name, no office. German has capitals
        for all of its nouns."""
        german = self.article.language == "de"
        found = (u.key for u in self.units if u.key.startswith("w:") and (german or not u.named))
        return frozenset(found) - units.offices()

    @cached_property
    def text(self) -> str:
        return self.article.text[self.start : self.end]

    @cached_property
    def deeds(self) -> frozenset[str]:
        """Words that look like verbs; of other languages than English, all that are no names."""
        if self.article.language not in ("en", "und"):
            return self.plain
        return frozenset(u.key for u in self.units if u.deed) - units.offices()

    @cached_property
    def leans(self) -> bool:
        """Whether it begins with a word that points at the sentence before."""
        return self.text.split(" ", 1)[0].casefold().strip("\"“‘'") in _LEANING

    @cached_property
    def forms(self) -> tuple[str, ...]:
        return tuple(self.text.replace("’", "'").split())

    def window(self, core: frozenset[str]) -> tuple[int, int]:
        """The shortest stretch that holds every unit of `core`."""
        inside = [u for u in self.units if u.key in core]
        best = (inside[0].start, max(u.end for u in inside))
        held: Counter[str] = Counter()
        first = 0
        for unit in inside:
            held[unit.key] += 1
            while held[inside[first].key] > 1:
                held[inside[first].key] -= 1
                first += 1
            if len(held) == len(core):
                end = max(u.end for u in inside[first:] if u.start <= unit.start)
                if end - inside[first].start < best[1] - best[0]:
                    best = (inside[first].start, end)
        return best


@dataclass(frozen=True, eq=False)
class Scene:
    """`tellings` are heads of copy families in one language, oldest first; `voice` names for each
    article whose voice it is: an owner's outlets are one voice, as an outlet's articles are."""

    material: Material
    tellings: tuple[Article, ...]
    voice: dict[str, str]

    @classmethod
    def of(cls, material: Material) -> Scene:
        family = {c.article_id: c.family_id for c in material.copies}
        heads: dict[str, Article] = {}
        for article in material.articles:
            key = family.get(article.id, article.id)
            long = len(article.text) >= settings.SHORTEST_TELLING
            if article.kind == "article" and long and (key not in heads or article.id == key):
                heads[key] = article
        languages = Counter(a.language for a in heads.values())
        most = max(languages, key=lambda x: (languages[x], x), default="")
        chosen = [a for a in heads.values() if a.language == most][: settings.MOST_TELLINGS]
        return cls(material, tuple(chosen), voices.of(chosen))

    @cached_property
    def voices(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.voice[a.id] for a in self.tellings))

    @cached_property
    def full(self) -> tuple[Article, ...]:
        """Tellings so long that what is not found in them was left out."""
        lengths = {a.id: len(a.text.split()) for a in self.tellings}
        least = max(settings.FULL_WORDS, settings.FULL_SHARE * median(lengths.values() or [0]))
        return tuple(a for a in self.tellings if lengths[a.id] >= least)

    @cached_property
    def sentences(self) -> dict[str, tuple[Sentence, ...]]:
        return {a.id: tuple(_Reader(self, a).sentences()) for a in self.tellings}

    @cached_property
    def all_sentences(self) -> tuple[Sentence, ...]:
        return tuple(s for a in self.tellings for s in self.sentences[a.id])

    @cached_property
    def weights(self) -> dict[str, float]:
        """How much a unit says: the rarer among the story's sentences, the more."""
        counts = Counter(key for s in self.all_sentences for key in s.keys)
        total = max(len(self.all_sentences), 20)
        return {key: max(0.3, math.log((total + 1) / (n + 0.5))) for key, n in counts.items()}

    def weight(self, keys: frozenset[str]) -> float:
        return sum(self.weights[key] for key in sorted(keys))

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {a.id: a.text for a in self.tellings}

    def text(self, article_id: str) -> str:
        return self._texts[article_id]

    def speaker_of(self, span: Span) -> str | None:
        """Whom the story knows by name to say the words at the start of `span`."""
        for statement in self.statements.get(span.article_id, ()):
            if statement.kind != "indirect" and any(
                s.start <= span.start < s.end for s in statement.content
            ):
                return self.named.get((span.article_id, statement.speaker or ""))
        return None

    @cached_property
    def statements(self) -> dict[str, list[Statement]]:
        found: dict[str, list[Statement]] = {}
        for statement in self.material.statements:
            found.setdefault(statement.article_id, []).append(statement)
        return found

    @cached_property
    def names(self) -> dict[str, Name]:
        return {n.id: n for n in self.material.names}

    @cached_property
    def named(self) -> dict[tuple[str, str], str]:
        return {(x.article_id, x.referent): x.name_id for x in self.material.links}


# A post of a network that a page embeds: two pages that do have it from one hand.
_POST = re.compile(r"\(@\w+\)|\bpic\.twitter\.com|\bhttps?://")


class _Reader:
    """Parts one telling into sentences with their units."""

    def __init__(self, scene: Scene, article: Article) -> None:
        self.scene, self.article = scene, article
        of_this = article.id
        material = scene.material
        self.mentions = [m for m in material.mentions if m.article_id == of_this]
        self.moments = [m for m in material.moments if m.article_id == of_this and m.date]
        self.statements = [s for s in scene.statements.get(of_this, ()) if s.speech]
        self.quoted = [(q.start, q.end) for q in quotations(article.text) if " " in
                       article.text[q.start : q.end].strip()]  # fmt: skip

    def sentences(self) -> Sequence[Sentence]:
        found: list[Sentence] = []
        text = self.article.text
        for place, (start, end) in enumerate(sentence_spans(text)):
            length = text.count(" ", start, end) + 1
            if length > settings.LONGEST_SENTENCE or _POST.search(text, start, end):
                continue
            if length < settings.SHORTEST_SENTENCE and text[start:end].isascii():
                continue
            if len(found) >= settings.MOST_SENTENCES:
                break
            made = tuple(self._units(start, end))
            if made:
                found.append(
                    Sentence(self.article, self.scene.voice[self.article.id], start, end, place,
                             made, self._speaker(start, end))
                )  # fmt: skip
        return found

    def _units(self, start: int, end: int) -> list[Unit]:
        taken = [(a, b) for a, b in self.quoted if a < end and start < b]
        found: list[Unit] = []
        for moment in self.moments:
            at = moment.expression
            if start <= at.start < end and not _inside(taken, at.start):
                found.append(Unit(f"@{moment.date}", at.start, at.end))
        taken = taken + [(u.start, u.end) for u in found]
        for mention in self.mentions:
            if start <= mention.start < end and not _inside(taken, mention.start):
                name = self.scene.named.get((mention.article_id, mention.referent))
                key = f"n:{name or mention.referent}"
                found.append(Unit(key, mention.start, mention.end))
        taken = taken + [(u.start, u.end) for u in found] + self._roles(start, end)
        text = self.article.text
        for unit in (*units.numbers(text, start, end), *units.words(text, start, end)):
            if not _inside(taken, unit.start):
                found.append(unit)
        return sorted(found, key=lambda u: (u.start, u.end, u.key))

    def _roles(self, start: int, end: int) -> list[tuple[int, int]]:
        """What stands beside names only to say who they are: a shared office is no fact."""
        text = self.article.text
        found = []
        for mention in self.mentions:
            if mention.role and start <= mention.start < end:
                for at in (
                    text.rfind(mention.role, start, mention.start),
                    text.find(mention.role, mention.end, end),
                ):
                    if at >= 0:
                        found.append((at, at + len(mention.role)))
        return found

    def _speaker(self, start: int, end: int) -> str | None:
        """Who is said to say most of a sentence, by the story's name where it has one."""
        for statement in self.statements:
            inside = sum(max(0, min(s.end, end) - max(s.start, start)) for s in statement.content)
            if 2 * inside > end - start:
                return self._called(statement)
        return None

    def _called(self, statement: Statement) -> str | None:
        if statement.speaker is None:
            return None
        return self.scene.named.get((statement.article_id, statement.speaker), statement.speaker)


def _inside(spans: Sequence[tuple[int, int]], at: int) -> bool:
    return any(a <= at < b for a, b in spans)
