"""Candidates for names: patterns over the labels of a run."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from rashomon import outlets
from rashomon.model import NameType
from rashomon.names.forms import given_alike
from rashomon.names.pieces import Piece, Reading
from rashomon.names.roles import WEAK
from rashomon.names.settings import MAX_PERSON_WORDS
from rashomon.names.tables import tables


@dataclass(slots=True)
class Candidate:
    """A stretch of text that may be a name. `type` is None where the words alone do not say.

    `shown` is the table's form; `sure` says that the words alone decide; `titled` that a title
    stands before it in the same run.
    """

    start: int
    end: int
    text: str
    type: NameType | None
    shown: str | None = None
    sure: bool = True
    titled: bool = False
    possessive: bool = False
    first: bool = False
    words: tuple[str, ...] = ()


# An organisation: any words and a head; a person: a given name or initials and what follows.
_ORGANISATION = re.compile(r"(?!N)[DPgGWMNAKRILQO]{1,6}O|RO+|B[WGgPNMO]+")
_PLACE = re.compile(r"[WGgPDMNKIR]{1,4}L+|Q[WGgPN]{1,2}")
_PERSON = re.compile(r"(?:[Gg]|I+(?=[WGgPNRMOTL]))(?:[GgIWPJN]+[ROMTL]?|[ROMTKDL](?!\w))J?")
_UNKNOWN = re.compile(r"[WQ][WNIG]*[WNG]J?|[WQ]J?")
_OF = re.compile(
    r"[ \u00a0](?:of|for|on|against)(?: the)? (?=\w)|[ \u00a0]to the (?=\w)", re.UNICODE
)
_OF_SECRETARY = re.compile(
    r" of (?:the )?(?:State|Defen[cs]e|Health(?: and Human Services)?|Homeland Security|Energy|"
    r"Education|Lab(?:or|our)|Commerce|War|Transportation|Agriculture|(?:the )?Treasury|"
    r"(?:the )?Interior|(?:the )?Army|(?:the )?Navy|(?:the )?Air Force|Veterans Affairs)\b"
)
# A given name and one of these is a person more often than a body ("George Church").
_SURNAME_HEADS = frozenset(
    "church house star bank court post corps force park lake hall bridge castle hill garden rivers "
    "forest gate coast base street lane port beach valley springs falls county mountain wells".split()
)
# What follows is the name of a thing: "Hurricane Ode".
_NAMED_THINGS = frozenset(
    "hurricane typhoon cyclone superstorm storm operation uss hms ss mv rms project".split()
)
_LIST_WORDS = frozenset(
    "affairs development trade security industry energy defence defense culture sport sports media "
    "human services control prevention education science technology research innovation health welfare labour labor "
    "industry transport communications tourism fisheries forestry rights information cooperation "
    "social international strategic political economic national policy studies analysis prevention "
    "protection food drug agriculture budget management religion atmosphere space planning climate "
    "water land training urban rural housing family youth children women diplomacy peace war "
    "investment finance emergency".split()
)


def _extended(reading: Reading, piece: Piece, runs: list[list[Piece]], at: int) -> int:
    """The end of an organisation that starts with `piece`'s head and goes on with "of ..."."""
    text = reading.text
    end = piece.end
    joint = _OF.match(text, end)
    if joint is None or piece.possessive:
        return end
    for run in runs[at : at + 2]:
        inside = [p for p in run if p.start >= joint.end()]
        if not inside or inside[0].start != joint.end():
            continue
        taken = [
            p
            for n, p in enumerate(inside)
            if p.label not in "FTRC" or (p.label == "R" and n and n + 1 == len(inside))
        ]
        if inside[0].label in "FTRC":
            break
        for place, follower in enumerate(inside):
            if follower not in taken or (place and inside[place - 1].possessive):
                break
            if place and follower.label in "Gg" and inside[place - 1].label == "P":
                break
            end = follower.end
        break
    # "Ministry of Health and Human Services", "Institute for Trade, Industry and Energy"
    while match := re.compile(r",? and (\w+)(?: (\w+))?").match(text, end):
        first, second = match.group(1), match.group(2)
        if not first[0].isupper() or first.casefold() not in _LIST_WORDS:
            break
        end = (
            match.end(2)
            if second and second.casefold() in _LIST_WORDS and second[0].isupper()
            else match.end(1)
        )
    return end


def find(reading: Reading, runs: list[list[Piece]]) -> list[Candidate]:
    """Candidates of all runs in order, none overlapping another."""
    found: list[Candidate] = []
    covered = 0
    for number, run in enumerate(runs):
        pieces = [piece for piece in run if piece.start >= covered]
        while pieces and pieces[0].label == "F":
            pieces.pop(0)
        if not pieces:
            continue
        before = len(found)
        covered = _run(reading, pieces, runs, number, found)
        if len(found) > before:
            covered = max(covered, found[-1].end)
    return _with_pairs(reading.text, found)


