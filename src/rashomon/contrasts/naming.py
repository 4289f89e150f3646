"""Wording: how the tellings spell, title and describe the same person or place.

Stands on mentions folded to one name. A surname beside a full name is no difference, nor is
another office of the same person; another spelling of the same part is, and so is a word that
judges ("strongman", "firebrand") where another telling names the office alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import combinations

from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler, Levenshtein

from rashomon.contrasts import settings
from rashomon.contrasts.candidate import Candidate, Side
from rashomon.contrasts.lens import Lens
from rashomon.model import Article, Mention, Name, Span
from rashomon.text.quotes import quotations

_Use = dict[str, dict[str, list[Mention]]]  # name id -> article id -> mentions
# Titles of one who rules, by what they say of the rule. General English of news. A leader of a
# party or a chamber holds an office, and is not meant.
_RULE = {
    "president": "president", "prime minister": "prime minister", "premier": "prime minister",
    "chancellor": "chancellor", "king": "king", "leader": "leader",
    "strongman": "strongman", "dictator": "dictator", "autocrat": "autocrat", "ruler": "ruler",
    "despot": "despot", "tyrant": "tyrant", "warlord": "warlord",
}  # fmt: skip
_JUDGING_RULE = frozenset("strongman dictator autocrat ruler despot tyrant warlord".split())
_OF_A_PART = re.compile(
    r"\b(?:vice|deputy|former|ex|senate|house|majority|minority|party|opposition|republican|"
    r"democratic|labour|conservative|union|church|community|team|group|military|council|company|"
    r"university|college|bank|association|acting|civil|rights|tea|congressional|assistant|to|of)\b",
    re.IGNORECASE,
)
# Words before a name that judge whom they name. General English of news.
_JUDGING = frozenset(
    "embattled disgraced controversial notorious infamous firebrand hard-line hardline far-right "
    "far-left ultraconservative ultra-conservative right-wing left-wing leftist extremist radical "
    "hawkish self-styled self-proclaimed so-called convicted shamed beleaguered maverick "
    "populist authoritarian legendary "
    "ultranationalist nationalist anti-abortion pro-life exiled "
    "jailed imprisoned billionaire fugitive rogue pro-russian pro-western anti-immigrant "
    ""
    "discredited scandal-plagued scandal-hit oligarch militant extremist".split()
)
_NOUNS = frozenset(
    "candidate congressman congresswoman lawmaker senator leader lawyer attorney activist star icon "
    "darling politician businessman general nominee judge host commentator hawk writer author "
    "tycoon cleric president minister governor mayor chief director secretary".split()
)
_BEFORE = re.compile(r"(?:[^\s.,;:()\"“”]+\s+){1,4}$")


def detect(lens: Lens) -> Iterator[Candidate]:
    """Names that two tellings spell, title or describe in different ways."""
    names = {n.id: n for n in lens.material.names}
    quoted = {a.id: [(q.start, q.end) for q in quotations(a.text)] for a in lens.tellings}
    for name_id, used in sorted(_uses(lens, quoted).items()):
        name = names[name_id]
        if len(used) < 2 or name.type == "organisation":
            continue
        if spelled := _spelled(lens, name, used):
            yield spelled
        if name.type == "person":
            if titled := _titled(lens, name, used):
                yield titled
            if described := _described(lens, name, used):
                yield described


def _uses(lens: Lens, quoted: dict[str, list[tuple[int, int]]]) -> _Use:
    """Mentions in the tellings' own words: what stands in quotation marks is somebody else's."""
    uses: _Use = {}
    for article in lens.tellings:
        inside = quoted[article.id]
        starts = [start for start, _ in inside]
        for mention in lens.mentions[article.id]:
            last = bisect_right(starts, mention.start) - 1  # quotations never overlap
            if last >= 0 and mention.start < inside[last][1]:
                continue
            name = lens.name(article.id, mention.referent)
            if name is not None and name.type == mention.type:
                uses.setdefault(name.id, {}).setdefault(article.id, []).append(mention)
    return uses


def _parts(text: str) -> list[str]:
    found = (p.strip(".,;:").removesuffix("'s").removesuffix("’s") for p in text.split())
    return [p for p in found if p[:1].isupper()]


def _spelled(lens: Lens, name: Name, used: dict[str, list[Mention]]) -> Candidate | None:
    """Two tellings whose forms of one part of the name never meet, and are near alike."""
    for one, two in combinations([a for a in lens.tellings if a.id in used], 2):
        first, second = _forms(used[one.id]), _forms(used[two.id])
        for a in sorted(first):
            for b in sorted(second):
                if _plain(a) == _plain(b) or a in second or b in first:
                    continue
                if not _same_part(a, b):
                    continue
                if name.type == "place" and (a.startswith(b) or b.startswith(a)):
                    continue  # a place and its people
                last = name.type == "place" or first[a].text.rstrip("'’s.,").endswith(a)
                sides = (_side(one, first[a], a), _side(two, second[b], b))
                near = Levenshtein.distance(_plain(a), _plain(b)) <= settings.SLIGHT_SPELLING
                slight = near and name.type == "person"
                sort = "spelling, slight" if slight else "spelling"
                return Candidate(
                    f"How {name.canonical} is spelled", "wording", "soft", sides,
                    0.4 if last else 0.3, sort=sort if last else "spelling of a first name",
                )  # fmt: skip
    return None


def _forms(mentions: list[Mention]) -> dict[str, Mention]:
    """Each part of the name as written, at the fullest mention that has it."""
    forms: dict[str, Mention] = {}
    for mention in sorted(mentions, key=lambda m: (-len(m.text), m.start)):
        for part in _parts(mention.text):
            forms.setdefault(part, mention)
    return forms


def _plain(part: str) -> str:
    """Without accents: Erdoğan and Erdogan are one spelling to a reader."""
    return anyascii(part).casefold()


def _same_part(a: str, b: str) -> bool:
    """Spellings of one part: alike, and neither an initial, an abbreviation or in capitals."""
    if min(len(a), len(b)) < settings.SHORTEST_NAME_PART or a.isupper() or b.isupper():
        return False
    return JaroWinkler.similarity(_plain(a), _plain(b)) >= settings.NAME_PART_LIKENESS


def _side(article: Article, mention: Mention, reading: str) -> Side:
    return Side(Span(article.id, mention.start, mention.end), reading, reading)


def _titled(lens: Lens, name: Name, used: dict[str, list[Mention]]) -> Candidate | None:
    """Tellings that each give the person one title of rule, and not the same."""
    sides: dict[str, tuple[str, Side]] = {}
    for article in lens.tellings:
        found: dict[str, Side] = {}
        for mention in used.get(article.id, ()):
            if title := _title_of_rule(mention.role):
                span = _with_role(article, mention, mention.role or "")
                found.setdefault(title, Side(span, mention.role or title, title))
        if len(found) == 1:
            sides[article.id] = next(iter(found.items()))
    titles = {title for title, _ in sides.values()}
    if len(titles) < 2 or not titles & (_JUDGING_RULE | {"leader"}):
        return None
    judging = bool(titles & _JUDGING_RULE)
    return Candidate(
        f"How {name.canonical} is titled", "wording", "strong" if judging else "soft",
        tuple(side for _, side in sides.values()), 0.6 if judging else 0.4, sort="title",
    )  # fmt: skip


def _title_of_rule(role: str | None) -> str | None:
    if not role or len(role.split()) > 4 or _OF_A_PART.search(role):
        return None
    last = role.casefold().split()
    return _RULE.get(" ".join(last[-2:])) or _RULE.get(last[-1])


def _described(lens: Lens, name: Name, used: dict[str, list[Mention]]) -> Candidate | None:
    """One telling puts a word that judges before the name; another gives its role without one."""
    judged: list[tuple[str, Side]] = []
    plain: list[Side] = []
    for article in lens.tellings:
        mentions = used.get(article.id, ())
        words = [w for m in mentions if (w := _judgement(article, m))]
        if words:
            word, span = words[0]
            judged.append((word, Side(span, word, word)))
        elif len(mentions) >= settings.PLAIN_MENTIONS:
            with_role = next((m for m in mentions if m.role and len(m.role.split()) < 6), None)
            if with_role and with_role.role:
                span = _with_role(article, with_role, with_role.role)
                plain.append(Side(span, with_role.role, "no word of judgement"))
    if not judged or not plain:
        return None
    return Candidate(
        f"How {name.canonical} is described", "wording", "soft",
        (*(side for _, side in judged), *plain[:2]), 0.42, sort="description",
    )  # fmt: skip


def _judgement(article: Article, mention: Mention) -> tuple[str, Span] | None:
    """A judging word among those right before the name, and the words from it to the name."""
    window = article.text[max(0, mention.start - 60) : mention.start].casefold()
    if _JUDGING.isdisjoint(window.split()):
        return None
    before = _BEFORE.search(article.text, max(0, mention.start - 60), mention.start)
    if (
        before is None
        or "\n" in before.group()
        or article.text[mention.end : mention.end + 1] == "-"
    ):
        return None
    for found in re.finditer(r"[^\s]+", before.group()):
        if found.group().casefold() in _JUDGING:
            between = before.group()[found.end() :].split()
            # "embattled Republican candidate X": nouns of a role, and no other clause.
            if all(w.casefold() in _NOUNS | _JUDGING or w[0].isupper() for w in between):
                start = before.start() + found.start()
                return found.group().casefold(), Span(article.id, start, mention.end)
    return None


def _with_role(article: Article, mention: Mention, role: str) -> Span:
    """The words of title and name together, where the title stands right before the name."""
    start = article.text.rfind(role, max(0, mention.start - len(role) - 3), mention.start)
    return Span(article.id, mention.start if start < 0 else start, mention.end)
