"""What near an article speaks of its date and does not settle it alone, and its dateline."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model import DateHint
from rashomon.reading.flattened.dates import age_hint, date_line, text_hints

# A line over an article that is longer (characters) is text and no date line.
_LONGEST = 120


def dated(
    head: Sequence[str], lead: str, published: str | None, basis: str | None
) -> tuple[str | None, str | None, tuple[DateHint, ...]]:
    """Date, basis and hints: what is `published` stays; else the dateline of `lead` is tried.

    `head` are the lines over the article's text. Hints are given only where no date is known.
    """
    if published is not None:
        return published, basis, ()
    hints: list[DateHint] = []
    for line in head:
        if len(line) > _LONGEST:
            continue
        age = age_hint(line)
        if age is not None:
            hints.append(age)
        found = date_line(line)
        if found is not None and not found.whole:
            hints.append(DateHint("partial", found.value, found.text))
    own, more = text_hints(lead)
    unique = tuple(dict.fromkeys([*hints, *more]))
    return own, "dateline" if own else None, unique
