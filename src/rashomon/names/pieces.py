"""Runs of capitalised words cut into labelled pieces: known names, titles, given names, rest."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from rashomon import outlets
from rashomon.names.settings import HEADLINE_SHARE, HEADLINE_SHARE_ENDED, MAX_OUTLET_WORDS
from rashomon.names.tables import tables
from rashomon.names.words import Word, runs

# One letter a kind of piece, so that a run can be matched with a regular expression.
#   C courtesy  R office  M modifier of an office  D adjective of a country  P place
#   K known organisation  O head of an organisation  B start of one  G given name  g given name and place
#   L head of a place  Q start of a place  I initials  J Jr.  A capitals  T month or weekday  F no part of a name  N no name  W unknown


@dataclass(slots=True)
class Piece:
    """A word, or a known name of several, with its label; `shown` is the table's form."""

    start: int
    end: int
    text: str
    label: str
    first: bool
    possessive: bool
    particles: str
    shown: str | None = None


@lru_cache(maxsize=1)
def _long_names() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Known names of several words by their first word, longest first: (form, label, shown)."""
    known = tables()
    by_first: dict[str, list[tuple[str, str, str]]] = {}
    for table, label in ((known.organisations, "K"), (known.places, "P"), (known.adjectives, "D")):
        for form, shown in table.items():
            if re.search(r"[ ,]", form):
                by_first.setdefault(re.split(r"[ ,]", form)[0], []).append((form, label, shown))
    return {
        first: tuple(sorted(names, key=lambda name: (-len(name[0]), name)))
        for first, names in by_first.items()
    }


# Callings that are no titles when they stand with a capital: more often a name's own syllable.
_KIN = frozenset("son mother father daughter brother sister wife husband aunt cousin".split())
# Words that begin names of places: "San Ode", "Mount Weir".
_PLACE_STARTS = frozenset(
    "St St. San Santa Santo São Los Las Port Fort Mount Mt Mt. Lake Cape Puerto Ciudad Villa Nizhny Veliky "
    "Deir Beit Khan Umm Ras Wadi Camp Ust Novy Bad Île Isla".split()
)
_INITIAL = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?\.?$|^[^\W\d_]$")


@lru_cache(maxsize=20_000)
def _label(text: str) -> tuple[str, str | None]:
    """The label of a word by itself, and the table's form where there is one."""
    known = tables()
    folded = text.casefold()
    given = folded in known.given
    if text in _PLACE_STARTS:
        return "Q", None
    if text in known.places:
        return ("g" if given else "P"), known.places[text]
    if text in known.organisations:
        return "K", known.organisations[text]
    if text in known.adjectives:
        return "D", known.adjectives[text]
    if text[-1:] == "s" and text[:-1] in known.adjectives:
        return "N", None  # "Belgians"
    if len(text) > 3 and text.isupper() and known.places.get(text.title()):
        return "P", known.places[text.title()]  # a dateline
    if re.search(r"[’'](?:t|re|ve|ll|d|m)$", text):
        return "F", None
    bare = folded.rstrip(".")
    if bare in ("jr", "sr") or text in ("II", "III", "IV", "XIV", "XVI"):
        return "J", None
    if folded in known.time_words:
        return "T", None
    if folded in known.function_words:
        return "F", None
    if bare in known.courtesy and (text.endswith(".") or bare not in known.given):
        return ("R" if bare in known.role_heads else "C"), None
    if folded not in _KIN and (
        folded in known.role_heads or (folded[-1:] == "s" and folded[:-1] in known.role_heads)
    ):
        return "R", None
    if _INITIAL.search(text):
        return "I", None
    if given:
        return "G", None
    if folded in known.organisation_starts:
        return "B", None
    if folded in known.organisation_heads:
        return "O", None
    if folded in known.place_heads:
        return "L", None
    if folded in known.role_modifiers:
        return "M", None
    if text in known.no_name or folded in known.not_names:
        return "N", None
    if text.isupper() and len(text) > 1:
        return "A", None
    if "-" in text:
        return _label_of_compound(text)
    return "W", None


_ENDINGS = frozenset(
    "led run held born era wide like level made owned based style long free only elect type bound "
    "backed trained appointed controlled dominated speaking related sponsored funded leaning aligned "
    "friendly majority educated style occupied ruled friendly themed centric".split()
)


def _label_of_compound(text: str) -> tuple[str, str | None]:
    head, second = text.split("-")[:2]
    label, _ = _label(head)
    if text.split("-")[-1].removesuffix("s") in tables().adjectives:
        return "N", None  # "Irish-American"
    if len(head) == 1 or (second in _ENDINGS or (label in "MORFNK" and second[:1].islower())):
        return "N", None  # "R-Ohio", "Republican-led", and not "Jae-myung"
    if label in "Gg" and second[:1].isupper():
        return "G", None
    if text[-1].isdigit() or label == "D" or label == "P":
        return "N", None
    return "W", None


