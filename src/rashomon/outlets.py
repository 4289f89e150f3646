"""Outlets: one name for one outlet, by its names and its web addresses.

The table that ships (`tables/outlets.tsv`) is general knowledge; users can extend it.
"""

from __future__ import annotations


def known(name: str) -> str | None:
    """The canonical name of the outlet called `name`, or None where the table has none."""
    return None


def canonical(name: str) -> str:
    """The canonical name of the outlet called `name`; a name not in the table is kept."""
    return known(name) or name.strip()


def of_address(url: str) -> str | None:
    """The outlet of a web address: the table's name for its site, else the site's host name."""
    return None
