"""What stages have written into the desk in English, said in the reader's language.

Topics of differences, how a date was worked out, why a copy is one and why articles stand together
are made of few templates, which `views.templates` lists. A text that fits one is said by its
translation, with its names, numbers and days put in; what fits none stays English and is marked
so (`English`), for the page to say what language it is in.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from rashomon import i18n
from rashomon.i18n import gettext
from rashomon.views import dates, templates

# Longer texts are none of these.
_LONGEST = 1_500
_PLACE = re.compile(r"%\((\w+)\)s")
_QUOTED = re.compile(r"('.{1,120}?'(?:,|:)?) (?=\S)", re.DOTALL)
_ISO = re.compile(r"(?<![\d-])\d{4}-\d\d(?:-\d\d)?(?![\d-])")
_ON_DAY = re.compile(r"(\d{1,2}) ([A-Z][a-z]+)$")
_AND_MORE = re.compile(r"(.+) and (\d+) more$", re.DOTALL)


class English(str):
    """Words that are left in English where another language is spoken."""

    __slots__ = ()


def said(text: str) -> str:
    """`text`, which a stage has written, in the language that is spoken."""
    code = i18n.language()
    if code == i18n.SOURCE or not text:
        return text
    return _said(code, text)


# Kinds of text; one table serves them all, since no two say the same in other words.
topic = reading = reason = evidence = said


def basis(text: str) -> str:
    """How a date was worked out, with its days as people say them."""
    return dates.plainly(said(text))


@lru_cache(maxsize=8_192)
def _said(code: str, text: str) -> str:
    """`code` is the language of the context, and a key of what is kept."""
    parts = text.split("; ")
    said = [_fitting(part) for part in parts]
    if None not in said:
        return "; ".join(one for one in said if one is not None)
    whole = _fitting(text)
    if whole is not None:
        return whole
    if not any(said):
        return English(text)
    return "; ".join(one or part for one, part in zip(said, parts, strict=True))


def _fitting(text: str) -> str | None:
    """The translation of the template that `text` fits, filled in; None where it fits none."""
    if len(text) > _LONGEST:
        return None
    for pattern, message, names in _by_opening().get(_opening(text), ()):
        match = pattern.fullmatch(text)
        if match is not None:
            return (
                gettext(message, **{n: _filled(n, match[n]) for n in names})
                if names
                else gettext(message)
            )
    # The expression that a date was worked out from stands before how that was done.
    quoted = _QUOTED.match(text)
    if quoted is not None and (rest := _fitting(text[quoted.end() :])) is not None:
        return f"{quoted[1]} {rest}"
    for pattern, message, names in _by_opening().get("", ()):
        match = pattern.fullmatch(text)
        if match is not None:
            return gettext(message, **{n: _filled(n, match[n]) for n in names})
    return None


def _opening(text: str) -> str:
    return text.partition(" ")[0]


_Template = tuple[re.Pattern[str], str, tuple[str, ...]]


@cache
def _by_opening() -> dict[str, list[_Template]]:
    """The templates by their first word; under "" those that begin with a place."""
    found: dict[str, list[_Template]] = {}
    for message in templates.ALL:
        parts = _PLACE.split(message)
        names = tuple(parts[1::2])
        pattern = "".join(
            re.escape(part) if n % 2 == 0 else f"(?P<{part}>.+?)" for n, part in enumerate(parts)
        )
        first = "" if message.startswith("%(") else _opening(message)
        key = "" if "%(" in first else first
        found.setdefault(key, []).append((re.compile(pattern, re.DOTALL), message, names))
    return found


def _filled(name: str, value: str) -> str:
    """What stands in a place of a template, as the language has it."""
    return _FILLERS.get(name, _as_it_is)(value)


def _as_it_is(value: str) -> str:
    return value


def _day(value: str) -> str:
    if match := _ON_DAY.match(value):
        months = list(i18n.MONTHS)
        if match[2] in months:
            return dates.month_day(months.index(match[2]) + 1, int(match[1]))
    return _ISO.sub(lambda m: dates.said(m[0]), value)


def _days(value: str) -> str:
    first, _, last = value.partition(" to ")
    return dates.range_said(first, last or first) if _ISO.fullmatch(first) else value


def _where(value: str) -> str:
    """ "Courier and Herald and 2 more"."""
    if match := _AND_MORE.match(value):
        more = i18n.ngettext("%(num)s more", "%(num)s more", int(match[2]))
        return i18n.listed([*_two(match[1]), more])
    return i18n.listed(_two(value))


def _two(value: str) -> list[str]:
    parts = value.split(" and ")
    return parts if len(parts) == 2 else [value]


def _list(value: str) -> str:
    """ "Arn, Bel and Coss"."""
    head, _, last = value.rpartition(" and ")
    return i18n.listed([*head.split(", "), last]) if head else value


def _whose(value: str) -> str:
    return re.sub(r"['’]s?$", "", value)


def _share(value: str) -> str:
    return gettext("%(share)s%%", share=value.removesuffix("%"))


_FILLERS: dict[str, Callable[[str], str]] = {
    "day": _day,
    "days": _days,
    "where": _where,
    "list": _list,
    "whose": _whose,
    "share": _share,
    "basis": lambda value: _said(i18n.language(), value),
}
