"""Counts of things, in the reader's language."""

from __future__ import annotations

from rashomon.i18n import mark_many, ngettext

# What is counted. A count of what is not here is English.
COUNTED: dict[str, tuple[str, str]] = {
    one.removeprefix("%(num)s "): (one, many)
    for one, many in (
        mark_many("%(num)s article", "%(num)s articles"),
        mark_many("%(num)s character", "%(num)s characters"),
        mark_many("%(num)s copy", "%(num)s copies"),
        mark_many("%(num)s difference", "%(num)s differences"),
        mark_many("%(num)s independent telling", "%(num)s independent tellings"),
        mark_many("%(num)s known outlet", "%(num)s known outlets"),
        mark_many("%(num)s language", "%(num)s languages"),
        mark_many("%(num)s mention", "%(num)s mentions"),
        mark_many("%(num)s minute", "%(num)s minutes"),
        mark_many("%(num)s more", "%(num)s more"),
        mark_many("%(num)s more article", "%(num)s more articles"),
        mark_many("%(num)s more change", "%(num)s more changes"),
        mark_many("%(num)s more copy", "%(num)s more copies"),
        mark_many("%(num)s more date", "%(num)s more dates"),
        mark_many("%(num)s more name", "%(num)s more names"),
        mark_many("%(num)s more sentence", "%(num)s more sentences"),
        mark_many("%(num)s more speaker", "%(num)s more speakers"),
        mark_many("%(num)s more statement", "%(num)s more statements"),
        mark_many("%(num)s more telling", "%(num)s more tellings"),
        mark_many("%(num)s name", "%(num)s names"),
        mark_many("%(num)s note", "%(num)s notes"),
        mark_many("%(num)s outlet", "%(num)s outlets"),
        mark_many("%(num)s page", "%(num)s pages"),
        mark_many("%(num)s part", "%(num)s parts"),
        mark_many("%(num)s statement", "%(num)s statements"),
        mark_many("%(num)s story", "%(num)s stories"),
        mark_many("%(num)s telling", "%(num)s tellings"),
        mark_many("%(num)s time", "%(num)s times"),
        mark_many("%(num)s version", "%(num)s versions"),
        mark_many("%(num)s word", "%(num)s words"),
    )
}


def count(number: int, one: str, many: str | None = None) -> str:
    """ "1 telling", "3 tellings", "1,204 articles"."""
    if one in COUNTED:
        return ngettext(*COUNTED[one], number)
    return f"{number:,} {one if number == 1 else many or one + 's'}"
