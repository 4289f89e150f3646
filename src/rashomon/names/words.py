"""Capitalised words of a text, and the runs that they form."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass

from rashomon.names.settings import MAX_RUN

# A capital of any script that has capitals; `re` has no class for it.
_UPPER = "".join(
    re.escape(chr(c)) for c in range(0x41, 0x2C00) if chr(c).isupper() or chr(c).istitle()
)
_ABBREVIATED = (
    "Mr Mrs Ms Dr Prof Sen Sens Rep Reps Gov Gen Lt Col Maj Capt Sgt Cpl Cmdr Adm Hon Rev Fr Pres "
    "St Sec Amb Det Supt Jr Sr Messrs Atty Insp Msgr Asst Dep Br".split()
)
_REST = r"[\w\u0300-\u036f]*(?:[’'\-.&][\w\u0300-\u036f]+)*\+?"
# The first letter stands before all else, and what is asked of it looks back: a search that can skip
# to a letter takes half the time.
_WORD = re.compile(
    rf"[{_UPPER}aedo](?<![\w’'].)(?:"
    rf"(?<=[{_UPPER}])(?:"
    rf"\.(?:[{_UPPER}]\.)+(?:[{_UPPER}](?!\w))?"  # U.S., J.D.
    rf"|\.(?=[ \u00a0][{_UPPER}])"  # an initial
    rf"|(?:{'|'.join(f'(?<={word[0]}){word[1:]}' for word in _ABBREVIATED)})\.(?=[ \u00a0]))"
    r"|(?:(?<=[aA])(?:l|d|s|r|n|sh|z)-|(?<=[eE])l-|(?<=[doO])[’'])"  # al-Ode, d'Ode
    rf"[{_UPPER}]{_REST}"
    rf"|(?<=[{_UPPER}]){_REST})"
)
_PARTICLES = "van|von|der|den|de|del|della|di|da|dos|das|do|du|la|le|bin|ibn|ben|bint|abu|al|el|ter|ten|zu|zur|af|y"
# What may stand between two words of one name: a space, or particles between spaces.
_JOINT = re.compile(rf"[ \u00a0]((?:(?:{_PARTICLES})[ \u00a0]){{1,3}}|& )?")
_POSSESSIVE = re.compile(r"[’']s?$")
_OPENERS = " \u00a0\t\"'“”‘’«»„([{*•–—-"
_STOPS = ".!?:;…\n。！？|"


@dataclass(slots=True)
class Word:
    """A capitalised word: its span without a possessive ending, and how it stands.

    `first` says that a sentence or a quotation starts with it, so that its capital says little;
    `particles` are the small words between the word before in its run and this one.
    """

    start: int
    end: int
    text: str
    first: bool
    possessive: bool = False
    particles: str = ""


def _starts_sentence(text: str, at: int) -> bool:
    at -= 1
    seen = 0
    while at >= 0 and text[at] in _OPENERS and seen < 6:
        if text[at] in '"“‘«„•*':
            return True
        if text[at] in "'’" and (at == 0 or text[at - 1].isspace()):
            return True
        at -= 1
        seen += 1
    return at < 0 or text[at] in _STOPS


def word_before(text: str, end: int, longest: int, marks: str = "_.’'&-") -> str:
    """The word that ends at `end`, with the marks that may belong to it; its last `longest` signs."""
    start, floor = end, max(0, end - longest)
    while start > floor and (text[start - 1].isalnum() or text[start - 1] in marks):
        start -= 1
    return text[start:end]


# A name and the next sentence's first word without a space between: "OdeThe", "Weir2020"; the two
# halves of "MacOde" are one.
_GLUED = re.compile(
    rf"((?:(?:Mc|Mac|De|Di|La|Le|Du|Fitz|Van|Von|Da)(?=[{_UPPER}]))?+[{_UPPER}][^\W\d_]{{2,}}?)"
    rf"(?:(?<=[a-z])[{_UPPER}]|\d{{4}}$)"
)


def _word(text: str, match: re.Match[str]) -> Word:
    start, end = match.span()
    written = match.group()
    possessive = False
    if len(written) > 2 and written[-2] in "’'" and written[-1] in "sS":
        possessive = True
        end -= 2
    elif "." in written and not written.endswith(".") and "." not in written[:2]:
        # "summit.The": two sentences glued; keep the first word.
        end = start + written.index(".")
    if (
        end < len(text)
        and text[end] in "’'"
        and written[-1:] == "s"
        and text[end + 1 : end + 2] == " "
    ):
        possessive = True
    return Word(start, end, sys.intern(text[start:end]), _starts_sentence(text, start), possessive)


def runs(text: str) -> list[list[Word]]:
    """Runs of capitalised words that stand side by side, each a list of words in order."""
    found: list[list[Word]] = []
    last_end = -9
    last_possessive = False
    for match in _WORD.finditer(text):
        word = _word(text, match)
        if word.start == last_end + 1 and (glued := _GLUED.match(word.text)):
            word.end = word.start + glued.end(1)
            word.text, word.possessive = glued.group(1), True
        gap = word.start - last_end
        if found and 0 < gap <= 14 and not last_possessive and len(found[-1]) < MAX_RUN:
            joint = _JOINT.fullmatch(text, last_end, word.start)
            if joint is not None and (gap == 1 or not word.first):
                word.particles = (joint.group(1) or "").strip()
                found[-1].append(word)
                last_end, last_possessive = word.end, word.possessive
                continue
        found.append([word])
        last_end, last_possessive = word.end, word.possessive
    return found