# The first half of "Securities and Exchange Commission", with what may stand before it.
_FIRST_HALF = re.compile(
    r"((?:(?:[A-Z]\.[A-Z]\.|U[SK]|EU|UN|National|Federal|Royal|State|European|International) ){0,2}"
    r"([A-Z][a-z]+),? (?:and|&) )$"
)
_PAIRED = _LIST_WORDS | frozenset(
    "securities exchange oceanic atmospheric aeronautics space consumer firearms customs revenue "
    "immigration alcohol arts sciences parks wildlife fish monuments mines mergers reconstruction "
    "recovery records archives drugs crime sea rescue".split()
)


def _with_pairs(text: str, found: list[Candidate]) -> list[Candidate]:
    """Bodies whose name has an "and" in it made whole: "Securities and Exchange Commission"."""
    made: list[Candidate] = []
    for candidate in found:
        if candidate.type == "organisation" and len(candidate.words) > 1 and not candidate.shown:
            match = _FIRST_HALF.search(text, max(0, candidate.start - 60), candidate.start)
            if (
                match is not None
                and match.group(2).casefold() in _PAIRED
                and candidate.words[0].casefold() in _PAIRED
            ):
                start = match.start(1)
                while made and made[-1].end > start:
                    start = min(start, made.pop().start)
                whole = text[start : candidate.end]
                candidate = replace(
                    candidate, start=start, text=whole, words=tuple(whole.split()), first=False,
                )  # fmt: skip
        made.append(candidate)
    return made


def _run(
    reading: Reading, pieces: list[Piece], runs: list[list[Piece]], number: int,
    found: list[Candidate],
) -> int:  # fmt: skip
    labels = "".join(piece.label for piece in pieces)
    known = tables()
    at = 0
    titled = False
    covered = 0
    while at < len(pieces):
        piece = pieces[at]
        label = labels[at]
        if piece.start < covered:
            at += 1
            continue
        if label == "R" and (office := _OF_SECRETARY.match(reading.text, piece.end)):
            covered = office.end()
            for later in runs[number + 1 : number + 2]:
                pieces = [*pieces[: at + 1], *(p for p in later if p.start >= covered)]
                labels = "".join(p.label for p in pieces)
            titled = True
            at += 1
            continue
        # A name of several pieces, as far as there are several.
        several = at + 1 < len(labels)
        match = _ORGANISATION.match(labels, at) if several else None
        if match and _is_organisation(pieces[at : match.end()], labels[at : match.end()]):
            if match.end() < len(pieces) and labels[match.end()] == "L":  # "Ode Air Force Base"
                last = pieces[match.end()]
                _add(reading, found, piece, last, last.end, "place", False)
                covered, at, titled = last.end, match.end() + 1, False
                continue
            end = pieces[match.end() - 1].end
            if pieces[match.end() - 1].text.casefold() in known.organisation_of:
                end = _extended(reading, pieces[match.end() - 1], runs, number)
            _add(reading, found, piece, pieces[match.end() - 1], end, "organisation", titled)
            covered, at, titled = end, match.end(), False
            continue
        match = _PLACE.match(labels, at) if several else None
        if match and _is_organisation(pieces[at : match.end()], labels[at : match.end()]):
            last = pieces[match.end() - 1]
            _add(reading, found, piece, last, last.end, "place", False)
            found[-1].sure = label == "Q" or last.text.casefold() not in _SURNAME_HEADS
            covered, at, titled = last.end, match.end(), False
            continue
        if label in "LWPN" and _is_named_outlet(reading.text, pieces, at):
            found.append(_outlet(reading.text, piece))
            at, titled = at + 1, False
            continue
        if label == "O":
            end = piece.end
            if piece.text.casefold() in known.organisation_of:
                end = _extended(reading, piece, runs, number)
            if end > piece.end:
                _add(reading, found, piece, piece, end, "organisation", titled)
            elif _is_lone_outlet(reading.text, pieces, at):
                found.append(_outlet(reading.text, piece))
            covered, at, titled = end, at + 1, False
            continue
        match = _PERSON.match(labels, at) if several else None
        if match:
            stop = _person_end(pieces, at, match.end())
            if stop - at >= 2:
                _add(
                    reading, found, piece, pieces[stop - 1], pieces[stop - 1].end, "person", titled
                )
                at, titled = stop, False
                continue
        if label in "Gg" and (titled or label == "G"):
            _add(reading, found, piece, piece, piece.end, "person", titled)
            found[-1].sure = titled
            at, titled = at + 1, False
            continue
        if (
            label in "Pg"
            and at + 1 < len(pieces)
            and not piece.possessive
            and pieces[at + 1].text.casefold() in known.no_place
        ):
            at, titled = at + 2, False  # "Budapest Memorandum"
            continue
        if label in "Pg":
            _add(reading, found, piece, piece, piece.end, "place", False)
            found[-1].sure = label == "P"
        elif label == "K":
            _add(reading, found, piece, piece, piece.end, "organisation", False)
            found[-1].sure = len(piece.text) > 5 or piece.text.isupper() or not piece.first
            if piece.text.isupper() and piece.text.casefold() in known.function_words:
                found[-1].sure = False  # "WHO"
        elif label == "A":
            _add(reading, found, piece, piece, piece.end, "organisation", False)
            found[-1].sure = False
        elif label in "WQ":
            match = _UNKNOWN.match(labels, at)
            stop = match.end() if match else at + 1
            if titled and labels[stop : stop + 1] == "g":
                stop += 1
            stop = _cut_possessive(pieces, at, stop)
            if piece.text in reading.surnames and "G" in labels[at + 1 : stop]:
                stop = at + 1
            _add(reading, found, piece, pieces[stop - 1], pieces[stop - 1].end, None, titled)
            at, titled = stop, False
            continue
        if label == "N" and piece.text.casefold() in _NAMED_THINGS:
            at, titled = at + 2, False
            continue
        titled = (label in "RC" and piece.text.casefold() not in WEAK) or (titled and label in "MD")
        at += 1
    return covered


