"""Parts of addresses: places in a text, page numbers, the way back."""

from __future__ import annotations

import re

_PLACE = re.compile(r"(\d{1,12})-(\d{1,12})")
# An address marks at most this many stretches.
_PLACES = 32


def places(value: str | None) -> list[tuple[int, int]]:
    """ "120-180,200-210" as [(120, 180), (200, 210)]; what is none is passed over."""
    found = []
    for part in (value or "").split(",")[:_PLACES]:
        match = _PLACE.fullmatch(part.strip())
        if match and int(match[1]) < int(match[2]):
            found.append((int(match[1]), int(match[2])))
    return found


def number(value: str | None, default: int, *, most: int = 1_000_000_000) -> int:
    """A whole number of an address from 0 on; anything else gives `default`."""
    if value is None or not value.isascii() or not value.isdigit() or len(value) > 12:
        return default
    return min(int(value), most)


def back_to(value: str, default: str = "/notes") -> str:
    """`value` if it is an address of this desk."""
    local = re.match(r"/(?![/\\])", value) and not re.search(r"[\x00-\x1f\\]", value)
    return value if local else default
