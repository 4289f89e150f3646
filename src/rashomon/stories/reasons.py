"""Why two articles were put together, in words, from the numbers that decided."""

from __future__ import annotations

from rashomon.stories import settings
from rashomon.stories.features import Features


def of_pair(
    one: Features,
    other: Features,
    weight: dict[str, float],
    title_likeness: float,
    word_likeness: float,
) -> str:
    """What `one` and `other` share; `weight` gives the say (idf) of a word."""
    parts: list[str] = []
    written = dict(one.names)
    shared = [w for w, _ in other.names if w in written and weight.get(w, 0) >= settings.LEAST_IDF]
    shared.sort(key=lambda w: (-weight.get(w, 0), w))
    if shared:
        parts.append("both name " + _listed([written[w] for w in shared[: settings.REASON_NAMES]]))
    numbers = sorted(set(one.numbers) & set(other.numbers), key=lambda n: (-len(n), n))
    if numbers:
        parts.append("both give " + _listed(numbers[: settings.REASON_NUMBERS]))
    day = _days(one, other)
    if day:
        parts.append(day)
    if title_likeness >= 0.05:
        parts.append(f"title likeness {_two(title_likeness)}")
    if word_likeness >= 0.05:
        parts.append(f"text likeness {_two(word_likeness)}")
    return "; ".join(parts) or "few words in common"


def _two(value: float) -> str:
    return f"{min(value, 1.0):.2f}".removeprefix("0")


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1]


def _days(one: Features, other: Features) -> str:
    from datetime import date

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
