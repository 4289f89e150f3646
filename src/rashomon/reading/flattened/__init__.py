"""Flattened pages: every article in a page of bare text, and a name for all the rest."""

from rashomon.reading.flattened.read import read_flattened

__all__ = ["read_flattened"]
