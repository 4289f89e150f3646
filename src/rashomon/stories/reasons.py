"""Why two articles were put together, in words, from the numbers that decided."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from rashomon.stories import settings
from rashomon.stories.features import Features
from rashomon.stories.grouping import Link, Say

# Words with a capital that name nobody: days, months, and what stands before names. English, as the
# reasons are.
_NO_NAME = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december mon tue tues wed thu thur thurs fri sat sun jan
    feb mar apr jun jul aug sep sept oct nov dec mr mrs ms miss dr prof sir dame lord lady st
    president premier chancellor prime minister ministry foreign interior defence defense finance
    governor mayor senator deputy secretary general captain colonel major lieutenant sergeant
    admiral commander chief king queen prince princess pope bishop judge justice professor doctor
    director chairman chairwoman spokesman spokeswoman spokesperson republic the in on at an it he
    she they we but and for after we this that gmt utc est""".split()
)
# A number with the word after it: "9,000 cars", "40 percent"; a sign of money before it.
_COUNTED = re.compile(
    r"(?<![\w.,:/-])(?P<number>[$€£¥]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[$€£¥]?\d+(?:\.\d+)?)"
    r"(?:(?P<percent> ?%)|[ -](?P<unit>[^\W\d_]{3,})(?P<more> [^\W\d_]{3,})?)"
)
_SCALES = frozenset("hundred thousand million billion trillion".split())
# What follows a number and is none of its unit.
_NO_UNIT = frozenset(
    """and the for from with that were was are have has had who when where after before but not
    more other others per out off into over under near since until than then they his her its their
    which while said says p.m a.m""".split()
)


def of_pair(
    one: Features, other: Features, say: Say, link: Link, texts: tuple[str, str] = ("", "")
) -> str:
    """What `one` and `other` share; `say` is that of words, `texts` are theirs, where numbers with
    what they count are looked for."""
    parts: list[str] = []
    written = dict(one.names)
    shared = [w for w, _ in other.names if w in written and say.get(w) >= settings.LEAST_IDF]
    shared = [w for w in shared if written[w].casefold() not in _NO_NAME]
    shared.sort(key=lambda w: (-say.get(w), w))
    if shared:
        parts.append("both name " + _listed([written[w] for w in shared[: settings.REASON_NAMES]]))
    mine, theirs = (_counted(text[: settings.LEAD_CHARACTERS]) for text in texts)
    numbers = sorted((mine[n] for n in mine if n in theirs), key=lambda n: (-len(n), n))
    if numbers:
        parts.append("both give " + _listed(numbers[: settings.REASON_NUMBERS]))
    day = _days(one, other)
    if day:
        parts.append(day)
    if link.runs >= 1:
        # Runs overlap: n of them are n + 4 words on end, or less in several places.
        parts.append(f"share runs of words to the letter ({round(link.runs)})")
    if link.title >= 0.05:
        parts.append(f"title likeness {_two(link.title)}")
    if link.words >= 0.05:
        parts.append(f"text likeness {_two(link.words)}")
    return "; ".join(parts) or "few words in common"


def _counted(text: str) -> dict[tuple[str, str], str]:
    """Numbers of a text with their unit, as written."""
    found: dict[tuple[str, str], str] = {}
    for match in _COUNTED.finditer(text):
        unit = match["unit"] or "%"
        written = match.group().removesuffix(match["more"] or "")
        if unit in _SCALES and match["more"]:
            unit += match["more"]
            written = match.group()
        if (unit.islower() or unit == "%") and unit not in _NO_UNIT:
            found.setdefault((match["number"].replace(",", ""), unit), written)
    return found


def of_topic(one: Features, story: Sequence[Features], say: Say) -> str:
    """The words of `one`'s title that most of a large story's titles hold."""
    held = Counter(word for item in story for word in item.title)
    words = [w for w in one.title if say.get(w) >= settings.LEAST_IDF and held[w] > 1]
    words.sort(key=lambda w: (-held[w] * say.get(w), w))
    if not words:
        return "few words in common with a large story"
    shares = [f"{w} ({held[w]} of {len(story)})" for w in words[: settings.REASON_NAMES]]
    return "titles of the story share " + _listed(shares)


def _two(value: float) -> str:
    return f"{min(value, 1.0):.2f}".removeprefix("0")


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1]


def _days(one: Features, other: Features) -> str:
    a, b = one.when, other.when
    if a.first is not None and b.first is not None:
        if (a.last or 0) - a.first > 1 or (b.last or 0) - b.first > 1:
            return ""
        apart = abs(int(a.first) - int(b.first))
        if apart == 0:
            day = date.fromordinal(int(a.first))
            return f"both on {day.day} {day:%B}"
        return "a day apart" if apart == 1 else f"{apart} days apart"
    if a.day_of_year and b.day_of_year and abs(a.day_of_year - b.day_of_year) <= 1:
        return "the same day of the year" if a.day_of_year == b.day_of_year else "a day apart"
    return ""
