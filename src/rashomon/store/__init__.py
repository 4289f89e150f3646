"""The desk: one SQLite file with all that was read and found."""

from rashomon.store.desk import Desk

__all__ = ["Desk"]
