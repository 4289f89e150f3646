"""From candidates to mentions: whom or what each name means in its article."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict

from rashomon import outlets
from rashomon.model import Article, Mention, NameType
from rashomon.names import metonyms, roles
from rashomon.names.agreement import against, agree, role
from rashomon.names.candidates import Candidate, find
from rashomon.names.datelines import dateline
from rashomon.names.deciding import Decider
from rashomon.names.forms import family_key, given_alike, other_middle, parse
from rashomon.names.pieces import read
from rashomon.names.settings import NEAR
from rashomon.names.tables import tables
from rashomon.text.links import without_links

_PARTICLES_BEFORE = re.compile(
    r"\b(?:(?:van|von) (?:der|den|dem) |de la |de los |(?:de|von|van|di|du|della|bin|al|el|da|dos) )$"
)
_IN_BRACKETS = re.compile(r" \((?:the )?([A-Z][A-Za-z]{1,7})\)")


def mentions_of(article: Article) -> tuple[Mention, ...]:
    """The article's mentions in order of the text."""
    text = without_links(article.text)[0]
    english = article.language in ("en", "und")
    reading, runs = read(text, english=english)
    begin, stop, held = dateline(text) if english else (0, 0, ())
    candidates = [c for c in find(reading, runs) if c.end <= begin or c.start >= stop]
    places = frozenset(referent for _, _, type_, referent in held if type_ == "place")
    beside = roles.Beside(text)
    decider = Decider(reading, candidates, beside, english=english, places=places)
    typed = decider.typed
    sides = metonyms.sides(text)
    side_starts = [start for start, _, _ in sides]
    people = _People(text, typed, beside)
    expansions = {**decider.bodies, **_expansions(text, typed)}
    made: list[Mention] = []
    for candidate, type_ in typed:
        place = bisect_right(side_starts, candidate.start) - 1
        if place >= 0 and candidate.start < sides[place][1]:
            continue
        made.append(_mention(article.id, text, candidate, type_, people, expansions))
    if english:
        made += _named_as_months(article.id, text, people, made)
    for start, end, type_, referent in held:
        made.append(Mention(article.id, start, end, text[start:end], type_, referent))
    for start, end, country in sides:
        if begin < end and start < stop:
            continue
        made.append(
            Mention(
                article.id, start, end, text[start:end], "organisation",
                metonyms.government(country),
            )
        )  # fmt: skip
    return tuple(sorted(made, key=lambda m: (m.start, m.end)))


# After a surname that is a month as well: a verb, and not a year or a day.
_ACTS = (
    r"(?=(?:[’']s (?!\d)|,? (?:said|says|told|has|had|was|is|also|will|would|could|added|warned|urged|"
    r"insisted|argued|called|announced|faces|faced|and her|and his|who|did|does|made|took|lost|won|"
    r"resigned|refused|wants|wanted|met|spoke|promised|vowed|pledged|cautioned|declared)\b))"
)
_DATED = re.compile(
    r"(?:\b(?:in|on|since|until|by|of|early|late|mid|last|next|this|from|for|through|during|before|"
    r"after|to|between)|\d(?:st|nd|rd|th)?|[Mm]id-)[ -]$"
)


def _named_as_months(
    article_id: str, text: str, people: _People, made: list[Mention]
) -> list[Mention]:
    """Surnames that are months as well ("May said"), where the article names the person in full."""
    found: list[Mention] = []
    taken = {at for mention in made for at in (mention.start,)}
    for fullest in people.named_in_full():
        family = parse(fullest).family
        if family.casefold() not in tables().time_words:
            continue
        for match in re.finditer(rf"(?<![\w-]){re.escape(family)}{_ACTS}", text):
            start, end = match.start(), match.start() + len(family)
            before = text[max(0, start - 10) : start]
            inside = any(m.start <= start < m.end for m in made if m.start > start - 60)
            if start in taken or inside or _DATED.search(before):
                continue
            found.append(Mention(article_id, start, end, family, "person", fullest))
    return found


