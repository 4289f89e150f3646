"""Which candidates are names, and of which type: words around them vote over the article."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace

from rashomon.model import NameType
from rashomon.names import roles, signs
from rashomon.names.candidates import Candidate
from rashomon.names.forms import PARTICLES, family_key, parse
from rashomon.names.pieces import Reading
from rashomon.names.surroundings import (
    AGE,
    AT_PLACE,
    CLOSING,
    COMPANY,
    COMPANY_AFTER,
    LOCATIVE,
    OF_PERSON,
    OPENING,
    PLACE_AFTER,
    REACH,
    SITE,
    SPEECH_AFTER,
    SPEECH_BEFORE,
)
from rashomon.names.tables import tables


def _rank(candidate: Candidate) -> int:
    if len(candidate.words) == 1 or candidate.words[0].casefold() in PARTICLES:
        return 2
    return 0 if candidate.type == "person" else 1


def _without_first(
    candidate: Candidate, known: set[str], reading: Reading, english: bool
) -> Candidate:
    """The candidate without a capitalised verb or title before a name that is sure.

    So "Impeach Ann Ode" where Ann Ode is named elsewhere, "Enter Ann Ode" at the start of a
    sentence, and in other languages "Bundeskanzlerin Ann Ode".
    """
    words = candidate.words
    if candidate.type in ("place", "organisation") or len(words) < 3:
        return candidate
    rest = candidate.text[len(words[0]) :].lstrip()
    given = tables().given
    unlikely = not english or (candidate.first and words[0] not in reading.inside)
    begins = words[1].casefold() in given and words[0].casefold() not in given
    if rest not in known and not (unlikely and begins):
        return candidate
    return replace(
        candidate, start=candidate.end - len(rest), text=rest, words=words[1:], type="person",
    )  # fmt: skip


_CLUB = re.compile(r"\b[Tt]he ([A-Z]\w+s)\b(?! [A-Z])")


def _without_team(candidate: Candidate, clubs: frozenset[str]) -> Candidate:
    """The candidate without the club that stands before a player: "Harriers Ann Ode"."""
    words = candidate.words
    if candidate.type in ("place", "organisation") or len(words) < 3 or words[0] not in clubs:
        return candidate
    rest = candidate.text[len(words[0]) :].lstrip()
    return replace(
        candidate, start=candidate.end - len(rest), text=rest, words=words[1:], first=False,
    )  # fmt: skip


_COMPANY_ENDS = frozenset(
    "inc corp corporation co company ltd limited plc llc ag sa nv gmbh spa group holding holdings "
    "industries bank airlines airways motors systems technologies pharmaceuticals stores partners "
    "associates enterprises energy foods brothers bros".split()
)


class Decider:
    """The types of an article's candidates, decided together.

    Names of several words are decided first, so that a surname alone can stand on a full name.
    """

    def __init__(
        self, reading: Reading, candidates: list[Candidate], beside: roles.Beside, *,
        english: bool = True, places: frozenset[str] = frozenset(),
    ) -> None:  # fmt: skip
        self._reading = reading
        self._beside = beside
        self._english = english
        self._water: bool | None = None  # whether channels of the text are of water
        self._spelled: dict[str, bool] = {}
        self._places = places  # what the dateline calls a place
        known = {c.text for c in candidates if c.type == "person" and len(c.words) > 1}
        candidates = [_without_first(c, known, reading, english) for c in candidates]
        clubs = frozenset(_CLUB.findall(reading.text))
        candidates = [_without_team(c, clubs) for c in candidates]
        self._votes: dict[str, Counter[str]] = defaultdict(Counter)
        self._in_prose = {c.text for c in candidates if not reading.in_headline(c.start)}
        self.families: set[str] = set()
        self.given: set[str] = set()
        self._keys: set[str] = set()
        # Companies by the part of their name that stands for them alone: "Ode" of "Ode Inc".
        self.bodies: dict[str, str] = {}
        self.typed: list[tuple[Candidate, NameType]] = []
        for candidate in candidates:
            if candidate.type is None or not candidate.sure:
                self._vote(candidate)
        types: dict[int, NameType] = {}
        for rank in (0, 1, 2):  # full names, other names of several words, single words
            for place, candidate in enumerate(candidates):
                if _rank(candidate) != rank:
                    continue
                if (
                    rank == 1
                    and candidate.type is None
                    and candidate.words[0] in self.families
                    and not parse(candidate.text).suffix
                ):
                    # A surname and the next word run together: "Weir Lost".
                    first = candidate.words[0]
                    end = candidate.start + len(first)
                    candidate = replace(candidate, end=end, text=first, words=(first,))
                    candidates[place] = candidate
                type_ = self._of(candidate)
                if type_:
                    types[candidate.start] = type_
                    if type_ == "organisation" and len(candidate.words) > 1:
                        self._note_company(candidate)
                    if type_ == "person" and len(candidate.words) > 1:
                        form = parse(candidate.text)
                        if form.given:
                            self.families.update((form.family, form.family.split()[-1]))
                            self._keys.add(family_key(form.family))
                            self.given.add(form.given)
        for candidate in candidates:
            if candidate.start in types:
                self.typed.append((candidate, types[candidate.start]))
            else:
                self.typed += self._compound(candidate)

    def _note_company(self, candidate: Candidate) -> None:
        words = list(candidate.words)
        if words[-1].casefold().rstrip(".") not in _COMPANY_ENDS:
            return
        full = " ".join(words)
        while len(words) > 1 and words[-1].casefold().rstrip(".") in _COMPANY_ENDS:
            words.pop()
            self.bodies.setdefault(" ".join(words), full)

    def _vote(self, candidate: Candidate) -> None:
        text = self._reading.text
        votes = self._votes[candidate.text]
        before = text[max(0, candidate.start - REACH) : candidate.start]
        after = text[candidate.end : candidate.end + 40]
        votes["seen"] += 1
        votes["inside"] += not candidate.first
        if candidate.titled or self._beside.titled(candidate.start):
            votes["person"] += 2
            votes["titled"] += 1
        if SPEECH_AFTER.match(after) or SPEECH_BEFORE.search(before) or AGE.match(after):
            votes["person"] += 1
        if len(candidate.words) > 1 and roles.after(text, candidate.end):
            votes["person"] += 1
        located = LOCATIVE.search(before) is not None and not candidate.possessive
        the = before.endswith(("the ", "The "))
        votes["located"] += (located and not the) or candidate.text in self._places
        votes["place"] += located
        owns = signs.PLACE_OWNS.match(after)
        votes["place"] += candidate.text in self._places
        if owns:  # "Harka Foreign Minister Ann Ode" can be of a place alone
            votes["place"] += 2 if owns.group().endswith("Minister") else 1
        votes["ship"] += signs.SHIP_BEFORE.search(before) is not None
        votes["prose"] += signs.in_prose(text, candidate.start, candidate.end)
        if PLACE_AFTER.match(after):
            votes["place"] += 1
        if COMPANY.search(before) or COMPANY_AFTER.match(after):
            votes["organisation"] += 2
        if before.endswith("(") and after.startswith(")") and candidate.text.isupper():
            votes["organisation"] += 1
        if the:
            votes["person" if OF_PERSON.match(after) else "the"] += 1

    def _of(self, candidate: Candidate) -> NameType | None:
        reading = self._reading
        text, folded = candidate.text, candidate.text.casefold()
        known = tables()
        if reading.in_headline(candidate.start) and not (
            candidate.shown or text in self._in_prose or text in self.families
        ):
            return "person" if text.isupper() and text.title() in self.families else None
        if text in self.families and self._is_surname_here(candidate):
            return "person"
        if (
            candidate.titled
            and candidate.type == "place"
            and candidate.shown not in known.countries
        ):
            return "person"
        if candidate.type == "organisation" and candidate.sure and self._is_water(candidate):
            return "place"
        if candidate.type is not None and candidate.sure:
            return candidate.type
        votes = self._votes[text]
        if candidate.type == "organisation":
            return self._capitals(candidate, votes)
        if candidate.type == "place" and len(candidate.words) > 1:  # "Ode Lake"
            first = candidate.words[0]
            given = first.casefold() in known.given and first not in known.places
            against = votes["the"] + votes["place"]
            return "person" if votes["person"] + given > against else "place"
        if candidate.type == "place":  # a given name that is a place as well
            if candidate.shown in known.countries or votes["place"]:
                return "place"
            if votes["person"]:
                return "person"
            return None if text in self.given else "place"
        if candidate.type == "person":  # a given name alone
            return "person" if votes["person"] else None
        if reading.text.startswith(" (@", candidate.end):
            return None  # the name of an account
        if text in self.bodies and votes["person"] < 2:
            return "organisation"
        if SITE.match(reading.text, candidate.end):
            return None
        if self._in_marks(candidate) or not self._english:
            return None
        if len(candidate.words) == 1:
            return self._single(folded, votes)
        return self._several(candidate, votes)

    def _is_water(self, candidate: Candidate) -> bool:
        """Whether a "Harka Channel" is one of water and none of television."""
        if len(candidate.words) < 2 or candidate.words[-1] != "Channel" or candidate.shown:
            return False
        if self._water is None:
            text = self._reading.text
            self._water = bool(signs.WATER.search(text)) or not signs.BROADCAST.search(text)
        return self._water

    def _is_surname_here(self, candidate: Candidate) -> bool:
        """Whether a surname of the article, which may be a place as well, is the surname here."""
        if candidate.type != "place":
            return True
        known, text = tables(), self._reading.text
        if AT_PLACE.search(text, max(0, candidate.start - 16), candidate.start):
            return False
        shown = candidate.shown or candidate.text
        country = known.seats.get(shown, shown)
        return not any(adjective in text for adjective in known.adjectives_of.get(country, ()))

    def _capitals(self, candidate: Candidate, votes: Counter[str]) -> NameType | None:
        if candidate.shown and candidate.text not in tables().organisations:
            return "organisation"
        known = tables()
        if candidate.text in known.organisations:
            if candidate.text.casefold() in known.function_words:  # "WHO"
                return "organisation" if self._is_spelled_out(candidate, votes) else None
            return "organisation" if votes["inside"] else None
        if candidate.text.casefold() in self._reading.lower or len(candidate.text) > 8:
            return None
        if len(candidate.text) < 3:
            return None
        if not (votes["prose"] or votes["organisation"]) or (
            signs.MODEL.fullmatch(candidate.text) and candidate.text not in signs.BODIES
        ):
            return None  # a section's word, a column of a table
        if votes["seen"] > 1 or votes["the"] or votes["person"] or votes["organisation"]:
            return "organisation"
        return None

    def _is_spelled_out(self, candidate: Candidate, votes: Counter[str]) -> bool:
        """Whether capitals that are a small word as well ("WHO") are meant as the body."""
        short = candidate.text
        if short not in self._spelled:
            known, text = tables().organisations, self._reading.text
            forms = [form for form, name in known.items() if name == known[short] and " " in form]
            self._spelled[short] = any(form in text for form in forms)
        return bool(votes["the"]) or self._spelled[short]

    def _single(self, folded: str, votes: Counter[str]) -> NameType | None:
        person, place, body = votes["person"], votes["place"], votes["organisation"]
        if votes["ship"] and not place and not votes["titled"]:
            return None
        if not votes["inside"]:  # only ever at the start of a sentence
            if self._is_place(votes) and place + person > 1:
                return "place"
            return "person" if person > place and not votes["the"] else None
        if votes["the"] > person or (folded in self._reading.lower and person < 2):
            return None
        if body > max(person, place):
            return "organisation"
        if self._is_place(votes):
            return None if folded.endswith(("ism", "ist", "ive")) else "place"
        return "person" if person else None

    def _several(self, candidate: Candidate, votes: Counter[str]) -> NameType | None:
        person, place, body = votes["person"], votes["place"], votes["organisation"]
        known = tables()
        folded = [word.casefold() for word in candidate.words]
        if votes["ship"] and not votes["titled"]:
            return None
        if votes["the"] > person or folded[-1] in known.not_names or folded[0] in known.not_names:
            return None
        if body > person:
            return "organisation"
        if person and self._is_place(votes):
            return "place"
        if person:
            return "person"
        if any(w in self._reading.lower or w in known.starters for w in folded):
            return "organisation" if body else None
        if place:
            return "place"
        if body:
            return "organisation"
        return "person" if len(folded) in (2, 3) else None

    @staticmethod
    def _is_place(votes: Counter[str]) -> bool:
        """Whether an unknown name is a place's: a tie goes to a place that something lies in."""
        if votes["place"] > votes["person"]:
            return True
        return bool(votes["located"]) and not votes["titled"] and votes["place"] == votes["person"]

    def _in_marks(self, candidate: Candidate) -> bool:
        text = self._reading.text
        before = text[candidate.start - 1 : candidate.start]
        after = text[candidate.end : candidate.end + 2].lstrip(",.")
        return bool(before) and before in OPENING and after[:1] != "" and after[0] in CLOSING

    def _compound(self, candidate: Candidate) -> list[tuple[Candidate, NameType]]:
        """The names in "Ode-Weir": surnames or places joined by a hyphen."""
        if len(candidate.words) > 1 and self._reading.in_headline(candidate.start):
            return self._surnames_within(candidate)
        if len(candidate.words) > 1 or "-" not in candidate.text:
            return []
        parts = candidate.text.split("-")
        places = tables().places
        if not all(part in self.families or part in places for part in parts):
            return []
        found: list[tuple[Candidate, NameType]] = []
        at = candidate.start
        for part in parts:
            cut = replace(
                candidate, start=at, end=at + len(part), text=part, words=(part,),
                shown=None if part in self.families else places[part], possessive=False,
            )  # fmt: skip
            found.append((cut, "person" if part in self.families else "place"))
            at += len(part) + 1
        return found

    def _surnames_within(self, candidate: Candidate) -> list[tuple[Candidate, NameType]]:
        """Surnames of the article among the words of a headline."""
        found: list[tuple[Candidate, NameType]] = []
        at = 0
        for word in candidate.words:
            at = candidate.text.index(word, at)
            if word in self.families:
                start = candidate.start + at
                cut = replace(
                    candidate, start=start, end=start + len(word), text=word, words=(word,),
                    shown=None, possessive=False, titled=False,
                )  # fmt: skip
                found.append((cut, "person"))
            at += len(word)
        return found
