"""Words of English date expressions, each with its class: general knowledge of news English.

A text becomes a string with one character for each token (see `tokens`); the grammar is a
regular expression over that string. The classes:

    M month  v month that is a word as well (May, March)  m abbreviated month
    W weekday  w abbreviated weekday  d number 0-31  y number 1000-2199  n other number
    N number in words  a "a"/"an"  o ordinal ending of digits  Q ordinal word
    u unit, singular  U unit, plural  q "quarter"  j "half"  b period, term
    t part of a day  k noon, midnight  K a.m., p.m.  z time zone
    L last, past  X next, coming  T this, these  H that, same  D the
    g ago  E early, late, mid  B beginning, middle, end  S season  s "s" after an apostrophe
    F fiscal  Z today, yesterday  P vague reference  R holiday  C every, each  c daily, yearly
    O of  i in, on, at, by  A and, or, to  V weekend  Y New (Year)  p Q (Q3)  l latest  r future  e nineties
    f word between a number and its unit ("trading days")
"""

from __future__ import annotations

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
NUMBERS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
} | {
    word: value * 10
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
SCALES = {"hundred": 100, "thousand": 1000, "dozen": 12}
# How many is left open: "several days" is PXD; "a couple of" is two.
VAGUE_NUMBERS = frozenset("several few many some couple".split())
ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
        1,
    )
}
DECADES = {
    word: value
    for value, word in enumerate(
        "twenties thirties forties fifties sixties seventies eighties nineties".split(), 2
    )
}
# A unit's letter in an ISO 8601 duration, and whether it stands after the T.
UNITS = {
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "D",
    "week": "W",
    "fortnight": "F",
    "weekend": "WE",
    "month": "M",
    "quarter": "Q",
    "season": "S",
    "year": "Y",
    "decade": "E",
    "century": "C",
}
# "second" alone is read as the ordinal.
UNIT_OF = (
    UNITS | {name + "s": unit for name, unit in UNITS.items()} | {"centuries": "C", "seconds": "TS"}
)
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
# First month of a season of the northern hemisphere, as weather services count.
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
DAY_PARTS = {
    "morning": "TMO",
    "dawn": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
    "overnight": "TNI",
}
CLOCK = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}
DAYS_AWAY = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
PAST_WORDS = frozenset("last past previous preceding recent".split())
NEXT_WORDS = frozenset("next coming following upcoming".split())
REFERENCES = {
    "now": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "current": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "recently": "PAST_REF",
    "recent": "PAST_REF",
    "lately": "PAST_REF",
    "soon": "FUTURE_REF",
}
FREQUENCIES = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
    "annually": "P1Y",
    "yearly": "P1Y",
}
# Fixed days; "thanksgiving", "easter" and "election" are computed.
HOLIDAYS = {
    "christmas": (12, 25),
    "halloween": (10, 31),
    "new": (1, 1),
    "thanksgiving": (0, 0),
    "easter": (0, 1),
}

_CLASSES = {
    "g": "ago",
    "L": "last past previous preceding",
    "l": "latest",
    "f": "trading more full consecutive straight additional business working further whole long "
    "successive solid",
    "r": "future",
    "X": "next coming following upcoming",
    "T": "this these",
    "H": "that same those",
    "D": "the",
    "a": "a an",
    "E": "early late mid earlier later",
    "B": "beginning middle end start",
    "F": "fiscal",
    "C": "every each",
    "O": "of",
    "i": "in on at by for",
    "A": "and or to through until till",
    "q": "quarter",
    "j": "half",
    "b": "period term",
    "V": "weekend",
    "s": "s",
    "o": "st nd rd th",
    "z": "gmt utc est edt cst cdt mst mdt pst pdt et ct pt bst cet ist jst z",
    "K": "a.m. p.m. a.m p.m am pm",
}


def _spellings(word: str) -> tuple[str, ...]:
    return (word, word.capitalize(), word.upper())


def _classes() -> dict[str, str]:
    table: dict[str, str] = {}
    for number in range(32):
        table[str(number)] = table[f"{number:02}"] = "d"
    for number in range(32, 1000):
        table[str(number)] = "n"
    for number in range(1000, 2200):
        table[str(number)] = "y"
    small: dict[str, str] = {}
    for words, letter in (
        (tuple(NUMBERS) + tuple(SCALES) + tuple(VAGUE_NUMBERS), "N"),
        (tuple(ORDINALS), "Q"),
        (tuple(UNITS), "u"),
        (tuple(name + "s" for name in UNITS), "U"),
        (("centuries", "seconds"), "U"),
        (tuple(DAY_PARTS), "t"),
        (tuple(CLOCK), "k"),
        (tuple(DAYS_AWAY), "Z"),
        (tuple(REFERENCES), "P"),
        (tuple(FREQUENCIES), "c"),
        (tuple(SEASONS), "S"),
        (tuple(DECADES), "e"),
    ):
        small.update(dict.fromkeys(words, letter))
    for letter, words_text in _CLASSES.items():
        small.update(dict.fromkeys(words_text.split(), letter))
    for word, letter in small.items():
        for spelling in _spellings(word):
            table[spelling] = letter
    for word in MONTHS:
        letter = (
            "v"
            if word in ("may", "march")
            else "M"
            if len(word) > 4 or word in ("june", "july")
            else "m"
        )
        table[word.capitalize()] = table[word.upper()] = letter
    for word in WEEKDAYS:
        letter = "W" if word.endswith("day") else "w"
        table[word.capitalize()] = table[word.upper()] = letter
    for word in HOLIDAYS:
        table[word.capitalize()] = "R"
    for mark in ",.-/:'":
        table[mark] = mark
    table |= {"New": "Y", "Q": "p"}
    table |= {"–": "-", "—": "—", "’": "'", "‘": "'", "": "¶"}
    return table


CLASSES = _classes()
