"""From candidates to mentions: what is a name, of which type, and whom it means here."""

from __future__ import annotations

import re
from collections import defaultdict

from rashomon import outlets
from rashomon.model import Article, Mention, NameType
from rashomon.names import metonyms, roles
from rashomon.names.candidates import Candidate, find
from rashomon.names.forms import family_key, parse
from rashomon.names.pieces import Reading, read
from rashomon.names.tables import tables

_SPEECH_AFTER = re.compile(
    r"(?:[’']s)?,? (?:(?:also|has|have|had|then|later) )?(?:said|says|told|added|argued|claimed|noted|"
    r"wrote|tweeted|insisted|explained|stressed|replied|recalled|warned|denied|asked|admitted|who\b)"
)
_SPEECH_BEFORE = re.compile(r"\b(?:said|says|added|argued|claimed|told|explained|replied|asked) $")
_AGE = re.compile(r", \d\d,| \(\d\d\)")
_LOCATIVE = re.compile(
    r"\b(?:in|near|outside|around|town of|city of|village of|region of|province of|district of|"
    r"island of|port of|capital of|capital,|north of|south of|east of|west of) (?:the )?$",
    re.IGNORECASE,
)
_PLACE_AFTER = re.compile(
    r"[ \u00a0](?:region|province|city|district|village|town|airport|oblast|river|island|islands|border|"
    r"County|Province|Region|Oblast|Island|Islands|River|Valley|Mountains?|District|Lake|Bay|Beach|Peninsula)\b"
)
_COMPANY = re.compile(
    r"\b(?:company|firm|giant|group|agency|bank|maker|start-?up|website|newspaper|outlet|magazine|channel|app|network|platform) $"
)


def mentions_of(article: Article) -> tuple[Mention, ...]:
    """The article's mentions in order of the text."""
    text = article.text
    reading, runs = read(text)
    candidates = find(reading, runs)
    typed = _types(reading, candidates)
    sides = metonyms.sides(text)
    people = _People(reading, typed)
    expansions = _expansions(text, typed)
    made: list[Mention] = []
    for candidate, type_ in typed:
        if any(start <= candidate.start < end for start, end, _ in sides):
            continue
        mention = _mention(article.id, reading, candidate, type_, people, expansions)
        if mention:
            made.append(mention)
    for start, end, country in sides:
        made.append(
            Mention(
                article.id,
                start,
                end,
                text[start:end],
                "organisation",
                metonyms.government(country),
            )
        )
    return tuple(sorted(made, key=lambda m: (m.start, m.end)))


def _types(reading: Reading, candidates: list[Candidate]) -> list[tuple[Candidate, NameType]]:
    """The type of each candidate that is a name; the rest is left out."""
    text = reading.text
    votes: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    families: set[str] = set()
    for candidate in candidates:
        if candidate.type == "person" and len(candidate.words) > 1:
            families.add(parse(candidate.text).family)
    for candidate in candidates:
        if candidate.type is None or not candidate.sure:
            for vote in _votes(text, candidate):
                votes[candidate.text][vote] += 1
            votes[candidate.text]["seen"] += 1
            if not candidate.first:
                votes[candidate.text]["inside"] += 1
    in_prose = {c.text for c in candidates if not reading.in_headline(c.start)}
    typed: list[tuple[Candidate, NameType]] = []
    for candidate in candidates:
        if (
            reading.in_headline(candidate.start)
            and not candidate.shown
            and candidate.text not in families
            and candidate.text not in in_prose
        ):
            continue
        type_ = _decide(reading, candidate, votes[candidate.text], families)
        if type_:
            typed.append((candidate, type_))
    return typed


def _votes(text: str, candidate: Candidate) -> list[str]:
    votes = []
    before = text[max(0, candidate.start - 40) : candidate.start]
    after = text[candidate.end : candidate.end + 30]
    if candidate.titled or roles.before(text, candidate.start):
        votes += ["person", "person"]
    if _SPEECH_AFTER.match(after) or _SPEECH_BEFORE.search(before) or _AGE.match(after):
        votes.append("person")
    if _LOCATIVE.search(before):
        votes.append("place")
    if _PLACE_AFTER.match(after):
        votes.append("place")
    if _COMPANY.search(before):
        votes += ["organisation", "organisation"]
    if before.endswith(("the ", "The ")):
        votes.append("the")
    return votes


