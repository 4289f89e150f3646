"""Outlets: one name for one outlet, by its names and its web addresses.

The table that ships (`tables/outlets.tsv`) is general knowledge; users extend it with a file of
the same shape (name, aliases, domains, group, kind, country; tab between, `|` within), named in
the environment variable RASHOMON_OUTLETS or at run time by `use`. Rows of theirs win.
"""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path

ENVIRONMENT = "RASHOMON_OUTLETS"

_PUNCTUATION = re.compile(r"[^\w]+|_+")
_HOST = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?//(?:[^/@?#]*@)?([^/:?#]+)", re.IGNORECASE)
_BARE_HOST = re.compile(r"^([\w-]+(?:\.[\w-]+)+)(?=[/:?#]|$)")
# What stands between an outlet's name and the rest of a site's title.
_SEPARATOR = re.compile(r"\s*[|»«›]\s*|\s+(?:[·•–—-]|::|--)\s+")
# Parts of a host that name a rendering of a site, not another site.
_RENDERINGS = ("www.", "www2.", "m.", "mobile.", "amp.", "edition.")

_chosen: str | None = None


@dataclass(frozen=True, slots=True)
class Outlet:
    """One row of the table. `group` is the owner; `country` ISO 3166-1 alpha-2, or empty."""

    name: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    group: str
    kind: str
    country: str


@dataclass(frozen=True, slots=True)
class _Index:
    names: dict[str, Outlet]
    domains: dict[str, Outlet]


def use(path: str | Path | None) -> None:
    """Extend the table by the file at `path` from now on; None goes back to the table alone.

    Raises OSError where the file cannot be read, UnicodeDecodeError where it is not UTF-8.
    """
    global _chosen
    if path is not None:
        Path(path).read_text(encoding="utf-8")
    _chosen = None if path is None else str(path)


def find(name: str) -> Outlet | None:
    """The row of the outlet called `name`; case, accents and punctuation do not matter."""
    return _named(_extension(), name)


def known(name: str) -> str | None:
    """The canonical name of the outlet called `name`, or None where the table has none."""
    outlet = find(name)
    return outlet.name if outlet else None


def canonical(name: str) -> str:
    """The canonical name of the outlet called `name`.

    A name not in the table is kept, but for the article of a running sentence: "an editor at the
    Harbour Post" names the Harbour Post, while a masthead keeps its "The".
    """
    return known(name) or name.strip().removeprefix("the ").lstrip()


def of_site(name: str, url: str | None = None) -> str:
    """The outlet that a site at `url` means by `name`, which may be a menu or a slogan as well.

    "Quill Post | News | Sport" is the Quill Post; of two parts the one that the host bears out.
    A name in small letters that is the host's own ("qp" at qp.example) is the host.
    """
    own = host(url or "") or ""
    label = _bare(own.rsplit(".", 1)[0]) if own else ""
    whole = " ".join(name.split())
    parts = [part.strip() for part in _SEPARATOR.split(whole) if part.strip()]
    chosen = whole
    if known(whole) is None and len(parts) > 1:
        alike = [p for p in parts if len(_bare(p)) > 2 and label and _bare(p) in label]
        named = [p for p in parts if known(p) is not None]
        if alike or named:
            chosen = (alike or named)[0]
        elif len(parts) > 2 or "|" in whole:
            chosen = parts[0]
    if known(chosen) is None and chosen.islower() and own and _bare(chosen) in label:
        return own
    return canonical(chosen)


def _bare(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def agency(name: str) -> bool:
    """Whether `name` is a news agency of the table."""
    outlet = find(name)
    return outlet is not None and outlet.kind == "agency"


def kind(name: str) -> str | None:
    """agency, paper, magazine, broadcaster, site, aggregator, platform, government; or None."""
    outlet = find(name)
    return outlet.kind if outlet else None


def group(name: str) -> str:
    """Who owns the outlet called `name`, as far as the table knows; else its canonical name."""
    outlet = find(name)
    return (outlet.group or outlet.name) if outlet else name.strip()


def host(url: str) -> str | None:
    """The host of a web address without "www." and its like, in lower case; None without one."""
    url = url.strip()
    match = _HOST.match(url) or _BARE_HOST.match(url)
    if match is None:
        return None
    name = match.group(1).lower().rstrip(".")
    for rendering in _RENDERINGS:
        if name.startswith(rendering) and name.count(".") > rendering.count("."):
            name = name[len(rendering) :]
    return name if "." in name else None


def of_address(url: str) -> str | None:
    """The outlet of a web address: the table's name for its site, else the site's host name."""
    outlet = at_address(url)
    return outlet.name if outlet else host(url)


def at_address(url: str) -> Outlet | None:
    """The row of the outlet whose site `url` lies on, or None."""
    name = host(url)
    domains = _index(_extension()).domains
    while name and "." in name:
        if name in domains:
            return domains[name]
        name = name.split(".", 1)[1]
    return None


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _PUNCTUATION.sub(" ", plain.casefold().replace("&", " and ")).strip()


@lru_cache(maxsize=8192)
def _named(extension: str | None, name: str) -> Outlet | None:
    names = _index(extension).names
    key = _key(name)
    outlet = names.get(key)
    if outlet is None and key.startswith("the "):
        outlet = names.get(key[4:])
    return outlet


def _extension() -> str | None:
    return _chosen or os.environ.get(ENVIRONMENT) or None


@lru_cache(maxsize=8)
def _index(extension: str | None) -> _Index:
    shipped = resources.files("rashomon.tables").joinpath("outlets.tsv").read_text("utf-8")
    index = _Index({}, {})
    _fill(index, parse(shipped))
    if extension:
        try:
            text = Path(extension).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            text = ""
        _fill(index, parse(text), over=True)
    return index


def parse(text: str) -> tuple[Outlet, ...]:
    """The outlets of a table's `text`; lines that are empty, comments or nameless are skipped."""
    outlets = []
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        cells = [*(cell.strip() for cell in line.split("\t")), "", "", "", "", ""][:6]
        if cells[0]:
            aliases, domains = (
                tuple(part.strip() for part in cell.split("|") if part.strip())
                for cell in cells[1:3]
            )
            outlets.append(Outlet(cells[0], aliases, domains, *cells[3:]))
    return tuple(outlets)


def _fill(index: _Index, outlets: tuple[Outlet, ...], over: bool = False) -> None:
    # Names come before aliases, so that no alias takes the place of another outlet's own name.
    entries = [(_key(outlet.name), outlet) for outlet in outlets]
    entries += [(_key(alias), outlet) for outlet in outlets for alias in outlet.aliases]
    fresh: dict[str, Outlet] = {}
    for key, outlet in entries:
        fresh.setdefault(key, outlet)
        # "The Sun" and "The Times" are everyday words without their article; longer names are not.
        if key.startswith("the ") and key.count(" ") > 1:
            fresh.setdefault(key[4:], outlet)
    domains: dict[str, Outlet] = {}
    for outlet in outlets:
        for domain in outlet.domains:
            domains.setdefault(domain.lower().removeprefix("www."), outlet)
    for found, target in ((fresh, index.names), (domains, index.domains)):
        for key, outlet in found.items():
            if key and (over or key not in target):
                target[key] = outlet
