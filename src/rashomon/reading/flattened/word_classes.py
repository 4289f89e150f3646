"""What single words say: the classes that are counted, and the patterns that a word makes possible.

General knowledge of how news and the web are written, set down in November 2026; no word of a site
or of a topic. A word's classes are looked up once and kept, so that no pattern has to be tried on
text that lacks the words it is made of.
"""

from __future__ import annotations

import re

# Words that stand in menus, buttons and footers much more than in prose.
FURNITURE = frozenset(
    "home news sport sports business politics world opinion culture tech technology science "
    "health weather video videos photos gallery live menu search login logout subscribe "
    "register newsletter newsletters share tweet facebook twitter whatsapp telegram linkedin "
    "reddit email print copy link comments comment reply like likes follow contact about "
    "privacy terms cookies cookie policy careers advertise advertisement sitemap rss help faq "
    "feedback account settings download app logo image avatar photo click more next previous "
    "loading trending popular latest section sections topics tags archive archives lifestyle "
    "entertainment travel arts economy markets horoscope crossword puzzles jobs accept reject "
    "preferences store podcast podcasts read listen watch skip content edition".split()
)
SECOND = frozenset(["you", "your", "you're", "you’re", "yours", "you'll", "you’ll"])
PRONOUN = frozenset(
    "he she they it his her their its but however meanwhile also and yet still that this these "
    "those then so instead later earlier asked another in".split()
)
# Days by name, as a first paragraph names its day; and "today" and its like.
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight "
    "montag dienstag mittwoch donnerstag freitag samstag sonntag heute gestern "
    "lundi mardi mercredi jeudi vendredi samedi dimanche hier "
    "lunes martes miércoles jueves viernes sábado domingo hoy ayer".split()
)

# Closed-class words: headlines drop articles and auxiliaries, standfirsts and prose keep them, and
# captions have no verbs of telling.
ARTICLES = frozenset("the a an der die das le la les el los las il lo gli".split())
AUXILIARIES = frozenset(
    "has have had is are was were be been being will would could should may might did does do".split()
)
VERBAL = frozenset(
    "would could should will said says had has have was were added told according".split()
)
# Words near a text's beginning without which a pattern of the same name is not tried.
BIO_WORDS = frozenset(
    "editor reporter correspondent journalist columnist writer contributor author fellow professor "
    "analyst producer photographer follow reach contact email joined".split()
)
LEGAL_WORDS = frozenset(
    "copyright rights views view opinions opinion represent represents reflect terms privacy "
    "disclaimer statement published reproduced".split()
)
COOKIE_WORDS = frozenset("cookie cookies gdpr consent blocker adblocker javascript".split())
PROMO_WORDS = frozenset(
    "newsletter newsletters inbox subscribe subscriber subscribers subscription sign app free "
    "sponsored advert advertisement advertorial advertising paid promoted partner notification "
    "notifications podcast unlimited special discount month cancel".split()
)

# What is counted in a unit, a bit each.
COUNTED = (
    "long", "capital", "short", "furniture", "second", "article", "auxiliary", "verbal", "bio",
    "legal", "cookie", "promo", "day",
)  # fmt: skip
# Patterns (`patterns.py`) that need one of these in some word; ...
_HOLDING = {
    "age": ("ago", "yesterday", "just"),
    "role": (
        "correspondent", "reporter", "editor", "writer", "columnist", "bureau", "newsroom", "desk",
        "contributor", "journalist",
    ),
    "credit": ("contributed", "published", "appeared"),
    "caption": ("photo", "image", "pic", "caption", "foto", "video", "getty"),
    "address": ("www", "twitter"),
}  # fmt: skip
# ... and those that need a first word (a number may stand before it) which begins like this, or,
# of two letters, is this.
_OPENING = {
    "note": ("editor", "update", "correction", "clarification", "note", "this"),
    "ask": (
        "please", "sign", "subscribe", "log", "register", "download", "install", "join", "get", "try",
        "support", "donate", "become", "follow", "share", "enter", "click", "tap", "start", "enjoy",
        "discover", "ready", "unlock", "create", "stay", "explore", "send", "have", "got", "like",
        "advertise", "manage", "accept", "skip", "back", "already", "buy", "shop", "order", "save",
        "upgrade",
    ),
    "byline": (
        "by", "from", "author", "written", "words", "reported", "story", "posted", "text", "von",
        "par", "por", "di",
    ),
    "more": (
        "read", "see", "watch", "listen", "more", "also", "related", "recommended", "further", "don",
        "you", "explore", "continue", "what",
    ),
    "sponsored": (
        "advert", "sponsored", "paid", "promoted", "partner", "brand", "presented", "in",
    ),
    "comment": (
        "comment", "repl", "response", "like", "upvote", "report", "flag", "leave", "join", "add",
        "post", "show", "no", "most", "recent", "recommended", "reader", "view", "your",
    ),
    "credited": (
        "additional", "reporting", "writing", "editing", "compiled", "edited", "written", "with",
        "translat", "produced", "original", "source", "via",
    ),
}  # fmt: skip
_PLACE = {name: k for k, name in enumerate((*COUNTED, *_HOLDING, *_OPENING, "beyond"))}
HOLDS = {name: 1 << _PLACE[name] for name in _HOLDING}
OPENS = {name: 1 << _PLACE[name] for name in _OPENING}
# A word in a script without spaces may be part of a text whose words in Latin letters were not read.
BEYOND = 1 << _PLACE["beyond"]
EVERY = (1 << len(_PLACE)) - 1


# Every class by its words, and one look for the signs, most words having none.
_BY_WORD = {
    "furniture": FURNITURE, "second": SECOND, "article": ARTICLES, "auxiliary": AUXILIARIES,
    "verbal": VERBAL, "bio": BIO_WORDS, "legal": LEGAL_WORDS, "cookie": COOKIE_WORDS,
    "promo": PROMO_WORDS, "day": DAYS,
}  # fmt: skip
_BITS_OF: dict[str, int] = {}
for _name, _members in _BY_WORD.items():
    for _word in _members:
        _BITS_OF[_word] = _BITS_OF.get(_word, 0) | 1 << _PLACE[_name]
_LONG, _CAPITAL, _SHORT = (1 << _PLACE[name] for name in ("long", "capital", "short"))
_SIGNS = re.compile("|".join(sign for signs in _HOLDING.values() for sign in signs))
# The beginnings by their first letters, all that a look-up needs.
_BEGINNINGS: dict[str, list[tuple[str, int]]] = {}
for _name, _words in _OPENING.items():
    for _word in _words:
        _BEGINNINGS.setdefault(_word[:3], []).append((_word, OPENS[_name]))
# Letters that patterns take for others where they do not see case.
_ALIKE = str.maketrans({"ſ": "s", "ı": "i", "\u0307": None})


def classes(word: str) -> int:
    """A bit for every class that `word` belongs to: `COUNTED`, `HOLDS`, `OPENS`, `BEYOND`."""
    low = word.lower()
    found = _BITS_OF.get(low, 0)
    if len(word) >= 4 and word[0].isalpha():
        found |= _LONG | _CAPITAL * word[0].isupper()
    if len(word) <= 3 and word.islower():
        found |= _SHORT
    if word[0] >= "\u0e00":
        found |= BEYOND
    if not low.isascii():
        low = low.translate(_ALIKE)
    if _SIGNS.search(low):
        for name, signs in _HOLDING.items():
            if any(sign in low for sign in signs):
                found |= HOLDS[name]
    for beginning, bit in _BEGINNINGS.get(low[:3], ()):
        if low.startswith(beginning):
            found |= bit
    return found
