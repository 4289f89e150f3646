"""What a reader narrows the list of stories down to: outlet, language, place, kind, day."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from typing import cast
from urllib.parse import urlencode

from rashomon.i18n import gettext as _
from rashomon.i18n import mark
from rashomon.store import narrow, outlet_rows
from rashomon.store.narrow import Kind, Narrow
from rashomon.views import dates

KINDS: dict[str, str] = {
    "several": mark("told by several"),
    "one": mark("told by one"),
    "differ": mark("with differences"),
}
# Days that the front page offers.
DAYS = 7
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for, as it was written; "" leaves a thing open."""

    outlet: str = ""
    language: str = ""
    place: str = ""
    kind: str = ""
    day: str = ""


EVERYTHING = Asked()


@dataclass(frozen=True, slots=True)
class DayLink:
    """A day to browse to, with the number of its articles."""

    day: str
    said: str
    articles: int
    href: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen, and what there is to choose. `address` is that of this list, to which
    "page=2" can be added; `earlier` and `later` are the days before and after the chosen one."""

    asked: Asked
    outlets: tuple[str, ...]
    languages: tuple[str, ...]
    kinds: dict[str, str]
    days: tuple[DayLink, ...]
    earlier: DayLink | None
    later: DayLink | None
    address: str
    narrowed: bool
    day_said: str


def chosen(db: sqlite3.Connection, asked: Asked) -> tuple[Choice, Narrow]:
    """What `asked` comes to on this desk."""
    forms = outlet_rows.forms(db)
    kind = cast(Kind, asked.kind) if asked.kind in KINDS else None
    day = asked.day if _DAY.fullmatch(asked.day) else None
    narrowed = Narrow(
        outlets=tuple(forms.get(asked.outlet, ())) if asked.outlet else None,
        language=asked.language or None,
        places=tuple(narrow.places_called(db, asked.place)) if asked.place else None,
        kind=kind,
        day=day,
    )
    listed = narrow.days(db, before=day and day + "U", limit=DAYS)
    if day and day not in listed:
        listed = [day, *listed[: DAYS - 1]]
    later = narrow.day_after(db, day) if day else None
    wanted = [*listed, *([later] if later else [])]
    counts = narrow.counted_on(db, wanted)
    # The year stands beside a day where the days are of several.
    bare = len({one[:4] for one in wanted}) == 1
    links = {one: _day(one, counts[one], asked, one == day, bare) for one in wanted}
    before = listed[listed.index(day) + 1 :] if day else []
    choice = Choice(
        asked,
        tuple(sorted(forms, key=str.casefold)),
        tuple(narrow.languages(db)),
        {kind: _(said) for kind, said in KINDS.items()},
        tuple(links[one] for one in listed),
        links[before[0]] if before else None,
        links[later] if later else None,
        _address(asked) + "&" if _address(asked) != "/?" else "/?",
        narrowed != narrow.OPEN,
        dates.range_said(day, day) if day else "",
    )
    return choice, narrowed


def _day(day: str, articles: int, asked: Asked, here: bool, bare: bool) -> DayLink:
    there = Asked(asked.outlet, asked.language, asked.place, asked.kind, day)
    said = dates.when(day).bare if bare else dates.range_said(day, day)
    return DayLink(day, said, articles, _address(there), here)


def _address(asked: Asked) -> str:
    given = {
        "outlet": asked.outlet, "language": asked.language, "place": asked.place,
        "kind": asked.kind, "day": asked.day,
    }  # fmt: skip
    return "/?" + urlencode({key: value for key, value in given.items() if value}, errors="replace")
