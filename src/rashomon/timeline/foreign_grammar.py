"""One regular expression a language, made from the words of `languages` and `languages_counting`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rashomon.timeline.languages import LANGUAGES, Language
from rashomon.timeline.languages_counting import COUNTING, Counting
from rashomon.timeline.numeric import NUMERIC


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled words of one language."""

    pattern: re.Pattern[str]
    months: tuple[re.Pattern[str], ...]
    weekdays: tuple[re.Pattern[str], ...]
    days: tuple[tuple[re.Pattern[str], int], ...]
    shifts: tuple[tuple[re.Pattern[str], tuple[str, int]], ...]
    ordinals: tuple[tuple[re.Pattern[str], int], ...]
    numbers: tuple[tuple[re.Pattern[str], int], ...]
    units: tuple[tuple[re.Pattern[str], str], ...]
    seasons: tuple[tuple[re.Pattern[str], str], ...]
    cues: re.Pattern[str]
    next_words: re.Pattern[str]


@cache
def grammar_of(language: str) -> Grammar | None:
    """The expressions of a language, compiled once; None for one that is not known."""
    words = LANGUAGES.get(language)
    if words is None:
        return None
    flags = re.IGNORECASE
    counting = COUNTING[language]
    months = zip(words.months, counting.short_months, strict=True)
    return Grammar(
        re.compile(_pattern(words, counting), flags),
        tuple(re.compile(f"{month}|{short}" if short else month, flags) for month, short in months),
        tuple(re.compile(day, flags) for day in words.weekdays),
        tuple((re.compile(day, flags), shift) for day, shift in words.days.items()),
        tuple((re.compile(form, flags), shift) for form, shift in words.shifts.items()),
        tuple((re.compile(form, flags), day) for form, day in counting.ordinals.items()),
        tuple((re.compile(form, flags), number) for form, number in counting.numbers.items()),
        tuple((re.compile(form, flags), unit) for form, unit in counting.units.items()),
        tuple((re.compile(form, flags), season) for form, season in counting.seasons.items()),
        re.compile(rf"\b(?:(?P<ahead>{words.ahead})|(?P<back>{words.back}))(?!\w)", flags),
        re.compile(rf"\b(?:{words.next_words})\s+$", flags),
    )


def _pattern(words: Language, counting: Counting) -> str:
    month = "|".join(words.months)
    short = "|".join(filter(None, counting.short_months))
    of = rf"(?:\s+(?:{words.of}))?" if words.of else ""
    year_word = rf"(?:\s?(?:{words.year_after})(?!\w))?" if words.year_after else ""
    day = rf"\d{{1,2}}(?:{words.ordinal})?"
    named = "|".join(counting.ordinals)
    year = r"(?:1[5-9]|20)\d\d"
    number = rf"\d{{1,3}}|{'|'.join(counting.numbers)}"
    unit = "|".join(counting.units)
    season = "|".join(counting.seasons)
    forms = [
        NUMERIC,
        # 14. bis 15. August 2025, 14 et 15 août, 7 de agosto de 2025, 24 févr. 2025
        rf"(?P<d>{day})(?:\s?(?:{words.joint})\s?(?:le\s|el\s|am\s)?(?P<d2>{day}))?{of}\s*(?P<m>(?:{month})\b|(?:{short})(?!\w))"
        rf"(?:{of}\s+(?P<y>{year})(?!\d){year_word})?",
        # am ersten Mai, двадцать четвёртого февраля 2025 года
        rf"(?P<o>{named}){of}\s+(?P<om>{month})\b(?:{of}\s+(?P<oy>{year})(?!\d){year_word})?",
        # August 2025
        rf"\b(?P<bm>{month}){of}\s+(?P<by>{year})(?!\d){year_word}",
        # 2016-2018
        rf"(?<![\d.,])(?P<r1>{year})\s?(?:{words.joint})\s?(?P<r2>{year})(?![\d.,]\d|\d)"
        rf"{year_word}",
        rf"\b(?P<season>{season}){of}\s+(?P<sy>{year})(?!\d){year_word}",
        rf"(?:{counting.decade[0]})(?P<decade>(?:1[5-9]|20)\d0)(?!\d)(?:{counting.decade[1]})",
        # vor drei Tagen, три дня назад; in zwei Wochen
        rf"(?:{counting.ago[0]})(?P<an>{number})\s+(?P<au>{unit})(?!\w){counting.ago[1]}(?!\w)",
        rf"(?:{counting.hence[0]})(?P<hn>{number})\s+(?P<hu>{unit})(?!\w){counting.hence[1]}",
        rf"\b(?P<shift>{'|'.join(words.shifts)})\b",
        rf"\b(?P<day>{'|'.join(words.days)})\b",
        rf"\b(?P<w>{'|'.join(words.weekdays)}){counting.day_part and counting.day_part + '?'}\b",
        # im März; with a year behind it the month has its own form above
        rf"\b(?:{words.in_month})\s?(?P<lm>\b(?:{month}))\b(?:{of}\s+(?P<lmy>{year})(?!\d){year_word})?",
    ]
    if counting.slashes:
        forms.insert(0, r"(?P<nd2>\d{1,2})/(?P<nm2>\d{1,2})/(?P<ny2>(?:19|20)\d\d)(?![\d/])")
    if words.year_before:
        forms.append(rf"\b(?:{words.year_before})\s?(?P<ly>\b(?:19|20)\d\d)(?![\d.,]\d|\d|\s?%)")
    if words.year_after:
        forms.append(rf"\b(?P<ly2>{year})(?:-?\w{{1,2}})?\s(?:{words.year_after})(?!\w)")
    return r"(?<!\w)(?:" + "|".join(forms) + ")"  # tried at the front of words alone