def _decide(
    reading: Reading, candidate: Candidate, votes: dict[str, int], families: set[str]
) -> NameType | None:
    known = tables()
    if candidate.type is not None and candidate.sure:
        return candidate.type
    if candidate.text in families:
        return "person"
    person, place, body = votes["person"], votes["place"], votes["organisation"]
    if candidate.type == "organisation":  # capitals, or a common word that is also a body
        if candidate.text in known.organisations:
            return "organisation" if votes["inside"] else None
        enough = votes["seen"] > 1 or votes["the"] or person or body
        return "organisation" if enough and len(candidate.text) <= 8 else None
    if candidate.type == "place":  # a given name that is a place as well
        return "place" if candidate.shown in known.countries or place or not person else "person"
    if candidate.type == "person":  # a given name alone
        return "person" if person else None
    if len(candidate.words) == 1:
        if candidate.text.casefold() in reading.lower and not person:
            return None
        if body > max(person, place):
            return "organisation"
        if place > person:
            return "place"
        return "person" if person and not votes["the"] else None
    if any(word.casefold() in reading.lower for word in candidate.words):
        return "person" if person and not votes["the"] else None
    if votes["the"] and not person:
        return None
    if place > person:
        return "place"
    if body:
        return "organisation"
    last = candidate.words[-1].casefold()
    if last in known.not_names or candidate.words[0].casefold() in known.not_names:
        return None
    return "person" if person or len(candidate.words) in (2, 3) else None


class _People:
    """The persons that an article names in full, and whom a part of a name means."""

    def __init__(self, reading: Reading, typed: list[tuple[Candidate, NameType]]) -> None:
        self.by_family: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self.fullest: dict[str, str] = {}
        full: dict[str, int] = {}
        for candidate, type_ in typed:
            if type_ == "person" and len(candidate.words) > 1:
                full.setdefault(_plain(candidate.text), candidate.start)
        groups: dict[tuple[str, str], list[str]] = defaultdict(list)
        for name in full:
            form = parse(name)
            groups[(form.given.casefold().rstrip("."), family_key(form.family))].append(name)
        for names in groups.values():
            fullest = max(names, key=lambda n: (len(parse(n).words), len(n), n))
            for name in names:
                self.fullest[name] = fullest
        for name, start in full.items():
            for part in _parts(name):
                self.by_family[part].append((start, self.fullest[name]))

    def meant(self, name: str, start: int) -> str:
        """The fullest form of the person whom `name` at `start` means; `name` where unknown."""
        if name in self.fullest:
            return self.fullest[name]
        held = self.by_family.get(family_key(name), [])
        whole = {fullest for _, fullest in held}
        if len(whole) == 1:
            return next(iter(whole))
        before = [(at, fullest) for at, fullest in held if at < start]
        return max(before)[1] if before else name


def _plain(name: str) -> str:
    return " ".join(name.split())


def _parts(name: str) -> list[str]:
    """Keys of the parts of a full name that may stand for it."""
    form = parse(name)
    words = form.family.split()
    parts = {family_key(form.family), family_key(words[-1])}
    if form.middle and len(form.middle[-1].rstrip(".")) > 1:
        parts.add(family_key(f"{form.middle[-1]} {form.family}"))
    return sorted(parts)


_IN_BRACKETS = re.compile(r" \((?:the )?([A-Z][A-Za-z]{1,7})\)")


def _expansions(text: str, typed: list[tuple[Candidate, NameType]]) -> dict[str, str]:
    """Capitals that the article spells out: "Federal Security Service (FSB)"."""
    found: dict[str, str] = {}
    for candidate, type_ in typed:
        if type_ == "organisation" and len(candidate.words) > 1:
            match = _IN_BRACKETS.match(text, candidate.end)
            if match and _abbreviates(match.group(1), candidate.words):
                found.setdefault(match.group(1), _plain(candidate.text))
    return found


def _abbreviates(short: str, words: tuple[str, ...]) -> bool:
    letters = "".join(part[0] for word in words for part in word.split("-") if part[:1].isupper())
    every = "".join(word[0].upper() for word in words)
    short = short.upper()
    return short in (letters, every, every[1:], letters[1:]) or (
        len(short) >= 2 and letters.endswith(short)
    )


def _mention(
    article_id: str, reading: Reading, candidate: Candidate, type_: NameType, people: _People,
    expansions: dict[str, str],
) -> Mention | None:  # fmt: skip
    text = reading.text
    known = tables()
    start, end, written = candidate.start, candidate.end, candidate.text
    role: str | None = None
    if type_ == "person":
        referent = people.meant(_plain(written), start)
        role = roles.before(text, start) or roles.after(text, end)
    elif type_ == "place":
        referent = candidate.shown or _plain(written)
        country = known.seats.get(referent) or (referent if referent in known.countries else None)
        if country and metonyms.stands_for_government(
            text, start, end, referent in known.countries
        ):
            return Mention(
                article_id, start, end, written, "organisation", metonyms.government(country)
            )
    else:
        referent = candidate.shown or expansions.get(written) or _plain(written)
        if referent in known.metonyms:
            referent = metonyms.government(known.metonyms[referent])
        referent = outlets.known(referent) or referent
    return Mention(article_id, start, end, written, type_, referent, role)