@dataclass(slots=True)
class Reading:
    """What the words of one text say about capitals.

    `lower` are the words seen in lower case, `inside` those with a capital inside a sentence,
    `surnames` those after a given name; `headlines` are spans of lines.
    """

    text: str
    lower: frozenset[str]
    inside: frozenset[str]
    surnames: frozenset[str]
    headlines: tuple[tuple[int, int], ...]

    def in_headline(self, at: int) -> bool:
        """Whether the character at `at` stands in a line whose capitals say nothing."""
        place = bisect_right(self.headlines, (at, _FAR)) - 1
        return place >= 0 and at < self.headlines[place][1]


_FAR = 1 << 62
_LOWER = re.compile(r"\b[a-z][a-z]{2,}\b")
_ANY_WORD = re.compile(r"[^\W\d_][\w’'-]*")


# Words that a headline in title case leaves small.
_SMALL = frozenset(
    "a an the of in on to for and or but nor with at by from as vs v over after into amid via than up "
    "off out per against about".split()
)


def _headlines(text: str) -> tuple[tuple[int, int], ...]:
    """Lines in title case: nearly all words but the small ones have a capital."""
    found = []
    at = 0
    for line in text.split("\n"):
        if 12 <= len(line) <= 200:
            words = [word for word in _ANY_WORD.findall(line) if word.casefold() not in _SMALL]
            if len(words) >= 3:
                capitalised = sum(not word[0].islower() for word in words)
                ended = line.rstrip()[-1:] in '.,”"'
                share = HEADLINE_SHARE_ENDED if ended else HEADLINE_SHARE
                if capitalised >= share * len(words):
                    found.append((at, at + len(line)))
        at += len(line) + 1
    return tuple(found)


def read(text: str, *, english: bool = True) -> tuple[Reading, list[list[Piece]]]:
    """The pieces of `text` by run, and what its words say about capitals."""
    word_runs = runs(text)
    headlines = _headlines(text) if english else ()
    lower = frozenset(_LOWER.findall(text))
    reading = Reading(text, lower, frozenset(), frozenset(), headlines)
    inside = set()
    surnames = set()
    given = tables().given
    for run in word_runs:
        if len(run) > 1 and run[-1].text != run[0].text and run[-2].text.casefold() in given:
            surnames.add(run[-1].text)
        for place, word in enumerate(run):
            if (place or not word.first) and not (headlines and reading.in_headline(word.start)):
                inside.add(word.text)
    reading.inside, reading.surnames = frozenset(inside), frozenset(surnames)
    return reading, _label_runs(reading, word_runs)


def _label_runs(reading: Reading, word_runs: list[list[Word]]) -> list[list[Piece]]:
    long_names = _long_names()
    text = reading.text
    labelled: list[list[Piece]] = []
    covered = 0
    for run in word_runs:
        pieces: list[Piece] = []
        for word in run:
            if word.start < covered:
                continue
            piece: Piece | None = None
            for form, label, shown in long_names.get(word.text, ()):
                end = word.start + len(form)
                if text.startswith(form, word.start) and not text[end : end + 1].isalnum():
                    possessive = text[end : end + 2] in ("'s", "’s")
                    piece = Piece(
                        word.start, end, form, label, word.first, possessive, word.particles, shown
                    )
                    break
            if piece is None:
                label, known = _label(word.text)
                if label in "WGRMOANL" and word.first and not pieces:
                    label = _at_start(reading, word, label, len(run) == 1)
                piece = Piece(
                    word.start, word.end, word.text, label, word.first, word.possessive,
                    word.particles, known,
                )  # fmt: skip
            covered = piece.end
            pieces.append(piece)
        if pieces:
            labelled.append(_with_outlets(text, pieces) if len(pieces) > 1 else pieces)
    return labelled


def _with_outlets(text: str, pieces: list[Piece]) -> list[Piece]:
    """Pieces with outlets of several words put together: "USA Today"."""
    made: list[Piece] = []
    at = 0
    while at < len(pieces):
        first = pieces[at]
        stop = min(len(pieces), at + MAX_OUTLET_WORDS)
        while stop - at > 1:
            last = pieces[stop - 1]
            inside = pieces[at : stop - 1]
            # "The Times" alone asks for more than its words; persons are no outlets.
            if (
                not (first.label == "F" and stop - at == 2)
                and first.label not in "GIRCJ"
                and not any(piece.possessive for piece in inside)
                and (shown := outlets.known(text[first.start : last.end]))
            ):
                made.append(
                    Piece(
                        first.start, last.end, text[first.start : last.end], "K", first.first,
                        last.possessive, first.particles, shown,
                    )
                )  # fmt: skip
                break
            stop -= 1
        else:
            made.append(first)
            stop = at + 1
        at = stop
    return made


def _at_start(reading: Reading, word: Word, label: str, alone: bool) -> str:
    """The label of an unknown word that starts a sentence, where its capital says nothing."""
    folded = word.text.casefold()
    if label == "A" or word.text in reading.surnames:
        return label
    if label == "W" and word.text in reading.inside and folded not in reading.lower:
        return label
    if label == "W" and (folded in tables().starters or folded in reading.lower):
        return "F"
    if label == "W" and folded.endswith(("ing", "ly", "ed", "s") if alone else ("ing", "ly", "ed")):
        return "F"
    return label


def forget() -> None:
    """Drop what was kept of the tables, after they changed."""
    _long_names.cache_clear()
    _label.cache_clear()
