"""Contrasts: where the tellings of a story differ, each bound to its words."""

from __future__ import annotations

from rashomon.model import Contrast, Material


def find(material: Material) -> tuple[Contrast, ...]:
    """The differences between independent tellings of one story, best first."""
    return ()
