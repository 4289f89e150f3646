"""Words around a capital that say what kind of thing it is. General knowledge of news English."""

from __future__ import annotations

import re

from rashomon.names.words import word_before

# "Harka's waters", "Harka officials", "the Harka side": what countries and towns have.
PLACE_OWNS = re.compile(
    r"[’']s? (?:capital|coast|waters|territorial|parliament|armed forces|navy|coast guard|border guard|"
    r"shores?|borders|(?:deputy )?(?:foreign|prime|defen[cs]e|interior|agriculture|finance) minister|"
    r"(?:foreign|defen[cs]e|interior|agriculture|finance) ministry|farmers|citizens|"
    r"population|currency|harbou?r|airport|streets|outskirts|mayor|neighbou?rs)\b"
    r"|[ \u00a0](?:authorities|capital|border guards?|coast guard|patrol boats?|waters|soil|"
    r"territory|nationals|citizens|troops|soldiers|"
    r"(?:Deputy |Vice )?(?:Prime|Foreign|Defen[cs]e|Interior|Agriculture|Finance) Minister)\b"
)
# What a person has as well ("Ode's government", "Ode officials") stays out of the list above.
SHIP_BEFORE = re.compile(
    r"\b(?:ship|ferry|vessel|boat|tanker|trawler|frigate|yacht|liner|freighter|destroyer|cruiser|"
    r"steamer|submarine|barge|tug|schooner|lifeboat|aboard|on board|MV|SS|HMS|USS)"
    r"(?:,| called| named| the)? (?:the )?$"
)
# Around a "Harka Channel", that it is one of water.
WATER = re.compile(
    r"\b(?:strait|ferr(?:y|ies)|vessels?|ships?|boats?|coast|sea|islands?|waters|waterway|tunnel|"
    r"nautical|harbou?r|shores?|navy|maritime)\b",
    re.IGNORECASE,
)
BROADCAST = re.compile(
    r"\b(?:television|TV|broadcast(?:s|er)?|aired|airs|viewers?|episodes?|programmes?|host(?:s|ed)?|"
    r"networks?|streaming|anchor|presenter|documentary)\b"
)
# A number's or a model's sign: "K-17"; also a party and state behind a name ("R-AK").
MODEL = re.compile(r"[A-Z]-\d{1,3}[A-Z]?|[DRI]-[A-Z]{2}")
# Signs of that shape that are bodies.
BODIES = frozenset(("G-7", "G-8", "G-20", "G-77"))
_OPENS = frozenset("\"“‘'([")
_WORD_AFTER = re.compile(r"(?:[’']s)?[\"”’')\]]?,?[ \u00a0]([\w’'-]+)")


def in_prose(text: str, start: int, end: int) -> bool:
    """Whether a word in small letters stands right beside `text[start:end]` on its line."""
    before = _word_before(text, start)
    if before[:1].islower():
        return True
    after = _WORD_AFTER.match(text, end, end + 24)
    return not before[:1].isdigit() and after is not None and after.group(1)[0].islower()


def _word_before(text: str, start: int) -> str:
    """The word before a space, and perhaps a mark that opens, before `start`; else nothing."""
    stop = start - (text[start - 1 : start] == "\n")
    stop -= text[stop - 1 : stop] in _OPENS
    if stop < 1 or text[stop - 1] not in " \u00a0":
        return ""
    return word_before(text, stop - 1, stop - 1 - max(0, start - 24), "_’'.-")
