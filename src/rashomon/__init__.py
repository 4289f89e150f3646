"""Rashomon: one story, every telling."""

__version__ = "0.1.0"
