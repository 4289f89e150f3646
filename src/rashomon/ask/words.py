"""Words as questions and answers share them: stems, and words that stand for one another.

General knowledge of news language; the stemmer is a few suffixes (after Porter 1980, step 1).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?|\d+(?:[.,]\d+)*")
# Words that ask, or bind others together.
STOP = frozenset(
    """a about after again all also am an and any are as at be because been before being but by can
    cause caused causes could did do does doing done during each else ever every few first for from further get gets go
    goes going got had has have having he her here hers him his how i if in into is it its itself
    just let like many may me might more most much must my no nor not of off often on once only or
    other our out over own part per place same say says said saying shall she should so some such
    take takes taken took tell tells told than that the their them then there these they thing this
    those through to too under until up upon us very was we were what when where which while who
    whom whose why will with within would yes yet you your according happen happened""".split()
)
# Each line: words that say the same of an event.
_SAME = """
begin start commence launch break
hurt injure injury wound
detain arrest hold held jail prison imprison custody seize captive
die dead death kill fatal lose
meet meeting talk talks negotiation negotiate
ask request seek demand want
propose proposal suggest suggestion raise idea initiate initiative offer
collide collision crash hit strike struck ram
fire burn blaze flame
destroy destruction ruin gut
employ employee worker work staff
cost price worth
damage loss
found establish
declare announce proclaim
believe think opinion view
envoy emissary
soldier troop
ship vessel boat
inhabitant population resident
person people passenger
minister ministry
win victory winner
build built construct construction erect
sell sale
buy purchase
say call
tow tug
question interrogate
reopen
"""
_IRREGULAR = {
    "began": "begin", "begun": "begin", "held": "hold", "met": "meet", "struck": "strike",
    "sought": "seek", "thought": "think", "won": "win", "sold": "sell", "bought": "buy",
    "fell": "fall", "fallen": "fall", "broke": "break", "broken": "break", "lost": "lose",
    "died": "die", "dying": "die", "burned": "burn", "burnt": "burn", "saw": "see", "seen": "see",
    "came": "come", "went": "go", "gone": "go", "gave": "give", "given": "give", "left": "leave",
    "led": "lead", "made": "make", "paid": "pay", "ran": "run", "sent": "send", "spoke": "speak",
    "spoken": "speak", "stood": "stand", "wrote": "write", "written": "write", "men": "man",
    "women": "woman", "children": "child", "people": "person", "persons": "person", "lit": "light",
    "chose": "choose", "chosen": "choose", "drew": "draw", "flew": "fly", "grew": "grow",
    "knew": "know", "rose": "rise", "shot": "shoot", "sank": "sink", "sunk": "sink",
    "taught": "teach", "threw": "throw", "wore": "wear", "hurt": "hurt", "hit": "hit",
    "earlier": "early", "bigger": "big", "larger": "large", "hundred": "hundred",
}  # fmt: skip
_PLURAL = re.compile(r"(?:(?<=ss)es|(?<=sh)es|(?<=ch)es|(?<=x)es|(?<![su])s)$")
_ENDING = re.compile(r"(?:ing|ed|ers?|ors?)$")
_DOUBLE = re.compile(r"([bdfgmnprt])\1$")


def fold(word: str) -> str:
    """A word without case and accents, and without 's."""
    bare = word.lower()
    if not bare.isascii():
        bare = bare.replace("’", "'")
        split = unicodedata.normalize("NFD", bare)
        bare = "".join(c for c in split if not unicodedata.combining(c))
    return bare.removesuffix("'s").removesuffix("'")


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """What forms of one word have in common: "injured" and "injure", "commander" and "command"."""
    bare = fold(word)
    bare = _IRREGULAR.get(bare, bare)
    if len(bare) < 4 or not bare.isalpha():
        return bare
    bare = bare[:-3] + "y" if bare.endswith("ies") and len(bare) > 4 else _PLURAL.sub("", bare)
    cut = _ENDING.sub("", bare)
    if len(cut) >= 4 or (len(cut) == 3 and bare.endswith(("ed", "ing"))):
        bare = _DOUBLE.sub(r"\1", cut)
    if len(bare) > 3 and bare[-1] == "e":
        bare = bare[:-1]
    return bare[:-1] + "i" if len(bare) > 3 and bare[-1] == "y" else bare


def _groups() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _SAME.strip().splitlines():
        stems = {stem(w) for w in line.split()}
        for one in stems:
            found.setdefault(one, set()).update(stems)
    return {one: frozenset(group) for one, group in found.items()}


SAME = _groups()


def alike(one: str) -> frozenset[str]:
    """The stems that say the same as the stem `one`, itself included."""
    return SAME.get(one, frozenset((one,)))


def stems_of(text: str) -> list[str]:
    return [stem(m.group()) for m in WORD.finditer(text)]