def _cut_possessive(pieces: list[Piece], at: int, stop: int) -> int:
    for place in range(at, stop):
        if pieces[place].possessive:
            return place + 1
    return stop


def _is_organisation(pieces: list[Piece], labels: str) -> bool:
    if any(piece.possessive for piece in pieces[:-1]):
        return False
    if labels in _NAMESAKES and pieces[-1].text.casefold() in _SURNAME_HEADS:
        return False
    if pieces[-1].text.casefold() in tables().media_heads and labels[0] not in "PDA":
        return outlets.known(" ".join(piece.text for piece in pieces)) is not None
    # A title before a given name begins a person: "Mayor Ann Ode Park Service".
    return re.search(r"R[Gg]W", labels) is None


_NAMESAKES = frozenset(("GO", "gO", "GWO", "GIO", "GL", "gL", "GWL", "GIL"))


def _person_end(pieces: list[Piece], at: int, stop: int) -> int:
    """Where the person's name ends: at a possessive, and before what starts another name."""
    stop = min(stop, at + MAX_PERSON_WORDS)
    for place in range(at, stop):
        if pieces[place].possessive:
            return place + 1
        if place > at and " " in pieces[place].text and pieces[place].label == "P":
            return place
        if place > at + 1 and given_alike(pieces[at].text, pieces[place].text) in _AGAIN:
            return place  # two names run together
    while stop - at > 2 and pieces[stop - 1].label in "PNROMT":
        stop -= 1
    if pieces[at].label == "g" and stop - at == 2 and pieces[stop - 1].label in "PNROMTKDg":
        return at
    return stop


_AGAIN = ("same", "spelling", "short")


def _article_before(text: str, at: int) -> bool:
    return text[max(0, at - 4) : at] in ("the ", "The ")


_REPORTS = re.compile(r" (?:has )?(?:reported|reports|said|wrote|writes|noted|quoted|added)\b")


def _is_named_outlet(text: str, pieces: list[Piece], at: int) -> bool:
    """Whether "the Atlantic" and the like report something, and are an outlet therefore."""
    piece = pieces[at]
    return (
        at + 1 == len(pieces)
        and _article_before(text, piece.start)
        and _REPORTS.match(text, piece.end) is not None
        and outlets.known("The " + piece.text) is not None
    )


def _is_lone_outlet(text: str, pieces: list[Piece], at: int) -> bool:
    """Whether "the Times" stands for a paper: an article before it and no noun of its own after."""
    piece = pieces[at]
    if at + 1 < len(pieces) or not _article_before(text, piece.start):
        return False
    following = re.match(r" ([a-z]+)", text[piece.end : piece.end + 24])
    if following and (
        following.group(1) in tables().role_heads or following.group(1) in _COMMON_AFTER
    ):
        return False
    return outlets.known("The " + piece.text) is not None


_COMMON_AFTER = frozenset("party group movement candidate voters state light rays system".split())


def _outlet(text: str, piece: Piece) -> Candidate:
    start = piece.start - 4
    shown = outlets.known("The " + piece.text)
    written = text[start : piece.end]
    return Candidate(start, piece.end, written, "organisation", shown, words=tuple(written.split()))


def _add(
    reading: Reading, found: list[Candidate], first: Piece, last: Piece, end: int,
    type_: NameType | None, titled: bool,
) -> None:  # fmt: skip
    text = reading.text[first.start : end]
    shown = first.shown if first is last and end == first.end else None
    start = first.start
    if type_ != "person" and shown is None and (outlet := _known_outlet(reading, text)):
        type_, shown = "organisation", outlet
        if _article_before(reading.text, start) and outlet.startswith("The "):
            start -= 4
            text = reading.text[start:end]
    found.append(
        Candidate(
            start, end, text, type_, shown, True, titled, last.possessive, first.first,
            tuple(text.split()),
        )
    )  # fmt: skip


_PLURAL = re.compile(r"[A-Z]{2,}s")  # of an abbreviation: no outlet of the same letters


def _known_outlet(reading: Reading, text: str) -> str | None:
    if len(text) < 2 or len(text) > 60 or _PLURAL.fullmatch(text):
        return None
    shown = outlets.known(text)
    # An everyday word that is some outlet's short form is not taken for the outlet.
    if shown and " " not in text and not text.isupper():
        folded = text.casefold()
        if folded not in shown.casefold() or folded in reading.lower:
            return None
    return shown