class _People:
    """The persons that an article names in full, and whom a part of a name means."""

    def __init__(
        self, text: str, typed: list[tuple[Candidate, NameType]], beside: roles.Beside
    ) -> None:
        self._text = text
        self.beside = beside
        self._by_part: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._fullest: dict[str, str] = {}
        self._roles: dict[str, set[str]] = defaultdict(set)
        seen: dict[str, list[Candidate]] = defaultdict(list)
        for candidate, type_ in typed:
            if type_ == "person" and parse(candidate.text).given:
                seen[" ".join(candidate.words)].append(candidate)
        ends = {end for name in seen for end in _ends(name)}
        full = set(seen) - ends
        for names in _grouped(sorted(full)):
            fullest = max(names, key=lambda n: (len(parse(n).words), len(n), n))
            for name in names:
                self._fullest[name] = fullest
                for candidate in seen[name]:
                    said = beside.of(candidate.start, candidate.end)
                    if said:
                        self._roles[fullest].add(said)
                    for part in _parts(name):
                        self._by_part[part].append((candidate.start, fullest))

        self._strangers = self._find_strangers(typed)

    def _find_strangers(self, typed: list[tuple[Candidate, NameType]]) -> set[str]:
        """Surnames that the article also uses of somebody whom it does not name in full.

        "President Weir" before any Weir is named in full, or beside an Agnes Weir of other
        calling, is another one; the surname alone then stands for itself.
        """
        strangers: set[str] = set()
        for candidate, type_ in typed:
            if type_ != "person" or len(candidate.words) > 1:
                continue
            part = family_key(candidate.text)
            held = self._by_part.get(part, [])
            whole = {fullest for _, fullest in held}
            said = self.beside.before(candidate.start) if len(whole) == 1 else None
            if not said:
                continue
            (fullest,) = whole
            known = [role(other) for other in sorted(self._roles[fullest])]
            earlier = candidate.start < min(at for at, _ in held)
            if against(role(said), known) and (earlier or any(r.heads for r in known)):
                strangers.add(part)
        return strangers

    def named_in_full(self) -> list[str]:
        """The fullest forms of all persons of the article."""
        return sorted(set(self._fullest.values()))

    def meant(self, name: str, start: int) -> str:
        """The fullest form of the person whom `name` at `start` means; `name` where unknown.

        Where several share the surname, a title decides, else the one named in full shortly
        before; else the surname stands for itself.
        """
        if name in self._fullest:
            return self._fullest[name]
        if name.isupper() and len(name) > 3:
            name = name.title()
        form = parse(name)
        held = self._by_part.get(family_key(form.family), [])
        whole = sorted({fullest for _, fullest in held})
        if form.suffix or len(whole) > 1:  # a son is named with his "Jr."
            alike = [n for n in whole if bool(parse(n).suffix) is bool(form.suffix)]
            whole = alike or whole
            held = [(at, fullest) for at, fullest in held if fullest in whole]
        if not whole:
            return name
        stranger = family_key(name) in self._strangers
        if len(whole) == 1 and not stranger:
            return whole[0]
        said = self.beside.before(start)
        if said:
            fitting = [
                fullest
                for fullest in whole
                if any(agree(role(said), role(other)) for other in self._roles[fullest])
            ]
            if len(fitting) == 1:
                return fitting[0]
            if role(said).heads:
                return name
        if stranger:
            return name
        before = [(at, fullest) for at, fullest in held if at < start]
        if before:
            at, fullest = max(before)
            if self._text.count("\n", at, start) <= 2 and start - at < NEAR:
                return fullest
        return name


_ONE_GIVEN = ("same", "spelling", "short", "initial")


def _grouped(names: list[str]) -> list[list[str]]:
    """Full names of one article that are one person's: given names agree, surnames are one."""
    groups: dict[str, list[list[str]]] = defaultdict(list)
    for name in names:
        form = parse(name)
        alike = groups[family_key(form.family)]
        for group in alike:
            other = parse(group[0])
            if any(other_middle(name, held) for held in group):
                continue
            if other.suffix == form.suffix and given_alike(other.given, form.given) in _ONE_GIVEN:
                group.append(name)
                break
        else:
            alike.append([name])
    return [group for alike in groups.values() for group in alike]


def _ends(name: str) -> list[str]:
    """The ends of a full name that may stand for it: "Ode Weir" of "Ann Ode Weir"."""
    words = name.split()
    return [" ".join(words[at:]) for at in range(1, len(words))]


def _parts(name: str) -> list[str]:
    """Keys of the parts of a full name that may stand for it."""
    form = parse(name)
    words = form.family.split()
    parts = {family_key(form.family), family_key(words[-1])}
    for at in range(len(form.middle)):
        if len(form.middle[at].rstrip(".")) > 1:
            parts.add(family_key(" ".join([*form.middle[at:], form.family])))
    return sorted(parts)


def _expansions(text: str, typed: list[tuple[Candidate, NameType]]) -> dict[str, str]:
    """Capitals that the article spells out: "Federal Security Service (FSB)"."""
    found: dict[str, str] = {}
    for candidate, type_ in typed:
        if type_ == "organisation" and len(candidate.words) > 1:
            match = _IN_BRACKETS.match(text, candidate.end)
            if match and _abbreviates(match.group(1), candidate.words):
                found.setdefault(match.group(1), " ".join(candidate.words))
    return found


def _abbreviates(short: str, words: tuple[str, ...]) -> bool:
    letters = "".join(part[0] for word in words for part in word.split("-") if part[:1].isupper())
    every = "".join(word[0] for word in words)
    short, letters, every = short.upper(), letters.upper(), every.upper()
    if short in (letters, every, every[1:], letters[1:]) or letters.endswith(short):
        return True
    # Capitals of the name in its own language: "Harkan People's Army (HNA)".
    return len(short) == len(letters) > 2 and short[0] == letters[0] and short[-1] == letters[-1]


def _mention(
    article_id: str, text: str, candidate: Candidate, type_: NameType, people: _People,
    expansions: dict[str, str],
) -> Mention:  # fmt: skip
    known = tables()
    start, end, written = candidate.start, candidate.end, candidate.text
    plain = " ".join(candidate.words)
    if type_ == "person":
        referent = people.meant(plain, start)
        if len(candidate.words) == 1 and (
            particles := _PARTICLES_BEFORE.search(text, max(0, start - 14), start)
        ):
            held = particles.group().split()
            if parse(referent).family.split()[:-1] == held or held[0] in ("de", "von", "di", "du"):
                start = particles.start()
                written = text[start:end]
                if referent == plain:
                    referent = " ".join(written.split())
        role_ = people.beside.of(start, end)
        return Mention(article_id, start, end, written, type_, referent, role_)
    referent = candidate.shown or expansions.get(written) or plain
    if type_ == "place":
        country = known.seats.get(referent) or (referent if referent in known.countries else None)
        if (
            country
            and " D" not in written
            and "," not in written
            and metonyms.stands_for_government(text, start, end, referent in known.countries)
        ):
            type_, referent = "organisation", metonyms.government(country)
    elif referent in known.metonyms:
        referent = metonyms.government(known.metonyms[referent])
    else:
        referent = outlets.known(referent) or referent
    return Mention(article_id, start, end, written, type_, referent, None)
